package body

// columns of bodies b, as Body has them.
const columns = `b.id, b.slug, b.kind, b.side, b.province_code, b.name_vi, b.short_vi, b.name_en, b.short_en,
	COALESCE(b.parent_id, 0) AS parent_id, COALESCE(b.counterpart_id, 0) AS counterpart_id,
	COALESCE(b.area_id, 0) AS area_id, b.valid_from, b.valid_to`

// alive is true for the bodies that exist on @on.
const alive = `b.valid_from <= @on AND (b.valid_to IS NULL OR b.valid_to > @on)`

// inOrder is the order of the screens: side, rank of the kind, name.
const inOrder = `b.side DESC,
	array_position(ARRAY['office', 'labour', 'centre', 'transport', 'paper', 'broadcaster', 'zone_board', 'district',
		'commune', 'employer'], b.kind), b.folded, b.id`

const selectOne = `SELECT ` + columns + ` FROM bodies b WHERE `

const selectAlive = `
	SELECT ` + columns + `
	FROM bodies b
	WHERE ` + alive + `
	  AND (@side = '' OR b.side = @side)
	  AND (@kind = '' OR b.kind = @kind)
	  AND (@except = '' OR b.kind <> @except)
	  AND (@parent = 0 OR b.parent_id = @parent)
	  AND (@province = '' OR b.province_code = @province)
	  AND (@text = '' OR b.folded LIKE '%' || @text || '%')
	ORDER BY ` + inOrder + `
	LIMIT @limit OFFSET @skip`

const selectSuccessors = `
	SELECT old_body_id, COALESCE(new_body_id, 0) AS new_body_id, new_name, starts_on, certainty
	FROM body_successors
	WHERE old_body_id = ANY (@ids)
	ORDER BY old_body_id, starts_on, new_name
	LIMIT 5000`

const selectPartnership = `
	SELECT id, slug, source_province_code, destination_province_code, map_on
	FROM partnerships
	ORDER BY id
	LIMIT 1`

const insertBody = `
	INSERT INTO bodies (slug, kind, side, province_code, name_vi, short_vi, name_en, short_en, folded,
	                    parent_id, counterpart_id, area_id, valid_from)
	VALUES (@slug, @kind, @side, @province, @name_vi, @short_vi, @name_en, @short_en, @folded,
	        NULLIF(@parent, 0), NULLIF(@counterpart, 0), NULLIF(@area, 0), @valid_from)
	ON CONFLICT (slug) DO NOTHING
	RETURNING id`

const updateNames = `
	UPDATE bodies
	SET name_vi = @name_vi, short_vi = @short_vi, name_en = @name_en, short_en = @short_en, folded = @folded
	WHERE id = @id`

const insertSuccessor = `
	INSERT INTO body_successors (old_body_id, new_body_id, new_name, starts_on, certainty)
	VALUES (@id, NULLIF(@successor, 0), @name, @day, 'verified')
	ON CONFLICT (old_body_id, new_name) DO UPDATE
	SET new_body_id = EXCLUDED.new_body_id, starts_on = EXCLUDED.starts_on, certainty = EXCLUDED.certainty`

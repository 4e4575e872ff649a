package employer

// columns of employers e with their zone z, as Employer has them.
const columns = `e.id, e.body_id, e.slug, e.tax_code, e.name, e.type, e.industry_code, e.products, e.size_band,
	COALESCE(e.zone_id, 0) AS zone_id, e.address, e.contact_name, e.contact_phone, e.living,
	e.dormitory, e.dormitory_note, e.canteen, e.canteen_note, e.bus, e.bus_note, e.nursery, e.nursery_note,
	e.state, e.state_reason, e.state_at, COALESCE(z.name, '') AS zone_name, e.sample, e.version, e.created_at`

const from = ` FROM employers e LEFT JOIN zones z ON z.id = e.zone_id `

// inScope is true for the employers that a scope sees.
const inScope = `(@all OR e.id = @own)`

const selectOne = `SELECT ` + columns + from + `WHERE e.id = @id AND ` + inScope

const lockOne = selectOne + ` FOR UPDATE OF e`

const matches = inScope + `
	AND (@state = '' OR e.state = @state)
	AND (@zone::bigint = 0 OR e.zone_id = @zone)
	AND (@text = '' OR e.folded LIKE '%' || @text || '%' OR @tax <> '' AND replace(e.tax_code, '-', '') LIKE @tax || '%')`

const selectMany = `SELECT ` + columns + from + `
	WHERE ` + matches + ` AND (@after = '' OR (e.folded, e.id) > (@after, @after_id))
	ORDER BY e.folded, e.id
	LIMIT @limit`

const selectChoices = `
	SELECT e.id, e.name, e.tax_code, e.state, COALESCE(e.zone_id, 0) AS zone_id
	FROM employers e
	WHERE ` + inScope + ` AND e.state <> 'suspended'
	ORDER BY e.folded, e.id
	LIMIT 2000`

const countStates = `SELECT e.state, count(*) AS n FROM employers e WHERE ` + inScope + ` GROUP BY e.state ORDER BY e.state LIMIT 10`

// insertBody makes the employer a body of the destination, alive on the
// working map: employers are chosen on it like every other body.
const insertBody = `
	INSERT INTO bodies (slug, kind, side, province_code, name_vi, short_vi, name_en, short_en, folded, valid_from)
	SELECT CASE WHEN EXISTS (SELECT FROM bodies WHERE slug = @slug) THEN @slug || '-' || @tax_code ELSE @slug END,
	       'employer', 'destination', p.destination_province_code, @name, @name, @name, @name, @folded, p.map_on
	FROM partnerships p
	ORDER BY p.id
	LIMIT 1
	RETURNING id`

const insertEmployer = `
	INSERT INTO employers (body_id, tax_code, name, slug, folded, type, industry_code, products, size_band, zone_id, address,
	                       contact_name, contact_phone, living, dormitory, dormitory_note, canteen, canteen_note, bus, bus_note,
	                       nursery, nursery_note, state, created_at)
	VALUES (@body, @tax_code, @name, @slug, @folded, @type, @industry_code, @products, @size_band, NULLIF(@zone::bigint, 0),
	        @address, @contact_name, @contact_phone, @living, @dormitory, @dormitory_note, @canteen, @canteen_note, @bus, @bus_note,
	        @nursery, @nursery_note, @state, @now)
	RETURNING id`

const updateEmployer = `
	UPDATE employers
	SET tax_code = @tax_code, name = @name, slug = @slug, folded = @folded, type = @type, industry_code = @industry_code,
	    products = @products, size_band = @size_band, zone_id = NULLIF(@zone::bigint, 0), address = @address,
	    contact_name = @contact_name, contact_phone = @contact_phone, living = @living, dormitory = @dormitory,
	    dormitory_note = @dormitory_note, canteen = @canteen, canteen_note = @canteen_note, bus = @bus, bus_note = @bus_note,
	    nursery = @nursery, nursery_note = @nursery_note, version = version + 1
	WHERE id = @id`

const renameBody = `
	UPDATE bodies SET name_vi = @name, short_vi = @name, name_en = @name, short_en = @name, folded = @folded WHERE id = @body`

const updateState = `
	UPDATE employers
	SET state = @state, state_reason = @why, state_at = @now, state_by = @by, version = version + 1
	WHERE id = @id`

const insertEvidence = `
	INSERT INTO employer_evidence (employer_id, state, looked, why, account_id, at)
	VALUES (@id, @state, @looked, @why, NULLIF(@by::bigint, 0), @now)`

const selectEvidence = `
	SELECT v.id, v.state, v.looked, v.why, v.at, COALESCE(a.full_name, '') AS person
	FROM employer_evidence v
	LEFT JOIN accounts a ON a.id = v.account_id
	WHERE v.employer_id = @id AND @all
	ORDER BY v.id DESC
	LIMIT 20`

// selectStated finds what an account stated last of an employer.
const selectStated = `
	SELECT v.id
	FROM employer_evidence v
	WHERE v.employer_id = @id AND v.account_id = @by
	ORDER BY v.id DESC
	LIMIT 1`

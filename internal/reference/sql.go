package reference

// claim records the checksum unless it is there already. It locks the row, so
// that a second process waits and then touches none.
const claim = `
	INSERT INTO reference_loads (name, checksum, loaded_at)
	VALUES (@name, @checksum, @at)
	ON CONFLICT (name) DO UPDATE SET checksum = EXCLUDED.checksum, loaded_at = EXCLUDED.loaded_at
	WHERE reference_loads.checksum <> EXCLUDED.checksum`

const insertPartnership = `
	INSERT INTO partnerships (slug, source_province_code, destination_province_code, map_on)
	VALUES (@slug, @source, @destination, @map_on)
	ON CONFLICT (slug) DO NOTHING`

const upsertArea = `
	INSERT INTO areas (code, valid_from, valid_to, name, kind, parent_id, province_code, folded, lat, lon)
	VALUES (@code, @valid_from, @valid_to, @name, @kind,
		(SELECT id FROM areas WHERE code = @parent AND valid_from = @valid_from), @province, @folded, @lat, @lon)
	ON CONFLICT (code, valid_from) DO UPDATE SET
		valid_to = EXCLUDED.valid_to, name = EXCLUDED.name, kind = EXCLUDED.kind, parent_id = EXCLUDED.parent_id,
		province_code = EXCLUDED.province_code, folded = EXCLUDED.folded, lat = EXCLUDED.lat, lon = EXCLUDED.lon`

const clearAreaSuccessors = `DELETE FROM area_successors`

const insertAreaSuccessor = `
	INSERT INTO area_successors (old_area_id, new_area_id, relation)
	SELECT o.id, n.id, @relation
	FROM areas o, areas n
	WHERE o.code = @old_code AND o.valid_from = @old_from AND n.code = @new_code AND n.valid_from = @new_from`

const upsertZone = `
	INSERT INTO zones (slug, name, kind, status, province_code, folded, lat, lon, sectors, note, source)
	VALUES (@slug, @name, @kind, @status, @province, @folded, @lat, @lon, @sectors, @note, @source)
	ON CONFLICT (slug) DO UPDATE SET
		name = EXCLUDED.name, kind = EXCLUDED.kind, status = EXCLUDED.status,
		province_code = EXCLUDED.province_code, folded = EXCLUDED.folded, lat = EXCLUDED.lat, lon = EXCLUDED.lon,
		sectors = EXCLUDED.sectors, note = EXCLUDED.note, source = EXCLUDED.source`

const clearZoneAreas = `DELETE FROM zone_areas`

const insertZoneArea = `
	INSERT INTO zone_areas (zone_id, area_id)
	SELECT z.id, a.id
	FROM zones z, areas a
	WHERE z.slug = @slug AND a.code = @code AND a.valid_from = @valid_from`

const upsertOccupation = `
	INSERT INTO occupations (code, level, parent_code, name_vi, name_en, folded)
	VALUES (@code, @level, NULLIF(@parent, ''), @name_vi, @name_en, @folded)
	ON CONFLICT (code) DO UPDATE SET
		level = EXCLUDED.level, parent_code = EXCLUDED.parent_code,
		name_vi = EXCLUDED.name_vi, name_en = EXCLUDED.name_en, folded = EXCLUDED.folded`

const upsertWage = `
	INSERT INTO minimum_wages (effective_from, effective_to, region, monthly_vnd, hourly_vnd, legal_basis)
	VALUES (@effective_from, @effective_to, @region, @monthly, @hourly, @legal_basis)
	ON CONFLICT (effective_from, region) DO UPDATE SET
		effective_to = EXCLUDED.effective_to, monthly_vnd = EXCLUDED.monthly_vnd,
		hourly_vnd = EXCLUDED.hourly_vnd, legal_basis = EXCLUDED.legal_basis`

const upsertWageRegion = `
	INSERT INTO wage_regions (area_id, effective_from, effective_to, region, source)
	SELECT id, @effective_from, @effective_to, @region, @source
	FROM areas
	WHERE code = @code AND valid_from = @valid_from
	ON CONFLICT (area_id, effective_from) DO UPDATE SET
		effective_to = EXCLUDED.effective_to, region = EXCLUDED.region, source = EXCLUDED.source`

// A computed day never replaces one that was announced.
const upsertHoliday = `
	INSERT INTO holidays (day, kind, name_vi, name_en, source, certainty)
	VALUES (@day, @kind, @name_vi, @name_en, @source, @certainty)
	ON CONFLICT (day) DO UPDATE SET
		kind = EXCLUDED.kind, name_vi = EXCLUDED.name_vi, name_en = EXCLUDED.name_en,
		source = EXCLUDED.source, certainty = EXCLUDED.certainty
	WHERE EXCLUDED.certainty = 'announced' OR holidays.certainty = 'computed'`

const clearComputedHolidays = `
	DELETE FROM holidays
	WHERE certainty = 'computed' AND NOT day = ANY (@days)`

const upsertBody = `
	INSERT INTO bodies (slug, kind, side, province_code, name_vi, short_vi, name_en, short_en, folded,
		parent_id, area_id, valid_from, valid_to)
	VALUES (@slug, @kind, @side, @province, @name_vi, @short_vi, @name_en, @short_en, @folded,
		(SELECT id FROM bodies WHERE slug = @parent),
		(SELECT id FROM areas WHERE code = @area_code AND valid_from = @area_from), @valid_from, @valid_to)
	ON CONFLICT (slug) DO UPDATE SET
		kind = EXCLUDED.kind, side = EXCLUDED.side, province_code = EXCLUDED.province_code,
		name_vi = EXCLUDED.name_vi, short_vi = EXCLUDED.short_vi,
		name_en = EXCLUDED.name_en, short_en = EXCLUDED.short_en, folded = EXCLUDED.folded,
		parent_id = EXCLUDED.parent_id, area_id = EXCLUDED.area_id,
		valid_from = EXCLUDED.valid_from, valid_to = EXCLUDED.valid_to`

const setCounterpart = `
	UPDATE bodies SET counterpart_id = (SELECT id FROM bodies WHERE slug = @counterpart)
	WHERE slug = @slug`

const clearBodySuccessors = `DELETE FROM body_successors`

const insertBodySuccessor = `
	INSERT INTO body_successors (old_body_id, new_name, starts_on, certainty)
	SELECT id, @new_name, @day, @certainty
	FROM bodies
	WHERE slug = @slug`

const holidayFields = `day, kind, name_vi, name_en, source, certainty`

const selectHolidays = `SELECT ` + holidayFields + ` FROM holidays ORDER BY day`

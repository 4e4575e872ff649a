BEGIN;

-- Areas are administrative units. Codes are reused with another meaning, so
-- the key is (code, valid_from); valid_to is exclusive.
CREATE TABLE areas (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code        text NOT NULL,
    valid_from  date NOT NULL,
    valid_to    date,
    name        text NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('province', 'city', 'town', 'district', 'commune', 'ward', 'township')),
    parent_id   bigint REFERENCES areas (id),
    province_code text NOT NULL,
    folded      text NOT NULL,
    lat         double precision,
    lon         double precision,
    UNIQUE (code, valid_from)
);
CREATE INDEX areas_parent ON areas (parent_id);

CREATE TABLE area_successors (
    old_area_id bigint NOT NULL REFERENCES areas (id),
    new_area_id bigint NOT NULL REFERENCES areas (id),
    relation    text NOT NULL CHECK (relation IN ('full', 'partial', 'inferred')),
    PRIMARY KEY (old_area_id, new_area_id)
);

-- A partnership is a pair of provinces. map_on is the working map date: the
-- areas and bodies to choose from are those alive on that day.
CREATE TABLE partnerships (
    id                        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug                      text NOT NULL UNIQUE,
    source_province_code      text NOT NULL,
    destination_province_code text NOT NULL,
    map_on                    date NOT NULL
);

CREATE TABLE zones (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug       text NOT NULL UNIQUE,
    name       text NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('kcn', 'ccn')),
    status     text NOT NULL CHECK (status IN ('operating', 'starting', 'planned')),
    province_code text NOT NULL,
    folded     text NOT NULL,
    lat        double precision NOT NULL,
    lon        double precision NOT NULL,
    sectors    text NOT NULL DEFAULT '',
    note       text NOT NULL DEFAULT '',
    source     text NOT NULL DEFAULT ''
);

-- The areas a zone lies in, on every map: districts of 2024 and communes of 2025.
CREATE TABLE zone_areas (
    zone_id bigint NOT NULL REFERENCES zones (id),
    area_id bigint NOT NULL REFERENCES areas (id),
    PRIMARY KEY (zone_id, area_id)
);

CREATE TABLE occupations (
    code        text PRIMARY KEY,
    level       int NOT NULL,
    parent_code text REFERENCES occupations (code),
    name_vi     text NOT NULL,
    name_en     text NOT NULL,
    folded      text NOT NULL
);

CREATE TABLE minimum_wages (
    effective_from date NOT NULL,
    effective_to   date,
    region         text NOT NULL CHECK (region IN ('I', 'II', 'III', 'IV')),
    monthly_vnd    bigint NOT NULL,
    hourly_vnd     bigint NOT NULL,
    legal_basis    text NOT NULL,
    PRIMARY KEY (effective_from, region)
);

CREATE TABLE wage_regions (
    area_id        bigint NOT NULL REFERENCES areas (id),
    effective_from date NOT NULL,
    effective_to   date,
    region         text NOT NULL CHECK (region IN ('I', 'II', 'III', 'IV')),
    source         text NOT NULL,
    PRIMARY KEY (area_id, effective_from)
);

CREATE TABLE holidays (
    day       date PRIMARY KEY,
    kind      text NOT NULL CHECK (kind IN ('holiday', 'day_off_swapped', 'working_swapped')),
    name_vi   text NOT NULL,
    name_en   text NOT NULL,
    source    text NOT NULL,
    certainty text NOT NULL CHECK (certainty IN ('announced', 'computed'))
);

-- One row a data set: an unchanged set is not loaded again.
CREATE TABLE reference_loads (
    name      text PRIMARY KEY,
    checksum  text NOT NULL,
    loaded_at timestamptz NOT NULL
);

-- Bodies have duties. counterpart_id points at the body of the same trade in
-- the other province.
CREATE TABLE bodies (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug           text NOT NULL UNIQUE,
    kind           text NOT NULL CHECK (kind IN ('office', 'labour', 'centre', 'transport', 'paper', 'broadcaster',
                       'district', 'commune', 'zone_board', 'employer')),
    side           text NOT NULL CHECK (side IN ('source', 'destination')),
    province_code  text NOT NULL,
    name_vi        text NOT NULL,
    short_vi       text NOT NULL,
    name_en        text NOT NULL,
    short_en       text NOT NULL,
    folded         text NOT NULL,
    parent_id      bigint REFERENCES bodies (id),
    counterpart_id bigint REFERENCES bodies (id),
    area_id        bigint REFERENCES areas (id),
    valid_from     date NOT NULL,
    valid_to       date
);
CREATE INDEX bodies_parent ON bodies (parent_id);

CREATE TABLE body_successors (
    old_body_id bigint NOT NULL REFERENCES bodies (id),
    new_body_id bigint REFERENCES bodies (id),
    new_name    text NOT NULL,
    starts_on   date NOT NULL,
    certainty   text NOT NULL CHECK (certainty IN ('verified', 'general')),
    PRIMARY KEY (old_body_id, new_name)
);

COMMIT;

BEGIN;
DROP TABLE body_successors, bodies, reference_loads, holidays, wage_regions, minimum_wages, occupations,
    zone_areas, zones, partnerships, area_successors, areas;
COMMIT;

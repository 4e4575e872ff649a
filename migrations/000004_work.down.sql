BEGIN;
DROP TABLE route_study_items, route_studies, publicity_items, personal_views, referrals, consents, candidates,
    drive_vacancies, drive_employers, drives, live_changes, live_vacancies, vacancy_clearances, vacancy_revisions, vacancies, employers;
COMMIT;

BEGIN;

DROP INDEX vacancies_amends, vacancies_relisted, vacancy_twins_second;

COMMIT;

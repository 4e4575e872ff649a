BEGIN;

-- An import that is undone takes up to 10,000 drafts back, and for each the
-- database asks who refers to it.
CREATE INDEX vacancies_amends ON vacancies (amends) WHERE amends IS NOT NULL;
CREATE INDEX vacancies_relisted ON vacancies (relisted_from) WHERE relisted_from IS NOT NULL;
CREATE INDEX vacancy_twins_second ON vacancy_twins (second_id);

COMMIT;

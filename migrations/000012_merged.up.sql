BEGIN;

-- When two vacancies are one order, people who are at both change places in one
-- statement: uniqueness is judged at its end.
ALTER TABLE referrals
    DROP CONSTRAINT referrals_candidate_id_vacancy_id_key,
    ADD CONSTRAINT referrals_candidate_id_vacancy_id_key UNIQUE (candidate_id, vacancy_id) DEFERRABLE INITIALLY IMMEDIATE;

CREATE INDEX vacancies_merged ON vacancies (merged_into) WHERE merged_into IS NOT NULL;

COMMIT;

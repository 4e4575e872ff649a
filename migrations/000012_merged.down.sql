BEGIN;

DROP INDEX vacancies_merged;

ALTER TABLE referrals
    DROP CONSTRAINT referrals_candidate_id_vacancy_id_key,
    ADD CONSTRAINT referrals_candidate_id_vacancy_id_key UNIQUE (candidate_id, vacancy_id);

COMMIT;

BEGIN;

-- By which edition of the meanings of words live_vacancies was written, in one
-- row. A program that knows another writes it anew when it starts.
CREATE TABLE live_edition (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    edition  text NOT NULL
);

COMMIT;

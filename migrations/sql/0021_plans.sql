-- No plan and no clock tells what a policy keeps shut. PostgreSQL asks a condition of the reader
-- before the policy when its operator is marked as leakproof, and asks the list of students of the
-- policy only when some row came through: so `summary < 'K'` told, letter by letter, what stands in
-- any talk. Without that mark the policy comes first. The mark stands in the catalogue of this
-- database alone, and a restored dump has it again: `server check` looks, `server upgrade` mends.
-- Keys stay as they are: without them no index would be used, and they tell only that a row is there.

CREATE FUNCTION lob.shut_plans() RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    found record;
BEGIN
    FOR found IN SELECT name FROM lob.open_plans() name LOOP
        EXECUTE format('ALTER FUNCTION %s NOT LEAKPROOF', found.name);
    END LOOP;
END $$;

CREATE FUNCTION lob.open_plans() RETURNS SETOF regprocedure LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT oid::regprocedure FROM pg_proc WHERE proleakproof AND proname <> 'uuid_eq'
$$;

-- Only a superuser may change the mark; anybody of the school may see whether it is right.
ALTER FUNCTION lob.open_plans OWNER TO lob_owner;
REVOKE ALL ON FUNCTION lob.shut_plans, lob.open_plans FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lob.open_plans TO lob_staff;

SELECT lob.shut_plans();

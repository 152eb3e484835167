-- The words of agreements stand in lists over many students, on Vandaag and under Gesprekken. They
-- too stay shut until the log holds an entry of this login that is committed: the opened dossier,
-- or one entry for reading lists.

CREATE FUNCTION lob.reading_lists(within interval) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT EXISTS (
        SELECT 1 FROM public.audit_entry entry
        WHERE entry.chain = session_user AND entry.action = 'opened'
          AND entry.kind = 'agreement_text' AND entry.at > clock_timestamp() - within
          AND entry.xact IS DISTINCT FROM
              pg_current_xact_id_if_assigned()::text::bigint)
$$;

-- Opens the agreements in lists for five minutes. As with a dossier, commit before reading.
CREATE FUNCTION lob.open_lists() RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF lob.me() IS NULL THEN
        RETURN false;
    END IF;
    IF NOT lob.reading_lists('1 minute') THEN
        PERFORM lob.write_entry('opened', NULL, 'agreement_text', '', '');
    END IF;
    RETURN true;
END $$;

ALTER FUNCTION lob.reading_lists OWNER TO lob_owner;
ALTER FUNCTION lob.open_lists OWNER TO lob_owner;
REVOKE ALL ON FUNCTION lob.reading_lists, lob.open_lists FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lob.reading_lists, lob.open_lists TO lob_staff;

DROP POLICY dossier_read ON public.agreement_text;
CREATE POLICY opened_read ON public.agreement_text FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.opened()))
           OR ((SELECT lob.reading_lists('5 minutes'))
               AND student_id = ANY (ARRAY (SELECT lob.readable()))));

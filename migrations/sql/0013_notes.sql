-- Notes of one line: those of the dossier, and working notes, which are their writer's own.

-- Whether this login itself wrote the note less than a day ago: by the clock of the server and what
-- the log saw, whatever moment the note names.
CREATE FUNCTION lob.noted_lately(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT EXISTS (
        SELECT 1 FROM public.audit_entry entry
        WHERE entry.kind = 'dossier_note' AND entry.record = wanted::text
          AND entry.action = 'added' AND entry.chain = (session_user::text COLLATE "default")
          AND entry.at > clock_timestamp() - interval '24 hours')
$$;
ALTER FUNCTION lob.noted_lately OWNER TO lob_owner;
REVOKE ALL ON FUNCTION lob.noted_lately FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lob.noted_lately TO lob_staff;

CALL lob.guard_table('dossier_note', '{id}');
-- Not in the log, like a draft: the log is read by the counsellor and by who checks it, and a
-- working note is nobody's but its writer's. That there is one would be told there.
CALL lob.guard_table('working_note', NULL);

-- What was taken back is gone for everybody but who wrote it.
GRANT SELECT, INSERT, UPDATE (withdrawn_at) ON public.dossier_note TO lob_staff;
CREATE POLICY opened_read ON public.dossier_note FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.opened()))
           AND (withdrawn_at IS NULL OR author_id = (SELECT lob.me())));
CREATE POLICY own_added ON public.dossier_note FOR INSERT TO lob_staff
    WITH CHECK (author_id = (SELECT lob.me()) AND withdrawn_at IS NULL
                AND student_id = ANY (ARRAY (SELECT lob.caseload())));
CREATE POLICY own_taken_back ON public.dossier_note FOR UPDATE TO lob_staff
    USING (author_id = (SELECT lob.me()) AND student_id = ANY (ARRAY (SELECT lob.caseload()))
           AND lob.noted_lately(id));

GRANT SELECT, INSERT, DELETE, UPDATE (text, version, updated_at) ON public.working_note
    TO lob_staff;
CREATE POLICY own_read ON public.working_note FOR SELECT TO lob_staff
    USING (author_id = (SELECT lob.me()));
CREATE POLICY own_added ON public.working_note FOR INSERT TO lob_staff
    WITH CHECK (author_id = (SELECT lob.me())
                AND student_id = ANY (ARRAY (SELECT lob.caseload())));
CREATE POLICY own_changed ON public.working_note FOR UPDATE TO lob_staff
    USING (author_id = (SELECT lob.me()));
CREATE POLICY own_removed ON public.working_note FOR DELETE TO lob_staff
    USING (author_id = (SELECT lob.me()));

-- Who is asking and which students: the same answers as in 0002, found faster.
--
-- In PL/pgSQL, since a function in SQL that is SECURITY DEFINER is planned anew at every call, with
-- all that it calls: lob.visible() took 2.5 ms, and a query under the guard asks it two or three
-- times. PL/pgSQL keeps its plans for as long as a connection lives.
--
-- session_user is of type name, whose collation is "C": compared bare with a column it cannot use
-- the index on that column, so every reading of a text went through the whole audit log. For
-- equality any collation says the same. And clock_timestamp() moves while a query runs, so it is
-- no bound for an index: asked once, in a SELECT of its own, it is.
--
-- CREATE OR REPLACE keeps owner and grants.

CREATE OR REPLACE FUNCTION lob.me() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN (SELECT id FROM public.staff_member
            WHERE login = (session_user::text COLLATE "default")
              AND (active_until IS NULL OR active_until >= lob.today()));
END $$;

CREATE OR REPLACE FUNCTION lob.has_role(wanted text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM public.staff_role WHERE staff_id = lob.me() AND role = wanted);
END $$;

CREATE OR REPLACE FUNCTION lob.caseload() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY
        SELECT id FROM public.student
        WHERE counsellor_id = lob.me() AND lob.has_role('counsellor');
END $$;

CREATE OR REPLACE FUNCTION lob.granted(wanted text) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY
        SELECT student_id FROM public.access_grant
        WHERE staff_id = lob.me() AND kind = wanted AND ended_at IS NULL
          AND (until IS NULL OR until >= lob.today());
END $$;

CREATE OR REPLACE FUNCTION lob.cared() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY SELECT lob.granted('second_line') WHERE lob.has_role('second_line');
END $$;

CREATE OR REPLACE FUNCTION lob.readable() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY
        SELECT lob.caseload()
        UNION SELECT lob.cared()
        UNION SELECT lob.granted('asked_in') WHERE lob.has_role('counsellor');
END $$;

CREATE OR REPLACE FUNCTION lob.led() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY
        SELECT student.id FROM public.student
        JOIN public.team_member ON team_member.team_id = student.team_id
        WHERE team_member.staff_id = lob.me() AND lob.has_role('team_leader');
END $$;

CREATE OR REPLACE FUNCTION lob.visible() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY SELECT lob.readable() UNION SELECT lob.led();
END $$;

CREATE OR REPLACE FUNCTION lob.listed() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY
        SELECT lob.visible()
        UNION SELECT id FROM public.student WHERE lob.has_role('administrator');
END $$;

CREATE OR REPLACE FUNCTION lob.opened() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY
        SELECT entry.student_id FROM public.audit_entry entry
        WHERE entry.chain = (session_user::text COLLATE "default") AND entry.action = 'opened'
          AND entry.at > (SELECT clock_timestamp() - interval '5 minutes')
          AND entry.xact IS DISTINCT FROM
              pg_current_xact_id_if_assigned()::text::bigint
          AND entry.student_id = ANY (ARRAY (SELECT lob.readable()));
END $$;

CREATE OR REPLACE FUNCTION lob.active_until() RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT active_until FROM public.staff_member
    WHERE login = (session_user::text COLLATE "default")
$$;

CREATE OR REPLACE FUNCTION lob.write_entry(
    action text, student_id uuid, kind text, record text, seal text
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    entry public.audit_entry;
    before text;
BEGIN
    entry.chain := session_user;
    INSERT INTO public.audit_head VALUES (entry.chain, 0, '') ON CONFLICT DO NOTHING;
    SELECT head.number + 1, head.hash INTO entry.number, before
    FROM public.audit_head head WHERE head.chain = entry.chain FOR UPDATE;
    entry.ordinal := nextval('lob.audit_ordinal');
    entry.at := clock_timestamp();
    entry.staff_id := lob.me();
    SELECT coalesce(string_agg(held.role, ',' ORDER BY held.role), '') INTO entry.roles
    FROM public.staff_role held WHERE held.staff_id = entry.staff_id;
    entry.action := write_entry.action;
    entry.student_id := write_entry.student_id;
    entry.kind := write_entry.kind;
    entry.record := write_entry.record;
    entry.seal := write_entry.seal;
    entry.xact := pg_current_xact_id()::text::bigint;
    entry.hash := lob.entry_hash(before, entry);
    INSERT INTO public.audit_entry SELECT entry.*;
    UPDATE public.audit_head head SET number = entry.number, hash = entry.hash
    WHERE head.chain = entry.chain;
    IF action <> 'opened' THEN
        -- Everybody can listen, so it says nothing: whoever hears it asks under the policies.
        PERFORM pg_notify('lob_changed', '');
    END IF;
END $$;

CREATE OR REPLACE FUNCTION lob.open_dossier(wanted uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF wanted IS NULL OR wanted <> ALL (ARRAY (SELECT lob.readable())) THEN
        RETURN false;
    END IF;
    -- Within a minute it is the same reading.
    IF NOT EXISTS (
        SELECT 1 FROM public.audit_entry entry
        WHERE entry.chain = (session_user::text COLLATE "default") AND entry.action = 'opened'
          AND entry.student_id = wanted
          AND entry.at > (SELECT clock_timestamp() - interval '1 minute')
          AND entry.xact IS DISTINCT FROM
              pg_current_xact_id_if_assigned()::text::bigint
    ) THEN
        PERFORM lob.write_entry('opened', wanted, 'student', wanted::text, '');
    END IF;
    RETURN true;
END $$;

CREATE OR REPLACE FUNCTION lob.searching(within interval) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN EXISTS (
        SELECT 1 FROM public.audit_entry entry
        WHERE entry.chain = (session_user::text COLLATE "default") AND entry.action = 'opened'
          AND entry.kind = 'search'
          AND entry.at > (SELECT clock_timestamp() - within)
          AND entry.xact IS DISTINCT FROM
              pg_current_xact_id_if_assigned()::text::bigint);
END $$;

CREATE OR REPLACE FUNCTION lob.reading_lists(within interval) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN EXISTS (
        SELECT 1 FROM public.audit_entry entry
        WHERE entry.chain = (session_user::text COLLATE "default") AND entry.action = 'opened'
          AND entry.kind = 'agreement_text'
          AND entry.at > (SELECT clock_timestamp() - within)
          AND entry.xact IS DISTINCT FROM
              pg_current_xact_id_if_assigned()::text::bigint);
END $$;

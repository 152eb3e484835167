-- Handing over: the giver proposes, the receiver answers, and only the receiver's yes moves a
-- student from one caseload to another.

CALL lob.guard_table('handover', '{id}');
CALL lob.guard_table('handover_text', '{handover_id}');

GRANT SELECT, INSERT, UPDATE (status, answered_at, version, updated_at)
    ON public.handover TO lob_staff;
-- Whose handovers this login gave or was offered.
CREATE FUNCTION lob.handed() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY
        SELECT student_id FROM public.handover WHERE giver_id = lob.me()
        UNION SELECT student_id FROM public.handover WHERE receiver_id = lob.me();
END $$;
-- The list first: see 0004_talks.sql.
CREATE POLICY concerned_read ON public.handover FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.visible() UNION SELECT lob.handed()))
           AND (giver_id = (SELECT lob.me()) OR receiver_id = (SELECT lob.me())
                OR student_id = ANY (ARRAY (SELECT lob.visible()))));
CREATE POLICY own_added ON public.handover FOR INSERT TO lob_staff
    WITH CHECK (giver_id = (SELECT lob.me()) AND receiver_id <> giver_id
                AND status = 'proposed' AND answered_at IS NULL
                AND student_id = ANY (ARRAY (SELECT lob.caseload())));
-- A yes is given by lob.confirm_handover only.
CREATE POLICY concerned_answer ON public.handover FOR UPDATE TO lob_staff
    USING (status = 'proposed'
           AND (giver_id = (SELECT lob.me()) OR receiver_id = (SELECT lob.me())))
    WITH CHECK (answered_at IS NOT NULL
                AND ((giver_id = (SELECT lob.me()) AND status = 'withdrawn')
                     OR (receiver_id = (SELECT lob.me()) AND status = 'declined')));

-- What the receiver may read before saying yes: the words of this one proposal, and the log tells.
CREATE FUNCTION lob.offered() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT handover.id FROM public.handover
    WHERE handover.receiver_id = lob.me() AND handover.status = 'proposed'
      AND lob.has_role('counsellor')
$$;

CREATE FUNCTION lob.open_handover(wanted uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF wanted IS NULL OR wanted <> ALL (ARRAY (SELECT lob.offered())) THEN
        RETURN false;
    END IF;
    PERFORM lob.write_entry(
        'opened', (SELECT student_id FROM public.handover WHERE id = wanted), 'handover',
        wanted::text, '');
    RETURN true;
END $$;

CREATE FUNCTION lob.opened_handovers() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY
        SELECT entry.record::uuid FROM public.audit_entry entry
        WHERE entry.chain = (session_user::text COLLATE "default") AND entry.action = 'opened'
          AND entry.kind = 'handover'
          AND entry.at > (SELECT clock_timestamp() - interval '5 minutes')
          AND entry.xact IS DISTINCT FROM
              pg_current_xact_id_if_assigned()::text::bigint
          -- Entries of other readings name no record, whatever is asked first.
          AND CASE entry.kind WHEN 'handover' THEN entry.record::uuid END
              = ANY (ARRAY (SELECT lob.offered()));
END $$;

CREATE FUNCTION lob.confirm_handover(wanted uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    offer public.handover;
BEGIN
    SELECT * INTO offer FROM public.handover WHERE id = wanted AND receiver_id = lob.me();
    IF offer.id IS NULL OR NOT lob.has_role('counsellor') THEN
        RETURN false;
    END IF;
    -- The student first, as whoever else moves a student does (end_offers).
    PERFORM 1 FROM public.student
    WHERE id = offer.student_id AND counsellor_id = offer.giver_id FOR UPDATE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    UPDATE public.handover SET status = 'confirmed', answered_at = now(), updated_at = now(),
        version = version + 1
    WHERE id = wanted AND status = 'proposed';
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    UPDATE public.student SET counsellor_id = offer.receiver_id, version = version + 1,
        updated_at = now()
    WHERE id = offer.student_id;
    UPDATE public.appointment SET staff_id = offer.receiver_id, version = version + 1,
        updated_at = now()
    WHERE student_id = offer.student_id AND status = 'planned';
    RETURN true;
END $$;

-- An offer ends when its giver has the student no more, whoever saw to that: a receiver would go on
-- reading, and could take the student when it is the giver's again.
CREATE FUNCTION lob.end_offers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    UPDATE public.handover SET status = 'withdrawn', answered_at = now(), updated_at = now(),
        version = version + 1
    WHERE student_id = NEW.id AND status = 'proposed';
    RETURN NULL;
END $$;
CREATE TRIGGER end_offers AFTER UPDATE OF counsellor_id ON public.student
    FOR EACH ROW WHEN (OLD.counsellor_id IS DISTINCT FROM NEW.counsellor_id)
    EXECUTE FUNCTION lob.end_offers();

-- As in 0003_speed.sql, but that only the opening of a dossier opens one: who read an offer and said
-- yes would read all the rest, and the log would tell of the offer alone.
CREATE OR REPLACE FUNCTION lob.opened() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY
        SELECT entry.student_id FROM public.audit_entry entry
        WHERE entry.chain = (session_user::text COLLATE "default") AND entry.action = 'opened'
          AND entry.kind = 'student'
          AND entry.at > (SELECT clock_timestamp() - interval '5 minutes')
          AND entry.xact IS DISTINCT FROM
              pg_current_xact_id_if_assigned()::text::bigint
          AND entry.student_id = ANY (ARRAY (SELECT lob.readable()));
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
          AND entry.kind = 'student' AND entry.student_id = wanted
          AND entry.at > (SELECT clock_timestamp() - interval '1 minute')
          AND entry.xact IS DISTINCT FROM
              pg_current_xact_id_if_assigned()::text::bigint
    ) THEN
        PERFORM lob.write_entry('opened', wanted, 'student', wanted::text, '');
    END IF;
    RETURN true;
END $$;

DO $$
DECLARE
    found record;
BEGIN
    FOR found IN
        SELECT oid::regprocedure AS name FROM pg_proc
        WHERE pronamespace = 'lob'::regnamespace AND proname IN
            ('handed', 'offered', 'open_handover', 'opened_handovers', 'confirm_handover',
             'end_offers')
    LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO lob_owner', found.name);
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', found.name);
    END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION
    lob.handed, lob.offered, lob.open_handover, lob.opened_handovers, lob.confirm_handover TO lob_staff;

GRANT SELECT, INSERT, UPDATE (reply) ON public.handover_text TO lob_staff;
CREATE POLICY opened_read ON public.handover_text FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.opened() UNION SELECT lob.handed()))
           AND (student_id = ANY (ARRAY (SELECT lob.opened()))
                OR handover_id = ANY (ARRAY (SELECT lob.opened_handovers()))));
CREATE POLICY own_added ON public.handover_text FOR INSERT TO lob_staff
    -- The reply is the receiver's.
    WITH CHECK (reply = '' AND student_id = ANY (ARRAY (SELECT lob.caseload())) AND EXISTS (
        SELECT 1 FROM public.handover offer
        WHERE offer.id = handover_id AND offer.xmin = pg_current_xact_id()::xid));
CREATE POLICY receiver_replies ON public.handover_text FOR UPDATE TO lob_staff
    USING (handover_id = ANY (ARRAY (SELECT lob.offered())));

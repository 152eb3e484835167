-- Restricted notes: no note without its mark, no correction of somebody else's note, and no day or
-- number of notes for whom only may know that there are any.

-- A note leaves the mark by itself, also when it is written by plain SQL; nobody else makes one.
REVOKE INSERT ON public.confidential_mark FROM lob_staff;
DROP POLICY second_line_adds ON public.confidential_mark;
-- The column alone: the hidden ones of a row (xmin) tell roughly when it was made.
REVOKE SELECT ON public.confidential_mark FROM lob_staff;
GRANT SELECT (student_id) ON public.confidential_mark TO lob_staff;

CREATE FUNCTION lob.mark_confidential() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO public.confidential_mark (student_id) VALUES (NEW.student_id)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER marked AFTER INSERT ON second_line.confidential_note
    FOR EACH ROW EXECUTE FUNCTION lob.mark_confidential();

-- A correction replaces the newest version of an own note of the same student. Whatever else it
-- names gets the same answer, so that nobody can ask which notes exist.
CREATE FUNCTION lob.check_correction() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NEW.replaces IS NOT NULL THEN
        PERFORM 1 FROM second_line.confidential_note replaced
        WHERE replaced.id = NEW.replaces AND replaced.student_id = NEW.student_id
          AND replaced.author_id = NEW.author_id AND replaced.author_id = lob.me()
        -- Two corrections at once wait for each other.
        FOR UPDATE;
        IF NOT FOUND OR EXISTS (
            SELECT 1 FROM second_line.confidential_note newer WHERE newer.replaces = NEW.replaces
        ) THEN
            RAISE insufficient_privilege;
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER correction_checked BEFORE INSERT ON second_line.confidential_note
    FOR EACH ROW EXECUTE FUNCTION lob.check_correction();

-- As in 0002, but that restricted notes are told to the second line with an active referral only.
-- The counsellor hears of the mark while it is news; later no entry tells its day.
CREATE OR REPLACE FUNCTION lob.changes_since(after bigint)
RETURNS TABLE (ordinal bigint, kind text, student_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT entry.ordinal, entry.kind, entry.student_id FROM public.audit_entry entry
    WHERE entry.ordinal > after AND entry.action <> 'opened' AND entry.chain <> session_user
      AND lob.me() IS NOT NULL
      AND (entry.student_id = ANY (ARRAY (SELECT lob.visible()))
           OR (entry.student_id IS NULL AND entry.kind IN ('team_member', 'staff_role'))
           -- Who waits for a yes: the team leader who gives it, and who asked for it.
           OR (entry.kind = 'student_arrival' AND EXISTS (
               SELECT 1 FROM public.student_arrival arrival
               WHERE arrival.id = CASE entry.kind WHEN 'student_arrival' THEN entry.record::uuid END
                 AND (arrival.proposed_by = lob.me() OR lob.leads(arrival.team_id)))))
      AND (entry.kind NOT IN ('confidential_note', 'confidential_mark')
           OR entry.student_id = ANY (ARRAY (SELECT lob.cared()))
           OR (entry.kind = 'confidential_mark'
               AND entry.at > clock_timestamp() - interval '5 minutes'
               AND entry.student_id = ANY (ARRAY (SELECT lob.caseload()))))
    ORDER BY entry.ordinal LIMIT 10000
$$;

DO $$
DECLARE
    found record;
BEGIN
    FOR found IN
        SELECT oid::regprocedure AS name FROM pg_proc
        WHERE pronamespace = 'lob'::regnamespace
          AND proname IN ('mark_confidential', 'check_correction', 'changes_since')
    LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO lob_owner', found.name);
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', found.name);
    END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION lob.changes_since TO lob_staff;

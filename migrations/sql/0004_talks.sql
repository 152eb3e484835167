-- Who else sits at the table, what is planned, and what became of agreements.

-- What every new table of a school gets: an owner nobody logs in as, forced row-level security, and,
-- when it is audited (`key` names the columns of its key), the trigger that tells the log and the
-- bounds of its days. What is granted to whom stands beside the call.
CREATE PROCEDURE lob.guard_table(wanted text, key text[]) LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    found record;
BEGIN
    EXECUTE format('ALTER TABLE public.%I OWNER TO lob_owner', wanted);
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', wanted);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', wanted);
    EXECUTE format('CREATE POLICY keeper ON public.%I TO lob_owner USING (true)', wanted);
    IF EXISTS (SELECT 1 FROM pg_proc WHERE proname = wanted || '_never_changes') THEN
        EXECUTE format('ALTER FUNCTION public.%I() OWNER TO lob_owner', wanted || '_never_changes');
        EXECUTE format('REVOKE ALL ON FUNCTION public.%I() FROM PUBLIC', wanted || '_never_changes');
    END IF;
    FOR found IN
        SELECT attname FROM pg_attribute
        WHERE attrelid = format('public.%I', wanted)::regclass AND attnum > 0
          AND NOT attisdropped AND atttypid IN ('date'::regtype, 'timestamptz'::regtype)
    LOOP
        EXECUTE format(
            'ALTER TABLE public.%1$I ADD CONSTRAINT %2$I CHECK (%3$I >= %4$L AND %3$I < %5$L)',
            wanted, 'ck_' || wanted || '_' || found.attname || '_day',
            found.attname, '0001-01-02', '9999-12-31');
    END LOOP;
    IF key IS NOT NULL THEN
        INSERT INTO lob.audited VALUES (wanted, 'public', key);
        EXECUTE format(
            'CREATE TRIGGER audited AFTER INSERT OR UPDATE OR DELETE ON public.%I FOR EACH ROW '
            'EXECUTE FUNCTION lob.audit(%s)', wanted,
            (SELECT string_agg(quote_literal(part), ', ') FROM unnest(key) part));
    END IF;
END $$;
REVOKE ALL ON PROCEDURE lob.guard_table FROM PUBLIC;

CALL lob.guard_table('guardian', '{id}');
CALL lob.guard_table('company', NULL);
CALL lob.guard_table('placement', '{id}');
CALL lob.guard_table('room', NULL);
CALL lob.guard_table('school_holiday', NULL);
CALL lob.guard_table('appointment', '{id}');
CALL lob.guard_table('appointment_text', '{appointment_id}');
CALL lob.guard_table('agreement_step', '{agreement_id,number}');
CALL lob.guard_table('agreement_step_text', '{agreement_id,number}');

-- Parents and placements: of the dossier, though no words of a talk.
GRANT SELECT, INSERT, UPDATE (
    name, relation, phone, email, consent_on, until, version, updated_at
) ON public.guardian TO lob_staff;
GRANT SELECT, INSERT, UPDATE (
    company_id, trainer, trainer_email, trainer_phone, starts_on, ends_on, version, updated_at
) ON public.placement TO lob_staff;
DO $$
DECLARE
    place text;
BEGIN
    FOREACH place IN ARRAY ARRAY ['guardian', 'placement'] LOOP
        EXECUTE format('CREATE POLICY dossier_read ON public.%I FOR SELECT TO lob_staff '
                       'USING (student_id = ANY (ARRAY (SELECT lob.readable())))', place);
        EXECUTE format('CREATE POLICY own_added ON public.%I FOR INSERT TO lob_staff '
                       'WITH CHECK (student_id = ANY (ARRAY (SELECT lob.caseload())))', place);
        EXECUTE format('CREATE POLICY own_changed ON public.%I FOR UPDATE TO lob_staff '
                       'USING (student_id = ANY (ARRAY (SELECT lob.caseload())))', place);
    END LOOP;
END $$;

-- Companies and rooms are the school's; who works with them keeps them.
GRANT SELECT, INSERT, UPDATE (name, place, version, updated_at) ON public.company TO lob_staff;
GRANT SELECT, INSERT, UPDATE (name, private, version, updated_at) ON public.room TO lob_staff;
DO $$
DECLARE
    place text;
BEGIN
    FOREACH place IN ARRAY ARRAY ['company', 'room'] LOOP
        EXECUTE format('CREATE POLICY staff_read ON public.%I FOR SELECT TO lob_staff '
                       'USING ((SELECT lob.me()) IS NOT NULL)', place);
        EXECUTE format('CREATE POLICY counsellor_adds ON public.%I FOR INSERT TO lob_staff '
                       'WITH CHECK ((SELECT lob.has_role(''counsellor'')))', place);
        EXECUTE format('CREATE POLICY counsellor_changes ON public.%I FOR UPDATE TO lob_staff '
                       'USING ((SELECT lob.has_role(''counsellor'')))', place);
    END LOOP;
END $$;
GRANT SELECT, INSERT, DELETE ON public.school_holiday TO lob_staff;
CREATE POLICY staff_read ON public.school_holiday FOR SELECT TO lob_staff
    USING ((SELECT lob.me()) IS NOT NULL);
CREATE POLICY administrator_adds ON public.school_holiday FOR INSERT TO lob_staff
    WITH CHECK ((SELECT lob.has_role('administrator')));
CREATE POLICY administrator_removes ON public.school_holiday FOR DELETE TO lob_staff
    USING ((SELECT lob.has_role('administrator')));

-- When somebody talks may be counted; what about may be read.
GRANT SELECT, INSERT, UPDATE (
    kind, form, day, time_of_day, minutes, room_id, placement_id, status, sequence, talk_id,
    version, updated_at
) ON public.appointment TO lob_staff;
CREATE POLICY dates_read ON public.appointment FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.visible())));
CREATE POLICY own_added ON public.appointment FOR INSERT TO lob_staff
    WITH CHECK (staff_id = (SELECT lob.me())
                AND student_id = ANY (ARRAY (SELECT lob.caseload())));
CREATE POLICY own_changed ON public.appointment FOR UPDATE TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.caseload())));
GRANT SELECT, INSERT, UPDATE (subject, sensitive) ON public.appointment_text TO lob_staff;
CREATE POLICY opened_read ON public.appointment_text FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (
        SELECT lob.opened()
        UNION SELECT lob.caseload() WHERE (SELECT lob.reading_lists('5 minutes')))));
CREATE POLICY own_added ON public.appointment_text FOR INSERT TO lob_staff
    WITH CHECK (student_id = ANY (ARRAY (SELECT lob.caseload())));
CREATE POLICY own_changed ON public.appointment_text FOR UPDATE TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.caseload())));

-- An agreement goes on up to another day; each step is kept and never changes.
GRANT UPDATE (due_on) ON public.agreement TO lob_staff;
GRANT SELECT, INSERT ON public.agreement_step, public.agreement_step_text TO lob_staff;
ALTER FUNCTION public.agreement_step_in_order() OWNER TO lob_owner;
REVOKE ALL ON FUNCTION public.agreement_step_in_order() FROM PUBLIC;
CREATE POLICY dates_read ON public.agreement_step FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.visible())));
CREATE POLICY own_added ON public.agreement_step FOR INSERT TO lob_staff
    WITH CHECK (student_id = ANY (ARRAY (SELECT lob.caseload())));
CREATE POLICY opened_read ON public.agreement_step_text FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (
        SELECT lob.opened()
        UNION SELECT lob.caseload() WHERE (SELECT lob.reading_lists('5 minutes')))));
CREATE POLICY own_added ON public.agreement_step_text FOR INSERT TO lob_staff
    WITH CHECK (student_id = ANY (ARRAY (SELECT lob.caseload())) AND EXISTS (
        SELECT 1 FROM public.agreement_step step
        WHERE step.agreement_id = agreement_step_text.agreement_id
          AND step.number = agreement_step_text.number
          AND step.xmin = pg_current_xact_id()::xid));

-- EXPLAIN ANALYZE tells how many rows a policy passed over, so whoever knows a student's key could
-- count what stands behind an OR (see 0003_review.sql). With one list first, the index keeps to it.
-- For the same reason no index of a new table begins with its id and ends with its student.
ALTER POLICY opened_read ON public.agreement_text
    USING (student_id = ANY (ARRAY (
        SELECT lob.opened()
        UNION SELECT lob.caseload() WHERE (SELECT lob.reading_lists('5 minutes')))));
CREATE FUNCTION lob.ever_granted() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY SELECT student_id FROM public.access_grant WHERE staff_id = lob.me();
END $$;
ALTER FUNCTION lob.ever_granted OWNER TO lob_owner;
REVOKE ALL ON FUNCTION lob.ever_granted FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lob.ever_granted TO lob_staff;
ALTER POLICY concerned_read ON public.access_grant
    USING (student_id = ANY (ARRAY (SELECT lob.caseload() UNION SELECT lob.ever_granted()))
           AND (student_id = ANY (ARRAY (SELECT lob.caseload()))
                OR staff_id = (SELECT lob.me())));

-- A time or a length that no program of this school can read would keep colleagues out of their
-- pages: who asks for the same room, who leads the team.
ALTER TABLE public.appointment
    ADD CONSTRAINT ck_appointment_time_of_day_readable
        CHECK (time_of_day ~ '^(([01][0-9]|2[0-3]):[0-5][0-9])?$'),
    ADD CONSTRAINT ck_appointment_minutes_readable CHECK (minutes BETWEEN 0 AND 1440);

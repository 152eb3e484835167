-- Life skills. A row names its learner, a student or a member of staff, and a student's row names
-- the student too, for the audit log. Levels may be counted by who sees the student; evidence is of
-- the dossier and opens with it. A member's are their own and their team leader's.

-- Members of staff, and teams, whose life skills this login keeps.
CREATE FUNCTION lob.skill_led() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY
        SELECT lob.me() WHERE lob.me() IS NOT NULL
        UNION SELECT other.staff_id FROM public.team_member mine
            JOIN public.team_member other ON other.team_id = mine.team_id
            WHERE mine.staff_id = lob.me() AND lob.has_role('team_leader')
        UNION SELECT mine.team_id FROM public.team_member mine
            WHERE mine.staff_id = lob.me() AND lob.has_role('team_leader');
END $$;

-- Besides: the teams that they belong to.
CREATE FUNCTION lob.skill_known() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY
        SELECT lob.skill_led()
        UNION SELECT mine.team_id FROM public.team_member mine WHERE mine.staff_id = lob.me();
END $$;

-- Whose levels and dates may be seen, and whose evidence and words may be read now.
CREATE FUNCTION lob.skill_seen() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY SELECT lob.visible() UNION SELECT lob.skill_known();
END $$;
CREATE FUNCTION lob.skill_opened() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY
        SELECT lob.opened()
        UNION SELECT lob.caseload() WHERE lob.reading_lists('5 minutes')
        UNION SELECT lob.skill_known();
END $$;

-- A row that this login may write: of an own student, named as such, or of a member or team it keeps.
CREATE FUNCTION lob.skill_mine(learner uuid, student uuid) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT CASE WHEN student IS NULL THEN learner = ANY (ARRAY (SELECT lob.skill_led()))
                ELSE learner = student AND student = ANY (ARRAY (SELECT lob.caseload())) END
$$;

-- A claim alone never counts, and nobody confirms what they claim themselves.
CREATE FUNCTION lob.skill_second_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NEW.verdict <> 'withdrawn' AND (NEW.observer = 'self' OR EXISTS (
        SELECT 1 FROM public.skill_claim claim
        WHERE claim.id = NEW.claim_id
          AND (claim.member_id = NEW.recorded_by
               OR claim.observer_staff_id = NEW.observer_staff_id))) THEN
        RAISE EXCEPTION 'somebody else must confirm it';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER second_person BEFORE INSERT ON public.skill_verdict
    FOR EACH ROW EXECUTE FUNCTION lob.skill_second_person();

DO $$
DECLARE
    found record;
BEGIN
    FOR found IN
        SELECT oid::regprocedure AS name FROM pg_proc
        WHERE pronamespace = 'lob'::regnamespace AND proname LIKE 'skill\_%'
    LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO lob_owner', found.name);
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', found.name);
    END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION
    lob.skill_led, lob.skill_known, lob.skill_seen, lob.skill_opened, lob.skill_mine TO lob_staff;

CALL lob.guard_table('skill_set', '{id}');
CALL lob.guard_table('skill_route', '{id}');
CALL lob.guard_table('skill_claim', '{id}');
CALL lob.guard_table('skill_claim_text', '{claim_id}');
CALL lob.guard_table('skill_evidence', '{id}');
CALL lob.guard_table('skill_verdict', '{claim_id,number}');
CALL lob.guard_table('skill_verdict_text', '{claim_id,number}');

-- Sets and routes are the school's: everybody reads them.
GRANT SELECT, INSERT, UPDATE (retired_at) ON public.skill_set TO lob_staff;
CREATE POLICY staff_read ON public.skill_set FOR SELECT TO lob_staff
    USING ((SELECT lob.me()) IS NOT NULL);
CREATE POLICY administrator_adds ON public.skill_set FOR INSERT TO lob_staff
    WITH CHECK (added_by = (SELECT lob.me()) AND retired_at IS NULL
                AND (SELECT lob.has_role('administrator')));
CREATE POLICY administrator_retires ON public.skill_set FOR UPDATE TO lob_staff
    USING ((SELECT lob.has_role('administrator')));
GRANT SELECT, INSERT, UPDATE (name, skills, retired_at, version, updated_at)
    ON public.skill_route TO lob_staff;
CREATE POLICY staff_read ON public.skill_route FOR SELECT TO lob_staff
    USING ((SELECT lob.me()) IS NOT NULL);
CREATE POLICY own_added ON public.skill_route FOR INSERT TO lob_staff
    WITH CHECK (author_id = (SELECT lob.me()) AND retired_at IS NULL
                AND ((SELECT lob.has_role('counsellor')) OR (SELECT lob.has_role('team_leader'))
                     OR (SELECT lob.has_role('second_line'))));
CREATE POLICY own_changed ON public.skill_route FOR UPDATE TO lob_staff
    USING (author_id = (SELECT lob.me()) OR (SELECT lob.has_role('administrator')));

GRANT SELECT, INSERT ON public.skill_claim, public.skill_claim_text, public.skill_evidence,
    public.skill_verdict, public.skill_verdict_text TO lob_staff;
CREATE POLICY levels_read ON public.skill_claim FOR SELECT TO lob_staff
    USING (learner_id = ANY (ARRAY (SELECT lob.skill_seen())));
CREATE POLICY own_added ON public.skill_claim FOR INSERT TO lob_staff
    WITH CHECK (recorded_by = (SELECT lob.me())
                AND (observer_staff_id IS NULL OR observer_staff_id = (SELECT lob.me()))
                AND lob.skill_mine(learner_id, student_id));
CREATE POLICY levels_read ON public.skill_verdict FOR SELECT TO lob_staff
    USING (learner_id = ANY (ARRAY (SELECT lob.skill_seen())));
CREATE POLICY own_added ON public.skill_verdict FOR INSERT TO lob_staff
    WITH CHECK (recorded_by = (SELECT lob.me())
                AND (observer_staff_id IS NULL OR observer_staff_id = (SELECT lob.me()))
                AND lob.skill_mine(learner_id, student_id));
DO $$
DECLARE
    place text;
    parent text;
BEGIN
    -- Words come with what they belong to: none are put beside an old claim or verdict.
    FOR place, parent IN VALUES
        ('skill_claim_text', 'EXISTS (SELECT 1 FROM public.skill_claim parent
            WHERE parent.id = claim_id AND parent.xmin = pg_current_xact_id()::xid)'),
        ('skill_evidence', 'EXISTS (SELECT 1 FROM public.skill_claim parent
            WHERE parent.id = claim_id AND parent.xmin = pg_current_xact_id()::xid)'),
        ('skill_verdict_text', 'EXISTS (SELECT 1 FROM public.skill_verdict parent
            WHERE parent.claim_id = skill_verdict_text.claim_id
              AND parent.number = skill_verdict_text.number
              AND parent.xmin = pg_current_xact_id()::xid)')
    LOOP
        EXECUTE format('CREATE POLICY opened_read ON public.%I FOR SELECT TO lob_staff '
                       'USING (learner_id = ANY (ARRAY (SELECT lob.skill_opened())))', place);
        EXECUTE format('CREATE POLICY own_added ON public.%I FOR INSERT TO lob_staff '
                       'WITH CHECK (lob.skill_mine(learner_id, student_id) AND %s)', place, parent);
    END LOOP;
END $$;

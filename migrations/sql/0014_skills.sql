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
    RETURN QUERY SELECT lob.opened() UNION SELECT lob.skill_known();
END $$;
-- Agreements stand in lists over many students, as those of talks do. Evidence does not: a photo of
-- a student opens with that student's dossier, and the log names the student.
CREATE FUNCTION lob.skill_listed() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY
        SELECT lob.skill_opened()
        UNION SELECT lob.caseload() WHERE lob.reading_lists('5 minutes');
END $$;

-- For whom this login may write: own students, and the members and teams it keeps. A row names the
-- student too where it is one's (policies below): the log would not tell whose dossier it is else.
CREATE FUNCTION lob.skill_kept() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY SELECT lob.caseload() UNION SELECT lob.skill_led();
END $$;
-- A claim alone never counts, and nobody confirms what they claim themselves. After the policy, or a
-- stranger would be answered too; a number that is taken meets the primary key before that, which
-- tells the desk that somebody was first.
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
    IF NEW.number < 1 OR NEW.number > 1 + (
        SELECT coalesce(max(other.number), 0) FROM public.skill_verdict other
        WHERE other.claim_id = NEW.claim_id AND other.number <> NEW.number) THEN
        RAISE EXCEPTION 'verdicts on a claim come one after another';
    END IF;
    IF EXISTS (
        SELECT 1 FROM public.skill_verdict other
        WHERE other.claim_id = NEW.claim_id AND other.number < NEW.number
          AND other.verdict = 'withdrawn') THEN
        RAISE EXCEPTION 'a claim that was taken back stays so';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER second_person AFTER INSERT ON public.skill_verdict
    FOR EACH ROW EXECUTE FUNCTION lob.skill_second_person();

-- A second person has a name, and another one than who claims. The program folds names and knows
-- the learner's; this is the part of it that plain SQL cannot go around.
CREATE FUNCTION lob.skill_second_name() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    same boolean;
BEGIN
    SELECT lower(btrim(words.observer_name)) = lower(btrim(NEW.observer_name))
           AND (claim.observer <> 'self' OR said.observer_staff_id IS NULL)
    INTO same
    FROM public.skill_verdict said
    JOIN public.skill_claim claim ON claim.id = said.claim_id
    JOIN public.skill_claim_text words ON words.claim_id = said.claim_id
    WHERE said.claim_id = NEW.claim_id AND said.number = NEW.number
      AND said.verdict <> 'withdrawn';
    IF FOUND AND (same OR btrim(NEW.observer_name) = '') THEN
        RAISE EXCEPTION 'somebody else must confirm it';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER second_name AFTER INSERT ON public.skill_verdict_text
    FOR EACH ROW EXECUTE FUNCTION lob.skill_second_name();

-- What counts can be looked at: no claim and no verdict without its words. Asked at the commit.
CREATE FUNCTION lob.skill_has_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    found boolean;
BEGIN
    IF TG_TABLE_NAME = 'skill_claim' THEN
        found := EXISTS (SELECT 1 FROM public.skill_claim_text WHERE claim_id = NEW.id);
    ELSE
        found := EXISTS (SELECT 1 FROM public.skill_verdict_text
                         WHERE claim_id = NEW.claim_id AND number = NEW.number);
    END IF;
    IF NOT found THEN
        RAISE EXCEPTION 'a row of % comes with its words', TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER has_words AFTER INSERT ON public.skill_claim
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION lob.skill_has_words();
CREATE CONSTRAINT TRIGGER has_words AFTER INSERT ON public.skill_verdict
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION lob.skill_has_words();

-- Whom an entry in the log is about, where it names no student.
CREATE FUNCTION lob.skill_about(kind text, record text) RETURNS uuid LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    -- Keys are the claim's, with a number behind it; evidence comes with its claim.
    IF kind IN ('skill_claim', 'skill_claim_text', 'skill_verdict', 'skill_verdict_text') THEN
        RETURN (SELECT learner_id FROM public.skill_claim WHERE id = split_part(record, '/', 1)::uuid);
    ELSIF kind IN ('skill_goal', 'skill_goal_text', 'skill_goal_slot', 'skill_goal_slot_text') THEN
        RETURN (SELECT learner_id FROM public.skill_goal WHERE id = split_part(record, '/', 1)::uuid);
    END IF;
    RETURN NULL;
END $$;

-- As in 0003_confidential.sql, and besides: sets and routes are everybody's, and what was written of
-- a member or a team is told to who knows it anyway.
CREATE OR REPLACE FUNCTION lob.changes_since(after bigint)
RETURNS TABLE (ordinal bigint, kind text, student_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT entry.ordinal, entry.kind, entry.student_id FROM public.audit_entry entry
    WHERE entry.ordinal > after AND entry.action <> 'opened' AND entry.chain <> session_user
      AND lob.me() IS NOT NULL
      AND (entry.student_id = ANY (ARRAY (SELECT lob.visible()))
           OR (entry.student_id IS NULL AND entry.kind IN (
               'team_member', 'staff_role', 'skill_set', 'skill_route'))
           OR (entry.student_id IS NULL AND entry.kind LIKE 'skill\_%'
               AND lob.skill_about(entry.kind, entry.record)
                   = ANY (ARRAY (SELECT lob.skill_known())))
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
        WHERE pronamespace = 'lob'::regnamespace AND proname LIKE 'skill\_%'
    LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO lob_owner', found.name);
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', found.name);
    END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION
    lob.skill_led, lob.skill_known, lob.skill_seen, lob.skill_opened, lob.skill_listed,
    lob.skill_kept TO lob_staff;

CALL lob.guard_table('skill_set', '{id}');
CALL lob.guard_table('skill_route', '{id}');
CALL lob.guard_table('skill_claim', '{id}');
CALL lob.guard_table('skill_claim_text', '{claim_id}');
CALL lob.guard_table('skill_evidence', '{id}');
CALL lob.guard_table('skill_verdict', '{claim_id,number}');
CALL lob.guard_table('skill_verdict_text', '{claim_id,number}');

-- What no program of this school can read or show would keep colleagues out of their pages, so it is
-- no row. The same limits as in the program (skills/rules.py, content/skill_reading.py).
CREATE PROCEDURE lob.skill_readable(wanted text, rule text, condition text) LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    EXECUTE format('ALTER TABLE public.%I ADD CONSTRAINT %I CHECK (%s)',
                   wanted, 'ck_' || wanted || '_' || rule || '_readable', condition);
END $$;
REVOKE ALL ON PROCEDURE lob.skill_readable FROM PUBLIC;
CALL lob.skill_readable('skill_set', 'id', $$set_id ~ '^[a-z][a-z0-9_-]{0,39}$'$$);
CALL lob.skill_readable('skill_set', 'version',
                        $$set_version ~ '^[0-9A-Za-z][0-9A-Za-z._-]{0,19}$'$$);
CALL lob.skill_readable('skill_set', 'name', 'length(name) <= 200');
CALL lob.skill_readable('skill_set', 'body', 'length(body) <= 2000000');
CALL lob.skill_readable('skill_route', 'set', $$set_id ~ '^[a-z][a-z0-9_-]{0,39}$'$$);
CALL lob.skill_readable('skill_route', 'name', 'length(name) <= 80');
CALL lob.skill_readable('skill_route', 'skills',
                        $$skills ~ '^[a-z][a-z0-9_]*( [a-z][a-z0-9_]*)*$' AND length(skills) <= 3000$$);
CALL lob.skill_readable('skill_claim', 'set',
    $$set_key ~ '^[a-z][a-z0-9_-]{0,39}@[0-9A-Za-z][0-9A-Za-z._-]{0,19}$'$$);
CALL lob.skill_readable('skill_claim', 'behaviour',
                        $$behaviour_id ~ '^[a-z][a-z0-9_]{0,39}-[1-4]-[1-5]$'$$);
CALL lob.skill_readable('skill_claim', 'days',
                        $$seen_on BETWEEN '1950-01-01' AND '2199-12-31'$$);
CALL lob.skill_readable('skill_verdict', 'days',
                        $$given_on BETWEEN '1950-01-01' AND '2199-12-31'$$);
CALL lob.skill_readable('skill_claim_text', 'words',
                        'length(observer_name) <= 200 AND length(evidence) <= 20000');
CALL lob.skill_readable('skill_claim_text', 'link',
    $$link = '' OR (link ~* '^https?://' AND link !~ '[[:cntrl:][:space:]]'
                    AND length(link) <= 2000)$$);
CALL lob.skill_readable('skill_verdict_text', 'words',
                        'length(observer_name) <= 200 AND length(note) <= 20000');
CALL lob.skill_readable('skill_evidence', 'name',
    $$name <> '' AND length(name) <= 200 AND name !~ '[[:cntrl:]/\\]'$$);
CALL lob.skill_readable('skill_evidence', 'media_type',
                        $$media_type ~ '^[a-z]{1,20}/[a-z0-9.+-]{1,80}$'$$);
CALL lob.skill_readable('skill_evidence', 'content',
                        'octet_length(content) BETWEEN 1 AND 10000000');

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
                AND learner_id = ANY (ARRAY (SELECT lob.skill_kept())));
CREATE POLICY levels_read ON public.skill_verdict FOR SELECT TO lob_staff
    USING (learner_id = ANY (ARRAY (SELECT lob.skill_seen())));
-- A stranger's claim and one that does not exist get the same answer, before any key is looked at.
CREATE POLICY own_added ON public.skill_verdict FOR INSERT TO lob_staff
    WITH CHECK (recorded_by = (SELECT lob.me())
                AND (observer_staff_id IS NULL OR observer_staff_id = (SELECT lob.me()))
                AND learner_id = ANY (ARRAY (SELECT lob.skill_kept()))
                AND EXISTS (
                    SELECT 1 FROM public.skill_claim claim
                    WHERE claim.id = skill_verdict.claim_id
                      AND claim.learner_id = skill_verdict.learner_id
                      AND claim.student_id IS NOT DISTINCT FROM skill_verdict.student_id));
DO $$
DECLARE
    place text;
    parent text;
BEGIN
    -- Words come with what they belong to: none are put beside an old claim or verdict.
    FOR place, parent IN VALUES
        ('skill_claim_text', 'SELECT 1 FROM public.skill_claim parent WHERE parent.id = %1$I.claim_id'),
        ('skill_evidence', 'SELECT 1 FROM public.skill_claim parent WHERE parent.id = %1$I.claim_id'),
        ('skill_verdict_text', 'SELECT 1 FROM public.skill_verdict parent
             WHERE parent.claim_id = %1$I.claim_id AND parent.number = %1$I.number')
    LOOP
        EXECUTE format('CREATE POLICY opened_read ON public.%I FOR SELECT TO lob_staff '
                       'USING (learner_id = ANY (ARRAY (SELECT lob.skill_opened())))', place);
        EXECUTE format('CREATE POLICY own_added ON public.%1$I FOR INSERT TO lob_staff '
                       'WITH CHECK (learner_id = ANY (ARRAY (SELECT lob.skill_kept())) AND EXISTS ('
                       || parent ||
                       -- Of the same learner, and named as a student where that is one.
                       ' AND parent.learner_id = %1$I.learner_id '
                       'AND parent.student_id IS NOT DISTINCT FROM %1$I.student_id '
                       'AND parent.recorded_by = (SELECT lob.me()) '
                       'AND parent.xmin = pg_current_xact_id()::xid))', place);
    END LOOP;
END $$;

-- Agreements on life skills: of a student, of a member of staff, or of a team. Goal level and days
-- may be counted; what is done and who helps may be read.

CALL lob.guard_table('skill_goal', '{id}');
CALL lob.guard_table('skill_goal_text', '{goal_id}');
CALL lob.guard_table('skill_goal_slot', '{goal_id,number}');
CALL lob.guard_table('skill_goal_slot_text', '{goal_id,number}');

GRANT SELECT, INSERT, UPDATE (skill_id, level, status, version, updated_at)
    ON public.skill_goal TO lob_staff;
GRANT SELECT, INSERT, UPDATE (action, helper) ON public.skill_goal_text TO lob_staff;
GRANT SELECT, INSERT, DELETE, UPDATE (starts_on, ends_on, progress)
    ON public.skill_goal_slot TO lob_staff;
GRANT SELECT, INSERT, DELETE, UPDATE (plan) ON public.skill_goal_slot_text TO lob_staff;

DO $$
DECLARE
    place text;
    readers text;
    extra text;
BEGIN
    FOR place, readers, extra IN VALUES
        ('skill_goal', 'lob.skill_seen()', 'made_by = (SELECT lob.me())'),
        ('skill_goal_text', 'lob.skill_opened()', 'true'),
        ('skill_goal_slot', 'lob.skill_seen()', 'true'),
        ('skill_goal_slot_text', 'lob.skill_opened()', 'true')
    LOOP
        EXECUTE format('CREATE POLICY seen_read ON public.%I FOR SELECT TO lob_staff '
                       'USING (learner_id = ANY (ARRAY (SELECT %s)))', place, readers);
        EXECUTE format('CREATE POLICY own_added ON public.%I FOR INSERT TO lob_staff '
                       'WITH CHECK (%s AND lob.skill_mine(learner_id, student_id))', place, extra);
        EXECUTE format('CREATE POLICY own_changed ON public.%I FOR UPDATE TO lob_staff '
                       'USING (learner_id = ANY (ARRAY ('
                       'SELECT lob.caseload() UNION SELECT lob.skill_led())))', place);
    END LOOP;
    FOREACH place IN ARRAY ARRAY ['skill_goal_slot', 'skill_goal_slot_text'] LOOP
        EXECUTE format('CREATE POLICY own_removed ON public.%I FOR DELETE TO lob_staff '
                       'USING (learner_id = ANY (ARRAY ('
                       'SELECT lob.caseload() UNION SELECT lob.skill_led())))', place);
    END LOOP;
END $$;

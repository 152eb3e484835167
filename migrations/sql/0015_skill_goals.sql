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

-- What no program of this school can read or show, as in 0014_skills.sql.
CALL lob.skill_readable('skill_goal', 'set',
    $$set_key ~ '^[a-z][a-z0-9_-]{0,39}@[0-9A-Za-z][0-9A-Za-z._-]{0,19}$'$$);
CALL lob.skill_readable('skill_goal', 'skill', $$skill_id ~ '^[a-z][a-z0-9_]{0,39}$'$$);
CALL lob.skill_readable('skill_goal', 'days',
                        $$made_on BETWEEN '1950-01-01' AND '2199-12-31'$$);
CALL lob.skill_readable('skill_goal_text', 'words',
                        'length(action) <= 20000 AND length(helper) <= 200');
CALL lob.skill_readable('skill_goal_slot', 'number', 'number BETWEEN 1 AND 12');
CALL lob.skill_readable('skill_goal_slot', 'days',
                        $$starts_on >= '1950-01-01' AND ends_on <= '2199-12-31'$$);
CALL lob.skill_readable('skill_goal_slot_text', 'words', 'length(plan) <= 20000');

DO $$
DECLARE
    place text;
    readers text;
    extra text;
BEGIN
    -- A part of an agreement is of its learner, and names the student where that is one. It is asked
    -- before any key is looked at, so that nobody asks which periods somebody else's agreement has.
    FOR place, readers, extra IN VALUES
        ('skill_goal', 'lob.skill_seen()', 'made_by = (SELECT lob.me())'),
        ('skill_goal_text', 'lob.skill_listed()', 'EXISTS (SELECT 1 FROM public.skill_goal parent
             WHERE parent.id = %1$I.goal_id AND parent.learner_id = %1$I.learner_id
               AND parent.student_id IS NOT DISTINCT FROM %1$I.student_id)'),
        ('skill_goal_slot', 'lob.skill_seen()', 'EXISTS (SELECT 1 FROM public.skill_goal parent
             WHERE parent.id = %1$I.goal_id AND parent.learner_id = %1$I.learner_id
               AND parent.student_id IS NOT DISTINCT FROM %1$I.student_id)'),
        ('skill_goal_slot_text', 'lob.skill_listed()',
         'EXISTS (SELECT 1 FROM public.skill_goal_slot parent
             WHERE parent.goal_id = %1$I.goal_id AND parent.number = %1$I.number
               AND parent.learner_id = %1$I.learner_id
               AND parent.student_id IS NOT DISTINCT FROM %1$I.student_id)')
    LOOP
        EXECUTE format('CREATE POLICY seen_read ON public.%I FOR SELECT TO lob_staff '
                       'USING (learner_id = ANY (ARRAY (SELECT %s)))', place, readers);
        EXECUTE format('CREATE POLICY own_added ON public.%1$I FOR INSERT TO lob_staff WITH CHECK ('
                       'learner_id = ANY (ARRAY (SELECT lob.skill_kept())) AND ' || extra || ')',
                       place);
        EXECUTE format('CREATE POLICY own_changed ON public.%I FOR UPDATE TO lob_staff '
                       'USING (learner_id = ANY (ARRAY (SELECT lob.skill_kept())))', place);
    END LOOP;
    FOREACH place IN ARRAY ARRAY ['skill_goal_slot', 'skill_goal_slot_text'] LOOP
        EXECUTE format('CREATE POLICY own_removed ON public.%I FOR DELETE TO lob_staff '
                       'USING (learner_id = ANY (ARRAY (SELECT lob.skill_kept())))', place);
    END LOOP;
END $$;

-- Norms and hours are the school's: all staff read them, who steers a team sets them. Free time is
-- one's own. Nothing here is about a student, so nothing here is told to the log.

CALL lob.guard_table('talk_norm', NULL);
CALL lob.guard_table('hours_budget', NULL);
CALL lob.guard_table('free_slot', NULL);

GRANT SELECT, INSERT, DELETE, UPDATE (times, per, minutes, version, updated_at)
    ON public.talk_norm TO lob_staff;
GRANT SELECT, INSERT, DELETE, UPDATE (minutes, version, updated_at)
    ON public.hours_budget TO lob_staff;
DO $$
DECLARE
    place text;
    steers text := '(SELECT lob.has_role(''team_leader'')) '
                   'OR (SELECT lob.has_role(''administrator''))';
BEGIN
    FOREACH place IN ARRAY ARRAY ['talk_norm', 'hours_budget'] LOOP
        EXECUTE format('CREATE POLICY staff_read ON public.%I FOR SELECT TO lob_staff '
                       'USING ((SELECT lob.me()) IS NOT NULL)', place);
        EXECUTE format('CREATE POLICY steering_adds ON public.%I FOR INSERT TO lob_staff '
                       'WITH CHECK (%s)', place, steers);
        EXECUTE format('CREATE POLICY steering_changes ON public.%I FOR UPDATE TO lob_staff '
                       'USING (%s)', place, steers);
        EXECUTE format('CREATE POLICY steering_removes ON public.%I FOR DELETE TO lob_staff '
                       'USING (%s)', place, steers);
    END LOOP;
END $$;

GRANT SELECT, INSERT, DELETE ON public.free_slot TO lob_staff;
CREATE POLICY own_read ON public.free_slot FOR SELECT TO lob_staff
    USING (staff_id = (SELECT lob.me()));
CREATE POLICY own_added ON public.free_slot FOR INSERT TO lob_staff
    WITH CHECK (staff_id = (SELECT lob.me()) AND (SELECT lob.has_role('counsellor')));
CREATE POLICY own_removed ON public.free_slot FOR DELETE TO lob_staff
    USING (staff_id = (SELECT lob.me()));

-- Everybody's planning counts with them.
ALTER TABLE public.talk_norm
    ADD CONSTRAINT ck_talk_norm_times_readable CHECK (times BETWEEN 0 AND 1000),
    ADD CONSTRAINT ck_talk_norm_minutes_readable CHECK (minutes BETWEEN 0 AND 1440);
ALTER TABLE public.hours_budget
    ADD CONSTRAINT ck_hours_budget_minutes_readable CHECK (minutes BETWEEN 0 AND 1000000);

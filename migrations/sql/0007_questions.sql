-- Questions of the school's own: everybody of the school reads them, counsellors and team leaders
-- add, and whoever wrote one or administers the school changes it. A retired one stays: talks of
-- long ago name it, and it can come back.

CALL lob.guard_table('own_question', '{id}');

-- Column by column: whose question it is and when it was written, nobody changes.
GRANT SELECT, INSERT,
    UPDATE (text, competence, phases, kinds, retired_at, version, updated_at)
    ON public.own_question TO lob_staff;
CREATE POLICY staff_read ON public.own_question FOR SELECT TO lob_staff
    USING ((SELECT lob.me()) IS NOT NULL);
CREATE POLICY own_added ON public.own_question FOR INSERT TO lob_staff
    WITH CHECK (author_id = (SELECT lob.me()) AND retired_at IS NULL
                AND ((SELECT lob.has_role('counsellor')) OR (SELECT lob.has_role('team_leader'))));
CREATE POLICY own_changed ON public.own_question FOR UPDATE TO lob_staff
    USING ((SELECT lob.has_role('administrator'))
           OR (author_id = (SELECT lob.me())
               AND ((SELECT lob.has_role('counsellor'))
                    OR (SELECT lob.has_role('team_leader')))));

-- Questions of the school's own: everybody of the school reads them, counsellors and team leaders
-- add, and whoever wrote one or administers the school changes it. A retired one stays: talks of
-- long ago name it, and it can come back.

ALTER TABLE public.own_question OWNER TO lob_owner;
ALTER TABLE public.own_question ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.own_question FORCE ROW LEVEL SECURITY;
CREATE POLICY keeper ON public.own_question TO lob_owner USING (true);

INSERT INTO lob.audited VALUES ('own_question', 'public', '{id}');
CREATE TRIGGER audited AFTER INSERT OR UPDATE OR DELETE ON public.own_question
    FOR EACH ROW EXECUTE FUNCTION lob.audit('id');

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

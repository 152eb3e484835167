-- What students prepared: it comes in whole, by their own counsellor's login, and never changes.

CALL lob.guard_table('student_preparation', '{id}');
CALL lob.guard_table('student_preparation_answer', '{preparation_id,position}');

GRANT SELECT, INSERT ON public.student_preparation, public.student_preparation_answer TO lob_staff;
CREATE POLICY dossier_read ON public.student_preparation FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.readable())));
CREATE POLICY own_added ON public.student_preparation FOR INSERT TO lob_staff
    WITH CHECK (author_id = (SELECT lob.me())
                AND student_id = ANY (ARRAY (SELECT lob.caseload())));
CREATE POLICY opened_read ON public.student_preparation_answer FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.opened())));
CREATE POLICY own_added ON public.student_preparation_answer FOR INSERT TO lob_staff
    WITH CHECK (student_id = ANY (ARRAY (SELECT lob.caseload())) AND EXISTS (
        SELECT 1 FROM public.student_preparation handed_in
        WHERE handed_in.id = preparation_id
          AND handed_in.xmin = pg_current_xact_id()::xid));

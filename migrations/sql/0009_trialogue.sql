-- The voices of a trialogue: nobody's words change, and they come whole or never.

CALL lob.guard_table('voice', '{id}');
CALL lob.guard_table('voice_text', '{voice_id,topic}');

GRANT SELECT, INSERT ON public.voice, public.voice_text TO lob_staff;
CREATE POLICY dossier_read ON public.voice FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.readable())));
CREATE POLICY own_added ON public.voice FOR INSERT TO lob_staff
    WITH CHECK (student_id = ANY (ARRAY (SELECT lob.caseload())));
CREATE POLICY opened_read ON public.voice_text FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.opened())));
CREATE POLICY own_added ON public.voice_text FOR INSERT TO lob_staff
    WITH CHECK (student_id = ANY (ARRAY (SELECT lob.caseload())) AND EXISTS (
        SELECT 1 FROM public.voice said
        WHERE said.id = voice_id AND said.xmin = pg_current_xact_id()::xid));

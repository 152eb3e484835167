-- Forms that went out are of the own counsellor only, since their keys make tokens that fit. What
-- came back is text of the dossier: shut until it is opened.

CALL lob.guard_table('issued_form', '{id}');
CALL lob.guard_table('form_file', '{form_id}');
ALTER FUNCTION public.issued_form_keeps() OWNER TO lob_owner;
REVOKE ALL ON FUNCTION public.issued_form_keeps() FROM PUBLIC;

GRANT SELECT, INSERT, UPDATE (read_at) ON public.issued_form TO lob_staff;
CREATE POLICY own_read ON public.issued_form FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.caseload())));
CREATE POLICY own_added ON public.issued_form FOR INSERT TO lob_staff
    WITH CHECK (issued_by = (SELECT lob.me()) AND read_at IS NULL
                AND student_id = ANY (ARRAY (SELECT lob.caseload())));
-- Once: a form that was read stays read.
CREATE POLICY own_reads_in ON public.issued_form FOR UPDATE TO lob_staff
    USING (read_at IS NULL AND student_id = ANY (ARRAY (SELECT lob.caseload())))
    WITH CHECK (read_at IS NOT NULL);

GRANT SELECT, INSERT ON public.form_file TO lob_staff;
CREATE POLICY opened_read ON public.form_file FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.opened())));
-- Only while its form is being read in: no file is put beside an old one.
CREATE POLICY own_added ON public.form_file FOR INSERT TO lob_staff
    WITH CHECK (student_id = ANY (ARRAY (SELECT lob.caseload())) AND EXISTS (
        SELECT 1 FROM public.issued_form form
        WHERE form.id = form_id AND form.read_at IS NOT NULL
          AND form.xmin = pg_current_xact_id()::xid));

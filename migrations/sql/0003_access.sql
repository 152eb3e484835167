-- The tab *Inzage*: who read a dossier, and who reads along.

-- Which entries belong to one action, such as a talk with its agreements. It is a number and no
-- more, of entries that the reader may see anyway.
GRANT SELECT (xact) ON public.audit_entry TO lob_staff;

-- What ended stays as it ended: nobody moves that moment afterwards.
ALTER POLICY concerned_end ON public.access_grant
    USING (ended_at IS NULL AND (
        student_id = ANY (ARRAY (SELECT lob.caseload())) OR staff_id = (SELECT lob.me())));

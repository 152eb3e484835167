-- Kwalificatiedossiers are public and the school's: everybody reads them, and who administers the
-- school adds one and takes it out of use. What stands in one never changes: a newer one is another.

CALL lob.guard_table('qualification', '{id}');

-- What the program could not read would keep colleagues out of their page, so it is no row.
ALTER TABLE public.qualification
    ADD CONSTRAINT ck_qualification_number_readable CHECK (number ~ '^[0-9]{1,10}$'),
    ADD CONSTRAINT ck_qualification_title_readable CHECK (length(title) <= 400),
    ADD CONSTRAINT ck_qualification_version_readable CHECK (length(dossier_version) <= 400),
    ADD CONSTRAINT ck_qualification_body_readable CHECK (length(body) <= 2000000);

GRANT SELECT, INSERT, UPDATE (retired_at) ON public.qualification TO lob_staff;
CREATE POLICY staff_read ON public.qualification FOR SELECT TO lob_staff
    USING ((SELECT lob.me()) IS NOT NULL);
CREATE POLICY administrator_adds ON public.qualification FOR INSERT TO lob_staff
    WITH CHECK (added_by = (SELECT lob.me()) AND retired_at IS NULL
                AND (SELECT lob.has_role('administrator')));
CREATE POLICY administrator_retires ON public.qualification FOR UPDATE TO lob_staff
    USING ((SELECT lob.has_role('administrator')));

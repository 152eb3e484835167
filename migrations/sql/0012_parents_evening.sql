-- Parents' evenings are the school's: everybody sees when they are; who made one changes it.

CALL lob.guard_table('parents_evening', NULL);

GRANT SELECT, INSERT, UPDATE (name, day, starts_at, ends_at, minutes, version, updated_at)
    ON public.parents_evening TO lob_staff;
CREATE POLICY staff_read ON public.parents_evening FOR SELECT TO lob_staff
    USING ((SELECT lob.me()) IS NOT NULL);
CREATE POLICY counsellor_adds ON public.parents_evening FOR INSERT TO lob_staff
    WITH CHECK (made_by = (SELECT lob.me()) AND (SELECT lob.has_role('counsellor')));
CREATE POLICY own_changed ON public.parents_evening FOR UPDATE TO lob_staff
    USING (made_by = (SELECT lob.me()) AND (SELECT lob.has_role('counsellor')));

-- Everybody sees it, so it must be readable for everybody.
ALTER TABLE public.parents_evening
    ADD CONSTRAINT ck_parents_evening_times_readable
        CHECK (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
               AND ends_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
    ADD CONSTRAINT ck_parents_evening_minutes_readable CHECK (minutes BETWEEN 1 AND 1440);

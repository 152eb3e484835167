-- The school's own words: everybody of the school reads them, who administers it changes them. They
-- stand in every sentence of everybody's window, so they are short and fill no place of a sentence.

CALL lob.guard_table('school_term', '{id}');

-- Column by column: which word a row is about never changes. Back to the usual word is an empty one.
GRANT SELECT, INSERT, UPDATE (singular, plural, article, version, updated_at)
    ON public.school_term TO lob_staff;
CREATE POLICY staff_read ON public.school_term FOR SELECT TO lob_staff
    USING ((SELECT lob.me()) IS NOT NULL);
CREATE POLICY administrator_adds ON public.school_term FOR INSERT TO lob_staff
    WITH CHECK ((SELECT lob.has_role('administrator')));
CREATE POLICY administrator_changes ON public.school_term FOR UPDATE TO lob_staff
    USING ((SELECT lob.has_role('administrator')));

ALTER TABLE public.school_term
    ADD CONSTRAINT ck_school_term_code_readable CHECK (code ~ '^[a-z_]{1,40}$'),
    ADD CONSTRAINT ck_school_term_article_readable CHECK (article IN ('de', 'het')),
    ADD CONSTRAINT ck_school_term_words_readable
        CHECK (singular !~ '[][{}<>&%\\[:cntrl:]]' AND length(singular) <= 30
               AND plural !~ '[][{}<>&%\\[:cntrl:]]' AND length(plural) <= 30);

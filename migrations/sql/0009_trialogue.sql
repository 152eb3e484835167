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

-- How the school marks the voices comes with the talk in which it is recorded, or never.
CALL lob.guard_table('voice_mark', '{talk_id,topic}');
GRANT SELECT, INSERT ON public.voice_mark TO lob_staff;
CREATE POLICY opened_read ON public.voice_mark FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.opened())));
CREATE POLICY own_added ON public.voice_mark FOR INSERT TO lob_staff
    WITH CHECK (student_id = ANY (ARRAY (SELECT lob.caseload())) AND EXISTS (
        SELECT 1 FROM public.conversation talk
        WHERE talk.id = voice_mark.talk_id AND talk.xmin = pg_current_xact_id()::xid));

-- Once a talk is recorded, no voice comes to it, also not at the very moment of recording: who hands
-- in and who records wait for each other (the lock ends with the transaction). Invoker's rights:
-- who may add a voice sees the talks of that student.
CREATE FUNCTION lob.one_at_a_time() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.talk_id::text, 0));
    IF TG_TABLE_NAME = 'voice'
       AND EXISTS (SELECT 1 FROM public.conversation talk WHERE talk.talk_id = NEW.talk_id) THEN
        -- To the desk this is what any number is that somebody took first: a stale save.
        RAISE EXCEPTION 'this talk is recorded, and "uq_voice_student_id_talk_id_party_number" is taken'
            USING ERRCODE = 'unique_violation';
    END IF;
    RETURN NEW;
END $$;
ALTER FUNCTION lob.one_at_a_time() OWNER TO lob_owner;
REVOKE ALL ON FUNCTION lob.one_at_a_time() FROM PUBLIC;
CREATE TRIGGER one_at_a_time BEFORE INSERT ON public.voice
    FOR EACH ROW EXECUTE FUNCTION lob.one_at_a_time();
CREATE TRIGGER one_at_a_time BEFORE INSERT ON public.conversation
    FOR EACH ROW WHEN (NEW.form = 'trialogue') EXECUTE FUNCTION lob.one_at_a_time();

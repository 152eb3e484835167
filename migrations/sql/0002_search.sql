-- Finding words in talks. `@@` is not leakproof, so under row-level security the index would not be
-- used; and the text is shut anyway until a dossier is opened. So words stand in a table that nobody
-- may read, behind a function that looks in the caller's own dossiers only and tells the audit log.

CREATE TABLE lob.talk_words (
    conversation_id uuid NOT NULL REFERENCES public.conversation (id) ON DELETE CASCADE,
    student_id uuid NOT NULL,
    words tsvector NOT NULL
);
CREATE INDEX talk_words_conversation ON lob.talk_words (conversation_id);
CREATE INDEX talk_words_student ON lob.talk_words (student_id);
CREATE INDEX talk_words_words ON lob.talk_words USING gin (words);
ALTER TABLE lob.talk_words OWNER TO lob_owner;
ALTER TABLE lob.talk_words ENABLE ROW LEVEL SECURITY;
ALTER TABLE lob.talk_words FORCE ROW LEVEL SECURITY;
CREATE POLICY keeper ON lob.talk_words TO lob_owner USING (true);

CREATE FUNCTION lob.index_talk() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO lob.talk_words
    SELECT NEW.conversation_id, NEW.student_id, to_tsvector('dutch', string_agg(said.value, ' '))
    FROM jsonb_each_text(to_jsonb(NEW)) said
    WHERE said.key IN ('focus', 'summary', 'experience', 'meaning', 'takeaway');
    RETURN NULL;
END $$;
CREATE TRIGGER words_indexed AFTER INSERT ON public.conversation_text
    FOR EACH ROW EXECUTE FUNCTION lob.index_talk();
CREATE TRIGGER words_indexed AFTER INSERT ON public.conversation_topic
    FOR EACH ROW EXECUTE FUNCTION lob.index_talk();

-- Search for five minutes. As with a dossier, the entry must be committed first.
CREATE FUNCTION lob.open_search() RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF lob.me() IS NULL THEN
        RETURN false;
    END IF;
    IF NOT lob.searching('1 minute') THEN
        PERFORM lob.write_entry('opened', NULL, 'search', '', '');
    END IF;
    RETURN true;
END $$;

CREATE FUNCTION lob.searching(within interval) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT EXISTS (
        SELECT 1 FROM public.audit_entry entry
        WHERE entry.chain = session_user AND entry.action = 'opened' AND entry.kind = 'search'
          AND entry.at > clock_timestamp() - within
          AND entry.xact IS DISTINCT FROM
              pg_current_xact_id_if_assigned()::text::bigint)
$$;

-- The newest talks in which every word of `wanted` begins a word; of the caller's dossiers only.
CREATE FUNCTION lob.find_talks(wanted text, most integer)
RETURNS TABLE (conversation_id uuid, student_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    asked tsquery;
BEGIN
    SELECT to_tsquery('dutch', string_agg(quote_literal(word) || ':*', ' & ')) INTO asked
    FROM regexp_split_to_table(regexp_replace(wanted, '[^[:alnum:]]+', ' ', 'g'), ' ') word
    WHERE word <> '';
    IF asked IS NULL OR NOT lob.searching('5 minutes') THEN
        RETURN;
    END IF;
    RETURN QUERY
        SELECT DISTINCT found.conversation_id, found.student_id FROM lob.talk_words found
        WHERE found.student_id = ANY (ARRAY (SELECT lob.readable())) AND found.words @@ asked
        ORDER BY found.conversation_id DESC LIMIT least(most, 500);
END $$;

DO $$
DECLARE
    found record;
BEGIN
    FOR found IN
        SELECT oid::regprocedure AS name FROM pg_proc
        WHERE pronamespace = 'lob'::regnamespace
          AND proname IN ('index_talk', 'open_search', 'searching', 'find_talks')
    LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO lob_owner', found.name);
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', found.name);
    END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION lob.open_search, lob.find_talks TO lob_staff;

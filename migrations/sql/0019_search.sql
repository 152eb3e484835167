-- Words of talks are folded as the product folds what is typed (domain/text.py): without marks,
-- apostrophes and hyphens, the dotless i and the crossed l as i and l. So "yilm" finds Yılmaz here
-- too, a stem is no word, and "de" may be looked for. A word of typed text begins a word of the
-- talk as a whole: before, all had to stand in the same part of it.

CREATE FUNCTION lob.folded_words(said text) RETURNS tsvector LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
    -- A hyphenated word both whole and in parts.
    SELECT coalesce(array_to_tsvector(array_agg(DISTINCT left(word, 200))), ''::tsvector)
    FROM (VALUES (regexp_replace(said, '[-–‐‑]', '', 'g')),
                 (regexp_replace(said, '[-–‐‑]', ' ', 'g'))) spelled (text),
         regexp_split_to_table(
             replace(replace(replace(replace(replace(translate(lower(regexp_replace(
                 normalize(regexp_replace(spelled.text, '[''’‘‛`´ʹʻʼʽˈ′＇\u00ad]', '', 'g'), NFKD),
                 '[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]',
                 '', 'g')),
                 'ABCDEFGHIJKLMNOPQRSTUVWXYZıłŁøØđĐðÐħĦ', 'abcdefghijklmnopqrstuvwxyzillooddddhh'),
                 'þ', 'th'), 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss'), 'Æ', 'ae'),
             '[\s!-/:-@\[-`{-¿–-⁯、-〿]+') word
    WHERE word <> ''
$$;
ALTER FUNCTION lob.folded_words OWNER TO lob_owner;
REVOKE ALL ON FUNCTION lob.folded_words FROM PUBLIC;

CREATE OR REPLACE FUNCTION lob.index_talk() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO lob.talk_words
    SELECT NEW.conversation_id, NEW.student_id, lob.folded_words(string_agg(said.value, ' '))
    FROM jsonb_each_text(to_jsonb(NEW)) said
    WHERE said.key IN ('focus', 'summary', 'experience', 'meaning', 'takeaway');
    RETURN NULL;
END $$;

-- Newest versions only, and each word may stand in another part of the talk.
CREATE OR REPLACE FUNCTION lob.find_talks(wanted text, most integer)
RETURNS TABLE (conversation_id uuid, student_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    asked tsquery[];
BEGIN
    SELECT array_agg(DISTINCT (quote_literal(word) || ':*')::tsquery) INTO asked
    FROM unnest(tsvector_to_array(lob.folded_words(wanted))) word;
    IF asked IS NULL OR NOT lob.searching('5 minutes') THEN
        RETURN;
    END IF;
    RETURN QUERY
        SELECT own.conversation_id, own.student_id FROM (
            SELECT talk.conversation_id, talk.student_id, talk.words FROM lob.talk_words talk
            WHERE talk.student_id = ANY (ARRAY (SELECT lob.readable())) OFFSET 0
        ) own
        CROSS JOIN LATERAL (SELECT place FROM generate_subscripts(asked, 1) place
                            WHERE own.words @@ asked[place]) held
        WHERE NOT EXISTS (
            SELECT 1 FROM public.conversation this
            JOIN public.conversation later ON later.talk_id = this.talk_id
                AND later.version_number > this.version_number
            WHERE this.id = own.conversation_id)
        GROUP BY own.conversation_id, own.student_id
        HAVING count(DISTINCT held.place) = cardinality(asked)
        ORDER BY own.conversation_id DESC LIMIT least(most, 500);
END $$;

TRUNCATE lob.talk_words;
INSERT INTO lob.talk_words (conversation_id, student_id, words)
SELECT conversation_id, student_id, lob.folded_words(focus || ' ' || summary)
FROM public.conversation_text
UNION ALL
SELECT conversation_id, student_id,
       lob.folded_words(experience || ' ' || meaning || ' ' || takeaway)
FROM public.conversation_topic;

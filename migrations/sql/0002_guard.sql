-- The guard of a school's database: who may reach which row, and what the audit log tells.
--
-- Everything is derived from session_user, the login, which a client cannot change:
-- login -> staff_member -> roles, teams, caseload, grants. Tables belong to lob_owner, which nobody
-- logs in as; row-level security is FORCEd, so lob_owner too has only what a policy gives.
-- Functions run as lob_owner with a fixed search_path, so nobody can slip a table of the same
-- name under them. `= ANY (ARRAY (SELECT f()))` asks f once a query; a function per row is 30 times
-- slower (measured). The rules are those of the table of note classes in DOMAIN.md.

DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'lob_owner') THEN
        CREATE ROLE lob_owner NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'lob_staff') THEN
        CREATE ROLE lob_staff NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'lob_second_line') THEN
        CREATE ROLE lob_second_line NOLOGIN;
    END IF;
    -- Makes logins, inside one function only: a login that may create roles can grant itself any.
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'lob_keeper') THEN
        CREATE ROLE lob_keeper NOLOGIN CREATEROLE;
        GRANT lob_staff, lob_second_line TO lob_keeper WITH ADMIN OPTION;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;  -- Another database of this server was made at the same moment.
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO lob_owner, lob_keeper, lob_staff;
CREATE SCHEMA lob;
CREATE SCHEMA second_line;
REVOKE ALL ON SCHEMA lob, second_line FROM PUBLIC;
GRANT USAGE ON SCHEMA lob TO lob_owner, lob_keeper, lob_staff;
GRANT USAGE ON SCHEMA second_line TO lob_owner, lob_second_line;
ALTER TABLE public.confidential_note SET SCHEMA second_line;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- The key of all seals. Nobody but lob_owner's own functions reads it.
CREATE TABLE lob.secret (inner_pad bytea NOT NULL, outer_pad bytea NOT NULL);
DO $$
DECLARE
    key bytea := sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))
                 || decode(repeat('00', 32), 'hex');
    inner_pad bytea := key;
    outer_pad bytea := key;
BEGIN
    FOR place IN 0..63 LOOP
        inner_pad := set_byte(inner_pad, place, get_byte(key, place) # 54);
        outer_pad := set_byte(outer_pad, place, get_byte(key, place) # 92);
    END LOOP;
    INSERT INTO lob.secret VALUES (inner_pad, outer_pad);
END $$;
CREATE SEQUENCE lob.audit_ordinal;

-- Who is asking

CREATE FUNCTION lob.today() RETURNS date LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
AS $$ SELECT (now() AT TIME ZONE 'Europe/Amsterdam')::date $$;

CREATE FUNCTION lob.me() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT id FROM public.staff_member
    WHERE login = session_user AND (active_until IS NULL OR active_until >= lob.today())
$$;

CREATE FUNCTION lob.has_role(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT EXISTS (SELECT 1 FROM public.staff_role WHERE staff_id = lob.me() AND role = wanted)
$$;

-- Until when this login works: the one thing that somebody whose time is over may still know.
CREATE FUNCTION lob.active_until() RETURNS date LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$ SELECT active_until FROM public.staff_member WHERE login = session_user $$;

-- Which students

CREATE FUNCTION lob.caseload() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT id FROM public.student
    WHERE counsellor_id = lob.me() AND lob.has_role('counsellor')
$$;

CREATE FUNCTION lob.granted(wanted text) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT student_id FROM public.access_grant
    WHERE staff_id = lob.me() AND kind = wanted AND ended_at IS NULL
      AND (until IS NULL OR until >= lob.today())
$$;

CREATE FUNCTION lob.cared() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$ SELECT lob.granted('second_line') WHERE lob.has_role('second_line') $$;

CREATE FUNCTION lob.readable() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT lob.caseload()
    UNION SELECT lob.cared()
    UNION SELECT lob.granted('asked_in') WHERE lob.has_role('counsellor')
$$;

CREATE FUNCTION lob.leads(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT lob.has_role('team_leader') AND EXISTS (
        SELECT 1 FROM public.team_member WHERE team_id = wanted AND staff_id = lob.me())
$$;

CREATE FUNCTION lob.led() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT student.id FROM public.student
    JOIN public.team_member ON team_member.team_id = student.team_id
    WHERE team_member.staff_id = lob.me() AND lob.has_role('team_leader')
$$;

-- Names, numbers, dates: the dossiers one reads, and the teams one leads.
CREATE FUNCTION lob.visible() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$ SELECT lob.readable() UNION SELECT lob.led() $$;

-- Student lists are the administrator's work: every name and number, nothing of a dossier.
CREATE FUNCTION lob.listed() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT lob.visible()
    UNION SELECT id FROM public.student WHERE lob.has_role('administrator')
$$;

-- Dossiers that this login opened in an entry that is committed: an entry of the present
-- transaction could still be rolled back, and then nobody would know who read.
CREATE FUNCTION lob.opened() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT entry.student_id FROM public.audit_entry entry
    WHERE entry.chain = session_user AND entry.action = 'opened'
      AND entry.at > clock_timestamp() - interval '5 minutes'
      AND entry.xact IS DISTINCT FROM
          pg_current_xact_id_if_assigned()::text::bigint
      AND entry.student_id = ANY (ARRAY (SELECT lob.readable()))
$$;

-- The audit log

CREATE FUNCTION lob.seal(message text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    -- HMAC-SHA-256 (RFC 2104) from what PostgreSQL has without an extension.
    SELECT encode(sha256(outer_pad || sha256(inner_pad || convert_to(message, 'UTF8'))), 'hex')
    FROM lob.secret
$$;

CREATE FUNCTION lob.entry_hash(before text, entry public.audit_entry) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT lob.seal(jsonb_build_array(
        before, entry.chain, entry.number, entry.ordinal,
        to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), entry.staff_id,
        entry.roles, entry.action, entry.student_id, entry.kind, entry.record, entry.seal,
        entry.xact)::text)
$$;

CREATE FUNCTION lob.write_entry(
    action text, student_id uuid, kind text, record text, seal text
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    entry public.audit_entry;
    before text;
BEGIN
    INSERT INTO public.audit_head VALUES (session_user, 0, '') ON CONFLICT DO NOTHING;
    SELECT head.number + 1, head.hash INTO entry.number, before
    FROM public.audit_head head WHERE head.chain = session_user FOR UPDATE;
    entry.chain := session_user;
    entry.ordinal := nextval('lob.audit_ordinal');
    entry.at := clock_timestamp();
    entry.staff_id := lob.me();
    SELECT coalesce(string_agg(held.role, ',' ORDER BY held.role), '') INTO entry.roles
    FROM public.staff_role held WHERE held.staff_id = entry.staff_id;
    entry.action := write_entry.action;
    entry.student_id := write_entry.student_id;
    entry.kind := write_entry.kind;
    entry.record := write_entry.record;
    entry.seal := write_entry.seal;
    entry.xact := pg_current_xact_id()::text::bigint;
    entry.hash := lob.entry_hash(before, entry);
    INSERT INTO public.audit_entry SELECT entry.*;
    UPDATE public.audit_head head SET number = entry.number, hash = entry.hash
    WHERE head.chain = entry.chain;
    IF action <> 'opened' THEN
        -- Everybody can listen, so it says nothing: whoever hears it asks under the policies.
        PERFORM pg_notify('lob_changed', '');
    END IF;
END $$;

CREATE FUNCTION lob.record_key(content jsonb, columns text[]) RETURNS text LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT string_agg(content ->> name, '/' ORDER BY place)
    FROM unnest(columns) WITH ORDINALITY AS key (name, place)
$$;

CREATE FUNCTION lob.audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    content jsonb := CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
    student uuid := content ->> CASE WHEN TG_TABLE_NAME = 'student' THEN 'id' ELSE 'student_id' END;
BEGIN
    PERFORM lob.write_entry(
        CASE TG_OP WHEN 'INSERT' THEN 'added' WHEN 'UPDATE' THEN 'changed' ELSE 'removed' END,
        student, TG_TABLE_NAME, lob.record_key(content, TG_ARGV),
        CASE WHEN TG_OP = 'DELETE' THEN '' ELSE lob.seal(content::text) END);
    RETURN NULL;
END $$;

-- Opens a dossier for five minutes. The entry must be committed before the text can be read.
CREATE FUNCTION lob.open_dossier(wanted uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF wanted IS NULL OR wanted <> ALL (ARRAY (SELECT lob.readable())) THEN
        RETURN false;
    END IF;
    -- Within a minute it is the same reading.
    IF NOT EXISTS (
        SELECT 1 FROM public.audit_entry entry
        WHERE entry.chain = session_user AND entry.action = 'opened'
          AND entry.student_id = wanted AND entry.at > clock_timestamp() - interval '1 minute'
          AND entry.xact IS DISTINCT FROM
          pg_current_xact_id_if_assigned()::text::bigint
    ) THEN
        PERFORM lob.write_entry('opened', wanted, 'student', wanted::text, '');
    END IF;
    RETURN true;
END $$;

-- What others changed of the students that this login may see, after entry `after`.
CREATE FUNCTION lob.changes_since(after bigint)
RETURNS TABLE (ordinal bigint, kind text, student_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT entry.ordinal, entry.kind, entry.student_id FROM public.audit_entry entry
    WHERE entry.ordinal > after AND entry.action <> 'opened' AND entry.chain <> session_user
      AND lob.me() IS NOT NULL
      AND (entry.student_id = ANY (ARRAY (SELECT lob.visible()))
           OR (entry.student_id IS NULL AND entry.kind IN ('team_member', 'staff_role')))
      AND (entry.kind <> 'confidential_note'
           OR entry.student_id = ANY (ARRAY (SELECT lob.cared())))
    ORDER BY entry.ordinal LIMIT 10000
$$;

CREATE FUNCTION lob.last_change() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$ SELECT coalesce(max(ordinal), 0) FROM public.audit_entry WHERE lob.me() IS NOT NULL $$;

-- The line of today, to keep outside: whoever holds it can prove that nothing was cut off since.
CREATE FUNCTION lob.anchor() RETURNS text LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    heads_now text;
    found text;
BEGIN
    IF lob.me() IS NULL THEN
        RETURN NULL;
    END IF;
    SELECT anchor.line INTO found FROM public.audit_anchor anchor
    WHERE anchor.day = lob.today()::text;
    IF found IS NULL THEN
        SELECT coalesce(jsonb_agg(
            jsonb_build_array(head.chain, head.number, head.hash) ORDER BY head.chain), '[]')::text
        INTO heads_now FROM public.audit_head head WHERE head.number > 0;
        INSERT INTO public.audit_anchor
        VALUES (lob.today()::text, heads_now,
                lob.today()::text || ' ' || lob.seal(lob.today()::text || heads_now))
        ON CONFLICT DO NOTHING;
        SELECT anchor.line INTO found FROM public.audit_anchor anchor
        WHERE anchor.day = lob.today()::text;
    END IF;
    RETURN found;
END $$;

-- Every table of which each change leaves an entry, with the columns of its key.
CREATE TABLE lob.audited (name text PRIMARY KEY, place text NOT NULL, key text[] NOT NULL);
INSERT INTO lob.audited VALUES
    ('student', 'public', '{id}'),
    ('conversation', 'public', '{id}'),
    ('conversation_text', 'public', '{conversation_id}'),
    ('conversation_topic', 'public', '{conversation_id,competence}'),
    ('conversation_question', 'public', '{conversation_id,position}'),
    ('student_response', 'public', '{id}'),
    ('student_response_text', 'public', '{response_id}'),
    ('agreement', 'public', '{id}'),
    ('agreement_text', 'public', '{agreement_id}'),
    ('access_grant', 'public', '{id}'),
    ('student_arrival', 'public', '{id}'),
    ('confidential_note', 'second_line', '{id}'),
    ('confidential_mark', 'public', '{student_id}'),
    ('staff_member', 'public', '{id}'),
    ('staff_role', 'public', '{staff_id,role}'),
    ('team_member', 'public', '{team_id,staff_id}');

-- What is wrong with the log or with records behind its back; empty when all is well.
CREATE FUNCTION lob.audit_problems()
RETURNS TABLE (problem text, chain text, number bigint, kind text, record text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    entry public.audit_entry;
    chain_now text := NULL;
    number_now bigint := 0;
    hash_now text := '';
    described lob.audited;
BEGIN
    IF NOT lob.has_role('administrator') AND NOT (
        SELECT rolsuper FROM pg_roles WHERE rolname = session_user
    ) THEN
        RAISE insufficient_privilege;
    END IF;
    FOR entry IN SELECT * FROM public.audit_entry ORDER BY chain, number LOOP
        IF chain_now IS DISTINCT FROM entry.chain THEN
            chain_now := entry.chain; number_now := 0; hash_now := '';
        END IF;
        IF entry.number <> number_now + 1 THEN
            RETURN QUERY SELECT 'missing', entry.chain, number_now + 1, '', '';
        ELSIF entry.hash <> lob.entry_hash(hash_now, entry) THEN
            RETURN QUERY SELECT 'edited', entry.chain, entry.number, entry.kind, entry.record;
        END IF;
        number_now := entry.number; hash_now := entry.hash;
    END LOOP;
    RETURN QUERY
        SELECT 'cut off', coalesce(head.chain, last.chain), coalesce(head.number, last.number),
               '', ''
        FROM (SELECT * FROM public.audit_head WHERE number > 0) head
        FULL JOIN (
            SELECT DISTINCT ON (chain) chain, number, hash FROM public.audit_entry
            ORDER BY chain, number DESC) last ON last.chain = head.chain
        WHERE last.number IS DISTINCT FROM head.number OR last.hash IS DISTINCT FROM head.hash;
    RETURN QUERY
        SELECT 'anchor', anchor.day, NULL::bigint, '', '' FROM public.audit_anchor anchor
        WHERE anchor.line <> anchor.day || ' ' || lob.seal(anchor.day || anchor.heads)
           OR EXISTS (
               SELECT 1 FROM jsonb_array_elements(anchor.heads::jsonb) head
               LEFT JOIN public.audit_entry entry
                   ON entry.chain = head ->> 0 AND entry.number = (head ->> 1)::bigint
               WHERE entry.hash IS DISTINCT FROM head ->> 2);
    FOR described IN SELECT * FROM lob.audited LOOP
        RETURN QUERY EXECUTE format(
            'SELECT CASE WHEN last.record IS NULL THEN ''unknown record''
                         WHEN now.record IS NULL THEN ''record gone''
                         ELSE ''record differs'' END,
                    last.chain, last.number, %1$L, coalesce(last.record, now.record)
             FROM (SELECT DISTINCT ON (record) record, seal, action, chain, number
                   FROM public.audit_entry WHERE kind = %1$L AND action <> ''opened''
                   ORDER BY record, ordinal DESC) last
             FULL JOIN (SELECT lob.record_key(to_jsonb(found), %3$L) AS record,
                               lob.seal(to_jsonb(found)::text) AS seal
                        FROM %2$I.%1$I found) now ON now.record = last.record
             WHERE (last.record IS NULL)
                OR (now.record IS NULL AND last.action <> ''removed'')
                OR (now.record IS NOT NULL AND now.seal <> last.seal)',
            described.name, described.place, described.key);
    END LOOP;
END $$;

-- Seals what stands there: for records older than the log, and after a change of their shape.
CREATE FUNCTION lob.seal_all() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    described lob.audited;
    content jsonb;
    key text;
    sealed bigint := 0;
BEGIN
    FOR described IN SELECT * FROM lob.audited LOOP
        FOR content IN EXECUTE format(
            'SELECT to_jsonb(found) FROM %I.%I found', described.place, described.name
        ) LOOP
            key := lob.record_key(content, described.key);
            IF lob.seal(content::text) IS DISTINCT FROM (
                SELECT entry.seal FROM public.audit_entry entry
                WHERE entry.kind = described.name AND entry.record = key
                  AND entry.action <> 'opened'
                ORDER BY entry.ordinal DESC LIMIT 1
            ) THEN
                PERFORM lob.write_entry(
                    'sealed',
                    (content ->> CASE WHEN described.name = 'student' THEN 'id'
                                      ELSE 'student_id' END)::uuid,
                    described.name, key, lob.seal(content::text));
                sealed := sealed + 1;
            END IF;
        END LOOP;
    END LOOP;
    RETURN sealed;
END $$;

-- Logins

CREATE FUNCTION lob.create_login(login text, verifier text, second_line boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF login !~ '^[a-z][a-z0-9._-]{1,40}$' OR login ~ '^(lob_|pg_)' THEN
        RAISE EXCEPTION USING ERRCODE = 'LB001', MESSAGE = 'this name cannot be a login';
    END IF;
    -- Never an existing role: it would give this password to somebody else's login.
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = login) THEN
        RAISE EXCEPTION USING ERRCODE = 'LB002', MESSAGE = 'this login exists';
    END IF;
    IF verifier !~ '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' THEN
        RAISE EXCEPTION USING ERRCODE = 'LB003', MESSAGE = 'a password comes as its verifier';
    END IF;
    EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L IN ROLE lob_staff', login, verifier);
    IF second_line THEN
        EXECUTE format('GRANT lob_second_line TO %I', login);
    END IF;
END $$;

CREATE FUNCTION lob.set_second_line(login text, member boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF member THEN
        EXECUTE format('GRANT lob_second_line TO %I', login);
    ELSE
        EXECUTE format('REVOKE lob_second_line FROM %I', login);
    END IF;
END $$;

CREATE FUNCTION lob.set_roles(person uuid, wanted text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT lob.has_role('administrator') OR person = lob.me() THEN
        RAISE insufficient_privilege;
    END IF;
    -- Who keeps the accounts assigns students too, so she would let herself into any dossier.
    IF cardinality(wanted) = 0 OR (
        'administrator' = ANY (wanted) AND wanted && ARRAY ['counsellor', 'second_line']
    ) THEN
        RAISE EXCEPTION USING ERRCODE = 'LB004', MESSAGE = 'these roles do not go together';
    END IF;
    DELETE FROM public.staff_role WHERE staff_id = person AND role <> ALL (wanted);
    INSERT INTO public.staff_role (staff_id, role)
    SELECT person, role FROM unnest(wanted) role ON CONFLICT DO NOTHING;
END $$;

-- A new login for somebody, who may be known from a list already. Returns the staff record.
CREATE FUNCTION lob.add_user(
    new_login text, person_name text, roles text[], teams text[], known_as text,
    until date, verifier text
) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    person uuid;
    team_found uuid;
    team_wanted text;
BEGIN
    IF NOT lob.has_role('administrator') THEN
        RAISE insufficient_privilege;
    END IF;
    PERFORM lob.create_login(new_login, verifier, 'second_line' = ANY (roles));
    UPDATE public.staff_member SET login = new_login, active_until = until, name = person_name,
        version = version + 1, updated_at = now()
    WHERE list_name = known_as AND login IS NULL RETURNING id INTO person;
    IF person IS NULL THEN
        INSERT INTO public.staff_member
            (id, name, list_name, is_owner, login, active_until, version, updated_at)
        VALUES (gen_random_uuid(), person_name, known_as, false, new_login, until, 1, now())
        RETURNING id INTO person;
    END IF;
    PERFORM lob.set_roles(person, roles);
    FOREACH team_wanted IN ARRAY teams LOOP
        SELECT id INTO team_found FROM public.team WHERE name = team_wanted;
        IF team_found IS NULL THEN
            INSERT INTO public.team (id, name) VALUES (gen_random_uuid(), team_wanted)
            RETURNING id INTO team_found;
        END IF;
        INSERT INTO public.team_member (team_id, staff_id) VALUES (team_found, person)
        ON CONFLICT DO NOTHING;
    END LOOP;
    RETURN person;
END $$;

-- Other roles or a last day for somebody else; NULL leaves a thing as it is.
CREATE FUNCTION lob.change_user(known_login text, roles text[], until date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    person uuid;
BEGIN
    SELECT id INTO person FROM public.staff_member WHERE login = known_login;
    IF NOT lob.has_role('administrator') OR person = lob.me() THEN
        RAISE insufficient_privilege;
    END IF;
    IF person IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'LB005', MESSAGE = 'nobody has this login';
    END IF;
    IF roles IS NOT NULL THEN
        PERFORM lob.set_roles(person, roles);
        PERFORM lob.set_second_line(known_login, 'second_line' = ANY (roles));
    END IF;
    IF until IS NOT NULL THEN
        UPDATE public.staff_member SET active_until = until, version = version + 1,
            updated_at = now() WHERE id = person;
    END IF;
END $$;

-- Ownership, and row-level security on every table

DO $$
DECLARE
    found record;
BEGIN
    FOR found IN
        SELECT schemaname, tablename FROM pg_tables
        WHERE schemaname IN ('public', 'lob', 'second_line')
    LOOP
        EXECUTE format(
            'ALTER TABLE %I.%I OWNER TO lob_owner', found.schemaname, found.tablename);
        IF found.tablename <> 'alembic_version' THEN
            EXECUTE format('ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY',
                           found.schemaname, found.tablename);
            EXECUTE format('ALTER TABLE %I.%I FORCE ROW LEVEL SECURITY',
                           found.schemaname, found.tablename);
            EXECUTE format('CREATE POLICY keeper ON %I.%I TO lob_owner USING (true)',
                           found.schemaname, found.tablename);
        END IF;
    END LOOP;
    FOR found IN SELECT * FROM lob.audited LOOP
        EXECUTE format(
            'CREATE TRIGGER audited AFTER INSERT OR UPDATE OR DELETE ON %I.%I FOR EACH ROW '
            'EXECUTE FUNCTION lob.audit(%s)', found.place, found.name,
            (SELECT string_agg(quote_literal(part), ', ') FROM unnest(found.key) part));
    END LOOP;
    FOR found IN
        SELECT oid::regprocedure AS name, proname FROM pg_proc
        WHERE pronamespace IN ('lob'::regnamespace, 'public'::regnamespace)
    LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO %I', found.name,
            CASE WHEN found.proname IN ('create_login', 'set_second_line')
                 THEN 'lob_keeper' ELSE 'lob_owner' END);
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', found.name);
    END LOOP;
    ALTER SEQUENCE lob.audit_ordinal OWNER TO lob_owner;
    ALTER SCHEMA lob OWNER TO lob_owner;
    ALTER SCHEMA second_line OWNER TO lob_owner;
END $$;
GRANT EXECUTE ON FUNCTION lob.create_login, lob.set_second_line TO lob_owner;
GRANT EXECUTE ON FUNCTION
    lob.today, lob.me, lob.has_role, lob.active_until, lob.caseload, lob.cared, lob.readable,
    lob.leads, lob.led, lob.visible, lob.listed, lob.opened, lob.open_dossier, lob.changes_since,
    lob.last_change, lob.anchor, lob.audit_problems, lob.add_user, lob.change_user
    TO lob_staff;

-- What the policies say, table by table. What is granted to nobody is nobody's.

GRANT SELECT ON public.alembic_version TO lob_staff;

GRANT SELECT, UPDATE (name, year, logo) ON public.school TO lob_staff;
CREATE POLICY staff_read ON public.school FOR SELECT TO lob_staff USING (lob.me() IS NOT NULL);
CREATE POLICY administrator_changes ON public.school FOR UPDATE TO lob_staff
    USING ((SELECT lob.has_role('administrator')));

DO $$
DECLARE
    place text;
BEGIN
    FOREACH place IN ARRAY ARRAY ['team', 'programme', 'student_group'] LOOP
        EXECUTE format('GRANT SELECT, INSERT ON public.%I TO lob_staff', place);
        EXECUTE format('CREATE POLICY staff_read ON public.%I FOR SELECT TO lob_staff '
                       'USING ((SELECT lob.me()) IS NOT NULL)', place);
        EXECUTE format('CREATE POLICY administrator_adds ON public.%I FOR INSERT TO lob_staff '
                       'WITH CHECK ((SELECT lob.has_role(''administrator'')))', place);
    END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE (name, list_name, version, updated_at)
    ON public.staff_member TO lob_staff;
CREATE POLICY staff_read ON public.staff_member FOR SELECT TO lob_staff
    USING ((SELECT lob.me()) IS NOT NULL);
-- A mentor who is known from a list only has no login; logins come from lob.add_user.
CREATE POLICY administrator_adds ON public.staff_member FOR INSERT TO lob_staff
    WITH CHECK ((SELECT lob.has_role('administrator')) AND login IS NULL AND NOT is_owner);
CREATE POLICY administrator_names ON public.staff_member FOR UPDATE TO lob_staff
    USING ((SELECT lob.has_role('administrator')));

GRANT SELECT, INSERT ON public.staff_role TO lob_staff;
CREATE POLICY staff_read ON public.staff_role FOR SELECT TO lob_staff
    USING ((SELECT lob.me()) IS NOT NULL);
CREATE POLICY administrator_adds ON public.staff_role FOR INSERT TO lob_staff
    WITH CHECK ((SELECT lob.has_role('administrator')) AND role = 'counsellor' AND EXISTS (
        SELECT 1 FROM public.staff_member member WHERE member.id = staff_id
        AND member.login IS NULL));

GRANT SELECT ON public.team_member TO lob_staff;
CREATE POLICY staff_read ON public.team_member FOR SELECT TO lob_staff
    USING ((SELECT lob.me()) IS NOT NULL);

-- Column by column: a right to change the whole table would also be one to lock it.
GRANT SELECT, INSERT, UPDATE (
    number, first_name, infix, last_name, sort_key, birth_date, gender, email, programme_id,
    group_id, team_id, counsellor_id, learning_route, study_year, start_date, expected_end_date,
    version, updated_at) ON public.student TO lob_staff;
CREATE POLICY names_read ON public.student FOR SELECT TO lob_staff
    USING (id = ANY (ARRAY (SELECT lob.listed())));
CREATE POLICY administrator_adds ON public.student FOR INSERT TO lob_staff
    WITH CHECK ((SELECT lob.has_role('administrator')));
CREATE POLICY administrator_changes ON public.student FOR UPDATE TO lob_staff
    USING ((SELECT lob.has_role('administrator')));

GRANT SELECT, INSERT, DELETE ON public.student_word TO lob_staff;
CREATE POLICY names_read ON public.student_word FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.listed())));
CREATE POLICY names_add ON public.student_word FOR INSERT TO lob_staff
    WITH CHECK ((SELECT lob.has_role('administrator'))
                OR student_id = ANY (ARRAY (SELECT lob.led())));
CREATE POLICY administrator_removes ON public.student_word FOR DELETE TO lob_staff
    USING ((SELECT lob.has_role('administrator'))
           OR student_id = ANY (ARRAY (SELECT lob.led())));

GRANT SELECT, INSERT, UPDATE, DELETE ON public.preference, public.draft TO lob_staff;
CREATE POLICY own ON public.preference TO lob_staff USING (staff_id = (SELECT lob.me()));
CREATE POLICY own ON public.draft TO lob_staff USING (owner_id = (SELECT lob.me()));

GRANT SELECT, INSERT ON public.conversation TO lob_staff;
CREATE POLICY dates_read ON public.conversation FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.visible())));
CREATE POLICY own_added ON public.conversation FOR INSERT TO lob_staff
    WITH CHECK (author_id = (SELECT lob.me())
                AND student_id = ANY (ARRAY (SELECT lob.caseload())));

DO $$
DECLARE
    place text;
BEGIN
    FOREACH place IN ARRAY
        ARRAY ['conversation_text', 'conversation_topic', 'conversation_question']
    LOOP
        EXECUTE format('GRANT SELECT, INSERT ON public.%I TO lob_staff', place);
        EXECUTE format('CREATE POLICY opened_read ON public.%I FOR SELECT TO lob_staff '
                       'USING (student_id = ANY (ARRAY (SELECT lob.opened())))', place);
        EXECUTE format(
            'CREATE POLICY own_added ON public.%1$I FOR INSERT TO lob_staff '
            'WITH CHECK (student_id = ANY (ARRAY (SELECT lob.caseload())) AND EXISTS ('
            'SELECT 1 FROM public.conversation talk WHERE talk.id = %1$I.conversation_id '
            'AND talk.author_id = (SELECT lob.me()) '
            -- Only while it is being recorded: an old talk gets no new parts.
            'AND talk.xmin = pg_current_xact_id()::xid))', place);
    END LOOP;
END $$;

GRANT SELECT, INSERT ON public.student_response, public.student_response_text TO lob_staff;
CREATE POLICY dossier_read ON public.student_response FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.readable())));
CREATE POLICY own_added ON public.student_response FOR INSERT TO lob_staff
    WITH CHECK (student_id = ANY (ARRAY (SELECT lob.caseload())));
CREATE POLICY opened_read ON public.student_response_text FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.opened())));
CREATE POLICY own_added ON public.student_response_text FOR INSERT TO lob_staff
    WITH CHECK (student_id = ANY (ARRAY (SELECT lob.caseload())) AND EXISTS (
        SELECT 1 FROM public.student_response said
        WHERE said.id = response_id AND said.xmin = pg_current_xact_id()::xid));

GRANT SELECT, INSERT, UPDATE (status, closed_on, withdrawn_in, version, updated_at)
    ON public.agreement TO lob_staff;
CREATE POLICY dates_read ON public.agreement FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.visible())));
CREATE POLICY own_added ON public.agreement FOR INSERT TO lob_staff
    WITH CHECK (student_id = ANY (ARRAY (SELECT lob.caseload())));
CREATE POLICY own_changed ON public.agreement FOR UPDATE TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.caseload())));

GRANT SELECT, INSERT, UPDATE (closed_reason) ON public.agreement_text TO lob_staff;
CREATE POLICY dossier_read ON public.agreement_text FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.readable())));
CREATE POLICY own_added ON public.agreement_text FOR INSERT TO lob_staff
    WITH CHECK (student_id = ANY (ARRAY (SELECT lob.caseload())));
CREATE POLICY own_changed ON public.agreement_text FOR UPDATE TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.caseload())));

GRANT SELECT, INSERT, UPDATE (ended_at) ON public.access_grant TO lob_staff;
CREATE POLICY concerned_read ON public.access_grant FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.caseload())) OR staff_id = (SELECT lob.me()));
CREATE POLICY counsellor_adds ON public.access_grant FOR INSERT TO lob_staff
    WITH CHECK (student_id = ANY (ARRAY (SELECT lob.caseload()))
                AND granted_by = (SELECT lob.me()) AND staff_id <> (SELECT lob.me())
                -- A colleague reads along up to a day; the second line while the referral lasts.
                AND (kind <> 'asked_in' OR until IS NOT NULL));
CREATE POLICY concerned_end ON public.access_grant FOR UPDATE TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.caseload())) OR staff_id = (SELECT lob.me()))
    WITH CHECK (ended_at IS NOT NULL);

GRANT SELECT, INSERT ON second_line.confidential_note TO lob_second_line;
CREATE POLICY opened_read ON second_line.confidential_note FOR SELECT TO lob_second_line
    USING (student_id = ANY (ARRAY (SELECT lob.opened()))
           AND student_id = ANY (ARRAY (SELECT lob.cared())));
CREATE POLICY own_added ON second_line.confidential_note FOR INSERT TO lob_second_line
    WITH CHECK (author_id = (SELECT lob.me())
                AND student_id = ANY (ARRAY (SELECT lob.cared())));

GRANT SELECT, INSERT ON public.confidential_mark TO lob_staff;
CREATE POLICY concerned_read ON public.confidential_mark FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.caseload()))
           OR student_id = ANY (ARRAY (SELECT lob.cared())));
CREATE POLICY second_line_adds ON public.confidential_mark FOR INSERT TO lob_staff
    WITH CHECK (student_id = ANY (ARRAY (SELECT lob.cared())));

GRANT SELECT, INSERT, UPDATE (answered_by, answered_at, accepted)
    ON public.student_arrival TO lob_staff;
CREATE POLICY concerned_read ON public.student_arrival FOR SELECT TO lob_staff
    USING (proposed_by = (SELECT lob.me()) OR lob.leads(team_id));
CREATE POLICY own_added ON public.student_arrival FOR INSERT TO lob_staff
    WITH CHECK (proposed_by = (SELECT lob.me()) AND answered_at IS NULL
                AND answered_by IS NULL AND accepted IS NULL
                AND (SELECT lob.has_role('counsellor')));
CREATE POLICY leader_answers ON public.student_arrival FOR UPDATE TO lob_staff
    USING (answered_at IS NULL AND lob.leads(team_id))
    WITH CHECK (answered_by = (SELECT lob.me()) AND proposed_by <> answered_by
                AND answered_at IS NOT NULL);
-- The team leader's yes lets exactly that name and number in, and nothing more.
CREATE POLICY leader_lets_in ON public.student FOR INSERT TO lob_staff
    WITH CHECK (EXISTS (
        SELECT 1 FROM public.student_arrival arrival
        WHERE arrival.id = student.id AND arrival.number = student.number
          AND arrival.first_name = student.first_name AND arrival.infix = student.infix
          AND arrival.last_name = student.last_name AND arrival.team_id = student.team_id
          AND arrival.proposed_by = student.counsellor_id AND arrival.accepted
          AND arrival.answered_at IS NOT NULL AND lob.leads(arrival.team_id)
          AND arrival.proposed_by <> arrival.answered_by
          AND arrival.answered_by = (SELECT lob.me()))
        AND birth_date IS NULL AND email = '' AND group_id IS NULL AND programme_id IS NULL);

-- Not the seals and hashes: they are for checking, not for reading.
GRANT SELECT (chain, number, ordinal, at, staff_id, roles, action, student_id, kind, record)
    ON public.audit_entry TO lob_staff;
CREATE POLICY counsellor_read ON public.audit_entry FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.caseload()))
           -- That there are restricted notes she knows; not when and how many.
           AND kind NOT IN ('confidential_note', 'confidential_mark'));
CREATE POLICY second_line_read ON public.audit_entry FOR SELECT TO lob_staff
    USING (kind IN ('staff_role', 'staff_member') AND (SELECT lob.has_role('second_line')));
GRANT SELECT (day, line) ON public.audit_anchor TO lob_staff;
CREATE POLICY staff_read ON public.audit_anchor FOR SELECT TO lob_staff
    USING ((SELECT lob.me()) IS NOT NULL);

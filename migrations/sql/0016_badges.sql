-- Badges. That there is one may be counted by who sees the learner; what is signed in it is read
-- with the dossier. Public keys and trusted issuers are the school's. A private key lies here under
-- a passphrase only, and is fetched by who may issue: who has it and not the passphrase has nothing.

-- The places in the list of revoked badges of one key: numbers, which say nothing of whom. Who
-- issues needs those of colleagues too: a place is given once, and the list tells of all.
CREATE FUNCTION lob.badge_places(wanted uuid) RETURNS TABLE (place integer, revoked boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF lob.me() IS NOT NULL THEN
        RETURN QUERY
            SELECT badge.status_index, badge.revoked_at IS NOT NULL
            FROM public.issued_badge badge WHERE badge.key_id = wanted;
    END IF;
END $$;

-- Whether this login may sign with the key: one in use, or one that it brought from its workbook.
CREATE FUNCTION lob.badge_signs(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT EXISTS (
        SELECT 1 FROM public.badge_key key
        WHERE key.id = wanted AND key.revoked_at IS NULL
          AND (key.retired_at IS NULL OR (key.origin = 'brought' AND key.created_by = lob.me())))
$$;

-- Whether this may come as the key of a workbook. It may not speak for a school that is trusted
-- here, nor share the name of its list (the end of the key) with another: a badge that is revoked in
-- the one would be taken for revoked in the other.
CREATE FUNCTION lob.badge_brings(came text, issuer text) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT NOT EXISTS (SELECT 1 FROM public.trusted_issuer trusted
                       WHERE trusted.issuer_id = issuer OR trusted.public_key = came)
       AND NOT EXISTS (SELECT 1 FROM public.badge_key key
                       WHERE key.public_key <> came AND right(key.public_key, 8) = right(came, 8))
$$;

-- A key that ended stays so, on the day that it did: who signs with it later is not believed.
CREATE FUNCTION lob.badge_key_ended() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF (OLD.retired_at IS NOT NULL AND NEW.retired_at IS DISTINCT FROM OLD.retired_at)
       OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at) THEN
        RAISE EXCEPTION 'a key that ended stays so';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER key_ended BEFORE UPDATE ON public.badge_key
    FOR EACH ROW EXECUTE FUNCTION lob.badge_key_ended();

-- No badge without what is signed in it: nobody could revoke it, and it would keep the place of a
-- real one. Asked at the commit.
CREATE FUNCTION lob.badge_has_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM public.issued_badge_text WHERE badge_id = NEW.id) THEN
        RAISE EXCEPTION 'a row of issued_badge comes with its words';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER has_words AFTER INSERT ON public.issued_badge
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION lob.badge_has_words();

-- As in 0014_skills.sql, and besides the badges of members of staff.
CREATE OR REPLACE FUNCTION lob.skill_about(kind text, record text) RETURNS uuid LANGUAGE plpgsql
STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    -- Keys are the claim's, with a number behind it; evidence comes with its claim.
    IF kind IN ('skill_claim', 'skill_claim_text', 'skill_verdict', 'skill_verdict_text') THEN
        RETURN (SELECT learner_id FROM public.skill_claim WHERE id = split_part(record, '/', 1)::uuid);
    ELSIF kind IN ('skill_goal', 'skill_goal_text', 'skill_goal_slot', 'skill_goal_slot_text') THEN
        RETURN (SELECT learner_id FROM public.skill_goal WHERE id = split_part(record, '/', 1)::uuid);
    ELSIF kind IN ('issued_badge', 'issued_badge_text') THEN
        RETURN (SELECT learner_id FROM public.issued_badge WHERE id = record::uuid);
    END IF;
    RETURN NULL;
END $$;

-- As in 0014_skills.sql, and besides: keys and whom we trust are everybody's.
CREATE OR REPLACE FUNCTION lob.changes_since(after bigint)
RETURNS TABLE (ordinal bigint, kind text, student_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT entry.ordinal, entry.kind, entry.student_id FROM public.audit_entry entry
    WHERE entry.ordinal > after AND entry.action <> 'opened' AND entry.chain <> session_user
      AND lob.me() IS NOT NULL
      AND (entry.student_id = ANY (ARRAY (SELECT lob.visible()))
           OR (entry.student_id IS NULL AND entry.kind IN (
               'team_member', 'staff_role', 'skill_set', 'skill_route',
               'badge_key', 'badge_key_secret', 'trusted_issuer'))
           OR (entry.student_id IS NULL
               AND (entry.kind LIKE 'skill\_%' OR entry.kind LIKE 'issued\_badge%')
               AND lob.skill_about(entry.kind, entry.record)
                   = ANY (ARRAY (SELECT lob.skill_known())))
           -- Who waits for a yes: the team leader who gives it, and who asked for it.
           OR (entry.kind = 'student_arrival' AND EXISTS (
               SELECT 1 FROM public.student_arrival arrival
               WHERE arrival.id = CASE entry.kind WHEN 'student_arrival' THEN entry.record::uuid END
                 AND (arrival.proposed_by = lob.me() OR lob.leads(arrival.team_id)))))
      AND (entry.kind NOT IN ('confidential_note', 'confidential_mark')
           OR entry.student_id = ANY (ARRAY (SELECT lob.cared()))
           OR (entry.kind = 'confidential_mark'
               AND entry.at > clock_timestamp() - interval '5 minutes'
               AND entry.student_id = ANY (ARRAY (SELECT lob.caseload()))))
    ORDER BY entry.ordinal LIMIT 10000
$$;

DO $$
DECLARE
    found record;
BEGIN
    FOR found IN
        SELECT oid::regprocedure AS name FROM pg_proc
        WHERE pronamespace = 'lob'::regnamespace AND proname LIKE 'badge\_%'
    LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO lob_owner', found.name);
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', found.name);
    END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION lob.badge_places, lob.badge_signs, lob.badge_brings TO lob_staff;

CALL lob.guard_table('badge_key', '{id}');
CALL lob.guard_table('badge_key_secret', '{key_id}');
CALL lob.guard_table('issued_badge', '{id}');
CALL lob.guard_table('issued_badge_text', '{badge_id}');
CALL lob.guard_table('trusted_issuer', '{id}');

-- What no program of this school can read or show is no row, as in 0014_skills.sql.
CALL lob.skill_readable('badge_key', 'public', $$public_key ~ '^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$'$$);
CALL lob.skill_readable('badge_key', 'issuer',
    $$issuer_id ~ '^(https://|did:key:)[^[:cntrl:][:space:]<>"{}|^`\\]+$' AND length(issuer_id) <= 300
      AND issuer_name <> '' AND length(issuer_name) <= 200$$);
CALL lob.skill_readable('badge_key_secret', 'size', 'octet_length(sealed) <= 10000');
CALL lob.skill_readable('issued_badge', 'set',
    $$set_key ~ '^[a-z][a-z0-9_-]{0,39}@[0-9A-Za-z][0-9A-Za-z._-]{0,19}$'$$);
CALL lob.skill_readable('issued_badge', 'skill', $$skill_id ~ '^[a-z][a-z0-9_]{0,39}$'$$);
CALL lob.skill_readable('issued_badge_text', 'size',
    'length(credential) <= 2000000 AND length(token) <= 3000000 AND length(reason) <= 1000');
CALL lob.skill_readable('trusted_issuer', 'words',
    $$name <> '' AND length(name) <= 200 AND length(source) <= 500 AND length(issuer_id) <= 500
      AND length(public_key) BETWEEN 20 AND 3000$$);

GRANT SELECT, INSERT, UPDATE (retired_at, revoked_at) ON public.badge_key TO lob_staff;
CREATE POLICY staff_read ON public.badge_key FOR SELECT TO lob_staff
    USING ((SELECT lob.me()) IS NOT NULL);
CREATE POLICY administrator_adds ON public.badge_key FOR INSERT TO lob_staff
    WITH CHECK (created_by = (SELECT lob.me()) AND origin = 'own' AND retired_at IS NULL
                AND revoked_at IS NULL AND (SELECT lob.has_role('administrator')));
-- The public part of a workbook's key comes along with its badges and signs nothing more: its last
-- day is over. A day of grace is for clocks of laptops.
CREATE POLICY counsellor_brings ON public.badge_key FOR INSERT TO lob_staff
    WITH CHECK (created_by = (SELECT lob.me()) AND origin = 'brought'
                AND retired_at < now() + interval '1 day' AND revoked_at IS NULL
                AND (SELECT lob.has_role('counsellor'))
                AND lob.badge_brings(public_key, issuer_id));
CREATE POLICY administrator_ends ON public.badge_key FOR UPDATE TO lob_staff
    USING ((SELECT lob.has_role('administrator')));

GRANT SELECT, INSERT, DELETE ON public.badge_key_secret TO lob_staff;
CREATE POLICY issuers_read ON public.badge_key_secret FOR SELECT TO lob_staff
    USING ((SELECT lob.has_role('counsellor')) OR (SELECT lob.has_role('team_leader'))
           OR (SELECT lob.has_role('administrator')));
-- 32 bytes would be the key itself: it never lies here in the clear.
CREATE POLICY administrator_adds ON public.badge_key_secret FOR INSERT TO lob_staff
    WITH CHECK (octet_length(sealed) > 100 AND (SELECT lob.has_role('administrator'))
                AND EXISTS (SELECT 1 FROM public.badge_key key
                            WHERE key.id = key_id AND key.origin = 'own'
                              AND key.xmin = pg_current_xact_id()::xid));
CREATE POLICY administrator_removes ON public.badge_key_secret FOR DELETE TO lob_staff
    USING ((SELECT lob.has_role('administrator')));

GRANT SELECT, INSERT, UPDATE (revoked_at, revoked_by) ON public.issued_badge TO lob_staff;
CREATE POLICY seen_read ON public.issued_badge FOR SELECT TO lob_staff
    USING (learner_id = ANY (ARRAY (SELECT lob.skill_seen())));
-- Nobody gives themselves one.
CREATE POLICY own_added ON public.issued_badge FOR INSERT TO lob_staff
    WITH CHECK (issued_by = (SELECT lob.me()) AND learner_id <> (SELECT lob.me())
                AND (revoked_by IS NULL OR revoked_by = (SELECT lob.me()))
                AND ((SELECT lob.has_role('counsellor')) OR (SELECT lob.has_role('team_leader')))
                AND learner_id = ANY (ARRAY (SELECT lob.skill_kept()))
                AND lob.badge_signs(key_id));
CREATE POLICY own_revoked ON public.issued_badge FOR UPDATE TO lob_staff
    USING (learner_id = ANY (ARRAY (SELECT lob.skill_kept()))
           AND revoked_at IS NULL AND learner_id <> (SELECT lob.me()))
    WITH CHECK (revoked_by = (SELECT lob.me()));

GRANT SELECT, INSERT, UPDATE (reason) ON public.issued_badge_text TO lob_staff;
CREATE POLICY opened_read ON public.issued_badge_text FOR SELECT TO lob_staff
    USING (learner_id = ANY (ARRAY (SELECT lob.skill_opened())));
CREATE POLICY own_added ON public.issued_badge_text FOR INSERT TO lob_staff
    WITH CHECK (learner_id = ANY (ARRAY (SELECT lob.skill_kept()))
                AND EXISTS (SELECT 1 FROM public.issued_badge parent
                            WHERE parent.id = issued_badge_text.badge_id
                              AND parent.learner_id = issued_badge_text.learner_id
                              AND parent.student_id
                                  IS NOT DISTINCT FROM issued_badge_text.student_id
                              AND parent.issued_by = (SELECT lob.me())
                              AND parent.xmin = pg_current_xact_id()::xid));
-- A reason comes with revoking.
CREATE POLICY own_told ON public.issued_badge_text FOR UPDATE TO lob_staff
    USING (learner_id = ANY (ARRAY (SELECT lob.skill_kept()))
           AND EXISTS (SELECT 1 FROM public.issued_badge parent
                       WHERE parent.id = issued_badge_text.badge_id
                         AND parent.revoked_by = (SELECT lob.me())
                         AND parent.xmin = pg_current_xact_id()::xid));

GRANT SELECT, INSERT, UPDATE (until, ended_at) ON public.trusted_issuer TO lob_staff;
CREATE POLICY staff_read ON public.trusted_issuer FOR SELECT TO lob_staff
    USING ((SELECT lob.me()) IS NOT NULL);
CREATE POLICY administrator_trusts ON public.trusted_issuer FOR INSERT TO lob_staff
    WITH CHECK (added_by = (SELECT lob.me()) AND ended_at IS NULL
                AND (SELECT lob.has_role('administrator')));
CREATE POLICY administrator_ends ON public.trusted_issuer FOR UPDATE TO lob_staff
    USING ((SELECT lob.has_role('administrator')));

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
GRANT EXECUTE ON FUNCTION lob.badge_places, lob.badge_signs TO lob_staff;

CALL lob.guard_table('badge_key', '{id}');
CALL lob.guard_table('badge_key_secret', '{key_id}');
CALL lob.guard_table('issued_badge', '{id}');
CALL lob.guard_table('issued_badge_text', '{badge_id}');
CALL lob.guard_table('trusted_issuer', '{id}');

GRANT SELECT, INSERT, UPDATE (retired_at, revoked_at) ON public.badge_key TO lob_staff;
CREATE POLICY staff_read ON public.badge_key FOR SELECT TO lob_staff
    USING ((SELECT lob.me()) IS NOT NULL);
CREATE POLICY administrator_adds ON public.badge_key FOR INSERT TO lob_staff
    WITH CHECK (created_by = (SELECT lob.me()) AND origin = 'own' AND retired_at IS NULL
                AND revoked_at IS NULL AND (SELECT lob.has_role('administrator')));
-- The public part of a workbook's key comes along with its badges and signs nothing more.
CREATE POLICY counsellor_brings ON public.badge_key FOR INSERT TO lob_staff
    WITH CHECK (created_by = (SELECT lob.me()) AND origin = 'brought'
                AND revoked_at IS NULL AND (SELECT lob.has_role('counsellor')));
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
                AND lob.skill_mine(learner_id, student_id) AND lob.badge_signs(key_id));
CREATE POLICY own_revoked ON public.issued_badge FOR UPDATE TO lob_staff
    USING (learner_id = ANY (ARRAY (SELECT lob.caseload() UNION SELECT lob.skill_led()))
           AND revoked_at IS NULL AND learner_id <> (SELECT lob.me()))
    WITH CHECK (revoked_by = (SELECT lob.me()));

GRANT SELECT, INSERT, UPDATE (reason) ON public.issued_badge_text TO lob_staff;
CREATE POLICY opened_read ON public.issued_badge_text FOR SELECT TO lob_staff
    USING (learner_id = ANY (ARRAY (SELECT lob.skill_opened())));
CREATE POLICY own_added ON public.issued_badge_text FOR INSERT TO lob_staff
    WITH CHECK (lob.skill_mine(learner_id, student_id)
                AND EXISTS (SELECT 1 FROM public.issued_badge parent
                            WHERE parent.id = badge_id
                              AND parent.xmin = pg_current_xact_id()::xid));
-- A reason comes with revoking.
CREATE POLICY own_told ON public.issued_badge_text FOR UPDATE TO lob_staff
    USING (learner_id = ANY (ARRAY (SELECT lob.caseload() UNION SELECT lob.skill_led()))
           AND EXISTS (SELECT 1 FROM public.issued_badge parent
                       WHERE parent.id = badge_id AND parent.revoked_by = (SELECT lob.me())
                         AND parent.xmin = pg_current_xact_id()::xid));

GRANT SELECT, INSERT, UPDATE (until, ended_at) ON public.trusted_issuer TO lob_staff;
CREATE POLICY staff_read ON public.trusted_issuer FOR SELECT TO lob_staff
    USING ((SELECT lob.me()) IS NOT NULL);
CREATE POLICY administrator_trusts ON public.trusted_issuer FOR INSERT TO lob_staff
    WITH CHECK (added_by = (SELECT lob.me()) AND ended_at IS NULL
                AND (SELECT lob.has_role('administrator')));
CREATE POLICY administrator_ends ON public.trusted_issuer FOR UPDATE TO lob_staff
    USING ((SELECT lob.has_role('administrator')));

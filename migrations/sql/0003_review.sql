-- What a reviewer found by plain SQL, and what shuts it.

-- A seal is over the text of a row, and moments in it stand in the session's time zone: without
-- this a client with another one writes rows that look changed ever after, and a check from
-- another desk finds every row changed. The product itself always spoke UTC.
ALTER FUNCTION lob.audit() SET timezone = 'UTC';
ALTER FUNCTION lob.audit_problems() SET timezone = 'UTC';
ALTER FUNCTION lob.seal_all() SET timezone = 'UTC';

-- A version of a talk is its first, or follows one of the same student. Otherwise somebody who
-- once read along could take the next number of another student's talk, and its counsellor, who
-- cannot see that row, could never correct it again.
CREATE FUNCTION lob.follows(talk uuid, version integer, student uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT EXISTS (
        SELECT 1 FROM public.conversation before
        WHERE before.talk_id = talk AND before.version_number = version - 1
          AND before.student_id = student AND student = ANY (ARRAY (SELECT lob.caseload())))
$$;
ALTER FUNCTION lob.follows OWNER TO lob_owner;
REVOKE ALL ON FUNCTION lob.follows FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lob.follows TO lob_staff;
ALTER POLICY own_added ON public.conversation
    WITH CHECK (author_id = (SELECT lob.me())
                AND student_id = ANY (ARRAY (SELECT lob.caseload()))
                AND ((version_number = 1 AND talk_id = id)
                     OR lob.follows(talk_id, version_number, student_id)));

-- An answer is yes or no, given now.
ALTER POLICY leader_answers ON public.student_arrival
    WITH CHECK (answered_by = (SELECT lob.me()) AND proposed_by <> answered_by
                AND answered_at IS NOT NULL AND accepted IS NOT NULL);
-- "That name and number, and nothing more" was not so for five columns.
ALTER POLICY leader_lets_in ON public.student
    WITH CHECK (EXISTS (
        SELECT 1 FROM public.student_arrival arrival
        WHERE arrival.id = student.id AND arrival.number = student.number
          AND arrival.first_name = student.first_name AND arrival.infix = student.infix
          AND arrival.last_name = student.last_name AND arrival.team_id = student.team_id
          AND arrival.proposed_by = student.counsellor_id AND arrival.accepted
          AND arrival.answered_at IS NOT NULL AND lob.leads(arrival.team_id)
          AND arrival.proposed_by <> arrival.answered_by
          AND arrival.answered_by = (SELECT lob.me()))
        AND birth_date IS NULL AND email = '' AND group_id IS NULL AND programme_id IS NULL
        AND gender IS NULL AND learning_route IS NULL AND study_year IS NULL
        AND start_date IS NULL AND expected_end_date IS NULL AND version = 1);

-- EXPLAIN ANALYZE tells how many rows a policy passed over. With one list, the index itself keeps
-- to it and passes over none; with two and an OR every login that knew a student's key could ask
-- whether that student has restricted notes.
ALTER POLICY concerned_read ON public.confidential_mark
    USING (student_id = ANY (ARRAY (SELECT lob.caseload() UNION SELECT lob.cared())));

-- Gaps in the numbers of a chain tell when its owner wrote what the reader may not see.
REVOKE SELECT (number) ON public.audit_entry FROM lob_staff;

-- One entry for lists is honest about one's own students. Who reads along must open the dossier,
-- so that its counsellor sees under Inzage that somebody read.
ALTER POLICY opened_read ON public.agreement_text
    USING (student_id = ANY (ARRAY (SELECT lob.opened()))
           OR ((SELECT lob.reading_lists('5 minutes'))
               AND student_id = ANY (ARRAY (SELECT lob.caseload()))));

-- Days that no program of this school can read (infinity, before Christ) would keep everybody who
-- sees them, such as a team leader, out of the window.
DO $$
DECLARE
    found record;
BEGIN
    FOR found IN
        SELECT audited.place, audited.name, attname FROM lob.audited
        JOIN pg_attribute ON attrelid = format('%I.%I', audited.place, audited.name)::regclass
        WHERE attnum > 0 AND NOT attisdropped
          AND atttypid IN ('date'::regtype, 'timestamptz'::regtype)
    LOOP
        EXECUTE format(
            'ALTER TABLE %1$I.%2$I ADD CONSTRAINT %3$I CHECK (%4$I >= %5$L AND %4$I < %6$L)',
            found.place, found.name, 'ck_' || found.name || '_' || found.attname || '_day',
            found.attname, '0001-01-02', '9999-12-31');
    END LOOP;
END $$;

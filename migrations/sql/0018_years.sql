-- Through the years: who changes an enrolment, and who reads what changed.

CALL lob.guard_table('enrolment_change', '{id}');
CALL lob.guard_table('enrolment_note', '{change_id}');

-- Whose student list it is, the administrator, says who left; the policy of the row stays the same.
GRANT UPDATE (left_on) ON public.student TO lob_staff;
ALTER TABLE public.student ADD CONSTRAINT ck_student_left_on_day
    CHECK (left_on >= '0001-01-02' AND left_on < '9999-12-31');
-- A team leader lets somebody in, and nobody who left.
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
        AND start_date IS NULL AND expected_end_date IS NULL AND left_on IS NULL AND version = 1);

-- Classes, mentors and destinations are counted: who has the name has these.
GRANT SELECT, INSERT ON public.enrolment_change TO lob_staff;
CREATE POLICY names_read ON public.enrolment_change FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.listed())));
CREATE POLICY administrator_adds ON public.enrolment_change FOR INSERT TO lob_staff
    WITH CHECK (made_by = (SELECT lob.me()) AND (SELECT lob.has_role('administrator')));

-- The line about a leaving is a word: it comes with its change, and is read with the dossier.
GRANT SELECT, INSERT ON public.enrolment_note TO lob_staff;
CREATE POLICY opened_read ON public.enrolment_note FOR SELECT TO lob_staff
    USING (student_id = ANY (ARRAY (SELECT lob.opened())));
CREATE POLICY administrator_adds ON public.enrolment_note FOR INSERT TO lob_staff
    WITH CHECK ((SELECT lob.has_role('administrator')) AND EXISTS (
        SELECT 1 FROM public.enrolment_change change
        WHERE change.id = change_id AND change.student_id = enrolment_note.student_id
          AND change.xmin = pg_current_xact_id()::xid));

-- A handover is a change of mentor: as in 0011_handover.sql, and written down.
CREATE OR REPLACE FUNCTION lob.confirm_handover(wanted uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    offer public.handover;
BEGIN
    SELECT * INTO offer FROM public.handover WHERE id = wanted AND receiver_id = lob.me();
    IF offer.id IS NULL OR NOT lob.has_role('counsellor') THEN
        RETURN false;
    END IF;
    -- The student first, as whoever else moves a student does (end_offers).
    PERFORM 1 FROM public.student
    WHERE id = offer.student_id AND counsellor_id = offer.giver_id FOR UPDATE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    UPDATE public.handover SET status = 'confirmed', answered_at = now(), updated_at = now(),
        version = version + 1
    WHERE id = wanted AND status = 'proposed';
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    UPDATE public.student SET counsellor_id = offer.receiver_id, version = version + 1,
        updated_at = now()
    WHERE id = offer.student_id;
    UPDATE public.appointment SET staff_id = offer.receiver_id, version = version + 1,
        updated_at = now()
    WHERE student_id = offer.student_id AND status = 'planned';
    INSERT INTO public.enrolment_change (
        id, student_id, deed_id, counts_from, part, before, after, before_id, after_id,
        made_by, made_at)
    VALUES (
        gen_random_uuid(), offer.student_id, offer.id, lob.today(), 'counsellor',
        (SELECT name FROM public.staff_member WHERE id = offer.giver_id),
        (SELECT name FROM public.staff_member WHERE id = offer.receiver_id),
        offer.giver_id, offer.receiver_id, lob.me(), now());
    RETURN true;
END $$;

-- A room holds one talk, also when the other talk is of a student that one may not see. This tells
-- a counsellor when a room is taken and by which colleague: no student, no kind, no subject. Who
-- asks for a room holds it until the end of the transaction, so that two people cannot both find it
-- free, also when one of them plans a whole group.
CREATE FUNCTION lob.room_uses(wanted uuid, first_on date, last_on date)
RETURNS TABLE (id uuid, "on" date, at text, minutes integer, name text)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT lob.has_role('counsellor') THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(wanted::text, 5));
    RETURN QUERY
        SELECT taken.id, taken.day, taken.time_of_day, taken.minutes, member.name
        FROM public.appointment taken
        JOIN public.staff_member member ON member.id = taken.staff_id
        WHERE taken.room_id = wanted AND taken.day BETWEEN first_on AND last_on
          AND taken.status = 'planned' AND taken.time_of_day <> ''
        ORDER BY taken.day, taken.time_of_day;
END $$;
ALTER FUNCTION lob.room_uses OWNER TO lob_owner;
REVOKE ALL ON FUNCTION lob.room_uses FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lob.room_uses TO lob_staff;

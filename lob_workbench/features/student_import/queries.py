"""What the workbook already knows of the students in a list."""

from lob_workbench.features.student_import.known import KnownStudent
from lob_workbench.features.student_import.rules import StudentValues
from lob_workbench.people.queries import whole_students
from lob_workbench.people.records import StaffMember
from lob_workbench.storage.unit_of_work import UnitOfWork


def known_students(work: UnitOfWork) -> tuple[KnownStudent, ...]:
    """Every student with what a list could say about them.

    Not through the caseload: a list of the whole school must find its own students again, or it
    would add them twice.
    """
    query = whole_students(StaffMember.list_name)
    today, actor = work.clock.today(), work.actor
    return tuple(
        KnownStudent(
            student.id,
            StudentValues(
                student_number=student.number,
                last_name=student.last_name,
                first_name=student.first_name,
                infix=student.infix,
                birth_date=student.birth_date,
                gender=student.gender,
                email=student.email,
                programme=programme or "",
                crebo=crebo or "",
                level=level or "",
                learning_route=student.learning_route,
                group=group or "",
                study_year=student.study_year,
                team=team or "",
                start_date=student.start_date,
                expected_end_date=student.expected_end_date,
                mentor=mentor or "",
            ),
            left=student.left_on is not None and student.left_on <= today,
            # As ``people.access.enrolled_by`` has it.
            mine=not actor.own_desk or student.counsellor_id == actor.staff_id,
        )
        for student, group, programme, crebo, level, team, mentor in work.session.execute(query)
    )

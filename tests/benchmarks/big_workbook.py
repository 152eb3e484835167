"""A workbook in which one counsellor has 11,000 students, each with a talk and an agreement.

Made once and kept in the system's folder for temporary files, until the schema changes.
"""

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

import sqlalchemy as sa

from lob_workbench.app.session import NewDesk, Session
from lob_workbench.domain.career import ConversationForm, ConversationKind
from lob_workbench.domain.rights import Role
from lob_workbench.people.naming import index_words, rename
from lob_workbench.people.records import Programme, Student, StudentGroup, Team
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.base import new_id
from lob_workbench.storage.keys import KdfCost
from lob_workbench.storage.migrate import newest_revision
from lob_workbench.storage.recovery_code import new_recovery_code
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.records import Agreement, Conversation
from lob_workbench.talks.records_appointments import Appointment, AppointmentText
from lob_workbench.talks.rules import AgreementOwner, AgreementStatus
from lob_workbench.talks.rules_appointments import AppointmentStatus, minutes_of

STUDENTS = 11_000
PASSPHRASE = "zeven lampen op een rij"
# The least that a key file may ask: what it takes is not part of any figure.
CHEAP = KdfCost(memory_kib=65_536, iterations=2, lanes=2)
_CHUNK = 1_000

_FIRST = ("Aïcha", "Bram", "Çağla", "Daan", "Esra", "Fenna", "Gijs", "Hanna", "Łukasz", "Zoë")
_LAST = ("Bakker", "de Boer", "van 't Hart", "Jansen", "Öztürk", "van der Meer", "Visser", "Wójcik")
_PROGRAMMES = ("Pedagogisch werk", "Mechatronica", "Allround kapper", "Dierverzorging")


def big_workbook(students: int = STUDENTS, place: Path | None = None) -> Path:
    """The folder of the workbook; made when it is not there yet."""
    place = place or Path(tempfile.gettempdir()) / "lob-werkbank-bench"
    folder = place / f"{newest_revision()}-{students}"
    if not folder.is_dir():
        building = place / f"{folder.name}.bouw"
        shutil.rmtree(building, ignore_errors=True)
        _make(building, students)
        building.rename(folder)
    return folder


def _make(folder: Path, students: int) -> None:
    desk = NewDesk(
        folder,
        PASSPHRASE,
        new_recovery_code(),
        "Mirjam Bakker",
        frozenset({Role.COUNSELLOR}),
        "Het Voorbeeldcollege",
        "2026-2027",
    )
    session = Session.create(desk, cost=CHEAP)
    try:
        with session.work() as work:
            groups = [StudentGroup(id=new_id(), name=f"PW{number:03}") for number in range(220)]
            teams = [Team(id=new_id(), name=f"Team {number}") for number in range(1, 13)]
            programmes = [Programme(id=new_id(), name=name) for name in _PROGRAMMES]
            work.session.add_all([*groups, *teams, *programmes])
        for start in range(0, students, _CHUNK):
            with session.work() as work:
                _add(work, range(start, min(start + _CHUNK, students)), groups, teams, programmes)
    finally:
        session.close(backup=False)


def _add(
    work: UnitOfWork,
    numbers: range,
    groups: list[StudentGroup],
    teams: list[Team],
    programmes: list[Programme],
) -> None:
    today, now, me = work.clock.today(), work.clock.now(), work.actor.staff_id
    added = []
    for number in numbers:
        infix, _, last = _LAST[number % len(_LAST)].rpartition(" ")
        student = Student(
            id=new_id(),
            number=f"{number:07}",
            group_id=groups[number % len(groups)].id,
            team_id=teams[number % len(teams)].id,
            programme_id=programmes[number % len(programmes)].id,
            counsellor_id=me,
            study_year=1 + number % 4,
            birth_date=date(2008, 1, 1) + timedelta(days=number % 900),
            updated_at=now,
        )
        first = _FIRST[number * 7 % len(_FIRST)]
        rename(student, PersonName(first, infix, f"{last}{'abcdefghijkl'[number % 12]}"))
        added.append(student)
    work.session.add_all(added)
    index_words(work, added)
    talks = [new_id() for _ in added]
    work.session.execute(
        sa.insert(Conversation),
        [
            {
                "id": talk,
                "talk_id": talk,
                "version_number": 1,
                "student_id": student.id,
                "author_id": me,
                "kind": ConversationKind.PROGRESS,
                "form": ConversationForm.DIALOGUE,
                "held_on": today - timedelta(days=place % 120),
                "focus": "",
                "summary": "Het gaat goed op de stage.",
                "next_on": today + timedelta(days=place % 60),
                "next_at": "",
                "next_kind": None,
                "reason": "",
                "recorded_at": now,
            }
            for place, (talk, student) in enumerate(zip(talks, added, strict=True))
        ],
    )
    work.session.execute(
        sa.insert(Agreement),
        [
            {
                "id": new_id(),
                "talk_id": talk,
                "student_id": student.id,
                "made_in": 1,
                "withdrawn_in": None,
                "position": 0,
                "what": "Een weekrooster maken",
                "owner": AgreementOwner.STUDENT,
                "due_on": today + timedelta(days=place % 40 - 10),
                "status": AgreementStatus.OPEN,
                "closed_on": None,
                "closed_reason": "",
                "made_on": today,
                "version": 1,
                "updated_at": now,
            }
            for place, (talk, student) in enumerate(zip(talks, added, strict=True))
        ],
    )
    planned = [new_id() for _ in added]
    work.session.execute(
        sa.insert(Appointment),
        [
            {
                "id": key,
                "student_id": student.id,
                "staff_id": me,
                "kind": ConversationKind.PROGRESS,
                "form": ConversationForm.DIALOGUE,
                "on": today + timedelta(days=place % 60),
                "at": "",
                "minutes": minutes_of(ConversationKind.PROGRESS),
                "status": AppointmentStatus.PLANNED,
                "sequence": 0,
                "from_talk": talk,
                "made_at": now,
                "version": 1,
                "updated_at": now,
            }
            for place, (key, talk, student) in enumerate(zip(planned, talks, added, strict=True))
        ],
    )
    work.session.execute(
        sa.insert(AppointmentText),
        [
            {"appointment_id": key, "student_id": student.id, "subject": "", "sensitive": False}
            for key, student in zip(planned, added, strict=True)
        ],
    )

"""What changed in the enrolments of the example school, and two who left last summer."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from random import Random
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.people.example import ExamplePeople, seeded_id, start_of_year
from lob_workbench.people.naming import index_words, rename
from lob_workbench.people.records import Student, StudentGroup
from lob_workbench.people.records_enrolment import EnrolmentChange, EnrolmentNote
from lob_workbench.people.rules import PersonName
from lob_workbench.people.rules_enrolment import Destination, EnrolmentPart
from lob_workbench.storage.unit_of_work import UnitOfWork

_LEFT = (
    (PersonName("Sanne", "de", "Wit"), Destination.DIPLOMA_WORK, "Begonnen bij De Zonnehoek."),
    (PersonName("Ömer", "", "Kaya"), Destination.DIPLOMA_HBO, ""),
)
_OTHER_MENTOR = "Hanneke Visser"
_MOVED = 2
"""So many came from another class this autumn."""


def fill(work: UnitOfWork, people: ExamplePeople) -> None:
    """Each own student of year two or further came up from a class below; some changed class."""
    _Builder(work, people).build()


class _Builder:
    def __init__(self, work: UnitOfWork, people: ExamplePeople) -> None:
        self.work, self.people = work, people
        self.start = start_of_year(people.today)
        self.moment = datetime.combine(self.start, time(8), UTC)
        # Apart from the others' chance, so that their part stays what it was.
        self.random = Random(f"enrolment {people.owner.staff_id}")
        self.deed = self.id()
        self.own = [one for one in people.students if one.counsellor == people.owner]

    def id(self) -> UUID:
        return seeded_id(self.random, self.moment)

    def build(self) -> None:
        groups = self.groups([one.id for one in self.own])
        moved = 0
        for student in self.own:
            name = groups[student.id]
            if student.year >= 2:
                self.change(student.id, EnrolmentPart.GROUP, _year_before(name, student.year), name)
                self.change(
                    student.id,
                    EnrolmentPart.STUDY_YEAR,
                    str(student.year - 1),
                    str(student.year),
                )
            elif moved < _MOVED and student.start < self.people.today:
                moved += 1
                mentor = self.people.owner.name
                self.change(student.id, EnrolmentPart.COUNSELLOR, _OTHER_MENTOR, mentor)
        self.leavers()
        self.work.session.flush()

    def groups(self, ids: list[UUID]) -> dict[UUID, str]:
        query = sa.select(Student.id, StudentGroup.name).join(
            StudentGroup, Student.group_id == StudentGroup.id
        )
        return {key: name for key, name in self.work.session.execute(query) if key in ids}

    def change(
        self, student_id: UUID, part: EnrolmentPart, before: str, after: str, **more: Any
    ) -> UUID:
        change = EnrolmentChange(
            id=self.id(),
            student_id=student_id,
            deed_id=self.deed,
            counts_from=more.get("on", self.start),
            part=part,
            before=before,
            after=after,
            destination=more.get("destination"),
            made_by=self.people.owner.staff_id,
            made_at=self.moment,
        )
        self.work.session.add(change)
        return change.id

    def leavers(self) -> None:
        left_on = date(self.start.year, 8, 1)
        records = list(self.leaver_records(left_on))
        index_words(self.work, records)
        for record, (_, destination, note) in zip(records, _LEFT, strict=True):
            change = self.change(
                record.id,
                EnrolmentPart.LEFT,
                "",
                left_on.isoformat(),
                on=left_on,
                destination=destination,
            )
            self.work.session.flush()
            if note:
                self.work.session.add(
                    EnrolmentNote(change_id=change, student_id=record.id, text=note)
                )

    def leaver_records(self, left_on: date) -> Iterator[Student]:
        # Of the same class, a year ago, as somebody who is in the last year now.
        last = max(self.own, key=lambda one: one.year)
        like = self.work.session.get_one(Student, last.id)
        for number, (name, *_) in enumerate(_LEFT):
            record = Student(
                id=self.id(),
                number=f"039900{number + 1}",
                birth_date=date(self.start.year - 20, 3 + number, 14),
                email=f"039900{number + 1}@student.voorbeeldcollege.example",
                counsellor_id=self.people.owner.staff_id,
                team_id=like.team_id,
                programme_id=like.programme_id,
                group_id=like.group_id,
                learning_route=like.learning_route,
                study_year=like.study_year,
                start_date=date(self.start.year - last.year, 8, 1),
                expected_end_date=left_on,
                left_on=left_on,
                updated_at=self.moment,
            )
            rename(record, name)
            self.work.session.add(record)
            yield record


def _year_before(name: str, year: int) -> str:
    """*PW1A* for *PW2A*."""
    return name.replace(str(year), str(year - 1), 1)

"""One counsellor's 25 students and 2,500 talks: in a workbook of her own, and at the school."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch
from uuid import UUID

from lob_workbench.app.features import FEATURES
from lob_workbench.app.seed import SeedPlan
from lob_workbench.app.seed_writing import workbook_for_measuring
from lob_workbench.app.session import Session
from lob_workbench.domain.actor import Actor
from lob_workbench.domain.contributions import contributed
from lob_workbench.features.conversations import operations as talks
from lob_workbench.features.conversations import overview
from lob_workbench.features.conversations.rules import Preparation
from lob_workbench.features.students.operations import list_students, read_story
from lob_workbench.features.today.operations import read_day
from lob_workbench.people.rules import StudentFilter
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.rules_agreements import AgreementAnswer, AgreementStatus, ReturnedAnswer

_PASSPHRASE = "zeven lampen op een rij"


@dataclass(frozen=True)
class Desk:
    """Somebody at work, in a workbook or at a school: the product's operations, timed by others.

    ``students`` are the actor's, in the order of the list: who needs a dossier that nobody opened
    this minute takes the next one.
    """

    begin: Callable[[], AbstractContextManager[UnitOfWork]]
    actor: Actor
    students: tuple[UUID, ...]

    @classmethod
    def of(cls, begin: Callable[[], AbstractContextManager[UnitOfWork]], actor: Actor) -> Desk:
        """The desk of this actor."""
        with begin() as work:
            rows = list_students(work, StudentFilter()).rows
        return cls(begin, actor, tuple(row.student.id for row in rows))

    def page(self, student: UUID) -> None:
        """Open a student's page."""
        stories = contributed(FEATURES, self.actor, "story")
        facts = contributed(FEATURES, self.actor, "facts")
        with self.begin() as work:
            read_story(work, student, stories, facts)

    def page_without_log(self, student: UUID) -> None:
        """The same without telling the log; at a school while the dossier is open."""
        with patch.object(overview, "open_dossier"):
            self.page(student)

    def list(self) -> None:
        """Open the page *Studenten*."""
        with self.begin() as work:
            list_students(work, StudentFilter(), contributed(FEATURES, self.actor, "facts"))

    def day(self) -> None:
        """Open *Vandaag*."""
        today = contributed(FEATURES, self.actor, "today")
        with self.begin() as work:
            read_day(work, today, contributed(FEATURES, self.actor, "facts"))

    def record(self, student: UUID) -> None:
        """Record a short talk."""
        with self.begin() as work:
            prepared = talks.prepare(work, student)
        draft = replace(
            prepared.draft,
            held_on=prepared.today,
            summary="Het gaat goed.",
            answers=all_done(prepared),
        )
        with self.begin() as work:
            talks.record(work, draft)


def all_done(prepared: Preparation) -> tuple[ReturnedAnswer, ...]:
    """The answer to every agreement that comes back in a talk."""
    done = AgreementAnswer(AgreementStatus.DONE)
    return tuple(
        ReturnedAnswer(view.id, view.version, done, view.what) for view in prepared.open_agreements
    )


@contextmanager
def small_workbook(students: int = 25, talks_each: int = 100) -> Iterator[Desk]:
    """A workbook with as much as one counsellor of the school has; removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="lob-bench-") as place:
        folder = Path(place) / "map"
        workbook_for_measuring(folder, _PASSPHRASE, SeedPlan(students, students * talks_each))
        session = Session.open(folder, passphrase=_PASSPHRASE)
        try:
            yield Desk.of(session.work, session.actor)
        finally:
            session.close(backup=False)

"""*Trialoog*: from planning to three voices that were confirmed, through the window alone."""

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Final

from lob_workbench import __version__
from lob_workbench.app import example_school
from lob_workbench.app.main_window import MainWindow
from lob_workbench.app.recent import RecentWorkbooks
from lob_workbench.app.session import Session
from lob_workbench.app.tour.first_hour import make_room
from lob_workbench.app.tour.form_filling import OURSELVES
from lob_workbench.app.tour.stage import Stage, application, take_down, write_json
from lob_workbench.app.tour.trialogue_steps import AT_SCHOOL, HELD, WORKBOOK, Cast, Trialogue
from lob_workbench.domain.career import ConversationForm
from lob_workbench.domain.clock import Clock, FixedClock
from lob_workbench.domain.errors import WorkbenchError
from lob_workbench.features.conversations.operations import list_conversations
from lob_workbench.people.queries import list_students
from lob_workbench.people.queries_placements import placement_on
from lob_workbench.people.rules import StudentFilter, StudentRow
from lob_workbench.storage.keys import KdfCost
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries_appointments, queries_voices

_CHEAP: Final = KdfCost(memory_kib=65_536, iterations=2, lanes=1)
_NOBODY: Final = "In de voorbeeldschool is niemand voor een trialoog."
_RARE: Final = "Ł"
"""A letter that the fonts of many PDF readers lack, and that the form has to carry."""


def play_trialogue(folder: Path) -> Iterator[str]:
    """Play the chapter in ``folder``, which is emptied first if it is of an earlier tour."""
    make_room(folder)
    began = monotonic()
    yield "Trialoog: student, school en bedrijf, van plannen tot drie stemmen op papier"
    clock = FixedClock(AT_SCHOOL)
    example_school.make(folder / WORKBOOK, clock, cost=_CHEAP)
    cast = _cast(folder / WORKBOOK, clock)
    yield f"  {monotonic() - began:5.1f} s  de voorbeeldschool, en daarin {cast.student}"
    application()
    with tempfile.TemporaryDirectory(prefix="lob-tour-") as settings:
        window = MainWindow(clock, RecentWorkbooks(Path(settings) / "recent.json"))
        window.begin()
        try:
            with Stage(window, folder / "screens").open() as stage:
                play = Trialogue(stage, folder, clock, cast)
                for step, act in play.steps():
                    with stage.step(step):
                        act()
                    yield f"  {stage.seconds[step]:5.1f} s  {step}"
                    if play.filled_by == OURSELVES and act == play.fill_in_form:
                        yield "           pdftk is hier niet: de werkbank vulde het zelf in"
        finally:
            take_down(window)
    seconds = round(monotonic() - began, 2)
    write_json(
        folder / "summary.json",
        {
            "chapter": folder.name,
            "version": __version__,
            "student": cast.student,
            "company": cast.company,
            "trainer": cast.trainer,
            "held_on": HELD.date().isoformat(),
            "filled_by": play.filled_by,
            "files": sorted(
                file.relative_to(folder).as_posix()
                for pattern in ("*.pdf", "*.ics", "screens/*.png")
                for file in folder.glob(pattern)
            ),
            "seconds": {**stage.seconds, "totaal": seconds},
        },
    )
    for name in Trialogue.PAPERS:
        yield f"  {folder / name}"
    yield f"  {folder / 'screens'}"


def _cast(workbook: Path, clock: Clock) -> Cast:
    """An own student at a company on the day of the talk, for whom nothing is planned before it."""
    session = Session.open(workbook, passphrase=example_school.PASSPHRASE, clock=clock)
    try:
        with session.work() as work:
            rows = list_students(work, StudentFilter())
        found = []
        for row in rows:
            with session.work() as work:
                fitting = _fitting(work, row, HELD.date())
            if fitting is not None:
                found.append(fitting)
    finally:
        session.close(backup=False)
    if not found:
        raise WorkbenchError(_NOBODY)
    # A name that a form must carry whole, and then the most to look back on.
    return max(found, key=lambda each: (_RARE in each.student, each.talks))


def _fitting(work: UnitOfWork, row: StudentRow, day: date) -> Cast | None:
    at = placement_on(work, row.id, day)
    if row.counsellor_id != work.actor.staff_id or at is None or not at.trainer:
        return None
    planned = queries_appointments.list_appointments(
        work, student_ids=[row.id], last_on=day, only_planned=True
    )
    if planned or queries_voices.unrecorded_talks(work, [row.id]):
        return None
    talks = list_conversations(work, row.id)
    if any(talk.form is ConversationForm.TRIALOGUE for talk in talks):
        return None
    return Cast(
        student=row.name.full,
        first_name=row.name.first,
        company=at.company.name,
        trainer=at.trainer,
        talks=len(talks),
    )

"""The matrix of life skills: from asking for it to the first picture, and a frame of scrolling."""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from lob_workbench.app.session import Session
from lob_workbench.app.tour.stage import application
from lob_workbench.content.skills import load_skill_set
from lob_workbench.features.life_skills.operations import read_levels, read_roll
from lob_workbench.features.life_skills.page_matrix_table import MatrixTable
from lob_workbench.features.life_skills.rules import Selection
from lob_workbench.people.rules import StudentFilter
from lob_workbench.skills.records import SkillClaim, SkillVerdict
from lob_workbench.skills.rules import LearnerKind, Observer, Verdict
from lob_workbench.storage.base import new_id
from tests.benchmarks.big_workbook import PASSPHRASE, STUDENTS, big_workbook
from tests.benchmarks.figures import Figure

GROUP = 30
CLAIMS_EACH = 6
_GROUP_MS, _SCHOOL_MS, _FRAME_MS = 150.0, 300.0, 16.0
_FRAMES = 60


def skills(runs: int, students: int = STUDENTS, place: Path | None = None) -> list[Figure]:
    """Medians, after a warm-up, in a matrix as large as it is in a window of 1366 × 768."""
    application()
    made = big_workbook(students, place)
    with tempfile.TemporaryDirectory(prefix="lob-bench-") as beside:
        folder = Path(beside) / made.name
        shutil.copytree(made, folder)
        session = Session.open(folder, passphrase=PASSPHRASE)
        try:
            _claim(session)
            with session.work() as work:
                some = frozenset(read_roll(work, Selection("")).ids[:GROUP])
            group, _ = _paint(session, runs, Selection("", chosen=some))
            whole, frames = _paint(session, runs, Selection("", wanted=StudentFilter()))
        finally:
            session.close(backup=False)
    return [
        Figure(f"matrix of {GROUP} × 25 → read and painted", group, None, _GROUP_MS),
        Figure(f"matrix of {students:,} × 25 → read and painted", whole, None, _SCHOOL_MS),
        Figure(f"matrix of {students:,} × 25, a frame of scrolling", frames, None, _FRAME_MS),
    ]


def _claim(session: Session) -> None:
    """Some behaviours of everybody, confirmed: straight into the tables."""
    behaviours = [one.id for one in load_skill_set().behaviours]
    with session.work() as work:
        now, today, me = datetime.now(UTC), work.clock.today(), work.actor.staff_id
        claims: list[dict[str, Any]] = []
        verdicts: list[dict[str, Any]] = []
        for row, learner in enumerate(read_roll(work, Selection("")).ids):
            for number in range(CLAIMS_EACH):
                id_ = new_id()
                whose: dict[str, UUID] = {"learner_id": learner, "student_id": learner}
                claims.append(
                    {
                        **whose,
                        "id": id_,
                        "member_id": None,
                        "set_key": load_skill_set().key,
                        "behaviour_id": behaviours[(row * 7 + number) % len(behaviours)],
                        "observer": Observer.SELF,
                        "observer_staff_id": None,
                        "seen_on": today,
                        "recorded_by": me,
                        "recorded_at": now,
                    }
                )
                if number:
                    verdicts.append(
                        {
                            **whose,
                            "claim_id": id_,
                            "number": 1,
                            "verdict": Verdict.CONFIRMED,
                            "observer": Observer.COUNSELLOR,
                            "observer_staff_id": me,
                            "given_on": today,
                            "recorded_by": me,
                            "recorded_at": now,
                        }
                    )
        work.session.execute(sa.insert(SkillClaim), claims)
        work.session.execute(sa.insert(SkillVerdict), verdicts)


def _paint(session: Session, runs: int, selection: Selection) -> tuple[float, float]:
    """From asking to a picture with its figures; then a frame of scrolling through it all."""
    painted: list[float] = []
    frames: list[float] = []
    for run in range(runs + 1):
        table = MatrixTable()
        try:
            table.resize(1284, 520)
            table.show()
            QApplication.processEvents()
            begin = perf_counter()
            with session.work() as work:
                roll = read_roll(work, selection)
            table.show_roll(roll)
            _read(session, table)
            table.grab()
            if run:
                painted.append(1000 * (perf_counter() - begin))
                frames += _scroll(session, table)
        finally:
            table.close()
            table.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return median(painted), median(frames) if frames else 0.0


def _scroll(session: Session, table: MatrixTable) -> list[float]:
    bar = table.verticalScrollBar()
    taken = []
    for frame in range(_FRAMES):
        bar.setValue(bar.maximum() * frame // _FRAMES)
        _read(session, table)
        begin = perf_counter()
        table.viewport().repaint()
        table.names_head.viewport().repaint()
        taken.append(1000 * (perf_counter() - begin))
    return taken


def _read(session: Session, table: MatrixTable) -> None:
    """What the page has the database thread do for the rows in sight."""
    ids = table.in_sight()
    if ids:
        with session.work() as work:
            table.take_levels(read_levels(work, LearnerKind.STUDENT, table.cells.set_key, ids))

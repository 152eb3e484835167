"""The chapter of every day: what it shows stands in the workbook that it leaves."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lob_workbench.app import example_school
from lob_workbench.app.session import Session
from lob_workbench.app.tour.daily_words import (
    AGREEMENT_WORD,
    AUGUST,
    CLIMBER,
    DESTINATION,
    DONE_CLASS,
    GRADUATE,
    MISSING,
    NEWCOMER,
    NEXT_CLASS,
    STAYS,
    TALK_WORD,
    UP_CLASS,
    YEAR_AFTER,
)
from lob_workbench.domain.clock import FixedClock
from lob_workbench.people.queries import list_students
from lob_workbench.people.rules import StudentFilter, StudentRow
from lob_workbench.people.school import read_school
from lob_workbench.storage.workbook import DRILL
from tests.helpers.tour import chapter


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the chapter left, played once from the command line."""
    out = tmp_path_factory.mktemp("tour")
    said = chapter(out, "elke-dag")
    assert "snel openen: " in said
    return out / "elke-dag"


@pytest.fixture(scope="module")
def summary(folder: Path) -> dict[str, Any]:
    """What the chapter tells of itself."""
    told: dict[str, Any] = json.loads((folder / "summary.json").read_text("utf-8"))
    return told


@pytest.fixture(scope="module")
def session(folder: Path) -> Iterator[Session]:
    """The workbook, opened again from the disk on the last day of the chapter."""
    clock = FixedClock(AUGUST)
    opened = Session.open(
        folder / "voorbeeldschool", passphrase=example_school.PASSPHRASE, clock=clock
    )
    yield opened
    opened.close(backup=False)


def listed(session: Session, *, left: bool = False) -> dict[str, StudentRow]:
    """The counsellor's students by name."""
    with session.work() as work:
        rows = list_students(work, StudentFilter(left=left))
    return {row.name.full: row for row in rows}


def test_every_signal_has_its_reason_in_words(summary: dict[str, Any]) -> None:
    reasons = [reason for said in summary["signals"].values() for reason in said]
    assert any("over tijd" in reason for reason in reasons)
    assert any(reason.startswith("Het laatste gesprek was ") for reason in reasons)
    assert any(reason.startswith("Achter op de norm sinds ") for reason in reasons)


def test_the_search_box_found_one_of_each_kind(summary: dict[str, Any]) -> None:
    student, talk, agreement, deed, page = (one["row"] for one in summary["found"])
    assert student.startswith(GRADUATE)
    assert TALK_WORD in talk
    assert AGREEMENT_WORD in agreement
    assert deed.startswith("Snel noteren")
    assert page == "Instellingen"


def test_the_copy_elsewhere_came_back_with_the_paper_only(
    folder: Path, summary: dict[str, Any]
) -> None:
    assert list((folder / "usb-stick").rglob("*.lobkopie"))
    assert summary["drill"].startswith("Laatste proef: maandag 6 juli 2026. Gelukt.")
    assert "op de tweede plek" in summary["drill"]
    # Of the drill itself nothing is left behind.
    assert not [one.name for one in (folder / "voorbeeldschool").glob(f"{DRILL}*")]


def test_the_new_year_was_undone_and_then_written(
    session: Session, summary: dict[str, Any]
) -> None:
    looked, written, undone = summary["turned"]
    assert "Gaan door: 14. Gaan van school: 12." in looked
    assert written.startswith("Klaar. Door naar het nieuwe jaar: 14. Gaan van school: 12.")
    assert undone == "Alles is weer zoals het was."
    with session.work() as work:
        assert read_school(work).year == YEAR_AFTER
    gone = listed(session, left=True)
    assert gone[GRADUATE].group == DONE_CLASS
    here = listed(session)
    assert GRADUATE not in here
    assert here[STAYS].group == DONE_CLASS
    assert UP_CLASS not in {row.group for row in here.values()}


def test_the_history_tells_of_the_last_time_only(summary: dict[str, Any]) -> None:
    graduate, climber = summary["history"][GRADUATE], summary["history"][CLIMBER]
    assert f"Van school: {DESTINATION}" in graduate
    assert [line for line in climber if line.endswith(f"{UP_CLASS} → {NEXT_CLASS}")]
    assert "zaterdag 1 augustus 2026" in graduate
    assert "zaterdag 1 augustus 2026" in climber


def test_who_was_missing_on_the_list_left_because_somebody_chose(
    session: Session, summary: dict[str, Any]
) -> None:
    assert summary["missing"] == [MISSING]
    assert MISSING in listed(session, left=True)
    here = listed(session)
    assert NEWCOMER[0] in {row.number for row in here.values()}
    assert sum(row.group == NEXT_CLASS for row in here.values()) == 14


def test_every_step_left_a_picture(folder: Path, summary: dict[str, Any]) -> None:
    assert all((folder / name).stat().st_size for name in summary["files"])
    pictures = sorted((folder / "screens").glob("*.png"))
    assert len(pictures) >= 30
    assert [file.name[:2] for file in pictures] == [f"{n:02}" for n in range(1, len(pictures) + 1)]
    for part in (
        "studenten-signalen",
        "zoeken-gesprek",
        "proef-gelukt",
        "nieuw-schooljaar-ingevoerd",
        "student-met-bestemming",
        "wie-ontbreekt",
        "op-slot-na-slaap",
    ):
        assert [file for file in pictures if file.stem.endswith(f"-{part}")], part

"""The chapter of life skills: what another program filled in comes back, and a badge is judged."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from lob_workbench.app import example_school
from lob_workbench.app.session import Session
from lob_workbench.app.tour import office, workbook_at_colleague
from lob_workbench.app.tour.skills_words import (
    ACTION,
    BY_STUDENT,
    BY_TRAINER,
    LEVEL,
    LONGER_UNTIL,
    SKILL,
    TRAINER,
    about,
)
from lob_workbench.app.tour.workbook_at_colleague import (
    OFFICE,
    OURSELVES,
    Line,
    fill_in_workbook,
    print_workbook,
)
from lob_workbench.content.skills import load_skill_set
from lob_workbench.features.skill_workbook.layout import OBSERVATIONS, Field
from lob_workbench.output.workbook_file import read_workbook
from lob_workbench.people.rules import StudentFilter
from lob_workbench.skills.queries import list_learners, read_claims, read_standings
from lob_workbench.skills.queries_goals import read_goals
from lob_workbench.skills.rules import ClaimState, Learner, Observer
from tests.helpers.tour import chapter
from tests.output.reading import squeezed, texts

IN_CI = os.environ.get("CI") == "true"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the chapter left, played once from the command line."""
    out = tmp_path_factory.mktemp("tour")
    said = chapter(out, "life-skills")
    assert "3 verschillen uit de werkmap" in said
    return out / "life-skills"


@pytest.fixture(scope="module")
def summary(folder: Path) -> dict[str, Any]:
    """What the chapter tells of itself."""
    told: dict[str, Any] = json.loads((folder / "summary.json").read_text("utf-8"))
    return told


@pytest.fixture(scope="module")
def session(folder: Path) -> Iterator[Session]:
    """The workbook, opened again from the disk."""
    session = Session.open(folder / "voorbeeldschool", passphrase=example_school.PASSPHRASE)
    yield session
    session.close(backup=False)


@pytest.fixture(scope="module")
def student(session: Session, summary: dict[str, Any]) -> Learner:
    """Who it is about."""
    with session.work() as work:
        learners = list_learners(work, StudentFilter())
    (who,) = [one for one in learners if one.name == summary["student"]]
    return who


def test_three_cells_were_changed_and_three_lines_show(
    summary: dict[str, Any], student: Learner
) -> None:
    if IN_CI:
        assert summary["filled_by"] == OFFICE
    first, *others = summary["differences"]
    assert len(others) == 2
    assert not any(line["refused"] for line in summary["differences"])
    assert (first["kind"], first["who"]) == ("observation", student.listed)
    assert about(BY_TRAINER, student.name.split()[0]) in first["becomes"]
    assert first["by"].startswith(TRAINER)
    longer, higher = sorted(others, key=lambda line: line["who"] != student.listed)
    assert (longer["kind"], longer["what"]) == ("goal", "Flexibiliteit · Periode 1 tot en met")
    assert longer["becomes"] == "18-12-2026"
    assert (higher["kind"], higher["who"] != student.listed) == ("goal", True)
    assert higher["what"].endswith(" · Doel")
    assert int(higher["becomes"]) == int(higher["was"]) + 1


def test_what_came_back_counts_after_a_second_person(session: Session, student: Learner) -> None:
    skill_set = load_skill_set()
    with session.work() as work:
        standing = read_standings(work, skill_set.key, [student.id])[student.id][SKILL]
        claims = read_claims(work, student.id, skill_set.key)
    assert standing.level == LEVEL
    by_words = {claim.evidence: claim for claim in claims}
    own = by_words[BY_STUDENT]
    theirs = by_words[about(BY_TRAINER, student.name.split()[0])]
    assert (own.observer, own.state) == (Observer.SELF, ClaimState.CONFIRMED)
    assert (theirs.observer, theirs.state) == (Observer.TRAINER, ClaimState.CONFIRMED)
    for claim in (own, theirs):
        (verdict,) = claim.verdicts
        assert verdict.observer is Observer.COUNSELLOR


def test_the_agreement_runs_as_long_as_the_company_wrote(
    session: Session, student: Learner
) -> None:
    with session.work() as work:
        goals = read_goals(work, [student.id])[student.id]
    (goal,) = [one for one in goals if one.skill_id == SKILL]
    assert (goal.level, goal.action) == (LEVEL, ACTION)
    assert goal.slots[0].ends_on == LONGER_UNTIL


def test_the_badge_is_valid_then_changed_then_revoked(
    folder: Path, summary: dict[str, Any]
) -> None:
    verdicts = summary["verdicts"]
    kinds = [name.rpartition(".")[2] for name in verdicts]
    assert kinds == ["json", "jwt", "png", "svg", "html", "json", "png daarna"]
    said = list(verdicts.values())
    assert said[:5] == ["Geldig"] * 5
    assert said[5:] == ["Er is iets aan veranderd", "Ingetrokken"]
    names = {file.suffix for file in (folder / "badges").iterdir()}
    assert names == {".json", ".jwt", ".png", ".svg", ".pdf", ".html"}


def test_the_papers_tell_of_the_student(folder: Path, student: Learner) -> None:
    (annex,) = (folder / "badges").glob("*.pdf")
    behaviours = load_skill_set().skill(SKILL).level(LEVEL).behaviours
    wanted = {
        folder / "groei.pdf": [student.name],
        annex: [student.name, *(one.text for one in behaviours)],
    }
    for file, words in wanted.items():
        for seen in texts(file.read_bytes()):
            for text in words:
                assert squeezed(text) in squeezed(seen), (file.name, text)


def test_the_workbook_was_printed(folder: Path, summary: dict[str, Any]) -> None:
    if summary["filled_by"] != OFFICE:
        pytest.fail("LibreOffice ontbreekt") if IN_CI else pytest.skip("LibreOffice ontbreekt")
    (pdf,) = (folder / "werkmap-op-papier").glob("*.pdf")
    pages = sorted((folder / "werkmap-op-papier").glob("*.png"))
    assert len(pages) == len(PdfReader(pdf).pages)
    assert all(page.stat().st_size for page in pages)


def test_every_step_left_a_picture(folder: Path, summary: dict[str, Any]) -> None:
    assert all((folder / name).stat().st_size for name in summary["files"])
    pictures = sorted((folder / "screens").glob("*.png"))
    assert len(pictures) >= 30
    assert [file.name[:2] for file in pictures] == [f"{n:02}" for n in range(1, len(pictures) + 1)]
    for part in (
        "vak",
        "student-heeft-geschreven",
        "afspraken-schooljaar",
        "groei-op-papier",
        "verschillen-derde",
        "waarneming-wacht",
        "badge-geldig",
        "badge-veranderd",
        "badge-ingetrokken",
    ):
        assert [file for file in pictures if file.stem.endswith(f"-{part}")], part


def test_without_libreoffice_the_tour_fills_it_in_itself(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (office, workbook_at_colleague):
        monkeypatch.setattr(module, "program", lambda: None)
    full, said = tmp_path / "vol.xlsx", "Łukasz & <b>Renée</b>\n=1+1"
    line = Line(OBSERVATIONS, {Field.EVIDENCE: said})
    empty = folder / "life-skills.xlsx"
    assert fill_in_workbook(empty, [line], full, tmp_path) == OURSELVES
    cells = [cell for sheet in read_workbook(full).sheets for row in sheet.rows for cell in row]
    assert said in cells
    assert print_workbook(full, tmp_path, tmp_path) == []
    assert not list(tmp_path.glob("*.pdf"))


def test_a_line_that_is_not_there_is_told(folder: Path, tmp_path: Path) -> None:
    line = Line("Afspraken", {Field.LEVEL: 1}, ("Niemand", "Flexibiliteit"))
    with pytest.raises(LookupError, match="Niemand"):
        fill_in_workbook(folder / "life-skills.xlsx", [line], tmp_path / "vol.xlsx", tmp_path)
    assert shutil.which("soffice") is None or not (tmp_path / "vol.xlsx").exists()

"""The tour plays the product as it is: a process of its own, files that can be opened after."""

import io
import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader

from lob_workbench.app.tour.play import CHAPTERS, play
from lob_workbench.app.tour.student_list import HEADER, owner_in_a_list, write_student_list
from lob_workbench.app.tour.talk import AGREEMENTS, FOCUS, STUDENT_SAYS, SUMMARY, school_day
from lob_workbench.domain.errors import InputRefused
from lob_workbench.features.student_import.columns import missing, recognise
from lob_workbench.features.student_import.reader import read_table
from lob_workbench.features.student_import.rules import parse
from tests.helpers.tour import tour

TODAY = date(2026, 11, 23)


def text_of(pdf: Path) -> str:
    """What is on the paper, on one line."""
    pages = PdfReader(io.BytesIO(pdf.read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def check_folder(folder: Path) -> dict[str, object]:
    """Everything that a first hour leaves; returns its summary."""
    summary = json.loads((folder / "summary.json").read_text("utf-8"))
    named = {folder / name for name in summary["files"]}
    assert all(file.stat().st_size for file in named)
    pictures = sorted((folder / "screens").glob("*.png"))
    assert len(pictures) >= 20
    assert set(pictures) <= named
    assert [file.name[:2] for file in pictures] == [f"{n:02}" for n in range(1, len(pictures) + 1)]
    assert all(file.read_bytes().startswith(b"\x89PNG") for file in pictures)
    assert len(list((folder / "werkboek" / "backups").glob("*.lobkopie"))) == 2
    assert summary["counts"]["talks"] == 1
    assert summary["counts"]["agreements"] == len(AGREEMENTS)
    assert sum(summary["seconds"].values()) > summary["seconds"]["totaal"]
    report = text_of(folder / "gesprek.pdf")
    card = text_of(folder / "gesprekskaart.pdf")
    for text in (summary["student"], SUMMARY, STUDENT_SAYS, *(each.what for each in AGREEMENTS)):
        assert text in report
    for text in (summary["student"], FOCUS):
        assert text in card
    return summary


def test_first_hour_with_a_list_of_its_own(tmp_path):
    done = tour(tmp_path / "uit", "--chapter", "eerste-uur")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    folder = tmp_path / "uit" / "eerste-uur"
    summary = check_folder(folder)
    assert "studenten.csv" in summary["files"]
    # The name was searched for without accents and printed with them.
    assert summary["student"] == "Oğuz Çelik"
    counts = summary["counts"]
    assert counts["students"] == counts["new"] == 60
    assert counts["mine"] == 20
    for none in ("changed", "rejected", "repeated", "questions", "again_new", "again_changed"):
        assert counts[none] == 0, none


def test_first_hour_with_a_messy_list_that_names_no_mentor(tmp_path, shared_data):
    messy = shared_data / "studentlists" / "studenten-rommelig.csv"
    listed = tmp_path / "lijst.csv"
    listed.write_bytes(messy.read_bytes().replace(b";Mentor", b";Wie", 1))
    done = tour(tmp_path, "--chapter", "eerste-uur", "--students", listed)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    summary = check_folder(tmp_path / "eerste-uur")
    counts = summary["counts"]
    assert counts["students"] == counts["new"] == 56
    assert counts["rejected"] == 4
    assert counts["repeated"] == 1
    assert counts["again_new"] == counts["again_changed"] == 0
    assert counts["mine"] == 56
    assert not summary["student"].isascii()


def test_a_list_that_cannot_be_read_is_refused_in_one_line(tmp_path):
    nothing = tmp_path / "niets.csv"
    nothing.write_text("a;b\n1;2\n", encoding="utf-8")
    done = tour(tmp_path / "uit", "--students", nothing)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "kolommen" in done.stderr
    assert not (tmp_path / "uit").exists()


def test_an_unknown_chapter_names_those_there_are(tmp_path):
    done = tour(tmp_path, "--chapter", "tweede-uur")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert all(name in done.stderr for name in CHAPTERS)
    assert not list(tmp_path.iterdir())


def test_a_list_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(InputRefused, match="er-niet"):
        list(play(tmp_path, "", tmp_path / "er-niet.csv"))


def test_a_folder_of_somebody_else_is_left_alone(tmp_path):
    mine = tmp_path / "eerste-uur" / "van mij.txt"
    mine.parent.mkdir()
    mine.write_text("blijf af", encoding="utf-8")
    with pytest.raises(InputRefused, match="andere map"):
        list(play(tmp_path))
    assert mine.read_text("utf-8") == "blijf af"


def test_the_made_up_list_is_one_that_schools_could_give(tmp_path):
    file = write_student_list(tmp_path / "lijst.csv", TODAY)
    again = write_student_list(tmp_path / "weer.csv", TODAY)
    assert file.read_bytes() == again.read_bytes()
    table = read_table(file.read_bytes())
    assert tuple(table.header) == HEADER
    found = recognise(table.header)
    assert not missing(found.mapping)
    assert len(found.mapping) == len(HEADER)
    parsed = parse(table, found.mapping, TODAY)
    assert len(parsed.students) == 60
    assert not parsed.rejected
    assert not parsed.remarks
    numbers = {student.values.student_number for student in parsed.students}
    assert len(numbers) == 60
    mentors = {student.values.mentor for student in parsed.students}
    assert owner_in_a_list() in mentors
    assert len(mentors) > 2
    names = [student.values.name for student in parsed.students]
    assert any(name.infix for name in names)
    assert sum(not name.full.isascii() for name in names) >= 5


def test_talks_are_planned_on_days_that_there_is_school():
    days = [school_day(date(2026, 11, day)) for day in range(16, 30)]
    assert all(day.weekday() < 5 for day in days)
    assert all(earlier <= later for earlier, later in pairwise(days))
    assert school_day(date(2026, 11, 21)) == school_day(date(2026, 11, 22)) == TODAY

"""The lists that lie beside the checkout give exactly what ``expected.md`` says of them."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from lob_workbench.features.student_import.columns import StudentField, recognise
from lob_workbench.features.student_import.comparison import (
    ItemKind,
    Preview,
    compare,
    plan,
)
from lob_workbench.features.student_import.known import KnownStudent
from lob_workbench.features.student_import.mentors import MentorCount, guess_mentor, mentors
from lob_workbench.features.student_import.page_reading import parse_list, read_list
from lob_workbench.features.student_import.reader import read_table
from lob_workbench.features.student_import.remarks import RemarkCode
from lob_workbench.features.student_import.rules import ParsedList, parse
from lob_workbench.people.rules import Gender

TODAY = date(2026, 11, 23)


def _parsed(path: Path) -> ParsedList:
    table = read_table(path.read_bytes())
    recognition = recognise(table.header)
    assert recognition.doubts == ()
    assert recognition.unknown == ()
    return parse(table, recognition.mapping, TODAY)


def _imported(preview: Preview) -> list[KnownStudent]:
    return [KnownStudent(UUID(int=at), new) for at, new in enumerate(plan(preview).new)]


@pytest.fixture
def tidy(shared_data: Path) -> ParsedList:
    return _parsed(shared_data / "studentlists" / "studenten-2026-2027.csv")


@pytest.fixture
def messy(shared_data: Path) -> ParsedList:
    return _parsed(shared_data / "studentlists" / "studenten-rommelig.csv")


def test_the_tidy_list_is_all_new_without_a_remark(tidy: ParsedList) -> None:
    preview = compare(tidy, ())
    assert preview.counts == {ItemKind.NEW: 160}
    assert preview.remarks == ()
    assert [item.line for item in preview.items] == list(range(2, 162))
    assert not any(item.remarks for item in preview.items)
    assert tidy.fields == frozenset(StudentField) - {StudentField.FULL_NAME}


def test_the_tidy_list_again_changes_nothing(tidy: ParsedList) -> None:
    again = compare(tidy, _imported(compare(tidy, ())))
    assert again.counts == {ItemKind.UNCHANGED: 160}
    assert plan(again).new == ()
    assert plan(again).changed == ()


def test_names_survive(tidy: ParsedList) -> None:
    first, second = (line.values for line in tidy.students[:2])
    assert first.name.full == "Oğuz Çelik"
    assert first.student_number == "0411000"
    assert second.name.full == "Zoë van 't Hart"
    assert second.name.sort_key.startswith("hart")


def test_a_mentor_is_guessed(tidy: ParsedList) -> None:
    found = mentors(tidy)
    assert found[0] == MentorCount("Bakker, M.", 49)
    assert sum(mentor.students for mentor in found) == 160
    assert guess_mentor(found, "Mirjam Bakker") == "Bakker, M."


def test_every_line_of_the_messy_list(messy: ParsedList) -> None:
    preview = compare(messy, ())
    remarks = {
        item.line: [remark.code for remark in item.remarks]
        for item in preview.items
        if item.remarks
    }
    assert preview.counts == {ItemKind.NEW: 56, ItemKind.REJECTED: 4, ItemKind.REPEATED: 1}
    assert messy.empty_lines == (37, 42)
    assert remarks == {
        2: [RemarkCode.LOST_CHARACTER],
        9: [RemarkCode.LOST_CHARACTER],
        12: [RemarkCode.MORE_VALUES],
        23: [RemarkCode.NO_BIRTH_DATE],
        25: [RemarkCode.LOOKS_LIKE_FORMULA],
        27: [RemarkCode.NO_GROUP],
        29: [RemarkCode.NOT_UNDERSTOOD],
    }
    reasons = {item.line: item.reason.code for item in preview.items if item.reason}
    assert reasons == {
        22: RemarkCode.DATE_MISSING_DAY,
        24: RemarkCode.NUMBER_TAKEN,
        30: RemarkCode.NO_NUMBER,
        31: RemarkCode.NO_LAST_NAME,
    }
    (repeat,) = preview.of_kind(ItemKind.REPEATED)
    assert (repeat.line, repeat.of_line) == (64, 52)


def test_values_of_the_messy_list(messy: ParsedList) -> None:
    by_line = {line.line: line.values for line in messy.students}
    assert by_line[2].first_name == "O?uz"
    assert by_line[25].last_name == '=HYPERLINK("http://x.example","klik")'
    assert by_line[26].first_name == "Eva"
    assert by_line[28].birth_date == date(2009, 3, 14)
    assert by_line[29].study_year is None
    assert by_line[35].gender is Gender.OTHER
    taken = next(item for item in compare(messy, ()).items if item.line == 24)
    assert taken.reason is not None
    assert taken.reason.text == "Nummer 0412000 staat al op regel 2, bij iemand anders."


def test_the_messy_list_again_changes_nothing(messy: ParsedList) -> None:
    again = compare(messy, _imported(compare(messy, ())))
    assert again.count(ItemKind.UNCHANGED) == 56
    assert again.count(ItemKind.NEW) + again.count(ItemKind.CHANGED) == 0


def test_the_workbook_gives_its_eighty_students(shared_data: Path) -> None:
    read = read_list(shared_data / "studentlists" / "klassenlijst.xlsx")
    assert (read.table.header_line, read.recognition.unknown, read.unclear) == (3, (), False)
    parsed = parse_list(read, read.recognition.mapping, TODAY)
    preview = compare(parsed, ())
    assert preview.counts == {ItemKind.NEW: 80}
    assert [remark.code for remark in preview.remarks] == [RemarkCode.HEADING_LOWER]
    assert not any(item.remarks for item in preview.items)
    first = parsed.students[0]
    assert (first.line, first.values.student_number, first.values.crebo) == (4, "413000", "25698")
    assert first.values.birth_date == date(2004, 5, 7)


def test_a_number_of_the_workbook_that_lost_its_zeros_is_asked_about(shared_data: Path) -> None:
    read = read_list(shared_data / "studentlists" / "klassenlijst.xlsx")
    parsed = parse_list(read, read.recognition.mapping, TODAY)
    whole = replace(parsed.students[0].values, student_number="0413000")
    preview = compare(parsed, [KnownStudent(UUID(int=1), whole)])
    assert preview.counts == {ItemKind.NEW: 79, ItemKind.SAME_STUDENT_QUESTION: 1}


def test_the_heading_of_the_workbook_is_recognised() -> None:
    heading = (
        "Student nr;Voornaam;Tussenv.;Achternaam;Geb.datum;Groep;Opleidingsnaam;Crebocode;"
        "Leerweg;SLB'er"
    )
    recognition = recognise(heading.split(";"))
    assert recognition.unknown == ()
    assert recognition.mapping[StudentField.MENTOR] == 9

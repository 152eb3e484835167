"""What lines of a list become; comparing them is in ``test_comparison``."""

import csv
import io
from datetime import date
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lob_workbench.domain.errors import InputRefused
from lob_workbench.features.student_import.columns import (
    FIELD_LABELS,
    StudentField,
    recognise,
)
from lob_workbench.features.student_import.comparison import shown
from lob_workbench.features.student_import.mentors import MentorCount, guess_mentor, mentors
from lob_workbench.features.student_import.reader import read_table
from lob_workbench.features.student_import.remarks import REMARK_TEXTS, Remark, RemarkCode
from lob_workbench.features.student_import.rules import ParsedList, StudentValues, parse
from lob_workbench.people.rules import Gender, LearningRoute, PersonName

TODAY = date(2026, 11, 23)
F = StudentField


def parsed(text: str) -> ParsedList:
    table = read_table(text.encode())
    return parse(table, recognise(table.header).mapping, TODAY)


def one(heading: str, line: str) -> tuple[StudentValues, list[RemarkCode]]:
    """The student of a list of one line with number 01, and the remarks on it."""
    found = parsed(f"Studentnummer;{heading}\n01;{line}\n")
    assert found.rejected == ()
    (student,) = found.students
    return student.values, [remark.code for remark in student.remarks]


def refusal(heading: str, line: str) -> RemarkCode:
    found = parsed(f"{heading}\n{line}\n")
    assert found.students == ()
    (rejected,) = found.rejected
    assert rejected.reason.text
    return rejected.reason.code


@pytest.mark.parametrize(
    ("mapping", "words"),
    [
        ({}, "studentnummer"),
        ({F.STUDENT_NUMBER: 0}, "achternaam"),
        ({F.STUDENT_NUMBER: 0, F.LAST_NAME: 2}, "geen kolom 3"),
        ({F.STUDENT_NUMBER: 0, F.LAST_NAME: -1}, "geen kolom 0"),
        ({F.STUDENT_NUMBER: 0, F.LAST_NAME: 0}, "Kolom 1 is twee keer"),
    ],
)
def test_a_choice_that_cannot_work_is_refused(mapping: dict[F, int], words: str) -> None:
    with pytest.raises(InputRefused, match=words):
        parse(read_table(b"A;B\n1;2\n"), mapping, TODAY)


def test_columns_chosen_by_hand() -> None:
    table = read_table("0412000;Zoë;Hart\n".encode())
    found = parse(table, {F.STUDENT_NUMBER: 0, F.FIRST_NAME: 1, F.LAST_NAME: 2}, TODAY)
    assert [line.values.name.full for line in found.students] == ["Zoë Hart"]
    assert [remark.code for remark in found.remarks] == [
        RemarkCode.NO_HEADING,
        RemarkCode.NO_BIRTH_DATE_COLUMN,
        RemarkCode.NO_GROUP_COLUMN,
        RemarkCode.NO_MENTOR_COLUMN,
    ]
    assert found.fields == {F.STUDENT_NUMBER, F.FIRST_NAME, F.INFIX, F.LAST_NAME}


@pytest.mark.parametrize(
    ("heading", "written", "field", "value", "understood"),
    [
        ("Geslacht", "v", F.GENDER, Gender.FEMALE, True),
        ("Geslacht", "Man", F.GENDER, Gender.MALE, True),
        ("Geslacht", "x", F.GENDER, Gender.OTHER, True),
        ("Geslacht", "onbekend", F.GENDER, None, True),
        ("Geslacht", "", F.GENDER, None, True),
        ("Geslacht", "q", F.GENDER, None, False),
        ("Niveau", "mbo niveau 4", F.LEVEL, "4", True),
        ("Niveau", "Entree", F.LEVEL, "1", True),
        ("Niveau", "5", F.LEVEL, "", False),
        ("Crebo", "25698", F.CREBO, "25698", True),
        ("Crebo", "2569", F.CREBO, "", False),
        ("Leerweg", "BOL voltijd", F.LEARNING_ROUTE, LearningRoute.SCHOOL, True),
        ("Leerweg", "Beroepsbegeleidende leerweg", F.LEARNING_ROUTE, LearningRoute.WORK, True),
        ("Leerweg", "OVO", F.LEARNING_ROUTE, None, False),
        ("Leerjaar", "2e", F.STUDY_YEAR, 2, True),
        ("Leerjaar", "leerjaar 3", F.STUDY_YEAR, 3, True),
        ("Leerjaar", "2026", F.STUDY_YEAR, None, False),
        ("E-mail", "zo@student.example", F.EMAIL, "zo@student.example", True),
        ("E-mail", "zo@", F.EMAIL, "", False),
        ("E-mail", "a" * 300 + "@x.example", F.EMAIL, "", False),
        ("Startdatum", "1-8-2026", F.START_DATE, date(2026, 8, 1), True),
        ("Startdatum", "31-6-2026", F.START_DATE, None, False),
    ],
)
def test_values_are_understood_or_left_empty(
    heading: str, written: str, field: StudentField, value: object, understood: bool
) -> None:
    values, remarks = one(f"Achternaam;Voornaam;{heading}", f"Hart;Zo;{written}")
    assert values.of(field) == value
    assert remarks == ([] if understood else [RemarkCode.NOT_UNDERSTOOD])


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("0412000", "0412000"),
        (' "=""0412000""" ', "0412000"),
        ("'0412000", "0412000"),
        ("\u200b0412000\ufeff", "0412000"),
        ("s 0412", "s 0412"),
    ],
)
def test_a_number_is_text(written: str, number: str) -> None:
    found = parsed(f"Naam;Nummer\nHart, Zo;{written}\n")
    assert [line.values.student_number for line in found.students] == [number]


@pytest.mark.parametrize("number", ["4,12E+05", "4.12e5", "#REF!", "=A2", "1\ufffd2", "1" * 201])
def test_a_damaged_number_is_refused(number: str) -> None:
    assert refusal("Naam;Nummer", f"Hart, Zo;{number}") is RemarkCode.NUMBER_DAMAGED


@pytest.mark.parametrize(
    ("heading", "line", "code"),
    [
        ("Nummer;Achternaam", "-;Hart", RemarkCode.NO_NUMBER),
        ("Nummer;Achternaam;Voornaam", "1;;Zo", RemarkCode.NO_LAST_NAME),
        ("Nummer;Naam;Klas", "1;;A", RemarkCode.NO_LAST_NAME),
        ("Nummer;Achternaam;Klas", f"1;{'a' * 201};A", RemarkCode.NO_LAST_NAME),
        ("Nummer;Naam", "1;Anna Maria Jansen", RemarkCode.NAME_UNCLEAR),
        ("Nummer;Naam", "nummer; Naam ", RemarkCode.HEADING_AGAIN),
        ("Nummer;Achternaam;Geb.datum", "1;Hart;14-3-09", RemarkCode.DATE_SHORT_YEAR),
        ("Nummer;Achternaam;Geb.datum", "1;Hart;onbekend", RemarkCode.DATE_UNREADABLE),
    ],
)
def test_lines_that_are_refused(heading: str, line: str, code: RemarkCode) -> None:
    if code is RemarkCode.HEADING_AGAIN:
        line = heading
    assert refusal(heading, line) is code


def test_an_infix_has_its_own_column_or_comes_out_of_the_surname() -> None:
    assert one("Achternaam;Voornaam", "van Dijk;An")[0].name == PersonName("An", "van", "Dijk")
    assert one("Naam;Tv", "Dijk, An;van")[0].name == PersonName("An", "van", "Dijk")


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("Hart;Zoë;1-1-2009;A", []),
        ("Hart;Zo?;1-1-2009;A", [RemarkCode.LOST_CHARACTER]),
        ("Hart;Zo\ufffd;1-1-2009;A", [RemarkCode.LOST_CHARACTER]),
        ("Hart;ZoÃ«;1-1-2009;A", [RemarkCode.WRONG_ENCODING]),
        ("Hart;Zo;1-1-2009;+1A", [RemarkCode.LOOKS_LIKE_FORMULA]),
        (f"Hart;Zo;1-1-2009;{'a' * 201}", [RemarkCode.TOO_LONG, RemarkCode.NO_GROUP]),
        ("Hart;;1-1-2009;A", [RemarkCode.NO_FIRST_NAME]),
        ("Hart;Zo;;A", [RemarkCode.NO_BIRTH_DATE]),
        ("Hart;Zo;24-11-2016;A", [RemarkCode.UNLIKELY_AGE]),
        ("Hart;Zo;23-11-2016;A", []),
        ("Hart;Zo;1-1-1900;A", [RemarkCode.UNLIKELY_AGE]),
        ("Hart;Zo;1-1-2050;A", [RemarkCode.UNLIKELY_AGE]),
        ("Hart;Zo;1-1-2009", [RemarkCode.FEWER_VALUES, RemarkCode.NO_GROUP]),
        ("Hart;Zo;1-1-2009;A;;", []),
        ("Hart;Zo;1-1-2009;A;;x", [RemarkCode.MORE_VALUES]),
    ],
)
def test_remarks(line: str, codes: list[RemarkCode]) -> None:
    assert one("Achternaam;Voornaam;Geboortedatum;Klas", line)[1] == codes


def test_invisible_and_control_characters_go() -> None:
    values, remarks = one("Achternaam;Voornaam", 'Ha\u200brt;"Zo\n\x07 \xa0ë"')
    assert values.name.full == "Zo ë Hart"
    assert remarks == []


def test_a_repeat_tells_how_it_differs() -> None:
    found = parsed("Nummer;Naam;Klas\n1;Hart, Zoë;A\n1;Hart, Zoe;B\n1;Hart, Zoë;A\n")
    assert [(repeat.line, repeat.of_line) for repeat in found.repeats] == [(3, 2), (4, 2)]
    (remark,) = found.repeats[0].remarks
    assert remark.text == "Verschilt van regel 2: Voornaam, Klas of groep. Regel 2 telt."
    assert found.repeats[1].remarks == ()


def test_a_repeat_with_another_birthday_is_somebody_else() -> None:
    heading = "Nummer;Naam;Geb.datum"
    found = parsed(f"{heading}\n1;Hart, Zo;1-1-2009\n1;Hart, Zo;\n1;Hart, Zo;2-1-2009\n")
    assert [repeat.line for repeat in found.repeats] == [3]
    assert [refused.reason.code for refused in found.rejected] == [RemarkCode.NUMBER_TAKEN]
    assert found.rejected[0].shown == "1 Hart, Zo"


def test_mentors_are_counted_by_name() -> None:
    found = parsed(
        "Nummer;Naam;Mentor\n1;A, B;Yilmaz, S.\n2;A, B;Bakker, M.\n3;A, B;Bakker, M.\n4;A, B;"
    )
    assert mentors(found) == (MentorCount("Bakker, M.", 2), MentorCount("Yilmaz, S.", 1))


@pytest.mark.parametrize(
    ("owner", "mentor"),
    [
        ("Mirjam Bakker", "Bakker, M."),
        ("M. Bakker", "Bakker, M."),
        ("Mw. M.J. Bakker", "Bakker, M."),
        ("Bakker", "Bakker, M."),
        ("Peter Bakker", None),
        ("Tom van den Berg", "Berg, T. van den"),
        ("van den Berg, T.", "Berg, T. van den"),
        ("Sevgi Yılmaz", "S. Yilmaz"),
        ("Anna Vries", "Anna Vries"),
        ("Anouk Vries", None),
        ("A. Vries", "Anna Vries"),
        ("Kim Jong Smit", None),
        ("Jansen", None),
        ("", None),
    ],
)
def test_who_the_owner_probably_is(owner: str, mentor: str | None) -> None:
    names = (
        "Bakker, M.",
        "Berg, T. van den",
        "S. Yilmaz",
        "Anna Vries",
        "Jansen, P.",
        "Jansen, Q.",
    )
    assert guess_mentor([MentorCount(name, 1) for name in names], owner) == mentor


def test_every_remark_has_a_sentence_and_every_field_a_label() -> None:
    assert set(REMARK_TEXTS) == set(RemarkCode)
    assert set(FIELD_LABELS) == set(StudentField)
    assert Remark.of(RemarkCode.NO_GROUP).text == "Geen klas of groep."
    for field in set(StudentField) - {F.FULL_NAME}:
        assert hasattr(StudentValues("1", "Hart"), field.value)


HEADING = {
    F.STUDENT_NUMBER: "Studentnummer",
    F.LAST_NAME: "Achternaam",
    F.FIRST_NAME: "Roepnaam",
    F.INFIX: "Tussenvoegsel",
    F.BIRTH_DATE: "Geboortedatum",
    F.GENDER: "Geslacht",
    F.EMAIL: "E-mail school",
    F.LEVEL: "Niveau",
    F.LEARNING_ROUTE: "Leerweg",
    F.GROUP: "Klas",
    F.STUDY_YEAR: "Leerjaar",
    F.MENTOR: "Mentor",
}


def written(
    rows: list[list[str]],
    encoding: str,
    delimiter: str = ";",
    quoting: Literal[0, 1] = csv.QUOTE_ALL,
) -> ParsedList:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=quoting)
    writer.writerows([list(HEADING.values()), *rows])
    table = read_table(out.getvalue().encode(encoding))
    return parse(table, recognise(table.header).mapping, TODAY)


_NAMES = st.sampled_from(["Hart", "O'Connor", "Meer-de Vries", "Çelik", "Zoë; Ann", 'D"Arc'])
_STUDENTS = st.builds(
    StudentValues,
    student_number=st.integers(0, 999_999).map("{:07d}".format),
    last_name=_NAMES,
    first_name=_NAMES,
    infix=st.sampled_from(["", "van 't", "d'", "El"]),
    birth_date=st.none() | st.dates(date(1950, 1, 1), date(2012, 1, 1)),
    gender=st.none() | st.sampled_from(Gender),
    email=st.sampled_from(["", "zo@student.example"]),
    level=st.sampled_from(["", "1", "4"]),
    learning_route=st.none() | st.sampled_from(LearningRoute),
    group=st.sampled_from(["", "DA1A", "0101"]),
    study_year=st.none() | st.integers(1, 8),
    mentor=st.sampled_from(["", "Bakker, M."]),
)


@settings(max_examples=100)
@given(
    st.lists(_STUDENTS, max_size=5, unique_by=lambda values: values.student_number),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
    st.sampled_from([";", ",", "\t"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_students_written_to_a_list_come_back(
    students: list[StudentValues], encoding: str, delimiter: str, quoting: Literal[0, 1]
) -> None:
    rows = [[shown(values.of(field)) for field in HEADING] for values in students]
    found = written(rows, encoding, delimiter, quoting)
    assert [line.values for line in found.students] == students
    assert [line.line for line in found.students] == list(range(2, 2 + len(students)))
    assert found.rejected == ()
    assert found.repeats == ()


_ANYTHING = st.text(max_size=8) | st.sampled_from(["1", "01", "Hart, Zo van", "=A1", "31-2-2009"])


@settings(max_examples=100)
@given(st.lists(st.lists(_ANYTHING, min_size=1, max_size=13), max_size=4))
def test_whatever_stands_in_a_line_it_is_a_student_or_refused(rows: list[list[str]]) -> None:
    try:
        found = written(
            [[cell.replace("\0", "") for cell in row] for row in rows if any(row)], "utf-8"
        )
    except (InputRefused, UnicodeEncodeError):
        return
    lines = [student.line for student in found.students]
    lines += [refused.line for refused in found.rejected]
    lines += [repeat.line for repeat in found.repeats]
    assert len(lines) == len(set(lines))
    for student in found.students:
        assert student.values.student_number.strip()
        assert student.values.last_name.strip()
        assert all(remark.text for remark in student.remarks)

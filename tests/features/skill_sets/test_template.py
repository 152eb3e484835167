"""The Excel template goes out and comes back the same, and says in which cell it is wrong."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.content.skill_writing import skill_set_toml
from lob_workbench.content.skills import SkillSet, load_skill_set
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line, fold
from lob_workbench.features.skill_sets import report_template
from lob_workbench.features.skill_sets.report_template import template_xlsx
from lob_workbench.features.skill_sets.set_files import read_dossier_file, read_set_file
from lob_workbench.features.skill_sets.template_file import set_from_workbook
from lob_workbench.output.workbook_file import RawSheet, RawWorkbook
from tests.features.skill_sets.making import other_set, with_text
from tests.helpers.skills import small_set

MADE = datetime(2026, 11, 27, 12, tzinfo=UTC)


@pytest.fixture(scope="module", autouse=True)
def little_room() -> Iterator[None]:
    """Few empty rows: they are most of the work, and no test but one looks at them."""
    with pytest.MonkeyPatch.context() as patch:
        for name, count in (("Groepen", 4), ("Skills", 4), ("Gedrag", 4)):
            patch.setitem(report_template.ROOM, name, count)
        yield


def filled(skill_set: SkillSet | None = None) -> Any:
    """The template as Excel opens it."""
    return openpyxl.load_workbook(BytesIO(template_xlsx(skill_set or small_set(), MADE)))


def raw(workbook: Any) -> RawWorkbook:
    """What the guard of workbooks would give, without a process."""
    sheets = []
    for sheet in workbook.worksheets:
        rows = tuple(
            tuple(
                float(cell)
                if isinstance(cell, int) and not isinstance(cell, bool)
                else None
                if cell == ""
                else cell
                for cell in row
            )
            for row in sheet.iter_rows(values_only=True)
        )
        sheets.append(RawSheet(sheet.title, False, 0, 0, rows))
    return RawWorkbook("skills.xlsx", "", tuple(sheets))


def saved(workbook: Any, folder: Path) -> Path:
    """The workbook as a file."""
    path = folder / "skills.xlsx"
    workbook.save(path)
    return path


def test_a_set_of_the_schools_own_returns_as_its_next_version(tmp_path: Path) -> None:
    found = read_set_file(saved(filled(), tmp_path))
    assert found == replace(small_set(), version="2")
    kitchen = read_set_file(saved(filled(other_set()), tmp_path))
    assert (kitchen.source, kitchen.version) == ("Van ons", "2")


def test_ours_returns_whole_once_it_has_a_name_of_its_own(tmp_path: Path) -> None:
    workbook = filled(load_skill_set())
    with pytest.raises(InputRefused, match="Leeswijzer is cel C4 leeg"):
        set_from_workbook(raw(workbook))
    workbook["Leeswijzer"]["C4"] = "Onze skills"
    found = read_set_file(saved(workbook, tmp_path))
    assert found.groups == load_skill_set().groups
    assert found.key == "eigen-set@1"


def test_an_empty_template_asks_for_what_belongs_there() -> None:
    workbook = openpyxl.load_workbook(BytesIO(template_xlsx(None, MADE)))
    assert workbook.sheetnames == ["Leeswijzer", "Groepen", "Skills", "Gedrag"]
    workbook["Leeswijzer"]["C4"] = "Onze skills"
    with pytest.raises(InputRefused, match="0 skills"):
        set_from_workbook(raw(workbook))


@given(st.text(max_size=120).map(lambda text: clean_line(text, limit=200)).filter(fold))
def test_any_words_return(text: str) -> None:
    mine = with_text("planning-2-3", text)
    if mine == small_set() or fold(text).startswith("doet "):
        return
    # Excel itself is asked in the test above; here the text of the cell is what counts.
    assert set_from_workbook(raw(filled(mine))).behaviour("planning-2-3").text == text


@pytest.mark.parametrize("text", ["=1+1", "=HYPERLINK(0)", "+31 6", "-", "@A1", "_x0041_", "1-2"])
def test_what_excel_would_calculate_is_text(text: str, tmp_path: Path) -> None:
    path = saved(filled(with_text("planning-2-3", text)), tmp_path)
    assert read_set_file(path).behaviour("planning-2-3").text == text


def test_who_has_no_kenmerk_gets_one_from_the_name() -> None:
    workbook = filled()
    for sheet, column, count in (("Groepen", "B", 2), ("Skills", "I", 3)):
        for row in range(5, 5 + count):
            workbook[sheet][f"{column}{row}"] = None
    # Twice the same letters, one that begins with a figure, one without a letter that counts.
    names = ("Écht doen!", "Echt doen", "3 dingen")
    for row, (old, new) in enumerate(zip(("Listening", "Planning", "Courage"), names, strict=True)):
        workbook["Skills"][f"B{row + 5}"] = new
        for cell in workbook["Gedrag"]["A"]:
            if cell.value == old:
                cell.value = new
    workbook["Groepen"]["A5"] = workbook["Skills"]["A5"] = workbook["Skills"]["A6"] = "!!!"
    found = set_from_workbook(raw(workbook))
    assert found.skill_ids == ("echt_doen", "echt_doen_2", "x_3_dingen")
    assert [group.id for group in found.groups] == ["x", "twee"]


def test_columns_may_move_and_numbers_may_be_text() -> None:
    workbook = filled()
    sheet = workbook["Gedrag"]
    sheet.insert_cols(1)
    sheet.insert_rows(1)
    sheet["A7"] = "een eigen aantekening"
    for row in range(6, 66):
        sheet[f"C{row}"] = str(sheet[f"C{row}"].value)
    assert set_from_workbook(raw(workbook)).groups == small_set().groups


def test_a_version_that_excel_took_for_a_number_is_read() -> None:
    workbook = filled()
    workbook["Leeswijzer"]["C6"] = 2026.5
    assert set_from_workbook(raw(workbook)).version == "2026.5"
    workbook["Leeswijzer"]["C6"] = 7
    assert set_from_workbook(raw(workbook)).version == "7"


def put(sheet: str, cell: str, value: object) -> Callable[[Any], None]:
    def change(workbook: Any) -> None:
        workbook[sheet][cell] = value

    return change


def drop(sheet: str) -> Callable[[Any], None]:
    def change(workbook: Any) -> None:
        del workbook[sheet]

    return change


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (drop("Gedrag"), "ontbreekt het blad Gedrag"),
        (put("Gedrag", "C4", "Iets"), "Op blad Gedrag ontbreekt de kolom 'Gedrag'"),
        (put("Leeswijzer", "B4", "Naam"), "staat nergens 'Naam van de set'"),
        (put("Leeswijzer", "C5", "Onze Set"), "kan 'Onze Set' in cel C5 geen kenmerk zijn"),
        (put("Leeswijzer", "C5", "werkbank"), "werkbank"),
        (put("Leeswijzer", "C6", "versie 2"), "versie 2"),
        (put("Leeswijzer", "C4", "x" * 61), "in cel C4 61 tekens; er passen er 60"),
        (put("Groepen", "A6", "EEN"), "in cel A6 'EEN', en dat staat ook in cel A5"),
        (put("Groepen", "B6", "Twee!"), "kan 'Twee!' in cel B6 geen kenmerk zijn"),
        (put("Groepen", "B6", "one"), "in cel B6 'one', en dat staat ook in cel B5"),
        (put("Groepen", "A7", "Drie"), "'drie'"),
        (put("Skills", "A5", "Vier"), "in cel A5 'Vier'. Die groep staat niet op blad Groepen"),
        (put("Skills", "C6", None), "is cel C6 leeg. Vul daar in: Betekenis"),
        (put("Skills", "C6", date(2026, 1, 2)), "staat in cel C6 geen tekst"),
        (put("Skills", "C6", True), "staat in cel C6 geen tekst"),
        (put("Skills", "D7", "A, Z"), "in cel D7 'A, Z'. Schrijf letters"),
        (put("Skills", "D7", "AB"), "in cel D7 'AB'. Schrijf letters"),
        (put("Skills", "F5", "listening 1"), "in cel F5 'listening 1', en dat staat ook in cel E5"),
        (put("Gedrag", "A8", "Lopen"), "in cel A8 'Lopen'. Die skill staat niet op blad Skills"),
        (put("Gedrag", "B9", 5), "in cel B9 '5'. Kies niveau 1, 2, 3 of 4"),
        (put("Gedrag", "B9", 1.5), "in cel B9 '1.5'. Kies niveau"),
        (put("Gedrag", "C9", "Doet listening 1 1"), "en dat staat ook in cel C5"),
        (put("Gedrag", "B9", 2), "bij 'Listening' op niveau 1 5 gedragingen; het zijn er 4"),
    ],
)
def test_what_is_wrong_is_named_with_its_sheet_and_cell(
    change: Callable[[Any], None], words: str
) -> None:
    workbook = filled()
    change(workbook)
    with pytest.raises(InputRefused) as refused:
        set_from_workbook(raw(workbook))
    assert words in str(refused.value)


def test_a_source_may_be_missing_and_letters_may_be_small() -> None:
    workbook = filled()
    workbook["Leeswijzer"]["B7"] = "Iets anders"
    workbook["Skills"]["D5"] = "b; a b"
    found = set_from_workbook(raw(workbook))
    assert found.source == ""
    assert found.skill("listening").competences == ("B", "A")


def test_a_label_at_the_edge_has_nothing_beside_it() -> None:
    found = raw(filled())
    guide = replace(found.sheets[0], rows=(("x", "Naam van de set"),))
    with pytest.raises(InputRefused, match="C1 leeg"):
        set_from_workbook(replace(found, sheets=(guide, *found.sheets[1:])))


def test_a_file_is_read_by_what_it_is(tmp_path: Path) -> None:
    toml = tmp_path / "set.toml"
    toml.write_text(skill_set_toml(small_set()), "utf-8")
    assert read_set_file(toml) == small_set()
    renamed = tmp_path / "set.txt"
    renamed.write_bytes(template_xlsx(small_set(), MADE))
    with pytest.raises(InputRefused):
        read_set_file(tmp_path / "gone.toml")
    assert read_set_file(renamed).id == "small"
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    with pytest.raises(InputRefused, match="Excel"):
        read_set_file(tmp_path / "old.xls")
    with pytest.raises(InputRefused):
        read_set_file(tmp_path)
    with pytest.raises(InputRefused):
        read_dossier_file(toml)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "large.toml").write_bytes(b"#" * 500_001)
    with pytest.raises(InputRefused, match="te groot"):
        read_set_file(tmp_path / "large.toml")


def test_the_template_can_be_filled_in_and_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(report_template.ROOM, "Skills", 60)
    monkeypatch.setitem(report_template.ROOM, "Gedrag", 1_200)
    workbook = openpyxl.load_workbook(BytesIO(template_xlsx(None, MADE)))
    sheet = workbook["Gedrag"]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert rules["A5:A1204"].formula1 == "'Skills'!$B$5:$B$64"
    assert rules["B5:B1204"].formula1 == '"1,2,3,4"'
    assert sheet.freeze_panes == "A5"
    assert sheet.page_setup.fitToWidth == 1
    assert sheet["A5"].number_format == "@"
    assert workbook.properties.title == "Eigen set skills"

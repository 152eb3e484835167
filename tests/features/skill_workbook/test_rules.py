"""Cells, names, keys and refusals, one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.progress import Progress, Stopped
from lob_workbench.features.skill_workbook import secret as secrets
from lob_workbench.features.skill_workbook.cells import (
    MOST_UNITS,
    as_day,
    as_level,
    as_text,
    fits,
    settled,
    settled_line,
    shortened,
    written,
)
from lob_workbench.features.skill_workbook.comparing import Compared, Today
from lob_workbench.features.skill_workbook.comparison import compare
from lob_workbench.features.skill_workbook.layout import GOALS, MATRIX, OBSERVATIONS, parse_key
from lob_workbench.features.skill_workbook.naming import Lookup, labelled
from lob_workbench.features.skill_workbook.report import save_workbook, workbook_bytes
from lob_workbench.features.skill_workbook.returned import ReturnedWorkbook, find_sheets
from lob_workbench.features.skill_workbook.rules import (
    DiffRow,
    Reason,
    WorkbookData,
    file_name,
)
from lob_workbench.features.skill_workbook.secret import read_secret, secret_lines
from lob_workbench.output.workbook_file import read_workbook
from lob_workbench.skills.rules import LearnerKind
from lob_workbench.skills.rules_goals import GoalStatus, Slot
from tests.helpers.workbooks import SCHOOL, a_goal, a_learner, a_workbook, today_of


class Colleague:
    """Fills in a workbook with another library, and sends it back."""

    def __init__(self, folder: Path, data: WorkbookData | None = None) -> None:
        self.data = data or a_workbook()
        self.file = folder / "terug.xlsx"
        self.book = openpyxl.load_workbook(BytesIO(workbook_bytes(self.data)))

    def observe(self, row: int = 5, **more: object) -> None:
        told: dict[str, object] = {
            "B": self.data.learners[0].label,
            "C": "Listening 1.1",
            "D": "P. Peters",
            "E": "docent",
            "F": datetime(2026, 11, 20),
            "G": "Vroeg door",
        } | more
        for column, value in told.items():
            self.book[OBSERVATIONS][f"{column}{row}"] = value

    def sent(self) -> ReturnedWorkbook:
        self.book.save(self.file)
        return find_sheets(read_workbook(self.file))

    def rows(self, today: Today | None = None) -> list[DiffRow]:
        return self.compared(today).rows

    def compared(self, today: Today | None = None) -> Compared:
        returned = self.sent()
        return compare(returned, read_secret(returned.secret, SCHOOL), today or today_of(self.data))


@pytest.fixture
def colleague(tmp_path: Path) -> Colleague:
    return Colleague(tmp_path)


def why(row: DiffRow) -> str:
    assert row.refused is not None
    return str(row.refused.error())


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"B": "Niemand"}, "staat niet in de werkmap"),
        ({"B": None}, "staat niet in de werkmap"),
        ({"C": "Iets anders"}, "staat niet in deze set"),
        ({"C": None}, "staat niet in deze set"),
        ({"D": None}, "wie dit heeft gezien"),
        ({"E": "buurman"}, "Kies uit de lijst als wat"),
        ({"F": None}, "op welke dag"),
        ({"F": "gisteren"}, "geen datum"),
        ({"F": datetime(2026, 11, 28)}, "moet nog komen"),
        ({"G": None}, "waar het uit blijkt"),
    ],
)
def test_an_observation_is_refused_with_its_reason(
    colleague: Colleague, more: dict[str, object], words: str
) -> None:
    colleague.observe(**more)
    (row,) = colleague.rows()
    assert words in why(row)


@pytest.mark.parametrize(
    "more",
    [
        {"B": "0411001"},
        {"B": "hart, zoe van t"},
        {"B": " Hart, Zoë  van 't "},
        {"C": "listening-1-1"},
        {"C": "doet listening 1 1"},
        {"D": None, "E": "Zelf"},
        {"F": "20-11-2026"},
        {"F": "2026-11-20"},
        {"F": 46_346},
        {"G": 12.5},
    ],
)
def test_people_and_programs_write_the_same_in_many_ways(
    colleague: Colleague, more: dict[str, object]
) -> None:
    colleague.observe(**more)
    compared = colleague.compared()
    (row,) = compared.rows
    assert row.refused is None
    (draft,) = compared.claims.values()
    assert draft.learner == colleague.data.learners[0].learner
    assert draft.seen_on == date(2026, 11, 20)
    assert draft.own_word is False


def test_the_same_row_twice_is_one(colleague: Colleague) -> None:
    colleague.observe(5)
    colleague.observe(7)
    assert len(colleague.rows()) == 1


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"D5": 5}, "niveau van 0 tot en met 4"),
        ({"D5": "veel"}, "niveau van 0 tot en met 4"),
        ({"D5": None}, "niveau van 0 tot en met 4"),
        ({"C5": "Vliegen"}, "staat niet in deze set"),
        ({"E5": None}, "wat er gaat gebeuren"),
        ({"G5": "morgen"}, "geen datum"),
        ({"G5": datetime(2027, 5, 1)}, "eindigt niet voor ze begint"),
        ({"I5": datetime(2027, 1, 5)}, "eerste en een laatste dag"),
        ({"G5": None}, "eerste en een laatste dag"),
        ({"G5": None, "H5": None}, "Kies een periode"),
        ({"B5": "Student 3"}, "blijft van wie hij is"),
    ],
)
def test_an_agreement_is_refused_with_its_reason(
    colleague: Colleague, cells: dict[str, object], words: str
) -> None:
    for cell, value in cells.items():
        colleague.book[GOALS][cell] = value
    rows = colleague.rows()
    assert len(rows) == len(cells)
    assert all(words in why(row) for row in rows)


def test_a_good_cell_beside_a_bad_one_stays_good(colleague: Colleague) -> None:
    colleague.book[GOALS]["D5"] = 9
    colleague.book[GOALS]["F5"] = "Iemand anders"
    bad, good = colleague.rows()
    assert (bad.refused is None, good.refused is None) == (False, True)


def new_goal(colleague: Colleague, row: int = 7, **more: object) -> None:
    told: dict[str, object] = {
        "B": colleague.data.people[2].label,
        "C": "courage",
        "D": 0,
        "E": "Begint een gesprek",
        "G": datetime(2026, 12, 1),
        "H": datetime(2026, 12, 18),
    } | more
    for column, value in told.items():
        colleague.book[GOALS][f"{column}{row}"] = value


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, ""),
        ({"B": "Niemand"}, "staat niet in de werkmap"),
        ({"B": None}, "staat niet in de werkmap"),
        ({"C": None}, "staat niet in deze set"),
        ({"E": None}, "wat er gaat gebeuren"),
        ({"G": None, "H": None}, "Kies een periode"),
    ],
)
def test_a_new_agreement_is_one_line(
    colleague: Colleague, more: dict[str, object], words: str
) -> None:
    new_goal(colleague, **more)
    (row,) = colleague.rows()
    assert words in why(row) if words else row.refused is None


def test_a_copied_row_is_a_new_agreement_and_an_equal_one_says_nothing(
    colleague: Colleague,
) -> None:
    sheet = colleague.book[GOALS]
    for column in "ABCDEFGH":
        sheet[f"{column}7"] = sheet[f"{column}5"].value
        sheet[f"{column}8"] = sheet[f"{column}5"].value
    sheet["C7"] = "Courage"
    compared = colleague.compared()
    assert [row.kind for row in compared.rows] == ["new_goal"]
    new_goal(colleague, 9)
    new_goal(colleague, 10)
    assert len(colleague.rows()) == 2


def test_who_is_not_ones_own_any_more_is_refused(colleague: Colleague) -> None:
    today = replace(today_of(colleague.data), learners={}, goals={})
    colleague.book[GOALS]["D5"] = 4
    colleague.observe()
    new_goal(colleague)
    assert all("leg jij (nu) niets vast" in why(row) for row in colleague.rows(today))


def test_what_stands_there_already_is_counted(colleague: Colleague) -> None:
    colleague.book[GOALS]["D5"] = 4
    goal = colleague.data.goals[0].goal
    today = today_of(colleague.data)
    now = replace(today, goals={**today.goals, goal.id: replace(goal, level=4)})
    compared = colleague.compared(now)
    assert (compared.rows, compared.known) == ([], 1)
    over = replace(goal, status=GoalStatus.REACHED)
    (row,) = colleague.rows(replace(today, goals={**today.goals, goal.id: over}))
    assert "loopt in de werkbank niet meer" in why(row)
    new_goal(colleague)
    colleague.book[GOALS]["D5"] = goal.level
    (key,) = colleague.compared().new_goals
    there = replace(goal, id=UUID(key.partition(":")[2]))
    compared = colleague.compared(replace(today, goals={**today.goals, there.id: there}))
    assert (compared.rows, compared.known) == ([], 1)


def test_a_text_that_did_not_fit_cannot_be_changed_here(tmp_path: Path) -> None:
    learner = a_learner(1)
    goal = a_goal(0, learner, action="🙂" * 20_000)
    colleague = Colleague(tmp_path, a_workbook([learner], [goal]))
    colleague.book[GOALS]["E5"] = "Iets anders"
    (row,) = colleague.rows()
    assert "langer dan in een vak van Excel past" in why(row)


def test_a_period_that_did_not_fit_stays(tmp_path: Path) -> None:
    learner = a_learner(1)
    slots = tuple(
        Slot(n, date(2027, n, 1), date(2027, n, 20), plan=f"Stap {n}") for n in range(1, 6)
    )
    colleague = Colleague(tmp_path, a_workbook([learner], [a_goal(0, learner, slots=slots)]))
    colleague.book[GOALS]["J5"] = datetime(2027, 2, 25)
    colleague.book[GOALS]["K5"] = None
    colleague.book[GOALS]["L5"] = None
    compared = colleague.compared()
    assert len(compared.changes) == 3
    from lob_workbench.features.skill_workbook.comparison_goals import changed

    found = changed(
        colleague.data.goals[0].goal, compared.changes.values(), today_of(colleague.data)
    )
    assert [(slot.ends_on.day, slot.plan) for slot in found.slots] == [
        (20, "Stap 1"),
        (25, "Stap 2"),
        (20, "Stap 4"),
        (20, "Stap 5"),
    ]


def test_rows_columns_and_sheets_may_move_and_be_renamed(colleague: Colleague) -> None:
    sheet = colleague.book[GOALS]
    sheet.insert_cols(3)
    sheet.insert_rows(3, 2)
    sheet.title = "Agreements"
    colleague.book.move_sheet("Agreements", -3)
    sheet["B6"] = "Who"
    top = [[cell.value for cell in row] for row in sheet["A7:M8"]]
    for target, row in zip(sheet["A7:M8"], reversed(top), strict=True):
        for cell, value in zip(target, row, strict=True):
            cell.value = value
    compared = colleague.compared()
    assert (compared.rows, compared.remarks) == ([], [])
    sheet["E8"] = 0
    (row,) = colleague.rows()
    assert (row.sheet, row.address, row.becomes) == ("Agreements", "E8", "0")


def test_somebody_typed_in_the_matrix(colleague: Colleague) -> None:
    colleague.book[MATRIX]["B12"] = "Nieuwe, Naam"
    colleague.book[MATRIX]["C6"] = "0499999"
    rows = colleague.rows()
    assert {row.address for row in rows} == {"B12", "C6"}
    assert all(row.refused is not None for row in rows)
    colleague.book[GOALS].delete_rows(5)
    assert [str(one.error()) for one in colleague.compared().remarks] == [
        "Sommige afspraken staan niet meer op het blad (1). In de werkbank blijven ze staan."
    ]


def test_a_sheet_that_is_gone_is_told(colleague: Colleague) -> None:
    del colleague.book[OBSERVATIONS]
    (remark,) = colleague.compared().remarks
    assert "‘Waarnemingen’ is niet gevonden" in str(remark.error())
    colleague.book.create_sheet("Geheim").sheet_state = "hidden"
    colleague.book["Geheim"]["A1"] = "x"
    assert len(colleague.compared().remarks) == 2


def hide(book: openpyxl.Workbook) -> None:
    book[GOALS].sheet_state = "hidden"


def merge(book: openpyxl.Workbook) -> None:
    book[OBSERVATIONS].merge_cells("B7:C8")


def copy(book: openpyxl.Workbook) -> None:
    book.copy_worksheet(book[GOALS])


def lose_keys(book: openpyxl.Workbook) -> None:
    book[GOALS]["A1"] = None


def mix_keys(book: openpyxl.Workbook) -> None:
    book[GOALS]["C1"] = "lob:matrix:who"


def lose_begin(book: openpyxl.Workbook) -> None:
    book[GOALS]["A4"] = None


def lose_secret(book: openpyxl.Workbook) -> None:
    del book["Sleutel"]


def copy_secret(book: openpyxl.Workbook) -> None:
    book.copy_worksheet(book["Sleutel"])


def newer(book: openpyxl.Workbook) -> None:
    book["Sleutel"]["C1"] = "2"


def no_number(book: openpyxl.Workbook) -> None:
    book["Sleutel"]["C1"] = "x"


def touch(book: openpyxl.Workbook) -> None:
    book["Sleutel"]["C5"] = "Iemand Anders"


def lose_mark(book: openpyxl.Workbook) -> None:
    sheet = book["Sleutel"]
    sheet.cell(sheet.max_row, 2).value = None


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (hide, "verborgen"),
        (merge, "bij B7 vakken samengevoegd"),
        (copy, "hetzelfde blad"),
        (lose_keys, "kolom of de verborgen eerste regel"),
        (mix_keys, "kolom of de verborgen eerste regel"),
        (lose_begin, "kolom of de verborgen eerste regel"),
        (lose_secret, "komt niet uit de werkbank"),
        (copy_secret, "hetzelfde blad"),
        (newer, "nieuwere versie"),
        (no_number, "komt niet uit de werkbank"),
        (touch, "verborgen blad"),
        (lose_mark, "verborgen blad"),
    ],
)
def test_a_workbook_that_lost_its_keys_is_refused(
    colleague: Colleague, change: object, words: str
) -> None:
    change(colleague.book)  # type: ignore[operator]
    with pytest.raises(InputRefused) as refused:
        colleague.compared()
    assert words in str(refused.value)


def test_a_workbook_to_read_brings_nothing_back(tmp_path: Path) -> None:
    data = a_workbook(people=())
    assert data.read_only
    with pytest.raises(InputRefused, match="alleen om te lezen"):
        Colleague(tmp_path, data).compared()
    with pytest.raises(InputRefused, match="andere school"):
        read_secret(tuple(secret_lines(a_workbook(school_id=UUID(int=1)))), SCHOOL)
    assert secrets.FORMAT == "1"


def test_without_agreements_their_sheet_is_not_missed(tmp_path: Path) -> None:
    colleague = Colleague(tmp_path, a_workbook(with_goals=False))
    assert GOALS not in colleague.book.sheetnames
    assert colleague.compared().remarks == []


@given(st.text(max_size=200))
def test_a_settled_text_stays_settled(raw: str) -> None:
    assert settled(settled(raw)) == settled(raw)
    assert as_text(settled_line(raw)) == settled_line(raw)
    assert fits(shortened(settled(raw)))


@given(st.text(alphabet="🙂é_x0041\n ", min_size=1, max_size=9), st.integers(1, 40_000))
def test_what_is_long_is_cut_where_it_fits(raw: str, times: int) -> None:
    text = settled(raw * times)
    short = shortened(text)
    assert len(written(short).encode("utf-16-le")) // 2 <= MOST_UNITS
    assert short == text or short.endswith("…")


def test_cells_as_people_and_programs_write_them() -> None:
    assert [as_level(cell) for cell in (3.0, "3", " 2 ", 2.5, True, None, "drie", -1.0)] == [
        3,
        3,
        2,
        None,
        None,
        None,
        None,
        None,
    ]
    assert [as_day(cell) for cell in ("1899-12-31", "31/12/1899", "1.2.2026", "30-2-2026")] == [
        date(1899, 12, 31),
        date(1899, 12, 31),
        date(2026, 2, 1),
        None,
    ]
    assert as_day(0.5) is None
    assert as_day(True) is None
    assert as_day(time(9)) is None
    assert as_day(datetime(2026, 1, 2, 3)) == as_day(date(2026, 1, 2)) == date(2026, 1, 2)
    assert as_text(True) == "WAAR"
    assert as_text(False) == "ONWAAR"
    assert as_text(2.5) == "2.5"
    assert as_text(datetime(2026, 1, 2)) == as_text(date(2026, 1, 2)) == "2026-01-02"
    assert as_text(datetime(2026, 1, 2, 9, 5)) == "2026-01-02 09:05:00"
    assert as_text(time(9, 5)) == "09:05:00"
    assert parse_key("lob:a:b") == ("a", "b")
    assert parse_key("lob:a") is None


def test_nobody_shares_a_name() -> None:
    people = [
        a_learner(1, "Jansen, Jan"),
        a_learner(2, "jansen, jan"),
        a_learner(3, "Jansen, Jan", number="", group="", team=""),
        a_learner(4, "Jansen, Jan", number="", group="", team=""),
        replace(a_learner(5), name="", listed="\x07", number=""),
        a_learner(6, "Koks", kind=LearnerKind.TEAM),
    ]
    labels = [one.label for one in labelled(people)]
    assert labels == [
        "Jansen, Jan (0411001)",
        "jansen, jan (0411002)",
        "Jansen, Jan",
        "Jansen, Jan · 2",
        "(PW2B) · 2",
        "Koks (team)",
    ]
    lookup = Lookup({"Hart, Zoë": UUID(int=1)}, {"12": UUID(int=2), "": UUID(int=3)})
    assert [lookup.find(text) for text in ("Hart, Zoë", "hart, zoe", "12", "", "x")] == [
        UUID(int=1),
        UUID(int=1),
        UUID(int=2),
        None,
        None,
    ]


def test_a_file_is_named_after_a_group_and_never_half_written(tmp_path: Path) -> None:
    assert file_name("Studenten van groep PW/2B: ‘x’", "2026-11-27") == (
        "Life skills Studenten van groep PW 2B x 2026-11-27.xlsx"
    )
    target = tmp_path / "werkmap.xlsx"
    target.write_bytes(b"oud")
    progress = Progress()
    assert save_workbook(a_workbook(), target, progress) == target
    assert (progress.done, progress.total) == (100, 100)
    assert target.read_bytes().startswith(b"PK")
    progress.stop()
    with pytest.raises(Stopped):
        save_workbook(a_workbook(), target, progress)
    with pytest.raises(InputRefused, match="niet schrijven"):
        save_workbook(a_workbook(), tmp_path / "weg" / "werkmap.xlsx")
    (tmp_path / "map.xlsx").mkdir()
    with pytest.raises(InputRefused, match="niet schrijven"):
        save_workbook(a_workbook(), tmp_path / "map.xlsx")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["map.xlsx", "werkmap.xlsx"]


def test_a_reason_is_what_a_rule_said() -> None:
    reason = Reason.of(InputRefused("Meer dan {limit}.", limit=3))
    assert str(reason.error()) == "Meer dan 3."


def test_the_workbook_looks_and_guards_as_promised(colleague: Colleague) -> None:
    book = colleague.book
    assert book.sheetnames == [
        "Leeswijzer",
        "Matrix",
        "Waarnemingen",
        "Afspraken",
        "Team",
        "Gedrag",
        "Sleutel",
    ]
    assert book["Sleutel"].sheet_state == "veryHidden"
    assert (book.properties.language, book.properties.creator) == ("nl-NL", "Mirjam Bakker")
    for sheet in book.worksheets[:-1]:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 8)
        assert sheet.protection.sheet
        assert sheet.protection.password is None
    matrix = book["Matrix"]
    assert (matrix.freeze_panes, matrix.print_title_rows) == ("E6", "$4:$5")
    assert matrix["E6"].protection.locked
    assert len(matrix.conditional_formatting) == 1
    assert not book["Waarnemingen"]["B5"].protection.locked
    assert book["Afspraken"]["B5"].protection.locked
    assert not book["Afspraken"]["D5"].protection.locked
    assert isinstance(book["Afspraken"]["G5"].value, datetime)
    assert len(book["Team"]._charts) == 2
    assert not any(
        cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row
    )

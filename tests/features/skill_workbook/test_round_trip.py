"""What goes out and comes back: nothing changed is no difference, one cell changed is one."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from lob_workbench.features.skill_workbook.comparing import Compared
from lob_workbench.features.skill_workbook.comparison import compare
from lob_workbench.features.skill_workbook.layout import (
    BEHAVIOURS,
    GOALS,
    MATRIX,
    OBSERVATIONS,
    behaviour_choice,
)
from lob_workbench.features.skill_workbook.report import workbook_bytes
from lob_workbench.features.skill_workbook.returned import find_sheets
from lob_workbench.features.skill_workbook.rules import DiffKind, WorkbookData
from lob_workbench.features.skill_workbook.secret import read_secret
from lob_workbench.output.workbook_file import read_workbook
from lob_workbench.skills.rules_goals import Slot
from tests.helpers.office import Edit, Office
from tests.helpers.workbooks import SCHOOL, a_goal, a_learner, a_workbook, put, today_of


def returned(data: WorkbookData, file: Path) -> Compared:
    """The comparison of a file with the werkbank as it was when the workbook was made."""
    found = find_sheets(read_workbook(file))
    return compare(found, read_secret(found.secret, SCHOOL), today_of(data))


def saved_again(content: bytes) -> openpyxl.Workbook:
    """The workbook in another library."""
    return openpyxl.load_workbook(BytesIO(content))


def bytes_of(workbook: openpyxl.Workbook) -> bytes:
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def grown(text: str) -> str:
    """Some stand for what is too long to print when a test fails."""
    return {"<long>": "woord " * 5_461 + "x", "<wide>": "🙂" * 20_000}.get(text, text)


hostile = st.one_of(
    st.text(max_size=80),
    st.text(alphabet=st.characters(), max_size=30),
    st.sampled_from(
        [
            '=HYPERLINK("http://x")',
            "+31612345678",
            "-1",
            "@SUM(A1)",
            "\tTab",
            "_x0041_",
            "_x005F_x0041_",
            "#N/A",
            "TRUE",
            "0411001",
            "1899-12-31",
            "23-11-2026",
            "een\ntwee\r\ndrie\u2028vier",
            "👩‍👩‍👧 🙂",
            "العربية \u202eomgekeerd",
            "'",
            "<long>",
            "<wide>",
            "lob:begin",
            "lob:matrix:row",
            "head",
            "]]><c/>",
            "\ud800",
            " ",
        ]
    ),
)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    # An example takes a second: looking for a smaller one would take the morning.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(
    names=st.lists(hostile, min_size=1, max_size=6),
    texts=st.lists(st.tuples(hostile, hostile), min_size=1, max_size=4),
    days=st.lists(st.dates(min_value=date(1, 1, 1)), min_size=2, max_size=2),
)
def test_export_and_import_without_edits_is_no_difference(
    names: list[str], texts: list[tuple[str, str]], days: list[date], tmp_path: Path
) -> None:
    learners = [
        a_learner(at, listed=grown(name), number=name[:20], group=name[-20:])
        for at, name in enumerate(names)
    ]
    first, last = sorted(days)
    goals = [
        a_goal(
            at,
            learners[0],
            action=grown(action),
            helper=grown(helper),
            slots=(Slot(1, first, last),),
        )
        for at, (action, helper) in enumerate(texts)
    ]
    data = a_workbook(learners, goals, school=names[0], whom=names[-1], made_by=texts[0][0])
    content = workbook_bytes(data)
    for one in (content, bytes_of(saved_again(content))):
        found = returned(data, put(tmp_path / "terug.xlsx", one))
        assert (found.rows, found.remarks, found.known) == ([], [], 0)


AWKWARD = [
    '=HYPERLINK("http://x")',
    "+31612345678",
    "@SUM(A1)",
    "_x0041_ _x005F_",
    "#N/A",
    "WAAR",
    "1e5",
    "3-4",
    "een\ntwee\n\n drie",
    "👩\u200d👩\u200d👧 é e\u0301 \uffee",
    "العربية \u2067omgekeerd\u2069",
    "'quote \" & <b>",
    "lob:begin",
    "woord " * 5_461,
    "🙂" * 20_000,
    "\u00a0hard\u2003wit\u3000",
]


def awkward_workbook() -> WorkbookData:
    learners = [a_learner(at, text[:100], group=text[:9]) for at, text in enumerate(AWKWARD)]
    goals = [
        a_goal(at, learners[at], action=text, helper=text[:90]) for at, text in enumerate(AWKWARD)
    ]
    goals.append(
        a_goal(90, learners[0], slots=(Slot(1, date(1812, 5, 1), date(1900, 1, 5)),), action="Oud")
    )
    return a_workbook(learners, goals)


def test_what_libreoffice_saved_again_is_no_difference(tmp_path: Path, office: Office) -> None:
    data = awkward_workbook()
    file = office.save_again(put(tmp_path / "werkmap.xlsx", workbook_bytes(data)))
    found = returned(data, file)
    assert (found.rows, found.remarks, found.known) == ([], [], 0)


def test_a_colleague_fills_in_with_libreoffice(tmp_path: Path, office: Office) -> None:
    data = a_workbook()
    behaviour = behaviour_choice(data.skill_set, data.skill_set.behaviours[7])
    typed = [
        Edit(OBSERVATIONS, "B5", data.people[1].label),
        Edit(OBSERVATIONS, "C5", behaviour),
        Edit(OBSERVATIONS, "D5", "P. Peters"),
        Edit(OBSERVATIONS, "E5", "praktijkopleider"),
        Edit(OBSERVATIONS, "F5", date(2026, 11, 20)),
        Edit(OBSERVATIONS, "G5", 'Bleef rustig toen <b>alles</b> "vastliep" 🙂'),
        Edit(GOALS, "D5", 4.0),
        Edit(GOALS, "H6", date(2027, 1, 15)),
    ]
    file = office.edit(put(tmp_path / "werkmap.xlsx", workbook_bytes(data)), typed)
    found = returned(data, file)
    assert [(row.kind, row.address, row.was, row.becomes) for row in found.rows] == [
        (
            DiffKind.OBSERVATION,
            "B5",
            "",
            '20-11-2026: Bleef rustig toen <b>alles</b> "vastliep" 🙂',
        ),
        (DiffKind.GOAL, "D5", "2", "4"),
        (DiffKind.GOAL, "H6", "18-12-2026", "15-1-2027"),
    ]
    assert [row.refused for row in found.rows] == [None, None, None]
    assert found.rows[0].by == "P. Peters, praktijkopleider"


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "kind"),
    [
        (MATRIX, "E6", 4, DiffKind.LEVEL),
        (MATRIX, "B7", "Iemand Anders", DiffKind.NAME),
        (BEHAVIOURS, "F9", "Doet iets anders", DiffKind.BEHAVIOUR),
        (GOALS, "C5", "Courage", DiffKind.GOAL),
        (GOALS, "D6", 3, DiffKind.GOAL),
        (GOALS, "E5", "Iets anders", DiffKind.GOAL),
        (GOALS, "F5", "Iemand anders", DiffKind.GOAL),
        (GOALS, "G5", datetime(2026, 11, 3), DiffKind.GOAL),
        (GOALS, "H5", datetime(2026, 12, 1), DiffKind.GOAL),
        (GOALS, "B5", "Student 3", DiffKind.GOAL),
        (OBSERVATIONS, "G5", "Deed iets", DiffKind.OBSERVATION),
    ],
)
def test_one_cell_changed_is_one_line(
    sheet: str, cell: str, value: object, kind: DiffKind, tmp_path: Path
) -> None:
    data = a_workbook()
    workbook = saved_again(workbook_bytes(data))
    workbook[sheet][cell] = value
    found = returned(data, put(tmp_path / "terug.xlsx", bytes_of(workbook)))
    assert [(row.kind, row.sheet, row.address) for row in found.rows] == [(kind, sheet, cell)]
    assert (found.remarks, found.known) == ([], 0)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(draw=st.data())
def test_any_cell_changed_is_one_line(draw: st.DataObject, tmp_path: Path) -> None:
    data = a_workbook()
    workbook = saved_again(workbook_bytes(data))
    sheet, columns, rows = draw.draw(
        st.sampled_from(
            [(MATRIX, "BCDEFG", (6, 8)), (GOALS, "BCDEFGHIJKL", (5, 6)), (GOALS, "BCDEFGH", (7, 9))]
        )
    )
    cell = f"{draw.draw(st.sampled_from(columns))}{draw.draw(st.integers(*rows))}"
    value = draw.draw(st.one_of(st.integers(5, 99), st.text("abcé=+🙂", min_size=1, max_size=20)))
    one = workbook[sheet][cell]
    one.value = value
    if isinstance(value, str):
        one.data_type = "s"
    found = returned(data, put(tmp_path / "terug.xlsx", bytes_of(workbook)))
    assert [row.address for row in found.rows] == [cell]

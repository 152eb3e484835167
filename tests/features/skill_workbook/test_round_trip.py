"""What goes out and comes back: nothing changed is no difference, one cell changed is one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from uuid import UUID

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

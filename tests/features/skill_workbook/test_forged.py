"""A hidden sheet made by somebody who knows the school: the mark fits, what it says does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from lob_workbench.domain.errors import InputRefused
from lob_workbench.features.skill_workbook import secret as secrets
from lob_workbench.features.skill_workbook.comparison import compare
from lob_workbench.features.skill_workbook.naming import called
from lob_workbench.features.skill_workbook.secret import NOT_OURS, TOUCHED, read_secret
from tests.features.skill_workbook.test_rules import Colleague
from tests.helpers.workbooks import SCHOOL, a_learner, today_of

Lines = list[tuple[str, ...]]


def forged(colleague: Colleague, change: Callable[[Lines], None]) -> Lines:
    """The hidden sheet after ``change``, with a mark that fits."""
    *lines, _ = list(secrets.secret_lines(colleague.data))
    change(lines)
    return [*lines, ("mark", secrets._mark(lines, SCHOOL))]


def put(name: str, value: str) -> Callable[[Lines], None]:
    def change(lines: Lines) -> None:
        at = next(at for at, line in enumerate(lines) if line[:2] == ("head", name))
        lines[at] = ("head", name, value)

    return change


def swap(lines: Lines) -> None:
    """The name of one against the key of the other."""
    first, second = [at for at, line in enumerate(lines) if line[0] == "person"][:2]
    one, other = lines[first], lines[second]
    lines[first], lines[second] = (*one[:2], other[2]), (*other[:2], one[2])


BROKEN: dict[str, Callable[[Lines], None]] = {
    "no file": put("file", "x"),
    "no moment": put("at", "gisteren"),
    "no set": lambda lines: lines.remove(next(line for line in lines if line[1] == "set")),
    "a row that is no row": lambda lines: lines.append(("row", str(UUID(int=3)), "levels 1")),
    "levels that are none": lambda lines: lines.append(
        ("row", str(UUID(int=3)), "A", "1", "B", "levels a")
    ),
    "an agreement without cells": lambda lines: lines.append(("goal", str(UUID(int=3)), "x")),
    "a person without a key": lambda lines: lines.append(("person", "x", "A")),
    "a skill of nobody": put("skills", "listening juggling"),
    "levels too few": put("skills", "listening"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_sheet_with_a_mark_that_fits_is_refused_in_words(name: str, tmp_path: Path) -> None:
    colleague = Colleague(tmp_path)
    lines = forged(colleague, BROKEN[name])
    returned = replace(colleague.sent(), secret=tuple(lines))
    with pytest.raises(InputRefused) as refused:
        compare(returned, read_secret(returned.secret, SCHOOL), today_of(colleague.data))
    assert refused.value.message == TOUCHED


@pytest.mark.parametrize("number", ["9" * 5_000, "", "1.0", "een"])
def test_a_version_that_is_no_number_is_refused_in_words(number: str) -> None:
    with pytest.raises(InputRefused) as refused:
        read_secret((("head", "format", number), ("mark", "x")), SCHOOL)
    assert refused.value.message == NOT_OURS


def test_who_takes_over_sees_whose_dossier_it_is(tmp_path: Path) -> None:
    """And not the name that the file puts against the key."""
    colleague = Colleague(tmp_path)
    one, other = colleague.data.learners[:2]
    colleague.observe(B=one.label)
    colleague.book["Afspraken"]["D5"] = 3
    book = colleague.book["Afspraken"]
    added = book.max_row + 1
    for column in "BCDEFGHI":
        book[f"{column}{added}"] = book[f"{column}6"].value
    book[f"B{added}"], book[f"E{added}"] = one.label, "Leest de krant voor"
    returned = replace(colleague.sent(), secret=tuple(forged(colleague, swap)))
    today = today_of(colleague.data)
    compared = compare(returned, read_secret(returned.secret, SCHOOL), today)
    names = {one.learner.id: one.label, other.learner.id: other.label}
    for key, draft in compared.claims.items():
        assert draft.learner.id == other.learner.id
        assert [row.who for row in compared.rows if row.key == key] == [other.label]
    for key, goal in compared.new_goals.items():
        assert [row.who for row in compared.rows if row.key == key] == [names[goal.learner_id]]
    for key, change in compared.changes.items():
        owner = names[change.goal.learner_id]
        assert [row.who for row in compared.rows if row.key == key] == [owner]
    assert compared.claims
    assert compared.new_goals
    assert compared.changes


def test_a_name_stays_as_it_was_typed_where_it_is_theirs() -> None:
    learner = a_learner(1, "Li")
    for typed in ("Li", "li", "Li (0411001)", "Li (0411001) \u00b7 2"):
        assert called(learner, typed) == typed
    for typed in ("Lisa", "0411001", "", "Li (0411002)"):
        assert called(learner, typed) == "Li"

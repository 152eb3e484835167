"""EDEXML that would answer with far more than it is, or keep the reader busy for minutes."""

from __future__ import annotations

import pytest

from lob_workbench.domain.errors import InputRefused
from lob_workbench.features.student_import import edexml_parts
from lob_workbench.features.student_import.edexml import read_edexml, table_of
from lob_workbench.features.student_import.edexml_parts import Unreadable, read_pupils
from lob_workbench.features.student_import.reader import MAX_CELL, MAX_ROWS
from tests.features.student_import.edexml_files import a_file, a_pupil, a_teacher

TINY = "<leerling/>"


def trouble_of(data: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        read_pupils(data)
    return refused.value.trouble


def unchecked(_root: object) -> dict[int, str]:
    pytest.fail("The schema is busy for long here")


def test_more_pupils_than_a_list_may_have_are_refused_before_the_schema(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(edexml_parts, "_against_schema", unchecked)
    assert trouble_of(a_file(TINY * (MAX_ROWS + 1))) == "too_many_pupils"


def test_too_many_pupils_are_told_as_of_any_list() -> None:
    with pytest.raises(InputRefused, match=f"meer dan {MAX_ROWS} regels"):
        read_edexml(a_file(TINY * (MAX_ROWS + 1)))


def test_as_many_as_a_list_may_have_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edexml_parts, "MAX_ROWS", 3, raising=False)
    assert len(read_pupils(a_file(*map(a_pupil, "123")))["pupils"]) == 3
    assert trouble_of(a_file(*map(a_pupil, "1234"))) == "too_many_pupils"


def test_so_many_of_anything_else_is_not_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edexml_parts, "_against_schema", unchecked)
    many = a_teacher(inside="<rol/>" * 10_001)
    assert trouble_of(a_file(teachers=many)) == "unsafe"


def test_a_text_longer_than_any_cell_goes_no_further_than_a_cell() -> None:
    """A fault of one pupil alone: it is told, and what stands there need not travel."""
    (pupil,) = read_pupils(a_file(a_pupil("k" * 30_000, last="x" * 30_000)))["pupils"]
    assert pupil["wrong"]
    assert len(pupil["last"]) == len(pupil["key"]) == MAX_CELL


def test_one_name_for_all_pupils_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every pupil tells the name of its group again: a small file, a huge answer."""
    monkeypatch.setattr(edexml_parts, "MOST_ANSWER", 100_000, raising=False)
    group = f'<groep key="g4"><naam>{chr(0x20000) * 64}</naam><jaargroep>4</jaargroep></groep>'
    small = [a_pupil(str(number), '<groep key="g4"/>') for number in range(200)]
    assert trouble_of(a_file(*small, groups=group)) == "unsafe"
    assert len(read_pupils(a_file(*small[:50], groups=group))["pupils"]) == 50


def test_the_table_needs_nothing_besides_the_reason() -> None:
    with pytest.raises(InputRefused, match="regels"):
        table_of({"trouble": "too_many_pupils", "about": ""})

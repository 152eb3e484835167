"""Who is not on a whole list: never somebody whom any line is about."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.features.student_import.columns import recognise
from lob_workbench.features.student_import.known import KnownStudent
from lob_workbench.features.student_import.reader import read_table
from lob_workbench.features.student_import.rules import ParsedList, StudentValues, parse
from lob_workbench.features.student_import.rules_missing import Absence, Scope, absences

HEAD = "Studentnummer;Roepnaam;Achternaam;Geboortedatum;Klas"


def a_list(*lines: str) -> ParsedList:
    table = read_table("\n".join((HEAD, *lines)).encode())
    return parse(table, recognise(table.header).mapping, date(2026, 11, 28))


def a_student(number: str, group: str = "2A", last: str = "Hart", **more: bool) -> KnownStudent:
    values = StudentValues(number, last, "Zoë", group=group)
    flags = {"mine": True} | more
    return KnownStudent(UUID(int=int(number)), values, **flags)


def names(found: tuple[Absence, ...]) -> dict[Scope, list[str]]:
    return {each.scope: [one.values.student_number for one in each.missing] for each in found}


def test_who_is_not_on_the_list_is_missing() -> None:
    known = [a_student("01"), a_student("02", last="Bos"), a_student("03", last="Aal")]
    (found,) = absences(a_list("01;Zoë;Hart;;2A"), known, own_desk=True)
    assert found.scope is Scope.OWN
    assert [one.values.last_name for one in found.missing] == ["Aal", "Bos"]
    assert (found.of, found.doubtful) == (3, True)


def test_a_class_is_asked_apart_from_everybody() -> None:
    known = [a_student("01"), a_student("02"), a_student("03"), a_student("04", "3B")]
    found = absences(a_list("01;Zoë;Hart;;2A", "03;Zoë;Hart;;2A"), known, own_desk=False)
    assert names(found) == {Scope.GROUPS: ["02"], Scope.SCHOOL: ["02", "04"]}
    assert [each.groups for each in found] == [("2A",), ()]
    assert [each.doubtful for each in found] == [False, False]


def test_a_line_that_was_refused_or_repeated_is_still_about_somebody() -> None:
    known = [a_student(number) for number in ("01", "02", "03", "4")]
    lines = ("01;Zoë;Hart;;2A", "01;Zoë;Hart;;2B", "02;Zoë;Hart;31-02-2009;2A", "03;Zoë;;;2A")
    (found,) = absences(a_list(*lines), known, own_desk=True)
    assert [one.values.student_number for one in found.missing] == ["4"]
    assert absences(a_list(*lines, "0004;Zoë;Hart;;2A"), known, own_desk=True) == ()


def test_who_left_or_is_somebody_elses_is_not_asked_about() -> None:
    known = [a_student("01"), a_student("02", left=True), a_student("03", mine=False)]
    assert absences(a_list("01;Zoë;Hart;;2A"), known, own_desk=True) == ()


def test_a_list_of_others_asks_nothing() -> None:
    known = [a_student("01"), a_student("02")]
    assert absences(a_list("07;Zoë;Hart;;9Z"), known, own_desk=True) == ()
    assert absences(a_list("07;Zoë;Hart;;2A"), known, own_desk=True) == ()


@given(st.sets(st.integers(1, 40)), st.sets(st.integers(1, 40)), st.booleans())
def test_missing_and_on_the_list_are_all_there_is(
    on_list: set[int], there: set[int], own_desk: bool
) -> None:
    known = [a_student(str(number), f"{number % 3}A") for number in sorted(there)]
    lines = [f"{number:04};Zoë;Hart;;{number % 3}A" for number in sorted(on_list)]
    for found in absences(a_list(*lines), known, own_desk=own_desk):
        missing = {int(one.values.student_number) for one in found.missing}
        assert missing
        assert not missing & on_list
        assert len(missing) < found.of <= len(there)
        if found.scope is not Scope.GROUPS:
            assert missing == there - on_list

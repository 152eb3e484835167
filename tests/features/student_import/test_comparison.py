from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from lob_workbench.features.student_import.columns import StudentField
from lob_workbench.features.student_import.comparison import (
    Answer,
    ImportPlan,
    ItemKind,
    PreviewItem,
    compare,
    plan,
)
from lob_workbench.features.student_import.known import KnownStudent
from lob_workbench.features.student_import.remarks import RemarkCode
from lob_workbench.features.student_import.rules import ParsedList, StudentLine, StudentValues
from lob_workbench.people.rules import Gender

FIELDS = frozenset(StudentField) - {StudentField.FULL_NAME}
ZOE = StudentValues(
    "0412001", "Hart", "Zoë", "van 't", birth_date=date(2009, 9, 3), group="DA1A", study_year=1
)


def listed(*values: StudentValues, fields: frozenset[StudentField] = FIELDS) -> ParsedList:
    lines = tuple(StudentLine(at, value) for at, value in enumerate(values, start=2))
    return ParsedList(lines, fields=fields)


def known(*values: StudentValues) -> list[KnownStudent]:
    return [KnownStudent(UUID(int=at), value) for at, value in enumerate(values)]


def item(new: StudentValues, *old: StudentValues) -> PreviewItem:
    (found,) = compare(listed(new), known(*old)).items
    return found


def applied(students: list[KnownStudent], done: ImportPlan) -> list[KnownStudent]:
    """The workbook after an import."""
    changed = {student.id: values for student, values in done.changed}
    after = [KnownStudent(one.id, changed.get(one.id, one.values)) for one in students]
    return after + [KnownStudent(UUID(int=1_000 + at), new) for at, new in enumerate(done.new)]


def test_a_change_shows_old_and_new() -> None:
    found = item(replace(ZOE, group="DA2A", study_year=2, start_date=date(2026, 8, 17)), ZOE)
    assert found.kind is ItemKind.CHANGED
    shown = [(change.field, change.old_text, change.new_text) for change in found.changes]
    assert shown == [
        (StudentField.GROUP, "DA1A", "DA2A"),
        (StudentField.STUDY_YEAR, "1", "2"),
        (StudentField.START_DATE, "", "17-08-2026"),
    ]


def test_an_empty_cell_changes_nothing() -> None:
    bare = StudentValues(ZOE.student_number, ZOE.last_name)
    assert item(bare, ZOE).kind is ItemKind.UNCHANGED


def test_a_field_without_a_column_changes_nothing() -> None:
    fields = frozenset({StudentField.STUDENT_NUMBER, StudentField.LAST_NAME, StudentField.INFIX})
    preview = compare(listed(replace(ZOE, group="X"), fields=fields), known(ZOE))
    assert preview.counts == {ItemKind.UNCHANGED: 1}


def test_an_infix_goes_with_its_surname() -> None:
    found = item(replace(ZOE, infix="", last_name="Jansen"), ZOE)
    assert found.merged is not None
    assert found.merged.name.full == "Zoë Jansen"


def test_who_is_not_in_the_list_stays() -> None:
    assert compare(listed(), known(ZOE)).items == ()
    assert plan(compare(listed(), known(ZOE))) == ImportPlan()


def test_a_name_that_lost_a_letter_does_not_replace_a_whole_one() -> None:
    found = item(replace(ZOE, first_name="Zo?", group="B"), ZOE)
    assert [change.field for change in found.changes] == [StudentField.GROUP]
    assert [remark.code for remark in found.remarks] == [RemarkCode.KNOWN_KEPT]
    assert item(replace(ZOE, first_name="Z?e"), ZOE).kind is ItemKind.CHANGED


def test_a_number_without_its_zeros_is_asked_about() -> None:
    found = item(replace(ZOE, student_number="412001", group="B"), ZOE)
    assert found.kind is ItemKind.SAME_STUDENT_QUESTION
    assert found.reason is not None
    assert found.reason.code is RemarkCode.LIKE_KNOWN
    assert found.answers == (Answer.SKIP, Answer.SAME, Answer.OTHER)
    preview = compare(listed(replace(ZOE, student_number="412001", group="B")), known(ZOE))
    assert plan(preview) == ImportPlan()
    same = plan(preview, {2: Answer.SAME})
    assert [values for _, values in same.changed] == [replace(ZOE, group="B")]
    other = plan(preview, {2: Answer.OTHER})
    assert [values.student_number for values in other.new] == ["412001"]
    assert other.changed == ()


def test_zeros_that_were_lost_before_come_back() -> None:
    lost = replace(ZOE, student_number="412001")
    preview = compare(listed(ZOE), known(lost))
    assert [values for _, values in plan(preview, {2: Answer.SAME}).changed] == [ZOE]


def test_two_lines_that_differ_by_zeros_are_asked_about() -> None:
    short = replace(ZOE, student_number="412001")
    for lines, students in (((ZOE, short), ()), ((short, ZOE), (ZOE,))):
        preview = compare(listed(*lines), known(*students))
        (asked,) = preview.of_kind(ItemKind.SAME_STUDENT_QUESTION)
        assert asked.reason is not None
        assert asked.reason.code is RemarkCode.LIKE_LINE
        assert {asked.line, asked.of_line} == {2, 3}
        assert plan(preview, {asked.line: Answer.SAME}) == plan(preview)
        assert len(plan(preview, {asked.line: Answer.OTHER}).new) == 1 + (not students)


def test_a_number_like_several_is_refused() -> None:
    two = (replace(ZOE, student_number="0412"), replace(ZOE, student_number="00412"))
    found = item(replace(ZOE, student_number="412"), *two)
    assert found.kind is ItemKind.REJECTED
    assert found.reason is not None
    assert found.reason.code is RemarkCode.NUMBER_LIKE_SEVERAL
    assert plan(compare(listed(replace(ZOE, student_number="412")), known(*two))) == ImportPlan()


def test_a_known_number_with_another_person_is_asked_about() -> None:
    other = replace(ZOE, first_name="Jo", last_name="Boer", birth_date=date(2008, 1, 1))
    found = item(other, ZOE)
    assert found.kind is ItemKind.SAME_STUDENT_QUESTION
    assert found.reason is not None
    assert found.reason.code is RemarkCode.OTHER_PERSON
    assert found.answers == (Answer.SKIP, Answer.SAME)
    preview = compare(listed(other), known(ZOE))
    assert plan(preview) == plan(preview, {2: Answer.OTHER}) == ImportPlan()
    assert len(plan(preview, {2: Answer.SAME}).changed) == 1
    assert item(replace(other, birth_date=ZOE.birth_date), ZOE).kind is ItemKind.CHANGED


_WORDS = st.sampled_from(["", "Zoë", "Zo?", "Hart", "Çelik", "van", "de", "412"])
_VALUES = st.builds(
    StudentValues,
    student_number=st.sampled_from(["1", "01", "001", "2", "02", "s3", "S3"]),
    last_name=st.sampled_from(["Hart", "H?rt", "Dijk"]),
    first_name=_WORDS,
    infix=st.sampled_from(["", "van"]),
    birth_date=st.sampled_from([None, date(2009, 1, 1), date(2008, 1, 1)]),
    gender=st.sampled_from([None, *Gender]),
    group=_WORDS,
    study_year=st.sampled_from([None, 1, 2]),
    mentor=_WORDS,
)
_LISTS = st.lists(_VALUES, unique_by=lambda values: values.student_number, max_size=6)
_ANSWERS = st.dictionaries(st.integers(2, 8), st.sampled_from(Answer))


@settings(max_examples=60)
@given(_LISTS)
def test_a_list_beside_itself_changes_nothing(values: list[StudentValues]) -> None:
    preview = compare(listed(*values), known(*values))
    assert preview.count(ItemKind.UNCHANGED) == len(values)
    assert plan(preview) == ImportPlan()


@settings(max_examples=60)
@given(_LISTS, _LISTS, _ANSWERS)
def test_the_same_list_again_changes_nothing(
    first: list[StudentValues], second: list[StudentValues], answers: Mapping[int, Answer]
) -> None:
    before = known(*first)
    done = plan(compare(listed(*second), before), answers)
    after = applied(before, done)
    numbers = [student.values.student_number for student in after]
    assert len(set(numbers)) == len(numbers)
    assert {student.id for student in before} <= {student.id for student in after}
    assert plan(compare(listed(*second), after)) == ImportPlan()

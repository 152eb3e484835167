"""What a student list would change in the workbook, line by line, before anything is written."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from lob_workbench.domain.progress import Progress, followed
from lob_workbench.domain.text import fold
from lob_workbench.features.student_import import cells
from lob_workbench.features.student_import.columns import FIELD_LABELS, StudentField
from lob_workbench.features.student_import.known import KnownStudent
from lob_workbench.features.student_import.remarks import Remark, RemarkCode
from lob_workbench.features.student_import.rules import (
    FieldValue,
    ParsedList,
    StudentLine,
    StudentValues,
)
from lob_workbench.features.student_import.rules_missing import Absence

_LEFT = (Remark(RemarkCode.KNOWN_LEFT),)
_NAMES = (StudentField.FIRST_NAME, StudentField.INFIX, StudentField.LAST_NAME)


class ItemKind(StrEnum):
    """What happens with a line on *Inlezen*."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"
    REPEATED = "repeated"
    SAME_STUDENT_QUESTION = "same_student_question"


class Answer(StrEnum):
    """The answer to *dezelfde student?*; without one the line is skipped."""

    SKIP = "skip"
    SAME = "same"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that a list changes."""

    field: StudentField
    old: FieldValue
    new: FieldValue

    @property
    def old_text(self) -> str:
        """The old value as it is shown."""
        return shown(self.old)

    @property
    def new_text(self) -> str:
        """The new value as it is shown."""
        return shown(self.new)


@dataclass(frozen=True, slots=True)
class PreviewItem:
    """One line of the list and what would happen with it.

    ``shown`` tells who the line is about. ``reason`` says why a line is rejected or what is asked;
    ``of_line`` is the line that a repeat or a question is about. ``values`` is the student as the
    list has it, ``merged`` what ``known`` becomes (for a question: after the answer *same*), and
    ``changes`` the difference. ``answers`` are those that a question allows.
    """

    kind: ItemKind
    line: int
    shown: str
    values: StudentValues | None = None
    known: KnownStudent | None = None
    merged: StudentValues | None = None
    changes: tuple[FieldChange, ...] = ()
    remarks: tuple[Remark, ...] = ()
    reason: Remark | None = None
    of_line: int | None = None
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """The whole list, in the order of the file.

    ``absences`` tell who is not on it, should somebody say that it is a whole list.
    """

    items: tuple[PreviewItem, ...]
    remarks: tuple[Remark, ...] = ()
    empty_lines: tuple[int, ...] = ()
    counts: Mapping[ItemKind, int] = field(default_factory=dict)
    absences: tuple[Absence, ...] = ()

    def count(self, kind: ItemKind) -> int:
        """How many lines are of this kind."""
        return self.counts.get(kind, 0)

    def of_kind(self, *kinds: ItemKind) -> tuple[PreviewItem, ...]:
        """The lines of these kinds."""
        return tuple(item for item in self.items if item.kind in kinds)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What *Inlezen* writes: students to add, and known students with their new values."""

    new: tuple[StudentValues, ...] = ()
    changed: tuple[tuple[KnownStudent, StudentValues], ...] = ()


def shown(value: FieldValue) -> str:
    """A value as it stands on a screen; nothing is empty text."""
    if value is None:
        return ""
    return f"{value:%d-%m-%Y}" if isinstance(value, date) else str(value)


def compare(
    parsed: ParsedList, known: Sequence[KnownStudent], progress: Progress | None = None
) -> Preview:
    """Put a list beside what is known.

    A student is known by number, exactly. An empty cell changes nothing; only an infix goes when
    the surname changes. Numbers that are alike but for leading zeros, and a known number with
    another name and birthday, are asked about. Who is not in the list is not touched.
    """
    comparison = _Comparison(parsed, known)
    items = [comparison.item(student) for student in followed(parsed.students, progress)]
    items += [
        PreviewItem(ItemKind.REJECTED, refusal.line, refusal.shown, reason=refusal.reason)
        for refusal in parsed.rejected
    ]
    items += [
        PreviewItem(
            ItemKind.REPEATED,
            repeat.line,
            _who(repeat.values),
            values=repeat.values,
            remarks=repeat.remarks,
            of_line=repeat.of_line,
        )
        for repeat in parsed.repeats
    ]
    items.sort(key=lambda item: item.line)
    counts = Counter(item.kind for item in items)
    return Preview(tuple(items), parsed.remarks, parsed.empty_lines, counts)


def plan(preview: Preview, answers: Mapping[int, Answer] | None = None) -> ImportPlan:
    """What to write, given the answers by line number. A question without an answer is skipped."""
    given = answers or {}
    new: list[StudentValues] = []
    changed: list[tuple[KnownStudent, StudentValues]] = []
    for item in preview.items:
        answer = given.get(item.line, Answer.SKIP)
        if item.kind is ItemKind.SAME_STUDENT_QUESTION and answer not in item.answers:
            answer = Answer.SKIP
        asked = item.kind is ItemKind.SAME_STUDENT_QUESTION
        added = item.kind is ItemKind.NEW or (asked and answer is Answer.OTHER)
        updated = item.kind is ItemKind.CHANGED or (asked and answer is Answer.SAME)
        if added and item.values:
            new.append(item.values)
        elif updated and item.known and item.merged and item.changes:
            changed.append((item.known, item.merged))
    return ImportPlan(tuple(new), tuple(changed))


class _Comparison:
    """Looks lines up among the known students, and remembers which number was met where."""

    def __init__(self, parsed: ParsedList, known: Iterable[KnownStudent]) -> None:
        self._fields = parsed.fields
        self._exact = {student.values.student_number: student for student in known}
        self._alike: dict[str, list[KnownStudent]] = {}
        for number, student in self._exact.items():
            self._alike.setdefault(cells.zeros_aside(number), []).append(student)
        # An exact number is sure of its student, wherever it stands in the file.
        self._met: dict[str, StudentLine] = {}
        for line in parsed.students:
            if line.values.student_number in self._exact:
                self._met.setdefault(cells.zeros_aside(line.values.student_number), line)

    def item(self, student: StudentLine) -> PreviewItem:
        """What would happen with a line."""
        number = student.values.student_number
        if number in self._exact:
            return self._beside(student, self._exact[number])
        key = cells.zeros_aside(number)
        if key in self._met:
            return self._like_line(student, self._met[key])
        self._met[key] = student
        alike = self._alike.get(key, [])
        if len(alike) > 1:
            reason = Remark.of(RemarkCode.NUMBER_LIKE_SEVERAL, number=number)
            return replace(_item(ItemKind.REJECTED, student), reason=reason)
        if alike:
            return self._like_known(student, alike[0])
        return _item(ItemKind.NEW, student)

    def _beside(self, student: StudentLine, known: KnownStudent) -> PreviewItem:
        merged, remarks = _merge(known.values, student.values, self._fields)
        changes = _changes(known.values, merged)
        item = replace(
            _item(ItemKind.CHANGED if changes else ItemKind.UNCHANGED, student),
            known=known,
            merged=merged,
            changes=changes,
            remarks=student.remarks + remarks + (_LEFT if known.left else ()),
        )
        if not changes or not _other_person(student.values, known.values):
            return item
        reason = Remark.of(
            RemarkCode.OTHER_PERSON,
            number=known.values.student_number,
            name=known.values.name.full,
        )
        answers = (Answer.SKIP, Answer.SAME)
        return replace(item, kind=ItemKind.SAME_STUDENT_QUESTION, reason=reason, answers=answers)

    def _like_known(self, student: StudentLine, known: KnownStudent) -> PreviewItem:
        # Spreadsheets take zeros away and never add them: the longer number is the real one.
        number = max(known.values.student_number, student.values.student_number, key=len)
        merged, remarks = _merge(known.values, student.values, self._fields)
        merged = replace(merged, student_number=number)
        reason = Remark.of(
            RemarkCode.LIKE_KNOWN,
            known=known.values.student_number,
            name=known.values.name.full,
            number=student.values.student_number,
        )
        return replace(
            _item(ItemKind.SAME_STUDENT_QUESTION, student),
            known=known,
            merged=merged,
            changes=_changes(known.values, merged),
            remarks=student.remarks + remarks,
            reason=reason,
            answers=tuple(Answer),
        )

    @staticmethod
    def _like_line(student: StudentLine, first: StudentLine) -> PreviewItem:
        reason = Remark.of(
            RemarkCode.LIKE_LINE,
            line=first.line,
            known=first.values.student_number,
            name=first.values.name.full,
            number=student.values.student_number,
        )
        return replace(
            _item(ItemKind.SAME_STUDENT_QUESTION, student),
            reason=reason,
            of_line=first.line,
            answers=tuple(Answer),
        )


def _item(kind: ItemKind, student: StudentLine) -> PreviewItem:
    values = student.values
    return PreviewItem(kind, student.line, _who(values), values=values, remarks=student.remarks)


def _who(values: StudentValues) -> str:
    return f"{values.name.listed} ({values.student_number})"


def _merge(
    known: StudentValues, values: StudentValues, fields: frozenset[StudentField]
) -> tuple[StudentValues, tuple[Remark, ...]]:
    """The known student with what the list says; a damaged name does not replace a whole one."""
    if known == values:
        return known, ()
    new: dict[str, Any] = {}
    kept = []
    for student_field in StudentField:
        if student_field not in fields or student_field is StudentField.STUDENT_NUMBER:
            continue
        old, value = known.of(student_field), values.of(student_field)
        if value is None or value == "" or value == old:
            continue
        if student_field in (*_NAMES, StudentField.MENTOR) and cells.same_but_for_lost(
            shown(value), shown(old)
        ):
            label = FIELD_LABELS[student_field]
            kept.append(Remark.of(RemarkCode.KNOWN_KEPT, field=label, value=value, known=old))
            continue
        new[student_field.value] = value
    if new.get("last_name", known.last_name) != known.last_name:
        new["infix"] = values.infix
    return replace(known, **new), tuple(kept)


def _changes(old: StudentValues, new: StudentValues) -> tuple[FieldChange, ...]:
    if old == new:
        return ()
    return tuple(
        FieldChange(student_field, old.of(student_field), new.of(student_field))
        for student_field in StudentField
        if student_field is not StudentField.FULL_NAME
        and old.of(student_field) != new.of(student_field)
    )


def _other_person(one: StudentValues, other: StudentValues) -> bool:
    """Whether everything by which people know somebody is there on both sides and differs."""
    pairs = (
        (shown(one.birth_date), shown(other.birth_date)),
        (one.first_name, other.first_name),
        (one.last_name, other.last_name),
    )
    return all(a and b and fold(a) != fold(b) for a, b in pairs)

"""What a student list says: every line a student, a refusal or a repeat. Pure functions.

Read with ``reader.read_table``, give columns a meaning with ``columns.recognise``, then
:func:`parse`; ``comparison.compare`` says what it would change.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from lob_workbench.domain.progress import Progress, followed
from lob_workbench.domain.text import fold
from lob_workbench.features.student_import import cells
from lob_workbench.features.student_import.columns import (
    FIELD_LABELS,
    StudentField,
    check_mapping,
)
from lob_workbench.features.student_import.reader import Row, Table
from lob_workbench.features.student_import.remarks import Remark, RemarkCode
from lob_workbench.people.rules import Gender, LearningRoute, PersonName, age_on

FieldValue = str | int | date | Gender | LearningRoute | None

YOUNGEST, OLDEST = 10, 99
_NAMES = (StudentField.FIRST_NAME, StudentField.INFIX, StudentField.LAST_NAME)
_TEXTS = (
    StudentField.PROGRAMME,
    StudentField.GROUP,
    StudentField.TEAM,
    StudentField.MENTOR,
)
_UNDERSTOOD = {
    StudentField.GENDER: cells.gender_of,
    StudentField.EMAIL: cells.email_of,
    StudentField.CREBO: cells.crebo_of,
    StudentField.LEVEL: cells.level_of,
    StudentField.LEARNING_ROUTE: cells.learning_route_of,
    StudentField.STUDY_YEAR: cells.study_year_of,
}


@dataclass(frozen=True, slots=True)
class StudentValues:
    """What a list can say about a student. Empty text and ``None`` mean: says nothing.

    Attributes are named as the values of ``StudentField`` (all but ``FULL_NAME``).
    """

    student_number: str
    last_name: str
    first_name: str = ""
    infix: str = ""
    birth_date: date | None = None
    gender: Gender | None = None
    email: str = ""
    programme: str = ""
    crebo: str = ""
    level: str = ""
    learning_route: LearningRoute | None = None
    group: str = ""
    study_year: int | None = None
    team: str = ""
    start_date: date | None = None
    expected_end_date: date | None = None
    mentor: str = ""

    @property
    def name(self) -> PersonName:
        """The name in its three parts."""
        return PersonName(self.first_name, self.infix, self.last_name)

    def of(self, field: StudentField) -> FieldValue:
        """The value of a field."""
        value: FieldValue = getattr(self, field)
        return value


@dataclass(frozen=True, slots=True)
class StudentLine:
    """A line that can be imported."""

    line: int
    values: StudentValues
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A line that cannot be imported, with the reason; ``shown`` is how to recognise it.

    ``number`` as far as it can be read: who is refused is not missing. It is empty for who left.
    """

    line: int
    reason: Remark
    shown: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A line about a student who already stands on line ``of_line``; that line counts."""

    line: int
    of_line: int
    values: StudentValues
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedList:
    """A whole list. ``fields`` are those that the list has a column for."""

    students: tuple[StudentLine, ...]
    rejected: tuple[Rejected, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    fields: frozenset[StudentField] = frozenset()
    remarks: tuple[Remark, ...] = ()
    empty_lines: tuple[int, ...] = ()


class _Refused(Exception):
    """Carries the reason why a line is refused."""

    def __init__(self, code: RemarkCode | Remark, **values: object) -> None:
        self.reason = code if isinstance(code, Remark) else Remark.of(code, **values)
        super().__init__(self.reason.code)


def parse(
    table: Table,
    mapping: Mapping[StudentField, int],
    today: date,
    progress: Progress | None = None,
) -> ParsedList:
    """Make students of the rows of a table.

    ``mapping`` gives fields their column, from 0. A number, a surname and, if there is one, a
    readable date of birth are needed; anything else that is not understood stays empty with a
    remark. ``today`` judges ages. Raises ``InputRefused`` for a mapping that cannot work, and
    ``Stopped`` when ``progress`` was stopped.
    """
    check_mapping(mapping, len(table.header))
    heading = tuple(cells.line_of(name) for name in table.header)
    students: dict[str, StudentLine] = {}
    rejected: list[Rejected] = []
    repeats: list[Repeat] = []
    for row in followed(table.rows, progress):
        reading = _Reading(row, mapping, len(heading))
        try:
            if row.refusal is not None:
                raise _Refused(row.refusal)
            if table.header_line is not None and _same_as(heading, row):
                raise _Refused(RemarkCode.HEADING_AGAIN)
            student = reading.student(today)
            first = students.get(student.values.student_number)
            if first is None:
                students[student.values.student_number] = student
            elif same_person(first.values, student.values):
                repeats.append(_repeat(student, first))
            else:
                raise _Refused(
                    RemarkCode.NUMBER_TAKEN,
                    number=student.values.student_number,
                    line=first.line,
                )
        except _Refused as refusal:
            gone = refusal.reason.code is RemarkCode.LEFT_SCHOOL
            number = "" if gone else reading.number()
            rejected.append(Rejected(row.line, refusal.reason, reading.shown(), number))
    return ParsedList(
        students=tuple(students.values()),
        rejected=tuple(rejected),
        repeats=tuple(repeats),
        fields=_fields(mapping),
        remarks=table.remarks + _about_columns(mapping),
        empty_lines=table.empty_lines,
    )


def same_person(one: StudentValues, other: StudentValues) -> bool:
    """Whether two lines are about one person: same name (accents aside), no other birthday."""
    names = [(fold(values.first_name), fold(values.last_name)) for values in (one, other)]
    birthdays = {values.birth_date for values in (one, other)} - {None}
    return names[0] == names[1] and len(birthdays) < 2


class _Reading:
    """One row on its way to a student: its cells by field, and the remarks made so far."""

    def __init__(self, row: Row, mapping: Mapping[StudentField, int], columns: int) -> None:
        self._row = row
        self._mapping = mapping
        self._columns = columns
        self._remarks: list[Remark] = []

    def raw(self, field: StudentField) -> str:
        """The cell of a field; empty text where there is no column or the row is too short."""
        column = self._mapping.get(field)
        values = self._row.values
        return values[column] if column is not None and column < len(values) else ""

    def shown(self) -> str:
        """Number and name as they stand in the list, for a line that is refused."""
        fields = (StudentField.STUDENT_NUMBER, StudentField.FULL_NAME, *_NAMES)
        parts = (cells.line_of(self.raw(field)) for field in fields)
        return " ".join(part for part in parts if part)[:80]

    def number(self) -> str:
        """The number as it stands there, good or not."""
        return cells.student_number_of(self.raw(StudentField.STUDENT_NUMBER))

    def student(self, today: date) -> StudentLine:
        """The student of this row. Raises ``_Refused`` where there is none."""
        self._check_width()
        number = self._number()
        name = self._name()
        # The names of the attributes are those of the fields.
        values: dict[str, Any] = {field.value: self._text(field) for field in _TEXTS}
        values |= {field.value: self._understood(field) for field in _UNDERSTOOD}
        student = StudentValues(
            student_number=number,
            last_name=name.last,
            first_name=name.first,
            infix=name.infix,
            birth_date=self._birth_date(today),
            start_date=self._date(StudentField.START_DATE),
            expected_end_date=self._date(StudentField.EXPECTED_END_DATE),
            **values,
        )
        if not student.group and StudentField.GROUP in self._mapping:
            self._remark(RemarkCode.NO_GROUP)
        return StudentLine(self._row.line, student, tuple(self._remarks))

    def _remark(self, code: RemarkCode, **values: object) -> None:
        self._remarks.append(Remark.of(code, **values))

    def _check_width(self) -> None:
        extra = sum(1 for value in self._row.values[self._columns :] if value.strip())
        if extra:
            self._remark(RemarkCode.MORE_VALUES, extra=extra)
        short = self._columns - len(self._row.values)
        if short > 0:
            self._remark(RemarkCode.FEWER_VALUES, short=short)

    def _number(self) -> str:
        number = self.number()
        if not number:
            raise _Refused(RemarkCode.NO_NUMBER)
        if cells.number_damaged(number) or cells.too_long(number):
            raise _Refused(RemarkCode.NUMBER_DAMAGED, value=number[:40])
        return number

    def _name(self) -> PersonName:
        first = self._text(StudentField.FIRST_NAME)
        if StudentField.LAST_NAME in self._mapping:
            infix, last = self._text(StudentField.INFIX), self._text(StudentField.LAST_NAME)
            if last and not infix:
                infix, last = cells.split_surname(last)
            name = PersonName(first, infix, last)
        else:
            name = self._split(self._text(StudentField.FULL_NAME), first)
        if not name.last:
            raise _Refused(RemarkCode.NO_LAST_NAME)
        if not name.first:
            self._remark(RemarkCode.NO_FIRST_NAME)
        return name

    def _split(self, full: str, first: str) -> PersonName:
        if not full:
            return PersonName(first, "", "")
        name = cells.split_name(full, first)
        if name is None:
            raise _Refused(RemarkCode.NAME_UNCLEAR, value=full)
        infix = self._text(StudentField.INFIX)
        return replace(name, infix=infix) if infix else name

    def _text(self, field: StudentField) -> str:
        text = cells.line_of(self.raw(field))
        if cells.too_long(text):
            self._remark(RemarkCode.TOO_LONG, field=FIELD_LABELS[field], length=len(text))
            return ""
        meant = cells.meant_by(text)
        personal = field in _NAMES or field in (StudentField.FULL_NAME, StudentField.MENTOR)
        if meant is not None:
            self._about(RemarkCode.WRONG_ENCODING, field, text, meant=meant)
        elif "\ufffd" in text or (personal and cells.lost_character(text)):
            self._about(RemarkCode.LOST_CHARACTER, field, text)
        if cells.looks_like_formula(text):
            self._about(RemarkCode.LOOKS_LIKE_FORMULA, field, text)
        return text

    def _about(self, code: RemarkCode, field: StudentField, text: str, **more: object) -> None:
        self._remark(code, field=FIELD_LABELS[field], value=text[:60], **more)

    def _understood(self, field: StudentField) -> FieldValue:
        text = cells.code_of(self.raw(field))
        if not text:
            return None if field in _NONE_IF_EMPTY else ""
        try:
            if not cells.too_long(text):
                return _UNDERSTOOD[field](text)
        except ValueError:
            pass
        self._about(RemarkCode.NOT_UNDERSTOOD, field, text)
        return None if field in _NONE_IF_EMPTY else ""

    def _birth_date(self, today: date) -> date | None:
        raw = self.raw(StudentField.BIRTH_DATE)
        found = cells.date_of(raw)
        if isinstance(found, cells.BadDate):
            label = FIELD_LABELS[StudentField.BIRTH_DATE]
            raise _Refused(found.code, field=label, value=cells.line_of(raw)[:40])
        if found is None:
            if StudentField.BIRTH_DATE in self._mapping:
                self._remark(RemarkCode.NO_BIRTH_DATE)
            return None
        age = age_on(found, today)
        if not YOUNGEST <= age <= OLDEST:
            self._remark(RemarkCode.UNLIKELY_AGE, value=f"{found:%d-%m-%Y}", age=age)
        return found

    def _date(self, field: StudentField) -> date | None:
        found = cells.date_of(self.raw(field))
        if isinstance(found, cells.BadDate):
            self._about(RemarkCode.NOT_UNDERSTOOD, field, cells.line_of(self.raw(field)))
            return None
        return found


_NONE_IF_EMPTY = (StudentField.GENDER, StudentField.LEARNING_ROUTE, StudentField.STUDY_YEAR)


def _same_as(heading: tuple[str, ...], row: Row) -> bool:
    return len(row.values) == len(heading) and all(
        cells.line_of(value) == name for value, name in zip(row.values, heading, strict=True)
    )


def _repeat(student: StudentLine, first: StudentLine) -> Repeat:
    differing = [
        FIELD_LABELS[field]
        for field in StudentField
        if field is not StudentField.FULL_NAME
        and student.values.of(field) != first.values.of(field)
    ]
    told = {"line": first.line, "fields": ", ".join(differing)}
    remarks = (Remark.of(RemarkCode.REPEAT_DIFFERS, **told),) if differing else ()
    return Repeat(student.line, first.line, student.values, remarks)


def _fields(mapping: Mapping[StudentField, int]) -> frozenset[StudentField]:
    """The fields about which the list can say something; a name always has its three parts."""
    fields = set(mapping) - {StudentField.FULL_NAME}
    fields |= {StudentField.LAST_NAME, StudentField.INFIX}
    if StudentField.FULL_NAME in mapping and StudentField.LAST_NAME not in mapping:
        fields.add(StudentField.FIRST_NAME)
    return frozenset(fields)


def _about_columns(mapping: Mapping[StudentField, int]) -> tuple[Remark, ...]:
    expected = {
        StudentField.BIRTH_DATE: RemarkCode.NO_BIRTH_DATE_COLUMN,
        StudentField.GROUP: RemarkCode.NO_GROUP_COLUMN,
        StudentField.MENTOR: RemarkCode.NO_MENTOR_COLUMN,
    }
    return tuple(Remark(code) for field, code in expected.items() if field not in mapping)

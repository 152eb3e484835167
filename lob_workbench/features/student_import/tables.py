"""The tables of the import: what happens with each line of a list, and the mentors in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.student_import.columns import FIELD_LABELS, StudentField
from lob_workbench.features.student_import.comparison import (
    Answer,
    FieldChange,
    ItemKind,
    PreviewItem,
)
from lob_workbench.features.student_import.remarks import Remark
from lob_workbench.people.rules import StaffView
from lob_workbench.ui.lists import Column
from lob_workbench.ui.theme import Role

KIND_WORDS: dict[ItemKind, str] = {
    ItemKind.NEW: QT_TRANSLATE_NOOP("student_import", "nieuw"),
    ItemKind.CHANGED: QT_TRANSLATE_NOOP("student_import", "gewijzigd"),
    ItemKind.UNCHANGED: QT_TRANSLATE_NOOP("student_import", "ongewijzigd"),
    ItemKind.REJECTED: QT_TRANSLATE_NOOP("student_import", "niet ingelezen"),
    ItemKind.REPEATED: QT_TRANSLATE_NOOP("student_import", "dubbel"),
    ItemKind.SAME_STUDENT_QUESTION: QT_TRANSLATE_NOOP("student_import", "vraag"),
}
"""What happens with a line, in a word; context ``student_import``."""

KIND_LOOKS: dict[ItemKind, tuple[Tone, str]] = {
    ItemKind.NEW: (Tone.GOOD, "ph.user-plus"),
    ItemKind.CHANGED: (Tone.GOOD, "ph.pencil-simple"),
    ItemKind.UNCHANGED: (Tone.CALM, "ph.equals"),
    ItemKind.REJECTED: (Tone.DANGER, "ph.prohibit"),
    ItemKind.REPEATED: (Tone.CALM, "ph.copy"),
    ItemKind.SAME_STUDENT_QUESTION: (Tone.ATTENTION, "ph.question"),
}

_SKIPPED = QT_TRANSLATE_NOOP("student_import", "overgeslagen")
_ALSO_ON = QT_TRANSLATE_NOOP("student_import", "Staat ook op regel {line}.")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happens with a line, as a chip."""

    words: str
    tone: Tone
    icon: str


def field_label(field: StudentField) -> str:
    """What a field is called."""
    return QCoreApplication.translate("student_import", FIELD_LABELS[field])


def remark_text(remark: Remark) -> str:
    """The sentence of a remark, filled in."""
    words = QCoreApplication.translate("student_import", remark.template)
    return words.format(**dict(remark.values))


def also_on(line: int) -> str:
    """That a student stands on another line too."""
    return QCoreApplication.translate("student_import", _ALSO_ON).format(line=line)


def change_text(change: FieldChange) -> str:
    """A field with its old and its new value."""
    nothing = QCoreApplication.translate("student_import", "leeg")
    old, new = change.old_text or nothing, change.new_text or nothing
    return f"{field_label(change.field)}: {old} → {new}"


def note_text(item: PreviewItem) -> str:
    """Everything there is to say about a line, on one line."""
    parts = [] if item.reason is None else [remark_text(item.reason)]
    if item.kind is ItemKind.REPEATED and item.of_line is not None and not item.remarks:
        parts.append(also_on(item.of_line))
    if item.kind is ItemKind.CHANGED:
        parts.append(", ".join(change_text(change) for change in item.changes))
    parts += [remark_text(remark) for remark in item.remarks]
    return "  ".join(parts)


class CheckColumns:
    """What the list of lines shows. ``answers`` is looked at while painting, so it may change."""

    def __init__(self, answers: Mapping[int, Answer]) -> None:
        self._answers = answers
        translate = QCoreApplication.translate
        self._outcomes = {
            kind: Outcome(translate("student_import", words), *KIND_LOOKS[kind])
            for kind, words in KIND_WORDS.items()
        }
        self._skipped = Outcome(
            translate("student_import", _SKIPPED), Tone.CALM, "ph.arrow-bend-down-right"
        )

    def all(self) -> tuple[Column[PreviewItem], ...]:
        """Line, student, what happens, what there is to say about it."""
        translate = QCoreApplication.translate
        return (
            Column(
                translate("student_import", "Regel"),
                _line,
                sort=_line_number,
                right=True,
                ink=_muted,
                least=5,
                most=7,
            ),
            Column(translate("student_import", "Student"), _student, keep=True, least=16, most=34),
            Column(
                translate("student_import", "Wat er gebeurt"),
                self._words,
                tone=self._tone,
                icon=self._icon,
                least=17,
                most=22,
            ),
            Column(
                translate("student_import", "Opmerking"),
                note_text,
                icon=_note_icon,
                ink=_note_ink,
                least=11,
                most=60,
                stretch=1,
            ),
        )

    def outcome(self, item: PreviewItem) -> Outcome:
        """What happens with a line, given the answers so far."""
        answer = self._answers.get(item.line)
        if item.kind is not ItemKind.SAME_STUDENT_QUESTION or answer is None:
            return self._outcomes[item.kind]
        if answer is Answer.SKIP:
            return self._skipped
        if answer is Answer.OTHER:
            return self._outcomes[ItemKind.NEW]
        if item.known is None:
            return self._outcomes[ItemKind.REPEATED]
        return self._outcomes[ItemKind.CHANGED if item.changes else ItemKind.UNCHANGED]

    def _words(self, item: PreviewItem) -> str:
        return self.outcome(item).words

    def _tone(self, item: PreviewItem) -> Tone:
        return self.outcome(item).tone

    def _icon(self, item: PreviewItem) -> str:
        return self.outcome(item).icon


class MentorColumns:
    """A mentor as the list writes the name, how many students, and whether it is the reader.

    ``guess`` and ``chosen`` are names as in the list, looked at while painting.
    """

    def __init__(self) -> None:
        self.guess = ""
        self.chosen = ""
        translate = QCoreApplication.translate
        self._you = translate("student_import", "dat ben jij")
        self._likely = translate("student_import", "lijkt op jouw naam")

    def all(self) -> tuple[Column[StaffView], ...]:
        """Mentor, students, who it may be."""
        translate = QCoreApplication.translate
        return (
            Column(
                translate("student_import", "Mentor in de lijst"),
                _mentor,
                keep=True,
                bold=True,
                least=20,
                stretch=1,
            ),
            Column(
                translate("student_import", "Studenten"),
                _count,
                sort=_students,
                right=True,
                least=9,
            ),
            Column(
                translate("student_import", "Ben jij dit?"), self._words, tone=self._tone, least=22
            ),
        )

    def _words(self, mentor: StaffView) -> str:
        if mentor.list_name == self.chosen:
            return self._you
        return self._likely if mentor.list_name == self.guess else ""

    def _tone(self, mentor: StaffView) -> Tone | None:
        if mentor.list_name == self.chosen:
            return Tone.GOOD
        return Tone.CALM if mentor.list_name == self.guess else None


def _line(item: PreviewItem) -> str:
    return str(item.line)


def _line_number(item: PreviewItem) -> int:
    return item.line


def _student(item: PreviewItem) -> str:
    return item.shown


def _muted(_item: PreviewItem) -> Role:
    return Role.INK_MUTED


def _note_icon(item: PreviewItem) -> str:
    return "ph.warning-circle" if item.remarks else ""


def _note_ink(item: PreviewItem) -> Role:
    return Role.ACCENT_TEXT if item.remarks else Role.INK_MUTED


def _mentor(mentor: StaffView) -> str:
    return mentor.list_name


def _count(mentor: StaffView) -> str:
    return str(mentor.students)


def _students(mentor: StaffView) -> int:
    return mentor.students

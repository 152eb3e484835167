"""Columns of the list of what came back."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from lob_workbench.domain.contributions import Tone
from lob_workbench.features.skill_workbook.rules import DiffKind, DiffRow
from lob_workbench.ui.lists import Column


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A line, and whether it will be taken over."""

    row: DiffRow
    taken: bool

    @property
    def refused(self) -> bool:
        """Whether it cannot be taken over at all."""
        return self.row.refused is not None


def kind_words(kind: DiffKind) -> str:
    """What a line is about, in a word."""
    return {
        DiffKind.OBSERVATION: QCoreApplication.translate("SkillWorkbook", "waarneming"),
        DiffKind.NEW_GOAL: QCoreApplication.translate("SkillWorkbook", "nieuwe afspraak"),
        DiffKind.GOAL: QCoreApplication.translate("SkillWorkbook", "afspraak"),
        DiffKind.LEVEL: QCoreApplication.translate("SkillWorkbook", "niveau"),
        DiffKind.NAME: QCoreApplication.translate("SkillWorkbook", "naam"),
        DiffKind.BEHAVIOUR: QCoreApplication.translate("SkillWorkbook", "gedrag"),
    }[kind]


def state_words(shown: ShownRow) -> str:
    """What happens with a line."""
    if shown.refused:
        return QCoreApplication.translate("SkillWorkbook", "kan niet")
    if shown.taken:
        return QCoreApplication.translate("SkillWorkbook", "overnemen")
    return QCoreApplication.translate("SkillWorkbook", "laten staan")


def what_words(shown: ShownRow) -> str:
    """What a line is about, with the skill or the behaviour."""
    return ": ".join(filter(None, (kind_words(shown.row.kind), _one_line(shown.row.what))))


def diff_columns() -> tuple[Column[ShownRow], ...]:
    """What happens, whose it is, what it is about, was and becomes, by whom, and where."""
    return (
        Column(
            QCoreApplication.translate("SkillWorkbook", "Wat gebeurt er"),
            state_words,
            tone=_tone,
            icon=_icon,
            least=14,
        ),
        Column(
            QCoreApplication.translate("SkillWorkbook", "Wie"),
            _who,
            bold=True,
            keep=True,
            least=12,
            most=24,
        ),
        Column(QCoreApplication.translate("SkillWorkbook", "Wat"), what_words, least=16, most=36),
        Column(QCoreApplication.translate("SkillWorkbook", "Was"), _was, least=11, most=18),
        Column(
            QCoreApplication.translate("SkillWorkbook", "Wordt"),
            _becomes,
            least=12,
            most=44,
            stretch=1,
        ),
        Column(QCoreApplication.translate("SkillWorkbook", "Volgens"), _by, least=8, most=18),
        Column(QCoreApplication.translate("SkillWorkbook", "Vak"), _place, least=5, most=8),
    )


def _who(shown: ShownRow) -> str:
    return shown.row.who


def _was(shown: ShownRow) -> str:
    return _one_line(shown.row.was) or "–"


def _becomes(shown: ShownRow) -> str:
    return _one_line(shown.row.becomes) or "–"


def _by(shown: ShownRow) -> str:
    return shown.row.by


def _place(shown: ShownRow) -> str:
    return shown.row.address


def _tone(shown: ShownRow) -> Tone:
    if shown.refused:
        return Tone.ATTENTION
    return Tone.GOOD if shown.taken else Tone.CALM


def _icon(shown: ShownRow) -> str:
    if shown.refused:
        return "ph.prohibit"
    return "ph.check-square" if shown.taken else "ph.square"


def _one_line(text: str) -> str:
    return " ".join(text.split())

"""What the box of Ctrl+K shows: groups of rows, made from what was found."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from PySide6.QtCore import QCoreApplication

from lob_workbench.domain.career import KIND_LABELS
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.search.rules import (
    Found,
    FoundAgreement,
    FoundStudent,
    FoundTalk,
    Piece,
    Pieces,
)
from lob_workbench.talks.rules import AgreementStatus
from lob_workbench.ui.dates import short_date

MOST: int = 8
"""How many rows of a group stand there at first."""
MORE: int = 40


class Group(Enum):
    """The groups, in order; their values are marked in context ``"search"``."""

    STUDENTS = QT_TRANSLATE_NOOP("search", "Studenten")
    TALKS = QT_TRANSLATE_NOOP("search", "Gesprekken")
    AGREEMENTS = QT_TRANSLATE_NOOP("search", "Afspraken")
    PAGES = QT_TRANSLATE_NOOP("search", "Pagina's")
    COMMANDS = QT_TRANSLATE_NOOP("search", "Opdrachten")


_STATES = {
    AgreementStatus.DONE: QT_TRANSLATE_NOOP("search", "gedaan"),
    AgreementStatus.DROPPED: QT_TRANSLATE_NOOP("search", "vervallen"),
}
Deed = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list. Without ``target``, ``deed`` or ``more`` it is a heading.

    ``below`` is a second line; ``aside`` stands at the right. ``more`` asks for more of a group.
    """

    title: Pieces
    icon: str = ""
    aside: Pieces = ()
    below: Pieces = ()
    target: Target | None = None
    deed: Deed | None = None
    more: Group | None = None

    @property
    def is_heading(self) -> bool:
        """Whether this line cannot be chosen."""
        return self.target is None and self.deed is None and self.more is None

    @property
    def words(self) -> str:
        """The whole row in words, for who listens to it."""
        parts = (self.title, self.aside, self.below)
        return ", ".join("".join(piece.text for piece in part) for part in parts if part)


def plain(text: str) -> Pieces:
    """Words in which nothing was looked for."""
    return (Piece(text),) if text else ()


def heading(group: Group) -> Row:
    """The line above a group."""
    return Row(plain(QCoreApplication.translate("search", group.value)))


def grouped(group: Group, found: Found[Row]) -> list[Row]:
    """A group with its heading and, where there is more, a line that asks for it; or nothing."""
    if not found.rows:
        return []
    rows = [heading(group), *found.rows]
    if found.more:
        words = QCoreApplication.translate("search", "nog meer…")
        rows.append(Row(plain(words), icon="ph.dots-three", more=group))
    return rows


def student_rows(found: Found[FoundStudent]) -> Found[Row]:
    """Students, by name; of who left that is said first."""
    left = plain(QCoreApplication.translate("search", "van school") + " · ")
    rows = []
    for one in found.rows:
        aside = (*left, *one.about) if one.left else one.about
        rows.append(Row(one.name, "ph.student", aside=aside, target=Target("students", one.id)))
    return _of(found, rows)


def talk_rows(found: Found[FoundTalk], today: date) -> Found[Row]:
    """Talks, newest first: whose, when, and what was said where that may be read."""
    rows = []
    for one in found.rows:
        kind = QCoreApplication.translate("career", KIND_LABELS[one.kind])
        aside = f"{kind} · {short_date(one.held_on, today)}"
        rows.append(
            Row(
                plain(" · ".join(filter(None, (one.student_name, one.group)))),
                "ph.chats-circle",
                aside=plain(aside),
                below=one.said,
                target=Target("conversations", one.id, "read"),
            )
        )
    return _of(found, rows)


def agreement_rows(found: Found[FoundAgreement], today: date) -> Found[Row]:
    """Agreements, newest first: what, whose, and how it stands."""
    rows = []
    for one in found.rows:
        state = _STATES.get(one.status)
        if state is not None:
            words = QCoreApplication.translate("search", state)
        elif one.due_on is not None:
            until = QCoreApplication.translate("search", "uiterlijk {day}")
            words = until.format(day=short_date(one.due_on, today))
        else:
            words = QCoreApplication.translate("search", "open")
        rows.append(
            Row(
                one.what,
                "ph.handshake",
                below=plain(f"{one.student_name} · {words}"),
                target=Target("students", one.student_id, "conversations"),
            )
        )
    return _of(found, rows)


def _of(
    found: Found[FoundStudent] | Found[FoundTalk] | Found[FoundAgreement], rows: Sequence[Row]
) -> Found[Row]:
    return Found(tuple(rows), found.more)

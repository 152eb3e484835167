"""How the werkbank behaves for one person: choices of their own, kept with their workbook."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import SignalKind
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.people import records
from lob_workbench.storage.unit_of_work import UnitOfWork

_KNOWN = "preferences"


class ThemeChoice(StrEnum):
    """Light, dark or what the laptop says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class TextChoice(StrEnum):
    """How large the letters are."""

    NORMAL = "normal"
    LARGER = "larger"
    LARGEST = "largest"


class LanguageChoice(StrEnum):
    """The language of the interface; what people write and what is printed stays Dutch."""

    DUTCH = "nl"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Preferences:
    """How the werkbank behaves for one person. ``idle_minutes`` 0 means: never locks by itself.

    A new choice is one field here with its default: a ``StrEnum``, ``int``, ``str`` or
    ``frozenset`` of text. What is stored and cannot be read (any more) has its default.
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    idle_minutes: int = 10
    not_spoken_weeks: int = 10
    text_size: TextChoice = TextChoice.NORMAL
    language: LanguageChoice = LanguageChoice.DUTCH
    signals_off: frozenset[str] = frozenset()
    """Values of ``SignalKind`` that are not shown."""
    backup_care: str = ""
    """What ``people.backup_care`` keeps of the second place and the restore drill."""
    hints_away: frozenset[str] = frozenset()
    """Ids of the hints (``hints.toml``) that were read and put away."""

    def shows(self, kind: SignalKind) -> bool:
        """Whether this kind of signal is shown."""
        return kind.value not in self.signals_off


@operation(Right.OPEN_WORKBENCH)
def read_preferences(work: UnitOfWork) -> Preferences:
    """The actor's own preferences; what was never chosen has its default."""
    # Many parts of one page ask for them.
    known: Preferences | None = work.session.info.get(_KNOWN)
    if known is not None:
        return known
    query = sa.select(records.Preference.key, records.Preference.value).where(
        records.Preference.staff_id == work.actor.staff_id
    )
    stored = dict(work.session.execute(query).all())
    default = Preferences()
    found = work.session.info[_KNOWN] = Preferences(
        **{
            field.name: _read(stored.get(field.name), getattr(default, field.name))
            for field in fields(Preferences)
        }
    )
    return found


@operation(Right.OPEN_WORKBENCH)
def change_preferences(work: UnitOfWork, choices: Mapping[str, Any]) -> Changes:
    """Keep some of the actor's own choices, by the names of ``Preferences``.

    Raises ``InputRefused`` outside 0–240 minutes and 1–52 weeks, ``TypeError`` for another name.
    """
    chosen = replace(Preferences(), **choices)
    if not 0 <= chosen.idle_minutes <= 240 or not 1 <= chosen.not_spoken_weeks <= 52:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Kies 0 tot 240 minuten en 1 tot 52 weken."))
    work.session.info.pop(_KNOWN, None)
    for name in choices:
        work.session.merge(
            records.Preference(
                staff_id=work.actor.staff_id, key=name, value=_written(getattr(chosen, name))
            )
        )
    return Changes.of("preferences", work.actor.staff_id)


def _written(value: Any) -> str:
    """A choice as plain text."""
    return json.dumps(sorted(value)) if isinstance(value, frozenset) else str(value)


def _read(text: str | None, default: Any) -> Any:
    """A stored choice, of the type of ``default``."""
    if text is None:
        return default
    try:
        if isinstance(default, frozenset):
            return frozenset(str(item) for item in json.loads(text))
        return type(default)(text)
    except (ValueError, TypeError):
        return default

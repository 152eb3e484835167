"""How the window looks before anybody unlocked: what was chosen last on this laptop, and no more.

Light or dark, the size of the letters and the language: nothing of a person or a school.
"""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QApplication

from lob_workbench.ui.language import LANGUAGES, install_language, language
from lob_workbench.ui.theme import Letters, ThemeMode, apply_theme, enlarge, theme

if TYPE_CHECKING:
    from lob_workbench.people.preferences import Preferences

_T = TypeVar("_T", bound=StrEnum)
_MOST_BYTES = 10_000


@dataclass(frozen=True, slots=True)
class Look:
    """What the eye sees of somebody's preferences."""

    theme: ThemeMode = ThemeMode.SYSTEM
    letters: Letters = Letters.NORMAL
    language: str = LANGUAGES[0]


def look_of(preferences: "Preferences") -> Look:
    """The look that somebody chose."""
    return Look(
        ThemeMode(preferences.theme.value),
        Letters(preferences.text_size.value),
        preferences.language.value,
    )


def put_on(app: QApplication, look: Look) -> bool:
    """Dress ``app`` in ``look``; tells whether what is in the window must be made anew."""
    apply_theme(app, look.theme)
    anew = False
    if theme().letters is not look.letters:
        enlarge(app, look.letters)
        anew = True
    if language() != look.language:
        install_language(app, look.language)
        anew = True
    return anew


def read_look(file: Path) -> Look:
    """The look kept in ``file``; what cannot be read there is as usual."""
    try:
        # Nothing in this file may keep the program from starting: not a pipe, nor brackets without
        # end.
        if not file.is_file() or file.stat().st_size > _MOST_BYTES:
            return Look()
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Look()
    if not isinstance(kept, dict):
        return Look()
    spoken = kept.get("language")
    return Look(
        _one_of(ThemeMode, kept.get("theme"), Look().theme),
        _one_of(Letters, kept.get("letters"), Look().letters),
        spoken if isinstance(spoken, str) and spoken in LANGUAGES else LANGUAGES[0],
    )


def write_look(file: Path, look: Look) -> None:
    """Keep ``look`` in ``file``; where that cannot be, it is simply not remembered."""
    if read_look(file) == look:
        return
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(asdict(look)), encoding="utf-8")


def _one_of(kind: type[_T], value: object, otherwise: _T) -> _T:
    try:
        return kind(str(value))
    except ValueError:
        return otherwise

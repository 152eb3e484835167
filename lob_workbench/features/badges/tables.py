"""Columns of the lists of badges, keys and trusted issuers."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from lob_workbench.domain.clock import local
from lob_workbench.domain.contributions import Tone
from lob_workbench.features.badges.rules import (
    KEY_LABELS,
    STATE_LABELS,
    BadgeState,
    BadgeView,
    KeyOrigin,
    KeyState,
    KeyView,
)
from lob_workbench.features.badges.rules_trust import TrustView
from lob_workbench.ui.dates import short_date
from lob_workbench.ui.lists import Column

_STATE_TONES = {
    BadgeState.VALID: Tone.GOOD,
    BadgeState.EXPIRED: Tone.CALM,
    BadgeState.REVOKED: Tone.DANGER,
    BadgeState.KEY_REVOKED: Tone.ATTENTION,
}
_KEY_TONES = {
    KeyState.IN_USE: Tone.GOOD,
    KeyState.RETIRED: Tone.CALM,
    KeyState.REVOKED: Tone.DANGER,
}


def translated(text: str) -> str:
    """``text`` of context ``badges``."""
    return QCoreApplication.translate("badges", text)


class BadgeColumns:
    """Knows what day it is."""

    def __init__(self, today: date) -> None:
        self._today = today

    def all(self, *, names: bool = True) -> tuple[Column[BadgeView], ...]:
        """Whose, which, when and how it stands."""
        translate = QCoreApplication.translate
        columns = (
            Column(translate("Badges", "Van"), _name, bold=True, keep=True, stretch=1),
            Column(translate("Badges", "Badge"), _badge, bold=not names, stretch=1),
            Column(translate("Badges", "Op"), self._issued, sort=_issued_key, least=8, most=14),
            Column(translate("Badges", "Stand"), self.state, tone=self._tone, least=16, most=26),
        )
        return columns if names else columns[1:]

    def state(self, badge: BadgeView) -> str:
        """How it stands, in words."""
        return translated(STATE_LABELS[badge.state(self._today)])

    def _tone(self, badge: BadgeView) -> Tone:
        return state_tone(badge, self._today)

    def _issued(self, badge: BadgeView) -> str:
        return short_date(local(badge.issued_at).date(), self._today)


def state_tone(badge: BadgeView, today: date) -> Tone:
    """The tone of how it stands."""
    return _STATE_TONES[badge.state(today)]


class KeyColumns:
    """Knows what day it is."""

    def __init__(self, today: date) -> None:
        self._today = today

    def keys(self) -> tuple[Column[KeyView], ...]:
        """The keys of the school."""
        translate = QCoreApplication.translate
        return (
            Column(translate("Badges", "Sleutel"), _short_key, bold=True, keep=True, most=22),
            Column(translate("Badges", "Stand"), _key_state, tone=_key_tone, most=16),
            Column(translate("Badges", "Gemaakt"), self._made, sort=_made_key, most=14),
            Column(translate("Badges", "Door"), _made_by, most=30, stretch=1),
        )

    def trusted(self) -> tuple[Column[TrustView], ...]:
        """The keys of others."""
        translate = QCoreApplication.translate
        return (
            Column(translate("Badges", "School"), _trusted_name, bold=True, keep=True, stretch=1),
            Column(translate("Badges", "Sleutel"), _trusted_key, most=22),
            Column(translate("Badges", "Gevonden"), _source, most=36, stretch=1),
            Column(translate("Badges", "Toegevoegd"), self._added, sort=_added_key, most=14),
            Column(translate("Badges", "Tot en met"), self._until, most=14),
        )

    def _made(self, key: KeyView) -> str:
        return short_date(local(key.created_at).date(), self._today)

    def _added(self, one: TrustView) -> str:
        return short_date(local(one.added_at).date(), self._today)

    def _until(self, one: TrustView) -> str:
        return "" if one.until is None else short_date(one.until, self._today)


def short_key(public_key: str) -> str:
    """A key as people compare it: its beginning and its end."""
    return f"{public_key[:8]}…{public_key[-8:]}"


def _name(badge: BadgeView) -> str:
    return badge.learner.listed


def _badge(badge: BadgeView) -> str:
    return f"{badge.title.skill} {badge.title.level}"


def _issued_key(badge: BadgeView) -> object:
    return badge.issued_at


def _short_key(key: KeyView) -> str:
    return short_key(key.public_key)


def _key_state(key: KeyView) -> str:
    return translated(KEY_LABELS[key.state])


def _key_tone(key: KeyView) -> Tone:
    return _KEY_TONES[key.state]


def _made_key(key: KeyView) -> object:
    return key.created_at


def _made_by(key: KeyView) -> str:
    if key.origin is KeyOrigin.BROUGHT:
        words = QCoreApplication.translate("Badges", "meegebracht door {name}")
        return words.format(name=key.created_by)
    return key.created_by


def _trusted_name(one: TrustView) -> str:
    return one.name


def _trusted_key(one: TrustView) -> str:
    return short_key(one.public_key)


def _source(one: TrustView) -> str:
    return one.source


def _added_key(one: TrustView) -> object:
    return one.added_at

"""Life skills in words: what a cell says to who hovers or listens."""

from PySide6.QtCore import QCoreApplication

from lob_workbench.skills.rules import (
    BEHAVIOURS,
    LEVELS,
    OBSERVER_LABELS,
    STATE_LABELS,
    ClaimState,
    Observer,
    Standing,
)


def cell_words(name: str, skill: str, standing: Standing | None) -> str:
    """*Zoë van 't Hart, Luisteren: niveau 2, 3 van 5 van niveau 3, 1 wacht*."""
    if standing is None:
        words = QCoreApplication.translate("LifeSkills", "{name}, {skill}: wordt gelezen")
        return words.format(name=name, skill=skill)
    return f"{name}, {skill}: {standing_words(standing)}"


def standing_words(standing: Standing) -> str:
    """*niveau 2, 3 van 5 van niveau 3, 1 wacht*."""
    level = standing.level
    parts = [QCoreApplication.translate("LifeSkills", "niveau {level}").format(level=level)]
    if level < LEVELS:
        words = QCoreApplication.translate("LifeSkills", "{count} van {all} van niveau {level}")
        parts.append(words.format(count=standing.count(level + 1), all=BEHAVIOURS, level=level + 1))
    waiting = waiting_count(standing)
    if waiting:
        words = QCoreApplication.translate("LifeSkills", "{count} wacht")
        if waiting > 1:
            words = QCoreApplication.translate("LifeSkills", "{count} wachten")
        parts.append(words.format(count=waiting))
    return ", ".join(parts)


def waiting_count(standing: Standing) -> int:
    """How many behaviours wait that would count."""
    return (standing.waiting & ~standing.shown).bit_count()


def observer_words(observer: Observer) -> str:
    """As what somebody saw it."""
    return QCoreApplication.translate("skills", OBSERVER_LABELS[observer])


def state_words(state: ClaimState) -> str:
    """How a claim stands."""
    return QCoreApplication.translate("skills", STATE_LABELS[state])


def sentence(words: str) -> str:
    """``words`` with a capital and a full stop."""
    return f"{words[:1].upper()}{words[1:]}."

"""How agreements on life skills read: progress as icon, word and tone, and spans of days."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from lob_workbench.domain.contributions import Tone
from lob_workbench.features.life_skills.goal_views import GoalView
from lob_workbench.skills.rules_goals import (
    PROGRESS_LABELS,
    STATUS_LABELS,
    Goal,
    GoalStatus,
    Slot,
    SlotProgress,
)
from lob_workbench.ui.dates import short_date

PROGRESS_ICONS: dict[SlotProgress, str] = {
    SlotProgress.PLANNED: "ph.circle",
    SlotProgress.GOING: "ph.play-circle",
    SlotProgress.DONE: "ph.check-circle",
    SlotProgress.STUCK: "ph.warning-circle",
}
_TONES: dict[SlotProgress, Tone] = {
    SlotProgress.PLANNED: Tone.CALM,
    SlotProgress.GOING: Tone.CALM,
    SlotProgress.DONE: Tone.GOOD,
    SlotProgress.STUCK: Tone.ATTENTION,
}
LATE_ICON = "ph.clock"
TEAM_ICON = "ph.users-three"


def progress_word(progress: SlotProgress) -> str:
    """The word of a progress."""
    return QCoreApplication.translate("skills", PROGRESS_LABELS[progress])


def late_word() -> str:
    """What passed its period."""
    return QCoreApplication.translate("Goals", "te laat")


def slot_state(slot: Slot, goal: Goal, today: date) -> tuple[str, Tone, str]:
    """Word, tone and icon of one period; what is late in an agreement that runs stands out."""
    word, tone = progress_word(slot.progress), _TONES[slot.progress]
    icon = PROGRESS_ICONS[slot.progress]
    if goal.status is not GoalStatus.OPEN or not slot.is_late(today):
        return word, tone, icon
    if slot.progress is SlotProgress.STUCK:
        word = QCoreApplication.translate("Goals", "{late}, loopt vast").format(late=late_word())
        return word, Tone.DANGER, LATE_ICON
    return late_word(), Tone.DANGER, LATE_ICON


def goal_state(view: GoalView, today: date) -> tuple[str, Tone, str]:
    """Word, tone and icon of a whole agreement."""
    goal = view.goal
    if goal.status is not GoalStatus.OPEN:
        word = QCoreApplication.translate("skills", STATUS_LABELS[goal.status])
        reached = goal.status is GoalStatus.REACHED
        return word, Tone.GOOD if reached else Tone.CALM, "ph.flag" if reached else "ph.x-circle"
    slot = view.current_slot(today)
    if slot is None:
        return QCoreApplication.translate("skills", STATUS_LABELS[goal.status]), Tone.CALM, ""
    return slot_state(slot, goal, today)


def span_words(first: date, last: date, today: date) -> str:
    """From when to when, with the year only where it is another one."""
    return f"{short_date(first, today)} – {short_date(last, today)}"


def aim_words(view: GoalView) -> str:
    """Where it goes: *naar niveau 2: Begint uit zichzelf*."""
    words = QCoreApplication.translate("Goals", "naar niveau {level}")
    said = words.format(level=view.goal.level)
    return f"{said}: {view.level_name}" if view.level_name else said


def spoken_slot(view: GoalView, slot: Slot, today: date) -> str:
    """A period as somebody hears it who does not see the strip."""
    state, _, _ = slot_state(slot, view.goal, today)
    days = span_words(slot.starts_on, slot.ends_on, today)
    parts = (view.learner.name, f"{view.skill}, {aim_words(view)}", days, state, slot.plan)
    return ". ".join(part for part in parts if part)

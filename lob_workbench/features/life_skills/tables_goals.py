"""How agreements on life skills read in a list: who, which skill, where to, when, how it stands."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from lob_workbench.domain.contributions import Tone
from lob_workbench.features.life_skills.goal_views import GoalView
from lob_workbench.features.life_skills.tables_goal_words import (
    TEAM_ICON,
    goal_state,
    late_word,
    span_words,
)
from lob_workbench.skills.rules import LearnerKind
from lob_workbench.skills.rules_goals import GoalStatus
from lob_workbench.ui.lists import Column
from lob_workbench.ui.theme import Role


def goal_columns(today: Callable[[], date]) -> tuple[Column[GoalView], ...]:
    """The columns of agreements; ``today`` says which are late."""
    translate = QCoreApplication.translate

    def state(view: GoalView) -> str:
        # A column has room for what matters most; the card says the rest.
        late = view.goal.is_late(today())
        return (late_word() if late else goal_state(view, today())[0]).capitalize()

    def tone(view: GoalView) -> Tone | None:
        return goal_state(view, today())[1]

    def period(view: GoalView) -> str:
        slot = view.current_slot(today())
        return "" if slot is None else span_words(slot.starts_on, slot.ends_on, today())

    def period_order(view: GoalView) -> date | None:
        slot = view.current_slot(today())
        return None if slot is None else slot.ends_on

    def aim(view: GoalView) -> str:
        if view.learner.kind is LearnerKind.TEAM:
            return f"→ {view.goal.level}"
        return f"{view.reached} → {view.goal.level}"

    return (
        Column(
            translate("Goals", "Wie"), _who, icon=_icon, keep=True, bold=True, least=16, most=30
        ),
        Column(translate("Goals", "Skill"), _skill, ink=_ink, keep=True, least=14, most=28),
        Column(translate("Goals", "Niveau"), aim, ink=_ink, least=7, most=8),
        Column(translate("Goals", "Afspraak"), _action, ink=_ink, least=10, most=60, stretch=1),
        Column(
            translate("Goals", "Periode"), period, sort=period_order, ink=_ink, least=14, most=30
        ),
        Column(translate("Goals", "Stand"), state, tone=tone, keep=True, least=11, most=20),
    )


def _who(view: GoalView) -> str:
    return view.learner.name


def _icon(view: GoalView) -> str:
    return TEAM_ICON if view.learner.kind is LearnerKind.TEAM else ""


def _skill(view: GoalView) -> str:
    return view.skill


def _action(view: GoalView) -> str:
    return view.goal.action


def _ink(view: GoalView) -> Role | None:
    return None if view.goal.status is GoalStatus.OPEN else Role.INK_MUTED

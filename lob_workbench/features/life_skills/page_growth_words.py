"""Growth in the words of the screen, and what charts and tables show of it."""

from PySide6.QtCore import QCoreApplication

from lob_workbench.domain.dates import plain_date
from lob_workbench.features.life_skills.growth import Legend, Spoke
from lob_workbench.features.life_skills.growth_bars import Bar, Heads
from lob_workbench.features.life_skills.rules_growth import (
    GroupGrowth,
    GroupSkill,
    Moment,
    PersonGrowth,
    Since,
    SkillGrowth,
    Then,
)
from lob_workbench.skills.rules import LEVELS, LearnerKind
from lob_workbench.ui.lists import Column
from lob_workbench.ui.theme import Role


def then_words(then: Then) -> str:
    """The day to compare with, and what it is."""
    if then.since is Since.YEAR:
        words = QCoreApplication.translate("Growth", "Begin schooljaar: {day}")
    elif then.since is Since.TALK:
        words = QCoreApplication.translate("Growth", "Laatste gesprek: {day}")
    else:
        words = QCoreApplication.translate("Growth", "Toen: {day}")
    return words.format(day=plain_date(then.day))


def fallback_words(moment: Moment, then: Then) -> str:
    """Why it is compared with another day than was asked; empty when it is not."""
    if moment.since is Since.TALK and then.since is Since.YEAR:
        return QCoreApplication.translate(
            "Growth", "Er is nog geen gesprek. Je ziet nu het begin van het schooljaar."
        )
    return ""


def legend(growth: PersonGrowth) -> Legend:
    """What both outlines of a radar are."""
    now = QCoreApplication.translate("Growth", "Nu: {day}").format(day=plain_date(growth.today))
    return Legend(now, then_words(growth.then))


def spokes(growth: PersonGrowth) -> list[Spoke]:
    """A spoke for each skill."""
    return [
        Spoke(one.skill.name, one.heading, one.then.level, one.now.level) for one in growth.skills
    ]


def from_to(one: SkillGrowth) -> str:
    """*Luisteren: van 1 naar 3*."""
    words = QCoreApplication.translate("Growth", "{skill}: van {then} naar {now}")
    return words.format(skill=one.skill.name, then=one.then.level, now=one.now.level)


def radar_said(growth: PersonGrowth) -> str:
    """The radar for who does not see it: all skills that stand above 0, then and now."""
    told = [from_to(one) for one in growth.skills if one.now.level or one.then.level]
    if not told:
        return QCoreApplication.translate("Growth", "Alle skills staan nog op niveau 0.")
    return "; ".join(told)


def gained_words(gained: int) -> str:
    """*+2*, *–1* or nothing: how many levels more."""
    return "" if not gained else f"+{gained}" if gained > 0 else f"–{-gained}"


def gained_ink(gained: int) -> Role | None:
    """Green for more, the colour of attention for less; the sign says it too."""
    if not gained:
        return None
    return Role.SUCCESS_TEXT if gained > 0 else Role.ACCENT_TEXT


def figure(mean: float) -> str:
    """A mean with one decimal, as people write it here."""
    return f"{mean:.1f}".replace(".", ",")


def group_title(growth: GroupGrowth) -> str:
    """Who stand in the bars, and how many."""
    count = len(growth.people)
    if growth.selection.kind is LearnerKind.MEMBER:
        if count == 1:
            return QCoreApplication.translate("Growth", "1 teamlid")
        words = QCoreApplication.translate("Growth", "{count} teamleden samen")
    else:
        if count == 1:
            return QCoreApplication.translate("Growth", "1 student")
        words = QCoreApplication.translate("Growth", "{count} studenten samen")
    return words.format(count=count)


def group_bars(growth: GroupGrowth) -> list[Bar]:
    """A bar for each skill."""
    return [
        Bar(one.skill.name, one.heading, one.now, one.then, one.counts, figure(one.now))
        for one in growth.skills
    ]


def heads() -> Heads:
    """Above the columns of the bars."""
    return Heads(
        QCoreApplication.translate("Growth", "Gemiddeld"),
        QCoreApplication.translate("Growth", "Hoeveel op elk niveau"),
        QCoreApplication.translate("Growth", "toen"),
    )


def bars_said(growth: GroupGrowth) -> str:
    """The bars for who does not see them."""
    words = QCoreApplication.translate("Growth", "{skill}: gemiddeld {now}, toen {then}")
    return "; ".join(
        words.format(skill=one.skill.name, now=figure(one.now), then=figure(one.then))
        for one in growth.skills
    )


class SkillColumns:
    """The figures of a radar: number and name of the skill, then, now and the difference."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, growth: PersonGrowth) -> None:
        """Give every skill the number of its spoke."""
        self._numbers = {one.skill.id: number for number, one in enumerate(growth.skills, start=1)}

    def all(self) -> tuple[Column[SkillGrowth], ...]:
        """From left to right."""
        return (
            Column(
                QCoreApplication.translate("Growth", "Skill"),
                self._name,
                sort=self._place,
                keep=True,
                least=14,
                stretch=1,
            ),
            Column(
                QCoreApplication.translate("Growth", "Toen"),
                _then,
                sort=_then_key,
                right=True,
                least=4,
            ),
            Column(
                QCoreApplication.translate("Growth", "Nu"),
                _now,
                sort=_now_key,
                right=True,
                bold=True,
                least=3,
            ),
            Column(
                QCoreApplication.translate("Growth", "Erbij"),
                _more,
                sort=_more_key,
                ink=_more_ink,
                right=True,
                least=4,
            ),
        )

    def _name(self, row: SkillGrowth) -> str:
        return f"{self._place(row)}. {row.skill.name}"

    def _place(self, row: SkillGrowth) -> int:
        return self._numbers.get(row.skill.id, 0)


def group_columns() -> tuple[Column[GroupSkill], ...]:
    """The figures of the bars: mean now and then, and how many at each level."""
    level = QCoreApplication.translate("Growth", "Niveau {level}")
    return (
        Column(
            QCoreApplication.translate("Growth", "Skill"),
            _group_name,
            keep=True,
            least=14,
            stretch=1,
        ),
        Column(
            QCoreApplication.translate("Growth", "Gemiddeld"),
            _mean,
            sort=_mean_key,
            right=True,
            bold=True,
        ),
        Column(
            QCoreApplication.translate("Growth", "Toen"),
            _mean_then,
            sort=_mean_then_key,
            right=True,
        ),
        *(
            Column(
                level.format(level=number),
                _Count(number).words,
                sort=_Count(number).of,
                right=True,
                least=4,
            )
            for number in range(LEVELS + 1)
        ),
    )


class _Count:
    """How many stand at one level."""

    def __init__(self, level: int) -> None:
        self._level = level

    def of(self, row: GroupSkill) -> int:
        return row.counts[self._level]

    def words(self, row: GroupSkill) -> str:
        return str(self.of(row))


def _then(row: SkillGrowth) -> str:
    return str(row.then.level)


def _then_key(row: SkillGrowth) -> int:
    return row.then.level


def _now(row: SkillGrowth) -> str:
    return str(row.now.level)


def _now_key(row: SkillGrowth) -> int:
    return row.now.level


def _more(row: SkillGrowth) -> str:
    return gained_words(row.gained)


def _more_key(row: SkillGrowth) -> int:
    return -row.gained


def _more_ink(row: SkillGrowth) -> Role | None:
    return gained_ink(row.gained)


def _group_name(row: GroupSkill) -> str:
    return row.skill.name


def _mean(row: GroupSkill) -> str:
    return figure(row.now)


def _mean_key(row: GroupSkill) -> float:
    return row.now


def _mean_then(row: GroupSkill) -> str:
    return figure(row.then)


def _mean_then_key(row: GroupSkill) -> float:
    return row.then

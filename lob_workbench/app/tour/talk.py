"""The talk of the first hour: invented, and such that it could be any student's."""

from dataclasses import dataclass
from datetime import date, timedelta

from lob_workbench.domain.career import CareerCompetence


@dataclass(frozen=True, slots=True)
class Topic:
    """A competence with its three fields."""

    competence: CareerCompetence
    texts: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What, who (as the screen names it) and how long from now."""

    what: str
    who: str
    within: timedelta


FOCUS = "Wat de eerste weken in de praktijk je over jezelf leren, en wat je daarmee wilt."

ASKED = (
    CareerCompetence.QUALITIES,
    CareerCompetence.MOTIVES,
    CareerCompetence.NETWORKING,
)
"""Of each of these the first question is chosen."""

SUMMARY = (
    "We keken terug op de eerste weken in de praktijk. Je vertelde over een drukke vrijdag "
    "waarop veel tegelijk kwam, en hoe je toen rustig bleef. Je wilt weten of je dat ook kunt "
    "als je straks zelf verantwoordelijk bent."
)

TOPICS = (
    Topic(
        CareerCompetence.QUALITIES,
        (
            "Op vrijdag vielen er twee collega's uit. Je maakte een lijstje van wat echt moest, "
            "belde zelf even rond en om vier uur was alles klaar.",
            "Je houdt overzicht als anderen druk worden. Dat zei je begeleider ook: ‘Jij bleef "
            "gewoon doorwerken.’ Je merkt dat je er energie van krijgt.",
            "Overzicht houden is een kwaliteit van jou. Je wilt oefenen om dat ook hardop te "
            "zeggen, zodat anderen weten wat je plan is.",
        ),
    ),
    Topic(
        CareerCompetence.MOTIVES,
        (
            "Je bleef die dag een kwartier langer om iemand gerust te stellen die het niet meer "
            "zag zitten.",
            "Je vindt het belangrijk dat niemand er alleen voor staat. Dat heb je van thuis mee: "
            "jullie eten pas als iedereen er is.",
            "Zoek werk waarin je met mensen samenwerkt. Een baan achter een scherm past nu niet.",
        ),
    ),
    Topic(
        CareerCompetence.NETWORKING,
        (
            "Je sprak kort met iemand die deze opleiding drie jaar geleden deed en nu een eigen "
            "ploeg heeft.",
            "Iemand die hetzelfde deed als jij, is een goede bron. Je vond het makkelijker om te "
            "vragen dan je dacht.",
            "Je gaat een middag met haar meelopen en neemt drie vragen mee.",
        ),
    ),
)

AGREEMENTS = (
    Agreement(
        "Een middag meelopen met een oud-student en drie vragen meenemen",
        "student",
        timedelta(days=18),
    ),
    Agreement(
        "De praktijkopleider vragen of je een dag de planning mag maken",
        "begeleider",
        timedelta(days=11),
    ),
)

STUDENT_SAYS = "Zo was het. Dat van vrijdag had ik zelf niet zo gezien."

NEXT_TALK = timedelta(days=42)
NEXT_TIME = "09:20"


def school_day(day: date) -> date:
    """That day, or the Monday after it."""
    return day + timedelta(days=7 - day.weekday() if day.weekday() > 4 else 0)

"""What may be written down about a placement and about home, and when something is refused."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line, fold
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.people.rules import age_on
from lob_workbench.people.rules_placements import (
    CompanyView,
    GuardianView,
    PlacementView,
    Relation,
)

FIRST_YEAR, LAST_YEARS = 2000, 10
"""A placement lies between this year and so many years from now: what is outside is a typo."""
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@.]+")
_PHONE = re.compile(r"[^\d]")
_LEAST_DIGITS, _OWN_DECISION = 6, 16


class AtOnce(InputRefused):
    """A placement at this company in this time stands there already: sure?"""

    message = QT_TRANSLATE_NOOP(
        "errors",
        "Er staat al een stage bij dit bedrijf in deze tijd. Klopt het toch? "
        "Bewaar dan nog een keer.",
    )


@dataclass(frozen=True, slots=True)
class PlacementDraft:
    """A placement as it was filled in. ``starts_on`` is ``None`` where no day was given."""

    id: UUID
    student_id: UUID
    company: str = ""
    place: str = ""
    trainer: str = ""
    trainer_email: str = ""
    trainer_phone: str = ""
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class GuardianDraft:
    """Somebody at home as filled in; ``consent_on`` is the day on which the student agreed."""

    id: UUID
    student_id: UUID
    name: str = ""
    relation: Relation | None = None
    phone: str = ""
    email: str = ""
    consent_on: date | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """Who stands around one student. ``own`` tells whether the actor keeps these records."""

    student_id: UUID
    first_name: str
    age: int | None
    own: bool
    placements: tuple[PlacementView, ...]
    guardians: tuple[GuardianView, ...]


def checked_placement(draft: PlacementDraft, today: date) -> tuple[PlacementDraft, date]:
    """The draft as it may be stored, and its first day. Raises ``InputRefused``."""
    ready = replace(
        draft,
        company=clean_line(draft.company),
        place=clean_line(draft.place),
        trainer=clean_line(draft.trainer),
        trainer_email=checked_email(draft.trainer_email),
        trainer_phone=checked_phone(draft.trainer_phone),
    )
    if not ready.company:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Vul in bij welk bedrijf de stage is."))
    if ready.starts_on is None:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Vul in wanneer de stage begint."))
    check_period(ready.starts_on, ready.ends_on, today)
    return ready, ready.starts_on


def check_period(starts_on: date, ends_on: date | None, today: date) -> None:
    """Raises ``InputRefused`` for an end before the start and for years that nobody means."""
    for day in filter(None, (starts_on, ends_on)):
        if not FIRST_YEAR <= day.year <= today.year + LAST_YEARS:
            raise InputRefused(
                QT_TRANSLATE_NOOP("errors", "Het jaar {year} kan niet kloppen. Kijk de datum na."),
                year=day.year,
            )
    if ends_on is not None and ends_on < starts_on:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "De laatste dag ligt voor de eerste dag. Kijk ze na.")
        )


def checked_guardian(draft: GuardianDraft, birth_date: date | None, today: date) -> GuardianDraft:
    """The draft as it may be stored. Raises ``InputRefused``."""
    ready = replace(
        draft,
        name=clean_line(draft.name),
        phone=checked_phone(draft.phone),
        email=checked_email(draft.email),
    )
    if not ready.name:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Vul een naam in."))
    if ready.relation is None:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Kies wie dit is voor de student."))
    if ready.consent_on is not None:
        if ready.consent_on > today:
            raise InputRefused(
                QT_TRANSLATE_NOOP("errors", "De dag van de toestemming moet nog komen.")
            )
        if birth_date is not None and age_on(birth_date, ready.consent_on) < _OWN_DECISION:
            raise InputRefused(
                QT_TRANSLATE_NOOP(
                    "errors", "Op deze dag was de student nog geen 16 en besliste een ouder."
                )
            )
    return ready


def checked_until(last_day: date, today: date) -> date:
    """The last day on which a record of home holds. Raises ``InputRefused`` for one to come."""
    if last_day > today:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Deze dag moet nog komen."))
    return last_day


def checked_email(raw: str) -> str:
    """An address that can be one, or nothing."""
    text = clean_line(raw)
    if text and not _EMAIL.fullmatch(text):
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Dit e-mailadres kan niet kloppen. Kijk het na.")
        )
    return text


def checked_phone(raw: str) -> str:
    """A number as it was written: from any country, with or without words such as *(werk)*."""
    text = clean_line(raw)
    if text and len(_PHONE.sub("", text)) < _LEAST_DIGITS:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Dit telefoonnummer is te kort. Kijk het na.")
        )
    return text


def same_company(one: CompanyView, name: str, place: str) -> bool:
    """Whether these are one company, capitals and accents aside."""
    return fold(one.name) == fold(name) and fold(one.place) == fold(place)


def at_once_with(
    draft: PlacementDraft, placements: Iterable[PlacementView]
) -> PlacementView | None:
    """Another placement at the same company of which a day falls in the same time."""
    for other in placements:
        if (
            other.id != draft.id
            and same_company(other.company, draft.company, draft.place)
            and (other.ends_on or date.max) >= (draft.starts_on or date.min)
            and other.starts_on <= (draft.ends_on or date.max)
        ):
            return other
    return None

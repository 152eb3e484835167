"""What a feature offers to the rest: declared as data, composed by ``app``.

References such as ``"page:TalkPage"`` name a module inside the feature's folder and something in
it; they are loaded when first needed, so that starting up imports no SQL and no PDF.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from importlib import import_module
from typing import Any
from uuid import UUID

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.operation import right_of
from lob_workbench.domain.rights import Right


@dataclass(frozen=True, slots=True)
class Target:
    """A place in the window: a page by its feature's name, and what it should show there."""

    page: str
    entity: UUID | None = None
    detail: str = ""


class Tone(StrEnum):
    """How much attention something asks; shown as icon, word and colour together."""

    CALM = "calm"
    GOOD = "good"
    ATTENTION = "attention"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class StoryItem:
    """One thing that happened, on a student's time line *Verhaal*.

    ``kind`` is a Dutch label marked for translation in context ``"story"``; ``title`` and
    ``text`` are content, shown as plain text.
    """

    on: date
    kind: str
    title: str
    text: str
    icon: str
    target: Target | None = None
    tone: Tone = Tone.CALM
    order: str = ""
    """Orders items of the same day; later is higher."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """A talk of today. ``at`` is ``"09:20"`` or empty; ``title`` is a label in ``"career"``."""

    at: str
    student_id: UUID
    student_name: str
    group: str
    title: str
    prepared: bool
    target: Target
    room: str = ""
    trialogue: bool = False


@dataclass(frozen=True, slots=True)
class AttentionItem:
    """One line under a heading of what asks attention.

    About a student, or about nobody's dossier: then ``student_id`` is ``None``. Without a
    ``target`` it is only to know.
    """

    student_id: UUID | None
    student_name: str
    text: str
    on: date | None
    target: Target | None
    label: str = ""
    """Which kind of talk or which step, a label in ``"career"``, after the text."""


@dataclass(frozen=True, slots=True)
class Attention:
    """What asks attention: a heading (context ``"today"``) and its items.

    ``heading`` has a place for ``{count}``; ``heading_one`` is for a single item.
    """

    heading: str
    heading_one: str
    icon: str
    tone: Tone
    items: tuple[AttentionItem, ...]


@dataclass(frozen=True, slots=True)
class TodayView:
    """What one feature contributes to *Vandaag*."""

    appointments: tuple[Appointment, ...] = ()
    attention: tuple[Attention, ...] = ()


@dataclass(frozen=True, slots=True)
class StudentFacts:
    """What a feature knows of a student for lists: the last and next talk, open agreements."""

    last_talk: date | None = None
    next_talk: date | None = None
    open_agreements: int = 0
    overdue_agreements: int = 0


class SignalKind(StrEnum):
    """What can ask attention for one student; each can be switched off in the settings."""

    OVERDUE = "overdue"
    """An agreement is late."""
    NOT_SPOKEN = "not_spoken"
    """The last talk is longer ago than one finds good."""
    BEHIND = "behind"
    """A talk that the norm asks is overdue."""
    BIRTHDAY = "birthday"
    """Turns 16 or 18 soon: then other people decide."""


@dataclass(frozen=True, slots=True)
class Signal:
    """That a student asks attention, with what the reason needs; ``ui.signals`` has the words.

    ``on``: the last talk, the day since when, or the birthday. ``number``: how many agreements, or
    the age that is reached. ``label``: a kind of talk, in ``"career"``.
    """

    kind: SignalKind
    on: date | None = None
    number: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know about a student, a chip at the head of the page.

    ``text`` is a label marked for translation in context ``"notices"``, no content.
    """

    text: str
    icon: str
    tone: Tone = Tone.CALM


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature's card. ``label`` is marked for translation in context ``"nav"``.

    - ``page``: a ``Page`` widget; shown in the navigation when ``in_navigation``.
    - ``under``: the feature whose page has the door to this one. The navigation marks that one
      instead, and lists this one only for who may not go there.
    - ``student_tab``: a widget for a tab of the student page, with ``tab_label``.
    - ``tab_shown``: ``(work, student_id) -> bool``, for a tab that not every student has.
    - ``notices``: ``(work, student_id) -> Sequence[Notice]``.
    - ``story``: ``(work, student_id) -> Sequence[StoryItem]``.
    - ``today``: ``(work) -> TodayView``.
    - ``facts``: ``(work, student_ids | None) -> Mapping[UUID, StudentFacts]``.
    - ``signals``: ``(work, rows, facts) -> Mapping[UUID, Sequence[Signal]]`` (``people.listing``).
    - ``example``: ``(work, school) -> None`` fills its part of the example school.
    - ``moves``: ``(here, there, student) -> MoveReport`` brings its records of one student from a
      workbook to a school (``domain.moving``). ``here`` and ``there`` open units of work.
    - ``away``: ``(work, copies) -> AwayFindings``: what to offer of copies on this laptop.
    - ``capture``: a widget that writes one line down from anywhere (``app.quick_capture``).
    - ``kinds``: the kinds of ``Changes`` that its story, notices, today, facts and signals tell of;
      pages that show contributions load again when one of these changed.
    """

    name: str
    label: str
    icon: str
    right: Right
    page: str = ""
    in_navigation: bool = True
    under: str = ""
    student_tab: str = ""
    tab_label: str = ""
    tab_shown: str = ""
    notices: str = ""
    story: str = ""
    today: str = ""
    facts: str = ""
    signals: str = ""
    example: str = ""
    moves: str = ""
    away: str = ""
    capture: str = ""
    kinds: frozenset[str] = frozenset()

    def load(self, reference: str) -> Any:
        """The thing that ``reference`` (``"module:name"`` inside this feature) stands for."""
        module, _, name = reference.partition(":")
        return getattr(import_module(f"lob_workbench.features.{self.name}.{module}"), name)


def contributed(features: Iterable[Feature], actor: Actor, part: str) -> tuple[Any, ...]:
    """What the features contribute to ``part`` (a field of ``Feature``), loaded.

    Only what the actor may ask: a contribution that is an operation carries a right of its own
    (a team leader may count talks and not read them), others go by the right of their feature.
    """
    return tuple(
        thing
        for feature in features
        if getattr(feature, part)
        for thing in (feature.load(getattr(feature, part)),)
        if actor.may(right_of(thing) or feature.right)
    )


def contributed_kinds(features: Iterable[Feature]) -> frozenset[str]:
    """The kinds of ``Changes`` that the contributions of ``features`` tell of."""
    return frozenset().union(*(feature.kinds for feature in features))

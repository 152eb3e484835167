"""Who may read along and who did: views, and how the log becomes lines that anybody can read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from lob_workbench.domain.clock import local
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.rights import Role
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.people.rules import GrantKind
from lob_workbench.storage.audit import AuditAction

READER_ROLE: dict[GrantKind, Role] = {
    GrantKind.ASKED_IN: Role.COUNSELLOR,
    GrantKind.SECOND_LINE: Role.SECOND_LINE,
}
"""The role that somebody needs to read along in this way (the table in DOMAIN.md)."""

HIDDEN_KINDS = "confidential_"
"""How the tables of restricted notes begin: when and how many there are is nobody else's."""


class Deed(StrEnum):
    """What somebody did, as a student understands it."""

    READ = "read"
    RECORDED = "recorded"
    RESPONDED = "responded"
    PREPARED = "prepared"
    AGREED = "agreed"
    LISTED = "listed"
    """The student came into the list."""
    DETAILS = "details"
    LET_IN = "let_in"
    ENDED = "ended"
    REMOVED = "removed"
    NOTED = "noted"
    BADGE = "badge"
    """A badge was given, or taken back."""
    SKILL_NOTED = "skill_noted"
    """A behaviour of a life skill that somebody says was shown, with evidence."""
    SKILL_JUDGED = "skill_judged"
    SKILL_AGREED = "skill_agreed"
    AROUND = "around"
    """Something of a placement or of home."""
    OTHER = "other"
    """A kind of record that this version has no words for: shown, never hidden."""


_DEEDS: dict[tuple[str, AuditAction], Deed] = {
    ("student", AuditAction.OPENED): Deed.READ,
    ("student", AuditAction.ADDED): Deed.LISTED,
    ("student", AuditAction.CHANGED): Deed.DETAILS,
    ("enrolment_change", AuditAction.ADDED): Deed.DETAILS,
    ("enrolment_note", AuditAction.ADDED): Deed.DETAILS,
    ("conversation", AuditAction.ADDED): Deed.RECORDED,
    ("conversation_text", AuditAction.ADDED): Deed.RECORDED,
    ("conversation_topic", AuditAction.ADDED): Deed.RECORDED,
    ("conversation_question", AuditAction.ADDED): Deed.RECORDED,
    ("student_response", AuditAction.ADDED): Deed.RESPONDED,
    ("student_response_text", AuditAction.ADDED): Deed.RESPONDED,
    ("agreement", AuditAction.ADDED): Deed.AGREED,
    ("agreement", AuditAction.CHANGED): Deed.AGREED,
    ("agreement_text", AuditAction.ADDED): Deed.AGREED,
    ("agreement_text", AuditAction.CHANGED): Deed.AGREED,
    ("dossier_note", AuditAction.ADDED): Deed.NOTED,
    ("issued_badge", AuditAction.ADDED): Deed.BADGE,
    ("issued_badge", AuditAction.CHANGED): Deed.BADGE,
    ("issued_badge_text", AuditAction.ADDED): Deed.BADGE,
    ("issued_badge_text", AuditAction.CHANGED): Deed.BADGE,
    ("placement", AuditAction.ADDED): Deed.AROUND,
    ("placement", AuditAction.CHANGED): Deed.AROUND,
    ("guardian", AuditAction.ADDED): Deed.AROUND,
    ("guardian", AuditAction.CHANGED): Deed.AROUND,
    ("student_preparation", AuditAction.ADDED): Deed.PREPARED,
    ("student_preparation_answer", AuditAction.ADDED): Deed.PREPARED,
    ("access_grant", AuditAction.ADDED): Deed.LET_IN,
    ("access_grant", AuditAction.CHANGED): Deed.ENDED,
    ("skill_claim", AuditAction.ADDED): Deed.SKILL_NOTED,
    ("skill_claim_text", AuditAction.ADDED): Deed.SKILL_NOTED,
    ("skill_evidence", AuditAction.ADDED): Deed.SKILL_NOTED,
    ("skill_verdict", AuditAction.ADDED): Deed.SKILL_JUDGED,
    ("skill_verdict_text", AuditAction.ADDED): Deed.SKILL_JUDGED,
    # Another period is one that goes and one that comes: the agreement changed.
    **{
        (f"skill_goal{part}", action): Deed.SKILL_AGREED
        for part in ("", "_text", "_slot", "_slot_text")
        for action in (AuditAction.ADDED, AuditAction.CHANGED, AuditAction.REMOVED)
    },
}
_PART_OF_A_TALK = {Deed.RESPONDED, Deed.AGREED}


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One entry of the audit log. ``who`` is empty for a login that is no member of staff."""

    chain: str
    ordinal: int
    at: datetime
    staff_id: UUID | None
    who: str
    roles: str
    action: AuditAction
    kind: str
    record: str
    xact: int | None


@dataclass(frozen=True, slots=True)
class LogLine:
    """What one person did on one day, in one line.

    ``about`` is a grant (its key) where the line is about somebody who reads along; ``times``
    counts the separate moments, ``last`` is the latest.
    """

    chain: str
    staff_id: UUID | None
    who: str
    roles: tuple[Role, ...]
    deed: Deed
    about: str
    day: date
    last: datetime
    times: int


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who reads along now, by a grant that is open.

    ``works`` tells whether the person can really read: has the role, and a login that works.
    """

    grant_id: UUID
    staff_id: UUID
    name: str
    roles: tuple[Role, ...]
    kind: GrantKind
    reason: str
    granted_by: str
    granted_on: date
    until: date | None
    works: bool


@dataclass(frozen=True, slots=True)
class AccessView:
    """The tab *Inzage* of one student.

    ``own`` tells whether the student is in the actor's caseload: others see no log, and of the
    readers only themselves. ``names`` are the people whom lines are ``about``; ``more`` that there
    are older lines.
    """

    student_id: UUID
    counsellor: str
    own: bool
    readers: tuple[Reader, ...]
    lines: tuple[LogLine, ...]
    names: dict[str, tuple[UUID, str]]
    more: bool


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody at school who can be asked: name, roles and teams (to tell namesakes apart)."""

    id: UUID
    name: str
    roles: tuple[Role, ...]
    teams: tuple[str, ...]

    def can(self, kind: GrantKind) -> bool:
        """Whether the role fits."""
        return READER_ROLE[kind] in self.roles


@dataclass(frozen=True, slots=True)
class Asking:
    """A request to let somebody read along. ``until`` counts for a colleague only."""

    student_id: UUID
    staff_id: UUID
    kind: GrantKind
    reason: str
    until: date | None = None


def last_day(today: date) -> date:
    """The last day up to which somebody can be asked: a year from now."""
    try:
        return today.replace(year=today.year + 1)
    except ValueError:
        return today.replace(year=today.year + 1, day=28)


def agreed_until(kind: GrantKind, until: date | None, today: date) -> date | None:
    """The end of a grant; raises ``InputRefused`` for a colleague without a good last day.

    The second line has no end date: it reads as long as it is active, until somebody ends that.
    """
    if kind is GrantKind.SECOND_LINE:
        return None
    if until is None:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Kies tot en met welke dag je collega mag meelezen.")
        )
    if until < today:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Deze dag is voorbij. Kies vandaag of een latere dag.")
        )
    if until > last_day(today):
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Dat is te ver vooruit. Kies een dag binnen een jaar.")
        )
    return until


def roles_from(text: str) -> tuple[Role, ...]:
    """The roles in an entry, in the order of ``Role``; names of other versions are left out."""
    held = set(text.split(","))
    return tuple(role for role in Role if role.value in held)


def collapse(entries: Sequence[LogEntry]) -> tuple[LogLine, ...]:
    """Lines from ``entries`` (newest first): per person, day and deed one, the newest first.

    Everything that was written at one moment is one deed; the agreements of a talk belong to it.
    """
    moments: dict[tuple[str, object, date], list[LogEntry]] = {}
    for entry in entries:
        # A workbook has no transaction number; all entries of a commit bear the same time there.
        moment = (entry.chain, entry.at if entry.xact is None else entry.xact, day_of(entry.at))
        moments.setdefault(moment, []).append(entry)
    lines: dict[tuple[object, ...], LogLine] = {}
    for (chain, _, day), together in moments.items():
        newest = together[0]
        for deed, about in _deeds(together):
            key = (chain, newest.roles, deed, about, day)
            known = lines.get(key)
            lines[key] = LogLine(
                chain=chain,
                staff_id=newest.staff_id,
                who=newest.who,
                roles=roles_from(newest.roles),
                deed=deed,
                about=about,
                day=day,
                last=newest.at if known is None else max(known.last, newest.at),
                times=1 if known is None else known.times + 1,
            )
    return tuple(lines.values())


def day_of(moment: datetime) -> date:
    """The calendar day at school."""
    return local(moment).date()


def _deeds(together: Sequence[LogEntry]) -> tuple[tuple[Deed, str], ...]:
    found: dict[tuple[Deed, str], None] = {}
    for entry in together:
        if entry.action is AuditAction.OPENED:
            deed = Deed.READ
        else:
            unknown = Deed.REMOVED if entry.action is AuditAction.REMOVED else Deed.OTHER
            deed = _DEEDS.get((entry.kind, entry.action), unknown)
        about = entry.record if deed in (Deed.LET_IN, Deed.ENDED) else ""
        found[deed, about] = None
    if (Deed.RECORDED, "") in found:
        return tuple(each for each in found if each[0] not in _PART_OF_A_TALK)
    return tuple(found)

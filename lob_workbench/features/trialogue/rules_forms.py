"""A form that goes out to who has no account, its key mark, and what came back in it."""

import base64
import binascii
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from lob_workbench.content.form_texts import FormText, form_text
from lob_workbench.domain.career import VoiceTopic
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line, clean_text
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.talks.rules import MAX_TOPIC_TEXT, Party
from lob_workbench.talks.rules_voices import VoicePart

TOKEN_FIELD = "lob_token"
NAME_FIELD = "by_name"
FUNCTION_FIELD = "by_function"
DAY_FIELD = "filled_on"
USUAL_DAYS = 21
MOST_DAYS = 90
SHORT_LIMIT = 90
"""Most characters of a name or a function: both fit on one line of the record."""
KEY_BYTES = 32
FORM_PARTIES = (Party.COMPANY, Party.STUDENT)
"""Who gets a form; the school writes at this desk."""

_MAC_BYTES = 16
_TOKEN_LETTERS = 52
_GROUP = 4


class FormState(StrEnum):
    """How it stands with a form that went out."""

    OPEN = "open"
    READ = "read"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class FormClaim:
    """What a key mark vouches for."""

    form_id: UUID
    talk_id: UUID
    party: Party
    version: int
    expires_on: date


@dataclass(frozen=True, slots=True)
class IssuedFormView:
    """A form that went out. ``mark`` is the short sign on the paper that tells it from others."""

    id: UUID
    party: Party
    version: int
    mark: str
    issued_at: datetime
    expires_on: date
    state: FormState
    read_at: datetime | None
    file_name: str
    """Of the file that was taken over; empty while there is none."""


@dataclass(frozen=True, slots=True)
class TalkForms:
    """The forms of one party in one talk, newest first."""

    student_id: UUID
    talk_id: UUID
    party: Party
    forms: tuple[IssuedFormView, ...]


@dataclass(frozen=True, slots=True)
class FormSheet:
    """All that stands on the paper. Without a token it is a preview, that no form came from."""

    party: Party
    student: str
    first_name: str
    counsellor: str
    school: str
    logo: bytes | None
    company: str
    talk: str
    talk_on: date | None
    version: int
    expires_on: date
    token: str = ""

    @property
    def text(self) -> FormText:
        """The words of the form, with the student's first name in them."""
        return form_text(self.party.value, self.first_name)


@dataclass(frozen=True, slots=True)
class IssuedSheet:
    """A form that was issued, ready to be put on paper."""

    form_id: UUID
    sheet: FormSheet
    mark: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class Answers:
    """What was filled in, through the one gate of text; empty ones are left out."""

    by_name: str
    by_function: str
    filled_on: str
    parts: tuple[VoicePart, ...]

    @property
    def signed(self) -> str:
        """Name and function on one line."""
        return ", ".join(filter(None, (self.by_name, self.by_function)))


@dataclass(frozen=True, slots=True)
class CheckedForm:
    """A form that may be taken over, to be shown first: each part under the question it answers."""

    form_id: UUID
    version: int
    answers: Answers
    text: FormText
    signed: str
    """Under which name it is taken over: the one that was filled in, or whose form it is."""
    active: bool


@dataclass(frozen=True, slots=True)
class OriginalFile:
    """The file as it came back."""

    file_name: str
    content: bytes


def answer_field(topic: VoiceTopic) -> str:
    """The name of the field for this topic."""
    return f"answer_{topic.value}"


def token_of(claim: FormClaim, key: bytes) -> str:
    """The key mark: the form's id and a seal over all it claims, in groups for the eye."""
    raw = claim.form_id.bytes + _seal(claim, key)
    letters = base64.b32encode(raw).decode("ascii").rstrip("=")
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def mark_of(token: str) -> str:
    """The last group of a token: enough to tell one paper from another."""
    return token.rpartition("-")[2]


def form_id_in(token: str) -> UUID | None:
    """The form that a token names, or ``None`` for what cannot be one."""
    raw = _raw(token)
    return None if raw is None else UUID(bytes=raw[:_MAC_BYTES])


def is_sealed(token: str, claim: FormClaim, key: bytes) -> bool:
    """Whether this token was made with this key for exactly this claim."""
    raw = _raw(token)
    return (
        raw is not None
        and raw[:_MAC_BYTES] == claim.form_id.bytes
        and hmac.compare_digest(raw[_MAC_BYTES:], _seal(claim, key))
    )


def state_of(
    read_at: datetime | None, expires_on: date, version: int, newest: int, today: date
) -> FormState:
    """How it stands with a form on this day; ``newest`` is the last version that went out."""
    if read_at is not None:
        return FormState.READ
    if version < newest:
        return FormState.SUPERSEDED
    return FormState.OPEN if today <= expires_on else FormState.EXPIRED


def check_expiry(expires_on: date, today: date) -> None:
    """Refuse a last day that is past already or too far off."""
    if expires_on < today:
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors", "Deze dag is al geweest. Kies tot wanneer het formulier geldig is."
            )
        )
    if expires_on > today + timedelta(days=MOST_DAYS):
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors", "Een formulier is hooguit {days} dagen geldig. Kies een eerdere dag."
            ),
            days=MOST_DAYS,
        )


def check_party(party: Party) -> None:
    """Refuse a form for the school, which writes at this desk."""
    if party not in FORM_PARTIES:
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors", "De school schrijft zelf, in de werkbank. Daar is geen formulier voor."
            )
        )


def answers_in(values: Mapping[str, str], text: FormText) -> Answers:
    """What was filled in. Raises ``InputRefused`` for an empty form and a text that is too long."""
    topics = {question.topic: question.title for question in text.questions}
    parts = tuple(
        VoicePart(topic, said)
        for topic, title in topics.items()
        if (said := _cleaned(values.get(answer_field(topic), ""), title))
    )
    if not parts:
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors",
                "In dit formulier is nog niets ingevuld. Misschien is het niet opgeslagen na het "
                "typen: vraag of het opnieuw opgeslagen en gestuurd kan worden.",
            )
        )
    return Answers(
        by_name=_line(values.get(NAME_FIELD, ""), text.name_label),
        by_function=_line(values.get(FUNCTION_FIELD, ""), text.function_label),
        filled_on=_line(values.get(DAY_FIELD, ""), text.day_label),
        parts=parts,
    )


def _seal(claim: FormClaim, key: bytes) -> bytes:
    message = "\n".join(
        (
            "lob form 1",
            claim.form_id.hex,
            claim.talk_id.hex,
            claim.party.value,
            str(claim.version),
            claim.expires_on.isoformat(),
        )
    )
    return hmac.digest(key, message.encode("ascii"), "sha256")[:_MAC_BYTES]


def _raw(token: str) -> bytes | None:
    letters = "".join(token.split()).replace("-", "").upper()
    if len(letters) != _TOKEN_LETTERS:
        return None
    try:
        raw = base64.b32decode(f"{letters}====")
    except (binascii.Error, ValueError):
        return None
    # The last letter holds bits of nothing: one spelling only.
    same = base64.b32encode(raw).decode("ascii").rstrip("=") == letters
    return raw if same else None


def _cleaned(raw: str, title: str) -> str:
    try:
        return clean_text(raw, limit=MAX_TOPIC_TEXT)
    except InputRefused as error:
        raise _too_long(title, error) from None


def _line(raw: str, title: str) -> str:
    try:
        return clean_line(raw, limit=SHORT_LIMIT)
    except InputRefused as error:
        raise _too_long(title, error) from None


def _too_long(title: str, error: InputRefused) -> InputRefused:
    return InputRefused(
        QT_TRANSLATE_NOOP(
            "errors",
            "Bij ‘{title}’ staan {length} tekens; er passen er {limit}. Er is niets overgenomen "
            "en niets afgeknipt. Vraag om een kortere tekst, of typ samen over wat telt.",
        ),
        title=title,
        **error.values,
    )

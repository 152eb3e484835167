"""What others changed at a school: a bell that says no more than *something*, then a question.

The bell (NOTIFY ``lob_changed``) carries no ids and no kinds, since everybody hears it. The answer
comes from ``lob.changes_since``, which gives what this login may see, and leaves out its own.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final, Protocol
from uuid import UUID

from sqlalchemy import Engine

# Numbers are given before the commit: who commits late has a number that was passed already.
_OVERLAP: Final = 500

KINDS: Final = {
    "student": ("student",),
    "conversation": ("conversation",),
    "conversation_text": ("conversation",),
    "conversation_topic": ("conversation",),
    "conversation_question": ("conversation",),
    "student_response": ("conversation",),
    "student_response_text": ("conversation",),
    "agreement": ("agreement",),
    "agreement_text": ("agreement",),
    "access_grant": ("student", "access_grant"),
    "student_arrival": ("student", "arrival"),
    "confidential_note": ("confidential_note",),
    "confidential_mark": ("confidential_note",),
    "staff_member": ("mentor",),
    "staff_role": ("mentor",),
    "team_member": ("student", "mentor"),
    "guardian": ("guardian",),
    "placement": ("placement",),
    "appointment": ("appointment",),
    "appointment_text": ("appointment",),
    "agreement_step": ("agreement",),
    "agreement_step_text": ("agreement",),
    "voice": ("voice",),
    "voice_text": ("voice",),
    "voice_mark": ("voice",),
    "issued_form": ("form",),
    "form_file": ("form",),
    "handover": ("handover",),
    "handover_text": ("handover",),
    "dossier_note": ("dossier_note",),
    "own_question": ("own_question",),
    "school_term": ("school_term",),
    "student_preparation": ("preparation",),
    "student_preparation_answer": ("preparation",),
    "skill_set": ("skill_set",),
    "skill_route": ("skill_route",),
    "qualification": ("qualification",),
    "skill_claim": ("skill_claim",),
    "skill_claim_text": ("skill_claim",),
    "skill_evidence": ("skill_claim",),
    "skill_verdict": ("skill_claim",),
    "skill_verdict_text": ("skill_claim",),
    "skill_goal": ("skill_goal",),
    "skill_goal_text": ("skill_goal",),
    "skill_goal_slot": ("skill_goal",),
    "skill_goal_slot_text": ("skill_goal",),
    "badge_key": ("badge_key",),
    "badge_key_secret": ("badge_key",),
    "issued_badge": ("issued_badge",),
    "issued_badge_text": ("issued_badge",),
    "trusted_issuer": ("trusted_issuer",),
    "enrolment_change": ("student",),
    "enrolment_note": ("student",),
}
"""Table -> the kinds of ``Changes`` that pages know it by."""


class Bell(Protocol):
    """A connection that hears the bell."""

    def notifies(self, *, timeout: float, stop_after: int) -> Iterable[object]:
        """What was heard within ``timeout`` seconds."""
        ...


@contextmanager
def bell(engine: Engine) -> Iterator[Bell]:
    """A connection of its own that listens. Raises what ``server_engine`` tells."""
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        connection.exec_driver_sql("LISTEN lob_changed")
        connection.commit()
        try:
            driver.autocommit = True
            yield driver
        finally:
            # Never back to the pool: it listens, and it may be dead.
            connection.invalidate()


@dataclass(slots=True)
class Heard:
    """Remembers what was told already. ``news`` asks on; the first time it only counts."""

    _last: int | None = None
    _told: set[int] = field(default_factory=set)

    def news(self, engine: Engine) -> tuple[frozenset[str], frozenset[UUID]]:
        """Kinds and students that changed since the time before."""
        kinds: set[str] = set()
        students: set[UUID] = set()
        with engine.connect() as connection:
            first = self._last is None
            if self._last is None:
                self._last = int(
                    connection.exec_driver_sql("SELECT lob.last_change()").scalar() or 0
                )
            rows = connection.exec_driver_sql(
                "SELECT ordinal, kind, student_id FROM lob.changes_since(%(after)s)",
                {"after": self._last - _OVERLAP},
            ).all()
        for ordinal, table, student in rows:
            if ordinal in self._told:
                continue
            self._told.add(ordinal)
            kinds.update(KINDS.get(table, (table,)))
            if student is not None:
                students.add(student)
            self._last = max(self._last, ordinal)
        self._told = {ordinal for ordinal in self._told if ordinal > self._last - _OVERLAP}
        return (frozenset(), frozenset()) if first else (frozenset(kinds), frozenset(students))

"""What became of the agreements of the example school: most were done, some went on first."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from uuid import UUID

from lob_workbench.talks.records import Agreement, AgreementStepRecord, AgreementStepText
from lob_workbench.talks.rules import AgreementStatus

_BLOCK = timedelta(weeks=5)
_FORGOTTEN_SHARE, _GOES_ON_SHARE, _MOST_TIMES = 0.35, 0.5, 2


@dataclass(slots=True)
class _Life:
    """An agreement on its way; ``closes_on`` is the day of its tick, when it gets one."""

    record: Agreement
    closes_on: date | None
    outcome: AgreementStatus
    reason: str
    went_on: int = 0


class AgreementLives:
    """Follows the agreements of one student from talk to talk.

    A chance of its own: what became of an agreement changes no word of what was told.
    """

    def __init__(self, student_id: UUID) -> None:
        self._random = Random(f"{student_id} afspraken")
        self._lives: list[_Life] = []
        self._numbers: dict[UUID, int] = {}
        self.steps: list[AgreementStepRecord] = []
        self.words: list[AgreementStepText] = []

    def made(
        self,
        record: Agreement,
        closes_on: date | None,
        outcome: AgreementStatus,
        reason: str,
    ) -> None:
        """A new agreement, open; once it may close on a day, with this outcome."""
        self._lives.append(_Life(record, closes_on, outcome, reason))

    def come_back(self, talk_id: UUID, on: date) -> None:
        """A talk: what was not ticked before it is answered in it."""
        for life in list(self._lives):
            ticked = life.closes_on is not None and life.closes_on < on
            if ticked and self._random.random() > _FORGOTTEN_SHARE:
                self._close(life, life.closes_on or on, None)
            elif life.went_on < _MOST_TIMES and self._random.random() < _GOES_ON_SHARE:
                life.went_on += 1
                due_on = on + _BLOCK
                self._step(life.record, AgreementStatus.OPEN, due_on, on, "", talk_id)
                if life.closes_on is not None:
                    life.closes_on = due_on + timedelta(days=self._random.randrange(6))
            else:
                self._close(life, on, talk_id)

    def settle(self, today: date) -> None:
        """After the last talk so far: what was ticked since."""
        for life in list(self._lives):
            if life.closes_on is not None and life.closes_on <= today:
                self._close(life, life.closes_on, None)

    def _close(self, life: _Life, on: date, talk_id: UUID | None) -> None:
        outcome = life.outcome
        if outcome is AgreementStatus.OPEN:
            outcome = AgreementStatus.DONE
        self._lives.remove(life)
        self._step(life.record, outcome, life.record.due_on, on, life.reason, talk_id)

    def _step(
        self,
        record: Agreement,
        status: AgreementStatus,
        due_on: date | None,
        on: date,
        reason: str,
        talk_id: UUID | None,
    ) -> None:
        number = self._numbers[record.id] = self._numbers.get(record.id, 0) + 1
        moment = datetime.combine(on, time(13), UTC)
        self.steps.append(
            AgreementStepRecord(
                agreement_id=record.id,
                number=number,
                student_id=record.student_id,
                status=status,
                due_on=due_on,
                due_before=record.due_on,
                taken_on=on,
                recorded_at=moment,
                answered_in=talk_id,
            )
        )
        self.words.append(
            AgreementStepText(
                agreement_id=record.id,
                number=number,
                student_id=record.student_id,
                reason=reason,
            )
        )
        still_open = status is AgreementStatus.OPEN
        record.status, record.due_on = status, due_on
        record.closed_on = None if still_open else on
        record.text.closed_reason = "" if still_open else reason
        record.updated_at = moment

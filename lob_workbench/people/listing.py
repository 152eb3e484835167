"""Students as lines in a list, with what all features know of each."""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from lob_workbench.domain.contributions import Signal, SignalKind, StudentFacts
from lob_workbench.people.rules import ListedStudent, StudentRow
from lob_workbench.storage.unit_of_work import UnitOfWork

FactsSource = Callable[[UnitOfWork, Sequence[UUID] | None], Mapping[UUID, StudentFacts]]
SignalSource = Callable[
    [UnitOfWork, Sequence[StudentRow], Mapping[UUID, StudentFacts]],
    Mapping[UUID, Sequence[Signal]],
]

MANY = 500
"""From so many rows on, facts are asked of all visible students instead of these."""

_NO_FACTS = StudentFacts()
_PRESSING = tuple(SignalKind)


def listed(
    work: UnitOfWork,
    rows: Sequence[StudentRow],
    facts_sources: Sequence[FactsSource] = (),
    signal_sources: Sequence[SignalSource] = (),
) -> tuple[ListedStudent, ...]:
    """``rows`` with facts, and with signals in the order of ``SignalKind``."""
    ids = [row.id for row in rows] if len(rows) < MANY else None
    facts: dict[UUID, StudentFacts] = {}
    for facts_source in facts_sources:
        facts.update(facts_source(work, ids))
    lines = [ListedStudent(row, facts.get(row.id, _NO_FACTS)) for row in rows]
    return with_signals(work, lines, signal_sources)


def with_signals(
    work: UnitOfWork, lines: Sequence[ListedStudent], sources: Sequence[SignalSource]
) -> tuple[ListedStudent, ...]:
    """``lines``, which have none yet, with signals in the order of ``SignalKind``."""
    if not sources:
        return tuple(lines)
    rows = [line.student for line in lines]
    facts = {line.id: line.facts for line in lines if line.facts != _NO_FACTS}
    signals: dict[UUID, list[Signal]] = {}
    for source in sources:
        for student_id, found in source(work, rows, facts).items():
            signals.setdefault(student_id, []).extend(found)
    return tuple(
        ListedStudent(line.student, line.facts, _ordered(signals.get(line.id, ())))
        for line in lines
    )


def _ordered(signals: Sequence[Signal]) -> tuple[Signal, ...]:
    return tuple(sorted(signals, key=lambda signal: _PRESSING.index(signal.kind)))

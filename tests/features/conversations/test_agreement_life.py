"""Any life of any agreement, on both engines: it is open, done or dropped, and the log adds up."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import count
from uuid import UUID

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from lob_workbench.features.conversations import operations
from lob_workbench.features.conversations.history import history
from lob_workbench.talks.queries_agreements import asked_in_talk, views_of
from lob_workbench.talks.rules import (
    AgreementOwner,
    AgreementStatus,
    AgreementText,
    AgreementView,
)
from lob_workbench.talks.rules_agreements import AgreementAnswer, ReturnedAnswer, standing_on
from tests.features.conversations.test_operations import a_talk, recorded
from tests.helpers.stores import MONDAY, Store

STATUSES = st.sampled_from(AgreementStatus)
DAYS = st.none() | st.integers(0, 40)
NUMBERS = count(1)


@dataclass
class Life:
    """What the model knows of one agreement: how it stood after each thing that happened."""

    made_on: date
    due_on: date | None
    log: list[tuple[date, AgreementStatus, date | None]] = field(default_factory=list)

    @property
    def now(self) -> tuple[AgreementStatus, date | None]:
        if not self.log:
            return AgreementStatus.OPEN, self.due_on
        return self.log[-1][1:]

    def on(self, day: date) -> tuple[AgreementStatus, date | None] | None:
        """The log replayed up to ``day``."""
        if day < self.made_on:
            return None
        standing = (AgreementStatus.OPEN, self.due_on)
        for taken_on, *after in self.log:
            if taken_on <= day:
                standing = (after[0], after[1])
        return standing


class AgreementLives(RuleBasedStateMachine):
    """One student: talks make agreements and answer them, ticks and corrections come between."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store
        store.clock.moment = MONDAY

    @initialize()
    def enrol(self) -> None:
        self.student = self.store.student(f"77{next(NUMBERS):05}")
        self.lives: dict[UUID, Life] = {}
        self.gone: set[UUID] = set()
        self.talks: list[UUID] = []

    @property
    def today(self) -> date:
        return self.store.clock.today()

    def views(self) -> dict[UUID, AgreementView]:
        with self.store.work() as work:
            found = operations.list_agreements(work, self.student)
        return {view.id: view for view in found}

    @rule(days=st.integers(1, 30))
    def time_goes_by(self, days: int) -> None:
        self.store.clock.moment += timedelta(days=days)

    @rule(dues=st.lists(DAYS, max_size=2), late=st.integers(0, 9), data=st.data())
    def talk(self, dues: list[int | None], late: int, data: st.DataObject) -> None:
        """Record a talk of today or some days ago, and answer what it asks."""
        held_on = self.today - timedelta(days=late)
        views = self.views()
        with self.store.work() as work:
            asked = sorted(asked_in_talk(work, self.student, held_on))
        answers = [(key, self.answer(data)) for key in asked]
        agreements = tuple(
            AgreementText(f"Doet {number}", AgreementOwner.STUDENT, self.due(due))
            for number, due in enumerate(dues)
        )
        view = recorded(
            self.store,
            a_talk(
                self.student,
                held_on=held_on,
                next_talk=None,
                agreements=agreements,
                answers=tuple(
                    ReturnedAnswer(key, views[key].version, answer, views[key].what)
                    for key, answer in answers
                ),
            ),
        )
        for key, answer in answers:
            self.stepped(key, answer)
        assert {one.id for one in view.returned} == set(asked)
        for made in view.agreements:
            self.lives[made.id] = Life(held_on, made.due_on)
        self.talks.append(view.id)

    def answer(self, data: st.DataObject) -> AgreementAnswer:
        status = data.draw(STATUSES)
        if status is AgreementStatus.OPEN:
            return AgreementAnswer(status, due_on=self.due(data.draw(st.integers(0, 40))))
        reason = "Past niet" if status is AgreementStatus.DROPPED else ""
        return AgreementAnswer(status, reason)

    def due(self, days: int | None) -> date | None:
        return None if days is None else self.today + timedelta(days=days)

    def stepped(self, key: UUID, answer: AgreementAnswer) -> None:
        life = self.lives[key]
        life.log.append((self.today, answer.status, answer.due_on or life.now[1]))

    @precondition(lambda self: set(self.lives) - self.gone)
    @rule(status=STATUSES, data=st.data())
    def tick(self, status: AgreementStatus, data: st.DataObject) -> None:
        """Done, dropped or open again, from a list."""
        key = data.draw(st.sampled_from(sorted(set(self.lives) - self.gone)))
        reason = "Past niet" if status is AgreementStatus.DROPPED else ""
        with self.store.work() as work:
            operations.close_agreement(work, key, self.views()[key].version, status, reason)
        self.stepped(key, AgreementAnswer(status, reason))

    @precondition(lambda self: self.talks)
    @rule(data=st.data())
    def correct(self, data: st.DataObject) -> None:
        """A correction takes an agreement out of the record, and leaves the others alone."""
        place = data.draw(st.integers(0, len(self.talks) - 1))
        with self.store.work() as work:
            draft = operations.prepare_correction(work, self.talks[place]).draft
        kept = draft.agreements[1:]
        view = recorded(self.store, replace(draft, agreements=kept, reason="Klopte niet"))
        self.talks[place] = view.id
        self.gone |= {one.id for one in draft.agreements[:1] if one.id is not None}

    @invariant()
    def the_last_step_is_how_it_stands(self) -> None:
        if not hasattr(self, "lives"):
            return
        listed = self.views()
        assert set(listed) == set(self.lives) - self.gone
        with self.store.work() as work:
            every = {view.id: view for view in views_of(work, self.student, list(self.lives))}
        assert set(every) == set(self.lives)
        for key, view in every.items():
            life = self.lives[key]
            assert (view.status, view.due_on) == life.now
            assert (view.closed_on is None) == (view.status is AgreementStatus.OPEN)
            assert len(view.steps) == len(life.log)
            if view.steps:
                last = view.steps[-1]
                assert (view.status, view.due_on) == (last.status, last.due_on)
            chain = [step.due_before for step in view.steps[1:]]
            assert chain == [step.due_on for step in view.steps[:-1]]
            days = {life.made_on, self.today, *(entry[0] for entry in life.log)}
            for day in days | {day - timedelta(days=1) for day in days}:
                assert standing_on(view, view.steps, day) == life.on(day)
            assert len(history(view)) == 1 + len(life.log) + (key in self.gone)


def test_any_life_of_an_agreement_adds_up(store: Store) -> None:
    run_state_machine_as_test(
        lambda: AgreementLives(store),
        settings=settings(
            settings.default,
            max_examples=8,
            stateful_step_count=12,
            deadline=None,
            # No shrinking: each step is a transaction on a server.
            phases=(Phase.explicit, Phase.generate),
            suppress_health_check=list(HealthCheck),
        ),
    )

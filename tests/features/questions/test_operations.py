"""Adding, changing and retiring questions of the school's own, on both engines."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from lob_workbench.content.load import questions
from lob_workbench.content.schema import CareerPhase
from lob_workbench.domain.actor import Actor
from lob_workbench.domain.career import CareerCompetence, ConversationKind
from lob_workbench.domain.errors import InputRefused, NotAllowed, NotFound, StaleSave
from lob_workbench.domain.rights import Role
from lob_workbench.features.questions import operations
from lob_workbench.features.questions.rules import Bank, BankRow, QuestionDraft, draft_of
from lob_workbench.storage.base import new_id
from lob_workbench.talks.records_questions import OwnQuestionRecord
from tests.helpers.stores import Store


def a_question(**fields: Any) -> QuestionDraft:
    """A question that can be added."""
    draft = QuestionDraft(
        id=new_id(),
        text="Wat liet je op de open avond zien?",
        competence=CareerCompetence.QUALITIES,
        phases=(CareerPhase.LOWER_YEARS, CareerPhase.OUTFLOW),
        kinds=(ConversationKind.PROGRESS,),
    )
    return replace(draft, **fields)


def added(store: Store, actor: Actor | None = None, **fields: Any) -> UUID:
    """Add one and say its id."""
    draft = a_question(**fields)
    with store.work(actor) as work:
        changes = operations.add_question(work, draft)
    assert changes.touches("own_question")
    return draft.id


def bank(store: Store, actor: Actor | None = None) -> Bank:
    """The bank as this person reads it."""
    with store.work(actor) as work:
        return operations.read_bank(work)


def row(store: Store, question: UUID, actor: Actor | None = None) -> BankRow:
    """One own question as this person reads it."""
    found = bank(store, actor).row(question)
    assert found is not None
    return found


def draft(store: Store, question: UUID) -> QuestionDraft:
    """The question, ready to be changed."""
    there = row(store, question).own
    assert there is not None
    return draft_of(there)


def test_an_own_question_reads_back_for_everybody_of_the_school(store: Store) -> None:
    question = added(store)
    for reader in (None, *(store.colleague(role) for role in Role)):
        found = row(store, question, reader)
        assert found.own is not None
        assert found.own.text == "Wat liet je op de open avond zien?"
        assert found.own.phases == (CareerPhase.LOWER_YEARS, CareerPhase.OUTFLOW)
        assert found.own.kinds == (ConversationKind.PROGRESS,)
        assert found.own.author == "Mirjam Bakker"
        assert found.question.own
    assert bank(store).own == 1


def test_adding_twice_adds_once_and_other_words_are_stale(store: Store) -> None:
    first = a_question()
    for _ in range(2):
        with store.work() as work:
            operations.add_question(work, first)
    assert bank(store).own == 1
    with pytest.raises(StaleSave), store.work() as work:
        operations.add_question(work, replace(first, text="Heel iets anders?"))


def test_a_question_of_the_bank_is_not_added_again(store: Store) -> None:
    shipped = next(one.question.text for one in bank(store).rows if one.own is None)
    with pytest.raises(InputRefused), store.work() as work:
        operations.add_question(work, a_question(text=shipped.upper()))
    assert bank(store).own == 0


@pytest.mark.parametrize("role", [Role.SECOND_LINE, Role.INTAKE_OFFICER])
def test_who_only_reads_adds_and_changes_nothing(store: Store, role: Role) -> None:
    question, reader = added(store), store.colleague(role)
    assert not row(store, question, reader).changeable
    with pytest.raises(NotAllowed), store.work(reader) as work:
        operations.add_question(work, a_question())
    with pytest.raises(NotAllowed), store.work(reader) as work:
        operations.retire_question(work, question, 1)


def test_a_team_leader_adds_and_an_administrator_only_changes(store: Store) -> None:
    leader, keeper = store.colleague(Role.TEAM_LEADER), store.colleague(Role.ADMINISTRATOR)
    question = added(store, leader)
    assert row(store, question, leader).changeable
    with pytest.raises(NotAllowed), store.work(keeper) as work:
        operations.add_question(work, a_question())
    assert row(store, question, keeper).changeable
    with store.work(keeper) as work:
        operations.change_question(work, replace(draft(store, question), text="Wat zag je daar?"))
    changed = row(store, question).own
    assert changed is not None
    assert (changed.text, changed.author_id) == ("Wat zag je daar?", leader.staff_id)


def test_a_colleague_changes_nobody_elses_question(store: Store) -> None:
    question, colleague = added(store), store.colleague(Role.COUNSELLOR)
    assert not row(store, question, colleague).changeable
    for change in (
        lambda work: operations.change_question(work, draft(store, question)),
        lambda work: operations.retire_question(work, question, 1),
        lambda work: operations.bring_back_question(work, question, 1),
    ):
        with pytest.raises(NotFound), store.work(colleague) as work:
            change(work)
    assert draft(store, question).version == 1


def test_changing_tells_where_somebody_was_first(store: Store) -> None:
    question = added(store)
    mine = replace(draft(store, question), text="Wat liet je zien?", kinds=())
    with store.work() as work:
        operations.change_question(work, mine)
    assert draft(store, question) == replace(mine, version=2)
    with pytest.raises(StaleSave), store.work() as work:
        operations.change_question(work, replace(mine, text="Te laat?"))
    with pytest.raises(StaleSave), store.work() as work:
        operations.retire_question(work, question, 1)
    with pytest.raises(InputRefused), store.work() as work:
        operations.change_question(work, replace(mine, version=2, text=" "))


def test_a_retired_question_is_not_offered_and_comes_back(store: Store) -> None:
    question = added(store)
    with store.work() as work:
        operations.retire_question(work, question, 1)
    assert row(store, question).is_retired
    assert bank(store).own == 0
    with store.work() as work:
        operations.bring_back_question(work, question, 2)
    assert not row(store, question).is_retired
    assert bank(store).own == 1


def test_a_question_that_is_not_there_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound), store.work() as work:
        operations.change_question(work, a_question(version=1))


def test_a_word_of_a_later_version_breaks_no_page(store: Store) -> None:
    question = added(store)
    with store.unguarded() as work:
        work.session.execute(
            sa.text("UPDATE own_question SET phases = 'moonwalk outflow', kinds = 'séance'")
        )
    found = row(store, question).own
    assert found is not None
    assert (found.phases, found.kinds) == ((CareerPhase.OUTFLOW,), ())


def test_own_questions_survive_an_update_of_the_product(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    question, gone = added(store), added(store, text="Wat was er in de kantine?")
    with store.work() as work:
        operations.retire_question(work, gone, 1)
    before = [row for row in bank(store).rows if row.own]
    # A new version ships one question, with the words of an own one.
    only = replace(questions()[0], text=a_question().text)
    monkeypatch.setattr("lob_workbench.talks.rules_questions.questions", lambda: (only,))
    after = bank(store)
    assert [row for row in after.rows if row.own] == before
    assert (after.offered, after.own) == (2, 1)
    assert after.row(question) is not None


def test_every_change_stands_in_the_log(store: Store) -> None:
    question = added(store)
    with store.work() as work:
        operations.retire_question(work, question, 1)
    with store.unguarded() as work:
        entries = work.session.execute(
            sa.text("SELECT action, record FROM audit_entry WHERE kind = 'own_question'")
        ).all()
    assert sorted(entry.action for entry in entries) == ["added", "changed"]
    assert {entry.record.replace("-", "") for entry in entries} == {question.hex}


@pytest.mark.parametrize(
    ("role", "statement"),
    [
        (Role.COUNSELLOR, "UPDATE own_question SET text = 'van mij'"),
        (Role.SECOND_LINE, "UPDATE own_question SET retired_at = now()"),
        (Role.ADMINISTRATOR, "UPDATE own_question SET author_id = lob.me()"),
        (Role.COUNSELLOR, "DELETE FROM own_question"),
    ],
)
def test_the_guard_refuses_it_by_plain_sql(server_store: Store, role: Role, statement: str) -> None:
    question, other = added(server_store), server_store.colleague(role)
    with server_store.login(other).connect() as connection:
        try:
            assert connection.exec_driver_sql(statement).rowcount == 0
            connection.commit()
        except NotAllowed:
            connection.rollback()
    found = row(server_store, question).own
    assert found is not None
    assert (found.text, found.retired_at) == ("Wat liet je op de open avond zien?", None)
    assert found.author_id == server_store.owner.staff_id


def test_nobody_writes_a_question_in_anothers_name(server_store: Store) -> None:
    colleague = server_store.colleague(Role.COUNSELLOR)
    moment = server_store.clock.now()
    forged = OwnQuestionRecord(
        text="?", competence=CareerCompetence.MOTIVES, phases=(), kinds=(),
        author_id=server_store.owner.staff_id, written_at=moment, updated_at=moment,
    )  # fmt: skip
    with pytest.raises(NotAllowed), server_store.work(colleague) as work:
        work.session.add(forged)

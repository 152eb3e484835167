"""Talks and agreements as a counsellor lives with them, on both engines."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from lob_workbench.domain.career import CareerCompetence, ConversationKind
from lob_workbench.domain.contributions import Signal, SignalKind, StudentFacts, Target
from lob_workbench.domain.errors import InputRefused, NotAllowed, NotFound, StaleSave
from lob_workbench.domain.rights import Role
from lob_workbench.features.conversations import operations, overview, waiting
from lob_workbench.people.preferences import change_preferences
from lob_workbench.people.queries import list_named
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.base import new_id
from lob_workbench.talks.queries_agreements import asked_in_talk
from lob_workbench.talks.records import Conversation, ConversationText
from lob_workbench.talks.rules import (
    AgreementOwner,
    AgreementStatus,
    AgreementText,
    AskedQuestion,
    ConversationDraft,
    ConversationView,
    NextTalk,
    StudentResponse,
    TopicText,
    Verdict,
)
from lob_workbench.talks.rules_agreements import AgreementAnswer, ReturnedAnswer
from tests.helpers.stores import Store

TODAY = date(2026, 11, 23)


def a_talk(student_id: UUID, **fields: object) -> ConversationDraft:
    """A draft that can be recorded."""
    draft = ConversationDraft(
        id=new_id(),
        student_id=student_id,
        held_on=TODAY,
        summary="Hoe het op stage gaat.",
        questions=(AskedQuestion("Q-1", "Wat ging er goed?"),),
        topics=(
            TopicText(CareerCompetence.MOTIVES, "Je hielp een peuter.", "Geduld.", "Vaker doen."),
            TopicText(CareerCompetence.QUALITIES, "Je plande zelf.", "", ""),
        ),
        agreements=(
            AgreementText("Vraagt feedback", AgreementOwner.STUDENT, TODAY + timedelta(days=14)),
            AgreementText("Belt de stage", AgreementOwner.COUNSELLOR, None),
        ),
        next_talk=NextTalk(TODAY + timedelta(days=70), "09:20"),
    )
    return replace(draft, **fields)  # type: ignore[arg-type]


def recorded(store: Store, draft: ConversationDraft) -> ConversationView:
    """The talk as it reads back after recording."""
    with store.work() as work:
        done = operations.record(work, draft)
    with store.work() as work:
        return operations.read_conversation(work, done.conversation_id)


def answered(
    store: Store, draft: ConversationDraft, status: AgreementStatus = AgreementStatus.DONE
) -> ConversationDraft:
    """The draft with this answer to all that comes back in it."""
    with store.work() as work:
        views = operations.prepare(work, draft.student_id).open_agreements
        asked = asked_in_talk(work, draft.student_id, draft.held_on or TODAY)
    answer = {
        AgreementStatus.DONE: AgreementAnswer(AgreementStatus.DONE),
        AgreementStatus.DROPPED: AgreementAnswer(AgreementStatus.DROPPED, "Niet meer nodig"),
        AgreementStatus.OPEN: AgreementAnswer(
            AgreementStatus.OPEN, due_on=TODAY + timedelta(days=35)
        ),
    }[status]
    answers = tuple(
        ReturnedAnswer(view.id, view.version, answer, view.what)
        for view in views
        if view.id in asked
    )
    return replace(draft, answers=answers)


def test_a_recorded_talk_reads_back_whole(store: Store) -> None:
    student = store.student()
    draft = a_talk(student, response=StudentResponse(Verdict.DIFFERS, "Ik vond het juist fijn."))
    view = recorded(store, draft)
    assert view.summary == draft.summary
    assert [topic.competence for topic in view.topics] == ["qualities", "motives"]
    assert view.questions == draft.questions
    assert [agreement.what for agreement in view.agreements] == ["Vraagt feedback", "Belt de stage"]
    assert view.next_talk == draft.next_talk
    assert view.response == replace(draft.response, given_on=TODAY)  # type: ignore[type-var]
    assert (view.counsellor, view.version_number, view.newest_version) == ("Mirjam Bakker", 1, 1)


def test_recording_twice_writes_once(store: Store) -> None:
    draft = a_talk(store.student())
    first, second = recorded(store, draft), recorded(store, draft)
    assert first == second
    with store.work() as work:
        assert work.session.scalar(sa.select(sa.func.count()).select_from(Conversation)) == 1


@pytest.mark.parametrize(
    "typed",
    [
        {"summary": "Wat alleen hier staat."},
        {"topics": (TopicText(CareerCompetence.MOTIVES, "Alleen hier."),)},
        {"agreements": (AgreementText("Alleen hier"),)},
        {"response": StudentResponse(Verdict.DIFFERS, "Alleen hier.")},
    ],
)
def test_one_draft_at_two_desks_is_not_called_recorded_with_other_words(
    store: Store, typed: dict[str, object]
) -> None:
    draft = a_talk(store.student())
    first = recorded(store, draft)
    with store.work() as work:
        operations.keep_draft(work, replace(draft, **typed))  # type: ignore[arg-type]
    with pytest.raises(StaleSave):
        recorded(store, replace(draft, **typed))  # type: ignore[arg-type]
    with store.work() as work:
        kept = operations.prepare(work, draft.student_id)
    assert kept.draft == replace(draft, **typed)  # type: ignore[arg-type]
    assert kept.last_talk == first


def test_the_id_of_another_students_talk_records_nothing(store: Store) -> None:
    first = recorded(store, a_talk(store.student()))
    other = store.student("0411002", PersonName("Seán", "", "O'Connor"))
    with pytest.raises(NotFound):
        recorded(store, a_talk(other, id=first.id))


def test_a_recorded_talk_cannot_be_changed_even_by_sql(store: Store) -> None:
    view = recorded(store, a_talk(store.student()))
    with pytest.raises(DBAPIError, match="never changes"), store.unguarded() as work:
        work.session.execute(
            sa.update(ConversationText)
            .where(ConversationText.conversation_id == view.id)
            .values(summary="anders")
        )


def test_the_draft_is_kept_as_typed_and_gone_once_recorded(store: Store) -> None:
    student = store.student()
    draft = a_talk(student, summary="half getypt \0 woord", held_on=None)
    with store.work() as work:
        saved_at = operations.keep_draft(work, draft)
    with store.work() as work:
        prepared = operations.prepare(work, student)
    assert (prepared.draft, prepared.draft_saved_at) == (draft, saved_at)
    recorded(store, replace(draft, held_on=TODAY))
    with store.work() as work:
        fresh = operations.prepare(work, student)
    assert fresh.draft_saved_at is None
    assert fresh.draft.summary == ""
    assert fresh.last_talk is not None
    assert fresh.last_talk.summary == "half getypt  woord"


def test_a_draft_can_be_thrown_away_and_put_back(store: Store) -> None:
    student = store.student()
    draft = a_talk(student)
    with store.work() as work:
        operations.keep_draft(work, draft)
        operations.keep_draft(work, replace(draft, summary="later"))
    with store.work() as work:
        assert operations.prepare(work, student).draft.summary == "later"
        operations.drop_draft(work, draft)
    with store.work() as work:
        assert operations.prepare(work, student).draft_saved_at is None
        operations.put_back_draft(work, draft)
    with store.work() as work:
        assert operations.prepare(work, student).draft == draft


def test_a_correction_is_a_new_version_and_the_old_one_stays(store: Store) -> None:
    student = store.student()
    old = recorded(store, a_talk(student))
    with store.work() as work:
        copy = operations.prepare(work, student, old.id).draft
    assert copy.summary == old.summary
    kept, dropped = copy.agreements
    changed = replace(
        copy,
        summary="Verbeterd.",
        reason="Datum klopte niet",
        agreements=(kept, replace(dropped, what="Belt de stagebegeleider")),
    )
    new = recorded(store, changed)
    with store.work() as work:
        old_again = operations.read_conversation(work, old.id)
        listed = operations.list_conversations(work, student)
    assert (new.talk_id, new.version_number) == (old.talk_id, 2)
    assert old_again.summary == old.summary
    assert [item.what for item in old_again.agreements] == [kept.what, "Belt de stage"]
    assert [item.what for item in new.agreements] == [kept.what, "Belt de stagebegeleider"]
    assert new.agreements[0].id == old.agreements[0].id
    assert [row.id for row in listed] == [new.id]


def test_two_corrections_of_the_same_version_do_not_overwrite_each_other(store: Store) -> None:
    student = store.student()
    old = recorded(store, a_talk(student))
    with store.work() as work:
        copy = operations.prepare(work, student, old.id).draft
    recorded(store, replace(copy, reason="Eerst"))
    with pytest.raises(StaleSave):
        recorded(store, replace(copy, id=new_id(), reason="Te laat"))


def test_a_correction_stays_with_its_student(store: Store) -> None:
    old = recorded(store, a_talk(store.student()))
    other = store.student("0411002", PersonName("Seán", "", "O'Connor"))
    with pytest.raises(NotFound):
        recorded(store, a_talk(other, corrects=old.id, reason="Verkeerde student"))


def test_what_cannot_be_recorded_leaves_the_draft(store: Store) -> None:
    student = store.student()
    empty = a_talk(student, summary="", topics=())
    with store.work() as work:
        operations.keep_draft(work, empty)
    with pytest.raises(InputRefused):
        recorded(store, empty)
    with store.work() as work:
        assert operations.prepare(work, student).draft == empty


def test_the_student_can_answer_later_and_both_answers_are_kept(store: Store) -> None:
    view = recorded(store, a_talk(store.student()))
    with store.work() as work:
        operations.respond(work, view.id, StudentResponse(Verdict.AGREES))
        operations.respond(work, view.id, StudentResponse(Verdict.DIFFERS, "Toch niet helemaal."))
    with store.work() as work:
        after = operations.read_conversation(work, view.id)
        (row,) = operations.list_conversations(work)
    assert after.response == StudentResponse(Verdict.DIFFERS, "Toch niet helemaal.", TODAY)
    assert row.verdict is Verdict.DIFFERS


def test_an_agreement_is_open_until_done_or_dropped_with_a_reason(store: Store) -> None:
    view = recorded(store, a_talk(store.student()))
    first, second = view.agreements
    with store.work() as work:
        operations.close_agreement(work, first.id, first.version, AgreementStatus.DONE)
    with pytest.raises(InputRefused), store.work() as work:
        operations.close_agreement(work, second.id, second.version, AgreementStatus.DROPPED)
    with store.work() as work:
        (left,) = operations.list_agreements(work)
        done, still = operations.list_agreements(work, view.student.id)[::-1]
    assert left.id == second.id == still.id
    assert (done.status, done.closed_on) == (AgreementStatus.DONE, TODAY)
    with store.work() as work:
        operations.close_agreement(work, first.id, done.version, AgreementStatus.OPEN)
    with store.work() as work:
        assert len(operations.list_agreements(work)) == 2


def test_a_stale_answer_to_an_agreement_is_refused(store: Store) -> None:
    agreement = recorded(store, a_talk(store.student())).agreements[0]
    with store.work() as work:
        operations.close_agreement(work, agreement.id, agreement.version, AgreementStatus.DONE)
    with pytest.raises(StaleSave), store.work() as work:
        operations.close_agreement(
            work, agreement.id, agreement.version, AgreementStatus.DROPPED, "niet nodig"
        )


def test_somebody_elses_students_do_not_exist_for_me(store: Store) -> None:
    view = recorded(store, a_talk(store.student()))
    agreement = view.agreements[0]
    stranger = store.colleague(Role.COUNSELLOR)
    for attempt in (
        lambda work: operations.prepare(work, view.student.id),
        lambda work: operations.read_conversation(work, view.id),
        lambda work: operations.keep_draft(work, a_talk(view.student.id)),
        lambda work: operations.record(work, a_talk(view.student.id)),
        lambda work: operations.record(work, a_talk(view.student.id, id=view.id)),
        lambda work: operations.respond(work, view.id, StudentResponse(Verdict.AGREES)),
        lambda work: operations.close_agreement(work, agreement.id, 1, AgreementStatus.DONE),
        lambda work: overview.story(work, view.student.id),
    ):
        with pytest.raises(NotFound), store.work(stranger) as work:
            attempt(work)
    with store.work(stranger) as work:
        assert operations.list_conversations(work) == ()
        assert operations.list_conversations(work, view.student.id) == ()
        assert operations.list_agreements(work, view.student.id) == ()
        assert overview.facts(work) == {}
        assert overview.today(work).appointments == ()


def test_a_team_leader_may_not_read_a_talk(store: Store) -> None:
    view = recorded(store, a_talk(store.student()))
    with pytest.raises(NotAllowed), store.work(store.colleague(Role.TEAM_LEADER)) as work:
        operations.read_conversation(work, view.id)


def test_the_paper_carries_the_school(store: Store) -> None:
    with store.work() as work:
        assert operations.paper_head(work).school == "Het Voorbeeldcollege"


def test_the_story_tells_talks_and_closed_agreements(store: Store) -> None:
    view = recorded(store, a_talk(store.student()))
    done, dropped = view.agreements
    with store.work() as work:
        operations.close_agreement(work, done.id, 1, AgreementStatus.DONE)
        operations.close_agreement(work, dropped.id, 1, AgreementStatus.DROPPED, "Al gebeld")
    with store.work() as work:
        items = overview.story(work, view.student.id)
    assert [(item.kind, item.title) for item in items] == [
        ("Gesprek", "Loopbaanreflectiegesprek"),
        ("Afspraak gedaan", "Vraagt feedback"),
        ("Afspraak vervallen", "Belt de stage"),
    ]


def test_today_shows_who_comes_and_what_asks_attention(store: Store) -> None:
    coming = store.student("1", PersonName("Aya", "", "Aalbers"))
    missed = store.student("2", PersonName("Bram", "", "Bos"))
    silent = store.student("3", PersonName("Cas", "", "Cuperus"))
    never = store.student("4", PersonName("Dina", "", "Dors"))
    long_ago = TODAY - timedelta(weeks=11)

    def talk(student: UUID, held_on: date, next_on: date | None, due: date | None) -> None:
        recorded(
            store,
            a_talk(
                student,
                held_on=held_on,
                agreements=(AgreementText("Doet iets", due_on=due),) if due else (),
                next_talk=next_on and NextTalk(next_on, "09:20", ConversationKind.PROGRESS),
            ),
        )

    talk(coming, TODAY - timedelta(days=30), TODAY, TODAY - timedelta(days=1))
    talk(missed, TODAY - timedelta(days=30), TODAY - timedelta(days=3), TODAY)
    talk(silent, long_ago, None, None)
    with store.work() as work:
        operations.keep_draft(work, a_talk(coming))
        view = overview.today(work)
        facts = overview.facts(work, [coming, silent, never])
    (appointment,) = view.appointments
    assert (appointment.student_id, appointment.at, appointment.prepared) == (coming, "09:20", True)
    found = {group.heading: [item.student_id for item in group.items] for group in view.attention}
    assert found == {
        "{count} gesprekken half vastgelegd": [coming],
        "{count} afspraken over tijd": [coming],
        "{count} geplande gesprekken niet vastgelegd": [missed],
        "{count} studenten te lang niet gesproken": [silent],
        "{count} studenten nog nooit gesproken": [never],
        "{count} afspraken moeten deze week klaar": [missed],
    }
    # What is late stands above what is still to come.
    assert list(found)[1] == "{count} afspraken over tijd"
    assert list(found)[-1] == "{count} afspraken moeten deze week klaar"
    assert facts == {
        coming: StudentFacts(TODAY - timedelta(days=30), TODAY, 1, 1),
        silent: StudentFacts(long_ago, None, 0, 0),
    }
    with store.work() as work:
        rows = list_named(work, [coming, silent, never])
        assert overview.signals(work, rows, facts) == {
            coming: [Signal(SignalKind.OVERDUE, number=1)],
            silent: [Signal(SignalKind.NOT_SPOKEN, long_ago)],
            never: [Signal(SignalKind.NOT_SPOKEN)],
        }
        change_preferences(work, {"not_spoken_weeks": 12})
    with store.work() as work:
        headings = [group.heading for group in overview.today(work).attention]
        assert silent not in overview.signals(work, rows, facts)
    assert "{count} studenten te lang niet gesproken" not in headings
    with store.work() as work:
        off = frozenset({SignalKind.OVERDUE.value, SignalKind.NOT_SPOKEN.value})
        change_preferences(work, {"signals_off": off})
        headings = [group.heading for group in overview.today(work).attention]
        assert overview.signals(work, rows, facts) == {}
    assert headings == [
        "{count} gesprekken half vastgelegd",
        "{count} geplande gesprekken niet vastgelegd",
        "{count} afspraken moeten deze week klaar",
    ]


def test_what_was_half_written_is_not_out_of_sight(store: Store) -> None:
    student, prepared = store.student("1"), store.student("2", PersonName("Bo", "", "Bos"))
    view = recorded(store, a_talk(prepared))
    with store.work() as work:
        operations.keep_draft(work, a_talk(student, held_on=None))
        operations.keep_draft(work, ConversationDraft(new_id(), prepared, focus="Stage"))
        operations.keep_draft(work, operations.prepare_correction(work, view.id).draft)
    with store.work() as work:
        half = overview.today(work).attention[0]
    assert half.heading == "{count} gesprekken half vastgelegd"
    assert {item.target for item in half.items} == {
        Target("conversations", student, "record"),
        Target("conversations", view.id, "correct"),
    }
    with store.work(store.colleague(Role.COUNSELLOR)) as work:
        assert overview.today(work).attention == ()


def test_a_talk_held_today_is_no_longer_to_come(store: Store) -> None:
    student = store.student()
    recorded(store, a_talk(student, held_on=TODAY - timedelta(days=9), next_talk=NextTalk(TODAY)))
    recorded(store, answered(store, a_talk(student, next_talk=None, agreements=())))
    with store.work() as work:
        assert overview.today(work).appointments == ()


def test_today_names_nobody_of_too_many_and_leads_to_the_lists(
    embedded_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "MOST", 1)
    store, day = embedded_store, embedded_store.clock.today()
    for number in range(2):
        store.student(f"0{number}")
        lately, planned = day - timedelta(days=30), NextTalk(day - timedelta(days=3 + number))
        missed = store.student(f"1{number}")
        recorded(store, a_talk(missed, held_on=lately, agreements=(), next_talk=planned))
        silent, long_ago = store.student(f"2{number}"), day - timedelta(weeks=20)
        recorded(store, a_talk(silent, held_on=long_ago, agreements=(), next_talk=None))
    with store.work() as work:
        view = overview.today(work)
    assert [
        (group.heading_one, [(item.student_id, item.on, item.target) for item in group.items])
        for group in view.attention
    ] == [
        (
            "Veel geplande gesprekken niet vastgelegd",
            [(None, day - timedelta(days=4), Target("agenda"))],
        ),
        (
            "Veel studenten te lang niet gesproken",
            [(None, day - timedelta(weeks=10), Target("students"))],
        ),
        ("Veel studenten nog nooit gesproken", [(None, None, Target("students"))]),
    ]

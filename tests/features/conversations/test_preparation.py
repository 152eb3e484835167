"""What students prepare themselves: written once, whole, in own words, and read by few."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.contributions import Target
from lob_workbench.domain.draft_copy import KeptCopy
from lob_workbench.domain.errors import InputRefused, NotAllowed, NotFound
from lob_workbench.domain.moving import MovedKind, MovingStudent, Outcome
from lob_workbench.domain.rights import Role
from lob_workbench.features.conversations import operations, overview
from lob_workbench.features.conversations.moving_preparations import move_preparations
from lob_workbench.features.conversations.operations_away import compare_copies
from lob_workbench.features.conversations.operations_preparation import (
    begun_preparation,
    bring_preparation,
    hand_in,
    keep_preparation,
    read_preparations,
)
from lob_workbench.features.conversations.preparation_drafts import copy_of, from_json, to_json
from lob_workbench.features.conversations.preparation_form import form_for, standard_questions
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules import AskedQuestion, NextTalk
from lob_workbench.talks.rules_preparations import (
    AGREEMENT_PREFIX,
    MAX_ANSWER,
    MAX_ANSWERS,
    OWN_SUBJECT,
    FormLine,
    LineKind,
    PreparationDraft,
    PreparationForm,
    PreparedAnswer,
    checked_answers,
    filled_in,
    is_unwritten,
    merged,
)
from tests.features.conversations.test_operations import TODAY, a_talk, recorded
from tests.helpers.stores import MONDAY, Store

OWN = "Waar wil jij het over hebben?"
WORDS = "Of ik wel op mijn plek zit."


def a_preparation(student: UUID, words: str = WORDS) -> PreparationDraft:
    """Something a student wrote, with a question left open."""
    answers = (
        PreparedAnswer("Q-1", "Wat ging er goed?", "De peuters luisterden naar mij."),
        PreparedAnswer("Q-2", "Wat was lastig?", "   "),
        PreparedAnswer(OWN_SUBJECT, OWN, words),
    )
    return PreparationDraft(new_id(), student, answers)


def handed_in(store: Store, draft: PreparationDraft) -> None:
    """As *Klaar* does it, a minute later than whatever came before."""
    store.clock.moment += timedelta(minutes=1)
    with store.work() as work:
        keep_preparation(work, draft)
    with store.work() as work:
        hand_in(work, draft)


def waiting(store: Store, student: UUID):
    """What *Voorbereiden* shows of it."""
    with store.work() as work:
        return operations.prepare(work, student)


# Handing in


def test_what_is_handed_in_reads_back_with_its_questions_and_the_draft_is_gone(
    store: Store,
) -> None:
    student = store.student()
    handed_in(store, a_preparation(student))
    prep = waiting(store, student)
    assert prep.student_words is not None
    assert prep.student_words.submitted_at == store.clock.now()
    assert [(one.question, one.answer) for one in prep.student_words.answers] == [
        ("Wat ging er goed?", "De peuters luisterden naar mij."),
        (OWN, WORDS),
    ]
    assert prep.student_words.own_subject == WORDS
    assert prep.student_words.own_first[0].answer == WORDS
    assert prep.student_words.answer_to("Q-1") == "De peuters luisterden naar mij."
    assert prep.student_words.answer_to("Q-2") == ""
    assert not prep.student_began


def test_a_second_time_is_a_new_one_that_counts_and_the_first_is_kept(store: Store) -> None:
    student = store.student()
    first = a_preparation(student)
    handed_in(store, first)
    handed_in(store, first)  # the very same form: an answer was lost on the line
    handed_in(store, replace(first, answers=a_preparation(student, "Toch iets anders.").answers))
    words = waiting(store, student).student_words
    assert words is not None
    assert words.own_subject == "Toch iets anders."
    with store.work() as work:
        kept, begun = read_preparations(work, student)
    assert [one.preparation.own_subject for one in kept] == [WORDS, "Toch iets anders."]
    assert {one.author_id for one in kept} == {store.owner.staff_id}
    assert begun.answers == ()


def test_an_empty_form_is_refused_and_stays_a_draft(store: Store) -> None:
    student = store.student()
    empty = replace(a_preparation(student), answers=(PreparedAnswer("Q", "Wat?", " \n\t "),))
    with store.work() as work:
        keep_preparation(work, empty)
    with pytest.raises(InputRefused, match="Er staat nog niets"), store.work() as work:
        hand_in(work, empty)
    with store.work() as work:
        assert begun_preparation(work, student) == empty
    assert waiting(store, student).student_words is None
    assert waiting(store, student).student_began


def test_it_counts_until_the_talk_is_recorded_and_a_correction_is_no_talk(store: Store) -> None:
    student = store.student()
    handed_in(store, a_preparation(student))
    store.clock.moment += timedelta(minutes=1)
    talk = recorded(store, a_talk(student))
    assert waiting(store, student).student_words is None
    handed_in(store, a_preparation(student, "Voor de volgende keer."))
    store.clock.moment += timedelta(minutes=1)
    recorded(store, a_talk(student, corrects=talk.id, reason="Een tikfout.", id=new_id()))
    words = waiting(store, student).student_words
    assert words is not None
    assert words.own_subject == "Voor de volgende keer."


def test_today_says_prepared_and_the_story_tells_every_time(store: Store) -> None:
    student = store.student(start_date=TODAY)
    recorded(store, a_talk(student, held_on=TODAY - timedelta(days=9), next_talk=NextTalk(TODAY)))

    def prepared() -> bool:
        with store.work() as work:
            (appointment,) = overview.today(work).appointments
        return appointment.prepared

    assert not prepared()
    handed_in(store, a_preparation(student))
    assert prepared()
    handed_in(store, a_preparation(student, "Nog iets."))
    with store.work() as work:
        told = [item for item in overview.story(work, student) if item.kind == "Voorbereiding"]
    assert len(told) == 2
    assert told[0].text.startswith(f"{OWN}\nNog iets.")


def test_a_draft_is_kept_as_typed(store: Store) -> None:
    student = store.student()
    odd = PreparationDraft(
        new_id(), student, (PreparedAnswer("Q", "Wat?", "null \x00 en los \ud800 en <b>"),)
    )
    with store.work() as work:
        keep_preparation(work, odd)
    with store.work() as work:
        assert begun_preparation(work, student) == odd
    handed_in(store, odd)
    words = waiting(store, student).student_words
    assert words is not None
    assert words.answers[0].answer == "null  en los  en <b>"


# Who


def test_a_reader_reads_the_words_and_writes_none(store: Store) -> None:
    student = store.student()
    handed_in(store, a_preparation(student))
    reader = store.colleague(Role.SECOND_LINE)
    store.grant(student, reader)
    with store.work(reader) as work:
        words = operations.prepare(work, student).student_words
    assert words is not None
    assert words.own_subject == WORDS
    for write in (hand_in, keep_preparation):
        with pytest.raises((NotAllowed, NotFound)), store.work(reader) as work:
            write(work, a_preparation(student))


def test_a_colleague_finds_nothing(store: Store) -> None:
    student = store.student()
    handed_in(store, a_preparation(student))
    with store.work() as work:
        keep_preparation(work, a_preparation(student))
    colleague = store.colleague(Role.COUNSELLOR)
    for read in (begun_preparation, read_preparations):
        with pytest.raises(NotFound), store.work(colleague) as work:
            read(work, student)


# The form


def test_the_form_asks_chosen_questions_agreements_and_an_own_subject(store: Store) -> None:
    student = store.student(name=PersonName("Zoë", "van 't", "Hart"))
    recorded(store, a_talk(student))
    prep = waiting(store, student)
    chosen = (AskedQuestion("Q-9", "Wat wil je leren?"),)
    form = form_for(prep.student, chosen, prep.open_agreements, OWN)
    assert form.person == "Zoë"
    assert [line.kind for line in form.lines] == ["question", "agreement", "agreement", "own"]
    assert form.lines[0].text == "Wat wil je leren?"
    assert form.lines[1].id == f"{AGREEMENT_PREFIX}{prep.open_agreements[0].id}"
    standard = form_for(prep.student, (), (), OWN)
    assert [line.text for line in standard.lines[:-1]] == [q.text for q in standard_questions()]
    assert len(standard.lines) == 6
    assert all(line.hint for line in standard.lines[:-1])


def test_what_was_begun_on_a_question_that_is_no_longer_asked_stands_on_top() -> None:
    form = PreparationForm(new_id(), "Zoë", (FormLine("Q-2", "Nieuw?"),))
    answers = (PreparedAnswer("Q-1", "Oud?", "Ja"), PreparedAnswer("Q-3", "Leeg?", " "))
    lines = filled_in(form, (*answers, PreparedAnswer("Q-2", "Nieuw?", "Nee"))).lines
    assert [line.text for line in lines] == ["Oud?", "Nieuw?"]


def test_an_answer_knows_what_it_answers() -> None:
    kinds = [PreparedAnswer(key, "", "").kind for key in ("Q", f"{AGREEMENT_PREFIX}1", OWN_SUBJECT)]
    assert kinds == [LineKind.QUESTION, LineKind.AGREEMENT, LineKind.OWN]


def test_too_much_is_refused() -> None:
    with pytest.raises(InputRefused, match="tekens"):
        checked_answers((PreparedAnswer("Q", "Wat?", "x" * (MAX_ANSWER + 1)),))
    with pytest.raises(InputRefused, match=str(MAX_ANSWERS)):
        checked_answers((PreparedAnswer("Q", "Wat?", "x"),) * (MAX_ANSWERS + 1))


TEXTS = st.text(max_size=12)
ANSWERS = st.lists(
    st.builds(PreparedAnswer, st.sampled_from("abc"), st.just("Wat?"), TEXTS),
    max_size=3,
    unique_by=lambda one: one.question_id,
).map(tuple)


@given(ANSWERS, ANSWERS)
def test_no_word_goes_when_two_drafts_meet(
    one: tuple[PreparedAnswer, ...], other: tuple[PreparedAnswer, ...]
) -> None:
    both = {answer.question_id: answer.answer for answer in merged(one, other)}
    for answer in (*one, *other):
        assert answer.answer in both[answer.question_id]
    assert merged(one, one) == one
    assert merged(merged(one, other), other) == merged(one, other)


@given(ANSWERS)
def test_a_draft_comes_back_as_it_was_typed(answers: tuple[PreparedAnswer, ...]) -> None:
    draft = PreparationDraft(new_id(), new_id(), answers)
    assert from_json(to_json(draft)) == draft
    assert is_unwritten(draft) == all(not one.answer.strip() for one in answers)


# Without a line


def test_copies_are_offered_until_the_school_has_their_words(store: Store) -> None:
    student = store.student()
    draft = a_preparation(student)
    copies = (KeptCopy(copy_of(draft), MONDAY),)

    def found():
        with store.work() as work:
            return compare_copies(work, copies)

    (offer,) = found().offers
    assert offer.target == Target("conversations", student, "prepare")
    with store.work() as work:
        keep_preparation(work, draft)
    assert found().known == copies
    with store.work() as work:
        keep_preparation(work, a_preparation(student, "Iets heel anders."))
    assert [one.kept for one in found().offers] == list(copies)
    handed_in(store, draft)
    assert found().known == copies
    other = replace(draft, id=new_id())
    copies = (KeptCopy(copy_of(other), MONDAY),)
    assert found().known == ()
    copies = (KeptCopy(copy_of(PreparationDraft(new_id(), student)), MONDAY),)
    assert found().known == copies
    with store.work(store.colleague(Role.COUNSELLOR)) as work:
        assert compare_copies(work, copies).known == ()


# From laptop to school


def test_preparations_come_along_once(embedded_store: Store, server_store: Store) -> None:
    here, there = embedded_store, server_store
    student = MovingStudent(here.student(), there.student(), "Zoë")
    handed_in(here, a_preparation(student.here))
    handed_in(here, a_preparation(student.here, "Later bedacht."))
    with here.work() as work:
        keep_preparation(work, a_preparation(student.here, "Nog niet klaar."))

    def move():
        return move_preparations(here.work, there.work, student)

    report = move()
    assert report.count(Outcome.CAME, MovedKind.PREPARATION) == 2
    assert report.count(Outcome.CAME, MovedKind.DRAFT) == 1
    with here.work() as work:
        ours, begun = read_preparations(work, student.here)
    with there.work() as work:
        theirs, begun_there = read_preparations(work, student.there)
    assert [one.preparation for one in ours] == [one.preparation for one in theirs]
    assert {one.author_id for one in theirs} == {there.owner.staff_id}
    assert begun.answers == begun_there.answers
    again = move()
    assert again.count(Outcome.CAME) == 0
    assert again.count(Outcome.EXISTED) == 3


def test_nothing_at_the_school_is_overwritten(embedded_store: Store, server_store: Store) -> None:
    here, there = embedded_store, server_store
    student = MovingStudent(here.student(), there.student(), "Zoë")
    draft = a_preparation(student.here)
    handed_in(here, draft)
    with there.work() as work:
        hand_in(work, replace(a_preparation(student.there, "Van school."), id=draft.id))
        keep_preparation(work, a_preparation(student.there, "Op school begonnen."))
    with here.work() as work:
        keep_preparation(work, a_preparation(student.here, "Hier begonnen."))
    report = move_preparations(here.work, there.work, student)
    assert report.count(Outcome.DIFFERS, MovedKind.PREPARATION) == 1
    assert report.count(Outcome.DIFFERS, MovedKind.DRAFT) == 1
    assert len(report.remarks) == 2
    with there.work() as work:
        (only,), begun = read_preparations(work, student.there)
    assert only.preparation.own_subject == "Van school."
    assert begun.answers[-1].answer == "Op school begonnen."


def test_what_somebody_else_lent_or_has_stays_where_it_is(
    embedded_store: Store, server_store: Store
) -> None:
    here, there = embedded_store, server_store
    student = MovingStudent(here.student(), there.student(), "Zoë")
    others = there.student("0411002")
    draft = a_preparation(student.here)
    handed_in(here, draft)
    with there.work() as work:
        hand_in(work, replace(a_preparation(others), id=draft.id))
    report = move_preparations(here.work, there.work, student)
    assert report.count(Outcome.STAYED, MovedKind.PREPARATION) == 1
    with here.work() as work:
        ((ours), _) = read_preparations(work, student.here)
    elsewhere = replace(ours[0].preparation, id=new_id())
    from lob_workbench.features.conversations import moving_preparations
    from lob_workbench.features.conversations.operations_preparation import HandedIn

    stranger = moving_preparations._move(
        there.work, student, HandedIn(elsewhere, new_id()), None, here.owner.staff_id
    )
    assert stranger.count(Outcome.STAYED, MovedKind.PREPARATION) == 1
    with pytest.raises(NotFound), there.work(there.colleague(Role.COUNSELLOR)) as work:
        bring_preparation(work, student.there, elsewhere)

"""Three voices: each party's own, added to and never changed, and closed with the talk."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from lob_workbench.domain.career import ConversationForm, ConversationKind, VoiceTopic
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, NotFound, StaleSave
from lob_workbench.domain.rights import Role
from lob_workbench.features.trialogue import operations
from lob_workbench.features.trialogue import operations_lent as lent
from lob_workbench.features.trialogue.operations import submit_voice
from lob_workbench.features.trialogue.rules import (
    Trialogue,
    TrialogueDraft,
    VoiceDraft,
    Word,
    is_untouched,
)
from lob_workbench.people.records_placements import Company, Placement
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.talks import (
    queries,
    queries_appointments,
    queries_voices,
    writing,
    writing_appointments,
)
from lob_workbench.talks.records_voices import Voice
from lob_workbench.talks.rules import (
    MAX_TOPIC_TEXT,
    AgreementOwner,
    AgreementText,
    ConversationDraft,
    ConversationView,
    Desk,
    NextTalk,
    Party,
    StudentResponse,
    Verdict,
)
from lob_workbench.talks.rules_appointments import AppointmentDraft
from lob_workbench.talks.rules_voices import (
    Mark,
    TopicMark,
    VoicePart,
    VoiceSource,
    VoiceView,
    newest_voices,
)
from tests.helpers.stores import Store

SOURCES = {
    Party.STUDENT: VoiceSource.LENT,
    Party.SCHOOL: VoiceSource.SCHOOL,
    Party.COMPANY: VoiceSource.FORM,
}
NAMES = {Party.STUDENT: "Zoë", Party.SCHOOL: "", Party.COMPANY: "Marit Bos"}


def said(text: str, topic: VoiceTopic = VoiceTopic.QUALITIES) -> tuple[VoicePart, ...]:
    """Words on one topic."""
    return (VoicePart(topic, text),)


def handed_in(
    store: Store,
    talk: UUID,
    student: UUID,
    party: Party = Party.COMPANY,
    text: str = "Rustig met klanten.",
    expected: int = 0,
) -> Changes:
    """Hand in a voice as its party does."""
    with store.work() as work:
        return submit_voice(
            work, talk, student, party, said(text), NAMES[party], SOURCES[party], expected
        )


def voices(store: Store, talk: UUID, student: UUID) -> tuple[VoiceView, ...]:
    """All versions of the voices, as the counsellor reads them."""
    with store.work() as work:
        open_dossier(work, student)
        return queries_voices.voices_of_talk(work, talk)


def trialogue(talk: UUID, student: UUID) -> ConversationDraft:
    """A talk of three that can be recorded."""
    return ConversationDraft(
        talk, student, form=ConversationForm.TRIALOGUE, held_on=date(2026, 11, 23), summary="Samen."
    )


def put(store: Store, voice: Voice) -> None:
    """Write a voice past the operations, as another program would."""
    with store.unguarded() as work:
        work.session.add(voice)


def close(store: Store, talk: UUID, student: UUID) -> None:
    """Record the talk, as the first version of it."""
    with store.work() as work:
        open_dossier(work, student)
        writing.write_talk(work, trialogue(talk, student), talk, 1)


def test_three_parties_each_write_their_own_part(store: Store) -> None:
    talk, student = new_id(), store.student()
    for party in Party:
        changes = handed_in(store, talk, student, party, f"Woorden van {party}.")
        assert changes == Changes.of("voice", talk, student)
    found = voices(store, talk, student)
    assert [(v.party, v.number, v.by_name) for v in found] == [
        (Party.STUDENT, 1, "Zoë"),
        # The school's part is the counsellor's, whatever name came along.
        (Party.SCHOOL, 1, "Mirjam Bakker"),
        (Party.COMPANY, 1, "Marit Bos"),
    ]
    assert all(v.said(VoiceTopic.QUALITIES) == f"Woorden van {v.party}." for v in found)
    assert found[0].said(VoiceTopic.MOTIVES) == ""


def test_a_party_that_thinks_again_adds_a_version_and_the_older_one_stays(store: Store) -> None:
    talk, student = new_id(), store.student()
    handed_in(store, talk, student, text="Verlegen.")
    handed_in(store, talk, student, text="Rustig, niet verlegen.", expected=1)
    found = voices(store, talk, student)
    assert [voice.said(VoiceTopic.QUALITIES) for voice in found] == [
        "Verlegen.",
        "Rustig, niet verlegen.",
    ]
    assert newest_voices(reversed(found)) == {Party.COMPANY: found[1]}


@pytest.mark.parametrize("expected", [0, 2])
def test_who_did_not_see_the_newest_version_does_not_write_over_it(
    store: Store, expected: int
) -> None:
    talk, student = new_id(), store.student()
    handed_in(store, talk, student)
    with pytest.raises(StaleSave):
        handed_in(store, talk, student, text="Anders.", expected=expected)
    assert len(voices(store, talk, student)) == 1


@pytest.mark.parametrize(
    ("party", "source"),
    [
        (party, source)
        for party in Party
        for source in VoiceSource
        if (party is Party.SCHOOL) != (source is VoiceSource.SCHOOL)
    ],
)
def test_nobody_speaks_for_another_party(store: Store, party: Party, source: VoiceSource) -> None:
    talk, student = new_id(), store.student()
    with pytest.raises(InputRefused, match="eigen deel"), store.work() as work:
        submit_voice(work, talk, student, party, said("Ik?"), "Iemand", source, 0)
    # The database does not take it either, whatever program writes.
    voice = Voice(
        id=new_id(), talk_id=talk, student_id=student, party=party, number=1,
        source=source, by_name="Iemand", handed_in_at=store.clock.now(), parts=[],
    )  # fmt: skip
    with pytest.raises(DBAPIError, match="own_voice"):
        put(store, voice)


def test_text_is_cleaned_and_what_says_nothing_is_refused(store: Store) -> None:
    talk, student = new_id(), store.student()
    with store.work() as work:
        parts = (
            VoicePart(VoiceTopic.WANTS_TO_DISCUSS, "<b>Rooster</b>\x00\r\n"),
            VoicePart(VoiceTopic.MOTIVES, " \n"),
            VoicePart(VoiceTopic.QUALITIES, "Łukasz \ud800zegt ja"),
        )
        submit_voice(work, talk, student, Party.STUDENT, parts, " Zoë\n", VoiceSource.FORM, 0)
    (voice,) = voices(store, talk, student)
    assert voice.by_name == "Zoë"
    assert voice.parts == (
        VoicePart(VoiceTopic.QUALITIES, "Łukasz zegt ja"),
        VoicePart(VoiceTopic.WANTS_TO_DISCUSS, "<b>Rooster</b>"),
    )


@pytest.mark.parametrize(
    ("parts", "name", "words"),
    [
        ((), "Marit", "staat nog niets"),
        (said(" \x00\n"), "Marit", "staat nog niets"),
        (said("a") + said("b"), "Marit", "twee antwoorden"),
        (said("a" * (MAX_TOPIC_TEXT + 1)), "Marit", "niets afgeknipt"),
        (said("a"), " \n", "wie dit heeft geschreven"),
    ],
)
def test_a_part_that_cannot_be_used_is_refused_and_nothing_is_written(
    store: Store, parts: tuple[VoicePart, ...], name: str, words: str
) -> None:
    talk, student = new_id(), store.student()
    with pytest.raises(InputRefused, match=words), store.work() as work:
        submit_voice(work, talk, student, Party.COMPANY, parts, name, VoiceSource.FORM, 0)
    assert voices(store, talk, student) == ()


def test_once_the_talk_is_recorded_no_voice_comes_to_it(store: Store) -> None:
    talk, student = new_id(), store.student()
    handed_in(store, talk, student)
    before = voices(store, talk, student)
    close(store, talk, student)
    with pytest.raises(InputRefused, match="al vastgelegd"):
        handed_in(store, talk, student, text="Nog iets.", expected=1)
    late = Voice(
        id=new_id(), talk_id=talk, student_id=student, party=Party.COMPANY, number=2,
        source=VoiceSource.FORM, by_name="B", handed_in_at=store.clock.now(), parts=[],
    )  # fmt: skip
    with pytest.raises(DBAPIError, match="this talk is recorded"):
        put(store, late)
    assert voices(store, talk, student) == before


def test_who_hands_in_while_another_desk_records_gets_a_stale_save(server_store: Store) -> None:
    talk, student = new_id(), server_store.student()
    waiting = sa.text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
    with ThreadPoolExecutor(1) as pool:
        with server_store.work() as recording:
            open_dossier(recording, student)
            writing.write_talk(recording, trialogue(talk, student), talk, 1)
            handing = pool.submit(handed_in, server_store, talk, student)
            deadline = time.monotonic() + 20
            with server_store.engine.connect() as looking:
                while not looking.scalar(waiting) and time.monotonic() < deadline:
                    time.sleep(0.02)
        with pytest.raises(StaleSave):
            handing.result(timeout=20)
    assert voices(server_store, talk, student) == ()


def test_a_talk_belongs_to_one_student(store: Store) -> None:
    talk, zoe, other = new_id(), store.student(), store.student("0411002")
    handed_in(store, talk, zoe)
    with pytest.raises(NotFound):
        handed_in(store, talk, other)
    closed = new_id()
    close(store, closed, zoe)
    with pytest.raises(NotFound):
        handed_in(store, closed, other)


def test_who_only_reads_along_hands_nothing_in(store: Store) -> None:
    talk, student = new_id(), store.student()
    reader = store.colleague(Role.COUNSELLOR)
    with pytest.raises(NotFound), store.work(reader) as work:
        submit_voice(work, talk, student, Party.SCHOOL, said("Nee."), "", VoiceSource.SCHOOL, 0)


@pytest.fixture
def student(store: Store) -> UUID:
    """A student of the owner."""
    return store.student()


def opened(store: Store, student: UUID) -> Trialogue:
    """The trialogue as its page shows it."""
    with store.work() as work:
        return operations.open_trialogue(work, student)


def kept(store: Store, draft: TrialogueDraft, desk: Desk | None = None) -> datetime:
    """Keep what the counsellor typed."""
    with store.work() as work:
        return operations.keep_draft(work, draft, desk)


def recorded(store: Store, draft: TrialogueDraft) -> ConversationView:
    """The talk as it reads back after it was closed."""
    with store.work() as work:
        done = operations.record_together(work, draft)
    assert done.changes.touches("conversation", "voice")
    return read(store, draft)


def read(store: Store, draft: TrialogueDraft) -> ConversationView:
    """The recorded talk."""
    with store.work() as work:
        open_dossier(work, draft.student_id)
        return queries.get_conversation(work, draft.id)


def told(draft: TrialogueDraft) -> TrialogueDraft:
    """The draft with something in every part."""
    return replace(
        draft,
        school=(
            VoicePart(VoiceTopic.QUALITIES, "Legt goed uit."),
            VoicePart(VoiceTopic.MOTIVES, " "),
        ),
        marks=(
            TopicMark(VoiceTopic.MOTIVES, Mark.DISCUSS),
            TopicMark(VoiceTopic.QUALITIES, Mark.AGREE),
        ),
        together="We zien alle drie dat je rustig blijft.",
        agreements=(AgreementText("Belt de planning", AgreementOwner.COMPANY, date(2026, 12, 1)),),
        next_talk=NextTalk(date(2027, 1, 18), "09:20", ConversationKind.PLACEMENT_VISIT),
    )


def worded(store: Store, draft: TrialogueDraft, party: Party, response: StudentResponse) -> None:
    """Let a party say what it thinks of the conclusion as it stands in the draft."""
    word = Word(draft.id, draft.student_id, party, draft.together, draft.agreements, response)
    with store.work() as work:
        lent.hand_in_word(work, word)


def test_a_trialogue_begins_once_and_its_id_stays(store: Store, student: UUID) -> None:
    first = opened(store, student)
    assert opened(store, student).draft == first.draft
    assert (first.student.id, first.counsellor) == (student, "Mirjam Bakker")
    assert (first.voices, first.begun, first.words) == ((), frozenset(), {})
    assert first.draft.held_on == first.today == date(2026, 11, 23)


def test_its_day_goes_along_until_something_was_said_together(store: Store, student: UUID) -> None:
    begun = opened(store, student).draft
    store.clock.moment += timedelta(days=3)
    on_thursday = opened(store, student).draft
    assert on_thursday == replace(begun, held_on=date(2026, 11, 26))
    chosen = replace(begun, held_on=date(2026, 11, 25))
    for kept, expected in (
        (chosen, chosen.held_on),
        (replace(on_thursday, school=said("Zit vooraan.")), date(2026, 11, 27)),
        (replace(on_thursday, together="Samen verder."), date(2026, 11, 26)),
    ):
        with store.work() as work:
            operations.keep_draft(work, kept)
        store.clock.moment += timedelta(days=1)
        assert opened(store, student).draft == replace(kept, held_on=expected)
        store.clock.moment -= timedelta(days=1)


def test_it_takes_kind_and_company_from_what_is_planned(store: Store, student: UUID) -> None:
    with store.work() as work:
        company = Company(name="Hotel De Brug", place="", updated_at=store.clock.now())
        work.session.add(company)
        work.session.flush()
        work.session.add(
            Placement(
                student_id=student, company_id=company.id, trainer="Marit Bos", trainer_email="",
                trainer_phone="", starts_on=date(2026, 9, 1), ends_on=None,
                updated_at=store.clock.now(),
            )
        )  # fmt: skip
        for on, form in ((24, ConversationForm.DIALOGUE), (25, ConversationForm.TRIALOGUE)):
            writing_appointments.plan(
                work,
                AppointmentDraft(
                    new_id(), student, ConversationKind.END, date(2026, 11, on), form=form
                ),
            )
    view = opened(store, student)
    assert view.placement is not None
    assert (view.placement.company.name, view.placement.trainer) == ("Hotel De Brug", "Marit Bos")
    assert view.planned is not None
    assert (view.planned.on, view.draft.kind) == (date(2026, 11, 25), ConversationKind.END)


def test_voices_whose_draft_is_gone_go_on_in_the_same_talk(store: Store, student: UUID) -> None:
    talk = new_id()
    handed_in(store, talk, student)
    assert opened(store, student).draft.id == talk


def test_what_was_typed_comes_back_as_typed(store: Store, student: UUID) -> None:
    draft = told(opened(store, student).draft)
    kept(store, replace(draft, together="\x00\ud800 half"))
    assert opened(store, student).draft == replace(draft, together="\x00\ud800 half")
    kept(store, draft)
    with store.work() as work:
        operations.drop_draft(work, draft)
    gone = opened(store, student).draft
    assert (is_untouched(gone), gone.id) == (True, draft.id)
    with store.work() as work:
        operations.put_back_draft(work, draft)
    assert opened(store, student).draft == draft
    assert not is_untouched(draft)


def test_another_desk_does_not_write_over_what_it_did_not_see(store: Store, student: UUID) -> None:
    draft = opened(store, student).draft
    mine, theirs = Desk(new_id()), Desk(new_id())
    seen = kept(store, told(draft), replace(mine, saw=opened(store, student).draft_saved_at))
    kept(store, replace(told(draft), together="Verder."), Desk(mine.id, seen))
    with pytest.raises(StaleSave):
        kept(store, replace(draft, together="Anders."), theirs)
    # The same words are no quarrel.
    kept(store, replace(told(draft), together="Verder."), theirs)


def test_a_closed_trialogue_stands_among_the_talks_with_all_that_was_said(
    store: Store, student: UUID
) -> None:
    draft = told(opened(store, student).draft)
    handed_in(store, draft.id, student, Party.STUDENT, "Ik blijf rustig.")
    handed_in(store, draft.id, student, Party.COMPANY)
    kept(store, draft)
    worded(store, draft, Party.STUDENT, StudentResponse(Verdict.AGREES, ""))
    worded(store, draft, Party.COMPANY, StudentResponse(Verdict.DIFFERS, "Er mist iets."))
    assert set(opened(store, student).words) == {Party.STUDENT, Party.COMPANY}
    view = recorded(store, draft)
    assert (view.form, view.summary) == (ConversationForm.TRIALOGUE, draft.together)
    assert [(v.party, v.said(VoiceTopic.QUALITIES)) for v in view.voices] == [
        (Party.STUDENT, "Ik blijf rustig."),
        (Party.SCHOOL, "Legt goed uit."),
        (Party.COMPANY, "Rustig met klanten."),
    ]
    assert view.marks == (
        TopicMark(VoiceTopic.QUALITIES, Mark.AGREE),
        TopicMark(VoiceTopic.MOTIVES, Mark.DISCUSS),
    )
    assert [(item.what, item.owner) for item in view.agreements] == [
        ("Belt de planning", AgreementOwner.COMPANY)
    ]
    assert view.response == StudentResponse(Verdict.AGREES, "", date(2026, 11, 23))
    assert view.company_response is not None
    assert view.company_response.text == "Er mist iets."
    with store.work() as work:
        planned = queries_appointments.next_appointments(work, [student])[student]
    assert (planned.on, planned.from_talk) == (date(2027, 1, 18), view.id)
    # The next one is another talk.
    assert opened(store, student).draft.id != draft.id


def test_a_word_on_another_conclusion_than_was_recorded_does_not_count(
    store: Store, student: UUID
) -> None:
    draft = told(opened(store, student).draft)
    worded(store, draft, Party.STUDENT, StudentResponse(Verdict.AGREES))
    changed = replace(draft, together="Iets heel anders.")
    assert not opened(store, student).words[Party.STUDENT].is_about(changed)
    view = recorded(store, changed)
    assert (view.response, view.company_response) == (None, None)


def test_closing_twice_writes_once_and_other_words_are_a_stale_save(
    store: Store, student: UUID
) -> None:
    draft = told(opened(store, student).draft)
    first = recorded(store, draft)
    assert recorded(store, draft) == first
    for other in (
        replace(draft, together="Anders."),
        replace(draft, agreements=()),
    ):
        with pytest.raises(StaleSave), store.work() as work:
            operations.record_together(work, other)
    with pytest.raises(NotFound), store.work() as work:
        operations.record_together(work, replace(draft, student_id=store.student("0411009")))
    assert read(store, draft) == first


def test_the_schools_part_is_handed_in_once_for_the_same_words(store: Store, student: UUID) -> None:
    draft = told(opened(store, student).draft)
    with store.work() as work:
        submit_voice(
            work, draft.id, student, Party.SCHOOL, said("Legt goed uit."), "",
            VoiceSource.SCHOOL, 0,
        )  # fmt: skip
    assert len(recorded(store, draft).voices) == 1


def test_a_talk_in_which_nothing_was_said_together_is_not_closed(
    store: Store, student: UUID
) -> None:
    draft = opened(store, student).draft
    with pytest.raises(InputRefused, match="nog niets"), store.work() as work:
        operations.record_together(work, draft)


def test_a_party_writes_its_own_part_on_the_lent_laptop(store: Store, student: UUID) -> None:
    talk = opened(store, student).draft.id
    handed_in(store, talk, student, Party.SCHOOL, "Alleen van school.")
    with store.work() as work:
        draft = lent.begin_voice(work, talk, student, Party.STUDENT, "Zoë")
    assert (draft.parts, draft.seen) == ((), 0)
    typed = replace(draft, parts=said("half\x00"))
    with store.work() as work:
        lent.keep_voice(work, typed)
    assert opened(store, student).begun == {Party.STUDENT}
    with store.work() as work:
        assert lent.begin_voice(work, talk, student, Party.STUDENT, "Zoë") == typed
    with store.work() as work:
        lent.hand_in_voice(work, replace(typed, parts=said("Heel.")))
    assert opened(store, student).begun == frozenset()
    with store.work() as work:
        again = lent.begin_voice(work, talk, student, Party.STUDENT, "Zoë")
    assert (again.parts, again.seen) == (said("Heel."), 1)


def test_the_school_has_no_lent_part_and_no_last_word(store: Store, student: UUID) -> None:
    talk = opened(store, student).draft.id
    voice = VoiceDraft(talk, student, Party.SCHOOL, "Mirjam", said("Ik."))
    word = Word(talk, student, Party.SCHOOL, "x", (), StudentResponse(Verdict.AGREES))
    for refused, args in (
        (lent.begin_voice, (talk, student, Party.SCHOOL, "Mirjam")),
        (lent.keep_voice, (voice,)),
        (lent.hand_in_voice, (voice,)),
        (lent.begin_word, (word,)),
        (lent.keep_word, (word,)),
        (lent.hand_in_word, (word,)),
    ):
        with pytest.raises(InputRefused, match="eigen deel"), store.work() as work:
            refused(work, *args)  # type: ignore[operator]


def test_a_last_word_is_kept_and_counts_when_it_is_handed_in(store: Store, student: UUID) -> None:
    draft = told(opened(store, student).draft)
    said_so = StudentResponse(Verdict.DIFFERS, "Ik zie het anders.")
    word = Word(draft.id, student, Party.STUDENT, draft.together, draft.agreements, said_so)
    with store.work() as work:
        assert lent.begin_word(work, replace(word, response=None)).response is None
        lent.keep_word(work, replace(word, ready=True))
    assert not opened(store, student).words[Party.STUDENT].ready
    with store.work() as work:
        assert lent.begin_word(work, replace(word, response=None)) == word
        other = replace(word, together="Anders.", response=None)
        assert lent.begin_word(work, other) == other
    assert recorded(store, draft).response is None


@pytest.mark.parametrize(
    ("response", "words"),
    [
        (None, "Kies eerst"),
        (StudentResponse(Verdict.DIFFERS, " "), "eigen woorden"),
    ],
)
def test_a_last_word_that_says_nothing_is_refused(
    store: Store, student: UUID, response: StudentResponse | None, words: str
) -> None:
    draft = told(opened(store, student).draft)
    word = Word(draft.id, student, Party.STUDENT, draft.together, draft.agreements, response)
    with pytest.raises(InputRefused, match=words), store.work() as work:
        lent.hand_in_word(work, word)


def test_a_last_word_belongs_to_its_own_talk_and_comes_before_the_recording(
    store: Store, student: UUID
) -> None:
    draft = told(opened(store, student).draft)
    recorded(store, draft)
    agrees = StudentResponse(Verdict.AGREES)
    word = Word(draft.id, student, Party.STUDENT, draft.together, draft.agreements, agrees)
    with pytest.raises(InputRefused, match="al vastgelegd"), store.work() as work:
        lent.hand_in_word(work, word)
    other = store.student("0411002")
    with pytest.raises(NotFound), store.work() as work:
        lent.hand_in_word(work, replace(word, student_id=other))

"""Three voices: each party's own, added to and never changed, and closed with the talk."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from lob_workbench.domain.career import ConversationForm, VoiceTopic
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, NotFound, StaleSave
from lob_workbench.domain.rights import Role
from lob_workbench.features.trialogue.operations import submit_voice
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.talks import queries_voices, writing
from lob_workbench.talks.records_voices import Voice
from lob_workbench.talks.rules import MAX_TOPIC_TEXT, ConversationDraft, Party
from lob_workbench.talks.rules_voices import (
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

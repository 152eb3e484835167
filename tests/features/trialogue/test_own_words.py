"""No path leads to a changed word of another party, or of a talk that is closed.

A machine takes any steps in any order, also forbidden ones, and remembers what each party said.
"""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from lob_workbench.domain.career import VoiceTopic
from lob_workbench.domain.errors import WorkbenchError
from lob_workbench.features.conversations import operations as talks
from lob_workbench.features.trialogue import operations
from lob_workbench.features.trialogue import operations_lent as lent
from lob_workbench.features.trialogue import operations_moving as moving
from lob_workbench.features.trialogue.rules import TrialogueDraft, VoiceDraft, Word
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.talks import queries, queries_voices
from lob_workbench.talks.rules import (
    AgreementText,
    ConversationDraft,
    Party,
    StudentResponse,
    Verdict,
)
from lob_workbench.talks.rules_voices import Mark, TopicMark, VoicePart, VoiceSource
from tests.helpers.stores import Store

PARTIES = st.sampled_from(list(Party))
SOURCES = st.sampled_from(list(VoiceSource))
TEXTS = st.sampled_from(["Rustig.", "Verlegen.", "<b>Ja</b>", " ", "Łukasz\x00", "a" * 8_001])
TOPICS = st.sampled_from(list(VoiceTopic))
SEEN = st.integers(-1, 3)
TODAY = date(2026, 11, 23)


class OwnWords(RuleBasedStateMachine):
    """One trialogue, and everybody who tries to write in it."""

    def __init__(self, store: Store, number: str) -> None:
        super().__init__()
        self.store = store
        self.student = store.student(number)
        with store.work() as work:
            self.talk = operations.open_trialogue(work, self.student).draft.id
        self.said: dict[tuple[Party, int], tuple[str, str]] = {}
        """What each party handed in, by itself: topic and clean words."""
        self.versions: dict[UUID, str] = {}
        """Every recorded version as it read first."""
        self.closed = False

    def attempt(self, step: object, *args: object) -> bool:
        """Take a step; whether it was allowed."""
        try:
            with self.store.work() as work:
                step(work, *args)  # type: ignore[operator]
        except WorkbenchError:
            return False
        return True

    @rule(party=PARTIES, source=SOURCES, topic=TOPICS, text=TEXTS, seen=SEEN)
    def hand_in(
        self, party: Party, source: VoiceSource, topic: VoiceTopic, text: str, seen: int
    ) -> None:
        """Hand in from anywhere, also where that is not allowed."""
        part = (VoicePart(topic, text),)
        if self.attempt(
            operations.submit_voice, self.talk, self.student, party, part, "Iemand", source, seen
        ):
            assert not self.closed
            assert (party is Party.SCHOOL) == (source is VoiceSource.SCHOOL)
            assert seen == sum(who is party for who, _ in self.said)
            self.said[party, seen + 1] = (topic, text.replace("\x00", ""))

    @rule(party=PARTIES, text=TEXTS, seen=SEEN)
    def write_lent(self, party: Party, text: str, seen: int) -> None:
        """Type on the lent laptop, and perhaps hand it in."""
        topic = VoiceTopic.QUALITIES
        draft = VoiceDraft(
            self.talk, self.student, party, "Iemand", (VoicePart(topic, text),), seen
        )
        self.attempt(lent.keep_voice, draft)
        if self.attempt(lent.hand_in_voice, draft):
            assert party is not Party.SCHOOL
            assert not self.closed
            self.said[party, seen + 1] = (topic, text.replace("\x00", ""))

    @rule(text=TEXTS, topic=TOPICS, mark=st.sampled_from(list(Mark)))
    def type_and_throw_away(self, text: str, topic: VoiceTopic, mark: Mark) -> None:
        """The counsellor's own draft touches no voice."""
        draft = self._draft(text, topic, mark)
        self.attempt(operations.keep_draft, draft)
        self.attempt(operations.drop_draft, draft)
        self.attempt(operations.put_back_draft, draft)

    @rule(party=PARTIES, verdict=st.sampled_from(list(Verdict)), text=TEXTS)
    def say_a_last_word(self, party: Party, verdict: Verdict, text: str) -> None:
        """Say what one thinks of the conclusion."""
        word = Word(self.talk, self.student, party, "Samen.", (), StudentResponse(verdict, text))
        self.attempt(lent.keep_word, word)
        if self.attempt(lent.hand_in_word, word):
            assert not self.closed

    @rule(text=TEXTS, together=st.sampled_from(["Samen.", "Anders."]))
    def close(self, text: str, together: str) -> None:
        """Record it, or try to record it once more with other words."""
        draft = replace(self._draft(text, VoiceTopic.MOTIVES, Mark.AGREE), together=together)
        was_closed = self.closed
        if self.attempt(operations.record_together, draft):
            self.closed = True
            if not was_closed and text.strip() and text != "a" * 8_001:
                self._school_spoke(text)
            self._read_versions()

    @rule(reason=st.sampled_from(["", "De naam klopte niet"]))
    def correct(self, reason: str) -> None:
        """A correction is a new version; the one before it reads as it did."""
        if not self.versions:
            return
        newest = max(self.versions)
        draft = ConversationDraft(
            new_id(), self.student, held_on=TODAY, summary="Verbeterd.", corrects=newest,
            agreements=(AgreementText("Belt de planning"),), reason=reason,
        )  # fmt: skip
        if self.attempt(talks.record, draft):
            self._read_versions()

    @rule(party=PARTIES, text=TEXTS)
    def bring_from_elsewhere(self, party: Party, text: str) -> None:
        """What comes from a workbook is a version beside the others, or nothing at all."""
        with self.store.work() as work:
            open_dossier(work, self.student)
            standing = queries_voices.voices_of_talk(work, self.talk)
        if standing:
            # Under the id of a version that stands there: refused by the key itself.
            copy = replace(standing[0], parts=(VoicePart(VoiceTopic.MOTIVES, "Vervalst"),))
            with pytest.raises(Exception, match=r"(?i)unique|recorded"):
                self._bring(copy)

    def _bring(self, copy: object) -> None:
        with self.store.work() as work:
            moving.write_voices(work, self.student, (copy,))  # type: ignore[arg-type]

    def _draft(self, text: str, topic: VoiceTopic, mark: Mark) -> TrialogueDraft:
        return TrialogueDraft(
            self.talk,
            self.student,
            held_on=TODAY,
            school=(VoicePart(topic, text),),
            marks=(TopicMark(topic, mark),),
            together="Samen.",
        )

    def _school_spoke(self, text: str) -> None:
        number = sum(who is Party.SCHOOL for who, _ in self.said)
        clean = text.replace("\x00", "")
        if number and self.said[Party.SCHOOL, number] == (VoiceTopic.MOTIVES, clean):
            return  # the same words once more are no new version
        if number and self._same_as_kept(number, text):
            return
        self.said[Party.SCHOOL, number + 1] = (VoiceTopic.MOTIVES, clean)

    def _same_as_kept(self, number: int, text: str) -> bool:
        return self.said[Party.SCHOOL, number] == (VoiceTopic.MOTIVES, text.strip())

    def _read_versions(self) -> None:
        with self.store.work() as work:
            open_dossier(work, self.student)
            for version in queries.versions_of(work, self.talk):
                self.versions.setdefault(version, self._as_read(work, version))

    def _as_read(self, work: object, version: UUID) -> str:
        view = queries.get_conversation(work, version)  # type: ignore[arg-type]
        return repr(
            (
                view.form, view.summary, view.held_on, view.reason, view.version_number,
                view.voices, view.response, view.company_response,
                [item.what for item in view.agreements], view.marks if view.voices else (),
            )
        )  # fmt: skip

    @invariant()
    def everybody_said_what_they_said(self) -> None:
        """Every voice that was handed in reads as it did, and no other stands there."""
        with self.store.work() as work:
            open_dossier(work, self.student)
            found = {
                (voice.party, voice.number): tuple((part.topic, part.text) for part in voice.parts)
                for voice in queries_voices.voices_of_talk(work, self.talk)
            }
            assert found == {key: (said,) for key, said in self.said.items()}
            for version, read in self.versions.items():
                assert self._as_read(work, version) == read


def test_no_path_changes_a_word_of_another_or_of_a_closed_talk(store: Store) -> None:
    numbers = iter(range(10_000))

    def machine() -> OwnWords:
        return OwnWords(store, f"05{next(numbers):05}")

    run_state_machine_as_test(
        machine,
        settings=settings(
            settings(),
            max_examples=12,
            stateful_step_count=14,
            suppress_health_check=list(HealthCheck),
        ),
    )

"""What other pages, paper and other databases know of a trialogue."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from lob_workbench.domain.career import ConversationForm, ConversationKind, VoiceTopic
from lob_workbench.domain.contributions import Target, Tone
from lob_workbench.domain.draft_copy import KeptCopy
from lob_workbench.domain.errors import NotFound
from lob_workbench.domain.moving import MovedKind, MoveReport, MovingStudent, Outcome
from lob_workbench.domain.rights import Role
from lob_workbench.features.conversations import moving as talks_moving
from lob_workbench.features.conversations import operations as talks
from lob_workbench.features.conversations import overview as talks_overview
from lob_workbench.features.conversations.report import conversation_pdf
from lob_workbench.features.trialogue import drafts, moving, operations, overview
from lob_workbench.features.trialogue import operations_lent as lent
from lob_workbench.features.trialogue.operations_away import compare_copies
from lob_workbench.features.trialogue.rules import TrialogueDraft, VoiceDraft, Word
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.talks import queries, queries_voices, writing_appointments
from lob_workbench.talks.records_voices import Voice
from lob_workbench.talks.rules import (
    ConversationView,
    PaperHead,
    Party,
    StudentResponse,
    Verdict,
)
from lob_workbench.talks.rules_appointments import AppointmentDraft
from lob_workbench.talks.rules_voices import VoicePart
from tests.features.trialogue.test_operations import (
    handed_in,
    opened,
    read,
    recorded,
    said,
    told,
    worded,
)
from tests.helpers.stores import MONDAY, Store
from tests.output.reading import squeezed, texts


@pytest.fixture
def student(store: Store) -> UUID:
    """A student of the owner."""
    return store.student()


def planned(store: Store, student: UUID, day: int, form: ConversationForm) -> None:
    """Plan a visit in November 2026."""
    with store.work() as work:
        writing_appointments.plan(
            work,
            AppointmentDraft(
                new_id(), student, ConversationKind.PLACEMENT_VISIT, date(2026, 11, day),
                "10:00", form=form,
            ),
        )  # fmt: skip


def waiting(store: Store) -> Mapping[str, tuple[UUID | None, ...]]:
    """What *Vandaag* says of trialogues: who stands under each heading."""
    with store.work() as work:
        view = overview.today(work)
    return {
        group.heading_one: tuple(item.student_id for item in group.items)
        for group in view.attention
    }


def test_vandaag_tells_whose_part_is_missing(store: Store, student: UUID) -> None:
    planned(store, store.student("0411002"), 24, ConversationForm.DIALOGUE)
    assert waiting(store) == {}
    planned(store, student, 25, ConversationForm.TRIALOGUE)
    assert waiting(store) == {"1 trialoog wacht op het bedrijf": (student,)}
    talk = opened(store, student).draft.id
    handed_in(store, talk, student, Party.COMPANY)
    assert waiting(store) == {"1 trialoog: bedrijf is binnen, student nog niet": (student,)}
    handed_in(store, talk, student, Party.STUDENT)
    assert waiting(store) == {"1 trialoog: student en bedrijf zijn binnen": (student,)}
    with store.work() as work:
        (group,) = overview.today(work).attention
    assert (group.tone, group.items[0].on) == (Tone.GOOD, date(2026, 11, 25))
    assert group.items[0].target == Target("trialogue", student)
    recorded(store, told(opened(store, student).draft))
    assert waiting(store) == {}


def test_a_trialogue_of_today_opens_the_page_of_three(store: Store, student: UUID) -> None:
    planned(store, student, 23, ConversationForm.TRIALOGUE)
    with store.work() as work:
        (appointment,) = talks_overview.today(work).appointments
    assert appointment.target == Target("trialogue", student)


def test_the_time_line_leads_to_a_trialogue_that_is_going_on(store: Store, student: UUID) -> None:
    def told_there() -> list[str]:
        with store.work() as work:
            return [item.title for item in overview.story(work, student)]

    assert told_there() == []
    talk = opened(store, student).draft.id
    handed_in(store, talk, student, Party.STUDENT)
    assert told_there() == ["Trialoog: wacht op het bedrijf"]
    handed_in(store, talk, student, Party.COMPANY)
    assert told_there() == ["Trialoog: student en bedrijf zijn binnen"]
    other = store.student("0411002")
    handed_in(store, opened(store, other).draft.id, other, Party.COMPANY)
    with store.work() as work:
        (item,) = overview.story(work, other)
    assert (item.title, item.target) == (
        "Trialoog: wacht op de student",
        Target("trialogue", other),
    )


def test_what_is_only_written_down_waits_for_nobody_yet(store: Store, student: UUID) -> None:
    with store.work() as work:
        operations.keep_draft(work, told(opened(store, student).draft))
    with store.work() as work:
        assert overview.today(work).attention == ()


def test_who_only_reads_along_is_not_sent_to_the_page(store: Store, student: UUID) -> None:
    if not store.shared:
        return
    handed_in(store, opened(store, student).draft.id, student)
    reader = store.colleague(Role.COUNSELLOR, Role.SECOND_LINE)
    store.grant(student, reader)
    with store.work(reader) as work:
        assert overview.story(work, student) == ()
        assert overview.today(work).attention == ()


def test_a_company_says_its_word_of_a_record_and_only_at_a_trialogue(
    store: Store, student: UUID
) -> None:
    view = recorded(store, told(opened(store, student).draft))
    differs = StudentResponse(Verdict.DIFFERS, "Dat was anders.")
    with store.work() as work:
        talks.respond(work, view.id, differs, Party.COMPANY)
    answered = read(store, told(replace(opened(store, student).draft, id=view.id)))
    assert answered.company_response is not None
    assert (answered.company_response.text, answered.response) == ("Dat was anders.", None)
    with pytest.raises(NotFound), store.work() as work:
        talks.respond(work, view.id, differs, Party.SCHOOL)


def whole(store: Store, student: UUID) -> ConversationView:
    """A closed trialogue with everything in it."""
    draft = told(opened(store, student).draft)
    handed_in(store, draft.id, student, Party.STUDENT, "Ik blijf <b>rustig</b> & R&D.")
    handed_in(store, draft.id, student, Party.COMPANY, "Verlegen.")
    handed_in(store, draft.id, student, Party.COMPANY, "Rustig, niet verlegen.", 1)
    worded(store, draft, Party.COMPANY, StudentResponse(Verdict.DIFFERS, "Er mist iets."))
    return recorded(store, draft)


def printed(view: ConversationView) -> str:
    """The words on paper, without white space."""
    return squeezed(texts(conversation_pdf(view, PaperHead("Het Voorbeeldcollege")))[1])


def test_the_report_prints_the_three_voices_and_each_word(store: Store, student: UUID) -> None:
    view = whole(store, student)
    text = printed(view)
    for words in (
        "Drie stemmen",
        "Leerbedrijf, 23 november 2026",
        "Ik blijf <b>rustig</b> & R&D.",
        "Legt goed uit.",
        "Rustig, niet verlegen.",
        "Dit vinden we: eens",
        "Wat er eerst stond",
        "Verlegen.",
        "Wat je leerbedrijf van dit verslag vindt",
        "Er mist iets.",
        "Praktijkopleider",
        "Belt de planning",
    ):
        assert squeezed(words) in text, words
    bare = replace(view, voices=(), marks=(), company_response=None)
    text = printed(bare)
    assert squeezed("heeft niets ingevuld") in text
    assert squeezed("Wat er eerst stond") not in text


def test_a_correction_keeps_the_voices_and_the_marks(store: Store, student: UUID) -> None:
    view = whole(store, student)
    with store.work() as work:
        draft = talks.prepare_correction(work, view.id).draft
    with store.work() as work:
        done = talks.record(work, replace(draft, summary="Verbeterd.", reason="Naam"))
    with store.work() as work:
        second = talks.read_conversation(work, done.conversation_id)
    assert (second.form, second.voices, second.marks) == (view.form, view.voices, view.marks)


# From laptop to school


def moved(here: Store, there: Store, at: UUID, to: UUID) -> MoveReport:
    """Bring the voices first and the talks after them, as the features stand in their list."""
    who = MovingStudent(at, to, "Zoë")
    report = moving.move(here.work, there.work, who)
    return report | talks_moving.move(here.work, there.work, who)


def test_a_trialogue_moves_to_a_school_with_its_voices_and_twice_is_harmless(
    embedded_store: Store, server_store: Store
) -> None:
    here, there = embedded_store.student(), server_store.student()
    view = whole(embedded_store, here)
    begun = told(opened(embedded_store, here).draft)
    with embedded_store.work() as work:
        operations.keep_draft(work, begun)
    handed_in(embedded_store, begun.id, here, Party.STUDENT)
    report = moved(embedded_store, server_store, here, there)
    assert report.count(Outcome.CAME) > 0
    with server_store.work() as work:
        open_dossier(work, there)
        came = queries.get_conversation(work, view.id)
    assert [replace(v, student_id=here) for v in came.voices] == list(view.voices)
    assert (came.marks, came.company_response) == (view.marks, view.company_response)
    assert opened(server_store, there).draft == replace(begun, student_id=there)
    assert [v.party for v in opened(server_store, there).voices] == [Party.STUDENT]
    again = moved(embedded_store, server_store, here, there)
    assert again.count(Outcome.CAME) == 0
    assert again.count(Outcome.DIFFERS) == 0


def test_what_stands_at_the_school_is_never_written_over(
    embedded_store: Store, server_store: Store
) -> None:
    here, there = embedded_store.student(), server_store.student()
    draft = told(opened(embedded_store, here).draft)
    with embedded_store.work() as work:
        operations.keep_draft(work, draft)
    handed_in(embedded_store, draft.id, here, Party.COMPANY, "Van de laptop.")
    handed_in(server_store, draft.id, there, Party.COMPANY, "Van school.")
    with server_store.work() as work:
        operations.keep_draft(
            work, TrialogueDraft(draft.id, there, held_on=date(2026, 11, 23), together="Anders.")
        )
    report = moved(embedded_store, server_store, here, there)
    assert report.count(Outcome.DIFFERS) == 2
    (voice,) = opened(server_store, there).voices
    assert voice.said(VoiceTopic.QUALITIES) == "Van school."
    recorded(server_store, replace(told(draft), student_id=there))
    handed_in(embedded_store, draft.id, here, Party.STUDENT, "Te laat.")
    late = moved(embedded_store, server_store, here, there)
    assert late.count(Outcome.STAYED) >= 1


def test_an_id_that_is_taken_out_of_sight_stays_behind(
    embedded_store: Store, server_store: Store
) -> None:
    here, there = embedded_store.student(), server_store.student()
    other = server_store.student("0411777", counsellor_id=None)
    talk = opened(embedded_store, here).draft.id
    handed_in(embedded_store, talk, here)
    with embedded_store.work() as work:
        open_dossier(work, here)
        (mine,) = queries_voices.voices_of_talk(work, talk)
    with server_store.unguarded() as work:
        work.session.add(
            Voice(
                id=mine.id, talk_id=new_id(), student_id=other, party=Party.COMPANY, number=1,
                source=mine.source, by_name="X", handed_in_at=MONDAY, parts=[],
            )
        )  # fmt: skip
    report = moving.move(embedded_store.work, server_store.work, MovingStudent(here, there, "Zoë"))
    assert report.count(Outcome.STAYED) == 1
    assert MovedKind.VOICE.value == "voice"


# Copies on a laptop


def copy(screen_copy: object) -> KeptCopy:
    """A copy as the laptop keeps it."""
    return KeptCopy(screen_copy, MONDAY)  # type: ignore[arg-type]


def test_copies_on_a_laptop_are_offered_until_the_school_has_them(
    store: Store, student: UUID
) -> None:
    draft = told(opened(store, student).draft)
    voice = VoiceDraft(draft.id, student, Party.COMPANY, "Marit", said("Rustig."))
    word = Word(draft.id, student, Party.STUDENT, "Samen.", (), StudentResponse(Verdict.AGREES))
    copies = [
        copy(drafts.copy_of(draft)),
        copy(drafts.copy_of_voice(voice)),
        copy(drafts.copy_of_word(word)),
    ]

    def found() -> tuple[list[str], list[str]]:
        with store.work() as work:
            findings = compare_copies(work, copies)
        return (
            [offer.kept.copy.screen for offer in findings.offers],
            [kept.copy.screen for kept in findings.known],
        )

    assert found() == (["trialogue", "trialogue.voice", "trialogue.word"], [])
    with store.work() as work:
        operations.keep_draft(work, draft)
        lent.hand_in_voice(work, voice)
    assert found() == (["trialogue.word"], ["trialogue", "trialogue.voice"])
    recorded(store, draft)
    assert found() == ([], ["trialogue", "trialogue.voice", "trialogue.word"])
    stranger = store.colleague(Role.COUNSELLOR)
    other = replace(copies[0], copy=replace(copies[0].copy, screen="conversation"))
    with store.work(stranger) as work:
        findings = compare_copies(work, [*copies, other])
    assert (findings.offers, findings.known) == ((), ())


def test_an_empty_copy_is_no_offer(store: Store, student: UUID) -> None:
    draft = opened(store, student).draft
    empty = VoiceDraft(
        draft.id, student, Party.STUDENT, "Zoë", (VoicePart(VoiceTopic.MOTIVES, " "),)
    )
    with store.work() as work:
        findings = compare_copies(
            work, [copy(drafts.copy_of(draft)), copy(drafts.copy_of_voice(empty))]
        )
    assert findings.offers == ()

"""Forms out and in, on both engines: what is taken over, and what is refused with which reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import DBAPIError

from lob_workbench.domain.career import ConversationForm, ConversationKind, VoiceTopic
from lob_workbench.domain.errors import InputRefused, NotFound, StaleSave
from lob_workbench.domain.moving import MovedKind, MovingStudent, Outcome
from lob_workbench.domain.rights import Role
from lob_workbench.features.trialogue.moving_forms import move_forms
from lob_workbench.features.trialogue.operations_forms import (
    check_form,
    issue_form,
    list_forms,
    print_again,
    propose_form,
    read_original,
    take_over,
)
from lob_workbench.features.trialogue.operations_forms_moving import read_forms, write_forms
from lob_workbench.features.trialogue.records_forms import FormFile, IssuedForm
from lob_workbench.features.trialogue.report_form import form_pdf
from lob_workbench.features.trialogue.rules_forms import (
    DAY_FIELD,
    FUNCTION_FIELD,
    NAME_FIELD,
    TOKEN_FIELD,
    FormState,
    IssuedSheet,
    answer_field,
    answers_in,
)
from lob_workbench.output.filled import FilledForm, read_filled
from lob_workbench.people.records_placements import Company, Placement
from lob_workbench.people.rules import GrantKind
from lob_workbench.storage.audit import AuditEntry, open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.talks.records_appointments import Appointment
from lob_workbench.talks.records_voices import Voice, VoiceText
from lob_workbench.talks.rules import Party
from lob_workbench.talks.rules_appointments import AppointmentStatus
from lob_workbench.talks.rules_voices import VoiceSource
from tests.features.conversations.test_operations import a_talk, recorded
from tests.helpers.filling import filled_by_pdftk
from tests.helpers.stores import Store

ANSWERS = {
    NAME_FIELD: "Ans de Boer",
    FUNCTION_FIELD: "praktijkopleider",
    DAY_FIELD: "3 december",
    answer_field(VoiceTopic.QUALITIES): "Blijft rustig. <b>Echt</b> & snel 😀",
    answer_field(VoiceTopic.SEEN_QUALITIES): "Łatwo: leert snel\nen vraagt door",
}


@pytest.fixture
def student(store: Store) -> UUID:
    return store.student()


@pytest.fixture
def talk() -> UUID:
    return new_id()


def issued(
    store: Store,
    student: UUID,
    talk: UUID,
    party: Party = Party.COMPANY,
    until: date | None = None,
) -> IssuedSheet:
    with store.work() as work:
        return issue_form(work, student, talk, party, until or store.clock.today())


def returned(form: IssuedSheet, **values: str) -> FilledForm:
    said = {TOKEN_FIELD: form.sheet.token, **ANSWERS, **values}
    return FilledForm("Ingevuld.pdf", b"%PDF-1.7 \x00\xff", said)


def refused(store: Store, student: UUID, talk: UUID, party: Party, form: FilledForm) -> str:
    """The reason, which looking and taking over give alike; and nothing was changed."""
    before = everything(store)
    with pytest.raises(InputRefused) as looking, store.work() as work:
        check_form(work, student, talk, party, form)
    with pytest.raises(InputRefused) as taking, store.work() as work:
        take_over(work, student, talk, party, form, 0)
    assert str(looking.value) == str(taking.value)
    assert everything(store) == before
    return str(taking.value)


def everything(store: Store) -> list[object]:
    with store.unguarded() as work:
        return [
            work.session.execute(sa.select(record.__table__).order_by(sa.text("1"))).all()
            for record in (IssuedForm, FormFile, Voice, VoiceText)
        ]


def voices(store: Store) -> list[tuple[Party, int, str, dict[VoiceTopic, str]]]:
    with store.unguarded() as work:
        found = work.session.scalars(sa.select(Voice).order_by(Voice.number)).all()
        return [
            (
                voice.party,
                voice.number,
                voice.by_name,
                {
                    part.topic: part.text
                    for part in work.session.scalars(
                        sa.select(VoiceText).where(VoiceText.voice_id == voice.id)
                    )
                },
            )
            for voice in found
        ]


def test_what_the_company_wrote_becomes_its_voice_and_the_file_is_kept(
    store: Store, student: UUID, talk: UUID
) -> None:
    form = issued(store, student, talk)
    filled = returned(form)
    with store.work() as work:
        checked = check_form(work, student, talk, Party.COMPANY, filled)
    assert (checked.form_id, checked.version) == (form.form_id, 1)
    assert checked.answers.filled_on == "3 december"
    assert voices(store) == []
    with store.work() as work:
        changes = take_over(work, student, talk, Party.COMPANY, filled, 0)
    assert changes.kinds == {"form", "voice"}
    assert student in changes.ids
    assert voices(store) == [
        (
            Party.COMPANY,
            1,
            "Ans de Boer, praktijkopleider",
            {
                VoiceTopic.QUALITIES: "Blijft rustig. <b>Echt</b> & snel 😀",
                VoiceTopic.SEEN_QUALITIES: "Łatwo: leert snel\nen vraagt door",
            },
        )
    ]
    with store.unguarded() as work:
        assert work.session.scalars(sa.select(Voice.source)).one() is VoiceSource.FORM
    with store.work() as work:
        (view,) = list_forms(work, student, talk, Party.COMPANY).forms
        assert (view.state, view.file_name) == (FormState.READ, "Ingevuld.pdf")
    with store.work() as work:
        original = read_original(work, student, form.form_id)
    assert (original.file_name, original.content) == ("Ingevuld.pdf", filled.content)


def test_from_paper_through_another_program_and_back(
    store: Store, student: UUID, talk: UUID, tmp_path: Path
) -> None:
    form = issued(store, student, talk)
    path = filled_by_pdftk(form_pdf(form.sheet), ANSWERS, tmp_path)
    filled = read_filled(path)
    with store.work() as work:
        take_over(work, student, talk, Party.COMPANY, filled, 0)
    ((_, _, by_name, parts),) = voices(store)
    assert by_name == "Ans de Boer, praktijkopleider"
    assert parts == {
        VoiceTopic.QUALITIES: ANSWERS["answer_qualities"],
        VoiceTopic.SEEN_QUALITIES: ANSWERS["answer_seen_qualities"],
    }
    with store.work() as work:
        assert read_original(work, student, form.form_id).content == path.read_bytes()


def test_before_it_is_made_it_is_shown_from_the_data(
    store: Store, student: UUID, talk: UUID
) -> None:
    day = store.clock.today() + timedelta(days=10)
    with store.unguarded() as work:
        company = Company(name="Bakkerij De Korenaar", place="", updated_at=store.clock.now())
        work.session.add(company)
        work.session.flush()
        work.session.add_all(
            [
                Placement(
                    student_id=student, company_id=company.id, trainer="Ans", trainer_email="",
                    trainer_phone="", starts_on=day, ends_on=None, updated_at=store.clock.now(),
                ),
                *(
                    Appointment(
                        student_id=student, staff_id=store.owner.staff_id,
                        kind=ConversationKind.PLACEMENT_VISIT, form=kind, on=on, at="",
                        minutes=30, status=AppointmentStatus.PLANNED, sequence=0,
                        made_at=store.clock.now(), updated_at=store.clock.now(),
                    )
                    for kind, on in (
                        (ConversationForm.DIALOGUE, day - timedelta(days=3)),
                        (ConversationForm.TRIALOGUE, day),
                    )
                ),
            ]
        )  # fmt: skip
    before = everything(store)
    with store.work() as work:
        sheet = propose_form(work, student, talk, Party.COMPANY)
    assert (sheet.talk, sheet.talk_on) == ("Stagebezoek", day)
    assert (sheet.company, sheet.counsellor) == ("Bakkerij De Korenaar", store.owner.name)
    assert (sheet.version, sheet.token) == (1, "")
    assert sheet.expires_on == store.clock.today() + timedelta(days=21)
    assert sheet.first_name in sheet.text.title
    assert everything(store) == before


def test_where_nothing_is_planned_it_is_a_trialogue_without_a_day(
    store: Store, student: UUID, talk: UUID
) -> None:
    with store.work() as work:
        sheet = propose_form(work, student, talk, Party.STUDENT)
    assert (sheet.talk, sheet.talk_on, sheet.company) == ("Trialoog", None, "")


def test_a_recorded_talk_takes_no_form_any_more(store: Store, student: UUID) -> None:
    talk = new_id()
    form = issued(store, student, talk)
    recorded(store, a_talk(student, id=talk, form=ConversationForm.TRIALOGUE))
    said = refused(store, student, talk, Party.COMPANY, returned(form))
    assert "al vastgelegd" in said
    for operation in (
        lambda work: issue_form(work, student, talk, Party.COMPANY, store.clock.today()),
        lambda work: propose_form(work, student, talk, Party.COMPANY),
    ):
        with pytest.raises(InputRefused, match="al vastgelegd"), store.work() as work:
            operation(work)


def test_a_talk_of_another_student_is_not_there(store: Store, student: UUID) -> None:
    other = store.student("0411002")
    view = recorded(store, a_talk(other))
    with pytest.raises(NotFound), store.work() as work:
        issue_form(work, student, view.talk_id, Party.COMPANY, store.clock.today())


def test_without_a_name_it_says_whose_form_it_is(store: Store, student: UUID, talk: UUID) -> None:
    for party, whose in ((Party.COMPANY, "Leerbedrijf"), (Party.STUDENT, "Zoë van 't Hart")):
        form = issued(store, student, talk, party)
        filled = returned(form, by_name=" ", by_function="")
        with store.work() as work:
            assert check_form(work, student, talk, party, filled).signed == whose
        with store.work() as work:
            take_over(work, student, talk, party, filled, 0)
    assert [by_name for _, _, by_name, _ in voices(store)] == ["Leerbedrijf", "Zoë van 't Hart"]


def test_the_same_form_can_be_put_on_paper_again(store: Store, student: UUID, talk: UUID) -> None:
    form = issued(store, student, talk)
    with store.work() as work:
        assert print_again(work, form.form_id).sheet == form.sheet
    with pytest.raises(NotFound), store.work() as work:
        print_again(work, new_id())


def test_a_second_form_replaces_the_first(store: Store, student: UUID, talk: UUID) -> None:
    first, second = issued(store, student, talk), issued(store, student, talk)
    other_party = issued(store, student, talk, Party.STUDENT)
    assert (first.sheet.version, second.sheet.version, other_party.sheet.version) == (1, 2, 1)
    with store.work() as work:
        newest, oldest = list_forms(work, student, talk, Party.COMPANY).forms
    assert (newest.state, oldest.state) == (FormState.OPEN, FormState.SUPERSEDED)
    assert newest.mark == second.mark
    said = refused(store, student, talk, Party.COMPANY, returned(first))
    assert "nieuwer formulier (versie 2); dit is versie 1" in said
    with store.work() as work:
        take_over(work, student, talk, Party.COMPANY, returned(second), 0)


def test_a_form_of_another_talk_party_or_day_is_refused(
    store: Store, student: UUID, talk: UUID
) -> None:
    form = issued(store, student, talk)
    said = refused(store, student, new_id(), Party.COMPANY, returned(form))
    assert "ander gesprek" in said
    someone_else = store.student("0411002")
    assert "ander gesprek" in refused(store, someone_else, talk, Party.COMPANY, returned(form))
    assert "andere partij" in refused(store, student, talk, Party.STUDENT, returned(form))
    store.clock.moment += timedelta(days=1)
    said = refused(store, student, talk, Party.COMPANY, returned(form))
    assert "geldig tot en met 23 november 2026" in said


def test_a_form_is_taken_over_once(store: Store, student: UUID, talk: UUID) -> None:
    form = issued(store, student, talk)
    with store.work() as work:
        take_over(work, student, talk, Party.COMPANY, returned(form), 0)
    said = refused(store, student, talk, Party.COMPANY, returned(form))
    assert "al ingelezen, op 23 november 2026" in said
    issued(store, student, talk)
    assert "al ingelezen" in refused(store, student, talk, Party.COMPANY, returned(form))


def test_no_token_a_strange_one_and_a_spoilt_one(store: Store, student: UUID, talk: UUID) -> None:
    form = issued(store, student, talk)
    for token, reason in (
        ("", "geen formulier van de werkbank"),
        ("  ", "geen formulier van de werkbank"),
        ("ABCD", "kenmerk van dit formulier klopt niet"),
        (form.sheet.token[:-1], "kenmerk van dit formulier klopt niet"),
        ("A" * 52, "hier niet bekend"),
    ):
        filled = returned(form, **{TOKEN_FIELD: token})
        assert reason in refused(store, student, talk, Party.COMPANY, filled)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(bit=st.integers(0, 255))
def test_any_flipped_bit_of_the_token_is_refused(
    embedded_store: Store, bit: int, request: pytest.FixtureRequest
) -> None:
    import base64

    store, known = embedded_store, request.node.stash
    if KEPT not in known:
        student, talk = store.student(), new_id()
        known[KEPT] = student, talk, issued(store, student, talk)
    student, talk, form = known[KEPT]
    raw = bytearray(base64.b32decode(form.sheet.token.replace("-", "") + "===="))
    raw[bit // 8] ^= 1 << bit % 8
    token = base64.b32encode(bytes(raw)).decode().rstrip("=")
    with pytest.raises(InputRefused), store.work() as work:
        check_form(work, student, talk, Party.COMPANY, returned(form, **{TOKEN_FIELD: token}))


KEPT = pytest.StashKey[tuple[UUID, UUID, IssuedSheet]]()


def test_an_empty_form_and_one_that_is_too_long(store: Store, student: UUID, talk: UUID) -> None:
    form = issued(store, student, talk)
    empty = FilledForm("leeg.pdf", b"", {TOKEN_FIELD: form.sheet.token, NAME_FIELD: "Ans"})
    assert "nog niets ingevuld" in refused(store, student, talk, Party.COMPANY, empty)
    long = returned(form, answer_motives="x" * 102_400)
    assert "staan 102400 tekens" in refused(store, student, talk, Party.COMPANY, long)


def test_a_day_that_is_past_and_the_school_as_party_are_refused(
    store: Store, student: UUID, talk: UUID
) -> None:
    with pytest.raises(InputRefused):
        issued(store, student, talk, until=store.clock.today() - timedelta(days=1))
    for operation in (
        lambda work: issue_form(work, student, talk, Party.SCHOOL, store.clock.today()),
        lambda work: propose_form(work, student, talk, Party.SCHOOL),
    ):
        with pytest.raises(InputRefused), store.work() as work:
            operation(work)
    assert everything(store)[0] == []


def test_a_voice_that_changed_meanwhile_leaves_all_as_it_was(
    store: Store, student: UUID, talk: UUID
) -> None:
    first = issued(store, student, talk)
    with store.work() as work:
        take_over(work, student, talk, Party.COMPANY, returned(first), 0)
    second = issued(store, student, talk)
    before = everything(store)
    with pytest.raises(StaleSave), store.work() as work:
        take_over(work, student, talk, Party.COMPANY, returned(second), 0)
    assert everything(store) == before
    with store.work() as work:
        take_over(work, student, talk, Party.COMPANY, returned(second), 1)
    assert [number for _, number, _, _ in voices(store)] == [1, 2]


def test_two_desks_at_the_same_moment(server_store: Store) -> None:
    store, talk = server_store, new_id()
    student = store.student()
    form = issued(store, student, talk)
    with store.work() as slow:
        check_form(slow, student, talk, Party.COMPANY, returned(form))
        with store.work() as fast:
            take_over(fast, student, talk, Party.COMPANY, returned(form), 0)
        # It was read as open; the server's own guard says that it no longer is.
        with pytest.raises((StaleSave, InputRefused)):
            take_over(slow, student, talk, Party.COMPANY, returned(form), 0)
        slow.session.rollback()
    assert len(voices(store)) == 1


def test_names_of_files_are_plain_and_never_empty(store: Store, student: UUID, talk: UUID) -> None:
    for name, kept in (
        ("a\u202efdp.exe", "afdp.exe"),
        ("\udcff\x00", "formulier.pdf"),
        ("x" * 300 + ".pdf", "x" * 146 + ".pdf"),
    ):
        form = issued(store, student, talk)
        filled = replace(returned(form), file_name=name)
        with store.work() as work:
            take_over(work, student, talk, Party.COMPANY, filled, len(voices(store)))
        with store.work() as work:
            assert read_original(work, student, form.form_id).file_name == kept


def test_the_database_keeps_a_form_as_it_went_out(store: Store, student: UUID, talk: UUID) -> None:
    form = issued(store, student, talk)
    with store.work() as work:
        take_over(work, student, talk, Party.COMPANY, returned(form), 0)
    for change in (
        {"key": b"x"},
        {"talk_id": new_id()},
        {"version": 5},
        {"expires_on": date(2030, 1, 1)},
        {"read_at": None},
        {"read_at": datetime.now().astimezone()},
    ):
        with pytest.raises(DBAPIError), store.unguarded() as work:
            work.session.execute(sa.update(IssuedForm).values(change))


def test_who_reads_along_sees_no_key_and_opens_the_file_with_the_dossier(
    store: Store, student: UUID, talk: UUID
) -> None:
    form = issued(store, student, talk)
    with store.work() as work:
        take_over(work, student, talk, Party.COMPANY, returned(form), 0)
    reader = store.colleague(Role.COUNSELLOR)
    until = store.clock.today() + timedelta(days=36_500)
    for operation in (
        lambda work: list_forms(work, student, talk, Party.COMPANY),
        lambda work: print_again(work, form.form_id),
        lambda work: read_original(work, student, form.form_id),
    ):
        with pytest.raises(NotFound), store.work(reader) as work:
            operation(work)
    own = store.student("0411099", counsellor_id=reader.staff_id)
    with pytest.raises(NotFound), store.work(reader) as work:
        # Opening an own dossier opens no other.
        read_original(work, own, form.form_id)
    if store.shared:
        store.grant(student, reader, GrantKind.ASKED_IN, until)
        with pytest.raises(NotFound), store.work(reader) as work:
            print_again(work, form.form_id)
        with store.work(reader) as work:
            assert read_original(work, student, form.form_id).content.startswith(b"%PDF")


def test_the_log_tells_of_forms_and_files_without_their_words(
    store: Store, student: UUID, talk: UUID
) -> None:
    form = issued(store, student, talk)
    with store.work() as work:
        take_over(work, student, talk, Party.COMPANY, returned(form), 0)
    with store.unguarded() as work:
        rows = work.session.execute(
            sa.select(AuditEntry.kind, AuditEntry.action, AuditEntry.record).where(
                AuditEntry.kind.in_(("issued_form", "form_file"))
            ).order_by(AuditEntry.ordinal)
        ).all()  # fmt: skip
    told = [(kind, str(action)) for kind, action, _ in rows]
    assert sorted(told) == [
        ("form_file", "added"),
        ("issued_form", "added"),
        ("issued_form", "changed"),
    ]
    assert {UUID(record) for _, _, record in rows} == {form.form_id}


def test_the_file_is_shut_until_the_dossier_is_opened(server_store: Store) -> None:
    store, talk = server_store, new_id()
    student = store.student()
    form = issued(store, student, talk)
    with store.work() as work:
        take_over(work, student, talk, Party.COMPANY, returned(form), 0)
    with store.unguarded() as work:
        work.session.execute(sa.text("SET session_replication_role = replica"))
        work.session.execute(sa.text("UPDATE audit_entry SET at = at - interval '1 hour'"))
    with store.work() as work:
        assert work.session.scalars(sa.select(FormFile)).all() == []
    with store.work() as work:
        open_dossier(work, student)
    with store.work() as work:
        assert len(work.session.scalars(sa.select(FormFile)).all()) == 1


def test_the_questions_on_paper_are_those_that_are_read(
    store: Store, student: UUID, talk: UUID
) -> None:
    for party in (Party.COMPANY, Party.STUDENT):
        sheet = issued(store, student, talk, party).sheet
        every = {answer_field(topic): topic.value for topic in VoiceTopic}
        parts = answers_in(every, sheet.text).parts
        assert {part.topic: part.text for part in parts} == {
            topic: topic.value for topic in VoiceTopic
        }


def test_forms_come_along_to_a_school_and_those_that_are_out_still_come_back(
    embedded_store: Store, server_store: Store
) -> None:
    here, there = embedded_store, server_store
    laptop, school = here.student(), there.student()
    student, talk = MovingStudent(laptop, school, "Zoë van 't Hart"), new_id()
    old, out = issued(here, laptop, talk), issued(here, laptop, new_id())
    with here.work() as work:
        take_over(work, laptop, talk, Party.COMPANY, returned(old), 0)
    assert move_forms(here.work, there.work, student).counts == ((MovedKind.FORM, Outcome.CAME, 2),)
    assert move_forms(here.work, there.work, student).counts == (
        (MovedKind.FORM, Outcome.EXISTED, 2),
    )
    with there.work() as work:
        assert read_original(work, school, old.form_id).content == returned(old).content
    with here.unguarded() as work:
        out_talk = work.session.scalars(
            sa.select(IssuedForm.talk_id).where(IssuedForm.id == out.form_id)
        ).one()
    with there.work() as work:
        take_over(work, school, out_talk, Party.COMPANY, returned(out), 0)
    report = move_forms(here.work, there.work, student)
    # Read in at the school meanwhile: it stays read there.
    assert (MovedKind.FORM, Outcome.DIFFERS, 1) in report.counts
    assert len(report.remarks) == 1


def test_a_form_under_an_id_of_another_student_stays_where_it_is(
    embedded_store: Store, server_store: Store
) -> None:
    here, there = embedded_store, server_store
    laptop, school, other = here.student(), there.student(), there.student("0411002")
    student, talk = MovingStudent(laptop, school, "Zoë van 't Hart"), new_id()
    issued(here, laptop, talk)
    with here.work() as work:
        forms = read_forms(work, laptop)
    with there.work() as work:
        write_forms(work, other, forms)
    report = move_forms(here.work, there.work, student)
    assert report.counts == ((MovedKind.FORM, Outcome.DIFFERS, 1),)

"""Forms for who has no account: make one, look at what came back, take it over as their voice."""

import secrets
from datetime import date, timedelta
from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.clock import local
from lob_workbench.domain.dates import plain_date
from lob_workbench.domain.errors import InputRefused, NotFound
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.text import clean_line
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.trialogue import queries_forms
from lob_workbench.features.trialogue.operations import submit_voice
from lob_workbench.features.trialogue.records_forms import FormFile, IssuedForm
from lob_workbench.features.trialogue.rules_forms import (
    KEY_BYTES,
    TOKEN_FIELD,
    USUAL_DAYS,
    CheckedForm,
    FormClaim,
    FormSheet,
    FormState,
    IssuedSheet,
    OriginalFile,
    TalkForms,
    answers_in,
    check_expiry,
    check_party,
    form_id_in,
    is_sealed,
    mark_of,
    state_of,
    token_of,
)
from lob_workbench.output.filled import FilledForm
from lob_workbench.people.access import own_students, require
from lob_workbench.people.queries import get_student
from lob_workbench.people.queries_placements import placement_on
from lob_workbench.people.school import read_school
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries_voices
from lob_workbench.talks.rules import Party
from lob_workbench.talks.rules_voices import PARTY_LABELS, VoiceSource

KIND = "form"
_FILE_NAME_LIMIT = 150
_NAMELESS = "formulier.pdf"


@operation(Right.RECORD_TALKS)
def list_forms(work: UnitOfWork, student_id: UUID, talk_id: UUID, party: Party) -> TalkForms:
    """The forms of a party in a talk of an own student, newest first."""
    open_dossier(work, student_id)
    require(work, student_id, own_students(work))
    forms = queries_forms.list_issued(work, student_id, talk_id, party)
    return TalkForms(student_id, talk_id, party, forms)


@operation(Right.RECORD_TALKS)
def propose_form(work: UnitOfWork, student_id: UUID, talk_id: UUID, party: Party) -> FormSheet:
    """What the next form would say, to look at before it is made. Nothing is written."""
    check_party(party)
    _require_open(work, student_id, talk_id)
    version = queries_forms.newest_version(work, student_id, talk_id, party) + 1
    expires_on = work.clock.today() + timedelta(days=USUAL_DAYS)
    claim = FormClaim(new_id(), talk_id, party, version, expires_on)
    return _sheet(work, student_id, claim, "")


@operation(Right.RECORD_TALKS)
def issue_form(
    work: UnitOfWork, student_id: UUID, talk_id: UUID, party: Party, expires_on: date
) -> IssuedSheet:
    """Make a form with a token of its own. The one before it, of this party, stops working.

    Raises ``InputRefused`` for a day that is past or too far off, ``NotFound`` for somebody
    else's student, and ``StaleSave`` when another desk makes one at the same moment.
    """
    check_party(party)
    check_expiry(expires_on, work.clock.today())
    _require_open(work, student_id, talk_id)
    form = IssuedForm(
        id=new_id(),
        student_id=student_id,
        talk_id=talk_id,
        party=party,
        version=queries_forms.newest_version(work, student_id, talk_id, party) + 1,
        key=secrets.token_bytes(KEY_BYTES),
        expires_on=expires_on,
        issued_at=work.clock.now(),
        issued_by=work.actor.staff_id,
        read_at=None,
    )
    work.session.add(form)
    work.flush_first(IssuedForm)
    return _on_paper(work, form)


@operation(Right.RECORD_TALKS)
def print_again(work: UnitOfWork, form_id: UUID) -> IssuedSheet:
    """The same form once more, for whoever lost the file. Raises ``NotFound``."""
    form = queries_forms.find_form(work, form_id)
    if form is None:
        raise NotFound
    return _on_paper(work, form)


@operation(Right.RECORD_TALKS)
def check_form(
    work: UnitOfWork, student_id: UUID, talk_id: UUID, party: Party, filled: FilledForm
) -> CheckedForm:
    """What a form says, when it may be taken over as this party's voice. Nothing is written.

    Raises ``InputRefused`` with the reason and what to do next.
    """
    return _checked(work, student_id, talk_id, party, filled)[1]


@operation(Right.RECORD_TALKS)
def take_over(
    work: UnitOfWork,
    student_id: UUID,
    talk_id: UUID,
    party: Party,
    filled: FilledForm,
    expected: int,
) -> Changes:
    """Take a form over as the voice of its party, and keep the file with the talk.

    Everything is checked again. ``expected`` is how many versions of that voice the caller saw.
    Raises ``InputRefused`` as :func:`check_form`, and ``StaleSave`` when somebody was first.
    """
    form, checked = _checked(work, student_id, talk_id, party, filled)
    form.read_at = work.clock.now()
    work.session.flush()
    work.session.add(
        FormFile(
            form_id=form.id,
            student_id=form.student_id,
            name=clean_line(filled.file_name[-_FILE_NAME_LIMIT:]) or _NAMELESS,
            content=filled.content,
            kept_at=work.clock.now(),
        )
    )
    work.flush_first(FormFile)
    changes = submit_voice(
        work,
        talk_id,
        student_id,
        party,
        checked.answers.parts,
        checked.signed,
        VoiceSource.FORM,
        expected,
    )
    return changes | Changes.of(KIND, form.id, form.student_id)


@operation(Right.READ_TALKS)
def read_original(work: UnitOfWork, student_id: UUID, form_id: UUID) -> OriginalFile:
    """The file as it came back. Raises ``NotFound`` for who may not read this dossier."""
    open_dossier(work, student_id)
    return queries_forms.get_original(work, form_id)


def _checked(
    work: UnitOfWork, student_id: UUID, talk_id: UUID, party: Party, filled: FilledForm
) -> tuple[IssuedForm, CheckedForm]:
    open_dossier(work, student_id)
    require(work, student_id, own_students(work))
    form = _form_of(work, filled.values.get(TOKEN_FIELD, ""))
    if (form.student_id, form.talk_id) != (student_id, talk_id):
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors",
                "Dit formulier hoort bij een ander gesprek. Open dat gesprek en lees het daar in; "
                "op het formulier staat van wie het is.",
            )
        )
    if form.party is not party:
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors",
                "Dit formulier is van de andere partij. Kies ‘Formulier inlezen’ bij die partij.",
            )
        )
    _require_open(work, student_id, talk_id)
    newest = queries_forms.newest_version(work, student_id, talk_id, party)
    _refuse_used(form, newest, work.clock.today())
    sheet = _sheet(work, student_id, queries_forms.claim_of(form), "")
    answers = answers_in(filled.values, sheet.text)
    whose = sheet.student if party is Party.STUDENT else sheet.company or PARTY_LABELS[party]
    return form, CheckedForm(
        form.id, form.version, answers, sheet.text, answers.signed or whose, filled.active
    )


def _require_open(work: UnitOfWork, student_id: UUID, talk_id: UUID) -> None:
    """Refuse a talk that is recorded already, and one of another student as if it were not there.

    A talk that is only being prepared has no record of its own yet.
    """
    require(work, student_id, own_students(work))
    if queries_voices.student_of_talk(work, talk_id) not in {None, student_id}:
        raise NotFound
    if queries_voices.is_recorded(work, talk_id):
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors",
                "Dit gesprek is al vastgelegd; er komt geen deel meer bij. Maak een formulier bij "
                "het volgende gesprek.",
            )
        )


def _form_of(work: UnitOfWork, token: str) -> IssuedForm:
    """The form that this token was made for."""
    if not token.strip():
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors",
                "Deze PDF is geen formulier van de werkbank, of het kenmerk is eruit gehaald. "
                "Vraag om het formulier dat jij stuurde.",
            )
        )
    form_id = form_id_in(token)
    form = None if form_id is None else queries_forms.find_form(work, form_id)
    if form_id is not None and form is None:
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors",
                "Dit formulier is hier niet bekend. Het komt uit een ander werkboek of van een "
                "collega, of het kenmerk is veranderd. Maak een nieuw formulier en stuur dat.",
            )
        )
    if form is None or not is_sealed(token, queries_forms.claim_of(form), form.key):
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors",
                "Het kenmerk van dit formulier klopt niet: er is iets in het bestand veranderd. "
                "Maak een nieuw formulier en stuur dat.",
            )
        )
    return form


def _refuse_used(form: IssuedForm, newest: int, today: date) -> None:
    state = state_of(form.read_at, form.expires_on, form.version, newest, today)
    if form.read_at is not None:
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors",
                "Dit formulier is al ingelezen, op {day}. Is er iets veranderd? Maak dan een nieuw "
                "formulier.",
            ),
            day=plain_date(local(form.read_at).date()),
        )
    if state is FormState.SUPERSEDED:
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors",
                "Er is een nieuwer formulier (versie {newest}); dit is versie {version}. Vraag om "
                "het nieuwste, of maak er nog een.",
            ),
            newest=newest,
            version=form.version,
        )
    if state is FormState.EXPIRED:
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors",
                "Dit formulier was geldig tot en met {day}. Maak een nieuw formulier en vraag of "
                "de antwoorden daarin mogen.",
            ),
            day=plain_date(form.expires_on),
        )


def _on_paper(work: UnitOfWork, form: IssuedForm) -> IssuedSheet:
    claim = queries_forms.claim_of(form)
    token = token_of(claim, form.key)
    sheet = _sheet(work, form.student_id, claim, token)
    return IssuedSheet(form.id, sheet, mark_of(token), Changes.of(KIND, form.id, form.student_id))


def _sheet(work: UnitOfWork, student_id: UUID, claim: FormClaim, token: str) -> FormSheet:
    name = get_student(work, student_id).name
    school = read_school(work)
    talk, talk_on = queries_forms.talk_facts(work, student_id)
    at = placement_on(work, student_id, talk_on or work.clock.today())
    return FormSheet(
        party=claim.party,
        student=name.full,
        first_name=name.first or name.full,
        counsellor=work.actor.name,
        school=school.name,
        logo=school.logo,
        company="" if at is None else at.company.name,
        talk=talk,
        talk_on=talk_on,
        version=claim.version,
        expires_on=claim.expires_on,
        token=token,
    )

"""One row of every table that no operation of the school filled."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.content.schema import CareerPhase
from lob_workbench.domain.actor import Actor
from lob_workbench.domain.career import CareerCompetence, ConversationKind, VoiceTopic
from lob_workbench.domain.rights import Role
from lob_workbench.features.arrivals.records import StudentArrival
from lob_workbench.features.confidential.records import ConfidentialNote
from lob_workbench.features.planning.records import FreeSlot, HoursBudget, TalkNorm
from lob_workbench.features.planning.rules_norms import Per
from lob_workbench.features.skill_sets.records import QualificationRecord
from lob_workbench.features.trialogue.records_forms import FormFile, IssuedForm
from lob_workbench.people.records import (
    Programme,
    StaffMember,
    StaffRole,
    StudentGroup,
)
from lob_workbench.people.records_placements import Company, Guardian, Placement
from lob_workbench.people.rules_placements import Relation
from lob_workbench.skills.records import SkillRoute, SkillSetRecord
from lob_workbench.storage.base import new_id
from lob_workbench.talks.records import Conversation
from lob_workbench.talks.records_appointments import Room, SchoolHoliday
from lob_workbench.talks.records_questions import OwnQuestionRecord
from lob_workbench.talks.records_voices import Voice, VoiceMark, VoiceText
from lob_workbench.talks.rules import (
    Party,
)
from lob_workbench.talks.rules_voices import Mark, VoiceSource
from tests.helpers.stores import MONDAY, Store

LONG_AGO = date(2020, 1, 1)


def plant_the_rest(
    store: Store, own: UUID, people: dict[str, Actor], team: UUID | None, secret: str
) -> None:
    """Of the student ``own`` where a table is of students."""
    second, counsellor = people["second line"], people["counsellor"]
    mentor = StaffMember(
        id=new_id(),
        name="Jansen, P.",
        list_name="Jansen, P.",
        updated_at=MONDAY,
        roles=[StaffRole(role=Role.COUNSELLOR)],
    )
    with store.unguarded() as work:
        work.session.add_all(
            [
                mentor,
                Programme(id=new_id(), name="Zorg"),
                StudentGroup(id=new_id(), name="Z1A"),
                ConfidentialNote(
                    student_id=own, author_id=second.staff_id, text=secret, written_at=MONDAY
                ),
                StudentArrival(
                    number="0499",
                    first_name="Nieuw",
                    infix="",
                    last_name="Komer",
                    team_id=team,
                    proposed_by=counsellor.staff_id,
                    proposed_at=MONDAY,
                ),
                OwnQuestionRecord(
                    text="Wat wil je dat wij van je weten?",
                    competence=CareerCompetence.MOTIVES,
                    phases=(CareerPhase.INTAKE,),
                    kinds=(),
                    author_id=counsellor.staff_id,
                    written_at=MONDAY,
                    updated_at=MONDAY,
                ),
                SkillSetRecord(
                    id=new_id(),
                    set_id="small",
                    set_version="1",
                    name="Klein",
                    body="",
                    added_by=people["administrator"].staff_id,
                    added_at=MONDAY,
                ),
                QualificationRecord(
                    id=new_id(),
                    number="25488",
                    title="Sociaal werk",
                    dossier_version="1",
                    body="{}",
                    added_by=people["administrator"].staff_id,
                    added_at=MONDAY,
                ),
                SkillRoute(
                    id=new_id(),
                    name="Leiden",
                    set_id="small",
                    skills="listening courage",
                    author_id=counsellor.staff_id,
                    updated_at=MONDAY,
                ),
                Room(id=new_id(), name="Kamer 1", private=True, updated_at=MONDAY),
                SchoolHoliday(
                    id=new_id(),
                    name="Kerst",
                    first_on=LONG_AGO,
                    last_on=LONG_AGO,
                    uid="",
                ),
                Guardian(
                    id=new_id(),
                    student_id=own,
                    name=secret,
                    relation=Relation.PARENT,
                    phone=secret,
                    email=secret,
                    consent_on=LONG_AGO,
                    until=None,
                    updated_at=MONDAY,
                ),
                TalkNorm(
                    id=new_id(),
                    kind=ConversationKind.START,
                    times=1,
                    per=Per.YEAR,
                    updated_at=MONDAY,
                ),
                HoursBudget(id=new_id(), study_year=2, minutes=60, updated_at=MONDAY),
                FreeSlot(
                    id=new_id(),
                    staff_id=counsellor.staff_id,
                    on=LONG_AGO,
                    starts_at="09:00",
                    ends_at="12:00",
                ),
                company := Company(id=new_id(), name="Bakkerij", place="", updated_at=MONDAY),
            ]
        )
        work.session.add(
            Voice(
                id=new_id(), talk_id=new_id(), student_id=own, party=Party.COMPANY, number=1,
                source=VoiceSource.FORM, by_name=secret, handed_in_at=MONDAY,
                parts=[VoiceText(topic=VoiceTopic.QUALITIES, text=secret)],
            )
        )  # fmt: skip
        talk = work.session.scalar(
            sa.select(Conversation.id).where(Conversation.student_id == own).limit(1)
        )
        work.session.add(
            VoiceMark(talk_id=talk, topic=VoiceTopic.MOTIVES, student_id=own, mark=Mark.DIFFER)
        )
        form = IssuedForm(
            id=new_id(), talk_id=new_id(), student_id=own, party=Party.COMPANY, version=1,
            key=secret.encode(), expires_on=LONG_AGO, issued_at=MONDAY,
            issued_by=counsellor.staff_id,
        )  # fmt: skip
        work.session.add(form)
        work.session.flush()
        work.session.add(
            FormFile(
                form_id=form.id, student_id=own, name=secret, content=secret.encode(),
                kept_at=MONDAY,
            )
        )  # fmt: skip
        work.session.add(
            Placement(
                id=new_id(), student_id=own, company_id=company.id, trainer=secret,
                trainer_email=secret, trainer_phone=secret, starts_on=LONG_AGO, ends_on=None,
                updated_at=MONDAY,
            )
        )  # fmt: skip

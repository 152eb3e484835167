"""Who may do what: every operation asks a right, and a stranger's caseload does not exist.

The expectations come from the table of note classes in DOMAIN.md. An operation that is new and
does not stand in ``STRANGER`` fails here, so that somebody decides what a stranger sees of it.
"""

import inspect
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import FunctionType, ModuleType
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine

import lob_workbench
from lob_workbench.app.features import FEATURES
from lob_workbench.content.skills import load_skill_set
from lob_workbench.credentials.keys import SigningKey
from lob_workbench.domain.actor import Actor
from lob_workbench.domain.career import ConversationKind, VoiceTopic
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import contributed
from lob_workbench.domain.draft_copy import KeptCopy
from lob_workbench.domain.errors import InputRefused, NotAllowed, NotFound, StaleSave
from lob_workbench.domain.operation import OPERATIONS
from lob_workbench.domain.rights import AT_SCHOOL, Right, Role, rights_of
from lob_workbench.features.access.rules import Asking
from lob_workbench.features.agenda.operations_moving import MovingAppointment
from lob_workbench.features.agenda.rules import week_of
from lob_workbench.features.arrivals.rules import NewArrival
from lob_workbench.features.badges.keeping import make_key
from lob_workbench.features.badges.operations_moving import MovingBadge
from lob_workbench.features.badges.rules import (
    IssueRound,
    KeyOrigin,
    KeyView,
)
from lob_workbench.features.confidential.drafts import copy_of as note_copy
from lob_workbench.features.confidential.rules import NoteDraft
from lob_workbench.features.conversations.drafts import copy_of
from lob_workbench.features.conversations.operations_moving import TalksToWrite
from lob_workbench.features.enrolment.operations import EnrolmentDraft, LeaveDraft
from lob_workbench.features.handover.rules import HandoverDraft
from lob_workbench.features.holidays.rules import ReadCalendar
from lob_workbench.features.life_skills.operations_members import NewMember
from lob_workbench.features.life_skills.queries_moving import Moments, MovedClaim
from lob_workbench.features.life_skills.rules import Selection
from lob_workbench.features.life_skills.rules_growth import Moment
from lob_workbench.features.life_skills.rules_lent import LentDraft
from lob_workbench.features.notes.rules import NoteKind
from lob_workbench.features.parents_evening.rules import EveningDraft
from lob_workbench.features.planning.operations_group import GroupWish
from lob_workbench.features.planning.rules_norms import Budget, Norm
from lob_workbench.features.planning.rules_slots import Asked, Placed, Span, Window, WindowWish
from lob_workbench.features.school_year.rules import NewYearDraft, Turned
from lob_workbench.features.skill_workbook.returned import ReturnedWorkbook
from lob_workbench.features.skill_workbook.rules import Choice
from lob_workbench.features.student_import.rules import ParsedList
from lob_workbench.features.trialogue.drafts import copy_of_voice
from lob_workbench.features.trialogue.rules import TrialogueDraft, VoiceDraft, Word
from lob_workbench.people.records import AccessGrant, Student
from lob_workbench.people.rules import GrantKind, PersonName, StudentFilter, StudentRow
from lob_workbench.people.rules_enrolment import Destination
from lob_workbench.people.rules_placements import CompanyView, PlacementView
from lob_workbench.people.school import School
from lob_workbench.people.terms import SchoolTerms
from lob_workbench.skills.rules import EvidenceFile, LearnerKind, Observer
from lob_workbench.skills.rules_goals import Goal
from lob_workbench.storage.base import new_id
from lob_workbench.talks.queries_appointments import list_appointments
from lob_workbench.talks.records_questions import OwnQuestionRecord
from lob_workbench.talks.rules import (
    AgreementStatus,
    Desk,
    Party,
    StudentResponse,
    Verdict,
)
from lob_workbench.talks.rules_appointments import AppointmentDraft, Holiday
from lob_workbench.talks.rules_preparations import (
    StudentPreparation,
)
from lob_workbench.talks.rules_talk_list import TalksWanted
from lob_workbench.talks.rules_voices import VoicePart, VoiceSource
from tests.access_world import (
    World,
    a_line,
    a_parent,
    a_placement,
    a_trusted_school,
    an_appointment,
    build,
    filled,
    prepared,
)
from tests.features.conversations.test_operations import TODAY, a_talk
from tests.features.life_skills.claims import (
    OUR_KEY,
    a_lent_draft,
    a_typed_claim,
    a_verdict,
)
from tests.features.life_skills.stranger_goals import stranger_goals
from tests.features.questions.test_operations import a_question
from tests.features.skill_sets.stranger_sets import stranger_sets
from tests.helpers.badges import CHEAP
from tests.helpers.content import Content, Watch, content
from tests.helpers.postgres import PostgresCluster
from tests.helpers.stores import MONDAY, Store, database_copy, new_store, settle, workbook_copy


def modules_with_operations() -> list[ModuleType]:
    """Every module that by its name holds use cases, and those of the school and one's choices."""
    names = [
        module.name
        for module in walk_packages(lob_workbench.__path__, "lob_workbench.")
        if not module.name.startswith("lob_workbench.app.")
        and module.name.rpartition(".")[2].startswith(("operations", "overview"))
    ]
    by_subject = (
        "lob_workbench.people.preferences",
        "lob_workbench.people.terms",
        "lob_workbench.people.school",
    )
    return [import_module(name) for name in (*names, *by_subject)]


@pytest.fixture(scope="module")
def built_in_workbook(
    embedded_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[World, Path]:
    """The world in a workbook, and its file to copy."""
    folder = tmp_path_factory.mktemp("world")
    with workbook_copy(embedded_template, folder) as engine:
        built = build(new_store(engine))
    settle(folder / "workbook.db")
    return built, folder / "workbook.db"


@pytest.fixture(scope="module")
def built_at_school(
    postgres_cluster: PostgresCluster, server_template: str
) -> Iterator[tuple[World, str]]:
    """The world at a school, and its database to copy: nobody is connected to it any more."""
    with database_copy(postgres_cluster, server_template) as engine:
        built = build(new_store(engine))
        built.store.close()
        engine.dispose()
        yield built, str(engine.url.database)


@pytest.fixture(params=["embedded", "server"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """What the owner wrote before the stranger came; a copy of this test alone."""
    copying: AbstractContextManager[Engine]
    if request.param == "embedded":
        built, file = request.getfixturevalue("built_in_workbook")
        copying = workbook_copy(file, tmp_path)
    else:
        built, name = request.getfixturevalue("built_at_school")
        copying = database_copy(request.getfixturevalue("postgres_cluster"), name)
    with copying as engine:
        world: World = replace(built, store=built.store.on(engine))
        yield world
        world.store.close()


MODULES = modules_with_operations()
OURS = sorted(name for name in OPERATIONS if name.startswith("lob_workbench."))


def a_moved_badge() -> MovingBadge:
    """A badge as it comes along with a workbook, under the workbook's own key."""
    public = SigningKey.new().public
    key = KeyView(new_id(), public.text, public.did, "School", KeyOrigin.OWN, "", MONDAY)
    return MovingBadge(
        new_id(), "small@1", "calm", 1, key, 7, MONDAY, TODAY, None, None, "{}", "x", ""
    )  # fmt: skip


def a_form(world: "World") -> tuple[UUID, UUID, Party]:
    """The company's form for a talk with the owner's student."""
    return world.student, world.form_talk, Party.COMPANY


def a_note(world: "World") -> NoteDraft:
    """A restricted note on the owner's student."""
    return NoteDraft(new_id(), world.student, "Iets heel anders.")


def a_moved_claim() -> tuple[MovedClaim, Moments]:
    """A behaviour of a life skill that comes along with a workbook, waiting."""
    claim = MovedClaim(
        new_id(), "small@1", "listening-1-1", Observer.SELF, False, "", TODAY, "ZZGEHEIM", "",
        (), (),
    )  # fmt: skip
    return claim, Moments(MONDAY, (), True)


Call = Callable[[Callable[..., Any], Any, World], Any]
MOVING = "lob_workbench.features.conversations.operations_moving."
ARRIVALS = "lob_workbench.features.arrivals.operations."
NOTHING, MISSING, OWN, ONE_DESK = "nothing", "missing", "own", "one desk"

PEOPLE = "lob_workbench.people.school."
PREFERENCES = "lob_workbench.people.preferences."
TERMS = "lob_workbench.people.terms."
TALKS = "lob_workbench.features.conversations.operations."
TALK_LIST = "lob_workbench.features.conversations.operations_list."
AWAY = "lob_workbench.features.conversations.operations_away."
PREPARING = "lob_workbench.features.conversations.operations_preparation."
AGREEMENTS = "lob_workbench.features.conversations.operations_agreements."
READING = "lob_workbench.features.conversations.operations_reading."
COMPARE = "lob_workbench.features.conversations.operations_compare."
OVERVIEW = "lob_workbench.features.conversations.overview."
NOTES = "lob_workbench.features.confidential.operations."
NOTED = "lob_workbench.features.confidential.overview."
IMPORT = "lob_workbench.features.student_import.operations."
ACCESS = "lob_workbench.features.access.operations."
FORMS_MOVING = "lob_workbench.features.trialogue.operations_forms_moving."
FORMS = "lob_workbench.features.trialogue.operations_forms."
STUDENTS = "lob_workbench.features.students.operations."
TRIALOGUE = "lob_workbench.features.trialogue.operations."
TRIALOGUES = "lob_workbench.features.trialogue."
LENT = "lob_workbench.features.trialogue.operations_lent."
GROWTH = "lob_workbench.features.life_skills.operations_growth."


def a_trialogue(world: "World") -> TrialogueDraft:
    """A trialogue with the owner's student, ready to be recorded."""
    return TrialogueDraft(
        new_id(), world.student, held_on=TODAY - timedelta(days=1), together="Samen gezegd."
    )


def a_voice(world: "World") -> VoiceDraft:
    """What the company writes about the owner's student."""
    parts = (VoicePart(VoiceTopic.QUALITIES, "Rustig."),)
    return VoiceDraft(new_id(), world.student, Party.COMPANY, "M. Bos", parts)


def a_word(world: "World") -> Word:
    """What the company says at the end."""
    return Word(
        new_id(), world.student, Party.COMPANY, "Samen gezegd.", (),
        StudentResponse(Verdict.AGREES),
    )  # fmt: skip


EVENING = "lob_workbench.features.parents_evening.operations."
HANDOVER = "lob_workbench.features.handover.operations."
STUDENTS = "lob_workbench.features.students.operations."
AGENDA = "lob_workbench.features.agenda.operations."
ROOMS = "lob_workbench.features.agenda.operations_rooms."
AGENDA_MOVING = "lob_workbench.features.agenda.operations_moving."
ENROLMENT = "lob_workbench.features.enrolment."
SCHOOL_YEAR = "lob_workbench.features.school_year.operations."
HOLIDAYS = "lob_workbench.features.holidays.operations."
NORMS = "lob_workbench.features.planning.operations."
GROUPS = "lob_workbench.features.planning.operations_group."
PLANNED = "lob_workbench.features.planning.overview."
TURNING = "lob_workbench.features.students.overview."
SETTINGS = "lob_workbench.features.settings.overview."
KIND = ConversationKind.PROGRESS


def refused(do: Callable[..., Any], work: Any, wish: Any) -> None:
    """Ask for something impossible: only one's own or the school's, and nothing is written here."""
    with pytest.raises(InputRefused):
        do(work, wish)


QUICK = "lob_workbench.features.notes."
SEARCH = "lob_workbench.features.search.operations."
BADGES = "lob_workbench.features.badges."
SKILLS_MOVING = "lob_workbench.features.life_skills.operations_moving."
AROUND = "lob_workbench.features.placements."
QUESTIONS = "lob_workbench.features.questions.operations."
SKILLS = "lob_workbench.features.life_skills."
WORKBOOK = "lob_workbench.features.skill_workbook.operations."


def began_workbook(do: Callable[..., Any], work: Any) -> Any:
    """Groups and people to choose from; the sets beside them are everybody's."""
    start = do(work)
    return start.students, start.members


def made_workbook(do: Callable[..., Any], work: Any) -> Any:
    """A workbook of all students that somebody may see: refused where there are none."""
    try:
        return do(work, Choice(load_skill_set().key)).rows
    except InputRefused:
        return ()


def brought_back(do: Callable[..., Any], work: Any, *more: Any) -> None:
    """A workbook that is not of this school."""
    with pytest.raises(InputRefused):
        do(work, ReturnedWorkbook("x.xlsx", "", (("head", "format", "1"),), {}), *more)


def no_deed(do: Callable[..., Any], work: Any) -> None:
    """Take back what nobody did."""
    with pytest.raises(StaleSave):
        do(work, new_id())


def turned_back(do: Callable[..., Any], work: Any, deed: UUID) -> None:
    """A new year that nobody wrote, taken back."""
    do(work, Turned(deed, 0, 0, "", "", Changes()))


def no_year(do: Callable[..., Any], work: Any) -> None:
    """A new year for no class at all."""
    with pytest.raises(InputRefused):
        do(work, NewYearDraft(TODAY, (), ()))


def enrolled(work: Any, student: UUID) -> Student:
    """The student's own record, whoever asks."""
    found: Student | None = work.session.get(Student, student)
    return found or Student(id=student, version=1)


def an_enrolment(work: Any, student: UUID) -> EnrolmentDraft:
    """Another class."""
    version = enrolled(work, student).version
    return EnrolmentDraft(student, version, TODAY, "PW2A", "", None, work.actor.staff_id, 2, None)


def a_leaving(work: Any, student: UUID) -> LeaveDraft:
    """Somebody who leaves."""
    version = enrolled(work, student).version
    return LeaveDraft(student, version, TODAY + timedelta(days=400), Destination.WORK)


def proposed_to_nobody(do: Callable[..., Any], work: Any) -> None:
    """Propose somebody to a team that the school does not know."""
    with pytest.raises(InputRefused):
        do(work, NewArrival(new_id(), "0412999", PersonName("A", "", "B")), "Geen team")


def added_without_words(do: Callable[..., Any], work: Any) -> None:
    """Add a question that says nothing."""
    with pytest.raises(InputRefused):
        do(work, a_question(text=""))


def version_of(work: Any, question: UUID) -> int:
    """The version of an own question as it stands now."""
    return int(work.session.get_one(OwnQuestionRecord, question).version)


def a_member_without_a_name(do: Callable[..., Any], work: Any) -> None:
    """Nobody is added: what one writes stays for the rows below."""
    with pytest.raises(InputRefused):
        do(work, NewMember(new_id(), "", ""))


def a_copy(student: UUID) -> KeptCopy:
    """A talk about this student as a laptop keeps it."""
    return KeptCopy(copy_of(a_talk(student)), MONDAY)


def planned(world: "World") -> AppointmentDraft:
    """The talk that stands in the owner's agenda, at another time."""
    return replace(an_appointment(world.student, "13:30", 30), id=world.appointment)


def a_moving(world: "World") -> MovingAppointment:
    """Another one, as it would come along from a workbook."""
    with world.store.work() as work:
        view = list_appointments(work)[-1]
    return MovingAppointment(replace(view, id=new_id()), MONDAY)


def a_room_without_a_name(do: Callable[..., Any], work: Any) -> None:
    """Rooms are everybody's, so nothing may be written here."""
    with pytest.raises(InputRefused):
        do(work, new_id(), " ", True)


def a_group(world: World) -> GroupWish:
    """A talk with the owner's student."""
    return GroupWish(ConversationKind.LEARNING_METER, 20, (world.student,))


def a_row(world: World) -> StudentRow:
    """The owner's student as a line in a list, without the name."""
    return StudentRow(world.student, "", PersonName("", "", ""), "", "", "", None)


def a_place(world: World) -> tuple[Placed, ...]:
    """That talk at a moment."""
    starts = datetime(2026, 12, 1, 9)
    span = Span(starts, starts + timedelta(minutes=20))
    return (Placed(new_id(), Asked(world.student, ""), span),)


def dropped(do: Callable[..., Any], work: Any, key: UUID) -> None:
    """Take away what is not there: nothing may be written here."""
    with pytest.raises(NotFound):
        do(work, key)


# What a stranger, a counsellor without these students, gets of each operation:
# NOTHING   an answer without a single trace of the owner's students
# MISSING   NotFound, as for a student that does not exist
# OWN       only what is the stranger's own, or the school's for everybody
# ONE_DESK  the whole school by design: a student list speaks of everybody. At a school that is the
#           administrator's work; a question of whose students these are is of a laptop alone.
STRANGER: dict[str, tuple[str, Call]] = {
    **stranger_goals(NOTHING, MISSING, OWN),
    **stranger_sets(MISSING, OWN),
    READING + "read_along": (MISSING, lambda do, work, world: do(work, world.talk)),
    READING + "keep_words": (
        MISSING,
        lambda do, work, world: do(work, world.talk, StudentResponse(Verdict.AGREES)),
    ),
    READING + "give_words": (
        MISSING,
        lambda do, work, world: do(work, world.talk, StudentResponse(Verdict.AGREES)),
    ),
    AGREEMENTS + "all_agreements": (NOTHING, lambda do, work, _: do(work)),
    AGREEMENTS + "agreement_sheet": (MISSING, lambda do, work, world: do(work, world.student)),
    # Not the words of the skills, which are everybody's: who they are, and figures.
    GROWTH + "read_group": (
        NOTHING,
        lambda do, work, _: (
            do(work, Selection(""), Moment()).people,
            do(work, Selection("", LearnerKind.MEMBER), Moment()).people,
            [one.counts for one in do(work, Selection(""), Moment()).skills],
        ),
    ),
    GROWTH + "group_sheet": (
        NOTHING,
        lambda do, work, _: do(work, Selection(""), Moment()).growth.people,
    ),
    GROWTH + "read_person": (
        MISSING,
        lambda do, work, world: do(work, world.student, "", (), Moment()),
    ),
    GROWTH + "growth_sheet": (
        MISSING,
        lambda do, work, world: do(work, world.student, "", (), Moment()),
    ),
    PEOPLE + "read_school": (OWN, lambda do, work, _: do(work)),
    PEOPLE + "save_school": (OWN, lambda do, work, _: do(work, School("Het Voorbeeldcollege", ""))),
    TERMS + "read_terms": (OWN, lambda do, work, _: do(work)),
    TERMS + "save_terms": (OWN, lambda do, work, _: do(work, SchoolTerms(), SchoolTerms())),
    PREFERENCES + "read_preferences": (OWN, lambda do, work, _: do(work)),
    PREFERENCES + "change_preferences": (OWN, lambda do, work, _: do(work, {"idle_minutes": 10})),
    TALKS + "prepare": (MISSING, lambda do, work, world: do(work, world.student)),
    TALKS + "keep_draft": (MISSING, lambda do, work, world: do(work, a_talk(world.student))),
    TALKS + "prepare_correction": (MISSING, lambda do, work, world: do(work, world.talk)),
    TALKS + "put_back_draft": (
        MISSING,
        lambda do, work, world: do(work, a_talk(world.student)),
    ),
    TALKS + "read_report": (MISSING, lambda do, work, world: do(work, world.talk)),
    TALKS + "drop_draft": (OWN, lambda do, work, world: do(work, a_talk(world.student))),
    AWAY + "compare_copies": (
        NOTHING,
        lambda do, work, world: do(work, (a_copy(world.student),)).offers,
    ),
    # Before the talk whose agreement would have to be answered here.
    TALKS + "record": (
        MISSING,
        lambda do, work, world: do(work, a_talk(world.student, held_on=TODAY - timedelta(days=90))),
    ),
    TALKS + "respond": (
        MISSING,
        lambda do, work, world: do(work, world.talk, StudentResponse(Verdict.AGREES)),
    ),
    TALKS + "read_conversation": (MISSING, lambda do, work, world: do(work, world.talk)),
    TALKS + "list_conversations": (
        NOTHING,
        lambda do, work, world: (do(work, world.student), do(work)),
    ),
    TALK_LIST + "list_talks": (NOTHING, lambda do, work, _: do(work, TalksWanted())),
    TALK_LIST + "count_talks": (OWN, lambda do, work, _: do(work)),
    TALKS + "list_agreements": (
        NOTHING,
        lambda do, work, world: (do(work, world.student), do(work)),
    ),
    TALKS + "close_agreement": (
        MISSING,
        lambda do, work, world: do(work, world.agreement, 1, AgreementStatus.DONE),
    ),
    TALKS + "paper_head": (OWN, lambda do, work, _: do(work)),
    COMPARE + "compare": (MISSING, lambda do, work, world: do(work, a_talk(world.student))),
    COMPARE + "rebase": (
        MISSING,
        lambda do, work, world: do(work, a_talk(world.student), world.talk, Desk(new_id())),
    ),
    COMPARE + "set_aside": (
        MISSING,
        lambda do, work, world: do(work, a_talk(world.student), Desk(new_id())),
    ),
    COMPARE + "choose_draft": (
        MISSING,
        lambda do, work, world: do(work, a_talk(world.student), None),
    ),
    COMPARE + "give_up": (
        OWN,
        lambda do, work, world: do(work, a_talk(world.student), Desk(new_id())),
    ),
    COMPARE + "take_up": (
        MISSING,
        lambda do, work, world: do(work, a_talk(world.student), world.talk, Desk(new_id())),
    ),
    COMPARE + "agreement_now": (MISSING, lambda do, work, world: do(work, world.agreement)),
    OVERVIEW + "facts": (NOTHING, lambda do, work, world: (do(work), do(work, [world.student]))),
    OVERVIEW + "story": (MISSING, lambda do, work, world: do(work, world.student)),
    OVERVIEW + "today": (NOTHING, lambda do, work, _: do(work)),
    MOVING + "read_all": (MISSING, lambda do, work, world: do(work, world.student)),
    MOVING + "write_talk": (
        MISSING,
        lambda do, work, world: do(work, world.student, TalksToWrite((), (), (), {})),
    ),
    MOVING + "write_draft": (MISSING, lambda do, work, world: do(work, a_talk(world.student))),
    PREPARING + "begun_preparation": (
        MISSING,
        lambda do, work, world: do(work, world.student),
    ),
    PREPARING + "keep_preparation": (
        MISSING,
        lambda do, work, world: do(work, prepared(world.student)),
    ),
    PREPARING + "read_preparations": (MISSING, lambda do, work, world: do(work, world.student)),
    PREPARING + "bring_preparation": (
        MISSING,
        lambda do, work, world: do(
            work,
            world.student,
            StudentPreparation(new_id(), MONDAY, prepared(world.student).answers),
        ),
    ),
    PREPARING + "hand_in": (MISSING, lambda do, work, world: do(work, prepared(world.student))),
    ARRIVALS + "known_students": (NOTHING, lambda do, work, _: do(work)),
    ARRIVALS + "proposed": (NOTHING, lambda do, work, _: do(work)),
    ARRIVALS + "team_names": (OWN, lambda do, work, _: do(work)),
    # Only one's own, so to a team that is not there: nothing may be written here.
    ARRIVALS + "propose": (OWN, lambda do, work, _: proposed_to_nobody(do, work)),
    ARRIVALS + "waiting": (OWN, lambda do, work, _: do(work)),
    ARRIVALS + "answer": (MISSING, lambda do, work, world: do(work, [world.student], True)),
    "lob_workbench.features.arrivals.overview.today": (NOTHING, lambda do, work, _: do(work)),
    ACCESS + "read_access": (MISSING, lambda do, work, world: do(work, world.student)),
    ACCESS + "list_colleagues": (OWN, lambda do, work, _: do(work)),
    ACCESS + "let_in": (
        MISSING,
        lambda do, work, world: do(
            work,
            Asking(world.student, world.reader, GrantKind.SECOND_LINE, "Hulpvraag"),
        ),
    ),
    ACCESS + "end_access": (MISSING, lambda do, work, world: do(work, world.grant)),
    "lob_workbench.features.access.overview.today": (OWN, lambda do, work, _: do(work)),
    IMPORT + "preview": (ONE_DESK, lambda do, work, _: do(work, ParsedList(()))),
    IMPORT + "import_students": (ONE_DESK, lambda do, work, _: do(work, ParsedList(()))),
    IMPORT + "let_missing_leave": (
        ONE_DESK,
        lambda do, work, _: do(work, ParsedList(()), {}, work.clock.today()),
    ),
    IMPORT + "take_back_leaving": (ONE_DESK, lambda do, work, _: no_deed(do, work)),
    IMPORT + "mentors": (ONE_DESK, lambda do, work, _: do(work)),
    IMPORT + "be_mentor": (ONE_DESK, lambda do, work, world: do(work, world.mentor)),
    IMPORT + "take_unassigned": (ONE_DESK, lambda do, work, _: do(work)),
    STUDENTS + "list_students": (
        NOTHING,
        lambda do, work, _: [
            do(work, StudentFilter(words=words), contributed(FEATURES, work.actor, "facts"))
            for words in ("", "hart", "0411001")
        ],
    ),
    SEARCH + "find_students": (
        NOTHING,
        lambda do, work, _: [do(work, typed, 8).rows for typed in ("hart", "0411001")],
    ),
    SEARCH + "find_talks": (NOTHING, lambda do, work, _: do(work, "stage", 8).rows),
    SEARCH + "find_agreements": (NOTHING, lambda do, work, _: do(work, "feedback", 8).rows),
    STUDENTS + "read_story": (
        MISSING,
        lambda do, work, world: do(work, world.student, contributed(FEATURES, work.actor, "story")),
    ),
    STUDENTS + "read_signals": (
        NOTHING,
        lambda do, work, world: list(
            do(
                work,
                [world.student],
                contributed(FEATURES, work.actor, "facts"),
                contributed(FEATURES, work.actor, "signals"),
            )
        ),
    ),
    STUDENTS + "story": (MISSING, lambda do, work, world: do(work, world.student)),
    NOTES + "read_notes": (MISSING, lambda do, work, world: do(work, world.student)),
    NOTES + "prepare_correction": (
        MISSING,
        lambda do, work, world: do(work, world.student, world.note),
    ),
    NOTES + "keep_draft": (MISSING, lambda do, work, world: do(work, a_note(world))),
    NOTES + "put_back_draft": (MISSING, lambda do, work, world: do(work, a_note(world))),
    NOTES + "drop_draft": (OWN, lambda do, work, world: do(work, a_note(world))),
    NOTES + "compare_copies": (
        OWN,
        lambda do, work, world: do(work, (KeptCopy(note_copy(a_note(world)), MONDAY),)).offers,
    ),
    NOTES + "record": (MISSING, lambda do, work, world: do(work, a_note(world))),
    NOTED + "notices": (OWN, lambda do, work, world: do(work, world.student)),
    NOTED + "is_cared_for": (OWN, lambda do, work, world: do(work, world.student)),
    NORMS + "overdue": (NOTHING, lambda do, work, _: do(work, TODAY)),
    NORMS + "read_norms": (OWN, lambda do, work, _: do(work)),
    NORMS + "save_norm": (OWN, lambda do, work, _: refused(do, work, Norm(KIND, -1))),
    NORMS + "save_budget": (OWN, lambda do, work, _: refused(do, work, Budget(3, -1))),
    NORMS + "reset": (OWN, lambda do, work, _: dropped(do, work, new_id())),
    GROUPS + "start_group": (NOTHING, lambda do, work, _: do(work)),
    GROUPS + "add_windows": (
        OWN,
        lambda do, work, _: refused(do, work, WindowWish(TODAY, "", "")),
    ),
    GROUPS + "drop_window": (MISSING, lambda do, work, world: do(work, world.window)),
    GROUPS + "put_back_window": (
        OWN,
        lambda do, work, _: refused(do, work, Window(new_id(), TODAY, "", "")),
    ),
    GROUPS + "propose_group": (MISSING, lambda do, work, world: do(work, a_group(world))),
    GROUPS + "confirm_group": (
        MISSING,
        lambda do, work, world: do(work, a_group(world), a_place(world)),
    ),
    GROUPS + "call_off_group": (NOTHING, lambda do, work, world: do(work, [world.grouped])),
    SETTINGS + "today": (ONE_DESK, lambda do, work, _: do(work)),
    PLANNED + "today": (OWN, lambda do, work, _: do(work)),
    PLANNED + "signals": (OWN, lambda do, work, world: do(work, (a_row(world),), {})),
    OVERVIEW + "signals": (OWN, lambda do, work, world: do(work, (a_row(world),), {})),
    TURNING + "signals": (OWN, lambda do, work, world: do(work, (a_row(world),), {})),
    TURNING + "today": (OWN, lambda do, work, _: do(work)),
    EVENING + "list_evenings": (OWN, lambda do, work, _: do(work)),
    EVENING + "save_evening": (
        OWN,
        lambda do, work, _: refused(do, work, EveningDraft(new_id(), " ", TODAY)),
    ),
    EVENING + "read_evening": (NOTHING, lambda do, work, world: do(work, world.evening)),
    EVENING + "give_slots": (
        MISSING,
        lambda do, work, world: do(work, world.evening, [world.student]),
    ),
    EVENING + "give_slot": (
        MISSING,
        lambda do, work, world: do(work, world.evening, world.student, "20:30"),
    ),
    EVENING + "take_slots_back": (MISSING, lambda do, work, world: do(work, world.slots)),
    EVENING + "read_paper": (NOTHING, lambda do, work, world: do(work, world.evening)),
    HANDOVER + "overview": (NOTHING, lambda do, work, _: do(work)),
    # Who is proposed already is no choice; tests/features/handover looks at the others.
    HANDOVER + "choices": (OWN, lambda do, work, _: do(work)),
    HANDOVER + "prepare": (MISSING, lambda do, work, world: do(work, world.student)),
    HANDOVER + "keep_draft": (
        MISSING,
        lambda do, work, world: do(work, HandoverDraft(world.student, "x")),
    ),
    HANDOVER + "drop_draft": (OWN, lambda do, work, world: do(work, world.student)),
    HANDOVER + "propose": (
        MISSING,
        lambda do, work, world: do(work, [HandoverDraft(world.second, "x")], world.taker),
    ),
    HANDOVER + "read": (MISSING, lambda do, work, world: do(work, world.offered[0])),
    HANDOVER + "confirm": (MISSING, lambda do, work, world: do(work, world.offered[1])),
    HANDOVER + "confirm_on_paper": (ONE_DESK, lambda do, work, world: do(work, world.given[1])),
    HANDOVER + "decline": (
        MISSING,
        lambda do, work, world: do(work, world.offered[2], 1, "Ik heb er al dertig."),
    ),
    HANDOVER + "withdraw": (MISSING, lambda do, work, world: do(work, world.given[2], 1)),
    HANDOVER + "read_paper": (
        MISSING,
        lambda do, work, world: do(work, HandoverDraft(world.student, "x"), ""),
    ),
    "lob_workbench.features.handover.overview.today": (OWN, lambda do, work, _: do(work)),
    "lob_workbench.features.handover.overview.notices": (
        OWN,
        lambda do, work, world: do(work, world.student),
    ),
    QUICK + "operations.read_notes": (MISSING, lambda do, work, world: do(work, world.student)),
    QUICK + "operations.begin_capture": (
        NOTHING,
        lambda do, work, world: do(work, world.student),
    ),
    QUICK + "operations.keep_capture": (
        MISSING,
        lambda do, work, world: do(work, a_line(world.student)),
    ),
    QUICK + "operations.capture": (
        MISSING,
        lambda do, work, world: do(work, a_line(world.student)),
    ),
    QUICK + "operations.keep_draft": (
        MISSING,
        lambda do, work, world: do(work, a_line(world.student)),
    ),
    QUICK + "operations.put_back_draft": (
        MISSING,
        lambda do, work, world: do(work, a_line(world.student)),
    ),
    QUICK + "operations.drop_draft": (OWN, lambda do, work, world: do(work, a_line(new_id()))),
    QUICK + "operations.begin_change": (
        MISSING,
        lambda do, work, world: do(work, world.working_note.id),
    ),
    QUICK + "operations.record": (
        MISSING,
        lambda do, work, world: do(work, a_line(world.student, NoteKind.WORKING)),
    ),
    QUICK + "operations.take_back": (
        MISSING,
        lambda do, work, world: do(work, world.dossier_note),
    ),
    QUICK + "operations.put_back": (MISSING, lambda do, work, world: do(work, world.dossier_note)),
    QUICK + "overview.story": (MISSING, lambda do, work, world: do(work, world.student)),
    QUICK + "overview.notices": (OWN, lambda do, work, world: do(work, world.student)),
    BADGES + "operations.list_badges": (NOTHING, lambda do, work, _: do(work)),
    BADGES + "operations.list_badges_of": (
        MISSING,
        lambda do, work, world: do(work, world.student),
    ),
    BADGES + "operations.read_issue_form": (
        MISSING,
        lambda do, work, world: do(work, world.badges.wish),
    ),
    BADGES + "operations.read_key_in_use": (OWN, lambda do, work, _: do(work)),
    BADGES + "operations.issue": (
        MISSING,
        lambda do, work, world: do(
            work, IssueRound((world.badges.wish,), True), world.badges.opened
        ),
    ),
    BADGES + "operations.revoke": (
        MISSING,
        lambda do, work, world: do(work, world.badges.view.id, world.student, "Fout"),
    ),
    BADGES + "operations_files.read_files": (
        MISSING,
        lambda do, work, world: do(work, [world.badges.view]),
    ),
    BADGES + "operations_files.read_accounts": (
        MISSING,
        lambda do, work, world: do(work, [world.badges.view]),
    ),
    BADGES + "operations_keys.list_keys": (OWN, lambda do, work, _: do(work)),
    BADGES + "operations_keys.add_key": (
        OWN,
        lambda do, work, _: do(work, make_key("tien rode treinen fluiten", CHEAP)),
    ),
    BADGES + "operations_keys.read_list": (
        OWN,
        lambda do, work, world: do(work, world.badges.opened.view.id),
    ),
    BADGES + "operations_keys.revoke_key": (
        OWN,
        lambda do, work, world: do(work, world.badges.opened.view.id),
    ),
    BADGES + "operations_moving.read_all": (
        MISSING,
        lambda do, work, world: do(work, world.student),
    ),
    BADGES + "operations_moving.write_badge": (
        MISSING,
        lambda do, work, world: do(work, world.student, a_moved_badge()),
    ),
    BADGES + "operations_trust.read_knowledge": (OWN, lambda do, work, _: do(work)),
    BADGES + "operations_trust.list_trusted": (OWN, lambda do, work, _: do(work)),
    BADGES + "operations_trust.trust": (OWN, lambda do, work, _: do(work, a_trusted_school())),
    BADGES + "operations_trust.trust_until": (
        OWN,
        lambda do, work, world: do(work, world.badges.trusted, TODAY),
    ),
    BADGES + "operations_trust.end_trust": (
        OWN,
        lambda do, work, world: do(work, world.badges.trusted),
    ),
    BADGES + "operations_trust.trust_again": (
        OWN,
        lambda do, work, world: do(work, world.badges.trusted),
    ),
    BADGES + "overview.tab_shown": (MISSING, lambda do, work, world: do(work, world.student)),
    BADGES + "overview.story": (MISSING, lambda do, work, world: do(work, world.student)),
    SKILLS_MOVING + "read_all": (MISSING, lambda do, work, world: do(work, world.student)),
    SKILLS_MOVING + "read_evidence": (
        MISSING,
        lambda do, work, world: do(work, world.student, new_id()),
    ),
    SKILLS_MOVING + "knows_set": (OWN, lambda do, work, _: do(work, "small@1")),
    SKILLS_MOVING + "bring_claims": (
        MISSING,
        lambda do, work, world: do(work, world.student, [a_moved_claim()]),
    ),
    SKILLS_MOVING + "bring_verdicts": (
        MISSING,
        lambda do, work, world: do(work, world.student, *a_moved_claim(), 0),
    ),
    SKILLS_MOVING + "bring_goal": (
        MISSING,
        lambda do, work, world: do(
            work,
            world.student,
            Goal(new_id(), world.student, "small@1", "listening", 1, TODAY, action="ZZGEHEIM"),
        ),
    ),
    QUICK + "operations_moving.read_all": (
        MISSING,
        lambda do, work, world: do(work, world.student),
    ),
    QUICK + "operations_moving.write_note": (
        MISSING,
        lambda do, work, world: do(work, world.student, replace(world.working_note, id=new_id())),
    ),
    AROUND + "operations.read_around": (MISSING, lambda do, work, world: do(work, world.student)),
    # Which companies there are is the school's, not a student's: names that anybody may know.
    AROUND + "operations.known_companies": (OWN, lambda do, work, _: do(work)),
    AROUND + "operations.save_placement": (
        MISSING,
        lambda do, work, world: do(work, a_placement(world.student)),
    ),
    AROUND + "operations.end_placement": (
        MISSING,
        lambda do, work, world: do(work, world.placement, 1, TODAY),
    ),
    AROUND + "operations.take_back_end": (
        MISSING,
        lambda do, work, world: do(work, world.placement, 2, None),
    ),
    AROUND + "operations.save_guardian": (
        MISSING,
        lambda do, work, world: do(work, a_parent(world.student)),
    ),
    AROUND + "operations.end_guardian": (
        MISSING,
        lambda do, work, world: do(work, world.guardian, 1, TODAY),
    ),
    AROUND + "operations.take_back_until": (
        MISSING,
        lambda do, work, world: do(work, world.guardian, 2, None),
    ),
    AROUND + "overview.story": (MISSING, lambda do, work, world: do(work, world.student)),
    AROUND + "operations_moving.read_all": (
        MISSING,
        lambda do, work, world: do(work, world.student),
    ),
    AROUND + "operations_moving.write_placement": (
        MISSING,
        lambda do, work, world: do(
            work,
            world.student,
            PlacementView(
                new_id(),
                world.student,
                CompanyView(new_id(), "Elders", "", 1),
                "",
                "",
                "",
                TODAY,
                None,
                1,
            ),
        ),
    ),
    AROUND + "operations_moving.write_guardians": (
        MISSING,
        lambda do, work, world: do(work, world.student, ()),
    ),
    # Sets and routes are everybody's; groups and teams only of whom one sees.
    SKILLS + "operations.read_head": (OWN, lambda do, work, _: do(work).choices),
    SKILLS + "operations.read_roll": (
        NOTHING,
        lambda do, work, _: list(do(work, Selection("")).ids),
    ),
    SKILLS + "operations.read_levels": (
        NOTHING,
        lambda do, work, world: (lambda found: (found.learners, dict(found.standings)))(
            do(work, LearnerKind.STUDENT, OUR_KEY, (world.student,))
        ),
    ),
    SKILLS + "operations.read_cell": (
        MISSING,
        lambda do, work, world: do(work, world.student, LearnerKind.STUDENT, OUR_KEY, "listening"),
    ),
    SKILLS + "operations.find_learner": (
        MISSING,
        lambda do, work, world: do(work, world.student),
    ),
    SKILLS + "operations.read_profile": (
        MISSING,
        lambda do, work, world: do(work, world.student),
    ),
    SKILLS + "operations_claims.begin_claim": (
        MISSING,
        lambda do, work, world: do(work, world.student, OUR_KEY, "listening"),
    ),
    SKILLS + "operations_claims.keep_claim": (
        MISSING,
        lambda do, work, world: do(work, a_typed_claim(world.student)),
    ),
    SKILLS + "operations_claims.keep_file": (
        MISSING,
        lambda do, work, world: do(
            work, world.student, EvidenceFile(new_id(), "a.pdf", "application/pdf", b"%PDF-")
        ),
    ),
    SKILLS + "operations_claims.drop_file": (OWN, lambda do, work, world: do(work, world.evidence)),
    SKILLS + "operations_claims.drop_claim": (
        OWN,
        lambda do, work, world: do(work, a_typed_claim(world.student)),
    ),
    SKILLS + "operations_claims.claim": (
        MISSING,
        lambda do, work, world: do(work, a_typed_claim(world.student)),
    ),
    SKILLS + "operations_claims.judge": (
        MISSING,
        lambda do, work, world: do(
            work, world.student, LearnerKind.STUDENT, (a_verdict(world.claim),)
        ),
    ),
    SKILLS + "operations_claims.read_evidence": (
        MISSING,
        lambda do, work, world: do(work, world.student, LearnerKind.STUDENT, world.evidence),
    ),
    SKILLS + "operations_lent.lend_skills": (
        MISSING,
        lambda do, work, world: do(work, world.student, OUR_KEY),
    ),
    SKILLS + "operations_lent.begun_lent": (
        MISSING,
        lambda do, work, world: do(work, world.student, OUR_KEY),
    ),
    SKILLS + "operations_lent.keep_lent": (
        MISSING,
        lambda do, work, world: do(work, LentDraft(world.student, OUR_KEY)),
    ),
    SKILLS + "operations_lent.hand_in_lent": (
        MISSING,
        lambda do, work, world: do(work, a_lent_draft(world.student)),
    ),
    SKILLS + "operations_members.begin_member": (OWN, lambda do, work, _: do(work)),
    SKILLS + "operations_members.add_member": (
        OWN,
        lambda do, work, _: a_member_without_a_name(do, work),
    ),
    SKILLS + "overview.story": (MISSING, lambda do, work, world: do(work, world.student)),
    SKILLS + "overview.today": (NOTHING, lambda do, work, _: do(work)),
    SKILLS + "overview_claims.story": (MISSING, lambda do, work, world: do(work, world.student)),
    SKILLS + "overview_claims.notices": (OWN, lambda do, work, world: do(work, world.student)),
    SKILLS + "overview_claims.today": (NOTHING, lambda do, work, _: do(work)),
    # What ships is no secret; the school's own questions are everybody's to read.
    QUESTIONS + "read_bank": (
        OWN,
        lambda do, work, _: [row.own for row in do(work).rows if row.own],
    ),
    # Only one's own, so one that is refused: nothing may be written here.
    QUESTIONS + "add_question": (OWN, lambda do, work, _: added_without_words(do, work)),
    QUESTIONS + "change_question": (
        MISSING,
        lambda do, work, world: do(
            work, a_question(id=world.question, version=version_of(work, world.question))
        ),
    ),
    QUESTIONS + "retire_question": (
        MISSING,
        lambda do, work, world: do(work, world.question, version_of(work, world.question)),
    ),
    QUESTIONS + "bring_back_question": (
        MISSING,
        lambda do, work, world: do(work, world.question, version_of(work, world.question)),
    ),
    "lob_workbench.features.today.operations.read_day": (
        NOTHING,
        lambda do, work, _: do(
            work,
            contributed(FEATURES, work.actor, "today"),
            contributed(FEATURES, work.actor, "facts"),
        ),
    ),
    AGENDA + "read_agenda": (NOTHING, lambda do, work, _: do(work, *week_of(TODAY))),
    AGENDA + "read_choices": (NOTHING, lambda do, work, _: do(work)),
    AGENDA + "plan": (
        MISSING,
        lambda do, work, world: do(work, an_appointment(world.student)),
    ),
    AGENDA + "change": (MISSING, lambda do, work, world: do(work, planned(world), 1)),
    AGENDA + "call_off": (MISSING, lambda do, work, world: do(work, world.to_call_off, 1)),
    AGENDA + "plan_again": (MISSING, lambda do, work, world: do(work, world.called_off)),
    AGENDA + "invite": (MISSING, lambda do, work, world: do(work, [world.appointment])),
    ROOMS + "list_rooms": (OWN, lambda do, work, _: do(work)),
    ROOMS + "save_room": (OWN, lambda do, work, _: a_room_without_a_name(do, work)),
    AGENDA_MOVING + "read_all": (MISSING, lambda do, work, world: do(work, world.student)),
    AGENDA_MOVING + "write": (
        MISSING,
        lambda do, work, world: do(work, world.student, a_moving(world)),
    ),
    ENROLMENT + "operations.read_enrolment": (
        MISSING,
        lambda do, work, world: do(work, world.student),
    ),
    ENROLMENT + "overview.story": (MISSING, lambda do, work, world: do(work, world.student)),
    ENROLMENT + "overview.notices": (MISSING, lambda do, work, world: do(work, world.student)),
    ENROLMENT + "operations.change_enrolment": (
        MISSING,
        lambda do, work, world: do(work, an_enrolment(work, world.second)),
    ),
    ENROLMENT + "operations.leave_school": (
        MISSING,
        lambda do, work, world: do(work, a_leaving(work, world.second)),
    ),
    ENROLMENT + "operations.come_back": (
        MISSING,
        lambda do, work, world: do(work, world.second, enrolled(work, world.second).version),
    ),
    ENROLMENT + "operations.take_back": (ONE_DESK, lambda do, work, _: no_deed(do, work)),
    SCHOOL_YEAR + "new_year": (ONE_DESK, lambda do, work, _: do(work)),
    SCHOOL_YEAR + "turn_year": (ONE_DESK, lambda do, work, _: no_year(do, work)),
    SCHOOL_YEAR + "turn_back": (
        ONE_DESK,
        lambda do, work, _: no_deed(partial(turned_back, do), work),
    ),
    HOLIDAYS + "list_holidays": (OWN, lambda do, work, _: do(work)),
    HOLIDAYS + "add_holiday": (OWN, lambda do, work, _: do(work, "Herfst", TODAY, TODAY)),
    HOLIDAYS + "remove_holiday": (OWN, lambda do, work, world: do(work, world.holiday)),
    HOLIDAYS + "put_back": (
        OWN,
        lambda do, work, _: do(work, Holiday(new_id(), "Herfst", TODAY, TODAY)),
    ),
    HOLIDAYS + "preview": (OWN, lambda do, work, _: do(work, ReadCalendar(()))),
    HOLIDAYS + "take_over": (OWN, lambda do, work, _: do(work, ReadCalendar(()))),
    TRIALOGUE + "submit_voice": (
        MISSING,
        lambda do, work, world: do(
            work,
            new_id(),
            world.student,
            Party.COMPANY,
            (VoicePart(VoiceTopic.QUALITIES, "Rustig."),),
            "M. Bos",
            VoiceSource.LENT,
            0,
        ),
    ),
    TRIALOGUE + "open_trialogue": (MISSING, lambda do, work, world: do(work, world.student)),
    TRIALOGUE + "keep_draft": (MISSING, lambda do, work, world: do(work, a_trialogue(world))),
    TRIALOGUE + "drop_draft": (MISSING, lambda do, work, world: do(work, a_trialogue(world))),
    TRIALOGUE + "put_back_draft": (MISSING, lambda do, work, world: do(work, a_trialogue(world))),
    TRIALOGUE + "record_together": (
        MISSING,
        lambda do, work, world: do(
            # Before the talk whose agreement would have to be answered here.
            work,
            replace(a_trialogue(world), held_on=TODAY - timedelta(days=120)),
        ),
    ),
    TRIALOGUES + "overview.today": (OWN, lambda do, work, _: do(work)),
    TRIALOGUES + "overview.story": (MISSING, lambda do, work, world: do(work, world.student)),
    TRIALOGUES + "operations_moving.read_voices": (
        MISSING,
        lambda do, work, world: do(work, world.student),
    ),
    TRIALOGUES + "operations_moving.write_voices": (
        MISSING,
        lambda do, work, world: do(work, world.student, ()),
    ),
    TRIALOGUES + "operations_moving.write_draft": (
        MISSING,
        lambda do, work, world: do(work, world.student, a_trialogue(world)),
    ),
    TRIALOGUES + "operations_away.compare_copies": (
        OWN,
        lambda do, work, world: do(work, (KeptCopy(copy_of_voice(a_voice(world)), MONDAY),)).offers,
    ),
    LENT + "begin_voice": (
        MISSING,
        lambda do, work, world: do(work, new_id(), world.student, Party.COMPANY, "M. Bos"),
    ),
    LENT + "keep_voice": (MISSING, lambda do, work, world: do(work, a_voice(world))),
    LENT + "hand_in_voice": (MISSING, lambda do, work, world: do(work, a_voice(world))),
    LENT + "begin_word": (MISSING, lambda do, work, world: do(work, a_word(world))),
    LENT + "keep_word": (MISSING, lambda do, work, world: do(work, a_word(world))),
    LENT + "hand_in_word": (MISSING, lambda do, work, world: do(work, a_word(world))),
    FORMS_MOVING + "read_forms": (MISSING, lambda do, work, world: do(work, world.student)),
    WORKBOOK + "start_workbook": (OWN, lambda do, work, _: began_workbook(do, work)),
    WORKBOOK + "collect_workbook": (NOTHING, lambda do, work, _: made_workbook(do, work)),
    WORKBOOK + "compare_workbook": (OWN, lambda do, work, _: brought_back(do, work)),
    WORKBOOK + "take_over": (OWN, lambda do, work, _: brought_back(do, work, frozenset())),
    FORMS_MOVING + "write_forms": (MISSING, lambda do, work, world: do(work, world.student, ())),
    FORMS + "list_forms": (MISSING, lambda do, work, world: do(work, *a_form(world))),
    FORMS + "propose_form": (MISSING, lambda do, work, world: do(work, *a_form(world))),
    FORMS + "print_again": (MISSING, lambda do, work, world: do(work, world.form.form_id)),
    FORMS + "check_form": (
        MISSING,
        lambda do, work, world: do(work, *a_form(world), filled(world.form)),
    ),
    FORMS + "take_over": (
        MISSING,
        lambda do, work, world: do(work, *a_form(world), filled(world.form), 0),
    ),
    FORMS + "read_original": (
        MISSING,
        lambda do, work, world: do(work, world.student, world.read_form),
    ),
    FORMS + "issue_form": (
        MISSING,
        lambda do, work, world: do(work, world.student, world.form_talk, Party.STUDENT, TODAY),
    ),
}


NOT_THE_OWNERS = {Right.READ_CONFIDENTIAL, Right.CONFIRM_STUDENTS}

# What the table does not know yet fails one test, not all.
TABLED = [name for name in OURS if name in STRANGER]


def called(name: str, work: Any, world: World) -> Any:
    """Call an operation as the table says."""
    module, _, function = name.rpartition(".")
    return STRANGER[name][1](getattr(import_module(module), function), work, world)


def test_no_operation_hides_in_a_module_of_another_name() -> None:
    known = {module.__file__ for module in MODULES}
    declaring = {
        str(path)
        for path in Path(lob_workbench.__path__[0]).rglob("*.py")
        if "\n@operation(" in path.read_text("utf-8")
    }
    assert declaring <= known


def test_every_function_of_these_modules_is_a_declared_operation() -> None:
    loose = [
        f"{module.__name__}.{name}"
        for module in MODULES
        for name, thing in vars(module).items()
        if isinstance(thing, FunctionType)
        and thing.__module__ == module.__name__
        and not name.startswith("_")
        and "work" in list(inspect.signature(thing).parameters)[:1]
        and f"{module.__name__}.{name}" not in OPERATIONS
    ]
    # These run before there is an actor with any right: at setting up, unlocking, logging in.
    assert set(loose) == {PEOPLE + "set_up", PEOPLE + "owner", PEOPLE + "whoami"}


def test_use_cases_take_their_work_first() -> None:
    # Otherwise the check above would pass them by.
    for module in MODULES[:-1]:
        for name, thing in vars(module).items():
            if isinstance(thing, FunctionType) and thing.__module__ == module.__name__:
                public = not name.startswith("_")
                first = list(inspect.signature(thing).parameters)[:1]
                assert not public or first == ["work"], (module.__name__, name)


def test_the_table_names_every_operation() -> None:
    assert sorted(STRANGER) == OURS, "decide what a stranger sees of a new operation"


def actors_for(store: Store) -> list[Actor]:
    """Somebody in no role, one for each role, and one in all roles but counsellor."""
    sets = [frozenset[Role](), *(frozenset({role}) for role in Role)]
    sets.append(frozenset(Role) - {Role.COUNSELLOR})
    return [store.colleague(*sorted(roles)) for roles in sets]


def test_every_operation_refuses_who_lacks_its_right_and_changes_nothing(world: World) -> None:
    refused = 0
    actors = actors_for(world.store)
    before = content(world.store)
    for actor in actors:
        for name in TABLED:
            if actor.may(OPERATIONS[name]):
                continue
            with pytest.raises(NotAllowed), world.store.work(actor) as work:
                called(name, work, world)
            refused += 1
    assert content(world.store) == before
    assert refused > len(TABLED) * 3


def test_a_stranger_finds_nothing_of_somebody_elses_students(world: World) -> None:
    # Every role that reads dossiers, and not one student.
    stranger = world.store.colleague(Role.COUNSELLOR, Role.TEAM_LEADER, Role.SECOND_LINE)
    with closing(Watch(world.store)) as watch:
        for name in TABLED:
            if STRANGER[name][0] is not ONE_DESK and stranger.may(OPERATIONS[name]):
                before = watch.now()
                finds_nothing(name, world, stranger)
                left_nothing(name, world, before, watch.now())
        # The watch missed nothing.
        assert watch.now() == content(world.store)


def finds_nothing(name: str, world: World, stranger: Actor) -> None:
    """The stranger calls the operation."""
    outcome = STRANGER[name][0]
    if outcome is MISSING:
        with pytest.raises(NotFound) as caught, world.store.work(stranger) as work:
            called(name, work, world)
        # The same words as for a student who does not exist: nothing to learn from.
        assert str(caught.value) == str(NotFound()), name
        return
    with world.store.work(stranger) as work:
        told = repr(called(name, work, world))
    traces = ["Hart", "ZZGEHEIM", "0411001", "stage", "feedback"]
    if outcome is NOTHING:
        traces += [str(world.student), str(world.talk)]
    assert [trace for trace in traces if trace in told] == [], name


def left_nothing(name: str, world: World, before: Content, after: Content) -> None:
    """Nothing was written but what is the stranger's own."""
    # That somebody looked through own lists is told; of this student there is nothing.
    told = set(after["audit_entry"]) - set(before["audit_entry"])
    assert str(world.student) not in repr(told)
    passed = {"audit_entry", "audit_head"}
    if STRANGER[name][0] is OWN:
        passed |= {"preference", "student_arrival"}
        assert set(before["student_arrival"]) <= set(after["student_arrival"]), name
    assert without(passed, after) == without(passed, before), name


def without(tables: set[str], rows: Content) -> Content:
    """The other tables."""
    return {table: found for table, found in rows.items() if table not in tables}


def test_the_owner_does_see_what_a_stranger_does_not(world: World) -> None:
    # Otherwise an empty answer to the stranger would prove nothing.
    for name in TABLED:
        if STRANGER[name][0] is NOTHING:
            with world.store.work() as work:
                assert str(world.student) in repr(called(name, work, world)), name


def test_the_owner_may_do_all_that_the_table_calls(world: World) -> None:
    allowed = [name for name in TABLED if world.store.owner.may(OPERATIONS[name])]
    left = {name for name in TABLED if name not in allowed}
    assert {OPERATIONS[name] for name in left} <= NOT_THE_OWNERS | (
        {Right.KEEP_WORKBOOK} if world.store.shared else AT_SCHOOL
    )
    for name in allowed:
        with world.store.work() as work:
            called(name, work, world)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.COUNSELLOR}))
def test_no_other_role_sees_a_student_even_of_an_own_caseload(world: World, role: Role) -> None:
    # A team leader counts; a student assigned by mistake to somebody without the role stays hid.
    colleague = world.store.colleague(role)
    world.store.student("0411777", counsellor_id=colleague.staff_id)
    for name in TABLED:
        if STRANGER[name][0] is not NOTHING or OPERATIONS[name] not in rights_of({role}):
            continue
        with world.store.work(colleague) as work:
            assert "0411777" not in repr(called(name, work, world)), name


def test_a_student_who_is_nobodys_is_nobodys_to_read(world: World) -> None:
    loose = world.store.student("0411888", counsellor_id=None)
    from lob_workbench.features.students.operations import list_students, read_story

    with world.store.work() as work:
        rows = list_students(work, StudentFilter()).rows
        assert loose not in {row.id for row in rows}
        with pytest.raises(NotFound):
            read_story(work, loose)


def test_a_team_leader_counts_and_reads_nothing(world: World) -> None:
    from lob_workbench.features.students.operations import list_students, read_story

    leader = world.store.colleague(Role.TEAM_LEADER)
    world.store.lead(leader, world.student)
    with world.store.work(leader) as work:
        (row,) = list_students(work, StudentFilter(), contributed(FEATURES, leader, "facts")).rows
        assert row.id == world.student
        assert row.facts.last_talk == TODAY - timedelta(days=30)
        seen = read_story(
            work,
            world.student,
            contributed(FEATURES, leader, "story"),
            contributed(FEATURES, leader, "facts"),
        )
    for trace in ("ZZGEHEIM", "stage", "feedback", "Gesprek"):
        assert trace not in repr(seen)
    for name in (TALKS + "read_conversation", TALKS + "list_agreements", OVERVIEW + "story"):
        with pytest.raises(NotAllowed), world.store.work(leader) as work:
            called(name, work, world)


@pytest.mark.parametrize("kind", GrantKind)
def test_who_was_let_in_reads_and_writes_nothing(world: World, kind: GrantKind) -> None:
    reader = world.store.colleague(
        Role.SECOND_LINE if kind is GrantKind.SECOND_LINE else Role.COUNSELLOR
    )
    world.store.grant(world.student, reader, kind)
    for name in (TALKS + "read_conversation", TALKS + "list_conversations", OVERVIEW + "story"):
        with world.store.work(reader) as work:
            assert "Gesprek" in repr(told := called(name, work, world)) or "stage" in repr(told)
    for name in (TALKS + "keep_draft", TALKS + "record", TALKS + "respond"):
        if reader.may(OPERATIONS[name]):
            with pytest.raises(NotFound), world.store.work(reader) as work:
                called(name, work, world)


@pytest.mark.parametrize("kind", GrantKind)
@pytest.mark.parametrize("over", ["ended", "past", "other role"])
def test_reading_along_ends(world: World, kind: GrantKind, over: str) -> None:
    roles = [Role.SECOND_LINE, Role.COUNSELLOR]
    if kind is GrantKind.ASKED_IN:
        roles.reverse()
    reader = world.store.colleague(roles[1] if over == "other role" else roles[0])
    until = TODAY - timedelta(days=1) if over == "past" else None
    grant = world.store.grant(world.student, reader, kind, until)
    if over == "ended":
        with world.store.unguarded() as work:
            work.session.get_one(AccessGrant, grant).ended_at = world.store.clock.now()
    with pytest.raises(NotFound), world.store.work(reader) as work:
        called(TALKS + "read_conversation", work, world)

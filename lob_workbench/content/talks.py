"""Reads the text bank of the example school out of its tables."""

from lob_workbench.content.schema import (
    AgreementExample,
    Doer,
    ExampleSchool,
    ExampleTeam,
    Group,
    ProgrammeText,
    Route,
    StudyPhase,
    Summary,
    Talk,
)
from lob_workbench.content.table import ContentError, Table, refuse_repeats
from lob_workbench.domain.career import CareerCompetence, ConversationKind

NAME = ("first_name",)
SUMMARY_SLOTS = ("first_name", "topic", "other_topic")


def read_team(root: Table) -> ExampleTeam:
    """Read one team; refuses one that misses a competence or a phase."""
    team = root.table("team")
    found = ExampleTeam(
        id=team.text("id"),
        name=team.text("name"),
        programmes=tuple(_programme(table) for table in team.tables("programmes")),
        companies=team.texts("companies"),
        talks=_talks(root),
        agreements=_agreements(root),
    )
    team.close()
    root.close()
    for competence in CareerCompetence:
        for phase in StudyPhase:
            if not any(t.competence is competence and t.phase is phase for t in found.talks):
                raise ContentError(root.place, f"no talk on {competence.value} in {phase.value}")
    return found


def read_shared(root: Table, teams: tuple[ExampleTeam, ...]) -> ExampleSchool:
    """Read what fits every team, and put the school together."""
    responses = root.table("responses")
    school = ExampleSchool(
        teams=teams,
        talks=_talks(root),
        agreements=_agreements(root),
        summaries=tuple(_summary(table) for table in root.tables("summaries")),
        agrees=responses.texts("agrees"),
        differs=responses.texts("differs"),
        dropped=responses.texts("dropped"),
    )
    responses.close()
    root.close()
    refuse_repeats(root.place, "summary", (summary.text for summary in school.summaries))
    return school


def _programme(table: Table) -> ProgrammeText:
    programme = ProgrammeText(
        name=table.text("name"),
        crebo=table.text("crebo"),
        level=table.number("level"),
        route=table.member("route", Route),
        years=table.number("years"),
        groups=tuple(_group(group) for group in table.tables("groups")),
    )
    table.close()
    for group in programme.groups:
        if group.year > programme.years:
            raise ContentError(table.place, f"group {group.code} is in a year that is not there")
    return programme


def _group(table: Table) -> Group:
    group = Group(table.text("code"), table.number("year"), table.number("size"))
    table.close()
    return group


def _talks(root: Table) -> tuple[Talk, ...]:
    found = []
    for table in root.tables("talks"):
        step = table.optional("step")
        found.append(
            Talk(
                competence=table.member("competence", CareerCompetence),
                phase=table.member("phase", StudyPhase),
                topic=table.text("topic"),
                experience=table.text("experience", slots=NAME),
                meaning=table.text("meaning", slots=NAME),
                takeaway=table.text("takeaway", slots=NAME),
                step=step,
                step_days=table.number("step_days") if step else 0,
                one_of=table.optional("one_of"),
                routes=table.members("routes", Route),
                levels=table.numbers("levels"),
            )
        )
        table.close()
    return tuple(found)


def _agreements(root: Table) -> tuple[AgreementExample, ...]:
    found = []
    for table in root.tables("agreements"):
        found.append(
            AgreementExample(
                text=table.text("text"),
                doer=table.member("doer", Doer),
                days=table.number("days"),
                competences=table.members("competences", CareerCompetence),
                phases=table.members("phases", StudyPhase),
                routes=table.members("routes", Route),
            )
        )
        table.close()
    refuse_repeats(root.place, "agreement", (agreement.text for agreement in found))
    return tuple(found)


def _summary(table: Table) -> Summary:
    summary = Summary(
        text=table.text("text", slots=SUMMARY_SLOTS),
        kinds=table.members("kinds", ConversationKind),
    )
    table.close()
    if not summary.kinds:
        raise ContentError(table.place, "'kinds' is empty")
    return summary

"""Reads the texts that ship with the product and refuses them when they are not whole.

Every reader takes the path of a file or folder, so that a test can give it a broken one; the
cached functions without arguments read what ships. Faults raise ``ContentError``: they are
mistakes of an author, found by the tests, and never of a user.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from lob_workbench.content.schema import (
    CareerPhase,
    CompetenceText,
    ExampleSchool,
    Prompt,
    Question,
)
from lob_workbench.content.table import ContentError, Table, open_table, refuse_repeats
from lob_workbench.content.talks import read_shared, read_team
from lob_workbench.domain.career import CareerCompetence, ConversationKind
from lob_workbench.paths import resources

__all__ = [
    "ContentError",
    "competences",
    "example_school",
    "questions",
    "questions_for",
    "read_competences",
    "read_example_school",
    "read_questions",
]

SHARED_FILE = "shared.toml"


@cache
def competences() -> Mapping[CareerCompetence, CompetenceText]:
    """The five competences, in their fixed order."""
    return read_competences(_shipped("competences.toml"))


@cache
def questions() -> tuple[Question, ...]:
    """All questions, in the order of the file."""
    return read_questions(_shipped("questions.toml"))


@cache
def example_school() -> ExampleSchool:
    """The text bank of the example school."""
    return read_example_school(_shipped("example_talks"))


def questions_for(
    kind: ConversationKind, phases: Iterable[CareerPhase] = tuple(CareerPhase)
) -> tuple[Question, ...]:
    """The questions that fit a kind of talk in any of these phases."""
    wanted = frozenset(phases)
    return tuple(q for q in questions() if kind in q.kinds and q.phase in wanted)


def read_competences(path: Path) -> Mapping[CareerCompetence, CompetenceText]:
    """Read all five competences; refuses a missing and a double one."""
    found: dict[CareerCompetence, CompetenceText] = {}
    root = open_table(path)
    for table in root.tables("competence"):
        competence = table.member("id", CareerCompetence)
        if competence in found:
            raise ContentError(table.place, f"competence {competence.value!r} stands here twice")
        found[competence] = CompetenceText(
            competence=competence,
            name=table.text("name"),
            question=table.text("question"),
            explanation=table.text("explanation"),
            experience=_prompt(table, "experience"),
            meaning=_prompt(table, "meaning"),
            takeaway=_prompt(table, "takeaway"),
        )
        table.close()
    root.close()
    missing = [c.value for c in CareerCompetence if c not in found]
    if missing:
        raise ContentError(root.place, f"missing competence: {', '.join(missing)}")
    return {competence: found[competence] for competence in CareerCompetence}


def read_questions(path: Path) -> tuple[Question, ...]:
    """Read the questions; refuses a repeated id or text and a competence without questions."""
    root = open_table(path)
    found = []
    for table in root.tables("question"):
        found.append(
            Question(
                id=table.text("id"),
                competence=table.member("competence", CareerCompetence),
                phase=table.member("phase", CareerPhase),
                kinds=table.members("kinds", ConversationKind),
                text=table.text("text"),
            )
        )
        table.close()
        if not found[-1].kinds:
            raise ContentError(table.place, "'kinds' is empty")
    root.close()
    refuse_repeats(root.place, "question id", (question.id for question in found))
    refuse_repeats(root.place, "question", (question.text for question in found))
    for competence in CareerCompetence:
        if not any(question.competence is competence for question in found):
            raise ContentError(root.place, f"missing competence: {competence.value}")
    return tuple(found)


def read_example_school(folder: Path) -> ExampleSchool:
    """Read the shared texts and every team file of a folder, teams in order of file name."""
    shared = open_table(folder / SHARED_FILE)
    paths = sorted(path for path in folder.glob("*.toml") if path.name != SHARED_FILE)
    if not paths:
        raise ContentError(str(folder), "there is no team")
    teams = tuple(read_team(open_table(path)) for path in paths)
    refuse_repeats(str(folder), "team", (team.id for team in teams))
    codes = (g.code for team in teams for p in team.programmes for g in p.groups)
    refuse_repeats(str(folder), "group", codes)
    school = read_shared(shared, teams)
    talks = [*school.talks, *(talk for team in teams for talk in team.talks)]
    refuse_repeats(str(folder), "topic", (talk.topic for talk in talks))
    refuse_repeats(str(folder), "experience", (talk.experience for talk in talks))
    return school


def _prompt(table: Table, key: str) -> Prompt:
    inner = table.table(key)
    prompt = Prompt(label=inner.text("label"), placeholder=inner.text("placeholder"))
    inner.close()
    return prompt


def _shipped(name: str) -> Path:
    return resources() / "content" / name

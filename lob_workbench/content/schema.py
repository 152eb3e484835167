"""The shapes of the texts that ship with the product; ``load`` fills them from TOML."""

from dataclasses import dataclass
from enum import StrEnum
from string import Formatter

from lob_workbench.domain.career import CareerCompetence, ConversationKind


class CareerPhase(StrEnum):
    """Where in the programme a question belongs."""

    INTAKE = "intake"
    LOWER_YEARS = "lower_years"
    PLACEMENT = "placement"
    OUTFLOW = "outflow"


_WHILE_STUDYING = (CareerPhase.LOWER_YEARS, CareerPhase.PLACEMENT, CareerPhase.OUTFLOW)

PHASES_OF_KIND: dict[ConversationKind, tuple[CareerPhase, ...]] = {
    ConversationKind.ACQUAINTANCE: (CareerPhase.INTAKE,),
    ConversationKind.START: (CareerPhase.INTAKE,),
    ConversationKind.END: (CareerPhase.LOWER_YEARS,),
    ConversationKind.PROGRESS: _WHILE_STUDYING,
    ConversationKind.CAREER_REFLECTION: _WHILE_STUDYING,
    ConversationKind.LEARNING_METER: _WHILE_STUDYING,
    ConversationKind.PLACEMENT_VISIT: (CareerPhase.PLACEMENT, CareerPhase.OUTFLOW),
    ConversationKind.HANDOVER: (CareerPhase.LOWER_YEARS, CareerPhase.OUTFLOW),
    ConversationKind.PARENTS: tuple(CareerPhase),
    ConversationKind.SECOND_LINE: tuple(CareerPhase),
    # A talk of staff: the questions are for students.
    ConversationKind.PERSONAL_DEVELOPMENT: (),
}
"""In which phases a kind of talk happens. The end talk closes the *verlengde intake*."""


class StudyPhase(StrEnum):
    """When an example talk can have been held: the first weeks, or the first to the last year."""

    START = "start"
    FIRST = "first"
    MIDDLE = "middle"
    LAST = "last"


class Route(StrEnum):
    """The learning route (*leerweg*), spelled as in a student list."""

    BOL = "BOL"
    BBL = "BBL"


class Doer(StrEnum):
    """Who carries out an agreement; the values are those of the agreements themselves."""

    STUDENT = "student"
    COUNSELLOR = "counsellor"
    COMPANY = "company"
    PARENT = "parent"


@dataclass(frozen=True, slots=True)
class Prompt:
    """A field of a competence card: its label and an example that helps to begin."""

    label: str
    placeholder: str


@dataclass(frozen=True, slots=True)
class CompetenceText:
    """What a student and a counsellor read about one *loopbaancompetentie*."""

    competence: CareerCompetence
    name: str
    question: str
    explanation: str
    experience: Prompt
    meaning: Prompt
    takeaway: Prompt


@dataclass(frozen=True, slots=True)
class Question:
    """A question for the counsellor to choose. ``id`` is stable: records refer to it."""

    id: str
    competence: CareerCompetence
    phase: CareerPhase
    kinds: tuple[ConversationKind, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """A class of the example school: its code, year of study (from 1) and number of students."""

    code: str
    year: int
    size: int


@dataclass(frozen=True, slots=True)
class ProgrammeText:
    """A programme of the example school; the crebo looks real and is not taken from a register."""

    name: str
    crebo: str
    level: int
    route: Route
    years: int
    groups: tuple[Group, ...]

    def phase(self, year: int) -> StudyPhase:
        """The phase of a student in this year of study; years outside the programme count too."""
        if year >= self.years:
            return StudyPhase.LAST
        return StudyPhase.FIRST if year <= 1 else StudyPhase.MIDDLE


@dataclass(frozen=True, slots=True)
class Talk:
    """One competence in one example talk, told to the student, who owns the dossier.

    ``topic`` is a noun phrase that completes *We spraken over …*. ``step`` is an agreement for the
    student that follows from the takeaway, within ``step_days`` days; empty when there is none.
    A student tells at most one talk of the same ``one_of``: choices that rule each other out.
    Empty ``routes`` or ``levels`` mean that every route or level fits.
    """

    competence: CareerCompetence
    phase: StudyPhase
    topic: str
    experience: str
    meaning: str
    takeaway: str
    step: str = ""
    step_days: int = 0
    one_of: str = ""
    routes: tuple[Route, ...] = ()
    levels: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementExample:
    """Something to agree on: what (an infinitive), who does it, within how many days.

    Empty ``competences``, ``phases`` or ``routes`` mean that all of them fit.
    """

    text: str
    doer: Doer
    days: int
    competences: tuple[CareerCompetence, ...] = ()
    phases: tuple[StudyPhase, ...] = ()
    routes: tuple[Route, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """One or two sentences on what a talk was about, with ``{topic}`` and ``{other_topic}``."""

    text: str
    kinds: tuple[ConversationKind, ...]

    @property
    def topics(self) -> int:
        """How many topics the text names: 0, 1 or 2."""
        return len({"topic", "other_topic"} & placeholders(self.text))


@dataclass(frozen=True, slots=True)
class ExampleTeam:
    """A team of the example school with its programmes, kinds of company and texts."""

    id: str
    name: str
    programmes: tuple[ProgrammeText, ...]
    companies: tuple[str, ...]
    talks: tuple[Talk, ...]
    agreements: tuple[AgreementExample, ...]


@dataclass(frozen=True, slots=True)
class ExampleSchool:
    """The whole text bank: the teams, and what fits a student of any team.

    ``agrees`` and ``differs`` are remarks in the student's own words; ``dropped`` are reasons
    why an agreement was let go.
    """

    teams: tuple[ExampleTeam, ...]
    talks: tuple[Talk, ...]
    agreements: tuple[AgreementExample, ...]
    summaries: tuple[Summary, ...]
    agrees: tuple[str, ...]
    differs: tuple[str, ...]
    dropped: tuple[str, ...]

    def team(self, team_id: str) -> ExampleTeam:
        """The team with this id; ``KeyError`` when there is none."""
        for team in self.teams:
            if team.id == team_id:
                return team
        raise KeyError(team_id)


@dataclass(frozen=True, slots=True)
class HelpPicture:
    """A picture of the help, and in words what it shows to who does not see it."""

    name: str
    words: str
    after: int
    """The number of the paragraph that it stands under."""


@dataclass(frozen=True, slots=True)
class HelpPage:
    """What F1 shows on one page: a title, short paragraphs and pictures between them."""

    id: str
    title: str
    paragraphs: tuple[str, ...]
    pictures: tuple[HelpPicture, ...] = ()
    then: str = ""
    """The topic that follows under this one."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What is told the first time that somebody comes to a place."""

    id: str
    place: str
    """A page, or ``page/part`` for a part of it."""
    text: str


def placeholders(text: str) -> frozenset[str]:
    """The ``{names}`` in a text; ``ValueError`` when a brace stands alone."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)

"""Who may do what: roles of staff and their rights (DOMAIN.md, *Who works here*)."""

from collections.abc import Iterable
from enum import StrEnum

from lob_workbench.domain.translation import QT_TRANSLATE_NOOP


class Role(StrEnum):
    """What somebody does in the school. One person can hold several roles."""

    COUNSELLOR = "counsellor"
    INTAKE_OFFICER = "intake_officer"
    TEAM_LEADER = "team_leader"
    SECOND_LINE = "second_line"
    ADMINISTRATOR = "administrator"


ROLE_LABELS: dict[Role, str] = {
    Role.COUNSELLOR: QT_TRANSLATE_NOOP("roles", "loopbaanbegeleider"),
    Role.INTAKE_OFFICER: QT_TRANSLATE_NOOP("roles", "intaker"),
    Role.TEAM_LEADER: QT_TRANSLATE_NOOP("roles", "teamleider"),
    Role.SECOND_LINE: QT_TRANSLATE_NOOP("roles", "tweede lijn"),
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("roles", "functioneel beheerder"),
}


class Right(StrEnum):
    """What an operation asks of its caller. *Which rows* is decided by ``people.access``."""

    OPEN_WORKBENCH = "open_workbench"
    READ_STUDENTS = "read_students"
    IMPORT_STUDENTS = "import_students"
    COUNT_TALKS = "count_talks"
    """How many and when; no text."""
    READ_TALKS = "read_talks"
    RECORD_TALKS = "record_talks"
    SHARE_DOSSIER = "share_dossier"
    """Let somebody read along with an own student."""
    READ_CONFIDENTIAL = "read_confidential"
    CONFIRM_STUDENTS = "confirm_students"
    CHANGE_SETTINGS = "change_settings"
    """The school's name, year and logo."""
    KEEP_WORKBOOK = "keep_workbook"
    """What only the owner of a workbook on a laptop can mean: whose students these are."""
    SEE_PLANNING = "see_planning"
    """Who is behind on the norm, or the norms themselves."""
    SET_NORMS = "set_norms"
    """Which talks belong to whom, and the hours for them."""
    ADD_QUESTIONS = "add_questions"
    CHANGE_QUESTIONS = "change_questions"
    """Questions of the school's own: one's own, and the administrator any."""
    SEE_SKILLS = "see_skills"
    """Levels of life skills: counts, no evidence."""
    RECORD_SKILLS = "record_skills"
    """Claims, confirmations and agreements on life skills, and one's own routes."""
    CHANGE_SKILL_SETS = "change_skill_sets"
    """The school's own skills, and anybody's routes."""
    ISSUE_BADGES = "issue_badges"
    KEEP_BADGE_KEYS = "keep_badge_keys"
    """The key that badges are signed with, and whose badges are trusted."""


_RIGHTS: dict[Role, frozenset[Right]] = {
    Role.COUNSELLOR: frozenset(
        {
            Right.OPEN_WORKBENCH,
            Right.READ_STUDENTS,
            Right.COUNT_TALKS,
            Right.READ_TALKS,
            Right.RECORD_TALKS,
            Right.SHARE_DOSSIER,
            Right.SEE_PLANNING,
            Right.ADD_QUESTIONS,
            Right.CHANGE_QUESTIONS,
            Right.SEE_SKILLS,
            Right.RECORD_SKILLS,
            Right.ISSUE_BADGES,
        }
    ),
    Role.INTAKE_OFFICER: frozenset({Right.OPEN_WORKBENCH}),
    Role.TEAM_LEADER: frozenset(
        {
            Right.OPEN_WORKBENCH,
            Right.READ_STUDENTS,
            Right.COUNT_TALKS,
            Right.CONFIRM_STUDENTS,
            Right.SEE_PLANNING,
            Right.SET_NORMS,
            Right.ADD_QUESTIONS,
            Right.CHANGE_QUESTIONS,
            Right.SEE_SKILLS,
            Right.RECORD_SKILLS,
            Right.ISSUE_BADGES,
        }
    ),
    Role.SECOND_LINE: frozenset(
        {
            Right.OPEN_WORKBENCH,
            Right.READ_STUDENTS,
            Right.COUNT_TALKS,
            Right.READ_TALKS,
            Right.READ_CONFIDENTIAL,
            Right.SEE_SKILLS,
            Right.RECORD_SKILLS,
        }
    ),
    Role.ADMINISTRATOR: frozenset(
        {
            Right.OPEN_WORKBENCH,
            Right.IMPORT_STUDENTS,
            Right.CHANGE_SETTINGS,
            Right.SEE_PLANNING,
            Right.SET_NORMS,
            Right.CHANGE_QUESTIONS,
            Right.CHANGE_SKILL_SETS,
            Right.KEEP_BADGE_KEYS,
        }
    ),
}

OWN_DESK = frozenset(
    {
        Right.IMPORT_STUDENTS,
        Right.CHANGE_SETTINGS,
        Right.KEEP_WORKBOOK,
        Right.SET_NORMS,
        Right.CHANGE_SKILL_SETS,
        Right.KEEP_BADGE_KEYS,
    }
)
"""What the owner of a workbook on a laptop may besides: there is nobody else to do it."""

AT_SCHOOL = frozenset({Right.SHARE_DOSSIER})
"""What means nothing on a laptop: there is nobody else who could open that workbook."""


def rights_of(roles: Iterable[Role]) -> frozenset[Right]:
    """All rights that these roles carry together."""
    return frozenset().union(*(_RIGHTS[role] for role in roles))

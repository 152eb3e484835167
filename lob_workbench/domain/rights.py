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
    """What an operation asks of its caller. *Which rows* is decided by the caseload."""

    OPEN_WORKBENCH = "open_workbench"
    READ_STUDENTS = "read_students"
    IMPORT_STUDENTS = "import_students"
    READ_TALKS = "read_talks"
    RECORD_TALKS = "record_talks"
    CHANGE_SETTINGS = "change_settings"


_RIGHTS: dict[Role, frozenset[Right]] = {
    Role.COUNSELLOR: frozenset(Right),
    Role.INTAKE_OFFICER: frozenset({Right.OPEN_WORKBENCH, Right.CHANGE_SETTINGS}),
    Role.TEAM_LEADER: frozenset({Right.OPEN_WORKBENCH, Right.READ_STUDENTS, Right.CHANGE_SETTINGS}),
    Role.SECOND_LINE: frozenset({Right.OPEN_WORKBENCH, Right.CHANGE_SETTINGS}),
    Role.ADMINISTRATOR: frozenset(
        {Right.OPEN_WORKBENCH, Right.IMPORT_STUDENTS, Right.CHANGE_SETTINGS}
    ),
}


def rights_of(roles: Iterable[Role]) -> frozenset[Right]:
    """All rights that these roles carry together."""
    return frozenset().union(*(_RIGHTS[role] for role in roles))

"""The small contracts that every feature leans on: clock, changes, rights, contributions."""

import dataclasses
import re
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from string import Formatter

import pytest

import lob_workbench
from lob_workbench.app.features import FEATURES
from lob_workbench.domain import errors
from lob_workbench.domain.actor import Actor
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.clock import FixedClock, SystemClock, local
from lob_workbench.domain.contributions import contributed, contributed_kinds
from lob_workbench.domain.errors import NotAllowed, WorkbenchError
from lob_workbench.domain.operation import OPERATIONS, Work, operation
from lob_workbench.domain.rights import ROLE_LABELS, Right, Role, rights_of
from lob_workbench.storage.base import new_id

ONE, TWO = new_id(), new_id()
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 22, 22, 59, 59, tzinfo=UTC), date(2026, 11, 22)),
        (datetime(2026, 11, 22, 23, 0, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2026, 6, 30, 21, 59, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 6, 30, 22, 0, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2027, 12, 31, 23, 30, tzinfo=UTC), date(2028, 1, 1)),
        (datetime(2026, 11, 23, 6, tzinfo=timezone(timedelta(hours=9))), date(2026, 11, 22)),
    ],
)
def test_a_day_begins_at_dutch_midnight(moment: datetime, day: date) -> None:
    clock = FixedClock(moment)
    assert clock.today() == day
    assert clock.now() == moment
    assert clock.now().tzinfo is UTC


def test_the_hour_that_comes_twice_is_told_apart() -> None:
    first = local(datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    second = local(datetime(2026, 10, 25, 1, 30, tzinfo=UTC))
    assert (first.hour, second.hour) == (2, 2)
    assert first.utcoffset() != second.utcoffset()


def test_the_clock_of_the_machine_tells_now_in_utc() -> None:
    clock = SystemClock()
    before = datetime.now(UTC)
    told = clock.now()
    assert told.tzinfo is UTC
    assert before <= told <= datetime.now(UTC)
    assert clock.today() in (local(before).date(), local(datetime.now(UTC)).date())


def test_changes_add_up_and_never_change_themselves() -> None:
    student, talk = Changes.of("student", ONE), Changes.of("talk", TWO, ONE)
    both = student | talk
    assert both == Changes(frozenset({"student", "talk"}), frozenset({ONE, TWO}))
    assert both == talk | student
    assert student | Changes() == student
    assert student.touches("talk", "student")
    assert not student.touches("talk")
    assert not student.touches()
    assert not Changes().touches("student")
    with pytest.raises(dataclasses.FrozenInstanceError):
        student.kinds = frozenset()  # type: ignore[misc]


class _Desk:
    def __init__(self, *roles: Role) -> None:
        self.actor = Actor(ONE, "Mirjam Bakker", frozenset(roles))
        self.clock = FixedClock(NOON)


def test_an_operation_asks_its_right_before_anything_else_happens() -> None:
    seen: list[object] = []

    @operation(Right.RECORD_TALKS)
    def write(work: Work, word: str, *, twice: bool = False) -> int:
        """Writes."""
        seen.append((word, twice))
        return len(seen)

    name = f"{write.__module__}.{write.__qualname__}"
    try:
        assert OPERATIONS[name] is Right.RECORD_TALKS
        assert write(_Desk(Role.COUNSELLOR), "a", twice=True) == 1
        for roles in ((), (Role.TEAM_LEADER,), (Role.ADMINISTRATOR, Role.SECOND_LINE)):
            with pytest.raises(NotAllowed):
                write(_Desk(*roles), "b")
        assert seen == [("a", True)]
        assert (write.__name__, write.__doc__) == ("write", "Writes.")
    finally:
        del OPERATIONS[name]


def test_rights_of_several_roles_add_up() -> None:
    for one in Role:
        assert one in ROLE_LABELS
        for other in Role:
            assert rights_of({one, other}) == rights_of({one}) | rights_of({other})
    assert rights_of(()) == frozenset()
    assert not Actor(ONE, "", frozenset()).may(Right.OPEN_WORKBENCH)


def test_who_reads_and_writes_talks() -> None:
    for role in Role:
        rights = rights_of({role})
        assert (Right.RECORD_TALKS in rights) == (role is Role.COUNSELLOR), role
        assert (Right.READ_TALKS in rights) == (role in {Role.COUNSELLOR, Role.SECOND_LINE}), role
        assert (Right.READ_CONFIDENTIAL in rights) == (role is Role.SECOND_LINE), role
        assert Right.KEEP_WORKBOOK not in rights, role
    assert Right.READ_STUDENTS not in rights_of({Role.ADMINISTRATOR})


def test_every_contribution_can_be_loaded_and_called() -> None:
    names = [feature.name for feature in FEATURES]
    assert len(set(names)) == len(names)
    for feature in FEATURES:
        assert feature.label
        assert feature.icon.startswith("ph.")
        for part in ("story", "today", "facts", "example"):
            if getattr(feature, part):
                assert callable(feature.load(getattr(feature, part))), (feature.name, part)


def test_a_contribution_goes_by_its_own_right() -> None:
    leader = Actor(ONE, "", frozenset({Role.TEAM_LEADER}))
    counsellor = Actor(ONE, "", frozenset({Role.COUNSELLOR}))
    talks = [feature for feature in FEATURES if feature.name == "conversations"]
    # A team leader counts talks and reads none of them.
    assert len(contributed(talks, leader, "facts")) == 1
    assert contributed(talks, leader, "story") == contributed(talks, leader, "today") == ()
    assert len(contributed(talks, counsellor, "story")) == 1
    nobody = Actor(ONE, "", frozenset())
    assert contributed(FEATURES, nobody, "facts") == ()


def _kinds(kind: type[WorkbenchError] = WorkbenchError) -> list[type[WorkbenchError]]:
    # What the tour says of itself is for the terminal, and known only where it was imported.
    told = [below for below in kind.__subclasses__() if ".app.tour." not in below.__module__]
    return [kind, *(deeper for below in told for deeper in _kinds(below))]


@pytest.mark.parametrize("kind", _kinds(), ids=lambda kind: kind.__name__)
def test_every_error_says_in_calm_dutch_what_is_wrong(kind: type[WorkbenchError]) -> None:
    places = {name for _, name, _, _ in Formatter().parse(kind.message) if name}
    told = str(WorkbenchError(kind.message, **dict.fromkeys(places, 3)))
    assert told.endswith((".", "?"))
    assert told[0].isupper()
    assert "!" not in told
    assert "{" not in told


def test_values_that_look_like_places_stay_literal() -> None:
    error = errors.InputRefused("Dit is ‘{value}’.", value="{0} {name} %s {value.__class__}")
    assert str(error) == "Dit is ‘{0} {name} %s {value.__class__}’."


def test_who_contributes_says_which_changes_it_tells_of() -> None:
    # Otherwise Vandaag and the page of a student go on showing what is no longer so.
    silent = [
        feature.name
        for feature in FEATURES
        if (feature.story or feature.today or feature.facts) and not feature.kinds
    ]
    assert not silent
    assert {"student", "conversation", "agreement"} <= contributed_kinds(FEATURES)


def test_every_kind_that_is_told_of_is_broadcast_somewhere() -> None:
    package = Path(lob_workbench.__file__).parent
    source = "".join(path.read_text("utf-8") for path in package.rglob("*.py"))
    broadcast = set(re.findall(r'Changes\.of\(\s*"(\w+)"', source))
    assert contributed_kinds(FEATURES) <= broadcast

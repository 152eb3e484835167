"""Who may read along and who read, on both engines."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.errors import InputRefused, NotFound
from lob_workbench.domain.rights import Right, Role
from lob_workbench.features.access import operations, overview
from lob_workbench.features.access.operations import (
    end_access,
    let_in,
    list_colleagues,
    read_access,
)
from lob_workbench.features.access.rules import (
    AccessView,
    Asking,
    Deed,
    LogEntry,
    agreed_until,
    collapse,
    day_of,
    last_day,
)
from lob_workbench.features.conversations.operations import close_agreement
from lob_workbench.features.conversations.overview import story
from lob_workbench.people.records import AccessGrant, StaffMember, Team, TeamMember
from lob_workbench.people.rules import GrantKind
from lob_workbench.storage.audit import AuditAction, open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules import AgreementStatus
from tests.features.conversations.test_operations import a_talk, recorded
from tests.helpers.stores import Store


@pytest.fixture
def counsellor(store: Store) -> Actor:
    """The owner as at a school, at the present time: the server goes by its own clock."""
    store.clock.moment = datetime.now(UTC)
    return replace(store.owner, own_desk=False)


def colleague(store: Store, role: Role = Role.COUNSELLOR) -> Actor:
    """Somebody with a login, also in a workbook."""
    actor = store.colleague(role)
    with store.unguarded() as work:
        member = work.session.get_one(StaffMember, actor.staff_id)
        member.login = member.login or f"u{actor.staff_id.hex}"
    return actor


def asking(store: Store, student: UUID, who: Actor, **values: object) -> Asking:
    """A request that is in order."""
    week = store.clock.today() + timedelta(days=7)
    usual = Asking(student, who.staff_id, GrantKind.ASKED_IN, "Neemt waar tijdens verlof", week)
    return replace(usual, **values)  # type: ignore[arg-type]


def ask(store: Store, actor: Actor, wanted: Asking) -> None:
    """Let somebody in."""
    with store.work(actor) as work:
        let_in(work, wanted)


def seen(store: Store, actor: Actor, student: UUID, most: int = 200) -> AccessView:
    """The tab as this person sees it."""
    with store.work(actor) as work:
        return read_access(work, student, most)


def deeds(view: AccessView, who: Actor) -> list[Deed]:
    """What this person did, by the log."""
    return [line.deed for line in view.lines if line.staff_id == who.staff_id]


def test_a_reading_shows_with_name_role_and_day(store: Store, counsellor: Actor) -> None:
    student = store.student()
    reader = colleague(store)
    ask(store, counsellor, asking(store, student, reader))
    assert deeds(seen(store, counsellor, student), reader) == []
    with store.work(reader) as work:
        story(work, student)
    (line,) = [
        each for each in seen(store, counsellor, student).lines if each.staff_id == reader.staff_id
    ]
    assert (line.deed, line.who, line.roles) == (Deed.READ, "Daan de Wit", (Role.COUNSELLOR,))
    assert line.day == store.clock.today()


def test_a_talk_is_one_line_and_a_closed_agreement_another(store: Store, counsellor: Actor) -> None:
    student = store.student()
    view = recorded(store, a_talk(student, held_on=store.clock.today()))
    lines = deeds(seen(store, counsellor, student), counsellor)
    assert lines.count(Deed.RECORDED) == 1
    assert Deed.AGREED not in lines
    store.clock.moment += timedelta(seconds=5)
    with store.work(counsellor) as work:
        made = view.agreements[0]
        close_agreement(work, made.id, made.version, AgreementStatus.DONE)
    assert deeds(seen(store, counsellor, student), counsellor).count(Deed.AGREED) == 1


def test_restricted_notes_never_show(store: Store, counsellor: Actor) -> None:
    from lob_workbench.features.confidential.records import ConfidentialMark, ConfidentialNote

    student, second = store.student(), colleague(store, Role.SECOND_LINE)
    before = seen(store, counsellor, student).lines
    with store.unguarded() as work:
        note = ConfidentialNote(
            student_id=student, author_id=second.staff_id, text="x", written_at=store.clock.now()
        )
        mark = ConfidentialMark(student_id=student)
        if store.shared:
            work.session.execute(sa.text("SET LOCAL search_path = public, second_line"))
        work.session.add_all([note, mark])
    assert seen(store, counsellor, student).lines == before


def test_who_reads_along_sees_only_the_own_part(store: Store, counsellor: Actor) -> None:
    student, reader, other = store.student(), colleague(store), colleague(store)
    for each in (reader, other):
        ask(store, counsellor, asking(store, student, each))
    view = seen(store, reader, student)
    assert (view.own, view.lines) == (False, ())
    assert [each.staff_id for each in view.readers] == [reader.staff_id]
    assert len(seen(store, counsellor, student).readers) == 2


def test_asking_in_opens_the_dossier_and_ending_shuts_it(store: Store, counsellor: Actor) -> None:
    student, reader = store.student(), colleague(store)
    with pytest.raises(NotFound):
        seen(store, reader, student)
    ask(store, counsellor, asking(store, student, reader))
    (mine,) = seen(store, reader, student).readers
    assert mine.works
    with store.work(counsellor) as work:
        end_access(work, mine.grant_id)
    with pytest.raises(NotFound):
        seen(store, reader, student)
    view = seen(store, counsellor, student)
    assert view.readers == ()
    assert [deed for deed in deeds(view, counsellor) if deed in (Deed.LET_IN, Deed.ENDED)]
    assert (reader.staff_id, "Daan de Wit") in view.names.values()
    # Ended is ended: nobody moves that moment. And asking again works.
    with pytest.raises(NotFound), store.work(counsellor) as work:
        end_access(work, mine.grant_id)
    ask(store, counsellor, asking(store, student, reader))
    assert seen(store, reader, student).readers


def test_the_reader_may_end_it_and_a_third_may_not(store: Store, counsellor: Actor) -> None:
    student, reader, third = store.student(), colleague(store), colleague(store)
    ask(store, counsellor, asking(store, student, reader))
    (mine,) = seen(store, reader, student).readers
    with pytest.raises(NotFound), store.work(third) as work:
        end_access(work, mine.grant_id)
    with store.work(reader) as work:
        end_access(work, mine.grant_id)
    with store.unguarded() as work:
        assert work.session.get_one(AccessGrant, mine.grant_id).ended_at is not None


def test_the_second_line_has_no_last_day(store: Store, counsellor: Actor) -> None:
    student, second = store.student(), colleague(store, Role.SECOND_LINE)
    ask(store, counsellor, asking(store, student, second, kind=GrantKind.SECOND_LINE))
    (reader,) = seen(store, second, student).readers
    assert reader.until is None


def test_what_cannot_be_is_refused_and_leaves_nothing(store: Store, counsellor: Actor) -> None:
    student, reader = store.student(), colleague(store)
    leader = colleague(store, Role.TEAM_LEADER)
    second = colleague(store, Role.SECOND_LINE)
    day = store.clock.today()
    good = asking(store, student, reader)
    wrong = [
        replace(good, reason=" \x00 "),
        replace(good, reason="x" * 300),
        replace(good, until=None),
        replace(good, until=day - timedelta(days=1)),
        replace(good, until=day + timedelta(days=367)),
        replace(good, staff_id=counsellor.staff_id),
        replace(good, staff_id=leader.staff_id),
        replace(good, staff_id=second.staff_id),
        replace(good, kind=GrantKind.SECOND_LINE),
        replace(good, staff_id=student),
    ]
    expired = colleague(store)
    with store.unguarded() as work:
        work.session.get_one(StaffMember, expired.staff_id).active_until = day - timedelta(days=1)
    wrong.append(replace(good, staff_id=expired.staff_id))
    for each in wrong:
        with pytest.raises(InputRefused):
            ask(store, counsellor, each)
    ask(store, counsellor, good)
    with pytest.raises(InputRefused):
        ask(store, counsellor, good)
    assert len(seen(store, counsellor, student).readers) == 1


def test_only_who_can_read_along_is_offered_and_namesakes_are_told_apart(
    store: Store, counsellor: Actor
) -> None:
    namesake, second, gone = (
        colleague(store),
        colleague(store, Role.SECOND_LINE),
        colleague(store),
    )
    colleague(store, Role.TEAM_LEADER)
    with store.unguarded() as work:
        team = Team(id=new_id(), name="Zorg")
        work.session.add(team)
        work.session.flush()
        work.session.add(TeamMember(team_id=team.id, staff_id=namesake.staff_id))
        work.session.get_one(StaffMember, second.staff_id).name = "anja Smit"
        left = store.clock.today() - timedelta(days=1)
        work.session.get_one(StaffMember, gone.staff_id).active_until = left
    with store.work(counsellor) as work:
        first, last = list_colleagues(work)
    # Neither oneself, nor who left, nor a role in which nobody reads along.
    assert (first.name, first.roles, first.teams) == ("anja Smit", (Role.SECOND_LINE,), ())
    assert (last.id, last.name, last.teams) == (namesake.staff_id, "Daan de Wit", ("Zorg",))


def test_today_tells_with_whom_one_may_read_and_who_joined(store: Store, counsellor: Actor) -> None:
    student, reader = store.student(), colleague(store, Role.SECOND_LINE)
    ask(store, counsellor, asking(store, student, reader, kind=GrantKind.SECOND_LINE))
    newcomer = colleague(store, Role.SECOND_LINE)
    with store.work(reader) as work:
        along, joined = overview.today(work).attention
    assert [(item.student_id, item.text) for item in along.items] == [(student, "Mirjam Bakker")]
    assert len(joined.items) == 1
    assert joined.items[0].target is None
    store.clock.moment += timedelta(days=15)
    with store.work(newcomer) as work:
        assert overview.today(work).attention == ()


def test_nobody_is_asked_in_on_a_laptop(embedded_store: Store) -> None:
    student = embedded_store.student()
    assert not embedded_store.owner.may(Right.SHARE_DOSSIER)
    with embedded_store.work() as work:
        open_dossier(work, student)
    view = seen(embedded_store, embedded_store.owner, student)
    assert Deed.READ in deeds(view, embedded_store.owner)


def test_a_long_log_comes_in_parts_and_counts_whole_days(
    store: Store, counsellor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(operations, "_CHUNK", 3)
    student = store.student()
    # One entry a day: planted, since the log itself cannot be told what day it is.
    if store.shared:
        plant = sa.text(
            "INSERT INTO audit_entry SELECT session_user, n, n, now() - n * interval '1 day', "
            "NULL, '', 'opened', :student, 'student', '', '', n, '' "
            "FROM generate_series(100, 130) n"
        )
        with store.unguarded() as work:
            work.session.execute(plant, {"student": student})
    else:
        for _ in range(31):
            with store.work() as work:
                open_dossier(work, student)
            store.clock.moment += timedelta(days=1)
    first = seen(store, counsellor, student, 10)
    assert (len(first.lines), first.more) == (10, True)
    everything = seen(store, counsellor, student, 200)
    assert not everything.more
    assert len(everything.lines) >= 31
    assert everything.lines[:10] == first.lines


MOMENT = datetime(2026, 11, 23, 8, tzinfo=UTC)
ENTRIES = st.lists(
    st.builds(
        LogEntry,
        chain=st.sampled_from(["a", "b", "c"]),
        ordinal=st.integers(1, 9),
        at=st.integers(0, 5000).map(lambda minutes: MOMENT - timedelta(minutes=minutes)),
        staff_id=st.none(),
        who=st.just(""),
        roles=st.sampled_from(["counsellor", "second_line", "later_role"]),
        action=st.sampled_from(AuditAction),
        kind=st.sampled_from(["student", "conversation", "agreement", "access_grant", "new_kind"]),
        record=st.sampled_from(["1", "2"]),
        xact=st.none() | st.integers(1, 4),
    ),
    max_size=40,
).map(lambda entries: sorted(entries, key=lambda entry: entry.at, reverse=True))


@given(ENTRIES)
def test_lines_never_hide_who_read_or_wrote(entries: list[LogEntry]) -> None:
    lines = collapse(entries)
    read = {(e.chain, day_of(e.at)) for e in entries if e.action is AuditAction.OPENED}
    assert {(line.chain, line.day) for line in lines if line.deed is Deed.READ} == read
    assert {(line.chain, line.day) for line in lines} == {
        (entry.chain, day_of(entry.at)) for entry in entries
    }
    keys = [(line.chain, line.day, line.deed, line.about, line.roles) for line in lines]
    assert len(keys) >= len({*keys})


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(-800, 800))
def test_a_last_day_lies_from_today_up_to_a_year(today: date, days: int) -> None:
    until = today + timedelta(days=days)
    if today <= until <= last_day(today):
        assert agreed_until(GrantKind.ASKED_IN, until, today) == until
    else:
        with pytest.raises(InputRefused):
            agreed_until(GrantKind.ASKED_IN, until, today)
    assert 365 <= (last_day(today) - today).days <= 366


def test_from_a_leap_day_a_year_ends_a_day_earlier() -> None:
    assert last_day(date(2028, 2, 29)) == date(2029, 2, 28)

"""The list of all talks, a page at a time, on both engines: complete, in order, and mine alone."""

from datetime import date, timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lob_workbench.domain.career import ConversationForm, ConversationKind
from lob_workbench.domain.errors import NotAllowed
from lob_workbench.domain.rights import Role
from lob_workbench.features.conversations.operations_list import count_talks, list_talks
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.queries_talk_list import talk_page
from lob_workbench.talks.records import Conversation
from lob_workbench.talks.rules import ConversationRow
from lob_workbench.talks.rules_talk_list import (
    MOST_COUNTED,
    TalkCounts,
    TalkPlace,
    TalksWanted,
    place_of,
)
from tests.helpers.stores import Store

DAY = date(2026, 9, 1)
PROGRESS, START = ConversationKind.PROGRESS, ConversationKind.START


def talk(
    store: Store,
    student: UUID,
    days: int,
    kind: ConversationKind = PROGRESS,
    corrects: UUID | None = None,
    number: int = 1,
) -> UUID:
    """A recorded talk without words, as the list reads them."""
    key = new_id()
    with store.unguarded() as work:
        work.session.add(
            Conversation(
                id=key,
                talk_id=corrects or key,
                version_number=number,
                student_id=student,
                author_id=store.owner.staff_id,
                kind=kind,
                form=ConversationForm.DIALOGUE,
                held_on=DAY + timedelta(days=days),
                next_at="",
                recorded_at=store.clock.now(),
            )
        )
    return key


def walked(work: UnitOfWork, wanted: TalksWanted, limit: int) -> list[ConversationRow]:
    """The whole list, page by page."""
    rows: list[ConversationRow] = []
    after: TalkPlace | None = None
    while True:
        page = list_talks(work, wanted, after, limit)
        assert (page.wanted, page.after) == (wanted, after)
        assert len(page.rows) == limit or not page.more
        rows += page.rows
        if not page.more:
            return rows
        after = place_of(rows[-1])


NEW_TALKS = st.lists(
    st.tuples(st.integers(0, 4), st.sampled_from([PROGRESS, START]), st.booleans()), max_size=8
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    added=NEW_TALKS,
    limit=st.integers(1, 7),
    kind=st.sampled_from([None, PROGRESS, START]),
    oldest_first=st.booleans(),
)
def test_pages_are_the_list_without_gap_or_double(
    store: Store,
    added: list[tuple[int, ConversationKind, bool]],
    limit: int,
    kind: ConversationKind | None,
    oldest_first: bool,
) -> None:
    with store.work() as work:
        known = walked(work, TalksWanted(), 100)
    student = known[0].student_id if known else store.student(new_id().hex)
    for days, of_kind, correcting in added:
        if correcting and known:
            before = known[days % len(known)]
            number = before.version_number + 1
            talk(store, student, days, of_kind, before.talk_id, number)
            with store.work() as work:
                known = walked(work, TalksWanted(), 100)
        else:
            talk(store, student, days, of_kind)
    with store.engine.connect() as connection:
        every = connection.execute(
            sa.select(
                Conversation.held_on,
                Conversation.id,
                Conversation.talk_id,
                Conversation.version_number,
                Conversation.kind,
            )
        ).all()
    last = {row.talk_id: max(one.version_number for one in every if one.talk_id == row.talk_id)
            for row in every}  # fmt: skip
    expected = sorted(
        (row.held_on, row.id)
        for row in every
        if row.version_number == last[row.talk_id] and kind in (None, row.kind)
    )
    if not oldest_first:
        expected.reverse()
    with store.work() as work:
        found = walked(work, TalksWanted(kind, oldest_first), limit)
        counts = count_talks(work)
    assert [(row.held_on, row.id) for row in found] == expected
    assert kind is None or counts.kinds.get(kind, 0) == len(expected)


def test_what_is_recorded_meanwhile_makes_no_double_and_no_gap(store: Store) -> None:
    student = store.student(new_id().hex)
    old = [talk(store, student, days) for days in range(6)][::-1]
    with store.work() as work:
        first = list_talks(work, TalksWanted(), None, 3)
    talk(store, student, 9)
    with store.work() as work:
        second = list_talks(work, TalksWanted(), place_of(first.rows[-1]), 3)
    assert [row.id for row in first.rows + second.rows] == old
    assert not second.more


def test_the_list_is_of_those_whose_dossier_one_may_read(store: Store) -> None:
    mine, alone = store.student(), store.student("0411002")
    seen, unseen = talk(store, mine, 1), talk(store, alone, 2, START)
    reader = store.colleague(Role.SECOND_LINE)
    store.grant(mine, reader)
    with store.work() as work:
        assert [row.id for row in list_talks(work, TalksWanted()).rows] == [unseen, seen]
        assert count_talks(work).kinds == {PROGRESS: 1, START: 1}
    with store.work(reader) as work:
        assert [row.id for row in list_talks(work, TalksWanted()).rows] == [seen]
        assert count_talks(work).kinds == {PROGRESS: 1}
    with store.work(store.colleague(Role.COUNSELLOR)) as work:
        assert list_talks(work, TalksWanted()).rows == ()
        assert count_talks(work).kinds == {}
    for operation in (lambda work: list_talks(work, TalksWanted()), count_talks):
        with pytest.raises(NotAllowed), store.work(store.colleague(Role.TEAM_LEADER)) as work:
            operation(work)


def test_counting_stops_where_nobody_counts_on() -> None:
    counts = TalkCounts({PROGRESS: MOST_COUNTED + 1, START: 12})
    assert (counts.of(PROGRESS), counts.of(START), counts.of(ConversationKind.END)) == (
        "1000+",
        "12",
        "0",
    )
    assert counts.all == "1012+"
    assert TalkCounts({PROGRESS: MOST_COUNTED, START: 12}).all == "1012"
    assert TalkCounts().all == "0"


@pytest.mark.parametrize("kind", [None, PROGRESS])
@pytest.mark.parametrize("oldest_first", [False, True])
@pytest.mark.parametrize("after", [None, TalkPlace(DAY, UUID(int=7))])
def test_a_workbook_sorts_no_talks_for_a_page(
    embedded_store: Store,
    kind: ConversationKind | None,
    oldest_first: bool,
    after: TalkPlace | None,
) -> None:
    # Without statistics, as in every workbook that nobody analysed.
    asked: list[tuple[str, object]] = []

    def listen(_c: object, _k: object, statement: str, given: object, *_: object) -> None:
        asked.append((statement, given))

    with embedded_store.work() as work:
        connection = work.session.connection()
        sa.event.listen(connection, "before_cursor_execute", listen)
        talk_page(work, TalksWanted(kind, oldest_first), after, 100)
        ((statement, given),) = asked
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given).all()  # type: ignore[arg-type]
    (part,) = [number for number, _, _, words in plan if words.startswith("MATERIALIZE")]
    walk, *others = [words for _, parent, _, words in plan if parent == part]
    index = "ix_conversation_held" if kind is None else "ix_conversation_kind_held"
    assert f" {index}" in walk
    assert walk.startswith("SEARCH" if after or kind else "SCAN")
    assert [words for words in others if "TEMP B-TREE" in words] == []

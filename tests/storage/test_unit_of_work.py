"""One action of the user is one transaction: whole, or nothing and a sentence that says why."""

import threading
from datetime import UTC, datetime, timedelta, timezone

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.exc import StatementError

from lob_workbench.domain.errors import DiskFull, StaleSave, WorkbenchError
from lob_workbench.people.naming import rename
from lob_workbench.people.records import StaffMember, Student, Team
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.base import new_id
from lob_workbench.storage.drafts import Draft
from lob_workbench.storage.engine import bare_connection
from lob_workbench.storage.unit_of_work import UnitOfWork
from tests.helpers.stores import Store


def teams(store: Store) -> int:
    """How many teams there are."""
    with store.work() as work:
        return work.session.scalar(sa.select(sa.func.count()).select_from(Team)) or 0


def open_connections(engine: Engine) -> int:
    """Connections that somebody still holds."""
    return engine.pool.checkedout()  # type: ignore[attr-defined, no-any-return]


def test_a_clean_exit_commits_and_gives_the_connection_back(store: Store) -> None:
    with store.work() as work:
        work.session.add(Team(name="Zorg"))
    assert teams(store) == 1
    assert open_connections(store.engine) == 0


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, WorkbenchError])
def test_any_error_takes_everything_back_and_comes_out_unchanged(
    store: Store, error: type[BaseException]
) -> None:
    raised = error()
    with pytest.raises(error) as caught, store.work() as work:  # noqa: PT012
        work.session.add(Team(name="Zorg"))
        work.session.flush()
        raise raised
    assert caught.value is raised
    assert teams(store) == 0
    assert open_connections(store.engine) == 0


def test_outside_its_block_there_is_no_session(store: Store) -> None:
    work = store.work()
    with pytest.raises(AssertionError):
        _ = work.session
    with work:
        pass
    with pytest.raises(AssertionError):
        _ = work.session


def test_one_can_be_used_again_after_a_failure(store: Store) -> None:
    work = store.work()
    with pytest.raises(RuntimeError), work:
        raise RuntimeError
    with work:
        work.session.add(Team(name="Zorg"))
    assert teams(store) == 1


def test_what_was_read_can_be_used_after_the_end(store: Store) -> None:
    with store.work() as work:
        team = Team(name="Zorg")
        work.session.add(team)
    assert team.name == "Zorg"


@pytest.mark.parametrize("flush", [True, False], ids=["inside", "at the end"])
def test_a_stale_save_is_refused_and_changes_nothing(store: Store, flush: bool) -> None:
    student_id = store.student()
    with store.work() as seen:
        student = seen.session.get_one(Student, student_id)
    with store.work() as work:
        rename(work.session.get_one(Student, student_id), PersonName("Eerst", "", "Opgeslagen"))
    with pytest.raises(StaleSave), store.work() as late:  # noqa: PT012
        stale = late.session.merge(student, load=False)
        rename(stale, PersonName("Te", "", "Laat"))
        if flush:
            late.session.flush()
    with store.work() as work:
        assert work.session.get_one(Student, student_id).last_name == "Opgeslagen"
    assert open_connections(store.engine) == 0


def test_two_who_change_the_same_at_once_do_not_overwrite_each_other(store: Store) -> None:
    student_id = store.student()
    both_read = threading.Barrier(2)
    outcomes: list[object] = []

    def change(name: str) -> None:
        # Read in one unit of work and saved in another, as a page does.
        with store.work() as work:
            student = work.session.get_one(Student, student_id)
        both_read.wait(10)
        try:
            with store.work() as work:
                rename(work.session.merge(student, load=False), PersonName(name, "", name))
            outcomes.append(name)
        except StaleSave:
            outcomes.append(StaleSave)

    threads = [threading.Thread(target=change, args=(name,)) for name in ("Een", "Twee")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert StaleSave in outcomes
    (winner,) = (name for name in outcomes if name is not StaleSave)
    with store.work() as work:
        assert work.session.get_one(Student, student_id).first_name == winner


def test_increments_of_two_threads_are_all_counted(embedded_store: Store) -> None:
    # Each reads before it writes: a transaction that began by reading only would fail halfway.
    student_id = embedded_store.student()
    trouble: list[BaseException] = []

    def count() -> None:
        try:
            for _ in range(25):
                with embedded_store.work() as work:
                    student = work.session.get_one(Student, student_id)
                    student.study_year = (student.study_year or 0) + 1
        except BaseException as error:
            trouble.append(error)

    threads = [threading.Thread(target=count) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert trouble == []
    with embedded_store.work() as work:
        assert work.session.get_one(Student, student_id).study_year == 50


def test_a_full_disk_is_said_in_words_and_changes_nothing(embedded_store: Store) -> None:
    engine = embedded_store.engine
    engine.dispose()
    with bare_connection(engine) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 4}").fetchone()
    with pytest.raises(DiskFull), embedded_store.work() as work:
        work.session.add_all(Team(name=f"{number} " + "x" * 2000) for number in range(50))
    with bare_connection(engine) as connection:
        connection.execute("PRAGMA max_page_count = 1073741823").fetchone()
    assert teams(embedded_store) == 0
    with embedded_store.work() as work:
        work.session.add(Team(name="Zorg"))
    assert teams(embedded_store) == 1


def test_a_moment_keeps_its_instant_and_loses_its_zone(store: Store) -> None:
    far = datetime(2026, 3, 29, 3, 30, 0, 123456, tzinfo=timezone(timedelta(hours=14)))
    moments = [far, datetime(2000, 1, 1, tzinfo=UTC), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)]
    ids = [new_id() for _ in moments]
    with store.work() as work:
        for staff_id, moment in zip(ids, moments, strict=True):
            work.session.add(StaffMember(id=staff_id, name="x", updated_at=moment))
    with store.work() as work:
        for staff_id, moment in zip(ids, moments, strict=True):
            read = work.session.get_one(StaffMember, staff_id).updated_at
            assert read == moment
            assert read.tzinfo is UTC
        ordered = sa.select(StaffMember.id).where(StaffMember.id.in_(ids))
        assert list(work.session.scalars(ordered.order_by(StaffMember.updated_at))) == [
            ids[place] for place in (1, 0, 2)
        ]


def test_a_naive_moment_is_refused(store: Store) -> None:
    with pytest.raises(StatementError, match=r"time zone|ValueError"), store.work() as work:
        work.session.add(
            Draft(
                owner_id=store.owner.staff_id,
                screen="x",
                entity_id=new_id(),
                content="",
                saved_at=datetime(2026, 1, 1),
            )
        )


def test_an_error_of_the_database_never_tells_what_was_typed(store: Store) -> None:
    secret = "ZZGEHEIM"
    store.student("0411001", PersonName(secret, "", secret))
    with pytest.raises(sa.exc.DBAPIError) as caught:
        store.student("0411001", PersonName(secret, "", secret))
    assert secret not in str(caught.value)


def test_ids_made_later_sort_later() -> None:
    ids = [new_id() for _ in range(2000)]
    assert len(set(ids)) == 2000
    assert sorted(ids) == ids
    assert {one.version for one in ids} == {7}


def test_the_actor_and_the_clock_are_those_of_the_desk(store: Store) -> None:
    with UnitOfWork(store.engine, store.owner, store.clock) as work:
        assert work.actor is store.owner
        assert work.clock is store.clock

"""A session owns its workbook, from the key to the last backup."""

import gc
import weakref
from dataclasses import replace

import pytest

from lob_workbench.app.session import NewDesk, Session, remove_temporary
from lob_workbench.domain import text
from lob_workbench.domain.errors import (
    DiskFull,
    InputRefused,
    WorkbenchError,
    WrongPassphrase,
    WrongRecoveryCode,
)
from lob_workbench.domain.rights import Role
from lob_workbench.domain.text import text_words
from lob_workbench.people.preferences import Preferences, ThemeChoice, change_preferences
from lob_workbench.people.records import Team
from lob_workbench.people.school import School, read_school
from lob_workbench.storage import backup, migrate
from lob_workbench.storage.engine import WorkbookClosed, bare_connection
from lob_workbench.storage.recovery_code import new_recovery_code
from lob_workbench.storage.workbook import Workbook
from tests.app.conftest import CHEAP, PASSPHRASE

OTHER = "gordijn trompet mosterd achterdeur"


@pytest.fixture
def desk(tmp_path):
    return NewDesk(
        tmp_path / "Nieuw",
        PASSPHRASE,
        new_recovery_code(),
        "Zoë van 't Hart",
        frozenset({Role.COUNSELLOR, Role.TEAM_LEADER}),
        "Het Voorbeeldcollege",
        "2026-2027",
    )


def opened(ready, clock, **given):
    given = given or {"passphrase": ready.passphrase}
    return Session.open(ready.folder, clock=clock, cost=CHEAP, **given)


def test_a_new_workbook_has_its_owner_and_school(desk, clock):
    said: list[str] = []
    session = Session.create(desk, clock, said.append, CHEAP)
    assert session.actor.name == "Zoë van 't Hart"
    assert session.actor.roles == {Role.COUNSELLOR, Role.TEAM_LEADER}
    assert session.name == "Nieuw"
    with session.work() as work:
        assert read_school(work) == School("Het Voorbeeldcollege", "2026-2027", None)
        assert work.actor == session.actor
        assert work.clock is clock
    session.close(backup=False)
    assert len(said) == 3
    again = Session.open(desk.folder, passphrase=PASSPHRASE, clock=clock)
    assert again.actor == session.actor
    again.close(backup=False)


def test_a_desk_does_not_show_its_passphrase(desk):
    assert PASSPHRASE not in repr(desk)


@pytest.mark.parametrize("broken", [{"owner": ""}, {"roles": frozenset()}])
def test_what_is_refused_halfway_leaves_nothing(desk, clock, broken):
    with pytest.raises(InputRefused):
        Session.create(replace(desk, **broken), clock, cost=CHEAP)
    assert not desk.folder.exists()


def test_a_folder_with_something_in_it_is_left_alone(desk, clock):
    desk.folder.mkdir()
    (desk.folder / "brief.txt").write_text("van mij")
    with pytest.raises(InputRefused):
        Session.create(desk, clock, cost=CHEAP)
    assert (desk.folder / "brief.txt").read_text() == "van mij"


def test_a_workbook_that_was_never_finished_says_so(tmp_path, clock):
    for name, upgraded in (("leeg", False), ("zonder eigenaar", True)):
        folder = tmp_path / name
        with Workbook.create(folder, PASSPHRASE, new_recovery_code(), cost=CHEAP) as workbook:
            if upgraded:
                migrate.upgrade(workbook.engine)
        with pytest.raises(WorkbenchError, match="nooit afgemaakt"):
            Session.open(folder, passphrase=PASSPHRASE, clock=clock)
        # It let go: the folder can be opened again.
        Workbook.open(folder, passphrase=PASSPHRASE).close()


def test_an_older_workbook_is_backed_up_and_then_upgraded(ready, clock, monkeypatch):
    order = []
    monkeypatch.setattr(migrate, "needs_upgrade", lambda engine: True)
    monkeypatch.setattr(migrate, "upgrade", lambda engine: order.append("upgrade"))
    make = backup.make_backup

    def noted(workbook, now, reason):
        order.append(reason.value)
        return make(workbook, now, reason)

    monkeypatch.setattr(backup, "make_backup", noted)
    opened(ready, clock).close(backup=False)
    assert order == ["migration", "upgrade"]
    assert len(list((ready.folder / "backups").glob("*.lobkopie"))) == 1


def test_closing_backs_up_and_forgets_engine_and_key(ready, clock):
    session = opened(ready, clock)
    workbook = session.workbook
    watched = [weakref.ref(thing) for thing in (workbook, workbook.engine)]
    key = workbook.data_key
    del workbook
    session.close(backup=True)
    session.close(backup=True)
    assert key.wiped
    gc.collect()
    assert [watch() for watch in watched] == [None, None]
    assert len(list((ready.folder / "backups").glob("*.lobkopie"))) == 1
    with pytest.raises(WorkbookClosed):
        session.work()


def test_a_failed_backup_is_told_after_closing(ready, clock, monkeypatch):
    def full(*given):
        raise DiskFull

    session = opened(ready, clock)
    monkeypatch.setattr(backup, "make_backup", full)
    with pytest.raises(DiskFull):
        session.close(backup=True)
    with pytest.raises(WorkbookClosed):
        session.workbook  # noqa: B018
    monkeypatch.undo()
    opened(ready, clock).close(backup=False)


def test_the_passphrase_changes_only_for_who_knows_it(ready, clock):
    session = opened(ready, clock)
    with pytest.raises(WrongPassphrase):
        session.change_passphrase("iets heel anders dan dat", OTHER)
    session.change_passphrase(ready.passphrase, OTHER)
    session.close(backup=False)
    with pytest.raises(WrongPassphrase):
        opened(ready, clock)
    opened(ready, clock, passphrase=OTHER).close(backup=False)


def test_a_new_recovery_code_replaces_the_old_one(ready, clock):
    session = opened(ready, clock)
    code = session.propose_recovery_code()
    with pytest.raises(WrongPassphrase):
        session.replace_recovery_code("iets heel anders dan dat", code)
    session.replace_recovery_code(ready.passphrase, code)
    session.close(backup=False)
    with pytest.raises(WrongRecoveryCode):
        opened(ready, clock, recovery_code=ready.recovery_code)
    opened(ready, clock, recovery_code=code).close(backup=False)


def test_the_recovery_code_opens_with_a_new_passphrase(ready, clock):
    opened(ready, clock, recovery_code=ready.recovery_code, new_passphrase=OTHER).close(
        backup=False
    )
    opened(ready, clock, passphrase=OTHER).close(backup=False)


def test_a_refused_new_passphrase_lets_go_of_the_workbook(ready, clock):
    with pytest.raises(InputRefused):
        opened(ready, clock, recovery_code=ready.recovery_code, new_passphrase="kort")
    opened(ready, clock).close(backup=False)


def test_a_full_disk_is_given_the_ballast_so_that_the_next_attempt_succeeds(ready, clock):
    session = opened(ready, clock)
    ballast = session.workbook.folder.ballast
    assert ballast.exists()
    with pytest.raises(ZeroDivisionError), session.work() as work:
        raise ZeroDivisionError
    assert ballast.exists()
    with bare_connection(session.workbook.engine) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 4}").fetchone()
    with pytest.raises(DiskFull), session.work() as work:
        work.session.add_all(Team(name=f"{number} " + "x" * 2000) for number in range(50))
    assert not ballast.exists()
    session.close(backup=False)


def test_preferences_are_read_again(ready, clock):
    session = opened(ready, clock)
    assert session.preferences == Preferences()
    chosen = Preferences(ThemeChoice.DARK, 3, 6)
    with session.work() as work:
        change_preferences(
            work,
            {
                "theme": chosen.theme,
                "idle_minutes": chosen.idle_minutes,
                "not_spoken_weeks": chosen.not_spoken_weeks,
            },
        )
    assert session.reload_preferences() == chosen
    session.close(backup=False)


def test_a_temporary_workbook_goes_without_a_backup(ready, clock):
    session = opened(ready, clock, passphrase=ready.passphrase, temporary=True)
    session.close(backup=True, keep=True)
    assert not list((ready.folder / "backups").iterdir())
    session = opened(ready, clock, passphrase=ready.passphrase, temporary=True)
    session.close(backup=True)
    assert not ready.folder.exists()


def test_the_folder_around_a_temporary_workbook_goes_only_when_empty(tmp_path):
    for name in ("a/b", "c/d", "c/e"):
        (tmp_path / name).mkdir(parents=True)
    remove_temporary(tmp_path / "a" / "b")
    remove_temporary(tmp_path / "c" / "d")
    assert not (tmp_path / "a").exists()
    assert (tmp_path / "c" / "e").exists()


def test_no_word_of_a_dossier_is_remembered_after_a_lock(ready, clock):
    """Folding remembers words, for speed; a lock must leave none of them."""
    session = opened(ready, clock)
    assert text_words("zwanger") == ("zwanger",)
    session.close(backup=False, keep=True)
    # The cache itself: a string is nowhere else to be seen.
    assert text._folded.cache_info().currsize == 0

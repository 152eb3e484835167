"""Working at a school: logging in, the window there, locking, and what goes wrong at the door."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lob_workbench.app.connect import ConnectScreen
from lob_workbench.app.main_window import MainWindow
from lob_workbench.app.place import place_of
from lob_workbench.app.recent import RecentWorkbooks
from lob_workbench.app.school_session import SchoolSession
from lob_workbench.app.tour.stage import take_down
from lob_workbench.domain.clock import FixedClock
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.errors import (
    AccountExpired,
    LoginRefused,
    NoStaffRecord,
    SchoolNewer,
    SchoolOlder,
    ServerUnreachable,
)
from lob_workbench.domain.rights import Role
from lob_workbench.storage.server import ServerAddress, TlsMode, server_engine
from lob_workbench.storage.server_setup import (
    NewUser,
    add_user,
    initialise,
    one_time_password,
    verifier_for,
)
from lob_workbench.ui.lent_view import Loan
from tests.app.conftest import MadeSchool
from tests.app.lent_stand_in import StandInView
from tests.helpers.postgres import PostgresCluster

ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})
COUNSELLOR = frozenset({Role.COUNSELLOR})


@dataclass
class Desk:
    """A school on a server that asks for passwords, with its administrator."""

    cluster: PostgresCluster
    address: ServerAddress
    password: str

    def superuser(self) -> psycopg.Connection[tuple[object, ...]]:
        """Looks at everything."""
        return psycopg.connect(self.cluster.dsn(self.address.database), autocommit=True)

    def user(self, name: str, roles: frozenset[Role] = COUNSELLOR) -> tuple[ServerAddress, str]:
        """Somebody with a login."""
        where = self.address.as_login(f"{name}.{self.address.database[-8:]}")
        secret = one_time_password()
        engine = server_engine(self.address, self.password)
        new = NewUser(where.login, name.title(), roles)
        add_user(engine, new, verifier_for(engine, where.login, secret))
        engine.dispose()
        return where, secret


@pytest.fixture
def desk(strict_cluster: PostgresCluster, made_school: MadeSchool) -> Iterator[Desk]:
    """A copy of a school as `server init` makes it."""
    name = strict_cluster.create_database(made_school.database)
    address = ServerAddress(str(strict_cluster.folder), name, made_school.login)
    yield Desk(strict_cluster, address, made_school.password)
    strict_cluster.drop_database(name)


@pytest.fixture
def connected(desk: Desk) -> Iterator[Callable[..., SchoolSession]]:
    """Log in; closed at the end."""
    sessions: list[SchoolSession] = []

    def connect(address: ServerAddress, password: str, *rest: object) -> SchoolSession:
        sessions.append(SchoolSession.connect(address, password, *rest))  # type: ignore[arg-type]
        return sessions[-1]

    yield connect
    for session in sessions:
        session.close()


def test_who_logs_in_is_who_the_school_says(desk: Desk, connected) -> None:
    session = connected(*desk.user("anna"))
    assert (session.actor.name, session.actor.roles) == ("Anna", COUNSELLOR)
    assert session.name == "Het Voorbeeldcollege"
    assert not session.actor.own_desk
    assert session.warnings == ()


def test_the_first_of_the_day_seals_the_logs(desk: Desk, connected) -> None:
    connected(*desk.user("anna"))
    with desk.superuser() as master:
        assert master.execute("SELECT count(*) FROM audit_anchor").fetchone() == (1,)


def test_the_clock_of_the_school_counts(desk: Desk, connected) -> None:
    late = FixedClock(datetime.now(UTC) - timedelta(hours=3))
    session = connected(*desk.user("anna"), late)
    assert abs(session.clock.now() - datetime.now(UTC)) < timedelta(minutes=5)
    (warning,) = session.warnings
    assert "minuten anders" in str(warning)


def test_the_wrong_password_and_the_wrong_place(desk: Desk, connected) -> None:
    address, secret = desk.user("anna")
    with pytest.raises(LoginRefused):
        connected(address, secret + "x")
    with pytest.raises(ServerUnreachable):
        connected(replace(address, host="/bestaat/niet"), secret)


def test_a_login_without_a_member_of_staff(desk: Desk, connected) -> None:
    address, secret = desk.user("anna")
    with desk.superuser() as master:
        master.execute("DELETE FROM staff_member WHERE login = %s", [address.login])
    with pytest.raises(NoStaffRecord):
        connected(address, secret)


def test_an_account_that_is_over(desk: Desk, connected) -> None:
    address, secret = desk.user("anna")
    with desk.superuser() as master:
        master.execute(
            "UPDATE staff_member SET active_until = '2020-07-31' WHERE login = %s", [address.login]
        )
    with pytest.raises(AccountExpired, match="31-07-2020"):
        connected(address, secret)


@pytest.mark.parametrize(("revision", "error"), [("9999", SchoolNewer), ("0001", SchoolOlder)])
def test_another_version_stays_outside(
    desk: Desk, connected, revision: str, error: type[Exception]
) -> None:
    address, secret = desk.user("anna")
    with desk.superuser() as master:
        master.execute("UPDATE alembic_version SET version_num = %s", [revision])
    with pytest.raises(error):
        connected(address, secret)


def test_the_own_password_is_changed(desk: Desk, connected) -> None:
    address, secret = desk.user("anna")
    session = connected(address, secret)
    with pytest.raises(LoginRefused):
        session.change_passphrase("geraden", "een nieuwe lange zin ' met \" tekens")
    session.change_passphrase(secret, "een nieuwe lange zin ' met \" tekens")
    connected(address, "een nieuwe lange zin ' met \" tekens")
    with pytest.raises(LoginRefused):
        connected(address, secret)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window with nothing in it yet."""
    window = MainWindow(recent=RecentWorkbooks(tmp_path / "recent.json"))
    qtbot.addWidget(window)
    window.begin()
    window.show()
    yield window
    take_down(window)


def screen(window: MainWindow) -> ConnectScreen:
    """The screen that asks for the school."""
    shown = window.screen_shown
    assert isinstance(shown, ConnectScreen)
    return shown


def log_in(qtbot: QtBot, window: MainWindow, address: ServerAddress, password: str) -> None:
    """As a person does it."""
    form = screen(window)
    form.server.set_value(address.host)
    form.database.set_value(address.database)
    form.login.set_value(address.login)
    form.password.edit.setText(password)
    form.submit()
    qtbot.waitUntil(lambda: window.frame is not None, timeout=20_000)


def test_a_counsellor_works_at_school_and_locks(
    qtbot: QtBot, window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    address, secret = desk.user("anna")
    window.show_school()
    log_in(qtbot, window, address, secret)
    frame = window.frame
    assert frame is not None
    assert "School: Het Voorbeeldcollege" in [label.text() for label in frame.findChildren(QLabel)]
    assert "student_import" not in frame.navigation.names
    frame.go(Target("settings"))
    page = frame.page
    assert page is not None
    assert page.backup is None  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=20_000)  # type: ignore[union-attr]
    assert window.lock()
    form = screen(window)
    assert not form.login.isEnabled()
    assert form.password.edit.text() == ""
    form.password.edit.setText("geraden")
    form.submit()
    qtbot.waitUntil(lambda: bool(form.password.error), timeout=20_000)
    form.password.edit.setText(secret)
    form.submit()
    qtbot.waitUntil(lambda: window.frame is not None, timeout=20_000)
    assert window.frame is not None
    assert window.frame.target.page == "settings"
    kept = (tmp_path / "school.txt").read_text("utf-8")
    assert address.login in kept
    assert secret not in kept


def test_what_the_laptop_keeps_opens_the_school_but_never_a_lock(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    address, secret = desk.user("anna")
    window.show_school(address.to_text())
    form = screen(window)
    qtbot.waitUntil(lambda: not window.errands.busy, timeout=20_000)
    form._take_recalled(secret)
    assert form.password.edit.text() == ""  # nothing for *Tonen* to show
    form.submit()
    qtbot.waitUntil(lambda: window.frame is not None, timeout=20_000)
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=20_000)  # type: ignore[union-attr]
    assert window.lock()
    locked = screen(window)
    assert not window.errands.busy  # the key ring was not asked
    locked.submit()
    assert locked.password.error
    assert window.frame is None


def test_a_program_that_was_killed_while_lent_does_not_ask_the_key_ring(
    qtbot: QtBot, window: MainWindow, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, secret = desk.user("anna")
    window.show_school(address.to_text())
    log_in(qtbot, window, address, secret)
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=20_000)  # type: ignore[union-attr]
    assert window.lend(Loan(StandInView, "Zoë"))
    monkeypatch.setattr("lob_workbench.app.connect.recalled", lambda _text: secret)
    again = MainWindow(recent=RecentWorkbooks(tmp_path / "recent.json"))
    for _ in range(2):
        again.show_school()
        assert not again.errands.busy
        screen(again).submit()
        assert screen(again).password.error
        again.show_first()  # going round by the doors does not help
    again.show_school()
    screen(again).password.edit.setText(secret)
    screen(again).submit()
    qtbot.waitUntil(lambda: again.frame is not None, timeout=20_000)
    assert not RecentWorkbooks(tmp_path / "recent.json").lent()
    take_down(again)


def test_a_kept_password_that_no_longer_fits_is_asked_again(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    address, _ = desk.user("anna")
    window.show_school(address.to_text())
    form = screen(window)
    qtbot.waitUntil(lambda: not window.errands.busy, timeout=20_000)
    form._take_recalled("van vorig jaar")
    form.submit()
    qtbot.waitUntil(lambda: bool(form.password.error), timeout=20_000)
    form.password.clear_error()
    form.submit()
    assert form.password.error
    assert window.frame is None


def test_each_role_gets_its_own_pages(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    seen = {}
    for role in Role:
        address, secret = desk.user(role.value.replace("_", "-"), frozenset({role}))
        window.show_school()
        log_in(qtbot, window, address, secret)
        assert window.frame is not None
        seen[role] = set(window.frame.navigation.names)
        qtbot.waitUntil(lambda: not window.jobs.busy, timeout=20_000)  # type: ignore[union-attr]
        assert window.lock()
        window.show_first()
    always = {"today", "settings"}
    assert seen == {
        Role.COUNSELLOR: always
        | {"students", "conversations", "agenda", "planning", "parents_evening", "handover"}
        | {"life_skills"},
        # Badges are under the life skills, for who has those.
        Role.INTAKE_OFFICER: always | {"badges"},
        Role.TEAM_LEADER: always | {"students", "arrivals", "planning", "life_skills"},
        Role.SECOND_LINE: always | {"students", "conversations", "life_skills"},
        Role.ADMINISTRATOR: always | {"badges", "student_import", "holidays", "planning"},
    }


@pytest.mark.parametrize(
    ("given", "server", "login", "begin"),
    [
        ("postgresql://anna@lob.school.nl/lob", "lob.school.nl", "anna", "password"),
        ("lob.school.nl", "lob.school.nl", "", "login"),
        ("postgresql://anna:geheim@lob.school.nl/lob", "", "", "server"),
    ],
)
def test_it_starts_at_the_school_that_was_asked_for(
    window: MainWindow, given: str, server: str, login: str, begin: str
) -> None:
    window.begin(school=given)
    screen = window.screen_shown
    assert isinstance(screen, ConnectScreen)
    assert (screen.server.value(), screen.login.value()) == (server, login)
    assert screen.focusProxy() is getattr(screen, begin)
    assert window.errands.wait(20_000)


def test_what_is_not_filled_in_is_asked_for(qtbot: QtBot, window: MainWindow) -> None:
    window.show_school()
    form = screen(window)
    form.submit()
    assert form.server.error
    assert window.frame is None


def test_a_server_that_does_not_answer_is_said_at_the_server(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.show_school()
    form = screen(window)
    form.server.set_value("127.0.0.1:1")
    form.login.set_value("anna")
    form.password.edit.setText("geheim")
    form.submit()
    qtbot.waitUntil(lambda: bool(form.server.error), timeout=20_000)
    assert "niet te bereiken" in form.server.error


def test_less_checking_must_be_asked_for(window: MainWindow) -> None:
    window.show_school()
    form = screen(window)
    form.server.set_value("lob.school.nl:5433")
    form.login.set_value("anna")
    address = form.address()
    assert (address.host, address.port, address.is_verified) == ("lob.school.nl", "5433", True)
    assert not form.lax.isVisibleTo(form)
    form.more_button.click()
    form.lax.setChecked(True)
    assert not form.address().is_verified


def test_an_unchecked_connection_says_so_as_long_as_it_lasts(desk: Desk, connected) -> None:
    session = connected(*desk.user("anna"))
    assert "niet gecontroleerd" not in place_of(session)
    session.address = ServerAddress("lob.school.nl", "lob", "anna", tls=TlsMode.REQUIRE)
    assert "niet gecontroleerd" in place_of(session)


def test_an_unchecked_connection_warns() -> None:
    from lob_workbench.app.school_session import _warnings

    now = datetime.now(UTC)
    lax = ServerAddress("lob.school.nl", "lob", "anna", tls=TlsMode.REQUIRE)
    (warning,) = _warnings(lax, now, now)
    assert "controleert niet" in str(warning)


def test_the_window_says_that_the_line_is_gone_and_that_it_is_back(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    from tests.helpers.postgres import running_cluster

    with running_cluster(passwords=True, durable=True) as cluster:
        name = cluster.create_database()
        master = ServerAddress(str(cluster.folder), name, "postgres")
        engine = server_engine(master)
        first = NewUser("bea", "Bea Bos", ADMINISTRATOR)
        secret = one_time_password()
        initialise(engine, "Het Voorbeeldcollege", "2026-2027", first,
                   verifier_for(engine, "bea", secret))  # fmt: skip
        engine.dispose()
        window.show_school()
        log_in(qtbot, window, master.as_login("bea"), secret)
        frame = window.frame
        assert frame is not None
        chip = frame.top_bar.line_chip
        assert not chip.isVisible()
        cluster.kill()
        qtbot.waitUntil(chip.isVisible, timeout=20_000)
        assert chip.text() == "Geen verbinding"
        cluster.start()
        qtbot.waitUntil(lambda: not chip.isVisible(), timeout=30_000)
        assert window.lock()

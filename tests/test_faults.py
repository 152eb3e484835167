"""The line goes while somebody types: the words are on the laptop, and are offered afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from pytestqt.qtbot import QtBot

from lob_workbench.app.main_window import MainWindow
from lob_workbench.app.recent import RecentWorkbooks
from lob_workbench.app.tour.stage import take_down
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.rights import Role
from lob_workbench.people.naming import index_words, rename
from lob_workbench.people.records import StaffMember, Student
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.base import new_id
from lob_workbench.storage.server import ServerAddress, server_engine
from lob_workbench.storage.server_setup import (
    NewUser,
    add_user,
    initialise,
    one_time_password,
    verifier_for,
)
from tests.helpers.postgres import running_cluster

TYPED = "Wil naar de mondzorg Kwispelstaart"


@pytest.fixture
def windows(qtbot: QtBot, tmp_path: Path) -> Iterator[list[MainWindow]]:
    made: list[MainWindow] = []
    yield made
    for window in made:
        take_down(window)


def test_words_typed_without_a_line_are_offered_and_recorded_once(
    qtbot: QtBot, windows: list[MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def new_window(address: ServerAddress, secret: str) -> MainWindow:
        window = MainWindow(recent=RecentWorkbooks(tmp_path / "recent.json"))
        qtbot.addWidget(window)
        windows.append(window)
        window.show()
        window.show_school(address.to_text())
        form = window.screen_shown
        form.password.edit.setText(secret)  # type: ignore[union-attr]
        form.submit()  # type: ignore[union-attr]
        qtbot.waitUntil(lambda: window.frame is not None, timeout=30_000)
        return window

    with running_cluster(passwords=True, durable=True) as cluster:
        master = ServerAddress(str(cluster.folder), cluster.create_database(), "postgres")
        engine = server_engine(master)
        secret = one_time_password()
        roles = frozenset({Role.ADMINISTRATOR})
        initialise(engine, "Het Voorbeeldcollege", "2026-2027", NewUser("bea", "Bea Bos", roles),
                   verifier_for(engine, "bea", secret))  # fmt: skip
        bea = server_engine(master.as_login("bea"), secret)
        new = NewUser("anna", "Anna", frozenset({Role.COUNSELLOR}))
        add_user(bea, new, verifier_for(bea, "anna", secret))
        bea.dispose()
        student_id = new_id()
        with sa.orm.Session(engine) as session, session.begin():
            anna = session.scalars(sa.select(StaffMember).where(StaffMember.login == "anna")).one()
            student = Student(id=student_id, number="0411001", counsellor_id=anna.id,
                              updated_at=sa.func.now())  # fmt: skip
            rename(student, PersonName("Zoë", "van 't", "Hart"))
            session.add(student)
        engine.dispose()
        assert index_words is not None
        window = new_window(master.as_login("anna"), secret)
        window.frame.go(Target("conversations", student_id, "record"))  # type: ignore[union-attr]
        talk = window.frame.page._talk  # type: ignore[union-attr]
        qtbot.waitUntil(lambda: talk.preparation is not None, timeout=20_000)
        cluster.kill()
        talk.record_step.summary.setFocus()
        talk.record_step.summary.edit.insertPlainText(TYPED)
        qtbot.waitUntil(lambda: "veilig op deze laptop" in talk.state.text(), timeout=20_000)
        files = list((tmp_path / "data").rglob("*.draft"))
        assert files
        assert all(b"Kwispelstaart" not in file.read_bytes() for file in files)
        assert window.lock()
        cluster.start()
        again = new_window(master.as_login("anna"), secret)
        frame = again.frame
        assert frame is not None
        from lob_workbench.app.away_offers import AwayOffers

        offers = frame.findChild(AwayOffers)
        assert isinstance(offers, AwayOffers)
        qtbot.waitUntil(lambda: bool(offers.buttons), timeout=20_000)
        offers.buttons[0].click()
        talk = frame.page._talk  # type: ignore[union-attr]
        qtbot.waitUntil(talk.away_banner.isVisible, timeout=20_000)
        talk.away_banner.use_button.click()
        assert talk.draft().summary == TYPED
        talk.finish()
        qtbot.waitUntil(lambda: talk.preparation is None, timeout=20_000)
        with cluster_rows(master) as count:
            assert count == 1
        qtbot.waitUntil(lambda: not list((tmp_path / "data").rglob("*.draft")), timeout=20_000)


def cluster_rows(master: ServerAddress):  # type: ignore[no-untyped-def]
    from contextlib import contextmanager

    @contextmanager
    def counted():  # type: ignore[no-untyped-def]
        engine = server_engine(master)
        with engine.connect() as connection:
            yield connection.exec_driver_sql("SELECT count(*) FROM conversation").scalar_one()
        engine.dispose()

    return counted()

"""The line goes while somebody types: the words are on the laptop, and are offered afterwards."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from pytestqt.qtbot import QtBot

from lob_workbench.app.main_window import MainWindow
from lob_workbench.app.recent import RecentWorkbooks
from lob_workbench.app.tour.stage import take_down
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.rights import Role
from lob_workbench.people.naming import rename
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
from lob_workbench.ui.lent_view import Loan
from tests.app.lent_stand_in import StandInView
from tests.helpers.postgres import PostgresCluster
from tests.helpers.relay import Relay, running_relay

PATIENCE = 30_000
TYPED = "Wil naar de mondzorg Kwispelstaart"
MORE = " en anders de Zorgverf"


@dataclass
class Desk:
    """Anna's laptop at a school with one student."""

    qtbot: QtBot
    folder: Path
    cluster: PostgresCluster
    master: ServerAddress
    student_id: UUID
    secret: str
    windows: list[MainWindow] = field(default_factory=list)

    @property
    def address(self) -> ServerAddress:
        """The straight line to the school."""
        return self.master.as_login("anna")

    def through(self, relay: Relay) -> ServerAddress:
        """The line through ``relay``."""
        return replace(self.address, host=str(relay.folder))

    def sit_down(self, address: ServerAddress) -> Any:
        """A window in which Anna logged in."""
        window = MainWindow(recent=RecentWorkbooks(self.folder / "recent.json"))
        self.qtbot.addWidget(window)
        self.windows.append(window)
        window.show()
        window.show_school(address.to_text())
        self.log_in(window)
        return window

    def log_in(self, window: Any) -> None:
        """Give the password on the screen that asks it."""
        window.screen_shown.password.edit.setText(self.secret)
        window.screen_shown.submit()
        self.qtbot.waitUntil(lambda: window.frame is not None, timeout=PATIENCE)

    def talk(self, window: Any) -> Any:
        """The talk of the student, at the step in which it is recorded."""
        window.frame.go(Target("conversations", self.student_id, "record"))
        talk = window.frame.page._talk
        self.qtbot.waitUntil(lambda: talk.preparation is not None, timeout=PATIENCE)
        return talk

    def files(self) -> list[Path]:
        """The copies on this laptop."""
        return list((self.folder / "data").rglob("*.draft"))

    def none_readable(self) -> bool:
        """Whether no file of the laptop holds a typed word."""
        everything = [path for path in (self.folder / "data").rglob("*") if path.is_file()]
        words = [word.encode() for word in (TYPED + MORE).split() if len(word) > 5]
        return not any(word in path.read_bytes() for path in everything for word in words)

    def ask(self, statement: str) -> Any:
        """What the school has."""
        engine = server_engine(self.master)
        try:
            with engine.connect() as connection:
                return connection.exec_driver_sql(statement).scalars().all()
        finally:
            engine.dispose()


@pytest.fixture
def desk(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, faulty_cluster: PostgresCluster
) -> Iterator[Desk]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    cluster = faulty_cluster
    master = ServerAddress(str(cluster.folder), cluster.create_database(), "postgres")
    engine = server_engine(master)
    secret = one_time_password()
    administrator = NewUser("bea", "Bea Bos", frozenset({Role.ADMINISTRATOR}))
    initialise(
        engine, "Het Voorbeeldcollege", "2026-2027", administrator,
        verifier_for(engine, "bea", secret),
    )  # fmt: skip
    bea = server_engine(master.as_login("bea"), secret)
    anna = NewUser("anna", "Anna", frozenset({Role.COUNSELLOR}))
    add_user(bea, anna, verifier_for(bea, "anna", secret))
    bea.dispose()
    student_id = new_id()
    with sa.orm.Session(engine) as session, session.begin():
        found = session.scalars(sa.select(StaffMember).where(StaffMember.login == "anna")).one()
        student = Student(
            id=student_id, number="0411001", counsellor_id=found.id, updated_at=sa.func.now()
        )
        rename(student, PersonName("Zoë", "van 't", "Hart"))
        session.add(student)
    engine.dispose()
    desk = Desk(qtbot, tmp_path, cluster, master, student_id, secret)
    yield desk
    for window in desk.windows:
        take_down(window)


@pytest.fixture
def relay(desk: Desk) -> Iterator[Relay]:
    with running_relay(desk.cluster.folder / ".s.PGSQL.5432") as relay:
        yield relay


def test_words_typed_without_a_line_are_offered_and_recorded_once(desk: Desk) -> None:
    from lob_workbench.app.away_offers import AwayOffers

    window = desk.sit_down(desk.address)
    talk = desk.talk(window)
    desk.cluster.kill()
    talk.record_step.summary.setFocus()
    talk.record_step.summary.edit.insertPlainText(TYPED)
    desk.qtbot.waitUntil(lambda: "veilig op deze laptop" in talk.state.text(), timeout=PATIENCE)
    assert desk.files()
    assert desk.none_readable()
    assert window.lock()
    desk.cluster.start()
    frame = desk.sit_down(desk.address).frame
    offers = frame.findChild(AwayOffers)
    assert isinstance(offers, AwayOffers)
    desk.qtbot.waitUntil(lambda: bool(offers.buttons), timeout=PATIENCE)
    offers.buttons[0].click()
    talk = frame.page._talk
    desk.qtbot.waitUntil(talk.away_banner.isVisible, timeout=PATIENCE)
    talk.away_banner.use_button.click()
    assert talk.draft().summary == TYPED
    talk.finish()
    desk.qtbot.waitUntil(lambda: talk.preparation is None, timeout=PATIENCE)
    assert desk.ask("SELECT count(*) FROM conversation") == [1]
    desk.qtbot.waitUntil(lambda: not desk.files(), timeout=PATIENCE)


@pytest.mark.parametrize("way", ["lock", "close"])
def test_a_silent_school_costs_no_words_and_holds_no_window(
    desk: Desk, relay: Relay, way: str
) -> None:
    window = desk.sit_down(desk.through(relay))
    talk = desk.talk(window)
    relay.fall_silent()
    summary = talk.record_step.summary
    summary.setFocus()
    summary.edit.insertPlainText(TYPED)
    desk.qtbot.waitUntil(lambda: len(desk.files()) == 1, timeout=PATIENCE)
    before = desk.files()[0].read_bytes()
    # The save hangs, and hangs on; what is typed now goes to the laptop all the same.
    summary.edit.insertPlainText(MORE)
    desk.qtbot.waitUntil(lambda: desk.files()[0].read_bytes() != before, timeout=PATIENCE)
    assert len(desk.files()[0].read_bytes()) == len(before) + len(MORE)
    assert desk.none_readable()
    assert window.jobs.busy, "the save hangs"
    began = time.monotonic()
    if way == "lock":
        assert window.lock()
        assert window.frame is None
    else:
        window.close()
        desk.qtbot.waitUntil(lambda: not window.isVisible(), timeout=PATIENCE)
    # The line hangs for ever: that it came here at all says that nobody waited for it.
    print(f"\n{way}: {time.monotonic() - began:.1f} s")
    relay.speak()
    if way == "close":
        window = desk.sit_down(desk.through(relay))
    else:
        desk.log_in(window)
    talk = desk.talk(window)
    desk.qtbot.waitUntil(talk.away_banner.isVisible, timeout=PATIENCE)
    talk.away_banner.use_button.click()
    assert talk.draft().summary == TYPED + MORE


def test_a_talk_whose_answer_was_lost_is_recorded_once(desk: Desk, relay: Relay) -> None:
    window = desk.sit_down(desk.through(relay))
    talk = desk.talk(window)
    page = window.frame.page
    recorded: list[object] = []
    talk.recorded.connect(recorded.append)
    talk.record_step.summary.edit.insertPlainText(TYPED)
    assert talk.save_now()
    relay.cut_after_commit_of(b"INSERT INTO conversation ")
    talk.finish()
    bar = window.frame.message_bar
    desk.qtbot.waitUntil(
        lambda: bar.message is not None and "Vastleggen kan nu niet" in bar.message.text,
        timeout=PATIENCE,
    )
    assert relay.cuts == 1
    assert desk.ask("SELECT summary FROM conversation_text") == [TYPED], "the school has it"
    assert talk.draft().summary == TYPED
    assert recorded == []
    talk.finish()
    desk.qtbot.waitUntil(lambda: len(recorded) == 1, timeout=PATIENCE)
    assert desk.ask("SELECT id FROM conversation") == recorded
    assert desk.ask("SELECT summary FROM conversation_text") == [TYPED]
    assert desk.ask("SELECT id FROM draft") == []
    assert page._reading is not None
    desk.qtbot.waitUntil(page._reading.isVisible, timeout=PATIENCE)
    desk.qtbot.waitUntil(lambda: not desk.files(), timeout=PATIENCE)


def test_a_draft_whose_answer_was_lost_is_kept_once(desk: Desk, relay: Relay) -> None:
    window = desk.sit_down(desk.through(relay))
    talk = desk.talk(window)
    relay.cut_after_commit_of(b"INSERT INTO draft ")
    talk.record_step.summary.edit.insertPlainText(TYPED)
    assert talk.save_now(), "at the school or on the laptop"
    assert relay.cuts == 1
    talk.record_step.summary.edit.insertPlainText(MORE)
    desk.qtbot.waitUntil(lambda: not talk.keeper.unsaved, timeout=PATIENCE)
    [content] = desk.ask("SELECT content FROM draft")
    assert json.loads(content)["summary"] == TYPED + MORE
    desk.qtbot.waitUntil(lambda: not desk.files(), timeout=PATIENCE)
    assert not talk.away_banner.isVisible()


@pytest.mark.parametrize("way", ["silent", "gone"])
def test_what_is_written_on_a_lent_laptop_outlives_the_line(
    desk: Desk, relay: Relay, way: str
) -> None:
    window = desk.sit_down(desk.through(relay))
    desk.qtbot.waitUntil(lambda: not window.jobs.busy, timeout=PATIENCE)
    window.frame.navigator.lend(Loan(StandInView, "Zoë"))
    desk.qtbot.waitUntil(lambda: window.lent_view is not None, timeout=PATIENCE)
    if way == "silent":
        relay.fall_silent()
    else:
        desk.cluster.kill()
    view = window.lent_view
    view.field.insertPlainText(TYPED)
    view.hand_in()  # the school does not answer: the words stay on the laptop
    desk.qtbot.waitUntil(lambda: len(desk.files()) == 1, timeout=PATIENCE)
    assert desk.none_readable()
    assert window.lock()
    screen = window.screen_shown
    assert screen.title.text() == "Bedankt. Geef de laptop terug."
    assert not screen.back_button.isVisible()
    assert not screen.more_button.isVisible()
    assert not screen.login.isEnabled()
    assert window.frame is None
    assert len(desk.files()) == 1
    if way == "gone":
        desk.cluster.start()

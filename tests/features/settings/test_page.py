"""Settings on a real workbook: keys that really change, copies that really are there."""

import gc
import shutil
import weakref
from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from lob_workbench.app.session import NewDesk, Session
from lob_workbench.domain.clock import FixedClock
from lob_workbench.domain.contributions import Target, Tone
from lob_workbench.domain.errors import DiskFull, WrongPassphrase, WrongRecoveryCode
from lob_workbench.domain.rights import Role
from lob_workbench.features.settings.page import SettingsPage
from lob_workbench.people.preferences import (
    Preferences,
    ThemeChoice,
    change_preferences,
    read_preferences,
)
from lob_workbench.people.school import School, read_school, save_school
from lob_workbench.storage.keys import KdfCost
from lob_workbench.storage.recovery_code import new_recovery_code
from lob_workbench.ui import dialogs
from lob_workbench.ui.context import Navigator, PageContext, Paper
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.messages import Message
from tests.helpers.settled import settle

PASSPHRASE = "lampion kastanje fiets dinsdagmiddag"
OTHER = "vuurtoren pindakaas rolschaats tulpen"
CODE = new_recovery_code()
CHEAP = KdfCost(memory_kib=65_536, iterations=2, lanes=1)
CLOCK = FixedClock(datetime(2026, 11, 23, 8, 0, tzinfo=UTC))
HOSTILE = '<b>vet</b> <img src="x"> R&D'
DELETE_LATER = QEvent.Type.DeferredDelete.value


@pytest.fixture(scope="session")
def made_workbook(tmp_path_factory):
    folder = tmp_path_factory.mktemp("settings") / "Werkboek"
    desk = NewDesk(
        folder=folder,
        passphrase=PASSPHRASE,
        recovery_code=CODE,
        owner="Mirjam Bakker",
        roles=frozenset({Role.COUNSELLOR, Role.TEAM_LEADER}),
        school="Het Voorbeeldcollege",
        year="2026-2027",
    )
    Session.create(desk, CLOCK, cost=CHEAP).close(backup=False)
    return folder


@pytest.fixture
def session(made_workbook, tmp_path):
    folder = tmp_path / "Werkboek"
    shutil.copytree(made_workbook, folder)
    session = Session.open(folder, passphrase=PASSPHRASE, clock=CLOCK)
    yield session
    session.close(backup=False)


@pytest.fixture
def context(session):
    jobs = Jobs(session.work)
    yield PageContext(jobs, CLOCK, session.actor, Navigator(), (), session)
    jobs.stop()
    assert dialogs.unused_answers() == 0
    dialogs.forget_answers()


@pytest.fixture
def said(context):
    messages: list[Message] = []
    context.navigator.message_posted.connect(messages.append)
    return messages


@pytest.fixture
def page(qtbot, context, said):
    page = SettingsPage(context)
    context.jobs.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.resize(1100, 640)
    page.show()
    page.activateWindow()
    page.open(Target("settings"))
    settle(page._context.jobs)
    return page


def shown_words(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def typed(page):
    """Everything that stands in an input now."""
    return [edit.text() for edit in page.findChildren(QLineEdit)]


def fill(section, old=PASSPHRASE, new=OTHER, again=OTHER):
    section.start()
    for field, text in ((section.old, old), (section.new, new), (section.again, again)):
        field.edit.setText(text)
        field.edit.textEdited.emit(text)


def opens_with(session, **key):
    keys = session.workbook.key_file
    try:
        if "passphrase" in key:
            keys.unlock_with_passphrase(key["passphrase"]).wipe()
        else:
            keys.unlock_with_recovery(key["code"]).wipe()
    except (WrongPassphrase, WrongRecoveryCode):
        return False
    return True


def a_logo(folder, name="logo.png", side=8):
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    file = folder / name
    image.save(str(file))
    return file


def stored(session, read):
    with session.work() as work:
        return read(work)


def test_it_says_whose_workbook_this_is_and_where_it_lies(page, session):
    words = shown_words(page.workbook).replace("\u200b", "")
    assert "Mirjam Bakker, loopbaanbegeleider, teamleider" in words
    assert "Werkboek" in words
    assert str(session.folder.parent) in words
    assert page.workbook.school.value() == "Het Voorbeeldcollege"
    assert not page.workbook.save_button.isEnabled()


# The school.


def test_school_year_and_logo_are_kept(page, session, said, tmp_path):
    form = page.workbook
    form.school.edit.setText(HOSTILE)
    form.school.changed.emit()
    form.year.edit.setText("2027-2028")
    file = a_logo(tmp_path)
    dialogs.answer_next(file)
    form.choose_logo()
    assert form.save_button.isEnabled()
    page.save_action.trigger()
    settle(page._context.jobs)
    assert stored(session, read_school) == School(HOSTILE, "2027-2028", file.read_bytes())
    assert said[-1].tone is Tone.GOOD
    assert not form.save_button.isEnabled()
    form.drop_logo()
    form.save()
    settle(page._context.jobs)
    assert stored(session, read_school).logo is None


def test_the_school_is_kept_by_who_leaves_the_page(page, session):
    page.workbook.school.edit.setText("Het Nieuwe College")
    page.workbook.year.edit.setText("2027")
    assert page.leave()
    settle(page._context.jobs)
    assert stored(session, read_school).name == "Het Voorbeeldcollege", "no school year yet"
    page.workbook.year.edit.setText("2027-2028")
    assert page.leave()
    settle(page._context.jobs)
    assert stored(session, read_school).name == "Het Nieuwe College"
    assert stored(session, read_school).year == "2027-2028"


def test_what_is_wrong_with_the_school_is_said_on_the_spot(page, session, tmp_path):
    form = page.workbook
    for year in ("2026", "2026-2028", "twee-drie"):
        form.year.edit.setText(year)
        form.save()
        assert form.year.error == "Schrijf het als 2026-2027."
        assert form.year.edit.hasFocus()
    form.year.edit.setText("2026-2027")
    form.school.edit.setText(" ")
    form.save()
    assert form.school.error
    text = tmp_path / "logo.png"
    text.write_text("geen plaatje")
    for answer in (text, tmp_path / "weg.png", None):
        dialogs.answer_next(answer)
        form.choose_logo()
    assert "Dit bestand past niet" in shown_words(form)
    settle(page._context.jobs)
    assert stored(session, read_school) == School("Het Voorbeeldcollege", "2026-2027")


def test_what_is_being_typed_is_not_overwritten_and_overwrites_nothing_unseen(page, session, said):
    form = page.workbook
    form.school.edit.setText("Een andere naam")
    page._context.jobs.run(save_school, School("Van elders", "2026-2027"))
    settle(page._context.jobs)
    assert form.school.value() == "Een andere naam"
    page.leave()
    page.open(Target("settings"))
    settle(page._context.jobs)
    assert form.school.value() == "Een andere naam"
    # Somebody else was first: said with what stands there now, and done when asked again.
    assert "Nu staat er: Van elders, 2026-2027." in said[-1].text
    assert stored(session, read_school).name == "Van elders"
    assert form.school.value() == "Een andere naam"
    form.save()
    settle(page._context.jobs)
    assert stored(session, read_school).name == "Een andere naam"


def test_a_school_changed_elsewhere_is_shown(page):
    page._context.jobs.run(save_school, School("Van elders", "2026-2027"))
    settle(page._context.jobs)
    assert page.workbook.school.value() == "Van elders"


# The passphrase.


def test_the_passphrase_is_replaced_and_nothing_of_it_stays(page, session, said):
    fill(page.passphrase)
    page.passphrase.save_button.click()
    assert not page.passphrase.save_button.isEnabled()
    settle(page._context.jobs)
    assert opens_with(session, passphrase=OTHER)
    assert not opens_with(session, passphrase=PASSPHRASE)
    assert said[-1].text == (
        "Je wachtwoordzin is vervangen. Oudere reservekopieën gaan nog open met de oude."
    )
    assert not page.passphrase.form.isVisible()
    for field in (page.passphrase.old, page.passphrase.new, page.passphrase.again):
        field.edit.setEchoMode(QLineEdit.EchoMode.Normal)
        field.edit.undo()
        assert field.edit.text() == ""


def test_a_wrong_passphrase_changes_nothing(page, session):
    fill(page.passphrase, old="iets heel anders")
    page.passphrase.save()
    settle(page._context.jobs)
    assert page.passphrase.old.error == "Deze wachtwoordzin past niet op dit werkboek."
    assert page.passphrase.old.edit.hasFocus()
    assert page.passphrase.form.isVisible()
    assert opens_with(session, passphrase=PASSPHRASE)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"old": ""}, "old"),
        ({"new": "kort", "again": "kort"}, "new"),
        ({"new": "mirjam bakker 12", "again": "mirjam bakker 12"}, "new"),
        ({"new": "voorbeeldcollege", "again": "voorbeeldcollege"}, "new"),
        ({"again": "vuurtoren pindakaas"}, "again"),
    ],
)
def test_a_new_passphrase_must_hold(page, session, fields, wrong):
    fill(page.passphrase, **fields)
    page.passphrase.save()
    assert not page._context.jobs.busy
    assert getattr(page.passphrase, wrong).error
    assert getattr(page.passphrase, wrong).edit.hasFocus()


def test_the_meter_follows_what_is_typed(page):
    fill(page.passphrase, new="kort")
    assert page.passphrase.new.meter.accessibleName() == "nog te zwak"
    fill(page.passphrase)
    assert page.passphrase.new.meter.accessibleName() == "sterk"


def test_going_away_or_locking_forgets_what_was_typed(page):
    for forget in (page.leave, page.clear, page.passphrase.cancel_button.click):
        fill(page.passphrase)
        forget()
        assert not set(typed(page)) & {PASSPHRASE, OTHER}
        assert not page.passphrase.form.isVisible()


# The recovery code.


def propose(page, passphrase=PASSPHRASE):
    page.recovery.start_button.click()
    page.recovery.passphrase.edit.setText(passphrase)
    page.recovery.make_button.click()
    settle(page._context.jobs)
    return page.recovery._code


def test_a_new_recovery_code_counts_once_it_was_typed_back(page, session, said):
    papers: list[Paper] = []
    page._context.navigator.paper_shown.connect(papers.append)
    code = propose(page)
    assert code != CODE
    assert code.replace("-", "") in shown_words(page.recovery).replace(" – ", "").replace("\n", "")
    page.recovery.paper_button.click()
    settle(page._context.jobs)
    assert papers[0].title == "Herstelcode"
    text = "".join(each.extract_text() for each in PdfReader(BytesIO(papers[0].data)).pages)
    assert code.split("-")[0] in text
    page.recovery.replace_button.click()
    assert page.recovery.typed.error
    page.recovery.typed.edit.setText(new_recovery_code())
    page.recovery.replace_button.click()
    assert page.recovery.typed.error == "Dit is een andere code. Vergelijk hem met je papier."
    assert opens_with(session, code=CODE)
    assert not opens_with(session, code=code)
    page.recovery.typed.edit.setText(code.lower().replace("-", " "))
    page.recovery.replace_button.click()
    settle(page._context.jobs)
    assert opens_with(session, code=code)
    assert not opens_with(session, code=CODE)
    assert said[-1].tone is Tone.GOOD
    assert code not in " ".join(typed(page))
    assert code.split("-")[0] not in shown_words(page)
    assert page.recovery._code == ""
    assert PASSPHRASE not in typed(page)


def test_a_wrong_passphrase_keeps_the_old_code_and_the_paper(page, session):
    code = propose(page, "iets heel anders")
    page.recovery.typed.edit.setText(code)
    page.recovery.replace()
    settle(page._context.jobs)
    assert page.recovery.passphrase.error == "Deze wachtwoordzin past niet op dit werkboek."
    assert opens_with(session, code=CODE)
    page.recovery.passphrase.edit.setText(PASSPHRASE)
    page.recovery.replace()
    settle(page._context.jobs)
    assert opens_with(session, code=code)


def test_without_a_passphrase_there_is_no_code(page):
    page.recovery.start()
    page.recovery.make_button.click()
    assert page.recovery.passphrase.error
    assert not page.recovery.proof.isVisible()


def test_a_printed_code_that_is_not_used_is_told_to_be_void(page, session, said):
    propose(page)
    page.recovery.make_paper()
    settle(page._context.jobs)
    page.recovery.cancel_button.click()
    assert said[-1].tone is Tone.ATTENTION
    assert "blijft gelden" in said[-1].text
    count = len(said)
    propose(page)
    page.leave()
    assert len(said) == count
    assert opens_with(session, code=CODE)


def test_one_form_at_a_time(page):
    fill(page.passphrase)
    page.recovery.start_button.click()
    assert not page.passphrase.form.isVisible()
    assert PASSPHRASE not in typed(page)
    page.recovery.passphrase.edit.setText(PASSPHRASE)
    page.passphrase.start_button.click()
    assert not page.recovery.form.isVisible()
    assert PASSPHRASE not in typed(page)


def test_the_keys_change_by_keyboard_alone(qtbot, page, session):
    page.passphrase.start_button.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    for text in (PASSPHRASE, OTHER, OTHER):
        assert isinstance(QApplication.focusWidget(), QLineEdit)
        qtbot.keyClicks(QApplication.focusWidget(), text)
        # Past the button that shows the passphrase.
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle(page._context.jobs)
    assert opens_with(session, passphrase=OTHER)


# Copies.


def test_a_copy_is_made_and_told(page, session, said):
    assert "Er is nog geen reservekopie." in page.backup.words
    page.backup.make_button.click()
    assert not page.backup.make_button.isEnabled()
    settle(page._context.jobs)
    copies = list((session.folder / "backups").glob("*.lobkopie"))
    assert len(copies) == 1
    assert "Laatste kopie: maandag 23 november 2026 om 09:00" in page.backup.words
    assert copies[0].name in page.backup.words.replace("\u200b", "")
    assert said[-1].text == "De reservekopie is gemaakt en gecontroleerd."
    assert page.backup.make_button.isEnabled()


def test_a_copy_that_failed_is_told(page, said, monkeypatch):
    def full(self, reason="manual"):
        raise DiskFull

    monkeypatch.setattr(Session, "back_up", full)
    page.backup.make()
    settle(page._context.jobs)
    assert said[-1].tone is Tone.DANGER
    assert "schijf is vol" in said[-1].text
    assert page.backup.make_button.isEnabled()


# Behaviour.


def test_choices_count_at_once(page, session, said):
    applied = QSignalSpy(page._context.navigator.settings_changed)
    behaviour = page.behaviour
    behaviour.theme._radios[2].click()
    for field, value in ((behaviour.minutes, 0), (behaviour.weeks, 12)):
        field.set_value(value)
        field.combo.activated.emit(field.combo.currentIndex())
    settle(page._context.jobs)
    assert stored(session, read_preferences) == Preferences(ThemeChoice.DARK, 0, 12)
    # Three choices in one breath are applied once.
    assert applied.count() == 1
    assert said[-1].text == "Bewaard. Dit geldt vanaf nu."


def test_an_unusual_choice_of_before_is_shown(page):
    page._context.jobs.run(
        change_preferences, {"theme": ThemeChoice.LIGHT, "idle_minutes": 7, "not_spoken_weeks": 9}
    )
    settle(page._context.jobs)
    assert page.behaviour.minutes.combo.currentText() == "na 7 minuten"
    assert page.behaviour.weeks.combo.currentText() == "langer dan 9 weken"
    assert page.behaviour.theme.value() is ThemeChoice.LIGHT


def test_hints_that_were_put_away_come_back_with_one_button(page, session, said):
    assert not page.hints.back.isEnabled()
    for away, words in (({"today"}, "1 tip weggezet"), ({"today", "matrix"}, "2 tips weggezet")):
        page._context.jobs.run(change_preferences, {"hints_away": frozenset(away)})
        settle(page._context.jobs)
        assert page.hints.back.isEnabled()
        assert words in shown_words(page.hints)
    page.hints.back.click()
    settle(page._context.jobs)
    assert stored(session, read_preferences).hints_away == frozenset()
    assert not page.hints.back.isEnabled()
    assert "Begrepen" in shown_words(page.hints)
    assert said[-1].text == "Je ziet de tips weer, elk op zijn eigen pagina."


def test_hints_that_cannot_come_back_say_so(page, said):
    page.hints._refuse(DiskFull())
    assert said[-1].tone is Tone.DANGER


# The page.


def test_a_card_is_scrolled_into_sight(qtbot, page):
    page.resize(900, 420)
    page.open(Target("settings", detail="access"))
    settle(page._context.jobs)
    qtbot.waitUntil(lambda: page.scroll_area.verticalScrollBar().value() > 0)


def test_all_text_is_plain(page):
    for label in page.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or not label.text()


def test_locking_forgets_everything(page):
    fill(page.passphrase)
    page.clear()
    assert not any(typed(page))
    assert page.backup.words.strip() == ""


def test_made_and_freed(context):
    alive = []
    for _ in range(5):
        page = SettingsPage(context)
        page.show()
        page.open(Target("settings"))
        alive.append(weakref.ref(page))
        page.deleteLater()
        del page
    while context.jobs.busy:
        context.jobs.wait()
    QApplication.sendPostedEvents(None, DELETE_LATER)
    QApplication.processEvents()
    gc.collect()
    assert [ref for ref in alive if ref() is not None] == []

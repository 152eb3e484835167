"""*Snel openen* in settings: on with the passphrase and a ring that proves itself, off at once."""

from __future__ import annotations

import pytest
from keyring.errors import KeyringLocked
from PySide6.QtWidgets import QApplication

from lob_workbench.app.session import Session
from lob_workbench.features.settings import page_quick
from lob_workbench.features.settings.page import SettingsPage
from lob_workbench.storage import quick_unlock
from lob_workbench.storage.quick_unlock import WORDS, QuickState
from lob_workbench.ui.aside import Aside
from tests.features.settings import test_page
from tests.features.settings.test_page import OTHER, PASSPHRASE, fill, typed
from tests.helpers import ring_stand_in
from tests.helpers.settled import settle

made_workbook = test_page.made_workbook
session = test_page.session
context = test_page.context
said = test_page.said
page = test_page.page
ring = ring_stand_in.ring


def put_on(qtbot, page, passphrase=PASSPHRASE):
    section = page.quick
    section.on_button.click()
    assert section.passphrase.edit.hasFocus() or not page.isActiveWindow()
    section.passphrase.edit.setText(passphrase)
    section.save_button.click()
    qtbot.waitUntil(lambda: not section.busy and not page._context.jobs.busy, timeout=20_000)
    QApplication.processEvents()


def test_it_is_off_says_what_it_means_and_asks_nothing(page, session, ring):
    section = page.quick
    assert section.state.text() == "Snel openen staat uit."
    assert "wie op deze computer is ingelogd als jij, kan dit werkboek openen" in (
        test_page.shown_words(section)
    )
    assert section.on_button.text() == "Snel openen aanzetten"
    assert not section.off_button.isVisible()
    assert ring.asked == 0


def test_on_with_the_passphrase_and_off_again_at_once(qtbot, page, session, ring, said):
    put_on(qtbot, page)
    assert said[-1].text == (
        "Snel openen staat aan op deze computer. De knop staat op het eerste scherm."
    )
    assert session.quick_unlock
    assert page.quick.state.text().startswith("Snel openen staat aan.")
    assert page.quick.off_button.isVisible()
    assert len(ring.kept) == 1
    assert PASSPHRASE not in typed(page)
    assert PASSPHRASE not in str(ring.kept)
    page.quick.off_button.setFocus()
    page.quick.off_button.click()
    qtbot.waitUntil(lambda: said[-1].text == "Snel openen staat uit.", timeout=20_000)
    assert page.focusWidget() is page.quick.on_button
    assert not page.quick.trouble.isVisible()
    assert not session.quick_unlock
    assert ring.kept == {}
    assert not page.quick.off_button.isVisible()


def test_what_the_ring_kept_opens_the_workbook(qtbot, page, session, ring, tmp_path):
    put_on(qtbot, page)
    answers = []
    aside = Aside()
    aside.answered.connect(answers.append)
    aside.ask(quick_unlock.fetch, session.folder, otherwise=None, seconds=20)
    qtbot.waitUntil(lambda: bool(answers))
    session.close(backup=False)
    Session.open(session.folder, quick_key=answers[0].key).close(backup=False)


def test_a_wrong_passphrase_puts_nothing_on(qtbot, page, session, ring):
    put_on(qtbot, page, "iets heel anders")
    assert page.quick.passphrase.error == "Deze wachtwoordzin past niet op dit werkboek."
    assert not session.quick_unlock
    assert ring.asked == 0
    page.quick.passphrase.edit.setText("")
    page.quick.put_on()
    assert page.quick.passphrase.error
    assert not page._context.jobs.busy


@pytest.mark.parametrize(
    ("trouble", "state"),
    [(KeyringLocked("no"), QuickState.LOCKED), (OSError("gone"), QuickState.SILENT)],
)
def test_a_ring_that_does_not_keep_it_is_told_of_and_no_slot_is_made(
    qtbot, page, session, ring, trouble, state
):
    ring.error = trouble
    put_on(qtbot, page)
    assert page.quick.trouble.words.text() == WORDS[state]
    assert page.quick.trouble.isVisible()
    assert not session.quick_unlock
    assert PASSPHRASE not in typed(page)


def test_a_ring_that_hangs_holds_up_nothing(qtbot, page, session, ring, monkeypatch):
    ring.answers.clear()
    section = page.quick
    section.start()
    section.passphrase.edit.setText(PASSPHRASE)
    section.put_on()
    qtbot.waitUntil(lambda: ring.asked == 1, timeout=20_000)
    assert section.save_button.text() == "Je computer wordt gevraagd…"
    assert not page._context.jobs.busy  # A lock would wait for those.
    assert section.cancel_button.isEnabled()
    section.cancel_button.click()
    assert not section.form.isVisible()
    ring.answers.set()
    qtbot.wait(100)
    settle(page._context.jobs)
    assert not session.quick_unlock
    monkeypatch.setattr(page_quick, "PATIENCE_SECONDS", 0.1)
    ring.answers.clear()
    put_on(qtbot, page)
    assert section.trouble.words.text() == WORDS[QuickState.SILENT]


def test_leaving_while_the_passphrase_is_tried_keeps_nothing(qtbot, page, session, ring):
    section = page.quick
    section.start()
    section.passphrase.edit.setText(PASSPHRASE)
    section.put_on()
    assert page.leave()
    settle(page._context.jobs)
    qtbot.wait(100)
    assert ring.asked == 0
    assert not session.quick_unlock
    assert PASSPHRASE not in typed(page)


def test_off_also_when_the_ring_does_not_let_go(qtbot, page, session, ring, said):
    put_on(qtbot, page)
    ring.error = OSError("gone")
    page.quick.put_off()
    words = "Snel openen staat uit. Wat je computer nog bewaart, opent dit werkboek niet meer."
    qtbot.waitUntil(lambda: said[-1].text == words, timeout=20_000)
    assert not session.quick_unlock
    assert quick_unlock.is_offered(session.folder) is False


def test_a_disk_that_refuses_is_told_of(qtbot, page, session, ring, said, monkeypatch):
    from lob_workbench.domain.errors import DiskFull

    def full(*_arguments):
        raise DiskFull

    monkeypatch.setattr("lob_workbench.storage.keys.write_durably", full)
    put_on(qtbot, page)
    qtbot.waitUntil(lambda: bool(said))
    assert not session.quick_unlock


def test_a_new_passphrase_ends_it_and_says_so(qtbot, page, session, ring, said):
    put_on(qtbot, page)
    fill(page.passphrase)
    page.passphrase.save()
    settle(page._context.jobs)
    assert said[-1].text.startswith("Je wachtwoordzin is vervangen, en Snel openen staat uit.")
    assert page.quick.state.text() == "Snel openen staat uit."
    # Or it would open an older key file, that somebody keeps, without any passphrase.
    qtbot.waitUntil(lambda: ring.kept == {}, timeout=20_000)
    put_on(qtbot, page, OTHER)
    assert session.quick_unlock


def test_the_forms_close_each_other(page, ring):
    page.quick.start()
    page.passphrase.start()
    assert not page.quick.form.isVisible()
    page.quick.start()
    assert not page.passphrase.form.isVisible()
    page.clear()
    assert not page.quick.form.isVisible()


def test_the_example_school_does_not_offer_it(qtbot, context, session):
    session.temporary = True
    page = SettingsPage(context)
    qtbot.addWidget(page)
    assert page.quick is None
    page.clear()
    assert page.leave()
    session.temporary = False

"""*Badges*, as a counsellor and who keeps the keys meet it."""

from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.rights import Role
from lob_workbench.features.badges import keeping, operations, operations_keys, page_key_form
from lob_workbench.features.badges.keeping import make_key
from lob_workbench.features.badges.operations_files import read_files
from lob_workbench.features.badges.page import BadgesPage
from lob_workbench.features.badges.page_student import StudentBadgesTab
from lob_workbench.features.badges.report_files import FileKind, save_files
from lob_workbench.people.rules import PersonName
from lob_workbench.skills.rules import Learner
from lob_workbench.ui import dialogs
from lob_workbench.ui.context import PageContext, Undo
from lob_workbench.ui.messages import Message
from tests.helpers.badges import CHEAP, PASSPHRASE, a_key, a_wish, issued, reach
from tests.helpers.pages import page_context
from tests.helpers.settled import settle
from tests.helpers.skills import a_student
from tests.helpers.stores import Store

__all__ = ["page_context"]

OTHER = "z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"


@pytest.fixture
def said(page_context: PageContext) -> list[Message]:
    """What the page says at the bottom."""
    found: list[Message] = []
    page_context.navigator.message_posted.connect(found.append)
    return found


def opened(context: PageContext, qtbot: QtBot, detail: str = "") -> BadgesPage:
    page = BadgesPage(context)
    qtbot.addWidget(page)
    page.resize(1092, 614)
    page.show()
    context.jobs.changed.connect(page.refresh)
    page.open(Target("badges", None, detail))
    settle(context.jobs)
    return page


def two(store: Store) -> tuple[Learner, ...]:
    """Two students who reached a level."""
    found = []
    for number, name in (("0411001", "Zoë"), ("0411002", "Oğuz")):
        student = a_student(store.student(number, PersonName(name, "", "Hart & Zn")))
        reach(store, student)
        found.append(student)
    return tuple(found)


def test_from_no_key_to_badges_of_two_students(
    embedded_store: Store, page_context: PageContext, qtbot: QtBot, said: list[Message]
) -> None:
    two(embedded_store)
    page = opened(page_context, qtbot)
    assert page.list is not None
    assert page.issue is not None
    assert page.keys is not None
    assert page.list._empty.isVisible()
    page.list._empty.started.emit()
    settle(page_context.jobs)
    assert page.issue.no_key.isVisible()
    assert not page._issue_button.isEnabled()
    page.issue._keys_button.click()
    settle(page_context.jobs)
    page.keys.new_button.click()
    assert page.keys.form.passphrase.isHidden()
    page.keys.form.address.set_value("school")
    page.keys.form.make_button.click()
    settle(page_context.jobs)
    assert page.keys.form.problem.isVisible()
    page.keys.form.address.set_value("https://school.nl/badges/i.json")
    page.keys.form.make_button.click()
    settle(page_context.jobs)
    assert said[-1].text == "De sleutel is gemaakt en ondertekent vanaf nu."
    assert len(page.keys.table.rows_model.rows) == 1
    page._go_issue()
    settle(page_context.jobs)
    page.issue._all.click()
    assert page.issue.who.title.text() == "Klaar voor een badge: 2 van 2 gekozen"
    page._issue_button.click()
    settle(page_context.jobs)
    # Consent is asked each time.
    assert page.issue.going.asked.isVisible()
    page.issue.going.consent.click()
    page._issue_button.click()
    settle(page_context.jobs)
    assert said[-1].text == "2 badges uitgereikt."
    assert page.list.isVisible()
    assert len(page.list.table.rows_model.rows) == 2
    assert page.list.card.badge is not None
    assert not page.issue.going.consent.isChecked()
    page.clear()
    assert page.list.table.rows_model.rows == ()


def test_one_badge_goes_out_with_the_words_that_were_ticked(
    embedded_store: Store, page_context: PageContext, qtbot: QtBot
) -> None:
    first, _ = two(embedded_store)
    a_key(embedded_store)
    page = opened(page_context, qtbot)
    assert page.issue is not None
    page.open(Target("badges", first.id, "issue"))
    settle(page_context.jobs)
    assert len(page.issue.boxes) == 1
    going = page.issue.going
    assert "Luister" in going._always.text() or going._always.text()
    assert len(going.evidence) == 5
    box = going.evidence[0][0]
    QTest.mouseClick(box.parentWidget(), Qt.MouseButton.RightButton)
    assert not box.isChecked()
    QTest.mouseClick(box.parentWidget(), Qt.MouseButton.LeftButton)
    assert box.isChecked()
    going.consent.setChecked(True)
    page.finish_action.trigger()
    settle(page_context.jobs)
    with embedded_store.work() as work:
        (view,) = operations.list_badges(work).issued
    with embedded_store.work() as work:
        (file,) = read_files(work, [view]).badges
    assert file.credential.count("ZZGEHEIM") == 1


def test_saving_and_packing_ask_where(
    embedded_store: Store,
    page_context: PageContext,
    qtbot: QtBot,
    said: list[Message],
    tmp_path: Path,
) -> None:
    first, second = two(embedded_store)
    issued(embedded_store, a_key(embedded_store), a_wish(first), a_wish(second))
    page = opened(page_context, qtbot)
    assert page.list is not None
    page.list.save_button.click()
    saving = page.list.saving
    assert saving.title.text() == "2 badges opslaan"
    assert page.list.card.isHidden()
    for box in saving.boxes.values():
        box.setChecked(False)
    saving.folder_button.click()
    assert said[-1].text == "Vink aan wat je wilt opslaan."
    saving.boxes[FileKind.JSON].setChecked(True)
    dialogs.answer_next(None)
    saving.folder_button.click()
    folder = tmp_path / "badges"
    folder.mkdir()
    dialogs.answer_next(folder)
    saving.folder_button.click()
    settle(page_context.jobs)
    assert said[-1].text == "2 bestanden opgeslagen."
    assert len(list(folder.glob("badge-listening-niveau-1-*.json"))) == 2
    assert page.list.card.isVisible()
    page.list.card.save_button.click()
    dialogs.answer_next(folder)
    saving.edubadges_button.click()
    settle(page_context.jobs)
    assert "mailadres" in said[-1].text
    saving.drop_button.click()
    dialogs.answer_next(folder / "rugzak.html")
    page.list.card.pack_button.click()
    settle(page_context.jobs)
    assert said[-1].text == "De rugzak is opgeslagen als rugzak.html."
    page.list.search.setText("ogüz")
    assert len(page.list.table.rows_model.rows) == 1
    page.list.search.setText("zebra")
    assert page.list.card.isHidden()


def test_revoking_asks_why(
    embedded_store: Store, page_context: PageContext, qtbot: QtBot, said: list[Message]
) -> None:
    first, _ = two(embedded_store)
    issued(embedded_store, a_key(embedded_store), a_wish(first))
    page = opened(page_context, qtbot)
    assert page.list is not None
    card = page.list.card
    card.revoke_button.click()
    card.sure_button.click()
    assert card.reason.error
    card.keep_button.click()
    assert card.revoking.isHidden()
    card.revoke_button.click()
    card.reason.set_value("Verkeerd niveau")
    card.sure_button.click()
    settle(page_context.jobs)
    assert card._state.text() == "ingetrokken"
    assert card.save_button.isHidden()
    card.again_button.click()
    settle(page_context.jobs)
    assert page.issue is not None
    assert page.issue.isVisible()
    card._refused(ValueError("x"))
    assert card.reason.error


def test_a_dropped_badge_is_judged_in_words(
    embedded_store: Store, page_context: PageContext, qtbot: QtBot, tmp_path: Path
) -> None:
    first, _ = two(embedded_store)
    (view,) = issued(embedded_store, a_key(embedded_store), a_wish(first))
    with embedded_store.work() as work:
        taken = read_files(work, [view])
    save_files(tmp_path, taken.badges, (FileKind.JSON,), None)
    (good,) = tmp_path.glob("badge-*.json")
    changed = tmp_path / "veranderd.json"
    changed.write_bytes(good.read_bytes().replace(b"niveau 1", b"niveau 4"))
    page = opened(page_context, qtbot, "verify")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (good, changed)])
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    place = page.verify.place
    place.dragEnterEvent(
        QDragEnterEvent(QPoint(5, 5), actions, data, buttons, Qt.KeyboardModifier.NoModifier)
    )
    place.dropEvent(
        QDropEvent(QPointF(5, 5), actions, data, buttons, Qt.KeyboardModifier.NoModifier)
    )
    settle(page_context.jobs)
    one, two_ = page.verify.cards
    assert one.headline.text() == "Geldig"
    assert ("Sleutel", "Vertrouwd: een sleutel van deze school.") in one.facts
    assert ("Ingetrokken?", "Nee.") in one.facts
    assert two_.headline.text() == "Er is iets aan veranderd"
    assert two_.trust_button.isHidden()
    with embedded_store.work() as work:
        operations.revoke(work, view.id, first.id, "Fout")
    page.refresh(Changes.of("issued_badge", first.id))
    settle(page_context.jobs)
    assert page.verify.cards[0].headline.text() == "Ingetrokken"
    dialogs.answer_next(None)
    place.button.click()
    dialogs.answer_next(changed)
    place.button.click()
    settle(page_context.jobs)
    assert len(page.verify.cards) == 1
    page.verify.judge([changed] * 60)
    settle(page_context.jobs)
    assert page.verify.problem.isVisible()
    page.clear()
    assert page.verify.cards == []


def test_an_unknown_school_is_trusted_by_hand_and_never_by_its_own_key(
    embedded_store: Store,
    page_context: PageContext,
    qtbot: QtBot,
    said: list[Message],
    tmp_path: Path,
) -> None:
    first, _ = two(embedded_store)
    opened_key = a_key(embedded_store)
    (view,) = issued(embedded_store, opened_key, a_wish(first))
    with embedded_store.work() as work:
        taken = read_files(work, [view])
    save_files(tmp_path, taken.badges, (FileKind.JSON,), None)
    (path,) = tmp_path.glob("badge-*.json")
    # As if another school had given it: its key is not ours.
    with embedded_store.unguarded() as work:
        for table in ("issued_badge_text", "issued_badge", "badge_key_secret", "badge_key"):
            work.session.execute(sa.text(f"DELETE FROM {table}"))
    page = opened(page_context, qtbot, "verify")
    page.verify.judge((path,))
    settle(page_context.jobs)
    (card,) = page.verify.cards
    assert card.headline.text() == "Onbekende uitgever"
    card.trust_button.click()
    settle(page_context.jobs)
    assert page.keys is not None
    trust = page.keys.trust
    assert trust.name.value() == "Het Voorbeeldcollege"
    assert trust.key.value() == ""
    trust.trust_button.click()
    assert trust.key.error
    assert trust.source.error
    trust.key.set_value("z6MkGeenSleutel")
    trust.source.set_value("www.school.nl/badges")
    trust.trust_button.click()
    settle(page_context.jobs)
    assert trust.problem.isVisible()
    trust.key.set_value(opened_key.view.public_key)
    trust.trust_button.click()
    settle(page_context.jobs)
    assert said[-1].text == "Badges van Het Voorbeeldcollege worden nu herkend."
    page.open(Target("badges", None, "verify"))
    settle(page_context.jobs)
    assert page.verify.cards[0].headline.text() == "Geldig"
    undone: list[Undo] = []
    page_context.navigator.undo_offered.connect(undone.append)
    page.open(Target("badges", None, "keys"))
    settle(page_context.jobs)
    trust.end_button.click()
    settle(page_context.jobs)
    assert trust.table.rows_model.rows == ()
    page_context.jobs.run(undone[0].operation, *undone[0].args)
    settle(page_context.jobs)
    assert len(trust.table.rows_model.rows) == 1
    trust.add_button.click()
    trust.drop_button.click()
    assert trust.form.isHidden()


def test_the_keys_page_gives_what_the_web_site_needs_and_revokes(
    embedded_store: Store,
    page_context: PageContext,
    qtbot: QtBot,
    said: list[Message],
    tmp_path: Path,
) -> None:
    opened_key = a_key(embedded_store, "https://school.nl/badges/i.json")
    page = opened(page_context, qtbot, "keys")
    keys = page.keys
    assert keys is not None
    keys.copy_button.click()
    assert QGuiApplication.clipboard().text() == opened_key.view.public_key
    QGuiApplication.clipboard().clear()
    dialogs.answer_next(tmp_path / "i.json")
    keys.profile_button.click()
    settle(page_context.jobs)
    assert opened_key.view.public_key in (tmp_path / "i.json").read_text()
    dialogs.answer_next(tmp_path / "lijst.json")
    keys.list_button.click()
    settle(page_context.jobs)
    assert "BitstringStatusList" in (tmp_path / "lijst.json").read_text()
    dialogs.answer_next(None)
    keys.list_button.click()
    settle(page_context.jobs)
    dialogs.answer_next(tmp_path / "weg" / "lijst.json")
    keys.list_button.click()
    settle(page_context.jobs)
    assert said[-1].text == "Opslaan lukt daar niet. Kies een andere plek."
    dialogs.answer_next(False)
    keys.revoke_button.click()
    settle(page_context.jobs)
    dialogs.answer_next(True)
    keys.revoke_button.click()
    settle(page_context.jobs)
    assert keys.revoke_button.isHidden()
    assert "Reik ze opnieuw uit" in keys.about.text()
    keys.new_button.click()
    assert "blijven geldig" in keys.form._about.text()
    keys.form.drop_button.click()
    assert keys.new_button.isVisible()


def test_a_sealed_key_asks_for_its_passphrase_and_forgets_it(
    embedded_store: Store, page_context: PageContext, qtbot: QtBot, said: list[Message]
) -> None:
    first, _ = two(embedded_store)
    with embedded_store.work() as work:
        operations_keys.add_key(work, make_key(PASSPHRASE, CHEAP))
    page = opened(page_context, qtbot, "issue")
    assert page.issue is not None
    signing = page.issue.signing
    assert signing.isVisible()
    page.issue.boxes[0][0].setChecked(True)
    settle(page_context.jobs)
    page.issue.going.consent.setChecked(True)
    signing.passphrase.edit.setText("verkeerde zin hier")
    page.issue.finish()
    settle(page_context.jobs)
    assert signing.passphrase.error
    assert page.issue.can_issue
    signing.passphrase.edit.setText(PASSPHRASE)
    page.issue.finish()
    settle(page_context.jobs)
    assert said[-1].text == "1 badge uitgereikt."
    assert signing.passphrase.value() == ""
    # The list of revoked badges asks as well.
    page.open(Target("badges", None, "keys"))
    settle(page_context.jobs)
    assert page.keys is not None
    page.keys.list_button.click()
    settle(page_context.jobs)
    assert page.keys.signing.isVisible()
    assert first.own


def test_at_a_school_a_new_key_is_sealed(
    embedded_store: Store,
    page_context: PageContext,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str | None] = []

    def cheap(passphrase: str | None) -> keeping.MadeKey:
        asked.append(passphrase)
        return make_key(passphrase, CHEAP)

    monkeypatch.setattr(page_key_form, "make_key", cheap)
    page = opened(page_context, qtbot, "keys")
    assert page.keys is not None
    form = page.keys.form
    form.sealed = True
    page.keys.new_button.click()
    form.make_button.click()
    assert form.passphrase.error
    form.passphrase.edit.setText(PASSPHRASE)
    form.again.edit.setText("een andere zin")
    form.make_button.click()
    assert form.again.error
    form.again.edit.setText(PASSPHRASE)
    form.make_button.click()
    settle(page_context.jobs)
    assert asked == [PASSPHRASE]
    assert form.passphrase.value() == ""


@pytest.mark.parametrize(
    ("role", "places"),
    [
        (Role.INTAKE_OFFICER, {"verify"}),
        (Role.SECOND_LINE, {"", "verify"}),
        (Role.COUNSELLOR, {"", "issue", "verify"}),
        (Role.ADMINISTRATOR, {"verify", "keys"}),
    ],
)
def test_each_role_has_its_own_places(
    embedded_store: Store, page_context: PageContext, qtbot: QtBot, role: Role, places: set[str]
) -> None:
    actor = Actor(embedded_store.owner.staff_id, "Daan", frozenset({role}))
    page = BadgesPage(replace(page_context, actor=actor))
    qtbot.addWidget(page)
    assert set(page._panels) == places


def test_it_works_with_the_keyboard_alone(
    embedded_store: Store, page_context: PageContext, qtbot: QtBot, said: list[Message]
) -> None:
    two(embedded_store)
    a_key(embedded_store)
    page = opened(page_context, qtbot)
    assert page.issue is not None
    page.new_action.trigger()
    settle(page_context.jobs)
    page.activateWindow()
    page.issue._all.setFocus()
    QTest.keyClick(page.issue._all, Qt.Key.Key_Return)
    assert len(page.issue.chosen) == 2
    reached = set()
    for _ in range(30):
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    wanted = {page.issue.boxes[0][0], page.issue.going.confirmations, page.issue.going.consent}
    assert wanted <= reached
    QTest.keyClick(page.issue.going.consent, Qt.Key.Key_Space)
    page.finish_action.trigger()
    settle(page_context.jobs)
    assert said[-1].text == "2 badges uitgereikt."


def test_who_is_not_searched_for_is_not_chosen(
    embedded_store: Store, page_context: PageContext, qtbot: QtBot
) -> None:
    two(embedded_store)
    a_key(embedded_store)
    page = opened(page_context, qtbot, "issue")
    assert page.issue is not None
    page.issue.search.setText("oguz luist")
    assert [box.isVisible() for box, _ in page.issue.boxes].count(True) == 1
    page.issue._all.click()
    assert [one.learner.name for one in page.issue.chosen] == ["Oğuz Hart & Zn"]
    # What goes out stays in sight, whatever is typed next.
    page.issue.search.setText("zebra")
    assert [box.isVisible() for box, _ in page.issue.boxes].count(True) == 1
    page.issue.search.clear()
    assert all(box.isVisible() for box, _ in page.issue.boxes)


def test_the_tab_of_a_student_shows_what_is_and_what_may_be(
    embedded_store: Store, page_context: PageContext, qtbot: QtBot, tmp_path: Path
) -> None:
    first, second = two(embedded_store)
    reach(embedded_store, first, "calm")
    issued(embedded_store, a_key(embedded_store), a_wish(first))
    tab = StudentBadgesTab(page_context)
    qtbot.addWidget(tab)
    tab.resize(900, 500)
    tab.show()
    targets: list[Target] = []
    page_context.navigator.target_requested.connect(targets.append)
    tab.show_student(first.id)
    settle(page_context.jobs)
    assert len(tab.table.rows_model.rows) == 1
    assert "niveau 1" in tab.ready.words.text()
    tab.issue_button.click()
    assert targets == [Target("badges", first.id, "issue")]
    dialogs.answer_next(tmp_path / "r.html")
    tab.card.pack_button.click()
    settle(page_context.jobs)
    assert (tmp_path / "r.html").exists()
    tab.card.save_button.click()
    tab.saving.drop_button.click()
    tab.show_student(second.id)
    settle(page_context.jobs)
    assert tab.table.rows_model.rows == ()
    tab.refresh(Changes.of("skill_claim", second.id))
    tab.show_student(embedded_store.student("0411009", counsellor_id=None))
    settle(page_context.jobs)
    assert tab.table.rows_model.rows == ()

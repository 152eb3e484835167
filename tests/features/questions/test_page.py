"""*Vragenbank*, as somebody who prepares talks meets it."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from lob_workbench.content.load import questions
from lob_workbench.content.schema import CareerPhase
from lob_workbench.domain.career import CareerCompetence, ConversationKind
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.rights import Role
from lob_workbench.features.questions import operations
from lob_workbench.features.questions.page import CHANGE, NEW, PAGE, QuestionBankPage
from lob_workbench.features.questions.page_form import QuestionForm
from lob_workbench.features.questions.rules import QuestionDraft
from lob_workbench.storage.base import new_id
from lob_workbench.ui.context import Navigator, PageContext, Undo
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.messages import Message
from tests.features.questions.test_operations import a_question, added, bank, draft
from tests.helpers.settled import settle
from tests.helpers.stores import Store


class Window:
    """The page with what stands around it: where it goes is opened, what it says is kept."""

    def __init__(self, page: QuestionBankPage, context: PageContext) -> None:
        self.page, self.context = page, context
        self.said: list[str] = []
        self.undos: list[Undo] = []
        context.navigator.target_requested.connect(self.go)
        context.navigator.message_posted.connect(self.hear)
        context.navigator.undo_offered.connect(self.undos.append)
        context.jobs.changed.connect(page.refresh)

    def go(self, target: Target) -> None:
        """Go there."""
        if self.page.leave():
            self.page.open(target)

    def hear(self, message: Message) -> None:
        """Keep what was said."""
        self.said.append(message.text)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        settle(self.context.jobs)

    def undo(self) -> None:
        """*Ongedaan maken* of the last line that offers it."""
        undo = self.undos.pop()
        self.context.jobs.run(undo.operation, *undo.args, receiver=self.page, done="refresh")
        self.settle()

    def words(self) -> str:
        """All that can be read."""
        labels = [label for label in self.page.findChildren(QLabel) if label.isVisible()]
        assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
        return "\n".join(label.text() for label in labels)

    def texts(self) -> list[str]:
        """The questions in the list."""
        return [row.question.text for row in self.page.table.rows_model.rows]


@pytest.fixture
def window(page_context: PageContext, qtbot: QtBot) -> Window:
    """The page, opened."""
    return opened(page_context, qtbot)


def opened(context: PageContext, qtbot: QtBot) -> Window:
    """The page of this person, opened."""
    page = QuestionBankPage(context)
    qtbot.addWidget(page)
    page.resize(1092, 614)
    page.show()
    window = Window(page, context)
    page.open(Target(PAGE))
    window.settle()
    return window


@pytest.fixture
def as_role(store: Store, qtbot: QtBot) -> Any:
    """The page of a colleague with these roles."""
    running: list[Jobs] = []

    def show(*roles: Role) -> Window:
        actor = store.colleague(*roles)
        jobs = Jobs(lambda: store.work(actor))
        running.append(jobs)
        care: Any = None
        return opened(PageContext(jobs, store.clock, actor, Navigator(), (), care), qtbot)

    yield show
    for jobs in running:
        jobs.stop()


def test_everything_is_listed_with_counts(window: Window) -> None:
    page = window.page
    assert len(window.texts()) == len(questions())
    assert f"{len(questions())} vragen" in window.words()
    assert page.competence.combo is not None
    assert page.competence.combo.currentText() == f"alle ({len(questions())})"
    page.competence.set_value(CareerCompetence.MOTIVES)
    page.competence.changed.emit()
    assert len(window.texts()) == 24
    assert page.phase.combo is not None
    assert page.phase.combo.itemText(1) == "Intake (6)"
    page.phase.set_value(CareerPhase.INTAKE)
    page.phase.changed.emit()
    assert len(window.texts()) == 6
    # The first one is shown whole, with where it belongs.
    assert window.texts()[0] in window.words()
    assert "Vraag van de werkbank" in window.words()


def test_words_find_and_nothing_found_is_explained(window: Window, qtbot: QtBot) -> None:
    page = window.page
    assert page.search.edit.hasFocus()
    qtbot.keyClicks(page.search.edit, "praktijkopl")
    qtbot.waitUntil(lambda: len(window.texts()) < 20)
    assert all("praktijkopleider" in text for text in window.texts())
    qtbot.keyClicks(page.search.edit, "zzz")
    qtbot.waitUntil(lambda: not window.texts())
    assert "Zoek op een ander woord" in page.table._empty
    assert not page.detail.change.isVisible()


def test_the_empty_shelf_of_own_questions_says_how_to_begin(window: Window) -> None:
    page = window.page
    page.whose.set_value("own")
    page.whose.changed.emit()
    assert window.texts() == []
    assert "Kies ‘Eigen vraag’" in page.table._empty


def fill(window: Window, qtbot: QtBot, text: str) -> None:
    """Write a question by keyboard and mouse."""
    form = window.page.form
    assert form.text.edit.hasFocus()
    qtbot.keyClicks(form.text.edit, text)
    form.competence.set_value(CareerCompetence.NETWORKING)
    form.phases.set_value(frozenset({CareerPhase.PLACEMENT}))
    form.phases.changed.emit()


def test_an_own_question_is_written_and_stands_in_the_list(
    window: Window, qtbot: QtBot, embedded_store: Store
) -> None:
    window.page.new_action.trigger()
    window.settle()
    fill(window, qtbot, "Wie hielp je met de tilmachine?")
    window.page.form.kinds.set_value(frozenset({ConversationKind.PLACEMENT_VISIT}))
    window.page.finish_action.trigger()
    window.settle()
    assert "in de bank" in window.said[-1]
    assert window.texts()[0] == "Wie hielp je met de tilmachine?"
    own = bank(embedded_store).rows[0].own
    assert own is not None
    assert own.kinds == (ConversationKind.PLACEMENT_VISIT,)
    # The next one begins empty.
    window.page.add.click()
    window.settle()
    assert window.page.form.text.value() == ""
    assert not window.page.form.is_touched


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    """Press keys where the focus is."""
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key)


def test_an_own_question_is_written_by_keyboard_alone(
    window: Window, qtbot: QtBot, embedded_store: Store
) -> None:
    window.page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    window.page.new_action.trigger()
    window.settle()
    qtbot.keyClicks(window.page.form.text.edit, "Wie zag je vandaag?")
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Space)  # the first competence
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Space)  # lower years
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Space)  # the first kind
    press(qtbot, Qt.Key.Key_Tab)
    assert window.page.form.save_button.hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    window.settle()
    own = bank(embedded_store).rows[0].own
    assert own is not None
    assert own.competence is CareerCompetence.QUALITIES
    assert own.phases == (CareerPhase.LOWER_YEARS,)
    assert own.kinds == (ConversationKind.END,)


def test_what_lacks_is_said_at_its_field(window: Window, qtbot: QtBot) -> None:
    window.go(Target(PAGE, None, NEW))
    window.settle()
    window.page.form.save_button.click()
    assert window.page.form.text.edit.hasFocus()
    fill(window, qtbot, questions()[0].text)
    window.page.form.save_button.click()
    window.settle()
    assert "staat al in de bank" in window.words()
    assert window.page.form.save_button.isEnabled()
    window.page.form.cancel_button.click()
    window.settle()
    assert window.page.table.isVisible()
    assert window.said == []


def test_a_question_for_yes_or_no_gets_advice_and_no_refusal(window: Window, qtbot: QtBot) -> None:
    window.go(Target(PAGE, None, NEW))
    window.settle()
    form = window.page.form
    assert not form.advice.isVisible()
    fill(window, qtbot, "Ben je tevreden?")
    assert form.advice.isVisible()
    form.save_button.click()
    window.settle()
    assert window.texts()[0] == "Ben je tevreden?"


def test_what_was_begun_stays_when_one_leaves(window: Window, qtbot: QtBot) -> None:
    window.go(Target(PAGE, None, NEW))
    window.settle()
    fill(window, qtbot, "Wie zag je?")
    window.go(Target(PAGE))
    window.settle()
    assert "nog niet bewaard" in window.said[-1]
    window.go(Target(PAGE, None, NEW))
    window.settle()
    assert window.page.form.text.value() == "Wie zag je?"
    assert window.page.form.text.edit.hasFocus()
    window.page.clear()
    assert window.page.form.text.value() == ""
    assert window.page.table.rows_model.rows == ()


def test_changing_can_be_undone(window: Window, embedded_store: Store) -> None:
    question = added(embedded_store)
    window.page.refresh(Changes.of("own_question", question))
    window.settle()
    window.page.table.select_row(window.page.table.rows_model.rows[0])
    assert window.page.detail.change.isVisible()
    window.page.detail.change.click()
    window.settle()
    form = window.page.form
    assert form.text.value() == a_question().text
    assert form.phases.value() == {CareerPhase.LOWER_YEARS, CareerPhase.OUTFLOW}
    assert form.kinds.value() == {ConversationKind.PROGRESS}
    form.text.edit.setPlainText("Wat zag je op de open avond?")
    form.save_button.click()
    window.settle()
    assert window.texts()[0] == "Wat zag je op de open avond?"
    window.undo()
    assert window.texts()[0] == a_question().text
    assert draft(embedded_store, question).version == 3


def test_a_retired_question_can_come_back_at_once_or_later(
    window: Window, embedded_store: Store
) -> None:
    question = added(embedded_store)
    page = window.page
    page.open(Target(PAGE))
    window.settle()
    page.table.select_row(page.table.rows_model.rows[0])
    page.detail.retire.click()
    window.settle()
    assert a_question().text not in window.texts()
    window.undo()
    assert a_question().text in window.texts()
    page.table.select_row(page.table.rows_model.rows[0])
    page.detail.retire.click()
    window.settle()
    page.whose.set_value("own")
    page.whose.changed.emit()
    assert window.texts() == [a_question().text]
    assert "niet meer aangeboden" in window.words()
    assert not page.detail.change.isVisible()
    page.detail.bring_back.click()
    window.settle()
    assert not bank(embedded_store).rows[0].is_retired
    assert draft(embedded_store, question).version == 5
    assert "weer in de bank" in window.said[-1]


def test_who_was_second_is_told_and_sees_what_stands_there(
    window: Window, embedded_store: Store
) -> None:
    question = added(embedded_store)
    window.page.open(Target(PAGE))
    window.settle()
    window.page.table.select_row(window.page.table.rows_model.rows[0])
    with embedded_store.work() as work:
        operations.change_question(work, a_question(id=question, version=1, text="Wat nu?"))
    window.page.detail.retire.click()
    window.settle()
    assert window.said
    assert window.page.detail.isEnabled()
    assert window.texts()[0] == "Wat nu?"


def test_enter_on_a_shipped_question_opens_no_form(window: Window) -> None:
    page = window.page
    page.table.row_activated.emit(page.table.rows_model.rows[-1])
    window.settle()
    assert page.table.isVisible()


def test_an_unknown_question_to_change_leads_to_the_list(window: Window) -> None:
    from lob_workbench.storage.base import new_id

    window.go(Target(PAGE, new_id(), CHANGE))
    window.settle()
    assert window.page.table.isVisible()


@pytest.mark.parametrize(
    ("role", "adds", "changes"),
    [
        (Role.COUNSELLOR, True, False),
        (Role.TEAM_LEADER, True, False),
        (Role.SECOND_LINE, False, False),
        (Role.INTAKE_OFFICER, False, False),
        (Role.ADMINISTRATOR, False, True),
    ],
)
def test_no_role_sees_a_door_that_does_not_open(
    as_role: Callable[..., Window], store: Store, role: Role, adds: bool, changes: bool
) -> None:
    added(store)
    window = as_role(role)
    page = window.page
    assert page.add.isVisible() is adds
    assert page.new_action.isEnabled() is adds
    page.table.select_row(page.table.rows_model.rows[0])
    assert page.table.rows_model.rows[0].own is not None
    assert page.detail.change.isVisible() is changes
    assert page.detail.retire.isVisible() is changes
    window.go(Target(PAGE, None, NEW))
    window.settle()
    assert page.form.isVisible() is adds


def test_a_form_with_more_room_than_it_takes_is_as_high_as_its_chips_on_two_lines(
    qtbot: QtBot,
) -> None:
    form = QuestionForm()
    qtbot.addWidget(form)
    form.resize(1085, 594)
    form.show()
    qtbot.waitExposed(form)
    form.show_draft(QuestionDraft(new_id(), "Ben je tevreden?", None, (), (), 0))
    form.save()
    qtbot.wait(20)
    form.phases.chips.findChildren(QAbstractButton)[2].click()
    qtbot.wait(20)
    chips = form.kinds.chips
    layout = chips.layout()
    assert layout is not None
    assert layout.heightForWidth(form.width()) < layout.heightForWidth(chips.width())
    assert chips.height() == layout.heightForWidth(chips.width())

"""The list *Gesprekken* on the screen: at once, on by itself, and where the reader left it."""

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from lob_workbench.domain.career import ConversationForm, ConversationKind
from lob_workbench.domain.contributions import Target, Tone
from lob_workbench.domain.errors import WorkbookBusy
from lob_workbench.features.conversations import operations, page_list
from lob_workbench.features.conversations.operations_list import FIRST_PAGE, NEXT_PAGE
from lob_workbench.features.conversations.page import ConversationsPage
from lob_workbench.storage.base import new_id
from lob_workbench.talks.records import Conversation
from lob_workbench.talks.rules import ConversationDraft
from tests.helpers.settled import settle

PROGRESS, START = ConversationKind.PROGRESS, ConversationKind.START


@pytest.fixture
def student(embedded_store):
    return embedded_store.student()


def talks(store, student: UUID, number: int, kind=PROGRESS) -> None:
    """Recorded talks, one a day before the other."""
    with store.unguarded() as work:
        for day in range(number):
            key = new_id()
            work.session.add(
                Conversation(
                    id=key,
                    talk_id=key,
                    version_number=1,
                    student_id=student,
                    author_id=store.owner.staff_id,
                    kind=kind,
                    form=ConversationForm.DIALOGUE,
                    held_on=store.clock.today() - timedelta(days=day),
                    next_at="",
                    recorded_at=store.clock.now(),
                )
            )


@pytest.fixture
def opened(qtbot, page_context):
    page = ConversationsPage(page_context)
    page_context.jobs.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.resize(1092, 614)
    page.show()

    def open_list():
        page.open(Target("conversations"))
        settle(page_context.jobs)
        return page.talks

    return open_list


def chips(talks_list) -> list[str]:
    return [chip.accessibleName() for chip in talks_list.filters._chips]


def to_the_end(list_shown, context) -> None:
    bar = list_shown.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle(context.jobs)


def test_the_first_page_shows_at_once_and_the_rest_comes_while_scrolling(
    opened, page_context, embedded_store, student
):
    talks(embedded_store, student, FIRST_PAGE + NEXT_PAGE + 5)
    shown = opened()
    model = shown.table.rows_model
    assert shown.table.current_row() is model.rows[0]
    assert shown.table.hasFocus()
    seen = []
    while len(seen) < 20 and (not seen or len(model.rows) > seen[-1]):
        seen.append(len(model.rows))
        to_the_end(shown, page_context)
    assert seen == [FIRST_PAGE, FIRST_PAGE + NEXT_PAGE, FIRST_PAGE + NEXT_PAGE + 5]
    days = [row.held_on for row in model.rows]
    assert days == sorted(days, reverse=True)
    assert len(set(days)) == len(days)


def test_the_kinds_are_counted_and_filter(opened, page_context, embedded_store, student):
    talks(embedded_store, student, 3)
    talks(embedded_store, student, 2, START)
    shown = opened()
    assert chips(shown) == ["Alles (5)", "Startgesprek (2)", "Voortgangsgesprek (3)"]
    shown.filters.set_value(frozenset({"start"}))
    shown.filters.changed.emit(shown.filters.value())
    settle(page_context.jobs)
    assert [row.kind for row in shown.table.rows_model.rows] == [START, START]
    shown.table.horizontalHeader().sectionClicked.emit(0)
    settle(page_context.jobs)
    first, second = shown.table.rows_model.rows
    assert first.held_on < second.held_on


def test_a_talk_recorded_meanwhile_does_not_move_the_reader(
    opened, page_context, embedded_store, student
):
    talks(embedded_store, student, FIRST_PAGE + 50)
    shown = opened()
    to_the_end(shown, page_context)
    model, bar = shown.table.rows_model, shown.table.verticalScrollBar()
    shown.table.select_row(model.rows[80])
    bar.setValue(75 * shown.table.row_height())
    top, chosen = model.rows[shown.table.rowAt(0)], shown.table.current_row()
    draft = ConversationDraft(
        new_id(), student, START, held_on=embedded_store.clock.today(), summary="Nieuw."
    )
    page_context.jobs.run(operations.record, draft)
    settle(page_context.jobs)
    assert model.rows[0].id == draft.id
    assert len(model.rows) == FIRST_PAGE + 51
    assert model.rows[shown.table.rowAt(0)] == top
    assert shown.table.current_row() == chosen
    assert chips(shown)[:2] == [f"Alles ({FIRST_PAGE + 51})", "Startgesprek (1)"]
    # On the way back from a talk, too.
    shown = opened()
    assert model.rows[shown.table.rowAt(0)] == top
    assert shown.table.current_row() == chosen


def test_an_answer_to_what_is_no_longer_asked_is_left_aside(
    opened, page_context, embedded_store, student
):
    talks(embedded_store, student, FIRST_PAGE + 1)
    talks(embedded_store, student, 1, START)
    shown = opened()
    shown.table.rows_model.fetchMore()
    shown.load()
    shown.filters.set_value(frozenset({"start"}))
    shown.filters.changed.emit(shown.filters.value())
    settle(page_context.jobs)
    assert [row.kind for row in shown.table.rows_model.rows] == [START]


def test_a_kind_of_which_no_talk_is_left_is_no_filter_any_more(
    opened, page_context, embedded_store, student
):
    talks(embedded_store, student, 2)
    other = embedded_store.student("0411002")
    talks(embedded_store, other, 1, START)
    shown = opened()
    shown.filters.set_value(frozenset({"start"}))
    shown.filters.changed.emit(shown.filters.value())
    settle(page_context.jobs)
    with embedded_store.unguarded() as work:
        from lob_workbench.people.records import Student

        work.session.get_one(Student, other).counsellor_id = None
    shown.load()
    settle(page_context.jobs)
    assert chips(shown) == ["Alles (2)", "Voortgangsgesprek (2)"]
    assert [row.kind for row in shown.table.rows_model.rows] == [PROGRESS, PROGRESS]


def test_a_page_that_cannot_be_read_is_told_and_asked_again(
    opened, page_context, embedded_store, student, qtbot, monkeypatch
):
    talks(embedded_store, student, FIRST_PAGE + 5)
    shown = opened()

    def busy(*_: object) -> None:
        raise WorkbookBusy

    with monkeypatch.context() as patch:
        patch.setattr(page_list, "list_talks", busy)
        with qtbot.waitSignal(page_context.navigator.message_posted) as told:
            shown.table.verticalScrollBar().setValue(10**6)
    assert told.args[0].tone is Tone.DANGER
    shown.table.verticalScrollBar().setValue(0)
    to_the_end(shown, page_context)
    assert len(shown.table.rows_model.rows) == FIRST_PAGE + 5


def test_a_lock_between_the_rows_and_their_numbers_asks_nothing(
    opened, page_context, embedded_store, student
):
    talks(embedded_store, student, 1)
    shown = opened()
    shown.load()
    page_context.jobs.stop()  # hands the rows over, and then nothing runs
    QApplication.processEvents()
    assert chips(shown) == ["Alles (1)", "Voortgangsgesprek (1)"]

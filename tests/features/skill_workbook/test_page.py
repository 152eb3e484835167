"""The page as a person uses it: make a workbook, bring one back, choose, take over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from lob_workbench.content.skills import load_skill_set
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target, Tone
from lob_workbench.features.skill_workbook.page import SkillWorkbookPage
from lob_workbench.skills import queries
from lob_workbench.skills.rules import LearnerKind
from lob_workbench.storage.base import new_id
from lob_workbench.ui import dialogs
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.messages import Message
from tests.helpers.settled import settle
from tests.helpers.stores import Store

SET = load_skill_set()


@pytest.fixture
def said(page_context: PageContext) -> list[Message]:
    messages: list[Message] = []
    page_context.navigator.message_posted.connect(messages.append)
    return messages


@pytest.fixture
def page(
    qtbot: QtBot, page_context: PageContext, embedded_store: Store, said: list[Message]
) -> Iterator[SkillWorkbookPage]:
    embedded_store.student()
    page = SkillWorkbookPage(page_context)
    page_context.jobs.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.resize(1092, 614)
    page.show()
    page.open(Target("skill_workbook"))
    settle(page._context.jobs)
    yield page
    assert dialogs.unused_answers() == 0
    dialogs.forget_answers()


def made(page: SkillWorkbookPage, path: Path) -> Path:
    dialogs.answer_next(path)
    page.export.button.click()
    settle(page._context.jobs)
    return path


def filled_in(path: Path, *rows: tuple[object, ...]) -> Path:
    book = openpyxl.load_workbook(path)
    for number, row in enumerate(rows, 5):
        for column, value in zip("BCDEFG", row, strict=True):
            book["Waarnemingen"][f"{column}{number}"] = value
    target = path.with_name("ingevuld.xlsx")
    book.save(target)
    return target


SEEN = (
    "Hart, Zoë van 't",
    "Luisteren 1.1",
    "P. Peters",
    "docent",
    datetime(2026, 11, 20),
    "Vroeg door <b>bij</b> de uitleg",
)
UNKNOWN = ("Niemand", *SEEN[1:])


def test_a_workbook_goes_out_comes_back_and_is_taken_over(
    page: SkillWorkbookPage, tmp_path: Path, embedded_store: Store, said: list[Message]
) -> None:
    path = made(page, tmp_path / "werkmap")
    path = path.with_name("werkmap.xlsx")
    assert path.is_file()
    assert "werkmap.xlsx" in page.export.note.words.text()
    assert sorted(one.name for one in tmp_path.iterdir() if one.suffix == ".tmp") == []
    page.take_file(filled_in(path, SEEN, UNKNOWN))
    settle(page._context.jobs)
    shown = page.diff.table.rows_model.rows
    assert [(one.taken, one.refused) for one in shown] == [(True, False), (False, True)]
    assert "anders: 2 · kan niet: 1" in page._subtitle.text()
    assert page.take_button.isEnabled()
    assert page.take_button.text() == "&Overnemen (1)"
    assert "<b>bij</b>" in page.diff.words.text()
    assert page.diff.words.textFormat() is Qt.TextFormat.PlainText
    page.diff.table.select_row(shown[1])
    assert page.diff.reason.isVisible()
    assert "staat niet in de werkmap" in page.diff.reason.words.text()
    page.take_button.click()
    settle(page._context.jobs)
    assert [(one.text, one.tone) for one in said] == [
        ("Overgenomen: waarnemingen die op bevestiging wachten: 1.", Tone.GOOD)
    ]
    with embedded_store.work() as work:
        (standing,) = queries.read_standings(work, SET.key).values()
    assert standing["listening"].asks
    page.take_file(path.with_name("ingevuld.xlsx"))
    settle(page._context.jobs)
    assert len(page.diff.table.rows_model.rows) == 1
    assert "stond er al: 1" in page._subtitle.text()
    assert not page.take_button.isEnabled()


def test_a_line_is_switched_off_by_key_and_by_mouse(
    page: SkillWorkbookPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.take_file(filled_in(made(page, tmp_path / "werkmap.xlsx"), SEEN))
    settle(page._context.jobs)
    table = page.diff.table
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert not page.take_button.isEnabled()
    where = table.visualRect(table.rows_model.index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert page.take_button.isEnabled()
    page.diff._none.click()
    assert page.diff.taken == frozenset()
    page.diff._all.click()
    assert len(page.diff.taken) == 1
    page.back_button.click()
    assert page.diff.table.rows_model.rows == ()
    assert not page.take_button.isVisible()


def test_what_was_left_out_stays_out_when_something_changes_elsewhere(
    page: SkillWorkbookPage, tmp_path: Path
) -> None:
    """Another desk saves while somebody chooses: the list is compared again under their hands."""
    other = (*SEEN[:5], "Vatte samen")
    page.take_file(filled_in(made(page, tmp_path / "werkmap.xlsx"), SEEN, other))
    settle(page._context.jobs)
    (first, _) = page.diff.table.rows_model.rows
    page.diff.table.switched.emit(first)
    chosen = page.diff.taken
    assert len(chosen) == 1
    page._context.jobs.changed.emit(Changes.of("student", new_id()))
    settle(page._context.jobs)
    assert page.diff.taken == chosen
    page.take_file(tmp_path / "ingevuld.xlsx")
    settle(page._context.jobs)
    assert len(page.diff.taken) == 2


def test_what_cannot_be_read_is_said_at_the_field(page: SkillWorkbookPage, tmp_path: Path) -> None:
    file = tmp_path / "lijst.xlsx"
    file.write_bytes(b"geen werkmap")
    dialogs.answer_next(file)
    page.importing.field.button.click()
    settle(page._context.jobs)
    assert "geen Excel-bestand" in page.importing.problem.words.text()
    assert page.importing.problem.isVisible()
    # Of another werkbank: found when it is compared.
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    entered = QDragEnterEvent(
        page.importing.field.rect().center(),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.importing.field.dragEnterEvent(entered)
    assert entered.isAccepted()
    dropped = QDropEvent(
        QPointF(page.importing.field.rect().center()),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.importing.field.dropEvent(dropped)
    settle(page._context.jobs)
    assert page.importing.problem.isVisible()


def test_making_stops_and_refuses(
    page: SkillWorkbookPage, tmp_path: Path, said: list[Message]
) -> None:
    dialogs.answer_next(None)
    page.export.button.click()
    settle(page._context.jobs)
    assert page.export.button.isEnabled()
    made(page, tmp_path / "nergens" / "werkmap.xlsx")
    assert [one.tone for one in said] == [Tone.DANGER]
    page.export.kind.set_value(LearnerKind.MEMBER)
    page.export._show_fields()
    assert not page.export.group.isVisible()
    page.export.button.click()
    page.progress.stop()
    dialogs.answer_next(tmp_path / "stop.xlsx")
    settle(page._context.jobs)
    dialogs.forget_answers()
    assert not (tmp_path / "stop.xlsx").exists()
    page.clear()
    assert page.export.choice() is None

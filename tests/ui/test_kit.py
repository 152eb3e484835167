"""Chips, steps, cards, pages and messages: by keyboard, literal, and gone when they are gone."""

import gc
import weakref

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target, Tone
from lob_workbench.ui.buttons import Button, ButtonKind, literal
from lob_workbench.ui.cards import Card, CardGrid, Fact, Panel, PersonHeader
from lob_workbench.ui.chips import Chip, ChipRow, Filter, FilterChips
from lob_workbench.ui.dialogs import DecisionDialog
from lob_workbench.ui.forms import (
    AreaField,
    ChoiceField,
    DateField,
    Form,
    LineField,
    PassphraseField,
    TimeField,
)
from lob_workbench.ui.labels import Heading, Label, Line, Paragraph
from lob_workbench.ui.lists import Column, TableView
from lob_workbench.ui.messages import Message, MessageBar
from lob_workbench.ui.page import EmptyState, Page, PageKey
from lob_workbench.ui.steps import StepPath
from lob_workbench.ui.text_area import TextView
from lob_workbench.ui.theme import ThemeMode, apply_theme

HOSTILE = "<b>vet</b> <img src=/etc/passwd> R&D Jan <jan@x.example> de Vries"


def focus():
    return QApplication.focusWidget()


def shown(qtbot, widget, width=600, height=400):
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    QApplication.processEvents()
    return widget


def some_table(parent=None):
    table = TableView([Column("Naam", str)], parent)
    table.set_rows(["Zoë", "Seán"])
    return table


def some_page(parent=None):
    page = Page(parent, title="Titel", subtitle="uitleg")
    page.add_button("Nieuw", page.clear, primary=True, icon="ph.plus")
    page.offer(PageKey.NEW, "Nieuw", page.clear)
    return page


def some_form(parent=None):
    form = Form(parent)
    form.add(LineField("Naam", form), DateField("Dag", form))
    form.add(ChoiceField("Soort", [(number, str(number)) for number in range(5)], form))
    form.add(ChoiceField("Rol", [(1, "een")], form))
    form.add(AreaField("Verhaal", form))
    form.add(TimeField("Tijd", form), PassphraseField("Zin", form, meter=True))
    return form


def some_grid(parent=None):
    grid = CardGrid(parent)
    for number in range(4):
        grid.add(Card(str(number), grid, icon="ph.note", link="Meer", subtitle="uitleg"))
    grid.add(Card("breed", grid), wide=True)
    return grid


def some_header(parent=None):
    header = PersonHeader(parent)
    header.show_person("Zoë van 't Hart", "PW2B", [Fact("16", Tone.GOOD)])
    return header


def some_filters(parent=None):
    return FilterChips([Filter(1, "Alles", count=3), Filter(2, "Open")], parent, name="Filter")


MAKERS = {
    "table": some_table,
    "page": some_page,
    "form": some_form,
    "grid": some_grid,
    "header": some_header,
    "filters": some_filters,
    "chips": lambda parent=None: ChipRow(parent),
    "chip": lambda parent=None: Chip("goed", parent, tone=Tone.GOOD),
    "steps": lambda parent=None: StepPath(("een", "twee", "drie"), parent),
    "bar": lambda parent=None: MessageBar(parent),
    "panel": lambda parent=None: Panel("weet dit", parent, tint="attention"),
    "empty": lambda parent=None: EmptyState("ph.note", "Leeg", "Begin hier.", "Begin", parent),
    "text": lambda parent=None: TextView("lang verhaal", parent),
    "dialog": lambda parent=None: DecisionDialog(parent, "t", "x", report="r"),
    "line": lambda parent=None: Line(parent),
    "button": lambda parent=None: Button("&Goed", parent, icon="ph.check"),
}


@pytest.mark.parametrize("name", MAKERS)
def test_made_and_freed_twenty_times(qtbot, name):
    alive = []
    for _ in range(20):
        parent = QWidget()
        widget = MAKERS[name](parent)
        widget.show()
        alive.append(weakref.ref(widget))
        parent.deleteLater()
        del parent, widget
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()
    gc.collect()
    assert [ref() for ref in alive if ref() is not None and shiboken6.isValid(ref())] == []
    assert [ref for ref in alive if ref() is not None] == []


@pytest.mark.parametrize("mode", [ThemeMode.DARK, ThemeMode.LIGHT])
@pytest.mark.parametrize("name", MAKERS)
def test_painted_in_both_themes_at_three_widths(qapp, qtbot, name, mode):
    apply_theme(qapp, mode)
    try:
        widget = shown(qtbot, MAKERS[name]())
        for width in (320, 728, 1028):
            widget.resize(width, 500)
            QApplication.processEvents()
            assert not widget.grab().isNull()
    finally:
        apply_theme(qapp, ThemeMode.LIGHT)


@pytest.mark.parametrize("name", MAKERS)
def test_every_label_is_plain_text(qtbot, name):
    widget = MAKERS[name]()
    qtbot.addWidget(widget)
    own = [label for label in widget.findChildren(QLabel) if label.text()]
    assert {label.textFormat() for label in own} <= {Qt.TextFormat.PlainText}


@pytest.mark.parametrize("kind", [Label, Paragraph, Heading])
def test_tags_and_ampersands_stand_literally(qtbot, kind):
    tagged, escaped = kind("<b>xx</b>"), kind("xxx")
    qtbot.addWidget(tagged)
    qtbot.addWidget(escaped)
    assert tagged.textFormat() is Qt.TextFormat.PlainText
    width = tagged.fontMetrics().horizontalAdvance("<b>xx</b> R&D")
    tagged.setText("<b>xx</b> R&D")
    tagged.setWordWrap(False)
    assert abs(tagged.sizeHint().width() - width) <= 2


def test_a_text_of_somebody_is_literal_and_whole(qtbot):
    view = shown(qtbot, TextView(HOSTILE * 40), 300, 100)
    assert view.toPlainText() == HOSTILE * 40
    assert view.isReadOnly()
    assert view.verticalScrollBar().maximum() == 0
    assert view.height() > 300


def test_a_word_without_end_does_not_push_the_page(qtbot):
    page = Page(title="T", subtitle="x")
    page.body.addWidget(Paragraph("y" * 5_000, page, selectable=True))
    shown(qtbot, page, 500, 300)
    assert page.width() == 500
    assert page.scroll_area is not None
    assert page.scroll_area.horizontalScrollBar().maximum() == 0
    assert page.scroll_area.content.width() <= 500


def test_a_paragraph_grows_in_height_when_it_gets_narrow(qtbot):
    words = Paragraph("woord " * 60)
    qtbot.addWidget(words)
    assert words.hasHeightForWidth()
    assert words.heightForWidth(200) > 2 * words.heightForWidth(600)


def test_filters_by_keyboard(qtbot):
    filters = FilterChips([Filter(number, f"R&D {number}") for number in range(3)])
    shown(qtbot, filters)
    told: list[object] = []
    filters.changed.connect(told.append)
    filters.setFocus()
    first, second, third = filters._chips
    assert focus() is first
    qtbot.keyClick(focus(), Qt.Key.Key_Space)
    qtbot.keyClick(focus(), Qt.Key.Key_Right)
    assert focus() is second
    qtbot.keyClick(focus(), Qt.Key.Key_Return)
    assert told[-1] == frozenset({0, 1})
    qtbot.keyClick(focus(), Qt.Key.Key_Left)
    qtbot.keyClick(focus(), Qt.Key.Key_Left)
    assert focus() is third
    assert first.accessibleName() == "R&D 0"
    assert first.shortcut().isEmpty()
    stops = [chip for chip in filters._chips if chip.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == [third]
    qtbot.keyClick(focus(), Qt.Key.Key_A)


def test_exclusive_filters_always_have_one(qtbot):
    filters = FilterChips([Filter("a", "A"), Filter("b", "B")], exclusive=True)
    shown(qtbot, filters)
    assert filters.value() == {"a"}
    filters._chips[1].click()
    assert filters.value() == {"b"}
    filters._chips[1].click()
    assert filters.value() == {"b"}
    filters.set_choices([Filter("b", "B"), Filter("c", "C", icon="ph.flag")])
    assert filters.value() == {"b"}
    filters.set_value(frozenset({"c"}))
    assert filters.value() == {"c"}
    filters.set_count("c", 7)
    assert filters._chips[1].accessibleName() == "C (7)"
    filters.set_choices([])
    assert filters.value() == frozenset()


def test_chips_wrap_and_tell_their_state(qtbot):
    row = ChipRow()
    shown(qtbot, row, 800, 60)
    for number in range(12):
        chip = row.add(f"signaal {number}", Tone.ATTENTION)
    QApplication.processEvents()
    assert row.heightForWidth(200) > row.heightForWidth(2_000)
    chip.set_state("klaar", Tone.GOOD)
    assert chip.text() == "klaar"
    row.clear()
    assert row.heightForWidth(200) < 20


def test_the_path_of_steps_by_keyboard(qtbot):
    path = StepPath(("Voorbereiden", "Voeren", "Vastleggen"))
    shown(qtbot, path, 900, 60)
    chosen: list[int] = []
    path.step_chosen.connect(chosen.append)
    path.set_current(1)
    assert path.current == 1
    names = [step.accessibleName() for step in path._steps]
    assert names[0] == "Stap 1 van 3: Voorbereiden, klaar"
    assert names[1] == "Stap 2 van 3: Voeren, hier ben je"
    assert names[2] == "Stap 3 van 3: Vastleggen, nog te doen"
    path.setFocus()
    qtbot.keyClick(focus(), Qt.Key.Key_Right)
    qtbot.keyClick(focus(), Qt.Key.Key_Right)
    qtbot.keyClick(focus(), Qt.Key.Key_Return)
    assert chosen == [2]
    path.set_current(2, done=frozenset({0}))
    assert focus() is path._steps[2]
    qtbot.keyClick(focus(), Qt.Key.Key_Left)
    qtbot.keyClick(focus(), Qt.Key.Key_Space)
    assert chosen == [2, 1]
    path._steps[2].click()
    assert chosen == [2, 1]


def test_cards_flow_by_width(qtbot):
    grid = shown(qtbot, some_grid(), 1_400, 700)
    seen = {}
    for width in (360, 800, 1_400):
        grid.resize(width, 700)
        QApplication.processEvents()
        seen[width] = grid.columns
        assert all(card.geometry().right() < width for card, _ in grid._cards)
    assert seen == {360: 1, 800: 2, 1_400: 3}
    wide = grid._cards[-1][0]
    assert wide.width() == grid.width()
    followed: list[int] = []
    first = grid._cards[0][0]
    first.followed.connect(lambda: followed.append(1))
    first.link.click()
    assert followed == [1]
    first.set_title("Anders", "klein")
    assert first.accessibleName() == "Anders"
    grid.clear()
    assert grid._cards == []


def test_the_header_shows_and_forgets_somebody(qtbot):
    header = shown(qtbot, some_header())
    assert header._spot._initials == "ZH"
    header.clear()
    assert header.accessibleName() == ""
    assert header.findChildren(Paragraph)[0].text() == ""
    header.show_person("Oğuz")
    assert header._spot._initials == "O"


def test_the_bar_tells_and_takes_back(qtbot):
    bar = shown(qtbot, MessageBar())
    done: list[int] = []
    height = bar.height()
    bar.show_message(Message("Bewaard 14:02", action="Ongedaan maken", call=lambda: done.append(1)))
    assert bar.accessibleName() == "Bewaard 14:02"
    bar._timer.timeout.emit()
    assert bar._words.property("ink") == "muted"
    assert bar._words.text() == "Bewaard 14:02"
    assert bar._button.isVisible()
    bar._button.click()
    assert done == [1]
    assert bar.message is None
    bar._act()
    assert done == [1]
    assert bar.height() == height


def test_what_went_wrong_stays_in_the_bar(qtbot):
    bar = shown(qtbot, MessageBar())
    bar.show_message(Message("Het lukte niet.", Tone.DANGER))
    assert not bar._timer.isActive()
    assert not bar._button.isVisible()
    assert bar._words.property("ink") == "danger"


class Recording(Page):
    def __init__(self):
        super().__init__(title="Gesprekken", scroll=False)
        self.done: list[str] = []
        self.field = LineField("Naam", self)
        self.body.addWidget(self.field)
        for key in PageKey:
            self.offer(key, key.name, getattr(self, f"do_{key.name.lower()}"))

    def do_new(self):
        self.done.append("new")

    def do_save(self):
        self.done.append("save")

    def do_print(self):
        self.done.append("print")

    def do_finish(self):
        self.done.append("finish")


def test_the_keys_of_a_page_work_from_a_field(qtbot):
    page = shown(qtbot, Recording())
    page.field.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    for key in (Qt.Key.Key_N, Qt.Key.Key_S, Qt.Key.Key_P, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(page.window().windowHandle(), key, control)
    assert page.done == ["new", "save", "print", "finish", "finish"]


def test_a_page_has_hooks_that_do_nothing_by_themselves(qtbot):
    page = some_page()
    qtbot.addWidget(page)
    page.open(Target("students"))
    page.refresh(Changes.of("student"))
    assert page.leave()
    with qtbot.waitSignal(page.title_changed):
        page.set_title("Anders", "")
    assert page.title == "Anders"
    assert not page._subtitle.isVisibleTo(page)
    assert not page.save_action.isEnabled()
    assert page.new_action.isEnabled()


def test_an_empty_screen_has_one_button_that_starts(qtbot):
    empty = shown(qtbot, EmptyState("ph.note", "Leeg", "Begin.", "Begin"))
    with qtbot.waitSignal(empty.started):
        qtbot.keyClick(empty.button, Qt.Key.Key_Return)
    bare = EmptyState("ph.note", "Leeg", "Niets te doen.")
    qtbot.addWidget(bare)
    assert bare.button is None


def test_buttons_keep_their_height_and_their_names(qtbot):
    heights = set()
    for kind in ButtonKind:
        button = Button("Goed", kind=kind, icon="ph.check")
        qtbot.addWidget(button)
        heights.add(button.sizeHint().height())
    only = Button("", icon="ph.trash", tip="Weggooien")
    qtbot.addWidget(only)
    assert only.accessibleName() == only.toolTip() == "Weggooien"
    assert only.sizeHint().width() == only.sizeHint().height()
    assert len(heights) == 1
    assert literal("R&D") == "R&&D"


def test_focus_can_be_seen(qtbot):
    for kind in ButtonKind:
        holder = QWidget()
        shown(qtbot, holder, 200, 100)
        button = Button("Goed", holder, kind=kind)
        button.show()
        button.clearFocus()
        before = button.grab().toImage()
        button.setFocus()
        assert button.hasFocus()
        assert button.grab().toImage() != before

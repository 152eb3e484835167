"""Forms: by keyboard from top to bottom, forgiving, wrong in words."""

from datetime import date, time

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from lob_workbench.ui.forms import (
    AreaField,
    CheckBox,
    ChoiceField,
    ComboBox,
    DateField,
    Form,
    LineField,
    PassphraseField,
    TimeField,
)
from lob_workbench.ui.page import Page

MANY = [(number, f"keuze {number}") for number in range(6)]
TODAY = date(2026, 11, 23)


class TalkForm(Form):
    name: LineField
    role: ChoiceField[int]
    day: DateField
    time: TimeField
    kind: ChoiceField[int]
    story: AreaField
    secret: PassphraseField


@pytest.fixture
def form(qtbot):
    form = TalkForm()
    qtbot.addWidget(form)
    form.name = LineField("&Naam", form, required=True, hint="Zoals op je pas.")
    form.role = ChoiceField("Rol", [(1, "begeleider"), (2, "R&D")], form)
    form.day = DateField("&Dag", form, today=lambda: TODAY)
    form.time = TimeField("&Tijd", form)
    form.kind = ChoiceField("Soort", MANY, form, required=True)
    form.story = AreaField("Verhaal", form)
    form.secret = PassphraseField("Wachtwoordzin", form, meter=True)
    form.add(form.name)
    form.add(form.role)
    form.add(form.day, form.time)
    form.add(form.kind)
    form.add(form.story)
    form.add(form.secret)
    form.show()
    qtbot.waitExposed(form)
    form.activateWindow()
    return form


def focus():
    return QApplication.focusWidget()


def test_tab_follows_the_eye(form, qtbot):
    form.name.setFocus()
    seen = [focus()]
    for _ in range(8):
        qtbot.keyClick(focus(), Qt.Key.Key_Tab)
        seen.append(focus())
    stops = [form.name.edit, form.role._radios[0], form.day.edit, form.day._pick, form.time.edit]
    stops += [form.kind.combo, form.story.edit, form.secret.edit, form.secret._show]
    assert seen == stops


def test_tab_comes_to_the_radio_button_that_is_chosen(form, qtbot):
    form.role.set_value(2)
    form.name.setFocus()
    qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    assert focus() is form.role._radios[1]
    qtbot.keyClick(focus(), Qt.Key.Key_Left)
    assert (focus(), form.role.value()) == (form.role._radios[0], 1)
    qtbot.keyClick(focus(), Qt.Key.Key_Backtab)
    assert focus() is form.name.edit
    form.role.setFocus()
    assert focus() is form.role._radios[0]


def test_every_input_has_a_name_and_its_label_leads_to_it(form):
    for field in form.errors.fields:
        assert field._input.accessibleName()
        assert "&" not in field._input.accessibleName().replace("R&D", "")
        assert field._label.buddy() is field._input
        assert field._label.textFormat() is Qt.TextFormat.PlainText
    assert form.name.edit.accessibleDescription() == "Zoals op je pas."
    assert form.role._radios[1].accessibleName() == "Rol: R&D"


def test_check_says_all_that_is_wrong_and_goes_to_the_first(form):
    form.day.edit.setText("31-2")
    form.time.edit.setText("25:00")
    form.story.setFocus()
    assert not form.check()
    wrong = [field.label for field in form.errors.fields if field.error]
    assert wrong == ["Naam", "Dag", "Tijd", "Soort", "Wachtwoordzin"]
    assert focus() is form.name.edit
    assert form.name._error.isVisible()
    assert form.name._error_mark.isVisible()
    assert form.name.edit.accessibleDescription() == form.name.error


def test_a_keystroke_takes_the_error_away_and_a_good_form_passes(form, qtbot):
    form.check()
    qtbot.keyClicks(form.name.edit, "Mirjam")
    assert form.name.error == ""
    assert form.name.edit.accessibleDescription() == "Zoals op je pas."
    form.kind.set_value(3)
    form.secret.edit.setText("a b c")
    assert form.check()


def test_what_an_operation_refused_is_shown_at_its_field(form):
    form.errors.show({form.story: "Te lang."})
    assert form.story.error == "Te lang."
    assert focus() is form.story.edit
    form.errors.show({})
    assert focus() is form.story.edit


def test_a_wrong_field_scrolls_into_sight(qtbot):
    page = Page(title="Lang")
    qtbot.addWidget(page)
    form = Form(page)
    page.body.addWidget(form)
    fields = [LineField(f"Veld {number}", form) for number in range(30)]
    for field in fields:
        form.add(field)
    page.resize(600, 300)
    page.show()
    QApplication.processEvents()
    form.errors.show({fields[-1]: "Fout."})
    assert page.scroll_area is not None
    assert page.scroll_area.verticalScrollBar().value() > 0


def test_changed_is_for_people_and_not_for_code(form, qtbot):
    told = []
    for field in form.errors.fields:
        field.changed.connect(lambda: told.append(1))
    form.name.set_value("x")
    form.role.set_value(2)
    form.day.set_value(TODAY)
    form.time.set_value(time(9, 20))
    form.kind.set_value(1)
    form.story.set_value("verhaal")
    assert told == []
    qtbot.keyClicks(form.name.edit, "y")
    qtbot.keyClicks(form.story.edit, "y")
    form.role._radios[0].click()
    qtbot.keyClick(form.kind.combo, Qt.Key.Key_Down)
    assert len(told) == 4
    assert form.role.value() == 1
    assert form.kind.value() == 2


def test_values_come_back(form):
    form.name.set_value("  Mirjam ")
    form.story.set_value(" a\nb ")
    assert form.name.value() == "Mirjam"
    assert form.story.value() == "a\nb"
    assert form.role.value() is None
    form.role.set_value(9)
    assert form.role.value() is None
    form.kind.set_value(4)
    form.kind.set_choices(MANY[2:])
    assert form.kind.value() == 4
    form.kind.set_choices(MANY[:2])
    assert form.kind.value() is None
    with pytest.raises(TypeError):
        form.role.set_choices(MANY)


def test_a_day_as_people_write_it(form, qtbot):
    qtbot.keyClicks(form.day.edit, "7 december")
    form.day.edit.editingFinished.emit()
    assert form.day.edit.text() == "07-12-2026"
    assert form.day.value() == date(2026, 12, 7)
    assert form.day._hint.text() == "maandag 7 december 2026"
    form.day.set_value(None)
    assert form.day.value() is None
    assert form.day.check()
    qtbot.keyClicks(form.day.edit, "ooit")
    form.day.edit.editingFinished.emit()
    assert "geen datum" in form.day.error


def test_a_day_from_the_calendar(form, qtbot):
    told = []
    form.day.changed.connect(lambda: told.append(1))
    form.day._pick.click()
    popup = form.day._popup
    assert popup.isVisible()
    assert popup.calendar.selectedDate() == QDate(2026, 11, 23)
    popup.calendar.clicked.emit(QDate(2026, 12, 1))
    assert form.day.value() == date(2026, 12, 1)
    assert not popup.isVisible()
    assert told == [1]
    form.day.open_calendar()
    assert form.day._popup is popup
    popup.hide()


def test_a_time_as_people_write_it(form, qtbot):
    qtbot.keyClicks(form.time.edit, "0920")
    form.time.edit.editingFinished.emit()
    assert form.time.edit.text() == "09:20"
    assert form.time.value() == time(9, 20)
    form.time.set_value(None)
    assert form.time.check()
    qtbot.keyClicks(form.time.edit, "laat")
    form.time.edit.editingFinished.emit()
    assert "geen tijd" in form.time.error


def test_a_passphrase_is_hidden_until_asked_and_counts_spaces(form, qtbot):
    secret = form.secret
    qtbot.keyClicks(secret.edit, " paard lamp ")
    assert secret.value() == " paard lamp "
    assert secret.edit.echoMode() is QLineEdit.EchoMode.Password
    secret._show.click()
    assert secret.edit.echoMode() is QLineEdit.EchoMode.Normal
    secret.meter.set_strength(9, "sterk")
    assert secret.meter.accessibleName() == "sterk"
    secret.meter.grab()
    secret.clear()
    assert secret.value() == ""
    assert secret.edit.echoMode() is QLineEdit.EchoMode.Password


def test_a_text_box_grows_and_then_scrolls(form):
    edit = form.story.edit
    low = edit.height()
    form.story.set_value("regel\n" * 8)
    QApplication.processEvents()
    middle = edit.height()
    form.story.set_value("regel\n" * 60)
    QApplication.processEvents()
    high = edit.height()
    assert low < middle < high
    assert edit.verticalScrollBar().maximum() > 0
    form.story.set_value("")
    QApplication.processEvents()
    assert edit.height() == low


def test_a_text_box_takes_20_000_signs_of_one_word(form):
    form.story.set_value("x" * 20_000)
    QApplication.processEvents()
    assert form.story.edit.horizontalScrollBar().maximum() == 0
    assert form.story.value() == "x" * 20_000


def wheel(widget):
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    event.accept()
    widget.wheelEvent(event)
    return event.isAccepted()


def test_the_wheel_over_a_field_moves_the_page(form):
    form.name.setFocus()
    form.kind.set_value(1)
    assert not wheel(form.kind.combo)
    assert form.kind.value() == 1
    assert not wheel(form.story.edit)
    form.kind.setFocus()
    wheel(form.kind.combo)
    assert form.kind.value() == 2
    form.story.set_value("regel\n" * 60)
    form.story.setFocus()
    assert wheel(form.story.edit)


def test_controls_are_painted_in_every_state(qtbot):
    combo = ComboBox()
    qtbot.addWidget(combo)
    combo.addItems(["een", "twee"])
    box = CheckBox("&Klopt")
    qtbot.addWidget(box)
    pictures = set()
    for widget, change in (
        (combo, combo.setCurrentIndex),
        (box, lambda value: box.setChecked(value == 1)),
    ):
        for value in (0, 1):
            change(value)
            for enabled in (True, False):
                widget.setEnabled(enabled)
                pictures.add(bytes(widget.grab().toImage().constBits()))
    assert len(pictures) == 8


def test_the_same_choices_again_leave_the_list_alone(qtbot, form):
    form.kind.set_value(3)
    form.kind.set_error("Vul dit nog in.")
    with qtbot.assertNotEmitted(form.kind.combo.model().rowsInserted):
        form.kind.set_choices(MANY)
    assert form.kind.error == ""
    with qtbot.waitSignal(form.kind.combo.model().rowsInserted):
        form.kind.set_choices([(number, words.upper()) for number, words in MANY])
    assert form.kind.value() == 3

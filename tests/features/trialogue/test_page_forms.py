"""*Formulier maken* and *Formulier inlezen*, as a counsellor meets them."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from lob_workbench.domain.career import VoiceTopic
from lob_workbench.domain.contributions import Target
from lob_workbench.features.trialogue import page_forms
from lob_workbench.features.trialogue.page import TrialoguePage
from lob_workbench.features.trialogue.page_forms import FormsCard
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules import Party
from lob_workbench.ui import dialogs
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.messages import Message
from lob_workbench.ui.page import ScrollColumn
from tests.features.trialogue.test_operations_forms import ANSWERS, voices
from tests.helpers.filling import filled_by_pdftk, filled_by_pypdf, form_of
from tests.helpers.settled import settle
from tests.helpers.stores import Store


@pytest.fixture
def student(embedded_store: Store) -> UUID:
    return embedded_store.student(name=PersonName("Łukasz", "", "Wiśniewski"))


@pytest.fixture
def column(qtbot: QtBot) -> ScrollColumn:
    """What the card stands in."""
    column = ScrollColumn()
    qtbot.addWidget(column)
    column.resize(640, 614)
    return column


@pytest.fixture
def card(page_context: PageContext, student: UUID, column: ScrollColumn) -> FormsCard:
    card = FormsCard(page_context, column.content)
    column.column.addWidget(card)
    column.show()
    page_context.jobs.changed.connect(card.refresh)
    card.show_party(student, new_id(), Party.COMPANY, 0)
    settle(page_context.jobs)
    return card


def said(context: PageContext) -> list[str]:
    heard: list[str] = []

    def hear(message: Message) -> None:
        heard.append(message.text)

    context.navigator.message_posted.connect(hear)
    return heard


def words(card: FormsCard) -> str:
    labels = [label for label in card.findChildren(QLabel) if label.isVisible()]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    return "\n".join(label.text().replace("\u200b", "") for label in labels)


def saved(card: FormsCard, context: PageContext, path: Path) -> bytes:
    """Make a form and save it there."""
    card.make_button.click()
    settle(context.jobs)
    dialogs.answer_next(path)
    card.making.save_button.click()
    settle(context.jobs)
    return path.read_bytes()


def read(card: FormsCard, context: PageContext, path: Path) -> None:
    dialogs.answer_next(path)
    card.read_button.click()
    settle(context.jobs)


def test_a_form_goes_out_is_filled_in_elsewhere_and_becomes_the_voice(
    card: FormsCard, page_context: PageContext, embedded_store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    heard = said(page_context)
    qtbot.keyClick(card.make_button, Qt.Key.Key_Space)
    settle(page_context.jobs)
    seen = words(card)
    assert "Student: Łukasz Wiśniewski" in seen
    assert "Wat zie jij dat Łukasz goed kan?" in seen
    assert card.making.until.edit.hasFocus()
    dialogs.answer_next(tmp_path / "Formulier")
    qtbot.keyClick(card.making.until.edit, Qt.Key.Key_Return)
    settle(page_context.jobs)
    pdf = (tmp_path / "Formulier.pdf").read_bytes()
    assert "Bewaard als Formulier.pdf." in heard[-1]
    assert "staat uit" in [row.chip.text() for row in card.rows.rows]
    path = filled_by_pdftk(pdf, ANSWERS, tmp_path)
    read(card, page_context, path)
    seen = words(card)
    assert "Dit schreef het bedrijf" in seen
    assert "Ans de Boer" in seen
    assert "Blijft rustig. <b>Echt</b> & snel 😀" in seen
    assert seen.count("Niet ingevuld") == 5
    assert card.reading.hasFocus()
    assert voices(embedded_store) == []
    with qtbot.waitSignal(card.taken):
        card.reading.take_button.click()
        settle(page_context.jobs)
    assert len(voices(embedded_store)) == 1
    assert not card.reading.isVisible()
    assert card.read_button.hasFocus()
    (row,) = card.rows.rows
    assert row.chip.text() == "ingelezen"
    assert row.button is not None
    dialogs.answer_next(tmp_path / "origineel.pdf")
    row.button.click()
    settle(page_context.jobs)
    assert (tmp_path / "origineel.pdf").read_bytes() == path.read_bytes()
    assert "niet versleuteld" in heard[-1]


def test_no_name_of_the_student_stands_in_the_file_name_or_its_properties(
    card: FormsCard, page_context: PageContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    suggested: list[Path] = []

    def choose(_parent: object, _title: str, _filters: str, suggestion: Path) -> Path:
        suggested.append(suggestion)
        return tmp_path / suggestion.name

    monkeypatch.setattr(page_forms, "save_file", choose)
    card.make_button.click()
    settle(page_context.jobs)
    card.making.save_button.click()
    settle(page_context.jobs)
    (row,) = card.rows.rows
    assert row.button is not None
    row.button.click()
    settle(page_context.jobs)
    first, again = suggested
    assert first.name == "Formulier gesprek.pdf"
    # Saved again, the mark that is printed on it tells it from others.
    assert again.name.startswith("Formulier gesprek ")
    told = str(PdfReader(BytesIO((tmp_path / again.name).read_bytes())).metadata)
    assert "Wiśniewski" not in told
    assert "Łukasz" not in told
    assert card.rows.rows[0].button is not None
    assert len(card.rows.rows) == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"MZ", "programma met een andere naam"),
        (b"%PDF-1.7 niets", "beschadigd"),
        (form_of(b"<</T(a)/V(b)>>"), "geen formulier van de werkbank"),
        (form_of(b"<</T(lob_token)/V(AAAA)>>"), "kenmerk van dit formulier klopt niet"),
    ],
)
def test_a_refusal_says_why_beside_the_button(
    card: FormsCard, page_context: PageContext, tmp_path: Path, content: bytes, reason: str
) -> None:
    (tmp_path / "binnen.pdf").write_bytes(content)
    read(card, page_context, tmp_path / "binnen.pdf")
    assert reason in words(card)
    assert not card.reading.isVisible()
    assert card.read_button.hasFocus()
    assert card.read_button.isEnabled()


def test_a_script_in_the_file_is_told(
    card: FormsCard, page_context: PageContext, tmp_path: Path
) -> None:
    pdf = saved(card, page_context, tmp_path / "f.pdf")
    filled = filled_by_pypdf(pdf, ANSWERS)
    assert b"/Type /Catalog" in filled
    script = filled.replace(
        b"/Type /Catalog", b"/Type /Catalog/OpenAction<</S/JavaScript/JS(x)>>", 1
    )
    (tmp_path / "in.pdf").write_bytes(script)
    read(card, page_context, tmp_path / "in.pdf")
    assert "een script of een bijlage" in words(card)
    (tmp_path / "in.pdf").write_bytes(filled)
    read(card, page_context, tmp_path / "in.pdf")
    assert "een script of een bijlage" not in words(card)


def test_a_day_that_is_past_is_told_at_the_day(
    card: FormsCard, page_context: PageContext, embedded_store: Store, tmp_path: Path
) -> None:
    card.make_button.click()
    settle(page_context.jobs)
    card.making.until.set_value(embedded_store.clock.today() - timedelta(days=1))
    dialogs.answer_next(tmp_path / "f.pdf")
    card.making.save_button.click()
    settle(page_context.jobs)
    assert "Deze dag is al geweest" in words(card)
    assert card.making.until.edit.hasFocus()
    assert card.rows.rows == []
    card.making.until.edit.setText("geen dag")
    card.making.save_button.click()
    assert "Dit is geen datum" in words(card)


def test_a_second_form_warns_that_the_first_stops_working(
    card: FormsCard, page_context: PageContext, tmp_path: Path
) -> None:
    card.make_button.click()
    settle(page_context.jobs)
    assert not card.making.replaces.isVisible()
    saved(card, page_context, tmp_path / "f.pdf")
    card.make_button.click()
    settle(page_context.jobs)
    assert card.making.replaces.isVisible()
    saved(card, page_context, tmp_path / "g.pdf")
    assert [row.chip.text() for row in card.rows.rows] == ["staat uit", "vervangen"]
    assert card.rows.rows[1].button is None


def test_escape_closes_and_forgets(
    card: FormsCard, page_context: PageContext, tmp_path: Path, qtbot: QtBot
) -> None:
    pdf = saved(card, page_context, tmp_path / "f.pdf")
    card.make_button.click()
    settle(page_context.jobs)
    qtbot.keyClick(card.making.until.edit, Qt.Key.Key_Escape)
    assert not card.making.isVisible()
    assert card.make_button.hasFocus()
    (tmp_path / "in.pdf").write_bytes(filled_by_pypdf(pdf, ANSWERS))
    read(card, page_context, tmp_path / "in.pdf")
    assert card.reading.isVisible()
    qtbot.keyClick(card.reading, Qt.Key.Key_Escape)
    assert not card.reading.isVisible()
    assert card.read_button.hasFocus()
    QApplication.processEvents()
    assert not [label for label in card.findChildren(QLabel) if "Ans de Boer" in label.text()]


def test_nothing_is_written_where_writing_fails_and_it_can_be_done_again(
    card: FormsCard, page_context: PageContext, tmp_path: Path
) -> None:
    card.make_button.click()
    settle(page_context.jobs)
    dialogs.answer_next(tmp_path / "weg" / "f.pdf")
    card.making.save_button.click()
    settle(page_context.jobs)
    assert "Nog eens bewaren" in words(card)
    (row,) = card.rows.rows
    assert row.button is not None
    dialogs.answer_next(tmp_path / "f.pdf")
    row.button.click()
    settle(page_context.jobs)
    assert (tmp_path / "f.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_a_dialog_that_was_closed_changes_nothing(
    card: FormsCard, page_context: PageContext, tmp_path: Path
) -> None:
    card.make_button.click()
    settle(page_context.jobs)
    dialogs.answer_next(None)
    card.making.save_button.click()
    dialogs.answer_next(None)
    card.read_button.click()
    settle(page_context.jobs)
    assert card.rows.rows == []
    card.making.cancel_button.click()
    assert not card.making.isVisible()


def test_somebody_who_was_first_is_told(
    card: FormsCard, page_context: PageContext, embedded_store: Store, tmp_path: Path
) -> None:
    pdf = saved(card, page_context, tmp_path / "f.pdf")
    (tmp_path / "in.pdf").write_bytes(filled_by_pypdf(pdf, ANSWERS))
    place = card._place
    assert place[0] is not None
    assert place[1] is not None
    # The page thinks of a voice that it has not seen.
    card.show_party(place[0], place[1], place[2], 3)
    read(card, page_context, tmp_path / "in.pdf")
    card.reading.take_button.click()
    settle(page_context.jobs)
    assert "Iemand anders was je net voor" in words(card)
    assert voices(embedded_store) == []


def test_another_party_begins_anew_and_locking_forgets(
    card: FormsCard, page_context: PageContext, student: UUID, tmp_path: Path
) -> None:
    saved(card, page_context, tmp_path / "f.pdf")
    talk = card._talk_id
    assert talk is not None
    card.show_party(student, talk, Party.STUDENT, 0)
    settle(page_context.jobs)
    assert card.title.text() == "Formulier voor de student"
    assert card.rows.rows == []
    card.make_button.click()
    settle(page_context.jobs)
    assert "Dag Łukasz" in words(card)
    card.clear()
    QApplication.processEvents()
    assert "Łukasz" not in words(card)
    card.make()
    card.read()
    assert not page_context.jobs.busy


def test_on_the_page_of_the_trialogue_it_fills_the_column(
    page_context: PageContext, student: UUID, tmp_path: Path, qtbot: QtBot
) -> None:
    page = TrialoguePage(page_context)
    page_context.jobs.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.resize(1092, 614)
    page.show()
    page.open(Target("trialogue", student))
    settle(page_context.jobs)
    assert not page.forms.isVisible()
    head = page.voices.heads[Party.COMPANY]
    assert head.form_button.accessibleName() == "Formulier voor leerbedrijf"
    assert not page.voices.heads[Party.SCHOOL].form_button.isVisible()
    head.form_button.click()
    settle(page_context.jobs)
    assert page.forms.make_button.hasFocus()
    pdf = saved(page.forms, page_context, tmp_path / "f.pdf")
    (tmp_path / "in.pdf").write_bytes(filled_by_pypdf(pdf, ANSWERS))
    read(page.forms, page_context, tmp_path / "in.pdf")
    page.forms.reading.take_button.click()
    settle(page_context.jobs)
    said = page.voices.rows[VoiceTopic.QUALITIES].texts[Party.COMPANY].toPlainText()
    assert said == ANSWERS["answer_qualities"]
    assert head.state.text().startswith("Formulier van 23 november")
    # Another one: the page knows by now that there is a voice.
    pdf = saved(page.forms, page_context, tmp_path / "g.pdf")
    (tmp_path / "in.pdf").write_bytes(filled_by_pypdf(pdf, {**ANSWERS, "answer_motives": "Ja."}))
    read(page.forms, page_context, tmp_path / "in.pdf")
    page.forms.reading.take_button.click()
    settle(page_context.jobs)
    assert page.voices.rows[VoiceTopic.MOTIVES].texts[Party.COMPANY].toPlainText() == "Ja."
    assert page.forms.link is not None
    page.forms.link.click()
    assert not page.forms.isVisible()
    page.leave()

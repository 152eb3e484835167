"""Paper inside the window: shown, zoomed, printed and saved, and gone without a trace."""

import gc
import io
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from lob_workbench.domain.contributions import Tone
from lob_workbench.ui import dialogs, pdf_view
from lob_workbench.ui.pdf_view import PdfView


def paper(pages=3):
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=A4)
    for number in range(pages):
        canvas.setFont("Helvetica", 40)
        canvas.drawString(100, 600, f"Blad {number + 1}")
        canvas.rect(0, 0, A4[0], 20, fill=1)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


TITLE = "Verslag van het gesprek met Łukasz de Vries"


@pytest.fixture
def view(qtbot):
    dialogs.forget_answers()
    view = PdfView(paper(), TITLE, "verslag.pdf")
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    yield view
    assert dialogs.unused_answers() == 0


def test_it_shows_pages_and_says_where_one_is(qtbot, view):
    assert view.page_count == 3
    assert view.page_text == "pagina 1 van 3"
    view._view.pageNavigator().jump(2, view._view.pageNavigator().currentLocation())
    assert view.page_text == "pagina 3 van 3"


def test_zooming_starts_from_the_fitted_width(qtbot, view):
    qtbot.waitUntil(lambda: view.zoom != 1.0)
    fitted = view.zoom
    assert 1.0 < fitted <= 1.3, "as wide as the window, no wider than reads well"
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(fitted * 1.25)
    qtbot.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(fitted)
    for _ in range(20):
        view.zoom_in()
    assert view.zoom == 5.0
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(fitted)
    view.resize(850, 600)
    qtbot.waitUntil(lambda: view.zoom < fitted)


def test_escape_and_the_button_ask_to_close(qtbot, view):
    with qtbot.waitSignal(view.closed):
        qtbot.keyClick(view, Qt.Key.Key_Escape)
    with qtbot.waitSignal(view.closed):
        view.close_button.click()


def test_saving_writes_exactly_the_paper_and_adds_the_ending(qtbot, view, tmp_path):
    target = tmp_path / "gesprek"
    dialogs.answer_next(target)
    with qtbot.waitSignal(view.said) as said:
        qtbot.keyClick(view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert said.args[0].tone is Tone.GOOD
    assert "niet versleuteld" in said.args[0].text
    assert [path.name for path in tmp_path.iterdir()] == ["gesprek.pdf"]
    assert (tmp_path / "gesprek.pdf").read_bytes() == view._data


def test_a_place_that_cannot_be_written_is_told(qtbot, view, tmp_path):
    dialogs.answer_next(tmp_path / "nergens" / "verslag.pdf")
    with qtbot.waitSignal(view.said) as said:
        view.save_button.click()
    assert said.args[0].tone is Tone.DANGER


def test_not_saving_writes_nothing(qtbot, view, tmp_path):
    dialogs.answer_next(None)
    view.save()
    assert list(tmp_path.iterdir()) == []


def test_the_suggested_name_is_offered(view, monkeypatch):
    offered = []
    monkeypatch.setattr(pdf_view, "save_file", lambda *given: offered.append(given[-1]))
    view.save()
    assert isinstance(offered[0], Path)
    assert offered[0].name == "verslag.pdf"


@pytest.mark.parametrize(
    "name",
    ["Lijst ../../ouder/avond.pdf", "/etc/lijst.pdf", "..\\lijst.pdf", "C:lijst.pdf", "a\0b.pdf"],
)
def test_no_word_in_a_name_leads_to_another_folder(qtbot, name, monkeypatch):
    """A school may call a parents' evening *ouder/mentoravond*."""
    offered = []
    monkeypatch.setattr(pdf_view, "save_file", lambda *given: offered.append(given[-1]))
    view = PdfView(paper(1), TITLE, name)
    qtbot.addWidget(view)
    view.save()
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    assert offered[0].parent == Path(folder)
    assert not set(offered[0].name) & set('\\/:*?"<>|\0')
    assert not offered[0].name.startswith(".")


def test_printing_renders_the_pages_at_full_size(qtbot, view, tmp_path, monkeypatch):
    target = tmp_path / "afdruk.pdf"

    def to_file(parent, printer, pages):
        assert printer.docName() == "LOB-werkbank", "the queue of a printer is public"
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        return True

    monkeypatch.setattr(pdf_view, "choose_printer", to_file)
    with qtbot.waitSignal(view.said) as said:
        qtbot.keyClick(view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert said.args[0].tone is Tone.GOOD
    printed = QPdfDocument()
    printed.load(str(target))
    assert printed.pageCount() == 3
    size = printed.pagePointSize(0)
    assert size.width() == pytest.approx(A4[0], abs=2)
    assert size.height() == pytest.approx(A4[1], abs=2)
    # The bar at the foot of the page reaches the very edges: nothing moved, nothing scaled.
    image = printed.render(2, printed.pagePointSize(2).toSize())
    for x in (3, image.width() // 2, image.width() - 4):
        assert image.pixelColor(x, image.height() - 5).lightness() < 60
        assert image.pixelColor(x, image.height() - 40).lightness() in (0, 255)
    printed.close()


def test_a_range_of_pages_prints_only_those(view, tmp_path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "deel.pdf"))
    printer.setFromTo(2, 2)
    assert view.print_on(printer)
    printed = QPdfDocument()
    printed.load(str(tmp_path / "deel.pdf"))
    assert printed.pageCount() == 1
    printed.close()


def test_a_cancelled_print_prints_nothing(view, monkeypatch):
    said: list[object] = []
    view.said.connect(said.append)
    monkeypatch.setattr(pdf_view, "choose_printer", lambda *given: False)
    view.print_button.click()
    assert said == []


def test_no_test_waits_for_a_printer_for_ever(view):
    with pytest.raises(dialogs.DialogNotAnswered):
        pdf_view.choose_printer(view, QPrinter(), 1)


def test_closing_frees_the_view_and_forgets_the_bytes(qtbot):
    view = PdfView(paper(40), "Verslag", "verslag.pdf")
    view.show()
    qtbot.wait(30)
    watch = weakref.ref(view)
    view.close()
    assert view._data == b""
    assert view.page_count == 0
    view.deleteLater()
    del view
    qtbot.wait(1)
    gc.collect()
    assert watch() is None


def test_it_may_go_while_it_draws(qtbot):
    for _ in range(5):
        view = PdfView(paper(20), "Verslag", "verslag.pdf")
        view.resize(800, 600)
        view.show()
        qtbot.wait(2)
        view.deleteLater()
        qtbot.wait(1)

"""A PDF inside the window, from memory: nothing is on the disk unless the person saves it."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QPointF,
    QRect,
    QSaveFile,
    QSize,
    QStandardPaths,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPageSize, QPainter, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.dialogs import DialogNotAnswered, plain_file_name, save_file
from lob_workbench.ui.labels import Heading, Label
from lob_workbench.ui.messages import Message
from lob_workbench.ui.theme import Role, TextSize, colour, space, theme

PRINT_DPI: Final = 300
"""Enough for text on any office printer; 600 would take 140 MB a page for nothing."""

_ZOOM_STEP: Final = 1.25
_ZOOM_FITTED: Final = 1.3
_ZOOM_LEAST: Final = 0.25
_ZOOM_MOST: Final = 5.0


class PdfView(QWidget):
    """Shows ``data``; ``closed`` asks to be taken away, ``said`` has a line for the bar.

    Keys: Ctrl+P prints, Ctrl+S saves, Ctrl++ and Ctrl+- zoom, Ctrl+0 fits the width, Esc closes.
    ``file_name`` is offered when saving.
    """

    closed = Signal()
    said = Signal(object)

    def __init__(
        self, data: bytes, title: str, file_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._data = data
        self._title = title
        self._file_name = plain_file_name(file_name)
        # Children go in the order in which they came: view, document, and the bytes last.
        self._view = QPdfView(self)
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._view.setDocument(self._document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._fitting = True
        # A child, not `QTimer.singleShot`: that one fires when the view is gone, too.
        self._fit_soon = QTimer(self)
        self._fit_soon.setSingleShot(True)
        self._fit_soon.timeout.connect(self._fit)
        self._view.setAccessibleName(title)
        self._view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._page = Label("", self, ink="muted")
        self._build()
        self.setFocusProxy(self._view)
        self._view.pageNavigator().currentPageChanged.connect(self._show_page)
        theme().theme_changed.connect(self._colour_ground)
        self._show_page()

    def _build(self) -> None:
        smaller = Button("", self, kind=ButtonKind.QUIET, icon="ph.magnifying-glass-minus")
        smaller.setToolTip(self.tr("Kleiner (Ctrl+-)"))
        smaller.setAccessibleName(self.tr("Kleiner"))
        smaller.clicked.connect(self.zoom_out)
        larger = Button("", self, kind=ButtonKind.QUIET, icon="ph.magnifying-glass-plus")
        larger.setToolTip(self.tr("Groter (Ctrl++)"))
        larger.setAccessibleName(self.tr("Groter"))
        larger.clicked.connect(self.zoom_in)
        self.close_button = Button(self.tr("Sl&uiten"), self, icon="ph.x")
        self.close_button.clicked.connect(self.dismiss)
        self.save_button = Button(self.tr("&Bewaren als…"), self, icon="ph.download-simple")
        self.save_button.clicked.connect(self.save)
        self.print_button = Button(
            self.tr("A&fdrukken"), self, kind=ButtonKind.PRIMARY, icon="ph.printer"
        )
        self.print_button.clicked.connect(self.print_out)
        bar = QHBoxLayout()
        bar.setContentsMargins(space(6), space(4), space(6), space(3))
        bar.setSpacing(space(2))
        heading = Heading(self._title, self, size=TextSize.LARGE)
        bar.addWidget(heading, 1)
        for widget in (self._page, smaller, larger):
            bar.addWidget(widget)
        bar.addSpacing(space(2))
        for button in (self.close_button, self.save_button, self.print_button):
            bar.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._view, 1)
        self._view.setFrameShape(QPdfView.Shape.NoFrame)
        self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        self._colour_ground()

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return self._document.pageCount()

    @property
    def page_text(self) -> str:
        """What is said about the page in sight."""
        return self._page.text()

    @property
    def zoom(self) -> float:
        """How large the page is on the screen, 1.0 for its size on paper."""
        return self._view.zoomFactor()

    def zoom_in(self) -> None:
        """Larger."""
        self._zoom(self.zoom * _ZOOM_STEP)

    def zoom_out(self) -> None:
        """Smaller."""
        self._zoom(self.zoom / _ZOOM_STEP)

    def fit_width(self) -> None:
        """As wide as there is room, but no larger than reads well."""
        self._fitting = True
        self._fit()

    def save(self) -> None:
        """Ask where, and write the PDF there in one step."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        target = save_file(
            self, self.tr("PDF bewaren"), self.tr("PDF (*.pdf)"), Path(folder) / self._file_name
        )
        if target is None:
            return
        if target.suffix.lower() != ".pdf":
            target = target.with_name(f"{target.name}.pdf")
        if write_whole(target, self._data):
            text = self.tr("Bewaard als {name}. Let op: dit bestand is niet versleuteld.")
            self.said.emit(Message(text.format(name=target.name), Tone.GOOD))
        else:
            text = self.tr("Bewaren lukte niet. Is er ruimte, en mag je op die plek schrijven?")
            self.said.emit(Message(text, Tone.DANGER))

    def print_out(self) -> None:
        """Ask which printer, and print."""
        printer = QPrinter()
        # Not the title: everybody at the printer reads the queue, and it names a student.
        printer.setDocName("LOB-werkbank")
        printer.setFullPage(True)
        size = self._document.pagePointSize(0)
        printer.setPageSize(
            QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
        )
        printer.setResolution(PRINT_DPI)
        if choose_printer(self, printer, self.page_count):
            if self.print_on(printer):
                self.said.emit(Message(self.tr("Naar de printer gestuurd."), Tone.GOOD))
            else:
                self.said.emit(Message(self.tr("Afdrukken lukte niet."), Tone.DANGER))

    def print_on(self, printer: QPrinter) -> bool:
        """Render the chosen pages at the printer's resolution; ``False`` if it takes nothing."""
        first = max(printer.fromPage(), 1)
        last = printer.toPage() or self.page_count
        painter = QPainter()
        if not painter.begin(printer):
            return False
        for number in range(first - 1, min(last, self.page_count)):
            if number > first - 1:
                printer.newPage()
            paper = printer.paperRect(QPrinter.Unit.DevicePixel)
            points = self._document.pagePointSize(number)
            scale = min(paper.width() / points.width(), paper.height() / points.height())
            size = QSize(round(points.width() * scale), round(points.height() * scale))
            # Full page or not: where the paper begins, seen from where the painter begins.
            start = QPointF(paper.topLeft()) if printer.fullPage() else QPointF(0, 0)
            image = self._document.render(number, size)
            painter.drawImage(QRect(start.toPoint(), size), image)
        return painter.end()

    def dismiss(self) -> None:
        """Ask to be taken away."""
        self.closed.emit()

    def release(self) -> None:
        """Forget the bytes; the view stays empty."""
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray())
        self._data = b""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The layout gives the view its width only after this event.
        self._fit_soon.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.release()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        acts = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit_width,
            Qt.Key.Key_P: self.print_out,
            Qt.Key.Key_S: self.save,
        }
        act = acts.get(Qt.Key(event.key())) if control else None
        if act is not None:
            act()
        elif event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _zoom(self, factor: float) -> None:
        self._fitting = False
        self._view.setZoomFactor(max(_ZOOM_LEAST, min(factor, _ZOOM_MOST)))

    def _fit(self) -> None:
        if not self._fitting or not self.page_count:
            return
        margins = self._view.documentMargins()
        bar = self._view.verticalScrollBar().sizeHint().width()
        room = self._view.width() - bar - margins.left() - margins.right()
        dots = self._view.screen().logicalDotsPerInch() / 72
        fitted = room / (self._document.pagePointSize(0).width() * dots)
        self._view.setZoomFactor(max(_ZOOM_LEAST, min(fitted, _ZOOM_FITTED)))

    def _colour_ground(self) -> None:
        ground = self._view.palette()
        for role in (ground.ColorRole.Window, ground.ColorRole.Base, ground.ColorRole.Dark):
            ground.setColor(role, colour(Role.SUNKEN))
        self._view.setPalette(ground)

    def _show_page(self) -> None:
        here = self._view.pageNavigator().currentPage() + 1
        self._page.setText(
            self.tr("pagina {here} van {all}").format(here=here, all=self.page_count)
        )


def choose_printer(parent: QWidget, printer: QPrinter, pages: int) -> bool:
    """The printer dialog of the system; ``False`` when it was cancelled."""
    if QGuiApplication.platformName() == "offscreen":
        raise DialogNotAnswered(QCoreApplication.translate("PdfView", "Afdrukken"))
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, pages > 1)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted.value
    dialog.deleteLater()
    return accepted


def write_whole(target: Path, data: bytes) -> bool:
    """Write all of ``data`` or nothing; an older file stays as it was until then."""
    file = QSaveFile(str(target))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        return False
    file.write(QByteArray(data))
    return file.commit()

"""The card that says who may read this dossier, and where that begins and ends."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.dates import plain_date
from lob_workbench.domain.rights import Right
from lob_workbench.features.access.page_form import LetInForm
from lob_workbench.features.access.rules import AccessView, Reader
from lob_workbench.features.access.tables import role_words
from lob_workbench.people.rules import GrantKind
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.labels import Line, Paragraph
from lob_workbench.ui.theme import TextSize, space


class ReaderRow(QWidget):
    """Somebody who reads along: name, role, until when, why, and the button that ends it."""

    ended = Signal(object)
    """The ``Reader`` whose access is to end."""

    def __init__(self, reader: Reader, mine: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._reader = reader
        name = Paragraph(reader.name, self, bold=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(Paragraph(self._facts(), self, size=TextSize.SMALL, ink="muted"))
        if reader.reason:
            words.addWidget(Paragraph(reader.reason, self, size=TextSize.SMALL))
        if not reader.works:
            note = self.tr("Kan nu niet lezen: het account of de rol is gestopt.")
            words.addWidget(Paragraph(note, self, size=TextSize.SMALL, ink="attention"))
        text = self.tr("Zelf stoppen met meelezen") if mine else self.tr("Meelezen stoppen")
        self.end = Button(text, self, kind=ButtonKind.QUIET)
        self.end.setAccessibleName(f"{text}: {reader.name}")
        self.end.clicked.connect(self._end)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, space(1), 0, space(1))
        row.setSpacing(space(3))
        row.addLayout(words, 1)
        row.addWidget(self.end, 0, Qt.AlignmentFlag.AlignTop)

    def _facts(self) -> str:
        reader = self._reader
        if reader.until is not None:
            until = self.tr("tot en met {day}").format(day=plain_date(reader.until))
        elif reader.kind is GrantKind.SECOND_LINE:
            until = self.tr("zolang de tweede lijn met de student werkt")
        else:
            until = ""
        since = self.tr("gevraagd door {name} op {day}").format(
            name=reader.granted_by, day=plain_date(reader.granted_on)
        )
        return " · ".join(part for part in (role_words(reader.roles), until, since) if part)

    def _end(self) -> None:
        self.ended.emit(self._reader)


class ReadersCard(Card):
    """The counsellor, and everybody who reads along."""

    end_asked = Signal(object)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__("", parent, icon="ph.users")
        self.set_title(self.tr("Wie mag dit dossier lezen"))
        self._context = context
        self._student_id: UUID | None = None
        self._counsellor = Paragraph("", self)
        self.rows: list[ReaderRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(space(1))
        self._note = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        self.ask = Button(self.tr("Iemand laten meelezen"), self, icon="ph.user-plus")
        self.ask.clicked.connect(self._open_form)
        self.form: LetInForm | None = None
        self.body.addWidget(self._counsellor)
        self.body.addLayout(self._list)
        self.body.addWidget(self._note)
        self.body.addWidget(self.ask)
        self.clear()

    def show_view(self, view: AccessView) -> None:
        """Show who may read; a form that is being filled in stays."""
        self._student_id = view.student_id
        actor = self._context.actor
        self._counsellor.setText(
            self.tr("{name}, begeleider van de student").format(name=view.counsellor)
        )
        self._counsellor.setVisible(bool(view.counsellor))
        self._take_rows_away()
        for reader in view.readers:
            row = ReaderRow(reader, reader.staff_id == actor.staff_id, self)
            row.ended.connect(self.end_asked)
            self._list.addWidget(Line(self))
            self._list.addWidget(row)
            self.rows.append(row)
        self._note.setText(self._rest(view))
        self.ask.setVisible(
            view.own
            and actor.may(Right.SHARE_DOSSIER)
            and (self.form is None or self.form.isHidden())
        )

    def clear(self) -> None:
        """Forget who it was about."""
        self._student_id = None
        self._counsellor.setText("")
        self._note.setText("")
        self._take_rows_away()
        if self.form is not None:
            self.form.put_away()
        self.ask.hide()

    def _rest(self, view: AccessView) -> str:
        if self._context.actor.own_desk:
            return self.tr(
                "Dit werkboek staat op één laptop en alleen jij kunt het openen. Een collega laten "
                "meelezen kan op de server van een school."
            )
        if not view.own:
            return self.tr("Wie er nog meer mag meelezen, weet de begeleider van de student.")
        return self.tr(
            "Een teamleider ziet namen en datums, geen tekst. Anderen zien niets van dit dossier."
        )

    def _take_rows_away(self) -> None:
        self.rows = []
        while (entry := self._list.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _open_form(self) -> None:
        if self._student_id is None:
            return
        if self.form is None:
            self.form = LetInForm(self._context, self)
            self.form.done.connect(self._close_form)
            self.body.addWidget(self.form)
        self.ask.hide()
        self.form.open(self._student_id)

    def _close_form(self) -> None:
        self.ask.show()
        self.ask.setFocus(Qt.FocusReason.OtherFocusReason)

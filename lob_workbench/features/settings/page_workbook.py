"""What this workbook is: where it lies, whose it is, and the school on its reports."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.errors import StaleSave
from lob_workbench.domain.rights import ROLE_LABELS, Right, Role
from lob_workbench.people.school import MAX_LOGO_BYTES, School, read_school, save_school
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dialogs import open_file
from lob_workbench.ui.forms import LineField
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.theme import TextSize, space

_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


class WorkbookSection(QWidget):
    """Facts that do not change here, and the school, which does."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stored: School | None = None
        self._logo: bytes | None = None
        self._saving = False
        self._sent: School | None = None
        self.school = LineField(self.tr("&School"), self, required=True)
        self.year = LineField(self.tr("School&jaar"), self, required=True, limit=9)
        for field in (self.school, self.year):
            field.changed.connect(self._show_changes)
        row = QHBoxLayout()
        row.setSpacing(space(4))
        row.addWidget(self.school, 3)
        row.addWidget(self.year, 2)
        self.save_button = Button(self.tr("School &bewaren"), self)
        self.save_button.clicked.connect(self.save)
        last = QHBoxLayout()
        last.addWidget(self.save_button)
        last.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addLayout(self._facts())
        column.addLayout(row)
        column.addLayout(self._logo_row())
        column.addLayout(last)
        may = context.actor.may(Right.CHANGE_SETTINGS)
        for widget in (self.school, self.year, self.logo_button, self.no_logo_button):
            widget.setEnabled(may)
        self.save_button.setVisible(may)
        self._show_changes()

    def _facts(self) -> QGridLayout:
        roles = ", ".join(
            QCoreApplication.translate("roles", ROLE_LABELS[role])
            for role in Role
            if role in self._context.actor.roles
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(3))
        grid.setVerticalSpacing(space(1))
        grid.setColumnStretch(1, 1)
        facts = [(self.tr("Van"), f"{self._context.actor.name}, {roles}")]
        if not self._context.care.shared:
            folder = self._context.care.folder
            facts += [
                (self.tr("Werkboek"), folder.name),
                (self.tr("Map"), str(folder.parent)),
            ]
        for number, (label, words) in enumerate(facts):
            name = Label(label, self, ink="muted")
            grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Paragraph(words, self), number, 1)
        return grid

    def _logo_row(self) -> QHBoxLayout:
        self._picture = QLabel(self)
        self._logo_words = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        self.logo_button = Button(self.tr("&Logo kiezen"), self, icon="ph.image")
        self.logo_button.clicked.connect(self.choose_logo)
        self.no_logo_button = Button(self.tr("Geen logo"), self, kind=ButtonKind.QUIET)
        self.no_logo_button.clicked.connect(self.drop_logo)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(self.tr("Logo"), self, bold=True))
        words.addWidget(self._logo_words)
        row = QHBoxLayout()
        row.setSpacing(space(3))
        row.addLayout(words, 1)
        for widget in (self._picture, self.no_logo_button, self.logo_button):
            row.addWidget(widget)
        return row

    @property
    def edited(self) -> bool:
        """Whether something differs from what is stored."""
        return self._stored is not None and self._entered() != self._stored

    def show_school(self, school: School) -> None:
        """Show what is stored, unless somebody is changing it here."""
        if self.edited:
            return
        self._stored, self._logo = school, school.logo
        self.school.set_value(school.name)
        self.year.set_value(school.year)
        self._show_logo()
        self._show_changes()

    def clear(self) -> None:
        """Forget the school."""
        self._stored = self._logo = None
        self._saving = False
        self.school.set_value("")
        self.year.set_value("")
        self._show_logo()
        self._show_changes()

    def choose_logo(self) -> None:
        """Ask for an image."""
        file = open_file(self, self.tr("Logo kiezen"), self.tr("Plaatje (*.png *.jpg *.jpeg)"))
        if file is None:
            return
        data = _image_in(file)
        if data is None:
            self._logo_words.set_ink("danger")
            self._logo_words.setText(
                self.tr("Kies een PNG- of JPEG-plaatje van hoogstens 2 MB. Dit bestand past niet.")
            )
            return
        self._logo = data
        self._show_logo()
        self._show_changes()

    def drop_logo(self) -> None:
        """No logo."""
        self._logo = None
        self._show_logo()
        self._show_changes()

    def leave(self) -> None:
        """Keep what was typed, if it can be kept: the page may be made anew, or be locked."""
        if not self.school.is_empty() and _is_school_year(self.year.value()):
            self.save()

    def save(self) -> None:
        """Keep the school."""
        if not self._check() or not self.edited or self._saving:
            return
        self._saving = True
        self._sent = self._entered()
        self.save_button.setEnabled(False)
        self._context.jobs.run(
            save_school,
            self._sent,
            self._stored,
            receiver=self,
            done="_take_saved",
            failed="_refuse",
        )

    def _check(self) -> bool:
        good = self.school.check() & self.year.check()
        if not self.year.is_empty() and not _is_school_year(self.year.value()):
            self.year.set_error(self.tr("Schrijf het als 2026-2027."))
            good = False
        wrong = next((field for field in (self.school, self.year) if field.error), None)
        if wrong is not None:
            wrong.setFocus()
        return good

    def _take_saved(self, _changes: object) -> None:
        if self._stored is None:
            return  # Cleared meanwhile: the window is locked or made anew.
        self._stored = self._sent
        self._saving = False
        self._show_changes()
        self._context.navigator.say(self.tr("De gegevens van je school zijn bewaard."), Tone.GOOD)

    def _refuse(self, error: Exception) -> None:
        if self._stored is None:
            return
        self._saving = False
        self._show_changes()
        if isinstance(error, StaleSave):
            self._context.jobs.run(read_school, receiver=self, done="_take_other")
            return
        self._context.navigator.complain(error)

    def _take_other(self, school: School) -> None:
        """Somebody else changed the school first: say what it is now; what is typed stays."""
        if self._stored is None:
            return
        other_logo = school.logo != self._stored.logo
        self._stored = school
        words = self.tr(
            "Iemand anders heeft dit net veranderd. Nu staat er: {name}, {year}. "
            "Wat jij invulde, staat er nog. Bewaar nog een keer om dat toch te nemen."
        )
        if other_logo:
            words = self.tr(
                "Iemand anders heeft dit net veranderd. Nu staat er: {name}, {year}, met een "
                "ander logo. Wat jij invulde, staat er nog. Bewaar nog een keer om dat toch te "
                "nemen."
            )
        self._show_changes()
        self._context.navigator.say(
            words.format(name=school.name, year=school.year), Tone.ATTENTION
        )

    def _entered(self) -> School:
        return School(self.school.value(), self.year.value(), self._logo)

    def _show_changes(self) -> None:
        self.save_button.setEnabled(self.edited)

    def _show_logo(self) -> None:
        self._logo_words.set_ink("muted")
        self._logo_words.setText(
            self.tr("Komt op je verslagen. Mag, hoeft niet.")
            if self._logo is None
            else self.tr("Dit staat op je verslagen.")
        )
        picture = QPixmap()
        if self._logo is not None and picture.loadFromData(self._logo):
            side = self.logo_button.sizeHint().height()
            picture = picture.scaled(
                QSize(side * 3, side),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        self._picture.setPixmap(picture)
        self._picture.setVisible(self._logo is not None)
        self.no_logo_button.setVisible(self._logo is not None)


def _image_in(file: Path) -> bytes | None:
    """What is in the file, if it is an image that fits."""
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_LOGO_BYTES + 1)
    except OSError:
        return None
    fits = len(data) <= MAX_LOGO_BYTES and data.startswith(_IMAGES)
    return data if fits and QPixmap().loadFromData(data) else None


def _is_school_year(text: str) -> bool:
    first, dash, last = text.partition("-")
    return bool(dash) and first.isdecimal() and last.isdecimal() and int(last) == int(first) + 1

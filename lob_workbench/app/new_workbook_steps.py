"""The three steps of a new workbook. Each knows whether it is good enough to go on."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lob_workbench.app.passphrases import NewPassphrase
from lob_workbench.app.recent import suggested_folder
from lob_workbench.app.recovery import check_code, code_field, own_folder
from lob_workbench.domain.clock import Clock
from lob_workbench.domain.rights import ROLE_LABELS, Role
from lob_workbench.storage.recovery_code import new_recovery_code, read_recovery_code
from lob_workbench.storage.sync_service import sync_folder_name
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card, Panel
from lob_workbench.ui.chips import Filter, FilterChips
from lob_workbench.ui.dialogs import choose_folder, open_file
from lob_workbench.ui.forms import LineField
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.theme import TextSize, sized_font, space

_MOST_LOGO_BYTES: Final = 2_000_000
_IMAGES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


class WhoStep(QWidget):
    """Who are you: name, roles, school, school year, a logo, and where the workbook goes."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.logo: bytes | None = None
        self.folder = suggested_folder()
        self.name = LineField(self.tr("Je &naam"), self, required=True)
        self.name.edit.setPlaceholderText(self.tr("Zoals studenten je kennen"))
        self.school = LineField(self.tr("Je &school"), self, required=True)
        self.year = LineField(self.tr("School&jaar"), self, required=True, limit=9)
        self.year.set_value(_school_year(clock))
        self.roles = FilterChips(
            [Filter(role, QCoreApplication.translate("roles", ROLE_LABELS[role])) for role in Role],
            self,
            name=self.tr("Je rol"),
        )
        self.roles.set_value(frozenset({Role.COUNSELLOR}))
        self._roles_error = Paragraph("", self, size=TextSize.SMALL, ink="danger")
        self._roles_error.hide()
        self.roles.changed.connect(self._roles_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(4))
        column.addWidget(self.name)
        column.addLayout(self._roles_row())
        school = QHBoxLayout()
        school.setSpacing(space(4))
        school.addWidget(self.school, 3)
        school.addWidget(self.year, 1)
        column.addLayout(school)
        column.addLayout(self._logo_row())
        column.addLayout(self._folder_row())
        self._sync_warning = Panel("", self, tint="attention", icon="ph.cloud-slash")
        column.addWidget(self._sync_warning)
        column.addStretch(1)
        self.setFocusProxy(self.name)
        self._show()

    def _roles_row(self) -> QVBoxLayout:
        row = QVBoxLayout()
        row.setSpacing(space(1))
        label = Label(self.tr("Je rol"), self, bold=True)
        row.addWidget(label)
        row.addWidget(self.roles)
        row.addWidget(self._roles_error)
        return row

    def _logo_row(self) -> QHBoxLayout:
        self._logo_view = QLabel(self)
        self.logo_button = Button(self.tr("&Logo kiezen…"), self, icon="ph.image")
        self.logo_button.clicked.connect(self.choose_logo)
        self.no_logo_button = Button(self.tr("Geen logo"), self, kind=ButtonKind.QUIET)
        self.no_logo_button.clicked.connect(self.drop_logo)
        self._logo_words = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        row = QHBoxLayout()
        row.setSpacing(space(3))
        row.addWidget(_titled(self.tr("Logo van je school"), self._logo_words, self), 1)
        for widget in (self._logo_view, self.no_logo_button, self.logo_button):
            row.addWidget(widget)
        return row

    def _folder_row(self) -> QHBoxLayout:
        self._folder_words = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        self.folder_button = Button(self.tr("Andere &map…"), self, icon="ph.folder")
        self.folder_button.clicked.connect(self.choose_folder)
        row = QHBoxLayout()
        row.setSpacing(space(3))
        row.addWidget(_titled(self.tr("Hier komt je werkboek"), self._folder_words, self), 1)
        row.addWidget(self.folder_button)
        return row

    def chosen_roles(self) -> frozenset[Role]:
        """The roles that are on."""
        return frozenset(key for key in self.roles.value() if isinstance(key, Role))

    def choose_logo(self) -> None:
        """Ask for an image."""
        title, kinds = self.tr("Logo kiezen"), self.tr("Plaatje (*.png *.jpg *.jpeg)")
        file = open_file(self, title, kinds)
        if file is None:
            return
        data = _image_bytes(file)
        if data is None:
            self._logo_words.set_ink("danger")
            self._logo_words.setText(
                self.tr("Kies een PNG- of JPEG-plaatje van hoogstens 2 MB. Dit bestand past niet.")
            )
            return
        self.logo = data
        self._show()

    def drop_logo(self) -> None:
        """No logo after all."""
        self.logo = None
        self._show()

    def choose_folder(self) -> None:
        """Ask where; the workbook gets an empty folder of its own there."""
        folder = choose_folder(self, self.tr("Map voor je werkboek"), self.folder.parent)
        if folder is not None:
            self.folder = own_folder(folder)
            self._show()

    def check(self) -> bool:
        """Whether all is filled in; shows what is not and puts the focus there."""
        year = self.year.value()
        good = self.name.check() & self.school.check() & self.year.check()
        if self.year.check() and not _is_school_year(year):
            self.year.set_error(self.tr("Schrijf het als 2026-2027."))
            good = False
        has_role = bool(self.chosen_roles())
        self._roles_error.setText("" if has_role else self.tr("Kies minstens één rol."))
        self._roles_error.setVisible(not has_role)
        for field in (self.name, self.school, self.year):
            if field.error:
                field.setFocus()
                break
        return good and has_role

    def _roles_changed(self) -> None:
        self._roles_error.hide()

    def _show(self) -> None:
        self._folder_words.setText(str(self.folder))
        service = sync_folder_name(self.folder)
        self._sync_warning.setVisible(service is not None)
        if service is not None:
            self._sync_warning.set_text(
                self.tr(
                    "Deze map hoort bij {service}. Zo'n dienst kan je werk beschadigen terwijl "
                    "je schrijft. Kies liever een gewone map op deze laptop."
                ).format(service=service)
            )
        self._logo_words.set_ink("muted")
        self._logo_words.setText(
            self.tr("Mag, hoeft niet. Het komt op je verslagen.")
            if self.logo is None
            else self.tr("Dit komt op je verslagen.")
        )
        self.no_logo_button.setVisible(self.logo is not None)
        picture = QPixmap()
        if self.logo is not None:
            picture.loadFromData(self.logo)
            side = self.logo_button.sizeHint().height()
            picture = picture.scaled(
                QSize(side * 3, side),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        self._logo_view.setPixmap(picture)
        self._logo_view.setVisible(self.logo is not None)


class PassphraseStep(QWidget):
    """The passphrase, twice, with what makes a good one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.passphrase = NewPassphrase(self)
        advice = Panel(
            self.tr(
                "Neem vier of meer losse woorden die alleen jij bij elkaar bedenkt. Spaties "
                "mogen. Kies geen spreekwoord, en niet de naam van jezelf, je school of je hond."
            ),
            self,
            icon="ph.lightbulb",
        )
        warning = Paragraph(
            self.tr(
                "Niemand anders kent deze zin, ook je school niet. Vergeet je hem, dan helpt "
                "alleen de herstelcode van de volgende stap."
            ),
            self,
            ink="muted",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(4))
        column.addWidget(advice)
        column.addWidget(self.passphrase)
        column.addWidget(warning)
        column.addStretch(1)
        self.setFocusProxy(self.passphrase)

    def check(self) -> bool:
        """Whether the passphrase will do."""
        return self.passphrase.check()


class RecoveryStep(QWidget):
    """The recovery code in large type, on paper, and typed back from that paper."""

    paper_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = new_recovery_code()
        card = Card("", self)
        groups = self.code.split("-")
        card.body.setSpacing(space(4))
        self._shown = Label(_in_lines(groups), card)
        font = sized_font(TextSize.HERO)
        font.setFamilies(["monospace", *font.families()])
        font.setStyleHint(font.StyleHint.Monospace)
        self._shown.setFont(font)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._shown.setAccessibleName(self.tr("Herstelcode: {code}").format(code=self.code))
        self.paper_button = Button(
            self.tr("&Afdrukken of bewaren als PDF"), card, icon="ph.printer"
        )
        self.paper_button.clicked.connect(self.paper_requested)
        card.body.addWidget(self._shown)
        card.body.addWidget(self.paper_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.typed = code_field(self)
        self.typed.set_hint(
            self.tr(
                "Typ hem over van je papier. Hoofdletters, streepjes en spaties maken niet uit."
            )
        )
        why = Paragraph(
            self.tr(
                "Met deze code kom je binnen als je je wachtwoordzin vergeet. Je ziet hem alleen "
                "nu. Druk hem af en bewaar het blad op een veilige plek, niet bij je laptop."
            ),
            self,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(4))
        column.addWidget(why)
        column.addWidget(card)
        column.addWidget(self.typed)
        column.addStretch(1)
        self.setFocusProxy(self.paper_button)

    def check(self) -> bool:
        """Whether the code was typed back rightly."""
        if not check_code(self.typed):
            self.typed.setFocus()
            return False
        if read_recovery_code(self.typed.value()) != read_recovery_code(self.code):
            self.typed.set_error(self.tr("Dit is een andere code. Vergelijk hem met je papier."))
            self.typed.setFocus()
            return False
        return True


def _in_lines(groups: list[str]) -> str:
    half = (len(groups) + 1) // 2
    return "\n".join("   ".join(line) for line in (groups[:half], groups[half:]))


def _titled(title: str, words: Paragraph, parent: QWidget) -> QWidget:
    box = QWidget(parent)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Label(title, box, bold=True))
    column.addWidget(words)
    return box


def _image_bytes(file: Path) -> bytes | None:
    """What is in the file, if it is an image that fits."""
    try:
        if file.stat().st_size > _MOST_LOGO_BYTES:
            return None
        data = file.read_bytes()
    except OSError:
        return None
    return data if data.startswith(_IMAGES) and QPixmap().loadFromData(data) else None


def _school_year(clock: Clock) -> str:
    from lob_workbench.people.school import school_year

    return school_year(clock.today())


def _is_school_year(text: str) -> bool:
    first, dash, last = text.partition("-")
    return bool(dash) and first.isdecimal() and last.isdecimal() and int(last) == int(first) + 1

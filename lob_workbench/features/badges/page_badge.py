"""One badge: its picture, how it stands, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lob_workbench.domain.clock import local
from lob_workbench.domain.contributions import Tone
from lob_workbench.features.badges.drawn import small_picture
from lob_workbench.features.badges.operations import revoke
from lob_workbench.features.badges.report_files import picture_of
from lob_workbench.features.badges.rules import STATE_LABELS, BadgeState, BadgeView
from lob_workbench.features.badges.tables import state_tone, translated
from lob_workbench.skills.rules import LearnerKind
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dates import long_date
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import AreaField
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import space

_SIDE = 104


class BadgeCard(Card):
    """``save_asked``, ``pack_asked`` and ``again_asked`` tell that somebody wants that of it."""

    save_asked = Signal(object)
    pack_asked = Signal(object)
    again_asked = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent, fill=True)
        self._context = context
        self.badge: BadgeView | None = None
        sheet = ScrollColumn(self)
        content = sheet.content
        self._picture = QLabel(content)
        self._picture.setFixedSize(_SIDE, _SIDE)
        self._picture.setScaledContents(True)
        self._state = Chip("", content)
        self._about = Paragraph("", content)
        self._told = Paragraph("", content, ink="muted")
        words = QVBoxLayout()
        words.setSpacing(space(1))
        words.addWidget(self._state)
        words.addWidget(self._about)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(space(3))
        head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self.save_button = Button(self.tr("&Opslaan"), content, icon="ph.download-simple")
        self.save_button.clicked.connect(self._save)
        self.pack_button = Button(self.tr("Rug&zak"), content, icon="ph.suitcase-simple")
        self.pack_button.setToolTip(self.tr("Alle geldige badges van deze persoon in één bestand"))
        self.pack_button.clicked.connect(self._pack)
        self.again_button = Button(self.tr("Opnieuw uitreiken"), content, icon="ph.medal")
        self.again_button.clicked.connect(self.again_asked)
        self.revoke_button = Button(
            self.tr("&Intrekken"), content, kind=ButtonKind.QUIET, icon="ph.prohibit"
        )
        self.revoke_button.clicked.connect(self._begin_revoke)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        for button in (self.save_button, self.pack_button, self.again_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.revoking = QWidget(self)
        self.reason = AreaField(
            self.tr("Waarom trek je deze badge in?"),
            self.revoking,
            required=True,
            hint=self.tr("Dit blijft in het dossier. In de lijst staat alleen een nummer."),
            min_lines=2,
        )
        self.sure_button = Button(self.tr("Badge intrekken"), self.revoking, kind=ButtonKind.DANGER)
        self.sure_button.clicked.connect(self._revoke)
        self.keep_button = Button(self.tr("Toch niet"), self.revoking, kind=ButtonKind.QUIET)
        self.keep_button.clicked.connect(self._keep)
        choice = QHBoxLayout()
        choice.setSpacing(space(2))
        choice.addWidget(self.sure_button)
        choice.addWidget(self.keep_button)
        choice.addStretch(1)
        form = QVBoxLayout(self.revoking)
        form.setContentsMargins(0, 0, 0, 0)
        form.addWidget(self.reason)
        form.addLayout(choice)
        column = sheet.column
        column.setSpacing(space(3))
        column.addLayout(head)
        column.addWidget(self._told)
        column.addLayout(buttons)
        column.addWidget(self.revoke_button)
        column.addStretch(1)
        self.body.addWidget(sheet, 1)
        self.body.addWidget(self.revoking)
        self.show_badge(None)

    def show_badge(self, badge: BadgeView | None) -> None:
        """Show this badge, or nothing."""
        self.badge = badge
        self.revoking.hide()
        self.reason.set_value("")
        self.setVisible(badge is not None)
        if badge is None:
            self._picture.clear()
            self._about.setText("")
            self.set_title(" ")
            return
        title, today = badge.title, self._context.clock.today()
        state = badge.state(today)
        self.set_title(f"{title.skill}, {title.level}: {title.level_name}")
        self._state.set_state(translated(STATE_LABELS[state]), state_tone(badge, today))
        lines = [
            badge.learner.name,
            self.tr("Uitgereikt op {day} door {name}").format(
                day=long_date(local(badge.issued_at).date(), weekday=False), name=badge.issued_by
            ),
        ]
        if badge.valid_until is not None:
            until = self.tr("Geldig tot en met {day}")
            lines.append(until.format(day=long_date(badge.valid_until, weekday=False)))
        self._about.setText("\n".join(lines))
        told = {
            BadgeState.KEY_REVOKED: self.tr(
                "De sleutel onder deze badge is ingetrokken. Anderen zien hem niet meer als echt. "
                "Reik hem opnieuw uit en geef de nieuwe mee."
            ),
            BadgeState.REVOKED: self.tr("Wie deze badge nakijkt, ziet dat hij is ingetrokken."),
            BadgeState.EXPIRED: self.tr("Is het niveau er nog, dan kun je een nieuwe uitreiken."),
        }.get(state, "")
        self._told.setText(told)
        self._told.setVisible(bool(told))
        me = badge.learner.id == self._context.actor.staff_id
        own = badge.learner.own and not me
        self.save_button.setVisible(badge.learner.own and state is BadgeState.VALID)
        self.pack_button.setVisible(badge.learner.own and state is BadgeState.VALID)
        again = state in (BadgeState.KEY_REVOKED, BadgeState.EXPIRED, BadgeState.REVOKED)
        self.again_button.setVisible(own and again)
        self.revoke_button.setVisible(own and state is not BadgeState.REVOKED)
        picture = picture_of(badge)
        self._context.jobs.render(small_picture, picture, receiver=self, done="_show_picture")

    def _show_picture(self, png: bytes) -> None:
        pixmap = QPixmap()
        pixmap.loadFromData(png)
        if self.badge is not None:
            self._picture.setPixmap(pixmap)
            self._picture.setAccessibleName(self.title.text())

    def _save(self) -> None:
        if self.badge is not None:
            self.save_asked.emit((self.badge,))

    def _pack(self) -> None:
        if self.badge is not None:
            self.pack_asked.emit(self.badge.learner)

    def _begin_revoke(self) -> None:
        self.revoking.show()
        self.revoke_button.hide()
        self.reason.setFocus()

    def _keep(self) -> None:
        self.show_badge(self.badge)
        self.revoke_button.setFocus()

    def _revoke(self) -> None:
        badge = self.badge
        if badge is None or not self.reason.check():
            return
        student = badge.learner.id if badge.learner.kind is LearnerKind.STUDENT else None
        self.sure_button.setEnabled(False)
        self._context.jobs.run(
            revoke,
            badge.id,
            student,
            self.reason.value(),
            receiver=self,
            done="_revoked",
            failed="_refused",
        )

    def _revoked(self, _changes: object) -> None:
        self.sure_button.setEnabled(True)
        self._context.navigator.say(
            self.tr("De badge is ingetrokken. Zet ook de nieuwe lijst op de website."), Tone.CALM
        )
        self.revoking.hide()

    def _refused(self, error: Exception) -> None:
        self.sure_button.setEnabled(True)
        self.reason.set_error(error_text(error))

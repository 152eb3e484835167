"""Agreements that exist: tick them as done, drop them with a reason, open them again."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.dates import plain_date
from lob_workbench.domain.errors import InputRefused, StaleSave
from lob_workbench.features.conversations.history import has_history
from lob_workbench.features.conversations.operations import close_agreement
from lob_workbench.features.conversations.page_agreement_stale import StaleAgreement
from lob_workbench.features.conversations.page_history import HistoryLine
from lob_workbench.features.conversations.tables import owner_label
from lob_workbench.talks.rules import AgreementStatus, AgreementView
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import CheckBox, LineField
from lob_workbench.ui.labels import Line, Paragraph
from lob_workbench.ui.theme import TextSize, space

_MORE_THAN_ALLOWED = 100_000


class _ReasonForm(QWidget):
    """Why an agreement is dropped; its fields are made when somebody first asks for them."""

    given = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.reason: LineField | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(space(10), 0, 0, space(2))
        self._column.setSpacing(space(2))

    def open(self) -> None:
        """Ask, with the focus in the field."""
        if self.reason is None:
            self.reason = self._make()
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Forget what was typed, and hide."""
        if self.reason is not None:
            self.reason.set_value("")
        self.hide()

    def refuse(self, text: str) -> None:
        """Say why this reason will not do."""
        if self.reason is not None:
            self.reason.set_error(text)
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> LineField:
        reason = LineField(self.tr("Waarom vervalt deze afspraak?"), self, limit=_MORE_THAN_ALLOWED)
        reason.edit.returnPressed.connect(self._give)
        drop = Button(self.tr("Laten vervallen"), self)
        drop.clicked.connect(self._give)
        self.keep = Button(self.tr("Toch niet"), self, kind=ButtonKind.QUIET)
        self.keep.clicked.connect(self.closed)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addWidget(drop)
        buttons.addWidget(self.keep)
        buttons.addStretch(1)
        self._column.addWidget(reason)
        self._column.addLayout(buttons)
        return reason

    def _give(self) -> None:
        if self.reason is not None:
            self.given.emit(self.reason.value())


class AgreementItem(QWidget):
    """One agreement with what can be done to it; it asks the database itself."""

    refused = Signal()
    """What is shown is not how it stands any more: load again."""
    stale = Signal(object, object, str)
    """Somebody was first with this agreement: the ``AgreementView``, what was wanted, and why."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._view: AgreementView | None = None
        self._wanted = AgreementStatus.OPEN
        self._reason = ""
        self.tick = CheckBox("", self)
        self.tick.clicked.connect(self._ticked)
        self._what = Paragraph("", self, selectable=True)
        self._chip = Chip("", self)
        self._facts = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        self._reason_shown = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        self.story: HistoryLine | None = None
        self.other = Button("", self, kind=ButtonKind.QUIET)
        self.other.clicked.connect(self._other_way)
        facts = QHBoxLayout()
        facts.setSpacing(space(2))
        facts.addWidget(self._chip)
        facts.addWidget(self._facts, 1)
        words = QVBoxLayout()
        # The first line stands level with the middle of the tick and of the button.
        words.setContentsMargins(0, space(1) + 2, 0, space(1))
        words.setSpacing(space(1))
        words.addWidget(self._what)
        words.addLayout(facts)
        words.addWidget(self._reason_shown)
        self._words = words
        row = QHBoxLayout()
        row.setSpacing(space(1))
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.other, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        column.addLayout(row)
        self.form = _ReasonForm(self)
        self.form.given.connect(self._drop)
        self.form.closed.connect(self._close_form)
        self.form.hide()
        column.addWidget(self.form)
        self._line = Line(self)
        column.addWidget(self._line)

    @property
    def agreement(self) -> AgreementView | None:
        """What is shown."""
        return self._view

    def show_agreement(self, view: AgreementView, today: date) -> None:
        """Show ``view``; a reason that is being typed stays."""
        self._view = view
        is_open = view.status is AgreementStatus.OPEN
        self._what.setText(view.what)
        self._what.set_ink("" if is_open else "muted")
        self.tick.setChecked(view.status is AgreementStatus.DONE)
        self.tick.setVisible(view.status is not AgreementStatus.DROPPED)
        self.tick.setEnabled(view.own)
        self.tick.setAccessibleName(self.tr("Gedaan: {what}").format(what=view.what))
        self.tick.setToolTip(self.tr("Gedaan"))
        self._show_state(view, today)
        self._facts.setText(self._facts_of(view))
        self._reason_shown.setText(view.closed_reason)
        self._reason_shown.setVisible(bool(view.closed_reason))
        self._show_history(view)
        self.other.setText(self.tr("Laten vervallen") if is_open else self.tr("Weer openen"))
        self.other.setAccessibleName(f"{self.other.text()} {view.what}")
        self.other.setVisible(view.own)
        if not is_open or not view.own:
            self._close_form()

    def set_last(self, last: bool) -> None:
        """The last one has no line under it."""
        self._line.setVisible(not last)

    def _show_state(self, view: AgreementView, today: date) -> None:
        closed = "" if view.closed_on is None else plain_date(view.closed_on)
        if view.is_overdue(today):
            self._chip.set_state(self.tr("Over tijd"), Tone.DANGER, "ph.clock")
        elif view.status is AgreementStatus.DONE:
            self._chip.set_state(self.tr("Gedaan op {day}").format(day=closed), Tone.GOOD)
        elif view.status is AgreementStatus.DROPPED:
            words = self.tr("Vervallen op {day}").format(day=closed)
            self._chip.set_state(words, Tone.CALM, "ph.x-circle")
        self._chip.setVisible(view.status is not AgreementStatus.OPEN or view.is_overdue(today))

    def _facts_of(self, view: AgreementView) -> str:
        facts = [owner_label(view.owner)]
        if view.due_on is not None:
            facts.append(self.tr("uiterlijk {day}").format(day=plain_date(view.due_on)))
        else:
            facts.append(self.tr("afgesproken op {day}").format(day=plain_date(view.made_on)))
        return " · ".join(facts)

    def _show_history(self, view: AgreementView) -> None:
        # Most agreements have none: the line is made for those that went on.
        if self.story is None and has_history(view):
            self.story = HistoryLine(self)
            self._words.addWidget(self.story)
        if self.story is not None:
            self.story.show_agreement(view)

    def _ticked(self) -> None:
        self._close(AgreementStatus.DONE if self.tick.isChecked() else AgreementStatus.OPEN)

    def _other_way(self) -> None:
        if self._view is not None and self._view.status is AgreementStatus.OPEN:
            self.form.open()
        else:
            self._close(AgreementStatus.OPEN)

    def _drop(self, reason: str) -> None:
        self._close(AgreementStatus.DROPPED, reason)

    def _close_form(self) -> None:
        had_focus = _holds_focus(self.form)
        self.form.put_away()
        if had_focus:
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self, status: AgreementStatus, reason: str = "") -> None:
        if self._view is None:
            return
        self._wanted, self._reason = status, reason
        self._context.jobs.run(
            close_agreement,
            self._view.id,
            self._view.version,
            status,
            reason,
            receiver=self,
            done="_take_closed",
            failed="_take_refused",
        )

    def _take_closed(self, _changes: object) -> None:
        view = self._view
        if view is None:
            return
        words = {
            AgreementStatus.DONE: self.tr("Afspraak gedaan."),
            AgreementStatus.DROPPED: self.tr("Afspraak vervallen."),
            AgreementStatus.OPEN: self.tr("Afspraak weer open."),
        }
        self._context.navigator.offer_undo(
            words[self._wanted],
            close_agreement,
            view.id,
            view.version + 1,
            view.status,
            view.closed_reason,
        )

    def _take_refused(self, error: Exception) -> None:
        if isinstance(error, InputRefused) and self.form.isVisible():
            self.form.refuse(error_text(error))
            return
        if isinstance(error, StaleSave) and self._view is not None:
            self.stale.emit(self._view, self._wanted, self._reason)
        else:
            self._context.navigator.complain(error)
        if self._view is not None:
            self.tick.setChecked(self._view.status is AgreementStatus.DONE)
        self.refused.emit()


class AgreementList(QWidget):
    """Agreements under each other; showing them again keeps focus and what is being typed."""

    refused = Signal()
    """An agreement turned out to have changed meanwhile: load again."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._items: dict[UUID, AgreementItem] = {}
        self.notice = StaleAgreement(context, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(space(2))
        outer.addWidget(self.notice)
        self._column = QVBoxLayout()
        self._column.setSpacing(space(1))
        outer.addLayout(self._column)

    @property
    def items(self) -> tuple[AgreementItem, ...]:
        """The agreements in the order of the screen."""
        return tuple(self._items.values())

    def show_agreements(self, views: Sequence[AgreementView], today: date) -> None:
        """Show ``views``, in this order."""
        focused = self._focused_place()
        wanted = {view.id for view in views}
        for gone in [key for key in self._items if key not in wanted]:
            item = self._items.pop(gone)
            self._column.removeWidget(item)
            item.hide()
            item.deleteLater()
        kept, self._items = self._items, {}
        for place, view in enumerate(views):
            item = kept.get(view.id) or self._new_item()
            item.show_agreement(view, today)
            item.set_last(place == len(views) - 1)
            if self._column.indexOf(item) != place:
                self._column.insertWidget(place, item)
                item.show()
            self._items[view.id] = item
        self._hand_focus(focused)

    def _new_item(self) -> AgreementItem:
        item = AgreementItem(self._context, self)
        item.refused.connect(self.refused)
        item.stale.connect(self.notice.look)
        return item

    def _focused_place(self) -> int:
        """Which agreement has the focus; -1 for none."""
        places = (place for place, item in enumerate(self.items) if _holds_focus(item))
        return next(places, -1)

    def _hand_focus(self, place: int) -> None:
        """Where the focused agreement went away, the one that took its place has the focus."""
        if place >= 0 and self._items and not _holds_focus(self):
            item = self.items[min(place, len(self._items) - 1)]
            stop = item.tick if item.tick.isVisibleTo(item) else item.other
            stop.setFocus(Qt.FocusReason.OtherFocusReason)


def _holds_focus(widget: QWidget) -> bool:
    return any(child.hasFocus() for child in widget.findChildren(QWidget))

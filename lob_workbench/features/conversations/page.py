"""The page of talks: the list, a talk in three steps, and a recorded talk to read."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target, Tone
from lob_workbench.domain.dates import long_date, plain_date
from lob_workbench.domain.rights import Right
from lob_workbench.features.conversations.page_agreement_table import AgreementTable
from lob_workbench.features.conversations.page_list import TalkList
from lob_workbench.features.conversations.page_paper import TalkPapers
from lob_workbench.features.conversations.page_read import ReadingView
from lob_workbench.features.conversations.page_talk import Step, TalkView
from lob_workbench.features.conversations.tables import kind_label
from lob_workbench.people.rules import StudentView, has_student
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.page import Page, PageKey


class Mode(StrEnum):
    """What the page shows; the values are the details of a ``Target``."""

    LIST = ""
    PREPARE = "prepare"
    HOLD = "hold"
    RECORD = "record"
    CORRECT = "correct"
    READ = "read"
    AGREEMENTS = "agreements"


_STEPS = {Mode.PREPARE: Step.PREPARE, Mode.HOLD: Step.HOLD, Mode.RECORD: Step.RECORD}
_MODES = {step: mode for mode, step in _STEPS.items()}


class ConversationsPage(Page):
    """``Target("conversations", entity, detail)``.

    Without entity the list, or with ``agreements`` that of all agreements.
    ``prepare``, ``hold`` and ``record`` take a student, ``read`` and ``correct`` a recorded talk.
    """

    help_topic = "conversation"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, scroll=False)
        self._context = context
        self._started: dict[UUID, datetime] = {}
        self._mode = Mode.LIST
        self._entity: UUID | None = None
        self._to_paper = False
        self._talk: TalkView | None = None
        self._reading: ReadingView | None = None
        self._agreements: AgreementTable | None = None
        self._papers = TalkPapers(context, self)
        self._stack = QStackedWidget(self)
        self.body.addWidget(self._stack, 1)
        self.talks = TalkList(context, self._stack)
        self._stack.addWidget(self.talks)
        self.talks.loaded.connect(self._list_loaded)
        self._make_buttons()
        self.offer(PageKey.PRINT, self.tr("Op papier"), self._print)
        self.offer(PageKey.SAVE, self.tr("Concept bewaren"), self._save)
        self.offer(PageKey.FINISH, self.tr("Vastleggen"), self._finish)
        self._be(Mode.LIST)

    def _make_buttons(self) -> None:
        self.card_button = self.add_button(
            self.tr("&Gesprekskaart"), self._print, icon="ph.printer"
        )
        self.correct_button = self.add_button(
            self.tr("Ver&beteren"), self._correct, icon="ph.pencil-simple"
        )
        self.bank_button = self.add_button(
            self.tr("Vragen&bank"), self._open_bank, icon="ph.question"
        )
        self.bank_button.set_kind(ButtonKind.QUIET)
        self.agreements_button = self.add_button(
            self.tr("Alle &afspraken"), self._show_agreements, icon="ph.handshake"
        )
        self.list_button = self.add_button(
            self.tr("Alle &gesprekken"), self._show_talks, icon="ph.chats-circle"
        )
        self.student_button = self.add_button(
            self.tr("&Student kiezen"), self._choose_student, primary=True, icon="ph.student"
        )
        self.hold_button = self.add_button(
            self.tr("Gesprek &voeren"), self._hold, primary=True, icon="ph.chats-circle"
        )
        self.finish_button = self.add_button(
            self.tr("&Vastleggen"), self._finish, primary=True, icon="ph.check"
        )
        self.report_button = self.add_button(
            self.tr("Verslag (&PDF)"), self._print, primary=True, icon="ph.file-pdf"
        )
        self._buttons_of_modes = (
            self.card_button,
            self.correct_button,
            self.bank_button,
            self.agreements_button,
            self.list_button,
            self.student_button,
            self.hold_button,
            self.finish_button,
            self.report_button,
        )

    @property
    def target(self) -> Target:
        """Where the page is now; a step or a recording moves it without the window."""
        return Target("conversations", self._entity, self._mode.value)

    def open(self, target: Target) -> None:
        self._keep()
        mode = Mode(target.detail)
        self._entity = target.entity
        if mode is Mode.AGREEMENTS:
            self._open_agreements()
        elif target.entity is None:
            self._be(Mode.LIST)
            self.talks.load()
        elif mode is Mode.READ:
            self._open_reading(target.entity)
        elif mode is Mode.CORRECT:
            self._be(mode)
            self._talk_view().open_correction(target.entity)
        else:
            # A student without a step: the work begins at the beginning.
            mode = mode or Mode.PREPARE
            self._be(mode)
            self._talk_view().open_talk(target.entity, _STEPS[mode])

    def refresh(self, changes: Changes) -> None:
        if self._mode is Mode.LIST:
            self.talks.refresh(changes)
        elif self._mode is Mode.READ and self._reading is not None:
            self._reading.refresh(changes)
        elif self._mode is Mode.AGREEMENTS and self._agreements is not None:
            self._agreements.refresh(changes)
        elif self._talk is not None:
            self._talk.refresh(changes)

    def leave(self) -> bool:
        kept = self._keep()
        if not kept:
            self._context.navigator.say(
                self.tr("Je tekst is nog niet bewaard, daarom blijf je hier."), Tone.DANGER
            )
        return kept

    def clear(self) -> None:
        # What was typed lives in these widgets, with their histories: no part of them may stay.
        for view in (self._talk, self._reading, self._agreements):
            if view is not None:
                self._stack.removeWidget(view)
                view.setParent(None)
                view.deleteLater()
        self._talk = self._reading = self._agreements = None
        self._entity = None
        self.talks.clear()
        self._be(Mode.LIST)

    def _talk_view(self) -> TalkView:
        if self._talk is None:
            self._talk = TalkView(self._context, self._started, self._stack)
            self._talk.loaded.connect(self._talk_loaded)
            self._talk.step_changed.connect(self._step_changed)
            self._talk.recorded.connect(self._talk_recorded)
            self._talk.comparing.connect(self._show_comparing)
            self._talk.given_up.connect(self._open_reading)
            self._stack.addWidget(self._talk)
        self._stack.setCurrentWidget(self._talk)
        return self._talk

    def _open_reading(self, conversation_id: UUID) -> None:
        self._entity = conversation_id
        self._be(Mode.READ)
        if self._reading is None:
            self._reading = ReadingView(self._context, self._stack)
            self._reading.loaded.connect(self._reading_loaded)
            self._stack.addWidget(self._reading)
        self._stack.setCurrentWidget(self._reading)
        self._reading.open_talk(conversation_id)

    def _open_agreements(self) -> None:
        self._be(Mode.AGREEMENTS)
        if self._agreements is None:
            self._agreements = AgreementTable(self._context, self._stack)
            self._stack.addWidget(self._agreements)
        self._stack.setCurrentWidget(self._agreements)
        self._agreements.load()

    def _show_agreements(self) -> None:
        self._context.navigator.go(Target("conversations", None, Mode.AGREEMENTS.value))

    def _show_talks(self) -> None:
        self._context.navigator.go(Target("conversations"))

    def _be(self, mode: Mode) -> None:
        """Show the buttons and keys of ``mode``."""
        self._mode = mode
        shown: dict[Mode, tuple[Button, ...]] = {
            Mode.LIST: (self.bank_button, self.agreements_button, self.student_button),
            Mode.AGREEMENTS: (self.list_button,),
            Mode.PREPARE: (self.card_button, self.hold_button),
            Mode.HOLD: (self.card_button, self.finish_button),
            Mode.RECORD: (self.finish_button,),
            Mode.CORRECT: (self.finish_button,),
            Mode.READ: (self.correct_button, self.report_button),
        }
        if not self._context.actor.may(Right.RECORD_TALKS):
            reading = (self.bank_button, self.agreements_button)
            shown |= {Mode.LIST: reading, Mode.READ: (self.report_button,)}
        for button in self._buttons_of_modes:
            button.setVisible(button in shown[mode])
        typing = mode in (Mode.PREPARE, Mode.HOLD, Mode.RECORD, Mode.CORRECT)
        self.print_action.setEnabled(mode not in (Mode.LIST, Mode.AGREEMENTS, Mode.CORRECT))
        self.save_action.setEnabled(typing)
        self.finish_action.setEnabled(typing)
        if mode is Mode.AGREEMENTS:
            words = self.tr("Van al je studenten, wat over tijd is bovenaan")
            self.set_title(self.tr("Afspraken"), words)
        if mode is Mode.LIST:
            self._stack.setCurrentWidget(self.talks)
            self.set_title(self.tr("Gesprekken"), self.tr("Wat je hebt vastgelegd, nieuwste eerst"))

    def _talk_loaded(self) -> None:
        prep = None if self._talk is None else self._talk.preparation
        if prep is None or self._talk is None:
            return
        student = prep.student
        if self._talk.is_correction:
            if self._mode is not Mode.CORRECT or self._entity != prep.draft.corrects:
                # Mine became a correction of what somebody else recorded meanwhile.
                self._entity = prep.draft.corrects
                self._be(Mode.CORRECT)
            kind = kind_label(prep.draft.kind)
            day = plain_date(prep.draft.held_on or prep.today)
            line = self.tr("{kind} van {day} verbeteren").format(kind=kind, day=day)
        else:
            line = self._about(student)
        self.set_title(student.name.full, line)

    def _about(self, student: StudentView) -> str:
        return " · ".join(part for part in (student.group, student.programme) if part)

    def _step_changed(self) -> None:
        if self._talk is not None and not self._talk.is_correction:
            self._be(_MODES[self._talk.step])
            # The same title, at another place: who shows where one is looks again.
            self.title_changed.emit(self.title)

    def _show_comparing(self, comparing: bool) -> None:
        # The two versions bring their own buttons: one question at a time.
        for button in self._buttons_of_modes:
            button.setEnabled(not comparing)

    def _list_loaded(self, any_talks: bool) -> None:
        # An empty list has a button of its own, with the reason beside it.
        may = self._context.actor.may(Right.RECORD_TALKS)
        self.student_button.setVisible(self._mode is Mode.LIST and any_talks and may)

    def _talk_recorded(self, conversation_id: UUID) -> None:
        self._to_paper = True
        self._open_reading(conversation_id)
        self._context.navigator.say(
            self.tr("Vastgelegd. Geef de student het verslag mee."), Tone.GOOD
        )

    def _reading_loaded(self) -> None:
        talk = None if self._reading is None else self._reading.talk
        if talk is None:
            return
        words = self.tr("{kind} op {day}, door {counsellor}").format(
            kind=kind_label(talk.kind), day=long_date(talk.held_on), counsellor=talk.counsellor
        )
        self.set_title(talk.student.name.full, words)
        # Only the newest version can be corrected, and only by who has the student.
        self.correct_button.setVisible(
            self._mode is Mode.READ
            and talk.version_number == talk.newest_version
            and has_student(self._context.actor, talk.student)
        )
        if self._to_paper:
            self._to_paper = False
            self.report_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> bool:
        return self._talk is None or self._talk.save_now()

    def _save(self) -> None:
        self._keep()

    def _open_bank(self) -> None:
        self._context.navigator.go(Target("questions"))

    def _choose_student(self) -> None:
        self._context.navigator.go(Target("students"))

    def _hold(self) -> None:
        self._talk_view().go(Step.HOLD)

    def _finish(self) -> None:
        if self._mode is Mode.PREPARE:
            self._hold()
        elif self._mode is Mode.HOLD:
            self._talk_view().go(Step.RECORD)
        else:
            self._talk_view().finish()

    def _correct(self) -> None:
        self._context.navigator.go(Target("conversations", self._entity, Mode.CORRECT.value))

    def _print(self) -> None:
        if self._mode is Mode.READ and self._entity is not None:
            self._papers.show_report(self._entity)
        elif self._talk is not None and (prep := self._talk.preparation) is not None:
            self._papers.show_card(prep)

"""Writing down that behaviours were shown: which, who says so, when, and what it shows from."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.clock import local
from lob_workbench.features.life_skills.evidence_files import (
    MOST_FILES,
    PreparedFile,
    read_evidence_file,
)
from lob_workbench.features.life_skills.operations_claims import (
    drop_claim,
    drop_file,
    keep_claim,
    keep_file,
)
from lob_workbench.features.life_skills.page_words import observer_words
from lob_workbench.features.life_skills.rules import Cell, file_of
from lob_workbench.features.life_skills.rules_claims import (
    OTHERS,
    FileName,
    TypedClaim,
    Who,
)
from lob_workbench.skills.rules import EvidenceFile, LearnerKind, Observer
from lob_workbench.ui.buttons import Button, ButtonKind, literal
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dates import format_time
from lob_workbench.ui.dialogs import open_file
from lob_workbench.ui.draft_keeper import DraftKeeper
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import AreaField, ChoiceField, DateField, LineField
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.page import ScrollColumn, finish_by_keys
from lob_workbench.ui.theme import TextSize, space


class ClaimForm(QWidget):
    """``finished`` gives the claim as typed; ``given_up`` leaves it where it is kept."""

    finished = Signal(object)
    given_up = Signal()
    discarded = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._typed: TypedClaim | None = None
        self._files: tuple[FileName, ...] = ()
        self.words = Paragraph("", self)
        # Made anew for each cell: of oneself there are other words than of a student.
        self._who_place = QVBoxLayout()
        self._who_place.setContentsMargins(0, 0, 0, 0)
        self.who = self._who_field(LearnerKind.STUDENT, mine=False)
        self.observer: ChoiceField[Observer] = ChoiceField(
            self.tr("&Als wat"),
            [(one, observer_words(one)) for one in OTHERS],
            self,
            radio_up_to=0,
        )
        self.name = LineField(self.tr("&Naam"), self)
        self.day = DateField(self.tr("&Op welke dag"), self, today=context.clock.today)
        self.evidence = AreaField(
            self.tr("Waar bleek het &uit?"),
            self,
            placeholder=self.tr("Bijvoorbeeld: vroeg in het overleg door toen iets niet klopte"),
            max_lines=6,
        )
        self.link = LineField(self.tr("&Link"), self, placeholder="https://", limit=100_000)
        self._file_list = QVBoxLayout()
        self._file_list.setSpacing(space(1))
        self.add_file = Button(self.tr("&Foto of bestand…"), self, icon="ph.paperclip")
        self.add_file.clicked.connect(self._choose_file)
        self.wrong = Panel("", self, tint="danger")
        self.sheet = ScrollColumn(self)
        self.sheet.column.setSpacing(space(3))
        self.sheet.column.addWidget(self.words)
        self.sheet.column.addLayout(self._who_place)
        for part in (self.observer, self.name, self.evidence, self.day, self.link):
            self.sheet.column.addWidget(part)
        self.sheet.column.addLayout(self._file_list)
        self.sheet.column.addWidget(self.add_file, 0, Qt.AlignmentFlag.AlignLeft)
        self.sheet.column.addWidget(self.wrong)
        self.sheet.column.addStretch(1)
        self.state = Label("", self, size=TextSize.SMALL, ink="muted")
        throw = Button(self.tr("Weggoo&ien"), self, kind=ButtonKind.QUIET)
        throw.clicked.connect(self._discard)
        back = Button(self.tr("Teru&g"), self, kind=ButtonKind.QUIET)
        back.clicked.connect(self._give_up)
        self.done = Button(self.tr("&Bewaren"), self, kind=ButtonKind.PRIMARY, icon="ph.check")
        self.done.clicked.connect(self.finish)
        finish_by_keys(self, self.done)
        buttons = QHBoxLayout()
        buttons.addWidget(self.state, 1)
        for button in (throw, back, self.done):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet, 1)
        column.addLayout(buttons)
        self.keeper = DraftKeeper(self, context.jobs, self._collect, keep_claim)
        self.keeper.saved.connect(self._tell_saved)
        self.keeper.failed.connect(self._tell_unsaved)
        for field in (self.observer, self.name, self.day, self.evidence, self.link):
            field.changed.connect(self._edited)

    def begin(self, cell: Cell, typed: TypedClaim) -> None:
        """Go on with what was typed, or begin with nothing."""
        self._typed = None
        self._show_who(cell)
        self.words.setText("\n".join(cell.skill_set.behaviour(one).text for one in typed.chosen))
        first = self.who.value()
        self.who.set_value(typed.who)
        if self.who.value() is None:
            self.who.set_value(first)
        self.observer.set_value(typed.observer)
        self.name.set_value(typed.name)
        self.day.set_value(typed.day)
        self.evidence.set_value(typed.evidence)
        self.link.set_value(typed.link)
        self._typed = typed
        self._show_files(typed.files)
        self.state.setText("")
        self._fit()
        self.evidence.setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self) -> TypedClaim | None:
        """What stands there, as typed."""
        if self._typed is None:
            return None
        return replace(
            self._typed,
            who=self.who.value() or Who.LEARNER,
            observer=self.observer.value() or Observer.OTHER,
            name=self.name.edit.text(),
            day=self.day.value(),
            evidence=self.evidence.edit.toPlainText(),
            link=self.link.edit.text(),
            files=self._files,
        )

    def finish(self) -> None:
        """Hand over what stands there."""
        typed = self.typed()
        if typed is not None:
            self.keeper.flush(wait=False)
            self.finished.emit(typed)

    def show_error(self, words: str) -> None:
        """Why it was not written."""
        self.wrong.set_text(words)
        self.wrong.show()
        self.sheet.ensureWidgetVisible(self.wrong)

    def forget(self) -> None:
        """It is written, or the reader went to another cell after it was kept."""
        self.keeper.forget()
        self._typed = None

    def leave(self) -> bool:
        """Keep what was typed; ``False`` when that did not work."""
        return self.keeper.flush()

    def clear(self) -> None:
        """Forget what was typed; it is kept where it was kept."""
        self.forget()
        self.evidence.set_value("")
        self.name.set_value("")
        self.link.set_value("")
        self.words.setText("")
        self._show_files(())

    def _who_field(self, kind: LearnerKind, *, mine: bool) -> ChoiceField[Who]:
        other = (Who.OTHER, self.tr("iemand anders"))
        if mine:
            choices = [(Who.LEARNER, self.tr("ikzelf")), other]
        else:
            student = kind is LearnerKind.STUDENT
            learner = self.tr("de student zelf") if student else self.tr("het teamlid zelf")
            choices = [(Who.ME, self.tr("ik zag het")), (Who.LEARNER, learner), other]
        field: ChoiceField[Who] = ChoiceField(self.tr("&Wie zegt dit?"), choices, self)
        field.set_value(choices[0][0])
        field.changed.connect(self._who_chosen)
        self._who_place.addWidget(field)
        return field

    def _show_who(self, cell: Cell) -> None:
        self._who_place.removeWidget(self.who)
        self.who.hide()
        self.who.deleteLater()
        mine = cell.learner.id == self._context.actor.staff_id
        self.who = self._who_field(cell.learner.kind, mine=mine)
        QWidget.setTabOrder(self.words, self.who)

    def _who_chosen(self) -> None:
        self._fit()
        self._edited()

    def _fit(self) -> None:
        other = self.who.value() is Who.OTHER
        self.observer.setVisible(other)
        self.name.setVisible(other)
        self.add_file.setVisible(len(self._files) < MOST_FILES)
        self.wrong.hide()

    def _edited(self) -> None:
        self.wrong.hide()
        if self._typed is not None:
            self.keeper.touch()

    def _collect(self) -> tuple[TypedClaim] | None:
        typed = self.typed()
        return None if typed is None else (typed,)

    def _tell_saved(self, moment: datetime) -> None:
        time = format_time(local(moment).time())
        self.state.setText(self.tr("Concept bewaard om {time}").format(time=time))

    def _tell_unsaved(self, _error: Exception) -> None:
        self.state.setText(self.tr("Nog niet bewaard"))

    def _give_up(self) -> None:
        self.keeper.flush(wait=False)
        self.given_up.emit()

    def _discard(self) -> None:
        typed = self.typed()
        if typed is not None:
            self.keeper.forget()
            self._context.jobs.run(
                drop_claim, typed, receiver=self, done="_take_discarded", failed="_complain"
            )
            self._typed = None
        self.given_up.emit()

    def _take_discarded(self, _nothing: object) -> None:
        self.discarded.emit()

    # Files

    def _choose_file(self) -> None:
        path = open_file(
            self,
            self.tr("Foto of bestand kiezen"),
            self.tr("Foto’s en documenten (*.jpg *.jpeg *.png *.webp *.pdf *.docx *.odt *.pptx)")
            + ";;"
            + self.tr("Alles (*)"),
        )
        if path is not None:
            self.add_file.setEnabled(False)
            self._context.jobs.render(
                read_evidence_file, path, receiver=self, done="take_read", failed="_refuse_file"
            )

    def take_read(self, read: PreparedFile) -> None:
        """The file may be kept: beside the draft, until the claim is written."""
        typed = self._typed
        if typed is None:
            return
        file = file_of(read.name, read.media_type, read.content)
        self._context.jobs.run(
            keep_file,
            typed.learner_id,
            file,
            receiver=self,
            done="take_kept",
            failed="_refuse_file",
        )

    def take_kept(self, file: EvidenceFile) -> None:
        """It is kept."""
        self.add_file.setEnabled(True)
        if self._typed is not None:
            self._show_files((*self._files, FileName(file.id, file.name, file.media_type)))
            self._fit()
            self._edited()

    def _refuse_file(self, error: Exception) -> None:
        self.add_file.setEnabled(True)
        self.show_error(error_text(error))

    def _show_files(self, files: tuple[FileName, ...]) -> None:
        self._files = files
        while (entry := self._file_list.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for file in files:
            row = _FileRow(file, self)
            row.removed.connect(self._drop_file)
            self._file_list.addWidget(row)

    def _drop_file(self, file_id: UUID) -> None:
        self._context.jobs.run(drop_file, file_id, receiver=self, failed="_complain")
        self._show_files(tuple(file for file in self._files if file.id != file_id))
        self._fit()
        self._edited()
        self.add_file.setFocus(Qt.FocusReason.OtherFocusReason)

    def _complain(self, error: Exception) -> None:
        self._context.navigator.complain(error)


class _FileRow(QWidget):
    removed = Signal(object)

    def __init__(self, file: FileName, parent: QWidget) -> None:
        super().__init__(parent)
        self._id = file.id
        icon = "ph.image" if file.media_type.startswith("image/") else "ph.file"
        name = Button(literal(file.name), self, kind=ButtonKind.QUIET, icon=icon)
        name.setEnabled(False)
        words = self.tr("{name} weghalen").format(name=file.name)
        remove = Button("", self, kind=ButtonKind.QUIET, icon="ph.trash", tip=words)
        remove.setAccessibleName(words)
        remove.clicked.connect(self._remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(name)
        row.addWidget(remove)
        row.addStretch(1)

    def _remove(self) -> None:
        self.removed.emit(self._id)

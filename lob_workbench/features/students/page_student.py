"""The page of one student: who it is, the time line, and a tab for each feature that has one."""

from typing import Protocol, runtime_checkable
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import SignalKind, Tone, contributed
from lob_workbench.domain.rights import Right
from lob_workbench.features.students.operations import HeadSources, read_story
from lob_workbench.features.students.page_story import StoryLine
from lob_workbench.features.students.rules import StudentStory
from lob_workbench.people.rules import AGE_STAGE_LABELS, StudentView, age_stage, has_student
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Fact, PersonHeader
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dates import relative_date, short_date
from lob_workbench.ui.signals import SIGNAL_ICONS, signal_reason, signal_tone, signal_words
from lob_workbench.ui.student_columns import agreement_words

# In the chips of agreements and of the last talk.
_SAID_ALREADY = frozenset({SignalKind.OVERDUE, SignalKind.NOT_SPOKEN})


class StudentTab(Protocol):
    """What a feature's ``student_tab`` can do."""

    def show_student(self, student_id: UUID) -> None:
        """Show this student."""

    def clear(self) -> None:
        """Forget who was shown."""


@runtime_checkable
class WritingTab(Protocol):
    """A tab in which one writes."""

    def leave(self) -> bool:
        """Save what was typed; ``False`` when it could not be saved."""


class StudentPanel(QWidget):
    """Knows other features only by what they contribute."""

    talk_asked = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.student_id: UUID | None = None
        self.may_talk = context.actor.may(Right.RECORD_TALKS)
        """Whether a talk with this student can be started here."""
        self._arrived = False
        self._stories = contributed(context.features, context.actor, "story")
        self._facts = contributed(context.features, context.actor, "facts")
        self._signals = contributed(context.features, context.actor, "signals")
        shown = [feature for feature in context.features if feature.tab_shown]
        self._head = HeadSources(
            notices=contributed(context.features, context.actor, "notices"),
            tabs={
                feature.name: feature.load(feature.tab_shown)
                for feature in shown
                if context.actor.may(feature.right)
            },
        )
        self._header = PersonHeader(self)
        self._talk = Button(
            self.tr("&Gesprek"), self, kind=ButtonKind.PRIMARY, icon="ph.chats-circle"
        )
        self._talk.clicked.connect(self.talk_asked)
        self._header.buttons.addWidget(self._talk)
        self._talk.setVisible(self.may_talk)
        self._story = StoryLine(context, self)
        self._tabs = QTabWidget(self)
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self._story, self.tr("&Verhaal"))
        self._names = [""]
        self._wanted = ""
        self._contributed: list[StudentTab] = []
        self._filled: set[StudentTab] = set()
        for feature in context.features:
            if feature.student_tab and context.actor.may(feature.right):
                tab = feature.load(feature.student_tab)(context, self)
                label = QCoreApplication.translate("nav", feature.tab_label)
                self._tabs.addTab(tab, label)
                self._names.append(feature.name)
                self._contributed.append(tab)
        self._tabs.currentChanged.connect(self._fill_tab)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._header)
        column.addWidget(self._tabs, 1)

    def show_student(self, student_id: UUID, tab: str = "") -> None:
        """Show this student, at the tab of the feature named ``tab`` (empty: *Verhaal*)."""
        if student_id != self.student_id:
            self._show_tabs(frozenset())
            self._empty_tabs()
        self.student_id = student_id
        self._wanted = tab
        self._arrived = False
        # Who and what first; a tab reads for this student when it is looked at.
        self.reload()
        self._filled.clear()
        self._tabs.setCurrentIndex(self._names.index(tab) if tab in self._names else 0)
        self._fill_tab()

    def _fill_tab(self) -> None:
        """Have the tab in sight show this student, unless it does."""
        place = self._tabs.currentIndex() - 1  # the story stands before them
        if self.student_id is None or place < 0:
            return
        tab = self._contributed[place]
        if tab not in self._filled:
            self._filled.add(tab)
            tab.show_student(self.student_id)

    def _empty_tabs(self) -> None:
        """Nobody's words may stand in a tab of somebody else."""
        for tab in self._filled:
            if isinstance(tab, WritingTab):
                tab.leave()
            tab.clear()

    def leave(self) -> bool:
        """Have every tab save what was typed there; ``False`` when one could not."""
        saved = [tab.leave() for tab in self._contributed if isinstance(tab, WritingTab)]
        return all(saved)

    def reload(self) -> None:
        """Read the story again."""
        if self.student_id is not None:
            self._context.jobs.run(
                read_story,
                self.student_id,
                self._stories,
                self._facts,
                self._head,
                self._signals,
                receiver=self,
                done="_show",
            )

    def clear(self) -> None:
        """Forget who was shown."""
        self.student_id = None
        self._filled.clear()
        self._header.clear()
        self._story.clear()
        for contribution in self._contributed:
            contribution.clear()

    def _show(self, story: StudentStory) -> None:
        if story.student.id != self.student_id:
            return
        student = story.student
        self._header.show_person(
            student.name.full, self._line(student), self._chips(student, story)
        )
        self._story.show_items(story.items)
        self._show_tabs(story.tabs)
        self.may_talk = has_student(self._context.actor, student)
        self._talk.setVisible(self.may_talk)
        if not self._arrived:
            self._arrived = True
            if self._wanted in story.tabs:
                self._tabs.setCurrentIndex(self._names.index(self._wanted))
            # The story has little to focus on, and mostly one comes here to talk.
            tab = self._tabs.currentWidget()
            (self._talk if tab is self._story and self.may_talk else tab).setFocus()

    def _show_tabs(self, names: frozenset[str]) -> None:
        """Of the tabs that not every student has, show those of the features ``names``."""
        for name in self._head.tabs:
            if name in self._names:
                self._tabs.setTabVisible(self._names.index(name), name in names)

    def _line(self, student: StudentView) -> str:
        year = ""
        if student.study_year is not None:
            year = self.tr("leerjaar {year}").format(year=student.study_year)
        route = student.learning_route.value if student.learning_route else ""
        parts = (student.group, student.programme, route, year, student.number)
        return " · ".join(part for part in parts if part)

    def _chips(self, student: StudentView, story: StudentStory) -> list[Fact]:
        today = self._context.clock.today()
        chips = []
        age = student.age(today)
        if age is not None:
            stage = QCoreApplication.translate("people", AGE_STAGE_LABELS[age_stage(age)])
            text = self.tr("{age} jaar: {stage}").format(age=age, stage=stage)
            chips.append(Fact(text, Tone.CALM if age >= 18 else Tone.ATTENTION, "ph.user"))
        else:
            chips.append(Fact(self.tr("leeftijd onbekend"), Tone.ATTENTION, "ph.question"))
        last = story.facts.last_talk
        if last is None:
            chips.append(Fact(self.tr("nog niet gesproken"), Tone.ATTENTION, "ph.chats-circle"))
        else:
            text = self.tr("gesproken: {when}").format(when=relative_date(last, today))
            chips.append(Fact(text, Tone.CALM, "ph.chats-circle"))
        following = story.facts.next_talk
        if following is not None and following >= today:
            text = self.tr("volgend gesprek: {day}").format(day=short_date(following, today))
            chips.append(Fact(text, Tone.CALM, "ph.calendar-blank"))
        if story.facts.open_agreements:
            late = story.facts.overdue_agreements
            words = self.tr("afspraken: {words}").format(words=agreement_words(story.facts))
            chips.append(Fact(words, Tone.DANGER if late else Tone.CALM))
        for signal in story.signals:
            if signal.kind in _SAID_ALREADY:
                continue
            reason = signal_reason(signal, today)
            icon = SIGNAL_ICONS[signal.kind]
            chips.append(Fact(signal_words(signal), signal_tone(signal), icon, reason))
        for notice in story.notices:
            words = QCoreApplication.translate("notices", notice.text)
            chips.append(Fact(words, notice.tone, notice.icon))
        return chips

"""The tab *Life skills* of a student: what waits, what is strong, what grows."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target, Tone
from lob_workbench.features.life_skills.operations import read_profile
from lob_workbench.features.life_skills.operations_claims import judge
from lob_workbench.features.life_skills.operations_lent import lend_skills
from lob_workbench.features.life_skills.page_goal_section import GoalSection
from lob_workbench.features.life_skills.page_growth_section import GrowthSection
from lob_workbench.features.life_skills.page_legend import Sample
from lob_workbench.features.life_skills.page_lent_skills import LentSkillsView
from lob_workbench.features.life_skills.page_waiting import WaitingCard
from lob_workbench.features.life_skills.page_words import standing_words
from lob_workbench.features.life_skills.rules_claims import observer_at_desk
from lob_workbench.features.life_skills.rules_lent import LentSkills
from lob_workbench.features.life_skills.rules_profile import Placed, Profile
from lob_workbench.skills.rules import LEVELS, LearnerKind, Verdict, VerdictDraft
from lob_workbench.ui.buttons import Button, ButtonKind, literal
from lob_workbench.ui.cards import Card, CardGrid
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.lent_view import Loan
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import TextSize, space

PAGE = "life_skills"


class StudentSkillsTab(QWidget):
    """Waiting claims first: they are what somebody hopes to hear about."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._student_id: UUID | None = None
        self.profile: Profile | None = None
        sheet = ScrollColumn(self)
        self.waiting = WaitingCard(context, sheet.content)
        self.waiting.confirmed.connect(self._confirm)
        self.waiting.opened.connect(self._open_skill)
        self.strong = _SkillCard(self.tr("Sterk"), "ph.medal", sheet.content)
        self.strong.opened.connect(self._open_skill)
        self.growing = _SkillCard(self.tr("In groei"), "ph.leaf", sheet.content)
        self.growing.opened.connect(self._open_skill)
        self.lend = Button("", self, icon="ph.laptop")
        self.lend.clicked.connect(self._lend)
        self.matrix = Button(self.tr("Alle &skills"), self, kind=ButtonKind.QUIET)
        self.matrix.clicked.connect(self._go_matrix)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addWidget(self.lend)
        buttons.addWidget(self.matrix)
        buttons.addStretch(1)
        grid = CardGrid(sheet.content, most=2, characters=50)
        grid.add(self.strong)
        grid.add(self.growing)
        self.goals = GoalSection(context, sheet.content)
        self.growth = GrowthSection(context, sheet.content)
        sheet.column.addLayout(buttons)
        for part in (self.waiting, grid, self.goals, self.growth):
            sheet.column.addWidget(part)
        sheet.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(3), 0, 0)
        column.addWidget(sheet)
        self.setFocusProxy(self.lend)
        context.jobs.changed.connect(self.refresh)
        self.clear()

    def show_student(self, student_id: UUID) -> None:
        """Show the life skills of this student."""
        if student_id != self._student_id:
            self.clear()
        self._student_id = student_id
        self._load()

    def leave(self) -> bool:
        """Keep the agreement that is being written."""
        return self.goals.leave()

    def clear(self) -> None:
        """Forget whose these were."""
        self._student_id = self.profile = None
        self.waiting.hide()
        self.lend.hide()
        self.strong.show_skills((), "")
        self.growing.show_skills((), "")
        self.goals.clear()
        self.growth.clear()

    def refresh(self, changes: Changes) -> None:
        """Somebody claimed or confirmed."""
        if changes.touches("skill_claim") and self._student_id is not None:
            self._load()

    def take_profile(self, profile: Profile) -> None:
        """Show it."""
        if profile.learner.id != self._student_id:
            return
        self.profile = profile
        own = profile.learner.own
        self.lend.setText(
            self.tr("&Laat {name} zelf schrijven").format(
                name=literal(profile.learner.name.split(" ")[0])
            )
        )
        self.lend.setVisible(own)
        self.waiting.show_profile(profile)
        self.strong.show_skills(
            profile.strongest,
            self.tr("Nog geen niveau bereikt. Dat komt zodra vijf gedragingen zijn bevestigd."),
        )
        self.growing.show_skills(
            profile.growing, self.tr("Er is nog niets opgeschreven dat naar een niveau groeit.")
        )
        self.goals.show_learner(profile.learner, profile.skill_set.key)
        self.growth.show_learner(profile.learner, profile.skill_set.key)

    def _load(self) -> None:
        if self._student_id is not None:
            self._context.jobs.run(
                read_profile,
                self._student_id,
                receiver=self,
                done="take_profile",
                failed="_take_nothing",
            )

    def _take_nothing(self, _error: Exception) -> None:
        self.clear()

    def _confirm(self, claims: object) -> None:
        profile = self.profile
        if profile is None or not isinstance(claims, tuple):
            return
        observer = observer_at_desk(self._context.actor.roles, profile.learner)
        today = self._context.clock.today()
        self._context.jobs.run(
            judge,
            profile.learner.id,
            LearnerKind.STUDENT,
            tuple(VerdictDraft(one.id, Verdict.CONFIRMED, observer, today) for one in claims),
            receiver=self,
            done="_tell_confirmed",
            failed="_complain",
        )

    def _tell_confirmed(self, _changes: object) -> None:
        self._context.navigator.say(self.tr("Bevestigd."), Tone.GOOD)

    def _complain(self, error: Exception) -> None:
        self._context.navigator.complain(error)
        self._load()

    def _open_skill(self, skill_id: str) -> None:
        self._context.navigator.go(Target(PAGE, self._student_id, skill_id))

    def _go_matrix(self) -> None:
        self._context.navigator.go(Target(PAGE, self._student_id))

    def _lend(self) -> None:
        profile = self.profile
        if profile is not None:
            self._context.jobs.run(
                lend_skills,
                profile.learner.id,
                profile.skill_set.key,
                profile.growing[0].skill.id if profile.growing else "",
                receiver=self,
                done="take_loan",
                failed="_complain",
            )

    def take_loan(self, subject: LentSkills) -> None:
        """The laptop goes to the student."""
        self._context.navigator.lend(Loan(LentSkillsView, subject))


class _SkillCard(Card):
    """Skills with their level as in the matrix, each to open."""

    opened = Signal(str)

    def __init__(self, title: str, icon: str, parent: QWidget) -> None:
        super().__init__(title, parent, icon=icon)
        self.rows: list[Button] = []

    def show_skills(self, skills: tuple[Placed, ...], empty: str) -> None:
        """Show these, or why there are none."""
        while (entry := self.body.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        if not skills:
            self.body.addWidget(Paragraph(empty, self, ink="muted"))
        for placed in skills:
            self.body.addWidget(self._row(placed))

    def _row(self, placed: Placed) -> QWidget:
        row = QWidget(self)
        level, step = placed.weight
        button = Button(literal(placed.skill.name), row, kind=ButtonKind.QUIET)
        button.setAccessibleName(f"{placed.skill.name}: {standing_words(placed.standing)}")
        button.setProperty("skill", placed.skill.id)
        button.clicked.connect(self._clicked)
        self.rows.append(button)
        words = placed.skill.level(level).name if level else ""
        if level < LEVELS and step:
            more = self.tr("{count} van 5 van niveau {level}").format(count=step, level=level + 1)
            words = f"{words} · {more}" if words else more
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(space(2))
        line.addWidget(Sample(level, step, row), 0, Qt.AlignmentFlag.AlignVCenter)
        button.setMinimumWidth(button.sizeHint().width())
        line.addWidget(button)
        line.addWidget(Paragraph(words, row, size=TextSize.SMALL, ink="muted"), 1)
        return row

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.opened.emit(button.property("skill"))

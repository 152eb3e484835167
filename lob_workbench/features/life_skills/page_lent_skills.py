"""The lent view in which a student says what they showed: big type, one skill at a time."""

from itertools import pairwise
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.features.life_skills.operations_lent import (
    begun_lent,
    hand_in_lent,
    keep_lent,
)
from lob_workbench.features.life_skills.rules_lent import (
    LentBehaviour,
    LentDraft,
    LentSkill,
    LentSkills,
    Written,
)
from lob_workbench.skills.rules import LEVELS
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import ChoiceField
from lob_workbench.ui.labels import Heading, Label, Mark, Paragraph
from lob_workbench.ui.lent_view import Delivery, LentContext, LentView
from lob_workbench.ui.messages import Message
from lob_workbench.ui.text_area import TextArea
from lob_workbench.ui.theme import Role, TextSize, sized_font, space


class LentSkillsView(LentView):
    """Own levels, the behaviours of the next one, and room to write under each."""

    def __init__(
        self, context: LentContext, subject: LentSkills, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            context,
            subject.learner.name,
            parent,
            subtitle=QCoreApplication.translate(
                "LentSkillsView",
                "Kies een skill. Schrijf bij wat je al doet, hoe dat te zien was: wat deed je, "
                "waar, met wie? Iemand die het ook zag, bevestigt het later.",
            ),
        )
        self._subject = subject
        self._draft: LentDraft | None = None
        self._written: dict[str, Written] = {}
        self.fields: list[_Behaviour] = []
        self.skill: ChoiceField[str] = ChoiceField(
            self.tr("&Skill"),
            [(one.id, _choice_words(one)) for one in subject.skills],
            self,
            radio_up_to=0,
        )
        self.skill.set_value(subject.first or subject.skills[0].id)
        self.skill.changed.connect(self._show_skill)
        self.meaning = Paragraph("", self, ink="muted")
        self.level = Heading("", self, size=TextSize.LARGE)
        self._list = QVBoxLayout()
        self._list.setSpacing(space(4))
        self.body.setSpacing(space(3))
        for part in (self.skill, self.meaning, self.level):
            self.body.addWidget(part)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.keep_draft(self._collect, keep_lent)
        self.done_button.setEnabled(False)

    def begin(self) -> None:
        """Look for what was begun."""
        self.context.jobs.run(
            begun_lent,
            self._subject.learner.id,
            self._subject.set_key,
            receiver=self,
            done="take_begun",
            failed="show_unread",
        )

    def take_begun(self, draft: LentDraft) -> None:
        """What stands there from before; now writing can begin."""
        self._draft = draft
        self._written = {one.behaviour_id: one for one in draft.written}
        self.done_button.setEnabled(True)
        self._show_skill()

    def show_unread(self, error: Exception) -> None:
        """What was begun cannot be read, so nothing may be written over it yet."""
        self.said.emit(Message(error_text(error), Tone.DANGER))

    def delivery(self) -> Delivery | None:
        """Hand in what stands there; that nothing was written, the operation says."""
        draft = self._typed()
        return None if draft is None else Delivery(hand_in_lent, (draft,))

    def outcome(self, result: object) -> Message:
        """What the counsellor hears."""
        count = len(LentDraft(self._subject.learner.id, "", self._all()).filled)
        words = self.tr("{name} schreef bij {count} gedragingen op hoe dat bleek.")
        if count == 1:
            words = self.tr("{name} schreef bij 1 gedraging op hoe dat bleek.")
        return Message(words.format(name=self.person, count=count), Tone.GOOD)

    def _show_skill(self) -> None:
        skill = next((one for one in self._subject.skills if one.id == self.skill.value()), None)
        if skill is None or self._draft is None:
            return
        while (entry := self._list.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.fields = []
        self.meaning.setText(skill.meaning)
        self.level.setText(_level_words(skill))
        for behaviour in skill.behaviours:
            known = self._written.get(behaviour.id)
            field = _Behaviour(behaviour, "" if known is None else known.text, self)
            field.written.connect(self._write)
            self.fields.append(field)
            self._list.addWidget(field)
        stops = [field.area for field in self.fields if field.area is not None]
        order = [self.skill, *stops, self.later_button, self.done_button]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)
        if stops:
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, id_: str, text: str) -> None:
        known = self._written.get(id_)
        claim = uuid4() if known is None else known.claim_id
        self._written[id_] = Written(id_, claim, text)
        if self.keeper is not None:
            self.keeper.touch()

    def _all(self) -> tuple[Written, ...]:
        return tuple(self._written.values())

    def _typed(self) -> LentDraft | None:
        if self._draft is None:
            return None
        return LentDraft(self._draft.learner_id, self._draft.set_key, self._all())

    def _collect(self) -> tuple[LentDraft] | None:
        draft = self._typed()
        if draft is None or (not draft.written and not self._draft_had_words()):
            return None
        return (draft,)

    def _draft_had_words(self) -> bool:
        return self._draft is not None and bool(self._draft.filled)


class _Behaviour(QWidget):
    """A behaviour, and room to write how it showed; none where it counts or waits already."""

    written = Signal(str, str)

    def __init__(self, behaviour: LentBehaviour, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.behaviour = behaviour
        self.area: TextArea | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        column.addWidget(Paragraph(behaviour.text, self, size=TextSize.LARGE, bold=True))
        if behaviour.shown or behaviour.waiting:
            shown = behaviour.shown
            words = QCoreApplication.translate("LentSkillsView", "Dit telt al mee.")
            if not shown:
                words = QCoreApplication.translate(
                    "LentSkillsView", "Dit schreef je al op. Het wacht op bevestiging."
                )
            row = QHBoxLayout()
            row.setSpacing(space(2))
            icon = "ph.check-circle" if shown else "ph.clock"
            role = Role.SUCCESS_TEXT if shown else Role.ACCENT_TEXT
            row.addWidget(Mark(icon, self, role=role))
            row.addWidget(Label(words, self, ink="good" if shown else "attention"))
            row.addStretch(1)
            column.addLayout(row)
            return
        self.area = TextArea(
            self,
            min_lines=2,
            placeholder=QCoreApplication.translate(
                "LentSkillsView", "Doe je dit al? Schrijf op hoe dat te zien was."
            ),
        )
        self.area.setFont(sized_font(TextSize.LARGE))
        self.area.setAccessibleName(behaviour.text)
        self.area.setPlainText(text)
        self.area.textChanged.connect(self._tell)
        column.addWidget(self.area)

    def _tell(self) -> None:
        if self.area is not None:
            self.written.emit(self.behaviour.id, self.area.toPlainText())


def _choice_words(skill: LentSkill) -> str:
    words = QCoreApplication.translate("LentSkillsView", "{name} · niveau {level}")
    return words.format(name=skill.name, level=skill.level)


def _level_words(skill: LentSkill) -> str:
    if skill.level == LEVELS:
        return QCoreApplication.translate("LentSkillsView", "Je hebt het hoogste niveau bereikt.")
    words = QCoreApplication.translate("LentSkillsView", "Op weg naar niveau {level}: {name}")
    return words.format(level=skill.level + 1, name=skill.next_name)

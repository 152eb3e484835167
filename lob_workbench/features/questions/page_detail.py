"""The question that is chosen in the bank: its whole text, and what can be done with it."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.clock import local
from lob_workbench.features.questions.rules import BankRow, kinds_in
from lob_workbench.features.questions.tables import competence_label, kind_label, phases_in_words
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.dates import long_date
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.theme import TextSize, space


class QuestionDetail(Card):
    """Shown below the list, always as high, so that going down the list moves nothing."""

    change_asked = Signal()
    retire_asked = Signal()
    return_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._words = Paragraph("", self, size=TextSize.LARGE, selectable=True)
        self._where = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        self.change = Button(self.tr("Veranderen"), self, icon="ph.pencil-simple")
        self.retire = Button(
            self.tr("Uit de bank halen"), self, kind=ButtonKind.QUIET, icon="ph.archive"
        )
        self.bring_back = Button(self.tr("Weer aanbieden"), self, icon="ph.arrow-u-up-left")
        self.change.clicked.connect(self.change_asked)
        self.retire.clicked.connect(self.retire_asked)
        self.bring_back.clicked.connect(self.return_asked)
        texts = QVBoxLayout()
        texts.setSpacing(space(1))
        texts.addWidget(self._words)
        texts.addWidget(self._where)
        texts.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(space(2))
        row.addLayout(texts, 1)
        for button in (self.retire, self.change, self.bring_back):
            row.addWidget(button)
        self.body.addLayout(row)
        self.setMinimumHeight(self.fontMetrics().height() * 4 + space(8))
        self.show_row(None)

    def show_row(self, row: BankRow | None) -> None:
        """Show a question; ``None`` where no question fits."""
        self.setVisible(row is not None)
        mine = row is not None and row.changeable
        retired = row is not None and row.is_retired
        self.change.setVisible(mine and not retired)
        self.retire.setVisible(mine and not retired)
        self.bring_back.setVisible(mine and retired)
        if row is None:
            self._words.setText("")
            self._where.setText("")
            return
        self._words.setText(row.question.text)
        self._where.setText("\n".join((self._place(row), self._origin(row))))

    def _place(self, row: BankRow) -> str:
        question = row.question
        kinds = question.kinds or kinds_in(question.phases)
        return " · ".join(
            (
                competence_label(question.competence),
                phases_in_words(question.phases),
                ", ".join(kind_label(kind) for kind in kinds),
            )
        )

    def _origin(self, row: BankRow) -> str:
        own = row.own
        if own is None:
            return QCoreApplication.translate("questions", "Vraag van de werkbank")
        moment = own.retired_at or own.written_at
        words = (
            self.tr("Eigen vraag van {name}, sinds {day} niet meer aangeboden")
            if row.is_retired
            else self.tr("Eigen vraag van {name}, {day}")
        )
        return words.format(name=own.author, day=long_date(local(moment).date()))

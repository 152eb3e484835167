"""The second step, what would change of whom; and the last, what was written."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.features.school_year.rules import Move, NewYearDraft, Turn, Turned, turns
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.dates import long_date
from lob_workbench.ui.destinations import destination_words
from lob_workbench.ui.lists import Column, TableView
from lob_workbench.ui.theme import space


class LookPanel(QWidget):
    """One line for each student who changes. Nothing is written yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turns: tuple[Turn, ...] = ()
        self.summary = Panel("", self)
        self.table: TableView[Turn] = TableView(
            (
                Column(self.tr("Student"), _name, bold=True, keep=True),
                Column(self.tr("Klas nu"), _group_now),
                Column(self.tr("Wordt"), self._then, most=60, stretch=1),
                Column(self.tr("Leerjaar"), _years),
            ),
            self,
            name=self.tr("Wat er verandert"),
            empty=self.tr("Er verandert niets. Ga terug en laat minstens één klas doorgaan."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)

    @property
    def has_turns(self) -> bool:
        """Whether anything would change."""
        return bool(self._turns)

    def show_draft(self, draft: NewYearDraft, year_after: str) -> None:
        """Show what this draft would change."""
        self._turns = turns(draft.pupils, draft.plans)
        self.table.set_rows(self._turns)
        left = sum(turn.move is Move.LEAVE for turn in self._turns)
        words = [
            self.tr("Vanaf {day}. Gaan door: {moved}. Gaan van school: {left}.").format(
                day=long_date(draft.on), moved=len(self._turns) - left, left=left
            )
        ]
        if year_after:
            words.append(self.tr("Het schooljaar wordt {year}.").format(year=year_after))
        words.append(self.tr("Er is nog niets veranderd."))
        self.summary.set_text(" ".join(words))

    def clear(self) -> None:
        """Forget every name."""
        self._turns = ()
        self.table.set_rows(())

    def _then(self, turn: Turn) -> str:
        if turn.destination is not None:
            where = destination_words(turn.destination)
            return self.tr("van school: {where}").format(where=where)
        if turn.group == turn.pupil.group:
            return self.tr("zelfde klas")
        return turn.group


class DonePanel(QWidget):
    """What was written, and that it can be undone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Panel("", self, tint="good")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addStretch(1)

    def show_turned(self, turned: Turned) -> None:
        """Say what was written."""
        words = [
            self.tr("Klaar. Door naar het nieuwe jaar: {moved}. Gaan van school: {left}.").format(
                moved=turned.moved, left=turned.left
            )
        ]
        if turned.year != turned.year_before:
            words.append(self.tr("Het schooljaar is nu {year}.").format(year=turned.year))
        words.append(
            self.tr(
                "Klopt er iets niet? ‘Ongedaan maken’ zet alles terug, zolang je op deze pagina "
                "blijft. Later kun je per student nog iets wijzigen, op het tabblad Inschrijving."
            )
        )
        self.words.set_text(" ".join(words))
        # It has the keyboard at first, and is read aloud then.
        self.setAccessibleName(" ".join(words))


def _name(turn: Turn) -> str:
    return turn.pupil.name


def _group_now(turn: Turn) -> str:
    return turn.pupil.group or "–"


def _years(turn: Turn) -> str:
    before, after = turn.pupil.study_year, turn.study_year
    if before == after:
        return "–" if before is None else str(before)
    return f"{before} → {after}"

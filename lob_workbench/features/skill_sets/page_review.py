"""What a file holds, shown before anything is taken over."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.content.qualifications import Profile
from lob_workbench.features.skill_sets.operations import SetPreview
from lob_workbench.features.skill_sets.operations_work import DossierPreview
from lob_workbench.features.skill_sets.rules import FoundSkill, found_skills
from lob_workbench.features.skill_sets.rules_difference import Difference, Kind
from lob_workbench.features.skill_sets.tables import (
    difference_columns,
    found_profile_columns,
    size_words,
    skill_columns,
)
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card, Panel
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.theme import TextSize, space


class FileReview(QWidget):
    """A set with what is other in it, or a kwalificatiedossier with its qualifications."""

    taken = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = Card(" ", self, icon="ph.file-text", subtitle=" ", fill=True)
        self.told = Paragraph("", self.card, size=TextSize.LARGE)
        self.warning = Panel("", self.card, tint="attention")
        self.differences: TableView[Difference] = TableView(
            difference_columns(), self.card, name=self.tr("Wat er anders is")
        )
        self.differences.row_chosen.connect(self._show_whole)
        self.whole = Paragraph("", self.card, selectable=True)
        self.skills: TableView[FoundSkill] = TableView(
            skill_columns(), self.card, name=self.tr("Skills in deze set")
        )
        self.profiles: TableView[Profile] = TableView(
            found_profile_columns(), self.card, name=self.tr("Kwalificaties in dit dossier")
        )
        self.take_button = Button(
            self.tr("&Overnemen"), self.card, kind=ButtonKind.PRIMARY, tip=self.tr("Ctrl+Enter")
        )
        self.take_button.clicked.connect(self.take)
        self.drop_button = Button(self.tr("Toch niet"), self.card, kind=ButtonKind.QUIET)
        self.drop_button.clicked.connect(self.dropped)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addWidget(self.take_button)
        buttons.addWidget(self.drop_button)
        buttons.addStretch(1)
        for widget in (self.told, self.warning):
            self.card.body.addWidget(widget)
        self.card.body.addWidget(self.differences, 1)
        self.card.body.addWidget(self.whole)
        self.card.body.addWidget(self.skills, 1)
        self.card.body.addWidget(self.profiles, 1)
        self.card.body.addStretch(0)
        self.card.body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, space(2))
        column.addWidget(self.card)
        self.forget()

    def show_set(self, preview: SetPreview) -> None:
        """What taking over this set would do."""
        found = preview.skill_set
        title = self.tr("{name}, versie {version}").format(name=found.name, version=found.version)
        self._show(title, size_words(found))
        there = preview.there is not None and not preview.there.is_retired
        self.told.setText(self._set_words(preview))
        gone = [one for one in preview.differences if one.kind is Kind.GONE]
        self.warning.words.setText(
            self.tr(
                "Wat verdwijnt, kun je in deze versie niet meer scoren. Wat al gescoord is, blijft "
                "bij de oude versie staan."
            )
        )
        self.warning.setVisible(bool(gone))
        new = preview.before is None
        self._show_rows(preview.differences, (), found_skills(found, "") if new else ())
        self._offer(not there)

    def show_dossier(self, preview: DossierPreview) -> None:
        """What taking over this kwalificatiedossier would do."""
        found = preview.qualification
        under = self.tr("Kwalificatiedossier {number}").format(number=found.number)
        self._show(found.title, under)
        words = self.tr("{profiles} kwalificaties, {work} werkprocessen.")
        told = [words.format(profiles=len(found.profiles), work=len(found.work_processes))]
        if preview.is_same:
            told.append(self.tr("Dit dossier staat er al precies zo. Er is niets over te nemen."))
        elif preview.before is not None:
            told.append(
                self.tr("Het komt in de plaats van wat er nu staat. Jullie routes blijven bestaan.")
            )
        self.told.setText(" ".join(told))
        self._show_rows((), found.profiles)
        self._offer(not preview.is_same)

    def take(self) -> None:
        """Ask to take it over, once."""
        if self.take_button.isEnabled() and not self.take_button.isHidden():
            self.take_button.setEnabled(False)
            self.taken.emit()

    def offer_again(self) -> None:
        """It was not taken over."""
        self.take_button.setEnabled(True)

    def forget(self) -> None:
        """Show nothing."""
        self._show("", "")
        self.told.setText("")
        self._show_rows((), ())

    def _set_words(self, preview: SetPreview) -> str:
        if preview.there is not None:
            if preview.there.is_retired:
                return self.tr("Deze versie was uit gebruik. Overnemen zet haar weer terug.")
            return self.tr("Deze versie staat er al precies zo. Er is niets over te nemen.")
        if preview.before is None:
            return self.tr("Dit is een nieuwe set. Hij komt naast de sets die jullie al hebben.")
        counts = dict.fromkeys(Kind, 0)
        for one in preview.differences:
            counts[one.kind] += 1
        if not preview.differences:
            return self.tr("De woorden zijn gelijk aan versie {version}.").format(
                version=preview.before.version
            )
        words = self.tr(
            "Vergeleken met versie {version}: {added} erbij, {changed} veranderd, {gone} verdwenen."
        )
        return words.format(
            version=preview.before.version,
            added=counts[Kind.ADDED],
            changed=counts[Kind.CHANGED],
            gone=counts[Kind.GONE],
        )

    def _show(self, title: str, under: str) -> None:
        self.card.set_title(title, under)
        self.warning.hide()

    def _show_rows(
        self,
        differences: Sequence[Difference],
        profiles: Sequence[Profile],
        skills: Sequence[FoundSkill] = (),
    ) -> None:
        self.differences.set_rows(differences)
        self.differences.setVisible(bool(differences))
        if differences:
            self.differences.select_row(differences[0])
        self._show_whole(self.differences.current_row())
        self.skills.set_rows(skills)
        self.skills.setVisible(bool(skills))
        self.profiles.set_rows(profiles)
        self.profiles.setVisible(bool(profiles))

    def _show_whole(self, one: Difference | None) -> None:
        """Both wordings, however long they are."""
        self.whole.setVisible(one is not None)
        if one is not None:
            words = self.tr("Was: {was}\nWordt: {becomes}")
            self.whole.setText(words.format(was=one.was or "–", becomes=one.becomes or "–"))

    def _offer(self, offered: bool) -> None:
        self.take_button.setEnabled(True)
        self.take_button.setVisible(offered)
        button = self.take_button if offered else self.drop_button
        button.setFocus(Qt.FocusReason.OtherFocusReason)

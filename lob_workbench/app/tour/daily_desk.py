"""*Elke dag*, July: signals with their reason, Ctrl+K, and words of one's own."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from lob_workbench.app.search_rows import Row
from lob_workbench.app.tour.daily_hands import Hands
from lob_workbench.app.tour.daily_words import (
    AGREEMENT_WORD,
    COMMAND_TYPED,
    GRADUATE,
    GRADUATE_TYPED,
    OWN_WORD,
    PAGE_TYPED,
    TALK_WORD,
    TERM,
)
from lob_workbench.features.notes.page_capture import CaptureCard
from lob_workbench.ui import dialogs
from lob_workbench.ui.lists import TableView

WORKBOOK: Final = "voorbeeldschool"
_SIGNALS: Final = "Signalen"
_READ_ALOUD: Final = int(Qt.ItemDataRole.AccessibleTextRole)


class Desk(Hands):
    """The steps of a usual morning; each leaves the window where the next one begins."""

    def steps(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """What happens, each with its name in the summary."""
        return (
            ("juli: werkboek openen", self.open_workbook),
            ("signalen met hun reden", self.signals),
            ("Ctrl+K: een student", self.find_student),
            ("Ctrl+K: een gesprek", self.find_talk),
            ("Ctrl+K: een afspraak", self.find_agreement),
            ("Ctrl+K: een opdracht", self.find_command),
            ("Ctrl+K: een pagina", self.find_page),
            ("woorden van de school", self.own_words),
        )

    def open_workbook(self) -> None:
        """Through the first screen; the day begins with what asks attention."""
        stage = self.stage
        stage.see(QAbstractButton, "Nieuw werkboek")
        dialogs.answer_next(self.folder / WORKBOOK)
        stage.press("Werkboek openen")
        self.unlock()
        stage.see(TableView, "Mijn studenten")
        stage.shoot("vandaag")

    def signals(self) -> None:
        """In the list a word, its reason for who hovers or listens; on the student's page too."""
        stage = self.stage
        stage.key("Alt+2")
        table = self.students()
        column = next(
            number for number, one in enumerate(table.rows_model.columns) if one.header == _SIGNALS
        )
        rows = table.rows_model.rows
        for number, row in enumerate(rows):
            if row.signals:
                spoken = table.rows_model.data(table.rows_model.index(number, column), _READ_ALOUD)
                said = str(spoken).partition(": ")[2].splitlines()
                if len(said) != len(row.signals):
                    raise stage.failure(f"bij {row.student.name.full} ontbreekt een reden")
                self.told.signals[row.student.name.full] = said
        stage.shoot("studenten-signalen")
        most = max(rows, key=lambda row: len(row.signals))
        stage.choose_row(table, most)
        stage.key("Return")
        stage.see(QLabel, most.student.name.full)
        stage.shoot("student-signalen")

    # Ctrl+K

    def find_student(self) -> None:
        """Without accents, from anywhere."""
        self.find(GRADUATE_TYPED, _leads_to("students"), "zoeken-student")
        self.stage.see(QLabel, GRADUATE)
        self.stage.shoot("student-gevonden")

    def find_talk(self) -> None:
        """By a word that was said in it; it opens to be read."""
        row = self.find(TALK_WORD, _leads_to("conversations"), "zoeken-gesprek")
        if TALK_WORD not in row.words.casefold():
            raise self.stage.failure(f"‘{TALK_WORD}’ is niet te zien in wat gevonden is")
        self.stage.see(QAbstractButton, "Verslag (PDF)")
        self.stage.read(TALK_WORD)
        self.stage.shoot("gesprek-gevonden")

    def find_agreement(self) -> None:
        """By a word in it; it opens where the agreements of the student stand."""
        row = self.find(AGREEMENT_WORD, _leads_to("students"), "zoeken-afspraak")
        what = "".join(piece.text for piece in row.title)
        # A long agreement shows in the list from the word that was found.
        self.stage.read(what.strip("… "))
        self.stage.shoot("afspraak-gevonden")

    def find_command(self) -> None:
        """What a key does, for who forgot the key."""
        self.find(COMMAND_TYPED, lambda row: row.deed is not None, "zoeken-opdracht")
        self.stage.see(CaptureCard, "Snel noteren")
        self.stage.shoot("opdracht-gedaan")
        self.stage.key("Escape")

    def find_page(self) -> None:
        """A page by the begin of its name."""
        self.find(PAGE_TYPED, _leads_to("settings"), "zoeken-pagina")
        self.stage.see(QLabel, "Instellingen")

    # Words

    def own_words(self) -> None:
        """What this school calls differently shows everywhere; and the usual word again."""
        stage = self.stage
        stage.pick("Wat heet bij jullie anders?", TERM)
        stage.enter("Als het er één is", OWN_WORD.singular)
        stage.enter("Als het er meer zijn", OWN_WORD.plural)
        # To the button under it, past *de* or *het*.
        stage.key("Tab")
        stage.key("Tab")
        stage.shoot("eigen-woorden")
        self._keep_words()
        stage.key("Alt+2")
        table = self.students()
        self.told.words = [one.header for one in table.rows_model.columns]
        if OWN_WORD.singular.capitalize() not in self.told.words:
            raise stage.failure(f"‘{OWN_WORD.singular}’ staat niet boven de lijst")
        stage.shoot("studenten-in-eigen-woorden")
        self.go("Instellingen")
        stage.pick("Wat heet bij jullie anders?", TERM)
        field = stage.field("Als het er één is")
        stage.until(
            lambda: isinstance(field, QLineEdit) and field.text() == OWN_WORD.singular,
            "het eigen woord is niet bewaard",
        )
        stage.press("Toch het gewone woord")
        self._keep_words()

    def _keep_words(self) -> None:
        """Save; the pages are made anew with other words."""
        stage, before = self.stage, self.stage.window.frame
        stage.press("Woorden bewaren")
        stage.until(partial(self._has_other_pages, before), "de pagina's zijn nog de oude")
        del before
        stage.settle()

    def _has_other_pages(self, before: object) -> bool:
        frame = self.stage.window.frame
        return frame is not None and frame is not before


def _leads_to(feature: str) -> Callable[[Row], bool]:
    def fits(row: Row) -> bool:
        return row.target is not None and row.target.page == feature

    return fits

"""The steps of *Trialoog*: what hands do at the desk of a counsellor, and at that of a company."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QTabBar

from lob_workbench.app import example_school
from lob_workbench.app.tour.find import plain
from lob_workbench.app.tour.first_hour_steps import agree
from lob_workbench.app.tour.form_filling import fill_in
from lob_workbench.app.tour.stage import Stage
from lob_workbench.app.tour.talk import school_day
from lob_workbench.app.tour.trialogue_words import (
    AGREEMENTS,
    COMPANY,
    COMPANY_FUNCTION,
    COMPANY_WORD,
    MARKS,
    NEXT_TALK,
    NEXT_TIME,
    SCHOOL,
    STUDENT,
    STUDENT_WORD,
    SUBJECT,
    TOGETHER,
    LastWord,
    about,
)
from lob_workbench.content.voices import voice_texts
from lob_workbench.domain.clock import FixedClock
from lob_workbench.features.trialogue.rules_forms import (
    DAY_FIELD,
    FUNCTION_FIELD,
    NAME_FIELD,
    answer_field,
)
from lob_workbench.ui import dialogs
from lob_workbench.ui.cards import Card
from lob_workbench.ui.dates import format_date, long_date
from lob_workbench.ui.lists import TableView

WORKBOOK: Final = "voorbeeldschool"
AT_SCHOOL: Final = datetime(2026, 11, 23, 8, 10, tzinfo=UTC)
"""A Monday morning: the talk is planned and the form goes out."""
FILLED: Final = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
"""The day after, at the company."""
HELD: Final = datetime(2026, 11, 26, 9, 25, tzinfo=UTC)
"""The Thursday of that week, just before the talk."""
_TIME: Final = "10:30"
_ROOM: Final = "Kamer 1 (besloten)"
_EMPTY, _FILLED, _KEPT = "formulier-leeg.pdf", "formulier-ingevuld.pdf", "formulier-bewaard.pdf"
_REPORT, _AGREED, _INVITATION = "verslag.pdf", "afspraken.pdf", "uitnodiging.ics"


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays: names as they stand in the example school, and how many talks there were."""

    student: str
    first_name: str
    company: str
    trainer: str
    talks: int


class Trialogue:
    """The steps, in order; each leaves the window where the next one begins."""

    PAPERS = (_EMPTY, _FILLED, _KEPT, _REPORT, _AGREED, _INVITATION)

    def __init__(self, stage: Stage, folder: Path, clock: FixedClock, cast: Cast) -> None:
        self.stage = stage
        self.folder = folder
        self.clock = clock
        self.cast = cast
        self.filled_by = ""
        self._texts = voice_texts()

    def steps(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """What happens, each with its name in the summary."""
        return (
            ("maandag: werkboek openen", self.open_workbook),
            ("wat er nog openstond", self.look_back),
            ("gesprek plannen", self.plan),
            ("formulier maken", self.make_form),
            ("dinsdag: het bedrijf vult het formulier in", self.fill_in_form),
            ("donderdag: het gesprek begint", self.begin_talk),
            ("de student schrijft", self.student_writes),
            ("formulier inlezen", self.read_form),
            ("hetzelfde formulier nog eens", self.refuse_form),
            ("de school schrijft", self.school_writes),
            ("samen", self.together),
            ("de student leest en zegt wat klopt", self.student_confirms),
            ("het bedrijf leest en zegt wat klopt", self.company_confirms),
            ("vastleggen en lezen", self.record),
            ("verslag op papier", self.report),
            ("afspraken op papier", self.agreements),
            ("sluiten", self.close),
        )

    # Monday

    def open_workbook(self) -> None:
        """Through the first screen, as always."""
        stage = self.stage
        stage.see(QAbstractButton, "Nieuw werkboek")
        dialogs.answer_next(self.folder / WORKBOOK)
        stage.press("Werkboek openen")
        self._unlock()
        stage.see(TableView, "Mijn studenten")
        stage.shoot("vandaag-maandag")

    def look_back(self) -> None:
        """What was agreed before is ticked off, so that the talk is about what comes."""
        stage = self.stage
        self._to_student()
        self._tab("Afspraken")
        stage.see(QLabel, "Open (", start=True)
        while still := self._unticked():
            stage.click(still[0])
            stage.settle()
        stage.shoot("wat-er-openstond")

    def _unticked(self) -> list[QCheckBox]:
        boxes = self.stage.window.findChildren(QCheckBox)
        return [
            box
            for box in boxes
            if box.isVisible()
            and box.accessibleName().startswith("Gedaan: ")
            and not box.isChecked()
        ]

    def plan(self) -> None:
        """A trialogue on Thursday, in a room with a door; the invitation as a file."""
        stage = self.stage
        stage.press("Agenda", within=stage.window.frame)
        stage.press("Gesprek plannen")
        stage.enter("Student", self.cast.student)
        stage.key("Tab")
        stage.pick("Soort gesprek", "Stagebezoek")
        stage.press("Vorm: trialoog")
        self._replace("Dag", format_date(HELD.date()))
        self._replace("Tijd", _TIME)
        stage.pick("Ruimte", _ROOM)
        stage.enter("Waar gaat het over?", SUBJECT)
        stage.shoot("plannen")
        stage.press("Plannen")
        stage.see(QLabel, "Gepland.", start=True)
        dialogs.answer_next(self.folder / _INVITATION)
        stage.press("Uitnodiging bewaren (.ics)")
        stage.until((self.folder / _INVITATION).is_file, "de uitnodiging is niet bewaard")
        stage.shoot("gepland-en-uitgenodigd")

    def make_form(self) -> None:
        """From the agenda to the page of the three, and there a form for the company."""
        stage = self.stage
        stage.press("Voorbereiden")
        stage.see(QLabel, self._texts[next(iter(STUDENT))].name)
        stage.shoot("trialoog-leeg")
        stage.press("Formulier voor leerbedrijf")
        stage.press("Formulier maken")
        stage.see(QLabel, "Zo ziet het formulier eruit")
        stage.shoot("formulier-maken")
        dialogs.answer_next(self.folder / _EMPTY)
        stage.press("Bewaren als PDF…")
        stage.until((self.folder / _EMPTY).is_file, "het formulier is niet bewaard")
        stage.see(QLabel, "staat uit")
        stage.shoot("formulier-staat-uit")
        stage.key("Ctrl+L")
        stage.see(QLabel, "Vergrendeld")

    # Tuesday

    def fill_in_form(self) -> None:
        """At the company, outside the werkbank."""
        self.clock.moment = FILLED
        values = {
            NAME_FIELD: self.cast.trainer,
            FUNCTION_FIELD: COMPANY_FUNCTION,
            DAY_FIELD: long_date(FILLED.date()),
        }
        for topic, words in COMPANY.items():
            values[answer_field(topic)] = about(words, self.cast.first_name)
        self.filled_by = fill_in(self.folder / _EMPTY, values, self.folder / _FILLED)

    # Thursday

    def begin_talk(self) -> None:
        """*Vandaag* has the talk, and the way to it."""
        stage = self.stage
        self.clock.moment = HELD
        self._unlock()
        stage.press("Vandaag", within=stage.window.frame)
        stage.see(QAbstractButton, f"Gesprek met {self.cast.student} openen")
        stage.shoot("vandaag-donderdag")
        stage.press(f"Gesprek met {self.cast.student} openen")
        stage.see(QAbstractButton, "Formulier voor leerbedrijf")

    def student_writes(self) -> None:
        """The own part, on the lent laptop."""
        stage, name = self.stage, self.cast.first_name
        stage.press(f"Laat {name} schrijven")
        stage.see(QLabel, f"Dit deel is van {name}")
        first = True
        for topic, words in STUDENT.items():
            stage.enter(self._texts[topic].student.about(name).question, words)
            if first:
                stage.shoot("student-begint")
                first = False
        stage.shoot("student-heeft-geschreven")
        self._hand_back("laptop-terug")
        stage.see(QLabel, f"Het deel van {name} staat erbij.")

    def read_form(self) -> None:
        """What came back is shown first, then taken over; the file itself is kept."""
        stage = self.stage
        stage.press("Formulier voor leerbedrijf")
        dialogs.answer_next(self.folder / _FILLED)
        stage.press("Formulier inlezen")
        stage.see(QLabel, "Dit schreef het bedrijf")
        stage.shoot("formulier-bekijken")
        stage.press("Overnemen")
        stage.see(QLabel, "ingelezen")
        stage.shoot("formulier-overgenomen")
        dialogs.answer_next(self.folder / _KEPT)
        stage.press("Bestand bewaren", start=True)
        stage.until((self.folder / _KEPT).is_file, "het bestand is niet bewaard")

    def refuse_form(self) -> None:
        """Twice is once: refused with the reason, and nothing changed."""
        stage = self.stage
        dialogs.answer_next(self.folder / _FILLED)
        stage.press("Formulier inlezen")
        stage.see(QLabel, "Dit formulier is al ingelezen", start=True)
        stage.shoot("formulier-geweigerd")
        stage.press("Sluiten")

    def school_writes(self) -> None:
        """The third voice, beside the other two; and where they agree."""
        stage, name = self.stage, self.cast.first_name
        for topic, words in SCHOOL.items():
            question = self._texts[topic].school.about(name).question
            stage.enter(question, about(words, name))
            if topic in MARKS:
                field = stage.field(question)
                row = field.parentWidget()
                while row is not None and row.property("kind") != "card":
                    row = row.parentWidget()
                stage.press(MARKS[topic], within=row)
        stage.scroll_up()
        stage.shoot("drie-stemmen")
        stage.click(stage.field(self._question_of_school(4)))
        stage.shoot("drie-stemmen-verschillend")

    def _question_of_school(self, place: int) -> str:
        topic = list(SCHOOL)[place]
        return self._texts[topic].school.about(self.cast.first_name).question

    def together(self) -> None:
        """What they say and agree together, and the next talk."""
        stage, today = self.stage, self.clock.today()
        stage.enter("Wat zien we samen?", about(TOGETHER, self.cast.first_name))
        card = stage.see(Card, "Samen")
        for place, agreement in enumerate(AGREEMENTS):
            if place:
                stage.press("Afspraak erbij")
            agree(stage, card, agreement, today, place)
        stage.click(card)
        stage.shoot("samen")
        following = school_day(today + NEXT_TALK)
        stage.enter("Volgend gesprek", format_date(following))
        stage.enter("Tijd", NEXT_TIME)
        stage.scroll_down()
        stage.shoot("nog-niet-gelezen")

    def student_confirms(self) -> None:
        """*Klopt*, in own words."""
        self._confirm(self.cast.first_name, self.cast.first_name, STUDENT_WORD, "student-leest")

    def company_confirms(self) -> None:
        """*Hier denk ik anders over*, in own words: both versions stay."""
        first = self.cast.trainer.split()[0]
        self._confirm(first, self.cast.trainer, COMPANY_WORD, "bedrijf-leest")
        self.stage.scroll_down()
        self.stage.shoot("iedereen-heeft-gelezen")

    def _confirm(self, called: str, person: str, word: LastWord, picture: str) -> None:
        stage = self.stage
        stage.press(f"Laat {called} lezen")
        stage.see(QLabel, f"Dit deel is van {person}")
        stage.press(f"Klopt dit?: {word.verdict}")
        stage.enter("In je eigen woorden", about(word.text, self.cast.first_name))
        stage.shoot(picture)
        self._hand_back("")
        stage.see(QLabel, f"{person} heeft het samen gelezen en gereageerd.")

    def record(self) -> None:
        """Closed, and read as it stands for good."""
        stage = self.stage
        stage.key("Ctrl+Return")
        stage.see(QLabel, "Vastgelegd. Geef student en bedrijf het verslag mee.")
        stage.see(QLabel, "Drie stemmen")
        stage.shoot("vastgelegd")
        stage.scroll_down()
        stage.shoot("vastgelegd-reacties")

    def report(self) -> None:
        """The record as all three take it along."""
        stage = self.stage
        stage.press("Verslag (PDF)")
        stage.paper()
        stage.shoot("verslag")
        stage.save_paper(self.folder / _REPORT)
        stage.press("Sluiten")

    def agreements(self) -> None:
        """The student's own list, with boxes to tick."""
        stage = self.stage
        self._to_student()
        stage.shoot("verhaal")
        self._tab("Afspraken")
        stage.see(QLabel, "Open (2)")
        stage.shoot("afspraken")
        stage.press("Afspraken op papier")
        stage.paper()
        stage.shoot("afspraken-op-papier")
        stage.save_paper(self.folder / _AGREED)
        stage.press("Sluiten")

    def close(self) -> None:
        """The window closes after a backup."""
        stage = self.stage
        stage.window.close()
        stage.until(lambda: not stage.window.isVisible(), "het venster sluit niet")

    # Hands

    def _unlock(self) -> None:
        stage = self.stage
        stage.enter("Wachtwoordzin", example_school.PASSPHRASE)
        stage.key("Return")
        stage.until(lambda: stage.window.frame is not None, "het werkboek gaat niet open")
        stage.settle()

    def _hand_back(self, picture: str) -> None:
        stage = self.stage
        stage.press("Klaar")
        stage.see(QLabel, "Bedankt. Geef de laptop terug.")
        if picture:
            stage.shoot(picture)
        self._unlock()

    def _to_student(self) -> None:
        stage = self.stage
        stage.press("Studenten", within=stage.window.frame)
        table = stage.see(TableView, "Studenten")
        name = self.cast.student
        stage.until(
            lambda: any(row.student.name.full == name for row in table.rows_model.rows),
            f"{name} staat niet in de lijst",
        )
        rows = table.rows_model.rows
        stage.choose_row(table, next(row for row in rows if row.student.name.full == name))
        stage.key("Return")
        stage.see(QLabel, name)

    def _tab(self, name: str) -> None:
        """Click on a tab of the page of the student."""
        stage = self.stage
        for bar in stage.window.findChildren(QTabBar):
            for place in range(bar.count()):
                if bar.isVisible() and plain(bar.tabText(place)) == name:
                    left, spot = Qt.MouseButton.LeftButton, bar.tabRect(place).center()
                    QTest.mouseClick(bar, left, Qt.KeyboardModifier.NoModifier, spot)
                    stage.settle()
                    return
        raise stage.failure(f"het tabblad ‘{name}’ is er niet")

    def _replace(self, name: str, text: str) -> None:
        """Type over what stands in a field."""
        self.stage.click(self.stage.field(name))
        self.stage.key("Ctrl+A")
        self.stage.type(text)

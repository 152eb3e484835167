"""The scenes of the pictures: which places are gone to, and in which state they are kept."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel

from lob_workbench.app.tour.first_hour_steps import agree
from lob_workbench.app.tour.shots_agenda import agenda_scenes
from lob_workbench.app.tour.shots_agreed import agreed_scenes
from lob_workbench.app.tour.shots_around import around_scenes
from lob_workbench.app.tour.shots_badges import badge_scenes
from lob_workbench.app.tour.shots_ending import ending_scenes
from lob_workbench.app.tour.shots_forms import draw_forms
from lob_workbench.app.tour.shots_help import help_scenes
from lob_workbench.app.tour.shots_import import import_scenes
from lob_workbench.app.tour.shots_lent import lent_scenes
from lob_workbench.app.tour.shots_moves import moves_scenes
from lob_workbench.app.tour.shots_planning import PlanningScenes
from lob_workbench.app.tour.shots_questions import question_scenes
from lob_workbench.app.tour.shots_quick import quick_scenes
from lob_workbench.app.tour.shots_school import (
    EMPTY,
    FULL,
    PASSPHRASE,
)
from lob_workbench.app.tour.shots_search import search_scenes
from lob_workbench.app.tour.shots_sets import set_scenes
from lob_workbench.app.tour.shots_settings import settings_scenes
from lob_workbench.app.tour.shots_skill_workbook import skill_workbook_scenes
from lob_workbench.app.tour.shots_skills import skill_scenes
from lob_workbench.app.tour.shots_trialogue import draw_trialogue
from lob_workbench.app.tour.shots_years import draw_empty_year, years_scenes
from lob_workbench.app.tour.stage import Stage
from lob_workbench.app.tour.talk import AGREEMENTS, FOCUS, STUDENT_SAYS, SUMMARY, TOPICS
from lob_workbench.domain.career import COMPETENCE_LABELS
from lob_workbench.domain.clock import FixedClock
from lob_workbench.domain.contributions import Target
from lob_workbench.ui import dialogs
from lob_workbench.ui.cards import Card
from lob_workbench.ui.links import LinkLine
from lob_workbench.ui.lists import TableView


class Scenes:
    """Each scene begins where the one before it ended."""

    def __init__(self, stage: Stage, clock: FixedClock, here: Path, prefix: str) -> None:
        self.stage = stage
        self.clock = clock
        self.here = here
        self.prefix = prefix

    def all(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """The scenes in their order."""
        return (
            ("eerste scherm", self.first_screen),
            ("verbinden", self.connect_school),
            ("nieuw werkboek", self.new_workbook),
            ("terugzetten", self.restore),
            ("wachtwoordzin", self.passphrase),
            ("leeg werkboek", self.empty),
            ("voorbeeldschool", self.open_full),
            ("vandaag", self.today),
            ("studenten", self.students),
            ("student", self.student),
            ("trialoog", self.trialogue),
            ("formulier", self.forms),
            *search_scenes(self),
            *around_scenes(self),
            *moves_scenes(self),
            *years_scenes(self),
            *lent_scenes(self),
            ("gesprekken", self.talks),
            *agenda_scenes(self),
            *question_scenes(self),
            *skill_workbook_scenes(self),
            *set_scenes(self),
            ("gesprek", self.talk),
            ("vastleggen", self.record),
            ("lezen", self.read),
            *PlanningScenes(self).all(),
            *agreed_scenes(self),
            *skill_scenes(self),
            *badge_scenes(self),
            *import_scenes(self),
            *settings_scenes(self),
            *help_scenes(self),
            *ending_scenes(self),
            *quick_scenes(self),
        )

    def shot(self, page: str, state: str = "") -> None:
        """Keep a picture of ``page`` in ``state``."""
        self.stage.shoot_as("-".join(part for part in (self.prefix, page, state) if part))

    def go(self, page: str) -> None:
        """To a page by the navigation."""
        self.stage.press(page, within=self.stage.window.frame)

    def first_screen(self) -> None:
        """Doors only: this laptop has no workbook yet."""
        self.stage.see(QAbstractButton, "Nieuw werkboek")
        self.shot("eerste-scherm")

    def connect_school(self) -> None:
        """Empty, with what is missing, and with a server that does not answer."""
        stage = self.stage
        stage.press("Verbinden met school")
        self.shot("verbinden", "leeg")
        stage.press("Verbinden")
        self.shot("verbinden", "fout")
        stage.enter("Server", "127.0.0.1:1")
        stage.enter("Inlognaam", "anna.smit")
        stage.enter("Wachtwoord", "een zin die niemand raadt")
        stage.press("Meer instellingen")
        stage.press("Verbinden")
        stage.settle()
        self.shot("verbinden", "onbereikbaar")
        stage.press("Terug")

    def new_workbook(self) -> None:
        """Three steps, the first one with what is missing."""
        stage = self.stage
        stage.press("Nieuw werkboek")
        dialogs.answer_next(self.here)
        stage.press("Andere map…")
        stage.press("Volgende")
        self.shot("nieuw-werkboek", "1-fout")
        stage.enter("Je naam", "Mirjam Bakker")
        stage.enter("Je school", "Het Voorbeeldcollege")
        self.shot("nieuw-werkboek", "1")
        stage.press("Volgende")
        stage.enter("Nieuwe wachtwoordzin", "welkom")
        self.shot("nieuw-werkboek", "2-zwak")
        stage.type(" kastanje fiets dinsdagmiddag")
        stage.enter("Nog een keer", "iets anders")
        stage.press("Volgende")
        self.shot("nieuw-werkboek", "2-fout")
        stage.key("Ctrl+A")
        stage.type("welkom kastanje fiets dinsdagmiddag")
        stage.press("Volgende")
        self.shot("nieuw-werkboek", "3")
        dialogs.answer_next(True)  # to stop, and lose what was filled in
        stage.press("Terug")

    def restore(self) -> None:
        """Putting a backup back."""
        self.stage.press("Reservekopie terugzetten")
        self.shot("terugzetten")
        self.stage.press("Terugzetten")
        self.shot("terugzetten", "fout")
        self.stage.press("Terug")

    def passphrase(self) -> None:
        """A known workbook: its passphrase, a wrong one, and forgotten."""
        stage = self.stage
        dialogs.answer_next(self.here / EMPTY)
        stage.press("Werkboek openen")
        self.shot("openen")
        stage.press("Wachtwoordzin vergeten?")
        self.shot("herstel")
        stage.enter("Herstelcode", "AAAAA-BBBBB")
        stage.press("Werkboek openen")
        self.shot("herstel", "fout")
        stage.press("Terug")
        dialogs.answer_next(self.here / EMPTY)
        stage.press("Werkboek openen")
        stage.enter("Wachtwoordzin", "deze is het niet")
        stage.key("Return")
        stage.settle()
        self.shot("openen", "fout")

    # A workbook with nobody in it

    def empty(self) -> None:
        """Every page before the first list."""
        stage = self.stage
        self._open(self.here / EMPTY)
        for page in ("Vandaag", "Studenten", "Gesprekken"):
            self.go(page)
            self.shot(page.lower(), "leeg")
        draw_empty_year(self)
        stage.key("Ctrl+L")
        stage.see(QLabel, "Vergrendeld")
        stage.press("Naar het beginscherm")

    def _open(self, folder: Path) -> None:
        stage = self.stage
        stage.window.show_first(folder)
        stage.settle()
        stage.until(
            lambda: (
                stage.field("Wachtwoordzin").isEnabled() and stage.sees(QAbstractButton, "Openen")
            ),
            "het werkboek laat zich niet openen",
        )
        stage.enter("Wachtwoordzin", PASSPHRASE)
        stage.key("Return")
        stage.until(lambda: stage.window.frame is not None, "het werkboek gaat niet open")

    # The example school

    def open_full(self) -> None:
        """Open the example school."""
        self._open(self.here / FULL)

    def today(self) -> None:
        """The day, a group of what asks attention unfolded, and help beside it."""
        stage = self.stage
        self.go("Vandaag")
        stage.see(TableView, "Mijn studenten")
        self.shot("vandaag")
        headings = [
            line
            for line in stage.window.findChildren(LinkLine)
            if line.isVisible() and line.isCheckable()
        ]
        stage.click(headings[-1])
        self.shot("vandaag", "aandacht")
        stage.click(headings[-1])
        stage.key("F1")
        self.shot("vandaag", "uitleg")
        stage.key("Escape")

    def students(self) -> None:
        """The list, one found, none found."""
        stage = self.stage
        self.go("Studenten")
        table = stage.see(TableView, "Studenten")
        stage.until(lambda: table.rows_model.rows, "er staan geen studenten")
        self.shot("studenten")
        stage.choose_row(table, table.rows_model.rows[2])
        self.shot("studenten", "gekozen")
        stage.enter("Zoeken", "xyz")
        stage.read("0 van ")
        self.shot("studenten", "niets-gevonden")
        stage.key("Ctrl+A")
        stage.key("Delete")
        stage.read("studenten die jij begeleidt")

    def student(self) -> None:
        """The story and the agreements of somebody who has both."""
        stage = self.stage
        table = stage.see(TableView, "Studenten")
        rows = table.rows_model.rows
        wanted = max(
            rows, key=lambda row: (row.facts.overdue_agreements, row.facts.open_agreements)
        )
        stage.choose_row(table, wanted)
        stage.key("Return")
        stage.see(QLabel, wanted.student.name.full)
        self.shot("student", "verhaal")
        frame = stage.window.frame
        assert frame is not None
        frame.go(Target("students", wanted.id, "conversations"))
        stage.see(QLabel, "Open (", start=True)
        self.shot("student", "afspraken")

    def trialogue(self) -> None:
        """Three voices, lent, read and printed."""
        draw_trialogue(self.stage, self.shot)

    def forms(self) -> None:
        """A form for the company, out and in."""
        self.go("Studenten")
        rows = self.stage.see(TableView, "Studenten").rows_model.rows
        draw_forms(self.stage, self.shot, self.here, rows[0].id)

    def talks(self) -> None:
        """The list of talks."""
        self.go("Gesprekken")
        self.stage.see(TableView, "Vastgelegde gesprekken")
        self.shot("gesprekken")

    # A talk

    def talk(self) -> None:
        """From *Vandaag* to the table: preparing, the card, and the calm screen."""
        stage = self.stage
        self.go("Vandaag")
        stage.press("Gesprek met ", start=True)
        stage.field("Waar wil je het over hebben?")
        self.shot("voorbereiden")
        stage.enter("Waar wil je het over hebben?", FOCUS)
        boxes = [box for box in stage.window.findChildren(QCheckBox) if box.isVisible()]
        for box in [box for box in boxes if box.accessibleName().endswith("?")][:4]:
            if not box.isChecked():
                stage.click(box)
        self.shot("voorbereiden", "vragen")
        stage.scroll_up()
        self.shot("voorbereiden", "gevuld")
        stage.key("Ctrl+P")
        stage.paper()
        self.shot("papier", "gesprekskaart")
        stage.key("Escape")
        stage.press("Gesprek voeren")
        self.shot("voeren")

    def record(self) -> None:
        """*Vastleggen*: empty, refused, filled."""
        stage = self.stage
        stage.press("Vastleggen")
        stage.field("Waar ging het over?")
        self.shot("vastleggen", "leeg")
        stage.key("Ctrl+Return")
        self.shot("vastleggen", "geweigerd")
        stage.enter("Waar ging het over?", SUMMARY)
        card = stage.see(Card, "Afspraken")
        for place, agreement in enumerate(AGREEMENTS):
            if place:
                stage.press("Afspraak erbij")
            agree(stage, card, agreement, self.clock.today(), place)
        following = stage.see(Card, "Volgend gesprek")
        stage.enter("Dag", "18-1-2027", within=following)
        stage.enter("Tijd", "9:20", within=following)
        topic = TOPICS[0]
        stage.press(COMPETENCE_LABELS[topic.competence], start=True)
        for place, text in enumerate(topic.texts):
            if place:
                stage.key("Tab")
            stage.type(text)
        stage.key("Ctrl+S")
        stage.scroll_up()
        self.shot("vastleggen")
        stage.press("Wat zegt de student?: Klopt")
        stage.enter("In eigen woorden van de student", STUDENT_SAYS)
        self.shot("vastleggen", "afsluiten")

    def read(self) -> None:
        """A recorded talk, its report, and correcting it."""
        stage = self.stage
        self.go("Gesprekken")
        table = stage.see(TableView, "Vastgelegde gesprekken")
        stage.choose_row(table, table.rows_model.rows[0])
        stage.key("Return")
        stage.see(QAbstractButton, "Verslag (PDF)")
        self.shot("lezen")
        stage.scroll_down()
        self.shot("lezen", "onderaan")
        stage.press("Verslag (PDF)")
        stage.paper()
        self.shot("papier", "verslag")
        stage.key("Escape")
        stage.press("Verbeteren")
        stage.field("Wat is er anders, en waarom?")
        self.shot("verbeteren")

"""The pictures of *Lijst inlezen*: three kinds of lists, what is wrong with one, who is missing."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import openpyxl
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from lob_workbench.app.tour.shots_school import STUDENT_LIST
from lob_workbench.features.student_import.page import StudentImportPage
from lob_workbench.ui import dialogs
from lob_workbench.ui.lists import TableView

if TYPE_CHECKING:
    from lob_workbench.app.tour.shots_scenes import Scenes

# So long that a line of progress comes by itself.
_PATIENCE = 1.3
_HEAD = ("Student nr", "Voornaam", "Tussenv.", "Achternaam", "Groep", "SLB'er")
_SCHOOL = (
    '<?xml version="1.0" encoding="UTF-8"?><EDEX><school><schooljaar>2026-2027</schooljaar>'
    "<schoolkey>41323</schoolkey><xsdversie>{version}</xsdversie></school><groepen>"
    '<groep key="8a"><naam>8A</naam><jaargroep>8</jaargroep></groep></groepen><leerlingen>{pupils}'
    '</leerlingen><leerkrachten><leerkracht key="t1"><achternaam>Bemmel</achternaam>'
    "<voorvoegsel>van</voorvoegsel><roepnaam>Julia</roepnaam><rol>LRK</rol>"
    '<groepen><groep key="8a"/></groepen></leerkracht></leerkrachten></EDEX>'
)
_PUPIL = (
    '<leerling key="{key}"><achternaam>{last}</achternaam><roepnaam>{first}</roepnaam>'
    "<geboortedatum>{born}</geboortedatum><geslacht>{gender}</geslacht><jaargroep>8</jaargroep>"
    '<groep key="8a"/>{more}</leerling>'
)
_PUPILS = (
    ("00001", "Bakker", "Fenna", "2014-11-03", "2", ""),
    ("00002", "Öztürk", "Emre", "2015-02-17", "1", ""),
    ("00003", "Wójcik", "Łukasz", "2014-12-30", "1", "<bijnaam>Luuk</bijnaam>"),
    ("00004", "Visser", "Hanna", "2015-05-21", "2", ""),
)


def import_scenes(scenes: "Scenes") -> tuple[tuple[str, Callable[[], None]], ...]:
    """The scenes in their order, with the example school open."""
    lists = _Lists(scenes)
    return (
        ("inlezen uit Excel", lists.workbook),
        ("inlezen uit EDEXML", lists.edexml),
        ("lang inlezen", lists.progress),
        ("inlezen", lists.everything),
    )


class _Lists:
    """Begins on any page; only the last scene writes."""

    def __init__(self, scenes: "Scenes") -> None:
        self.scenes = scenes
        self.stage = scenes.stage

    def workbook(self) -> None:
        """Two sheets that may both be the list, and the heading on the third row."""
        book = openpyxl.Workbook()
        for name, first in (("PW2A", 930_100), ("PW2B", 930_200)):
            sheet = book.create_sheet(name)
            sheet.append(["Voorbeeldcollege"])
            sheet.append([])
            sheet.append(list(_HEAD))
            for at, (_, last, given, *_more) in enumerate(_PUPILS):
                sheet.append([first + at, given, None, last, name, "Bakker, M."])
        file = self.scenes.here / "klassenlijst.xlsx"
        book.save(file)
        stage = self.stage
        self.scenes.go("Lijst inlezen")
        self.scenes.shot("inlezen", "1-bestand")
        dialogs.answer_next(file)
        stage.press("Bestand kiezen")
        stage.see(QLabel, "Welk blad is de lijst?")
        stage.settle()
        self.scenes.shot("inlezen", "2-welk-blad")
        stage.press("Verder")
        stage.see(QAbstractButton, "nieuw", start=True)
        self.scenes.shot("inlezen", "3-excel")
        stage.press("Andere lijst")

    def edexml(self) -> None:
        """Pupils of a primary school, one against the schema; and a file of another version."""
        stage = self.stage
        pupils = "".join(
            _PUPIL.format(key=key, last=last, first=first, born=born, gender=gender, more=more)
            for key, last, first, born, gender, more in _PUPILS
        )
        for version, name in (("2.1", "groep8.xml"), ("1.03", "oud.xml")):
            text = _SCHOOL.format(version=version, pupils=pupils)
            (self.scenes.here / name).write_text(text, encoding="utf-8")
        self.scenes.go("Lijst inlezen")
        dialogs.answer_next(self.scenes.here / "groep8.xml")
        stage.press("Bestand kiezen")
        stage.see(QAbstractButton, "niet ingelezen", start=True)
        self.scenes.shot("inlezen", "3-edexml")
        stage.press("Andere lijst")
        dialogs.answer_next(self.scenes.here / "oud.xml")
        stage.press("Bestand kiezen")
        stage.see(QLabel, "Dit bestand is EDEXML 1.03", start=True)
        self.scenes.shot("inlezen", "1-fout")

    def progress(self) -> None:
        """A list of a whole school, halfway."""
        self.scenes.go("Lijst inlezen")
        (page,) = self.stage.window.findChildren(StudentImportPage)
        page.start_again()
        words = QCoreApplication.translate("ListWork", "De lijst lezen…")
        page.list_work.waiting.emit(words)
        page.progress.say(words)
        page.progress.begin().tell(6_100, 11_000)
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            QApplication.processEvents()
            time.sleep(0.02)
        self.scenes.shot("inlezen", "1-voortgang")
        page.progress.end()
        page.list_work.waiting.emit("")

    def everything(self) -> None:
        """The steps with a list that has everything, and who is not on it."""
        stage, shot = self.stage, self.scenes.shot
        self.scenes.go("Lijst inlezen")
        dialogs.answer_next(self.scenes.here / STUDENT_LIST)
        stage.press("Bestand kiezen")
        stage.see(QAbstractButton, "niet ingelezen", start=True)
        shot("inlezen", "3-controleren")
        stage.press("niet ingelezen", start=True)
        shot("inlezen", "3-niet-ingelezen")
        stage.press("vraag", start=True)
        shot("inlezen", "3-vraag")
        stage.press("gewijzigd", start=True)
        shot("inlezen", "3-gewijzigd")
        stage.press("Stap 2 van 5", start=True)
        shot("inlezen", "2-kolommen")
        stage.press("Stap 3 van 5", start=True)
        buttons = stage.window.findChildren(QAbstractButton)
        stage.click(next(each for each in buttons if "&inlezen" in each.text()))
        stage.see(QLabel, "Is dit de hele lijst?")
        stage.settle()
        shot("inlezen", "4-hele-lijst")
        (page,) = stage.window.findChildren(StudentImportPage)
        stage.click(page.missing_step.radios[-1])
        stage.click(page.missing_step.leaves)
        shot("inlezen", "4-wie-ontbreekt")
        stage.click(page.missing_step.radios[0])
        stage.press("Verder")
        stage.see(TableView, "Mentors")
        shot("inlezen", "5-mentor")

"""Growth on paper: made beside the window, shown inside it."""

import re

from PySide6.QtCore import QObject

from lob_workbench.features.life_skills.operations_growth import (
    GroupSheet,
    GrowthSheet,
    group_sheet,
    growth_sheet,
)
from lob_workbench.features.life_skills.rules import Selection
from lob_workbench.features.life_skills.rules_growth import Moment
from lob_workbench.skills.rules import Learner
from lob_workbench.ui.context import PageContext

_NOT_IN_A_FILE_NAME = re.compile(r"[^\w .'’-]")


class GrowthPapers(QObject):
    """Makes the sheet of a person or of a selection and has the window show it."""

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._title = ""
        self._file_name = ""

    def show_person(
        self, learner: Learner, set_key: str, skills: tuple[str, ...], moment: Moment
    ) -> None:
        """Show the sheet of one person, to take along to a talk."""
        self._context.jobs.run(
            growth_sheet, learner.id, set_key, skills, moment, receiver=self, done="_print_person"
        )

    def show_group(self, selection: Selection, moment: Moment) -> None:
        """Show the sheet of everybody in the selection together."""
        self._context.jobs.run(group_sheet, selection, moment, receiver=self, done="_print_group")

    def _print_person(self, sheet: GrowthSheet) -> None:
        name = sheet.growth.learner.name
        self._title = self.tr("Groei van {name}").format(name=name)
        self._file_name = _file_name(self.tr("Groei"), name, sheet.growth.today.isoformat())
        self._context.jobs.render(_person_pdf, sheet, receiver=self, done="_show_paper")

    def _print_group(self, sheet: GroupSheet) -> None:
        self._title = self.tr("Life skills samen")
        self._file_name = _file_name(self._title, sheet.growth.today.isoformat())
        self._context.jobs.render(_group_pdf, sheet, receiver=self, done="_show_paper")

    def _show_paper(self, pdf: bytes) -> None:
        self._context.navigator.show_paper(pdf, self._title, self._file_name)


def _file_name(*words: str) -> str:
    """A name for a PDF that every system can write."""
    name = " ".join(_NOT_IN_A_FILE_NAME.sub("", word).strip() for word in words)
    return f"{name[:120].strip()}.pdf"


def _person_pdf(sheet: GrowthSheet) -> bytes:
    # The library that makes PDF is slow to import, and this runs beside the window.
    from lob_workbench.features.life_skills.report_growth import person_pdf

    return person_pdf(sheet)


def _group_pdf(sheet: GroupSheet) -> bytes:
    from lob_workbench.features.life_skills.report_growth import group_pdf

    return group_pdf(sheet)

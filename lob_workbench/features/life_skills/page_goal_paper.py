"""Agreements on life skills on paper: made beside the window, shown inside it."""

from PySide6.QtCore import QObject

from lob_workbench.features.life_skills.goal_views import GoalSheet
from lob_workbench.features.life_skills.operations_goals import goal_sheet
from lob_workbench.skills.rules import Learner
from lob_workbench.ui.context import PageContext


class GoalPapers(QObject):
    """Makes the sheet of one learner and has the window show it."""

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._title = ""
        self._file_name = ""

    def show_sheet(self, learner: Learner) -> None:
        """Show the agreements of this student, member of staff or team."""
        self._context.jobs.run(
            goal_sheet, learner, receiver=self, done="_print", failed="_complain"
        )

    def _print(self, sheet: GoalSheet) -> None:
        self._title = self.tr("Afspraken van {name}").format(name=sheet.learner.name)
        # No name in it: file names show in mail, on desks of others and in backups.
        self._file_name = self.tr("Afspraken life skills {day}.pdf").format(
            day=sheet.today.isoformat()
        )
        self._context.jobs.render(
            _goals_pdf, sheet, receiver=self, done="_show", failed="_complain"
        )

    def _show(self, pdf: bytes) -> None:
        self._context.navigator.show_paper(pdf, self._title, self._file_name)

    def _complain(self, error: Exception) -> None:
        self._context.navigator.complain(error)


def _goals_pdf(sheet: GoalSheet) -> bytes:
    # The library that makes PDF is slow to import, and this runs beside the window.
    from lob_workbench.features.life_skills.report_goals import goals_pdf

    return goals_pdf(sheet)

"""What leaves the page: a booklet on paper, and the Excel template to fill in."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from lob_workbench.content.skills import SkillSet
from lob_workbench.domain.contributions import Tone
from lob_workbench.features.skill_sets.operations import Booklet, read_booklet
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dialogs import choose, save_file

_FULL, _EMPTY = "full", "empty"


class Papers(QObject):
    """Makes them beside the window."""

    refused = Signal(str)

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._title = ""
        self._file_name = ""
        self._target: Path | None = None

    def print_skills(self, skill_set: SkillSet, skill_id: str = "") -> None:
        """Show a set on paper, or one skill of it."""
        self._title = skill_set.skill(skill_id).name if skill_id else skill_set.name
        self._context.jobs.run(
            read_booklet, skill_set.key, skill_id, receiver=self, done="_take_booklet"
        )

    def save_template(self, skill_set: SkillSet) -> None:
        """Ask what should stand in the template and where to keep it, and write it there."""
        filled = choose(
            self._page,
            self.tr("Sjabloon opslaan"),
            self.tr(
                "Een sjabloon is een Excel-bestand waarin je een eigen set maakt. Begin je met "
                "‘{name}’, of met lege bladen?"
            ).format(name=skill_set.name),
            [
                (_FULL, self.tr("Met deze skills erin")),
                (_EMPTY, self.tr("Leeg")),
            ],
        )
        if filled is None:
            return
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        name = self.tr("Eigen skills") + ".xlsx"
        target = save_file(
            self._page,
            self.tr("Sjabloon opslaan"),
            self.tr("Excel-werkmap (*.xlsx)"),
            Path(documents) / name,
        )
        if target is None:
            return
        self._target = (
            target if target.suffix.lower() == ".xlsx" else target.with_name(f"{target.name}.xlsx")
        )
        self._context.jobs.render(
            _template,
            skill_set if filled == _FULL else None,
            self._context.clock.now(),
            receiver=self,
            done="_write_template",
        )

    def _take_booklet(self, wanted: Booklet) -> None:
        self._context.jobs.render(_booklet, wanted, receiver=self, done="_show_booklet")

    def _show_booklet(self, data: bytes) -> None:
        self._context.navigator.show_paper(data, self._title, f"{self._title}.pdf")

    def _write_template(self, data: bytes) -> None:
        # QtPdf comes along with it and takes a while to load.
        from lob_workbench.ui.pdf_view import write_whole

        target, self._target = self._target, None
        if target is not None and write_whole(target, data):
            self._context.navigator.say(
                self.tr("Bewaard als {name}. Vul het in en lees het hier weer in.").format(
                    name=target.name
                ),
                Tone.GOOD,
            )
        else:
            self.refused.emit(
                self.tr("Bewaren lukte niet. Is er ruimte, en mag je op die plek schrijven?")
            )


def _booklet(wanted: Booklet) -> bytes:
    # The library that makes PDF is slow to import, and this runs beside the window.
    from lob_workbench.features.skill_sets.report import booklet_pdf

    return booklet_pdf(wanted)


def _template(skill_set: SkillSet | None, made_at: datetime) -> bytes:
    # So is the one that writes workbooks.
    from lob_workbench.features.skill_sets.report_template import template_xlsx

    return template_xlsx(skill_set, made_at)

"""From a chosen file to what the school keeps: read it, show what it would do, take it over."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lob_workbench.content.qualifications import Qualification
from lob_workbench.content.skills import SkillSet
from lob_workbench.domain.changes import Changes
from lob_workbench.features.skill_sets.operations import SetPreview, preview_set, take_over_set
from lob_workbench.features.skill_sets.operations_work import (
    DossierPreview,
    preview_dossier,
    take_over_dossier,
)
from lob_workbench.features.skill_sets.page_review import FileReview
from lob_workbench.features.skill_sets.set_files import read_dossier_file, read_set_file
from lob_workbench.ui.context import PageContext


class FileImport(QObject):
    """One file at a time; what is read is forgotten when it was taken over or dropped."""

    previewed = Signal()
    """``review`` shows what the file holds."""
    taken = Signal(str)
    """It was taken over; the key of the set, empty for a dossier."""
    refused = Signal(Exception)
    busy_changed = Signal(bool)

    def __init__(self, context: PageContext, review: FileReview, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._review = review
        self._set: SkillSet | None = None
        self._dossier: Qualification | None = None
        review.taken.connect(self._take_over)

    def read_set(self, path: Path) -> None:
        """Read a set, from Excel or TOML."""
        self.forget()
        self.busy_changed.emit(True)
        self._context.jobs.render(
            read_set_file, path, receiver=self, done="_take_set", failed="_refuse"
        )

    def read_dossier(self, path: Path) -> None:
        """Read a kwalificatiedossier."""
        self.forget()
        self.busy_changed.emit(True)
        self._context.jobs.render(
            read_dossier_file, path, receiver=self, done="_take_dossier", failed="_refuse"
        )

    def forget(self) -> None:
        """Forget what was read."""
        self._set = self._dossier = None
        self._review.forget()

    def _take_set(self, found: SkillSet) -> None:
        self._set = found
        self._context.jobs.run(
            preview_set, found, receiver=self, done="_show_set", failed="_refuse"
        )

    def _take_dossier(self, found: Qualification) -> None:
        self._dossier = found
        self._context.jobs.run(
            preview_dossier, found, receiver=self, done="_show_dossier", failed="_refuse"
        )

    def _show_set(self, preview: SetPreview) -> None:
        self.busy_changed.emit(False)
        if self._set is not None:
            self._review.show_set(preview)
            self.previewed.emit()

    def _show_dossier(self, preview: DossierPreview) -> None:
        self.busy_changed.emit(False)
        if self._dossier is not None:
            self._review.show_dossier(preview)
            self.previewed.emit()

    def _take_over(self) -> None:
        jobs = self._context.jobs
        if self._set is not None:
            jobs.run(take_over_set, self._set, receiver=self, done="_taken", failed="_refuse")
        elif self._dossier is not None:
            jobs.run(
                take_over_dossier, self._dossier, receiver=self, done="_taken", failed="_refuse"
            )

    def _taken(self, _changes: Changes) -> None:
        key = "" if self._set is None else self._set.key
        self.forget()
        self.taken.emit(key)

    def _refuse(self, error: Exception) -> None:
        self.busy_changed.emit(False)
        self._review.offer_again()
        self.refused.emit(error)

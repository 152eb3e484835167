"""Taking sets, routes and dossiers out of use and back, each with a way to undo it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Tone
from lob_workbench.features.skill_sets import operations, operations_routes, operations_work
from lob_workbench.features.skill_sets.rules import SetVersion
from lob_workbench.features.skill_sets.rules_routes import RouteRow
from lob_workbench.features.skill_sets.rules_work import Dossier
from lob_workbench.ui.context import PageContext


class Keeping(QObject):
    """Carries out what the views ask; ``done`` when it may be shown again."""

    done = Signal()

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._words = ""
        self._undo: tuple[Any, ...] = ()

    def retire_set(self, version: SetVersion) -> None:
        """Take a version out of use."""
        self._run(
            operations.retire_set,
            (version.id,),
            self.tr("De set is uit gebruik. Wat erin gescoord is, blijft staan."),
            (operations.bring_back_set, version.id),
        )

    def bring_back_set(self, version: SetVersion) -> None:
        """Use it again."""
        self._run(operations.bring_back_set, (version.id,), self.tr("De set is weer in gebruik."))

    def retire_dossier(self, dossier: Dossier) -> None:
        """Take a dossier out of use."""
        self._run(
            operations_work.retire_dossier,
            (dossier.id,),
            self.tr("Het kwalificatiedossier is uit gebruik. Jullie routes blijven bestaan."),
            (operations_work.bring_back_dossier, dossier.id),
        )

    def retire_route(self, row: RouteRow) -> None:
        """Take a route out of use."""
        mine = self._is_mine(row)
        route = row.route
        self._run(
            operations_routes.retire_route if mine else operations_routes.retire_any_route,
            (route.id, route.version),
            self.tr("De route is uit gebruik."),
            (
                operations_routes.bring_back_route
                if mine
                else operations_routes.bring_back_any_route,
                route.id,
                route.version + 1,
            ),
        )

    def bring_back_route(self, row: RouteRow) -> None:
        """Use it again."""
        self._run(
            operations_routes.bring_back_route
            if self._is_mine(row)
            else operations_routes.bring_back_any_route,
            (row.route.id, row.route.version),
            self.tr("De route is weer in gebruik."),
        )

    def _is_mine(self, row: RouteRow) -> bool:
        return row.route.author_id == self._context.actor.staff_id

    def _run(
        self,
        operation: Callable[..., Changes],
        args: tuple[Any, ...],
        words: str,
        undo: tuple[Any, ...] = (),
    ) -> None:
        self._words, self._undo = words, undo
        self._context.jobs.run(
            operation, *args, receiver=self, done="_take_done", failed="_take_refused"
        )

    def _take_done(self, _changes: Changes) -> None:
        if self._undo:
            self._context.navigator.offer_undo(self._words, *self._undo)
        else:
            self._context.navigator.say(self._words, Tone.GOOD)
        self.done.emit()

    def _take_refused(self, error: Exception) -> None:
        self._context.navigator.complain(error)
        self.done.emit()

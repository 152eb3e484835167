"""Columns of the norms and of the hours."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from lob_workbench.domain.career import KIND_LABELS
from lob_workbench.features.planning.rules_norms import Budget, Norm, Per
from lob_workbench.talks.rules_appointments import minutes_of
from lob_workbench.ui.lists import Column


def year_words(study_year: int | None) -> str:
    """The year of study, or that it is for all."""
    if study_year is None:
        return QCoreApplication.translate("Planning", "elk leerjaar")
    return QCoreApplication.translate("Planning", "leerjaar {year}").format(year=study_year)


class NormColumns:
    """Kind, for whom, how often, how long, and whose norm it is."""

    def __init__(self, names: Mapping[UUID, str]) -> None:
        """``names`` of programmes; looked at when a row is shown."""
        self._names = names

    def all(self) -> tuple[Column[Norm], ...]:
        """The columns."""
        return (
            Column(
                QCoreApplication.translate("Planning", "Soort gesprek"),
                _kind,
                keep=True,
                bold=True,
                stretch=2,
            ),
            Column(QCoreApplication.translate("Planning", "Opleiding"), self._programme, stretch=2),
            Column(QCoreApplication.translate("Planning", "Leerjaar"), _year, stretch=1),
            Column(QCoreApplication.translate("Planning", "Hoe vaak"), _times, least=12, stretch=1),
            Column(QCoreApplication.translate("Planning", "Minuten"), _minutes, right=True),
            Column(QCoreApplication.translate("Planning", "Van"), _whose, least=10),
        )

    def _programme(self, norm: Norm) -> str:
        return programme_words(norm.programme_id, self._names)


def budget_columns(names: Mapping[UUID, str]) -> tuple[Column[Budget], ...]:
    """For whom, how many hours, and whose it is."""
    return _BudgetColumns(names).all()


class _BudgetColumns:
    def __init__(self, names: Mapping[UUID, str]) -> None:
        self._names = names

    def all(self) -> tuple[Column[Budget], ...]:
        return (
            Column(
                QCoreApplication.translate("Planning", "Leerjaar"),
                _budget_year,
                bold=True,
                stretch=1,
            ),
            Column(QCoreApplication.translate("Planning", "Opleiding"), self._programme, stretch=2),
            Column(QCoreApplication.translate("Planning", "Uren"), _hours, right=True),
            Column(QCoreApplication.translate("Planning", "Van"), _budget_whose, least=10),
        )

    def _programme(self, budget: Budget) -> str:
        return programme_words(budget.programme_id, self._names)


def programme_words(programme_id: UUID | None, names: Mapping[UUID, str]) -> str:
    """The programme, or that it is for all."""
    if programme_id is None:
        return QCoreApplication.translate("Planning", "alle opleidingen")
    return names.get(programme_id, "")


def _kind(norm: Norm) -> str:
    return QCoreApplication.translate("career", KIND_LABELS[norm.kind])


def _year(norm: Norm) -> str:
    return year_words(norm.study_year)


def _times(norm: Norm) -> str:
    words = (
        QCoreApplication.translate("Planning", "{count} × per blok")
        if norm.per is Per.BLOCK
        else QCoreApplication.translate("Planning", "{count} × per jaar")
    )
    return words.format(count=norm.times)


def _minutes(norm: Norm) -> str:
    return str(norm.minutes or minutes_of(norm.kind))


def _whose(norm: Norm) -> str:
    return whose(norm.version)


def whose(version: int) -> str:
    """Whether the school set it itself."""
    if version:
        return QCoreApplication.translate("Planning", "de school")
    return QCoreApplication.translate("Planning", "de werkbank")


def _budget_year(budget: Budget) -> str:
    return year_words(budget.study_year)


def _hours(budget: Budget) -> str:
    return f"{budget.minutes / 60:g}".replace(".", ",")


def _budget_whose(budget: Budget) -> str:
    return whose(budget.version)

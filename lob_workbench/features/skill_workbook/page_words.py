"""Sentences of the page."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from lob_workbench.features.skill_workbook.rules import Comparison, TakenOver
from lob_workbench.ui.dates import short_date


def compared_line(comparison: Comparison, today: date) -> str:
    """Which file, who made it and when, and how many lines there are."""
    refused = len(comparison.rows) - len(comparison.acceptable)
    parts = [
        QCoreApplication.translate("SkillWorkbook", "{name}, gemaakt door {maker} op {day}").format(
            name=comparison.file_name,
            maker=comparison.made_by,
            day=short_date(comparison.made_at.date(), today),
        ),
        QCoreApplication.translate("SkillWorkbook", "anders: {count}").format(
            count=len(comparison.rows)
        ),
    ]
    if refused:
        parts.append(
            QCoreApplication.translate("SkillWorkbook", "kan niet: {count}").format(count=refused)
        )
    if comparison.known:
        parts.append(
            QCoreApplication.translate("SkillWorkbook", "stond er al: {count}").format(
                count=comparison.known
            )
        )
    return " · ".join(parts)


def taken_line(done: TakenOver) -> str:
    """What was taken over, and what happens next."""
    parts = []
    if done.observations:
        parts.append(
            QCoreApplication.translate(
                "SkillWorkbook", "waarnemingen die op bevestiging wachten: {count}"
            ).format(count=done.observations)
        )
    if done.goals:
        parts.append(
            QCoreApplication.translate("SkillWorkbook", "afspraken bijgewerkt: {count}").format(
                count=done.goals
            )
        )
    told = ", ".join(parts)
    return QCoreApplication.translate("SkillWorkbook", "Overgenomen: {told}.").format(told=told)

"""A student of the workbook, as far as a list could say something about them."""

from dataclasses import dataclass
from uuid import UUID

from lob_workbench.features.student_import.rules import StudentValues


@dataclass(frozen=True, slots=True)
class KnownStudent:
    """Who is known, with what a list could say about them.

    ``left``: no longer at school. ``mine``: the actor may say so of this student.
    """

    id: UUID
    values: StudentValues
    left: bool = False
    mine: bool = False

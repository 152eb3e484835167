"""What a student is asked before a talk: chosen questions, agreements, and an own subject."""

from collections.abc import Sequence
from typing import Final

from lob_workbench.content.load import competences
from lob_workbench.people.rules import StudentView
from lob_workbench.talks.rules import AgreementView, AskedQuestion
from lob_workbench.talks.rules_preparations import (
    AGREEMENT_PREFIX,
    OWN_SUBJECT,
    FormLine,
    LineKind,
    PreparationForm,
)

STANDARD: Final = "standard:"
"""What stands before the code of a competence, as the id of its standard question."""


def standard_questions() -> tuple[AskedQuestion, ...]:
    """One question on each *loopbaancompetentie*, for when the counsellor chose none."""
    return tuple(
        AskedQuestion(f"{STANDARD}{competence.value}", text.question)
        for competence, text in competences().items()
    )


def form_for(
    student: StudentView,
    questions: Sequence[AskedQuestion],
    agreements: Sequence[AgreementView],
    own_words: str,
) -> PreparationForm:
    """The form of ``student``; ``own_words`` asks for a subject of one's own."""
    hints = {
        f"{STANDARD}{competence.value}": text.experience.placeholder
        for competence, text in competences().items()
    }
    asked = tuple(
        FormLine(one.id, one.text, hint=hints.get(one.id, ""))
        for one in questions or standard_questions()
    )
    agreed = tuple(
        FormLine(f"{AGREEMENT_PREFIX}{one.id}", one.what, LineKind.AGREEMENT) for one in agreements
    )
    own = FormLine(OWN_SUBJECT, own_words, LineKind.OWN)
    return PreparationForm(student.id, student.name.first, (*asked, *agreed, own))

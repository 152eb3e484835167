"""What the page of a talk is made of. The talks themselves: ``talks.rules``."""

from dataclasses import dataclass
from datetime import date, datetime

from lob_workbench.people.rules import StudentView
from lob_workbench.talks.rules import AgreementView, ConversationDraft, ConversationView
from lob_workbench.talks.rules_appointments import AppointmentView
from lob_workbench.talks.rules_preparations import StudentPreparation
from lob_workbench.talks.rules_questions import NO_CHOICE, QuestionChoice


@dataclass(frozen=True, slots=True)
class Preparation:
    """What step *Voorbereiden* shows and the *gesprekskaart* prints.

    ``aside`` is a draft that met another one, of another desk; nobody chose yet.
    """

    student: StudentView
    last_talk: ConversationView | None
    open_agreements: tuple[AgreementView, ...]
    draft: ConversationDraft
    draft_saved_at: datetime | None
    counsellor: str
    today: date
    planned: AppointmentView | None
    student_words: StudentPreparation | None = None
    """What the student prepared since the last talk."""
    student_began: bool = False
    """Whether the student began to write, and did not hand it in."""
    aside: ConversationDraft | None = None
    choice: QuestionChoice = NO_CHOICE
    returning: tuple[AgreementView, ...] = ()
    """What is open, and what the draft answers though somebody closed it meanwhile."""

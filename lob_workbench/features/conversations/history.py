"""What became of an agreement, as lines in words: made, goes on, done, dropped, open again."""

from dataclasses import dataclass
from datetime import date

from lob_workbench.domain.dates import plain_date
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.people.rules import StudentView
from lob_workbench.talks.rules import AgreementStatus, AgreementView, PaperHead
from lob_workbench.talks.rules_agreements import AgreementStep
from lob_workbench.talks.words_agreements import Say


@dataclass(frozen=True, slots=True)
class AgreementSheet:
    """What *Afspraken van Zoë* is printed from."""

    student: StudentView
    agreements: tuple[AgreementView, ...]
    counsellor: str
    today: date
    head: PaperHead


def in_dutch(_context: str, text: str) -> str:
    """The words as they stand here: paper is Dutch."""
    return text


def has_history(view: AgreementView) -> bool:
    """Whether more became of it than one answer, which stands beside it already."""
    return len(view.steps) > 1 or any(step.status is AgreementStatus.OPEN for step in view.steps)


def history(view: AgreementView, say: Say = in_dutch) -> tuple[str, ...]:
    """The life of an agreement, a line for each step, the oldest first."""
    first_due = view.steps[0].due_before if view.steps else view.due_on
    if first_due is None:
        made = say(
            "conversations", QT_TRANSLATE_NOOP("conversations", "afgesproken op {day}")
        ).format(day=plain_date(view.made_on))
    else:
        made = say(
            "conversations",
            QT_TRANSLATE_NOOP("conversations", "afgesproken op {day}, uiterlijk {due}"),
        ).format(day=plain_date(view.made_on), due=plain_date(first_due))
    lines = [made, *(step_words(step, say) for step in view.steps)]
    if view.withdrawn_in is not None:
        words = QT_TRANSLATE_NOOP(
            "conversations", "uit het verslag gehaald in versie {number} van dat gesprek"
        )
        lines.append(say("conversations", words).format(number=view.withdrawn_in))
    return tuple(lines)


def step_words(step: AgreementStep, say: Say = in_dutch) -> str:
    """One step in words, with the talk in which it was said and why."""
    if step.status is AgreementStatus.DONE:
        words = QT_TRANSLATE_NOOP("conversations", "gedaan op {day}")
    elif step.status is AgreementStatus.DROPPED:
        words = QT_TRANSLATE_NOOP("conversations", "vervallen op {day}")
    elif step.due_on != step.due_before or step.answered_in is not None:
        words = QT_TRANSLATE_NOOP("conversations", "op {day}: loopt door tot {due}")
    else:
        words = QT_TRANSLATE_NOOP("conversations", "weer open op {day}")
    due = "" if step.due_on is None else plain_date(step.due_on)
    day = plain_date(step.answered_on or step.taken_on)
    line = say("conversations", words).format(day=day, due=due)
    return f"{line} ({step.reason})" if step.reason else line

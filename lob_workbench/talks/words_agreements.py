"""What was answered to an agreement that came back, in words. Pure functions."""

from collections.abc import Callable, Sequence

from lob_workbench.domain.dates import plain_date
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.talks.rules_agreements import AgreementStatus, ReturnedAnswer

Say = Callable[[str, str], str]
"""Translates a literal of a context, as ``QCoreApplication.translate`` does."""


def answers_in_words(answers: Sequence[ReturnedAnswer], say: Say) -> str:
    """A line for each answer, by their words: lists of open agreements change their order."""
    return "\n".join(sorted(_answer(given, say) for given in answers))


def _answer(given: ReturnedAnswer, say: Say) -> str:
    answer = given.answer
    if answer.status is AgreementStatus.DONE:
        became = say("conversations", QT_TRANSLATE_NOOP("conversations", "gedaan"))
    elif answer.status is AgreementStatus.DROPPED:
        words = QT_TRANSLATE_NOOP("conversations", "vervallen: {reason}")
        became = say("conversations", words).format(reason=answer.reason.strip())
    else:
        words = QT_TRANSLATE_NOOP("conversations", "loopt door tot {day}")
        day = "…" if answer.due_on is None else plain_date(answer.due_on)
        became = say("conversations", words).format(day=day)
    return f"{given.what.strip()} · {became}"

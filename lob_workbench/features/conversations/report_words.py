"""The student's own words on the card to talk from: between quotation marks, and named."""

from lob_workbench.features.conversations.rules import Preparation
from lob_workbench.output.drawing import Pages
from lob_workbench.output.style import BODY, PRIMARY, SMALL, SUBHEADING, TextStyle
from lob_workbench.output.tags import Element, Tag
from lob_workbench.talks.rules_preparations import LineKind

_MOST = 3


def quoted(answer: str) -> str:
    """An answer as somebody's own words."""
    return f"“{' '.join(answer.split())}”" if answer.strip() else ""


def draw_own_words(pages: Pages, prep: Preparation, left: float, top: float, width: float) -> float:
    """What the student wants to talk about, and what has no other place on the card.

    Gives where the next thing may begin.
    """
    words = prep.student_words
    if words is None:
        return top
    asked = {question.id for question in prep.draft.questions}
    agreed = {str(agreement.id) for agreement in prep.open_agreements}
    loose = [
        one
        for one in words.answers
        if one.kind is not LineKind.OWN
        and one.question_id not in asked
        and one.question_id.rpartition(":")[2] not in agreed
    ]
    if not words.own_subject and not loose:
        return top
    heading = TextStyle(SUBHEADING.font, SUBHEADING.size, SUBHEADING.leading, PRIMARY)
    name = prep.student.name.first
    pages.line_of(left, top, f"{name} schreef vooraf", heading, width, Tag.HEADING)
    top += 18
    if words.own_subject:
        top = _lines(pages, quoted(words.own_subject), BODY, left, top, width, most=2)
    for one in loose[:_MOST]:
        text = f"{one.question}  {quoted(one.answer)}"
        top = _lines(pages, text, SMALL, left, top, width, most=2)
    if len(loose) > _MOST:
        more = f"+{len(loose) - _MOST} antwoorden meer in het werkboek"
        top = _lines(pages, more, SMALL, left, top, width, most=1)
    return top + 8


def _lines(
    pages: Pages, raw: str, style: TextStyle, left: float, top: float, width: float, *, most: int
) -> float:
    lines = pages.fitted(raw, style, width, most)
    pages.text(left, top, lines, style, Element(Tag.PARAGRAPH))
    return top + len(lines) * style.leading

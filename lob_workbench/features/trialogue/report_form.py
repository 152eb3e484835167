"""The form on paper: what we know in print, what we ask as fields to fill in."""

from lob_workbench.domain.dates import long_date, plain_date
from lob_workbench.domain.terms import own
from lob_workbench.features.trialogue.rules_forms import (
    DAY_FIELD,
    FUNCTION_FIELD,
    NAME_FIELD,
    SHORT_LIMIT,
    TOKEN_FIELD,
    FormSheet,
    answer_field,
    mark_of,
)
from lob_workbench.output.fillable import FillablePaper
from lob_workbench.talks.rules import MAX_TOPIC_TEXT

# So that all questions stand on two pages.
_TALL = 84.0


def form_pdf(sheet: FormSheet) -> bytes:
    """A fillable PDF for one party in one talk, as bytes.

    Names stand in the page and in its reading order, never in the properties of the file: those
    show in lists of mail and of folders.
    """
    text = sheet.text
    mark = mark_of(sheet.token)
    paper = FillablePaper(
        school=sheet.school,
        logo=sheet.logo,
        title=f"Formulier voor een gesprek, kenmerk {mark}",
        subject="Vul in, sla op en stuur terug",
        author=sheet.school,
        foot=f"Formulier {mark}, geldig tot en met {plain_date(sheet.expires_on)}",
    )
    paper.opening(text.title, f"Geldig tot en met {long_date(sheet.expires_on)}")
    day = "" if sheet.talk_on is None else long_date(sheet.talk_on)
    paper.facts(
        (
            ("Student", sheet.student),
            ("Bedrijf", sheet.company),
            (own("Begeleider van school"), sheet.counsellor),
            ("Gesprek", sheet.talk),
            ("Op", day),
            ("Formulier", f"versie {sheet.version}, {mark}"),
        )
    )
    paper.carried(TOKEN_FIELD, sheet.token, "Kenmerk van dit formulier")
    paper.lead(text.intro)
    paper.steps(text.steps)
    paper.space(2)
    paper.short_answers(
        (
            (NAME_FIELD, text.name_label, SHORT_LIMIT),
            (FUNCTION_FIELD, text.function_label, SHORT_LIMIT),
            (DAY_FIELD, text.day_label, SHORT_LIMIT),
        )
    )
    for question in text.questions:
        paper.answer(
            answer_field(question.topic),
            question.title,
            question.question,
            hint=question.hint,
            height=_TALL,
            limit=MAX_TOPIC_TEXT,
        )
    paper.space(2)
    paper.note(f"Kenmerk {sheet.token}")
    return paper.finish()

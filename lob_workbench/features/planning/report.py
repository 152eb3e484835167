"""The list of a planned group, to hang up or hand out: time, name and room, no content."""

from datetime import date
from itertools import groupby

from lob_workbench.domain.career import KIND_LABELS
from lob_workbench.domain.dates import long_date, plain_date
from lob_workbench.domain.terms import own
from lob_workbench.features.planning.rules_slots import Placed, Sheet
from lob_workbench.output.pdf import Paper, Task


def list_pdf(sheet: Sheet) -> bytes:
    """One list, a heading for each day, as PDF bytes."""
    kind = own(KIND_LABELS[sheet.kind])
    days = sorted({each.span.starts.date() for each in sheet.placed})
    first, last = plain_date(days[0]), plain_date(days[-1])
    when = first if first == last else f"{first} tot en met {last}"
    paper = Paper(
        school=sheet.school,
        logo=sheet.logo,
        title=f"{kind}, {when}",
        subject="Wie wanneer een gesprek heeft",
        author=sheet.counsellor,
        foot=f"{kind}, {when}",
    )
    paper.opening(kind, f"{when} · {sheet.counsellor}")
    paper.lead("Kom op tijd. Kun je niet? Zeg het dan zo snel mogelijk, dan ruilen we.")
    for on, placed in groupby(sheet.placed, key=_day):
        paper.heading(long_date(on).capitalize())
        paper.tasks(
            [
                Task(
                    f"{each.span.starts:%H:%M}–{each.span.ends:%H:%M}   {each.asked.name}",
                    each.asked.group,
                    sheet.room,
                )
                for each in placed
            ],
            ("Tijd en naam", own("Klas"), "Ruimte"),
        )
    return paper.finish()


def _day(placed: Placed) -> date:
    return placed.span.starts.date()

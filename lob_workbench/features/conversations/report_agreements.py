"""Agreements on paper, with a box to tick for each; *Afspraken van Zoë* for the student."""

from uuid import UUID

from lob_workbench.domain.dates import plain_date
from lob_workbench.domain.terms import own
from lob_workbench.features.conversations.history import AgreementSheet, has_history, history
from lob_workbench.output.pdf import Mark, Paper, Task
from lob_workbench.talks.rules import (
    OWNER_LABELS,
    AgreementOwner,
    AgreementStatus,
    AgreementView,
)
from lob_workbench.talks.rules_agreements import step_in

MOST = 14
"""So many fit on one sheet with room to read; what was closed makes place for what is open."""


def agreements_pdf(sheet: AgreementSheet) -> bytes:
    """What is open first, then what was closed last, for the student to take along."""
    name = sheet.student.name
    paper = Paper(
        school=sheet.head.school,
        logo=sheet.head.logo,
        title=f"Afspraken van {name.full}",
        subject="Afspraken",
        author=sheet.counsellor,
        foot=f"Afspraken van {name.full}, {plain_date(sheet.today)}",
    )
    paper.opening(f"Afspraken van {name.first}", name.full, plain_date(sheet.today))
    paper.facts(((own("Klas"), sheet.student.group), (own("Begeleider"), sheet.counsellor)))
    open_ones = [view for view in sheet.agreements if view.status is AgreementStatus.OPEN]
    closed = sorted(
        (view for view in sheet.agreements if view.status is not AgreementStatus.OPEN),
        key=lambda view: (view.closed_on or view.made_on, view.id),
        reverse=True,
    )
    if open_ones:
        paper.lead(
            f"{name.first}, vink af wat klaar is. Neem dit blad mee naar je volgende gesprek."
        )
        paper.heading("Dit spraken we af")
        paper.tasks(
            [agreement_task(view, told=False) for view in open_ones],
            ("Wat", "Wie", "Uiterlijk"),
        )
    else:
        paper.lead(f"{name.first}, er staat niets open. Alles is gedaan of vervallen.")
    shown = closed[: max(0, MOST - len(open_ones)) // 2]
    if shown:
        paper.heading("Laatst afgerond")
        paper.tasks([agreement_task(view) for view in shown], ("Wat", "Wie", "Uiterlijk"))
    return paper.finish()


def owner_words(owner: AgreementOwner) -> str:
    """Who does it, said to the student."""
    return "jij" if owner is AgreementOwner.STUDENT else own(OWNER_LABELS[owner])


def agreement_task(agreement: AgreementView, *, told: bool = True) -> Task:
    """An agreement with a box: how it stands, and with ``told`` how it went."""
    mark, remark = Mark.OPEN, ""
    closed = "" if agreement.closed_on is None else f" op {plain_date(agreement.closed_on)}"
    if agreement.status is AgreementStatus.DONE:
        mark, remark = Mark.DONE, f"Klaar{closed}."
    elif agreement.status is AgreementStatus.DROPPED:
        mark, remark = Mark.DROPPED, f"Vervallen{closed}: {agreement.closed_reason}"
    if told and has_history(agreement):
        remark = "; ".join(history(agreement)).capitalize() + "."
    return Task(
        what=agreement.what,
        who=owner_words(agreement.owner),
        when="geen datum" if agreement.due_on is None else plain_date(agreement.due_on),
        mark=mark,
        remark=remark,
    )


def returned_task(agreement: AgreementView, talk_id: UUID) -> Task:
    """An agreement of before, and what was said of it in this talk."""
    step = step_in(agreement.steps, talk_id)
    assert step is not None
    marks = {AgreementStatus.DONE: Mark.DONE, AgreementStatus.DROPPED: Mark.DROPPED}
    if step.status is AgreementStatus.DONE:
        remark = "Gedaan."
    elif step.status is AgreementStatus.DROPPED:
        remark = f"Vervallen: {step.reason}"
    else:
        until = "" if step.due_on is None else f" tot {plain_date(step.due_on)}"
        remark = f"Loopt door{until}."
    return Task(
        what=agreement.what,
        who=owner_words(agreement.owner),
        when="geen datum" if step.due_before is None else plain_date(step.due_before),
        mark=marks.get(step.status, Mark.OPEN),
        remark=remark,
    )

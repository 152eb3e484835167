"""The handover on paper: what goes along with the student, and who took over."""

from lob_workbench.domain.dates import plain_date
from lob_workbench.domain.terms import own
from lob_workbench.features.handover.rules import HandoverPaper
from lob_workbench.output.pdf import Paper


def handover_pdf(wanted: HandoverPaper) -> bytes:
    """The summary, the student's own words and two lines to sign; as PDF bytes."""
    student = wanted.student
    paper = Paper(
        school=wanted.head.school,
        title=f"Overdracht van {student.name.full}",
        subject="Dossiernotitie: de student leest mee",
        author=wanted.giver,
        foot=f"Overdracht van {student.name.full}",
        logo=wanted.head.logo,
    )
    paper.opening("Overdracht", student.name.full)
    facts = [("Groep", student.group), (own("Opleiding"), student.programme)]
    if student.birth_date is not None:
        facts.append(("Geboren op", plain_date(student.birth_date)))
    facts += [("Van", wanted.giver), ("Naar", wanted.receiver)]
    paper.facts(tuple((label, value) for label, value in facts if value))
    paper.heading("Wat je moet weten")
    paper.text(wanted.draft.summary)
    if wanted.draft.addition:
        paper.heading(f"Wat {student.name.first} zelf wil meegeven")
        paper.text(wanted.draft.addition)
    paper.space(2)
    paper.signatures(
        (
            ("Draagt over", wanted.giver),
            ("Neemt over", wanted.receiver),
            ("Student", student.name.full),
        )
    )
    return paper.finish()

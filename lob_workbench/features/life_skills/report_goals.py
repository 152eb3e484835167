"""The agreements of one person or team on one sheet, with boxes to tick and room to sign."""

from lob_workbench.domain.dates import MONTHS, plain_date
from lob_workbench.domain.terms import own
from lob_workbench.features.life_skills.goal_views import GoalSheet, GoalView
from lob_workbench.output.pdf import Mark, Paper, Task
from lob_workbench.output.style import BODY, LABEL
from lob_workbench.output.tags import Element, Tag
from lob_workbench.skills.rules import LearnerKind
from lob_workbench.skills.rules_goals import GoalStatus, Slot, SlotProgress

TITLE = "Afspraken over life skills"
_SIGN_ROOM = 76.0


def goals_pdf(sheet: GoalSheet) -> bytes:
    """What runs, the most urgent first; what does not fit on one sheet is counted at the end."""
    running = [view for view in sheet.goals if view.goal.status is GoalStatus.OPEN]
    for count in range(len(running), 1, -1):
        paper = _paper(sheet, running[:count], len(running) - count)
        if len(paper.pages.pages) == 1:
            return paper.finish()
    return _paper(sheet, running[:1], max(0, len(running) - 1)).finish()


def _paper(sheet: GoalSheet, shown: list[GoalView], left: int) -> Paper:
    learner = sheet.learner
    paper = Paper(
        school=sheet.head.school,
        logo=sheet.head.logo,
        title=f"{TITLE}: {learner.name}",
        subject=TITLE,
        author=sheet.author,
        foot=f"{TITLE}, {learner.name}, {plain_date(sheet.today)}",
    )
    paper.opening(TITLE, learner.name, plain_date(sheet.today))
    if learner.kind is LearnerKind.STUDENT:
        paper.facts(((own("Klas"), learner.group), (own("Begeleider"), sheet.author)))
    if not shown:
        paper.lead("Er loopt nu geen afspraak.")
    for view in shown:
        _goal(paper, view)
    if left:
        words = "Nog 1 afspraak staat" if left == 1 else f"Nog {left} afspraken staan"
        paper.note(f"{words} in de werkbank; op dit blad was geen plek meer.")
    _signatures(paper, sheet)
    return paper


def _goal(paper: Paper, view: GoalView) -> None:
    goal = view.goal
    goal_words = f"{view.skill}: naar niveau {goal.level}"
    with paper.card(goal_words, view.level_name):
        paper.text(goal.action)
        if goal.helper:
            paper.note(f"Wie helpt: {goal.helper}")
        paper.space(1)
        paper.tasks([_task(slot) for slot in goal.slots], ("Wat er gebeurt", "Hoe ver", "Wanneer"))
    paper.space(1)


def _task(slot: Slot) -> Task:
    mark = Mark.DONE if slot.progress is SlotProgress.DONE else Mark.OPEN
    words = {
        SlotProgress.PLANNED: "",
        SlotProgress.GOING: "bezig",
        SlotProgress.DONE: "gelukt",
        SlotProgress.STUCK: "loopt vast",
    }
    return Task(
        what=slot.plan or f"Periode {slot.number}",
        who=words[slot.progress],
        when=span_words(slot),
        mark=mark,
    )


def span_words(slot: Slot) -> str:
    """From when to when, in short words."""
    first, last = slot.starts_on, slot.ends_on
    until = f"{last.day} {MONTHS[last.month - 1][:3]} {last.year}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1][:3]} – {until}"
    return f"{first.day} {MONTHS[first.month - 1][:3]} {first.year} – {until}"


def _signatures(paper: Paper, sheet: GoalSheet) -> None:
    """Two lines to sign on: who grows, and who made the agreement."""
    paper.space(4)
    paper.room(_SIGN_ROOM)
    team = sheet.learner.kind is LearnerKind.TEAM
    names = (f"Namens {sheet.learner.name}" if team else sheet.learner.name, sheet.author)
    gap = 32.0
    wide = (paper.width - gap) / 2
    for place, name in enumerate(names):
        x = paper.left + place * (wide + gap)
        label = paper.pages.fitted(name, BODY, wide, 1)
        paper.pages.text(x, paper.y, label, BODY, Element(Tag.PARAGRAPH))
        paper.pages.rule(x, paper.y + 56, wide)
        paper.pages.text(x, paper.y + 60, ["Handtekening en datum"], LABEL, Element(Tag.PARAGRAPH))
    paper.y += _SIGN_ROOM

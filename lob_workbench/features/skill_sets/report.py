"""A set on paper: a booklet with a cover and a contents, and every skill on an A4 of its own."""

from lob_workbench.content.skills import Skill, competence_titles
from lob_workbench.features.skill_sets.operations import Booklet
from lob_workbench.output.pdf import Paper
from lob_workbench.output.style import BODY, LABEL

_BOX = 10.5


def booklet_pdf(wanted: Booklet) -> bytes:
    """The skills as PDF bytes; with a contents where they are more than one."""
    paper = Paper(
        school=wanted.head.school,
        title=title_of(wanted),
        subject="Skills en gedrag",
        author=wanted.author,
        foot=f"{wanted.skill_set.name} ({wanted.skill_set.version})",
        logo=wanted.head.logo,
    )
    if len(wanted.skills) > 1:
        _cover(paper, wanted)
    headings = {group.id: group.heading for group in wanted.skill_set.groups}
    for place, skill in enumerate(wanted.skills):
        if place or len(wanted.skills) > 1:
            paper.new_page()
        _skill(paper, skill, headings[skill.group], first=len(wanted.skills) == 1)
    return paper.finish()


def title_of(wanted: Booklet) -> str:
    """What the paper is called: the skill, or the set."""
    return wanted.skills[0].name if len(wanted.skills) == 1 else wanted.skill_set.name


def _cover(paper: Paper, wanted: Booklet) -> None:
    found = wanted.skill_set
    count = f"{len(wanted.skills)} skills, {len(found.behaviours)} keer gedrag"
    paper.opening(found.name, f"{count}, versie {found.version}")
    for group in found.groups:
        paper.subheading(group.heading)
        for skill in group.skills:
            paper.labelled(skill.name, skill.meaning)
    if found.source:
        paper.space(2)
        paper.note(found.source)


def _skill(paper: Paper, skill: Skill, heading: str, *, first: bool) -> None:
    if first:
        paper.opening(skill.name, skill.meaning, badge=heading)
    else:
        paper.text(heading, LABEL)
        paper.heading(skill.name)
        paper.lead(skill.meaning)
    for level in skill.levels:
        with paper.card(f"Niveau {level.number}: {level.name}"):
            for behaviour in level.behaviours:
                _to_tick(paper, behaviour.text)
    titles = competence_titles()
    if skill.competences:
        paper.space()
        names = [f"{letter} {titles[letter]}" for letter in skill.competences]
        paper.labelled("Competenties", ", ".join(names))


def _to_tick(paper: Paper, text: str) -> None:
    """A box to tick together, and the behaviour behind it."""
    paper.room(2 * BODY.leading)
    paper.pages.check_box(paper.left + 1, paper.y + 2, _BOX)
    with paper.inset(_BOX + 9):
        paper.text(text)
    paper.space(0.5)

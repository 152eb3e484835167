"""The summary that goes along with a student, made of what is on record.

A beginning for the counsellor, who reads it, shortens it and adds to it before anybody gets it.
"""

from collections.abc import Iterator, Sequence

from lob_workbench.domain.career import KIND_LABELS, CareerCompetence
from lob_workbench.domain.dates import plain_date
from lob_workbench.talks.rules import AgreementView, ConversationView

MOST_TALKS = 3
MOST_LINES = 5


def compose(talks: Sequence[ConversationView], agreements: Sequence[AgreementView]) -> str:
    """Last talks, open agreements, what the student is good at and what works; plain text.

    ``talks`` has the newest first, ``agreements`` are the open ones. What is not on record gets an
    invitation to fill it in.
    """
    parts = (
        ("Laatste gesprekken", tuple(_told(talk) for talk in talks[:MOST_TALKS])),
        ("Open afspraken", tuple(_agreed(view) for view in agreements)),
        ("Sterke kanten", _first(_meanings(talks, CareerCompetence.QUALITIES))),
        ("Wat werkt", _first(_takeaways(talks))),
    )
    return "\n\n".join(
        "\n".join((title, *(f"– {line}" for line in lines or (_NOTHING[title],))))
        for title, lines in parts
    )


_NOTHING = {
    "Laatste gesprekken": "nog geen gesprek vastgelegd",
    "Open afspraken": "geen",
    "Sterke kanten": "(vul aan: waar is deze student goed in?)",
    "Wat werkt": "(vul aan: hoe kom je met deze student verder?)",
}


def _told(talk: ConversationView) -> str:
    said = talk.summary or next((topic.experience for topic in talk.topics), "")
    line = f"{plain_date(talk.held_on)}, {KIND_LABELS[talk.kind].lower()}"
    return f"{line}: {_one_line(said)}" if said else line


def _agreed(view: AgreementView) -> str:
    until = "" if view.due_on is None else f" (uiterlijk {plain_date(view.due_on)})"
    return _one_line(view.what) + until


def _meanings(talks: Sequence[ConversationView], competence: CareerCompetence) -> Iterator[str]:
    for talk in talks:
        for topic in talk.topics:
            if topic.competence is competence and topic.meaning:
                yield topic.meaning


def _takeaways(talks: Sequence[ConversationView]) -> Iterator[str]:
    for talk in talks:
        for topic in talk.topics:
            if topic.competence is not CareerCompetence.QUALITIES and topic.takeaway:
                yield topic.takeaway


def _first(lines: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(_one_line, lines)))[:MOST_LINES]


def _one_line(text: str) -> str:
    return " ".join(text.split())

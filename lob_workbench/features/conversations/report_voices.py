"""The three voices of a trialogue on paper, one under the other for each topic."""

from lob_workbench.content.voices import voice_texts
from lob_workbench.domain.career import VoiceTopic
from lob_workbench.domain.clock import local
from lob_workbench.domain.dates import plain_date
from lob_workbench.domain.terms import own
from lob_workbench.output.pdf import Paper
from lob_workbench.talks.rules import (
    VERDICT_LABELS,
    ConversationView,
    Party,
    StudentResponse,
    Verdict,
)
from lob_workbench.talks.rules_voices import MARK_LABELS, PARTY_LABELS, newest_voices


def print_voices(paper: Paper, view: ConversationView) -> None:
    """What each party wrote, how it stands together, and what stood there before."""
    newest = newest_voices(view.voices)
    marks = {mark.topic: mark.mark for mark in view.marks}
    paper.heading("Drie stemmen")
    paper.facts(
        tuple(
            (
                f"{own(PARTY_LABELS[party])}, "
                f"{plain_date(local(newest[party].handed_in_at).date())}",
                newest[party].by_name,
            )
            if party in newest
            else (own(PARTY_LABELS[party]), "heeft niets ingevuld")
            for party in Party
        )
    )
    for topic in VoiceTopic:
        said = [
            (own(PARTY_LABELS[party]), words)
            for party in Party
            if party in newest and (words := newest[party].said(topic))
        ]
        if topic not in marks and not said:
            continue
        mark = f"Dit vinden we: {MARK_LABELS[marks[topic]].lower()}" if topic in marks else ""
        # Three voices are read beside each other, so on one page.
        paper.room_for_card([words for _, words in said])
        with paper.card(voice_texts()[topic].name, mark):
            for label, words in said:
                paper.labelled(label, words)
    older = [voice for voice in view.voices if voice not in newest.values()]
    if older:
        paper.heading("Wat er eerst stond")
    for voice in older:
        day = plain_date(local(voice.handed_in_at).date())
        with paper.card(f"{voice.by_name}, versie {voice.number}", f"van {day}"):
            for part in voice.parts:
                paper.labelled(voice_texts()[part.topic].name, part.text)


def print_company_response(paper: Paper, view: ConversationView) -> None:
    """What the company says of the report, or the place to write it."""
    response: StudentResponse | None = view.company_response
    paper.room(120)
    paper.heading(own("Wat je leerbedrijf van dit verslag vindt"))
    paper.choices(
        [
            (VERDICT_LABELS[verdict], response is not None and verdict is response.verdict)
            for verdict in Verdict
        ]
    )
    if response is None:
        paper.writing_lines(2)
    elif response.text:
        said = own("Het leerbedrijf schrijft")
        if response.given_on is not None:
            said += f" op {plain_date(response.given_on)}"
        paper.quote(f"{said}:", response.text)


def trainer_of(view: ConversationView) -> str:
    """Who spoke for the company; empty when nobody did."""
    voice = newest_voices(view.voices).get(Party.COMPANY)
    return "" if voice is None else voice.by_name

"""300 talk reports as PDF beside raw reportlab on the same text: pages a second of each.

Raw is the library's own layout (platypus paragraphs in one font, the same font files), untagged;
ours has the house style, cards, boxes to tick, and tags for screen readers.
"""

import io
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from statistics import median
from uuid import UUID
from xml.sax.saxutils import escape

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from lob_workbench.content.load import competences
from lob_workbench.domain.career import (
    COMPETENCE_LABELS,
    CareerCompetence,
    ConversationForm,
    ConversationKind,
)
from lob_workbench.domain.dates import plain_date
from lob_workbench.features.conversations.report import conversation_pdf
from lob_workbench.people.rules import PersonName, StudentView
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules import (
    AgreementOwner,
    AgreementStatus,
    AgreementView,
    AskedQuestion,
    ConversationView,
    NextTalk,
    PaperHead,
    StudentResponse,
    TopicText,
    Verdict,
)

REPORTS = 300
_DAY = date(2026, 11, 23)
_TALE = (
    "Je vertelt dat het op je stage goed gaat, maar dat het plannen van je opdrachten naast het "
    "werk lastig blijft. Je probeerde een weekrooster op papier, en dat hielp. Op vrijdag vielen "
    "er twee collega's uit. Je maakte een lijstje van wat echt moest en belde zelf even rond. "
)
_STUDENT = StudentView(
    UUID(int=1), "0411001", PersonName("Zoë", "van 't", "Hart"), date(2009, 4, 2), None, "",
    "PW2B", "Pedagogisch werk", "25698", "4", None, "Zorg", 2, None, None, UUID(int=2),
    "Mirjam Bakker", 1,
)  # fmt: skip


def a_view(number: int) -> ConversationView:
    """A talk as long as those of the example school, with words of its own."""
    agreement = AgreementView(
        id=new_id(),
        student_id=_STUDENT.id,
        student_name=_STUDENT.name.full,
        what=f"Vraagt feedback op opdracht {number} en schrijft op wat er uitkomt",
        owner=AgreementOwner.STUDENT,
        due_on=_DAY + timedelta(days=14),
        status=AgreementStatus.OPEN,
        closed_on=None,
        closed_reason="",
        made_on=_DAY,
        version=1,
    )
    return ConversationView(
        id=new_id(),
        talk_id=new_id(),
        student=_STUDENT,
        kind=ConversationKind.CAREER_REFLECTION,
        form=ConversationForm.DIALOGUE,
        held_on=_DAY,
        focus=f"Wat de eerste weken je leren, gesprek {number}",
        questions=tuple(AskedQuestion(f"Q{n}", f"Wat ging er goed, {n}?") for n in range(3)),
        summary=f"{_TALE}{_TALE}Gesprek {number}.",
        topics=tuple(
            TopicText(competence, f"{_TALE}{number}", _TALE, f"Neem mee: {_TALE[:90]}")
            for competence in CareerCompetence
        ),
        agreements=(agreement, replace(agreement, id=new_id(), owner=AgreementOwner.COUNSELLOR)),
        next_talk=NextTalk(_DAY + timedelta(days=70), "09:20"),
        response=StudentResponse(Verdict.DIFFERS, f"Ik vond het juist fijn, {number}.", _DAY),
        counsellor="Mirjam Bakker",
        version_number=1,
        versions=(new_id(),),
        reason="",
        recorded_at=datetime(2026, 11, 23, 9, tzinfo=UTC),
    )


def _texts(view: ConversationView) -> list[tuple[str, str]]:
    """The same words for the yardstick: a style and a text."""
    said = view.response
    assert said is not None
    lines = [("h1", "Loopbaanreflectiegesprek"), ("p", view.student.name.full)]
    lines += [("h2", "Waar het over ging"), ("p", view.focus), ("p", view.summary)]
    lines += [("h2", "Vragen die op tafel lagen"), *(("p", one.text) for one in view.questions)]
    lines.append(("h2", "Wat je vertelde"))
    for topic in view.topics:
        prompts = competences()[topic.competence]
        lines += [("h3", COMPETENCE_LABELS[topic.competence]), ("p", prompts.question)]
        for prompt, words in (
            (prompts.experience, topic.experience),
            (prompts.meaning, topic.meaning),
            (prompts.takeaway, topic.takeaway),
        ):
            lines += [("h3", prompt.label), ("p", words)]
    lines.append(("h2", "Wat we afspraken"))
    for agreement in view.agreements:
        due = "" if agreement.due_on is None else plain_date(agreement.due_on)
        lines.append(("p", f"{agreement.what} {agreement.owner} {due}"))
    lines += [("h2", "Wat jij van dit verslag vindt"), ("p", said.text)]
    lines += [("p", "Student: naam, datum"), ("p", "Begeleider: naam, datum")]
    return lines


def raw(view: ConversationView) -> bytes:
    """The same text by reportlab alone."""
    styles = {
        "h1": ParagraphStyle("h1", fontName="bench-bold", fontSize=22, leading=28),
        "h2": ParagraphStyle("h2", fontName="bench-bold", fontSize=13, leading=18, spaceBefore=10),
        "h3": ParagraphStyle("h3", fontName="bench-bold", fontSize=10, leading=14),
        "p": ParagraphStyle("p", fontName="bench", fontSize=10.5, leading=15, spaceAfter=4),
    }
    out = io.BytesIO()
    story = [Paragraph(escape(text), styles[style]) for style, text in _texts(view)]
    SimpleDocTemplate(out, pagesize=A4).build(story)
    return out.getvalue()


def ours(view: ConversationView) -> bytes:
    """The report in the house style."""
    return conversation_pdf(view, PaperHead("Het Voorbeeldcollege"))


def _pages_a_second(
    write: Callable[[ConversationView], bytes], views: Sequence[ConversationView]
) -> float:
    start = time.perf_counter()
    written = [write(view) for view in views]
    took = time.perf_counter() - start
    return sum(len(pypdfium2.PdfDocument(pdf)) for pdf in written) / took


def measure(runs: int = 3) -> dict[str, float]:
    """Medians of pages a second over ``runs`` batches of 300 each, taken in turns."""
    for name, file in (("bench", "Lato-Regular.ttf"), ("bench-bold", "Lato-Bold.ttf")):
        path = files("fontpkg_lato") / "files" / file
        pdfmetrics.registerFont(TTFont(name, io.BytesIO(path.read_bytes())))
    taken: dict[str, list[float]] = {"ours": [], "raw": []}
    for run in range(runs + 1):
        count = REPORTS if run else 10
        for name, write in (("ours", ours), ("raw", raw)):
            speed = _pages_a_second(write, [a_view(run * 1000 + number) for number in range(count)])
            if run:
                taken[name].append(speed)
    return {name: median(speeds) for name, speeds in taken.items()}

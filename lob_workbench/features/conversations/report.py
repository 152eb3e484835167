"""A talk on paper: the report that the student keeps, and the card to talk from."""

from lob_workbench.content.load import competences
from lob_workbench.domain.career import (
    COMPETENCE_LABELS,
    FORM_LABELS,
    KIND_LABELS,
    ConversationForm,
)
from lob_workbench.domain.clock import local
from lob_workbench.domain.dates import long_date, plain_date
from lob_workbench.domain.terms import own
from lob_workbench.features.conversations.report_agreements import agreement_task, returned_task
from lob_workbench.features.conversations.report_voices import (
    print_company_response,
    print_voices,
    trainer_of,
)
from lob_workbench.features.conversations.report_words import draw_own_words, quoted
from lob_workbench.features.conversations.rules import Preparation
from lob_workbench.output.drawing import Pages
from lob_workbench.output.pdf import Paper
from lob_workbench.output.style import (
    ACCENT_TEXT,
    BODY,
    HAIR_LINE,
    HERO,
    LABEL,
    MARGIN,
    MUTED,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PRIMARY,
    SMALL,
    SUBHEADING,
    TALKING,
    TINT,
    WRITING_LINE,
    TextStyle,
)
from lob_workbench.output.tags import Element, Tag
from lob_workbench.output.text import MISSING_NOTE
from lob_workbench.people.rules import AgeStage, age_stage
from lob_workbench.talks.rules import (
    MAX_QUESTIONS,
    OWNER_LABELS,
    VERDICT_LABELS,
    ConversationView,
    NextTalk,
    PaperHead,
    StudentResponse,
    TopicText,
    Verdict,
)
from lob_workbench.talks.rules_preparations import AGREEMENT_PREFIX

NOTE_CLASS = "Dossiernotitie – de student leest mee"


def conversation_pdf(view: ConversationView, head: PaperHead) -> bytes:
    """The report of one version of a talk, addressed to the student, as PDF bytes."""
    student = view.student
    kind = own(KIND_LABELS[view.kind])
    paper = Paper(
        school=head.school,
        logo=head.logo,
        title=f"{kind} met {student.name.full}, {plain_date(view.held_on)}",
        subject=NOTE_CLASS,
        author=view.counsellor,
        foot=f"{kind} van {plain_date(view.held_on)}, {student.name.full}",
    )
    paper.opening(
        kind,
        f"{student.name.full}, {long_date(view.held_on)}",
        f"{NOTE_CLASS} · versie {view.version_number}",
    )
    paper.facts(
        (
            (own("Klas"), student.group),
            (own("Opleiding"), student.programme),
            ("Vorm", own(FORM_LABELS[view.form])),
            (own("Begeleider"), view.counsellor),
            ("Studentnummer", student.number),
            ("Vastgelegd op", plain_date(local(view.recorded_at).date())),
        )
    )
    _correction(paper, view)
    paper.lead(
        f"Dag {student.name.first}, dit is het verslag van je gesprek. Het is van jou. "
        "Lees het rustig door en zeg het als jij er anders over denkt."
    )
    if view.focus or view.summary:
        paper.heading("Waar het over ging")
        if view.focus and view.summary:
            paper.labelled("Onderwerp", view.focus)
            paper.labelled("In het kort", view.summary)
        else:
            paper.text(view.summary or view.focus)
    if view.questions:
        paper.heading("Vragen die op tafel lagen")
        paper.bullets(question.text for question in view.questions)
    if view.form is ConversationForm.TRIALOGUE:
        print_voices(paper, view)
    if view.topics:
        paper.heading("Wat je vertelde")
        for topic in view.topics:
            _topic(paper, topic)
    # The company gets this report too, and was not there when these were made.
    if view.returned and view.form is not ConversationForm.TRIALOGUE:
        paper.heading("Teruggekeken op")
        tasks = [returned_task(agreement, view.talk_id) for agreement in view.returned]
        paper.tasks(tasks, ("Wat", "Wie", "Was uiterlijk"))
    if view.agreements:
        paper.heading("Wat we afspraken")
        paper.tasks(
            [agreement_task(agreement) for agreement in view.agreements],
            ("Wat", "Wie", "Uiterlijk"),
        )
    if view.next_talk is not None:
        paper.panel("Volgende keer", _moment(view.next_talk))
    _response(paper, view)
    if view.form is ConversationForm.TRIALOGUE or view.company_response is not None:
        print_company_response(paper, view)
    _signatures(paper, view)
    return paper.finish()


def _correction(paper: Paper, view: ConversationView) -> None:
    if view.version_number > 1:
        paper.warning(
            f"Verbetering (versie {view.version_number})", view.reason or "Zonder toelichting."
        )
    if view.newest_version > view.version_number:
        paper.warning(
            "Let op: er is een nieuwere versie",
            f"Dit is versie {view.version_number}. Vraag naar versie {view.newest_version}.",
        )


def _topic(paper: Paper, topic: TopicText) -> None:
    texts = competences()[topic.competence]
    with paper.card(COMPETENCE_LABELS[topic.competence], texts.question):
        paper.labelled(texts.experience.label, topic.experience)
        paper.labelled(texts.meaning.label, topic.meaning)
        paper.labelled(texts.takeaway.label, topic.takeaway)


def _moment(talk: NextTalk) -> str:
    at = f" om {talk.at} uur" if talk.at else ""
    return f"{long_date(talk.on).capitalize()}{at}: {own(KIND_LABELS[talk.kind].lower())}"


def _response(paper: Paper, view: ConversationView) -> None:
    """The student's own words beside the record; what was said before stays readable."""
    student, response = view.student, view.response
    if response is None:
        paper.room(170)
        paper.heading("Klopt dit verslag?")
        paper.choices([(VERDICT_LABELS[verdict], False) for verdict in Verdict])
        paper.note("Wat wil jij erbij zetten? Jouw woorden komen bij het verslag te staan.")
        paper.writing_lines(3)
    else:
        paper.heading("Wat jij van dit verslag vindt")
        _verdict(paper, student.name.first, response)
        for earlier in reversed(view.earlier_responses):
            label = VERDICT_LABELS[earlier.verdict].lower()
            on = "" if earlier.given_on is None else f" op {plain_date(earlier.given_on)}"
            paper.quote(f"Eerder zei je{on}: {label}", earlier.text)


def _verdict(paper: Paper, who: str, response: StudentResponse) -> None:
    paper.choices([(VERDICT_LABELS[verdict], verdict is response.verdict) for verdict in Verdict])
    if response.text:
        said = f"{who} schrijft"
        if response.given_on is not None:
            said += f" op {plain_date(response.given_on)}"
        paper.quote(f"{said}:", response.text)


def _signatures(paper: Paper, view: ConversationView) -> None:
    """Student and counsellor; a parent too for who was under 16 on the day of the talk (AVG)."""
    signers = [("Student", view.student.name.full), (own("Begeleider"), view.counsellor)]
    if view.form is ConversationForm.TRIALOGUE:
        signers.append((own("Praktijkopleider"), trainer_of(view) or "naam:"))
    age = view.student.age(view.held_on)
    if age is not None and age_stage(age) is AgeStage.UNDER_16:
        signers.append(("Ouder of verzorger", "naam:"))
    paper.space(4)
    paper.signatures(signers)


def conversation_card_pdf(prep: Preparation, head: PaperHead) -> bytes:
    """The *gesprekskaart*: one A4 to talk from, away from the screen, as PDF bytes.

    Whatever does not fit is shortened visibly; the card never has a second page.
    """
    return _Card(prep, head).bytes()


class _Card:
    """Lays the card out: the head and what is known from above, places to write from below."""

    left = MARGIN - 8
    width = PAGE_WIDTH - 2 * left
    foot = PAGE_HEIGHT - 46
    line_gap = 25.0
    strip_least, strip_most = 84.0, 150.0
    slot_enough = 84.0

    def __init__(self, prep: Preparation, head: PaperHead) -> None:
        self.prep = prep
        self.head = head
        self.pages = Pages()
        self.y = 36.0

    def bytes(self) -> bytes:
        """The card as PDF bytes."""
        name = self.prep.student.name.full
        self._top()
        self._last_time()
        self._open_agreements()
        self.y = draw_own_words(self.pages, self.prep, self.left, self.y, self.width)
        below = self._agree()
        self._questions(self._strip(below))
        self._foot()
        return self.pages.write(
            title=f"Gesprekskaart {name}",
            author=self.prep.counsellor,
            subject="Gesprekskaart: kladpapier bij een gesprek",
        )

    def _line(self, x: float, top: float, text: str, style: TextStyle, width: float) -> float:
        return self.pages.line_of(x, top, text, style, width, Tag.PARAGRAPH)

    def _heading(self, text: str, top: float) -> None:
        style = TextStyle(SUBHEADING.font, SUBHEADING.size, SUBHEADING.leading, PRIMARY)
        self.pages.line_of(self.left, top, text, style, self.width, Tag.HEADING)

    def _top(self) -> None:
        pages, student, planned = self.pages, self.prep.student, self.prep.planned
        kind = own(KIND_LABELS[self.prep.draft.kind])
        pages.box(self.left, self.y, 28, 4, fill=PRIMARY, radius=2)
        self._line(self.left, self.y + 8, f"Gesprekskaart · {self.head.school}", LABEL, self.width)
        self.y += 24
        # A long name in smaller type rather than cut off.
        wide = pages.width(pages.printable(student.name.full), HERO)
        size = max(HERO.size * min(1.0, self.width / max(wide, 1.0)), 13.0)
        style = TextStyle(HERO.font, size, HERO.leading, HERO.colour)
        pages.line_of(self.left, self.y, student.name.full, style, self.width, Tag.TITLE)
        self.y += HERO.leading
        about = "  ·  ".join(part for part in (kind, student.group, student.programme) if part)
        self._line(self.left, self.y, about, BODY, self.width)
        self.y += BODY.leading + 8
        pages.box(self.left, self.y, self.width, 40, fill=TINT)
        third = (self.width - 24) / 3
        facts = (
            ("Wanneer", "" if planned is None else long_date(planned.on)),
            ("Hoe laat", "" if planned is None or not planned.at else f"{planned.at} uur"),
            ("Plek", ""),
        )
        for place, (label, value) in enumerate(facts):
            x = self.left + 12 + place * third
            self._line(x, self.y + 4, label, LABEL, third - 12)
            if value:
                self._line(x, self.y + 18, value, BODY, third - 12)
            else:
                pages.rule(x, self.y + 32, third - 12, WRITING_LINE)
        self.y += 50

    def _last_time(self) -> None:
        last = self.prep.last_talk
        if last is None:
            return
        self._heading(f"Vorige keer, {plain_date(last.held_on)}", self.y)
        self.y += 18
        takeaways = [
            (COMPETENCE_LABELS[topic.competence], topic.takeaway)
            for topic in last.topics
            if topic.takeaway
        ]
        for label, takeaway in takeaways or [("In het kort", last.summary)]:
            self._line(self.left, self.y, label, LABEL, 106)
            self._line(self.left + 110, self.y, takeaway, BODY, self.width - 110)
            self.y += BODY.leading
        self.y += 8

    def _open_agreements(self) -> None:
        agreements, most = self.prep.open_agreements, 4
        self._heading("Nog open", self.y)
        self.y += 18
        if not agreements:
            self._line(self.left, self.y, "Geen afspraken die nog open staan.", BODY, self.width)
            self.y += BODY.leading
        for agreement in agreements[:most]:
            self.pages.check_box(self.left + 1, self.y + 2, 10.5)
            due = "" if agreement.due_on is None else f", {plain_date(agreement.due_on)}"
            beside = f"{own(OWNER_LABELS[agreement.owner])}{due}"
            late = agreement.is_overdue(self.prep.today)
            beside += ", over tijd" if late else ""
            colour = ACCENT_TEXT if late else MUTED
            style = TextStyle(SMALL.font, SMALL.size, BODY.leading, colour)
            wide = self.pages.width(beside, style)
            self._line(self.left + 18, self.y, agreement.what, BODY, self.width - 30 - wide)
            self._line(self.left + self.width - wide, self.y, beside, style, wide + 1)
            self.y += BODY.leading + 1
            said = self._said(f"{AGREEMENT_PREFIX}{agreement.id}")
            if said:
                self._line(self.left + 18, self.y - 1, said, SMALL, self.width - 18)
                self.y += SMALL.leading
        if len(agreements) > most:
            more = f"+{len(agreements) - most} meer in het werkboek"
            self._line(self.left + 18, self.y, more, SMALL, self.width)
            self.y += SMALL.leading
        self.y += 8

    def _agree(self) -> float:
        """Lines for agreements and the next date at the bottom; gives where they begin."""
        top = self.foot - 4 * self.line_gap - 26
        self._heading("Dit spreken we af", top)
        what, who = self.width * 0.58, self.width * 0.18
        columns = ((0.0, what - 14), (what, who - 14), (what + who, self.width - what - who))
        for (offset, _), label in zip(columns[1:], ("wie", "uiterlijk"), strict=True):
            self._line(self.left + offset, top + 1, label, LABEL, 80)
        for row in range(1, 4):
            y = top + 12 + row * self.line_gap
            self.pages.check_box(self.left + 1, y - 11, 10.5)
            for offset, wide in columns:
                inset = 0 if offset else 18
                self.pages.rule(self.left + offset + inset, y, wide - inset, WRITING_LINE)
        y = top + 12 + 4 * self.line_gap
        x = self.left
        for label, wide in (("Volgende keer", 190.0), ("om", 70.0), ("plek", 140.0)):
            x += self._line(x, y - 12, label, LABEL, 100) + 6
            end = min(x + wide, self.left + self.width)
            self.pages.rule(x, y, end - x, WRITING_LINE)
            x = end + 14
        return top - 12

    def _foot(self) -> None:
        keep = "Klaar met vastleggen? Geef deze kaart mee of versnipper hem."
        self._line(self.left, self.foot, keep, SMALL, self.width)
        if self.pages.replaced:
            self._line(self.left, self.foot + SMALL.leading, MISSING_NOTE, SMALL, self.width)

    def _strip(self, below: float) -> float:
        """The five competences with room for key words, above ``below``; gives where it begins."""
        spare = below - self.y - 48 - MAX_QUESTIONS * self.slot_enough
        height = min(max(spare, self.strip_least), self.strip_most)
        top = below - height
        self._heading("Steekwoorden", top - 20)
        gap = 6.0
        wide = (self.width - 4 * gap) / 5
        for place, label in enumerate(COMPETENCE_LABELS.values()):
            x = self.left + place * (wide + gap)
            self.pages.box(x, top, wide, height, line=HAIR_LINE)
            self._line(x + 7, top + 4, label, LABEL, wide - 10)
        return top - 28

    def _questions(self, below: float) -> None:
        """The chosen questions in large type, the white space shared between them."""
        draft = self.prep.draft
        self._heading("Vragen", self.y)
        if draft.focus:
            self._line(self.left + 56, self.y, draft.focus, BODY, self.width - 56)
        self.y += 20
        slot = (below - self.y) / MAX_QUESTIONS
        most = max(1, min(3, int((slot - 2) // TALKING.leading)))
        texts = [question.text for question in draft.questions[:MAX_QUESTIONS]]
        for place in range(MAX_QUESTIONS):
            top = self.y + place * slot
            self._line(self.left, top + 2, f"{place + 1}", SUBHEADING, 20)
            raw = texts[place] if place < len(texts) else ""
            lines = self.pages.fitted(raw, TALKING, self.width - 20, most) if raw else []
            self.pages.text(self.left + 20, top, lines, TALKING, Element(Tag.PARAGRAPH))
            said = self._said(draft.questions[place].id) if raw else ""
            if said:
                below_it = top + len(lines) * TALKING.leading
                self._line(self.left + 20, below_it, said, SMALL, self.width - 20)
            y = top + len(lines) * TALKING.leading + (SMALL.leading if said else 0) + 20
            while y < top + slot - 5:
                self.pages.rule(self.left + 20, y, self.width - 20, WRITING_LINE)
                y += 24

    def _said(self, question_id: str) -> str:
        """What the student wrote on this beforehand, as one line; or nothing."""
        words = self.prep.student_words
        answer = "" if words is None else words.answer_to(question_id)
        return f"{self.prep.student.name.first}: {quoted(answer)}" if answer else ""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lob_workbench.domain.career import CareerCompetence, ConversationForm, ConversationKind
from lob_workbench.domain.terms import OwnTerm, TermKey, Vocabulary, speak
from lob_workbench.features.conversations.history import AgreementSheet
from lob_workbench.features.conversations.report import conversation_card_pdf, conversation_pdf
from lob_workbench.features.conversations.report_agreements import agreements_pdf
from lob_workbench.features.conversations.rules import Preparation
from lob_workbench.people.rules import LearningRoute, PersonName, StudentView
from lob_workbench.talks.rules import (
    AgreementOwner,
    AgreementStatus,
    AgreementView,
    AskedQuestion,
    ConversationDraft,
    ConversationView,
    NextTalk,
    PaperHead,
    StudentResponse,
    TopicText,
    Verdict,
)
from lob_workbench.talks.rules_agreements import AgreementStep
from tests.output.reading import edges_are_clear, pages, reader, squeezed, texts

ID = UUID("01900000-0000-7000-8000-000000000001")
HEAD = PaperHead("Het Noorderlicht College")
HOSTILE = (
    "Łukasz Çağlar-Yılmaz",
    "R&D <b>vet</b> <img src=/etc/passwd>",
    "Jan <jan@x.example> de Vries",
    '=HYPERLINK("https://x.example")',
    "&lt; %s {0} \\n (haakjes)",
)


def student(**values: Any) -> StudentView:
    known: dict[str, Any] = {
        "id": ID,
        "number": "0204817",
        "name": PersonName("Zoë", "van 't", "Hart"),
        "birth_date": date(2008, 3, 4),
        "gender": None,
        "email": "",
        "group": "PW2B",
        "programme": "Pedagogisch werk",
        "crebo": "",
        "level": "4",
        "learning_route": LearningRoute.SCHOOL,
        "team": "Zorg",
        "study_year": 2,
        "start_date": None,
        "expected_end_date": None,
        "counsellor_id": None,
        "counsellor": "Mirjam Bakker",
        "version": 1,
    }
    return StudentView(**{**known, **values})


def agreement(what: str, **values: Any) -> AgreementView:
    known = AgreementView(
        id=ID,
        student_id=ID,
        student_name="Zoë",
        what=what,
        owner=AgreementOwner.STUDENT,
        due_on=date(2026, 12, 4),
        status=AgreementStatus.OPEN,
        closed_on=None,
        closed_reason="",
        made_on=date(2026, 11, 23),
        version=1,
    )
    return replace(known, **values)


def talk(**values: Any) -> ConversationView:
    known: dict[str, Any] = {
        "id": ID,
        "talk_id": ID,
        "student": student(),
        "kind": ConversationKind.CAREER_REFLECTION,
        "form": ConversationForm.DIALOGUE,
        "held_on": date(2026, 11, 23),
        "focus": "",
        "questions": (),
        "summary": "We keken terug op je stage.",
        "topics": (),
        "agreements": (),
        "next_talk": None,
        "response": None,
        "counsellor": "Mirjam Bakker",
        "version_number": 1,
        "versions": (ID,),
        "reason": "",
        "recorded_at": datetime(2026, 11, 23, 23, 30, tzinfo=UTC),
    }
    return ConversationView(**{**known, **values})


def preparation(**values: Any) -> Preparation:
    known: dict[str, Any] = {
        "student": student(),
        "last_talk": None,
        "open_agreements": (),
        "draft": ConversationDraft(id=ID, student_id=ID),
        "draft_saved_at": None,
        "counsellor": "Mirjam Bakker",
        "today": date(2026, 11, 23),
        "planned": None,
    }
    return Preparation(**{**known, **values})


def test_report_says_who_when_and_what() -> None:
    pdf = conversation_pdf(
        talk(
            focus="Keuzedelen",
            questions=(AskedQuestion("Q", "Wat lukte er?"),),
            topics=(TopicText(CareerCompetence.QUALITIES, "Je hielp", "Je ziet veel", "Vaker"),),
            agreements=(
                agreement("Mail sturen"),
                agreement("Bellen", status=AgreementStatus.DONE, closed_on=date(2026, 12, 1)),
                agreement(
                    "Rooster",
                    owner=AgreementOwner.COMPANY,
                    due_on=None,
                    status=AgreementStatus.DROPPED,
                    closed_on=date(2026, 12, 2),
                    closed_reason="klopte al",
                ),
            ),
            next_talk=NextTalk(date(2027, 1, 25), "09:20", ConversationKind.PROGRESS),
        ),
        HEAD,
    )
    for seen in texts(pdf):
        for words in (
            "Loopbaanreflectiegesprek",
            "Zoë van 't Hart, maandag 23 november 2026",
            "Dossiernotitie – de student leest mee",
            "PW2B",
            "Pedagogisch werk",
            "Dialoog",
            "Mirjam Bakker",
            # Half past eleven at night in UTC is the next day at school.
            "24 november 2026",
            "Dag Zoë",
            "Keuzedelen",
            "We keken terug op je stage.",
            "Wat lukte er?",
            "Kwaliteitenreflectie",
            "Wat kan ik het best en hoe weet ik dat?",
            "Je hielp",
            "Je ziet veel",
            "Vaker",
            "Mail sturen",
            "4 december 2026",
            "Klaar op 1 december 2026.",
            "geen datum",
            "leerbedrijf",
            "Vervallen op 2 december 2026: klopte al",
            "Maandag 25 januari 2027 om 09:20 uur: voortgangsgesprek",
            "Klopt dit verslag?",
        ):
            assert words in seen
    metadata = reader(pdf).metadata
    assert metadata is not None
    assert metadata.title == "Loopbaanreflectiegesprek met Zoë van 't Hart, 23 november 2026"
    assert metadata.author == "Mirjam Bakker"


@pytest.mark.parametrize("text", HOSTILE)
def test_every_field_comes_back_as_it_was_typed(text: str) -> None:
    pdf = conversation_pdf(
        talk(
            student=student(name=PersonName(text, "", ""), group=text, programme=text, number=text),
            counsellor=text,
            focus=text,
            summary=text,
            questions=(AskedQuestion("Q", text),),
            topics=tuple(TopicText(each, text, text, text) for each in CareerCompetence),
            agreements=(agreement(text, status=AgreementStatus.DROPPED, closed_reason=text),),
            response=StudentResponse(Verdict.DIFFERS, text),
            version_number=2,
            versions=(ID, ID),
            reason=text,
        ),
        PaperHead(text),
    )
    wanted = squeezed(text)
    for seen in texts(pdf):
        # Head 8, focus, summary, question, topics 15, agreement 2, response 2, reason.
        assert squeezed(seen).count(wanted) >= 30
    assert edges_are_clear(pdf)
    assert not any(page.images for page in reader(pdf).pages)


def test_texts_of_eight_thousand_characters_come_back_whole() -> None:
    long = "Een zin die doorgaat en doorgaat. " * 235
    pdf = conversation_pdf(
        talk(topics=(TopicText(CareerCompetence.MOTIVES, long[:8000], "kort"),)), HEAD
    )
    assert pages(pdf) > 2
    for seen in texts(pdf):
        assert squeezed(seen).count("Eenzindiedoorgaatendoorgaat.") >= 230


def test_the_answer_of_the_student_stands_beside_the_report() -> None:
    differs = StudentResponse(Verdict.DIFFERS, "Ik was niet moe.", date(2026, 11, 24))
    for seen in texts(conversation_pdf(talk(response=differs), HEAD)):
        assert "We keken terug op je stage." in seen
        assert "Zoë schrijft op 24 november 2026:" in seen
        assert "Ik was niet moe." in seen
        assert "Klopt dit verslag?" not in seen
    for seen in texts(conversation_pdf(talk(response=StudentResponse(Verdict.AGREES)), HEAD)):
        assert "Wat jij van dit verslag vindt" in seen
        assert "schrijft" not in seen


def test_both_voices_have_the_same_type() -> None:
    sizes: dict[str, float] = {}

    def visit(text: str, _cm: Any, matrix: Any, _font: Any, size: float) -> None:
        for words in ("We keken terug", "Ik was niet"):
            if words in text:
                sizes[words] = size * abs(matrix[0])

    pdf = conversation_pdf(
        talk(response=StudentResponse(Verdict.DIFFERS, "Ik was niet moe.")), HEAD
    )
    for page in reader(pdf).pages:
        page.extract_text(visitor_text=visit)
    assert len(sizes) == 2
    assert len(set(sizes.values())) == 1


def test_a_second_word_of_the_student_leaves_the_first_on_paper() -> None:
    pdf = conversation_pdf(
        talk(
            response=StudentResponse(Verdict.AGREES, "Zo klopt het.", date(2026, 12, 1)),
            earlier_responses=(
                StudentResponse(Verdict.DIFFERS, "Ik vond het juist fijn.", date(2026, 11, 23)),
                StudentResponse(Verdict.AGREES),
            ),
            company_response=StudentResponse(Verdict.DIFFERS, "Wij zien meer.", None),
        ),
        HEAD,
    )
    seen = " ".join(" ".join(texts(pdf)).split())
    assert "Zo klopt het." in seen
    assert "Eerder zei je op 23 november 2026: hier denk ik anders over" in seen
    assert "Ik vond het juist fijn." in seen
    assert "Wat je leerbedrijf van dit verslag vindt" in seen
    assert "Wij zien meer." in seen


def test_the_report_says_what_came_of_earlier_agreements() -> None:
    def back(what: str, status: AgreementStatus, due: date | None, reason: str) -> AgreementView:
        step = AgreementStep(
            1, status, due, date(2026, 11, 20), date(2026, 11, 23), reason, ID, date(2026, 11, 23)
        )
        return agreement(what, status=status, due_on=due, steps=(step,))

    done = back("Belt de stage", AgreementStatus.DONE, date(2026, 11, 20), "")
    on = back("Vraagt feedback", AgreementStatus.OPEN, date(2026, 12, 28), "")
    dropped = back("Leent een boek", AgreementStatus.DROPPED, None, "Al gekocht")
    seen = " ".join(
        " ".join(
            texts(conversation_pdf(talk(returned=(done, on, dropped), agreements=(on,)), HEAD))
        ).split()
    )
    for words in (
        "Teruggekeken op",
        "Gedaan.",
        "Loopt door tot 28 december 2026.",
        "Vervallen: Al gekocht",
        "Afgesproken op 23 november 2026, uiterlijk 20 november 2026",
    ):
        assert words in seen
    # The company gets the report of a trialogue too.
    shared = talk(returned=(done, dropped), form=ConversationForm.TRIALOGUE)
    for words in ("Teruggekeken op", "Al gekocht"):
        assert words not in " ".join(texts(conversation_pdf(shared, HEAD)))


@pytest.mark.parametrize("count", [0, 1, 14, 20])
def test_the_student_s_copy_is_one_sheet_with_a_box_for_each(count: int) -> None:
    open_ones = tuple(agreement(f"Doet opdracht {number}") for number in range(count))
    closed = tuple(
        agreement(
            f"Deed {number}",
            status=AgreementStatus.DONE,
            closed_on=date(2026, 11, 1 + number),
        )
        for number in range(20)
    )
    sheet = AgreementSheet(student(), open_ones + closed, "Mirjam Bakker", date(2026, 11, 23), HEAD)
    pdf = agreements_pdf(sheet)
    assert len(reader(pdf).pages) == (1 if count < 20 else 2)
    for seen in texts(pdf):
        for view in open_ones:
            assert view.what in seen
        assert ("er staat niets open" in seen) is (count == 0)
        # What was closed last stands first; it makes room for what is open.
        assert ("Deed 19" in seen) is (count < 13)


def test_a_correction_says_so_and_names_a_newer_version() -> None:
    first = texts(conversation_pdf(talk(), HEAD))[0]
    assert "Verbetering" not in first
    corrected = talk(version_number=2, versions=(ID, ID, ID), reason="De datum klopte niet")
    for seen in texts(conversation_pdf(corrected, HEAD)):
        assert "Verbetering (versie 2)" in seen
        assert "De datum klopte niet" in seen
        assert "Vraag naar versie 3." in seen


@pytest.mark.parametrize(
    ("birth_date", "parent_signs"),
    [
        (date(2010, 11, 24), True),
        (date(2010, 11, 23), False),
        (date(2006, 1, 1), False),
        (None, False),
    ],
)
def test_a_parent_signs_for_who_was_under_16_on_the_day(
    birth_date: date | None, parent_signs: bool
) -> None:
    pdf = conversation_pdf(talk(student=student(birth_date=birth_date)), HEAD)
    for seen in texts(pdf):
        assert ("Ouder of verzorger" in seen) is parent_signs


def test_an_ordinary_talk_takes_at_most_two_pages() -> None:
    text = "Je vertelde wat je deed op je stage en wat daar goed ging. " * 4
    topics = tuple(TopicText(each, text, text, "Je kijkt mee.") for each in CareerCompetence)
    assert pages(conversation_pdf(talk(topics=topics[:3]), HEAD)) <= 2


def test_the_card_holds_what_a_talk_needs() -> None:
    last = talk(topics=(TopicText(CareerCompetence.STEERING, takeaway="Zelf kiezen"),))
    pdf = conversation_card_pdf(
        preparation(
            last_talk=last,
            open_agreements=tuple(agreement(f"Afspraak {number}") for number in range(6)),
            draft=ConversationDraft(
                id=ID,
                student_id=ID,
                focus="De stage",
                questions=tuple(AskedQuestion(f"Q{at}", f"Vraag {at}?") for at in range(3)),
            ),
            planned=NextTalk(date(2026, 11, 24), "09:20"),
            today=date(2026, 12, 24),
        ),
        HEAD,
    )
    assert pages(pdf) == 1
    for seen in texts(pdf):
        for words in (
            "Zoë van 't Hart",
            "dinsdag 24 november 2026",
            "09:20 uur",
            "Vorige keer, 23 november 2026",
            "Zelf kiezen",
            "Afspraak 3",
            "over tijd",
            "+2 meer in het werkboek",
            "De stage",
            "Vraag 2?",
            "Netwerken",
            "Dit spreken we af",
            "Volgende keer",
        ):
            assert words in seen
        assert "Afspraak 4" not in seen


def test_a_first_talk_has_a_card_too() -> None:
    for seen in texts(conversation_card_pdf(preparation(), HEAD)):
        assert "Geen afspraken die nog open staan." in seen
        assert "Vorige keer" not in seen


TEXT = st.one_of(
    st.text(max_size=600),
    st.sampled_from(("woord " * 1300, "w" * 8000, "regel\n" * 1000, "👍" * 500, *HOSTILE)),
)
NAME = st.builds(PersonName, TEXT, st.text(max_size=30), TEXT)


@settings(max_examples=25)
@given(
    name=NAME,
    text=TEXT,
    school=TEXT,
    count=st.integers(0, 20),
    asked=st.integers(0, 3),
    topics=st.integers(0, 5),
)
def test_the_card_never_has_a_second_page(
    name: PersonName, text: str, school: str, count: int, asked: int, topics: int
) -> None:
    pdf = conversation_card_pdf(
        preparation(
            student=student(name=name, group=text, programme=text),
            last_talk=talk(
                summary=text,
                topics=tuple(
                    TopicText(each, takeaway=text) for each in list(CareerCompetence)[:topics]
                ),
            ),
            open_agreements=tuple(agreement(text) for _ in range(count)),
            draft=ConversationDraft(
                id=ID,
                student_id=ID,
                focus=text,
                questions=tuple(AskedQuestion("Q", text) for _ in range(asked)),
            ),
            planned=NextTalk(date(2026, 11, 24), text),
        ),
        PaperHead(school),
    )
    assert pages(pdf) == 1
    assert edges_are_clear(pdf)
    for seen in texts(pdf):
        # The last thing on the card: nothing was pushed off the paper.
        assert "versnipper" in seen
        if len(text) > 600 and text.strip():
            assert "…" in seen


def test_a_report_is_in_the_school_s_own_words_and_the_student_s_stay() -> None:
    speak(
        Vocabulary(
            {
                TermKey.COUNSELLOR: OwnTerm("coach", "coaches"),
                TermKey.GROUP: OwnTerm("stamgroep", "stamgroepen"),
            }
        )
    )
    try:
        page = " ".join(texts(conversation_pdf(talk(), HEAD)))
    finally:
        speak(Vocabulary())
    assert "Coach" in page
    assert "Stamgroep" in page
    assert "Begeleider" not in page
    assert "Klas" not in page

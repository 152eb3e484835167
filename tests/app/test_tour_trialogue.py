"""The chapter of three voices: a form that another program filled in, and what is left of it."""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from uuid import UUID

import icalendar
import pytest
from pypdf import PdfReader

from lob_workbench.app import example_school
from lob_workbench.app.session import Session
from lob_workbench.app.tour import form_filling
from lob_workbench.app.tour.form_filling import OURSELVES, PDFTK, fill_in
from lob_workbench.app.tour.trialogue_words import (
    AGREEMENTS,
    COMPANY,
    COMPANY_FUNCTION,
    COMPANY_WORD,
    MARKS,
    SCHOOL,
    STUDENT,
    STUDENT_WORD,
    TOGETHER,
    about,
)
from lob_workbench.domain.career import ConversationForm, VoiceTopic
from lob_workbench.features.conversations.operations import list_conversations, read_conversation
from lob_workbench.output.filled import read_filled
from lob_workbench.people.queries import list_students
from lob_workbench.people.rules import StudentFilter
from lob_workbench.talks.rules import ConversationView, Party, StudentResponse, Verdict
from lob_workbench.talks.rules_voices import MARK_LABELS, VoiceSource
from tests.helpers.tour import chapter
from tests.output.reading import squeezed, texts

IN_CI = os.environ.get("CI") == "true"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the chapter left, played once from the command line."""
    out = tmp_path_factory.mktemp("tour")
    chapter(out, "trialoog")
    return out / "trialoog"


@pytest.fixture(scope="module")
def summary(folder: Path) -> dict[str, object]:
    """What the chapter tells of itself."""
    told: dict[str, object] = json.loads((folder / "summary.json").read_text("utf-8"))
    return told


@pytest.fixture(scope="module")
def student(summary: dict[str, object]) -> str:
    """The full name of who it is about."""
    return str(summary["student"])


@pytest.fixture(scope="module")
def session(folder: Path) -> Iterator[Session]:
    """The workbook, opened again from the disk."""
    session = Session.open(folder / "voorbeeldschool", passphrase=example_school.PASSPHRASE)
    yield session
    session.close(backup=False)


@pytest.fixture(scope="module")
def talk(session: Session, student: str) -> ConversationView:
    """The trialogue as it was recorded."""
    with session.work() as work:
        rows = list_students(work, StudentFilter())
    (who,) = [row.id for row in rows if row.name.full == student]
    return newest(session, who)


def newest(session: Session, student: UUID) -> ConversationView:
    """The last talk of a student."""
    with session.work() as work:
        talks = list_conversations(work, student)
    with session.work() as work:
        return read_conversation(work, talks[0].id)


def said(words: Mapping[VoiceTopic, str], first_name: str) -> dict[VoiceTopic, str]:
    """The words with the name in them."""
    return {topic: about(text, first_name) for topic, text in words.items()}


def test_the_talk_is_closed_with_the_words_of_each_party(
    talk: ConversationView, summary: dict[str, object]
) -> None:
    first_name = talk.student.name.first
    assert talk.form is ConversationForm.TRIALOGUE
    assert talk.held_on == date.fromisoformat(str(summary["held_on"]))
    assert talk.summary == about(TOGETHER, first_name)
    voices = {voice.party: voice for voice in talk.voices}
    assert len(talk.voices) == len(voices) == 3
    for party, words, source in (
        (Party.STUDENT, STUDENT, VoiceSource.LENT),
        (Party.SCHOOL, SCHOOL, VoiceSource.SCHOOL),
        (Party.COMPANY, COMPANY, VoiceSource.FORM),
    ):
        assert {part.topic: part.text for part in voices[party].parts} == said(words, first_name)
        assert voices[party].source is source
    assert voices[Party.COMPANY].by_name == f"{summary['trainer']}, {COMPANY_FUNCTION}"
    assert {mark.topic: MARK_LABELS[mark.mark] for mark in talk.marks} == MARKS
    assert [item.what for item in talk.agreements] == [item.what for item in AGREEMENTS]


def test_student_and_company_confirmed_it_in_own_words(talk: ConversationView) -> None:
    for response, verdict, word in (
        (talk.response, Verdict.AGREES, STUDENT_WORD),
        (talk.company_response, Verdict.DIFFERS, COMPANY_WORD),
    ):
        words = about(word.text, talk.student.name.first)
        assert response == StudentResponse(verdict, words, talk.held_on)


def test_the_form_was_filled_in_by_a_program_of_others(
    folder: Path, summary: dict[str, object], student: str
) -> None:
    if IN_CI:
        assert summary["filled_by"] == PDFTK
    empty, full = folder / "formulier-leeg.pdf", folder / "formulier-ingevuld.pdf"
    for seen in texts(empty.read_bytes()):
        assert squeezed(student) in squeezed(seen)
    before, after = read_filled(empty).values, read_filled(full).values
    assert not any(text for name, text in before.items() if name != "lob_token")
    assert before["lob_token"] == after["lob_token"]
    first_name = student.split()[0]
    for topic, text in said(COMPANY, first_name).items():
        assert after[f"answer_{topic.value}"] == text
    # The file itself is kept with the talk, to the byte.
    assert (folder / "formulier-bewaard.pdf").read_bytes() == full.read_bytes()
    for pdf in (empty, full):
        assert student.split()[-1] not in str(PdfReader(pdf).metadata)


def test_the_papers_hold_all_of_it(folder: Path, student: str) -> None:
    first_name = student.split()[0]
    report = (folder / "verslag.pdf").read_bytes()
    wanted = [student, about(TOGETHER, first_name), STUDENT_WORD.text, COMPANY_FUNCTION]
    wanted.append(about(COMPANY_WORD.text, first_name))
    for words in (STUDENT, SCHOOL, COMPANY):
        wanted += said(words, first_name).values()
    # Two libraries read it; pages and their feet may stand in the middle of nothing.
    for seen in texts(report):
        for text in wanted:
            assert squeezed(text) in squeezed(seen), text
    for seen in texts((folder / "afspraken.pdf").read_bytes()):
        for agreement in AGREEMENTS:
            assert squeezed(agreement.what) in squeezed(seen)


def test_the_invitation_tells_when_and_where(folder: Path, summary: dict[str, object]) -> None:
    calendar = icalendar.Calendar.from_ical((folder / "uitnodiging.ics").read_bytes())
    (event,) = calendar.walk("VEVENT")
    assert event["DTSTART"].dt.date().isoformat() == summary["held_on"]
    assert str(event["LOCATION"]) == "Kamer 1"


def test_every_step_left_a_picture(folder: Path, summary: dict[str, object]) -> None:
    files = summary["files"]
    assert isinstance(files, list)
    assert all((folder / name).stat().st_size for name in files)
    pictures = sorted((folder / "screens").glob("*.png"))
    assert len(pictures) >= 25
    assert [file.name[:2] for file in pictures] == [f"{n:02}" for n in range(1, len(pictures) + 1)]
    assert all(file.read_bytes().startswith(b"\x89PNG") for file in pictures)
    for part in ("plannen", "formulier-geweigerd", "student-begint", "bedrijf-leest", "verslag"):
        assert [file for file in pictures if file.stem.endswith(part)], part


def test_without_pdftk_the_werkbank_fills_it_in_itself(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(form_filling.shutil, "which", lambda _name: None)
    full = tmp_path / "vol.pdf"
    said = "Łukasz & <b>Renée</b>\n‘nee’"
    assert fill_in(folder / "formulier-leeg.pdf", {"by_name": said}, full) == OURSELVES
    assert read_filled(full).values["by_name"] == said


def test_pdftk_takes_any_letter(folder: Path, tmp_path: Path) -> None:
    if shutil.which(PDFTK) is None:
        pytest.fail("pdftk ontbreekt") if IN_CI else pytest.skip("pdftk ontbreekt")
    full = tmp_path / "vol.pdf"
    said = "Łukasz & <b>Renée</b>\n‘nee’"
    assert fill_in(folder / "formulier-leeg.pdf", {"answer_motives": said}, full) == PDFTK
    assert read_filled(full).values["answer_motives"].splitlines() == said.splitlines()

"""The chapter at a school: three logins on a real server, and who reads what there."""

import json
from pathlib import Path

import pytest

from lob_workbench.app import example_school, local_server
from lob_workbench.app.local_server import NoServer
from lob_workbench.app.session import Session
from lob_workbench.app.tour import daily, first_hour, skills, trialogue
from lob_workbench.app.tour.play import play
from lob_workbench.domain.text import fold
from lob_workbench.features.conversations.operations import list_conversations, read_conversation
from lob_workbench.people.queries import list_students
from lob_workbench.people.rules import StudentFilter
from tests.helpers.tour import chapter

pytestmark = pytest.mark.usefixtures("postgres_cluster")


def words_of(text: str) -> list[str]:
    return fold(text).split()


def threes(text: str) -> set[tuple[str, ...]]:
    """Every three words in a row: of a sentence that leaks, these leak."""
    words = words_of(text)
    return set(zip(words, words[1:], words[2:], strict=False))


def spoken(workbook: Path, name: str) -> set[tuple[str, ...]]:
    """All that was said in the talks of a student, and agreed."""
    session = Session.open(workbook, passphrase=example_school.PASSPHRASE)
    said: set[tuple[str, ...]] = set()
    try:
        with session.work() as work:
            students = list_students(work, StudentFilter())
        (student,) = [row.id for row in students if row.name.full == name]
        with session.work() as work:
            talks = list_conversations(work, student)
        for talk in talks:
            with session.work() as work:
                view = read_conversation(work, talk.id)
            texts = [view.focus, view.summary, *(each.what for each in view.agreements)]
            for topic in view.topics:
                texts += [topic.experience, topic.meaning, topic.takeaway]
            if view.response is not None:
                texts.append(view.response.text)
            for text in texts:
                said |= threes(text)
    finally:
        session.close(backup=False)
    return said


def test_the_same_student_in_three_windows(tmp_path: Path) -> None:
    told = chapter(tmp_path, "gedeeld")
    folder = tmp_path / "gedeeld"
    summary = json.loads((folder / "summary.json").read_text("utf-8"))
    talks = summary["seen"]["begeleider"]["talks"]
    assert talks >= 3
    first, second, third = summary["moved"]
    # What the administrator's list knew was there already; five students, of whom two left, waited
    # for the leader.
    assert first["came"] > 0
    assert first["existed"] == summary["students"]
    assert first["waits"] == 5
    assert second["came"] > 0
    assert second["waits"] == 0
    assert third["came"] == third["differs"] == third["waits"] == third["stayed"] == 0
    assert third["existed"] == first["came"] + second["came"] + summary["students"] + 5
    assert summary["seen"] == {
        "begeleider": {"talks": talks, "texts": talks},
        "tweede lijn": {"talks": talks, "texts": talks},
        "teamleider": {"talks": talks, "texts": 0},
    }
    assert f"teamleider: {talks} gesprekken geteld, 0 gesprekken te lezen" in told
    pictures = sorted((folder / "screens").glob("*.png"))
    for who in ("begeleider", "tweede-lijn", "teamleider"):
        assert [file for file in pictures if file.name.endswith(f"-{who}-student.png")]
    assert all((folder / name).stat().st_size for name in summary["files"])
    said = spoken(folder / "werkboek", summary["student"])
    assert len(said) > 50
    windows = {
        who: threes((folder / f"{who}.txt").read_text("utf-8").replace("\n", " | "))
        for who in ("begeleider", "tweede-lijn", "teamleider")
    }
    assert said & windows["begeleider"]
    assert said & windows["tweede-lijn"]
    assert not said & windows["teamleider"]
    # Only the second line reads the note; the counsellor sees that there is one.
    note = threes(summary["note"])
    sign = "vertrouwelijke notitie"
    texts = {who: (folder / f"{who}.txt").read_text("utf-8") for who in windows}
    assert note & windows["tweede-lijn"]
    assert not note & (windows["begeleider"] | windows["teamleider"])
    assert sign in texts["begeleider"]
    assert sign not in texts["teamleider"]
    names = {who: (folder / f"{who}.txt").read_text("utf-8") for who in windows}
    assert all(summary["student"] in text for text in names.values())


def test_without_a_server_the_chapter_is_passed_over_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local_server, "find_programs", lambda: None)
    with pytest.raises(NoServer, match="PostgreSQL-server nodig"):
        list(play(tmp_path, "gedeeld"))
    for module, name in (
        (first_hour, "play_first_hour"),
        (trialogue, "play_trialogue"),
        (skills, "play_life_skills"),
        (daily, "play_every_day"),
    ):
        monkeypatch.setattr(module, name, lambda *_: iter(()))
    (line,) = play(tmp_path)
    assert "‘gedeeld’ is overgeslagen" in line
    assert "PostgreSQL" in line
    assert not list(tmp_path.iterdir())

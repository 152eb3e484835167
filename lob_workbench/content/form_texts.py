"""The words of a form that goes out before a trialogue: ``forms.toml`` around ``voices.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lob_workbench.content.table import Table, open_table
from lob_workbench.content.voices import Asked, TopicTexts, voice_texts
from lob_workbench.domain.career import VoiceTopic
from lob_workbench.paths import resources

_NAME = ("first_name",)
_PARTIES = ("company", "student")


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """A question, what it is called, and a hint that helps to begin."""

    topic: VoiceTopic
    title: str
    question: str
    hint: str


@dataclass(frozen=True, slots=True)
class FormText:
    """All words of the form of one party about one student."""

    title: str
    intro: str
    steps: tuple[str, ...]
    name_label: str
    function_label: str
    day_label: str
    questions: tuple[FormQuestion, ...]


@dataclass(frozen=True, slots=True)
class FormFrame:
    """What stands around the questions; ``{first_name}`` is filled in."""

    title: str
    intro: str
    steps: tuple[str, ...]
    name_label: str
    function_label: str
    day_label: str


@cache
def form_frames() -> Mapping[str, FormFrame]:
    """What stands around the questions, by party."""
    return read_form_frames(resources() / "content" / "forms.toml")


def form_text(party: str, first_name: str) -> FormText:
    """The form of a party about a student."""
    frame = form_frames()[party]
    return FormText(
        # Not format(): a name is data, and may hold braces of its own.
        title=frame.title.replace("{first_name}", first_name),
        intro=frame.intro.replace("{first_name}", first_name),
        steps=frame.steps,
        name_label=frame.name_label,
        function_label=frame.function_label,
        day_label=frame.day_label,
        questions=tuple(_question(texts, party, first_name) for texts in voice_texts().values()),
    )


def read_form_frames(path: Path) -> Mapping[str, FormFrame]:
    """Read what stands around the questions of both parties."""
    root = open_table(path)
    steps = root.texts("steps")
    frames = {party: _frame(root.table(party), steps) for party in _PARTIES}
    root.close()
    return frames


def _frame(table: Table, steps: tuple[str, ...]) -> FormFrame:
    frame = FormFrame(
        title=table.text("title", slots=_NAME),
        intro=table.text("intro", slots=_NAME),
        steps=steps,
        name_label=table.text("name_label"),
        function_label=table.text("function_label"),
        day_label=table.text("day_label"),
    )
    table.close()
    return frame


def _question(texts: TopicTexts, party: str, first_name: str) -> FormQuestion:
    asked: Asked = texts.company if party == "company" else texts.student
    asked = asked.about(first_name)
    return FormQuestion(texts.topic, texts.name, asked.question, asked.hint)

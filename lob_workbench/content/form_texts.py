"""The questions of a form that goes out before a trialogue, read from ``forms.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lob_workbench.content.table import ContentError, Table, refuse_repeats
from lob_workbench.paths import resources

_NAME = ("name",)


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """A question, what it is called, and a hint that helps to begin. ``{name}``: the student."""

    topic: str
    title: str
    question: str
    hint: str

    def for_student(self, name: str) -> "FormQuestion":
        """With the first name of the student in it, as plain letters."""
        texts = (_named(text, name) for text in (self.title, self.question, self.hint))
        return FormQuestion(self.topic, *texts)


@dataclass(frozen=True, slots=True)
class FormText:
    """All words of the form of one party."""

    title: str
    intro: str
    steps: tuple[str, ...]
    name_label: str
    function_label: str
    day_label: str
    questions: tuple[FormQuestion, ...]

    def for_student(self, name: str) -> "FormText":
        """With the first name of the student in it."""
        return FormText(
            _named(self.title, name),
            _named(self.intro, name),
            self.steps,
            self.name_label,
            self.function_label,
            self.day_label,
            tuple(question.for_student(name) for question in self.questions),
        )


@cache
def form_texts() -> Mapping[str, FormText]:
    """The words of each party's form, by party."""
    return read_form_texts(resources() / "content" / "forms.toml")


def read_form_texts(path: Path) -> Mapping[str, FormText]:
    """Read the forms; refuses parties that do not ask the same topics."""
    root = Table(path.name, tomllib.loads(path.read_text("utf-8")))
    found = {party: _form(root.table(party)) for party in root.names()}
    topics = {frozenset(question.topic for question in form.questions) for form in found.values()}
    if len(topics) != 1:
        raise ContentError(root.place, "the forms do not ask the same topics")
    return found


def _form(table: Table) -> FormText:
    questions = tuple(_question(inner) for inner in table.tables("question"))
    refuse_repeats(table.place, "topic", (question.topic for question in questions))
    form = FormText(
        title=table.text("title", slots=_NAME),
        intro=table.text("intro", slots=_NAME),
        steps=table.texts("steps"),
        name_label=table.text("name_label"),
        function_label=table.text("function_label"),
        day_label=table.text("day_label"),
        questions=questions,
    )
    table.close()
    return form


def _question(table: Table) -> FormQuestion:
    question = FormQuestion(
        topic=table.text("topic"),
        title=table.text("title", slots=_NAME),
        question=table.text("question", slots=_NAME),
        hint=table.text("hint", slots=_NAME),
    )
    table.close()
    return question


def _named(text: str, name: str) -> str:
    # Not str.format: a name may hold braces, and is never a template.
    return text.replace("{name}", name)

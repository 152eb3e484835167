"""The questions on a form: the same topics for each party, in Dutch that can be printed."""

import re
from pathlib import Path

import pytest

from lob_workbench.content.form_texts import FormText, form_texts, read_form_texts
from lob_workbench.content.table import ContentError
from lob_workbench.features.trialogue.rules import VoiceTopic
from lob_workbench.features.trialogue.rules_forms import FORM_PARTIES, topics_of
from lob_workbench.output.text import printable
from lob_workbench.paths import resources

SHIPPED = resources() / "content" / "forms.toml"


def words(form: FormText) -> list[str]:
    found = [form.title, form.intro, *form.steps]
    found += [form.name_label, form.function_label, form.day_label]
    for question in form.questions:
        found += [question.title, question.question, question.hint]
    return found


def test_each_party_is_asked_every_topic_of_a_voice() -> None:
    assert set(form_texts()) == {party.value for party in FORM_PARTIES}
    for form in form_texts().values():
        assert list(topics_of(form)) == list(VoiceTopic)


def test_all_of_it_prints_and_asks_openly() -> None:
    for form in form_texts().values():
        for text in words(form):
            assert not printable(text).replaced
            assert not re.search(r"  |\"|'|\.\.\.| [,.?!]", text), text
        assert all(question.question.endswith("?") for question in form.questions)


def test_the_name_stands_in_literally_whatever_it_holds() -> None:
    form = form_texts()["company"].for_student("{name} <b>")
    assert form.title == "Jouw kijk op {name} <b>"
    assert "{name} <b>" in form.questions[0].question


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('topic = "motives"', 'topic = "qualities"', "twice"),
        ("kijk op {name}", "kijk op {naam}", "unknown placeholder"),
        ('topic = "networking"', 'topic = "anders"', "same topics"),
        ('name_label = "Je naam"', "", "'name_label' is missing"),
        ('name_label = "Je naam"', 'name_label = "Je naam"\nextra = "x"', "unknown key"),
    ],
)
def test_a_file_that_is_not_whole_is_refused(
    tmp_path: Path, old: str, new: str, fault: str
) -> None:
    path = tmp_path / "forms.toml"
    path.write_text(SHIPPED.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(ContentError, match=fault):
        read_form_texts(path)

"""The words of a form: every topic of a voice, in Dutch that can be printed."""

import re
from pathlib import Path

import pytest

from lob_workbench.content.form_texts import FormText, form_frames, form_text, read_form_frames
from lob_workbench.content.table import ContentError
from lob_workbench.domain.career import VoiceTopic
from lob_workbench.features.trialogue.rules_forms import FORM_PARTIES
from lob_workbench.output.text import printable
from lob_workbench.paths import resources

SHIPPED = resources() / "content" / "forms.toml"


def words(form: FormText) -> list[str]:
    found = [form.title, form.intro, *form.steps]
    found += [form.name_label, form.function_label, form.day_label]
    for question in form.questions:
        found += [question.title, question.question, question.hint]
    return found


def test_each_party_is_asked_every_topic_of_a_voice_in_its_own_words() -> None:
    assert set(form_frames()) == {party.value for party in FORM_PARTIES}
    asked = {
        party: [question.question for question in form_text(party, "Zoë").questions]
        for party in form_frames()
    }
    for party in form_frames():
        topics = [question.topic for question in form_text(party, "Zoë").questions]
        assert topics == list(VoiceTopic)
    assert asked["company"] != asked["student"]


def test_all_of_it_prints() -> None:
    for party in form_frames():
        for text in words(form_text(party, "Łukasz")):
            assert not printable(text).replaced
            assert not re.search(r"  |\"|'|\.\.\.| [,.?!]", text), text


def test_the_name_stands_in_literally_whatever_it_holds() -> None:
    form = form_text("company", "{first_name} <b>")
    assert form.title == "Jouw kijk op {first_name} <b>"
    assert any("{first_name} <b>" in question.question for question in form.questions)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("kijk op {first_name}", "kijk op {naam}", "unknown placeholder"),
        ('name_label = "Je naam"', "", "'name_label' is missing"),
        ('name_label = "Je naam"', 'name_label = "Je naam"\nextra = "x"', "unknown key"),
        ("[student]", "[studenten]", "'student' is missing"),
        ("[company]", "[company", "not readable as TOML"),
    ],
)
def test_a_file_that_is_not_whole_is_refused(
    tmp_path: Path, old: str, new: str, fault: str
) -> None:
    path = tmp_path / "forms.toml"
    path.write_text(SHIPPED.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(ContentError, match=fault):
        read_form_frames(path)

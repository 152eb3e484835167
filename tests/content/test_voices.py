"""What the parties of a trialogue are asked: whole, each in words of their own, and plain."""

import pytest

from lob_workbench.content.table import ContentError
from lob_workbench.content.voices import read_voices, voice_texts
from lob_workbench.domain.career import CareerCompetence, VoiceTopic
from lob_workbench.paths import resources

SHIPPED = resources() / "content" / "voices.toml"


def test_what_ships_asks_every_party_on_every_topic():
    texts = voice_texts()
    assert texts is voice_texts()
    assert list(texts) == list(VoiceTopic)
    assert [topic.value for topic in VoiceTopic][:5] == [c.value for c in CareerCompetence]
    for topic in texts.values():
        for asked in (topic.student, topic.school, topic.company):
            assert asked.question.endswith("?")
            assert len(asked.question) < 100
        assert "{" not in topic.student.question + topic.student.hint


def test_the_first_name_is_data():
    asked = voice_texts()[VoiceTopic.QUALITIES].company.about("{Zoë}")
    assert asked.question == "Wat zie jij dat {Zoë} goed kan?"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('id = "motives"', 'id = "mottos"', "unknown id: 'mottos'"),
        ('id = "motives"', 'id = "qualities"', "stands here twice"),
        ('name = "Drijfveren"', 'name = ""', "'name' is empty"),
        ('name = "Drijfveren"', 'name = "Drijfveren"\nextra = "x"', "unknown key: extra"),
        ("Wat kun jij goed", "Wat kun {first_name} goed", "unknown placeholder"),
        ("{first_name} goed kan?", "{company} goed kan?", "unknown placeholder: company"),
        ("[[topic]]", "[[topic", "not readable as TOML"),
    ],
)
def test_a_text_that_is_not_whole_is_refused(tmp_path, old, new, fault):
    text = SHIPPED.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "voices.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError, match=fault):
        read_voices(path)


def test_a_topic_that_is_missing_is_named(tmp_path):
    text = SHIPPED.read_text(encoding="utf-8")
    path = tmp_path / "voices.toml"
    path.write_text(text[: text.rindex("[[topic]]")], encoding="utf-8")
    with pytest.raises(ContentError, match="missing topic: wants_to_discuss"):
        read_voices(path)

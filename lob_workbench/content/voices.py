"""Reads what each party of a trialogue is asked, and refuses a text that is not whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lob_workbench.content.table import ContentError, Table, open_table
from lob_workbench.domain.career import VoiceTopic
from lob_workbench.paths import resources

_NAME = ("first_name",)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to one party, with a hint that helps to begin; ``{first_name}`` is filled in."""

    question: str
    hint: str

    def about(self, first_name: str) -> "Asked":
        """The same with the first name of the student in it."""
        # Not format(): a name is data, and may hold braces of its own.
        return Asked(
            self.question.replace("{first_name}", first_name),
            self.hint.replace("{first_name}", first_name),
        )


@dataclass(frozen=True, slots=True)
class TopicTexts:
    """What the three parties are asked on one topic; ``name`` stands above their words."""

    topic: VoiceTopic
    name: str
    student: Asked
    school: Asked
    company: Asked


@cache
def voice_texts() -> Mapping[VoiceTopic, TopicTexts]:
    """The seven topics, in their fixed order."""
    return read_voices(resources() / "content" / "voices.toml")


def read_voices(path: Path) -> Mapping[VoiceTopic, TopicTexts]:
    """Read all topics; refuses a missing and a double one."""
    found: dict[VoiceTopic, TopicTexts] = {}
    root = open_table(path)
    for table in root.tables("topic"):
        topic = table.member("id", VoiceTopic)
        if topic in found:
            raise ContentError(table.place, f"topic {topic.value!r} stands here twice")
        found[topic] = TopicTexts(
            topic=topic,
            name=table.text("name"),
            student=_asked(table, "student"),
            school=_asked(table, "school"),
            company=_asked(table, "company"),
        )
        table.close()
    root.close()
    missing = [topic.value for topic in VoiceTopic if topic not in found]
    if missing:
        raise ContentError(root.place, f"missing topic: {', '.join(missing)}")
    return {topic: found[topic] for topic in VoiceTopic}


@dataclass(frozen=True, slots=True)
class ExampleTrialogue:
    """A trialogue of the example school; without ``together`` it is only half-way.

    ``voices`` holds, for ``student``, ``school`` and ``company``, what each wrote.
    """

    together: str
    student_word: str
    company_word: str
    agreement: str
    agreement_days: int
    marks: Mapping[VoiceTopic, str]
    voices: Mapping[str, Mapping[VoiceTopic, str]]

    def said(self, party: str, first_name: str) -> Mapping[VoiceTopic, str]:
        """What a party wrote, with the first name of the student in it."""
        return {
            topic: text.replace("{first_name}", first_name)
            for topic, text in self.voices.get(party, {}).items()
        }


@cache
def example_trialogues() -> tuple[ExampleTrialogue, ...]:
    """The trialogues of the example school, the closed one first."""
    return read_example_trialogues(resources() / "content" / "example_trialogues.toml")


def read_example_trialogues(path: Path) -> tuple[ExampleTrialogue, ...]:
    """Read the trialogues of the example school."""
    root = open_table(path)
    found = tuple(_example(table) for table in root.tables("trialogue"))
    root.close()
    return found


def _example(table: Table) -> ExampleTrialogue:
    names = table.names()
    voices: dict[str, Mapping[VoiceTopic, str]] = {
        party: _by_topic(table.table(party))
        for party in ("student", "school", "company")
        if party in names
    }
    agreement, days = "", 0
    if "agreement" in names:
        agreed = table.table("agreement")
        agreement, days = agreed.text("text"), agreed.number("days")
        agreed.close()
    example = ExampleTrialogue(
        together=table.text("together", slots=_NAME) if "together" in names else "",
        student_word=table.optional("student_word"),
        company_word=table.optional("company_word"),
        agreement=agreement,
        agreement_days=days,
        marks=_by_topic(table.table("marks")) if "marks" in names else {},
        voices=voices,
    )
    table.close()
    return example


def _by_topic(table: Table) -> Mapping[VoiceTopic, str]:
    found = {
        topic: table.text(topic.value, slots=_NAME)
        for topic in VoiceTopic
        if topic.value in table.names()
    }
    table.close()
    return found


def _asked(table: Table, party: str) -> Asked:
    inner = table.table(party)
    # Who writes about himself needs no name.
    slots = () if party == "student" else _NAME
    asked = Asked(inner.text("question", slots=slots), inner.text("hint", slots=slots))
    inner.close()
    return asked

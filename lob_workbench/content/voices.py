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


def _asked(table: Table, party: str) -> Asked:
    inner = table.table(party)
    # Who writes about himself needs no name.
    slots = () if party == "student" else _NAME
    asked = Asked(inner.text("question", slots=slots), inner.text("hint", slots=slots))
    inner.close()
    return asked

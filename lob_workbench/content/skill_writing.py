"""A set of skills as the one TOML file that ``read_skill_set`` reads back the same."""

from collections.abc import Iterable, Iterator

from lob_workbench.content.skill_set import Skill, SkillSet

# The reader refuses lines of more dots, which no sentence needs: see ``skills.MOST_DOTS_IN_LINE``.
_MANY_DOTS = 40
_ESCAPES = {'"': '\\"', "\\": "\\\\"}


def skill_set_toml(skill_set: SkillSet) -> str:
    """The whole set; one behaviour a line, so that versions can be laid side by side."""
    return "\n".join(_lines(skill_set)) + "\n"


def _lines(skill_set: SkillSet) -> Iterator[str]:
    yield "[set]"
    yield f"id = {_text(skill_set.id)}"
    yield f"version = {_text(skill_set.version)}"
    yield f"name = {_text(skill_set.name)}"
    if skill_set.source:
        yield f"source = {_text(skill_set.source)}"
    for group in skill_set.groups:
        yield ""
        yield "[[group]]"
        yield f"id = {_text(group.id)}"
        yield f"heading = {_text(group.heading)}"
    for skill in skill_set.skills:
        yield from _skill(skill)


def _skill(skill: Skill) -> Iterator[str]:
    yield ""
    yield "[[skill]]"
    yield f"id = {_text(skill.id)}"
    yield f"group = {_text(skill.group)}"
    yield f"name = {_text(skill.name)}"
    yield f"meaning = {_text(skill.meaning)}"
    yield f"competences = [{', '.join(map(_text, skill.competences))}]"
    for level in skill.levels:
        yield ""
        yield "[[skill.level]]"
        yield f"name = {_text(level.name)}"
        yield from _list("behaviours", (behaviour.text for behaviour in level.behaviours))


def _list(key: str, texts: Iterable[str]) -> Iterator[str]:
    yield f"{key} = ["
    for text in texts:
        yield f"    {_text(text)},"
    yield "]"


def _text(text: str) -> str:
    """A basic string of TOML; texts of a set hold no control characters."""
    escaped = "".join(_ESCAPES.get(letter, letter) for letter in text)
    if escaped.count(".") > _MANY_DOTS:
        escaped = escaped.replace(".", "\\u002E")
    return f'"{escaped}"'

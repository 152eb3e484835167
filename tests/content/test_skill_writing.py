"""A set written as TOML reads back the same, whatever words stand in it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.content.skill_writing import skill_set_toml
from lob_workbench.content.skills import OUR_SET, SkillSet, load_skill_set, read_skill_set
from lob_workbench.domain.text import clean_line, fold
from tests.helpers.skills import small_set


def named(skill_set: SkillSet, text: str) -> SkillSet:
    """The set with ``text`` as the meaning of its first skill and as its name."""
    group = skill_set.groups[0]
    first = replace(group.skills[0], meaning=text)
    groups = (replace(group, skills=(first, *group.skills[1:])), *skill_set.groups[1:])
    return replace(skill_set, groups=groups, source=text)


def test_our_set_reads_back_under_another_id() -> None:
    mine = replace(load_skill_set(), id="our-school")
    found = read_skill_set(skill_set_toml(mine).encode())
    assert found == mine
    assert found.source == mine.source
    assert OUR_SET not in skill_set_toml(mine).split("\n")[1]


@given(st.text(min_size=1, max_size=200).map(lambda text: clean_line(text)).filter(fold))
def test_any_words_read_back(text: str) -> None:
    mine = named(small_set(), text)
    found = read_skill_set(skill_set_toml(mine).encode())
    assert found == mine
    assert found.source == text


@pytest.mark.parametrize("text", ['Zegt "ja" \\ nee', "." * 120, "=1+1", "'''", "\\u0041"])
def test_signs_that_toml_knows_are_text(text: str) -> None:
    assert read_skill_set(skill_set_toml(named(small_set(), text)).encode()).source == text

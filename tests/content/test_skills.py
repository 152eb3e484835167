"""The 500 behaviours that ship: enough of them, fit to be seen, and none told twice."""

import re
from collections import Counter

import pytest

from lob_workbench.content.skills import (
    LETTERS,
    OUR_SET,
    Behaviour,
    competence_titles,
    load_skill_set,
)
from lob_workbench.domain.text import clean_line, fold
from tests.helpers.near_equal import near_equal

# Group -> skills, written out once more: an id that moves or changes is a decision, since scores,
# workbooks and badges carry it.
SKILLS = {
    "self": ["identity", "ambition", "discipline", "learning", "integrity"],
    "standing": ["perseverance", "resilience", "calm", "flexibility", "courage"],
    "together": ["listening", "communication", "cooperation", "empathy", "presenting"],
    "thinking": [
        "critical_thinking",
        "judgement",
        "problem_solving",
        "creativity",
        "surroundings",
    ],
    "doing": ["initiative", "planning", "care", "entrepreneurship", "leadership"],
}
# What nobody can see happen: knowledge, character, feeling, wish, ability.
UNSEEN = {"weet", "kent", "begrijpt", "is", "voelt", "wil", "kan", "heeft", "vindt"}
NEVER_SEEN = {"altijd", "nooit"}
WORDS = range(5, 21)


@pytest.fixture(scope="module")
def skills():
    return load_skill_set()


def faults(behaviour: Behaviour) -> list[str]:
    """Everything that the style forbids in one behaviour."""
    text = behaviour.text
    words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text)
    folded = [fold(word) for word in words]
    found = []
    if len(words) not in WORDS:
        found.append(f"{len(words)} words")
    if not words or folded[0] in UNSEEN:
        found.append("cannot be seen")
    if not text[:1].isupper():
        found.append("no capital")
    if not words or not words[0].endswith("t"):
        # Third person singular: every Dutch verb there ends in a t.
        found.append("does not begin with what somebody does")
    if text.endswith((".", "!", "?", ";", ",", ":")):
        found.append("ends in a mark")
    if NEVER_SEEN & set(folded):
        found.append("altijd or nooit")
    if "en/of" in text or "/" in text or ";" in text or ". " in text:
        found.append("more than one")
    if "{" in text or clean_line(text) != text:
        found.append("strange characters")
    return found


def test_there_are_25_skills_of_4_levels_of_5_behaviours(skills):
    assert skills.id == OUR_SET
    assert {group.id: [skill.id for skill in group.skills] for group in skills.groups} == SKILLS
    assert len(skills.skills) == 25
    assert all(len(skill.levels) == 4 for skill in skills.skills)
    assert all(len(level.behaviours) == 5 for skill in skills.skills for level in skill.levels)
    assert len(skills.behaviours) == 500


def test_the_file_says_whose_words_these_are(skills):
    assert "Eigen tekst" in skills.source


def test_every_official_competence_leads_to_a_skill(skills):
    reached = {letter for skill in skills.skills for letter in skill.competences}
    assert reached == set(LETTERS) == set(competence_titles())
    assert all(skill.competences for skill in skills.skills)


def test_every_behaviour_can_be_seen_and_read_aloud(skills):
    wrong = {b.id: (b.text, found) for b in skills.behaviours if (found := faults(b))}
    assert not wrong


def test_names_and_meanings_are_short(skills):
    for skill in skills.skills:
        assert len(skill.meaning.split()) <= 20, skill.id
        assert re.search(r"\b(je|jij|jou|jouw)\b", skill.meaning, re.IGNORECASE), skill.id
        assert skill.meaning.endswith("."), skill.id
        for level in skill.levels:
            assert 1 <= len(level.name.split()) <= 4, (skill.id, level.name)
            assert not re.search("beginner|gevorderd|expert|basis", level.name.casefold())


def test_a_name_of_a_level_belongs_to_one_skill(skills):
    names = Counter(fold(level.name) for skill in skills.skills for level in skill.levels)
    assert not [name for name, times in names.items() if times > 1]


def test_no_two_behaviours_say_nearly_the_same(skills):
    assert not near_equal([behaviour.text for behaviour in skills.behaviours])


def test_near_equal_finds_what_differs_by_a_word_and_leaves_the_rest():
    texts = [
        "Vraagt door als iets niet duidelijk is",
        "Vraagt vaak door als iets niet duidelijk is",
        "Legt een fout op tafel voordat iemand hem vindt",
        "Legt op tafel een fout, voordat iemand hem vindt",
        "Ruimt de werkplek op voor de volgende",
    ]
    assert near_equal(texts) == [(texts[0], texts[1]), (texts[2], texts[3])]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Ruimt alles op", "3 words"),
        ("Ruimt " + "heel " * 20 + "op", "22 words"),
        ("Weet waar de spullen horen te liggen", "cannot be seen"),
        ("Heeft de spullen klaarliggen voor het begin", "cannot be seen"),
        ("vraagt door als iets niet duidelijk is", "no capital"),
        ("Spullen liggen klaar voor het begin", "does not begin with what somebody does"),
        ("Vraagt door als iets niet duidelijk is.", "ends in a mark"),
        ("Komt altijd op de afgesproken tijd", "altijd or nooit"),
        ("Helpt een collega en/of een klant op weg", "more than one"),
        ("Helpt een  collega op weg in het gebouw", "strange characters"),
    ],
)
def test_the_measure_finds_each_fault(text, fault):
    assert faults(Behaviour("x-1-1", "x", 1, 1, text)) == [fault]

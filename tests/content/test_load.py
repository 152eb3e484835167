"""A text file that is not whole is refused in words that name the place."""

import shutil
import tomllib

import pytest

from lob_workbench.content.help_texts import read_help, read_hints
from lob_workbench.content.load import (
    ContentError,
    competences,
    example_school,
    read_competences,
    read_example_school,
    read_questions,
)
from lob_workbench.domain.career import CareerCompetence
from lob_workbench.paths import resources

CONTENT = resources() / "content"
QUESTION = """
[[question]]
id = "Q-QUAL-01"
competence = "qualities"
phase = "intake"
kinds = ["start"]
text = "Wat lukte je gisteren?"
"""


@pytest.fixture
def broken(tmp_path):
    """Write a copy of a shipped file in which one text is replaced by another."""

    def write(name, old="", new="", *, times=1):
        text = (CONTENT / name).read_text(encoding="utf-8")
        assert old in text
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text.replace(old, new, times), encoding="utf-8")
        return path

    return write


@pytest.fixture
def school(tmp_path):
    """A copy of the example school, with a way to replace a text in one of its files."""
    folder = tmp_path / "school"
    shutil.copytree(CONTENT / "example_talks", folder)

    def change(name, old, new, times=1):
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, times), encoding="utf-8")
        return folder

    return change


def test_what_ships_is_read_once():
    assert competences() is competences()
    assert list(competences()) == list(CareerCompetence)
    assert example_school().team("care").name == "Team Zorg"
    with pytest.raises(KeyError):
        example_school().team("astronauts")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('id = "motives"', 'id = "mottos"', "unknown id: 'mottos'"),
        ('id = "motives"', 'id = "qualities"', "stands here twice"),
        ('name = "Netwerken"', 'name = ""', "'name' is empty"),
        ('name = "Netwerken"', 'name = " Netwerken"', "begins or ends with a space"),
        ('name = "Netwerken"', "name = 5", "must be text"),
        ('name = "Netwerken"', 'name = "Net{werken"', "loose brace"),
        ('name = "Netwerken"', 'name = "Net {company}"', "unknown placeholder: company"),
        ('name = "Netwerken"', 'nmae = "Netwerken"', "'name' is missing"),
        ('name = "Netwerken"', 'name = "Netwerken"\nextra = 1', "unknown key: extra"),
        ("[[competence]]", "[[competence]", "not readable as TOML"),
        ("[competence.takeaway]", "[competence.takeawy]", "'takeaway' is missing"),
    ],
)
def test_a_broken_competence_is_refused(broken, old, new, fault):
    with pytest.raises(ContentError, match=fault):
        read_competences(broken("competences.toml", old, new))


def test_a_missing_competence_is_named(tmp_path):
    whole = tomllib.loads((CONTENT / "competences.toml").read_text(encoding="utf-8"))
    assert len(whole["competence"]) == 5
    text = (CONTENT / "competences.toml").read_text(encoding="utf-8")
    path = tmp_path / "competences.toml"
    path.write_text(text[: text.rindex("[[competence]]")], encoding="utf-8")
    with pytest.raises(ContentError, match="missing competence: networking"):
        read_competences(path)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (QUESTION + QUESTION, "question id stands here twice"),
        (QUESTION + QUESTION.replace("Q-QUAL-01", "Q-QUAL-02"), "question stands here twice"),
        (QUESTION, "missing competence: motives"),
        (QUESTION.replace('"start"', '"stroll"'), "'kinds' holds an unknown id: 'stroll'"),
        (QUESTION.replace('"start"', '"start", "start"'), "kinds stands here twice"),
        (QUESTION.replace('"start"', ""), "'kinds' is empty"),
        (QUESTION.replace('["start"]', '"start"'), "'kinds' must be a list"),
        (QUESTION.replace('"intake"', "3"), "'phase' holds an unknown id: 3"),
        ("question = [1]", "'question' must be a table"),
        ("question = []", "'question' is empty"),
        ("", "'question' is missing"),
    ],
)
def test_a_broken_question_is_refused(tmp_path, text, fault):
    path = tmp_path / "questions.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=fault) as caught:
        read_questions(path)
    assert caught.value.place.startswith("questions.toml")


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("care.toml", 'id = "care"', 'id = "bakery"', "team stands here twice"),
        ("care.toml", "VZ2A", "PW1A", "group stands here twice"),
        ("care.toml", "level = 3", 'level = "3"', "'level' must be a whole number"),
        ("care.toml", "level = 3", "level = 0", "'level' must be a whole number"),
        ("care.toml", "year = 2", "year = 9", "VZ2A is in a year that is not there"),
        ("care.toml", 'phase = "start"', 'phase = "dawn"', "unknown id: 'dawn'"),
        ("care.toml", 'topic = "', 'topic = "{first_name} ', "unknown placeholder: first_name"),
        ("care.toml", 'doer = "company"', 'doer = "uncle"', "unknown id: 'uncle'"),
        ("care.toml", "step_days = ", "stepdays = ", "'step_days' is missing"),
        ("pedagogy.toml", "levels = [3]", "levels = [true]", "whole numbers above zero"),
        ("shared.toml", "{topic}", "{tpoic}", "unknown placeholder: tpoic"),
        ("shared.toml", "[[summaries]]", "[[summary]]", "unknown key: summary"),
        ("shared.toml", 'kinds = ["parents"]', "kinds = []", "'kinds' is empty"),
    ],
)
def test_a_broken_school_is_refused(school, name, old, new, fault):
    with pytest.raises(ContentError, match=fault):
        read_example_school(school(name, old, new))


def test_a_team_without_a_competence_in_a_phase_is_refused(school):
    old, new = 'competence = "motives"\nphase = "last"', 'competence = "motives"\nphase = "first"'
    with pytest.raises(ContentError, match="no talk on motives in last"):
        read_example_school(school("care.toml", old, new, times=-1))


def test_the_same_story_in_two_teams_is_refused(school):
    topic = example_school().team("bakery").talks[0].topic
    other = example_school().team("care").talks[0].topic
    with pytest.raises(ContentError, match="topic stands here twice"):
        read_example_school(school("bakery.toml", f'"{topic}"', f'"{other}"'))


def test_a_folder_without_teams_is_refused(tmp_path):
    shutil.copy(CONTENT / "example_talks" / "shared.toml", tmp_path)
    with pytest.raises(ContentError, match="there is no team"):
        read_example_school(tmp_path)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "there is no page"),
        ('[today]\ntitle = "Vandaag"\nparagraphs = []', "'paragraphs' is empty"),
        ('[today]\ntitle = "Vandaag"\nparagraphs = ["a", "a"]', "stands here twice"),
        (
            '[today]\ntitle = "Vandaag"\nparagraphs = ["a"]\n'
            'pictures = [{ name = "x", after = 2, words = "b" }]',
            "'after' names no paragraph",
        ),
        ('[today]\ntitle = "Vandaag"\nparagraphs = ["a"]\nthen = "b"', "'then' names no topic: b"),
        (
            '[today]\ntitle = "Vandaag"\nparagraphs = ["a"]\npictures = ['
            '{ name = "x", after = 1, words = "b" }, { name = "x", after = 1, words = "c" }]',
            "stands here twice",
        ),
    ],
)
def test_broken_help_is_refused(tmp_path, text, fault):
    path = tmp_path / "help.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=fault):
        read_help(path)


def test_broken_hints_are_refused(tmp_path):
    path = tmp_path / "hints.toml"
    for text, fault in (
        ("", "there is no hint"),
        ('[one]\nplace = "today"\ntext = "a"\nwhen = "b"', "unknown key: when"),
    ):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(ContentError, match=fault):
            read_hints(path)


def test_a_missing_or_unreadable_file_is_refused(tmp_path):
    with pytest.raises(ContentError, match="the file is not there"):
        read_help(tmp_path / "help.toml")
    path = tmp_path / "help.toml"
    path.write_bytes(b'title = "caf\xe9"')
    with pytest.raises(ContentError, match="not readable as TOML"):
        read_help(path)

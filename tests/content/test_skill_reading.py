"""A set of skills that is not whole is refused in words that name the place."""

import copy
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.content import skills as module
from lob_workbench.content.skill_reading import BLOCKS, MOST_GROUPS, parse_skill_set
from lob_workbench.content.skills import (
    LARGEST_BYTES,
    LETTERS,
    MOST_DOTS_IN_LINE,
    MOST_SKILLS,
    competence_titles,
    read_competence_titles,
    read_skill_folder,
    read_skill_set,
)
from lob_workbench.content.table import ContentError
from lob_workbench.domain.errors import InputRefused
from lob_workbench.paths import resources

SHIPPED = resources() / "content" / "skills"


def skill(number=1, group="first"):
    return {
        "id": f"skill_{number}",
        "name": f"Vaardigheid {number}",
        "meaning": "Je doet wat je zegt.",
        "group": group,
        "competences": ["A", "Y"],
        "level": [
            {
                "name": f"Stap {level}",
                "behaviours": [
                    f"Doet ding {number} op hoogte {level} voor keer {at}" for at in range(1, 6)
                ],
            }
            for level in range(1, 5)
        ],
    }


def document(skills=2):
    return {
        "set": {"id": "our-school", "version": "1.0", "name": "Onze vaardigheden"},
        "group": [
            {"id": "first", "heading": "Eerst"},
            {"id": "second", "heading": "Daarna"},
        ],
        "skill": [skill(at, "first" if at % 2 else "second") for at in range(1, skills + 1)],
    }


def as_toml(values):
    lines = []

    def write(table, prefix=""):
        for key, value in table.items():
            if isinstance(value, dict):
                lines.append(f"[{prefix}{key}]")
                write(value, f"{prefix}{key}.")
            elif isinstance(value, list) and value and isinstance(value[0], dict):
                for inner in value:
                    lines.append(f"[[{prefix}{key}]]")
                    write(inner, f"{prefix}{key}.")
            elif isinstance(value, list):
                lines.append(f"{key} = {value!r}")
            else:
                lines.append(f'{key} = "{value}"')

    write(values)
    return "\n".join(lines).encode()


def refused(values):
    with pytest.raises(InputRefused) as caught:
        parse_skill_set(values)
    return str(caught.value)


def test_a_school_reads_its_own_set_from_one_file():
    found = read_skill_set(as_toml(document(3)))
    assert (found.id, found.version, found.name) == ("our-school", "1.0", "Onze vaardigheden")
    assert [(g.id, g.heading, len(g.skills)) for g in found.groups] == [
        ("first", "Eerst", 2),
        ("second", "Daarna", 1),
    ]
    # Group by group, whatever the order of the file.
    assert [s.id for s in found.skills] == ["skill_1", "skill_3", "skill_2"]
    assert found.skill("skill_2").competences == ("A", "Y")
    assert found.skill("skill_2").level(4).name == "Stap 4"
    behaviour = found.behaviour("skill_3-2-5")
    assert behaviour.text == "Doet ding 3 op hoogte 2 voor keer 5"
    assert (behaviour.skill, behaviour.level, behaviour.number) == ("skill_3", 2, 5)
    assert len(found.behaviours) == 60
    assert len({b.id for b in found.behaviours}) == 60
    assert found.source == ""


@pytest.mark.parametrize("strange", ["nobody", "", "skill_1-1-1"])
def test_an_id_that_is_not_in_the_set_is_not_found(strange):
    found = parse_skill_set(document())
    with pytest.raises(KeyError):
        found.skill(strange)
    with pytest.raises(KeyError):
        found.behaviour(strange + "!")


@pytest.mark.parametrize("number", [0, 5, -1])
def test_a_skill_has_levels_one_to_four(number):
    with pytest.raises(KeyError):
        parse_skill_set(document()).skill("skill_1").level(number)


def test_the_largest_set_fits_and_one_more_does_not():
    assert len(parse_skill_set(document(MOST_SKILLS)).skills) == MOST_SKILLS
    assert "staan 61 skills" in refused(document(MOST_SKILLS + 1))


def test_competences_and_source_may_be_left_out_of_a_schools_set():
    values = document()
    del values["skill"][0]["competences"]
    values["skill"][1]["competences"] = []
    values["set"]["source"] = "Van ons team"
    found = parse_skill_set(values)
    assert all(s.competences == () for s in found.skills)
    assert found.source == "Van ons team"


def test_texts_pass_the_text_gate():
    values = document()
    values["skill"][0]["name"] = "  Goed\x00  kijken \u202e"
    assert parse_skill_set(values).skills[0].name == "Goed kijken"


def put(*path):
    """Write the last of ``path`` where the others lead; without a value take it away."""
    *way, key, value = path

    def change(values):
        for step in way:
            values = values[step]
        if value is ...:
            del values[key]
        else:
            values[key] = value

    return change


FIRST = ("skill", 0)
FAULTS = [
    (put("set", ...), "ontbreekt 'set'"),
    (put("skill", ...), "ontbreekt 'skill'"),
    (put("skills", []), "staat 'skills'"),
    (put("set", []), "moet 'set' een blok"),
    (put("group", {}), "moet 'group' een lijst"),
    (put("skill", 0, "text"), "moet 'skill' een blok"),
    (put("skill", []), "staan 0 skills"),
    (put("set", "id", ...), "[set] ontbreekt 'id'"),
    (put("set", "id", "Onze set"), "'Onze set' geen kenmerk"),
    (put("set", "version", "één"), "'één' geen versie"),
    (put("set", "version", 2026), "[set] moet 'version' een tekst"),
    (put("set", "naam", "Set"), "[set] staat 'naam'"),
    (put("set", "name", " \t"), "[set] is 'name' leeg"),
    (put("set", "name", "x" * 61), "'name' te lang: 61 tekens, er passen er 60"),
    (put("group", 1, "id", "first"), "[[group]] 2 staat 'first' al"),
    (put("group", 1, "heading", "EERST"), "[[group]] 2 staat 'EERST' al"),
    (put("group", 1, "colour", "red"), "[[group]] 2 staat 'colour'"),
    (put("group", 1, "id", "third"), "staat groep 'second', maar"),
    (put(*FIRST, "group", "second"), "groep 'first' hoort geen enkele"),
    (put(*FIRST, "id", "a-b"), "[[skill]] 1 kan 'a-b' geen kenmerk"),
    (put(*FIRST, "id", "skill_2"), "[[skill]] 2 staat 'skill_2' al"),
    (put(*FIRST, "id", "x" * 41), "geen kenmerk"),
    (put(*FIRST, "name", "vaardigheid 2"), "[[skill]] 2 (skill_2) staat 'Vaardigheid 2' al"),
    (put(*FIRST, "meaning", ...), "[[skill]] 1 (skill_1) ontbreekt 'meaning'"),
    (put(*FIRST, "meaning", "x" * 201), "'meaning' te lang"),
    (put(*FIRST, "levels", []), "[[skill]] 1 (skill_1) staat 'levels'"),
    (put(*FIRST, "competences", ["Z"]), "competentie 'Z'"),
    (put(*FIRST, "competences", ["AB"]), "competentie 'AB'"),
    (put(*FIRST, "competences", ["A", "A"]), "staat 'A' al"),
    (put(*FIRST, "competences", "AB"), "moet 'competences' een lijst"),
    (put(*FIRST, "level", 3, ...), "horen 4 niveaus; het zijn er 3"),
    (put(*FIRST, "level", [{}] * 5), "horen 4 niveaus; het zijn er 5"),
    (put(*FIRST, "level", 1, "behaviours", 4, ...), "horen 5 gedragingen; het zijn er 4"),
    (put(*FIRST, "level", 1, "behaviours", 4, ""), "[[skill.level]] 2 is 'behaviours' leeg"),
    (put(*FIRST, "level", 1, "behaviours", 4, 5), "moet 'behaviours' een tekst"),
    (put(*FIRST, "level", 1, "behaviours", 4, "x" * 201), "'behaviours' te lang"),
    (put(*FIRST, "level", 1, "name", "stap 1"), "[[skill.level]] 2 staat 'stap 1' al"),
    (put(*FIRST, "level", 1, "number", 2), "[[skill.level]] 2 staat 'number'"),
]


@pytest.mark.parametrize(("change", "words"), FAULTS, ids=[words for _, words in FAULTS])
def test_a_fault_is_refused_with_its_place(change, words):
    values = document()
    change(values)
    assert words in refused(values)


def test_a_behaviour_stands_once_in_the_whole_set_whatever_its_capitals():
    values = document()
    again = values["skill"][0]["level"][0]["behaviours"][0].upper()
    values["skill"][1]["level"][3]["behaviours"][2] = again
    assert f"Bij skill_2-4-3 staat '{again}' al" in refused(values)


def test_too_many_groups_are_refused():
    values = document()
    values["group"] = [{"id": f"g{at}", "heading": f"Kop {at}"} for at in range(MOST_GROUPS + 1)]
    assert "staan 13 groepen" in refused(values)


def test_a_key_of_a_stranger_is_shown_short():
    values = document()
    values["x" * 5_000 + "\n\x00"] = 1
    assert len(refused(values)) < 300


def test_a_school_may_not_call_its_set_ours():
    values = document()
    values["set"]["id"] = "werkbank"
    with pytest.raises(InputRefused, match="net als de set van de werkbank zelf"):
        read_skill_set(as_toml(values))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"PK\x03\x04",
        b"set = [",
        b"x = " + b"[" * 100_000,
        b"x = " + b"9" * 10_000,
        b"a." * 3_000 + b"b = 1",
        b"#" * (LARGEST_BYTES + 1),
    ],
    ids=["empty", "utf16", "zip", "half", "nested", "number", "dotted", "large"],
)
def test_what_is_no_file_with_skills_is_refused(data):
    with pytest.raises(InputRefused):
        read_skill_set(data)


def test_a_line_of_dots_is_refused_before_the_parser_sees_it():
    # In a comment it would do no harm, so that only the bound can refuse it.
    assert read_skill_set(as_toml(document()) + b"\n#" + b"." * MOST_DOTS_IN_LINE)
    with pytest.raises(InputRefused, match="geen bestand met skills"):
        read_skill_set(as_toml(document()) + b"\n#" + b"." * (MOST_DOTS_IN_LINE + 1))


def test_a_file_saved_by_notepad_is_read():
    assert read_skill_set(b"\xef\xbb\xbf" + as_toml(document())).id == "our-school"


values_of_any_kind = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=8,
)


@given(st.data())
def test_no_value_in_any_place_does_more_than_refuse(data):
    values = document()
    way = data.draw(
        st.sampled_from(
            [
                (values, data.draw(st.sampled_from(BLOCKS))),
                (values["set"], data.draw(st.sampled_from(["id", "version", "name", "source"]))),
                (values["group"], 0),
                (values["group"][0], data.draw(st.sampled_from(["id", "heading"]))),
                (values["skill"], 1),
                (values["skill"][1], data.draw(st.sampled_from(sorted(skill())))),
                (values["skill"][1]["level"], 2),
                (values["skill"][1]["level"][2], data.draw(st.sampled_from(["name"]))),
                (values["skill"][1]["level"][2]["behaviours"], 0),
            ]
        )
    )
    container, key = way
    container[key] = data.draw(values_of_any_kind)
    before = copy.deepcopy(values)
    try:
        found = parse_skill_set(values)
    except InputRefused:
        return
    assert len(found.behaviours) == len(found.skills) * 20
    assert len({b.id for b in found.behaviours}) == len(found.behaviours)
    assert repr(values) == repr(before)


@given(st.binary(max_size=300))
def test_no_bytes_do_more_than_refuse(data):
    with pytest.raises(InputRefused):
        read_skill_set(data)


@pytest.fixture
def ours(tmp_path):
    """A small folder in the shape of ours: five groups of five skills."""
    folder = tmp_path / "skills"
    folder.mkdir()
    shutil.copy(SHIPPED / "set.toml", folder)
    groups = ["self", "standing", "together", "thinking", "doing"]
    for at, group in enumerate(groups):
        written = [skill(at * 5 + number) for number in range(5)]
        for one in written:
            del one["group"]
        (folder / f"{group}.toml").write_bytes(as_toml({"skill": written}))

    def change(name, old, new):
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return change


def test_our_folder_is_read_group_by_group(ours):
    found = read_skill_folder(ours("set.toml", "2026.1", "2026.1"))
    assert [s.id for s in found.skills] == [f"skill_{at}" for at in range(25)]
    assert found.groups[0].heading == "Jezelf sturen"


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("set.toml", '"doing"', '"acting"', "acting.toml: the file is not there"),
        ("set.toml", '"werkbank"', '"other"', "the id must be 'werkbank'"),
        ("set.toml", "[set]", "[set", "not readable as TOML"),
        ("doing.toml", "[[skill]]", "own = 1\n[[skill]]", "must hold"),
        ("doing.toml", "skill_20", "skill_1", "Bij [[skill]] 21 staat 'skill_1' al"),
    ],
)
def test_a_fault_of_an_author_in_our_own_set_is_no_refusal_for_the_screen(
    ours, name, old, new, fault
):
    folder = ours(name, old, new)
    with pytest.raises(ContentError) as caught:
        read_skill_folder(folder)
    assert fault in str(caught.value)


def test_our_own_set_has_25_skills(ours):
    folder = ours("set.toml", "2026.1", "2026.1")
    text = (folder / "doing.toml").read_text(encoding="utf-8")
    (folder / "doing.toml").write_text(text[: text.rindex("[[skill]]\n")], encoding="utf-8")
    with pytest.raises(ContentError, match="24 skills, must be 25"):
        read_skill_folder(folder)


def test_the_official_titles_are_there_from_a_to_y(ours):
    assert "".join(competence_titles()) == LETTERS
    assert competence_titles()["R"].startswith("Op de behoeften")
    for old, new, fault in [
        ('A = "Beslissen', 'Z = "Beslissen', "'A' is missing"),
        ('Z = "Beslissen', 'A = "Meer"\nZ = "Beslissen', "unknown key: Z"),
    ]:
        folder = ours("set.toml", old, new)
        with pytest.raises(ContentError, match=fault):
            read_competence_titles(folder / "set.toml")


def test_what_ships_is_read_once(ours, monkeypatch):
    folder = ours("set.toml", "2026.1", "2026.1")
    monkeypatch.setattr(module, "_shipped", lambda: folder)
    module.load_skill_set.cache_clear()
    try:
        assert module.load_skill_set() is module.load_skill_set()
    finally:
        module.load_skill_set.cache_clear()

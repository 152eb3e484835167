"""Composed talks fit the student, the year and each other."""

from random import Random

import pytest

from lob_workbench.content.compose import ExampleStudent, compose_talk, fitting_talks
from lob_workbench.content.load import example_school
from lob_workbench.content.schema import Doer, StudyPhase
from lob_workbench.domain.career import CareerCompetence
from lob_workbench.domain.career import ConversationKind as Kind

SCHOOL = example_school()
KINDS = [
    Kind.ACQUAINTANCE,
    Kind.START,
    Kind.END,
    Kind.PROGRESS,
    Kind.CAREER_REFLECTION,
    Kind.LEARNING_METER,
    Kind.PLACEMENT_VISIT,
    Kind.HANDOVER,
    Kind.PARENTS,
]
STUDENTS = [
    ExampleStudent("Noor", team.id, programme, year, minor=year == 1)
    for team in SCHOOL.teams
    for programme in team.programmes
    for year in range(1, programme.years + 1)
]


@pytest.mark.parametrize("kind", KINDS)
def test_a_talk_is_filled_and_fits(kind):
    random = Random(7)
    for student in STUDENTS:
        talk = compose_talk(SCHOOL, student, kind, random)
        start = kind in (Kind.ACQUAINTANCE, Kind.START)
        phase = StudyPhase.START if start else student.programme.phase(student.year)
        assert {one.phase for one in talk.talks} == {phase}
        assert len({one.competence for one in talk.talks}) == len(talk.talks)
        assert "{" not in talk.summary
        assert talk.talks[0].topic in talk.summary
        assert student.minor or Doer.PARENT not in {one.doer for one in talk.agreements}
        assert talk.agrees or talk.remark
        texts = [one.text for one in talk.agreements]
        assert len(texts) == len(set(texts))


def test_the_same_seed_gives_the_same_talk():
    made = [compose_talk(SCHOOL, STUDENTS[0], Kind.PROGRESS, Random(3)) for _ in range(2)]
    assert made[0] == made[1]


def test_a_student_does_not_tell_the_same_story_twice_in_eight_talks():
    for seed, student in enumerate(STUDENTS):
        random = Random(seed)
        told: list[str] = []
        stories: list[str] = []
        for kind in (Kind.PROGRESS, Kind.CAREER_REFLECTION) * 4:
            talk = compose_talk(SCHOOL, student, kind, random, told)
            stories += [one.topic for one in talk.talks]
            told += talk.told
        repeats = len(stories) - len(set(stories))
        # A repeat comes only when what a student may still tell is nearly used up.
        fitting = fitting_talks(SCHOOL, student, student.programme.phase(student.year))
        ruled_out = max(0, sum(bool(talk.one_of) for talk in fitting) - 1)
        assert repeats <= max(0, len(stories) - (len(fitting) - ruled_out) + 3)


def test_choices_that_rule_each_other_out_are_not_told_together():
    for seed, student in enumerate(STUDENTS):
        random = Random(seed)
        told: list[str] = []
        choices: list[str] = []
        for _ in range(4):
            talk = compose_talk(SCHOOL, student, Kind.CAREER_REFLECTION, random, told)
            told += talk.told
            choices += [one.one_of for one in talk.talks if one.one_of]
        assert len(choices) <= 1


def test_when_all_is_told_a_story_comes_back():
    student = STUDENTS[0]
    told = [talk.topic for talk in fitting_talks(SCHOOL, student, StudyPhase.FIRST)]
    assert compose_talk(SCHOOL, student, Kind.PROGRESS, Random(1), told).talks


@pytest.mark.parametrize("kind", [Kind.SECOND_LINE, Kind.PERSONAL_DEVELOPMENT])
def test_confidential_and_staff_talks_are_not_composed(kind):
    with pytest.raises(ValueError, match="no example texts"):
        compose_talk(SCHOOL, STUDENTS[0], kind, Random(1))


def test_some_students_differ_and_most_who_agree_say_nothing():
    random = Random(11)
    made = [compose_talk(SCHOOL, STUDENTS[1], Kind.PROGRESS, random) for _ in range(300)]
    differ = sum(not talk.agrees for talk in made)
    silent = sum(talk.agrees and not talk.remark for talk in made)
    assert 15 <= differ <= 65
    assert 120 <= silent <= 230


def test_the_phase_follows_the_year():
    three_years = SCHOOL.team("care").programmes[0]
    assert [three_years.phase(year) for year in (0, 1, 2, 3, 4)] == [
        StudyPhase.FIRST,
        StudyPhase.FIRST,
        StudyPhase.MIDDLE,
        StudyPhase.LAST,
        StudyPhase.LAST,
    ]


def test_every_competence_keeps_a_story_that_no_choice_rules_out():
    for student in STUDENTS:
        for phase in StudyPhase:
            free = [t for t in fitting_talks(SCHOOL, student, phase) if not t.one_of]
            assert {talk.competence for talk in free} == set(CareerCompetence)

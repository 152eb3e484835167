"""The shipped texts: enough of them, none twice, and fit to be read aloud."""

import re
from collections import Counter
from itertools import combinations, product

import pytest
from PIL import Image

from lob_workbench.content.help_texts import help_pages, hints, picture_file
from lob_workbench.content.load import (
    competences,
    example_school,
    questions,
    questions_for,
)
from lob_workbench.content.schema import (
    PHASES_OF_KIND,
    CareerPhase,
    Doer,
    Question,
    Route,
    StudyPhase,
    placeholders,
)
from lob_workbench.domain.career import COMPETENCE_LABELS, CareerCompetence, ConversationKind
from tests.helpers.near_equal import near_equal

SCHOOL = example_school()
ALL_TALKS = [*SCHOOL.talks, *(talk for team in SCHOOL.teams for talk in team.talks)]
ALL_AGREEMENTS = [*SCHOOL.agreements, *(one for team in SCHOOL.teams for one in team.agreements)]
STUDENT_KINDS = set(ConversationKind) - {ConversationKind.PERSONAL_DEVELOPMENT}
# Which kinds of talk happen in which phase, written out once more: who moves one, decides twice.
KINDS_IN = {
    "intake": {"acquaintance", "start", "parents", "second_line"},
    "lower_years": {
        "end",
        "progress",
        "career_reflection",
        "learning_meter",
        "handover",
        "parents",
        "second_line",
    },
    "placement": {
        "progress",
        "career_reflection",
        "learning_meter",
        "placement_visit",
        "parents",
        "second_line",
    },
    "outflow": {
        "progress",
        "career_reflection",
        "learning_meter",
        "placement_visit",
        "handover",
        "parents",
        "second_line",
    },
}
PAGES = {
    "first_screen",
    "today",
    "search",
    "students",
    "student",
    "conversation",
    "trialogue",
    "questions",
    "student_import",
    "arrivals",
    "parents_evening",
    "handover",
    "agenda",
    "holidays",
    "school_year",
    "life_skills",
    "planning",
    "skill_sets",
    "settings",
    "copies",
    "skill_workbook",
    "badges",
}
# A question that opens with one of these can be answered with yes or no.
CLOSED = re.compile(
    r"^(Heb|Ben|Kun|Wil|Is|Zijn|Doe|Zou|Mag|Moet|Vind|Weet|Ga|Gaat|Had|Was|Denk|Ken|Voel|Lukt|Lukte"
    r"|Zie|Zag|Hoor|Durf|Hebt|Bent|Wilde|Kon|Mocht|Moest|Vond|Wist|Werk|Werkte|Helpt|Hielp)\b"
)
# What begins with a guess instead of something that was lived through.
INVENTED = re.compile(r"^(Stel\b|Als je|Waar zie je jezelf|Hoe denk je dat|Wat zou je doen)")
# Not for a question of the bank: who wants to tell it, does so.
NOT_ASKED = re.compile(
    r"\b(ziek|ziekte|dokter|huisarts|medicijn|diagnose|autis|adhd|dyslexie|depress|stress|psych|"
    r"therap|gezond|verslav|drugs|zwanger|handicap|beperking|politie|justitie|straf|rechter|"
    r"reclassering|schuld|geloof|afkomst)",
    re.IGNORECASE,
)
SMALL_WORDS = re.compile(
    r"\b(je|jij|jou|jouw|een|de|het|dat|die|wat|wie|waar|hoe|welke|welk|van|op|in|en|of|te|was|met"
    r"|bij|voor|aan|er|is|over|daar|deze|dit|hebt|heb|toen|om|juist|als|ze|zo|daarvan|wanneer|keer"
    r"|vertel)\b"
)
WRONG_TYPOGRAPHY = re.compile(r"  |\"|'|“|”|„|\.\.\.| [,.?!:;]|[.,?!]{2}|\t|\n")
BBL_TEAMS = [t for t in SCHOOL.teams if any(p.route is Route.BBL for p in t.programmes)]


def every_text() -> list[str]:
    texts = [question.text for question in questions()]
    for one in competences().values():
        texts += [one.name, one.question, one.explanation]
        for prompt in (one.experience, one.meaning, one.takeaway):
            texts += [prompt.label, prompt.placeholder]
    for talk in ALL_TALKS:
        texts += [talk.topic, talk.experience, talk.meaning, talk.takeaway]
        texts += [talk.step] if talk.step else []
    texts += [agreement.text for agreement in ALL_AGREEMENTS]
    texts += [summary.text for summary in SCHOOL.summaries]
    texts += [*SCHOOL.agrees, *SCHOOL.differs, *SCHOOL.dropped]
    for page in help_pages().values():
        texts += [page.title, *page.paragraphs, *(one.words for one in page.pictures)]
    texts += [hint.text for hint in hints()]
    return texts


def test_there_is_enough_to_fill_a_school():
    assert len(questions()) >= 120
    assert len(ALL_TALKS) >= 200
    assert len(ALL_AGREEMENTS) >= 60
    assert len(SCHOOL.differs) >= 8
    assert len(SCHOOL.teams) == 4
    for team in SCHOOL.teams:
        assert len(team.agreements) >= 14
        counts = Counter(talk.competence for talk in team.talks)
        assert min(counts[one] for one in CareerCompetence) >= 6, team.id


def test_the_groups_hold_160_students_and_at_most_16_first_years():
    groups = [group for t in SCHOOL.teams for p in t.programmes for group in p.groups]
    assert sum(group.size for group in groups) == 160
    assert max(group.size for group in groups if group.year == 1) <= 16


def test_every_competence_and_phase_has_six_questions():
    counts = Counter((question.competence, question.phase) for question in questions())
    for pair in product(CareerCompetence, CareerPhase):
        assert counts[pair] >= 6, pair


def test_a_kind_of_talk_happens_in_the_phases_that_are_written_here():
    for kind in ConversationKind:
        here = tuple(phase for phase in CareerPhase if kind in KINDS_IN[phase])
        assert PHASES_OF_KIND[kind] == here, kind
    assert set().union(*KINDS_IN.values()) == STUDENT_KINDS


@pytest.mark.parametrize("kind", sorted(STUDENT_KINDS))
def test_every_kind_of_student_talk_has_a_choice_for_each_competence_where_it_happens(kind):
    for phase in PHASES_OF_KIND[kind]:
        counts = Counter(question.competence for question in questions_for(kind, [phase]))
        for competence in CareerCompetence:
            assert counts[competence] >= 2, (phase, competence)


def test_no_question_is_for_a_talk_that_does_not_happen_in_its_phase():
    for question in questions():
        assert set(question.kinds) <= KINDS_IN[question.phase], question.id


def test_no_id_was_taken_away():
    # A talk of long ago refers to it: a question may be mended, and is never another one.
    for competence in CareerCompetence:
        ids = sorted(question.id for question in questions() if question.competence is competence)
        code = competence.value[:4].upper()
        assert ids == [f"Q-{code}-{number:02d}" for number in range(1, len(ids) + 1)]


def test_an_id_is_still_of_the_phase_that_it_was_given_in():
    # Three numbers to a phase, and then round again: what was added later stands after the rest.
    for question in questions():
        number = int(question.id[-2:])
        if number <= 24:
            assert question.phase is list(CareerPhase)[(number - 1) % 12 // 3], question.id


def test_questions_can_be_asked_for_some_phases_only():
    kind = ConversationKind.PROGRESS
    assert {q.phase for q in questions_for(kind, [CareerPhase.OUTFLOW])} == {CareerPhase.OUTFLOW}


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.id)
def test_a_question_is_open_short_and_known_by_a_stable_id(question):
    assert re.fullmatch(rf"Q-{question.competence.value[:4].upper()}-\d\d", question.id), (
        "ids stay as they are"
    )
    sentences = re.split(r"(?<=[.?!])\s+", question.text)
    assert len(question.text.split()) <= 30
    assert len(sentences) <= 3
    assert not any(CLOSED.match(s) for s in sentences if s.endswith("?"))
    assert not INVENTED.match(question.text)
    assert "?" in question.text
    assert re.search(r"\b(je|jij|jou|jouw|jezelf|jullie|ons)\b", question.text.lower())
    assert not re.search(r"\b(u|uw)\b", question.text.lower())
    assert not NOT_ASKED.search(question.text)


def overlap(one: Question, other: Question) -> float:
    """The share of words that two questions have in common, small words aside."""
    first, second = (
        set(re.findall(r"\w+", SMALL_WORDS.sub("", question.text.lower())))
        for question in (one, other)
    )
    return len(first & second) / len(first | second)


def test_no_two_questions_ask_nearly_the_same():
    for one, other in combinations(questions(), 2):
        assert overlap(one, other) <= 0.35, (one.id, other.id)
    assert near_equal([question.text for question in questions()], near=0.7) == []


def test_questions_do_not_all_begin_alike():
    begins = Counter(" ".join(question.text.split()[:2]) for question in questions())
    assert begins.most_common(1)[0][1] <= len(questions()) * 0.12


def test_the_names_of_the_competences_are_those_of_the_labels():
    for competence, text in competences().items():
        assert text.name == COMPETENCE_LABELS[competence]
        assert text.meaning.label == "Wat zegt dat over jou?"
        assert text.takeaway.label == "Wat neem je mee?"


def test_there_is_help_for_every_page():
    assert set(help_pages()) == PAGES
    for page in help_pages().values():
        assert 3 <= len(page.paragraphs) <= 6, page.id
        assert max(len(paragraph.split()) for paragraph in page.paragraphs) <= 60


def test_every_picture_of_the_help_is_there_in_light_and_dark_and_no_other():
    named = {one.name for page in help_pages().values() for one in page.pictures}
    wanted = {picture_file(name, dark=dark) for name in named for dark in (False, True)}
    assert wanted == set(picture_file("today", dark=False).parent.iterdir())


def test_pictures_of_the_help_are_small_and_sharp_and_alike():
    for page in help_pages().values():
        for picture in page.pictures:
            light, dark = (picture_file(picture.name, dark=dark) for dark in (False, True))
            assert max(light.stat().st_size, dark.stat().st_size) <= 60_000
            with Image.open(light) as day, Image.open(dark) as night:
                assert day.size == night.size
                assert day.width >= 600, "twice as wide as the panel shows it"
                assert 0.3 < day.height / day.width < 1.2, "fits between paragraphs"
                assert not {*day.info, *night.info} & {"Software", "Author", "Comment"}


def test_every_picture_is_told_in_words_to_who_does_not_see_it():
    words = [one.words for page in help_pages().values() for one in page.pictures]
    assert len(words) >= 10
    assert all(8 <= len(text.split()) <= 30 and text.endswith(".") for text in words)


def test_hints_are_short_and_stand_on_the_places_of_a_first_time():
    assert {hint.place for hint in hints()} == {
        "today",
        "students/student",
        "conversations/prepare",
        "conversations/record",
        "life_skills/matrix",
    }
    assert all(len(hint.text.split()) <= 30 for hint in hints())


def test_no_text_stands_twice_or_nearly_so():
    for texts in (
        [question.text for question in questions()],
        [talk.experience for talk in ALL_TALKS],
        [talk.meaning for talk in ALL_TALKS],
        [talk.takeaway for talk in ALL_TALKS],
        [talk.topic for talk in ALL_TALKS],
        [*(one.text for one in ALL_AGREEMENTS), *(talk.step for talk in ALL_TALKS if talk.step)],
        [*SCHOOL.agrees, *SCHOOL.differs],
    ):
        assert near_equal(texts, near=0.9) == []


def test_typography_is_dutch_and_clean():
    assert [text for text in every_text() if WRONG_TYPOGRAPHY.search(text)] == []
    assert [text for text in every_text() if text.count("‘") > text.count("’")] == []


def test_sentences_end_and_agreements_do_not():
    for talk in ALL_TALKS:
        for text in (talk.experience, talk.meaning, talk.takeaway):
            assert text[-1] in ".?", text
            assert text[0].isupper(), text
        assert talk.topic[0].islower(), talk.topic
        assert talk.topic[-1].isalnum(), talk.topic
    for text in [*(one.text for one in ALL_AGREEMENTS), *(t.step for t in ALL_TALKS if t.step)]:
        assert text[0].isupper(), text
        assert text[-1].isalnum(), text


def test_a_talk_can_be_read_aloud():
    for talk in ALL_TALKS:
        sentences = re.split(r"(?<=[.?!])\s+", f"{talk.experience} {talk.meaning} {talk.takeaway}")
        assert max(len(sentence.split()) for sentence in sentences) <= 30, talk.topic
        assert len(talk.experience.split()) >= 12, talk.topic


def test_not_every_sentence_begins_the_same():
    for texts in ([t.experience for t in ALL_TALKS], [t.takeaway for t in ALL_TALKS]):
        most = Counter(" ".join(text.split()[:2]) for text in texts).most_common(1)[0]
        assert most[1] <= len(texts) * 0.15, most


def test_phrases_are_not_worn_out():
    words = [t.split() for talk in ALL_TALKS for t in (talk.experience, talk.meaning)]
    runs = Counter(" ".join(w[i : i + 5]) for w in words for i in range(len(w) - 4))
    assert [run for run, count in runs.items() if count > 3] == []


def test_the_student_is_addressed_and_never_discussed():
    for talk in ALL_TALKS:
        together = f" {talk.experience} {talk.meaning} {talk.takeaway} ".lower()
        assert re.search(r"\b(je|jij|jou|jouw|jullie)\b", together), talk.topic
        assert not re.search(r"\b(de student|de leerling)\b", together), talk.topic
        assert not re.search(r"\bu\b|\buw\b", together), talk.topic


def test_a_text_fits_every_route_and_level_that_it_may_reach():
    for team in BBL_TEAMS:
        for talk in team.talks:
            text = f"{talk.topic} {talk.experience} {talk.takeaway}".lower()
            if re.search(r"\bstage|\bstages\b", text):
                assert talk.routes == (Route.BOL,), talk.topic
    for talk in ALL_TALKS:
        text = f"{talk.topic} {talk.experience} {talk.takeaway}".lower()
        if "hbo" in text or "hogeschool" in text:
            assert talk.levels == (4,), talk.topic
        if "niveau 4" in text:
            assert 4 not in talk.levels, talk.topic
            assert talk.levels, talk.topic


def test_placeholders_are_few_and_in_their_place():
    kinds = {kind for summary in SCHOOL.summaries for kind in summary.kinds}
    for summary in SCHOOL.summaries:
        assert "topic" in placeholders(summary.text), summary.text
    assert sum("first_name" in placeholders(text) for text in every_text()) <= 5
    # Confidential talks have no example text, staff talks are no talks with a student.
    left_out = {ConversationKind.SECOND_LINE, ConversationKind.PERSONAL_DEVELOPMENT}
    assert kinds == set(ConversationKind) - left_out


def test_agreements_come_from_everybody_and_soon_enough():
    for team in SCHOOL.teams:
        assert {one.doer for one in team.agreements} == set(Doer), team.id
        for phase in (StudyPhase.FIRST, StudyPhase.MIDDLE, StudyPhase.LAST):
            assert any(phase in one.phases for one in team.agreements)
    days = [one.days for one in ALL_AGREEMENTS] + [t.step_days for t in ALL_TALKS if t.step]
    assert min(days) >= 3
    assert max(days) <= 42

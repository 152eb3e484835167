"""A school's own words in a sentence: whole words, right article, and nothing else touched."""

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain import terms
from lob_workbench.domain.terms import TERMS, Article, OwnTerm, TermKey, Vocabulary, own, speak
from lob_workbench.paths import resources

OURS = Vocabulary(
    {
        TermKey.COUNSELLOR: OwnTerm("coach", "coaches"),
        TermKey.SECOND_LINE: OwnTerm("LEC", "", Article.HET),
        TermKey.GROUP: OwnTerm("stamgroepje", "stamgroepjes", Article.HET),
        TermKey.PLACEMENT: OwnTerm("BPV", "BPV's"),
        TermKey.COMPANY: OwnTerm("praktijkplaats", "praktijkplaatsen"),
        TermKey.TEAM: OwnTerm("cluster", "clusters"),
    }
)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Welke begeleider leest dit?", "Welke coach leest dit?"),
        ("hun begeleiders", "hun coaches"),
        ("loopbaanbegeleider", "coach"),
        ("een collega-begeleider, tot een dag", "een collega-coach, tot een dag"),
        ("Begeleider van school", "Coach van school"),
        ("&Klas", "&Stamgroepje"),
        ("K&las", "Stamgroepje".replace("S", "&S", 1)),
        ("Kla&s", "&Stamgroepje"),
        ("O&pleiding", "O&pleiding"),
        ("Kies hierboven een andere klas of een ander team.",
         "Kies hierboven een ander stamgroepje of een andere cluster."),
        ("Nieuwe klas", "Nieuw stamgroepje"),
        ("jouw nieuwe klas", "jouw nieuwe stamgroepje"),
        ("De andere klas", "Het andere stamgroepje"),
        ("Deze klas, die klas, welke klas, elke klas",
         "Dit stamgroepje, dat stamgroepje, welk stamgroepje, elk stamgroepje"),
        ("deze klassen", "deze stamgroepjes"),
        ("in de tweede lijn nu", "in het LEC nu"),
        ("Tweedelijnsgesprek", "LEC-gesprek"),
        ("Stagebezoek", "BPV-bezoek"),
        ("Met het leerbedrijf erbij", "Met de praktijkplaats erbij"),
        ("Het eigen leerbedrijf", "De eigen praktijkplaats"),
        ("{team} (hele team)", "{team} (hele cluster)"),
        ("teamleider en teamleden", "teamleider en teamleden"),
        ("Geen kolom met de klas of groep.", "Geen kolom met het stamgroepje of groep."),
        ("klassiek, stagelopen, steam", "klassiek, stagelopen, steam"),
    ],
)  # fmt: skip
def test_a_sentence_in_own_words(ours: str, theirs: str) -> None:
    assert OURS.in_own_words(ours) == theirs


def test_a_word_of_letters_joins_its_tail_without_a_hyphen() -> None:
    words = Vocabulary({TermKey.PLACEMENT: OwnTerm("praktijk", "praktijken")})
    assert words.in_own_words("Stagebezoek") == "Praktijkbezoek"
    words = Vocabulary({TermKey.PLACEMENT: OwnTerm("leren op je werk", "x")})
    assert words.in_own_words("stagebezoek") == "leren op je werk-bezoek"


def test_a_word_without_a_plural_serves_for_both() -> None:
    words = Vocabulary({TermKey.PLACEMENT: OwnTerm("BPV")})
    assert words.in_own_words("{count} stages") == "{count} BPV"


def test_without_words_of_ones_own_nothing_changes() -> None:
    assert Vocabulary().in_own_words("De begeleider") == "De begeleider"
    assert not Vocabulary()
    assert Vocabulary() == Vocabulary({})
    assert Vocabulary() != "Vocabulary"
    assert hash(OURS) == hash(Vocabulary(OURS.own))


def test_what_is_written_on_paper_follows_the_school_that_is_open() -> None:
    assert own("Begeleider") == "Begeleider"
    speak(OURS)
    try:
        assert own("Begeleider") == "Coach"
        assert terms.spoken() is OURS
    finally:
        speak(Vocabulary())


DUTCH = sorted(
    {
        message.findtext("source") or ""
        for message in ET.parse(resources() / "i18n" / "lob_en.ts").iter("message")
    }
)


@pytest.mark.parametrize("key", list(TermKey))
def test_only_words_are_offered_that_the_interface_uses(key: TermKey) -> None:
    term = TERMS[key]
    words = Vocabulary({key: OwnTerm("zzz", "zzzs" if term.plural else "")})
    changed = [text for text in DUTCH if words.in_own_words(text) != text]
    assert changed, "a word that stands nowhere is not offered"
    assert "zzz" in words.in_own_words(term.example)


# The rule, whatever a school says.

_LETTERS = st.text("abcdefghijklmnopqrstuvwxyzéïAZ'- ", min_size=1, max_size=20).map(str.strip)
_DEFAULTS = re.compile(
    "|".join(form for term in TERMS.values() for pair in term.forms for form in pair if form), re.I
)
WORDS = _LETTERS.filter(
    lambda word: word and word[0].isalpha() and word[-1].isalpha() and not _DEFAULTS.search(word)
)
OWN_TERMS = st.dictionaries(
    st.sampled_from(list(TermKey)),
    st.builds(OwnTerm, WORDS, WORDS, st.sampled_from(list(Article))),
    max_size=6,
)
_PIECES = st.one_of(
    st.sampled_from(
        [form for term in TERMS.values() for pair in term.forms for form in pair if form]
        + ["de", "het", "een", "andere", "nieuw", "{team}", "{mentor}", "{0}", "&Klas", "Sta&ge"]
    ),
    st.text(max_size=8),
)
SENTENCES = st.one_of(st.sampled_from(DUTCH), st.lists(_PIECES, max_size=8).map(" ".join))


@given(OWN_TERMS, SENTENCES)
def test_saying_it_twice_changes_nothing_more(words: dict[TermKey, OwnTerm], text: str) -> None:
    vocabulary = Vocabulary(words)
    once = vocabulary.in_own_words(text)
    assert vocabulary.in_own_words(once) == once


@given(OWN_TERMS, SENTENCES)
def test_places_for_names_stay(words: dict[TermKey, OwnTerm], text: str) -> None:
    said = Vocabulary(words).in_own_words(text)
    assert re.findall(r"\{[^{}]*\}", said) == re.findall(r"\{[^{}]*\}", text)
    assert said.count("&") == text.count("&")
    assert said.count("\n") == text.count("\n")


@given(OWN_TERMS, st.text())
def test_a_text_without_our_words_is_left_alone(words: dict[TermKey, OwnTerm], text: str) -> None:
    bare = text.replace("&", "").lower()
    if not _DEFAULTS.search(bare) and "lijns" not in bare and "bezoek" not in bare:
        assert Vocabulary(words).in_own_words(text) == text

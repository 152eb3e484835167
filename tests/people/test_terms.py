"""The school's own words: who changes them, what can be one, and that data stays as it is."""

import pytest
import sqlalchemy as sa

from lob_workbench.domain.errors import InputRefused, NotAllowed, StaleSave
from lob_workbench.domain.rights import Role
from lob_workbench.domain.terms import TERMS, Article, OwnTerm, TermKey
from lob_workbench.people.records import SchoolTerm
from lob_workbench.people.terms import TERM_LIMIT, SchoolTerms, read_terms, save_terms
from lob_workbench.storage.base import new_id
from tests.helpers.stores import Store

COACH = OwnTerm("coach", "coaches")
CARE = OwnTerm("LEC", "", Article.HET)
NONE = SchoolTerms()


def keep(store: Store, **words: OwnTerm) -> SchoolTerms:
    wanted = SchoolTerms({TermKey(name): word for name, word in words.items()})
    with store.work() as work:
        save_terms(work, wanted, read_terms(work))
    with store.work() as work:
        return read_terms(work)


def test_a_school_says_it_in_its_own_words(store: Store) -> None:
    kept = keep(store, counsellor=COACH, second_line=CARE)
    assert dict(kept.own) == {TermKey.COUNSELLOR: COACH, TermKey.SECOND_LINE: CARE}
    with store.work(store.colleague(Role.SECOND_LINE)) as work:
        assert read_terms(work) == kept
    said = kept.vocabulary.in_own_words("Een beheerder kan geen begeleider of tweede lijn zijn.")
    assert said == "Een beheerder kan geen coach of LEC zijn."


def test_nothing_is_called_differently_at_first(store: Store) -> None:
    with store.work() as work:
        assert read_terms(work) == NONE
        assert not read_terms(work).vocabulary


def test_an_empty_word_is_the_usual_one_again(store: Store) -> None:
    keep(store, counsellor=COACH, mentor=OwnTerm("SLB'er", "SLB'ers"))
    kept = keep(store, counsellor=OwnTerm(" ", "\x00"), mentor=OwnTerm("SLB'er", "SLB'ers"))
    assert dict(kept.own) == {TermKey.MENTOR: OwnTerm("SLB'er", "SLB'ers")}


def test_the_usual_word_itself_is_not_a_word_of_ones_own(store: Store) -> None:
    assert not keep(store, counsellor=OwnTerm("begeleider", "begeleiders")).own


def test_words_are_cleaned(store: Store) -> None:
    kept = keep(store, counsellor=OwnTerm(" SLB\u202e-er\x00 ", "SLB  ers"))
    assert kept.own[TermKey.COUNSELLOR] == OwnTerm("SLB-er", "SLB ers")


def test_of_what_there_is_one_of_no_plural_is_kept(store: Store) -> None:
    kept = keep(store, second_line=OwnTerm("LEC", "LEC's", Article.HET))
    assert kept.own[TermKey.SECOND_LINE] == CARE


@pytest.mark.parametrize(
    "word",
    [
        OwnTerm("coach"),
        OwnTerm("", "coaches"),
        OwnTerm("{name}", "coaches"),
        OwnTerm("R&D", "coaches"),
        OwnTerm("<b>coach</b>", "coaches"),
        OwnTerm("100%", "coaches"),
        OwnTerm("123", "124"),
        OwnTerm("coach", "c" * (TERM_LIMIT + 1)),
    ],
)
def test_what_is_no_word_is_refused(store: Store, word: OwnTerm) -> None:
    with pytest.raises(InputRefused), store.work() as work:
        save_terms(work, SchoolTerms({TermKey.COUNSELLOR: word}), NONE)


def test_letters_of_all_languages_and_the_longest_word_fit(store: Store) -> None:
    word = OwnTerm("ë" * TERM_LIMIT, "Kwaliteitscoördinator’s")
    assert keep(store, counsellor=word).own[TermKey.COUNSELLOR] == word


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_who_changes_settings_changes_words(store: Store, role: Role) -> None:
    keep(store, mentor=COACH)
    person = store.colleague(role)
    with pytest.raises(NotAllowed), store.work(person) as work:
        save_terms(work, NONE, NONE)
    if store.shared:
        with store.work(person) as work:
            changed = work.session.execute(sa.text("UPDATE school_term SET singular = 'van mij'"))
            assert changed.rowcount == 0  # type: ignore[attr-defined]
        with pytest.raises(NotAllowed), store.work(person) as work:
            work.session.execute(
                sa.insert(SchoolTerm).values(
                    id=new_id(),
                    code="klas",
                    singular="x",
                    plural="",
                    article="de",
                    version=1,
                    updated_at=work.clock.now(),
                )
            )


@pytest.mark.parametrize(
    "change",
    ["singular = '{0}'", "plural = 'a&b'", "article = 'den'", "singular = repeat('a', 31)"],
)
def test_the_server_refuses_what_would_break_sentences(store: Store, change: str) -> None:
    if not store.shared:
        pytest.skip("a workbook has one writer")
    keep(store, mentor=COACH)
    with pytest.raises(sa.exc.DBAPIError), store.work() as work:
        work.session.execute(sa.text(f"UPDATE school_term SET {change}"))


def test_what_this_version_cannot_use_is_left_out(store: Store) -> None:
    with store.unguarded() as work:
        for code, singular, article in (
            ("of_a_later_version", "coach", "de"),
            (TermKey.GROUP, "zonder meervoud", "de"),
        ):
            work.session.add(
                SchoolTerm(
                    code=code,
                    singular=singular,
                    plural="",
                    article=article,
                    updated_at=work.clock.now(),
                )
            )
    with store.work() as work:
        assert read_terms(work) == NONE


def test_a_word_that_somebody_else_changed_is_not_overwritten(store: Store) -> None:
    seen = keep(store, mentor=COACH)
    with store.work() as work:
        save_terms(work, SchoolTerms({TermKey.MENTOR: OwnTerm("tutor", "tutoren")}), seen)
    mine = SchoolTerms({TermKey.MENTOR: OwnTerm("slb", "slb's")})
    with pytest.raises(StaleSave), store.work() as work:
        save_terms(work, mine, seen)
    with pytest.raises(StaleSave), store.work() as work:
        save_terms(work, mine, NONE)


def test_another_word_that_somebody_changed_stays(store: Store) -> None:
    seen = keep(store, mentor=COACH)
    keep(store, mentor=OwnTerm("tutor", "tutoren"))
    with store.work() as work:
        words = {**seen.own, TermKey.GROUP: OwnTerm("stamgroep", "stamgroepen")}
        save_terms(work, SchoolTerms(words), seen)
    with store.work() as work:
        assert read_terms(work).own[TermKey.MENTOR].singular == "tutor"
        assert read_terms(work).own[TermKey.GROUP].singular == "stamgroep"


def test_writing_what_stands_there_already_is_no_conflict(store: Store) -> None:
    keep(store, mentor=COACH)
    with store.work() as work:
        assert save_terms(work, SchoolTerms({TermKey.MENTOR: COACH}), NONE).touches("school_term")


def test_every_word_can_be_changed_and_comes_back_in_order(store: Store) -> None:
    words = {
        key.value: OwnTerm(f"woord {key.value[:4]}", "meer" if TERMS[key].plural else "")
        for key in reversed(TermKey)
    }
    assert list(keep(store, **words).own) == list(TermKey)

"""Words of our school: tried in a sentence, kept together, and never over somebody else's."""

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from lob_workbench.app.session import Session
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target, Tone
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.terms import Article, OwnTerm, TermKey
from lob_workbench.features.settings import page_terms
from lob_workbench.features.settings.page import SettingsPage
from lob_workbench.people.terms import SchoolTerms, read_terms, save_terms
from tests.features.settings.test_page import (  # noqa: F401
    CLOCK,
    PASSPHRASE,
    context,
    made_workbook,
    page,
    said,
    session,
    stored,
)
from tests.helpers.settled import settle


def choose(section, key):
    section.word.set_value(key)
    section.word.combo.activated.emit(section.word.combo.currentIndex())


def write(field, text):
    field.edit.setText(text)
    field.edit.textEdited.emit(text)


def kept(session):  # noqa: F811
    return dict(stored(session, read_terms).own)


def test_a_word_is_tried_in_a_sentence_and_kept(page, session, said):  # noqa: F811
    applied = QSignalSpy(page._context.navigator.settings_changed)
    terms = page.terms
    assert terms.preview.words.text().endswith("Een student gaat naar een andere begeleider.")
    assert not terms.save_button.isEnabled()
    assert terms.article.isHidden()
    write(terms.singular, "coach")
    assert terms.preview.words.text().endswith("Een student gaat naar een andere coach.")
    write(terms.plural, "coaches")
    choose(terms, TermKey.SECOND_LINE)
    assert terms.plural.isHidden()
    write(terms.singular, "LEC")
    terms.article._radios[1].click()
    assert terms.preview.words.text().endswith("Deze collega hoort bij het LEC.")
    assert "begeleider → coach · tweede lijn → LEC" in terms._all.text()
    terms.save_button.click()
    settle(page._context.jobs)
    assert kept(session) == {
        TermKey.COUNSELLOR: OwnTerm("coach", "coaches"),
        TermKey.SECOND_LINE: OwnTerm("LEC", "", Article.HET),
    }
    assert applied.count() == 1
    assert said[-1].text == "Bewaard. Dit geldt vanaf nu."
    assert not terms.edited
    choose(terms, TermKey.COUNSELLOR)
    assert terms.singular.value() == "coach"


def test_words_are_there_after_opening_again(page, session):  # noqa: F811
    write(page.terms.singular, "coach")
    write(page.terms.plural, "coaches")
    page.terms.save()
    settle(page._context.jobs)
    folder = session.folder
    session.close(backup=False)
    again = Session.open(folder, passphrase=PASSPHRASE, clock=CLOCK)
    assert dict(again.terms.own) == {TermKey.COUNSELLOR: OwnTerm("coach", "coaches")}
    again.close(backup=False)


def test_words_are_kept_by_who_leaves_the_page(page, session):  # noqa: F811
    write(page.terms.singular, "coach")
    assert page.leave()
    settle(page._context.jobs)
    assert kept(session) == {}, "half of a word cannot be kept"
    write(page.terms.plural, "coaches")
    assert page.leave()
    settle(page._context.jobs)
    assert kept(session) == {TermKey.COUNSELLOR: OwnTerm("coach", "coaches")}


def test_the_usual_word_comes_back(page, session):  # noqa: F811
    terms = page.terms
    write(terms.singular, "coach")
    write(terms.plural, "coaches")
    terms.save()
    settle(page._context.jobs)
    terms.usual_button.click()
    assert terms.singular.is_empty()
    terms.save()
    settle(page._context.jobs)
    assert kept(session) == {}
    write(terms.singular, "x")
    write(terms.singular, "")
    assert not terms.edited


@pytest.mark.parametrize(
    ("one", "more", "wrong"),
    [("coach", "", "plural"), ("", "coaches", "singular"), ("R&D", "coaches", "singular")],
)
def test_what_cannot_be_kept_is_pointed_at(page, session, one, more, wrong):  # noqa: F811
    terms = page.terms
    write(terms.singular, one)
    write(terms.plural, more)
    choose(terms, TermKey.GROUP)
    terms.save()
    settle(page._context.jobs)
    assert terms.word.value() is TermKey.COUNSELLOR
    field = getattr(terms, wrong)
    assert field.error
    assert QApplication.focusWidget() is field.edit
    assert kept(session) == {}
    if one == "R&D":
        # A word that cannot be kept is not tried in a sentence either.
        assert terms.preview.words.text().endswith("andere begeleider.")


def test_somebody_elses_word_is_not_overwritten_unseen(page, session, said):  # noqa: F811
    theirs = SchoolTerms({TermKey.COUNSELLOR: OwnTerm("tutor", "tutoren")})
    write(page.terms.singular, "coach")
    write(page.terms.plural, "coaches")
    with session.work() as work:
        save_terms(work, theirs, SchoolTerms())
    page.refresh(Changes.of("school_term"))
    settle(page._context.jobs)
    page.terms.save()
    settle(page._context.jobs)
    assert said[-1].tone is Tone.ATTENTION
    assert kept(session) == dict(theirs.own)
    assert page.terms.singular.value() == "coach"
    page.terms.save()
    settle(page._context.jobs)
    assert kept(session)[TermKey.COUNSELLOR].singular == "coach"


def test_a_refusal_is_told_and_can_be_tried_again(page, said, monkeypatch):  # noqa: F811
    def refuse(work, wanted, before):
        raise InputRefused

    monkeypatch.setattr(page_terms, "save_terms", refuse)
    write(page.terms.singular, "coach")
    write(page.terms.plural, "coaches")
    page.terms.save()
    settle(page._context.jobs)
    assert said[-1].tone is Tone.DANGER
    assert page.terms.save_button.isEnabled()


def test_a_lock_leaves_no_words(page):  # noqa: F811
    write(page.terms.singular, "coach")
    page.clear()
    assert page.terms.singular.is_empty()
    page.terms.save()
    page.terms._take_other(SchoolTerms())
    page.terms._take_saved(None)
    assert not page.terms.edited


def test_only_who_may_change_the_school_has_the_card(qtbot, context, monkeypatch):  # noqa: F811
    monkeypatch.setattr(type(context.actor), "may", lambda self, right: False)
    mine = SettingsPage(context)
    qtbot.addWidget(mine)
    assert mine.terms is None
    mine._load_terms()
    mine._show_terms(SchoolTerms())
    mine.clear()
    settle(mine._context.jobs)


def test_the_choice_that_has_the_keyboard_keeps_it(page, qtbot):  # noqa: F811
    page.behaviour.letters.combo.setFocus()
    target = page.target
    assert target == Target("settings", None, "behaviour.text_size")
    page.workbook.school.setFocus()
    assert page.target is None
    page.open(target)
    settle(page._context.jobs)
    assert QApplication.focusWidget() is page.behaviour.letters.combo
    page.open(Target("settings", None, "behaviour.gone"))
    settle(page._context.jobs)

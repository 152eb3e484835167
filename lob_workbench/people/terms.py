"""The school's own words: reading and changing what ``domain/terms`` lets a school rename."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import sqlalchemy as sa

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, StaleSave
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.terms import TERMS, Article, OwnTerm, TermKey, Vocabulary, is_word
from lob_workbench.domain.text import clean_line
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.people.records import SchoolTerm
from lob_workbench.storage.unit_of_work import UnitOfWork

TERM_LIMIT = 30

NO_PLURAL = QT_TRANSLATE_NOOP(
    "errors", "Vul bij ‘{word}’ allebei in: hoe je over één spreekt en hoe over meer."
)
NO_WORD = QT_TRANSLATE_NOOP(
    "errors", "‘{word}’ kan niet: gebruik letters, cijfers, spaties, streepjes en apostrofs."
)


@dataclass(frozen=True, slots=True)
class SchoolTerms:
    """What a school calls differently; the rest is called as the product calls it."""

    own: Mapping[TermKey, OwnTerm] = field(default_factory=dict)

    @property
    def vocabulary(self) -> Vocabulary:
        """To write with."""
        return Vocabulary(self.own)


@operation(Right.OPEN_WORKBENCH)
def read_terms(work: UnitOfWork) -> SchoolTerms:
    """The school's own words. What this version does not know, or cannot use, is left out."""
    found: dict[TermKey, OwnTerm] = {}
    for row in work.session.scalars(sa.select(SchoolTerm)):
        word = _readable(row)
        if word is not None:
            found[TermKey(row.code)] = word
    # In the order of the list, whatever the order in which they were written.
    return SchoolTerms({key: found[key] for key in TermKey if key in found})


@operation(Right.CHANGE_SETTINGS)
def save_terms(work: UnitOfWork, wanted: SchoolTerms, before: SchoolTerms) -> Changes:
    """Change the words that differ from ``before``, which is what was seen.

    An empty word is the usual one again. Raises ``InputRefused`` for what is no word, over 30
    characters, or lacks its plural, and ``StaleSave`` when somebody changed the same word.
    """
    query = sa.select(SchoolTerm).with_for_update().execution_options(populate_existing=True)
    rows = {row.code: row for row in work.session.scalars(query)}
    touched = []
    for key in TermKey:
        word, seen = _cleaned(key, wanted.own.get(key)), before.own.get(key)
        if word == seen:
            continue
        row = rows.get(key)
        if (None if row is None else _readable(row)) not in (seen, word):
            raise StaleSave
        if row is None:
            row = SchoolTerm(code=key)
            work.session.add(row)
        written = word or OwnTerm("", "", TERMS[key].article)
        row.singular, row.plural, row.article = written.singular, written.plural, written.article
        row.updated_at = work.clock.now()
        touched.append(row)
    work.flush_first(SchoolTerm)
    return Changes.of("school_term", *(row.id for row in touched))


def _cleaned(key: TermKey, word: OwnTerm | None) -> OwnTerm | None:
    """A word as it may be kept; ``None`` for the usual one."""
    term = TERMS[key]
    if word is None:
        return None
    singular = clean_line(word.singular, limit=TERM_LIMIT)
    plural = clean_line(word.plural, limit=TERM_LIMIT) if term.plural else ""
    for text in filter(None, (singular, plural)):
        if not is_word(text):
            raise InputRefused(NO_WORD, word=text)
    if not singular and not plural:
        return None
    if not singular or (term.plural and not plural):
        raise InputRefused(NO_PLURAL, word=term.singular)
    cleaned = OwnTerm(singular, plural, word.article)
    return None if cleaned == OwnTerm(term.singular, term.plural, term.article) else cleaned


def _readable(row: SchoolTerm) -> OwnTerm | None:
    """What a row says, if it is something to put into sentences."""
    try:
        word = OwnTerm(row.singular, row.plural, Article(row.article))
        return _cleaned(TermKey(row.code), word)
    except (ValueError, InputRefused):
        return None

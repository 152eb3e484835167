"""Words of our school: what this school calls differently, tried in a sentence while one types."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.errors import StaleSave
from lob_workbench.domain.terms import TERMS, Article, OwnTerm, TermKey, Vocabulary, is_word
from lob_workbench.people.terms import TERM_LIMIT, SchoolTerms, read_terms, save_terms
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.forms import ChoiceField, LineField
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.theme import TextSize, space


class TermsSection(QWidget):
    """One word at a time, out of a fixed list; nothing counts before it is kept."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stored: SchoolTerms | None = None
        self._wanted: dict[TermKey, OwnTerm] = {}
        self._sent: SchoolTerms | None = None
        self.word: ChoiceField[TermKey] = ChoiceField(
            self.tr("Wat heet bij jullie anders?"), [], self, radio_up_to=-1
        )
        self.singular = LineField(self.tr("Als het er één is"), self, limit=TERM_LIMIT)
        self.plural = LineField(self.tr("Als het er meer zijn"), self, limit=TERM_LIMIT)
        self.article: ChoiceField[Article] = ChoiceField(
            self.tr("Ervoor staat"),
            [(article, article.value) for article in Article],
            self,
        )
        self.preview = Panel("", self, tint="calm", icon="ph.eye")
        self._all = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        self.save_button = Button(self.tr("Woorden bewaren"), self)
        self.usual_button = Button(self.tr("Toch het gewone woord"), self, kind=ButtonKind.QUIET)
        self.save_button.clicked.connect(self.save)
        self.usual_button.clicked.connect(self.take_usual)
        self.word.changed.connect(self._show_word)
        for field in (self.singular, self.plural, self.article):
            field.changed.connect(self._take_typed)
        self._lay_out()
        self.word.set_choices([(key, TERMS[key].singular) for key in TermKey])
        self.word.set_value(TermKey.COUNSELLOR)
        self._show_word()

    def _lay_out(self) -> None:
        words = QHBoxLayout()
        words.setSpacing(space(4))
        words.addWidget(self.singular, 1)
        words.addWidget(self.plural, 1)
        last = QHBoxLayout()
        last.addWidget(self.save_button)
        last.addWidget(self.usual_button)
        last.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addWidget(self.word)
        column.addLayout(words)
        for widget in (self.article, self.preview, self._all):
            column.addWidget(widget)
        column.addLayout(last)

    @property
    def edited(self) -> bool:
        """Whether something differs from what is kept."""
        return self._stored is not None and self._wanted != dict(self._stored.own)

    def show_terms(self, terms: SchoolTerms) -> None:
        """Show what is kept, unless somebody is changing it here."""
        if self.edited:
            return
        self._stored = terms
        self._wanted = dict(terms.own)
        self._show_word()

    def clear(self) -> None:
        """Forget what was typed."""
        self._stored = self._sent = None
        self._wanted = {}
        self._show_word()

    def take_usual(self) -> None:
        """Call the chosen thing as the product does."""
        self._wanted.pop(self._key, None)
        self._show_word()
        self.singular.setFocus()

    def leave(self) -> None:
        """Keep what was typed, if it can be kept: the page may be made anew, or be locked."""
        if not any(self._problem(text) for key in self._wanted for _, text in self._typed(key)):
            self.save()

    def save(self) -> None:
        """Keep all words that were changed."""
        if self._stored is None or not self.edited or self._sent is not None or not self._check():
            return
        self._sent = SchoolTerms(dict(self._wanted))
        self._show_state()
        self._context.jobs.run(
            save_terms,
            self._sent,
            self._stored,
            receiver=self,
            done="_take_saved",
            failed="_refuse",
        )

    @property
    def _key(self) -> TermKey:
        return self.word.value() or TermKey.COUNSELLOR

    def _check(self) -> bool:
        """Point at the first word that cannot be kept."""
        for key in self._wanted:
            for field, text in self._typed(key):
                problem = self._problem(text)
                if problem:
                    self.word.set_value(key)
                    self._show_word()
                    field.set_error(problem)
                    field.setFocus()
                    return False
        return True

    def _typed(self, key: TermKey) -> list[tuple[LineField, str]]:
        """The fields of a word, and what they hold when it is chosen."""
        word = self._wanted[key]
        fields = [(self.singular, word.singular)]
        if TERMS[key].plural:
            fields.append((self.plural, word.plural))
        return fields

    def _problem(self, text: str) -> str:
        if not text:
            return self.tr("Vul allebei de woorden in.")
        if not is_word(text):
            return self.tr("Alleen letters, cijfers, spaties, streepjes en apostrofs.")
        return ""

    def _show_word(self) -> None:
        term = TERMS[self._key]
        own = self._wanted.get(self._key, OwnTerm("", "", term.article))
        self.singular.set_value(own.singular)
        self.singular.edit.setPlaceholderText(term.singular)
        self.plural.set_value(own.plural)
        self.plural.edit.setPlaceholderText(term.plural)
        self.plural.setVisible(bool(term.plural))
        self.article.set_value(own.article)
        self._show_state()

    def _take_typed(self) -> None:
        key = self._key
        plural = self.plural.value() if TERMS[key].plural else ""
        article = self.article.value() or TERMS[key].article
        word = OwnTerm(self.singular.value(), plural, article)
        if word.singular or word.plural:
            self._wanted[key] = word
        else:
            self._wanted.pop(key, None)
        self._show_state()

    def _show_state(self) -> None:
        key = self._key
        own = self._wanted.get(key)
        good = own is not None and is_word(own.singular)
        words = Vocabulary({key: own} if own is not None and good else {})
        sentence = words.in_own_words(TERMS[key].example)
        self.preview.set_text(self.tr("Zo lees je het: {sentence}").format(sentence=sentence))
        self.article.setVisible(own is not None)
        self.usual_button.setVisible(own is not None)
        self.save_button.setEnabled(self.edited and self._sent is None)
        others = [
            f"{TERMS[one].singular} → {self._wanted[one].singular}"
            for one in TermKey
            if one in self._wanted and self._wanted[one].singular
        ]
        self._all.setText(self.tr("Bij jullie anders: {words}").format(words=" · ".join(others)))
        self._all.setVisible(bool(others))

    def _take_saved(self, _changes: object) -> None:
        if self._stored is None or self._sent is None:
            return  # Cleared meanwhile: the window is locked or made anew.
        self._stored, self._sent = self._sent, None
        self._show_state()
        self._context.navigator.say(self.tr("Bewaard. Dit geldt vanaf nu."), Tone.GOOD)
        self._context.navigator.apply_settings()

    def _refuse(self, error: Exception) -> None:
        if self._stored is None:
            return
        self._sent = None
        self._show_state()
        if isinstance(error, StaleSave):
            self._context.jobs.run(read_terms, receiver=self, done="_take_other")
            return
        self._context.navigator.complain(error)

    def _take_other(self, terms: SchoolTerms) -> None:
        """Somebody else changed words first: what is typed here stays, to be kept or not."""
        if self._stored is None:
            return
        self._stored = terms
        self._show_state()
        self._context.navigator.say(
            self.tr(
                "Iemand anders heeft deze woorden net veranderd. Wat jij invulde, staat er nog. "
                "Bewaar nog een keer om dat toch te nemen."
            ),
            Tone.ATTENTION,
        )

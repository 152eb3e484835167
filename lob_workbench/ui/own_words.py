"""The school's own words in every sentence of the interface."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QTranslator

from lob_workbench.domain.terms import Vocabulary, speak, spoken
from lob_workbench.ui.language import LANGUAGES, language

_NAME: Final = "own-words"


class OwnWords(QTranslator):
    """Answers for sentences that hold a word of which the school has its own.

    Stays installed, and asks each time: taking a translator out while another thread reads with it
    would have both wait for ever.
    """

    def translate(
        self,
        context: bytes | str,
        sourceText: bytes | str,  # noqa: N803
        disambiguation: bytes | str | None = None,
        n: int = -1,
    ) -> str | None:
        """The sentence in the school's words; ``None`` leaves it to the next translator."""
        vocabulary = spoken()
        if not vocabulary or language() != LANGUAGES[0]:
            return None
        text = sourceText if isinstance(sourceText, str) else sourceText.decode()
        changed = vocabulary.in_own_words(text)
        return None if changed == text else changed

    def isEmpty(self) -> bool:
        """It always has something to say."""
        return False


def use_words(app: QCoreApplication, vocabulary: Vocabulary) -> bool:
    """Write in the words of a school from now on; tells whether they are other ones.

    Widgets keep the words that they were made with.
    """
    if vocabulary == spoken():
        return False
    speak(vocabulary)
    if app.findChild(QTranslator, _NAME) is None:
        words = OwnWords(app)
        words.setObjectName(_NAME)
        app.installTranslator(words)
    return True

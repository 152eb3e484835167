"""The language of the interface: Dutch as written in the code, or its English translation."""

import logging
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from lob_workbench.paths import resources

LANGUAGES: Final = ("nl", "en")
"""What ``install_language`` takes; the first is the language of the code."""

_NAME: Final = "interface-language"
_QTS_NAME: Final = "language-of-qt"

_log = logging.getLogger(__name__)
_spoken = LANGUAGES[0]


def language() -> str:
    """The language of the interface now, one of ``LANGUAGES``."""
    return _spoken


def install_language(app: QCoreApplication, language: str) -> None:
    """Let ``app`` speak ``language``, one of ``LANGUAGES``, from now on.

    Widgets keep the words that they were made with, so make anew what is in the window. What
    people wrote, the content in TOML and everything on paper stay as they are. Raises
    ``ValueError`` for another language; where the translation cannot be read, the interface stays
    Dutch.
    """
    global _spoken
    if language not in LANGUAGES:
        raise ValueError(f"no translation into {language!r}")
    _spoken = language
    for earlier in app.findChildren(QTranslator):
        if earlier.objectName() in (_NAME, _QTS_NAME):
            app.removeTranslator(earlier)
            earlier.deleteLater()
    if language == LANGUAGES[0]:
        _install_words_of_qt(app)
        return
    words = QTranslator(app)
    words.setObjectName(_NAME)
    path = resources() / "i18n" / f"lob_{language}.qm"
    if words.load(str(path)):
        app.installTranslator(words)
    else:
        words.deleteLater()
        _log.warning("the translation %s cannot be read", path.name)


def _install_words_of_qt(app: QCoreApplication) -> None:
    """Qt's own words, in the dialogs of files and printers; English is their own language."""
    words = QTranslator(app)
    words.setObjectName(_QTS_NAME)
    dutch = QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(dutch, "qtbase", "_", folder):
        app.installTranslator(words)
    else:
        words.deleteLater()

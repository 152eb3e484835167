"""The language of the interface: Dutch as written in the code, or its English translation."""

import logging
from typing import Final

from PySide6.QtCore import QCoreApplication, QTranslator

from lob_workbench.paths import resources

LANGUAGES: Final = ("nl", "en")
"""What ``install_language`` takes; the first is the language of the code."""

_NAME = "interface-language"

_log = logging.getLogger(__name__)


def install_language(app: QCoreApplication, language: str) -> None:
    """Let ``app`` speak ``language``, one of ``LANGUAGES``, from now on.

    Widgets keep the words that they were made with, so call it before the first one. What people
    wrote, the content in TOML and everything on paper stay as they are. Raises ``ValueError`` for
    another language; where the translation cannot be read, the interface stays Dutch.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no translation into {language!r}")
    for earlier in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(earlier)
        earlier.deleteLater()
    if language == LANGUAGES[0]:
        return
    words = QTranslator(app)
    words.setObjectName(_NAME)
    path = resources() / "i18n" / f"lob_{language}.qm"
    if words.load(str(path)):
        app.installTranslator(words)
    else:
        words.deleteLater()
        _log.warning("the translation %s cannot be read", path.name)

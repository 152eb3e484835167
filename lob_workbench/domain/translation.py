"""Marks interface text for translation in modules that may not import Qt."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Return ``text`` unchanged; ``lupdate`` finds it by the name of this function.

    Whoever shows the text translates it with ``QCoreApplication.translate(context, text)``.
    """
    return text

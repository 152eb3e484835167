"""Where a student goes who leaves, in words: the same on every page that asks or tells it."""

from PySide6.QtCore import QCoreApplication

from lob_workbench.people.rules_enrolment import DESTINATION_LABELS, Destination


def destination_words(destination: Destination) -> str:
    """The words of one."""
    return QCoreApplication.translate("career", DESTINATION_LABELS[destination])


def destination_choices() -> list[tuple[Destination, str]]:
    """All of them, to choose from."""
    return [(one, destination_words(one)) for one in Destination]

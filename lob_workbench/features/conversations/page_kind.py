"""What a talk is for, to choose."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from lob_workbench.domain.career import ConversationKind
from lob_workbench.features.conversations.tables import kind_label
from lob_workbench.ui.forms import ChoiceField

# Staff's own plans and the second line have talks of their own.
_NOT_HERE = frozenset({ConversationKind.PERSONAL_DEVELOPMENT, ConversationKind.SECOND_LINE})


class KindField(ChoiceField[ConversationKind]):
    """The kinds of talk that a counsellor holds; another one only where it is set already."""

    def __init__(self, parent: QWidget | None = None) -> None:
        label = QCoreApplication.translate("conversations", "Soort gesprek")
        super().__init__(label, self._choices(None), parent)

    def set_kind(self, kind: ConversationKind) -> None:
        """Show this kind; ``changed`` is not emitted."""
        if kind in _NOT_HERE:
            self.set_choices(self._choices(kind))
        self.set_value(kind)

    @staticmethod
    def _choices(present: ConversationKind | None) -> list[tuple[ConversationKind, str]]:
        return [
            (kind, kind_label(kind))
            for kind in ConversationKind
            if kind not in _NOT_HERE or kind is present
        ]

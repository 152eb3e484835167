"""How the window looks and behaves: letters, language, when it locks, who was not spoken to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.people.preferences import (
    LanguageChoice,
    Preferences,
    TextChoice,
    ThemeChoice,
    change_preferences,
)
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.forms import ChoiceField, Field
from lob_workbench.ui.theme import space

_MINUTES = (2, 5, 10, 15, 30, 60)
_WEEKS = (4, 6, 8, 10, 12, 15, 20)


class BehaviourSection(QWidget):
    """Choices that count as soon as they are made."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._saving = 0
        self.theme: ChoiceField[ThemeChoice] = ChoiceField(
            self.tr("Licht of donker"),
            [
                (ThemeChoice.SYSTEM, self.tr("zoals je laptop")),
                (ThemeChoice.LIGHT, self.tr("licht")),
                (ThemeChoice.DARK, self.tr("donker")),
            ],
            self,
        )
        self.letters: ChoiceField[TextChoice] = ChoiceField(
            self.tr("Grootte van de letters"),
            [
                (TextChoice.NORMAL, self.tr("normaal")),
                (TextChoice.LARGER, self.tr("groter")),
                (TextChoice.LARGEST, self.tr("grootst")),
            ],
            self,
            radio_up_to=-1,
        )
        self.language: ChoiceField[LanguageChoice] = ChoiceField(
            self.tr("Taal van de knoppen"),
            [(LanguageChoice.DUTCH, "Nederlands"), (LanguageChoice.ENGLISH, "English")],
            self,
            radio_up_to=-1,
            hint=self.tr("Vragen, life skills en papier blijven Nederlands."),
        )
        self.minutes: ChoiceField[int] = ChoiceField(
            self.tr("&Op slot als je niets doet"),
            [],
            self,
            radio_up_to=-1,
            hint=self.tr("Wat je aan het typen was, blijft bewaard."),
        )
        self.weeks: ChoiceField[int] = ChoiceField(
            self.tr("&Te lang niet gesproken"),
            [],
            self,
            radio_up_to=-1,
            hint=self.tr("Daarna staat de student in Vandaag bij ‘Dit vraagt aandacht’."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(4))
        reading = QHBoxLayout()
        reading.setSpacing(space(4))
        reading.addWidget(self.letters, 1, Qt.AlignmentFlag.AlignTop)
        reading.addWidget(self.language, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.theme)
        column.addLayout(reading)
        column.addWidget(self.minutes)
        column.addWidget(self.weeks)
        for field in self._fields().values():
            field.changed.connect(self.save)
        self.show_preferences(Preferences())

    def _fields(self) -> dict[str, Field]:
        return {
            "theme": self.theme,
            "text_size": self.letters,
            "language": self.language,
            "idle_minutes": self.minutes,
            "not_spoken_weeks": self.weeks,
        }

    @property
    def focused(self) -> str:
        """The choice that has the keyboard, or ""."""
        here = QApplication.focusWidget()
        for name, field in self._fields().items():
            if here is not None and (field is here or field.isAncestorOf(here)):
                return name
        return ""

    def focus(self, name: str) -> None:
        """Give the keyboard to a choice."""
        field = self._fields().get(name)
        if field is not None:
            field.setFocus()

    def show_preferences(self, chosen: Preferences) -> None:
        """Show what is stored; not while newer choices are on their way."""
        if self._saving:
            return
        self.theme.set_value(chosen.theme)
        self.letters.set_value(chosen.text_size)
        self.language.set_value(chosen.language)
        minutes = sorted({*_MINUTES, chosen.idle_minutes} - {0})
        self.minutes.set_choices(
            [
                *((count, self._after_minutes(count)) for count in minutes),
                (0, self.tr("nooit vanzelf")),
            ]
        )
        self.minutes.set_value(chosen.idle_minutes)
        weeks = sorted({*_WEEKS, chosen.not_spoken_weeks})
        self.weeks.set_choices([(count, self._after_weeks(count)) for count in weeks])
        self.weeks.set_value(chosen.not_spoken_weeks)

    def save(self) -> None:
        """Keep the choices as they stand."""
        chosen = {
            "theme": self.theme.value(),
            "text_size": self.letters.value(),
            "language": self.language.value(),
            "idle_minutes": self.minutes.value(),
            "not_spoken_weeks": self.weeks.value(),
        }
        if None in chosen.values():
            return
        self._saving += 1
        self._context.jobs.run(
            change_preferences,
            chosen,
            receiver=self,
            done="_take_saved",
            failed="_refuse",
        )

    def _take_saved(self, _changes: object) -> None:
        self._saving -= 1
        if self._saving:
            return
        self._context.navigator.apply_settings()
        self._context.navigator.say(self.tr("Bewaard. Dit geldt vanaf nu."), Tone.GOOD)

    def _refuse(self, error: Exception) -> None:
        self._saving -= 1
        self._context.navigator.complain(error)

    def _after_minutes(self, count: int) -> str:
        if count == 1:
            return self.tr("na 1 minuut")
        if count == 60:
            return self.tr("na een uur")
        return self.tr("na {count} minuten").format(count=count)

    def _after_weeks(self, count: int) -> str:
        if count == 1:
            return self.tr("langer dan 1 week")
        return self.tr("langer dan {count} weken").format(count=count)

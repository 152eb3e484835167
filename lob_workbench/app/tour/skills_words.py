"""What is written in the chapter of life skills: invented, and such as one hears in a corridor."""

from datetime import date
from typing import Final

SKILL: Final = "flexibility"
LEVEL: Final = 1
"""Of this level three behaviours count already; the chapter is about the last two."""

BY_STUDENT: Final = (
    "Op vrijdag was een collega ziek. Mijn begeleider vroeg of ik de bestelling wilde doen. Dat "
    "stond niet op mijn planning. Ik heb mijn eigen taak naar maandag verplaatst."
)
BY_TRAINER: Final = (
    "De groep koos op dinsdag voor een ander plan. {first_name} vond dat eerst jammer, en maakte "
    "daarna de taakverdeling voor het nieuwe plan."
)
TRAINER: Final = "Renée de Wit"
TRAINER_ROLE: Final = "praktijkopleider"

ACTION: Final = (
    "Bij elke verandering van het plan eerst zelf zeggen wat er nu anders moet, en het dan doen. "
    "Na afloop kort opschrijven hoe het ging."
)
HELPER: Final = "Renée, praktijkopleider"
LONGER_UNTIL: Final = date(2026, 12, 18)
"""Until when the company gives the agreement; the werkbank had the end of the period."""

REASON: Final = "De naam op de badge moet anders: op verzoek van de eigenaar."


def about(text: str, first_name: str) -> str:
    """A text with the student's name in it."""
    return text.format(first_name=first_name)

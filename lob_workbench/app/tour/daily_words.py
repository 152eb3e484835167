"""What is typed and who plays in *elke dag*: invented, with names worth typing without accents."""

from datetime import UTC, date, datetime
from typing import Final

from lob_workbench.domain.terms import OwnTerm

JULY: Final = datetime(2026, 7, 6, 7, 30, tzinfo=UTC)
"""A Monday in the last weeks of the year."""
AUGUST: Final = datetime(2026, 8, 31, 6, 45, tzinfo=UTC)
"""The first Monday of the new one."""
NEW_YEAR: Final = date(2026, 8, 1)
YEAR_BEFORE: Final = "2025-2026"
YEAR_AFTER: Final = "2026-2027"

DONE_CLASS: Final = "GP3A"
"""Done in July; all but one go from school."""
DESTINATION: Final = "diploma, aan het werk"
STAYS: Final = "Kacper Żuraw"
STAYS_LISTED: Final = "Żuraw, Kacper"
GRADUATE: Final = "Oğuz Çelik"
GRADUATE_TYPED: Final = "celik"
UP_CLASS: Final = "PW1A"
NEXT_CLASS: Final = "PW2A"
CLIMBER: Final = "Selin Şahin"

TALK_WORD: Final = "bijbaan"
AGREEMENT_WORD: Final = "stagebezoek"
PAGE_TYPED: Final = "instel"
COMMAND_TYPED: Final = "snel not"

TERM: Final = "klas"
OWN_WORD: Final = OwnTerm("stamgroep", "stamgroepen")

MISSING: Final = "Luc van de Wal"
"""Not on the list of September."""
MISSING_TO: Final = "naar een andere school"
NEWCOMER: Final = ("0431900", "Ömer", "", "Aydın", date(2009, 11, 2))
"""Number, first name, infix, last name and birthday of who is new on it."""

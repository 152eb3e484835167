from datetime import date

import pytest

from lob_workbench.features.student_import import cells
from lob_workbench.features.student_import.remarks import RemarkCode
from lob_workbench.people.rules import PersonName


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("14-03-2009", date(2009, 3, 14)),
        ("4-3-2009", date(2009, 3, 4)),
        ("14/03/2009", date(2009, 3, 14)),
        ("14.03.2009", date(2009, 3, 14)),
        ("2009-03-14", date(2009, 3, 14)),
        ("2009-03-14 00:00:00", date(2009, 3, 14)),
        ("2009-03-14T00:00:00.000", date(2009, 3, 14)),
        (" \u200b29-02-2008 ", date(2008, 2, 29)),
        ("-", None),
        ("", None),
        ("29-02-2009", RemarkCode.DATE_MISSING_DAY),
        ("00-00-0000", RemarkCode.DATE_MISSING_DAY),
        ("14-03-09", RemarkCode.DATE_SHORT_YEAR),
        ("14-03/2009", RemarkCode.DATE_UNREADABLE),
        ("39886", RemarkCode.DATE_UNREADABLE),
        ("١٤-٠٣-٢٠٠٩", RemarkCode.DATE_UNREADABLE),
    ],
)
def test_dates(written: str, day: date | RemarkCode | None) -> None:
    found = cells.date_of(written)
    assert (found.code if isinstance(found, cells.BadDate) else found) == day


@pytest.mark.parametrize(
    ("full", "first", "parts"),
    [
        ("Hart, Zoë van 't", "", ("Zoë", "van 't", "Hart")),
        ("van 't Hart, Zoë", "", ("Zoë", "van 't", "Hart")),
        ("Hart, van 't, Zoë", "", ("Zoë", "van 't", "Hart")),
        ("Hart, Zoë, van 't", "", ("Zoë", "van 't", "Hart")),
        ("Zoë van 't Hart", "", ("Zoë", "van 't", "Hart")),
        ("Zoë van ’t Hart", "", ("Zoë", "van ’t", "Hart")),
        ("Anna Maria van der Meer-de Vries", "", ("Anna Maria", "van der", "Meer-de Vries")),
        ("Aïcha El Ouazzani", "", ("Aïcha", "El", "Ouazzani")),
        ("Zoë Hart", "", ("Zoë", "", "Hart")),
        ("Jansen, Ben", "", ("Ben", "", "Jansen")),
        ("Anna Maria Jansen", "Anna Maria", ("Anna Maria", "", "Jansen")),
        ("van Dijk", "Anna", ("Anna", "van", "Dijk")),
        ("Dijk, van", "Anna", ("Anna", "van", "Dijk")),
        ("Dijk, Anna van", "Anna", ("Anna", "van", "Dijk")),
        ("Anna", "Anna", None),
        ("Hart", "", None),
        ("Anna Maria Jansen", "", None),
        ("Jan Ben Vries", "", None),
        ("van Hart, Zoë de", "", None),
        ("a, b, c", "", None),
        ("Hart,", "", None),
    ],
)
def test_a_whole_name_is_split_where_that_is_safe(
    full: str, first: str, parts: tuple[str, str, str] | None
) -> None:
    assert cells.split_name(full, first) == (PersonName(*parts) if parts else None)


@pytest.mark.parametrize(
    ("surname", "parts"),
    [
        ("van 't Hart", ("van 't", "Hart")),
        ("Hart, van 't", ("van 't", "Hart")),
        ("De Smet", ("", "De Smet")),
        ("van De Smet", ("van", "De Smet")),
        ("de", ("", "de")),
        ("Hart, Zoë", ("", "Hart, Zoë")),
    ],
)
def test_a_surname_may_carry_its_infix(surname: str, parts: tuple[str, str]) -> None:
    assert cells.split_surname(surname) == parts


def test_wrong_letters_that_cp1252_does_not_have() -> None:
    assert cells.meant_by("Ã\x81") == "Á"
    assert cells.meant_by("Łukasz") is None

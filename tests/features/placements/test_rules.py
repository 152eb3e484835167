"""What may be said at home by age, and what is refused of a placement."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lob_workbench.domain.errors import InputRefused
from lob_workbench.features.placements.rules import (
    GuardianDraft,
    PlacementDraft,
    at_once_with,
    checked_email,
    checked_guardian,
    checked_phone,
    checked_placement,
    checked_until,
)
from lob_workbench.people.rules import age_on
from lob_workbench.people.rules_placements import (
    CompanyView,
    GuardianView,
    PlacementView,
    Relation,
    Told,
    may_be_told,
)
from lob_workbench.storage.base import new_id

TODAY = date(2026, 11, 23)
LEAP_DAYS = st.sampled_from([date(2004, 2, 29), date(2008, 2, 29), date(2012, 2, 29)])
BIRTHDAYS = st.one_of(st.dates(date(1990, 1, 1), date(2012, 12, 31)), LEAP_DAYS)
DAYS = st.dates(date(2010, 1, 1), date(2035, 12, 31))
MAYBE = st.one_of(st.none(), DAYS)


def somebody(
    relation: Relation = Relation.PARENT,
    consent_on: date | None = None,
    until: date | None = None,
) -> GuardianView:
    """Somebody at home."""
    return GuardianView(new_id(), new_id(), "Anna", relation, "", "", consent_on, until, 1)


def turned(years: int, born: date) -> date:
    """The day on which somebody becomes that old: born on 29 February, elsewhere on 1 March."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def told(born: date, view: GuardianView, day: date) -> Told:
    """What may be said that day."""
    return may_be_told(age_on(born, day), view, day)


@given(BIRTHDAYS)
def test_on_the_sixteenth_and_the_eighteenth_birthday_it_changes_and_not_a_day_before(
    born: date,
) -> None:
    parent, day = somebody(), timedelta(days=1)
    assert told(born, parent, turned(16, born) - day) is Told.ALL
    assert told(born, parent, turned(16, born)) is Told.TOGETHER
    assert told(born, parent, turned(18, born) - day) is Told.TOGETHER
    assert told(born, parent, turned(18, born)) is Told.NOTHING
    agreed = somebody(consent_on=turned(18, born))
    assert told(born, agreed, turned(18, born)) is Told.CONSENT


@given(BIRTHDAYS, DAYS, MAYBE, MAYBE, st.sampled_from(Relation))
def test_a_grown_up_decides_alone(
    born: date, day: date, consent: date | None, until: date | None, relation: Relation
) -> None:
    assume(day >= turned(18, born))
    answer = told(born, somebody(relation, consent, until), day)
    agreed = consent is not None and consent <= day and (until is None or day <= until)
    assert answer is (Told.CONSENT if agreed else Told.NOTHING)


@given(DAYS, DAYS, st.sampled_from(Relation), st.one_of(st.none(), st.integers(0, 60)))
def test_who_is_no_longer_at_home_is_told_nothing(
    day: date, until: date, relation: Relation, age: int | None
) -> None:
    assume(day > until)
    gone = somebody(relation, consent_on=date(2010, 1, 1), until=until)
    assert may_be_told(age, gone, day) is Told.NOTHING


@given(BIRTHDAYS, DAYS, MAYBE)
def test_who_is_not_a_parent_needs_consent_at_any_age(
    born: date, day: date, consent: date | None
) -> None:
    answer = told(born, somebody(Relation.OTHER, consent), day)
    assert answer in {Told.CONSENT, Told.NOTHING}
    assert (answer is Told.CONSENT) == (consent is not None and consent <= day)


def test_an_age_that_nobody_knows_counts_as_grown_up() -> None:
    assert may_be_told(None, somebody(), TODAY) is Told.NOTHING
    assert may_be_told(None, somebody(consent_on=TODAY), TODAY) is Told.CONSENT


def a_draft(**fields: object) -> PlacementDraft:
    """A placement that is good."""
    values: dict[str, object] = {"company": "De Korst", "starts_on": TODAY} | fields
    return PlacementDraft(new_id(), new_id(), **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "fields",
    [
        {"company": " \x00 "},
        {"starts_on": None},
        {"ends_on": TODAY - timedelta(days=1)},
        {"starts_on": date(206, 1, 1)},
        {"starts_on": date(1999, 12, 31)},
        {"ends_on": date(2062, 1, 1)},
        {"trainer_email": "geen adres"},
        {"trainer_email": "a@b"},
        {"trainer_phone": "12-34"},
        {"trainer": "x" * 201},
    ],
)
def test_a_placement_that_cannot_be_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(InputRefused):
        checked_placement(a_draft(**fields), TODAY)


def test_a_placement_is_cleaned_and_kept_as_written() -> None:
    ready, starts = checked_placement(
        a_draft(company="  De \t Korst ", trainer="<b>R&D</b>", ends_on=TODAY), TODAY
    )
    assert (ready.company, ready.trainer, starts) == ("De Korst", "<b>R&D</b>", TODAY)


@pytest.mark.parametrize(
    "number", ["", "06 - 12345678", "+32 470 12 34 56", "0043 1 234567", "036-5551234 (werk)"]
)
def test_foreign_numbers_are_numbers(number: str) -> None:
    assert checked_phone(number) == number


@pytest.mark.parametrize("address", ["", "a@b.nl", "zoë@voorbeeld.example", "x+y@sub.domein.be"])
def test_addresses_are_looked_at_lightly(address: str) -> None:
    assert checked_email(address) == address


def at(company: CompanyView, starts: date, ends: date | None) -> PlacementView:
    """A placement that stands there."""
    return PlacementView(new_id(), new_id(), company, "", "", "", starts, ends, 1)


@given(DAYS, MAYBE, DAYS, MAYBE, st.booleans())
def test_two_at_one_company_are_at_once_when_they_share_a_day(
    first: date, last: date | None, start: date, end: date | None, same: bool
) -> None:
    assume((last is None or last >= first) and (end is None or end >= start))
    known = at(CompanyView(UUID(int=1), "De Korst", "Almere", 1), first, last)
    draft = a_draft(company="de korst" if same else "Elders", place="ALMERE", starts_on=start)
    draft = PlacementDraft(
        draft.id, draft.student_id, draft.company, draft.place, starts_on=start, ends_on=end
    )
    share = max(first, start) <= min(last or date.max, end or date.max)
    assert (at_once_with(draft, [known]) is known) == (share and same)


def test_a_placement_is_not_at_once_with_itself() -> None:
    known = at(CompanyView(UUID(int=1), "De Korst", "", 1), TODAY, None)
    draft = PlacementDraft(known.id, known.student_id, "De Korst", starts_on=TODAY)
    assert at_once_with(draft, [known]) is None


def a_person(**fields: object) -> GuardianDraft:
    """Somebody that is good."""
    values: dict[str, object] = {"name": "Anna", "relation": Relation.PARENT} | fields
    return GuardianDraft(new_id(), new_id(), **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "fields",
    [
        {"name": "  "},
        {"relation": None},
        {"email": "x"},
        {"phone": "1"},
        {"consent_on": TODAY + timedelta(days=1)},
        {"consent_on": date(2024, 2, 28)},
    ],
)
def test_somebody_who_cannot_be_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(InputRefused):
        checked_guardian(a_person(**fields), date(2008, 2, 29), TODAY)


def test_consent_counts_from_sixteen_and_without_a_birthday_from_any_day() -> None:
    from_sixteen = a_person(consent_on=date(2024, 2, 29))
    assert checked_guardian(from_sixteen, date(2008, 2, 29), TODAY) == from_sixteen
    long_ago = a_person(consent_on=date(2001, 1, 1))
    assert checked_guardian(long_ago, None, TODAY) == long_ago


def test_a_record_of_home_does_not_end_in_the_future() -> None:
    assert checked_until(TODAY, TODAY) == TODAY
    with pytest.raises(InputRefused):
        checked_until(TODAY + timedelta(days=1), TODAY)

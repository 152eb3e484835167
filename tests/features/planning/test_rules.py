"""What is due and overdue: the year, the norms, and a status that only knows the past."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.career import ConversationKind
from lob_workbench.domain.errors import InputRefused
from lob_workbench.features.planning.rules import (
    Duty,
    HeldTalk,
    Person,
    PlannedTalk,
    Standings,
    StudentStanding,
    duties,
    end_of,
    fits,
    most_overdue,
    standing,
    study_year_on,
    totals,
)
from lob_workbench.features.planning.rules_norms import (
    DEFAULT_NORMS,
    Budget,
    Norm,
    NormBook,
    Per,
    book_of,
    check_budget,
    check_day,
    check_norm,
)
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules_appointments import AppointmentStatus, Holiday
from lob_workbench.talks.schoolyear import school_year
from tests.helpers.stores import MONDAY
from tests.talks.test_schoolyear import HOLIDAYS, holidays

REFLECTION, PROGRESS, VISIT = (
    ConversationKind.CAREER_REFLECTION,
    ConversationKind.PROGRESS,
    ConversationKind.PLACEMENT_VISIT,
)
TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
CARE = UUID(int=1)
days = st.dates(date(2026, 8, 1), date(2027, 7, 31))


def somebody(**fields: object) -> Person:
    """A first-year."""
    values: dict[str, object] = {
        "id": new_id(), "name": PersonName("Zoë", "van 't", "Hart"), "group": "PW1A",
        "programme_id": None, "programme": "", "study_year": 1, "start_date": None,
    }  # fmt: skip
    return Person(**(values | fields))  # type: ignore[arg-type]


def stands(
    day: date = TODAY,
    *,
    talks: tuple[HeldTalk, ...] = (),
    planned: tuple[PlannedTalk, ...] = (),
    person: Person | None = None,
    book: NormBook | None = None,
) -> StudentStanding:
    """How a student stands on a day."""
    found = Standings(book or NormBook(), HOLIDAYS, day, TODAY)
    return found.of(person or somebody(), talks, planned)


def ahead(on: date, **fields: object) -> PlannedTalk:
    """An appointment for a progress talk, made two weeks ago at nine in the morning."""
    values: dict[str, object] = {
        "kind": PROGRESS, "on": on, "status": AppointmentStatus.PLANNED,
        "made_at": MONDAY - 14 * DAY, "changed_at": MONDAY - 14 * DAY,
    }  # fmt: skip
    return PlannedTalk(**(values | fields))  # type: ignore[arg-type]


def test_a_year_that_is_all_holidays_asks_nothing() -> None:
    year = school_year(TODAY, (Holiday(new_id(), "dicht", date(2026, 1, 1), date(2027, 12, 31)),))
    assert year.blocks == ()
    assert duties(Norm(REFLECTION, 2), year) == ()


# The norms


def test_the_norm_made_closest_to_the_student_holds() -> None:
    other = Norm(REFLECTION, 4, programme_id=CARE)
    closest = Norm(REFLECTION, 0, programme_id=CARE, study_year=1)
    book = book_of((other, closest, Norm(REFLECTION, 3, study_year=1)), ())
    times = {
        (programme, year): next(n.times for n in book.of(programme, year) if n.kind is REFLECTION)
        for programme in (None, CARE)
        for year in (None, 1, 2)
    }
    assert times == {
        (None, None): 2, (None, 1): 3, (None, 2): 2,
        (CARE, None): 4, (CARE, 1): 0, (CARE, 2): 4,
    }  # fmt: skip


def test_what_a_school_sets_takes_the_place_of_the_norm_of_the_werkbank() -> None:
    ours = Norm(REFLECTION, 5, version=3)
    book = book_of((ours,), (Budget(3, 60, version=1), Budget(3, 90, CARE, 1)))
    assert len(book.norms) == len(DEFAULT_NORMS)
    assert ours in book.norms
    assert [book.hours(None, 3), book.hours(CARE, 3), book.hours(CARE, 4)] == [60, 90, 720]
    assert book.hours(None, 1) is None


def test_hours_are_those_for_placements_and_the_minutes_of_other_talks() -> None:
    assert stands(person=somebody(study_year=4)).budget == 12 * 60 + 2 * 40
    assert stands(person=somebody(study_year=1)).budget == 7 * 15 + 2 * 40
    book = book_of((Norm(REFLECTION, 1, minutes=50),), ())
    assert stands(person=somebody(study_year=None), book=book).budget == 50
    visits = NormBook((Norm(VISIT, 2),), ())
    assert stands(person=somebody(study_year=3), book=visits).budget == 120


@pytest.mark.parametrize(
    "norm",
    [
        Norm(REFLECTION, 11),
        Norm(REFLECTION, -1),
        Norm(REFLECTION, 1, minutes=4),
        Norm(REFLECTION, 1, minutes=241),
        Norm(REFLECTION, 1, study_year=0),
        Norm(REFLECTION, 1, study_year=7),
    ],
)
def test_a_norm_that_nobody_can_mean_is_refused(norm: Norm) -> None:
    with pytest.raises(InputRefused):
        check_norm(norm)


def test_hours_and_days_that_nobody_can_mean_are_refused() -> None:
    check_norm(Norm(REFLECTION, 10, minutes=240, study_year=6))
    check_budget(Budget(1, 6000))
    check_day(date(2100, 7, 31))
    for budget in (Budget(1, 6001), Budget(0, 60), Budget(1, -1)):
        with pytest.raises(InputRefused):
            check_budget(budget)
    for day in (date(1, 1, 1), date(9999, 12, 31)):
        with pytest.raises(InputRefused):
            check_day(day)


# How a student stands


def test_two_talks_a_year_are_due_in_the_middle_and_at_the_end() -> None:
    year = school_year(TODAY, HOLIDAYS)
    first, second = duties(Norm(REFLECTION, 2), year)
    assert (first.from_on, first.due_on) == (year.blocks[0].first_on, year.blocks[3].last_on)
    assert (second.from_on, second.due_on) == (year.blocks[3].first_on, year.blocks[6].last_on)
    ends = [duty.due_on for duty in duties(Norm(VISIT, 3), year)]
    assert ends == [year.blocks[number].last_on for number in (2, 4, 6)]


def test_a_late_talk_makes_up_and_an_early_one_does_not_count_for_what_is_to_begin() -> None:
    # Two blocks are over; in the first nothing was held, in the third one talk.
    late = stands(talks=(HeldTalk(PROGRESS, date(2026, 11, 10), 15),)).of(PROGRESS)
    assert late is not None
    assert (late.needed, late.held, late.overdue, late.due) == (7, 1, 1, 2)
    assert late.since == date(2026, 11, 9)
    early = tuple(HeldTalk(PROGRESS, date(2026, 9, number), 15) for number in (1, 2, 3))
    row = stands(talks=early)
    kind = row.of(PROGRESS)
    assert kind is not None
    assert (kind.held, kind.overdue, row.since, row.spent) == (3, 1, date(2026, 11, 9), 45)


def test_what_is_planned_is_not_missing_and_still_overdue() -> None:
    row = stands(planned=(ahead(TODAY), ahead(TODAY + 9 * DAY)))
    kind = row.of(PROGRESS)
    assert kind is not None
    assert (kind.planned, kind.due, kind.missing, kind.overdue) == (2, 3, 1, 2)
    assert (row.overdue, row.missing) == (2, 2)
    assert row.of(VISIT) is None


def test_what_stood_ahead_on_a_day_is_told_from_what_became_of_it() -> None:
    cancelled, held = AppointmentStatus.CANCELLED, AppointmentStatus.HELD
    tomorrow, yesterday = TODAY + DAY, TODAY - DAY
    late = datetime(2026, 11, 23, 22, 59, tzinfo=UTC)
    midnight = late + timedelta(minutes=1)

    def stood(each: PlannedTalk) -> bool:
        return each.stood_on(TODAY, end_of(TODAY))

    assert stood(ahead(tomorrow))
    assert stood(ahead(tomorrow, made_at=late))
    assert not stood(ahead(tomorrow, made_at=midnight))
    assert not stood(ahead(yesterday))
    assert stood(ahead(tomorrow, status=held))
    assert not stood(ahead(TODAY, status=held))
    assert stood(ahead(tomorrow, status=cancelled, changed_at=midnight))
    assert not stood(ahead(tomorrow, status=cancelled, changed_at=late))


def test_who_starts_in_the_middle_of_a_year_owes_only_what_fits_after_it() -> None:
    duty = Duty(date(2026, 8, 1), date(2026, 9, 1), date(2026, 9, 21))
    assert fits(duty, None)
    assert fits(duty, date(2026, 9, 11))
    assert not fits(duty, date(2026, 9, 12))
    row = stands(person=somebody(start_date=date(2027, 1, 11)))
    kinds = {kind.kind: kind.needed for kind in row.kinds}
    # In block 4 too little was left; of the reflections only the second.
    assert kinds == {PROGRESS: 3, REFLECTION: 1}
    assert (row.overdue, row.budget) == (0, 3 * 15 + 40)


def test_a_year_ago_a_second_year_was_a_first_year_and_a_first_year_was_not_there() -> None:
    assert study_year_on(2, TODAY, date(2025, 11, 23)) == 1
    assert study_year_on(None, TODAY, TODAY) is None
    assert stands(date(2025, 11, 23)).kinds == ()
    assert stands(date(2025, 11, 23)).budget == 0
    assert stands(date(2025, 11, 23), person=somebody(study_year=2)).of(PROGRESS) is not None
    assert stands(date(2027, 11, 22), person=somebody(study_year=2)).of(VISIT) is not None


def test_a_talk_that_belongs_to_no_norm_is_told_and_counted_nowhere() -> None:
    talk = HeldTalk(ConversationKind.PARENTS, TODAY, 10)
    row = stands(talks=(talk,), person=somebody(study_year=None))
    kind = row.of(ConversationKind.PARENTS)
    assert kind is not None
    assert (kind.needed, kind.held, kind.missing) == (0, 1, 0)
    assert [total.kind for total in totals((row,))] == [REFLECTION]


def test_totals_let_nobodys_surplus_fill_the_gap_of_another() -> None:
    many = tuple(HeldTalk(REFLECTION, date(2026, 9, 1), 40) for _ in range(3))
    planned = (ahead(TODAY, kind=REFLECTION),)
    rows = (
        stands(talks=many, planned=planned),
        stands(planned=planned),
        stands(),
    )
    progress, reflection = totals(rows)
    assert (reflection.needed, reflection.held, reflection.planned) == (6, 2, 1)
    assert (progress.overdue, progress.behind) == (6, 3)
    assert reflection.behind == 0


def test_the_longest_overdue_comes_first() -> None:
    once = stands(talks=(HeldTalk(PROGRESS, date(2026, 9, 1), 15),))
    twice, fine = stands(), stands(person=somebody(study_year=3))
    last = stands(
        person=somebody(study_year=3),
        planned=(ahead(TODAY, kind=REFLECTION), ahead(TODAY, kind=VISIT)),
    )
    assert sorted((last, fine, once, twice), key=most_overdue) == [twice, once, fine, last]


talks = st.lists(
    st.builds(HeldTalk, st.sampled_from([REFLECTION, PROGRESS, VISIT]), days, st.just(20)),
    max_size=12,
)
norms = st.lists(
    st.builds(
        Norm,
        st.sampled_from([REFLECTION, PROGRESS, VISIT]),
        st.integers(0, 4),
        st.sampled_from(Per),
    ),
    max_size=3,
)


@given(norms, talks, days, holidays, st.none() | days)
def test_the_status_on_a_day_is_that_of_the_log_up_to_that_day(
    asked: list[Norm], log: list[HeldTalk], day: date, free: list[Holiday], start: date | None
) -> None:
    all_of = Standings(NormBook(tuple(asked), ()), free, day, TODAY)
    person = somebody(start_date=start)
    up_to = [talk for talk in log if talk.held_on <= day]
    assert all_of.of(person, log, ()) == all_of.of(person, up_to, ())


@given(norms, talks, days, holidays)
def test_every_duty_is_met_or_open_and_no_talk_meets_two(
    asked: list[Norm], log: list[HeldTalk], day: date, free: list[Holiday]
) -> None:
    year = school_year(day, free)
    for norm in asked:
        owed = duties(norm, year)
        held = [talk.held_on for talk in log if talk.kind is norm.kind]
        found = standing(norm.kind, owed, held, 0, day)
        past = sorted(on for on in held if on <= day)
        # Told again in the plainest way: each talk takes the first duty that it may take.
        left = list(owed)
        for on in past:
            takes = next((duty for duty in left if duty.counts_from <= on), None)
            if takes:
                left.remove(takes)
        assert found.held == len(past)
        assert found.needed == len(owed)
        assert len(owed) - len(left) <= len(past)
        assert found.overdue == sum(duty.due_on < day for duty in left)
        assert found.due == sum(duty.from_on <= day for duty in left)
        assert found.overdue <= found.due
        assert (found.since is None) == (found.overdue == 0)
        if found.since is not None:
            assert found.since <= day


@given(talks, days, days)
def test_a_talk_more_never_makes_it_worse(log: list[HeldTalk], on: date, day: date) -> None:
    for kind in (REFLECTION, PROGRESS):
        before = stands(day, talks=tuple(log)).of(kind)
        after = stands(day, talks=(*log, HeldTalk(kind, on, 15))).of(kind)
        assert before is not None
        assert after is not None
        assert after.overdue <= before.overdue
        assert after.due <= before.due

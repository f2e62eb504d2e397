"""Opening hours are those of the wall clock in the branch, in both nights on which it changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosk.clock import HERE, here
from kiosk.wire import Branch, Hours, OtherHours
from kiosk.workspaces.hours import following, opening

WEEK = [Hours(day, "10:00", "18:00") for day in range(5)]


def branch(hours: list[Hours], *other: OtherHours) -> Branch:
    return Branch(id="laak", name="Bibliotheek Laak", short="Laak", hours=hours, other_hours=list(other))


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HERE).astimezone(UTC)


def test_an_open_branch_says_until_when() -> None:
    hours = opening(branch(WEEK), local("2026-11-18T14:07"))
    assert hours.open
    assert (hours.opens, hours.closes) == (local("2026-11-18T10:00"), local("2026-11-18T18:00"))


def test_the_minute_of_closing_is_closed_and_the_minute_of_opening_open() -> None:
    assert not opening(branch(WEEK), local("2026-11-18T18:00")).open
    assert opening(branch(WEEK), local("2026-11-18T10:00")).open


def test_a_closed_branch_says_when_it_opens_next() -> None:
    saturday = opening(branch(WEEK), local("2026-11-21T12:00"))
    assert not saturday.open
    assert saturday.opens == local("2026-11-23T10:00")


def test_a_lunch_break_is_closed() -> None:
    hours = opening(branch([Hours(2, "10:00", "12:00"), Hours(2, "13:00", "17:00")]), local("2026-11-18T12:30"))
    assert not hours.open
    assert (hours.opens, hours.closes) == (local("2026-11-18T13:00"), local("2026-11-18T17:00"))


def test_the_period_after_this_one_may_be_today_tomorrow_or_later() -> None:
    def after(hours: list[Hours], text: str) -> list[datetime | None]:
        known = branch(hours)
        found = following(known, opening(known, local(text)))
        return [found.opens, found.closes]

    lunch = [Hours(2, "10:00", "12:00"), Hours(2, "13:00", "17:00")]
    assert after(lunch, "2026-11-18T11:00") == [local("2026-11-18T13:00"), local("2026-11-18T17:00")]
    assert after(WEEK, "2026-11-18T14:07") == [local("2026-11-19T10:00"), local("2026-11-19T18:00")]
    assert after(WEEK, "2026-11-20T14:07") == [local("2026-11-23T10:00"), local("2026-11-23T18:00")]
    assert after([], "2026-11-18T14:07") == [None, None]


def test_a_single_date_comes_before_the_week_and_says_why() -> None:
    feast = OtherHours(date(2026, 12, 25), reason={"nl": "Eerste kerstdag"})
    hours = opening(branch(WEEK, feast), local("2026-12-25T12:00"))
    assert not hours.open
    assert hours.reason == {"nl": "Eerste kerstdag"}
    assert hours.opens == local("2026-12-28T10:00")


def test_a_shorter_day_closes_earlier() -> None:
    eve = OtherHours(date(2026, 12, 24), "10:00", "15:00")
    assert opening(branch(WEEK, eve), local("2026-12-24T11:00")).closes == local("2026-12-24T15:00")


def test_an_evening_past_midnight_is_still_open_the_next_day() -> None:
    night = branch([Hours(5, "20:00", "02:00")])
    assert opening(night, local("2026-11-22T01:30")).open
    assert not opening(night, local("2026-11-22T02:30")).open


def test_24_00_is_midnight() -> None:
    assert opening(branch([Hours(2, "10:00", "24:00")]), local("2026-11-18T23:59")).closes == local("2026-11-19T00:00")


def test_a_branch_that_never_opens_knows_no_time() -> None:
    hours = opening(branch([]), local("2026-11-18T12:00"))
    assert (hours.open, hours.opens, hours.closes) == (False, None, None)


def test_the_night_in_which_the_clock_goes_forward_is_an_hour_shorter() -> None:
    all_day = branch([Hours(day, "00:00", "24:00") for day in range(7)])
    hours = opening(all_day, local("2026-03-29T12:00"))
    assert hours.opens is not None
    assert hours.closes is not None
    assert hours.closes - hours.opens == timedelta(hours=23)


def test_the_night_in_which_the_clock_goes_back_is_an_hour_longer() -> None:
    all_day = branch([Hours(day, "00:00", "24:00") for day in range(7)])
    hours = opening(all_day, local("2026-10-25T12:00"))
    assert hours.opens is not None
    assert hours.closes is not None
    assert hours.closes - hours.opens == timedelta(hours=25)


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)))
def test_open_is_what_the_wall_clock_says_at_any_moment_of_the_year(naive: datetime) -> None:
    moment = naive.replace(tzinfo=UTC)
    clock = here(moment)
    assert opening(branch(WEEK), moment).open == (clock.weekday() < 5 and 10 <= clock.hour < 18)

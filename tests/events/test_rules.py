"""What is on, in order, and without what is over."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosk.events.rules import SOON, soon, week
from kiosk.wire import Event
from tests.library import NOW, events, local


def ids(shown: list[Event]) -> list[str]:
    return [event.id for event in shown]


def test_the_next_three_here_that_take_place() -> None:
    assert ids(soon(events(), "laak", NOW)) == ["laak-taal", "laak-voor", "laak-brief"]


def test_what_is_under_way_is_still_among_the_next() -> None:
    assert ids(soon(events(), "laak", local(18, 16, 20)))[0] == "laak-taal"


def test_what_was_called_off_is_in_the_week_but_not_among_the_next() -> None:
    assert "laak-af" in ids(week(events(), "laak", NOW))
    assert "laak-af" not in ids(soon(events(), "laak", local(19, 9)))


def test_the_next_are_those_of_today_and_in_the_evening_there_may_be_none() -> None:
    assert ids(soon(events(), "laak", local(19, 9))) == ["laak-digi"]
    assert soon(events(), "laak", local(18, 19)) == []


def test_everywhere_shows_the_other_branches_too() -> None:
    assert "escamp-film" not in ids(week(events(), "laak", NOW))
    assert "escamp-film" in ids(week(events(), "", NOW))


def test_the_seventh_day_is_shown_to_its_end_and_the_eighth_is_not() -> None:
    last = [
        Event(id=f"e{day}", branch="laak", title={"nl": "x"}, starts=local(day, 22), ends=local(day, 23))
        for day in (24, 25)
    ]
    assert ids(week(last, "laak", NOW)) == ["e24"]


@given(st.lists(st.tuples(st.integers(-99, 99), st.integers(1, 9)), max_size=9))
def test_the_next_are_never_over_and_always_in_order(hours: list[tuple[int, int]]) -> None:
    made = [
        Event(
            id=f"{number}",
            branch="laak",
            title={"nl": "x"},
            starts=NOW + timedelta(hours=start),
            ends=NOW + timedelta(hours=start + length),
        )
        for number, (start, length) in enumerate(hours)
    ]
    shown = soon(made, "laak", NOW)
    assert len(shown) <= SOON
    assert all(event.ends > NOW for event in shown)
    assert shown == sorted(shown, key=lambda event: (event.starts, event.id))

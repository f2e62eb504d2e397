from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from kiosk.agent import when
from kiosk.clock import here
from kiosk.wire import Branch, Hours
from kiosk.workspaces.hours import Opening, opening

BRANCH = Branch(id="laak", name="Bibliotheek Laak", short="Laak", hours=[Hours(d, "10:00", "18:00") for d in range(6)])
SUNDAY = datetime(2026, 11, 22, tzinfo=UTC)
moments = some.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=some.just(UTC))
shares = some.floats(0, 1, exclude_max=True)


def until(now: datetime, share: float = 0.5, poll: float = 30.0) -> float:
    return when.until_look(now, poll, opening(BRANCH, now), share)


def test_while_the_doors_are_open_it_is_as_central_says() -> None:
    assert until(SUNDAY + timedelta(days=1, hours=12)) == 30
    assert until(SUNDAY + timedelta(days=1, hours=12), poll=2.0) == 2


def test_who_waits_for_an_answer_gets_it_after_closing_too() -> None:
    assert until(SUNDAY + timedelta(hours=12), poll=2.0) == 2


def test_a_kiosk_that_knows_no_hours_looks_as_central_says() -> None:
    assert when.until_look(SUNDAY, 30.0, Opening(False), 0.5) == 30


@given(moments, shares)
def test_while_it_is_closed_there_is_one_look_a_night_and_one_before_it_opens(now: datetime, share: float) -> None:
    hours = opening(BRANCH, now)
    if hours.open:
        return
    assert hours.opens is not None
    looks, end = [], hours.opens - when.EARLY
    while now < end:
        now += timedelta(seconds=until(now, share))
        looks.append(now)
    nights = [look for look in looks if when.NIGHT <= here(look).time() <= when.MORNING]
    assert len({here(look).date() for look in nights}) == len(nights)
    assert len(looks) - len(nights) <= 1
    assert not looks or looks[-1] <= hours.opens


def test_large_files_come_slowly_only_while_people_share_the_line() -> None:
    assert when.speed(opening(BRANCH, SUNDAY + timedelta(days=1, hours=12))) == when.POLITE
    assert when.speed(opening(BRANCH, SUNDAY)) is None


@given(some.text())
def test_every_kiosk_has_a_moment_of_its_own(kiosk: str) -> None:
    assert 0 <= when.share(kiosk) < 1
    assert when.share(kiosk) == when.share(kiosk)

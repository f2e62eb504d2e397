"""Clocks that are wrong by a day, stand in 1970, or jump between keeping and sending: nobody's time is invented."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.central.guided.models import Ask as AskRow
from kiosk.central.sync.models import Fact
from kiosk.central.workspaces.models import Visit
from kiosk.wire import Ask, Claim
from tests.faults.world import BEGIN, Kiosk, World

DAY, MINUTE, SECOND = timedelta(days=1), timedelta(minutes=1), timedelta(seconds=1)
IN_1970 = datetime(1970, 1, 1, tzinfo=UTC) - BEGIN

#: How far ahead a clock is.
CLOCKS = [timedelta(), DAY, -DAY, IN_1970, 30 * SECOND]


@pytest.fixture
def world(tables: None) -> Iterator[World]:
    world = World()
    yield world
    world.close()


def claim(kiosk: Kiosk, world: World, desk: str = "t3", minutes: int = 60) -> Claim:
    """What the screen makes of it, by the clock it has."""
    fact = Claim(id=str(uuid.uuid4()), desk=desk, until=world.now + kiosk.ahead + minutes * MINUTE)
    kiosk.keep(fact)
    return fact


@pytest.mark.parametrize("then", CLOCKS, ids=str)
@pytest.mark.parametrize("later", CLOCKS, ids=str)
def test_a_clock_that_jumps_between_keeping_and_sending_changes_nothing(
    world: World, then: timedelta, later: timedelta
) -> None:
    kiosk = world.kiosks[0]
    kiosk.ahead = then
    fact, kept = claim(kiosk, world), world.now
    world.now += 20 * MINUTE
    kiosk.ahead = later
    assert kiosk.exchange() == ""
    visit = Visit.objects.get(pk=fact.id)
    assert visit.since == kept
    assert abs(visit.until - visit.since - 60 * MINUTE) <= 30 * SECOND
    assert visit.state == "held"


@pytest.mark.parametrize("ahead", CLOCKS, ids=str)
def test_after_a_restart_of_the_computer_nothing_lies_in_the_future(world: World, ahead: timedelta) -> None:
    kiosk = world.kiosks[0]
    kiosk.ahead = ahead
    fact = claim(kiosk, world)
    world.now += 20 * MINUTE
    kiosk.reboot()
    assert kiosk.exchange() == ""
    assert (kiosk.facts.waiting(), kiosk.facts.quarantined()) == (0, 0)
    row = Fact.objects.get(pk=fact.id)
    assert row.happened <= row.received == world.now
    for visit in Visit.objects.filter(pk=fact.id):
        assert visit.until - visit.since <= 61 * MINUTE, "no longer than was meant"


@pytest.mark.parametrize("ahead", CLOCKS, ids=str)
def test_the_earlier_of_two_offline_claims_wins_whatever_the_clocks_say(world: World, ahead: timedelta) -> None:
    early, late = world.kiosks[0], world.kiosks[1]
    late.ahead = -DAY
    early.ahead = ahead
    first = claim(early, world)
    world.now += 5 * MINUTE
    second = claim(late, world)
    world.now += 5 * MINUTE
    for kiosk in (late, early):
        assert kiosk.exchange() == ""
    states = dict(Visit.objects.values_list("pk", "state"))
    assert states == {first.id: "held", second.id: "conflict"}


@pytest.mark.parametrize("ahead", CLOCKS, ids=str)
def test_only_a_fresh_question_for_help_is_an_alarm(world: World, ahead: timedelta) -> None:
    kiosk = world.kiosks[0]
    kiosk.ahead = ahead
    old, new = (Ask(id=str(uuid.uuid4()), seat="t1", screen="lesson") for _ in range(2))
    kiosk.keep(old)
    world.now += 20 * MINUTE
    kiosk.keep(new)
    world.now += MINUTE
    assert kiosk.exchange() == ""
    assert dict(AskRow.objects.values_list("pk", "state")) == {old.id: "withdrawn", new.id: "open"}


@pytest.mark.parametrize("order", [1, -1])
def test_an_old_question_leaves_the_same_behind_in_either_order(world: World, order: int) -> None:
    kiosk, other = world.kiosks[:2]
    kiosk.keep(Ask(id=str(uuid.uuid4()), seat="t1", screen="lesson"))
    world.now += 3 * DAY
    fresh = Ask(id=str(uuid.uuid4()), seat="t2", screen="lesson")
    other.keep(fresh)
    for each in (kiosk, other)[::order]:
        assert each.exchange() == ""
    assert [row.pk for row in AskRow.objects.all()] == [fresh.id]


def test_a_boot_clock_that_went_backwards_is_not_believed(world: World) -> None:
    kiosk = world.kiosks[0]
    fact = claim(kiosk, world)
    kiosk._booted = world.now + MINUTE
    assert kiosk.exchange() == ""
    row = Fact.objects.get(pk=fact.id)
    assert (row.age_ms, row.happened) == (None, world.now)

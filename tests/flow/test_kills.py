"""Every process is killed at every step. The ledger says what must be so afterwards: a fact that was promised arrives
exactly once, one that was not at most once, and nothing arrives that nobody asked for."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

import pytest

from tests.flow.hands import Hands
from tests.flow.house import House, Kiosk, wait

IN_AGENT = [
    "before keep",
    "before keep:2",
    "after keep",
    "after keep:3",
    "before post",
    "after post",
    "after settle",
    "before apply",
    "after apply",
    "before buying",
    "before counting",
    "after counting",
]
IN_CENTRAL = ["before commit", "after commit", "before token", "after token"]

TABLES = ["laak-t1", "laak-t2", "laak-t3"]


@pytest.fixture
def kiosk(house: House) -> Kiosk:
    return house.kiosks["c1"]


@pytest.fixture
def hands(kiosk: Kiosk) -> Iterator[Hands]:
    hands = Hands(kiosk)
    yield hands
    hands.die()


def _settled(kiosk: Kiosk) -> bool:
    return kiosk.settings.facts.exists() and not kiosk.replica.waiting()


def _judge(house: House, kiosk: Kiosk, hands: Hands) -> None:
    """What must hold once all is running again."""
    wait(lambda: hands.promised == set(hands.asked), "every fact is kept")
    wait(lambda: _settled(kiosk), "central has dealt with every fact")
    wait(lambda: set(kiosk.visits()) == set(hands.asked), "every visit is on the screen's side")
    assert set(house.facts()) == set(hands.asked)
    assert [(id, "held") for id, _, state in house.visits() if state == "held"] == sorted(
        (id, "held") for id in hands.asked
    )


@pytest.mark.parametrize("failpoint", IN_AGENT)
def test_whatever_the_agent_did_last_nothing_is_lost_or_doubled(
    house: House, kiosk: Kiosk, hands: Hands, failpoint: str
) -> None:
    house.start_central()
    kiosk.agent.start(failpoint)
    for table in TABLES:
        hands.claim(table)
    wait(lambda: kiosk.agent.died(failpoint), failpoint)
    wait(lambda: not kiosk.agent.alive(), "the agent is dead")
    promised = set(hands.promised)
    kiosk.agent.start()
    _judge(house, kiosk, hands)
    assert promised <= set(house.facts())


@pytest.mark.parametrize("failpoint", IN_CENTRAL)
def test_whatever_central_did_last_nothing_is_lost_or_doubled(
    house: House, kiosk: Kiosk, hands: Hands, failpoint: str
) -> None:
    house.start_central(failpoint)
    kiosk.agent.start()
    for table in TABLES:
        hands.claim(table)
    wait(lambda: house.central.died(failpoint), failpoint)
    house.central.kill()
    arrived = set(house.facts())
    assert bool(arrived) == (failpoint == "after commit")
    house.start_central()
    _judge(house, kiosk, hands)


def test_a_screen_that_is_killed_after_asking_leaves_at_most_what_it_asked(
    house: House, kiosk: Kiosk, hands: Hands
) -> None:
    house.start_central()
    kiosk.agent.start()
    first = hands.claim(TABLES[0])
    wait(lambda: first in hands.promised, "the first is kept")
    hands.claim(TABLES[1])
    hands.die()
    wait(lambda: first in kiosk.visits(), "the first visit")
    wait(lambda: _settled(kiosk), "central has dealt with every fact")
    assert hands.promised <= set(house.facts()) <= set(hands.asked)


def test_an_agent_that_is_killed_without_central_keeps_what_it_promised(
    house: House, kiosk: Kiosk, hands: Hands
) -> None:
    kiosk.agent.start()
    for table in TABLES:
        hands.claim(table)
        wait(lambda: set(hands.asked) == hands.promised, "it is kept")
        kiosk.agent.kill()
        kiosk.agent.start()
    assert not house.facts()
    house.start_central()
    _judge(house, kiosk, hands)


def test_central_killed_during_a_check_in_shows_the_visit_once_when_it_is_back(
    house: House, kiosk: Kiosk, hands: Hands
) -> None:
    house.start_central()
    kiosk.agent.start()
    claim = hands.claim(TABLES[0])
    house.central.kill()
    time.sleep(0.5)
    house.start_central()
    _judge(house, kiosk, hands)
    assert [id for id, _, _ in house.visits()] == [claim]


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_hours_of_random_kills_lose_and_double_nothing(house: House, kiosk: Kiosk) -> None:
    dice = random.Random(20261118)
    house.start_central()
    kiosk.agent.start()
    asked: set[str] = set()
    promised: set[str] = set()
    for _ in range(300):
        hands = Hands(kiosk)
        victim = dice.choice(["agent", "central", "screen"])
        for table in dice.sample(TABLES, 2):
            hands.claim(table)
        time.sleep(dice.uniform(0, 0.3))
        if victim == "agent":
            kiosk.agent.kill()
            kiosk.agent.start(dice.choice(["", *IN_AGENT]))
        elif victim == "central":
            house.central.kill()
            house.start_central()
        time.sleep(dice.uniform(0, 0.3))
        hands.die()
        asked |= set(hands.asked)
        promised |= hands.promised
        if not kiosk.agent.alive():
            kiosk.agent.kill()
            kiosk.agent.start()
    wait(lambda: _settled(kiosk), "central has dealt with every fact", 120)
    arrived = set(house.facts())
    assert promised <= arrived <= asked

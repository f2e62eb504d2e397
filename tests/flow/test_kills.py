"""Every process is killed at every step. The ledger says what must be so afterwards: a fact that was promised arrives
exactly once, one that was not at most once, and nothing arrives that nobody asked for."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
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


def _follow(kiosk: Kiosk, claim: str) -> None:
    """The agent has the visits whole, so that what comes next comes as changes."""
    kiosk.agent.start()
    wait(lambda: claim in kiosk.visits(), "the first visit")
    kiosk.agent.kill()


@pytest.mark.parametrize("failpoint", IN_AGENT)
def test_whatever_the_agent_did_last_nothing_is_lost_or_doubled(
    house: House, kiosk: Kiosk, hands: Hands, failpoint: str
) -> None:
    house.start_central()
    tables = iter(TABLES)
    if failpoint.endswith("apply"):
        _follow(kiosk, hands.claim(next(tables)))
    kiosk.agent.start(failpoint)
    for table in tables:
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


def _asked_by_a_screen(house: House, kiosk: Kiosk, desk: str, when: str) -> str:
    """A real screen asks for that desk, and is killed: as soon as it "asked", or when it is "kept"."""
    words = [sys.executable, "-m", "tests.flow.dying_screen", kiosk.settings.link, desk, when]
    done = subprocess.run(words, env=house.env, capture_output=True, text=True, timeout=60)
    assert done.returncode == -signal.SIGKILL, done.stderr
    return done.stdout.strip()


class Night:
    """Kills of whole programs, one after another, and the ledger of all that was asked meanwhile."""

    def __init__(self, house: House, kiosk: Kiosk, dice: random.Random) -> None:
        self.asked: set[str] = set()
        self.promised: set[str] = set()
        self.kills: Counter[str] = Counter()
        self._house, self._kiosk, self._dice = house, kiosk, dice
        house.start_central()
        kiosk.agent.start()

    def kill(self, victim: str) -> None:
        """Somebody asks for two desks, and that one is killed while it goes on."""
        hands = Hands(self._kiosk)
        for table in self._dice.sample(TABLES, 2):
            hands.claim(table)
        time.sleep(self._dice.uniform(0, 0.2))
        {"agent": self._agent, "central": self._central, "download": self._download, "screen": self._screen}[victim]()
        self.kills[victim] += 1
        time.sleep(self._dice.uniform(0, 0.2))
        hands.die()
        self.asked |= set(hands.asked)
        self.promised |= hands.promised
        self._start_agent()

    def _agent(self) -> None:
        self._kiosk.agent.kill()
        # It may die once more, at a step
        self._kiosk.agent.start(self._dice.choice(["", *IN_AGENT]))

    def _central(self) -> None:
        self._house.central.kill()
        self._house.start_central()

    def _download(self) -> None:
        """A backup of central was restored: every feed comes again as a whole, and that is cut off."""
        self._kiosk.agent.kill()
        with sqlite3.connect(self._house.folder / "central.db") as central:
            central.execute("UPDATE sync_epoch SET number = number + 1")
        self._kiosk.agent.start("in download")
        wait(lambda: not self._kiosk.agent.alive(), "a download is under way")
        assert self._kiosk.agent.died("in download")

    def _screen(self) -> None:
        when = self._dice.choice(["asked", "kept"])
        # Not one that is about to die at a step: nobody would start it anew for the screen
        self._kiosk.agent.kill()
        self._kiosk.agent.start()
        asked = _asked_by_a_screen(self._house, self._kiosk, self._dice.choice(TABLES), when)
        self.asked.add(asked)
        self.promised |= {asked} if when == "kept" else set()

    def _start_agent(self) -> None:
        if not self._kiosk.agent.alive():
            self._kiosk.agent.kill()
            self._kiosk.agent.start()

    def judge(self) -> None:
        """All that was promised is there once, and nothing that nobody asked for."""
        wait(lambda: _settled(self._kiosk), "central has dealt with every fact", 120)
        assert self.promised <= set(self._house.facts()) <= self.asked
        visits = {id for id, _, _ in self._house.visits()}
        wait(lambda: set(self._kiosk.visits()) == visits, "every visit is on the screen's side")


#: Whole programs killed: with the tests above some sixty in CI, fewer on a laptop.
KILLS = 48 if os.environ.get("CI") else 8


@pytest.mark.timeout(600)
def test_whole_programs_killed_one_after_another_lose_and_double_nothing(house: House, kiosk: Kiosk) -> None:
    night = Night(house, kiosk, random.Random(20261118))
    for place in range(KILLS):
        night.kill(("agent", "central", "download", "screen")[place % 4])
    night.judge()
    print(dict(night.kills))


@pytest.mark.long
@pytest.mark.timeout(2 * 3600)
def test_hours_of_random_kills_lose_and_double_nothing(house: House, kiosk: Kiosk) -> None:
    dice = random.Random()
    night = Night(house, kiosk, dice)
    for _ in range(600):
        night.kill(dice.choice(["agent", "central", "download", "screen"]))
    night.judge()

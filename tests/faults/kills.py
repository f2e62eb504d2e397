"""Thousands of kills at every step, and a ledger: `python -m tests.faults.kills KILLS SEED` prints what was done.

A chapter is one house and some two hundred kills. After each, all runs undisturbed until nothing waits, and then:
what was kept is with central, what is with central was asked, each once, as it was said; the kiosk knows what a new
kiosk would fetch.
"""

from __future__ import annotations

import json
import random
import sqlite3
import sys
import time
import uuid
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

from kiosk import clock
from kiosk.agent.keep import Facts
from kiosk.store.writer import Writer
from kiosk.wire import AnyFact, Ask, Claim, Leave, Withdraw, decode
from kiosk.wire.link import FromAgent, Kept
from tests.faults.forked import BRANCH, DONE, NO_ANSWER, House, houses, puller

#: Every step of the agent at which a crash could make a difference, and what must be so that it is reached.
IN_AGENT: dict[str, Callable[[House], None] | None] = {
    "before keep": None,
    "before keep:2": None,
    "after keep": None,
    "after keep:2": None,
    "before post": None,
    "after post": None,
    "before settled": None,
    "after settle": None,
    "before apply": None,
    "before applied": None,
    "after apply": None,
    "in download": House.anew,
    "in download:2": House.anew,
    "after download": House.anew,
    "before fill": House.anew,
    "before filled": House.anew,
    "before filled:2": House.anew,
    "after fill": House.anew,
    "after fill:2": House.anew,
    "before saved": House.spoil_facts,
    "after saved": House.spoil_facts,
    "after put aside": House.spoil_facts,
}

IN_CENTRAL = ["before commit", "after commit"]

#: Some are killed at any moment instead, within so many seconds.
ANY_MOMENT, WITHIN = "any moment", 0.03

#: Kills in one chapter: a longer one makes central's tables long, and with them every round.
CHAPTER = 125


class Ledger:
    """What was asked, in order, and what was promised; nothing is ever removed. `open`: what the screen will hand over
    again, since it heard no `Kept`."""

    def __init__(self, dice: random.Random) -> None:
        self.asked: dict[str, AnyFact] = {}
        self.promised: set[str] = set()
        self.open: dict[str, AnyFact] = {}
        self._dice = dice

    def ask(self, count: int) -> list[AnyFact]:
        """Something new, and what is still open."""
        for _ in range(count):
            fact = self._fact()
            self.asked[fact.id] = self.open[fact.id] = fact
        return list(self.open.values())

    def hear(self, connection: Any) -> None:
        """All that the agent said until it was gone."""
        try:
            while connection.poll():
                message = decode(connection.recv_bytes(), FromAgent)  # type: ignore[arg-type]
                if isinstance(message, Kept):
                    self.promised.add(message.id)
                    self.open.pop(message.id, None)
        except (EOFError, OSError):
            return

    def _fact(self) -> AnyFact:
        id, made = str(uuid.UUID(int=self._dice.getrandbits(128), version=4)), list(self.asked.values())
        before = self._dice.choice(made) if made and self._dice.random() < 0.4 else None
        if isinstance(before, Claim):
            return Leave(id=id, claim=before.id)
        if isinstance(before, Ask):
            return Withdraw(id=id, ask=before.id)
        if self._dice.random() < 0.7:
            return Ask(id=id, seat="t0", screen="lesson")
        until = clock.now() + timedelta(minutes=self._dice.choice([15, 60, 120]))
        return Claim(id=id, desk=f"t{self._dice.randrange(40)}", until=until)


class Chapter:
    """One house, its ledger, and the kills so far by step; `screens`: how many were gone before they heard `Kept`."""

    def __init__(self, house: House, dice: random.Random) -> None:
        self.house, self.ledger, self.kills, self.screens = house, Ledger(dice), Counter[str](), 0
        self._dice = dice
        house.central()

    def play(self, kills: int) -> None:
        """So many, and then the judgement."""
        steps = [*IN_AGENT, *IN_CENTRAL, ANY_MOMENT]
        # What has every feed come again takes ten times as long
        weights = [1 if IN_AGENT.get(step) is House.anew else 4 for step in steps]
        while self.kills.total() < kills:
            self.round(self._dice.choices(steps, weights)[0])
        self.judge()

    def round(self, step: str) -> None:
        """Somebody asks something, and somebody is killed at that step ("": nobody)."""
        prepare = IN_AGENT.get(step)
        if prepare is not None:
            prepare(self.house)
        if step in IN_CENTRAL:
            self.house.central(step)
        facts = self.ledger.ask(self._dice.choice([0, 1, 1, 2]))
        with self.house.agent(step if step in IN_AGENT else "", facts) as (agent, connection):
            if step == ANY_MOMENT:
                time.sleep(self._dice.uniform(0, WITHIN))
                self.house.kill_one(agent, self._dice)
            for code in self.house.wait(agent):
                assert code in (DONE, NO_ANSWER, -9), f"a program of ours ended with {code} ({step})"
                self.kills[step] += code == -9
            # A screen that was killed hears nothing, and hands nothing over again
            if self._dice.random() < 0.1:
                self.screens += 1
                self.ledger.open.clear()
            else:
                self.ledger.hear(connection)

    def _drain(self) -> None:
        """All runs undisturbed until nothing waits any more."""
        self.house.central()
        for _ in range(5):
            with self.house.agent("", self.ledger.ask(0)) as (agent, connection):
                assert list(self.house.wait(agent)) == [DONE], "undisturbed it does not work"
                self.ledger.hear(connection)
        assert not self.ledger.open, "what was asked of a living agent is not kept"

    def judge(self) -> None:
        """The ledger and central say the same, and the kiosk knows what central says."""
        self._drain()
        facts = Facts(self.house.settings.facts)
        assert (facts.waiting(), facts.quarantined(), facts.notes) == (0, 0, []), "facts are left on the kiosk"
        facts.close()
        with closing(sqlite3.connect(self.house.database)) as central:
            arrived = central.execute("SELECT id, body FROM sync_fact").fetchall()
            kinds = {kind: _ids(central, table) for kind, table in _TABLES.items()}
        found = {id: decode(body, AnyFact) for id, body in arrived}  # type: ignore[arg-type]
        assert len(found) == len(arrived), "a fact is with central twice"
        assert self.ledger.promised <= set(found), "a promised fact is lost"
        assert found.items() <= self.ledger.asked.items(), "central has what nobody asked"
        for kind, ids in kinds.items():
            assert sorted(ids) == sorted(id for id, fact in found.items() if isinstance(fact, kind)), kind
        self._judge_replica()

    def _judge_replica(self) -> None:
        fresh = self.house.settings.state / "fresh.db"
        writer = Writer(fresh)
        puller(writer, self.house.settings.state / "fresh").pull(self.house.client(), BRANCH)
        writer.close()
        assert _records(self.house.settings.replica) == _records(fresh), "the kiosk knows something else than central"
        fresh.unlink()


_TABLES: dict[type, str] = {
    Claim: "workspaces_claim",
    Leave: "workspaces_leave",
    Ask: "guided_ask",
    Withdraw: "guided_withdraw",
}


def _ids(central: sqlite3.Connection, table: str) -> list[str]:
    return [id for (id,) in central.execute(f"SELECT id FROM {table}")]


def _records(path: Path) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as replica:
        return replica.execute("SELECT feed, id, by, rev, body FROM records ORDER BY feed, id").fetchall()


def play(kills: int, seed: int) -> dict[str, Any]:
    """That many kills; what was done."""
    dice, done, begin = random.Random(seed), Counter[str](), time.monotonic()
    asked = promised = screens = 0
    with houses() as open_house:
        while (left := kills - done.total()) > 0:
            house = open_house()
            chapter = Chapter(house, dice)
            try:
                chapter.play(min(left, CHAPTER))
            finally:
                house.close()
            done += chapter.kills
            asked, promised = asked + len(chapter.ledger.asked), promised + len(chapter.ledger.promised)
            screens += chapter.screens
    seconds = time.monotonic() - begin
    return {
        "kills": done.total(),
        "by_step": dict(sorted(done.items())),
        "screens": screens,
        "asked": asked,
        "promised": promised,
        "seconds": round(seconds, 1),
        "kills_per_second": round(done.total() / seconds, 1),
    }


if __name__ == "__main__":
    print(json.dumps(play(int(sys.argv[1]), int(sys.argv[2]))))

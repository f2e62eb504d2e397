"""Many simulated kiosks in one process: they poll as central says, fetch what is new, now and then tell what was done;
and then all come back at the same moment."""

from __future__ import annotations

import asyncio
import itertools
import random
import resource
import secrets
import statistics
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field

from kiosk.agent.trust import further
from kiosk.errors import Unreachable
from kiosk.wire import FEEDS, Changes, Fact, Heads, Results, Snapshot, decode
from tests.bench import shapes
from tests.bench.line import Answer, Broken, Line
from tests.bench.running import Central, Kiosk, used

#: Seconds between two things that people do at one kiosk, and how long each of them lasts, on average.
EVERY, LASTS = 600.0, 60.0

#: Seconds between two polls until central says otherwise.
POLL = 30.0

#: Facts that every kiosk kept while it was alone.
KEPT = 4

#: Seconds: the first and the longest pause after a failure, and for how long all of them together may take to be back.
FIRST_PAUSE, LONGEST_PAUSE, PATIENCE = 2.0, 30.0, 120.0


@dataclass
class Seen:
    """What went over the lines: seconds of each answer by what was asked, failures by kind, facts that were stored."""

    prefix: str = field(default_factory=lambda: secrets.token_hex(4))
    seconds: dict[str, list[float]] = field(
        default_factory=lambda: {"poll": [], "snapshot": [], "changes": [], "facts": []}
    )
    failures: Counter[str] = field(default_factory=Counter)
    stored: int = 0

    def new_id(self) -> str:
        """A fact's id; all of one measurement begin in the same way."""
        dice = secrets.token_hex(11)
        return f"{self.prefix}-{dice[:4]}-4{dice[4:7]}-8{dice[7:10]}-{dice[10:]}"


class Simulated:
    """One kiosk, that does what an agent does (`kiosk.agent.engine`)."""

    def __init__(self, kiosk: Kiosk, port: int, seen: Seen) -> None:
        self._kiosk, self._seen = kiosk, seen
        self.line = Line(port)
        self._etag, self._poll = "", POLL
        self._heads: dict[str, str] = {}
        self._cursors: dict[str, str] = {}
        self._kept: list[tuple[Fact, float]] = []
        self._wake = asyncio.Event()

    async def begin(self) -> None:
        """It has everything already, as after the night."""
        await self._look()
        self._cursors = dict(self._heads)
        self.line.close()

    async def live(self, until: float) -> None:
        """Until that moment of the monotonic clock."""
        people = asyncio.create_task(self._people())
        await asyncio.sleep(random.uniform(0, min(POLL, until - time.monotonic())))
        while time.monotonic() < until:
            self._wake.clear()
            await self._safely()
            await self._rest(min(self._poll * random.uniform(0.8, 1.2), until - time.monotonic()))
        people.cancel()
        if self._kept:
            await self.finish()

    def was_alone(self) -> None:
        """It kept facts that it could not tell."""
        self._kept = shapes.hour_alone([self._seen.new_id() for _ in range(KEPT)], self._kiosk.desk)

    async def finish(self) -> None:
        """Tell what it kept, and fetch what is new, until both are done."""
        for failures in itertools.count():
            if await self._safely():
                return
            await asyncio.sleep(random.uniform(0, min(LONGEST_PAUSE, FIRST_PAUSE * 2**failures)))

    async def _people(self) -> None:
        while True:
            await asyncio.sleep(random.expovariate(1 / EVERY))
            await (self._sit() if random.random() < 0.5 else self._raise_hand())

    async def _sit(self) -> None:
        claim = self._seen.new_id()
        self._keep(shapes.claimed(claim, self._kiosk.desk))
        await asyncio.sleep(random.expovariate(1 / LASTS))
        self._keep(shapes.left(self._seen.new_id(), claim))

    async def _raise_hand(self) -> None:
        ask = self._seen.new_id()
        self._keep(shapes.asked(ask, self._kiosk.desk))
        await asyncio.sleep(random.expovariate(1 / LASTS))
        self._keep(shapes.withdrawn(self._seen.new_id(), ask))

    def _keep(self, fact: Fact) -> None:
        self._kept.append((fact, 0.0))
        self._wake.set()

    async def _rest(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), max(seconds, 0))

    async def _safely(self) -> bool:
        """One exchange; False when it failed, which is counted."""
        try:
            await self._tell()
            await self._look()
            for feed in [feed for feed in FEEDS if self._heads[feed] != self._cursors.get(feed)]:
                await self._fetch(feed)
        except Broken as failure:
            self._seen.failures[str(failure)] += 1
            return False
        return True

    async def _tell(self) -> None:
        while batch := self._kept[: shapes.BATCH]:
            headers = shapes.headers(self._kiosk.token, body=True)
            answer = await self._ask("facts", shapes.FACTS, headers, shapes.batch(batch))
            results = decode(answer.body, Results).results
            if any(result.status == "rejected" for result in results) or len(results) != len(batch):
                raise Broken("rejected")
            self._seen.stored += len(results)
            del self._kept[: len(batch)]

    async def _look(self) -> None:
        headers = shapes.headers(self._kiosk.token, self._etag)
        answer = await self._ask("poll", shapes.heads(self._kiosk.branch), headers)
        if answer.status == 200:
            heads = decode(answer.body, Heads)
            self._heads, self._poll, self._etag = heads.heads, heads.poll_after, answer.headers["etag"]

    async def _fetch(self, feed: str) -> None:
        headers = shapes.headers(self._kiosk.token)
        while (since := self._cursors.get(feed, "")) != (to := self._heads[feed]):
            if not since:
                await self._begin(feed)
                continue
            answer = await self._ask(
                "changes", shapes.changes(feed, self._kiosk.branch, since, to), headers, ok=(200, 410)
            )
            if answer.status == 410:
                del self._cursors[feed]
            else:
                self._cursors[feed] = decode(answer.body, Changes).to

    async def _begin(self, feed: str) -> None:
        headers = shapes.headers(self._kiosk.token)
        answer = await self._ask("snapshot", shapes.snapshot(feed, self._kiosk.branch), headers)
        found = decode(answer.body, Snapshot)
        await self._ask("snapshot", shapes.snapshot(feed, self._kiosk.branch, found.at), headers)
        # It may have been made after the heads that we saw
        self._cursors[feed], self._heads[feed] = found.at, further(self._heads[feed], found.at)

    async def _ask(
        self,
        what: str,
        path: str,
        headers: dict[str, str],
        body: bytes | None = None,
        ok: tuple[int, ...] = (200, 304),
    ) -> Answer:
        answer = await self.line.ask(path, headers, body)
        self._seen.seconds[what].append(answer.seconds)
        if answer.status not in ok:
            raise Broken(f"status {answer.status}")
        return answer


def measure(central: Central, seconds: float) -> dict[str, object]:
    """So long an ordinary day; then all at once."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    return asyncio.run(_measure(central, seconds))


async def _measure(central: Central, seconds: float) -> dict[str, object]:
    seen = Seen()
    kiosks = [Simulated(kiosk, central.port, seen) for kiosk in central.kiosks]
    for kiosk in kiosks:
        await kiosk.begin()
    _forget(seen)
    began, cpu = time.monotonic(), central.cpu()
    await asyncio.gather(*(kiosk.live(began + seconds) for kiosk in kiosks))
    day = _day(seen, used(central, began, cpu), time.monotonic() - began)
    for kiosk in kiosks:
        kiosk.line.close()
    _check(central, seen)
    herd = await _herd(central, seen)
    _check(central, seen)
    return {**day, **herd}


def _forget(seen: Seen) -> None:
    for times in seen.seconds.values():
        times.clear()
    seen.failures.clear()


def _day(seen: Seen, used: float, seconds: float) -> dict[str, object]:
    every = [answer for times in seen.seconds.values() for answer in times]
    return {
        "fleet_cpu_percent": 100 * used,
        "fleet_p50_ms": 1000 * _share(every, 50),
        "fleet_p99_ms": 1000 * _share(every, 99),
        "fleet_errors": seen.failures.total(),
        "fleet_failures": dict(seen.failures),
        "fleet_requests_per_s": len(every) / seconds,
        "fleet_facts_per_s": seen.stored / seconds,
        **{f"fleet_{what}_p99_ms": 1000 * _share(times, 99) for what, times in seen.seconds.items()},
    }


async def _herd(central: Central, seen: Seen) -> dict[str, object]:
    """The network was gone and is back: every kiosk opens a new line, tells what it kept and fetches what is new."""
    kiosks = [Simulated(kiosk, central.port, seen) for kiosk in central.kiosks]
    for kiosk in kiosks:
        await kiosk.begin()
        kiosk.was_alone()
    _forget(seen)
    began = time.monotonic()
    try:
        await asyncio.wait_for(asyncio.gather(*(kiosk.finish() for kiosk in kiosks)), PATIENCE)
    except TimeoutError:
        raise Unreachable(f"Not all kiosks were back after {PATIENCE:.0f} seconds: {dict(seen.failures)}") from None
    return {
        "herd_seconds": time.monotonic() - began,
        "herd_errors": seen.failures.total(),
        "herd_failures": dict(seen.failures),
    }


def _check(central: Central, seen: Seen) -> None:
    """Exactly what was answered is in the database."""
    found = central.facts(seen.prefix)
    if found != seen.stored:
        raise Unreachable(f"Central stored {seen.stored} facts, as it says; it has {found}")


def _share(values: list[float], percent: int) -> float:
    """The value below which so many percent of them are."""
    if len(values) < 2:
        return max(values, default=0.0)
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]

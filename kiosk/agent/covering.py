"""Fetches the covers of what this branch has, ahead of anybody's wish to see them.

Why ahead: nothing that a visitor does is to be seen at central, or to stay on this disk. So a kiosk asks for the covers
of all that stands here, the newest and the most lent first, up to what the settings allow; and for none because
somebody looks at a title. A thread and a line of its own, by the token that the engine bought, as `looking`; it waits
while the engine talks with central, and goes slowly while the branch is open.
"""

from __future__ import annotations

import logging
import random
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from kiosk import clock
from kiosk.agent.album import Album, is_cover
from kiosk.agent.client import Client
from kiosk.agent.looking import Badge
from kiosk.agent.trust import NoAnswer, NotWelcome
from kiosk.agent.wanted import wanted
from kiosk.errors import KnownError
from kiosk.http import TooLong
from kiosk.settings import Settings
from kiosk.store.replica import Replica
from kiosk.store.writer import Writer

log = logging.getLogger(__name__)

#: The part of what large files may take while the branch is open (`when.POLITE`): all kiosks want covers at once.
SHARE = 0.25

#: Between two looks at what is wanted: seconds for which changes are gathered; how many times as long as a look took,
#: so that a large catalogue is not read all day; and seconds when nothing changes.
GATHER, RARELY, DAY = 5.0, 200, 86_400.0

#: Seconds until what could not be had is tried anew, and between two glances at whether we may go on.
AGAIN, GLANCE = 3600.0, 5.0

#: Seconds: pauses after failures of the line, which double, and the longest of them.
PAUSE, LONGEST_PAUSE = 2.0, 900.0

#: Seconds for one cover.
PATIENCE = 30.0

#: Covers that are not what they should be, one after the other, after which something is wrong with the line.
MISSES = 20

#: Covers that are looked through at a time.
LOOKED_THROUGH = 200

#: Covers of which we remember how large they are though they are not here.
REMEMBERED = 10_000


class Covering:
    """`badge` gives central's address and a token, `renew` asks for another token; `speed`: bytes a second of a large
    file, None: as fast as it goes."""

    def __init__(
        self,
        settings: Settings,
        writer: Writer,
        badge: Callable[[], Badge],
        renew: Callable[[], None],
        speed: Callable[[], float | None],
    ) -> None:
        self._settings, self._writer = settings, writer
        self._badge, self._renew, self._speed = badge, renew, speed
        self._album, self._replica = Album(settings.covers), Replica(settings.replica, settings.facts)
        self._client: Client | None = None
        self._missing: deque[str] = deque()
        self._larger: dict[str, int] = {}
        self._room, self._failures, self._misses = 0, 0, 0
        self._looked, self._look_at, self._worn = time.monotonic(), 0.0, ""
        self._free, self._wake, self._stopping = threading.Event(), threading.Event(), threading.Event()
        self._free.set()
        self._thread = threading.Thread(target=self._run, name="covering", daemon=True)

    def open(self) -> None:
        """Begin."""
        self._wake.set()
        self._thread.start()

    def follow(self) -> None:
        """Titles or copies have changed."""
        self._wake.set()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Nothing is fetched meanwhile, but what is under way."""
        self._free.clear()
        try:
            yield
        finally:
            self._free.set()

    def close(self) -> None:
        """Stop, and cut off what is under way; the rest is fetched after the next start."""
        self._stopping.set()
        self._wake.set()
        self._free.set()
        if self._client is not None:
            self._client.abort()
        if self._thread.is_alive():
            self._thread.join(1)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._stopping.wait(self._turn())
            except KnownError as error:
                log.info("covers are fetched later: %s", error.what)
                self._give_up()
            except Exception as error:
                # Its text may name a title
                log.error("a mistake of our own while fetching covers: %s", type(error).__name__)
                self._give_up()
        self._replica.close()
        if self._client is not None:
            self._client.close()

    def _turn(self) -> float:
        """One look or one cover, if there is reason to; the seconds until the next."""
        since = time.monotonic() - self._looked
        if since > DAY or (self._wake.is_set() and time.monotonic() >= self._look_at):
            self._wake.clear()
            self._look()
            return 0.0
        client = self._calling() if self._missing and self._free.is_set() else None
        return GLANCE if client is None else self._next(client)

    def _look(self) -> None:
        """See what is wanted, let go of the rest."""
        self._looked = time.monotonic()
        if not (self._writer.cursor("titles") and self._writer.cursor("copies")):
            # Half of it is not here yet, and what we have may be wanted then
            return
        sizes, most = self._sizes(), self._settings.covers_mb * 1_000_000
        names = wanted(self._replica, self._larger | sizes, most, clock.here(clock.now()).date(), self._stopping.is_set)
        if self._stopping.is_set():
            return
        gone = self._album.remove(sizes.keys() - set(names))
        now = time.monotonic()
        self._look_at = now + max(GATHER, RARELY * (now - self._looked))
        self._missing = deque(name for name in names if name not in sizes)
        self._room = most - sum(sizes[name] for name in names if name in sizes)
        if gone or self._missing:
            log.info("covers: %d wanted, %d to fetch, %d let go", len(names), len(self._missing), gone)

    def _sizes(self) -> dict[str, int]:
        """Of what is here. At each look some are looked through, so that what a disk spoils comes anew."""
        sizes = self._album.sizes()
        spoilt = self._album.spoilt(random.sample(sorted(sizes), min(LOOKED_THROUGH, len(sizes))))
        return {name: size for name, size in sizes.items() if name not in spoilt}

    def _give_up(self) -> None:
        """For now: look again later at what is missing."""
        self._missing.clear()
        self._try_again()

    def _try_again(self) -> None:
        self._look_at = max(self._look_at, time.monotonic() + AGAIN)
        self._wake.set()

    def _calling(self) -> Client | None:
        """The line, or None while there is no token that central takes."""
        central, token = self._badge()
        if not central or not token or token == self._worn:
            return None
        if self._client is None or self._client.central != central.rstrip("/"):
            self._client = Client(central, altogether=PATIENCE)
        self._client.token = token
        return self._client

    def _next(self, client: Client) -> float:
        if self._stopping.is_set():
            return 0.0
        name = self._missing[0]
        try:
            body = self._fetched(client, name)
        except NotWelcome:
            self._worn = client.token
            self._renew()
            return GLANCE
        except NoAnswer as error:
            return self._failed(error.after)
        self._failures = 0
        self._missing.popleft()
        if is_cover(body, name):
            return self._kept(name, body)
        self._miss()
        return 0.0

    def _fetched(self, client: Client, name: str) -> bytes:
        try:
            return client.cover(name)
        except NoAnswer as error:
            if isinstance(error.__cause__, TooLong):
                return b""
            raise

    def _kept(self, name: str, body: bytes) -> float:
        self._misses = 0
        if len(body) > self._room:
            return self._postponed(name, len(body))
        self._album.put(name, body)
        self._room -= len(body)
        speed = self._speed()
        return len(body) / (speed * SHARE) if speed else 0.0

    def _postponed(self, name: str, size: int) -> float:
        """It is larger than was thought: the next look makes room for it, or does without."""
        if len(self._larger) >= REMEMBERED:
            self._larger.clear()
        self._larger[name] = size
        self._missing.clear()
        self._wake.set()
        return 0.0

    def _miss(self) -> None:
        """That one is tried again after the others."""
        self._misses += 1
        self._try_again()
        if self._misses >= MISSES:
            self._misses = 0
            self._give_up()

    def _failed(self, after: float) -> float:
        pause = after or min(LONGEST_PAUSE, PAUSE * 2 ** min(self._failures, 16))
        self._failures += 1
        return pause

"""Telling central how this kiosk is: every few minutes, and at once when it matters. Only the last word counts, so
what does not get through is not kept."""

from __future__ import annotations

import ctypes
import functools
import logging
import random
import shutil
import sys
import time
from collections.abc import Callable

from kiosk import __version__, clock, paths
from kiosk.agent import credential
from kiosk.agent.boot import ticks
from kiosk.agent.client import Client
from kiosk.agent.indexing import Indexing
from kiosk.agent.keep import Facts
from kiosk.agent.orders import Orders
from kiosk.agent.screens import Screens
from kiosk.errors import KnownError
from kiosk.lessons.edition import edition
from kiosk.settings import Settings
from kiosk.store.writer import Writer
from kiosk.wire import FEEDS, Health
from kiosk.wire.health import MOST
from kiosk.wire.link import Status

log = logging.getLogger(__name__)

#: Seconds between two words when nothing happens, and after one that did not get through.
EVERY, AGAIN = 300.0, 60.0

#: adjtimex(2): the clock is not set by anything; the size of its struct, generously.
_TIME_ERROR, _TIMEX = 5, 512

_started = time.monotonic()


class Reporting:
    """`status` is what the screen hears too; `wake` begins a round of the engine."""

    def __init__(
        self,
        settings: Settings,
        facts: Facts,
        writer: Writer,
        indexing: Indexing,
        screens: Screens,
        status: Callable[[], Status],
        wake: Callable[[], None],
    ) -> None:
        self._settings, self._facts, self._writer, self._indexing = settings, facts, writer, indexing
        self._screens, self._status = screens, status
        self.orders = Orders(credential.folder(settings) / "orders.json", screens, wake)
        self._due = 0.0
        self._told: object = None

    def open(self) -> None:
        """From now on orders are carried out."""
        self.orders.open()

    def close(self) -> None:
        """No more."""
        self.orders.close()

    def soon(self) -> None:
        """Central has something to say to this branch's kiosks: ask in this round."""
        self._due = 0.0

    def report(self, client: Client) -> None:
        """Say it when it is time, and take what staff ordered. That it does not get through spoils nothing else."""
        try:
            health = self._health()
            pressing = _pressing(health)
            if time.monotonic() < self._due and pressing == self._told:
                return
            self._due, self._told = time.monotonic() + AGAIN, pressing
            heard = client.health(health)
        except (KnownError, OSError) as error:
            log.info("central did not hear how this kiosk is: %s", error)
            return
        self._due = time.monotonic() + EVERY * random.uniform(0.8, 1.2)
        self.orders.take(heard.orders, heard.now)

    def _health(self) -> Health:
        status, space = self._status(), shutil.disk_usage(self._settings.state)
        cursors = {feed: self._writer.cursor(feed) for feed in FEEDS}
        return Health(
            version=__version__,
            at=clock.now(),
            screen=self._screens.version()[:40],
            uptime=ticks() // 1000,
            running=int(time.monotonic() - _started),
            waiting=status.waiting,
            oldest=self._facts.oldest(),
            quarantined=status.quarantined,
            refused=status.refused,
            synchronised=_synchronised(),
            free=space.free,
            disk=space.total,
            cursors={feed: cursor[:40] for feed, cursor in cursors.items() if cursor},
            lessons=_lessons(),
            index=self._indexing.state(),
            wipes=status.wipes,
            notes=[note[:300] for note in status.notes[-MOST:]],
            updated=self.orders.updated(),
            outcomes=self.orders.outcomes(),
        )


def _pressing(health: Health) -> object:
    """What is told at once when it changes."""
    wrong = (health.quarantined, health.wipes.left, health.notes, health.index == "failed")
    return (*wrong, health.screen, health.outcomes, health.updated)


@functools.cache
def _lessons() -> str:
    return edition(paths.RESOURCES / "lessons")


def _synchronised() -> bool | None:
    """Whether something sets this computer's clock, as the kernel sees it (adjtimex(2)); None where it does not say."""
    if sys.platform != "linux":
        return None
    state = ctypes.CDLL(None).adjtimex(ctypes.create_string_buffer(_TIMEX))
    return None if state < 0 else state != _TIME_ERROR

"""Carrying out what staff ordered: each order once, however often it is said, and nothing but what is on our list.

    taken → (waiting until nobody is at the screen) → begun, and that is on disk → done or failed

Why it is on disk before it is done: an agent that is started anew by an order must know that it was. What is not begun
is not written down: central says it again.
"""

from __future__ import annotations

import logging
import os
import re
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

import msgspec

from kiosk import __version__
from kiosk.agent.screens import Screens
from kiosk.agent.updating import Tray
from kiosk.store.files import write_whole
from kiosk.wire import Order, Outcome, Updated, decode, encode
from kiosk.wire.health import MOST, VERSION, release

log = logging.getLogger(__name__)

#: An order is good for so long, whatever central says.
LIFE = timedelta(days=1)

#: Seconds: until a screen must be there, or be back; until an updater must have looked, and must be ready.
SCREEN, PICKED_UP, UPDATE = 60.0, 60.0, 3600.0

#: Seconds between two looks while an order is open.
LOOK = 0.5

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Known(msgspec.Struct, kw_only=True):
    """An order that was begun or is over."""

    order: Order
    outcome: Outcome


class Memory(msgspec.Struct, kw_only=True):
    """`orders.json`. `ran`: the agent's version when it was written."""

    ran: str = __version__
    known: list[Known] = msgspec.field(default_factory=list)


@dataclass
class Job:
    """An order that is open. `taken`, `until`, `begun`: by the monotonic clock; `before`: the screens there were."""

    order: Order
    taken: float
    until: float
    begun: float | None = None
    before: set[int] = field(default_factory=set)


class Orders:
    """`file` remembers what was begun; `news` is called when an outcome changed; `leave` ends the agent, so that
    whoever supervises starts it anew. Any thread may call."""

    def __init__(
        self, file: Path, screens: Screens, news: Callable[[], None], leave: Callable[[], None] | None = None
    ) -> None:
        self._file, self._screens, self._news, self._leave = file, screens, news, leave or _leave
        self._tray = Tray(file.with_name("update.json"))
        self._memory = _read(file)
        self._jobs: dict[str, Job] = {}
        self._outcomes: dict[str, Outcome] = {known.order.id: known.outcome for known in self._memory.known}
        # A screen from before an update goes on with the old version until nobody is at it
        self._renew = self._memory.ran != __version__
        self._lock, self._wake, self._stopping = threading.RLock(), threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name="orders", daemon=True)

    def open(self) -> None:
        """Begin, with what was begun before this agent started."""
        self._go_on()
        self._thread.start()

    def close(self) -> None:
        """Stop; what waits is said again by central."""
        self._stopping.set()
        self._wake.set()
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(1)

    def take(self, orders: list[Order], now: datetime) -> None:
        """These are open, says central, whose clock shows `now`. Nonsense is ignored."""
        if len(orders) > MOST:
            log.warning("central sent %d orders; only the first %d are looked at", len(orders), MOST)
        for order in orders[:MOST]:
            with self._lock:
                if order.id not in self._outcomes and order.id not in self._jobs:
                    self._take(order, now)
        self._wake.set()

    def outcomes(self) -> list[Outcome]:
        """How far each is, the newest last."""
        with self._lock:
            return list(self._outcomes.values())[-MOST:]

    def updated(self) -> Updated | None:
        """What became of the last update."""
        return self._tray.result()

    def _take(self, order: Order, now: datetime) -> None:
        wrong = _wrong(order, now)
        if wrong:
            log.warning("an order of central is ignored: %s", wrong)
            return
        moment = time.monotonic()
        self._jobs[order.id] = Job(order, moment, moment + min(order.until - now, LIFE).total_seconds())
        log.info("staff ordered: %s", order.what)

    def _go_on(self) -> None:
        for known in [known for known in self._memory.known if known.outcome.state == "begun"]:
            if known.order.what == "update":
                moment = time.monotonic()
                self._jobs[known.order.id] = Job(known.order, moment, moment + UPDATE, begun=moment)
            else:
                # An agent that is here was started anew; a screen that was ended and not seen again cannot be judged
                back = known.order.what == "restart-agent"
                self._settle(known.order, "done" if back else "failed", "" if back else "interrupted")

    def _run(self) -> None:
        while not self._stopping.is_set():
            with self._lock:
                for job in list(self._jobs.values()):
                    self._try_step(job)
                self._renew = self._renew and not self._renewed()
                busy = bool(self._jobs) or self._renew
            self._wake.wait(LOOK if busy else None)
            self._wake.clear()

    def _try_step(self, job: Job) -> None:
        try:
            self._step(job)
        except OSError as error:
            log.error("an order cannot be carried out: %s", error)
            self._settle(job.order, "failed", "disk")

    def _step(self, job: Job) -> None:
        if job.begun is not None:
            _FOLLOW[job.order.what](self, job, time.monotonic() - job.begun)
        elif time.monotonic() > job.until:
            self._settle(job.order, "failed", "expired")
        elif self._screens.busy() and not job.order.now:
            self._say(Outcome(id=job.order.id, state="waiting"))
        elif self._may_begin(job):
            self._begin(job)

    def _may_begin(self, job: Job) -> bool:
        if job.order.what != "restart-screen" or self._screens.pids():
            return True
        if time.monotonic() - job.taken > SCREEN:
            self._settle(job.order, "failed", "no-screen")
        return False

    def _begin(self, job: Job) -> None:
        job.begun, job.before = time.monotonic(), self._screens.pids()
        outcome = Outcome(id=job.order.id, state="begun")
        if not self._written(job.order, outcome):
            # Without a note of it, it might be done a second time
            self._settle(job.order, "failed", "disk")
            return
        self._say(outcome)
        _BEGIN[job.order.what](self, job)

    def _restart_screen(self, _: Job) -> None:
        self._screens.end()

    def _restart_agent(self, _: Job) -> None:
        self._leave()

    def _update(self, job: Job) -> None:
        if job.order.version == __version__:
            self._settle(job.order, "done")
        elif release(job.order.version) < release(__version__):
            self._settle(job.order, "failed", "older")
        else:
            self._tray.put(job.order)

    def _follow_screen(self, job: Job, seconds: float) -> None:
        if self._screens.pids() - job.before:
            self._settle(job.order, "done")
        elif seconds > SCREEN:
            self._settle(job.order, "failed", "did-not-return")

    def _follow_agent(self, _job: Job, _seconds: float) -> None:
        """The next agent says that it is here."""

    def _follow_update(self, job: Job, seconds: float) -> None:
        result = self._tray.result()
        if result is not None and result.order == job.order.id:
            self._settle(job.order, "failed" if result.reason else "done", result.reason)
        elif seconds > PICKED_UP and self._tray.take_back():
            self._settle(job.order, "failed", "no-updater")
        elif seconds > UPDATE:
            self._settle(job.order, "failed", "no-word")

    def _renewed(self) -> bool:
        """Whether the screens are of our version, or were ended to become so."""
        version = self._screens.version()
        if not version or self._screens.busy():
            return False
        if version != __version__:
            log.info("the screen is of version %s and is started anew", version)
            self._screens.end()
        return True

    def _settle(self, order: Order, state: Literal["done", "failed"], reason: str = "") -> None:
        """It is over."""
        outcome = Outcome(id=order.id, state=state, reason=reason)
        self._jobs.pop(order.id, None)
        self._written(order, outcome)
        log.info("%s: %s %s", order.what, state, reason)
        self._say(outcome)

    def _say(self, outcome: Outcome) -> None:
        if self._outcomes.get(outcome.id) != outcome:
            self._outcomes[outcome.id] = outcome
            self._news()

    def _written(self, order: Order, outcome: Outcome) -> bool:
        """Whether that is on disk."""
        others = [known for known in self._memory.known if known.order.id != order.id]
        self._memory = Memory(known=[*others, Known(order=order, outcome=outcome)][-MOST:])
        try:
            write_whole(self._file, encode(self._memory))
        except OSError as error:
            log.error("what was ordered cannot be written down: %s", error)
            return False
        return True


_BEGIN: dict[str, Callable[[Orders, Job], None]] = {
    "restart-screen": Orders._restart_screen,
    "restart-agent": Orders._restart_agent,
    "update": Orders._update,
}

_FOLLOW: dict[str, Callable[[Orders, Job, float], None]] = {
    "restart-screen": Orders._follow_screen,
    "restart-agent": Orders._follow_agent,
    "update": Orders._follow_update,
}


def _wrong(order: Order, now: datetime) -> str:
    """Why an order makes no sense, or ""; nothing of it is repeated in a log."""
    if not _ID.fullmatch(order.id):
        return "its id is no UUID"
    if order.what not in _BEGIN:
        return "it is not on our list"
    if order.what == "update" and not re.fullmatch(VERSION, order.version):
        return "what it names is no version"
    if not (-LIFE < now - order.at < LIFE and order.until > now):
        return "its time is over, or has not come"
    return ""


def _read(file: Path) -> Memory:
    try:
        return decode(file.read_bytes(), Memory)
    except FileNotFoundError:
        return Memory()
    except (OSError, msgspec.DecodeError) as error:
        log.error("what was ordered before cannot be read: %s", error)
        return Memory()


def _leave() -> None:
    if sys.platform == "win32":
        os.kill(os.getpid(), signal.SIGTERM)
    else:
        # To the main thread: a signal to the whole process may be taken by this one, and would not wake the other
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGTERM)

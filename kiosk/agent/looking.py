"""Asks central where the title that somebody looks at can be had now: one question at a time, the newest wins.

A thread and a line of its own, so that the exchange with central neither waits for it nor the other way round. It goes
by the token that the engine bought, and never buys one: a question that is not let in is simply not answered. Which
titles are looked at is written down nowhere.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from kiosk.agent.client import Client
from kiosk.errors import KnownError
from kiosk.wire import Availability
from kiosk.wire.link import FromAgent, Looked

log = logging.getLogger(__name__)

#: Seconds for an answer: central takes two at most, and the rest is the way there.
PATIENCE = 4.0

#: Where central is, and the token for it; empty while there is none.
Badge = tuple[str, str]


class Looking:
    """`badge` is asked before each question; `say` hands the answer to the screen."""

    def __init__(self, badge: Callable[[], Badge], say: Callable[[FromAgent], None]) -> None:
        self._badge, self._say = badge, say
        self._wanted, self._asking = "", False
        self._client: Client | None = None
        self._lock, self._wake, self._stopping = threading.Lock(), threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name="looking", daemon=True)

    def open(self) -> None:
        """Begin."""
        self._thread.start()

    def close(self) -> None:
        """Stop, and cut off what is under way."""
        self._stopping.set()
        self.ask("")
        if self._thread.is_alive():
            self._thread.join(1)

    def ask(self, title: str) -> None:
        """Somebody looks at this title now, and no longer at another; "" when at none."""
        with self._lock:
            self._wanted = title
            if self._asking and self._client is not None:
                self._client.abort()
        self._wake.set()

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._wake.wait()
            self._wake.clear()
            with self._lock:
                title = self._wanted
                self._asking = bool(title)
            if title and not self._stopping.is_set():
                self._look(title)

    def _look(self, title: str) -> None:
        found = self._found(title)
        with self._lock:
            self._asking, still = False, self._wanted == title
        if still:
            self._say(Looked(title=title, found=found))

    def _found(self, title: str) -> Availability | None:
        try:
            client = self._calling()
            return client.availability(title) if client is not None else None
        except KnownError:
            return None
        except Exception as error:
            # Its text may name the title
            log.error("a mistake of our own while looking: %s", type(error).__name__)
            return None

    def _calling(self) -> Client | None:
        """The line; the one that was kept, if it still goes to the right place."""
        central, token = self._badge()
        with self._lock:
            if not central or not token:
                return None
            if self._client is None or self._client.central != central.rstrip("/"):
                self._client = Client(central, altogether=PATIENCE)
            self._client.token = token
            return self._client

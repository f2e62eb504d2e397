"""Questions to a system that may be slow or dead, so that nobody who waits for an answer pays for that twice.

The same question at the same time is asked once, and its answer stands for a minute. After a failure nobody waits any
more: now and then a question goes out all the same, and once one is answered, people wait for answers again.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from traceback import format_tb
from typing import Generic, TypeVar

from kiosk import clock
from kiosk.errors import KnownError

log = logging.getLogger("wegwijs.catalogue")

T = TypeVar("T")

#: Seconds: how long somebody waits, how long an answer stands, and how long a system that failed is left alone.
BUDGET, FRESH, REST = 2.0, 60.0, 15.0

#: Questions to one system at a time, and answers that are remembered.
AT_ONCE, REMEMBERED = 4, 200


@dataclass(frozen=True)
class Answer(Generic[T]):
    """`at`: when it came."""

    value: T
    at: datetime
    until: float


@dataclass
class _Flight(Generic[T]):
    """A question that is under way."""

    landed: threading.Event = field(default_factory=threading.Event)
    answer: Answer[T] | None = None


class Gate(Generic[T]):
    """Of one system, `name`. Any thread may ask. Which titles are asked for is not written down."""

    def __init__(self, name: str) -> None:
        self._name, self._lock = name, threading.Lock()
        self._flights: dict[str, _Flight[T]] = {}
        self._known: OrderedDict[str, Answer[T]] = OrderedDict()
        self._failed = False
        self._try_again = 0.0

    def ask(self, question: str, put: Callable[[], T]) -> Answer[T] | None:
        """The answer, within `BUDGET` seconds; None when there is none. `put` puts the question, in a thread."""
        with self._lock:
            known = self._known.get(question)
            if known is not None and known.until > time.monotonic():
                return known
            patient, flight = not self._failed, self._flight(question, put)
        if flight is None or not patient:
            return None
        if not flight.landed.wait(BUDGET):
            self._note_failure("no answer in time")
        return flight.answer

    def _flight(self, question: str, put: Callable[[], T]) -> _Flight[T] | None:
        flight = self._flights.get(question)
        if flight is not None:
            return flight
        if len(self._flights) >= AT_ONCE or (self._failed and time.monotonic() < self._try_again):
            return None
        if self._failed:
            self._try_again = time.monotonic() + REST
        flight = _Flight()
        threading.Thread(target=self._fly, args=(question, put, flight), name="availability", daemon=True).start()
        self._flights[question] = flight
        return flight

    def _fly(self, question: str, put: Callable[[], T], flight: _Flight[T]) -> None:
        try:
            value = put()
        except KnownError as error:
            self._note_failure(type(error).__name__)
        except Exception as error:
            # Its text may repeat what was asked: only its kind and its place in our code are written down
            log.error(
                "%s while asking %s:\n%s", type(error).__name__, self._name, "".join(format_tb(error.__traceback__))
            )
            self._note_failure(type(error).__name__)
        else:
            self._note(question, value, flight)
        finally:
            with self._lock:
                self._flights.pop(question, None)
            flight.landed.set()

    def _note(self, question: str, value: T, flight: _Flight[T]) -> None:
        flight.answer = Answer(value, clock.now(), time.monotonic() + FRESH)
        with self._lock:
            mended, self._failed = self._failed, False
            self._known[question] = flight.answer
            self._known.move_to_end(question)
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        if mended:
            log.warning("%s says again which copies are in", self._name)

    def _note_failure(self, why: str) -> None:
        with self._lock:
            news, self._failed, self._try_again = not self._failed, True, time.monotonic() + REST
        if news:
            log.warning("%s does not say which copies are in: %s", self._name, why)

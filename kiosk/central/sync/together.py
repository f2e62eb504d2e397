"""Work of many threads done by one of them at a time, for all that wait: one commit instead of one each.

Why: SQLite has one writer, and threads that wait for it look again and again; and to wait until a commit is on disk
costs the same for one request as for thirty. Nobody waits for company: who comes first works at once, for itself; who
comes meanwhile is the next group, and the first of it works for all of it.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

log = logging.getLogger("wegwijs.sync")

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")


class _Turn(Generic[Item, Outcome]):
    """One who waits: until its outcomes are there (none: the group failed), or until it leads."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self.outcomes: list[Outcome] = []
        self.leads = False
        self.called = threading.Event()


class Together(Generic[Item, Outcome]):
    """`many` does all items of a group, an outcome for each, or raises and has done nothing. Then each thread does its
    own with `alone`, so that nobody suffers for another."""

    def __init__(self, many: Callable[[Sequence[Item]], list[Outcome]], alone: Callable[[Item], Outcome]) -> None:
        self._many, self._alone = many, alone
        self._door = threading.Lock()
        self._queue: list[_Turn[Item, Outcome]] = []
        self._busy = False

    def do(self, item: Item) -> Outcome:
        """The outcome of this item, once all of its group is done."""
        mine: _Turn[Item, Outcome] = _Turn(item)
        self._come(mine)
        mine.called.wait()
        if mine.leads:
            self._lead()
        return mine.outcomes[0] if mine.outcomes else self._alone(item)

    def _come(self, turn: _Turn[Item, Outcome]) -> None:
        with self._door:
            self._queue.append(turn)
            if not self._busy:
                self._busy = turn.leads = True
                turn.called.set()

    def _lead(self) -> None:
        with self._door:
            group, self._queue = self._queue, []
        try:
            outcomes = self._many([turn.item for turn in group])
            for turn, outcome in zip(group, outcomes, strict=True):
                turn.outcomes = [outcome]
        except Exception as error:
            # Its text may repeat what was sent
            log.warning("%d requests are tried one by one: %s", len(group), type(error).__name__)
        finally:
            self._hand_over()
            for turn in group:
                turn.called.set()

    def _hand_over(self) -> None:
        with self._door:
            self._busy = bool(self._queue)
            if self._queue:
                self._queue[0].leads = True
                self._queue[0].called.set()

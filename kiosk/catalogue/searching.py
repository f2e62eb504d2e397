"""A thread that asks the index, so that typing never waits for an answer."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from kiosk.catalogue import index
from kiosk.catalogue.index import Answer, Index, Query
from kiosk.errors import StoreDamaged

Answered = Callable[[Query, Answer | StoreDamaged], None]


class Searching:
    """One question at a time, and the newest wins: what was asked meanwhile is dropped.

    `answered` is called in the thread. The first question starts it, and imports tantivy.
    """

    def __init__(self, folder: Path, answered: Answered) -> None:
        self._folder, self._answered = folder, answered
        self._index: Index | None = None
        self._wanted: Query | None = None
        self._stale = self._stopping = False
        self._news = threading.Condition()
        self._thread: threading.Thread | None = None

    def ask(self, query: Query) -> None:
        """`answered` follows, unless something newer is asked first."""
        with self._news:
            self._wanted = query
            self._news.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="searching", daemon=True)
            self._thread.start()

    def renew(self) -> None:
        """The index has changed; look at it anew before the next answer."""
        with self._news:
            self._stale = True

    def forget(self) -> None:
        """Drop what was asked."""
        with self._news:
            self._wanted = None

    def close(self) -> None:
        """Stop, and wait for the thread."""
        with self._news:
            self._stopping = True
            self._news.notify()
        if self._thread is not None:
            self._thread.join(2)

    def _run(self) -> None:
        while (query := self._next()) is not None:
            try:
                answer: Answer | StoreDamaged = self._opened().ask(query)
            except StoreDamaged as error:
                self._index, answer = None, error
            self._answered(query, answer)

    def _next(self) -> Query | None:
        with self._news:
            self._news.wait_for(lambda: self._wanted is not None or self._stopping)
            query, self._wanted = self._wanted, None
            return None if self._stopping else query

    def _opened(self) -> Index:
        with self._news:
            stale, self._stale = self._stale, False
        if self._index is None or stale:
            self._index = index.open(self._folder)
        return self._index

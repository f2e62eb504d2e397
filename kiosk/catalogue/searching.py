"""Threads that ask the index, so that typing never waits for an answer."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from kiosk.catalogue import index
from kiosk.catalogue.questions import Answer, Facets, Query
from kiosk.errors import StoreDamaged

Answered = Callable[[Query, Answer | StoreDamaged], None]
Counted = Callable[[Query, Facets], None]
Looked = Callable[[str, object], None]

Look = Callable[[index.Index], object]


class Searching:
    """One question at a time, and the newest wins: what was asked meanwhile is dropped. What takes longer and may come
    a little later, a second thread does: the facets of the newest answer, and `look`.

    `answered`, `counted` and `looked` are called in these threads. The first question starts them, and imports tantivy.
    """

    def __init__(self, folder: Path, answered: Answered, counted: Counted, looked: Looked) -> None:
        self._folder, self._answered, self._counted, self._looked = folder, answered, counted, looked
        self._index: index.Index | None = None
        self._wanted: Query | None = None
        self._uncounted: tuple[Query, Answer, index.Index] | None = None
        self._looks: dict[str, Look] = {}
        self._stale = self._stopping = False
        self._news = threading.Condition()
        self._threads: list[threading.Thread] = []

    def ask(self, query: Query) -> None:
        """`answered` follows, and `counted`, unless something newer is asked first."""
        with self._news:
            self._wanted, self._uncounted = query, None
        self._wake()

    def look(self, what: str, look: Look) -> None:
        """`looked` follows with what it gives, unless another look for `what` is asked first."""
        with self._news:
            self._looks[what] = look
        self._wake()

    def renew(self) -> None:
        """The index has changed; look at it anew before the next answer."""
        with self._news:
            self._stale = True

    def forget(self) -> None:
        """Drop what was asked."""
        with self._news:
            self._wanted = self._uncounted = None
            self._looks.clear()

    def close(self) -> None:
        """Stop, and wait for the threads."""
        with self._news:
            self._stopping = True
            self._news.notify_all()
        for thread in self._threads:
            thread.join(2)

    def _wake(self) -> None:
        with self._news:
            self._news.notify_all()
        if not self._threads:
            for name, run in (("searching", self._search), ("counting", self._count)):
                self._threads.append(threading.Thread(target=run, name=name, daemon=True))
                self._threads[-1].start()

    def _search(self) -> None:
        while (query := self._next()) is not None:
            try:
                opened = self._opened()
                answer: Answer | StoreDamaged = opened.ask(query)
            except StoreDamaged as error:
                with self._news:
                    self._index = None
                answer = error
            self._answered(query, answer)
            with self._news:
                if self._wanted is None and isinstance(answer, Answer):
                    self._uncounted = query, answer, opened
                    self._news.notify_all()

    def _next(self) -> Query | None:
        with self._news:
            self._news.wait_for(lambda: self._wanted is not None or self._stopping)
            query, self._wanted = self._wanted, None
            return None if self._stopping else query

    def _count(self) -> None:
        while (do := self._next_aside()) is not None:
            # Who asks next meets the same damage, and says so
            try:
                do()
            except StoreDamaged:
                continue

    def _next_aside(self) -> Callable[[], None] | None:
        with self._news:
            self._news.wait_for(lambda: self._uncounted is not None or bool(self._looks) or self._stopping)
            if self._stopping:
                return None
            if self._uncounted is not None:
                (query, answer, opened), self._uncounted = self._uncounted, None
                return lambda: self._counted(query, opened.count(query, answer))
            what, look = self._looks.popitem()
            return lambda: self._looked(what, look(self._opened()))

    def _opened(self) -> index.Index:
        with self._news:
            if self._index is None or self._stale:
                self._stale = False
                self._index = index.open(self._folder)
            return self._index

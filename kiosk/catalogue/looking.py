"""Where the title that is open can be had now: asked of central by way of the agent, shown, and kept nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from kiosk.screen.link import Link
from kiosk.wire import Copy
from kiosk.wire.link import Looked


class Looking:
    """`copies`: as the library's own system says they are, None while it has not said; `fetched`: when it said so.
    `heard` is called when it has."""

    def __init__(self, link: Link, heard: Callable[[], None]) -> None:
        self.copies: list[Copy] | None = None
        self.fetched: datetime | None = None
        self._link, self._heard, self._title = link, heard, ""
        link.looked.connect(self._hear)

    def look(self, title: str) -> None:
        """Somebody looks at this title; "": at none. What was said of another is forgotten."""
        if title == self._title:
            return
        self.copies, self.fetched, self._title = None, None, title
        self._link.look(title)

    def known_since(self, stored: Iterable[Copy]) -> datetime | None:
        """How old it is what is shown of the copies; None when nobody knows."""
        return self.fetched or min((copy.fetched for copy in stored if copy.fetched), default=None)

    def _hear(self, message: Looked) -> None:
        found = message.found
        if message.title == self._title and found is not None and found.live:
            self.copies, self.fetched = found.copies, found.fetched
            self._heard()

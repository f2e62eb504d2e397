"""Bringing the replica up to what central says."""

from __future__ import annotations

import logging
from collections.abc import Callable

from kiosk import clock
from kiosk.agent.client import Client
from kiosk.agent.trust import Expired
from kiosk.failpoints import reach
from kiosk.store.writer import Writer
from kiosk.wire import FEEDS, Change

log = logging.getLogger(__name__)

#: A feed that starts anew more often than this in one go is not pulled further.
ANEW = 2


class Puller:
    """`changed(feed, changes)` is told after each page that readers can see; None: all of the feed is new."""

    def __init__(self, writer: Writer, changed: Callable[[str, list[Change] | None], None]) -> None:
        self._writer = writer
        self._changed = changed
        self._heads: dict[str, str] = {}

    def pull(self, client: Client, branch: str) -> float | None:
        """Fetch what changed. Seconds until the next look, or None when central said nothing new about that."""
        heads = client.heads(branch)
        if heads is not None:
            self._heads = heads.heads
        for feed in self._behind():
            self._feed(client, branch, feed)
        self._writer.know(synced=clock.now().isoformat())
        return heads.poll_after if heads is not None else None

    def _behind(self) -> list[str]:
        """The feeds in which central is further; those of a newer central that we do not know are left alone."""
        return [feed for feed in FEEDS if self._heads.get(feed, "") not in ("", self._writer.cursor(feed))]

    def _feed(self, client: Client, branch: str, feed: str) -> None:
        anew, more = 0, True
        while more:
            since = self._writer.since(feed)
            try:
                page = client.changes(feed, branch, since)
            except Expired:
                anew += 1
                if anew > ANEW:
                    raise
                log.info("%s starts anew", feed)
                self._writer.restart(feed)
                continue
            reach("before apply")
            effect = self._writer.apply(page)
            reach("after apply")
            if effect != "nothing":
                self._changed(feed, None if effect == "anew" else page.changes)
            more = page.more

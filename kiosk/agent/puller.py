"""Bringing the replica up to what central says."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path

from kiosk import clock
from kiosk.agent import download, trust
from kiosk.agent.client import Client
from kiosk.agent.trust import BadBatch, Expired, NoAnswer
from kiosk.failpoints import reach
from kiosk.store.writer import Astray, Writer
from kiosk.wire import FEEDS, Change

log = logging.getLogger(__name__)

#: Seconds between two looks when central does not say.
POLL = 30.0

#: A feed that starts anew more often than this in one go is not pulled further.
ANEW = 2


class Pressing(Exception):
    """Something cannot wait until all has come; the rest is fetched after it, from where it was."""


class Puller:
    """`changed(feed, changes)` is told of whatever readers can see; None: all of the feed is new.

    `poll_after`: seconds until the next look, as central said last, also when what it said next did not all come, and
    `look_again`: that moment by the monotonic clock. `folder` is where snapshots come in; `pace` takes the time that
    the line should have for so many bytes, or raises `Pressing`. It is called when something came, so that each `pull`
    gets further, however much presses.
    """

    def __init__(
        self,
        writer: Writer,
        folder: Path,
        pace: download.Pace,
        changed: Callable[[str, list[Change] | None], None],
    ) -> None:
        self._writer, self._folder, self._pace, self._changed = writer, folder, pace, changed
        self._heads: dict[str, str] = {}
        self.poll_after, self.look_again = POLL, 0.0
        self._came = False

    def pull(self, client: Client, branch: str) -> None:
        """Fetch what changed."""
        self._came = False
        heads = client.heads(branch)
        if heads is not None:
            self._heads, self.poll_after = heads.heads, trust.poll_after(heads.poll_after)
        self.look_again = time.monotonic() + self.poll_after
        for feed in self._behind():
            self._feed(client, branch, feed)
        self._writer.know(synced=clock.now().isoformat())

    def _behind(self) -> list[str]:
        """The feeds in which central is further, the short ones first; those of a newer central that we do not know are
        left alone."""
        behind = [feed for feed in FEEDS if self._heads.get(feed, "") not in ("", self._writer.cursor(feed))]
        return sorted(behind, key=lambda feed: FEEDS[feed].scope)

    def _feed(self, client: Client, branch: str, feed: str) -> None:
        fillings, anew = 0, not self._writer.cursor(feed)
        while anew or self._writer.cursor(feed) != self._heads[feed]:
            try:
                if anew:
                    fillings += 1
                    self._fill(client, branch, feed)
                    anew = False
                else:
                    self._page(client, branch, feed)
            except (Expired, Astray, BadBatch) as error:  # the last: a cursor that our disk spoilt
                log.info("%s starts anew: %s", feed, error or "it is not what central has")
                if fillings >= ANEW:
                    raise NoAnswer("unreachable", f"The feed {feed} does not become what central has") from error
                anew = True

    def _fill(self, client: Client, branch: str, feed: str) -> None:
        snapshot = client.snapshot(feed, branch)
        file = download.fetch(client, snapshot, branch, self._folder, self._pace)
        reach("before fill")
        self._writer.fill(feed, snapshot.at, download.changes(file, snapshot.count))
        self._came = True
        reach("after fill")
        download.done(file)
        # It may have been made after the heads that we saw
        self._heads[feed] = trust.further(self._heads[feed], snapshot.at)
        self._changed(feed, None)

    def _page(self, client: Client, branch: str, feed: str) -> None:
        if self._came:
            self._pace(0)
        page = client.changes(feed, branch, self._writer.cursor(feed), self._heads[feed])
        reach("before apply")
        effect = self._writer.apply(page)
        self._came = True
        reach("after apply")
        if effect != "nothing":
            self._changed(feed, page.changes)

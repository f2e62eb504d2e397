"""What the agent knows of the screens at its link, and of the wipes."""

from __future__ import annotations

import threading
from datetime import datetime

from msgspec.structs import replace

from kiosk.agent.peer import Peer
from kiosk.wire import Wipes


class Screens:
    """`peers`: who is connected now, as the link keeps it."""

    def __init__(self, peers: set[Peer]) -> None:
        self.wipes = WipeLog()
        self._peers = peers

    def pids(self) -> set[int]:
        """The processes of the screens that said hello."""
        return {peer.pid for peer in self._there()}

    def version(self) -> str:
        """Of the screen; "" when none is there."""
        return next((peer.version for peer in self._there()), "")

    def busy(self) -> bool:
        """Whether somebody is at a screen."""
        return any(peer.turn for peer in self._there())

    def end(self) -> None:
        """End them; whoever supervises starts them anew."""
        for peer in self._there():
            peer.end_process()

    def _there(self) -> list[Peer]:
        return [peer for peer in list(self._peers) if peer.pid]


class WipeLog:
    """How the wipes went, as `wire.Wipes` tells it. Any thread may call."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._told = Wipes()
        self._hour: datetime | None = None
        self._count = 0

    def add(self, left: int, now: datetime) -> None:
        """A wipe is done, and `left` files would not go."""
        with self._lock:
            self._close_hour(now)
            self._hour, self._count = _hour(now), self._count + 1
            self._told = replace(self._told, left=left)

    def told(self, now: datetime) -> Wipes:
        """What may be told at that moment."""
        with self._lock:
            self._close_hour(now)
            return self._told

    def _close_hour(self, now: datetime) -> None:
        if self._hour is not None and self._hour != _hour(now):
            self._told = replace(self._told, count=self._told.count + self._count, hour=self._hour)
            self._hour, self._count = None, 0


def _hour(moment: datetime) -> datetime:
    return moment.replace(minute=0, second=0, microsecond=0)

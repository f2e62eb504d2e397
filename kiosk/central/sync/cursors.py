"""Cursors: "e<epoch>-<revision>"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kiosk.central.sync.answers import Stop
from kiosk.central.sync.models import Epoch
from kiosk.wire import FEEDS

_CURSOR = re.compile(r"e(\d{1,40})-(\d{1,40})", re.ASCII)

#: Larger revisions do not fit in the database.
_LARGEST = 2**63 - 1


@dataclass(frozen=True)
class Place:
    """A feed as one branch sees it."""

    feed: str
    scope: str


def place(feed: str, branch: str) -> Place:
    """Where that feed stands for a kiosk of that branch."""
    return Place(feed, branch if FEEDS[feed].scope == "branch" else "")


def cursor(rev: int) -> str:
    """That revision as kiosks name it."""
    return f"e{Epoch.current()}-{rev}"


def revision(cursor: str) -> int:
    """Its revision; `Stop` when it is none, or of another epoch."""
    found = _CURSOR.fullmatch(cursor)
    if found is None:
        raise Stop("bad-request", "the cursor cannot be read")
    if int(found[1]) != Epoch.current() or int(found[2]) > _LARGEST:
        raise Stop("cursor-expired")
    return int(found[2])

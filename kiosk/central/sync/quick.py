"""Looks at the heads, answered before Django is asked: nearly all that kiosks ever call.

What is known here is a second old (`FRESH`), three at most (`STALE`): how far the feeds are, and whom staff block. Who
is known was let in by Django less than `LET_IN` ago. Whatever is not plain goes on to Django.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import Error, close_old_connections

from kiosk.central.sync import presence
from kiosk.central.sync.outlook import Outlook, outlook
from kiosk.clock import now
from kiosk.wire import encode

#: Seconds. While one thread looks anew, the others go on with what is known, if it is not older than `STALE`.
FRESH, STALE, LET_IN = 1.0, 3.0, 600.0

#: So many kiosks are remembered; beyond that all are forgotten, and Django lets them in again.
MOST = 20_000

_HEADERS = [
    ("Content-Type", "application/json"),
    ("Cache-Control", "private, no-cache"),
    ("Vary", "Accept-Encoding, Authorization"),
]

Start = Callable[..., Any]
App = Callable[[dict[str, Any], Start], Iterable[bytes]]


@dataclass(frozen=True)
class _Known:
    key: int
    kiosk: str
    path: str
    branch: str
    until: float


_known: dict[str, _Known] = {}
_outlook: tuple[float, Outlook] | None = None
_changes = 0
_reading = threading.Lock()


def let_in(authorization: str, key: int, kiosk: str, path: str, branch: str) -> None:
    """Django let this kiosk look at that path just now."""
    if len(_known) >= MOST:
        _known.clear()
    _known[authorization] = _Known(key, kiosk, path, branch, time.monotonic() + LET_IN)


def look_again() -> None:
    """Something was changed in this process: who looks now must see it."""
    global _outlook, _changes
    _outlook, _changes = None, _changes + 1


def before(django: App) -> App:
    """The WSGI application (PEP 3333) in front of Django's."""

    def answer(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        known = _known.get(environ.get("HTTP_AUTHORIZATION", ""))
        if known is None or environ["PATH_INFO"] != known.path or environ["REQUEST_METHOD"] != "GET":
            return django(environ, start)
        seen = _seen() if time.monotonic() < known.until else None
        if seen is None or known.key in seen.blocked:
            return django(environ, start)
        presence.saw(known.key)
        return _answer(seen, known, environ, start)

    return answer


def _answer(seen: Outlook, known: _Known, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
    heads, tag = seen.heads(known.branch, known.kiosk, now())
    if environ.get("HTTP_IF_NONE_MATCH") == tag:
        start("304 Not Modified", [("ETag", tag)])
        return []
    body = encode(heads)
    start("200 OK", [*_HEADERS, ("Content-Length", str(len(body))), ("ETag", tag)])
    return [body]


def _seen() -> Outlook | None:
    """A fresh outlook; None while another thread reads it, or when the database does not answer."""
    global _outlook
    kept = _outlook
    if kept is not None and time.monotonic() - kept[0] < FRESH:
        return kept[1]
    if not _reading.acquire(blocking=False):
        return kept[1] if kept is not None and time.monotonic() - kept[0] < STALE else None
    try:
        began, changes = time.monotonic(), _changes
        close_old_connections()
        presence.note()
        found = outlook(now())
        # What was read before a change must not be taken for what came after it
        _outlook = (began, found) if changes == _changes else None
        return found
    except Error:
        return None
    finally:
        _reading.release()

"""An agent's client before a hostile central: `python -m tests.faults.suffering URL FOLDER` asks everything it can ask
once, and prints as JSON how each ended, the most time one took, and by how many MiB the process grew."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from msgspec import Raw

from kiosk.agent import download
from kiosk.agent.client import Client
from kiosk.agent.trust import BadBatch, Expired, NoAnswer, NotWelcome
from kiosk.clock import now
from kiosk.errors import KnownError
from kiosk.wire import SERVICE, Practised, Sent, Snapshot
from tests import peak

#: Seconds for one answer, instead of a minute.
ALTOGETHER = 0.5


def main(url: str, folder: str) -> None:
    client = Client(url, "a-token-of-the-tests-0123456789", altogether=ALTOGETHER)
    snapshot = Snapshot(service=SERVICE, feed="titles", at="e1-1", size=1 << 20, sha256="0" * 64, count=1)
    sent = Sent(id="f1", seq=1, kind="ask", age_ms=0, at=now(), data=Raw(b"{}"))
    asks: dict[str, Callable[[], object]] = {
        "heads": lambda: client.heads("laak"),
        "changes": lambda: client.changes("titles", "laak", "e1-1", "e1-2"),
        "snapshot": lambda: client.snapshot("titles", "laak"),
        "tell": lambda: client.tell([sent]),
        "practise": lambda: client.practise([Practised(id="p1", day=date(2026, 11, 18), lesson="l", steps=2, done=1)]),
        "enrol": lambda: client.enrol("ABCD-EFGH"),
        "file": lambda: list(
            download.changes(download.fetch(client, snapshot, "laak", Path(folder), lambda came: None), 1)
        ),
    }
    before, ends, longest = peak.megabytes(), dict[str, str](), 0.0
    for name, ask in asks.items():
        begin = time.monotonic()
        ends[name] = _end(ask)
        longest = max(longest, time.monotonic() - begin)
    print(json.dumps({"ends": ends, "seconds": longest, "grown": peak.megabytes() - before}))


def _end(ask: Callable[[], object]) -> str:
    try:
        ask()
    except (NoAnswer, NotWelcome, BadBatch, Expired) as error:
        return type(error).__name__
    except KnownError as error:
        return f"KnownError: {error}"
    return "believed"


if __name__ == "__main__":
    main(*sys.argv[1:])

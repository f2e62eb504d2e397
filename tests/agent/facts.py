"""Made-up facts."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime

from kiosk.wire import Ask, Claim, Practised

UNTIL = datetime(2026, 11, 18, 17, 0, tzinfo=UTC)


def a_claim(desk: str = "laak-t2") -> Claim:
    return Claim(id=str(uuid.uuid4()), desk=desk, until=UNTIL)


def an_ask() -> Ask:
    return Ask(id=str(uuid.uuid4()), seat="laak-c3", screen="lesson")


def practised(day: date = date(2026, 11, 17)) -> Practised:
    return Practised(id=str(uuid.uuid4()), lesson="klein", steps=8, done=5, day=day)

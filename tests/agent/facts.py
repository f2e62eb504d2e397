"""Made-up facts."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

from kiosk.wire import Ask, Claim

UNTIL = datetime(2026, 11, 18, 17, 0, tzinfo=UTC)


def a_claim(desk: str = "laak-t2") -> Claim:
    return Claim(id=str(uuid.uuid4()), desk=desk, until=UNTIL)


def an_ask() -> Ask:
    return Ask(id=str(uuid.uuid4()), seat="laak-c3", screen="lesson")

"""When computers were last seen: kept in mind here, and written down for all of them at once, now and then. A row a
minute for each of a thousand kiosks would be as many commits."""

from __future__ import annotations

import time

from kiosk.central.sync.models import Key
from kiosk.clock import now

#: Seconds after which it is written down who was here meanwhile.
NOTED = 30.0

_here: set[int] = set()
_noted = 0.0


def saw(key: int) -> None:
    """The computer with that key (its row's number) was here just now."""
    _here.add(key)


def note() -> None:
    """Write down who was here, if it is time."""
    global _here, _noted
    moment = time.monotonic()
    if _here and moment - _noted > NOTED:
        here, _here, _noted = _here, set(), moment
        Key.objects.filter(pk__in=list(here), revoked=None, cloned=None).update(seen=now())

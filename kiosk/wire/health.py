"""How a kiosk is, and what staff order it to do: only the last word counts, so it is neither kept nor sent again.

    POST /v1/health                                      Health       → Heard

Nothing in it is about visitors: of a wipe the hour is told, of a refused fact its kind, moment and reason. Every text
and list has a bound, so that a kiosk that was tampered with cannot fill central.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from .sync import Service

Code = Annotated[str, Meta(max_length=40)]
Note = Annotated[str, Meta(max_length=300)]
Name = Annotated[str, Meta(max_length=100)]
Moment = Annotated[datetime, Meta(tz=True)]
Count = Annotated[int, Meta(ge=0, lt=1 << 53)]

#: A version that can be ordered (PEP 440, without epoch and local part).
VERSION = r"^[0-9]{1,6}(\.[0-9]{1,6}){0,4}((a|b|rc|\.post|\.dev)[0-9]{1,6})?$"

#: The most refused facts, outcomes and notes that are told; the counts are of all.
MOST = 20


class Quarantined(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A fact that central will never take: what kind, when it was kept, and why ("unreadable", "no-such-desk" …)."""

    kind: Code
    at: Moment
    reason: Code = "other"


class Wipes(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How the wipes went since the agent started: how many before this hour, the hour of the last of those, and how
    many files would not go the last time. By the hour, since it would else tell when somebody left."""

    count: Count = 0
    hour: Moment | None = None
    left: Count = 0


class Updated(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of the last update; `reason` is "" when it went well."""

    order: Name
    version: Code
    at: Moment
    reason: Code = ""


class Order(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something staff want a kiosk to do, once. `what`: "restart-screen", "restart-agent" or "update" (to `version`);
    `at` and `until` by central's clock; `now`: also while somebody is at the screen."""

    id: Name
    what: Code
    at: Moment
    until: Moment
    now: bool = False
    version: Code = ""


class Outcome(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How far an order is. `waiting`: until nobody is at the screen; `reason` says why it failed ("no-updater" …)."""

    id: Name
    state: Literal["waiting", "begun", "done", "failed"]
    reason: Code = ""


class Health(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a kiosk is now.

    `at`: its wall clock, which may be wrong; `uptime`, `running`: seconds since the computer and the agent started;
    `oldest`: seconds that the oldest fact waits; `disk`: bytes that are free and that there are, where the state is;
    `cursors`: how far it is with each feed; `lessons`: `kiosk.lessons.edition`; `synchronised`: whether something sets
    its clock (None: it cannot tell).
    """

    version: Code
    at: Moment
    screen: Code = ""
    uptime: Count = 0
    running: Count = 0
    waiting: Count = 0
    oldest: Count = 0
    quarantined: Count = 0
    refused: Annotated[list[Quarantined], Meta(max_length=MOST)] = field(default_factory=list)
    synchronised: bool | None = None
    free: Count | None = None
    disk: Count | None = None
    cursors: Annotated[dict[Code, Code], Meta(max_length=50)] = field(default_factory=dict)
    lessons: Code = ""
    index: Literal["", "ready", "behind", "failed"] = ""
    wipes: Wipes = Wipes()
    notes: Annotated[list[Note], Meta(max_length=MOST)] = field(default_factory=list)
    updated: Updated | None = None
    outcomes: Annotated[list[Outcome], Meta(max_length=MOST)] = field(default_factory=list)


class Heard(Struct, frozen=True, kw_only=True):
    """Central's answer: the orders that are open for this kiosk, until it hears what became of them."""

    service: Service
    now: Moment
    orders: list[Order] = field(default_factory=list)


def release(version: str) -> tuple[int, ...]:
    """The numbers of a version, to compare: "0.10.1" is (0, 10, 1), and so is "0.10.1rc2". What is no version comes
    before all others."""
    found = [re.match(r"[0-9]+", part) for part in version.split(".")]
    return tuple(int(digits[0]) for digits in found if digits) if found[0] else ()

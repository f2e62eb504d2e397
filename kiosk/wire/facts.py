"""What a kiosk did. A fact is never changed; its id is made on the kiosk, so saying it twice is harmless."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct


class Fact(Struct, frozen=True, kw_only=True, tag_field="kind", tag=str.lower):
    """Anything a kiosk may tell central. `id`: a UUID (RFC 9562, version 4) as text."""

    id: str


class Claim(Fact, frozen=True, kw_only=True):
    """Somebody wants this desk, from now until then."""

    desk: str
    until: datetime


class Leave(Fact, frozen=True, kw_only=True):
    """Whoever made that claim has left."""

    claim: str


class Ask(Fact, frozen=True, kw_only=True):
    """Somebody at this seat raised a hand. `screen` is the name of the screen, never what is on it."""

    seat: str
    screen: str


class Withdraw(Fact, frozen=True, kw_only=True):
    """The hand is down again."""

    ask: str


class Practised(Fact, frozen=True, kw_only=True):
    """Of one lesson in one Turn: how many of its steps were done. Of its moment only the day is known, so that nobody
    can tell whose it was: it travels apart from the other facts, on a later day, in the order of its random id."""

    lesson: str
    steps: int
    done: int
    day: date


AnyFact = Claim | Leave | Ask | Withdraw

#: Which facts go first: help before check-in before the rest.
LANES: dict[type[Fact], int] = {Ask: 0, Withdraw: 0, Claim: 1, Leave: 1}

KINDS: dict[str, type[Fact]] = {kind.__name__.lower(): kind for kind in LANES}

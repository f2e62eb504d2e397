"""What words mean: the structs that travel between screen, agent and central, and that are kept, shown and tested.

Why one place: a record has one definition, so that what staff type in central is what a visitor reads, field by
field. This room imports nothing of ours.
"""

from __future__ import annotations

from typing import TypeVar

import msgspec

from .facts import KINDS, LANES, AnyFact, Ask, Claim, Fact, Leave, Practised, Withdraw
from .health import Health, Heard, Order, Outcome, Quarantined, Updated, Wipes
from .records import (
    FEEDS,
    Branch,
    Copy,
    Desk,
    Event,
    Feed,
    Floor,
    Hours,
    Kiosk,
    Link,
    OtherHours,
    Piece,
    Record,
    Reply,
    Series,
    Theme,
    Title,
    TitleKind,
    Visit,
    Words,
)
from .sync import (
    LARGEST_COVER,
    MOST_FACTS,
    SERVICE,
    Availability,
    Batch,
    Change,
    Changes,
    Enrol,
    Enrolled,
    Heads,
    Nonce,
    Practice,
    Problem,
    Proof,
    Result,
    Results,
    Sent,
    Snapshot,
    Token,
    Waiting,
    proof,
)

__all__ = [
    "FEEDS",
    "KINDS",
    "LANES",
    "LARGEST_COVER",
    "MOST_FACTS",
    "SERVICE",
    "AnyFact",
    "Ask",
    "Availability",
    "Batch",
    "Branch",
    "Change",
    "Changes",
    "Claim",
    "Copy",
    "Desk",
    "Enrol",
    "Enrolled",
    "Event",
    "Fact",
    "Feed",
    "Floor",
    "Heads",
    "Health",
    "Heard",
    "Hours",
    "Kiosk",
    "Leave",
    "Link",
    "Nonce",
    "Order",
    "OtherHours",
    "Outcome",
    "Piece",
    "Practice",
    "Practised",
    "Problem",
    "Proof",
    "Quarantined",
    "Record",
    "Reply",
    "Result",
    "Results",
    "Sent",
    "Series",
    "Snapshot",
    "Theme",
    "Title",
    "TitleKind",
    "Token",
    "Updated",
    "Visit",
    "Waiting",
    "Wipes",
    "Withdraw",
    "Words",
    "decode",
    "encode",
    "proof",
]

T = TypeVar("T")

_encoder = msgspec.json.Encoder()
_decoders: dict[object, msgspec.json.Decoder] = {}


def encode(thing: object) -> bytes:
    """Any struct of ours as JSON (RFC 8259)."""
    return _encoder.encode(thing)


def decode(data: bytes | msgspec.Raw, kind: type[T]) -> T:
    """JSON as that struct; `msgspec.DecodeError` says what and where ("$.facts[2].id") when it is not one."""
    decoder = _decoders.get(kind)
    if decoder is None:
        decoder = _decoders[kind] = msgspec.json.Decoder(kind)
    try:
        found: T = decoder.decode(data)
    except UnicodeDecodeError as error:
        # msgspec lets this one through as it is
        raise msgspec.DecodeError(f"JSON is in UTF-8: {error}") from error
    return found

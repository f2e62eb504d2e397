"""What a kiosk sent as a fact, looked at before any database is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from typing import Any

import msgspec
from msgspec import Raw, Struct

from kiosk.central.fleet.models import Kiosk
from kiosk.central.sync.accepting import Outcome, Rejected, Told, when
from kiosk.wire import KINDS, AnyFact, Sent, decode

#: The longest fact, in bytes.
LONGEST = 16 << 10

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class _Named(Struct):
    id: str = ""


@dataclass(frozen=True)
class Coming:
    """A fact that can be read, though perhaps not used. `digest`: by which it is known again."""

    kiosk: Kiosk
    sent: Sent
    digest: bytes
    received: datetime

    @cached_property
    def told(self) -> Told:
        """What it says; Rejected if central can never use it."""
        return Told(self.kiosk, _fact(self.sent), when(self.sent, self.received))

    def usable(self) -> Coming:
        """Itself; Rejected if central can never use it."""
        _ = self.told
        return self

    def row(self, outcome: Outcome) -> dict[str, Any]:
        """What is kept of it, by the columns of `models.Fact`."""
        return {
            "id": self.sent.id,
            "kiosk": self.kiosk.pk,
            "seq": self.sent.seq,
            "kind": self.sent.kind,
            "body": bytes(self.sent.data),
            "digest": self.digest,
            "at": self.sent.at,
            "age_ms": self.sent.age_ms,
            "happened": self.told.when.happened,
            "received": self.told.when.received,
            "status": outcome.status,
            "reason": "",
            "other": outcome.other,
        }


def read(kiosk: Kiosk, raw: Raw, received: datetime) -> Coming:
    """What came; Rejected if it cannot be read."""
    sent = _sent(raw)
    return Coming(kiosk, sent, _digest(kiosk, sent), received)


def name(raw: Raw) -> str:
    """The id of what may be no fact at all, or ""."""
    try:
        return decode(raw, _Named).id
    except (msgspec.DecodeError, RecursionError):
        return ""


def _sent(raw: Raw) -> Sent:
    if len(memoryview(raw)) > LONGEST:
        raise Rejected("the fact is too long")
    try:
        return decode(raw, Sent)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Rejected("the fact cannot be read", str(error)) from error


def _fact(sent: Sent) -> AnyFact:
    if sent.kind not in KINDS:
        raise Rejected("unknown-kind")
    if not _UUID.fullmatch(sent.id) or not -(2**63) <= sent.seq < 2**63:
        raise Rejected("the id is no UUID, or the number is too large")
    try:
        fact: AnyFact = decode(sent.data, AnyFact)  # type: ignore[arg-type]
    except (msgspec.DecodeError, RecursionError) as error:
        raise Rejected("the data cannot be read", str(error)) from error
    if rb"\u0000" in bytes(sent.data):
        raise Rejected("a text holds a NUL, which no database keeps")
    if fact.id != sent.id or type(fact) is not KINDS[sent.kind]:
        raise Rejected("the data is of another fact")
    return fact


def _digest(kiosk: Kiosk, sent: Sent) -> bytes:
    """The same for the same words in another layout."""
    try:
        body = msgspec.json.encode(msgspec.json.decode(sent.data), order="sorted")
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise Rejected("the data cannot be read") from error
    return sha256(b"\0".join([kiosk.pk.encode(), sent.kind.encode(), body])).digest()

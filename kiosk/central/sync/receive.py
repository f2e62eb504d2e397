"""Taking in facts: each is dealt with by itself, all of a batch are on disk before the kiosk hears of any."""

from __future__ import annotations

import logging
import re
from datetime import datetime
from hashlib import sha256
from traceback import format_tb

import msgspec
from django.db import DataError, transaction
from msgspec import Raw, Struct

from kiosk.central.fleet.models import Kiosk
from kiosk.central.sync.accepting import Outcome, Rejected, When, when
from kiosk.central.sync.areas import ACCEPTS
from kiosk.central.sync.models import Fact, Head
from kiosk.failpoints import reach
from kiosk.wire import KINDS, AnyFact, Result, Sent, decode

log = logging.getLogger("wegwijs.sync")

#: The longest fact, in bytes.
LONGEST = 16 << 10


_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class _Named(Struct):
    id: str = ""


def receive(kiosk: Kiosk, facts: list[Raw], received: datetime) -> list[Result]:
    """One result for each fact; none for one on which central itself stumbled, so that it is sent again."""
    with transaction.atomic():
        # One batch at a time in a branch: two that lock the same rows in another order would block each other
        list(Head.objects.select_for_update().filter(scope=kiosk.branch_id).order_by("feed"))
        results = [_received(kiosk, raw, received) for raw in facts]
        reach("before commit")
    return [result for result in results if result is not None]


def _received(kiosk: Kiosk, raw: Raw, received: datetime) -> Result | None:
    id = _name(raw)
    try:
        with transaction.atomic():
            return _taken(kiosk, _sent(raw), received)
    except (OverflowError, DataError):
        return _refused(kiosk, id, Rejected("a value is out of bounds"))
    except Rejected as refusal:
        return _refused(kiosk, id, refusal)
    except Exception as error:
        # Its text may repeat the body, so only its kind and its place in our code are written down
        place = "".join(format_tb(error.__traceback__))
        log.error("a fact of kiosk %s could not be taken in: %s\n%s", kiosk.pk, type(error).__name__, place)
        return None


def _refused(kiosk: Kiosk, id: str, refusal: Rejected) -> Result:
    log.info("a fact of kiosk %s was rejected: %s", kiosk.pk, refusal.reason)
    return Result(id=id, status="rejected", reason=refusal.told())


def _name(raw: Raw) -> str:
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


def _taken(kiosk: Kiosk, sent: Sent, received: datetime) -> Result:
    digest = _digest(kiosk, sent)
    known = Fact.objects.filter(pk=sent.id).first()
    if known is not None:
        return _again(known, digest)
    fact, moment = _fact(sent), when(sent, received)
    outcome = ACCEPTS[type(fact)](kiosk, fact, moment)
    _store(kiosk, sent, digest, moment, outcome)
    return Result(id=sent.id, status=outcome.status, other=outcome.other)


def _again(known: Fact, digest: bytes) -> Result:
    if bytes(known.digest) != digest:
        raise Rejected("id-reuse")
    if known.status == "conflict":
        return Result(id=known.pk, status="conflict", other=known.other)
    return Result(id=known.pk, status="duplicate")


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


def _store(kiosk: Kiosk, sent: Sent, digest: bytes, moment: When, outcome: Outcome) -> None:
    Fact.objects.create(
        id=sent.id,
        kiosk=kiosk.pk,
        seq=sent.seq,
        kind=sent.kind,
        body=bytes(sent.data),
        digest=digest,
        at=sent.at,
        age_ms=sent.age_ms,
        happened=moment.happened,
        received=moment.received,
        status=outcome.status,
        other=outcome.other,
    )

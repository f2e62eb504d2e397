"""Taking in facts: each is dealt with by itself, all of a request are on disk before the kiosk hears of any.

Requests that come at the same time are taken in together, with few statements for all of them (`at_once`). What that
comes to is what `in_turn` comes to, fact by fact; where it would not, or anything at all is wrong, it does nothing, and
each request is taken in by itself, in turn.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from traceback import format_tb

from django.db import DataError, OperationalError, transaction
from msgspec import Raw

from kiosk.central.fleet.models import Kiosk
from kiosk.central.sync.accepting import Accept, Outcome, Rejected, Told
from kiosk.central.sync.areas import ACCEPTS
from kiosk.central.sync.models import Fact, Head
from kiosk.central.sync.reading import Coming, name, read
from kiosk.central.sync.rows import insert
from kiosk.central.sync.together import Together
from kiosk.central.sync.turns import turn
from kiosk.failpoints import reach
from kiosk.wire import Result

log = logging.getLogger("wegwijs.sync")


@dataclass(frozen=True)
class Request:
    """What one kiosk told at once."""

    kiosk: Kiosk
    facts: list[Raw]
    received: datetime


def receive(kiosk: Kiosk, facts: list[Raw], received: datetime) -> list[Result]:
    """One result for each fact; none for one on which central itself stumbled, so that it is sent again."""
    return _together.do(Request(kiosk, facts, received))


def in_turn(request: Request) -> list[Result]:
    """Its facts one by one, whatever they are."""
    with transaction.atomic():
        _lock([request])
        results = [_received(request.kiosk, raw, request.received) for raw in request.facts]
        if transaction.get_rollback():
            # The connection broke, say: what was stored before that will be gone, too
            raise OperationalError("the facts could not be kept")
        reach("before commit")
    return [result for result in results if result is not None]


def at_once(requests: Sequence[Request]) -> list[list[Result]]:
    """The results of each request. Raises, and has done nothing, when central stumbles on any fact."""
    coming = [_read(one, raw) for one in requests for raw in one.facts]
    # What they say is read before others must wait for it
    for one in coming:
        with suppress(Rejected):
            _ = isinstance(one, Coming) and one.usable()
    with turn(), transaction.atomic():
        _lock(requests)
        results = chain.from_iterable(map(_taken_at_once, list(_runs(coming))))
        found = [[next(results) for _ in one.facts] for one in requests]
        reach("before commit")
    return found


_together = Together(at_once, in_turn)


def _lock(requests: Sequence[Request]) -> None:
    Head.lock({request.kiosk.branch_id for request in requests})


def _received(kiosk: Kiosk, raw: Raw, received: datetime) -> Result | None:
    id = name(raw)
    try:
        with transaction.atomic():
            return _taken(read(kiosk, raw, received))
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


def _taken(coming: Coming) -> Result:
    known = Fact.objects.filter(pk=coming.sent.id).first()
    if known is not None:
        return _again(known, coming.digest)
    (outcome,) = ACCEPTS[type(coming.told.fact)]([coming.told])
    if isinstance(outcome, Rejected):
        raise outcome
    Fact(**coming.row(outcome)).save(force_insert=True)
    return _kept(coming, outcome)


def _again(known: Fact, digest: bytes) -> Result:
    if bytes(known.digest) != digest:
        raise Rejected("id-reuse")
    if known.status == "conflict":
        return Result(id=known.pk, status="conflict", other=known.other)
    return Result(id=known.pk, status="duplicate")


def _kept(coming: Coming, outcome: Outcome) -> Result:
    return Result(id=coming.sent.id, status=outcome.status, other=outcome.other)


def _read(request: Request, raw: Raw) -> Coming | Result:
    try:
        return read(request.kiosk, raw, request.received)
    except Rejected as refusal:
        return _refused(request.kiosk, name(raw), refusal)


def _runs(coming: Sequence[Coming | Result]) -> Iterator[list[Coming | Result]]:
    """Parts in which no fact comes twice: the second time one must know what became of the first."""
    run, ids = list[Coming | Result](), set[str]()
    for one in coming:
        if isinstance(one, Coming) and one.sent.id in ids:
            yield run
            run, ids = [], set()
        run.append(one)
        if isinstance(one, Coming):
            ids.add(one.sent.id)
    yield run


def _taken_at_once(run: Sequence[Coming | Result]) -> list[Result]:
    """The results of a run, in its order."""
    ids = [one.sent.id for one in run if isinstance(one, Coming)]
    known = {fact.pk: fact for fact in Fact.objects.filter(pk__among=ids)}
    found = [_seen(one, known) if isinstance(one, Coming) else one for one in run]
    news = [one for one in found if isinstance(one, Coming)]
    outcomes = _outcomes([one.told for one in news])
    kept = [(one, outcome) for one, outcome in zip(news, outcomes, strict=True) if isinstance(outcome, Outcome)]
    insert(Fact, [one.row(outcome) for one, outcome in kept])
    results = map(_result, news, outcomes)
    return [one if isinstance(one, Result) else next(results) for one in found]


def _seen(coming: Coming, known: dict[str, Fact]) -> Result | Coming:
    """Its result, or itself when it is new and can be used."""
    id = coming.sent.id
    try:
        return _again(known[id], coming.digest) if id in known else coming.usable()
    except Rejected as refusal:
        return _refused(coming.kiosk, id, refusal)


def _result(coming: Coming, outcome: Outcome | Rejected) -> Result:
    if isinstance(outcome, Rejected):
        return _refused(coming.kiosk, coming.sent.id, outcome)
    return _kept(coming, outcome)


def _outcomes(told: Sequence[Told]) -> list[Outcome | Rejected]:
    """What each area says of its facts."""
    shares: dict[Accept, list[Told]] = {}
    for one in told:
        shares.setdefault(ACCEPTS[type(one.fact)], []).append(one)
    by_id = {
        one.fact.id: outcome for take, share in shares.items() for one, outcome in zip(share, take(share), strict=True)
    }
    return [by_id[one.fact.id] for one in told]

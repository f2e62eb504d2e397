"""The same deliveries, in every order and however often, end in the same state.

What must be equal: all facts, claims, leaves and withdrawals as kept; every visit's desk, time and state; every reply's
state. What may differ: revisions (how often something was published), what a kiosk was answered at that moment, and the
free desk that a loser was told of. A claim that was confirmed online stands by rule: so what came online comes first,
in its order, and what comes late may come in any.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from msgspec import Raw

from kiosk.central.guided import models as guided
from kiosk.central.sync.models import Fact
from kiosk.central.workspaces import models as workspaces
from kiosk.wire import AnyFact, Ask, Claim, Leave, Sent, Withdraw, encode
from tests.faults.line import Line, client
from tests.faults.world import BEGIN, DESKS, World

SECOND = timedelta(seconds=1)

_ids = some.uuids(version=4).map(str)
_late = some.sampled_from([11, 60, 61, 900, 905, 3_600, 80_000, 90_000, 180_000, 300_000])
_at_once = some.sampled_from([0, 1, 9])


@dataclass(frozen=True)
class Delivery:
    """A fact on its way from that kiosk (its place in `World.kiosks`)."""

    kiosk: int
    sent: Sent
    online: bool


@some.composite
def deliveries(draw: Any) -> list[Delivery]:
    """A few people at three desks, who ask for help too; some of it came online."""
    found, made = [], list[AnyFact]()
    for _ in range(draw(some.integers(2, 8))):
        age, online = draw(_late), False
        if draw(some.booleans()):
            age, online = draw(_at_once), True
        wrong = draw(some.sampled_from([0, 0, 86_400, -86_400]))
        fact = draw(_facts(made, BEGIN + (wrong - age) * SECOND))
        made.append(fact)
        kind = type(fact).__name__.lower()
        # The computer restarted since: only its wall clock tells when
        blind = not online and not wrong and draw(some.booleans())
        at, age_ms = BEGIN + (wrong - age) * SECOND, None if blind else age * 1000
        sent = Sent(id=fact.id, seq=len(made), kind=kind, age_ms=age_ms, at=at, data=Raw(encode(fact)))
        found.append(Delivery(draw(some.integers(0, 2)), sent, online))
    return found


def _facts(made: Sequence[AnyFact], at: Any) -> Any:
    claim = some.builds(Claim, id=_ids, desk=some.sampled_from(DESKS[:3]), until=some.just(at + 3600 * SECOND))
    kinds = [claim, claim, some.builds(Ask, id=_ids, seat=some.just("t1"), screen=some.just("lesson"))]
    claims = [fact.id for fact in made if isinstance(fact, Claim)]
    asks = [fact.id for fact in made if isinstance(fact, Ask)]
    if claims:
        kinds.append(some.builds(Leave, id=_ids, claim=some.sampled_from(claims)))
    if asks:
        kinds.append(some.builds(Withdraw, id=_ids, ask=some.sampled_from(asks)))
    return some.one_of(kinds)


EXAMPLES = int(os.environ.get("WEGWIJS_ORDERS") or 30)


@settings(
    max_examples=EXAMPLES, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(deliveries(), some.randoms(use_true_random=False), some.integers(1, 5))
def test_every_order_and_repetition_ends_in_the_same_state(
    tables: None, said: list[Delivery], dice: Any, size: int
) -> None:
    online, late = ([one for one in said if one.online is so] for so in (True, False))
    again = [*said, *late]
    dice.shuffle(again)
    world = World()
    try:
        first = _end(world, [*online, *late], 1)
        assert _end(world, [*online, *reversed(late)], 1) == first
        assert _end(world, [*online, *again], size) == first
    finally:
        world.close()


def _end(world: World, order: list[Delivery], size: int) -> object:
    """How it ends when these come in that order, in batches of at most that size."""
    with transaction.atomic():
        for batch in _batches(order, size):
            told = client(world.kiosks[batch[0].kiosk].token, Line(world.central)).tell([one.sent for one in batch])
            assert not [result for result in told.results if result.status == "rejected"]
        found = _state()
        transaction.set_rollback(True)
    return found


def _batches(order: list[Delivery], size: int) -> Iterator[list[Delivery]]:
    for _, run in itertools.groupby(order, key=lambda one: one.kiosk):
        run_of_one = list(run)
        yield from (run_of_one[place : place + size] for place in range(0, len(run_of_one), size))


def _state() -> object:
    return {
        "facts": _rows(Fact, "kiosk", "kind", "body"),
        "claims": _rows(workspaces.Claim, "desk_id", "kiosk", "bound", "start", "until", "late", "confirmed"),
        "leaves": _rows(workspaces.Leave, "claim", "at"),
        "withdrawals": _rows(guided.Withdraw, "ask"),
        "visits": _rows(workspaces.Visit, "desk_id", "kiosk", "since", "until", "state"),
        "replies": _rows(guided.Ask, "kiosk_id", "asked", "state"),
    }


def _rows(model: Any, *fields: str) -> list[tuple[Any, ...]]:
    return sorted((row[0], *map(str, row[1:])) for row in model.objects.values_list("pk", *fields))

"""Facts of many requests, taken in at once, come to the same as one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from msgspec import Raw

from kiosk.central.guided.models import Ask as AskRow
from kiosk.central.guided.models import Withdraw as WithdrawRow
from kiosk.central.sync import receive
from kiosk.central.sync.models import Fact as FactRow
from kiosk.central.sync.models import Head, Tombstone
from kiosk.central.sync.receive import Request
from kiosk.central.workspaces.models import Claim as ClaimRow
from kiosk.central.workspaces.models import Leave as LeaveRow
from kiosk.central.workspaces.models import Visit
from kiosk.clock import now
from kiosk.wire import Ask, Claim, Fact, Leave, Result, Sent, Withdraw, encode
from kiosk.wire.digest import digest
from tests.central.made_up import FakeKiosk, desk, new_id, soon

SECONDS = timedelta(seconds=1)

IDS = [f"0000000{place}-0000-4000-8000-000000000000" for place in range(9)]
DESKS = ["laak-t1", "laak-t2", "nowhere"]

_ids = some.sampled_from(IDS)
_facts = some.one_of(
    some.builds(Claim, id=_ids, desk=some.sampled_from(DESKS), until=some.just(soon(30))),
    some.builds(Leave, id=_ids, claim=_ids),
    some.builds(Ask, id=_ids, seat=some.sampled_from(["t1", "x" * 101]), screen=some.just("lesson")),
    some.builds(Withdraw, id=_ids, ask=_ids),
)
_ages = some.sampled_from([0, 5, 60, 1_000, 200_000, -1, None])
_garbage = some.sampled_from([b"3", b"{}", b'{"id":"x"}', b"null"])
#: Which kiosk (its place), and what it told.
_told = some.one_of(some.tuples(_facts, _ages), _garbage)
_requests = some.lists(some.tuples(some.integers(0, 2), some.lists(_told, max_size=5)), max_size=6)


@settings(max_examples=150, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(_requests, _requests)
def test_whatever_comes_at_once_comes_to_the_same_as_one_by_one(before: Any, told: Any) -> None:
    with transaction.atomic():
        desk("laak-t1")
        desk("laak-t2", x=9)
        kiosks = [FakeKiosk(), FakeKiosk(name="Other"), FakeKiosk("escamp")]
        one_by_one(requests(kiosks, before))
        coming = requests(kiosks, told)
        first = tried(one_by_one, coming)
        assert tried(receive.at_once, coming) == first
        transaction.set_rollback(True)


def requests(kiosks: Sequence[FakeKiosk], told: Any) -> list[Request]:
    moment = now()
    return [Request(kiosks[place].row, [raw(one, moment) for one in facts], moment) for place, facts in told]


def raw(told: Any, moment: Any) -> Raw:
    if isinstance(told, bytes):
        return Raw(told)
    fact, age = told
    age_ms = None if age is None else age * 1000
    at = moment - (age or 0) * SECONDS
    kind = type(fact).__name__.lower()
    return Raw(encode(Sent(id=fact.id, seq=1, kind=kind, age_ms=age_ms, at=at, data=Raw(encode(fact)))))


def one_by_one(requests: Sequence[Request]) -> list[list[Result]]:
    return [receive.in_turn(request) for request in requests]


def tried(take: Callable[[Sequence[Request]], list[list[Result]]], requests: Sequence[Request]) -> object:
    """What it answers and what it leaves behind, which is then taken back."""
    with transaction.atomic():
        results = take(requests)
        found = results, state()
        check_digests()
        transaction.set_rollback(True)
    return found


def state() -> dict[str, list[Any]]:
    fields = {
        FactRow: "kiosk seq kind body digest at age_ms happened received status other",
        ClaimRow: "desk_id kiosk bound start until late confirmed received",
        LeaveRow: "claim branch at",
        WithdrawRow: "ask branch",
        AskRow: "scope kiosk_id seat screen asked state helper coming",
        Visit: "scope desk_id kiosk since until state other",
    }
    models: dict[Any, str] = fields  # type: ignore[assignment]
    found = {model.__name__: sorted(model.objects.values_list("pk", *names.split())) for model, names in models.items()}
    return found | {"gone": sorted(Tombstone.objects.values_list("feed", "scope", "record"))}


def check_digests() -> None:
    for head in Head.objects.filter(feed__in=["replies", "visits"]):
        model: Any = AskRow if head.feed == "replies" else Visit
        rows = list(model.objects.filter(scope=head.scope).values_list("pk", "rev"))
        stones = Tombstone.objects.filter(feed=head.feed, scope=head.scope).values_list("rev", flat=True)
        revs = [*(rev for _, rev in rows), *stones]
        assert head.digest == digest(rows)
        assert len(set(revs)) == len(revs)
        assert max(revs, default=0) <= head.rev


def said(kiosk: FakeKiosk, *facts: Fact) -> Request:
    return Request(kiosk.row, [Raw(encode(kiosk.sent(fact))) for fact in facts], now())


def taken(request: Request) -> list[Result]:
    return receive.receive(request.kiosk, request.facts, request.received)


def hands(count: int) -> list[Fact]:
    up = [Ask(id=new_id(), seat="laak-t1", screen="lesson") for _ in range(count)]
    return [*up, *(Withdraw(id=new_id(), ask=ask.id) for ask in up[::2])]


def test_many_facts_cost_no_more_statements_than_few() -> None:
    kiosk, other = FakeKiosk(), FakeKiosk(name="Other")
    receive.at_once([said(kiosk, *hands(1))])
    counts = []
    for count in (1, 10):
        coming = [said(kiosk, *hands(count)), said(other, *hands(count))]
        with CaptureQueriesContext(connection) as seen:
            receive.at_once(coming)
        counts.append(len(seen))
    assert counts[1] <= counts[0]


def test_a_request_on_which_central_stumbles_does_not_harm_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    desk("laak-t1")
    kiosk, other = FakeKiosk(), FakeKiosk(name="Other")
    # An ask that is there though no fact tells of it
    AskRow(id=IDS[0], kiosk=kiosk.row, seat="", screen="home", asked=now()).save()
    poison, good = said(kiosk, Ask(id=IDS[0], seat="", screen="home")), said(other, *hands(3))
    with pytest.raises(IntegrityError), transaction.atomic():
        receive.at_once([good, poison])
    assert not FactRow.objects.exists()
    assert taken(poison) == []
    assert [result.status for result in taken(good)] == ["stored"] * 5


def test_a_kiosk_that_lives_in_the_year_1_is_refused_and_its_neighbours_are_not() -> None:
    kiosk, other = FakeKiosk(), FakeKiosk(name="Other")
    bad = kiosk.sent(hands(1)[0], age=None, at=datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=5))))
    wrong, fine = Request(kiosk.row, [Raw(encode(bad))], now()), said(other, *hands(1))
    results = receive.at_once([wrong, fine])
    assert [[result.status for result in each] for each in results] == [["rejected"], ["stored"] * 2]

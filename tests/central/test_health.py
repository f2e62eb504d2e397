"""What a kiosk says of itself, and the orders it hears."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User

from kiosk.agent import orders as agent_orders
from kiosk.agent import reasons as agent_reasons
from kiosk.agent import updating
from kiosk.central import accounts
from kiosk.central.fleet import wording
from kiosk.central.fleet.health import LIFE, Order
from kiosk.central.fleet.journal import Entry
from kiosk.central.fleet.models import Health as Kept
from kiosk.central.fleet.ordering import WHAT, give
from kiosk.clock import now
from kiosk.wire import KINDS, Health, Heard, Outcome, Quarantined, decode, encode
from tests.central.made_up import FakeKiosk


def tell(kiosk: FakeKiosk, health: Health | bytes | None = None) -> Any:
    """Whatever central answers to this health."""
    body = health if isinstance(health, bytes) else encode(health or Health(version="0.1.0", at=now()))
    headers = {"authorization": f"Bearer {kiosk.token}"}
    return kiosk._web.post("/v1/health", body, content_type="application/json", headers=headers)


def heard(kiosk: FakeKiosk, *outcomes: Outcome) -> list[str]:
    """The ids of the orders it still has."""
    reply = tell(kiosk, Health(version="0.1.0", at=now(), outcomes=list(outcomes)))
    assert reply.status_code == 200, reply.content
    return [order.id for order in decode(reply.content, Heard).orders]


@pytest.fixture
def anna() -> User:
    accounts.create("anna", "central", [])
    return User.objects.get(username="anna")


def test_only_the_last_word_of_each_kiosk_is_kept() -> None:
    one, other = FakeKiosk(name="One"), FakeKiosk(name="Other")
    for version in ("0.1.0", "0.1.1"):
        assert tell(one, Health(version=version, at=now())).status_code == 200
    tell(other)
    told = {row.kiosk.name: row.told() for row in Kept.objects.all()}
    assert {name: health.version for name, health in told.items() if health} == {"One": "0.1.1", "Other": "0.1.0"}


def test_central_reckons_how_far_the_clock_is_off() -> None:
    kiosk = FakeKiosk()
    tell(kiosk, Health(version="0.1.0", at=now() - timedelta(minutes=7)))
    assert -421_000 < Kept.objects.get().ahead_ms < -419_000


def test_who_is_not_a_kiosk_has_nothing_to_say() -> None:
    kiosk = FakeKiosk()
    kiosk.token = "somebody-elses"
    assert tell(kiosk).status_code == 401
    assert not Kept.objects.exists()


def _with(**values: object) -> bytes:
    return json.dumps({"version": "0.1.0", "at": now().isoformat(), **values}).encode()


NONSENSE = {
    "nothing": b"",
    "no JSON": b"<html>",
    "deep": b"[" * 60_000,
    "no version": b"{}",
    "a long version": _with(version="9" * 41),
    "a number where text belongs": _with(version=7),
    "a negative count": _with(waiting=-1),
    "a huge count": _with(waiting=2**63),
    "a moment without a zone": _with(at="2026-11-18T13:07:00"),
    "before the first computers": _with(at="0001-01-01T00:00:00+14:00"),
    "the year 9999": _with(at="9999-12-31T23:59:59-12:00"),
    "a wipe in the year 9999": _with(wipes={"hour": "9999-12-31T23:59:59Z"}),
    "a fact of the year 1": _with(refused=[{"kind": "ask", "at": "0001-01-01T00:00:00Z"}]),
    "many refused": _with(refused=[{"kind": "ask", "at": "2026-11-18T13:07:00Z"}] * 21),
    "a long note": _with(notes=["x" * 301]),
    "many notes": _with(notes=["x"] * 21),
    "many cursors": _with(cursors={str(n): "e1-1" for n in range(51)}),
    "an index of another kind": _with(index="exploded"),
    "an outcome of another kind": _with(outcomes=[{"id": "x", "state": "rebooted"}]),
}


@pytest.mark.parametrize("sent", NONSENSE.values(), ids=NONSENSE.keys())
def test_nonsense_is_refused_and_nothing_of_it_is_kept(sent: bytes) -> None:
    reply = tell(FakeKiosk(), sent)
    assert reply.status_code == 400
    assert reply["Content-Type"] == "application/problem+json"
    assert not Kept.objects.exists()


def test_what_is_too_long_is_refused_before_it_is_read() -> None:
    kiosk = FakeKiosk()
    assert tell(kiosk, _with(of_a_later_year="x" * (64 << 10))).status_code == 413
    assert tell(kiosk, b" " * (2 << 20)).status_code == 413


def test_what_a_later_kiosk_adds_is_left_alone_and_not_kept() -> None:
    assert tell(FakeKiosk(), _with(of_a_later_year={"anything": [1]})).status_code == 200
    assert b"later_year" not in bytes(Kept.objects.get().body)


def test_a_word_that_a_newer_central_kept_does_not_break_the_page_of_an_older_one() -> None:
    kiosk = FakeKiosk()
    tell(kiosk)
    Kept.objects.update(body=_with(index="of-a-later-year"))
    assert Kept.objects.get().told() is None


def test_an_order_is_said_until_its_outcome_is_known(anna: User) -> None:
    kiosk, other = FakeKiosk(name="One"), FakeKiosk(name="Other")
    order = give(kiosk.row.pk, "restart-screen", anna, now())
    assert order is not None
    assert heard(other) == []
    assert heard(kiosk) == heard(kiosk) == [order.pk]
    assert heard(kiosk, Outcome(id=order.pk, state="waiting")) == [order.pk]
    assert heard(kiosk, Outcome(id=order.pk, state="done")) == []
    order.refresh_from_db()
    assert (order.state, order.answered is not None) == ("done", True)


def test_an_order_makes_the_kiosk_look(anna: User) -> None:
    kiosk = FakeKiosk()
    before = kiosk.heads().heads["kiosks"]
    give(kiosk.row.pk, "restart-agent", anna, now())
    assert kiosk.heads().heads["kiosks"] != before
    assert kiosk.row.pk in kiosk.changes("kiosks", before)


def test_the_same_order_is_not_given_twice_at_once(anna: User) -> None:
    kiosk = FakeKiosk()
    first = give(kiosk.row.pk, "restart-screen", anna, now())
    assert give(kiosk.row.pk, "restart-screen", anna, now()) is None
    assert give(kiosk.row.pk, "restart-agent", anna, now()) is not None
    assert first is not None
    heard(kiosk, Outcome(id=first.pk, state="failed", reason="no-screen"))
    assert give(kiosk.row.pk, "restart-screen", anna, now()) is not None


def test_after_a_day_an_order_is_given_up(anna: User) -> None:
    kiosk = FakeKiosk()
    order = give(kiosk.row.pk, "restart-screen", anna, now() - LIFE)
    assert heard(kiosk) == []
    assert order is not None
    assert order.state_at(now()) == "expired"
    assert give(kiosk.row.pk, "restart-screen", anna, now()) is not None


def test_what_is_done_stays_done_and_another_kiosk_cannot_say_so(anna: User) -> None:
    kiosk, other = FakeKiosk(name="One"), FakeKiosk(name="Other")
    order = give(kiosk.row.pk, "restart-screen", anna, now())
    assert order is not None
    heard(other, Outcome(id=order.pk, state="done"))
    assert Order.objects.get().state == "given"
    heard(kiosk, Outcome(id=order.pk, state="failed", reason="disk"))
    heard(kiosk, Outcome(id=order.pk, state="done"))
    assert (Order.objects.get().state, Order.objects.get().reason) == ("failed", "disk")


def test_who_ordered_what_is_written_down(anna: User) -> None:
    kiosk = FakeKiosk(name="Zuil")
    give(kiosk.row.pk, "update", anna, now(), version="0.2.0")
    entry = Entry.objects.get(did="order")
    assert (entry.by, entry.row, entry.branch) == (anna, kiosk.row.pk, "laak")
    assert "0.2.0" in entry.sentence()


def test_a_kiosk_with_refused_facts_and_orders_can_still_be_removed(anna: User) -> None:
    kiosk = FakeKiosk()
    tell(kiosk, Health(version="0.1.0", at=now(), refused=[Quarantined(kind="ask", at=now())]))
    give(kiosk.row.pk, "restart-agent", anna, now())
    kiosk.row.delete()
    assert not Kept.objects.exists()
    assert not Order.objects.exists()


def test_kiosk_and_central_know_the_same_orders_and_words() -> None:
    assert WHAT.keys() == agent_orders._BEGIN.keys()
    assert {*agent_reasons.CODES.values(), "other"} == wording.REASONS.keys()
    assert wording.KINDS.keys() == KINDS.keys()
    code = "\n".join(Path(module.__file__).read_text("utf-8") for module in (agent_orders, updating))
    failures = set(re.findall(r'(?:"failed", |return |else )"([a-z-]+)"', code)) - {"done", "failed"}
    assert failures | {"failed"} == wording.FAILURES.keys()

from __future__ import annotations

import itertools
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from kiosk.central.sync.outlook import LATER, SOON
from kiosk.central.workspaces.models import Claim as ClaimRow
from kiosk.central.workspaces.models import Desk, Visit
from kiosk.clock import now
from kiosk.wire import Claim, Leave, Sent
from tests.central.made_up import FakeKiosk, desk, new_id, soon

MINUTES = timedelta(minutes=1)


def claim(table: Desk, minutes: int = 60, id: str = "") -> Claim:
    return Claim(id=id or new_id(), desk=table.pk, until=soon(minutes))


def states(kiosk: FakeKiosk) -> dict[str, str]:
    return {id: visit.state for id, visit in kiosk.records("visits").items()}


def test_a_claim_becomes_a_visit_that_every_kiosk_of_the_branch_sees() -> None:
    table, mine, other = desk(), FakeKiosk(), FakeKiosk(name="Other")
    fact = claim(table)
    assert mine.do(fact).status == "stored"
    visit = other.records("visits")[fact.id]
    assert (visit.desk, visit.kiosk, visit.branch, visit.state) == (table.pk, mine.row.pk, "laak", "held")


def test_a_second_claim_gets_a_free_desk_nearby_as_the_reason() -> None:
    table = desk("laak-t1")
    desk("laak-far", x=900)
    near = desk("laak-near", x=10)
    desk("laak-broken", broken=True)
    first, second = FakeKiosk(), FakeKiosk(name="Second")
    first.do(claim(table))
    late = claim(table)
    result = second.do(late)
    assert (result.status, result.other) == ("conflict", near.pk)
    visit = first.records("visits")[late.id]
    assert (visit.state, visit.other) == ("conflict", near.pk)
    again = second.do(late)
    assert (again.status, again.other) == ("conflict", near.pk)


def test_whoever_left_makes_room() -> None:
    table, kiosk = desk(), FakeKiosk()
    first = claim(table)
    kiosk.do(first)
    kiosk.do(Leave(id=new_id(), claim=first.id))
    second = claim(table)
    assert kiosk.do(second).status == "stored"
    assert states(kiosk) == {first.id: "ended", second.id: "held"}


def test_what_was_confirmed_stands_against_an_earlier_claim_that_comes_late() -> None:
    table = desk()
    online, offline = FakeKiosk(), FakeKiosk(seat=table, name="At the desk")
    confirmed, late = claim(table), claim(table)
    online.do(confirmed)
    assert offline.do(late, age=30 * MINUTES).status == "conflict"
    assert states(online) == {confirmed.id: "held", late.id: "conflict"}


def test_of_two_kiosks_that_were_offline_the_earlier_holds_the_desk_whoever_comes_first() -> None:
    table = desk()
    early, later = FakeKiosk(), FakeKiosk(name="Later")
    first, second = claim(table), claim(table)
    assert later.do(second, age=10 * MINUTES).status == "stored"
    assert early.do(first, age=20 * MINUTES).status == "stored"
    assert states(early) == {first.id: "held", second.id: "conflict"}


def test_the_kiosk_that_is_the_desk_comes_before_an_earlier_one() -> None:
    table = desk()
    at_it, elsewhere = FakeKiosk(seat=table), FakeKiosk(name="Elsewhere")
    theirs, ours = claim(table), claim(table)
    elsewhere.do(theirs, age=20 * MINUTES)
    at_it.do(ours, age=10 * MINUTES)
    assert states(at_it) == {ours.id: "held", theirs.id: "conflict"}


def test_of_two_at_the_same_moment_the_lower_id_holds() -> None:
    table, kiosk = desk(), FakeKiosk()
    moment = now() - 5 * MINUTES
    low, high = claim(table, id="0" * 8 + new_id()[8:]), claim(table, id="f" * 8 + new_id()[8:])
    kiosk.do(high, age=None, at=moment)
    kiosk.do(low, age=None, at=moment)
    assert states(kiosk) == {low.id: "held", high.id: "conflict"}


def late_facts(table: Desk, kiosks: list[FakeKiosk]) -> list[tuple[FakeKiosk, Sent]]:
    moment = now()
    facts = [claim(table, 30), claim(table, 45), claim(table, 15)]
    said = [
        kiosk.sent(fact, age=None, at=moment - ago * MINUTES)
        for kiosk, fact, ago in zip(kiosks, facts, (30, 20, 10), strict=True)
    ]
    left = kiosks[0].sent(Leave(id=new_id(), claim=facts[0].id), age=None, at=moment - 25 * MINUTES)
    return [*zip(kiosks, said, strict=True), (kiosks[0], left)]


def test_late_facts_lead_to_the_same_visits_in_every_order() -> None:
    table = desk()
    kiosks = [FakeKiosk(), FakeKiosk(name="B"), FakeKiosk(name="C", seat=table)]
    facts = late_facts(table, kiosks)
    seen: list[dict[str, str]] = []
    for order in itertools.permutations(facts):
        with transaction.atomic():
            for kiosk, sent in order:
                kiosk.send(sent)
            seen.append(states(kiosks[0]))
            transaction.set_rollback(True)
    assert len(seen) == 24
    assert all(outcome == seen[0] for outcome in seen)
    assert sorted(seen[0].values()) == ["conflict", "ended", "held"]


def test_a_claim_at_a_desk_of_another_branch_is_rejected() -> None:
    desk("escamp-t1", of="escamp")
    assert FakeKiosk().do(Claim(id=new_id(), desk="escamp-t1", until=soon())).status == "rejected"


def test_a_leave_of_another_branch_ends_nothing() -> None:
    table, kiosk = desk(), FakeKiosk()
    fact = claim(table)
    kiosk.do(fact)
    FakeKiosk("escamp").do(Leave(id=new_id(), claim=fact.id))
    assert states(kiosk) == {fact.id: "held"}


@pytest.mark.parametrize("minutes", [-5, 0, 25 * 60])
def test_a_claim_without_sensible_end_is_rejected(minutes: int) -> None:
    table, kiosk = desk(), FakeKiosk()
    assert kiosk.do(claim(table, minutes)).reason == "the end is not within a day after the start"
    assert not ClaimRow.objects.exists()


def test_a_kiosk_whose_clock_is_wrong_holds_the_desk_as_long_as_it_meant() -> None:
    table, kiosk = desk(), FakeKiosk()
    ahead = now() + timedelta(hours=5)
    fact = Claim(id=new_id(), desk=table.pk, until=ahead + 30 * MINUTES)
    assert kiosk.do(fact, at=ahead).status == "stored"
    visit = Visit.objects.get(pk=fact.id)
    assert abs(visit.until - visit.since - 30 * MINUTES) < timedelta(seconds=1)


def test_an_old_claim_is_kept_but_no_longer_told() -> None:
    table, kiosk = desk(), FakeKiosk()
    start = now() - timedelta(days=3)
    fact = Claim(id=new_id(), desk=table.pk, until=start + 60 * MINUTES)
    assert kiosk.do(fact, age=now() - start, at=start).status == "stored"
    assert ClaimRow.objects.filter(pk=fact.id).exists()
    assert states(kiosk) == {}


def test_a_kiosk_looks_again_soon_while_somebody_waits() -> None:
    table, kiosk, other = desk(), FakeKiosk(), FakeKiosk(name="Other")
    assert kiosk.heads().poll_after == LATER
    kiosk.do(claim(table))
    assert (kiosk.heads().poll_after, other.heads().poll_after) == (SOON, LATER)
    ClaimRow.objects.update(received=now() - 3 * MINUTES)
    assert kiosk.heads().poll_after == LATER


def row(table: Desk, since: int, until: int, **values: Any) -> dict[str, Any]:
    text = "%Y-%m-%d %H:%M:%S"
    moment = now()
    return {
        "id": new_id(),
        "scope": "laak",
        "rev": 1,
        "desk_id": table.pk,
        "kiosk": "",
        "since": (moment + since * MINUTES).strftime(text),
        "until": (moment + until * MINUTES).strftime(text),
        "state": "held",
        "other": "",
        **values,
    }


def insert(values: dict[str, Any]) -> None:
    names, marks = ", ".join(values), ", ".join(["%s"] * len(values))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO workspaces_visit ({names}) VALUES ({marks})", list(values.values()))


@pytest.mark.parametrize(("since", "until"), [(0, 60), (-30, 30), (30, 90), (10, 20), (-10, 90)])
def test_the_database_itself_refuses_two_held_visits_that_overlap(since: int, until: int) -> None:
    table = desk()
    insert(row(table, 0, 60))
    with pytest.raises(IntegrityError, match="visits_do_not_overlap"):
        insert(row(table, since, until))


def test_the_database_allows_what_does_not_overlap() -> None:
    table, other = desk(), desk("laak-t5")
    insert(row(table, 0, 60))
    insert(row(table, 60, 90))
    insert(row(other, 0, 60))
    insert(row(table, 0, 60, state="conflict"))
    ended = row(table, 0, 60, state="ended")
    insert(ended)
    with pytest.raises(IntegrityError, match="visits_do_not_overlap"), transaction.atomic():
        connection.cursor().execute("UPDATE workspaces_visit SET state = 'held' WHERE id = %s", [ended["id"]])


def test_the_constraint_is_still_there_after_all_migrations() -> None:
    named = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT conname FROM pg_constraint WHERE contype = 'x'",
    }
    expected = {
        "sqlite": {"visits_do_not_overlap_insert", "visits_do_not_overlap_update"},
        "postgresql": {"visits_do_not_overlap"},
    }
    with connection.cursor() as cursor:
        cursor.execute(named[connection.vendor])
        assert expected[connection.vendor] <= {name for (name,) in cursor.fetchall()}

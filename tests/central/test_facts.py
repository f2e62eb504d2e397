from __future__ import annotations

import gzip
import logging
import time
from datetime import UTC, datetime, timedelta, timezone

import msgspec
import pytest
from django.db import OperationalError, transaction

from kiosk.central.sync import answers, presence, reading, receive
from kiosk.central.sync.enrolment import block
from kiosk.central.sync.models import Fact as FactRow
from kiosk.central.sync.models import Token
from kiosk.clock import now
from kiosk.wire import Ask, Claim, Fact, Leave, Problem, decode, encode
from tests.central.made_up import FakeKiosk, desk, new_id, soon

SECONDS = timedelta(seconds=1)


def ask() -> Ask:
    return Ask(id=new_id(), seat="laak-c1", screen="lesson")


def test_a_fact_is_stored_once_however_often_it_is_said() -> None:
    kiosk = FakeKiosk()
    sent = kiosk.sent(ask())
    assert [result.status for result in kiosk.send(sent).results] == ["stored"]
    assert [result.status for result in kiosk.send(sent, sent).results] == ["duplicate", "duplicate"]
    assert FactRow.objects.count() == 1


def test_the_same_words_in_another_layout_are_the_same_fact() -> None:
    kiosk = FakeKiosk()
    sent = kiosk.sent(ask())
    kiosk.send(sent)
    spaced = msgspec.Raw(msgspec.json.format(bytes(sent.data)))
    assert kiosk.send(msgspec.structs.replace(sent, data=spaced)).results[0].status == "duplicate"


def test_an_id_that_is_used_again_for_something_else_is_rejected() -> None:
    kiosk = FakeKiosk()
    first = ask()
    kiosk.do(first)
    other = kiosk.do(Ask(id=first.id, seat="elsewhere", screen="lesson"))
    assert (other.status, other.reason) == ("rejected", "id-reuse")
    assert FakeKiosk(name="Other").do(first).reason == "id-reuse"


def test_a_bad_fact_does_not_keep_the_others_back() -> None:
    kiosk = FakeKiosk()
    good = kiosk.sent(ask()), kiosk.sent(ask())
    poison = [{"id": new_id(), "kind": "ask"}, {"id": 7}, 3, None, [], "x" * (reading.LONGEST + 1)]
    results = kiosk.send(good[0], *poison, good[1]).results
    assert [result.status for result in results] == ["stored", *["rejected"] * len(poison), "stored"]
    assert results[1].id == poison[0]["id"]  # type: ignore[index]
    assert all(result.reason for result in results[1:-1])


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"kind": "dance"}, "unknown-kind"),
        ({"kind": "claim"}, "the data is of another fact"),
        ({"id": new_id()}, "the data is of another fact"),
        ({"data": msgspec.Raw(b'{"kind":"ask"}')}, "the data cannot be read"),
        ({"id": "short"}, "the id is no UUID"),
        ({"seq": 2**63}, "the id is no UUID, or the number is too large"),
        ({"age_ms": -1}, "the age is impossible"),
        ({"age_ms": 10**15}, "the age is impossible"),
        ({"at": datetime(2026, 1, 1)}, "the time has no zone"),
    ],
)
def test_what_central_can_never_use_is_rejected_with_the_reason(change: dict[str, object], reason: str) -> None:
    kiosk = FakeKiosk()
    result = kiosk.send(msgspec.structs.replace(kiosk.sent(ask()), **change)).results[0]
    assert result.status == "rejected"
    assert result.reason.startswith(reason)
    assert not FactRow.objects.exists()


YEAR_1, YEAR_9999 = (datetime(year, 1, 1, tzinfo=timezone(timedelta(hours=5))) for year in (1, 9999))
ONE = "5f0c1d9e-3f64-4a44-8d0c-6d2a1c5b7e90"


@pytest.mark.parametrize(
    "fact",
    [
        Claim(id=ONE, desk="laak-t4", until=YEAR_1),
        Claim(id=ONE, desk="laak-t4", until=YEAR_9999),
        Claim(id=ONE, desk="x" * 9999, until=datetime(2026, 1, 1, tzinfo=UTC)),
        Ask(id=ONE, seat="a\0b", screen="lesson"),
        Ask(id=ONE, seat="x" * 101, screen="lesson"),
        Leave(id=ONE, claim="a\0b"),
    ],
)
def test_a_value_that_no_database_keeps_is_rejected_and_not_asked_for_again(fact: Fact) -> None:
    desk("laak-t4")
    kiosk = FakeKiosk()
    for at in (now(), now() - timedelta(days=300)):
        assert kiosk.do(fact, at=at).status == "rejected"


def test_a_kiosk_that_lives_in_the_year_1_is_heard() -> None:
    desk("laak-t4")
    kiosk = FakeKiosk()
    for at in (YEAR_1, YEAR_9999, YEAR_9999.replace(tzinfo=timezone(-timedelta(hours=5)), month=12, day=31)):
        for age in (timedelta(), None):
            assert kiosk.do(ask(), age=age, at=at).status in ("stored", "rejected")


def test_what_an_area_refuses_leaves_no_trace() -> None:
    kiosk = FakeKiosk()
    claim = Claim(id=new_id(), desk="nowhere", until=soon())
    assert kiosk.do(claim).reason == "no such desk in this branch"
    desk("nowhere")
    assert kiosk.do(claim).status == "stored"


def test_nothing_is_promised_of_a_transaction_that_was_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_what: object) -> None:
        raise OperationalError("the server closed the connection")

    kiosk = FakeKiosk()
    claim = Claim(id=new_id(), desk=desk().pk, until=soon())
    told = [msgspec.Raw(encode(kiosk.sent(fact))) for fact in (ask(), claim)]
    with monkeypatch.context() as patch:
        patch.setitem(receive.ACCEPTS, Claim, broken)
        # So Django cannot take back a part either, and marks the whole
        patch.setattr(transaction.get_connection(), "savepoint_rollback", broken)
        with pytest.raises(OperationalError), transaction.atomic(savepoint=False):
            receive.in_turn(receive.Request(kiosk.row, told, now()))
    assert transaction.get_rollback()
    # In a test that whole is the test's own
    transaction.set_rollback(False)


def test_a_fact_on_which_central_stumbles_is_sent_again(monkeypatch: pytest.MonkeyPatch, caplog) -> None:
    def stumble(*_what: object) -> None:
        raise RuntimeError("somebody's " + "secret")

    kiosk = FakeKiosk()
    with monkeypatch.context() as patch:
        patch.setitem(receive.ACCEPTS, Ask, stumble)
        patch.setattr(receive.log, "propagate", True)
        table = desk()
        results = kiosk.send(kiosk.sent(ask()), kiosk.sent(Claim(id=new_id(), desk=table.pk, until=soon()))).results
    assert [result.status for result in results] == ["stored"]
    assert "RuntimeError" in caplog.text
    assert "somebody's secret" not in caplog.text
    assert not FactRow.objects.filter(kind="ask").exists()


def test_the_true_time_is_receipt_less_age_whatever_the_kiosk_thinks() -> None:
    kiosk = FakeKiosk()
    fact = ask()
    kiosk.do(fact, age=120 * SECONDS, at=datetime(1970, 1, 1, tzinfo=UTC))
    row = FactRow.objects.get(pk=fact.id)
    assert row.received - row.happened == 120 * SECONDS


def test_without_an_age_the_kiosks_clock_counts_but_never_the_future() -> None:
    kiosk = FakeKiosk()
    past, ahead = ask(), ask()
    yesterday = now() - timedelta(days=1)
    kiosk.do(past, age=None, at=yesterday)
    kiosk.do(ahead, age=None, at=now() + timedelta(days=1))
    assert FactRow.objects.get(pk=past.id).happened == yesterday
    row = FactRow.objects.get(pk=ahead.id)
    assert row.happened == row.received


def test_a_packed_batch_is_read_and_a_bomb_is_not() -> None:
    kiosk = FakeKiosk()
    packed = gzip.compress(encode({"facts": [kiosk.sent(ask())]}))
    assert kiosk.post(packed, **{"content-encoding": "gzip"}).status_code == 200
    bomb = gzip.compress(b'{"facts":[' + b" " * (answers.LONGEST_UNPACKED + 1))
    assert kiosk.post(bomb, **{"content-encoding": "gzip"}).status_code == 413
    assert kiosk.post(packed[:-9], **{"content-encoding": "gzip"}).status_code == 400
    assert kiosk.post(b"not gzip", **{"content-encoding": "gzip"}).status_code == 400
    assert kiosk.post(packed, **{"content-encoding": "br"}).status_code == 415


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"", 400), (b"{", 400), (b'{"facts":3}', 400), (b"[" * 20_000, 400), (b" " * (answers.LONGEST + 1), 413)],
)
def test_what_is_no_batch_is_a_problem(body: bytes, status: int) -> None:
    reply = FakeKiosk().post(body)
    assert reply.status_code == status
    assert decode(reply.content, Problem).status == status


def test_who_is_unknown_gets_401_and_who_is_blocked_403() -> None:
    kiosk = FakeKiosk()
    block(kiosk.row)
    reply = kiosk.post(encode({"facts": []}))
    assert reply.status_code == 403
    assert decode(reply.content, Problem).type.endswith("/revoked")
    for token in ("", "nonsense", "x" * 10_000):
        kiosk.token = token
        reply = kiosk.get("/v1/branches/laak/heads")
        assert (reply.status_code, reply["WWW-Authenticate"]) == (401, "Bearer")


def test_a_token_is_kept_as_its_hash_only_and_says_when_it_was_seen() -> None:
    kiosk = FakeKiosk()
    token = Token.objects.get(key__kiosk=kiosk.row)
    assert kiosk.token not in str(token.__dict__)
    assert token.key.seen is None
    kiosk.heads()
    token.key.refresh_from_db()
    assert token.key.seen is not None


def test_nothing_that_was_sent_is_logged(caplog) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("wegwijs").addHandler(caplog.handler)
    try:
        kiosk = FakeKiosk()
        kiosk.do(Ask(id=new_id(), seat="the-secret-seat", screen="x" * 61))
        kiosk.send({"id": "the-secret-seat", "kind": "the-secret-seat"})
    finally:
        logging.getLogger("wegwijs").removeHandler(caplog.handler)
    assert "was rejected" in caplog.text
    assert "secret" not in caplog.text
    assert kiosk.token not in caplog.text


def test_a_leave_may_come_before_its_claim() -> None:
    table, kiosk = desk(), FakeKiosk()
    claim = Claim(id=new_id(), desk=table.pk, until=soon())
    leave = kiosk.sent(Leave(id=new_id(), claim=claim.id), age=20 * SECONDS)
    kiosk.send(leave, kiosk.sent(claim, age=60 * SECONDS))
    visit = kiosk.records("visits")[claim.id]
    assert visit.state == "ended"


def test_who_tells_facts_is_seen_without_a_commit_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    kiosk = FakeKiosk()
    kiosk.heads()
    long_ago = now() - timedelta(hours=1)
    kiosk.row.keys.update(seen=long_ago)
    monkeypatch.setattr(presence, "_noted", time.monotonic())
    monkeypatch.setattr(presence, "NOTED", 3600.0)
    kiosk.post(encode({"facts": []}))
    assert kiosk.row.keys.get().seen == long_ago
    monkeypatch.setattr(presence, "NOTED", -1.0)
    kiosk.post(encode({"facts": []}))
    assert kiosk.row.keys.get().seen > long_ago

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.agent import trust
from kiosk.agent.trust import BadBatch, Expired, NoAnswer, NotWelcome
from kiosk.http import Answer

NOW = datetime(2026, 11, 18, 13, 7, tzinfo=UTC)


def _json(body: Any, status: int = 200, kind: str = "application/json", **headers: str) -> Answer:
    names = {"content-type": kind, **{name.replace("_", "-"): value for name, value in headers.items()}}
    return Answer(status, names, body if isinstance(body, bytes) else json.dumps(body).encode())


def _problem(status: int, name: str) -> Answer:
    return _json({"type": f"/problems/{name}", "title": name, "status": status}, status, "application/problem+json")


def _page(**more: Any) -> dict[str, Any]:
    changes = [{"id": "d1", "rev": 4, "record": {"id": "d1"}}]
    return {"service": "wegwijs", "feed": "desks", "since": "e1-3", "to": "e1-4", "changes": changes} | more


def test_a_page_that_was_asked_for_is_believed() -> None:
    assert trust.changes(_json(_page()), "desks", "e1-3", "e1-4").changes[0].id == "d1"


@pytest.mark.parametrize(
    "wrong",
    [
        {"service": "coffee"},
        {"feed": "visits"},
        {"since": "e1-2"},
        {"to": "e1-2"},
        {"to": "e2-9"},
        {"to": "nonsense"},
        {"to": "e1-3"},
        {"to": "e1-5"},
        {"more": True},
        {"changes": [{"id": "d1", "rev": 4, "record": {"id": "d2"}}]},
        {"changes": [{"id": "", "rev": 4, "record": {"id": ""}}]},
        {"changes": [{"id": "d1", "rev": 4}]},
        {"changes": [{"id": "d1", "rev": 4, "record": []}]},
    ],
    ids=str,
)
def test_any_other_page_is_not(wrong: dict[str, Any]) -> None:
    with pytest.raises(NoAnswer):
        trust.changes(_json(_page(**wrong)), "desks", "e1-3", "e1-4")


def test_a_page_on_the_way_says_that_there_is_more() -> None:
    assert trust.changes(_json(_page(more=True)), "desks", "e1-3", "e1-9").more
    with pytest.raises(NoAnswer):
        trust.changes(_json(_page()), "desks", "e1-3", "e1-9")


def _snapshot(**more: Any) -> dict[str, Any]:
    return {"service": "wegwijs", "feed": "desks", "at": "e1-4", "size": 9, "sha256": "ab" * 32, "count": 2} | more


def test_a_snapshot_that_was_asked_for_is_believed() -> None:
    assert trust.snapshot(_json(_snapshot()), "desks").at == "e1-4"


@pytest.mark.parametrize(
    "wrong",
    [
        {"feed": "visits"},
        {"at": "e1"},
        {"at": "../e1-4"},
        {"size": 0},
        {"size": 2**40},
        {"sha256": "../../x"},
        {"count": -1},
    ],
    ids=str,
)
def test_any_other_snapshot_is_not(wrong: dict[str, Any]) -> None:
    with pytest.raises(NoAnswer):
        trust.snapshot(_json(_snapshot(**wrong)), "desks")


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[",
        b"[" * 200_000,
        b'{"id":"d1","rev":1}',
        b'{"id":"d1","rev":1,"deleted":true}',
        b"\xff",
        b'{"id":"d1","rev":1,"record":{"id":"d2"}}',
    ],
    ids=lambda line: str(line[:40]),
)
def test_a_line_of_a_snapshot_is_a_record_under_its_own_id(line: bytes) -> None:
    with pytest.raises(NoAnswer):
        trust.change(line, "file")


def test_of_two_cursors_the_further_counts_but_not_across_epochs() -> None:
    assert trust.further("e1-3", "e1-12") == trust.further("e1-12", "e1-3") == "e1-12"
    assert trust.further("e1-12", "e2-3") == "e2-3"


@pytest.mark.parametrize(
    "answer",
    [
        _json(b"<html>Log in to Free WiFi</html>", kind="text/html"),
        _json(b"<html>"),
        _json({"heads": {}}),
        _json({"now": "2026-11-18T13:07:00Z", "heads": {}, "poll_after": 30}),
        _json([]),
        _json(b"[" * 200_000),
        _json(b"\xff\xfe"),
        _json(b""),
    ],
    ids=lambda answer: str(answer.body[:30]),
)
def test_who_does_not_say_it_is_central_is_a_portal(answer: Answer) -> None:
    with pytest.raises(NoAnswer) as caught:
        trust.heads(answer)
    assert caught.value.state == "portal"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308, 511, 404, 401, 403, 204])
def test_a_status_without_central_behind_it_is_a_portal(status: int) -> None:
    with pytest.raises(NoAnswer) as caught:
        trust.refuse(_json(b"<html>", status, "text/html", location="http://portal.example/"), NOW)
    assert caught.value.state == "portal"


def test_a_fault_of_central_is_no_portal() -> None:
    with pytest.raises(NoAnswer) as caught:
        trust.refuse(_json(b"<html>", 502, "text/html", retry_after="120"), NOW)
    assert (caught.value.state, caught.value.after) == ("unreachable", 120)


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (_problem(401, "unknown-token"), "unenrolled"),
        (_problem(403, "revoked"), "revoked"),
        (_problem(403, "clone-detected"), "cloned"),
        (_problem(401, "unknown-key"), "unenrolled"),
        (_problem(403, "other-branch"), "unenrolled"),
    ],
)
def test_a_refusal_of_central_itself_counts(answer: Answer, state: str) -> None:
    with pytest.raises(NotWelcome) as caught:
        trust.refuse(answer, NOW)
    assert caught.value.state == state


@pytest.mark.parametrize("status", [400, 413, 415, 422])
def test_a_batch_that_central_cannot_read_is_told_apart(status: int) -> None:
    with pytest.raises(BadBatch) as caught:
        trust.refuse(_problem(status, "bad-request"), NOW)
    assert caught.value.final


def test_a_proxy_that_finds_it_too_large_does_not_condemn_a_fact() -> None:
    with pytest.raises(BadBatch) as caught:
        trust.refuse(_json(b"<html>", 413, "text/html"), NOW)
    assert not caught.value.final


def test_another_epoch_is_told_apart() -> None:
    with pytest.raises(Expired):
        trust.refuse(_problem(410, "cursor-expired"), NOW)


def test_no_fact_is_settled_that_was_not_sent() -> None:
    body = {"service": "wegwijs", "now": "2026-11-18T13:07:00Z", "results": [{"id": "b", "status": "stored"}]}
    assert trust.results(_json(body), {"a", "b"}).results[0].id == "b"
    with pytest.raises(NoAnswer):
        trust.results(_json(body), {"a"})


@pytest.mark.parametrize("token", ["", "short", "with space in it, long enough", "line\nbreak-long-enough", "é" * 20])
def test_a_token_that_does_not_fit_in_a_header_is_refused(token: str) -> None:
    with pytest.raises(NoAnswer):
        trust.token(_json({"service": "wegwijs", "token": token, "generation": 1}), 0)


@pytest.mark.parametrize("generation", [-1, 0, 3, 4, 1 << 60, "5", None])
def test_the_number_of_a_token_only_goes_up(generation: object) -> None:
    body = {"service": "wegwijs", "token": "t" * 43, "generation": generation}
    with pytest.raises(NoAnswer):
        trust.token(_json(body), 4)
    assert trust.token(_json(body | {"generation": 5}), 4).generation == 5


@pytest.mark.parametrize(
    "nonce", ["", "short", "two words, long enough", "line\nbreak-long-enough", "x" * 513, "é" * 20]
)
def test_a_nonce_that_says_more_than_itself_is_not_signed(nonce: str) -> None:
    with pytest.raises(NoAnswer):
        trust.nonce(_json({"service": "wegwijs", "nonce": nonce}))


@pytest.mark.parametrize(
    "wrong", [{"code": "<b>"}, {"code": ""}, {"code": "A" * 17}, {"good_for": 0}, {"good_for": -1}], ids=str
)
def test_a_code_that_is_no_code_is_not_shown(wrong: dict[str, Any]) -> None:
    body = {"service": "wegwijs", "code": "ABCDEFGH", "ask_after": 5, "good_for": 60}
    with pytest.raises(NoAnswer):
        trust.waiting(_json(body | wrong))
    found = trust.waiting(_json(body | {"ask_after": 0, "good_for": 10**9}))
    assert (found.code, found.ask_after, found.good_for) == ("ABCDEFGH", 1, 86_400)


def test_only_central_itself_ends_a_token() -> None:
    assert trust.token_ended(_problem(401, "unknown-token"))
    assert not trust.token_ended(_problem(401, "unknown-key"))
    assert not trust.token_ended(_problem(403, "revoked"))
    assert not trust.token_ended(_json(b"<html>log in", 401, "text/html"))
    assert not trust.token_ended(_json({"type": "/problems/unknown-token"}, 401))


@pytest.mark.parametrize("deep", [b"[", b'{"a":'])
@pytest.mark.parametrize("where", [b'"changes":', b'"later":', b'"changes":[{"id":"d1","rev":4,"record":'])
def test_an_answer_that_is_nested_too_deep_is_refused_wherever_it_is(deep: bytes, where: bytes) -> None:
    start = b'{"service":"wegwijs","feed":"desks","since":"e1-3","to":"e1-4",'
    with pytest.raises(NoAnswer):
        trust.changes(_json(start + where + deep * 100_000), "desks", "e1-3", "e1-4")


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("", 0),
        ("30", 30),
        ("99999999", 3600),
        ("Wed, 18 Nov 2026 13:08:00 GMT", 60),
        ("Wed, 18 Nov 2026 13:06:00 GMT", 0),
        ("Wed, 18 Nov 2027 13:06:00 GMT", 3600),
        ("soon", 0),
        ("-5", 0),
        ("Wed, 18 Nov 2026 13:08:00", 0),
    ],
)
def test_central_can_ask_for_patience_an_hour_at_most(header: str, seconds: float) -> None:
    assert trust.retry_after(header, NOW) == seconds


@given(some.floats())
def test_whatever_pause_central_names_stays_within_reason(seconds: float) -> None:
    assert 1 <= trust.poll_after(seconds) <= 3600


@given(some.binary(max_size=200), some.integers(100, 599), some.sampled_from(["", "application/json", "text/html"]))
def test_whatever_answers_ends_in_one_of_our_errors(body: bytes, status: int, kind: str) -> None:
    answer = Answer(status, {"content-type": kind}, body)
    with pytest.raises((NoAnswer, NotWelcome, BadBatch, Expired)):
        _believe(answer)


def _believe(answer: Answer) -> None:
    trust.refuse(answer, NOW)
    trust.heads(answer)

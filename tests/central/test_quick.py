from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections

from kiosk.central.sync import enrolment, presence, quick
from kiosk.clock import now
from kiosk.wire import Ask, Heads, decode
from tests.central.made_up import FakeKiosk, Keyed, branch, desk, new_id

HEADS = "/v1/branches/laak/heads"


class Web:
    """The whole application, as a server of the web calls it. `asked`: how often Django was."""

    def __init__(self) -> None:
        self.asked = 0
        self._django = get_wsgi_application()
        self._app = quick.before(self._count)

    def _count(self, environ: dict[str, Any], start: Any) -> Any:
        self.asked += 1
        return self._django(environ, start)

    def get(self, kiosk: FakeKiosk, path: str = HEADS, tag: str = "") -> tuple[str, dict[str, str], bytes]:
        environ: dict[str, Any] = {"PATH_INFO": path, "HTTP_AUTHORIZATION": f"Bearer {kiosk.token}"}
        setup_testing_defaults(environ)
        environ |= {"HTTP_HOST": "testserver", "HTTP_IF_NONE_MATCH": tag}
        said: list[Any] = []
        # In a test all is one transaction: the connection must not be closed (so does Django's own test client)
        for signal in (request_started, request_finished):
            signal.disconnect(close_old_connections)
        body = b"".join(self._app(environ, lambda status, headers: said.extend([status, dict(headers)])))
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)
        return said[0][:3], said[1], body


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    monkeypatch.setattr(quick, "close_old_connections", lambda: None)
    quick.look_again()
    quick._known.clear()
    presence._here.clear()
    presence._noted = 0.0
    yield Web()
    quick.look_again()
    quick._known.clear()
    presence._here.clear()
    presence._noted = 0.0


def test_who_was_let_in_is_answered_without_django_and_alike(web: Web) -> None:
    kiosk = FakeKiosk()
    desk()
    first = web.get(kiosk)
    second = web.get(kiosk)
    assert (first[0], second[0], web.asked) == ("200", "200", 1)
    assert first[1]["ETag"] == second[1]["ETag"]
    assert decode(first[2], Heads).heads == decode(second[2], Heads).heads == kiosk.heads().heads
    third = web.get(kiosk, tag=first[1]["ETag"])
    assert (third[0], third[2], web.asked) == ("304", b"", 1)


def test_a_change_of_others_is_seen_a_second_later_and_ones_own_at_once(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = FakeKiosk()
    tag = web.get(kiosk)[1]["ETag"]
    assert web.get(kiosk, tag=tag)[0] == "304"
    kiosk.do(Ask(id=new_id(), seat="", screen="home"))
    status, headers, body = web.get(kiosk, tag=tag)
    assert (status, web.asked, decode(body, Heads).poll_after) == ("200", 1, 2.0)
    branch("escamp")
    monkeypatch.setattr(quick, "FRESH", 0.0)
    assert web.get(kiosk, tag=headers["ETag"])[0] == "200"
    assert web.asked == 1


@pytest.mark.parametrize("path", ["/v1/branches/escamp/heads", HEADS + "/", "/v1/feeds/desks/snapshot"])
def test_everything_else_is_djangos(web: Web, path: str) -> None:
    kiosk = FakeKiosk()
    web.get(kiosk)
    web.get(kiosk, path)
    assert web.asked == 2


def test_nobody_gets_in_with_another_word(web: Web) -> None:
    kiosk, other = FakeKiosk(), FakeKiosk()
    web.get(kiosk)
    other.token = kiosk.token[:-1]
    assert web.get(other)[0] == "401"
    other.token = ""
    assert web.get(other)[0] == "401"


def test_who_is_blocked_is_out_a_second_later(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    kiosk = FakeKiosk()
    web.get(kiosk)
    assert web.get(kiosk)[0] == "200"
    enrolment.block(kiosk.row)
    monkeypatch.setattr(quick, "FRESH", 0.0)
    assert web.get(kiosk)[0] == "403"


def test_a_computer_that_took_the_place_of_another_is_answered_without_django(web: Web) -> None:
    kiosk, other = FakeKiosk(), Keyed()
    other.enrol(enrolment.make_code(kiosk.row))
    kiosk.token = other.buy(kiosk.row.pk)
    web.get(kiosk)
    assert (web.get(kiosk)[0], web.asked) == ("200", 1)


def test_who_was_let_in_long_ago_is_asked_again(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    kiosk = FakeKiosk()
    web.get(kiosk)
    later = quick.time.monotonic() + quick.LET_IN
    monkeypatch.setattr(quick.time, "monotonic", lambda: later)
    assert web.get(kiosk)[0] == "200"
    assert web.asked == 2


def test_when_a_kiosk_was_seen_is_written_down_now_and_then(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    kiosk = FakeKiosk()
    web.get(kiosk)
    long_ago = now() - timedelta(hours=1)
    kiosk.row.keys.update(seen=long_ago)
    monkeypatch.setattr(quick, "FRESH", -1.0)
    monkeypatch.setattr(presence, "NOTED", -1.0)
    for _ in range(2):
        web.get(kiosk)
    assert web.asked == 1
    assert kiosk.row.keys.get().seen > long_ago


def test_a_database_that_does_not_answer_is_left_to_django(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    kiosk = FakeKiosk()
    web.get(kiosk)

    def gone(*_: object) -> None:
        raise quick.Error

    monkeypatch.setattr(quick, "outlook", gone)
    assert web.get(kiosk)[0] == "200"
    assert web.asked == 2


def test_what_was_read_before_a_change_is_not_taken_for_what_came_after(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = FakeKiosk()
    web.get(kiosk)
    read = quick.outlook

    def slowly(moment: Any) -> Any:
        found = read(moment)
        desk()
        quick.look_again()
        return found

    monkeypatch.setattr(quick, "outlook", slowly)
    tag = web.get(kiosk)[1]["ETag"]
    monkeypatch.setattr(quick, "outlook", read)
    assert web.get(kiosk, tag=tag)[0] == "200"

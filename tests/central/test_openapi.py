from __future__ import annotations

import re

import pytest
from django.urls import resolve

from kiosk.central import openapi
from kiosk.central.sync import urls
from kiosk.wire import Problem, decode
from tests.central.made_up import FakeKiosk


def test_the_description_that_lies_here_is_of_today() -> None:
    assert openapi.FILE.read_text(encoding="utf-8") == openapi.text(), "Run: make openapi"


def test_every_address_is_described() -> None:
    described = {re.sub(r"{\w+}", "{}", call.path) for call in openapi.CALLS}
    assert described == {"/v1/" + re.sub(r"<\w+:\w+>", "{}", str(url.pattern)) for url in urls.urlpatterns}


@pytest.mark.parametrize("call", openapi.CALLS, ids=lambda call: call.path)
def test_what_is_described_answers(call: openapi.Call) -> None:
    path = call.path.format(branch="laak", feed="desks", at="e1-1", title="t1", cover="0" * 32)
    resolve(path)
    kiosk = FakeKiosk()
    reply = kiosk._web.generic(call.method.upper(), path)
    if call.open and call.method == "get":
        assert decode(reply.content, call.gives) is not None  # type: ignore[arg-type]
        return
    expected = {"400", "403"} if call.open else {"401"}
    assert str(reply.status_code) in expected & set(openapi.description()["paths"][call.path][call.method]["responses"])
    assert decode(reply.content, Problem).status == reply.status_code

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from kiosk.central.lessons.models import Practised as Row
from kiosk.clock import here, now
from kiosk.wire import Practice, Practised, Results, decode, encode
from tests.central.made_up import FakeKiosk


def practised(**more: Any) -> Practised:
    values = {"id": str(uuid4()), "lesson": "klein", "steps": 8, "done": 5, "day": here(now()).date()}
    return Practised(**{**values, **more})


def send(kiosk: FakeKiosk, *lessons: Practised) -> list[str]:
    reply = kiosk._web.post(
        "/v1/practice",
        encode(Practice(practised=list(lessons))),
        content_type="application/json",
        headers={"authorization": f"Bearer {kiosk.token}"},
    )
    assert reply.status_code == 200, reply.content
    return [result.status for result in decode(reply.content, Results).results]


def test_what_was_practised_is_counted_once() -> None:
    kiosk, one, other = FakeKiosk(), practised(), practised(done=8)
    assert send(kiosk, one, other) == ["stored", "stored"]
    assert send(kiosk, one, other) == ["duplicate", "duplicate"]
    assert sorted(Row.objects.values_list("lesson", "done", "steps", "branch")) == [
        ("klein", 5, 8, "laak"),
        ("klein", 8, 8, "laak"),
    ]


def test_nothing_that_is_kept_tells_which_kiosk_or_when() -> None:
    assert {field.name for field in Row._meta.get_fields()} == {"id", "branch", "lesson", "steps", "done", "day"}
    assert Row._meta.pk is not None
    assert Row._meta.pk.name == "id"  # no row number, which would be an order


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "c47056de-e8c3-11f1-9552-02fc00000001"},  # version 1: it holds the moment at which it was made
        {"id": "1"},
        {"lesson": ""},
        {"lesson": "x" * 61},
        {"lesson": "\0"},
        {"done": 0},
        {"done": 9},
        {"steps": 2**40, "done": 2**40},
        {"day": date(1970, 1, 1)},
        {"day": here(now()).date() + timedelta(days=1)},
    ],
    ids=str,
)
def test_nonsense_is_rejected_and_the_rest_is_kept(wrong: dict[str, Any]) -> None:
    assert send(FakeKiosk(), practised(), practised(**wrong)) == ["stored", "rejected"]
    assert Row.objects.count() == 1


def test_the_same_id_twice_in_one_batch_counts_once() -> None:
    one = practised()
    send(FakeKiosk(), one, one)
    assert Row.objects.count() == 1

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from kiosk.central.fleet.models import Kiosk
from kiosk.central.sync import enrolment, tries
from kiosk.central.sync.models import Code, Token, Try
from kiosk.clock import now
from kiosk.wire import Enrolled, decode
from tests.central.made_up import FakeKiosk, branch


@pytest.fixture
def kiosk() -> Kiosk:
    row = Kiosk(branch=branch(), name="Zuil", x=3)
    row.save()
    return row


def show(code: str) -> Any:
    return Client().post("/v1/enrol", json.dumps({"code": code}), content_type="application/json")


def test_a_code_buys_a_token_once(kiosk: Kiosk) -> None:
    code = enrolment.make_code(kiosk)
    enrolled = decode(show(code).content, Enrolled)
    assert (enrolled.kiosk.id, enrolled.kiosk.branch, enrolled.kiosk.name) == (kiosk.pk, "laak", "Zuil")
    assert Token.objects.get().digest == enrolment.token_digest(enrolled.token)
    assert show(code).status_code == 403


def test_a_code_is_read_as_people_type_it(kiosk: Kiosk) -> None:
    code = enrolment.make_code(kiosk)
    assert len(code) == 9
    assert not set("01OIL") & set(code)
    assert show(" " + code.lower().replace("-", " ")).status_code == 200


def test_only_hashes_of_codes_are_kept(kiosk: Kiosk) -> None:
    code = enrolment.make_code(kiosk)
    kept = str(Code.objects.values().get())
    assert code not in kept
    assert code.replace("-", "") not in kept


def test_a_code_is_worth_nothing_after_a_day_or_once_there_is_a_newer_one(kiosk: Kiosk) -> None:
    old = enrolment.make_code(kiosk)
    new = enrolment.make_code(kiosk)
    assert show(old).status_code == 403
    Code.objects.update(expires=now() - timedelta(seconds=1))
    assert show(new).status_code == 403


def test_enrolling_again_blocks_what_was_enrolled_before() -> None:
    first = FakeKiosk()
    enrolled = decode(show(enrolment.make_code(first.row)).content, Enrolled)
    assert first.get("/v1/branches/laak/heads").status_code == 403
    first.token = enrolled.token
    assert first.get("/v1/branches/laak/heads").status_code == 200


def test_whoever_guesses_must_wait(kiosk: Kiosk) -> None:
    code = enrolment.make_code(kiosk)
    guesses = [show("WRONG-ONE").status_code for _ in range(tries.PER_ADDRESS + 1)]
    assert guesses == [403] * tries.PER_ADDRESS + [429]
    reply = show(code)
    assert (reply.status_code, reply["Retry-After"]) == (429, "600")
    Try.objects.update(at=now() - tries.WINDOW)
    assert show(code).status_code == 200


@pytest.mark.parametrize("body", ["", "{}", '{"code": 3}', '{"code": null}', "[]", '{"code": "' + "A" * 100_000 + '"}'])
def test_what_is_no_code_is_refused(body: str) -> None:
    assert Client().post("/v1/enrol", body, content_type="application/json").status_code in (400, 403)


def test_logging_in_closes_after_too_many_wrong_passwords() -> None:
    web = Client(headers={"accept-language": "nl"})
    wrong = {"username": "marja", "password": "wrong"}
    pages = [web.post("/in", wrong) for _ in range(tries.PER_ADDRESS + 1)]
    assert [page.status_code for page in pages] == [200] * tries.PER_ADDRESS + [429]
    assert "klopt niet" in pages[0].content.decode()
    assert "Wacht tien minuten" in pages[-1].content.decode()

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from kiosk.central.fleet.models import Kiosk
from kiosk.central.sync import enrolment, tries
from kiosk.central.sync.models import Code, Key, Try, Waiting
from kiosk.clock import now
from kiosk.wire import Enrolled, Problem, decode
from kiosk.wire import Waiting as Waits
from tests.central.made_up import FakeKiosk, Keyed, branch


@pytest.fixture
def kiosk() -> Kiosk:
    row = Kiosk(branch=branch(), name="Zuil", x=3)
    row.save()
    return row


def problem(reply: object) -> str:
    return decode(reply.content, Problem).type.removeprefix("/problems/")  # type: ignore[attr-defined]


def test_a_code_of_staff_makes_a_kiosk_once(kiosk: Kiosk) -> None:
    code, key = enrolment.make_code(kiosk), Keyed()
    enrolled = decode(key.enrol(code).content, Enrolled)
    assert (enrolled.kiosk.id, enrolled.kiosk.branch, enrolled.kiosk.name) == (kiosk.pk, "laak", "Zuil")
    assert Keyed().enrol(code).status_code == 403
    for again in (key.enrol(), key.enrol(code)):
        assert decode(again.content, Enrolled) == enrolled, "who missed the answer asks again"
    enrolment.block(kiosk)
    assert key.enrol(code).status_code == 403


def test_a_code_is_read_as_people_type_it(kiosk: Kiosk) -> None:
    code = enrolment.make_code(kiosk)
    assert len(code) == 9
    assert not set("01OIL") & set(code)
    assert Keyed().enrol(" " + code.lower().replace("-", " ")).status_code == 200


def test_only_hashes_of_codes_that_staff_made_are_kept(kiosk: Kiosk) -> None:
    code = enrolment.make_code(kiosk)
    kept = str(Code.objects.values().get())
    assert code not in kept
    assert code.replace("-", "") not in kept


def test_a_code_is_worth_nothing_after_a_day_or_once_there_is_a_newer_one(kiosk: Kiosk) -> None:
    old = enrolment.make_code(kiosk)
    new = enrolment.make_code(kiosk)
    assert Keyed().enrol(old).status_code == 403
    Code.objects.update(expires=now() - timedelta(seconds=1))
    assert Keyed().enrol(new).status_code == 403
    assert not Key.objects.exists()


def test_enrolling_another_computer_blocks_the_one_before() -> None:
    first, second = FakeKiosk(), Keyed()
    second.enrol(enrolment.make_code(first.row))
    assert problem(first.get("/v1/branches/laak/heads")) == "revoked"
    first.token = second.buy(first.row.pk)
    assert first.get("/v1/branches/laak/heads").status_code == 200


def test_a_code_lets_a_blocked_computer_back_in() -> None:
    kiosk = FakeKiosk()
    enrolment.block(kiosk.row)
    assert problem(kiosk.key.enrol()) == "revoked"
    assert kiosk.key.enrol(enrolment.make_code(kiosk.row)).status_code == 200
    kiosk.token = kiosk.key.buy(kiosk.row.pk)
    assert kiosk.get("/v1/branches/laak/heads").status_code == 200


def test_whoever_guesses_must_wait(kiosk: Kiosk) -> None:
    code = enrolment.make_code(kiosk)
    guesses = [Keyed().enrol("WRONG-ONE").status_code for _ in range(tries.PER_ADDRESS + 1)]
    assert guesses == [403] * tries.PER_ADDRESS + [429]
    reply = Keyed().enrol(code)
    assert (reply.status_code, reply["Retry-After"]) == (429, "600")
    Try.objects.update(at=now() - tries.WINDOW)
    assert Keyed().enrol(code).status_code == 200


@pytest.mark.parametrize(
    "body",
    ["", "{}", '{"key": 3}', '{"key": "short"}', '{"key": "%s"}' % ("A" * 44), "[]", '{"code": "ABCD-EFGH"}'],
)
def test_what_is_no_key_is_refused(body: str) -> None:
    assert Client().post("/v1/enrol", body, content_type="application/json").status_code == 400
    assert not Key.objects.exists()


def test_a_code_that_is_far_too_long_is_only_wrong() -> None:
    assert Keyed().enrol("A" * 100_000).status_code == 403


def test_without_a_code_one_is_shown_until_staff_approve(kiosk: Kiosk) -> None:
    key = Keyed()
    reply = key.enrol()
    waits = decode(reply.content, Waits)
    assert (reply.status_code, len(waits.code), waits.ask_after) == (202, 8, 5)
    assert 3500 < waits.good_for <= 3600
    assert decode(key.enrol().content, Waits).code == waits.code, "the same code each time"
    assert decode(Keyed().enrol().content, Waits).code != waits.code
    enrolment.approve(Key.objects.get(code=waits.code), kiosk)
    assert decode(key.enrol().content, Enrolled).kiosk.id == kiosk.pk
    assert key.buy(kiosk.pk)


def test_a_code_that_nobody_typed_makes_room_for_the_next() -> None:
    key = Keyed()
    first = decode(key.enrol().content, Waits).code
    Key.objects.update(expires=now() - timedelta(seconds=1))
    assert not Waiting.objects.exists()
    second = decode(key.enrol().content, Waits).code
    assert (Key.objects.count(), first == second) == (1, False)


def test_only_so_many_computers_wait(monkeypatch: pytest.MonkeyPatch, kiosk: Kiosk) -> None:
    monkeypatch.setattr(enrolment, "PER_ADDRESS", 3)
    keys = [Keyed() for _ in range(4)]
    assert [key.enrol().status_code for key in keys] == [202, 202, 202, 429]
    assert keys[0].enrol().status_code == 202, "who waits already goes on waiting"
    assert keys[3].enrol(enrolment.make_code(kiosk)).status_code == 200, "who has a code need not wait"
    monkeypatch.setattr(enrolment, "PER_ADDRESS", 50)
    monkeypatch.setattr(enrolment, "ALL_TOGETHER", 3)
    Key.objects.update(address="elsewhere")
    assert Keyed().enrol().status_code == 429


def test_a_kiosk_that_is_removed_has_to_be_enrolled_anew() -> None:
    kiosk = FakeKiosk()
    kiosk.row.delete()
    assert problem(kiosk.get("/v1/branches/laak/heads")) == "unknown-token"
    assert problem(kiosk.key.show(kiosk.key.proof("k1"))) == "unknown-key"
    assert kiosk.key.enrol().status_code == 202


def test_logging_in_closes_after_too_many_wrong_passwords() -> None:
    web = Client(headers={"accept-language": "nl"})
    wrong = {"username": "marja", "password": "wrong"}
    pages = [web.post("/in", wrong) for _ in range(tries.PER_ADDRESS + 1)]
    assert [page.status_code for page in pages] == [200] * tries.PER_ADDRESS + [429]
    assert "klopt niet" in pages[0].content.decode()
    assert "Wacht tien minuten" in pages[-1].content.decode()

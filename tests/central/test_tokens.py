from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from django.core.signing import TimestampSigner
from django.test import Client

from kiosk.central.sync import answers, enrolment, tokens
from kiosk.central.sync.models import Key, Token
from kiosk.clock import now
from kiosk.wire import Problem, decode
from tests.central.made_up import FakeKiosk, Keyed

HEADS = "/v1/branches/laak/heads"


@pytest.fixture
def kiosk() -> FakeKiosk:
    return FakeKiosk()


def problem(reply: object) -> tuple[int, str]:
    return reply.status_code, decode(reply.content, Problem).type.removeprefix("/problems/")  # type: ignore[attr-defined]


def copy_of(kiosk: FakeKiosk) -> FakeKiosk:
    """The same disk in another computer."""
    other = FakeKiosk.__new__(FakeKiosk)
    other.__dict__.update(kiosk.__dict__)
    other.key = Keyed.__new__(Keyed)
    other.key.__dict__.update(kiosk.key.__dict__)
    other.token = ""
    return other


def test_a_token_lets_in_for_an_hour_and_a_new_one_after(kiosk: FakeKiosk) -> None:
    assert kiosk.get(HEADS).status_code == 200
    Token.objects.update(expires=now())
    assert problem(kiosk.get(HEADS)) == (401, "unknown-token")
    kiosk.token = kiosk.key.buy(kiosk.row.pk)
    assert kiosk.get(HEADS).status_code == 200
    assert timedelta(minutes=59) < Token.objects.get(generation=2).expires - now() <= timedelta(hours=1)


def test_of_a_token_and_a_nonce_only_hashes_are_kept(kiosk: FakeKiosk) -> None:
    nonce = kiosk.key.nonce()
    kiosk.key.show(kiosk.key.proof(kiosk.row.pk, nonce))
    kept = str(list(Token.objects.values()))
    assert kiosk.token not in kept
    assert nonce not in kept
    assert Token.objects.filter(digest=answers.token_digest(kiosk.token)).exists()


def test_old_tokens_are_pruned(kiosk: FakeKiosk) -> None:
    Token.objects.update(expires=now() - timedelta(minutes=2))
    kiosk.key.buy(kiosk.row.pk)
    assert Token.objects.count() == 1


def test_using_a_new_token_ends_those_before_it(kiosk: FakeKiosk) -> None:
    old = kiosk.token
    kiosk.get(HEADS)
    kiosk.token = kiosk.key.buy(kiosk.row.pk)
    new, kiosk.token = kiosk.token, old
    assert kiosk.get(HEADS).status_code == 200, "nobody knows yet that the new one arrived"
    kiosk.token = new
    assert kiosk.get(HEADS).status_code == 200
    kiosk.token = old
    assert problem(kiosk.get(HEADS)) == (401, "unknown-token")


def test_a_signature_of_another_key_buys_nothing(kiosk: FakeKiosk) -> None:
    good = kiosk.key.proof(kiosk.row.pk)
    forged = msgspec.structs.replace(Keyed().proof(kiosk.row.pk, good.nonce, good.generation), key=good.key)
    assert problem(kiosk.key.show(forged)) == (403, "wrong-proof")
    assert kiosk.key.show(good).status_code == 200, "a forged proof does not spend the nonce"


@pytest.mark.parametrize("field", ["kiosk", "generation", "nonce", "key"])
def test_what_was_signed_cannot_be_changed(kiosk: FakeKiosk, field: str) -> None:
    good = kiosk.key.proof(kiosk.row.pk)
    other = FakeKiosk(name="Other")
    wrong = {"kiosk": other.row.pk, "generation": good.generation + 1, "nonce": good.nonce + "x", "key": b"k" * 32}
    assert kiosk.key.show(msgspec.structs.replace(good, **{field: wrong[field]})).status_code in (401, 403, 409)
    assert Token.objects.filter(key__kiosk=kiosk.row).count() == 1


def test_a_nonce_buys_once(kiosk: FakeKiosk) -> None:
    good = kiosk.key.proof(kiosk.row.pk)
    assert kiosk.key.show(good).status_code == 200
    assert problem(kiosk.key.show(good)) == (409, "stale-nonce")
    assert Key.objects.get().cloned is None


@pytest.mark.parametrize("nonce", ["", "nonsense", "a:b:c", "1-x:1:" + "A" * 43, "x" * 10_000])
def test_a_nonce_that_central_did_not_make_is_refused(kiosk: FakeKiosk, nonce: str) -> None:
    assert problem(kiosk.key.show(kiosk.key.proof(kiosk.row.pk, nonce or "x"))) == (409, "stale-nonce")


def test_a_nonce_is_good_for_a_minute(kiosk: FakeKiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TimestampSigner, "timestamp", lambda self: "1")
    old = kiosk.key.nonce()
    monkeypatch.undo()
    assert problem(kiosk.key.show(kiosk.key.proof(kiosk.row.pk, old))) == (409, "stale-nonce")


@pytest.mark.parametrize("body", ["", "{}", "[]", '{"key": 1}', "[" * 20_000])
def test_what_is_no_proof_is_refused(body: str) -> None:
    assert Client().post("/v1/tokens", body, content_type="application/json").status_code == 400


def test_an_unknown_key_is_told_apart_from_an_old_token() -> None:
    stranger = Keyed()
    assert problem(stranger.show(stranger.proof("k1"))) == (401, "unknown-key")
    stranger.enrol()
    assert problem(stranger.show(stranger.proof("k1"))) == (401, "unknown-key"), "it waits, it is nobody yet"


def test_a_key_is_no_other_kiosk(kiosk: FakeKiosk) -> None:
    other = FakeKiosk(name="Other")
    assert problem(kiosk.key.show(kiosk.key.proof(other.row.pk))) == (401, "unknown-key")


def test_a_block_holds_at_once_and_can_be_taken_back(kiosk: FakeKiosk) -> None:
    assert kiosk.get(HEADS).status_code == 200
    enrolment.block(kiosk.row)
    assert problem(kiosk.get(HEADS)) == (403, "revoked")
    assert problem(kiosk.key.show(kiosk.key.proof(kiosk.row.pk))) == (403, "revoked")
    assert enrolment.let_back_in(kiosk.row)
    kiosk.token = kiosk.key.buy(kiosk.row.pk)
    assert kiosk.get(HEADS).status_code == 200


@pytest.mark.parametrize("copy_first", [False, True])
def test_a_copied_disk_is_noticed_whoever_comes_first(kiosk: FakeKiosk, copy_first: bool) -> None:
    copy = copy_of(kiosk)
    first, second = (copy, kiosk) if copy_first else (kiosk, copy)
    first.token = first.key.buy(kiosk.row.pk)
    assert first.get(HEADS).status_code == 200
    assert problem(second.key.show(second.key.proof(kiosk.row.pk))) == (403, "clone-detected")
    assert problem(first.get(HEADS)) == (403, "clone-detected")
    assert problem(first.key.show(first.key.proof(kiosk.row.pk))) == (403, "clone-detected")
    assert problem(first.key.enrol()) == (403, "clone-detected")
    assert enrolment.state(kiosk.row) == "cloned"


def test_a_copied_key_never_comes_back(kiosk: FakeKiosk) -> None:
    enrolment.clone_found(Key.objects.get())
    assert not enrolment.let_back_in(kiosk.row)
    code = enrolment.make_code(kiosk.row)
    assert problem(kiosk.key.enrol(code)) == (403, "clone-detected")
    new = Keyed()
    assert new.enrol(code).status_code == 200, "the refused key did not spend the code"
    assert new.buy(kiosk.row.pk)
    assert enrolment.state(kiosk.row) == "enrolled"


def test_who_did_not_get_a_token_gets_the_same_number_again(kiosk: FakeKiosk) -> None:
    kiosk.get(HEADS)
    lost = [kiosk.key.show(kiosk.key.proof(kiosk.row.pk)) for _ in range(3)]
    assert [reply.json()["generation"] for reply in lost] == [2, 2, 2]
    kiosk.token = lost[0].json()["token"]
    assert problem(kiosk.get(HEADS)) == (401, "unknown-token"), "only the last of them is worth something"
    kiosk.token = kiosk.key.buy(kiosk.row.pk)
    assert kiosk.get(HEADS).status_code == 200


def test_a_question_that_was_late_on_its_way_is_no_copied_disk(kiosk: FakeKiosk) -> None:
    late = kiosk.key.proof(kiosk.row.pk)
    kiosk.token = kiosk.key.buy(kiosk.row.pk)
    kiosk.get(HEADS)
    assert problem(kiosk.key.show(late)) == (409, "stale-nonce")
    assert kiosk.get(HEADS).status_code == 200


def test_after_a_restored_backup_of_central_a_kiosk_goes_on(kiosk: FakeKiosk) -> None:
    for _ in range(5):
        kiosk.token = kiosk.key.buy(kiosk.row.pk)
        kiosk.get(HEADS)
    Key.objects.update(generation=1, used=True)
    kiosk.token = kiosk.key.buy(kiosk.row.pk)
    assert kiosk.get(HEADS).status_code == 200
    assert Key.objects.get().generation == kiosk.key.generation == 7


def test_no_answer_about_trust_is_kept_by_a_cache(kiosk: FakeKiosk) -> None:
    replies = [kiosk.key.enrol(), Keyed().enrol(), Client().get("/v1/nonce")]
    replies.append(kiosk.key.show(kiosk.key.proof(kiosk.row.pk)))
    assert {reply["Cache-Control"] for reply in replies} == {"no-store"}


def test_a_token_lives_an_hour_or_so() -> None:
    assert timedelta(minutes=30) <= tokens.LIFE <= timedelta(hours=2)

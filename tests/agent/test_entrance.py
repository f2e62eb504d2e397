"""Getting in, and what becomes of a kiosk that is not let in."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator

import pytest

from kiosk.agent import credential, engine, systemd, vault
from kiosk.agent.credential import Identity
from kiosk.agent.entrance import Entrance
from kiosk.agent.joining import join
from kiosk.agent.key import KeyTrouble
from kiosk.agent.trust import NoAnswer, NotWelcome
from kiosk.settings import Settings
from kiosk.wire import Enrolled, Kiosk, Waiting
from tests.agent import scripted
from tests.agent.central import CODE, KIOSK, Central
from tests.agent.facts import a_claim
from tests.agent.test_engine import Agent

Soon = Callable[[Callable[[], object]], None]


@pytest.fixture
def fresh(settings: Settings, peer: scripted.Peer) -> Settings:
    """A kiosk that knows where central is, and no more."""
    settings.state.mkdir()
    return Settings(state=settings.state, credential="file", central=peer.url)


@pytest.fixture
def start(soon: Soon, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Settings], Agent]]:
    """Agents that do not wait long, and end with the test."""
    monkeypatch.setattr(engine, "FIRST_PAUSE", 0.02)
    monkeypatch.setattr(engine, "LONGEST_PAUSE", 0.1)
    started: list[Agent] = []

    def begin(settings: Settings) -> Agent:
        started.append(Agent(settings))
        started[-1].engine.open()
        return started[-1]

    yield begin
    for agent in started:
        agent.engine.close()


def who(settings: Settings) -> Identity:
    found = credential.identity(settings)
    assert found is not None
    return found


def asked(peer: scripted.Peer, path: str) -> int:
    return sum(where == path for _, where, _, _ in peer.asked)


def test_a_new_kiosk_shows_a_code_and_comes_in_once_it_is_approved(
    fresh: Settings, central: Central, soon: Soon, start: Callable[[Settings], Agent]
) -> None:
    agent = start(fresh)
    soon(lambda: agent.state() == "waiting")
    status = agent.engine.status()
    assert (status.code, status.credential, status.online) == (CODE, "file", False)
    assert "waits for approval" in status.reason
    central.keys[who(fresh).key] = KIOSK
    soon(lambda: agent.engine.status().online)
    assert (agent.engine.status().code, agent.engine.status().kiosk) == ("", "k1")
    assert who(fresh).generation == central.generation == 1


def test_it_asks_again_no_sooner_than_central_wants(
    fresh: Settings, peer: scripted.Peer, soon: Soon, start: Callable[[Settings], Agent]
) -> None:
    agent = start(fresh)
    soon(lambda: agent.state() == "waiting")
    begin = time.monotonic()
    agent.keep(a_claim())
    soon(lambda: asked(peer, "/v1/enrol") == 2)
    assert time.monotonic() - begin > 0.7


def test_a_code_that_is_no_longer_good_is_not_shown(fresh: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    entrance = Entrance(fresh)
    with pytest.raises(NotWelcome):
        entrance.enter()
    assert entrance.code == CODE
    later = time.monotonic() + 3601
    monkeypatch.setattr(time, "monotonic", lambda: later)
    assert entrance.code == ""


def test_a_restart_asks_with_the_same_key(fresh: Settings) -> None:
    keys = set()
    for _ in range(3):
        with pytest.raises(NotWelcome):
            Entrance(fresh).enter()
        keys.add(who(fresh).key)
    assert len(keys) == 1


def test_a_token_that_ended_is_renewed_once_on_the_way(
    enrolled: Settings, peer: scripted.Peer, central: Central
) -> None:
    entrance = Entrance(enrolled)
    client, _ = entrance.enter()
    central.token = "another-token-of-the-tests-0123456789"
    central.publish("desks", [])
    assert client.heads("laak") is not None
    assert (client.token, who(enrolled).generation) == (central.token, 2)
    peer.play = lambda handler, path, sent: (
        central(handler, path, sent) if not path.endswith("/heads") else scripted.problem(handler, 401, "unknown-token")
    )
    peer.asked.clear()
    with pytest.raises(NotWelcome):
        client.heads("laak")
    assert (asked(peer, "/v1/tokens"), asked(peer, "/v1/branches/laak/heads")) == (1, 2)


def test_a_portal_that_says_401_costs_no_token(enrolled: Settings, peer: scripted.Peer) -> None:
    client, _ = Entrance(enrolled).enter()
    peer.play = scripted.always(401, b"<html>log in", "text/html")
    peer.asked.clear()
    with pytest.raises(NoAnswer) as caught:
        client.heads("laak")
    assert (caught.value.state, len(peer.asked)) == ("portal", 1)


def test_the_number_of_a_token_is_on_disk_before_it_is_used(enrolled: Settings, peer: scripted.Peer) -> None:
    numbers: list[int] = []
    play = peer.play

    def watched(handler: object, path: str, sent: bytes) -> None:
        if path.endswith("/heads"):
            numbers.append(who(enrolled).generation)
        play(handler, path, sent)  # type: ignore[arg-type]

    peer.play = watched  # type: ignore[assignment]
    for _ in range(3):
        Entrance(enrolled).enter()[0].heads("laak")
    assert numbers == [1, 2, 3]


def test_a_kiosk_that_is_blocked_keeps_its_facts_and_comes_back_when_it_may(
    enrolled: Settings, central: Central, soon: Soon, start: Callable[[Settings], Agent]
) -> None:
    agent = start(enrolled)
    soon(lambda: agent.engine.status().online)
    central.refuses = {who(enrolled).key: "revoked"}
    claim = a_claim()
    agent.keep(claim)
    soon(lambda: agent.state() == "revoked")
    assert (agent.facts.waiting(), central.facts) == (1, {})
    central.refuses = {}
    soon(lambda: agent.engine.status().online)
    soon(lambda: list(central.facts) == [claim.id])


def test_a_blocked_kiosk_does_not_hurry_for_its_facts(enrolled: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine.random, "uniform", lambda low, high: high)
    agent = Agent(enrolled)
    agent.facts.keep(a_claim())
    for _ in range(14):
        pause = agent.engine._turned_away(NotWelcome("revoked", "no"))
    assert pause == engine.LONGEST_PAUSE


def test_a_copied_disk_gets_a_new_key_and_says_so_until_it_is_approved(
    enrolled: Settings, central: Central, soon: Soon, start: Callable[[Settings], Agent]
) -> None:
    agent = start(enrolled)
    soon(lambda: agent.engine.status().online)
    old = who(enrolled).key
    central.refuses = {old: "clone-detected"}
    agent.keep(a_claim())
    soon(lambda: agent.engine.status().code == CODE)
    status = agent.engine.status()
    assert (status.state, "disk of this kiosk was copied" in status.reason) == ("cloned", True)
    new = credential.key(enrolled)
    assert new is not None
    assert new.public != old
    again = start(enrolled)
    soon(lambda: again.engine.status().code == CODE)
    soon(lambda: again.state() == "cloned")
    assert credential.key(enrolled) == new, "no third key after a restart"
    again.engine.close()
    central.keys[new.public] = Kiosk(id="k2", branch="laak", name="Computer 4")
    central.refuses = {}
    soon(lambda: agent.engine.status().online)
    assert (agent.engine.status().kiosk, len(central.facts)) == ("k2", 1)


def test_a_kiosk_that_staff_moved_to_another_branch_goes_on_there(
    enrolled: Settings, central: Central, soon: Soon, start: Callable[[Settings], Agent]
) -> None:
    agent = start(enrolled)
    soon(lambda: agent.engine.status().online)
    key = who(enrolled).key
    central.keys[key] = Kiosk(id=central.keys[key].id, branch="escamp", name="Computer 4")
    central.refuses = {b"": "other-branch"}
    agent.keep(a_claim())
    soon(lambda: agent.engine.status().branch == "escamp")
    central.refuses = {}
    soon(lambda: agent.engine.status().online)
    assert (who(enrolled).key, len(central.facts)) == (key, 1)


def test_where_only_root_makes_keys_a_copied_disk_waits_for_root(
    enrolled: Settings, central: Central, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = credential.key(enrolled)
    assert key is not None
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(credential, "_give", lambda *_: None)
    monkeypatch.setattr(systemd, "read", lambda: key.text)
    entrance = Entrance(Settings(state=enrolled.state, credential="systemd"))
    central.refuses = {key.public: "clone-detected"}
    with pytest.raises(NotWelcome) as caught:
        entrance.enter()
    entrance.refused(caught.value)
    with pytest.raises(NotWelcome, match="wegwijs-agent enrol") as caught:
        entrance.enter()
    assert (caught.value.state, entrance.code) == ("cloned", "")


def test_a_key_that_is_gone_is_said_and_the_kiosk_waits_with_a_new_one(
    enrolled: Settings, central: Central, soon: Soon, start: Callable[[Settings], Agent]
) -> None:
    (enrolled.state / "agent" / "key").unlink()
    agent = start(enrolled)
    soon(lambda: agent.engine.status().code == CODE)
    assert agent.state() == "waiting"
    assert "The key of this kiosk was gone (file)" in agent.engine.status().reason
    new = credential.key(enrolled)
    assert new is not None
    central.keys[new.public] = KIOSK
    soon(lambda: agent.engine.status().online)


def test_central_that_forgot_a_kiosk_is_asked_with_the_same_key(
    enrolled: Settings, central: Central, soon: Soon, start: Callable[[Settings], Agent]
) -> None:
    key = who(enrolled).key
    central.keys = {}
    agent = start(enrolled)
    soon(lambda: agent.engine.status().code == CODE)
    assert "Central no longer knows this kiosk" in agent.engine.status().reason
    central.keys = {key: KIOSK}
    soon(lambda: agent.engine.status().online)


def test_a_key_that_became_another_kiosk_is_that_one(enrolled: Settings, central: Central) -> None:
    central.keys[who(enrolled).key] = Kiosk(id="k9", branch="escamp", name="Zuil")
    _, kiosk = Entrance(enrolled).enter()
    assert (kiosk.id, who(enrolled).kiosk) == ("k9", kiosk)


@pytest.mark.parametrize("trouble", ["It is locked", "It does not answer within 3 s"])
def test_a_keyring_that_does_not_give_the_key_is_said_and_tried_again(
    fresh: Settings,
    central: Central,
    soon: Soon,
    start: Callable[[Settings], Agent],
    monkeypatch: pytest.MonkeyPatch,
    trouble: str,
) -> None:
    def refuse() -> str:
        raise KeyTrouble(trouble)

    monkeypatch.setattr(vault, "read", refuse)
    agent = start(Settings(state=fresh.state, central=fresh.central, credential="keyring"))
    soon(lambda: agent.state() == "keyless")
    assert (agent.engine.status().reason, agent.engine.status().credential) == (f"{trouble}.", "keyring")
    kept: list[str] = []
    monkeypatch.setattr(vault, "read", lambda: kept[-1] if kept else None)
    monkeypatch.setattr(vault, "write", kept.append)
    soon(lambda: agent.state() == "waiting")
    assert len(kept) == 1


def test_a_kiosk_that_is_in_needs_its_keyring_no_more(
    fresh: Settings, central: Central, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[str] = []
    monkeypatch.setattr(vault, "read", lambda: kept[-1] if kept else None)
    monkeypatch.setattr(vault, "write", kept.append)
    settings = Settings(state=fresh.state, central=fresh.central, credential="keyring")
    join(settings, fresh.central, central.code)
    entrance = Entrance(settings)
    entrance.enter()
    monkeypatch.setattr(vault, "read", lambda: pytest.fail("asked again"))
    for _ in range(3):
        entrance.enter()[0].heads("laak")


def test_who_was_enrolled_anew_meanwhile_is_not_overwritten(
    enrolled: Settings, central: Central, peer: scripted.Peer
) -> None:
    other = Identity(central=peer.url, key=who(enrolled).key, kiosk=Kiosk(id="k9", branch="laak", name="Zuil"))

    def meanwhile(handler: object, path: str, sent: bytes) -> None:
        if path == "/v1/tokens":
            credential.save_identity(enrolled, other)
        central(handler, path, sent)  # type: ignore[arg-type]

    peer.play = meanwhile  # type: ignore[assignment]
    with pytest.raises(NoAnswer, match="anew meanwhile"):
        Entrance(enrolled).enter()
    assert who(enrolled) == other


def test_a_code_is_not_spent_by_a_key_that_is_refused(
    enrolled: Settings, central: Central, peer: scripted.Peer
) -> None:
    old = who(enrolled).key
    central.refuses = {old: "clone-detected"}
    answer = join(enrolled, peer.url, central.code)
    assert isinstance(answer, Enrolled)
    assert who(enrolled).key != old
    key = credential.key(enrolled)
    assert key is not None
    assert key.public == who(enrolled).key


def test_enrolling_again_keeps_the_key_and_the_number(
    enrolled: Settings, central: Central, peer: scripted.Peer
) -> None:
    Entrance(enrolled).enter()
    before = who(enrolled)
    join(enrolled, peer.url, central.code)
    assert who(enrolled) == before
    assert before.generation == 1


def test_a_wrong_code_changes_nothing(enrolled: Settings, peer: scripted.Peer) -> None:
    before, key = who(enrolled), credential.key(enrolled)
    with pytest.raises(NotWelcome):
        join(enrolled, peer.url, "WRONG")
    assert (who(enrolled), credential.key(enrolled)) == (before, key)


def test_without_a_code_joining_tells_the_one_for_staff(fresh: Settings, peer: scripted.Peer) -> None:
    answer = join(fresh, peer.url, "")
    assert isinstance(answer, Waiting)
    assert answer.code == CODE
    assert (who(fresh).central, who(fresh).kiosk) == (peer.url, None)


def test_neither_key_nor_token_is_sent_where_it_does_not_belong(enrolled: Settings, peer: scripted.Peer) -> None:
    key = credential.key(enrolled)
    assert key is not None
    client, _ = Entrance(enrolled).enter()
    client.heads("laak")
    client.enrol(key.public)
    assert all(key.text not in sent.decode() for _, _, _, sent in peer.asked)
    assert all("Authorization" not in headers for _, path, headers, _ in peer.asked if path == "/v1/tokens")

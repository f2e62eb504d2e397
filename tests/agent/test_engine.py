from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from kiosk import clock
from kiosk.agent import engine
from kiosk.agent.engine import Engine
from kiosk.agent.keep import Facts
from kiosk.agent.trust import NoAnswer, NotWelcome
from kiosk.errors import BadInput, KnownError
from kiosk.settings import Settings
from kiosk.store.replica import Replica
from kiosk.store.writer import Writer
from kiosk.wire import Branch, Desk, Title
from kiosk.wire.link import Answered, Changed, FromAgent, Status
from tests.agent import scripted
from tests.agent.central import Central
from tests.agent.conftest import enrol
from tests.agent.facts import a_claim, an_ask, practised

Soon = Callable[[Callable[[], object]], None]


class Agent:
    """An engine and all it hears and says."""

    def __init__(self, settings: Settings) -> None:
        self.said: list[FromAgent] = []
        self.settings = settings
        self.facts, self.writer = Facts(settings.facts), Writer(settings.replica)
        self.replica = Replica(settings.replica, settings.facts)
        self.engine = Engine(settings, self.facts, self.writer, self.said.append)

    def keep(self, fact: object) -> None:
        self.facts.keep(fact)  # type: ignore[arg-type]
        self.engine.wake()

    def state(self) -> str:
        return self.engine.status().state

    def changed(self) -> list[str]:
        return [feed for message in self.said if isinstance(message, Changed) for feed in message.feeds]


@pytest.fixture
def agent(enrolled: Settings) -> Iterator[Agent]:
    agent = Agent(enrolled)
    yield agent
    agent.engine.close()


@pytest.fixture
def running(agent: Agent, soon: Soon) -> Agent:
    agent.engine.open()
    soon(lambda: agent.engine.status().online)
    return agent


def _desk(id: str) -> Desk:
    return Desk(id=id, branch="laak", name=id, kind="table")


def test_what_central_knows_comes_in_page_by_page(agent: Agent, central: Central, soon: Soon) -> None:
    central.page = 3
    central.publish("desks", [_desk(f"t{n}") for n in range(10)])
    central.publish("branches", [Branch(id="laak", name="Bibliotheek Laak", short="Laak")])
    agent.engine.open()
    soon(lambda: agent.engine.status().online)
    assert len(agent.replica.all("desks")) == 10
    assert sorted(agent.changed()) == ["branches", "desks"]
    assert (agent.replica.known("kiosk"), agent.replica.known("branch")) == ("k1", "laak")
    assert agent.engine.status().synced is not None


def test_only_what_changed_is_fetched_again(running: Agent, central: Central, peer: scripted.Peer, soon: Soon) -> None:
    central.publish("desks", [_desk("t1"), _desk("t2")])
    running.engine.wake()
    soon(lambda: running.changed() == ["desks"])
    central.remove("desks", "t1")
    peer.asked.clear()
    running.engine.wake()
    soon(lambda: running.changed() == ["desks", "desks"])
    assert [desk.id for desk in running.replica.all("desks")] == ["t2"]
    assert [path for _, path, _, _ in peer.asked if "changes" in path] == [
        "/v1/feeds/desks/changes?branch=laak&since=e1-2&to=e1-3"
    ]


def test_when_nothing_changed_the_answer_is_304(running: Agent, peer: scripted.Peer, soon: Soon) -> None:
    peer.asked.clear()
    running.engine.wake()
    soon(lambda: peer.asked)
    soon(lambda: running.engine.status().online)
    assert "If-None-Match" in peer.asked[0][2]
    assert len(peer.asked) == 1


def test_after_a_restored_backup_a_feed_starts_anew(running: Agent, central: Central, soon: Soon) -> None:
    central.publish("desks", [_desk("old")])
    running.engine.wake()
    soon(lambda: running.changed())
    central.epoch, central.rev, central.feeds = 2, 0, {}
    central.publish("desks", [_desk("new")])
    running.engine.wake()
    soon(lambda: [desk.id for desk in running.replica.all("desks")] == ["new"])
    assert running.writer.cursor("desks") == "e2-1"


def test_a_fact_goes_at_once_and_its_visit_comes_back_at_once(running: Agent, central: Central, soon: Soon) -> None:
    claim = a_claim()
    begin = time.monotonic()
    running.keep(claim)
    soon(lambda: running.replica.get("visits", claim.id))
    assert time.monotonic() - begin < 1.5
    assert [message.result.status for message in running.said if isinstance(message, Answered)] == ["stored"]
    assert running.facts.waiting() == 0


def test_a_batch_that_cannot_be_read_is_halved_until_the_bad_one_is_found(
    agent: Agent, central: Central, soon: Soon
) -> None:
    claims = [a_claim() for _ in range(9)]
    for claim in claims:
        agent.facts.keep(claim)
    central.cannot_read = {claims[4].id}
    agent.engine.open()
    soon(lambda: agent.facts.waiting() == 0)
    assert set(central.facts) == {claim.id for claim in claims} - {claims[4].id}
    assert agent.facts.quarantined() == 1
    soon(lambda: agent.engine.status().online)


def test_what_central_rejects_does_not_hold_up_the_rest(running: Agent, central: Central, soon: Soon) -> None:
    bad, good = a_claim(), an_ask()
    central.rejects = {bad.id}
    running.keep(bad)
    running.keep(good)
    soon(lambda: running.facts.waiting() == 0)
    assert (set(central.facts), running.facts.quarantined()) == ({good.id}, 1)


def test_a_fact_on_which_central_stumbles_waits_and_holds_up_nobody(
    running: Agent, central: Central, soon: Soon
) -> None:
    bad, good = an_ask(), a_claim()
    central.stumbles = {bad.id}
    running.keep(bad)
    running.keep(good)
    soon(lambda: running.replica.get("visits", good.id))
    assert [sent.id for sent in running.facts.to_send()] == [bad.id]
    assert running.engine.status().online
    central.stumbles = set()
    running.engine.wake()
    soon(lambda: running.facts.waiting() == 0)


@pytest.mark.parametrize(
    ("play", "state"),
    [
        (scripted.always(200, b"<html>Free WiFi", "text/html"), "portal"),
        (scripted.always(302, b"", Location="http://portal.example/"), "portal"),
        (scripted.always(511, b"<html>", "text/html"), "portal"),
        (scripted.always(200, b'{"hello":"world"}'), "portal"),
        (scripted.always(500, b"oops", "text/plain"), "unreachable"),
        (scripted.always(200, b'{"service":"wegwijs","now":"x"}'), "portal"),
        (lambda handler, path, sent: scripted.problem(handler, 401, "unknown-token"), "unenrolled"),
        (lambda handler, path, sent: scripted.problem(handler, 403, "revoked"), "revoked"),
        (scripted.always(200, b'{"service":"wegwijs","nonce":' + b"[" * 100_000), "portal"),
        (lambda handler, path, sent: scripted.problem(handler, 409, "stale-nonce"), "unreachable"),
    ],
    ids=["html", "redirect", "511", "wrong json", "500", "half", "401", "403", "deep", "409"],
)
def test_whatever_central_says_the_agent_goes_on_and_no_fact_is_lost(
    agent: Agent, peer: scripted.Peer, central: Central, soon: Soon, play: scripted.Play, state: str
) -> None:
    peer.play = play
    claim = a_claim()
    agent.facts.keep(claim)
    agent.engine.open()
    soon(lambda: agent.state() == state)
    soon(lambda: any(isinstance(said, Status) and said.state == state for said in agent.said))
    assert agent.facts.waiting() == 1
    peer.play = central
    agent.engine.wake()
    soon(lambda: central.facts)
    soon(lambda: agent.engine.status().online)
    assert list(central.facts) == [claim.id]


def test_a_new_fact_does_not_wait_for_the_pause_to_end(agent: Agent, peer: scripted.Peer, soon: Soon) -> None:
    peer.play = scripted.always(500, b"")
    agent.engine._failures = 12
    agent.engine.open()
    soon(lambda: peer.asked)
    soon(lambda: agent.engine._failures == 13)
    before = len(peer.asked)
    agent.keep(a_claim())
    soon(lambda: len(peer.asked) > before)


def test_the_moment_that_central_names_is_kept_even_with_a_new_fact(
    agent: Agent, peer: scripted.Peer, soon: Soon
) -> None:
    peer.play = scripted.always(503, b"", Retry_After="30")
    agent.engine.open()
    soon(lambda: agent.state() == "unreachable" and peer.asked)
    before = len(peer.asked)
    agent.keep(a_claim())
    time.sleep(0.3)
    assert len(peer.asked) == before


def test_when_the_network_comes_back_it_is_tried_soon(
    agent: Agent, peer: scripted.Peer, soon: Soon, monkeypatch: pytest.MonkeyPatch
) -> None:
    way: list[tuple[str, ...]] = [()]
    monkeypatch.setattr(engine, "way_out", lambda: way[0])
    monkeypatch.setattr(engine, "GLANCE", 0.02)
    monkeypatch.setattr(engine.random, "uniform", lambda low, high: high)
    peer.play = scripted.always(500, b"")
    agent.engine._failures = 12
    agent.engine.open()
    soon(lambda: agent.engine._failures == 13)
    time.sleep(0.1)
    assert len(peer.asked) == 1
    way[0] = ("192.168.1.20",)
    soon(lambda: len(peer.asked) > 1)


def test_the_pauses_double_and_end_at_a_quarter_of_an_hour(agent: Agent, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine.random, "uniform", lambda low, high: high)
    pauses = [agent.engine._failed(engine.KnownError("no"), "unreachable") for _ in range(14)]
    assert pauses[:4] == [2, 4, 8, 16]
    assert max(pauses) == pauses[-1] == 900
    agent.facts.keep(an_ask())
    assert agent.engine._failed(engine.KnownError("no"), "unreachable") == 30, "somebody waits for help"


def test_a_kiosk_that_is_enrolled_while_the_agent_runs_is_noticed(
    settings: Settings, peer: scripted.Peer, central: Central, soon: Soon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "GLANCE", 0.02)
    settings.state.mkdir()
    agent = Agent(settings)
    agent.engine.open()
    soon(lambda: agent.state() == "unenrolled")
    assert not peer.asked
    enrol(settings, peer.url, central)
    soon(lambda: agent.engine.status().online)
    agent.engine.close()


def test_a_replica_that_breaks_is_fetched_again(running: Agent, central: Central, soon: Soon) -> None:
    central.publish("desks", [_desk("t1")])
    running.engine.wake()
    soon(lambda: running.changed())
    path: Path = running.writer._path
    running.writer._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    running.writer._connection.execute("PRAGMA shrink_memory")
    path.write_bytes(b"\0" * path.stat().st_size)
    running.engine.wake()
    soon(lambda: running.engine.status().notes)
    running.engine.wake()
    soon(lambda: running.engine.status().online and running.replica.all("desks"))


def test_it_stops_while_central_keeps_it_waiting(agent: Agent, peer: scripted.Peer, soon: Soon) -> None:
    peer.play = lambda handler, path, sent: time.sleep(3)
    agent.engine.open()
    soon(lambda: peer.asked)
    begin = time.monotonic()
    agent.engine.close()
    assert time.monotonic() - begin < 1
    assert not agent.engine._thread.is_alive()


def test_a_feed_that_went_astray_is_fetched_anew(running: Agent, central: Central, soon: Soon) -> None:
    central.publish("desks", [_desk("t1"), _desk("t2")])
    running.engine.wake()
    soon(lambda: running.changed())
    running.writer._connection.execute("DELETE FROM records WHERE id = 't1'")
    central.publish("desks", [_desk("t3")])
    running.engine.wake()
    soon(lambda: {desk.id for desk in running.replica.all("desks")} == {"t1", "t2", "t3"})


def test_a_feed_that_does_not_become_what_central_has_is_said_and_not_asked_for_ever(
    running: Agent, central: Central, peer: scripted.Peer, soon: Soon
) -> None:
    central.publish("desks", [_desk("t1")])
    running.engine.wake()
    soon(lambda: running.changed())
    central.wrong_digest = "f" * 32
    central.publish("desks", [_desk("t2")])
    running.engine.wake()
    soon(lambda: running.state() == "unreachable" or running.replica.get("desks", "t2"))
    assert len([path for _, path, _, _ in peer.asked if path.endswith("/snapshot?branch=laak")]) <= 3


def test_a_long_download_lets_a_cry_for_help_pass(
    agent: Agent, central: Central, soon: Soon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine.when, "speed", lambda opening: 20_000)
    central.publish(
        "titles", [Title(id=f"t{n}", title=sha256(bytes([n % 256, n // 256])).hexdigest() * 9) for n in range(2500)]
    )
    agent.engine.open()
    soon(lambda: list((agent.settings.coming).glob("*.part")))
    begin = time.monotonic()
    agent.keep(an_ask())
    soon(lambda: agent.facts.waiting() == 0)
    assert time.monotonic() - begin < 5
    assert not agent.writer.cursor("titles")
    monkeypatch.setattr(engine.when, "speed", lambda opening: None)
    soon(lambda: agent.writer.cursor("titles"))
    assert len(agent.replica.all("titles")) == 2500


def test_what_was_practised_goes_apart_from_what_has_a_moment(
    agent: Agent, central: Central, peer: scripted.Peer, soon: Soon
) -> None:
    today = clock.here(clock.now()).date()
    yesterday = [practised(today - timedelta(days=1)) for _ in range(3)]
    for fact in (*yesterday, practised(today), a_claim()):
        agent.facts.keep(fact)
    agent.engine.open()
    soon(lambda: central.practised)
    assert central.practised == [sorted(yesterday, key=lambda one: one.id)]
    (body,) = [body for _, path, _, body in peer.asked if path == "/v1/practice"]
    assert set(json.loads(body)) == {"practised"}
    assert set(json.loads(body)["practised"][0]) == {"kind", "id", "lesson", "steps", "done", "day"}
    soon(lambda: agent.engine.status().online)
    assert agent.engine.status().waiting == 0
    assert len(agent.facts.practised(today + timedelta(days=1))) == 1


def test_how_soon_to_look_again_is_known_though_what_changed_did_not_all_come(
    running: Agent, central: Central, soon: Soon, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(came: int) -> None:
        raise engine.Pressing

    central.publish("desks", [_desk("t1")])
    running.engine.wake()
    soon(lambda: running.changed())
    monkeypatch.setattr(running.engine._puller, "_pace", interrupted)
    central.poll_after, central.page = 2.0, 1
    central.publish("desks", [_desk(f"t{n}") for n in range(2, 6)])
    running.engine.wake()
    soon(lambda: running.engine._poll == 2.0)


def test_however_much_presses_all_of_it_comes_and_the_kiosk_is_online(
    running: Agent, central: Central, peer: scripted.Peer, soon: Soon, monkeypatch: pytest.MonkeyPatch
) -> None:
    central.publish("desks", [_desk("t1")])
    running.engine.wake()
    soon(lambda: running.changed())
    states: list[tuple[str, str, int]] = []
    turn = running.engine._rest

    def rest(seconds: float) -> None:
        states.append((running.engine._state, running.engine._reason, running.engine._failures))
        running.engine._state, running.engine._failures = "unreachable", 5
        running.engine._wake.set()  # somebody is always in a hurry
        turn(seconds)

    monkeypatch.setattr(running.engine._puller, "_pace", _always_pressing)
    monkeypatch.setattr(running.engine, "_rest", rest)
    central.page = 1
    central.publish("desks", [_desk(f"t{n}") for n in range(2, 12)])
    running.engine.wake()
    soon(lambda: len(running.replica.all("desks")) == 11, 5)
    assert set(states) == {("", "", 0)}


def test_how_long_the_sending_takes_is_no_reason_to_press(
    running: Agent, central: Central, soon: Soon, monkeypatch: pytest.MonkeyPatch
) -> None:
    pressed: list[int] = []
    pace = running.engine._pace

    def counted(came: int) -> None:
        try:
            pace(came)
        except engine.Pressing:
            pressed.append(came)
            raise

    send = running.engine._sender.send
    monkeypatch.setattr(running.engine._puller, "_pace", counted)
    monkeypatch.setattr(running.engine._sender, "send", lambda client: (time.sleep(0.2), send(client))[1])
    running.engine._poll = 0.1
    central.publish("desks", [_desk("t1")])
    running.engine.wake()
    soon(lambda: running.changed())
    assert not pressed


def _always_pressing(came: int) -> None:
    raise engine.Pressing


@pytest.mark.parametrize("trouble", [OSError(28, "No space left on device"), BadInput("Which kiosk this is?")])
def test_a_refusal_that_cannot_be_written_down_is_a_refusal_all_the_same(
    agent: Agent, central: Central, soon: Soon, monkeypatch: pytest.MonkeyPatch, trouble: Exception
) -> None:
    def full(error: object) -> None:
        raise trouble

    monkeypatch.setattr(agent.engine._entrance, "refused", full)
    central.refuses = {b"": "clone-detected"}
    agent.engine.open()
    soon(lambda: agent.state() == "cloned", 5)
    central.refuses = {}
    agent.engine.wake()
    soon(lambda: agent.engine.status().online, 5)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_whatever_goes_wrong_the_engine_runs_on(agent: Agent, soon: Soon, monkeypatch: pytest.MonkeyPatch) -> None:
    real, fell = agent.engine._round, []

    def fall() -> float:
        if not fell:
            fell.append(True)
            raise RuntimeError
        return real()

    monkeypatch.setattr(engine, "LONGEST_PAUSE", 0.05)
    monkeypatch.setattr(agent.engine, "_round", fall)
    agent.engine.open()
    soon(lambda: agent.engine.status().online, 5)


@pytest.mark.parametrize("minutes", [10, -10])
def test_when_the_wall_clock_is_set_it_looks_again(
    agent: Agent, peer: scripted.Peer, soon: Soon, monkeypatch: pytest.MonkeyPatch, minutes: int
) -> None:
    monkeypatch.setattr(engine, "SLICE", 0.02, raising=False)
    monkeypatch.setattr(agent.engine, "_until_look", lambda: 3600.0)
    agent.engine.open()
    soon(lambda: any(isinstance(said, Status) and said.online for said in agent.said))
    time.sleep(0.1)
    before = len(peer.asked)
    time.sleep(0.2)
    assert len(peer.asked) == before
    monkeypatch.setattr(clock, "_offset", timedelta(minutes=minutes))
    soon(lambda: len(peer.asked) > before, 5)


@pytest.mark.parametrize("trouble", [KnownError("The replica cannot be written: full"), engine.Pressing()])
def test_central_hears_how_the_kiosk_is_though_not_all_came(
    agent: Agent, central: Central, soon: Soon, monkeypatch: pytest.MonkeyPatch, trouble: Exception
) -> None:
    def fall(*_: object) -> None:
        raise trouble

    monkeypatch.setattr(agent.engine._puller, "pull", fall)
    agent.engine.open()
    soon(lambda: central.healths, 5)


@pytest.mark.parametrize("trouble", [NoAnswer("unreachable", "no"), NotWelcome("revoked", "no")])
def test_a_central_that_does_not_answer_or_turns_us_away_is_told_nothing(
    agent: Agent, central: Central, soon: Soon, monkeypatch: pytest.MonkeyPatch, trouble: Exception
) -> None:
    def fall(*_: object) -> None:
        raise trouble

    monkeypatch.setattr(agent.engine._puller, "pull", fall)
    agent.engine.open()
    soon(lambda: agent.engine._failures > 0, 5)
    assert not central.healths


def test_what_a_visitor_did_stands_in_no_log_and_goes_from_the_kiosk_after_a_month(
    running: Agent, central: Central, soon: Soon, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    claim = a_claim()
    central.rejects, central.reason = {claim.id}, "the fact cannot be read: what somebody typed"
    running.keep(claim)
    soon(lambda: running.facts.quarantined())
    soon(lambda: f"{claim.id}: unreadable" in caplog.text)
    assert "somebody typed" not in caplog.text
    monkeypatch.setattr(clock, "_offset", timedelta(days=31))
    running.engine.wake()
    soon(lambda: not running.facts.quarantined())

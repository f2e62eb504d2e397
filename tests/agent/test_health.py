from __future__ import annotations

import ast
import time
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk import __version__, central, clock
from kiosk.agent import health as module
from kiosk.agent import reasons
from kiosk.agent.engine import Engine
from kiosk.agent.keep import Facts
from kiosk.agent.screens import Screens, WipeLog
from kiosk.settings import Settings
from kiosk.store.writer import Writer
from kiosk.wire import Kiosk, Order, Quarantined, Title, Wipes, encode
from kiosk.wire.health import release
from tests.agent import scripted
from tests.agent.central import KIOSK, Central
from tests.agent.facts import a_claim

Soon = Callable[[Callable[[], object]], None]


class Agent:
    def __init__(self, settings: Settings) -> None:
        self.facts, self.writer, self.screens = Facts(settings.facts), Writer(settings.replica), Screens(set())
        self.engine = Engine(settings, self.facts, self.writer, lambda _: None, self.screens)


@pytest.fixture
def agent(enrolled: Settings) -> Iterator[Agent]:
    agent = Agent(enrolled)
    yield agent
    agent.engine.close()


@pytest.fixture
def running(agent: Agent, central: Central, soon: Soon) -> Agent:
    agent.engine.open()
    soon(lambda: central.healths)
    return agent


def test_the_first_exchange_says_how_the_kiosk_is(agent: Agent, central: Central, soon: Soon) -> None:
    central.publish("titles", [Title(id="t1", title="Max Havelaar")])
    agent.engine.open()
    soon(lambda: central.healths)
    told = central.healths[0]
    assert told.version == __version__
    assert abs(told.at - clock.now()) < timedelta(seconds=20)
    assert told.cursors == {"titles": "e1-1"}
    assert told.index in ("ready", "behind")
    assert 0 < (told.free or 0) <= (told.disk or 0)
    assert told.uptime > 0
    assert len(told.lessons) == 12
    assert (told.waiting, told.quarantined, told.refused, told.notes) == (0, 0, [], [])


def test_nothing_is_said_again_while_nothing_happens(running: Agent, peer: scripted.Peer, soon: Soon) -> None:
    peer.asked.clear()
    for _ in range(3):
        running.engine.wake()
        time.sleep(0.05)
    soon(lambda: len(peer.asked) >= 1)
    assert [path for _, path, _, _ in peer.asked if path == "/v1/health"] == []


def test_it_is_said_again_after_a_while(
    agent: Agent, central: Central, soon: Soon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "EVERY", 0.0)
    agent.engine.open()
    soon(lambda: central.healths)
    agent.engine.wake()
    soon(lambda: len(central.healths) > 1)


def test_a_fact_that_was_quarantined_is_told_at_once_without_what_was_in_it(
    running: Agent, central: Central, soon: Soon
) -> None:
    claim = a_claim("laak-t2")
    central.rejects = {claim.id}
    running.facts.keep(claim)
    running.engine.wake()
    soon(lambda: central.healths[-1].quarantined)
    (refused,) = central.healths[-1].refused
    assert (refused.kind, refused.reason, refused.at.second) == ("claim", "other", 0)
    said = encode(central.healths[-1]).decode()
    assert claim.id not in said
    assert "laak-t2" not in said
    assert running.engine.status().refused == [refused]


def test_a_wipe_that_failed_is_told_at_once(running: Agent, central: Central, soon: Soon) -> None:
    running.screens.wipes.add(3, clock.now())
    running.engine.wake()
    soon(lambda: central.healths[-1].wipes.left == 3)


def test_an_order_is_asked_for_when_the_kiosk_is_published_anew(running: Agent, central: Central, soon: Soon) -> None:
    now = clock.now()
    central.orders = [Order(id=str(uuid.uuid4()), what="no-such-thing", at=now, until=now + timedelta(hours=1))]
    central.publish("kiosks", [Kiosk(id=KIOSK.id, branch="laak", name="Computer 3")])
    before = len(central.healths)
    running.engine.wake()
    soon(lambda: len(central.healths) > before)


@pytest.mark.parametrize(
    "play",
    [
        scripted.always(
            404, b'{"type":"/problems/no-such-address","title":"No","status":404}', "application/problem+json"
        ),
        scripted.always(400, b'{"type":"/problems/bad-request","title":"No","status":400}', "application/problem+json"),
        scripted.always(500, b"oops", "text/plain"),
        scripted.always(200, b'{"service":"wegwijs","now":"2026-11-18T13:07:00Z","orders":"reboot"}'),
        scripted.always(200, b'{"service":"wegwijs","now":"2026-11-18T13:07:00Z","orders":[{"id":7}]}'),
        scripted.always(200, b"[" * 100_000),
    ],
    ids=["an old central", "refused", "stumbles", "no list", "no orders", "deep"],
)
def test_a_central_that_has_no_ear_for_it_spoils_nothing_else(
    agent: Agent,
    central: Central,
    peer: scripted.Peer,
    soon: Soon,
    play: scripted.Play,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def answer(handler: object, path: str, sent: bytes) -> None:
        (play if path == "/v1/health" else central)(handler, path, sent)  # type: ignore[operator]

    peer.play = answer
    with caplog.at_level("INFO"):
        agent.engine.open()
        soon(lambda: agent.engine.status().online)
    claim = a_claim()
    agent.facts.keep(claim)
    agent.engine.wake()
    soon(lambda: claim.id in central.facts)
    assert agent.engine.status().online
    assert "central did not hear how this kiosk is" in caplog.text
    assert len([path for _, path, _, _ in peer.asked if path == "/v1/health"]) == 1, "not again at once"


NOON = datetime(2026, 11, 18, 12, 59, 30, tzinfo=UTC)


def test_wipes_are_told_by_the_hour_so_that_nobody_learns_when_somebody_left() -> None:
    wipes = WipeLog()
    wipes.add(0, NOON - timedelta(minutes=20))
    wipes.add(0, NOON)
    assert wipes.told(NOON) == Wipes()
    assert wipes.told(NOON + timedelta(seconds=29)) == Wipes()
    assert wipes.told(NOON + timedelta(minutes=1)) == Wipes(count=2, hour=NOON.replace(minute=0, second=0))


def test_files_that_would_not_go_are_told_at_once_and_forgotten_after_a_good_wipe() -> None:
    wipes = WipeLog()
    wipes.add(2, NOON)
    assert wipes.told(NOON).left == 2
    wipes.add(0, NOON)
    assert wipes.told(NOON).left == 0


def test_every_reason_that_central_can_give_has_a_code() -> None:
    given = {text for path in Path(central.__file__).parent.rglob("*.py") for text in _reasons(path)}
    assert len(given) > 10
    assert given - reasons.CODES.keys() == set()


def _reasons(path: Path) -> list[str]:
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    raised = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "Rejected" and call.args]
    return [call.args[0].value for call in raised if isinstance(call.args[0], ast.Constant)]


def test_what_follows_a_reason_may_be_a_visitors_and_is_left_out() -> None:
    assert reasons.code("the data cannot be read: Invalid value 'Vera Voorbeeld' - at `$.desk`") == "unreadable"
    assert reasons.code("Vera Voorbeeld has no desk") == "other"


def test_a_fact_waits_as_long_as_it_waits(settings: Settings) -> None:
    settings.state.mkdir()
    facts = Facts(settings.facts)
    assert (facts.oldest(), facts.refused()) == (0, [])
    facts.keep(a_claim())
    facts._connection.execute("UPDATE facts SET ticks = ticks - 90000")
    assert 90 <= facts.oldest() < 95
    facts._connection.execute("UPDATE facts SET boot = 'another', at = '2020-01-01T00:00:00+00:00'")
    assert facts.oldest() > 86_400
    facts._connection.execute("UPDATE facts SET at = '2099-01-01T00:00:00+00:00'")
    assert facts.oldest() == 0


def test_only_the_newest_refused_facts_are_listed(settings: Settings) -> None:
    settings.state.mkdir()
    facts = Facts(settings.facts)
    for _ in range(30):
        facts.keep(a_claim())
    facts._connection.execute("UPDATE facts SET reason = 'id-reuse', at = '2026-11-18T13:07:41+00:00'")
    assert (
        facts.refused()
        == [Quarantined(kind="claim", at=datetime(2026, 11, 18, 13, 7, tzinfo=UTC), reason="other-fact")] * 20
    )
    assert facts.quarantined() == 30


@pytest.mark.parametrize(
    ("version", "numbers"),
    [
        ("0.10.1", (0, 10, 1)),
        ("0.2.1rc1", (0, 2, 1)),
        ("1.0a2", (1, 0)),
        ("0.2.0.post1", (0, 2, 0)),
        ("0.2.1.dev3", (0, 2, 1)),
        ("", ()),
        ("rc1", ()),
    ],
)
def test_versions_are_compared_by_their_numbers(version: str, numbers: tuple[int, ...]) -> None:
    assert release(version) == numbers

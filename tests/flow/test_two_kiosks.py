"""Two kiosks that cannot reach central give away the same desk: central decides, and the loser hears why."""

from __future__ import annotations

import sqlite3

from tests.flow.hands import Hands
from tests.flow.house import House, Kiosk, wait


def _claim_offline(kiosk: Kiosk, desk: str, seconds_ago: int) -> str:
    """Somebody claims it there while central is down; the agent then rests."""
    hands = Hands(kiosk)
    kiosk.agent.start()
    claim = hands.claim(desk)
    wait(lambda: claim in hands.promised, "it is kept")
    hands.die()
    kiosk.agent.kill()
    with sqlite3.connect(kiosk.settings.facts) as facts:
        facts.execute("UPDATE facts SET ticks = ticks - ?", (seconds_ago * 1000,))
    return claim


def _judge(house: House, winner: str, loser: str) -> None:
    states = {claim: state for claim, _, state in house.visits()}
    assert states == {winner: "held", loser: "conflict"}


def test_at_a_table_the_earlier_claim_wins_and_the_other_hears_of_a_free_one(house: House) -> None:
    c1, c2 = house.kiosks["c1"], house.kiosks["c2"]
    later = _claim_offline(c1, "laak-t2", 60)
    earlier = _claim_offline(c2, "laak-t2", 120)
    house.start_central()
    hands = {"c1": Hands(c1), "c2": Hands(c2)}
    for kiosk in (c1, c2):
        kiosk.agent.start()
    for kiosk in (c1, c2):
        wait(lambda kiosk=kiosk: len(kiosk.visits()) == 2, "both visits")  # type: ignore[misc]
        wait(lambda kiosk=kiosk: kiosk.visits()[later] == "conflict", "the conflict")  # type: ignore[misc]
    _judge(house, winner=earlier, loser=later)
    other = c1.replica.get("visits", later).other  # type: ignore[union-attr]
    assert other in ("laak-t1", "laak-t3")
    for hand in hands.values():
        hand.die()


def test_the_kiosk_that_is_the_desk_wins_even_when_it_was_later(house: House) -> None:
    c1, c2 = house.kiosks["c1"], house.kiosks["c2"]
    bound = _claim_offline(c1, "laak-c1", 60)
    elsewhere = _claim_offline(c2, "laak-c1", 120)
    house.start_central()
    for kiosk in (c2, c1):
        kiosk.agent.start()
        wait(lambda kiosk=kiosk: not kiosk.replica.waiting(), "it is dealt with")  # type: ignore[misc]
    wait(lambda: c2.visits().get(elsewhere) == "conflict", "the conflict is seen where it matters")
    _judge(house, winner=bound, loser=elsewhere)


def test_who_claims_a_desk_that_is_held_hears_so_at_once(house: House) -> None:
    c1, c2 = house.kiosks["c1"], house.kiosks["c2"]
    house.start_central()
    first, second = Hands(c1), Hands(c2)
    for kiosk in (c1, c2):
        kiosk.agent.start()
    held = first.claim("laak-t1")
    wait(lambda: held in first.answers, "the first is answered")
    late = second.claim("laak-t1")
    wait(lambda: late in second.answers, "the second is answered")
    assert first.answers[held].status == "stored"
    assert (second.answers[late].status, second.answers[late].other) == ("conflict", "laak-t2")
    for hands in (first, second):
        hands.die()

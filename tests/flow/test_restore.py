"""A restored central is behind the kiosks; they follow it, and what they still held arrives."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.flow.hands import Hands
from tests.flow.house import House, Kiosk, wait


@pytest.fixture
def kiosk(house: House) -> Kiosk:
    return house.kiosks["c1"]


@pytest.fixture
def hands(kiosk: Kiosk) -> Iterator[Hands]:
    hands = Hands(kiosk)
    yield hands
    hands.die()


def test_kiosks_follow_a_restored_central_and_what_they_kept_arrives(house: House, kiosk: Kiosk, hands: Hands) -> None:
    file = house.folder / "a.backup"
    house.start_central()
    kiosk.agent.start()
    before = hands.claim("laak-t1")
    wait(lambda: before in kiosk.visits(), "the first visit")
    house.run("kiosk.central.main", "backup", str(file))
    after = hands.claim("laak-t2")
    wait(lambda: after in kiosk.visits() and not kiosk.replica.waiting(), "the second visit, and nothing waits")
    house.central.kill()
    kept = hands.claim("laak-t3")
    wait(lambda: kept in hands.promised, "the third is kept on the kiosk")
    house.run("kiosk.central.main", "restore", str(file), "--yes")
    house.start_central()
    wait(lambda: set(kiosk.visits()) == {before, kept}, "the kiosk shows what central knows now")
    # What central had acknowledged after the backup is known nowhere any more
    assert set(house.facts()) == {before, kept}
    again = hands.claim("laak-t2")
    wait(lambda: kiosk.visits().get(again) == "held", "the desk can be taken again")

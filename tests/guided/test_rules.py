"""Whoever comes finds the right screen by its picture."""

from __future__ import annotations

from kiosk.guided.rules import PICTURES, picture
from kiosk.paths import RESOURCES


def test_each_kiosk_of_a_branch_has_its_own_picture() -> None:
    kiosks = [f"k{number:02}" for number in range(len(PICTURES))]
    assert len({picture(kiosk, kiosks) for kiosk in kiosks}) == len(PICTURES)


def test_the_picture_does_not_depend_on_the_order_or_on_being_listed() -> None:
    assert picture("b", ["c", "a", "b"]) == picture("b", ["a", "c"]) == PICTURES[1]


def test_every_picture_is_drawn() -> None:
    assert [name for name in PICTURES if not (RESOURCES / "drawings" / f"{name}.svg").exists()] == []

"""The shelf that a call number stands on, found on a drawn floor, and never one on which it is not."""

from __future__ import annotations

import pytest

from kiosk.catalogue.spots import holds, spot
from kiosk.wire import Floor, Piece
from tests.library import branches, words

GROUND = branches()[0].floors[0]


def shelf(first: str, last: str) -> Piece:
    return Piece(what="shelf", x=0, y=0, width=10, height=10, first=first, last=last)


@pytest.mark.parametrize(
    ("first", "last", "call_number"),
    [
        ("500", "599", "512.3"),
        ("500", "599", "599.98 MULT"),
        ("A", "Z", "zwar"),
        ("A", "Z", "MULT"),
        ("L", "R", "RUSH"),
        ("J A", "J Z", "J KUIJ"),
        ("J 600", "J 699", "J 629.2"),
        ("NT2 A", "NT2 C", "NT2 B1"),
        ("DVD", "DVD", "DVD HAVE"),
    ],
)
def test_a_shelf_takes_in_what_stands_between_its_first_and_last(first: str, last: str, call_number: str) -> None:
    assert holds(shelf(first, last), call_number)


@pytest.mark.parametrize(
    ("first", "last", "call_number"),
    [
        ("500", "599", "612.3"),
        ("500", "599", "MULT"),
        ("A", "Z", "512.3"),
        ("A", "Z", "J KUIJ"),
        ("A", "Z", "J 629.2"),
        ("J A", "J Z", "MULT"),
        ("J A", "J Z", "J 629.2"),
        ("A", "F", "MULT"),
        ("", "", "MULT"),
        ("A", "Z", ""),
    ],
)
def test_nobody_is_sent_to_a_shelf_of_another_kind(first: str, last: str, call_number: str) -> None:
    assert not holds(shelf(first, last), call_number)


def test_the_spot_names_the_shelf_and_what_is_near_it() -> None:
    found = spot([GROUND], 0, "MULT", "")
    assert found is not None
    assert GROUND.pieces[found.piece].first == "MULT"
    assert (found.floor, found.first, found.last) == (0, "MULT", "NEDE")
    assert found.near == words("Kamer Zee", "Room Sea", "غرفة البحر")


def test_a_shelf_that_is_only_named_is_found_by_its_name_in_any_language() -> None:
    named = Piece(what="shelf", x=0, y=0, label=words("Romans", "Novels"))
    floor = Floor(number=1, name=words("Boven"), width=10, height=10, ground="", walls="", pieces=[named])
    found = spot([GROUND, floor], 0, "", "novels")
    assert found is not None
    assert (found.floor, found.piece, found.near) == (1, 0, {})


def test_the_floor_of_the_copy_comes_before_another_with_the_same_shelf() -> None:
    above = Floor(number=2, name=words("Boven"), width=10, height=10, ground="", walls="", pieces=[shelf("A", "Z")])
    assert [found.floor for number in (0, 2) if (found := spot([GROUND, above], number, "MULT", ""))] == [0, 2]


def test_what_stands_on_no_drawn_shelf_has_no_spot() -> None:
    assert spot([GROUND], 0, "999", "") is None
    assert spot([], 0, "MULT", "Romans") is None

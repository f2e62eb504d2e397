"""Where a thing stands on the drawn floors of a branch: the shelf whose call numbers take it in. Pure.

Why a range is compared sign by sign: "512.35" stands between "500" and "599", "MULT" between "A" and "Z"; as numbers
the one, and as words the other, would need a scheme for each library. Numbers and letters never share a range, nor do
rows with a class before the number ("J 629.2", "NT2 A") and those without.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import dist

from kiosk.wire import Floor, Piece, Words

#: What people steer by.
_LANDMARKS = ("room", "zone", "counter", "entrance")


@dataclass(frozen=True)
class Spot:
    """`floor`: the number of the floor; `piece`: the place of the shelf in its `pieces`; `first`, `last`: the call
    numbers on it; `near`: the name of the nearest thing that people know, if any has one."""

    floor: int
    piece: int
    first: str = ""
    last: str = ""
    near: Words = field(default_factory=dict)


def spot(floors: Sequence[Floor], number: int, call_number: str, shelf: str) -> Spot | None:
    """The shelf for that call number, or the one named `shelf`; those on floor `number` first. None when no drawn
    shelf is known to have it."""
    there = sorted(floors, key=lambda floor: floor.number != number)
    shelves = [(floor, place, piece) for floor in there for place, piece in _shelves(floor)]
    by_number = [one for one in shelves if holds(one[2], call_number)]
    by_name = [one for one in shelves if _called(one[2], shelf)]
    for floor, place, piece in (*by_number, *by_name):
        return Spot(floor.number, place, piece.first, piece.last, _near(floor, piece))
    return None


def holds(piece: Piece, call_number: str) -> bool:
    """Whether that call number stands on this shelf; "Z" as the last takes in all that begin so."""
    class_, first = _classed(piece.first)
    same, last = _classed(piece.last)
    number = call_number.upper().strip()
    if not (first and last) or same != class_ or not number.startswith(class_) or (not class_ and number[1:2] == " "):
        return False
    number = number[len(class_) :]
    return _kind(first) == _kind(last) == _kind(number) and first <= number and number[: len(last)] <= last


def _classed(number: str) -> tuple[str, str]:
    """The class with its space, and what stands in order behind it: "NT2 A" is ("NT2 ", "A")."""
    class_, space, rest = number.upper().strip().rpartition(" ")
    return class_ + space, rest


def _kind(number: str) -> str:
    return "number" if number[:1].isdigit() else "letters" if number else ""


def _shelves(floor: Floor) -> Iterator[tuple[int, Piece]]:
    return ((place, piece) for place, piece in enumerate(floor.pieces) if piece.what == "shelf")


def _called(piece: Piece, shelf: str) -> bool:
    return bool(shelf) and shelf.casefold() in (name.casefold() for name in piece.label.values())


def _near(floor: Floor, shelf: Piece) -> Words:
    named = [piece for piece in floor.pieces if piece.what in _LANDMARKS and any(piece.label.values())]
    nearest = min(named, key=lambda piece: dist(_middle(piece), _middle(shelf)), default=None)
    return nearest.label if nearest else {}


def _middle(piece: Piece) -> tuple[float, float]:
    return piece.x + piece.width / 2, piece.y + piece.height / 2

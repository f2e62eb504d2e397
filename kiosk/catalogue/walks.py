"""From this screen to the shelf of a title, as QML draws it: the floor, the shelf, and what stands near it. Pure."""

from __future__ import annotations

from typing import Any

import msgspec

from kiosk.catalogue.shelves import Share
from kiosk.catalogue.spots import Spot, spot
from kiosk.wire import Branch, Floor, Kiosk


def walk(branch: Branch | None, kiosk: Kiosk | None, share: Share | None) -> dict[str, Any]:
    """{} when the share is not this branch's, or its shelf is not drawn. `plan`: the floor as in `wire.Floor`;
    `piece`: the shelf's place in its `pieces`; `first`, `last`, `near`: as in `spots.Spot`; `callNumber`: what to look
    for there; `floor`: the name of the floor, {} when the branch has but one; `away`: this screen is on another floor;
    `here`: {floor, x, y} of this screen, {} when that is not known."""
    if share is None or branch is None or share.branch != branch.id:
        return {}
    found = spot(branch.floors, share.floor, share.call_number, share.shelf)
    if found is None:
        return {}
    return {"callNumber": share.call_number or share.shelf, **_drawn(branch.floors, found), **_from(kiosk, found.floor)}


def _drawn(floors: list[Floor], found: Spot) -> dict[str, Any]:
    floor = next(floor for floor in floors if floor.number == found.floor)
    return {
        "plan": floor_row(floor),
        "piece": found.piece,
        "first": found.first,
        "last": found.last,
        "near": found.near,
        "floor": floor.name if len(floors) > 1 else {},
    }


def _from(kiosk: Kiosk | None, floor: int) -> dict[str, Any]:
    # Staff have not yet said where a screen at 0, 0 stands
    if kiosk is None or not (kiosk.x or kiosk.y):
        return {"away": False, "here": {}}
    return {"away": kiosk.floor != floor, "here": {"floor": kiosk.floor, "x": kiosk.x, "y": kiosk.y}}


def floor_row(floor: Floor) -> dict[str, Any]:
    """One floor with its pieces, as the wire names them."""
    return {**msgspec.structs.asdict(floor), "pieces": [msgspec.structs.asdict(piece) for piece in floor.pieces]}

"""From this screen to the shelf of a title, as QML draws it: the floor, the shelf on it, and what stands near it."""

from __future__ import annotations

from typing import cast

import msgspec

from kiosk.catalogue.rows import Row
from kiosk.catalogue.shelves import Share
from kiosk.catalogue.spots import Spot, spot
from kiosk.store.replica import Replica
from kiosk.wire import Branch, Floor, Kiosk


def walk(replica: Replica, share: Share | None) -> Row:
    """{} when the share is not this branch's, or its shelf is not drawn. `plan`: the floor as in `wire.Floor`;
    `piece`: the shelf's place in its `pieces`; `first`, `last`, `near`: as in `spots.Spot`; `callNumber`: what to look
    for there; `floor`: the name of the floor, {} when the branch has but one; `away`: this screen is on another floor;
    `here`: {floor, x, y} of this screen, {} when that is not known."""
    branch = cast(Branch | None, replica.get("branches", replica.known("branch")))
    if share is None or branch is None or share.branch != branch.id:
        return {}
    found = spot(branch.floors, share.floor, share.call_number, share.shelf)
    if found is None:
        return {}
    return _drawn(branch.floors, found, cast(Kiosk | None, replica.get("kiosks", replica.known("kiosk")))) | {
        "callNumber": share.call_number or share.shelf
    }


def _drawn(floors: list[Floor], found: Spot, kiosk: Kiosk | None) -> Row:
    floor = next(floor for floor in floors if floor.number == found.floor)
    placed = kiosk is not None and bool(kiosk.x or kiosk.y)
    return {
        "plan": floor_row(floor),
        "piece": found.piece,
        "first": found.first,
        "last": found.last,
        "near": found.near,
        "floor": floor.name if len(floors) > 1 else {},
        "away": placed and kiosk is not None and kiosk.floor != floor.number,
        "here": {"floor": kiosk.floor, "x": kiosk.x, "y": kiosk.y} if placed and kiosk else {},
    }


def floor_row(floor: Floor) -> Row:
    """One floor with its pieces, as the wire names them."""
    return {**msgspec.structs.asdict(floor), "pieces": [msgspec.structs.asdict(piece) for piece in floor.pieces]}

"""Desks and floors as rows for QML, and which desks are offered first. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

import msgspec

from kiosk.clock import wall
from kiosk.wire import Desk, Floor
from kiosk.workspaces.rules import Standing

Group = Literal["now", "soon", "not"]
Row = dict[str, Any]

#: The fields of a desk's row. `label`: what is left of the name after the word for its kind ("4", "Zee"); `number`: the
#: same, as short as it stands on the plan; `planX`, `planY`: its middle on the floor; `stands`: its state; `at`: the
#: time that goes with it, on the wall clock, or None; `here`: this very screen; `first`: a new group begins here, among
#: what is offered.
FIELDS = (
    "deskId",
    "name",
    "label",
    "number",
    "kind",
    "zone",
    "floor",
    "planX",
    "planY",
    "wordAbove",
    "stands",
    "at",
    "group",
    "here",
    "first",
)

#: How many rows are offered at first: of what is free now, and of what comes free.
FIRST_NOW, FIRST_SOON = 6, 1

#: How many of one kind are offered before the others had their turn, so that a short list has something of everything.
_HANDFUL = {("table", "free"): 2}

# Names are written in Dutch, as they stand on the sticker; what follows the kind can be said in any language
_KIND_WORDS = {"table": "Tafel ", "computer": "Computer ", "room": "Kamer "}

_GROUPS: dict[str, Group] = {"free": "now", "until": "now", "yours": "now", "provisional": "now", "broken": "not"}


def label(desk: Desk) -> str:
    """ "4" of "Tafel 4"; "" of a name that does not begin with its kind."""
    word = _KIND_WORDS[desk.kind]
    return desk.name.removeprefix(word) if desk.name.startswith(word) else ""


def desk_row(desk: Desk, standing: Standing, here: bool = False) -> Row:
    """One desk, by FIELDS."""
    short = label(desk) or desk.name.split()[-1]
    return {
        "deskId": desk.id,
        "name": desk.name,
        "label": label(desk),
        "number": f"C{short}" if desk.kind == "computer" and short.isdigit() else short,
        "kind": desk.kind,
        "zone": desk.zone,
        "floor": desk.floor,
        "planX": desk.x,
        "planY": desk.y,
        "wordAbove": desk.word_above,
        "stands": standing.state,
        "at": wall(standing.at) if standing.at else None,
        "group": _GROUPS.get(standing.state, "soon"),
        "here": here,
    }


def floor_row(floor: Floor) -> Row:
    """One floor with its pieces, as the wire names them."""
    pieces = [msgspec.structs.asdict(piece) for piece in floor.pieces]
    return {**msgspec.structs.asdict(floor), "pieces": pieces}


def offered(rows: Sequence[Row]) -> list[Row]:
    """The same desks, what can be had now first: a handful of each kind in turn, then the next; then what comes free,
    the soonest first; then the rest."""
    now = _in_turn(sorted((row for row in rows if row["group"] == "now"), key=_offer_order))
    soon = sorted((row for row in rows if row["group"] == "soon"), key=_soonest)
    return [*now, *soon, *sorted((row for row in rows if row["group"] == "not"), key=_by_name)]


def at_first(rows: Sequence[Row], chosen: str) -> list[Row]:
    """The few of `offered` rows that a short list shows; what was chosen is always among them."""
    now = [row for row in rows if row["group"] == "now"]
    soon = [row for row in rows if row["group"] == "soon"]
    short = now[:FIRST_NOW] + soon[: FIRST_SOON + max(0, FIRST_NOW - len(now))]
    missing = [row for row in rows if row["deskId"] == chosen and row not in short]
    kept = missing + short[: len(short) - len(missing)]
    return [row for row in rows if row in kept]


def grouped(rows: Sequence[Row]) -> list[Row]:
    """The same, and where a group begins."""
    before = [None, *(row["group"] for row in rows)]
    return [{**row, "first": row["group"] != group} for row, group in zip(rows, before, strict=False)]


def _in_turn(rows: Sequence[Row]) -> list[Row]:
    passed: Counter[tuple[str, str]] = Counter()
    rounds = []
    for row in rows:
        kind = (row["kind"], row["stands"])
        rounds.append(passed[kind] // _HANDFUL.get(kind, 1))
        passed[kind] += 1
    return [row for _, row in sorted(zip(rounds, rows, strict=True), key=lambda pair: pair[0])]


def _offer_order(row: Row) -> tuple[bool, float, tuple[int, str, int, str]]:
    last = row["at"].timestamp() if row["at"] else 0.0
    return (row["stands"] == "until", -last if row["stands"] == "until" else 0.0, _by_name(row))


def _soonest(row: Row) -> tuple[datetime, tuple[int, str, int, str]]:
    return (row["at"] or datetime.max, _by_name(row))


def _by_name(row: Mapping[str, Any]) -> tuple[int, str, int, str]:
    tail = row["label"]
    kind = list(_KIND_WORDS).index(row["kind"])
    return (kind, "" if tail.isdigit() else row["name"], int(tail) if tail.isdigit() else 0, row["deskId"])

"""Branches and kiosks as records."""

from __future__ import annotations

from datetime import time

from msgspec.structs import replace

from kiosk import wire
from kiosk.central.fleet import models
from kiosk.central.sync.source import Source


def branch(row: models.Branch) -> wire.Branch:
    """The branch with all its parts."""
    floors = [_floor(floor) for floor in row.floors.all()]
    return replace(hours(row), address=row.address, floors=floors, catalogue_page=row.catalogue_page)


def hours(row: models.Branch) -> wire.Branch:
    """The branch with nothing but its hours."""
    return wire.Branch(
        id=row.id,
        name=row.name,
        short=row.short,
        hours=[wire.Hours(hours.day, _text(hours.opens), _text(hours.closes)) for hours in row.hours.all()],
        other_hours=[
            wire.OtherHours(other.date, _text(other.opens), _text(other.closes), other.reason)
            for other in row.other_hours.all()
        ],
    )


def kiosk(row: models.Kiosk) -> wire.Kiosk:
    """The kiosk and where it stands."""
    return wire.Kiosk(
        id=row.id, branch=row.branch_id, name=row.name, desk=row.desk_id or "", floor=row.floor, x=row.x, y=row.y
    )


def _floor(row: models.Floor) -> wire.Floor:
    return wire.Floor(
        number=row.number,
        name=row.name,
        width=row.width,
        height=row.height,
        ground=row.ground,
        walls=row.walls,
        pieces=[_piece(piece) for piece in row.pieces.all()],
    )


def _piece(row: models.Piece) -> wire.Piece:
    return wire.Piece(
        what=row.what,  # type: ignore[arg-type]
        x=row.x,
        y=row.y,
        width=row.width,
        height=row.height,
        radius=row.radius,
        label=row.label,
        first=row.first,
        last=row.last,
        path=row.path,
    )


def _text(moment: time | None) -> str:
    return f"{moment:%H:%M}" if moment else ""


SOURCES = {
    "branches": Source(models.Branch, branch, along=("hours", "other_hours", "floors__pieces")),
    "kiosks": Source(models.Kiosk, kiosk),
}

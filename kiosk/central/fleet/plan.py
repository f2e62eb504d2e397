"""A floor as a picture (SVG 1.1), from the same pieces and in the same colours as the screens draw it
(`ui/Kiosk/Parts/Floor.qml`, `FloorPiece.qml`), for staff who place things on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kiosk.central.words import dutch

GROUND, ROOM, WALL, TABLE, GLASS = "#FBF8F2", "#F5EFE3", "#8C8474", "#EBD9B8", "#CFE0EE"
LEAF, LEAF_EDGE, MONITOR, WOOD, WOOD_LIGHT = "#A9CBB7", "#6D9B80", "#8A6A3B", "#B08A57", "#D8BC8E"
INK, SOFT, CARD, GREEN, SUN = "#1B2420", "#434E48", "#FFFFFF", "#1A5F3D", "#F2C230"
BOOKS = ("#1D5787", CARD, "#8A3D1D", CARD, GREEN, "#70346B", CARD)

#: The letters of the plan, in its units.
LETTERS = 20

#: How wide the sign of a desk is, in units of the plan.
SEAT = 68


@dataclass(frozen=True)
class Spot:
    """Something that stands on the floor: a desk or a screen. `mine`: the one that the page is about."""

    x: float
    y: float
    name: str
    mine: bool = False
    screen: bool = False


def drawn(floor: Any, pieces: Sequence[Any], spots: Iterable[Spot] = (), names: Sequence[str] = ()) -> SafeString:
    """The whole plan. `names`: for each piece what its form is called, so that one can be chosen by a click."""
    marks = list(names) or [""] * len(pieces)
    placed = list(zip(pieces, marks, strict=True))
    rooms = _pieces([(piece, mark) for piece, mark in placed if piece.what == "room"])
    inner = _pieces([(piece, mark) for piece, mark in placed if piece.what == "wall"])
    others = _pieces([(piece, mark) for piece, mark in placed if piece.what not in ("room", "wall")])
    ordered = sorted(spots, key=lambda spot: spot.mine)
    return format_html(
        '<svg class="plan" role="img" aria-label="{}" viewBox="0 0 {} {}" xmlns="http://www.w3.org/2000/svg" '
        'font-size="20" font-weight="600">'
        '<path d="{}" fill="{}"/>{}{}<path d="{}" fill="none" stroke="{}" stroke-width="8" stroke-linejoin="round"/>'
        "{}{}</svg>",
        _("Floor plan: %(name)s") % {"name": dutch(floor.name or {})},
        *(floor.width, floor.height, floor.ground, GROUND, rooms, inner, floor.walls, WALL, others),
        format_html_join("", "{}", ((_spot(spot),) for spot in ordered)),
    )


def _pieces(placed: Sequence[tuple[Any, str]]) -> SafeString:
    found = (
        (mark, dutch(piece.label) or piece.get_what_display(), _DRAWN[piece.what](piece)) for piece, mark in placed
    )
    return format_html_join("", '<g class="piece" data-piece="{}"><title>{}</title>{}</g>', found)


def _box(piece: Any, fill: str, stroke: str = "none", thick: float = 0, radius: float = 0) -> SafeString:
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" rx="{}" fill="{}" stroke="{}" stroke-width="{}"/>',
        *(piece.x, piece.y, max(piece.width, 0), max(piece.height, 0), radius, fill, stroke, thick),
    )


def _label(piece: Any, x: float, y: float, ink: str, middle: bool = False) -> SafeString:
    anchor = "middle" if middle else "start"
    return format_html(
        '<text x="{}" y="{}" fill="{}" text-anchor="{}">{}</text>', x, y, ink, anchor, dutch(piece.label)
    )


def _centre(piece: Any, ink: str) -> SafeString:
    return _label(piece, piece.x + piece.width / 2, piece.y + piece.height / 2 + LETTERS * 0.35, ink, middle=True)


def _room(piece: Any) -> SafeString:
    box = _box(piece, ROOM, radius=piece.radius)
    if piece.radius:
        return format_html("{}{}", box, _centre(piece, SOFT))
    return format_html("{}{}", box, _label(piece, piece.x + LETTERS, piece.y + 2 * LETTERS, SOFT))


def _table(piece: Any) -> SafeString:
    radius = piece.height / 2 if piece.what == "counter" else piece.radius
    return format_html("{}{}", _box(piece, TABLE, WOOD, 2, radius), _centre(piece, INK))


def _shelf(piece: Any) -> SafeString:
    count = min(max(int((piece.width - 12) // 10), 0), 200)
    books = format_html_join(
        "",
        '<rect x="{}" y="{}" width="6" height="{}" rx="1" fill="{}" opacity="0.8"/>',
        (
            (piece.x + 8 + 10 * place, piece.y + piece.height * 0.2, piece.height * 0.6, BOOKS[place * 5 % 7])
            for place in range(count)
        ),
    )
    return format_html("{}{}", _box(piece, WOOD_LIGHT, WOOD, 2, 4), books)


def _plant(piece: Any) -> SafeString:
    x, y, size = piece.x + piece.width * 0.46, piece.y + piece.height * 0.5, piece.width
    leaves = format_html_join(
        "",
        '<ellipse cx="{}" cy="{}" rx="{}" ry="{}" fill="{}" stroke="{}" stroke-width="1.5" '
        'transform="rotate({} {} {})"/>',
        (
            (
                *(x + cos(radians(turn)) * size * 0.27, y + sin(radians(turn)) * size * 0.27),
                *(size * 0.27, size * 0.13, LEAF, LEAF_EDGE, turn),
                *(x + cos(radians(turn)) * size * 0.27, y + sin(radians(turn)) * size * 0.27),
            )
            for turn in range(0, 360, 60)
        ),
    )
    return format_html('{}<circle cx="{}" cy="{}" r="{}" fill="{}"/>', leaves, x, y, size * 0.13, LEAF_EDGE)


def _pane(piece: Any) -> SafeString:
    return _box(piece, GLASS, WALL, 1.5)


def _monitor(piece: Any) -> SafeString:
    width = piece.width
    return format_html(
        '<g fill="none" stroke="{}" stroke-width="{}" stroke-linejoin="round"><rect x="{}" y="{}" width="{}" '
        'height="{}" rx="{}"/><path d="M{} {}h{}"/></g>',
        *(MONITOR, width * 0.08, piece.x + width * 0.08, piece.y + width * 0.12, width * 0.84, width * 0.6),
        *(width * 0.06, piece.x + width * 0.3, piece.y + width * 0.88, width * 0.4),
    )


def _zone(piece: Any) -> SafeString:
    return _label(piece, piece.x, piece.y + LETTERS, SOFT)


def _entrance(piece: Any) -> SafeString:
    # A floor that nothing is painted on can still be hit
    return format_html("{}{}", _box(piece, "transparent"), _centre(piece, INK))


def _wall(piece: Any) -> SafeString:
    return format_html('<path d="{}" fill="none" stroke="{}" stroke-width="5"/>', piece.path, WALL)


_DRAWN = {
    "room": _room,
    "table": _table,
    "counter": _table,
    "shelf": _shelf,
    "plant": _plant,
    "window": _pane,
    "monitor": _monitor,
    "zone": _zone,
    "entrance": _entrance,
    "wall": _wall,
}


def _spot(spot: Spot) -> SafeString:
    short = spot.name.rpartition(" ")[2][:4]
    side = SEAT / 2 if not spot.screen else 18
    rings = [(side + 12, SUN, 8), (side + 17, INK, 2)] if spot.mine else []
    ring = format_html_join("", '<circle r="{}" fill="none" stroke="{}" stroke-width="{}"/>', rings)
    fill, ink = (GREEN, CARD) if spot.mine else (CARD, INK)
    words = "" if spot.screen else format_html('<text y="7" text-anchor="middle" fill="{}">{}</text>', ink, short)
    return format_html(
        '<g class="spot{}" transform="translate({} {})"><title>{}</title>{}<circle r="{}" fill="{}" stroke="{}" '
        'stroke-width="4"/>{}</g>',
        *(" mine" if spot.mine else "", spot.x, spot.y, spot.name, ring),
        *(side, fill, GREEN, words),
    )

"""Which picture a kiosk shows while somebody there waits. Pure; central shows the same on the volunteers' board."""

from __future__ import annotations

from collections.abc import Iterable

#: Thing and colour, "tulip-blue": easy to tell apart and to say in any language. Drawings bear these names.
PICTURES = tuple(
    f"{thing}-{colour}" for colour in ("blue", "red", "yellow", "purple") for thing in ("tulip", "boat", "fish")
)


def picture(kiosk: str, kiosks: Iterable[str]) -> str:
    """The picture of that kiosk among those of its branch: another for each, as long as there are enough."""
    others = sorted({*kiosks, kiosk})
    return PICTURES[others.index(kiosk) % len(PICTURES)]

"""A new kiosk, or the one that stands there already."""

from __future__ import annotations

from typing import Any

from kiosk.central.fleet.models import Branch, Kiosk
from kiosk.errors import BadInput


def place(
    branch: str, desk: str, name: str = "", floor: int | None = None, x: float | None = None, y: float | None = None
) -> Kiosk:
    """The kiosk of that desk, or of that name in the branch; made when there is none. It stands where its desk does,
    unless told otherwise."""
    home = Branch.objects.filter(pk=branch).first()
    if home is None:
        known = ", ".join(Branch.objects.order_by("pk").values_list("pk", flat=True)) or "none yet"
        raise BadInput(f"There is no branch {branch}", "--branch", f"The branches are: {known}.")
    if not desk and not name:
        raise BadInput("A kiosk needs a desk or a name", "--desk, --name", "Name at least one of them.")
    seat = _desk(home, desk)
    kiosk = _known(home, desk, name)
    kiosk.name, kiosk.desk = name or kiosk.name or str(seat), seat or kiosk.desk
    spot = kiosk.desk or kiosk
    kiosk.floor = spot.floor if floor is None else floor
    kiosk.x, kiosk.y = spot.x if x is None else x, spot.y if y is None else y
    kiosk.save()
    return kiosk


def _desk(home: Branch, desk: str) -> Any:
    if not desk:
        return None
    row = home.desks.filter(pk=desk).first()
    if row is None:
        raise BadInput(f"There is no desk {desk} in {home}", "--desk", "Name a desk of that branch.")
    return row


def _known(home: Branch, desk: str, name: str) -> Kiosk:
    rows = Kiosk.objects.filter(branch=home)
    known = rows.filter(desk=desk).first() if desk else rows.filter(name=name).first()
    return known or Kiosk(branch=home)

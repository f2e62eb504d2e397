"""What the volunteers' page lists: every open ask, with where to walk to and what to look for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from kiosk.central.fleet.models import Kiosk
from kiosk.central.guided.feed import OPEN
from kiosk.central.guided.models import Ask
from kiosk.guided.rules import picture
from kiosk.paths import RESOURCES

#: What somebody was looking at when they raised a hand, in words.
SCREENS = {
    "home": gettext_lazy("at the doors"),
    "search": gettext_lazy("searching"),
    "title": gettext_lazy("searching"),
    "lessons": gettext_lazy("choosing a lesson"),
    "lesson": gettext_lazy("in a lesson"),
    "desks": gettext_lazy("taking a seat"),
    "desk-taken": gettext_lazy("taking a seat"),
    "events": gettext_lazy("looking at activities"),
    "event": gettext_lazy("looking at activities"),
}


#: What the visitor has on the screen while waiting (`kiosk.guided.rules.PICTURES`), in words.
PICTURE_WORDS = {
    "tulip-blue": gettext_lazy("blue tulip"),
    "boat-blue": gettext_lazy("blue boat"),
    "fish-blue": gettext_lazy("blue fish"),
    "tulip-red": gettext_lazy("red tulip"),
    "boat-red": gettext_lazy("red boat"),
    "fish-red": gettext_lazy("red fish"),
    "tulip-yellow": gettext_lazy("yellow tulip"),
    "boat-yellow": gettext_lazy("yellow boat"),
    "fish-yellow": gettext_lazy("yellow fish"),
    "tulip-purple": gettext_lazy("purple tulip"),
    "boat-purple": gettext_lazy("purple boat"),
    "fish-purple": gettext_lazy("purple fish"),
}


@dataclass(frozen=True)
class Row:
    """One ask as it is listed; `drawing` is a static file."""

    ask: Ask
    minutes: int
    screen: str
    drawing: str
    picture: str


def board_of(asks: QuerySet[Ask], moment: datetime) -> dict[str, object]:
    """The open ones among these asks for the templates, oldest first."""
    open_ones = asks.filter(state__in=OPEN).order_by("asked").select_related("kiosk__desk", "kiosk__branch")
    near = _kiosks_near(open_ones)
    rows = [_row(ask, near[ask.kiosk.branch_id], moment) for ask in open_ones]
    # What can be seen, so that the page only changes when this does (the CSRF token is new every time)
    seen = [(row.ask.pk, row.ask.state, row.ask.helper, row.minutes) for row in rows]
    mark = sha256(repr(seen).encode()).hexdigest()[:16]
    return {"asks": rows, "waiting": sum(row.ask.state == "open" for row in rows), "mark": mark}


def _kiosks_near(asks: Iterable[Ask]) -> dict[str, list[str]]:
    """All kiosks of the branches where somebody asks, by branch."""
    found: dict[str, list[str]] = defaultdict(list)
    rows = Kiosk.objects.filter(branch__in={ask.kiosk.branch_id for ask in asks}).order_by()
    for branch, kiosk in rows.values_list("branch", "pk"):
        found[branch].append(kiosk)
    return found


def _row(ask: Ask, near: Iterable[str], moment: datetime) -> Row:
    name = picture(ask.kiosk_id, near)
    drawing = f"drawings/{name}.svg"
    return Row(
        ask=ask,
        minutes=max(0, int((moment - ask.asked).total_seconds() // 60)),
        screen=str(SCREENS.get(ask.screen, "")),
        drawing=drawing if (RESOURCES / drawing).is_file() else "",
        picture=str(PICTURE_WORDS.get(name, "")),
    )

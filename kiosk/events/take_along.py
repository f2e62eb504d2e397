"""An activity to take along: iCalendar (RFC 5545), and a QR code (ISO/IEC 18004) that holds it. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any

from kiosk.clock import HERE, here
from kiosk.wire import Branch, Event, Words

if TYPE_CHECKING:
    from icalendar import Timezone


def calendar(event: Event, branch: Branch | None, language: str) -> str:
    """One VEVENT with its zone, in that language or in Dutch. Short, since it has to fit a code that a phone can read:
    the summary stays out."""
    from icalendar import Calendar
    from icalendar import Event as Entry

    made = Calendar()
    made.add("prodid", "-//Wegwijs//NL")
    made.add("version", "2.0")
    made.add_component(_zone())
    entry = Entry()
    entry.add("uid", f"{event.id}@wegwijs")
    # Required; the moment of asking would draw another code each time
    entry.add("dtstamp", event.starts)
    entry.add("dtstart", here(event.starts))
    entry.add("dtend", here(event.ends))
    entry.add("summary", _in(event.title, language))
    places = [_in(event.place, language), branch.name if branch else "", branch.address if branch else ""]
    entry.add("location", ", ".join(filter(None, places)))
    if event.cancelled:
        entry.add("status", "CANCELLED")
    made.add_component(entry)
    return str(made.to_ical().decode())


def _in(words: Words, language: str) -> str:
    return words.get(language) or words.get("nl", "")


def _zone() -> Timezone:
    """The rule that the whole EU keeps since 1996 (Directive 2000/84/EC): change on the last Sunday, 01:00 UTC."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", HERE.key)
    summer, winter = timedelta(hours=2), timedelta(hours=1)
    for part, month, before, after in (
        (TimezoneDaylight(), 3, winter, summer),
        (TimezoneStandard(), 10, summer, winter),
    ):
        part.add("dtstart", datetime(1996, month, 31 if month == 3 else 27, 1) + before)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        zone.add_component(part)
    return zone


def qr(text: str) -> dict[str, Any]:
    """The code for that text: `size`, the modules along a side, without the quiet zone, and `path`, the dark ones as
    an SVG path in modules (SVG 1.1, 8.3)."""
    import segno

    code = segno.make(text, error="l", micro=False, boost_error=False)
    return {"size": len(code.matrix), "path": "".join(_dark_runs(code.matrix))}


def _dark_runs(matrix: Iterable[Iterable[int]]) -> Iterable[str]:
    for y, row in enumerate(matrix):
        x = 0
        for dark, run in groupby(row):
            wide = len(list(run))
            if dark:
                yield f"M{x} {y}h{wide}v1h-{wide}z"
            x += wide

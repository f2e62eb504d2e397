"""An activity to take along: iCalendar (RFC 5545). Pure."""

from __future__ import annotations

from datetime import UTC

from kiosk.wire import Branch, Event, Words


def calendar(event: Event, branch: Branch | None, language: str) -> str:
    """One VEVENT in that language or in Dutch. Short, since it has to fit a code that a phone can read: the summary
    stays out, and moments are in UTC (RFC 5545, 3.3.5, form 2), so that no zone has to come along."""
    from icalendar import Calendar
    from icalendar import Event as Entry

    made = Calendar()
    made.add("prodid", "-//Wegwijs//NL")
    made.add("version", "2.0")
    entry = Entry()
    entry.add("uid", f"{event.id}@wegwijs")
    # Required; the moment of asking would draw another code each time
    entry.add("dtstamp", event.starts)
    entry.add("dtstart", event.starts.astimezone(UTC))
    entry.add("dtend", event.ends.astimezone(UTC))
    entry.add("summary", _in(event.title, language))
    places = [_in(event.place, language), branch.name if branch else "", branch.address if branch else ""]
    entry.add("location", ", ".join(filter(None, places)))
    if event.cancelled:
        entry.add("status", "CANCELLED")
    made.add_component(entry)
    return str(made.to_ical().decode())


def _in(words: Words, language: str) -> str:
    return words.get(language) or words.get("nl", "")

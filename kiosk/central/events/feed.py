"""Events as records."""

from __future__ import annotations

from kiosk import wire
from kiosk.central.events.models import Event
from kiosk.central.sync.source import Source


def event(row: Event) -> wire.Event:
    """The event as kiosks show it."""
    return wire.Event(
        id=row.id,
        branch=row.branch_id,
        title=row.title,
        starts=row.starts,
        ends=row.ends,
        summary=row.summary,
        place=row.place,
        theme=row.theme,  # type: ignore[arg-type]
        languages=row.languages,
        audience=row.audience,
        cancelled=row.cancelled,
    )


SOURCES = {"events": Source(Event, event)}

"""Titles and copies as records."""

from __future__ import annotations

from kiosk import wire
from kiosk.central.catalogue.models import Copy, Title
from kiosk.central.sync.source import Source


def title(row: Title) -> bytes:
    """The title, as it was kept."""
    return bytes(row.body)


def copy(row: Copy) -> wire.Copy:
    """The copy: where it stands, and whether one may take it."""
    return wire.Copy(
        id=row.id,
        title=row.title_id,
        branch=row.branch_id,
        call_number=row.call_number,
        shelf=row.shelf,
        floor=row.floor,
        status=row.status,  # type: ignore[arg-type]
        due=row.due,
        fetched=row.fetched,
        added=row.added,
    )


SOURCES = {"titles": Source(Title, title), "copies": Source(Copy, copy)}

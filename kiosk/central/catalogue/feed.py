"""Titles and copies as records."""

from __future__ import annotations

from kiosk import wire
from kiosk.central.catalogue.models import Copy, Theme, Title
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


def theme(row: Theme) -> wire.Theme:
    """The shelf and what stands on it."""
    return wire.Theme(id=row.id, branch=row.branch_id or "", name=row.name, titles=row.titles, order=row.order)


SOURCES = {"titles": Source(Title, title), "copies": Source(Copy, copy), "themes": Source(Theme, theme)}

"""The same activity a week later."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import transaction

from kiosk.central.events.models import Event
from kiosk.central.fleet.journal import note
from kiosk.central.sync.published import new_id
from kiosk.clock import HERE, here


def copy_to_next_week(event: Event, user: Any) -> tuple[Event, bool]:
    """The activity of a week later, and whether it is new: it may be there already. It begins at the same time by the
    clock of the branch, also when that changes in between."""
    starts, ends = week_later(event.starts), week_later(event.ends)
    known = Event.objects.filter(branch=event.branch_id, starts=starts, title=event.title).first()
    if known is not None:
        return known, False
    told = {name: getattr(event, name) for name in _TOLD}
    made = Event(id=new_id(), branch_id=event.branch_id, starts=starts, ends=ends, **told)
    with transaction.atomic():
        made.save()
        note(user, "copy", made)
    return made, True


_TOLD = ("title", "summary", "place", "theme", "languages", "audience")


def week_later(moment: datetime) -> datetime:
    """Seven days later, at the same time on the wall."""
    wall = here(moment).replace(tzinfo=None) + timedelta(days=7)
    return wall.replace(tzinfo=HERE).astimezone(UTC)

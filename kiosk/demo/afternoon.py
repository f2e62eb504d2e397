"""At which hour the demo plays: a closed library has nothing to show."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from pathlib import Path

from kiosk import clock, wire
from kiosk.central.fleet import library as plans
from kiosk.workspaces.rules import opening

#: The hour that the made-up visits and activities were thought out for.
HOUR = time(14, 7)

#: No branch is closed for longer.
DAYS = 60

#: Shortly before a branch closes nobody can take a desk any more.
ROOM = timedelta(hours=1)


def ahead(library: Path, branch: str, now: datetime) -> timedelta:
    """How far to set the clock forward: nothing while that branch is open for a while yet, else to 14.07 on its next
    open day."""
    plan = next(plan for plan in plans.read(library).branches if plan.id == branch)
    if _open(plan, now) and _open(plan, now + ROOM):
        return timedelta()
    today = clock.here(now).date()
    days = [datetime.combine(today + timedelta(days=day), HOUR, clock.HERE) for day in range(DAYS)]
    return next((moment - now for moment in days if moment > now and _open(plan, moment)), timedelta())


def _open(plan: plans.Branch, moment: datetime) -> bool:
    day = clock.here(moment).date()
    hours = [wire.Hours(hours.day, hours.opens, hours.closes) for hours in plan.hours]
    other = [
        wire.OtherHours(day, other.opens, other.closes)
        for other in plan.other_hours
        if other.date == day or other.yearly == f"{day:%m-%d}"
    ]
    branch = wire.Branch(id=plan.id, name=plan.name, short=plan.short, hours=hours, other_hours=other)
    return opening(branch, moment).open

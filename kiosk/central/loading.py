"""Brings central in line with a library's file. What is the same keeps its revision; what is not in the file stays."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import uuid4

import msgspec
from django.db import transaction

from kiosk import wire
from kiosk.central.catalogue.filling import fill
from kiosk.central.catalogue.models import Theme
from kiosk.central.events.models import Event
from kiosk.central.fleet import library as plans
from kiosk.central.fleet.feed import branch as branch_record
from kiosk.central.fleet.models import Branch, Floor, Hours, OtherHours, Piece
from kiosk.central.sync.published import Published
from kiosk.central.workspaces import holding
from kiosk.central.workspaces.models import Claim, Desk, Visit
from kiosk.clock import HERE, here, now
from kiosk.workspaces.rules import opening


def load(path: Path) -> str:
    """Load that file, all of it or nothing; the answer says what changed."""
    library, moment = plans.read(path), now()
    changed: Counter[str] = Counter()
    with transaction.atomic():
        for plan in library.branches:
            branch = _branch(plan, moment, changed)
            _desks(plan, branch, changed)
            _events(plan, branch, moment, changed)
            _visits(plan, branch, moment, changed)
        changed["themes"] += sum(_theme(plan) for plan in library.themes)
    count = ", ".join(f"{count} {what}" for what, count in sorted(changed.items()) if count) or "nothing"
    return f"{len(library.branches)} branches read; changed: {count}."


def _branch(plan: plans.Branch, moment: datetime, changed: Counter[str]) -> Branch:
    row = Branch.objects.filter(pk=plan.id).first() or Branch(id=plan.id)
    wanted = _as_record(plan, here(moment).date())
    if not row._state.adding and branch_record(row) == wanted:
        return row
    row.name, row.short, row.address = plan.name, plan.short, plan.address
    row.catalogue_page = plan.catalogue_page
    row.save()
    _parts(row, wanted)
    changed["branches"] += 1
    return row


def _as_record(plan: plans.Branch, today: date) -> wire.Branch:
    return wire.Branch(
        id=plan.id,
        name=plan.name,
        short=plan.short,
        address=plan.address,
        catalogue_page=plan.catalogue_page,
        hours=sorted((wire.Hours(hours.day, hours.opens, hours.closes) for hours in plan.hours), key=_in_the_week),
        other_hours=sorted((_other(other, today) for other in plan.other_hours), key=lambda other: other.date),
        floors=sorted((msgspec.convert(msgspec.to_builtins(floor), wire.Floor) for floor in plan.floors), key=_number),
    )


def _in_the_week(hours: wire.Hours) -> tuple[int, str]:
    return hours.day, hours.opens


def _number(floor: wire.Floor) -> int:
    return floor.number


def _other(plan: plans.OtherHours, today: date) -> wire.OtherHours:
    return wire.OtherHours(plan.date or _next(plan.yearly or "", today), plan.opens, plan.closes, plan.reason)


def _next(yearly: str, today: date) -> date:
    """The next such day; the 29th of February may be years away."""
    month, day = int(yearly[:2]), int(yearly[3:])
    for year in range(today.year, today.year + 9):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise ValueError(f"there is no such day: {yearly}")


def _parts(row: Branch, wanted: wire.Branch) -> None:
    for part in (row.hours, row.other_hours, row.floors):
        part.all().delete()
    Hours.objects.bulk_create(
        [
            Hours(branch=row, day=of.day, opens=time.fromisoformat(of.opens), closes=time.fromisoformat(of.closes))
            for of in wanted.hours
        ]
    )
    OtherHours.objects.bulk_create(
        [
            OtherHours(branch=row, date=of.date, opens=_time(of.opens), closes=_time(of.closes), reason=of.reason)
            for of in wanted.other_hours
        ]
    )
    for floor in wanted.floors:
        made = Floor(branch=row, **{name: getattr(floor, name) for name in floor.__struct_fields__ if name != "pieces"})
        made.save()
        Piece.objects.bulk_create([Piece(floor=made, **msgspec.structs.asdict(piece)) for piece in floor.pieces])


def _time(text: str) -> time | None:
    return time.fromisoformat(text) if text else None


def _desks(plan: plans.Branch, branch: Branch, changed: Counter[str]) -> None:
    known = {row.pk: row for row in Desk.objects.filter(pk__in=[desk.id for desk in plan.desks])}
    for desk in plan.desks:
        row = known.get(desk.id) or Desk(id=desk.id)
        changed["desks"] += _bring(row, {**msgspec.structs.asdict(desk), "branch_id": branch.pk})


def _bring(row: Published, values: dict[str, object]) -> bool:
    """Give a row these values; saved only if they differ."""
    if not row._state.adding and all(getattr(row, name) == value for name, value in values.items()):
        return False
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    return True


def _events(plan: plans.Branch, branch: Branch, moment: datetime, changed: Counter[str]) -> None:
    """Place the week's activities; those of earlier weeks that came from a file go."""
    today = here(moment).date()
    monday = today - timedelta(days=today.weekday())
    kept: list[str] = []
    for event in plan.events:
        for week in event.weeks:
            changed["events"] += _event(event, branch, monday + timedelta(weeks=week), kept)
    changed["events"] += Event.objects.filter(branch=branch, plan="library").exclude(pk__in=kept).delete()[0]


def _event(plan: plans.Event, branch: Branch, monday: date, kept: list[str]) -> bool:
    day = monday + timedelta(days=plan.day)
    year, week, _day = day.isocalendar()
    id = f"{branch.pk}-{plan.id}-{year}w{week:02}"
    kept.append(id)
    row = Event.objects.filter(pk=id).first() or Event(id=id)
    values = {name: getattr(plan, name) for name in plan.__struct_fields__ if name not in _PLANNED}
    values |= {"branch_id": branch.pk, "plan": "library", "starts": _moment(day, plan.starts)}
    return _bring(row, {**values, "ends": _moment(day, plan.ends)})


def _theme(plan: plans.Theme) -> bool:
    row = Theme.objects.filter(pk=plan.id).first() or Theme(id=plan.id)
    values = {**msgspec.structs.asdict(plan), "branch_id": plan.branch or None, "subjects": ", ".join(plan.subjects)}
    values.pop("branch")
    brought = _bring(row, values)
    return fill(row) or brought


_PLANNED = ("id", "day", "weeks", "starts", "ends")


def _moment(day: date, text: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(text), HERE).astimezone(UTC)


def _visits(plan: plans.Branch, branch: Branch, moment: datetime, changed: Counter[str]) -> None:
    """Made-up visitors sit down anew; nobody sits in a branch that is closed."""
    Visit.objects.filter(kiosk="", desk__branch=branch).delete()
    Claim.objects.filter(kiosk="", desk__branch=branch).delete()
    hours = opening(branch_record(branch), moment)
    if not hours.open or hours.opens is None or hours.closes is None:
        return
    for visit in plan.visits:
        start = max(moment - timedelta(minutes=visit.ago), hours.opens)
        until = min(moment + timedelta(minutes=visit.left), hours.closes)
        _sit(visit.desk, start, until, moment)
        changed["visits"] += 1


def _sit(desk: str, start: datetime, until: datetime, moment: datetime) -> None:
    row = Desk.objects.get(pk=desk)
    Claim.objects.create(
        id=str(uuid4()),
        desk=row,
        bound=False,
        start=start,
        until=until,
        late=False,
        confirmed=True,
        received=moment,
    )
    holding.settle(row, moment)

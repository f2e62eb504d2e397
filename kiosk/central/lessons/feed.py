"""What was practised, taken in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from kiosk import wire
from kiosk.central.lessons.models import Practised
from kiosk.wire import Result

#: No kiosk keeps it for longer.
OLDEST = timedelta(days=400)

_UUID4 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def take(branch: str, practised: Sequence[wire.Practised], today: date) -> list[Result]:
    """One result for each. Saying it twice is harmless."""
    known = set(Practised.objects.filter(pk__in=[one.id for one in practised]).values_list("pk", flat=True))
    wrong = {one.id: reason for one in practised if (reason := _wrong(one, today))}
    news = {one.id: one for one in practised if one.id not in known and one.id not in wrong}
    Practised.objects.bulk_create((_row(branch, one) for one in news.values()), ignore_conflicts=True, batch_size=500)
    return [_result(one.id, known, wrong) for one in practised]


def _wrong(one: wire.Practised, today: date) -> str:
    if not _UUID4.fullmatch(one.id):
        return "the id is no random UUID"
    if not 0 < len(one.lesson) <= 60 or "\0" in one.lesson:
        return "the lesson has no name, or too long a one"
    if not 0 < one.done <= one.steps <= 1000:
        return "the steps are impossible"
    return "" if today - OLDEST < one.day <= today else "the day is impossible"


def _row(branch: str, one: wire.Practised) -> Practised:
    return Practised(id=one.id, branch_id=branch, lesson=one.lesson, steps=one.steps, done=one.done, day=one.day)


def _result(id: str, known: set[str], wrong: dict[str, str]) -> Result:
    if id in wrong:
        return Result(id=id, status="rejected", reason=wrong[id])
    return Result(id=id, status="duplicate" if id in known else "stored")

"""The kiosks as the fleet page lists them: what is wrong comes first. The same few queries, however many there are."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import Max, Prefetch, Q, QuerySet

from kiosk import __version__
from kiosk.central.fleet import feed, wording
from kiosk.central.fleet.health import Order, open_orders
from kiosk.central.fleet.models import Branch, Kiosk, OtherHours
from kiosk.central.fleet.verdicts import SEVERITIES, Ours, Sign, problems
from kiosk.central.sync.models import Key
from kiosk.clock import here
from kiosk.lessons.edition import edition
from kiosk.paths import RESOURCES
from kiosk.workspaces.hours import opening

_ALWAYS = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Row:
    """One kiosk. `worst`: the severity of the first problem, or "" when all is well; `orders`: those that are open."""

    kiosk: Kiosk
    sign: Sign
    problems: list[wording.Said]
    orders: list[Order]

    @property
    def worst(self) -> str:
        return self.problems[0].severity if self.problems else ""

    @property
    def wrong(self) -> bool:
        """Whether somebody has to do something."""
        return self.worst in ("alarm", "warning")


def rows(homes: Iterable[Branch], moment: datetime, only: str = "") -> list[Row]:
    """The kiosks of these branches (`only`: that kiosk), the worst first, then by branch."""
    known = {home.pk: home for home in _with_hours(homes, moment)}
    opened = {pk: _open_since(home, moment) for pk, home in known.items()}
    found = Kiosk.objects.filter(branch__in=list(known), **({"pk": only} if only else {}))
    kiosks = list(found.select_related("health"))
    signs, orders = _signs(kiosks), _orders(kiosks, moment)
    for kiosk in kiosks:
        # Joined by hand: hundreds of kiosks would make hundreds of the same few branches
        kiosk.branch = known[kiosk.branch_id]
    made = [_row(kiosk, signs[kiosk.pk], orders[kiosk.pk], moment, opened[kiosk.branch_id]) for kiosk in kiosks]
    return sorted(made, key=_order)


@functools.cache
def ours() -> Ours:
    """What central itself is."""
    return Ours(version=__version__, lessons=edition(RESOURCES / "lessons"))


def _row(kiosk: Kiosk, sign: Sign, orders: list[Order], moment: datetime, opened: datetime | None) -> Row:
    said = [wording.said(problem, moment) for problem in problems(sign, moment, opened, ours())]
    return Row(kiosk, sign, said, orders)


def _order(row: Row) -> tuple[int, str, str]:
    worst = SEVERITIES.index(row.worst) if row.wrong else len(SEVERITIES)  # type: ignore[arg-type]
    return worst, row.kiosk.branch.short, row.kiosk.name


def _signs(kiosks: list[Kiosk]) -> dict[str, Sign]:
    """What central has of each."""
    keys = Key.objects.filter(kiosk__in=kiosks).values_list("kiosk")
    good = Max("pk", filter=Q(revoked=None, cloned=None))
    heard = {pk: (key is not None, seen) for pk, seen, key in keys.annotate(last=Max("seen"), good=good)}
    return {kiosk.pk: _sign(kiosk, *heard.get(kiosk.pk, (False, None))) for kiosk in kiosks}


def _sign(kiosk: Kiosk, enrolled: bool, seen: datetime | None) -> Sign:
    told = getattr(kiosk, "health", None)
    if told is None:
        return Sign(enrolled, seen)
    last = max(told.received, seen or told.received)
    return Sign(enrolled, last, told.told(), told.received, timedelta(milliseconds=told.ahead_ms))


def _orders(kiosks: list[Kiosk], moment: datetime) -> dict[str, list[Order]]:
    found: dict[str, list[Order]] = defaultdict(list)
    for order in open_orders(moment).filter(kiosk__in=kiosks):
        found[order.kiosk_id].append(order)
    return found


def _with_hours(homes: Iterable[Branch], moment: datetime) -> QuerySet[Branch]:
    """With what decides whether they are open now; a plan of the floors is not needed for that."""
    day = timedelta(days=1)
    near = OtherHours.objects.filter(date__gte=here(moment).date() - day, date__lte=here(moment).date() + day)
    named = Branch.objects.filter(pk__in=[home.pk for home in homes])
    return named.prefetch_related("hours", Prefetch("other_hours", near))


def _open_since(home: Branch, moment: datetime) -> datetime | None:
    """When that branch opened, or None while it is closed. Without any hours it counts as open: they were forgotten."""
    if not home.hours.all():
        return _ALWAYS
    now = opening(feed.hours(home), moment)
    return now.opens if now.open else None

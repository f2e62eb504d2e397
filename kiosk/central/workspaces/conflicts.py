"""Desks that two people took while kiosks were offline: nobody is evicted by a machine, so somebody must walk there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.central.workspaces.models import Claim, Desk, Visit

#: For so long after it began a conflict is worth walking for; by then people have sorted it out among themselves.
FRESH = timedelta(minutes=30)


@dataclass(frozen=True)
class Conflict:
    """Somebody who was told that the desk is theirs, while another has it; `other` is free and near, or None."""

    visit: Visit
    other: Desk | None


def conflicts(branches: Iterable[str], moment: datetime) -> list[Conflict]:
    """The fresh ones in these branches, oldest first. Who was told no at once is none of them."""
    found = Visit.objects.filter(scope__in=branches, state="conflict", until__gt=moment, since__gt=moment - FRESH)
    promised = found.filter(pk__in=Claim.objects.filter(late=True).values("pk"))
    visits = list(promised.select_related("desk__branch").order_by("since"))
    others = Desk.objects.in_bulk([visit.other for visit in visits if visit.other])
    return [Conflict(visit, others.get(visit.other)) for visit in visits]

"""How often somebody may guess wrong."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest

from kiosk.central.sync.models import Try
from kiosk.clock import now

#: Wrong guesses within `WINDOW`: from one address, and from all together.
PER_ADDRESS, ALL_TOGETHER = 10, 300
WINDOW = timedelta(minutes=10)


def address(request: HttpRequest) -> str:
    """Where a request comes from; behind our own proxy, what that says (it adds to the end of the list)."""
    if settings.HTTPS:
        return request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()[:64]
    return str(request.META.get("REMOTE_ADDR", ""))[:64]


def too_many(what: str, place: str) -> bool:
    """Whether no further guess is looked at for now."""
    recent = Try.objects.filter(what=what, at__gt=now() - WINDOW)
    return recent.filter(address=place).count() >= PER_ADDRESS or recent.count() >= ALL_TOGETHER


def wrong(what: str, place: str) -> None:
    """Count a wrong guess; older ones are forgotten."""
    Try.objects.filter(at__lt=now() - WINDOW).delete()
    Try.objects.create(what=what, address=place, at=now())

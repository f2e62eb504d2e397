"""What kiosks ask of the catalogue beside its feeds."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from kiosk.central.catalogue.availability import availability
from kiosk.central.sync.answers import Stop, answer, api, caller


@api("GET")
def available(request: HttpRequest, title: str) -> HttpResponse:
    """Where a title can be had now."""
    caller(request)
    # PostgreSQL takes no text with a zero in it
    found = None if "\0" in title else availability(title)
    if found is None:
        raise Stop("no-such-title")
    reply = answer(request, found)
    reply["Cache-Control"] = "no-store"
    return reply

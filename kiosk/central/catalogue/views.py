"""What kiosks ask of the catalogue beside its feeds."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from kiosk.catalogue.covers import is_name
from kiosk.central.catalogue.availability import availability
from kiosk.central.catalogue.models import Cover
from kiosk.central.sync.answers import Stop, answer, api, caller, for_ever


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


@api("GET")
def cover(request: HttpRequest, cover: str) -> HttpResponse:
    """A cover: its name is its content."""
    caller(request)
    found = Cover.objects.filter(name=cover) if is_name(cover) else Cover.objects.none()
    body = found.values_list("body", flat=True).first()
    if body is None:
        raise Stop("no-such-cover")
    tag = f'"{cover}"'
    if tag in [known.strip() for known in request.headers.get("If-None-Match", "").split(",")]:
        reply = HttpResponse(status=304)
        del reply["Content-Type"]
    else:
        reply = HttpResponse(bytes(body), content_type="image/jpeg")
    reply["ETag"] = tag
    return for_ever(reply)

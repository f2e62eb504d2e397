"""A kiosk says how it is, and hears what staff want it to do (`kiosk.wire.health`)."""

from __future__ import annotations

import msgspec
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from kiosk.central.fleet.health import hear, makes_sense
from kiosk.central.sync.answers import Stop, answer, api, caller, sent
from kiosk.clock import now
from kiosk.wire import SERVICE, Health, Heard, decode

#: Bytes: twice what the bounds of `wire.Health` let an honest kiosk say.
LONGEST = 64 << 10


@api("POST")
def health(request: HttpRequest) -> HttpResponse:
    """Only the last word of a kiosk is kept."""
    kiosk = caller(request).kiosk
    told, moment = _told(request), now()
    with transaction.atomic():
        orders = hear(kiosk, told, moment)
    return answer(request, Heard(service=SERVICE, now=moment, orders=orders))


def _told(request: HttpRequest) -> Health:
    said = sent(request)
    if len(said) > LONGEST:
        raise Stop("too-large")
    try:
        told = decode(said, Health)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Stop("bad-request", str(error)) from None
    if not makes_sense(told):
        raise Stop("bad-request", "a moment makes no sense")
    return told

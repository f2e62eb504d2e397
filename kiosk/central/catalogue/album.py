"""The pictures of covers that are kept here, by ISBN, and which title shows which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta

import msgspec
from django.db import transaction

from kiosk import wire
from kiosk.catalogue.covers import named
from kiosk.catalogue.isbn import isbn13
from kiosk.central.catalogue.models import Cover, Title
from kiosk.central.sync.models import Head
from kiosk.clock import now

#: When we look again for what had none.
AGAIN = timedelta(days=90)


def names(isbns: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The cover of each title that has one, by its id. `isbns`: those of each; the first with a cover counts."""
    known = _named({number for each in isbns.values() for number in numbers(each)})
    found = ((id, [known[number] for number in numbers(each) if number in known]) for id, each in isbns.items())
    return {id: covers[0] for id, covers in found if covers}


def numbers(isbns: Iterable[str]) -> list[str]:
    """Those as thirteen digits that are ISBNs."""
    return [number for text in isbns if (number := isbn13(text))]


def _named(isbns: Iterable[str]) -> dict[str, str]:
    asked = sorted(isbns)
    return dict(Cover.objects.filter(pk__among=asked).exclude(name="").values_list("pk", "name")) if asked else {}


def settled(isbns: Iterable[str]) -> dict[str, bool]:
    """Those that need no look, each with whether it has a cover."""
    rows = Cover.objects.filter(pk__among=sorted(isbns)).values_list("pk", "name", "looked")
    limit = now() - AGAIN
    return {isbn: bool(name) for isbn, name, looked in rows if name or looked >= limit}


def keep(isbn: str, body: bytes) -> None:
    """This JPEG is the cover for that number; b"": there is none."""
    Cover.objects.update_or_create(pk=isbn, defaults={"name": name(body), "body": body, "looked": now()})


def name(body: bytes) -> str:
    """By which kiosks ask for that JPEG; "" for none."""
    return named(body) if body else ""


def publish(shown: Mapping[str, str]) -> None:
    """These titles show these covers from now on."""
    with transaction.atomic():
        Head.lock([""])
        rows = list(Title.objects.filter(pk__among=list(shown)))
        for row in rows:
            title = wire.decode(bytes(row.body), wire.Title)
            row.body = wire.encode(msgspec.structs.replace(title, cover=shown[row.pk]))
        if rows:
            Title.objects.publish(rows)

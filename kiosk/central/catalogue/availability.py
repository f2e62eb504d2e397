"""Where a title can be had now: asked of the system that it comes from, or else as the last import knows it."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from kiosk import wire
from kiosk.catalogue.holdings import Item
from kiosk.central.catalogue import feed, stock
from kiosk.central.catalogue.asking import Items, question
from kiosk.central.catalogue.gate import BUDGET, Answer, Gate
from kiosk.central.catalogue.models import Copy, Source, Title
from kiosk.central.catalogue.report import Report
from kiosk.central.catalogue.site import Site, read
from kiosk.clock import here, now
from kiosk.errors import BadInput
from kiosk.wire import SERVICE, Availability


def availability(title: str) -> Availability | None:
    """The copies of that title; None when there is no such title. Takes `gate.BUDGET` seconds at most."""
    row = Title.objects.filter(pk=title).select_related("source").defer("body").first()
    if row is None:
        return None
    copies = _live(row)
    if copies is not None:
        return copies
    stored = [feed.copy(each) for each in row.copies.order_by("pk")]
    return Availability(service=SERVICE, title=title, copies=stored)


def _live(row: Title) -> Availability | None:
    source = row.source
    if source is None or not row.number:
        return None
    try:
        site = _site(source.mapping)
        put = question(source, site, row.number, BUDGET)
    except BadInput:
        # Staff were told when they saved it, and are told at each harvest
        return None
    answer = _gate(source.pk).ask(row.number, put) if put else None
    if answer is None or answer.value is None:
        return None
    return _told(row, source, site, answer)


def _told(row: Title, source: Source, site: Site, answer: Answer[Items]) -> Availability | None:
    report = Report()
    items: tuple[Item, ...] = answer.value or ()
    found = [*stock.rows(row.pk, items, f"{source.pk}:", stock.Rooms.of(site), report)]
    if items and not found and report.astray:
        # Nobody said which branches those are: what the import knows is better than nothing
        return None
    added = dict(Copy.objects.filter(title=row).values_list("pk", "added"))
    copies = [_copy(copy, answer, copy.added or added.get(copy.pk)) for copy in found]
    return Availability(service=SERVICE, title=row.pk, copies=copies, fetched=answer.at, live=True)


def _copy(row: Copy, answer: Answer[Items], added: object) -> wire.Copy:
    """As kiosks get it. A day that is over is no promise."""
    made = replace(feed.copy(row), fetched=answer.at, added=added)
    return replace(made, due=None) if made.due and made.due < here(now()).date() else made


@lru_cache(maxsize=64)
def _site(mapping: str) -> Site:
    return read(mapping)


@lru_cache(maxsize=256)
def _gate(source: str) -> Gate[Items]:
    return Gate(source)

"""Brings records of a source into central, some hundreds in one transaction; what is the same keeps its revision.

Imports and harvests meet here: what a record becomes, whose it is, what of it changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import blake2s

import msgspec
from django.db import transaction
from django.db.models import QuerySet

from kiosk import wire
from kiosk.catalogue import marc
from kiosk.catalogue.form import NO_TITLES, deleted
from kiosk.catalogue.holdings import Item, items
from kiosk.catalogue.mapping import Untitled, named_by_content
from kiosk.catalogue.mapping import number as numbered
from kiosk.catalogue.record import MarcRecord
from kiosk.central.catalogue import album, stock
from kiosk.central.catalogue.models import Source, Title
from kiosk.central.catalogue.report import Report
from kiosk.central.catalogue.site import Site, told
from kiosk.clock import here, now

#: Records in one transaction.
CHUNK = 500

#: Characters of an id (`sync.published`), and of a number at a source.
_ID, _NUMBER = 100, 200


@dataclass(frozen=True)
class Coming:
    """A title on its way. `id`: as kiosks know it; `number`: as its source does; `items`: None when its source does
    not say which copies there are; `where`: its place in the source, for people."""

    id: str
    number: str
    where: int | str
    title: wire.Title
    items: tuple[Item, ...] | None


@dataclass(frozen=True)
class Going:
    """A title that its source has no longer."""

    id: str
    where: int | str


@dataclass
class Load:
    """One import or harvest. `dry`: nothing is written, `dreamt` are the ids that would be; `file`: which one is being
    read; `sweep`: as `Source.sweep`."""

    source: Source | None = None
    site: Site = field(default_factory=Site)
    dry: bool = False
    file: str = ""
    sweep: int = 0
    report: Report = field(default_factory=Report)
    with_titles: Callable[[list[wire.Title]], int] = lambda _: 0

    def __post_init__(self) -> None:
        self.rooms = stock.Rooms.of(self.site)
        self.prefix = f"{self.source.slug}:" if self.source else ""
        known = self.source is not None and Title.objects.filter(source=self.source).exists()
        #: In the first load no copy is new; later, one that was never seen came today.
        self.first: date | None = here(now()).date() if known else None
        self._waiting: dict[str, Coming | Going] = {}
        self.dreamt: set[str] = set()
        self._numbered: set[str] = set()

    def come(
        self, record: MarcRecord, where: int | str, number: str = "", copies: Iterable[Item] | None = None
    ) -> None:
        """Take a record. `number`: by which its source knows it, when that is not in the record."""
        if not deleted(record) and record.at(6) in NO_TITLES:
            return self.report.skip(NO_TITLES[record.at(6)], where, self.file)
        if deleted(record):
            return self.go(number or self._number(record), where)
        try:
            title = marc.title(record)
        except Untitled:
            return self.report.refuse("without a title", where, self.file)
        number = number or self._own_number(record, title)
        found = self._items(record) if copies is None else tuple(copies)
        title = msgspec.structs.replace(told(title, found or (), self.site), id=self._id(number))
        return self.wait(Coming(title.id, number[:_NUMBER], where, title, found))

    def go(self, number: str, where: int | str) -> None:
        """A record that is gone at its source."""
        if not number:
            return self.report.skip("deleted, and it has no number", where, self.file)
        return self.wait(Going(self._id(number), where))

    def flush(self, then: Callable[[], None] = lambda: None) -> None:
        """Write what waits, and what `then` writes, in one transaction."""
        chunk, self._waiting = list(self._waiting.values()), {}
        with transaction.atomic():
            self._write(chunk)
            if not self.dry:
                then()

    def wait(self, one: Coming | Going) -> None:
        """Take it with the next chunk."""
        if one.id in self._waiting or len(self._waiting) >= CHUNK:
            self.flush()
        self._waiting[one.id] = one

    def _number(self, record: MarcRecord) -> str:
        return record.data("001").strip() if self.source else numbered(record)

    def _own_number(self, record: MarcRecord, title: wire.Title) -> str:
        """Its number; one that another in the same file has too is none."""
        number = self._number(record)
        if not number or number in self._numbered:
            number = named_by_content(record, title.work)
        self._numbered.add(number)
        return number

    def _id(self, number: str) -> str:
        id = self.prefix + number
        if len(id) <= _ID:
            return id
        return f"{self.prefix}{blake2s(number.encode(), digest_size=16).hexdigest()}"

    def _items(self, record: MarcRecord) -> tuple[Item, ...] | None:
        layout = self.site.holdings
        return items(record, layout) if self.source and layout.fields else None

    def _write(self, chunk: Sequence[Coming | Going]) -> None:
        known = {row.pk: row for row in Title.objects.filter(pk__in=[one.id for one in chunk])}
        self.report.read += len(chunk)
        coming = [one for one in chunk if isinstance(one, Coming) and self._is_ours(one, known)]
        going = [one for one in chunk if isinstance(one, Going) and self._is_ours(one, known)]
        self._publish(coming, known)
        self._bring_copies(coming)
        self._delete(going, known)
        self.report.copies += self.with_titles([one.title for one in coming])

    def _is_ours(self, one: Coming | Going, known: dict[str, Title]) -> bool:
        row, slug = known.get(one.id), self.source.pk if self.source else None
        if row is None or row.source_id == slug:
            return True
        self.report.read -= 1
        self.report.refuse(f"its number `{one.id}` is that of a title from another source", one.where, self.file)
        return False

    def _publish(self, coming: list[Coming], known: dict[str, Title]) -> None:
        rows = [self._row(one) for one in _with_covers(coming)]
        news = [row for row in rows if row.pk not in known or bytes(known[row.pk].body) != row.body]
        added = sum(row.pk not in known and row.pk not in self.dreamt for row in news)
        self.report.added += added
        self.report.changed += sum(row.pk in known for row in news)
        self.report.skipped += len(rows) - added - sum(row.pk in known for row in news)
        if self.dry:
            self.dreamt.update(row.pk for row in rows)
            return
        if news:
            Title.objects.publish(news)
        if self.sweep:
            seen = [row.pk for row in rows if row.pk in known]
            QuerySet(Title).filter(pk__in=seen).update(seen=self.sweep)

    def _row(self, one: Coming) -> Title:
        title = one.title
        return Title(
            id=one.id,
            body=wire.encode(title),
            title=title.title[:300],
            authors="; ".join(title.authors)[:300],
            kind=title.kind,
            year=title.year,
            source=self.source,
            number=one.number,
            seen=self.sweep,
        )

    def _bring_copies(self, coming: list[Coming]) -> None:
        told = [one for one in coming if one.items is not None]
        if not told:
            return
        wanted = [
            row for one in told for row in stock.rows(one.id, one.items or (), self.prefix, self.rooms, self.report)
        ]
        ids = [one.id for one in told]
        self.report.copies += stock.bring(ids, wanted, self.prefix, self.first, self.dry)

    def _delete(self, going: list[Going], known: dict[str, Title]) -> None:
        gone = [one.id for one in going if one.id in known]
        self.report.deleted += len(gone)
        for one in going:
            if one.id not in known:
                self.report.read -= 1
                self.report.skip("deleted at its source, and not here", one.where, self.file)
        if gone and not self.dry:
            stock.withdraw(gone)


def _with_covers(coming: list[Coming]) -> list[Coming]:
    """No source says which cover is whose: that is what was found here."""
    names = album.names({one.id: one.title.isbns for one in coming})
    change = msgspec.structs.replace
    return [replace(one, title=change(one.title, cover=names.get(one.id, ""))) for one in coming]

"""`wegwijs-central catalogue covers`: pictures of covers, fetched ahead and kept here, and the titles that show them.

Why ahead, and for all titles: what a visitor looks at is not to be seen anywhere, so kiosks get covers as they get
titles, and ask for none because somebody opened one.

Each picture is kept as it comes: whatever ends a run, the next goes on with what is still unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from django.db.models import QuerySet

from kiosk import wire
from kiosk.catalogue.isbn import isbn13
from kiosk.central.catalogue import album, picture
from kiosk.central.catalogue.adapters.covers import site as asked_site
from kiosk.central.catalogue.importing import remember
from kiosk.central.catalogue.models import Cover, Run, Source, Title
from kiosk.central.catalogue.progress import Progress, bar
from kiosk.central.catalogue.report import Report
from kiosk.errors import BadInput, KnownError

#: Titles that are read, and published, at once.
CHUNK = 50

#: Answers that fail one after the other, after which we ask no further.
FAILURES = 10

#: Gives the picture of an ISBN, or None; raises what `adapters.covers.Site.picture` does.
Ask = Callable[[str], bytes | None]


class _Numbers(msgspec.Struct):
    """What we need of a title."""

    isbns: list[str] = msgspec.field(default_factory=list)
    cover: str = ""


def from_site(source: Source, report: Report, *, dry: bool = False) -> None:
    """Ask the site that the mapping of that source names for what is missing; `dry`: only count that. `report` tells
    what was done, also when this raises."""
    how = source.site()
    run = Run(source=source, what="covers")
    try:
        with asked_site(how.covers, how.covers_rate) as site, bar(source.slug, " titles") as progress:
            Walk(site.picture, report, dry).along(Title.objects.filter(source=source), progress)
    except KnownError as error:
        if not dry:
            remember(run, report, str(error))
        raise
    if not dry:
        remember(run, report)


def from_folder(folder: Path, sources: Sequence[Source], report: Report, *, dry: bool = False) -> None:
    """Take the pictures in that folder that are named by ISBN ("9789021402000.jpg"), in place of those that are here;
    `sources`: only for titles of these."""
    files = _pictures(folder, report)
    titles = Title.objects.filter(source__in=sources) if sources else Title.objects.all()
    walk = Walk(lambda isbn: _read(files[isbn]), report, dry, only=files.keys())
    with bar(folder.name, " titles") as progress:
        walk.along(titles, progress)
    for isbn in sorted(files.keys() - walk.seen):
        report.skip("no title has this number", isbn)
    if not dry:
        remember(Run(what=f"covers: {folder.name}"[:300]), report)


def _pictures(folder: Path, report: Report) -> dict[str, Path]:
    try:
        files = sorted(path for path in folder.iterdir() if path.is_file())
    except OSError as error:
        raise BadInput(f"The folder cannot be read: {error.strerror}", str(folder), "Name another.") from error
    for path in files:
        if not isbn13(path.stem):
            report.skip("its name is no ISBN", path.name)
    return {number: path for path in files if (number := isbn13(path.stem))}


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(picture.LARGEST + 1)
    except OSError as error:
        raise BadInput(f"it cannot be read: {error.strerror}") from error


@dataclass
class Walk:
    """Along titles, to find covers. `only`: the numbers to look at, whether they have a cover or not; None: of each
    title, until there is a cover, those that are due. `seen`: those that were looked at."""

    ask: Ask
    report: Report
    dry: bool = False
    only: Collection[str] | None = None
    seen: set[str] = field(default_factory=set)
    _failures: int = 0

    def along(self, titles: QuerySet[Title], progress: Progress) -> None:
        """All of these titles. `Unreachable` or `Refused` when it makes no sense to go on."""
        total, done = titles.count(), 0
        for chunk in _chunks(titles):
            numbers = [album.numbers(each.isbns) for each in chunk.values()]
            known = album.settled({number for each in numbers for number in each}) if self.only is None else {}
            for each in numbers:
                self._look(each, known)
            if not self.dry:
                _show(chunk)
            done += len(chunk)
            progress(done, total)

    def _look(self, numbers: Sequence[str], known: dict[str, bool]) -> None:
        if self.only is not None:
            for number in numbers:
                if number in self.only and number not in self.seen:
                    self._find(number)
            return
        if any(known.get(number) for number in numbers):
            return
        for number in numbers:
            if number not in known and number not in self.seen and self._find(number):
                return

    def _find(self, isbn: str) -> bool:
        """Whether there is a cover for it now."""
        self.seen.add(isbn)
        if self.dry and self.only is None:
            self.report.skip("its cover would be asked for", isbn)
            return True
        try:
            body = self._small(isbn)
        except KnownError as error:
            self._fail(isbn, error)
            return False
        self._failures = 0
        # A site that gives no picture does so tomorrow too; a file that is none takes the place of nothing
        if not self.dry and (body is not None or self.only is None):
            album.keep(isbn, body or b"")
        return bool(body)

    def _small(self, isbn: str) -> bytes | None:
        """b"": there is none; None: it was refused."""
        try:
            found = self.ask(isbn)
            body = b"" if found is None else picture.cover(found)
        except BadInput as error:
            self.report.refuse(error.what, isbn)
            return None
        self._count(isbn, body)
        return body

    def _fail(self, isbn: str, error: KnownError) -> None:
        self.report.refuse(str(error), isbn)
        self._failures += 1
        if self._failures >= FAILURES:
            raise error

    def _count(self, isbn: str, body: bytes) -> None:
        before = Cover.objects.filter(pk=isbn).values_list("name", flat=True).first() or ""
        self.report.read += 1
        if album.name(body) == before:
            self.report.skipped += 1
        elif not before:
            self.report.added += 1
        elif body:
            self.report.changed += 1
        else:
            self.report.deleted += 1


def _chunks(titles: QuerySet[Title]) -> Iterator[dict[str, _Numbers]]:
    after = ""
    rows = titles.order_by("pk").values_list("pk", "body")
    while chunk := {id: wire.decode(bytes(body), _Numbers) for id, body in rows.filter(pk__gt=after)[:CHUNK]}:
        # The last by the order of the database, which may be another than ours
        after = next(reversed(chunk))
        yield chunk


def _show(chunk: dict[str, _Numbers]) -> None:
    """A title that shows the right cover keeps its revision."""
    names = album.names({id: title.isbns for id, title in chunk.items()})
    shown = {id: names.get(id, "") for id, title in chunk.items() if title.cover != names.get(id, "")}
    if shown:
        album.publish(shown)

"""`wegwijs-central catalogue import`: a library's MARC files become titles; what is the same keeps its revision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from django.db import transaction

from kiosk import wire
from kiosk.catalogue import marc
from kiosk.central.catalogue.copies import give_copies
from kiosk.central.catalogue.models import Title
from kiosk.errors import BadInput

#: Titles in one transaction.
CHUNK = 500

#: Refusals that are named one by one.
NAMED = 20


@dataclass
class Report:
    """What became of one file."""

    read: int = 0
    added: int = 0
    changed: int = 0
    copies: int = 0
    refused: list[marc.Refusal] = field(default_factory=list)

    def lines(self, path: Path) -> Iterator[str]:
        """As staff read it."""
        same = self.read - self.added - self.changed
        yield (
            f"{path}: {self.read} read, {self.added} added, {self.changed} changed, {same} skipped (the same), "
            f"{len(self.refused)} refused" + (f"; {self.copies} copies new or changed" if self.copies else "")
        )
        for refusal in self.refused[:NAMED]:
            yield f"  record {refusal.position}: {refusal.reason}"
        if len(self.refused) > NAMED:
            yield f"  and {len(self.refused) - NAMED} more"


def run(paths: Sequence[Path], *, copies: bool = False) -> int:
    """Import these files one after the other, and say what became of them."""
    for path in paths:
        for line in import_file(path, copies=copies).lines(path):
            print(line)
    return 0


def import_file(path: Path, *, copies: bool = False) -> Report:
    """Import one file; `copies`: make up copies of its titles."""
    report = Report()
    found = _titles(path, report)
    while chunk := {title.id: title for title in islice(found, CHUNK)}:
        with transaction.atomic():
            _publish(chunk, report)
            if copies:
                report.copies += give_copies(list(chunk.values()))
    if not report.read:
        why = f": {report.refused[0].reason}" if report.refused else ""
        raise BadInput(f"There is no title in this file{why}", str(path), "Export the titles as MARC 21 or MARCXML.")
    return report


def _titles(path: Path, report: Report) -> Iterator[wire.Title]:
    for found in marc.read(path):
        if isinstance(found, marc.Refusal):
            report.refused.append(found)
        else:
            report.read += 1
            yield found


def _publish(titles: dict[str, wire.Title], report: Report) -> None:
    known = dict(Title.objects.filter(pk__in=list(titles)).values_list("pk", "body"))
    rows = [_row(title) for title in titles.values()]
    news = [row for row in rows if bytes(known.get(row.pk, b"")) != row.body]
    report.added += sum(row.pk not in known for row in news)
    report.changed += sum(row.pk in known for row in news)
    if news:
        Title.objects.publish(news)


def _row(title: wire.Title) -> Title:
    return Title(
        id=title.id,
        body=wire.encode(title),
        title=title.title[:300],
        authors=_joined(title.authors)[:300],
        kind=title.kind,
        year=title.year,
    )


def _joined(names: Iterable[str]) -> str:
    return "; ".join(names)

"""The copies of titles as their source tells them: which shelf they stand on here, and which of them changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2s

from django.db.models import QuerySet

from kiosk.catalogue.holdings import Item
from kiosk.central.catalogue.models import Copy, Title
from kiosk.central.catalogue.report import Report
from kiosk.central.catalogue.site import Site
from kiosk.central.fleet.models import Branch, Piece
from kiosk.central.words import dutch
from kiosk.clock import now

#: What a copy tells; `fetched` apart, which is new each time.
TOLD = ("title_id", "branch_id", "call_number", "shelf", "floor", "status", "due", "added")


@dataclass(frozen=True)
class Shelf:
    """A shelf on a plan, and the call numbers from and to that stand on it."""

    branch: str
    floor: int
    label: str
    first: str
    last: str

    def holds(self, call_number: str) -> bool:
        """Whether a call number belongs here; "D" as the last takes in all that begin so."""
        return bool(self.first) and self.first <= call_number and call_number[: len(self.last)] <= self.last


def shelves() -> list[Shelf]:
    """Every shelf of every plan that says what stands on it or what it is called."""
    pieces = Piece.objects.filter(what="shelf").select_related("floor")
    return [
        Shelf(piece.floor.branch_id, piece.floor.number, dutch(piece.label), piece.first.upper(), piece.last.upper())
        for piece in pieces
    ]


@dataclass
class Rooms:
    """Where copies can stand: the shelves of all plans, and the branches by the codes of one source."""

    site: Site
    shelves: Mapping[str, list[Shelf]] = field(default_factory=dict)
    branches: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, site: Site) -> Rooms:
        """As the plans are now. Without a line in the mapping a code that is the id of a branch means that one."""
        by_branch: dict[str, list[Shelf]] = {}
        for shelf in shelves():
            by_branch.setdefault(shelf.branch, []).append(shelf)
        ids = {id.casefold(): id for id in Branch.objects.values_list("pk", flat=True)}
        named = {code.casefold(): ids.get(id.casefold(), "") for code, id in site.branches.items()}
        return cls(site, by_branch, {**ids, **named})

    def branch(self, code: str) -> str | None:
        """Our branch; "" when it is left out on purpose, None when nobody said what that code means."""
        return self.branches.get(code.casefold())

    def place(self, branch: str, item: Item) -> tuple[str, int]:
        """The name of the shelf, and its floor: of those with the name that its code stands for, or else of all, the
        one that holds the call number."""
        here, name = self.shelves.get(branch, []), self.site.shelves.get(item.shelf, "")
        named = [shelf for shelf in here if shelf.label == name] if name else here
        fitting = [shelf for shelf in named if shelf.holds(item.call_number.upper())]
        # "J A" says more than "A"
        found = max(fitting, key=lambda shelf: len(shelf.first), default=named[0] if name and named else None)
        return (name or (found.label if found else ""), found.floor if found else 0)


def rows(title: str, items: Iterable[Item], prefix: str, rooms: Rooms, report: Report) -> Iterator[Copy]:
    """The copies of one title as rows; those of branches that are not ours are left out."""
    given: Counter[str] = Counter()
    for item in items:
        branch = rooms.branch(item.branch)
        if branch is None:
            report.stray(item.branch)
        if branch:
            yield _row(title, item, branch, rooms, _id(prefix, title, item, given))


def _row(title: str, item: Item, branch: str, rooms: Rooms, id: str) -> Copy:
    shelf, floor = rooms.place(branch, item)
    return Copy(
        id=id,
        title_id=title,
        branch_id=branch,
        call_number=item.call_number[:40],
        shelf=shelf[:80],
        floor=floor,
        status=item.status or "unknown",
        due=item.due if item.status == "on_loan" else None,
        added=item.added,
        fetched=now(),
    )


def _id(prefix: str, title: str, item: Item, given: Counter[str]) -> str:
    """The same at each harvest: by the copy's own number, else by what it is like. What is alike is told apart by its
    order."""
    like = f"{title}\n{item.id or (item.branch, item.shelf, item.call_number)}"
    given[like] += 1
    return prefix + blake2s(f"{like}\n{given[like]}".encode(), digest_size=10).hexdigest()


def bring(titles: list[str], wanted: list[Copy], prefix: str, first: date | None, dry: bool) -> int:
    """Make these the copies of those titles, as far as they are of this source (`prefix`): how many were new, changed
    or gone. `first`: the day to give those that are new, and do not say since when they are there."""
    known = {row.pk: row for row in Copy.objects.filter(title_id__in=titles, pk__startswith=prefix)}
    for row in wanted:
        row.added = row.added or (known[row.pk].added if row.pk in known else first)
    news = [row for row in wanted if row.pk not in known or told(known[row.pk]) != told(row)]
    same = known.keys() & {row.pk for row in wanted} - {row.pk for row in news}
    gone = known.keys() - {row.pk for row in wanted}
    if not dry:
        _write(news, same, gone)
    return len(news) + len(gone)


def _write(news: list[Copy], same: Iterable[str], gone: Iterable[str]) -> None:
    if news:
        Copy.objects.publish(news)
    Copy.objects.filter(pk__in=gone).withdraw()
    # Seen again, and nothing else: no kiosk need fetch it for that
    QuerySet(Copy).filter(pk__in=same).update(fetched=now())


def withdraw(titles: list[str]) -> None:
    """Delete these titles with all their copies; in a transaction."""
    Copy.objects.filter(title_id__in=titles).withdraw()
    Title.objects.filter(pk__in=titles).withdraw()


def told(row: Copy) -> list[object]:
    """What kiosks get of it, but for the moment."""
    return [getattr(row, name) for name in TOLD]

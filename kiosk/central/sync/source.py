"""Where a feed comes from: rows of a model, and how one of them becomes a record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from msgspec import Raw

from kiosk.central.sync.published import Published, Tombstone
from kiosk.wire import Change, Record, encode


@dataclass(frozen=True)
class Source:
    """`record` makes the record of a row, or gives its bytes when they are kept; `along`: what to fetch with it."""

    model: type[Published]
    record: Callable[[Any], Record | bytes]
    along: tuple[str, ...] = ()

    def since(self, scope: str, after: int, to: int, limit: int) -> list[Change]:
        """What changed after a revision up to another, oldest first; at most `limit`, the oldest."""
        rows = self.model.objects.filter(scope=scope, rev__gt=after, rev__lte=to)
        changes = [self._change(row) for row in rows.order_by("rev").prefetch_related(*self.along)[:limit]]
        if after:
            changes += self._gone(scope, after, to, limit)
        return sorted(changes, key=lambda change: change.rev)[:limit]

    def all(self, scope: str, at_once: int = 1000) -> Iterator[Change]:
        """Every record, by id. Rows that change meanwhile come as they are when their turn comes."""
        last = ""
        rows = self.model.objects.filter(scope=scope).order_by("pk").prefetch_related(*self.along)
        while found := list(rows.filter(pk__gt=last)[:at_once]):
            yield from map(self._change, found)
            last = found[-1].pk

    def _change(self, row: Published) -> Change:
        record = self.record(row)
        return Change(id=row.pk, rev=row.rev, record=Raw(record if isinstance(record, bytes) else encode(record)))

    def _gone(self, scope: str, after: int, to: int, limit: int) -> list[Change]:
        stones = Tombstone.objects.filter(feed=self.model.feed, scope=scope, rev__gt=after, rev__lte=to)
        return [Change(id=stone.record, rev=stone.rev, deleted=True) for stone in stones.order_by("rev")[:limit]]

"""What changed between two revisions, written down once: whoever asks for it, and whenever, gets the same.

Why kept: a row only knows its newest revision, so what changed between two older ones could not be told later. A feed
is therefore sealed before its head is told: the changes since the last seal become deltas, and those never change.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate

from django.db import transaction
from django.db.models import QuerySet

from kiosk.central.sync.answers import Stop
from kiosk.central.sync.areas import SOURCES
from kiosk.central.sync.cursors import Place
from kiosk.central.sync.models import Delta, Head, Tombstone
from kiosk.clock import now
from kiosk.wire import Change, decode, encode

#: Changes in one delta, and the most in one answer.
PAGE = 1000

#: How long a kiosk may be off and still go on where it was.
KEPT = timedelta(days=90)


@dataclass(frozen=True)
class Page:
    """Changes, oldest first, up to and including `to`; `digest`: that of the whole feed there, or ""."""

    changes: list[Change]
    to: int
    digest: str = ""


def seal(place: Place) -> int:
    """Up to where that feed can be told; what changed since the last time is written down first."""
    with transaction.atomic():
        head = Head.objects.select_for_update().filter(feed=place.feed, scope=place.scope).first()
        if head is None:
            return 0
        if head.rev != head.sealed:
            # Before the first seal nobody has a cursor, and who has none fetches the snapshot
            if head.sealed:
                Delta.objects.bulk_create(_deltas(place, head), batch_size=10)
            Tombstone.objects.filter(feed=place.feed, scope=place.scope, rev__lte=head.rev).delete()
            Head.objects.filter(pk=head.pk).update(sealed=head.rev)
        return head.rev


def between(place: Place, after: int, to: int) -> Page:
    """What changed after one sealed revision up to another, or the first page of it; `Stop` when there is no way from
    the one to the other."""
    kept = Delta.objects.filter(feed=place.feed, scope=place.scope, after__gte=after, to__lte=to).order_by("after")
    if after == to:
        return Page([], to)
    # Deltas of a feed follow on each other, so a chain with both ends is whole
    chain = list(kept.values_list("after", "to", "count")[:PAGE])
    if not chain or chain[0][0] != after or not kept.filter(to=to).exists():
        raise Stop("cursor-expired")
    page = list(kept.filter(to__lte=_fits(chain)))
    changes = {change.id: change for delta in page for change in unpacked(delta)}
    return Page(sorted(changes.values(), key=lambda change: change.rev), page[-1].to, page[-1].digest)


def unpacked(delta: Delta) -> list[Change]:
    """The changes of one delta."""
    return decode(gzip.decompress(bytes(delta.body)), list[Change])


def old(moment: datetime) -> QuerySet[Delta]:
    """What no kiosk will ask for any more."""
    return Delta.objects.filter(made__lt=moment - KEPT)


def _fits(chain: list[tuple[int, int, int]]) -> int:
    """Up to where the first deltas make one page; one of them always does."""
    sums = accumulate(count for _, _, count in chain)
    return max((to for (_, to, _), total in zip(chain, sums, strict=True) if total <= PAGE), default=chain[0][1])


def _deltas(place: Place, head: Head) -> Iterator[Delta]:
    after, moment = head.sealed, now()
    while after != head.rev:
        changes = SOURCES[place.feed].since(place.scope, after, head.rev, PAGE)
        to = changes[-1].rev if len(changes) == PAGE else head.rev
        yield Delta(
            feed=place.feed,
            scope=place.scope,
            after=after,
            to=to,
            count=len(changes),
            digest=head.digest if to == head.rev else "",
            body=gzip.compress(encode(changes), mtime=0),
            made=moment,
        )
        after = to

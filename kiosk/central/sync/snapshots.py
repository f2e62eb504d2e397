"""A whole feed as one packed file, for kiosks that have nothing to go on from.

Why kept in the database: every worker serves the same bytes, so that a download can be resumed at another one. Rows
that change while the file is made may be in it in either state: the deltas since its revision, which was sealed before,
bring them.
"""

from __future__ import annotations

import logging
import threading
import zlib
from collections.abc import Iterable, Iterator
from hashlib import sha256

from django.db import IntegrityError, transaction
from django.db.models import QuerySet, Sum

from kiosk.central.sync import deltas
from kiosk.central.sync.areas import SOURCES
from kiosk.central.sync.cursors import Place
from kiosk.central.sync.models import Delta, Epoch, Head, Snapshot, SnapshotPart
from kiosk.clock import now
from kiosk.wire import Change, encode
from kiosk.wire.digest import digest

log = logging.getLogger("wegwijs.sync")

#: Bytes in one part.
PART = 1 << 20

#: As many changes since a snapshot are no reason for another, nor is a quarter of what is in it.
FEW = 1000

#: How many of one feed are kept: who downloads an older one can finish.
KEPT = 2

_making = threading.Lock()


def newest(place: Place) -> Snapshot:
    """One from which it is not far to the head; made now if there is none."""
    return _known(place) or _made_once(place)


def read(snapshot: Snapshot, start: int) -> Iterator[bytes]:
    """The file from that byte on; not all of it when newer ones have taken its place meanwhile."""
    skip = start % PART
    # One by one: a kiosk takes its time, and must not keep the database's
    for number in range(start // PART, -(-snapshot.size // PART)):
        part = SnapshotPart.objects.filter(snapshot=snapshot, number=number).first()
        if part is None:
            return
        yield bytes(part.body)[skip:]
        skip = 0


def _of(place: Place) -> QuerySet[Snapshot]:
    return Snapshot.objects.filter(epoch=Epoch.current(), feed=place.feed, scope=place.scope)


def _near(snapshot: Snapshot, place: Place, to: int) -> bool:
    since = Delta.objects.filter(feed=place.feed, scope=place.scope, after__gte=snapshot.rev, to__lte=to)
    far = since.aggregate(changes=Sum("count"))["changes"] or 0
    connected = snapshot.rev == to or since.filter(after=snapshot.rev).exists()
    return connected and far <= max(FEW, snapshot.count // 4)


def _known(place: Place) -> Snapshot | None:
    to = deltas.seal(place)
    known = _of(place).order_by("-rev").first()
    return known if known is not None and _near(known, place, to) else None


def _made_once(place: Place) -> Snapshot:
    """After a restore all kiosks ask for the same one: who comes meanwhile waits for it."""
    with _making:
        return _known(place) or _made(place, deltas.seal(place))


def _made(place: Place, rev: int) -> Snapshot:
    seen: list[tuple[str, int]] = []
    body = b"".join(_packed(_lines(SOURCES[place.feed].all(place.scope), seen)))
    _check(place, rev, seen)
    row = Snapshot(epoch=Epoch.current(), feed=place.feed, scope=place.scope, rev=rev, count=len(seen), made=now())
    row.size, row.sha256 = len(body), sha256(body).hexdigest()
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            starts = range(0, row.size, PART)
            SnapshotPart.objects.bulk_create(
                SnapshotPart(snapshot=row, number=number, body=body[start : start + PART])
                for number, start in enumerate(starts)
            )
            _forget_old(place)
    except IntegrityError:
        # Another worker was first
        return _of(place).get(rev=rev)
    return row


def _lines(changes: Iterable[Change], seen: list[tuple[str, int]]) -> Iterator[bytes]:
    for change in changes:
        seen.append((change.id, change.rev))
        yield encode(change) + b"\n"


def _packed(lines: Iterable[bytes]) -> Iterator[bytes]:
    """RFC 1952; without a time in it, so that the same lines give the same bytes."""
    packer = zlib.compressobj(6, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    for line in lines:
        yield packer.compress(line)
    yield packer.flush()


def _check(place: Place, rev: int, seen: list[tuple[str, int]]) -> None:
    """All of the feed has been read: does its digest hold? If not, kiosks would fetch it again and again."""
    counted = digest(seen)
    rows = Head.objects.filter(feed=place.feed, scope=place.scope, rev=rev).exclude(digest=counted)
    if rows.update(digest=counted):
        log.error("the digest of %s %s was wrong, and is mended", place.feed, place.scope)


def _forget_old(place: Place) -> None:
    # Not by when they were made: a clock that was put back would make the newest the oldest
    kept = Snapshot.objects.filter(feed=place.feed, scope=place.scope).order_by("-pk")[:KEPT]
    Snapshot.objects.filter(feed=place.feed, scope=place.scope).exclude(pk__in=[row.pk for row in kept]).delete()
    deltas.old(now()).delete()

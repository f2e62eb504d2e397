"""Which covers a kiosk wants: of what stands in its branch, or nowhere (an e-book); what is wanted most comes first."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import cast

from kiosk.catalogue.covers import Rank, is_name, rank
from kiosk.store.replica import Replica
from kiosk.wire import Copy, Title

#: Bytes of a small cover, and of a typical one.
LEAST, TYPICAL = 5_000, 25_000

#: Titles whose copies are read at once.
_SOME = 200


def wanted(replica: Replica, sizes: Mapping[str, int], room: int, today: date, over: Callable[[], bool]) -> list[str]:
    """The names of those that fit into so many bytes. `sizes`: of those that are here; `over`: nobody waits for the
    answer any more."""
    ranked = heapq.nlargest(room // LEAST, _ranked(replica, today, over))
    chosen = []
    for name in dict.fromkeys(name for _, name in ranked):
        room -= sizes.get(name, TYPICAL)
        if room < 0:
            break
        chosen.append(name)
    return chosen


def _ranked(replica: Replica, today: date, over: Callable[[], bool]) -> Iterator[tuple[Rank, str]]:
    here = replica.known("branch")
    titles = (title for title in cast(Iterator[Title], replica.saying("titles", "cover")) if is_name(title.cover))
    while some := list(islice(titles, _SOME)):
        copies = _copies(replica, some)
        found = ((rank(title, copies.get(title.id, []), here, today), title.cover) for title in some)
        yield from ((rank, name) for rank, name in found if rank is not None)
        if over():
            return


def _copies(replica: Replica, titles: list[Title]) -> dict[str, list[Copy]]:
    found: dict[str, list[Copy]] = {}
    for copy in cast(list[Copy], replica.by("copies", *(title.id for title in titles))):
        found.setdefault(copy.title, []).append(copy)
    return found

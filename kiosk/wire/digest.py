"""One number for a whole set of records, by which both sides see that they have the same.

It is a sum, so that the order does not matter and one change costs one step (AdHash: Bellare and Micciancio, "A new
paradigm for collision-free hashing", 1997). It finds our own mistakes and damage; against forgery there is TLS.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

#: Sums are kept modulo this.
WHOLE = 1 << 128

#: The digest of nothing.
EMPTY = "0" * 32


def weight(id: str, rev: int) -> int:
    """What one record, in this revision, adds."""
    return int.from_bytes(sha256(f"{id}\0{rev}".encode()).digest()[:16], "big")


def digest(records: Iterable[tuple[str, int]]) -> str:
    """The digest of records, given as (id, rev)."""
    return moved(EMPTY, come=records)


def moved(before: str, gone: Iterable[tuple[str, int]] = (), come: Iterable[tuple[str, int]] = ()) -> str:
    """The digest after some left the set and others came."""
    total = int(before, 16) + sum(weight(*one) for one in come) - sum(weight(*one) for one in gone)
    return f"{total % WHOLE:032x}"

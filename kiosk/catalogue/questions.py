"""What is asked of the index, and what comes back: plain values that travel between threads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

#: By what an answer can be narrowed. `language`: ISO 639-2; `branch`: where a copy is; `here`: available in this branch
#: now; `form`: "large", "audio", "ebook", "easy"; `new`: a copy came in the last `index.NEW_FOR` days. What is only so
#: or not has the one value YES.
FACETS = ("here", "kind", "audience", "form", "language", "branch", "new")

YES = "yes"

PAGE = 20

How = Literal["exactly", "broadly", "number", "beginning", "everything"]
WayCode = Literal["drop-filter", "fewer-words", "elsewhere"]


@dataclass(frozen=True)
class Filters:
    """The values chosen of each facet. A title has one of the values, for every facet of which some are chosen."""

    here: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    branch: tuple[str, ...] = ()
    new: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any(True for _ in self.chosen())

    def __contains__(self, chosen: tuple[str, str]) -> bool:
        facet, value = chosen
        return value in self.of(facet)

    def of(self, facet: str) -> tuple[str, ...]:
        """What is chosen of that facet; `KeyError` when there is no such facet."""
        if facet not in FACETS:
            raise KeyError(facet)
        return tuple(getattr(self, facet))

    def chosen(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The facets of which something is chosen, and what."""
        return ((facet, self.of(facet)) for facet in FACETS if self.of(facet))

    def choose(self, facet: str, value: str) -> Filters:
        """And this value too."""
        return self if (facet, value) in self else replace(self, **{facet: (*self.of(facet), value)})

    def drop(self, facet: str, value: str = "") -> Filters:
        """Without this value; "": without any of that facet."""
        return replace(self, **{facet: tuple(one for one in self.of(facet) if value not in ("", one))})


@dataclass(frozen=True)
class Query:
    """What is asked: the text as typed, which part of the answer (`first`: how many rows come before it), and what
    narrows it."""

    text: str
    first: int = 0
    count: int = PAGE
    filters: Filters = Filters()


@dataclass(frozen=True)
class Hit:
    """One work: its edition that fits best, and the other ones that fit."""

    id: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """Works, best first. `total`: how many titles fit, each edition for itself; `complete`: no work comes after these.
    `words`: folded, as they were searched; the last may be a beginning. `corrected`: the same words when they are not
    what was typed, else "". `how`: exactly so, broadly (other forms of the words, and the summary), or the digits of an
    ISBN or its beginning; or everything that the filters let through. `known`: how many titles the index holds."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    complete: bool = True
    words: tuple[str, ...] = ()
    corrected: str = ""
    how: How = "exactly"
    known: int = 0

    @property
    def ids(self) -> tuple[str, ...]:
        """The best edition of each work."""
        return tuple(hit.id for hit in self.hits)


Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Way:
    """One way out when nothing is found, and how many titles it leads to. `drop-filter`: without `value` of `facet`;
    `elsewhere`: in any branch; `fewer-words`: with `text` instead. `query`: what is then asked."""

    way: WayCode
    query: Query
    count: int
    facet: str = ""
    value: str = ""

    @property
    def text(self) -> str:
        """The words of that query."""
        return self.query.text


@dataclass(frozen=True)
class Facets:
    """How many titles of an answer have each value, by facet, the most first; what is chosen of a facet does not narrow
    its own counts. `ways`: when nothing was found."""

    counts: tuple[tuple[str, Counts], ...] = ()
    ways: tuple[Way, ...] = ()

"""What somebody may have meant whose words are not found: other words of the library's own that look or sound alike.

The words come from a second index, one entry for each word of the titles, so that a mistyped word costs a look at the
words and not at all the titles that have them. A phrase is corrected as a whole: of all alternatives of all words those
are meant that stand together in one title.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log2
from typing import Any, Protocol

from kiosk.catalogue.folding import words
from kiosk.catalogue.sounding import sound
from kiosk.catalogue.spelling import allowed, distances
from kiosk.catalogue.texts import Reading

#: Words looked at for one that was mistyped, and alternatives kept of it.
_LOOKED_AT, _KEPT = 40, 6

#: Sounds that a word has at least to be recognised by them, and how far a word is that sounds the same.
_HEARD, _ALIKE = 3, 0.6

#: What a beginning costs more than a whole word, and a word that few titles have more than one that many have.
_ONLY_BEGUN, _RARE = 0.3, 1 / 32

#: What people say around what they look for.
LITTLE = frozenset(
    words(
        "boek boeken boekje book books film films dvd cd van over door de het een en in op met voor the a an of by"
        " about and ik zoek zoeken schrijver schrijfster auteur author titel deel dat die dit deze"
    )
)


@dataclass(frozen=True, order=True)
class Meant:
    """An alternative of a word. `cost`: how far from what was typed, in letters; `begun`: the word is a beginning."""

    cost: float
    word: str
    begun: bool = False


class Titles(Protocol):
    """What the titles tell of words."""

    def often(self, word: str) -> int:
        """How many titles have that word."""

    def together(self, choices: Sequence[Sequence[Meant]]) -> tuple[str, ...]:
        """Of each word the alternative that is nearest, all in one title; () when no title has one of each."""


class Meaning:
    """Alternatives from the index of words, which stand in `texts`."""

    def __init__(self, index: Any, texts: Reading) -> None:
        import tantivy

        self._searcher, self._schema, self._texts = index.searcher(), index.schema, texts
        self._query, self._should = tantivy.Query, tantivy.Occur.Should

    def phrases(self, typed: Sequence[str], titles: Titles) -> Iterator[tuple[str, ...]]:
        """What may have been meant, the likeliest first; never what was typed."""
        for respaced in self._respaced(typed, titles):
            if titles.together([[Meant(0, word)] for word in respaced]):
                yield respaced
        wanted = [word for word in typed if word not in LITTLE]
        fewer = bool(wanted) and len(wanted) < len(typed)
        if fewer:
            yield tuple(wanted)
        for errors in (1, 2):
            for base in (typed, wanted) if fewer else (typed,):
                last = len(base) - 1
                choices = [self._choices(word, errors, place == last, titles) for place, word in enumerate(base)]
                meant = titles.together(choices)
                if meant and meant != tuple(typed):
                    yield meant

    def _respaced(self, typed: Sequence[str], titles: Titles) -> Iterator[tuple[str, ...]]:
        """Two words as one, and one as two."""
        for place in range(len(typed) - 1):
            joined = typed[place] + typed[place + 1]
            if titles.often(joined):
                yield (*typed[:place], joined, *typed[place + 2 :])
        for place, word in enumerate(typed):
            for left, right in self._halves(word, titles):
                yield (*typed[:place], left, right, *typed[place + 1 :])

    def _halves(self, word: str, titles: Titles) -> list[tuple[str, str]]:
        """Two known words written as one, the more usual first."""
        if titles.often(word) or len(word) < 5:
            return []
        halves = [(word[:cut], word[cut:]) for cut in range(1, len(word))]
        often = {half: min(map(titles.often, half)) for half in halves if titles.often(half[0])}
        return heapq.nlargest(3, (half for half in often if often[half]), key=often.__getitem__)

    def _choices(self, word: str, errors: int, last: bool, titles: Titles) -> list[Meant]:
        """The word itself, when it is known or too short for errors, and those near it."""
        limit = allowed(word, errors)
        near = [one for one in self._near(word, limit, last) if one.word != word] if limit else []
        itself = [Meant(0, word, last)] if not near or last or titles.often(word) else []
        return [*itself, *heapq.nsmallest(_KEPT, near)]

    def _near(self, word: str, limit: int, last: bool) -> Iterator[Meant]:
        heard = sound(word)
        near = [self._query.fuzzy_term_query(self._schema, "word", word, limit, True, last)]
        if len(heard) >= _HEARD:
            near.append(self._query.term_query(self._schema, "sound", heard, "basic"))
        asked = self._query.boolean_query([(self._should, self._query.const_score_query(one, 1.0)) for one in near])
        hits = self._searcher.search(asked, _LOOKED_AT, count=False, weight_by_field="titles").hits
        addresses = [address for _, address in hits]
        often = self._searcher.fast_field_values("titles", addresses)
        for place, titles in zip(self._searcher.fast_field_values("place", addresses), often, strict=True):
            found = self._texts.at(place)
            yield Meant(_away(word, found, heard, limit, last) - log2(1 + titles) * _RARE, found)


def _away(typed: str, word: str, heard: str, limit: int, last: bool) -> float:
    """How far apart two words are; what sounds the same is near, and a beginning is less near than a whole word."""
    whole, begun = distances(typed, word, limit)
    away = min(whole, begun + _ONLY_BEGUN) if last else whole
    return min(away, _ALIKE) if sound(word) == heard else away

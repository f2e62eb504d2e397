"""What somebody may have meant whose words are not found: other words of the library's own that look or sound alike.

The words come from a second index, one entry for each word of the titles, so that a mistyped word costs a look at the
words and not at all the titles that have them. A phrase is corrected as a whole: of all alternatives of all words those
are meant that stand together in one title.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import log2
from typing import Any, Protocol

from kiosk.catalogue.folding import words
from kiosk.catalogue.sounding import sound
from kiosk.catalogue.spelling import allowed, distances
from kiosk.catalogue.texts import Reading

#: Words looked at for one that was mistyped, and alternatives kept of it.
_LOOKED_AT, _KEPT = 40, 12

#: How far a word is that sounds the same, and how many such words are taken for the word itself.
_ALIKE, _SAME = 0.6, 3

#: Sounds that a word has at least to be recognised by them, if it has so many letters.
_HEARD = 3

#: Other ways to put the spaces that are tried.
_RESPACED = 4

#: Parts that one word is taken apart in, and the shortest word that is.
_PARTS, _JOINED = 5, 5

#: What a beginning costs more than a whole word, and a word that few titles have more than one that many have.
_ONLY_BEGUN, _RARE = 0.3, 1 / 32

#: What people say around what they look for.
LITTLE = frozenset(
    words(
        "boek boeken boekje book books film films dvd cd van over door de het een en in op met voor the a an of by"
        " about and aan bij uit ik zoek zoeken schrijver schrijfster auteur author titel deel dat die dit deze"
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
        respaced = list(islice(self._respaced(typed, titles), _RESPACED))
        for words_ in respaced:
            if titles.together([[Meant(0, word)] for word in words_]):
                yield words_
        wanted = tuple(word for word in typed if word not in LITTLE)
        bases = dict.fromkeys(base for base in (tuple(typed), wanted, *respaced) if base)
        for errors, base in [*((1, base) for base in bases), *((2, base) for base in list(bases)[:2])]:
            last = len(base) - 1
            choices = [self._choices(word, errors, place == last, titles) for place, word in enumerate(base)]
            meant = titles.together(choices)
            if meant and meant != tuple(typed):
                yield meant

    def alike(self, word: str) -> list[str]:
        """Other words that sound the same, the most usual ones."""
        asked = self._query.term_query(self._schema, "sound", sound(word), "basic")
        return [one.word for one in self._found(asked, word, 0, False, _SAME + 1) if one.word != word]

    @staticmethod
    def _respaced(typed: Sequence[str], titles: Titles) -> Iterator[tuple[str, ...]]:
        """Two words as one, and one that is not known as several."""
        for place in range(len(typed) - 1):
            joined = typed[place] + typed[place + 1]
            known = titles.often(typed[place]) and titles.often(typed[place + 1])
            if len(joined) >= _JOINED and (not known or titles.often(joined)):
                yield (*typed[:place], joined, *typed[place + 2 :])
        for place, word in enumerate(typed):
            if len(word) >= _JOINED and not titles.often(word):
                for parts in islice(_parts(word, titles, _PARTS), 3):
                    yield (*typed[:place], *parts, *typed[place + 1 :])

    def _choices(self, word: str, errors: int, last: bool, titles: Titles) -> list[Meant]:
        """The word itself, when it is known or too short for errors, and those near it."""
        limit = allowed(word, errors)
        near = [one for one in self._near(word, limit, last) if one.word != word]
        itself = [Meant(0, word, last)] if not near or last or titles.often(word) else []
        return [*itself, *heapq.nsmallest(_KEPT, near)]

    def _near(self, word: str, limit: int, last: bool) -> Iterator[Meant]:
        near, heard = [], sound(word)
        if len(heard) >= min(_HEARD, len(word)):
            near.append(self._query.term_query(self._schema, "sound", heard, "basic"))
        if limit:
            near.append(self._query.fuzzy_term_query(self._schema, "word", word, limit, True, last))
        if not near:
            return iter(())
        asked = self._query.boolean_query([(self._should, self._query.const_score_query(one, 1.0)) for one in near])
        return self._found(asked, word, limit, last, _LOOKED_AT)

    def _found(self, asked: Any, word: str, limit: int, last: bool, count: int) -> Iterator[Meant]:
        heard = sound(word)
        hits = self._searcher.search(asked, count, count=False, weight_by_field="titles").hits
        addresses = [address for _, address in hits]
        often = self._searcher.fast_field_values("titles", addresses)
        for place, titles in zip(self._searcher.fast_field_values("place", addresses), often, strict=True):
            found = self._texts.at(place)
            yield Meant(_away(word, found, heard, limit, last) - log2(1 + titles) * _RARE, found)


def _parts(word: str, titles: Titles, most: int) -> Iterator[tuple[str, ...]]:
    """Known words that are written as one, long ones first."""
    for cut in range(len(word) - 1, 1, -1) if most > 1 else ():
        begin, rest = word[:cut], word[cut:]
        if not titles.often(begin):
            continue
        if titles.often(rest):
            yield begin, rest
        yield from ((begin, *parts) for parts in islice(_parts(rest, titles, most - 1), 1))


def _away(typed: str, word: str, heard: str, limit: int, last: bool) -> float:
    """How far apart two words are; what sounds the same is near, and a beginning is less near than a whole word."""
    whole, begun = distances(typed, word, limit)
    away = min(whole, begun + _ONLY_BEGUN) if last else whole
    return min(away, _ALIKE) if sound(word) == heard else away

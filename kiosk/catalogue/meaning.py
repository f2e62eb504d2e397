"""What somebody may have meant whose words are not found: other words of the library's own that look or sound alike.

The words come from a second index, one entry for each word of the titles, so that a mistyped word costs a look at the
words and not at all the titles that have them. A phrase is corrected as a whole: `phrases` gives the likeliest first,
and who asks takes the first one that finds something.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import log2
from typing import Any

from kiosk.catalogue.folding import words
from kiosk.catalogue.sounding import sound
from kiosk.catalogue.spelling import allowed, distance
from kiosk.catalogue.texts import Reading

#: Words looked at for one that was mistyped, alternatives kept of it, and phrases tried.
_LOOKED_AT, _KEPT, _TRIED = 40, 6, 24

#: Sounds that a word has at least to be recognised by them.
_HEARD = 3

#: What people say around what they look for.
LITTLE = frozenset(
    words(
        "boek boeken boekje book books film films dvd cd van over door de het een en in op met voor the a an of by"
        " about and ik zoek zoeken schrijver schrijfster auteur author titel deel dat die dit deze"
    )
)


@dataclass(frozen=True, order=True)
class _Meant:
    """An alternative. `cost`: how far from what was typed, in letters; the more titles have the word, the less."""

    cost: float
    word: str


class Meaning:
    """Alternatives from the index of words; `known` tells how many titles have a word."""

    def __init__(self, index: Any, texts: Reading, titles: Any) -> None:
        import tantivy

        self._searcher, self._schema, self._texts, self._titles = index.searcher(), index.schema, texts, titles
        self._query, self._should = tantivy.Query, tantivy.Occur.Should

    def phrases(self, typed: Sequence[str]) -> Iterator[tuple[str, ...]]:
        """What may have been meant, the likeliest first; never what was typed."""
        yield from self._respaced(typed)
        wanted = [word for word in typed if word not in LITTLE]
        if wanted and len(wanted) < len(typed):
            yield tuple(wanted)
        for base in (typed, wanted) if wanted and len(wanted) < len(typed) else (typed,):
            yield from self._corrected(base)

    def _respaced(self, typed: Sequence[str]) -> Iterator[tuple[str, ...]]:
        """Two words as one, and one as two."""
        for place in range(len(typed) - 1):
            joined = typed[place] + typed[place + 1]
            if self._often(joined):
                yield (*typed[:place], joined, *typed[place + 2 :])
        for place, word in enumerate(typed):
            for left, right in self._halves(word):
                yield (*typed[:place], left, right, *typed[place + 1 :])

    def _halves(self, word: str) -> list[tuple[str, str]]:
        """Two known words written as one, the more usual first."""
        halves = [(word[:cut], word[cut:]) for cut in range(1, len(word))]
        often = {half: min(self._often(half[0]), self._often(half[1])) for half in halves if len(word) > 4}
        return heapq.nlargest(3, (half for half in often if often[half]), key=often.__getitem__)

    def _corrected(self, typed: Sequence[str]) -> Iterator[tuple[str, ...]]:
        for errors in (1, 2):
            choices = [
                self._alternatives(word, errors, last=place == len(typed) - 1) for place, word in enumerate(typed)
            ]
            phrases = heapq.nsmallest(_TRIED, product(*choices), key=lambda phrase: sum(one.cost for one in phrase))
            meant = (tuple(one.word for one in phrase) for phrase in phrases)
            yield from (phrase for phrase in meant if phrase != tuple(typed))

    def _alternatives(self, word: str, errors: int, last: bool) -> list[_Meant]:
        """The word itself, when it is known or too short for errors, and those near it."""
        limit = allowed(word, errors)
        itself = [_Meant(0.0, word)] if not limit or self._often(word) else []
        near = self._near(word, limit, last) if limit else []
        return [*itself, *heapq.nsmallest(_KEPT, (one for one in near if one.word != word))] or [_Meant(0.0, word)]

    def _near(self, word: str, limit: int, last: bool) -> Iterator[_Meant]:
        heard = sound(word)
        near = [self._query.fuzzy_term_query(self._schema, "word", word, limit, True, last)]
        if len(heard) >= _HEARD:
            near.append(self._query.term_query(self._schema, "sound", heard, "basic"))
        asked = self._query.boolean_query([(self._should, self._query.const_score_query(one, 1.0)) for one in near])
        hits = self._searcher.search(asked, _LOOKED_AT * limit, count=False, weight_by_field="titles").hits
        addresses = [address for _, address in hits]
        often = self._searcher.fast_field_values("titles", addresses)
        for place, titles in zip(self._searcher.fast_field_values("place", addresses), often, strict=True):
            found = self._texts.at(place)
            away = _away(word, found, heard, limit, last)
            if away <= limit + 0.5:
                yield _Meant(away - log2(1 + titles) / 32, found)

    def _often(self, word: str) -> int:
        return int(self._titles.doc_freq("all", word))


def _away(typed: str, word: str, heard: str, limit: int, last: bool) -> float:
    """How far apart two words are; what sounds the same is near, and a beginning is less near than a whole word."""
    whole = distance(typed, word, limit)
    beginning = distance(typed, word, limit, beginning=True) + 0.3 if last else limit + 1
    return min(whole, beginning, 0.6 if sound(word) == heard else limit + 1)

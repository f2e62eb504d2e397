"""What is typed as a question to the index: which titles must match, and which come first.

The last word is a beginning, the others are whole. Every word must be found somewhere in the title's record. The order
is a sum of constants, so that it can be foretold: begins with what was typed, then in the title, with the author, in
the subjects; then books before other kinds, Dutch before other languages.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kiosk.catalogue.schema import SHORT, WEIGHTS

_STARTS_SO, _IS_SO, _WHOLE_WORD = 64.0, 32.0, 2.0
_NEAR = {"dut": 0.5, "book": 0.3}


class Asking:
    """Makes queries for one schema."""

    def __init__(self, schema: Any) -> None:
        import tantivy

        self._schema, self._query = schema, tantivy.Query
        self._must, self._should = tantivy.Occur.Must, tantivy.Occur.Should

    def exactly(self, words: Sequence[str]) -> Any:
        """Titles with these words, the last as a beginning, in the order in which they are shown."""
        clauses = [(self._must, self._worth(self._begins("all", words[-1]), 0))]
        clauses += [(self._must, self._worth(self._is("all", word), 0)) for word in words[:-1]]
        clauses += [(self._should, self._place(word, last=False)) for word in words[:-1]]
        clauses += [(self._should, each) for each in (self._place(words[-1], last=True), *self._starts(words))]
        clauses += [(self._should, self._worth(self._is("near", word), worth)) for word, worth in _NEAR.items()]
        return self._query.boolean_query(clauses)

    def nearly(self, words: Sequence[str], distances: Sequence[int]) -> Any:
        """Titles with words that differ in at most so many letters (a swap of two is one; 0: the word itself)."""
        clauses = []
        for place, (word, distance) in enumerate(zip(words, distances, strict=True)):
            last = place == len(words) - 1
            if not distance:
                clauses.append((self._must, self._begins("all", word) if last else self._is("all", word)))
                continue
            clauses.append((self._must, self._like("all", word, distance, last)))
            clauses += [(self._should, self._like(field, word, 1, last)) for field in ("title", "author")]
        return self._query.boolean_query(clauses)

    def numbered(self, digits: str, whole: bool) -> Any:
        """Titles whose ISBN is this, or begins so."""
        return self._is("isbn", digits) if whole else self._like("isbn", digits, 0, last=True)

    def _starts(self, words: Sequence[str]) -> list[Any]:
        typed = " ".join(words)
        return [
            self._worth(self._begins("start", typed), _STARTS_SO),
            self._worth(self._is("start", typed), _IS_SO),
        ]

    def _place(self, word: str, last: bool) -> Any:
        """The best of the places where the word is found: one name in title and author is not worth both."""
        places = [self._worth(self._is(field, word), worth + _WHOLE_WORD) for field, worth in WEIGHTS.items()]
        if last:
            # One letter is no word yet, so then "M. Tullius" is not above "Max"
            places = places[: len(WEIGHTS) * (len(word) > 1)]
            places += [self._worth(self._begins(field, word), worth) for field, worth in WEIGHTS.items()]
        return self._query.disjunction_max_query(places, 0.0)

    def _is(self, field: str, word: str) -> Any:
        return self._query.term_query(self._schema, field, word, "basic")

    def _begins(self, field: str, word: str) -> Any:
        if len(word) <= SHORT:
            return self._is(f"{field}_pre", word)
        return self._like(field, word, 0, last=True)

    def _like(self, field: str, word: str, distance: int, last: bool) -> Any:
        return self._query.fuzzy_term_query(self._schema, field, word, distance, True, last)

    def _worth(self, query: Any, score: float) -> Any:
        return self._query.const_score_query(query, score)

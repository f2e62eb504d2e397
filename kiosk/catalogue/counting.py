"""Counting what an answer holds: its facets, and where one may go when it is empty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from kiosk.catalogue.asking import Asking
from kiosk.catalogue.folding import words
from kiosk.catalogue.questions import FACETS, YES, Answer, Counts, Filters, Query, Way

#: Values of one facet, and ways out, at most.
_MOST, _WAYS = 60, 6

#: Facets that a column of the index holds; "new" is of days.
_COLUMNS = tuple(facet for facet in FACETS if facet != "new")


class Counting:
    """Counts for one question."""

    def __init__(self, searcher: Any, asking: Asking) -> None:
        self._searcher, self._asking = searcher, asking

    def facets(self, answer: Answer, filters: Filters) -> tuple[tuple[str, Counts], ...]:
        """Each facet with its values, the most first."""
        free = [facet for facet in _COLUMNS if not filters.of(facet)]
        counts = self._columns(answer, filters, free)
        for facet, _ in filters.chosen():
            if facet in _COLUMNS:
                counts |= self._columns(answer, filters.drop(facet), [facet])
        new = self._total(answer, filters.drop("new").choose("new", YES))
        counts["new"] = ((YES, new),) if new else ()
        return tuple((facet, counts[facet]) for facet in FACETS if counts[facet])

    def ways(self, query: Query, typed: Sequence[str]) -> Iterator[Way]:
        """What still finds something, the best first: one filter less, all branches, one word less."""
        found = [*self._without_filters(query), *self._fewer_words(query, typed)]
        yield from sorted(found, key=lambda way: (way.way == "fewer-words", -way.count))[:_WAYS]

    def _columns(self, answer: Answer, filters: Filters, facets: Sequence[str]) -> dict[str, Counts]:
        asked = {facet: {"terms": {"field": facet, "size": _MOST}} for facet in facets}
        if not asked:
            return {}
        fitting = self._asking.fitting(answer.how, answer.words, filters)
        counted = self._searcher.aggregate(fitting, asked)
        return {
            facet: tuple((bucket["key"], bucket["doc_count"]) for bucket in counted[facet]["buckets"])
            for facet in facets
        }

    def _without_filters(self, query: Query) -> Iterator[Way]:
        for facet, values in query.filters.chosen():
            for value in values:
                yield from self._way(
                    Way("drop-filter", _narrowed(query, query.filters.drop(facet, value)), 0, facet, value)
                )
        anywhere = query.filters.drop("here").drop("branch")
        if anywhere != query.filters:
            yield from self._way(Way("elsewhere", _narrowed(query, anywhere), 0))

    def _fewer_words(self, query: Query, typed: Sequence[str]) -> Iterator[Way]:
        for place in range(len(typed) if len(typed) > 1 else 0):
            fewer = " ".join([*typed[:place], *typed[place + 1 :]])
            yield from self._way(Way("fewer-words", replace(query, text=fewer, first=0), 0))

    def _way(self, way: Way) -> Iterator[Way]:
        count = self._total(Answer(words=tuple(words(way.query.text)), how="broadly"), way.query.filters)
        if count:
            yield replace(way, count=count)

    def _total(self, answer: Answer, filters: Filters) -> int:
        return int(self._searcher.search(self._asking.fitting(answer.how, answer.words, filters), 1).count)


def _narrowed(query: Query, filters: Filters) -> Query:
    return replace(query, filters=filters, first=0)

"""Asking an index: one text in, works out, best first.

Exact words first, the last one as a beginning. When that gives less than a page: other forms of the words, and words
of the summary too. Only when there is still nothing: what was meant (`meaning`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from kiosk import clock
from kiosk.catalogue.asking import Asking
from kiosk.catalogue.counting import Counting
from kiosk.catalogue.folding import spelled, words
from kiosk.catalogue.isbn import isbn13
from kiosk.catalogue.meaning import Meaning
from kiosk.catalogue.questions import PAGE, Answer, Facets, Filters, Hit, How, Query
from kiosk.catalogue.schema import SHORT, likes, work
from kiosk.catalogue.texts import Reading
from kiosk.catalogue.together import Together
from kiosk.catalogue.vocabulary import Vocabulary
from kiosk.errors import StoreDamaged
from kiosk.wire import Title

#: Of what is typed only so much is asked.
_LONGEST, _MOST = 200, 12

#: Titles looked at for each row, and at most: works have several editions.
_LOOKED_AT, _ENOUGH = 2, 20_000

#: So many titles are many.
_MANY = 2_000

_DIGITS = re.compile(r"[\d -]{4,}[\dxX]?")


class Index:
    """One index, as it was when it was opened. Several threads may ask it."""

    def __init__(self, folder: Path, index: Any, ids: Reading, meaning: Meaning) -> None:
        self._folder, self._schema, self._ids, self._meaning = folder, index.schema, ids, meaning
        self._searcher = index.searcher()
        self._vocabulary = Vocabulary(self._searcher, meaning)

    @property
    def size(self) -> int:
        """How many titles can be found."""
        return int(self._searcher.num_docs)

    def ask(self, query: Query) -> Answer:
        """The answer; every text has one. `StoreDamaged` when the files cannot be read."""
        typed = words(query.text[:_LONGEST])[:_MOST]
        with sound(self._folder):
            if typed:
                answer = self._by_number(query) or self._by_words(query, typed)
            else:
                answer = self._answer(query, "everything", ()) if query.filters else Answer()
        return replace(answer, known=self.size)

    def count(self, query: Query, answer: Answer) -> Facets:
        """The facets of that answer to that query, and ways out when it is empty."""
        if not answer.words and not query.filters:
            return Facets()
        with sound(self._folder):
            counting = Counting(self._searcher, self._asking(query))
            if answer.total:
                return Facets(counting.facets(answer, query.filters))
            return Facets(ways=tuple(counting.ways(query, words(query.text[:_LONGEST])[:_MOST])))

    def similar(self, title: Title, count: int) -> tuple[Hit, ...]:
        """Other works by who made it, of its series, and about the same, the likest first."""
        with sound(self._folder):
            often = {term: self._searcher.doc_freq("like", term) for term in likes(title)}
            # What hundreds share says little
            weights = {
                term: worth / (1 + often[term] ** 0.5) for term, worth in likes(title).items() if often[term] > 1
            }
            if not weights:
                return ()
            asking = self._asking(Query(""))
            return self._page(asking.like(weights, work(title)), asking, Query("", count=count)).hits

    def came_here(self, branch: str, count: int) -> tuple[Hit, ...]:
        """Works of which that branch got a copy lately, the newest first."""
        with sound(self._folder):
            asking = self._asking(Query(""))
            return self._page(asking.came_here(branch), asking, Query("", count=count)).hits

    def _asking(self, query: Query) -> Asking:
        today = clock.here(clock.now()).date()
        return Asking(self._schema, today, spelled(query.text[:_LONGEST]), self._vocabulary)

    def _by_number(self, query: Query) -> Answer | None:
        """An ISBN, with ten or thirteen digits, with or without hyphens; or its beginning, as it is typed."""
        if not _DIGITS.fullmatch(query.text.strip()):
            return None
        whole, digits = isbn13(query.text), re.sub(r"\D", "", query.text)
        # Digits alone may also be a title ("1984"), so a beginning must not hide it
        if not whole and len(digits) <= SHORT + 1:
            return None
        tries: list[tuple[How, str]] = [("number", whole)] if whole else []
        tries += [("beginning", digits[:13]), ("beginning", f"978{digits[:9]}")] if not whole else []
        answers = (self._answer(query, how, [number]) for how, number in tries)
        return next((answer for answer in answers if answer.total), None)

    def _by_words(self, query: Query, typed: Sequence[str]) -> Answer:
        answer = self._exactly_or_broadly(query, typed)
        if answer.total or (query.filters and self._exactly_or_broadly(replace(query, filters=Filters()), typed).total):
            return answer
        together = Together(self._searcher, self._asking(query), self._ids, self._vocabulary)
        for meant in self._meaning.phrases(typed, together):
            answer = self._exactly_or_broadly(query, meant)
            if answer.total:
                return replace(answer, corrected=" ".join(meant))
        return Answer(words=tuple(typed))

    def _exactly_or_broadly(self, query: Query, typed: Sequence[str]) -> Answer:
        answer = self._begun(query, typed) or self._answer(query, "exactly", typed)
        if answer.total >= PAGE:
            return answer
        broad = self._answer(query, "broadly", typed)
        return broad if broad.total > answer.total else answer

    def _begun(self, query: Query, typed: Sequence[str]) -> Answer | None:
        """What thousands of titles have need not be gone through when those that begin so fill the page."""
        if any(self._searcher.doc_freq("all_pre", word[:SHORT]) < _MANY for word in typed):
            return None
        asking = self._asking(query)
        answer = self._page(asking.begun(typed, query.filters), asking, query)
        if answer.complete:
            return None
        short = len(typed) == 1 and len(typed[0]) <= SHORT and not query.filters
        often = self._searcher.doc_freq("all_pre", typed[0]) if short else self._total(asking, typed, query.filters)
        return replace(answer, total=often, words=tuple(typed))

    def _total(self, asking: Asking, typed: Sequence[str], filters: Filters) -> int:
        return int(self._searcher.search(asking.fitting("exactly", typed, filters), 1).count)

    def _answer(self, query: Query, how: How, searched: Sequence[str]) -> Answer:
        asking = self._asking(query)
        asked = asking.ordered(how, searched, query.filters)
        return replace(self._page(asked, asking, query), words=tuple(searched), how=how)

    def _page(self, asked: Any, asking: Asking, query: Query) -> Answer:
        """The works from `first`, each at the place of its best edition."""
        wanted, looked_at = query.first + query.count, 0
        groups: dict[int, list[int]] = {}
        total = 0
        while len(groups) <= wanted and looked_at <= min(total, _ENOUGH):
            looked_at = max(2 * looked_at, _LOOKED_AT * (wanted + 1))
            result = self._searcher.search(asked, looked_at, weight_by_field="standing")
            total, groups = result.count, self._grouped(result)
            if total <= looked_at:
                break
        shown = dict(list(groups.items())[query.first : wanted])
        if total > looked_at:
            self._add_others(shown, asked, asking)
        hits = tuple(Hit(self._ids.at(best), tuple(map(self._ids.at, others))) for best, *others in shown.values())
        return Answer(hits, total, complete=len(groups) <= wanted)

    def _grouped(self, result: Any) -> dict[int, list[int]]:
        addresses = [address for _, address in result.hits]
        works = self._searcher.fast_field_values("work", addresses)
        groups: dict[int, list[int]] = {}
        for work_, place in zip(works, self._searcher.fast_field_values("place", addresses), strict=True):
            groups.setdefault(work_, []).append(place)
        return groups

    def _add_others(self, shown: dict[int, list[int]], asked: Any, asking: Asking) -> None:
        """Editions that fit, but stand too low in the list to have been looked at."""
        several = [work_ for work_, places in shown.items() if self._searcher.doc_freq("work", work_) > len(places)]
        if not several:
            return
        result = self._searcher.search(asking.both(asked, asking.of_works(several)), 10 * len(several))
        for work_, places in self._grouped(result).items():
            shown[work_] += [place for place in places if place not in shown[work_]]


@contextmanager
def sound(folder: Path) -> Iterator[None]:
    """Whatever tantivy makes of broken files is `StoreDamaged`; a panic in it is no `Exception`."""
    try:
        yield
    except BaseException as error:
        if not isinstance(error, ValueError | OSError) and type(error).__module__ != "pyo3_runtime":
            raise
        raise StoreDamaged(
            f"The index of the catalogue cannot be read: {error}", str(folder), "The agent makes it anew."
        ) from error

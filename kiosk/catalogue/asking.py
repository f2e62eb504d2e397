"""What is typed as a question to the index: which titles must match, and which come first.

The last word is a beginning, the others are whole. Every word must be found somewhere in the title's record. The order
is a sum of constants, so that it can be foretold: begins with what was typed, then in the title, with the author, in
the subjects, in the summary. Among equals stands first what the field `standing` says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from kiosk.catalogue.meaning import LITTLE, Meant
from kiosk.catalogue.questions import Filters, How
from kiosk.catalogue.schema import SHORT, WEIGHTS, came
from kiosk.catalogue.stemming import stems, words_of
from kiosk.catalogue.vocabulary import Vocabulary

#: Days for which a copy is new.
NEW_FOR = 31

Spelled = Mapping[str, Sequence[str]]

#: All titles.
ALL = Filters()

#: More than any alternative costs.
_FAR = 8.0

_EXACTLY = 256.0
_STARTS_SO, _IS_SO, _WHOLE_WORD, _SAID = 64.0, 32.0, 2.0, 0.25


class Asking:
    """Makes queries for one schema. `today`: what is new depends on it. `spelled`: how a word may be written besides
    (`folding.spelled`)."""

    def __init__(self, schema: Any, today: date, spelled: Spelled, vocabulary: Vocabulary) -> None:
        import tantivy

        self._schema, self._query = schema, tantivy.Query
        self._today, self._spelled, self._vocabulary = today, spelled, vocabulary
        self._must, self._should, self._not = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot

    def ordered(self, how: How, words: Sequence[str], filters: Filters = ALL) -> Any:
        """Titles that fit, in the order in which they are shown."""
        musts = [*self._musts(how, words), *self.narrowing(filters)]
        clauses = [(self._must, self._worth(must, 0)) for must in musts]
        if how == "broadly":
            clauses.append((self._should, self._worth(self.fitting("exactly", words), _EXACTLY)))
        # Not nothing, so that `standing` has something to weigh
        clauses.append((self._must, self._worth(self._query.all_query(), _SAID)))
        if how in ("exactly", "broadly"):
            clauses += [(self._should, self._place(word, last=False)) for word in words[:-1]]
            clauses += [(self._should, each) for each in (self._place(words[-1], last=True), *self._starts(words))]
        return self._query.boolean_query(clauses)

    def begun(self, words: Sequence[str], filters: Filters) -> Any:
        """Titles that begin with these words: the others that have them stand after these."""
        starts, is_so = self._starts(words)
        musts = [(self._must, starts), *((self._must, self._worth(one, 0)) for one in self.narrowing(filters))]
        whole = self._worth(self._is("title", words[-1]), _WHOLE_WORD)
        return self._query.boolean_query([*musts, (self._should, is_so), (self._should, whole)])

    def fitting(self, how: How, words: Sequence[str], filters: Filters = ALL) -> Any:
        """The same titles, in no order."""
        musts = [*self._musts(how, words), *self.narrowing(filters)]
        return self._all(musts) if musts else self._query.all_query()

    def narrowing(self, filters: Filters) -> list[Any]:
        """What a title must fulfil besides."""
        return [self._narrow(facet, values) for facet, values in filters.chosen()]

    def one_of_each(self, choices: Sequence[Sequence[Meant]]) -> Any:
        """Titles with one alternative of each word, those that cost least first."""
        return self._all(
            [self._any([self._worth(self.meant(one), _FAR - one.cost) for one in some]) for some in choices]
        )

    def meant(self, one: Meant) -> Any:
        """Titles with that word."""
        return self._has(one.word, last=one.begun)

    def titled(self, id: str) -> Any:
        """The title with that id."""
        return self._is("id", id)

    def both(self, *queries: Any) -> Any:
        """Titles that fit each of these, ordered by the first."""
        first, *others = queries
        return self._query.boolean_query([(self._must, first), *((self._must, self._worth(one, 0)) for one in others)])

    def of_works(self, works: Sequence[int]) -> Any:
        """Titles that are editions of these works."""
        return self._query.term_set_query(self._schema, "work", list(works))

    def like(self, likes: dict[str, float], work: int) -> Any:
        """Titles of other works that have some of this, what weighs most first."""
        same = (self._not, self._query.term_query(self._schema, "work", work))
        some = [(self._should, self._worth(self._is("like", term), weight)) for term, weight in likes.items()]
        return self._query.boolean_query([*some, same])

    def came_here(self, branch: str) -> Any:
        """Titles of which that branch got a copy lately, the newest first."""
        days = ((day, came(self._day(day), branch)) for day in range(NEW_FOR + 1))
        return self._any([self._worth(self._is("came", term), float(NEW_FOR + 1 - day)) for day, term in days])

    def _musts(self, how: How, words: Sequence[str]) -> list[Any]:
        """What must be found of each word. `broadly`: another form of it, or the word in the summary, will do; `number`
        and `beginning`: the word is an ISBN, or begins one; `everything`: nothing."""
        if how == "number":
            return [self._is("isbn", words[0])]
        if how == "beginning":
            return [self._like("isbn", words[0], 0, last=True)]
        if how == "everything":
            return []
        last = len(words) - 1
        found = [self._has(word, last=place == last) for place, word in enumerate(words)]
        if how == "exactly":
            return found
        needed = [place for place, word in enumerate(words) if word not in LITTLE] or range(len(words))
        return [self._any([found[place], *self._forms(words[place])]) for place in needed]

    def _narrow(self, facet: str, values: Sequence[str]) -> Any:
        if facet == "new":
            return self._any([self._is("came", came(self._day(day))) for day in range(NEW_FOR + 1)])
        return self._any([self._is(facet, value) for value in values])

    def _day(self, ago: int) -> date:
        return self._today - timedelta(days=ago)

    def _has(self, word: str, last: bool) -> Any:
        return self._any(
            [self._begins("all", one) if last else self._is("all", one) for one in (word, *self._spelled.get(word, ()))]
        )

    def _forms(self, word: str) -> list[Any]:
        found = sorted(stems(word))
        # What nobody wrote is no word that has forms: it was mistyped ("havelar" is a stem of "havelaar")
        known = self._vocabulary.often(word)
        forms = [*found, word] if known else found
        whole = words_of(word) + (self._vocabulary.alike(word) if known else [])
        begun = [self._begins("all", word)] if len(word) > SHORT and not known else []
        others = [*(self._is("stem", form) for form in forms), *(self._is("all", one) for one in whole)]
        return [*others, *begun, self._is("summary", word)]

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

    def _all(self, queries: Sequence[Any]) -> Any:
        return queries[0] if len(queries) == 1 else self._query.boolean_query([(self._must, one) for one in queries])

    def _any(self, queries: Sequence[Any]) -> Any:
        return queries[0] if len(queries) == 1 else self._query.boolean_query([(self._should, one) for one in queries])

    def _worth(self, query: Any, score: float) -> Any:
        return self._query.const_score_query(query, score)

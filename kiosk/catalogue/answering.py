"""Asking an index: one text in, the ids of titles out, best first.

Exact words first, the last one as a beginning; only when a word is unknown, or nothing is found, words that are nearly
so. Which of them was meant is read from the titles that come up, so that a phrase is corrected as a whole and no list
of all words is kept in memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kiosk.catalogue import spelling
from kiosk.catalogue.asking import Asking
from kiosk.catalogue.folding import words
from kiosk.catalogue.isbn import isbn13
from kiosk.catalogue.schema import SHORT
from kiosk.errors import StoreDamaged

PAGE = 20

#: Of what is typed only so much is asked.
_LONGEST, _MOST = 200, 12

#: How many titles are looked at to learn which word was meant.
_LOOKED_AT = 50
_DIGITS = re.compile(r"[\d -]{4,}[\dxX]?")


@dataclass(frozen=True)
class Query:
    """What is asked: the text as typed, and which part of the answer (`first`: how many titles come before it)."""

    text: str
    first: int = 0
    count: int = PAGE


@dataclass(frozen=True)
class Answer:
    """The titles' ids, best first, and how many there are in all. `words`: folded, as they were searched; the last may
    be a beginning. `corrected`: the same words when they are not what was typed, else "". `known`: how many titles the
    index holds."""

    ids: tuple[str, ...] = ()
    total: int = 0
    words: tuple[str, ...] = ()
    corrected: str = ""
    known: int = 0


class Index:
    """One index, for one thread at a time."""

    def __init__(self, folder: Path, index: Any) -> None:
        self._folder, self._index = folder, index
        self._searcher = index.searcher()
        self._asking = Asking(index.schema)

    @property
    def size(self) -> int:
        """How many titles can be found."""
        return int(self._searcher.num_docs)

    def ask(self, query: Query) -> Answer:
        """The answer; every text has one. `StoreDamaged` when the files cannot be read."""
        typed = words(query.text[:_LONGEST])[:_MOST]
        with sound(self._folder):
            answer = (self._by_number(query) or self._by_words(query, typed)) if typed else Answer()
        return replace(answer, known=self.size)

    def _by_number(self, query: Query) -> Answer | None:
        """An ISBN, with ten or thirteen digits, with or without hyphens; or its beginning, as it is typed."""
        if not _DIGITS.fullmatch(query.text.strip()):
            return None
        whole, digits = isbn13(query.text), re.sub(r"\D", "", query.text)
        tries = [(whole, True)] if whole else [(digits[:13], False), (f"978{digits[:9]}", False)]
        answers = (self._page(self._asking.numbered(number, exact), query) for number, exact in tries)
        # Digits alone may also be a title ("1984"), so a beginning must not hide it
        return next((answer for answer in answers if answer.total and (whole or len(digits) > SHORT + 1)), None)

    def _by_words(self, query: Query, typed: Sequence[str]) -> Answer:
        unknown = [self._unknown(word, last=place == len(typed) - 1) for place, word in enumerate(typed)]
        answer = Answer() if any(unknown) else self._page(self._asking.exactly(typed), query, typed)
        if answer.total:
            return answer
        for suspects in (unknown, [True] * len(typed)):
            for errors in (1, 2):
                limits = [
                    spelling.allowed(word, errors) * suspect for word, suspect in zip(typed, suspects, strict=True)
                ]
                meant = self._meant(typed, limits) if any(limits) else []
                if meant:
                    return self._page(self._asking.exactly(meant), query, meant, " ".join(meant))
        return Answer(words=tuple(typed))

    def _unknown(self, word: str, last: bool) -> bool:
        if not last:
            return not self._searcher.doc_freq("all", word)
        if len(word) <= SHORT:
            return not self._searcher.doc_freq("all_pre", word)
        return not self._searcher.terms_with_prefix("all", word, limit=1)

    def _meant(self, typed: Sequence[str], limits: Sequence[int]) -> list[str]:
        hits = self._searcher.search(self._asking.nearly(typed, limits), _LOOKED_AT, count=False).hits
        found = [set(self._searcher.doc(address)["all"][0].split()) for _, address in hits]
        return spelling.meant(typed, limits, found)

    def _page(self, asked: Any, query: Query, searched: Sequence[str] = (), corrected: str = "") -> Answer:
        result = self._searcher.search(asked, query.count, offset=query.first)
        ids = tuple(self._searcher.doc(address)["id"][0] for _, address in result.hits)
        return Answer(ids, result.count, tuple(searched), corrected)


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

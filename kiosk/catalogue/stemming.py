"""Words that are forms of one word: "fietsen" and "fiets", "libraries" and "library"."""

from __future__ import annotations

import functools
from typing import Any

#: Snowball's own Dutch (Kraaij and Pohlmann) makes "molijk" of "mogelijkheden" and "fiet" of "fiets"; the one by Martin
#: Porter makes "lez" of "lezen". Two words are forms of one when any stem is the same, or is the other word.
_DUTCH = ("dutch", "dutch_porter")
_ALL = (*_DUTCH, "english")

#: Shorter words have no stem of use.
_SHORTEST = 4


@functools.lru_cache(maxsize=50_000)
def stems(word: str) -> frozenset[str]:
    """The stems of the word that are not the word itself."""
    return _stems(word, _ALL)


def words_of(word: str) -> list[str]:
    """The stems that may be words too: "fiets" of "fietsen", "huis" of "huizen"; not "librari" of "library"."""
    dutch = _stems(word, _DUTCH)
    return sorted(stem for stem in stems(word) if stem in dutch or word.startswith(stem))


def _stems(word: str, algorithms: tuple[str, ...]) -> frozenset[str]:
    if len(word) < _SHORTEST or not word.isascii() or not word.isalpha():
        return frozenset()
    return frozenset(_stemmer(name).stemWord(word) for name in algorithms) - {word}


@functools.cache
def _stemmer(algorithm: str) -> Any:
    from Stemmer import Stemmer  # PyStemmer

    return Stemmer(algorithm)

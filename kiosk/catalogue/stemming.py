"""Words that are forms of one word: "fietsen" and "fiets", "libraries" and "library"."""

from __future__ import annotations

import functools
from typing import Any

#: Snowball's own Dutch (Kraaij and Pohlmann) makes "molijk" of "mogelijkheden" and "fiet" of "fiets"; the one by Martin
#: Porter makes "lez" of "lezen". Two words are forms of one when any stem is the same, or is the other word.
_ALGORITHMS = ("dutch", "dutch_porter", "english")

#: Shorter words have no stem of use.
_SHORTEST = 4


@functools.lru_cache(maxsize=50_000)
def stems(word: str) -> frozenset[str]:
    """The stems of the word that are not the word itself."""
    if len(word) < _SHORTEST or not word.isascii() or not word.isalpha():
        return frozenset()
    return frozenset(stemmer.stemWord(word) for stemmer in _stemmers()) - {word}


@functools.cache
def _stemmers() -> list[Any]:
    from Stemmer import Stemmer  # PyStemmer

    return [Stemmer(name) for name in _ALGORITHMS]

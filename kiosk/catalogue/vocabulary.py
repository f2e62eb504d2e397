"""Which words there are."""

from __future__ import annotations

from typing import Any

from kiosk.catalogue.meaning import Meaning


class Vocabulary:
    """The words of the titles, and those that sound the same."""

    def __init__(self, titles: Any, meaning: Meaning) -> None:
        self._titles, self._meaning = titles, meaning

    def often(self, word: str) -> int:
        """How many titles have that word."""
        return int(self._titles.doc_freq("all", word))

    def alike(self, word: str) -> list[str]:
        """Other words that sound the same."""
        return self._meaning.alike(word)

"""Which words stand together in one title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kiosk.catalogue.asking import Asking
from kiosk.catalogue.meaning import Meant
from kiosk.catalogue.texts import Reading
from kiosk.catalogue.vocabulary import Vocabulary


class Together:
    """What `meaning` asks of the titles; `ids` are the texts of their ids."""

    def __init__(self, searcher: Any, asking: Asking, ids: Reading, vocabulary: Vocabulary) -> None:
        self._searcher, self._asking, self._ids, self._vocabulary = searcher, asking, ids, vocabulary

    def often(self, word: str) -> int:
        """How many titles have that word."""
        return self._vocabulary.often(word)

    def together(self, choices: Sequence[Sequence[Meant]]) -> tuple[str, ...]:
        """Of each word the alternative that is nearest, all in one title; () when no title has one of each."""
        asked = self._asking.one_of_each(choices)
        hits = self._searcher.search(asked, 1, count=False, weight_by_field="standing").hits
        places = self._searcher.fast_field_values("place", [address for _, address in hits])
        return tuple(self._in(self._ids.at(place), some) for place in places[:1] for some in choices)

    def _in(self, id: str, choices: Sequence[Meant]) -> str:
        """The nearest of these that the title has."""
        if len(choices) == 1:
            return choices[0].word
        title = self._asking.titled(id)
        found = (one for one in sorted(choices) if self._has(self._asking.both(title, self._asking.meant(one))))
        return next(found, choices[0]).word

    def _has(self, query: Any) -> bool:
        return bool(self._searcher.search(query, 1, count=False).hits)

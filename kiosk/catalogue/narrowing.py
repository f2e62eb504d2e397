"""What narrows a search, and how to loosen it: the lists that the screen shows beside the titles."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject

from kiosk.catalogue.questions import FACETS, YES, Facets, Filters, Query, Way
from kiosk.screen.recordlist import RecordList

#: `place`: of the value in its facet, from 0.
FACET_FIELDS = ("facet", "value", "count", "chosen", "place")
WAY_FIELDS = ("way", "facet", "value", "text", "count")

#: Facets of which one value is chosen at most: they only are so, or not.
_FLAGS = ("here", "new")


class Narrowing:
    """`filters` is what is chosen; `facets` and `ways` show what came last."""

    def __init__(self, owner: QObject) -> None:
        self.filters = Filters()
        self.facets, self.ways = RecordList(FACET_FIELDS, owner), RecordList(WAY_FIELDS, owner)
        self._ways: tuple[Way, ...] = ()
        self._counted = Facets()

    def choose(self, facet: str, value: str) -> None:
        """And this value too; `KeyError` when there is no such facet."""
        self.filters = self.filters.choose(facet, value if facet not in _FLAGS else YES)
        self._show()

    def drop(self, facet: str, value: str = "") -> None:
        """Without this value; `KeyError` when there is no such facet."""
        self.filters = self.filters.drop(facet, value)
        self._show()

    def drop_all(self) -> None:
        """Nothing is chosen."""
        self.filters = Filters()
        self._show()

    def take(self, counted: Facets) -> None:
        """Show these counts and ways."""
        self._counted, self._ways = counted, counted.ways
        self._show()
        self.ways.show(
            [
                {"way": way.way, "facet": way.facet, "value": way.value, "text": way.text, "count": way.count}
                for way in counted.ways
            ]
        )

    def way(self, place: int) -> Query | None:
        """What is asked by that way, if it is still shown."""
        return self._ways[place].query if 0 <= place < len(self._ways) else None

    def _show(self) -> None:
        self.facets.show([row for facet in FACETS for row in self._rows(facet)])

    def _rows(self, facet: str) -> Iterator[dict[str, object]]:
        counts = dict(dict(self._counted.counts).get(facet, ()))
        # What is chosen can always be dropped again
        shown = dict.fromkeys(self.filters.of(facet), 0) | counts
        for place, (value, count) in enumerate(sorted(shown.items(), key=lambda pair: -pair[1])):
            chosen = (facet, value) in self.filters
            yield {"facet": facet, "value": value, "count": count, "chosen": chosen, "place": place}

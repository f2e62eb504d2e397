"""What narrows a search, and how to loosen it: the lists that the screen shows beside the titles."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kiosk.catalogue.questions import YES, Facets, Filters, Query, Way
from kiosk.screen.recordlist import RecordList

FACET_FIELDS = ("facet", "value", "count", "chosen")
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
        shown = [(facet, value, count) for facet, counts in self._counted.counts for value, count in counts]
        there = {(facet, value) for facet, value, _ in shown}
        # What is chosen can always be dropped again
        shown += [
            (facet, value, 0)
            for facet, values in self.filters.chosen()
            for value in values
            if (facet, value) not in there
        ]
        self.facets.show(
            [
                {"facet": facet, "value": value, "count": count, "chosen": (facet, value) in self.filters}
                for facet, value, count in shown
            ]
        )

"""What narrows a search, and how to loosen it: the lists that the screen shows beside the titles."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject

from kiosk.catalogue.questions import FACETS, YES, Facets, Filters, Query, Way
from kiosk.screen.recordlist import RecordList

#: Values of one facet that are shown before somebody asks for the rest.
FEW = 5

#: `place`: of the value in its facet, from 0; `more`: this row stands for the values that are not shown.
FACET_FIELDS = ("facet", "value", "count", "chosen", "place", "more")
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
        self._unfolded: set[str] = set()

    def choose(self, facet: str, value: str) -> None:
        """And this value too; `KeyError` when there is no such facet."""
        self.filters = self.filters.choose(facet, value if facet not in _FLAGS else YES)
        self._show()

    def drop(self, facet: str, value: str = "") -> None:
        """Without this value; `KeyError` when there is no such facet."""
        self.filters = self.filters.drop(facet, value)
        self._show()

    def unfold(self, facet: str) -> None:
        """All values of this facet from now on."""
        self._unfolded.add(facet)
        self._show()

    def forget(self) -> None:
        """The Turn is over."""
        self.filters, self._counted, self._unfolded = Filters(), Facets(), set()
        self.facets.show([])
        self.ways.show([])

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
        rows = [row for facet in FACETS for row in self._rows(facet)]
        # With nothing to count the list is not seen, and its rows need not be made anew by the next key
        if rows:
            self.facets.show(rows)

    def _rows(self, facet: str) -> Iterator[dict[str, object]]:
        counts = dict(dict(self._counted.counts).get(facet, ()))
        # What is chosen can always be dropped again
        shown = dict.fromkeys(self.filters.of(facet), 0) | counts
        for place, (value, count) in enumerate(sorted(shown.items(), key=lambda pair: -pair[1])):
            chosen = (facet, value) in self.filters
            more = place >= FEW and not chosen and facet not in self._unfolded
            if place <= FEW or not more:
                yield {
                    "facet": facet, "value": value, "count": count, "chosen": chosen, "place": place, "more": more
                }  # fmt: skip

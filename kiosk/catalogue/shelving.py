"""The shelves that are shown while nothing is typed."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kiosk.catalogue.index import Index
from kiosk.catalogue.questions import Hit
from kiosk.catalogue.rows import FIELDS, Row, Rows
from kiosk.catalogue.searching import Searching
from kiosk.screen.recordlist import RecordList
from kiosk.wire import Theme, Words

#: `shelf`: "new", or the id of a theme; `name`: of a theme, by language ({}: the screen knows it); `titles`: a list
#: of its own, as in `rows.FIELDS`.
SHELF_FIELDS = ("shelf", "name", "titles")

#: Titles on one shelf.
_ROOM = 12

Found = dict[str, tuple[Hit, ...]]


class Shelving:
    """`shelves` shows those on which something stands."""

    def __init__(self, owner: QObject, searching: Searching) -> None:
        self.shelves = RecordList(SHELF_FIELDS, owner)
        self._owner, self._searching = owner, searching
        self._titles: dict[str, RecordList] = {}
        self._found: Found = {}

    def look(self, branch: str) -> None:
        """See what is new in that branch; `take` follows."""
        self._searching.look("shelves", lambda index: _shelves(index, branch))

    def take(self, found: Found, rows: Rows) -> None:
        """These titles stand on the shelves."""
        self._found = found
        self.show(rows)

    def show(self, rows: Rows) -> None:
        """Read the titles anew."""
        found = [(shelf, Words(), rows.found(hits, ())) for shelf, hits in self._found.items()]
        found += [(theme.id, theme.name, _standing(theme, rows)) for theme in rows.themes()]
        for shelf, _, titles in found:
            self._titles.setdefault(shelf, RecordList(FIELDS, self._owner)).show(titles)
        self.shelves.show([_row(shelf, name, self._titles[shelf]) for shelf, name, titles in found if titles])


def _shelves(index: Index, branch: str) -> Found:
    return {"new": index.came_here(branch, _ROOM)}


def _standing(theme: Theme, rows: Rows) -> list[Row]:
    """Those that are known here."""
    return rows.found([Hit(id) for id in theme.titles], ())[:_ROOM]


def _row(shelf: str, name: Words, titles: RecordList) -> Row:
    return {"shelf": shelf, "name": name, "titles": titles}

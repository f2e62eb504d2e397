"""The title that is open: where it stands, its other editions, and what is like it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from kiosk.catalogue.index import Index
from kiosk.catalogue.looking import Looking
from kiosk.catalogue.questions import Hit
from kiosk.catalogue.rows import COPY_FIELDS, FIELDS, Row, Rows
from kiosk.catalogue.searching import Searching
from kiosk.screen.recordlist import RecordList
from kiosk.wire import Title

#: How many similar titles are shown.
SIMILAR = 8


class Opened:
    """`about`: as in `rows`, {} when none is open; `walk`: the way to its shelf, as in `walks.walk`; `since`: how old
    it is what is said of its copies, None when nobody knows. What is similar comes later, by `take_similar`."""

    def __init__(self, owner: QObject, searching: Searching, looking: Looking) -> None:
        self.id, self.about, self.walk = "", Row(), Row()
        self.since: datetime | None = None
        self.copies = RecordList(COPY_FIELDS, owner)
        self.others, self.similar = RecordList(FIELDS, owner), RecordList(FIELDS, owner)
        self._searching, self._looking = searching, looking

    def show(self, id: str, rows: Rows) -> None:
        """Open it; "": none."""
        if id != self.id:
            self.similar.show([])
        self.id = id
        self._looking.look(id)
        self.show_copies(rows)
        self.others.show(rows.found(rows.editions(id), ()))
        title = rows.get(id)
        if title is not None:
            self._searching.look("similar", lambda index: _similar(index, title))

    def show_copies(self, rows: Rows) -> None:
        """Where it can be had, as well as anybody knows."""
        live = self._looking.copies
        self.about = rows.title(self.id, live)
        self.walk = rows.walk(self.id, live) if self.about else {}
        self.copies.show(rows.copies(self.id, live) if self.about else [])
        self.since = self._looking.known_since(rows.stored(self.id))

    def take_similar(self, found: tuple[str, tuple[Hit, ...]], rows: Rows) -> None:
        """These were found to be like the title of that id."""
        id, hits = found
        if id == self.id:
            self.similar.show(rows.found(hits, ()))


def _similar(index: Index, title: Title) -> tuple[str, tuple[Hit, ...]]:
    return title.id, index.similar(title, SIMILAR)

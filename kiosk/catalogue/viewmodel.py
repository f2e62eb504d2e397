"""What the screens of the catalogue show and can do."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QDateTime, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk import clock
from kiosk.catalogue import index
from kiosk.catalogue.looking import Looking
from kiosk.catalogue.narrowing import Narrowing
from kiosk.catalogue.opened import Opened
from kiosk.catalogue.questions import PAGE, Answer, Facets, Hit, Query
from kiosk.catalogue.rows import FIELDS, Row, Rows
from kiosk.catalogue.searching import Searching
from kiosk.catalogue.shelving import Shelving
from kiosk.catalogue.shortlist import Shortlist
from kiosk.errors import StoreDamaged
from kiosk.screen.link import Link
from kiosk.screen.recordlist import SteadyList
from kiosk.store.replica import Replica

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

#: Milliseconds without a new answer after which its facets are shown.
CALM = 60

_WATCHED = {"titles", "copies", "branches", "themes"}


@QmlElement
@QmlUncreatable("made by screen/app.py")
class Catalogue(QObject):
    """Search, and the title that is open. What is typed stays here, is never written down, and goes with the Turn.

    `text`: what is typed; `typed`: the text that `results`, `total` and `corrected` answer; `corrected`: the words
    that were searched instead, or ""; `total`: titles found, each edition for itself (`results` has one row for a
    work); `complete`: `more` has nothing to add; `room`: how many rows are shown at first, and added by `more`;
    `shown`: how many there are now, besides blank ones (`SteadyList`); `busy`: another answer is under way. `facets`
    and `ways` follow an answer a little later (`narrowing`); `filtered`: something is chosen; `branches`: their short
    names by id. `shelves`: what to show while nothing is typed. `state`: "" (search works), "preparing" (no index
    yet), "damaged" (it is being made anew), "none" (the library has no titles). `opened`: a title as in `rows`, {}
    when none is open, with its `copies`, the `others` of its work, `similar` titles, and `walk`, the way to its shelf
    (`walks`); `live`: where it can be had was asked of the library's own system just now. `shortlist`: what the
    visitor put aside. `updated`: how old it is what is shown, on the wall clock of the branch: of the copies of the
    title that is open, else when the data came.
    """

    textChanged = Signal()
    answered = Signal()
    filteredChanged = Signal()
    busyChanged = Signal()
    stateChanged = Signal()
    openedChanged = Signal()
    updatedChanged = Signal()
    roomChanged = Signal()
    shownChanged = Signal()

    _heard = Signal(object, object)
    _counted = Signal(object, object)
    _looked = Signal(str, object)

    def __init__(
        self, replica: Replica, link: Link, folder: Path, covers: Path | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._replica, self._link, self._folder, self._covers = replica, link, folder, covers
        self._results = SteadyList(FIELDS, self)
        self._results.countChanged.connect(self.shownChanged)
        self._uncounted: tuple[Query, Facets] | None = None
        self._calm = QTimer(self, interval=CALM, singleShot=True)
        self._calm.timeout.connect(self._show_counts)
        self._text, self._typed, self._state = "", "", ""
        self._query: Query | None = None
        self._last = Query("")
        self._hits: tuple[Hit, ...] = ()
        self._room = self._shown = PAGE
        self._answer = Answer()
        self._updated = QDateTime()
        self._searching = Searching(folder, self._heard.emit, self._counted.emit, self._looked.emit)
        self._narrowing = Narrowing(self)
        self._looking = Looking(link, self._hear_copies)
        self._opened = Opened(self, self._searching, self._looking)
        self._shelving = Shelving(self, self._searching)
        self._shortlist = Shortlist(replica, self)
        self._read: Rows | None = None
        self._heard.connect(self._hear)
        self._counted.connect(self._hear_counts)
        self._looked.connect(self._hear_look)
        self.destroyed.connect(self._searching.close)
        link.changed.connect(self._on_changed)

    @Slot()
    def refresh(self) -> None:
        """Look again at what is known."""
        self._set_updated()
        if index.missing(self._folder):
            self._set_state("preparing")
        elif self._state in ("preparing", "damaged"):
            self._renew()

    @Slot()
    def prepare(self) -> None:
        """Somebody is about to search: have the index open before the first key, and the shelves filled."""
        self.refresh()
        if self._state in ("", "none") and self._query is None:
            self._searching.ask(Query(""))
            self._shelving.look(self._replica.known("branch"))

    @Slot()
    def more(self) -> None:
        """Show the next rows too."""
        if self._query is not None:
            return
        if self._shown < len(self._hits):
            self._shown += self._room
            self._show_results()
            self.answered.emit()
        elif not self._answer.complete:
            self._ask(replace(self._last, first=len(self._hits), count=PAGE))

    @Slot(str, str)
    def choose(self, facet: str, value: str) -> None:
        """Only titles with that value of that facet, or with another that is chosen of it."""
        self._narrowing.choose(facet, value)
        self._filter()

    @Slot(str, str)
    def drop(self, facet: str, value: str) -> None:
        """Titles without that value too."""
        self._narrowing.drop(facet, value)
        self._filter()

    @Slot()
    def dropAll(self) -> None:
        """All titles again."""
        self._narrowing.drop_all()
        self._filter()

    @Slot(str)
    def unfold(self, facet: str) -> None:
        """All values of that facet in `facets`, not only a few."""
        self._narrowing.unfold(facet)

    @Slot(int)
    def loosen(self, index: int) -> None:
        """Go that one of the `ways`."""
        query = self._narrowing.way(index)
        if query is not None:
            self._narrowing.filters = query.filters
            self._text = query.text
            self.textChanged.emit()
            self._filter()

    @Slot(str)
    def open(self, title: str) -> None:
        """Show this title; `opened` and its lists follow."""
        self._opened.show(title, self._rows())
        self._set_updated()
        self.openedChanged.emit()

    def _hear_copies(self) -> None:
        self._opened.show_copies(self._rows())
        self._set_updated()
        self.openedChanged.emit()

    @Slot()
    def forget(self) -> None:
        """The Turn is over."""
        self._searching.forget()
        self._uncounted = None
        self._results.forget()
        self._narrowing.forget()
        self.filteredChanged.emit()
        self._text = ""
        self.textChanged.emit()
        self._search()
        self.open("")
        self._shortlist.forget()

    @Slot(list)
    def _on_changed(self, feeds: list[str]) -> None:
        if "titles" in feeds:
            self._renew()
        if _WATCHED & set(feeds):
            self._read = None
            self._set_updated()
            self._show_results()
            self._shelving.show(self._rows())
            self.open(self._opened.id)
            self._shortlist.refresh()

    @Slot(object, object)
    def _hear(self, query: Query, answer: Answer | StoreDamaged) -> None:
        if isinstance(answer, StoreDamaged):
            missing = index.missing(self._folder)
            self._set_state("preparing" if missing else "damaged")
            if not missing:
                self._link.damaged()
        else:
            self._set_state("" if answer.known else "none")
        if query != self._query:
            return
        self._set_query(None)
        self._take(query, answer if isinstance(answer, Answer) else Answer())

    @Slot(object, object)
    def _hear_counts(self, query: Query, counted: Facets) -> None:
        # To draw them between two keys would make the second one wait
        self._uncounted = query, counted
        self._calm.start()

    @Slot()
    def _show_counts(self) -> None:
        waiting, self._uncounted = self._uncounted, None
        if waiting is not None and waiting[0] == self._last:
            self._narrowing.take(waiting[1])

    @Slot(str, object)
    def _hear_look(self, what: str, found: Any) -> None:
        if what == "similar":
            self._opened.take_similar(found, self._rows())
        else:
            self._shelving.take(found, self._rows())

    def _take(self, query: Query, answer: Answer) -> None:
        self._typed, self._last, self._answer = query.text, query, answer
        self._hits = (*self._hits, *answer.hits) if query.first else answer.hits
        self._shown = self._shown + self._room if query.first else self._room
        self._show_results()
        self.answered.emit()

    def _show_results(self) -> None:
        # Only these: to read, mark and draw a row takes longer than to find it
        self._results.show(self._rows().found(self._hits[: self._shown], self._answer.words))

    def _ask(self, query: Query) -> None:
        self._set_query(query)
        self._searching.ask(query)

    def _renew(self) -> None:
        """The index is another: what is shown is asked again, as far as it was shown."""
        self._searching.renew()
        self._shelving.look(self._replica.known("branch"))
        if self._asks():
            self._ask(Query(self._text, count=max(PAGE, len(self._hits)), filters=self._narrowing.filters))
        else:
            self._searching.ask(Query(""))

    def _rows(self) -> Rows:
        """The branches are read once, until they change."""
        self._read = self._read or Rows(self._replica, self._covers)
        return self._read

    def _filter(self) -> None:
        self.filteredChanged.emit()
        self._search()

    def _asks(self) -> bool:
        return bool(self._text.strip() or self._narrowing.filters)

    def _search(self) -> None:
        if self._asks():
            self._ask(Query(self._text, filters=self._narrowing.filters))
            return
        self._set_query(None)
        self._narrowing.take(Facets())
        self._take(Query(""), Answer())

    def _set_query(self, query: Query | None) -> None:
        was, self._query = self._query, query
        if (was is None) != (query is None):
            self.busyChanged.emit()

    def _set_state(self, state: str) -> None:
        if state != self._state:
            self._state = state
            self.stateChanged.emit()

    def _set_updated(self) -> None:
        updated = QDateTime()
        with contextlib.suppress(ValueError):
            moment = self._opened.since or datetime.fromisoformat(self._replica.known("synced"))
            updated = QDateTime(clock.wall(moment))  # type: ignore[call-overload]
        if updated != self._updated:
            self._updated = updated
            self.updatedChanged.emit()

    def _set_text(self, text: str) -> None:
        if text == self._text:
            return
        self._text = text
        self.textChanged.emit()
        self._search()

    def _set_room(self, room: int) -> None:
        if room == self._room:
            return
        self._room, self._shown = room, max(self._shown, room)
        self._show_results()
        self.roomChanged.emit()

    def _get_text(self) -> str:
        return self._text

    def _get_typed(self) -> str:
        return self._typed

    def _get_corrected(self) -> str:
        return self._answer.corrected

    def _get_total(self) -> int:
        return self._answer.total

    def _get_results(self) -> QObject:
        return self._results

    def _get_shown(self) -> int:
        return self._results.shown

    def _get_busy(self) -> bool:
        return self._query is not None

    def _get_state(self) -> str:
        return self._state

    def _get_opened(self) -> Row:
        return self._opened.about

    def _get_walk(self) -> Row:
        return self._opened.walk

    def _get_shortlist(self) -> QObject:
        return self._shortlist

    def _get_copies(self) -> QObject:
        return self._opened.copies

    def _get_live(self) -> bool:
        return self._looking.copies is not None

    def _get_others(self) -> QObject:
        return self._opened.others

    def _get_similar(self) -> QObject:
        return self._opened.similar

    def _get_complete(self) -> bool:
        return self._answer.complete and self._shown >= len(self._hits)

    def _get_filtered(self) -> bool:
        return bool(self._narrowing.filters)

    def _get_room(self) -> int:
        return self._room

    def _get_facets(self) -> QObject:
        return self._narrowing.facets

    def _get_branches(self) -> dict[str, str]:
        return self._rows().names

    def _get_ways(self) -> QObject:
        return self._narrowing.ways

    def _get_shelves(self) -> QObject:
        return self._shelving.shelves

    def _get_updated(self) -> QDateTime:
        return self._updated

    text = Property(str, _get_text, _set_text, notify=textChanged)
    typed = Property(str, _get_typed, notify=answered)
    corrected = Property(str, _get_corrected, notify=answered)
    total = Property(int, _get_total, notify=answered)
    results = Property(QObject, _get_results, constant=True)
    shown = Property(int, _get_shown, notify=shownChanged)
    busy = Property(bool, _get_busy, notify=busyChanged)
    state = Property(str, _get_state, notify=stateChanged)
    opened = Property(dict, _get_opened, notify=openedChanged)
    walk = Property(dict, _get_walk, notify=openedChanged)
    shortlist = Property(QObject, _get_shortlist, constant=True)
    copies = Property(QObject, _get_copies, constant=True)
    live = Property(bool, _get_live, notify=openedChanged)
    others = Property(QObject, _get_others, constant=True)
    similar = Property(QObject, _get_similar, constant=True)
    complete = Property(bool, _get_complete, notify=answered)
    filtered = Property(bool, _get_filtered, notify=filteredChanged)
    room = Property(int, _get_room, _set_room, notify=roomChanged)
    facets = Property(QObject, _get_facets, constant=True)
    branches = Property(dict, _get_branches, notify=updatedChanged)
    ways = Property(QObject, _get_ways, constant=True)
    shelves = Property(QObject, _get_shelves, constant=True)
    updated = Property(QDateTime, _get_updated, notify=updatedChanged)

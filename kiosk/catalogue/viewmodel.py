"""What the screens of the catalogue show and can do."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Property, QDateTime, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk import clock
from kiosk.catalogue import index
from kiosk.catalogue.index import PAGE, Answer, Query
from kiosk.catalogue.rows import COPY_FIELDS, FIELDS, Row, Rows
from kiosk.catalogue.searching import Searching
from kiosk.catalogue.shortlist import Shortlist
from kiosk.catalogue.walks import walk
from kiosk.errors import StoreDamaged
from kiosk.screen.link import Link
from kiosk.screen.qr import qr
from kiosk.screen.recordlist import RecordList
from kiosk.store.replica import Replica

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

_WATCHED = {"titles", "copies", "branches"}


@QmlElement
@QmlUncreatable("made by screen/app.py")
class Catalogue(QObject):
    """Search, and the title that is open. What is typed stays here, is never written down, and goes with the Turn.

    `text`: what is typed; `typed`: the text that `results`, `total` and `corrected` answer; `corrected`: the words that
    were searched instead, or ""; `busy`: another answer is under way. `state`: "" (search works), "preparing" (no index
    yet), "damaged" (it is being made anew), "none" (the library has no titles). `opened`: a title as in `rows`, {} when
    none is open; `walk`: the way to its shelf, as in `walks.walk`; `code`: what `draw` made; `updated`: when the data
    came, on the wall clock of the branch.
    """

    textChanged = Signal()
    answered = Signal()
    busyChanged = Signal()
    stateChanged = Signal()
    openedChanged = Signal()
    codeChanged = Signal()
    updatedChanged = Signal()

    _heard = Signal(object, object)

    def __init__(self, replica: Replica, link: Link, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._replica, self._folder = replica, folder
        self._results, self._copies = RecordList(FIELDS, self), RecordList(COPY_FIELDS, self)
        self._text, self._typed, self._state = "", "", ""
        self._query: Query | None = None
        self._ids: tuple[str, ...] = ()
        self._answer = Answer()
        self._id = ""
        self._opened: Row = {}
        self._walk: Row = {}
        self._code: Row = {}
        self._shortlist = Shortlist(replica, self)
        self._updated = QDateTime()
        self._searching = Searching(folder, self._heard.emit)
        self._heard.connect(self._hear)
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
        """Somebody is about to search: have the index open before the first key."""
        self.refresh()
        if self._state in ("", "none") and self._query is None:
            self._searching.ask(Query(""))

    @Slot()
    def more(self) -> None:
        """Show the next page too."""
        if self._query is None and len(self._ids) < self._answer.total:
            self._ask(Query(self._typed, len(self._ids)))

    @Slot(str)
    def open(self, title: str) -> None:
        """Show this title; `opened` and `copies` follow."""
        self._id = title
        self._show_opened()

    @Slot(str)
    def draw(self, address: str) -> None:
        """Make a code for a phone that opens this page; `code` follows, as in `screen.qr`."""
        self._code = qr(address) if address else {}
        self.codeChanged.emit()

    @Slot()
    def forget(self) -> None:
        """The Turn is over."""
        self._searching.forget()
        self._set_text("")
        self.open("")
        self.draw("")
        self._shortlist.forget()

    @Slot(list)
    def _on_changed(self, feeds: list[str]) -> None:
        if "titles" in feeds:
            self._renew()
        if _WATCHED & set(feeds):
            self._set_updated()
            self._results.show(Rows(self._replica).found(self._ids, self._answer.words))
            self._show_opened()
            self._shortlist.refresh()

    @Slot(object, object)
    def _hear(self, query: Query, answer: Answer | StoreDamaged) -> None:
        if isinstance(answer, StoreDamaged):
            self._set_state("preparing" if index.missing(self._folder) else "damaged")
        else:
            self._set_state("" if answer.known else "none")
        if query != self._query:
            return
        self._set_query(None)
        self._take(query, answer if isinstance(answer, Answer) else Answer())

    def _take(self, query: Query, answer: Answer) -> None:
        self._typed, self._answer = query.text, answer
        self._ids = (*self._ids, *answer.ids) if query.first else answer.ids
        self._results.show(Rows(self._replica).found(self._ids, answer.words))
        self.answered.emit()

    def _ask(self, query: Query) -> None:
        self._set_query(query)
        self._searching.ask(query)

    def _renew(self) -> None:
        """The index is another: what is shown is asked again, as far as it was shown."""
        self._searching.renew()
        if self._text.strip():
            self._ask(Query(self._text, count=max(PAGE, len(self._ids))))
        else:
            self._searching.ask(Query(""))

    def _show_opened(self) -> None:
        rows = Rows(self._replica)
        self._opened = rows.title(self._id) if self._id else {}
        self._copies.show(rows.copies(self._id) if self._opened else [])
        self._walk = walk(self._replica, rows.here(self._id)) if self._opened else {}
        self.openedChanged.emit()

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
            moment = datetime.fromisoformat(self._replica.known("synced"))
            updated = QDateTime(clock.wall(moment))  # type: ignore[call-overload]
        if updated != self._updated:
            self._updated = updated
            self.updatedChanged.emit()

    def _set_text(self, text: str) -> None:
        if text == self._text:
            return
        self._text = text
        self.textChanged.emit()
        if text.strip():
            self._ask(Query(text))
        else:
            self._set_query(None)
            self._take(Query(""), Answer())

    def _get_text(self) -> str:
        return self._text

    def _get_typed(self) -> str:
        return self._typed

    def _get_corrected(self) -> str:
        return self._answer.corrected

    def _get_total(self) -> int:
        return self._answer.total

    def _get_busy(self) -> bool:
        return self._query is not None

    def _get_state(self) -> str:
        return self._state

    def _get_results(self) -> QObject:
        return self._results

    def _get_opened(self) -> Row:
        return self._opened

    def _get_walk(self) -> Row:
        return self._walk

    def _get_code(self) -> Row:
        return self._code

    def _get_shortlist(self) -> QObject:
        return self._shortlist

    def _get_copies(self) -> QObject:
        return self._copies

    def _get_updated(self) -> QDateTime:
        return self._updated

    text = Property(str, _get_text, _set_text, notify=textChanged)
    typed = Property(str, _get_typed, notify=answered)
    corrected = Property(str, _get_corrected, notify=answered)
    total = Property(int, _get_total, notify=answered)
    results = Property(QObject, _get_results, constant=True)
    busy = Property(bool, _get_busy, notify=busyChanged)
    state = Property(str, _get_state, notify=stateChanged)
    opened = Property(dict, _get_opened, notify=openedChanged)
    walk = Property(dict, _get_walk, notify=openedChanged)
    code = Property(dict, _get_code, notify=codeChanged)
    shortlist = Property(QObject, _get_shortlist, constant=True)
    copies = Property(QObject, _get_copies, constant=True)
    updated = Property(QDateTime, _get_updated, notify=updatedChanged)

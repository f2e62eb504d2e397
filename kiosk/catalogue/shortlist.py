"""The titles that a visitor puts on a list, and what goes along on a phone: in memory, and gone with the Turn."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.catalogue.carrying import codes
from kiosk.catalogue.questions import Hit
from kiosk.catalogue.rows import FIELDS, Row, Rows
from kiosk.screen.qr import qr
from kiosk.screen.recordlist import RecordList
from kiosk.store.replica import Replica

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

#: Titles on a list; nobody carries more.
MOST = 30


@QmlElement
@QmlUncreatable("made by screen/app.py")
class Shortlist(QObject):
    """`ids`: the titles on it, the first that was added first; `titles`: the same as in `rows.FIELDS`; `full`: no more
    fits; `codes`: what `carry` made, as in `carrying.codes`; `code`: what `draw` made, as in `screen.qr`."""

    changed = Signal()
    carried = Signal()
    drawn = Signal()

    def __init__(self, replica: Replica, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._replica = replica
        self._ids: tuple[str, ...] = ()
        self._titles = RecordList(FIELDS, self)
        self._codes: list[Row] = []
        self._code: Row = {}

    @Slot(str)
    def add(self, title: str) -> None:
        """Put it last on the list, unless it is on it or the list is full."""
        if title not in self._ids and len(self._ids) < MOST:
            self._set_ids((*self._ids, title))

    @Slot(str)
    def remove(self, title: str) -> None:
        """Take it off the list."""
        self._set_ids(tuple(id for id in self._ids if id != title))

    @Slot(str, list)
    def carry(self, head: str, lines: list[str]) -> None:
        """Make the codes that hold these lines, under that head; `codes` follows."""
        self._set_codes(codes(head, lines))

    @Slot(str)
    def draw(self, address: str) -> None:
        """Make a code that opens this page on a phone; `code` follows."""
        self._code = qr(address) if address else {}
        self.drawn.emit()

    @Slot()
    def refresh(self) -> None:
        """Read the titles again."""
        self._titles.show(Rows(self._replica).found([Hit(id) for id in self._ids], ()))

    @Slot()
    def forget(self) -> None:
        """The Turn is over."""
        self._set_ids(())
        self._set_codes([])
        self.draw("")

    def _set_ids(self, ids: tuple[str, ...]) -> None:
        if ids != self._ids:
            self._ids = ids
            self.refresh()
            self.changed.emit()

    def _set_codes(self, codes: list[Row]) -> None:
        self._codes = codes
        self.carried.emit()

    def _get_ids(self) -> list[str]:
        return list(self._ids)

    def _get_titles(self) -> QObject:
        return self._titles

    def _get_full(self) -> bool:
        return len(self._ids) >= MOST

    def _get_codes(self) -> list[Row]:
        return self._codes

    def _get_code(self) -> Row:
        return self._code

    ids = Property(list, _get_ids, notify=changed)
    titles = Property(QObject, _get_titles, constant=True)
    full = Property(bool, _get_full, notify=changed)
    codes = Property(list, _get_codes, notify=carried)
    code = Property(dict, _get_code, notify=drawn)

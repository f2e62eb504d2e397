"""The one list model: rows with the same named fields, replaced as a whole or row by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QDateTime,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Signal,
)

Row = Mapping[str, Any]

#: Qt::DisplayRole and Qt::UserRole (Qt 6, enum Qt::ItemDataRole), by number: importing the namespace `Qt` for them
#: would take a tenth of the start.
_DISPLAY_ROLE, _USER_ROLE = 0, 0x0100


def as_qml(value: Any) -> Any:
    """The same for QML: Qt turns a datetime into a date where a property says so, but not inside rows, maps and
    lists; there it has to be a QDateTime."""
    if isinstance(value, datetime):
        return QDateTime(value)  # type: ignore[call-overload]
    if isinstance(value, Mapping):
        return {name: as_qml(inside) for name, inside in value.items()}
    if isinstance(value, (list, tuple)):
        return [as_qml(inside) for inside in value]
    return value


class RecordList(QAbstractListModel):
    """Rows for a view. `fields` become the roles, in QML's spelling ("callNumber").

    `show` keeps views steady: rows that stay where they are change in place, and only the tail is added or removed, so
    focus and scroll position survive an update.
    """

    countChanged = Signal()

    def __init__(self, fields: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self._rows: list[Row] = []

    def show(self, rows: Sequence[Row]) -> None:
        """These rows from now on."""
        new, old = list(rows), len(self._rows)
        if len(new) < old:
            self.beginRemoveRows(QModelIndex(), len(new), old - 1)
            del self._rows[len(new) :]
            self.endRemoveRows()
        for place, row in enumerate(new[: len(self._rows)]):
            changed = self._changed(self._rows[place], row)
            if changed:
                self._rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place), changed)
        if len(new) > old:
            self.beginInsertRows(QModelIndex(), old, len(new) - 1)
            self._rows.extend(new[old:])
            self.endInsertRows()
        if len(new) != old:
            self.countChanged.emit()

    def _changed(self, old: Row, new: Row) -> list[int]:
        """The roles of what differs: QML reads no other anew."""
        first = _USER_ROLE + 1
        return [first + place for place, name in enumerate(self._fields) if old.get(name) != new.get(name)]

    def rows(self) -> list[Row]:
        """What is shown, for the view-model that owns this list."""
        return list(self._rows)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        first = _USER_ROLE + 1
        return {first + place: QByteArray(name.encode()) for place, name in enumerate(self._fields)}

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY_ROLE) -> Any:
        place = role - _USER_ROLE - 1
        if not index.isValid() or index.row() >= len(self._rows) or not 0 <= place < len(self._fields):
            return None
        return as_qml(self._rows[index.row()].get(self._fields[place]))

    def _count(self) -> int:
        return len(self._rows)

    count = Property(int, _count, notify=countChanged)


class SteadyList(RecordList):
    """A list whose views keep what they made: a row that goes becomes `blank`, which a view does not show, and is used
    again. For lists that change with every key: to make a row takes several times as long as to change it.

    `count` is of the rows that are not blank, `rowCount` of all.
    """

    def __init__(self, fields: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__((*fields, "blank"), parent)
        self.shown = 0

    def show(self, rows: Sequence[Row]) -> None:
        before, self.shown, made = self.shown, len(rows), len(self._rows)
        blank = [{**row, "blank": True} for row in self._rows[len(rows) :]]
        super().show([*({**row, "blank": False} for row in rows), *blank])
        # Else it has been said
        if before != self.shown and made == len(self._rows):
            self.countChanged.emit()

    def rows(self) -> list[Row]:
        return [{name: value for name, value in row.items() if name != "blank"} for row in self._rows[: self.shown]]

    def forget(self) -> None:
        """Keep nothing, not even in blank rows."""
        self.shown = 0
        super().show([])

    def _count(self) -> int:
        return self.shown

    count = Property(int, _count, notify=RecordList.countChanged)

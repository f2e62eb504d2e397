"""What the screens about desks show and can do."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import Property, QDateTime, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk import clock
from kiosk.screen.link import Link
from kiosk.screen.recordlist import RecordList, as_qml
from kiosk.store.replica import Replica
from kiosk.workspaces.mine import Mine
from kiosk.workspaces.place import Place
from kiosk.workspaces.rows import FIELDS, Row, at_first, desk_row, floor_row, grouped, offered
from kiosk.workspaces.rules import Refusal, may_claim, nearest_free, until

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


def _shown(moment: datetime | None) -> datetime | QDateTime:
    return clock.wall(moment) if moment else QDateTime()


@QmlElement
@QmlUncreatable("made by screen/app.py")
class Workspaces(QObject):
    """The desks of this branch, and the one that whoever is at the screen has.

    `mineState`: "", "asking", "held", "provisional" (central could not be asked) or "conflict" (another was first).
    `refusalCode`: "" or why not: as in `rules.Refusal`, or "not_kept" (it could not be written down), "rejected".
    Moments are on the wall clock of the branch; a desk is a row of `rows.FIELDS`, {} when there is none.
    """

    changed = Signal()
    filterChanged = Signal()
    chosenChanged = Signal()
    mineChanged = Signal()
    refusalChanged = Signal()

    def __init__(self, replica: Replica, link: Link, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._replica = replica
        self._place = Place(clock.now())
        self._rows: dict[str, Row] = {}
        self._desks, self._offers = RecordList(FIELDS, self), RecordList(FIELDS, self)
        self._floors: list[Row] = []
        self._filter, self._chosen, self._all, self._hidden = "all", "", False, 0
        self._refused: tuple[str, Refusal] | None = None
        self._mine = Mine(link, self)
        self._mine.changed.connect(self._on_mine_changed)
        self._mine.failed.connect(self._on_failed)
        link.changed.connect(self._on_changed)

    @Slot()
    def refresh(self) -> None:
        """Look again at the clock and at what is known."""
        self._place = Place.read(self._replica, list(self._mine.handed.values()), clock.now())
        self._mine.follow(self._place)
        self._show()

    @Slot(str)
    def choose(self, desk: str) -> None:
        """This one, please; "" for none. A refusal before is forgotten."""
        self._refuse(None)
        self._chosen = desk
        self.chosenChanged.emit()
        self._offer()

    @Slot(str)
    def claim(self, desk: str) -> None:
        """Take that desk; `mineState` or `refusalCode` follows."""
        if self._mine.state == "conflict":
            self._mine.leave()
        self.refresh()
        place, wanted = self._place, self._place.desk(desk)
        if wanted is None or place.branch is None:
            return
        refusal = may_claim(wanted, place.branch, place.visits, place.waiting, place.now, self._mine.id)
        self._refuse((desk, refusal) if refusal else None)
        if refusal is None:
            self._mine.take(desk, until(wanted, place.branch, place.now, place.visits))

    @Slot()
    def leave(self) -> None:
        """Give the desk back."""
        self._mine.leave()
        self.refresh()

    @Slot()
    def showAll(self) -> None:
        """The whole list from now on."""
        self._all = True
        self._offer()

    @Slot()
    def forget(self) -> None:
        """The Turn is over. A desk that was taken stays taken: whoever took it may be sitting there."""
        self._mine.forget()
        self._all = False
        self._set_filter("all")
        self.choose("")

    @Slot(list)
    def _on_changed(self, feeds: list[str]) -> None:
        if {"branches", "kiosks", "desks", "visits"} & set(feeds):
            self.refresh()

    @Slot()
    def _on_mine_changed(self) -> None:
        self.mineChanged.emit()
        self.refresh()

    @Slot(str, str)
    def _on_failed(self, code: Any, desk: str) -> None:
        self._refuse((desk, Refusal(code)))

    def _refuse(self, refused: tuple[str, Refusal] | None) -> None:
        self._refused = refused
        self.refusalChanged.emit()
        self.changed.emit()  # `otherDesk` depends on it

    def _show(self) -> None:
        self._floors = [floor_row(floor) for floor in self._place.branch.floors] if self._place.branch else []
        here = self._place.here.desk if self._place.here else ""
        standings = self._place.board(self._mine.id)
        self._rows = {desk.id: desk_row(desk, standings[desk.id], desk.id == here) for desk in self._place.desks}
        if self._mine.state == "held" and self._mine.desk in self._rows:
            self._rows[self._mine.desk]["stands"] = "yours"
        self._desks.show(list(self._rows.values()))
        self._offer()

    def _offer(self) -> None:
        rows = offered([row for row in self._rows.values() if self._filter in ("all", row["kind"])])
        shown = rows if self._all else at_first(rows, self._chosen)
        self._hidden = len(rows) - len(shown)
        self._offers.show(grouped(shown))
        self.changed.emit()

    def _row(self, desk: str) -> Row:
        return self._rows.get(desk, {})

    def _other_desk(self) -> Row:
        return dict(as_qml(self._other()))

    def _other(self) -> Row:
        """A free desk instead: the one that central names, else the nearest to what one wanted."""
        wanted = self._place.desk(self._refused[0] if self._refused else self._mine.desk)
        if self._mine.state == "conflict" and self._mine.other in self._rows:
            return self._rows[self._mine.other]
        if wanted is None:
            return {}
        other = nearest_free(wanted, self._place.desks, self._place.visits, self._place.now)
        return self._row(other.id) if other else {}

    # What QML reads

    def _branch_name(self) -> str:
        return self._place.branch.name if self._place.branch else ""

    def _branch_short(self) -> str:
        return self._place.branch.short if self._place.branch else ""

    def _open(self) -> bool:
        return self._place.opening.open

    def _opens(self) -> datetime | QDateTime:
        return _shown(self._place.opening.opens)

    def _closes(self) -> datetime | QDateTime:
        return _shown(self._place.opening.closes)

    def _next_opens(self) -> datetime | QDateTime:
        return _shown(self._place.following.opens)

    def _next_closes(self) -> datetime | QDateTime:
        return _shown(self._place.following.closes)

    def _closed_reason(self) -> dict[str, str]:
        return self._place.opening.reason

    def _now(self) -> datetime:
        return clock.wall(self._place.now)

    def _free_tables(self) -> int:
        return self._place.free(self._mine.id)["table"]

    def _free_computers(self) -> int:
        return self._place.free(self._mine.id)["computer"]

    def _free_rooms(self) -> int:
        return self._place.free(self._mine.id)["room"]

    def _get_desks(self) -> QObject:
        return self._desks

    def _count(self) -> int:
        return len(self._rows)

    def _get_offers(self) -> QObject:
        return self._offers

    def _get_hidden(self) -> int:
        return self._hidden

    def _get_floors(self) -> list[Row]:
        return self._floors

    def _here(self) -> Row:
        here = self._place.here
        return {"desk": here.desk, "floor": here.floor, "x": here.x, "y": here.y} if here else {}

    def _get_filter(self) -> str:
        return self._filter

    def _set_filter(self, kind: str) -> None:
        if kind != self._filter:
            self._filter = kind
            self.filterChanged.emit()
            self._offer()

    def _get_chosen(self) -> str:
        return self._chosen

    def _chosen_desk(self) -> Row:
        return dict(as_qml(self._row(self._chosen)))

    def _mine_desk(self) -> Row:
        return dict(as_qml(self._row(self._mine.desk)))

    def _mine_until(self) -> datetime | QDateTime:
        return _shown(self._mine.claim.until if self._mine.claim else None)

    def _mine_state(self) -> str:
        return self._mine.state

    def _refusal_code(self) -> str:
        return self._refused[1].code if self._refused else ""

    def _refusal_at(self) -> datetime | QDateTime:
        return _shown(self._refused[1].at if self._refused else None)

    def _refused_desk(self) -> Row:
        return dict(as_qml(self._row(self._refused[0]))) if self._refused else {}

    branchName = Property(str, _branch_name, notify=changed)
    branchShort = Property(str, _branch_short, notify=changed)
    open = Property(bool, _open, notify=changed)
    opens = Property(QDateTime, _opens, notify=changed)
    closes = Property(QDateTime, _closes, notify=changed)
    #: The period after that one: the afternoon, tomorrow, or the day on which the library opens again.
    nextOpens = Property(QDateTime, _next_opens, notify=changed)
    nextCloses = Property(QDateTime, _next_closes, notify=changed)
    closedReason = Property(dict, _closed_reason, notify=changed)
    now = Property(QDateTime, _now, notify=changed)
    freeTables = Property(int, _free_tables, notify=changed)
    freeComputers = Property(int, _free_computers, notify=changed)
    freeRooms = Property(int, _free_rooms, notify=changed)
    desks = Property(QObject, _get_desks, constant=True)
    count = Property(int, _count, notify=changed)
    offers = Property(QObject, _get_offers, constant=True)
    hidden = Property(int, _get_hidden, notify=changed)
    floors = Property(list, _get_floors, notify=changed)
    here = Property(dict, _here, notify=changed)
    filter = Property(str, _get_filter, _set_filter, notify=filterChanged)
    chosen = Property(str, _get_chosen, notify=chosenChanged)
    chosenDesk = Property(dict, _chosen_desk, notify=changed)
    mine = Property(dict, _mine_desk, notify=mineChanged)
    mineUntil = Property(QDateTime, _mine_until, notify=mineChanged)
    mineState = Property(str, _mine_state, notify=mineChanged)
    refusalCode = Property(str, _refusal_code, notify=refusalChanged)
    refusalAt = Property(QDateTime, _refusal_at, notify=refusalChanged)
    refusedDesk = Property(dict, _refused_desk, notify=refusalChanged)
    otherDesk = Property(dict, _other_desk, notify=changed)

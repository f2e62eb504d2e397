"""What the screens about activities show and can do."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk import clock
from kiosk.events import rules
from kiosk.screen.link import Link
from kiosk.screen.recordlist import RecordList, Row, as_qml
from kiosk.store.replica import Replica
from kiosk.wire import Branch, Event

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

#: The fields of an activity's row. `day`: its date, for grouping ("2026-11-18"); `first`: the first of its day in the
#: list; `running`: it has begun; `here`: in this branch, `branch` and `address` say where otherwise.
FIELDS = (
    "eventId",
    "starts",
    "ends",
    "day",
    "first",
    "title",
    "summary",
    "place",
    "theme",
    "audience",
    "languages",
    "cancelled",
    "running",
    "here",
    "branch",
    "address",
)


@QmlElement
@QmlUncreatable("made by screen/app.py")
class Events(QObject):
    """The programme. `where`: "here" or "all". An activity is a row of FIELDS, {} when there is none; moments are on
    the wall clock of the branch; texts are by language."""

    changed = Signal()
    whereChanged = Signal()
    openedChanged = Signal()

    def __init__(self, replica: Replica, link: Link, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._replica = replica
        self._soon, self._week = RecordList(FIELDS, self), RecordList(FIELDS, self)
        self._where = "here"
        self._open: tuple[str, str] = ("", "")
        self._opened: Row = {}
        self._calendar = ""
        self._code: Row = {}
        link.changed.connect(self._on_changed)

    @Slot()
    def refresh(self) -> None:
        """Look again at the clock and at what is known."""
        here, now = self._replica.known("branch"), clock.now()
        branches = {branch.id: branch for branch in cast(list[Branch], self._replica.all("branches"))}
        events = cast(list[Event], self._replica.all("events"))
        self._soon.show(self._rows(rules.soon(events, here, now), branches))
        self._week.show(self._rows(rules.week(events, here if self._where == "here" else "", now), branches))
        self._look()
        self.changed.emit()

    @Slot(str, str)
    def open(self, event: str, language: str) -> None:
        """Show this one; `opened`, `calendar` and `code` follow, in that language where it has it."""
        self._open = (event, language)
        self._look()

    @Slot()
    def forget(self) -> None:
        """The Turn is over."""
        self._open = ("", "")
        self._set_where("here")
        self.refresh()

    @Slot(list)
    def _on_changed(self, feeds: list[str]) -> None:
        if {"events", "branches"} & set(feeds):
            self.refresh()

    def _rows(self, events: list[Event], branches: dict[str, Branch]) -> list[Row]:
        rows: list[Row] = []
        day = ""
        for event in events:
            row = self._row(event, branches.get(event.branch))
            rows.append({**row, "first": row["day"] != day})
            day = row["day"]
        return rows

    def _row(self, event: Event, branch: Branch | None) -> dict[str, Any]:
        starts = clock.wall(event.starts)
        return {
            "eventId": event.id,
            "starts": starts,
            "ends": clock.wall(event.ends),
            "day": starts.date().isoformat(),
            "first": True,
            "title": event.title,
            "summary": event.summary,
            "place": event.place,
            "theme": event.theme,
            "audience": event.audience,
            "languages": event.languages,
            "cancelled": event.cancelled,
            "running": event.starts <= clock.now() < event.ends,
            "here": event.branch == self._replica.known("branch"),
            "branch": branch.short if branch else "",
            "address": branch.address if branch else "",
        }

    def _look(self) -> None:
        """Show what is open as it is now; its code is drawn anew only if it says something else."""
        from kiosk.events.take_along import calendar
        from kiosk.screen.qr import qr

        id, language = self._open
        event = cast(Event | None, self._replica.get("events", id)) if id else None
        branch = cast(Branch | None, self._replica.get("branches", event.branch)) if event else None
        self._opened = self._row(event, branch) if event else {}
        text = calendar(event, branch, language) if event else ""
        if text != self._calendar:
            self._calendar = text
            self._code = qr(text) if text else {}
        self.openedChanged.emit()

    def _get_soon(self) -> QObject:
        return self._soon

    def _get_week(self) -> QObject:
        return self._week

    def _get_where(self) -> str:
        return self._where

    def _set_where(self, where: str) -> None:
        if where != self._where:
            self._where = where
            self.whereChanged.emit()
            self.refresh()

    def _get_opened(self) -> Row:
        return dict(as_qml(self._opened))

    def _get_calendar(self) -> str:
        return self._calendar

    def _get_code(self) -> Row:
        return self._code

    soon = Property(QObject, _get_soon, constant=True)
    week = Property(QObject, _get_week, constant=True)
    where = Property(str, _get_where, _set_where, notify=whereChanged)
    opened = Property(dict, _get_opened, notify=openedChanged)
    calendar = Property(str, _get_calendar, notify=openedChanged)
    code = Property(dict, _get_code, notify=openedChanged)

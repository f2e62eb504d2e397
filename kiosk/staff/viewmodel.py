"""What staff see at a kiosk, and the way out."""

from __future__ import annotations

import math
import threading
import time

from PySide6.QtCore import Property, QDateTime, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk import __version__
from kiosk.clock import wall
from kiosk.errors import KnownError
from kiosk.screen.link import Link
from kiosk.screen.recordlist import RecordList
from kiosk.staff import rules
from kiosk.store.replica import Replica
from kiosk.wire import Branch, Kiosk
from kiosk.wire.link import Status

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

#: The most errors that are kept to be shown.
MOST_ERRORS = 20

#: Milliseconds after which the door closes by itself: before the right PIN, and after it.
WAITING, INSIDE = 60_000, 300_000


@QmlElement
@QmlUncreatable("made by screen/app.py")
class Staff(QObject):
    """`pin` is the hash from the settings; "" lets nobody in. `inside` after the right PIN, until `close`."""

    doorChanged = Signal()
    statusChanged = Signal()
    #: The door is shut: by hand, because nobody went on, or because the Turn is over.
    closed = Signal()
    #: The screen may go.
    left = Signal()

    _checked = Signal(bool)

    def __init__(self, replica: Replica, link: Link, pin: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._replica, self._link, self._pin = replica, link, pin
        self._tries = rules.Tries()
        self._inside = self._checking = self._wrong = False
        self._errors = RecordList(("what", "where", "how"), self)
        self._refused = RecordList(("kind", "moment", "reason"), self)
        self._kiosk = self._branch = ""
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._tick)
        self._open = QTimer(self, singleShot=True)
        self._open.timeout.connect(self.close)
        self._checked.connect(self._answer)
        link.said.connect(self._heard)
        link.upChanged.connect(self.statusChanged)
        link.changed.connect(self._news)

    # The door

    def _can_enter(self) -> bool:
        return bool(self._pin)

    def _get_inside(self) -> bool:
        return self._inside

    def _get_checking(self) -> bool:
        return self._checking

    def _get_wrong(self) -> bool:
        return self._wrong

    def _get_wait(self) -> int:
        return math.ceil(rules.wait(self._tries, time.monotonic()))

    canEnter = Property(bool, _can_enter, constant=True)
    inside = Property(bool, _get_inside, notify=doorChanged)
    checking = Property(bool, _get_checking, notify=doorChanged)
    #: The last PIN was wrong.
    wrong = Property(bool, _get_wrong, notify=doorChanged)
    #: Seconds until one may try again.
    wait = Property(int, _get_wait, notify=doorChanged)

    @Slot()
    def knock(self) -> None:
        """Somebody is at the door."""
        self.refresh()
        self._open.start(WAITING)

    @Slot(str)
    def enter(self, pin: str) -> None:
        """Try this PIN; `inside` or `wrong` follows."""
        if self._checking or self._get_wait() or not self._pin:
            return
        self._checking, self._wrong = True, False
        self.doorChanged.emit()
        threading.Thread(target=self._check, args=(pin,), name="pin", daemon=True).start()

    @Slot()
    def leave(self) -> None:
        """Away from the kiosk's screen."""
        if self._inside:
            self.left.emit()

    @Slot()
    def close(self) -> None:
        """Back to the visitors' screens; the next one has to know the PIN again."""
        self._open.stop()
        self._inside = self._wrong = self._checking = False
        self.doorChanged.emit()
        self.closed.emit()

    forget = close

    def _check(self, pin: str) -> None:
        self._checked.emit(rules.matches(pin, self._pin))

    @Slot(bool)
    def _answer(self, right: bool) -> None:
        # A door that was shut meanwhile stays shut
        self._inside, self._wrong, self._checking = right and self._checking, not right, False
        self._open.start(INSIDE if right else WAITING)
        self._tries = rules.Tries() if right else rules.after_wrong(self._tries, time.monotonic())
        if self._get_wait():
            self._second.start()
        self.doorChanged.emit()

    @Slot()
    def _tick(self) -> None:
        if not self._get_wait():
            self._second.stop()
        self.doorChanged.emit()

    # How the kiosk is

    def _get_kiosk(self) -> str:
        return self._kiosk

    def _get_branch(self) -> str:
        return self._branch

    def _get_version(self) -> str:
        return __version__

    def _get_agent(self) -> bool:
        return self._link.up

    def _get_online(self) -> bool:
        return self._link.up and self._link.status.online

    def _get_synced(self) -> QDateTime:
        synced = self._link.status.synced
        return QDateTime(wall(synced)) if synced else QDateTime()  # type: ignore[call-overload]

    def _get_waiting(self) -> int:
        return self._link.status.waiting

    def _get_quarantined(self) -> int:
        return self._link.status.quarantined

    def _get_refused(self) -> QObject:
        return self._refused

    def _get_wiped(self) -> QDateTime:
        hour = self._link.status.wipes.hour
        return QDateTime(wall(hour)) if hour else QDateTime()  # type: ignore[call-overload]

    def _get_stuck(self) -> int:
        return self._link.status.wipes.left

    def _get_state(self) -> str:
        return self._link.status.state

    def _get_reason(self) -> str:
        return self._link.status.reason

    def _get_code(self) -> str:
        return self._link.status.code

    def _get_credential(self) -> str:
        return self._link.status.credential

    def _get_notes(self) -> list[str]:
        return self._link.status.notes

    def _get_errors(self) -> QObject:
        return self._errors

    kiosk = Property(str, _get_kiosk, notify=statusChanged)
    branch = Property(str, _get_branch, notify=statusChanged)
    version = Property(str, _get_version, constant=True)
    #: Whether the agent is there.
    agent = Property(bool, _get_agent, notify=statusChanged)
    online = Property(bool, _get_online, notify=statusChanged)
    #: The moment of central's last good answer, or no date.
    synced = Property(QDateTime, _get_synced, notify=statusChanged)
    #: Facts that central has not dealt with, and those that it never will.
    waiting = Property(int, _get_waiting, notify=statusChanged)
    quarantined = Property(int, _get_quarantined, notify=statusChanged)
    #: The newest of the latter: `kind`, `moment` and `reason` (kiosk.agent.reasons), never what was in it.
    refused = Property(QObject, _get_refused, constant=True)
    #: The hour in which the last wipe was that may be told, or no date; and how many files would not go the last time.
    wiped = Property(QDateTime, _get_wiped, notify=statusChanged)
    stuck = Property(int, _get_stuck, notify=statusChanged)
    #: wire.link.Status.state
    state = Property(str, _get_state, notify=statusChanged)
    #: Why the kiosk is not with central, in English.
    reason = Property(str, _get_reason, notify=statusChanged)
    #: What staff type in central to let this kiosk in, or "".
    code = Property(str, _get_code, notify=statusChanged)
    #: Where the key is kept: "systemd", "keyring", "file", or "" while nobody knows.
    credential = Property(str, _get_credential, notify=statusChanged)
    #: What the agent had to mend, in English.
    notes = Property(list, _get_notes, notify=statusChanged)
    #: What went wrong outside the program, the newest first, in English: `KnownError` with `do` as "how".
    errors = Property(QObject, _get_errors, constant=True)

    @Slot()
    def refresh(self) -> None:
        """Read again which kiosk this is."""
        kiosk = self._replica.get("kiosks", self._replica.known("kiosk"))
        branch = self._replica.get("branches", self._replica.known("branch"))
        self._kiosk = kiosk.name if isinstance(kiosk, Kiosk) else ""
        self._branch = branch.name if isinstance(branch, Branch) else ""
        self.statusChanged.emit()

    @Slot(object)
    def tell(self, error: KnownError) -> None:
        """Something outside the program is wrong; staff can read what and where, and what to do."""
        told, before = {"what": error.what, "where": error.where, "how": error.do}, self._errors.rows()
        self._errors.show([told, *(row for row in before if row != told)][:MOST_ERRORS])

    @Slot(object)
    def _heard(self, status: Status) -> None:
        self._refused.show([{"kind": one.kind, "moment": wall(one.at), "reason": one.reason} for one in status.refused])
        self.statusChanged.emit()

    @Slot(list)
    def _news(self, feeds: list[str]) -> None:
        if {"kiosks", "branches"} & set(feeds):
            self.refresh()

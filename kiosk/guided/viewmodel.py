"""What the screen about help shows and can do."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, cast
from uuid import uuid4

from PySide6.QtCore import Property, QDateTime, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk import clock
from kiosk.guided.rules import picture
from kiosk.screen.link import Link
from kiosk.store.replica import Replica
from kiosk.wire import Ask, Kiosk, Reply, Result, Withdraw
from kiosk.wire.link import Status

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

State = Literal["", "sending", "open", "coming", "done"]

#: How long central may take, in milliseconds, before one is told that nobody may have heard it.
PATIENCE = 4000


@QmlElement
@QmlUncreatable("made by screen/app.py")
class Guided(QObject):
    """One raised hand. `state`: "", "sending", "open" (volunteers see it), "coming" (`helper` is on the way), "done".

    `unheard`: it is on its way, but nobody may have heard it, so one had better walk to the desk. `picture` is the
    name of a drawing. Moments are on the wall clock of the branch, and invalid until they are known.
    """

    changed = Signal()

    def __init__(self, replica: Replica, link: Link, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._replica, self._link = replica, link
        self._ask = ""
        self._asked: datetime | None = None
        self._coming: datetime | None = None
        self._state: State = ""
        self._helper, self._picture = "", ""
        self._unheard = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._lose_patience)
        link.changed.connect(self._on_changed)
        link.answered.connect(self._on_answered)
        link.notKept.connect(self._on_not_kept)
        link.said.connect(self._on_said)

    @Slot()
    def refresh(self) -> None:
        """Look again at the clock and at what is known."""
        kiosks = cast(list[Kiosk], self._replica.by("kiosks", self._replica.known("branch")))
        self._picture = picture(self._replica.known("kiosk"), [kiosk.id for kiosk in kiosks])
        reply = cast(Reply | None, self._replica.get("replies", self._ask)) if self._ask else None
        if reply is not None:
            self._follow(reply)
        self.changed.emit()

    @Slot(str)
    def ask(self, screen: str) -> None:
        """Raise a hand, at the screen of that name; once is enough."""
        if self._state in ("sending", "open", "coming"):
            return
        here = cast(Kiosk | None, self._replica.get("kiosks", self._replica.known("kiosk")))
        self.forget()
        self._ask, self._asked, self._state = str(uuid4()), clock.now(), "sending"
        self._unheard = not self._link.status.online
        self._patience.start()
        self._link.keep(Ask(id=self._ask, seat=here.desk if here else "", screen=screen))
        self.refresh()

    @Slot()
    def withdraw(self) -> None:
        """Take the hand down."""
        if self._state in ("sending", "open", "coming"):
            self._link.keep(Withdraw(id=str(uuid4()), ask=self._ask))
        self._clear()

    @Slot()
    def forget(self) -> None:
        """The Turn is over: nobody is here to be helped any more."""
        self.withdraw()

    def _clear(self) -> None:
        self._patience.stop()
        self._ask, self._asked, self._coming = "", None, None
        self._state, self._helper, self._unheard = "", "", False
        self.changed.emit()

    def _follow(self, reply: Reply) -> None:
        if reply.state == "withdrawn":
            self._clear()
            return
        self._state, self._helper, self._coming = reply.state, reply.helper, reply.coming
        self._heard()

    def _heard(self) -> None:
        self._patience.stop()
        self._unheard = False

    @Slot(list)
    def _on_changed(self, feeds: list[str]) -> None:
        if {"replies", "kiosks"} & set(feeds):
            self.refresh()

    @Slot(object)
    def _on_answered(self, result: Result) -> None:
        if not self._ask or result.id != self._ask:
            return
        if result.status == "rejected":
            self._unheard = True
        elif self._state == "sending":
            self._state = "open"
            self._heard()
        self.changed.emit()

    @Slot(str, str)
    def _on_not_kept(self, id: str, _reason: str) -> None:
        if self._ask and id == self._ask:
            self._lose_patience()

    @Slot(object)
    def _on_said(self, status: Status) -> None:
        if self._state == "sending" and not status.online:
            self._lose_patience()

    @Slot()
    def _lose_patience(self) -> None:
        if self._state == "sending":
            self._unheard = True
            self.changed.emit()

    def _get_state(self) -> str:
        return self._state

    def _get_helper(self) -> str:
        return self._helper

    def _get_picture(self) -> str:
        return self._picture

    def _get_unheard(self) -> bool:
        return self._unheard

    def _get_asked(self) -> datetime | QDateTime:
        return clock.wall(self._asked) if self._asked else QDateTime()

    def _get_coming(self) -> datetime | QDateTime:
        # Central's clock may be a little behind; nobody comes before being asked
        known = self._coming and self._asked and max(self._coming, self._asked)
        return clock.wall(known) if known else QDateTime()

    def _get_minutes(self) -> int:
        return int((clock.now() - self._asked).total_seconds() // 60) if self._asked else 0

    state = Property(str, _get_state, notify=changed)
    helper = Property(str, _get_helper, notify=changed)
    picture = Property(str, _get_picture, notify=changed)
    unheard = Property(bool, _get_unheard, notify=changed)
    asked = Property(QDateTime, _get_asked, notify=changed)
    coming = Property(QDateTime, _get_coming, notify=changed)
    minutes = Property(int, _get_minutes, notify=changed)

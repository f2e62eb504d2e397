"""One person at this screen, from the first touch to the wipe.

Why the receipt waits for the agent: it is the agent that wipes the disk, so "your traces are gone" is only said after
it has said so. When it stays silent the screen says that instead.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Property, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.screen.link import Link
from kiosk.settings import Idle

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

#: "start": nobody is here. "here": somebody is. "end": the receipt is shown.
Phase = Literal["start", "here", "end"]

#: "" before the end, "waiting" for the agent, "done", "left" when files would not go, "silent" without an answer.
Wipe = Literal["", "waiting", "done", "left", "silent"]

#: Milliseconds after which the agent counts as silent.
PATIENCE = 4_000

#: Seconds in which whoever answers "are you still there?" cannot have seen what lies below it.
BLIND = 0.4

_ACTS = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
    QEvent.Type.Wheel,
}
_SIGNS_OF_LIFE = _ACTS | {QEvent.Type.MouseMove, QEvent.Type.TouchUpdate}


@QmlElement
@QmlUncreatable("made by screen/app.py")
class Turn(QObject):
    """`ended` asks everybody to forget; `cleared` is said when the screen is back at Start."""

    phaseChanged = Signal()
    wipeChanged = Signal()
    askingChanged = Signal()
    secondsChanged = Signal()
    readingChanged = Signal()
    began = Signal()
    ended = Signal()
    cleared = Signal()

    def __init__(self, link: Link, idle: Idle, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link, self._idle = link, idle
        self._phase: Phase = "start"
        self._wipe: Wipe = ""
        self._reason = ""
        self._asking = self._reading = self._owed = False
        self._seconds = 0
        self._woken = -BLIND
        self._receipt: list[dict[str, str]] = []
        #: Asked at the end: what the visitor leaves, as codes ({"code": "desk", "name": "Tafel 4", …}).
        self.traces: Callable[[], list[dict[str, str]]] = list
        self._quiet = QTimer(self, singleShot=True)
        self._quiet.timeout.connect(self._ask)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._count)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._give_up)
        link.wiped.connect(self._wiped)
        link.upChanged.connect(self._pay)

    def _get_phase(self) -> str:
        return self._phase

    def _get_active(self) -> bool:
        return self._phase == "here"

    def _get_reason(self) -> str:
        return self._reason

    def _get_receipt(self) -> list[dict[str, str]]:
        return self._receipt

    def _get_wipe(self) -> str:
        return self._wipe

    def _get_asking(self) -> bool:
        return self._asking

    def _get_seconds(self) -> int:
        return self._seconds

    def _get_reading(self) -> bool:
        return self._reading

    def _set_reading(self, reading: bool) -> None:
        if reading != self._reading:
            self._reading = reading
            self.readingChanged.emit()
            self._stay()

    phase = Property(str, _get_phase, notify=phaseChanged)
    active = Property(bool, _get_active, notify=phaseChanged)
    #: Why it ended: "done", or "idle".
    reason = Property(str, _get_reason, notify=phaseChanged)
    #: What was dropped, as codes.
    receipt = Property(list, _get_receipt, notify=phaseChanged)
    wipe = Property(str, _get_wipe, notify=wipeChanged)
    #: "Are you still there?"
    asking = Property(bool, _get_asking, notify=askingChanged)
    #: Seconds until the Turn ends by itself, or the receipt goes.
    seconds = Property(int, _get_seconds, notify=secondsChanged)
    #: People read on this screen, and get the long time.
    reading = Property(bool, _get_reading, _set_reading, notify=readingChanged)

    @Slot()
    def begin(self) -> None:
        """Somebody is here."""
        if self._phase == "here":
            return
        self._clear()
        self._link.turn = True
        self._link.alive()
        self._turn_to("here")
        self.began.emit()
        self._stay()

    @Slot(str)
    def end(self, reason: str) -> None:
        """They are gone: everything they did is dropped, here and by the agent."""
        if self._phase != "here":
            return
        self._reason, self._link.turn = reason, False
        self._quiet.stop()
        self._hush()
        self._receipt = self.traces()
        self.ended.emit()
        self._set_wipe("waiting")
        self._owed = True
        self._link.ended()
        self._patience.start()
        self._turn_to("end")
        self._count_from(self._idle.countdown)

    @Slot()
    def clear(self) -> None:
        """Away with the receipt, back to Start."""
        if self._phase == "end":
            self._clear()
            self._turn_to("start")

    @Slot()
    def stay(self) -> None:
        """Yes, still here."""
        self._hush()
        self._stay()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watches the window. The touch that answers "are you still there?" presses nothing else."""
        if self._phase != "here" or event.type() not in _SIGNS_OF_LIFE:
            return False
        if self._asking:
            self._woken = time.monotonic()
        self.stay()
        return event.type() in _ACTS and time.monotonic() - self._woken < BLIND

    def _clear(self) -> None:
        self._second.stop()
        if self._phase == "end":
            self.cleared.emit()
        self._set_wipe("")

    def _stay(self) -> None:
        if self._phase == "here" and not self._asking:
            self._quiet.start(1000 * (self._idle.reading if self._reading else self._idle.anywhere))

    def _hush(self) -> None:
        if self._asking:
            self._asking = False
            self._second.stop()
            self.askingChanged.emit()

    @Slot()
    def _ask(self) -> None:
        self._asking = True
        self._count_from(self._idle.countdown)
        self.askingChanged.emit()

    def _count_from(self, seconds: int) -> None:
        self._seconds = seconds
        self.secondsChanged.emit()
        self._second.start()

    @Slot()
    def _count(self) -> None:
        self._seconds -= 1
        self.secondsChanged.emit()
        if self._seconds > 0:
            return
        self._second.stop()
        if self._phase == "here":
            self.end("idle")
        else:
            self.clear()

    @Slot(int)
    def _wiped(self, left: int) -> None:
        self._owed = False
        self._patience.stop()
        if self._phase == "end":
            self._set_wipe("left" if left else "done")

    @Slot()
    def _give_up(self) -> None:
        if self._phase == "end":
            self._set_wipe("silent")

    @Slot()
    def _pay(self) -> None:
        # An agent that was away while a Turn ended still has to wipe
        if self._link.up and self._owed:
            self._link.ended()

    def _set_wipe(self, wipe: Wipe) -> None:
        if wipe != self._wipe:
            self._wipe = wipe
            self.wipeChanged.emit()

    def _turn_to(self, phase: Phase) -> None:
        self._phase = phase
        self.phaseChanged.emit()

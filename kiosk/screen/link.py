"""The screen's end of the socket to the agent: hands facts over, and says what comes back.

Nothing here waits: a thread reads, and what it reads becomes a signal in the main thread. Facts without a `Kept` are
handed over again when the agent is back.
"""

from __future__ import annotations

import os
import threading
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from kiosk import __version__
from kiosk.wire import AnyFact, Practised, decode, encode
from kiosk.wire.link import (
    Alive,
    Answered,
    Changed,
    Damaged,
    Ended,
    FromAgent,
    Hello,
    Keep,
    Kept,
    Look,
    Looked,
    NotKept,
    Status,
    Wiped,
)

#: The most that one message may hold, in bytes; the agent says nothing longer.
LONGEST = 1 << 20

#: Seconds between two tries to reach the agent.
PATIENCE = 0.5


class Link(QObject):
    """Signals carry structs of `wire.link`; `up` is whether the agent is there."""

    upChanged = Signal()
    kept = Signal(str)
    notKept = Signal(str, str)
    answered = Signal(object)
    changed = Signal(list)
    wiped = Signal(int)
    said = Signal(object)
    looked = Signal(object)

    _heard = Signal(object)
    _turned = Signal(bool)

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.up = False
        self.status = Status(online=False)
        self.turn = False
        self._address = address
        self._unkept: dict[str, AnyFact | Practised] = {}
        self._socket: Any = None
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._heard.connect(self._hear)
        self._turned.connect(self._turn_to)

    def open(self) -> None:
        """Start looking for the agent. Called after the first frame: it imports `multiprocessing`."""
        self._thread = threading.Thread(target=self._read, name="link", daemon=True)
        self._thread.start()

    @Slot()
    def close(self) -> None:
        """Stop, and wait for the reading thread."""
        self._stopping.set()
        socket = self._socket
        if socket is not None:
            _shut(socket)
        if self._thread is not None:
            self._thread.join(2)

    def keep(self, fact: AnyFact | Practised) -> None:
        """Hand a fact over; `kept` follows, or `notKept`."""
        self._unkept[fact.id] = fact
        self._say(Keep(fact=fact))

    def look(self, title: str) -> None:
        """Somebody looks at this title, or at none (""): `looked` follows, if the agent hears it."""
        self._say(Look(title=title))

    def ended(self) -> None:
        """The Turn is over; `wiped` follows. What is not yet kept goes on being handed over: it is no trace, it is
        what the visitor asked for."""
        self._say(Ended())

    @Slot()
    def alive(self) -> None:
        """The main thread still runs."""
        self._say(Alive(turn=self.turn))

    def damaged(self) -> None:
        """The catalogue's index cannot be read."""
        self._say(Damaged(store="index"))

    def _say(self, message: msgspec.Struct) -> None:
        socket = self._socket
        if socket is None:
            return
        try:
            socket.send_bytes(encode(message))
        except (OSError, ValueError):
            _shut(socket)

    @Slot(object)
    def _hear(self, message: FromAgent) -> None:
        match message:
            case Kept(id=id):
                self._unkept.pop(id, None)
                self.kept.emit(id)
            case NotKept(id=id, reason=reason):
                self._unkept.pop(id, None)
                self.notKept.emit(id, reason)
            case Answered(result=result):
                self.answered.emit(result)
            case Changed(feeds=feeds):
                self.changed.emit(feeds)
            case Wiped(left=left):
                self.wiped.emit(left)
            case Looked():
                self.looked.emit(message)
            case Status():
                self.status = message
                self.said.emit(message)

    @Slot(bool)
    def _turn_to(self, up: bool) -> None:
        self.up = up
        self.upChanged.emit()
        if not up:
            return
        self._say(Hello(pid=os.getpid(), version=__version__, turn=self.turn))
        for fact in list(self._unkept.values()):
            self._say(Keep(fact=fact))

    # The reading thread: everything below runs there, and touches the rest by signal only

    def _read(self) -> None:
        from multiprocessing.connection import Client

        while not self._stopping.is_set():
            try:
                socket = Client(self._address)
            except (OSError, EOFError):
                self._stopping.wait(PATIENCE)
                continue
            self._socket = socket
            self._turned.emit(True)
            self._listen(socket)
            self._socket = None
            socket.close()
            self._turned.emit(False)
            self._stopping.wait(PATIENCE)

    def _listen(self, socket: Any) -> None:
        try:
            while not self._stopping.is_set():
                self._heard.emit(decode(socket.recv_bytes(LONGEST), FromAgent))  # type: ignore[arg-type]
        except (OSError, EOFError, msgspec.DecodeError):
            return


def _shut(socket: Any) -> None:
    """Make the thread that reads this socket stop; closing it alone would leave the read hanging."""
    import socket as sockets

    try:
        with sockets.socket(fileno=os.dup(socket.fileno())) as twin:
            twin.shutdown(sockets.SHUT_RDWR)
    except (OSError, ValueError):
        socket.close()

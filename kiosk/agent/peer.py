"""One connection of a screen."""

from __future__ import annotations

import logging
import os
import signal
import socket
import struct
import threading
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from kiosk.wire import decode, encode
from kiosk.wire.link import FromAgent, FromScreen

log = logging.getLogger(__name__)

#: Bytes of one message.
LONGEST = 1 << 20

#: Seconds that a peer may leave its mail lying before we hang up.
_UNREAD = 5


class Peer:
    """`pid`, `version`: what the screen said it is; 0 and "" before its `Hello`; `turn`: whether somebody is at it.
    Any thread may call `say`."""

    def __init__(self, connection: Connection[Any, Any]) -> None:
        self.pid, self.version, self.turn = 0, "", False
        self._connection = connection
        self._lock = threading.Lock()
        if os.name == "posix":
            with self._socket() as own:
                own.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("ll", _UNREAD, 0))

    def say(self, message: FromAgent) -> None:
        """Send it; a peer that is gone or does not read is cut off."""
        try:
            with self._lock:
                self._connection.send_bytes(encode(message))
        except (OSError, ValueError):
            self.cut()

    def hear(self, patience: float) -> FromScreen | None:
        """The next message, or None when the peer is gone. `TimeoutError` after so many seconds of silence."""
        silent = time.monotonic() + patience
        try:
            while not self._connection.poll(max(silent - time.monotonic(), 0)):
                if time.monotonic() >= silent:
                    raise TimeoutError
            return decode(self._connection.recv_bytes(LONGEST), FromScreen)  # type: ignore[arg-type]
        except TimeoutError:
            raise
        except (OSError, EOFError):
            return None

    def end_process(self) -> None:
        """End the screen, if the one that said `Hello` is the one at the other end and we may."""
        if not self.pid or self.pid != self._real_pid():
            return
        try:
            os.kill(self.pid, signal.SIGKILL)
        except OSError as error:
            log.error("process %s cannot be ended: %s", self.pid, error)

    def cut(self) -> None:
        """Make the thread that reads here stop."""
        with suppress(OSError, ValueError):
            if os.name == "posix":
                with self._socket() as own:
                    own.shutdown(socket.SHUT_RDWR)
            else:
                self._connection.close()

    def close(self) -> None:
        """Hang up."""
        # Under the lock: the number of a closed handle may be another's at once
        with suppress(OSError), self._lock:
            self._connection.close()

    def _real_pid(self) -> int:
        """Which process made the connection, as the kernel knows it (SO_PEERCRED, unix(7)); 0 where it does not say."""
        option = getattr(socket, "SO_PEERCRED", None)
        if option is None:
            return 0
        with suppress(OSError, ValueError), self._socket() as own:
            return int(struct.unpack("iii", own.getsockopt(socket.SOL_SOCKET, option, 12))[0])
        return 0

    def _socket(self) -> socket.socket:
        return socket.socket(fileno=os.dup(self._connection.fileno()))

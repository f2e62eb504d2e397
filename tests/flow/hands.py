"""The screen's side of a kiosk by hand, with a ledger of what was asked and what was promised."""

from __future__ import annotations

import contextlib
import os
import threading
import time
import uuid
from multiprocessing.connection import Client
from typing import Any

from kiosk.wire import AnyFact, Claim, Result, decode, encode
from kiosk.wire.link import Alive, Answered, FromAgent, Hello, Keep, Kept
from tests.flow.house import WHEN, Kiosk

UNTIL = WHEN.replace(hour=16)


class Hands:
    """Like `kiosk.screen.link`: what has no `Kept` is handed over again when the agent is back. `asked` and `promised`
    are the ledger; nothing is ever removed from it."""

    def __init__(self, kiosk: Kiosk) -> None:
        self.asked: dict[str, AnyFact] = {}
        self.promised: set[str] = set()
        self.answers: dict[str, Result] = {}
        self._address = kiosk.settings.link
        self._over, self._lock = threading.Event(), threading.Lock()
        self._connection: Any = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def claim(self, desk: str) -> str:
        """Ask for that desk; the claim's id."""
        fact = Claim(id=str(uuid.uuid4()), desk=desk, until=UNTIL)
        self.asked[fact.id] = fact
        self._say(Keep(fact=fact))
        return fact.id

    def die(self) -> None:
        """Gone in the middle of whatever it was, as a killed screen is: nothing more is handed over."""
        self._over.set()
        if self._connection is not None:
            with contextlib.suppress(OSError):
                self._connection.close()

    def _say(self, message: object) -> None:
        if self._connection is not None:
            with contextlib.suppress(OSError, ValueError), self._lock:
                self._connection.send_bytes(encode(message))

    def _run(self) -> None:
        while not self._over.is_set():
            with contextlib.suppress(OSError, EOFError), Client(self._address) as connection:
                self._connection = connection
                self._say(Hello(pid=os.getpid(), version="hands", turn=True))
                for id, fact in list(self.asked.items()):
                    if id not in self.promised:
                        self._say(Keep(fact=fact))
                self._hear(connection)
            self._connection = None
            time.sleep(0.02)

    def _hear(self, connection: Any) -> None:
        while not self._over.is_set():
            if not connection.poll(0.2):
                # Who is silent for long is taken for hung and killed, and this process is the test itself
                self._say(Alive())
                continue
            match decode(connection.recv_bytes(), FromAgent):  # type: ignore[arg-type]
                case Kept(id=id):
                    self.promised.add(id)
                case Answered(result=result):
                    self.answers[result.id] = result

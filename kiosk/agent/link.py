"""The agent's end of the socket: what the screen asks, and what it hears.

One thread for each connection. A fact is on disk before its `Kept` goes out. A screen that goes away, however that
came about, is wiped after; one that no longer says `Alive` is taken for hung and is ended, so that whoever supervises
it starts it anew (systemd on a kiosk, `wegwijs demo` in the demo).
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from typing import Any

import msgspec

from kiosk import clock
from kiosk.agent.peer import Peer
from kiosk.agent.screens import Screens
from kiosk.agent.wipe import wipe
from kiosk.errors import BadInput, KnownError
from kiosk.failpoints import reach
from kiosk.settings import Settings
from kiosk.store.files import SHARED
from kiosk.wire import AnyFact, Practised
from kiosk.wire.link import (
    Alive,
    Damaged,
    Ended,
    FromAgent,
    FromScreen,
    Hello,
    Keep,
    Kept,
    Look,
    NotKept,
    Status,
    Wiped,
)

log = logging.getLogger(__name__)

#: Seconds without a word after which a screen is taken for hung.
PATIENCE = 20.0

#: One screen, and room for its successor and for `status`.
MOST = 8

#: The longest path that fits in a socket's address (sun_path, unix(7)), without the closing zero.
_LONGEST_PATH = 107


class Link:
    """`keep` puts a fact on disk or raises `KnownError`; `kept` is called after, and when a wipe failed: there is
    something to tell; `status` is what newcomers hear; `damaged` is called when a screen cannot read the index; `look`
    hears which title somebody looks at, "" for none."""

    def __init__(
        self,
        settings: Settings,
        keep: Callable[[AnyFact | Practised], None],
        kept: Callable[[], None],
        status: Callable[[], Status],
        patience: float = PATIENCE,
        damaged: Callable[[], None] = lambda: None,
        look: Callable[[str], None] = lambda title: None,
    ) -> None:
        self._address, self._turn = settings.link, settings.turn
        self._keep, self._kept, self._status, self._patience = keep, kept, status, patience
        self._damaged, self._look = damaged, look
        self._peers: set[Peer] = set()
        self.screens = Screens(self._peers)
        self._stopping = threading.Event()
        self._listener: Listener | None = None
        self._thread = threading.Thread(target=self._accept, name="link", daemon=True)

    def open(self) -> None:
        """Wipe what an earlier Turn may have left, and listen. `kiosk.store.lock` lets only one agent come here."""
        self._wipe()
        if os.name == "posix":
            self._listener = _listen_here(Path(self._address))
        else:
            self._listener = Listener(self._address, "AF_PIPE")
        self._thread.start()

    def close(self) -> None:
        """Stop listening and hang up."""
        self._stopping.set()
        with suppress(OSError):
            Client(self._address).close()
        self._thread.join(1)
        for peer in list(self._peers):
            peer.cut()
        if self._listener is not None:
            self._listener.close()

    def say(self, message: FromAgent) -> None:
        """To every screen."""
        for peer in list(self._peers):
            peer.say(message)

    def _accept(self) -> None:
        assert self._listener is not None
        while not self._stopping.is_set():
            try:
                connection: Connection[Any, Any] = self._listener.accept()
            except (OSError, EOFError) as error:
                log.warning("somebody did not get through: %s", error)
                continue
            if self._stopping.is_set() or len(self._peers) >= MOST:
                connection.close()
                continue
            self._welcome(connection)

    def _welcome(self, connection: Connection[Any, Any]) -> None:
        try:
            peer = Peer(connection)
        except OSError as error:
            log.warning("somebody did not get through: %s", error)
            connection.close()
            return
        self._peers.add(peer)
        threading.Thread(target=self._serve, args=(peer,), name="screen", daemon=True).start()

    def _serve(self, peer: Peer) -> None:
        try:
            self._say_status(peer)
            while (message := peer.hear(self._patience)) is not None:
                self._answer(peer, message)
        except TimeoutError:
            log.error("the screen (process %s) has said nothing for %s s and is ended", peer.pid, self._patience)
            peer.end_process()
        except msgspec.DecodeError as error:
            log.error("what came over the link is no message: %s", error)
        finally:
            self._gone(peer)

    def _answer(self, peer: Peer, message: FromScreen) -> None:
        match message:
            case Hello(pid=pid, version=version, turn=turn):
                peer.version, peer.turn, peer.pid = version, turn, pid
                log.info("screen %s is there (process %s)", version, pid)
                self._say_status(peer)
            case Keep(fact=fact):
                self._keep_fact(peer, fact)
            case Look(title=title):
                self._look(title)
            case Ended():
                peer.turn = False
                self._look("")
                peer.say(Wiped(left=self._wipe()))
            case Damaged():
                log.error("the screen cannot read the catalogue's index")
                self._damaged()
            case Alive(turn=turn):
                # A screen of before 0.2 does not say
                peer.turn = peer.turn if turn is None else turn

    def _say_status(self, peer: Peer) -> None:
        # Without it a screen goes on, and only one that was heard out is wiped after
        try:
            peer.say(self._status())
        except KnownError as error:
            log.error("how it is cannot be told: %s", error)

    def _keep_fact(self, peer: Peer, fact: AnyFact | Practised) -> None:
        try:
            self._keep(fact)
        except KnownError as error:
            log.error("a fact could not be kept: %s", error)
            peer.say(NotKept(id=fact.id, reason=str(error)))
            return
        reach("after keep")
        peer.say(Kept(id=fact.id))
        self._kept()

    def _gone(self, peer: Peer) -> None:
        self._peers.discard(peer)
        peer.close()
        if peer.pid and not self._stopping.is_set():
            log.info("the screen (process %s) is gone", peer.pid)
            self._look("")
            self._wipe()

    def _wipe(self) -> int:
        left = wipe(self._turn)
        self.screens.wipes.add(left, clock.now())
        if left:
            log.error("%d files of a visitor would not go", left)
            self._kept()
        return left


def _listen_here(path: Path) -> Listener:
    if len(os.fsencode(path)) > _LONGEST_PATH:
        raise BadInput("The path of the agent's socket is too long", str(path), "Choose a shorter `state`.")
    path.unlink(missing_ok=True)
    before = os.umask(0o777 & ~SHARED)
    try:
        return Listener(str(path), "AF_UNIX")
    finally:
        os.umask(before)

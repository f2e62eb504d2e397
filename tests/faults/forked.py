"""A house of forked children that are killed a thousand times: the real agent's parts, the real central, real files.

Why forked: a new Python with Django takes a second to start, a fork of one that has everything takes milliseconds. The
parent is the screen; it keeps the ledger and is never killed. `python -m tests.faults.forked KILLS SEED` prints what
was done as JSON, and ends with 1 when the ledger and central differ.
"""

from __future__ import annotations

import gc
import os
import random
import secrets
import shutil
import signal
import socket
import sqlite3
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import timedelta
from multiprocessing import Pipe
from pathlib import Path
from socketserver import BaseServer
from typing import Any, NoReturn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

import msgspec

from kiosk import clock, failpoints
from kiosk.agent.client import Client
from kiosk.agent.keep import Facts
from kiosk.agent.link import Link
from kiosk.agent.peer import Peer
from kiosk.agent.puller import Puller
from kiosk.agent.sender import Sender
from kiosk.errors import KnownError
from kiosk.settings import Settings
from kiosk.store.writer import Writer
from kiosk.wire import AnyFact, Batch, Change, Changes, Heads, Results, Sent, Snapshot, decode, encode
from kiosk.wire.link import FromScreen, Keep, Status
from tests.flow.house import with_us

#: How an agent's child ends that was not killed: all done, or central was not there.
DONE, NO_ANSWER = 0, 3

BRANCH = "laak"

MEMORY = Path("/dev/shm") if Path("/dev/shm").is_dir() else None

#: The most central's child is given to listen anew, in seconds.
PATIENCE = 10.0


def furnish(folder: Path) -> None:
    """A central with one branch, 40 desks and one enrolled kiosk, to be copied."""
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'central.db'}"
    os.environ["WEGWIJS_SECRET_KEY"] = secrets.token_urlsafe(48)
    os.environ["DJANGO_SETTINGS_MODULE"] = "kiosk.central.settings"
    import django
    from django.core.management import call_command
    from django.db import connections

    django.setup()
    call_command("migrate", verbosity=0)
    from kiosk.central.fleet.models import Branch, Kiosk
    from kiosk.central.sync.answers import token_digest
    from kiosk.central.sync.models import Key, Token
    from kiosk.central.workspaces.models import Desk

    branch = Branch(id=BRANCH, name="Bibliotheek Laak", short="Laak")
    branch.save()
    for number in range(40):
        Desk(id=f"t{number}", branch=branch, name=f"Tafel {number}", kind="table", x=number).save()
    kiosk = Kiosk(branch=branch, name="Computer 1", desk_id="t0")
    kiosk.save()
    moment = clock.now()
    later = moment + timedelta(days=1)
    key = Key.objects.create(kiosk=kiosk, public="k1", asked=moment, expires=later, approved=moment, generation=1)
    Token.objects.create(key=key, digest=token_digest("a-token"), nonce="n1", generation=1, expires=later)
    (folder / "token").write_text("a-token")
    _warm_up()
    connections.close_all()
    gc.collect()
    gc.freeze()


def _warm_up() -> None:
    """All that is imported or made at a first use is there before the first fork."""
    from django.core.wsgi import get_wsgi_application
    from django.urls import resolve

    get_wsgi_application()
    resolve("/v1/facts")
    kinds: list[Any] = [FromScreen, AnyFact, Batch, Sent, Heads, Changes, Change, Snapshot, Results]
    for kind in kinds:
        with suppress(msgspec.DecodeError):
            decode(b"{}", kind)


class House:
    """One central and one kiosk in that folder."""

    def __init__(self, folder: Path) -> None:
        self.database = folder / "central.db"
        self.settings = Settings(state=folder / "kiosk", credential="file")
        self.settings.state.mkdir(exist_ok=True)
        self.log = (folder / "log").open("ab")
        self._token = (folder / "token").read_text()
        self._place = socket.create_server(("127.0.0.1", 0), backlog=64)
        self._url = "http://{}:{}".format(*self._place.getsockname())
        self._central = 0

    def central(self, step: str = "") -> None:
        """Start it in place of the one that runs."""
        self.kill_central()
        self._central = self._fork(step, self._serve)

    def kill_central(self) -> None:
        if self._central:
            os.kill(self._central, signal.SIGKILL)
            os.waitpid(self._central, 0)
            self._central = 0

    def wait(self, agent: int) -> Iterator[int]:
        """Until this agent is gone: how it ended, and how centrals ended that died meanwhile (those start anew)."""
        while True:
            pid, status = os.waitpid(-1, 0)
            yield os.waitstatus_to_exitcode(status)
            if pid == agent:
                return
            # Forgotten before anything else: its number may be another's from now on
            assert pid == self._central
            self._central = 0
            self.central()

    def kill_one(self, agent: int, dice: random.Random) -> None:
        """The agent or central, neither of them waited for yet."""
        os.kill(dice.choice([agent, self._central]), signal.SIGKILL)

    @contextmanager
    def agent(self, step: str, facts: list[AnyFact]) -> Iterator[tuple[int, Any]]:
        """An agent that keeps these, sends all that waits and pulls; its process, and the screen's end of the link."""
        ours, theirs = Pipe()
        for fact in facts:
            ours.send_bytes(encode(Keep(fact=fact)))
        pid = self._fork(step, lambda: self._work(theirs, len(facts)))
        theirs.close()
        try:
            yield pid, ours
        finally:
            ours.close()

    def anew(self) -> None:
        """A backup of central was restored: every feed starts anew."""
        with closing(sqlite3.connect(self.database)) as central, central:
            central.execute("UPDATE sync_epoch SET number = number + 1")

    def spoil_facts(self) -> None:
        """A bad block under the index of the facts: the file is damaged, every row can still be read."""
        if not self.settings.facts.exists():
            return
        with closing(sqlite3.connect(self.settings.facts, isolation_level=None)) as facts:
            facts.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            found = facts.execute("SELECT rootpage FROM sqlite_master WHERE type = 'index'").fetchone()
            (size,) = facts.execute("PRAGMA page_size").fetchone()
        with self.settings.facts.open("r+b") as file:
            file.seek((found[0] - 1) * size)
            file.write(b"\xff" * size)

    def close(self) -> None:
        self.kill_central()
        self._place.close()
        self.log.close()

    def client(self) -> Client:
        return Client(self._url, self._token)

    def _fork(self, step: str, work: Callable[[], None]) -> int:
        pid = os.fork()
        if pid:
            return pid
        with_us()
        # A collection would touch, and so copy, all that parent and child share
        gc.disable()
        os.dup2(self.log.fileno(), 2)
        failpoints.arm(step)
        _end(work)

    def _serve(self) -> None:
        from django.core.wsgi import get_wsgi_application

        server = _Server(self._place)
        server.set_app(get_wsgi_application())
        server.serve_forever(poll_interval=PATIENCE)

    def _work(self, connection: Any, count: int) -> None:
        facts, writer, peer = Facts(self.settings.facts), Writer(self.settings.replica), Peer(connection)
        link = Link(self.settings, facts.keep, lambda: None, lambda: Status(online=True))
        for _ in range(count):
            message = peer.hear(PATIENCE)
            if message is not None:
                link._answer(peer, message)
        writer.belong("k1", BRANCH)
        client = self.client()
        Sender(facts, lambda result: None).send(client)
        puller(writer, self.settings.coming).pull(client, BRANCH)


def puller(writer: Writer, folder: Path) -> Puller:
    """One that is in no hurry, and whose news interest nobody."""
    return Puller(writer, folder, lambda came: None, lambda feed, changes: None)


class _Server(WSGIServer):
    """Serves at a socket that listens already, so that central has the same address after every death."""

    def __init__(self, place: socket.socket) -> None:
        BaseServer.__init__(self, place.getsockname(), _Quiet)
        self.socket = place
        self.server_name, self.server_port = "127.0.0.1", place.getsockname()[1]
        self.setup_environ()


class _Quiet(WSGIRequestHandler):
    # It writes head and body apart, and would wait for the other side in between
    disable_nagle_algorithm = True

    def log_message(self, *_: Any) -> None:
        pass


def _end(work: Callable[[], None]) -> NoReturn:
    """Do it, and end this child without anything that its parent has prepared for its own end."""
    code = 1
    try:
        work()
        code = DONE
    except KnownError as error:
        code = NO_ANSWER
        _log(str(error))
    except BaseException:
        _log(traceback.format_exc())
    finally:
        os._exit(code)


def _log(text: str) -> None:
    # The log may be on a disk that is full
    with suppress(OSError):
        os.write(2, f"{text}\n".encode())


@contextmanager
def houses(place: Path | None = MEMORY) -> Iterator[Callable[[], House]]:
    """A function that opens one new house after another; in memory where the system has a place for that, since what
    kill -9 cannot reach (the page cache) is no subject here."""
    with tempfile.TemporaryDirectory(prefix="wegwijs-forked-", dir=place) as name:
        folder = Path(name)
        (folder / "0").mkdir()
        furnish(folder / "0")
        # Every House has the database where Django looks for it
        shutil.copytree(folder / "0", folder / "furnished")

        def open_house() -> House:
            shutil.rmtree(folder / "0")
            shutil.copytree(folder / "furnished", folder / "0")
            return House(folder / "0")

        yield open_house

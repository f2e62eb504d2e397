"""Three kiosks, a line to each, and central, in one process under one clock that tests move."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction

from kiosk import clock
from kiosk.agent import keep
from kiosk.agent.keep import Facts
from kiosk.agent.puller import Puller
from kiosk.agent.sender import Sender
from kiosk.central.sync import views
from kiosk.central.sync.models import Fact as FactRow
from kiosk.errors import KnownError
from kiosk.store.replica import Replica
from kiosk.store.writer import Writer
from kiosk.wire import FEEDS, AnyFact, decode
from tests.central.made_up import FakeKiosk, desk
from tests.faults.line import Line, central, client

BEGIN = datetime(2026, 11, 18, 13, 7, tzinfo=UTC)
DESKS = ("t1", "t2", "t3", "t4")

_MEMORY = Path("/dev/shm")


class World:
    """`now`: the true time. `asked`: every fact that a kiosk promised to keep, by id. Nothing of it remains after
    `close`."""

    def __init__(self) -> None:
        self.now = BEGIN
        self.asked: dict[str, AnyFact] = {}
        self._folder = Path(tempfile.mkdtemp(dir=_MEMORY if _MEMORY.is_dir() else None))
        self._before = (clock.datetime, keep.ticks, keep.boot)
        views._page.cache_clear()  # another world may have had other changes under the same cursors
        self._rollback = transaction.atomic()
        self._rollback.__enter__()
        with self.clock():
            desks = {id: desk(id, x=place) for place, id in enumerate(DESKS)}
            seats = [desks["t1"], desks["t2"], None]
            self.kiosks = [Kiosk(self, self._folder, name, seat) for name, seat in zip("abc", seats, strict=True)]

    @contextmanager
    def clock(self, ahead: timedelta = timedelta()) -> Iterator[None]:
        """Central's clock, or one that is wrong by so much."""
        before = clock.datetime
        clock.datetime = _Watch(self.now + ahead)  # type: ignore[misc, assignment]
        try:
            yield
        finally:
            clock.datetime = before  # type: ignore[misc]

    def central(self, request: bytes) -> bytes:
        with self.clock():
            return central(request)

    def fresh(self) -> dict[str, dict[str, object]]:
        """What a kiosk knows that never was here before."""
        name = f"fresh-{len(list(self._folder.iterdir()))}.db"
        writer = Writer(self._folder / name)
        with self.clock():
            puller(writer, self._folder / "coming").pull(client(self.kiosks[0].token, Line(self.central)), "laak")
        writer.close()
        return known(self._folder / name)

    def heal(self) -> None:
        """The lines are sound again: what was under way arrives, and every kiosk speaks with central until all is
        told."""
        for kiosk in self.kiosks:
            kiosk.line.faults.clear()
            for request in kiosk.line.late:
                kiosk.line.deliver(request)
            kiosk.line.late.clear()
        for _ in range(2):
            for kiosk in self.kiosks:
                wrong = kiosk.exchange()
                assert not wrong, f"a sound line, and yet: {wrong}"

    def facts(self) -> dict[str, AnyFact]:
        """What central took in."""
        return {row.pk: decode(bytes(row.body), AnyFact) for row in FactRow.objects.all()}  # type: ignore[arg-type]

    def close(self) -> None:
        for kiosk in self.kiosks:
            kiosk.facts.close()
            kiosk.writer.close()
        transaction.set_rollback(True)
        self._rollback.__exit__(None, None, None)
        clock.datetime, keep.ticks, keep.boot = self._before  # type: ignore[misc]
        shutil.rmtree(self._folder)


class Kiosk:
    """The agent's parts on real files. `ahead`: how wrong the clock on its wall is."""

    def __init__(self, world: World, folder: Path, name: str, seat: Any) -> None:
        self._enrolled = FakeKiosk(seat=seat, name=name)
        self.id, self.token = self._enrolled.row.pk, self._enrolled.token
        self.ahead = timedelta()
        self.line = Line(world.central)
        self._world, self._folder, self._name = world, folder, name
        self._booted, self._boots = world.now, 0
        self._open()

    def _open(self) -> None:
        self.facts = Facts(self._folder / f"{self._name}-facts.db")
        self.writer = Writer(self._folder / f"{self._name}-replica.db")
        self._client = client(self.token, self.line, self._renew)
        self._sender = Sender(self.facts, lambda result: None)
        self._puller = puller(self.writer, self._folder / f"{self._name}-coming")

    def known(self) -> dict[str, dict[str, object]]:
        return known(self._folder / f"{self._name}-replica.db")

    def keep(self, fact: AnyFact) -> None:
        with self._at_work():
            self.facts.keep(fact)
        self._world.asked[fact.id] = fact

    def exchange(self) -> str:
        """Send and pull, as the engine does; why it did not work, or ""."""
        with self._at_work():
            try:
                self.writer.belong(self.id, "laak")
                self._sender.send(self._client)
                self._puller.pull(self._client, "laak")
            except KnownError as error:
                return str(error)
        return ""

    def restart(self) -> None:
        """The agent ends anyhow and comes back."""
        self.facts.close()
        self.writer.close()
        self._open()

    def reboot(self) -> None:
        """The whole computer."""
        self._booted, self._boots = self._world.now, self._boots + 1
        self.restart()

    def _renew(self) -> str:
        # Tokens live a day, and here days pass; that one is bought over a sound line
        with self._world.clock():
            self.token = self._enrolled.key.buy(self.id)
        return self.token

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        keep.ticks = lambda: (self._world.now - self._booted) // timedelta(milliseconds=1)
        keep.boot = lambda: f"{self._name}-{self._boots}"  # type: ignore[assignment]
        with self._world.clock(self.ahead):
            yield


def puller(writer: Writer, folder: Path) -> Puller:
    """One that is in no hurry, and whose news interest nobody."""
    return Puller(writer, folder, lambda came: None, lambda feed, changes: None)


class _Watch:
    """Stands at one moment; `kiosk.clock` asks it as it asks `datetime`."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment

    def now(self, zone: Any) -> datetime:
        return self._moment.astimezone(zone)


def known(path: Path) -> dict[str, dict[str, object]]:
    """All records of a replica, by feed and id."""
    replica = Replica(path, path)
    found = {feed: {record.id: record for record in replica.all(feed)} for feed in FEEDS}
    replica.close()
    return found  # type: ignore[return-value]

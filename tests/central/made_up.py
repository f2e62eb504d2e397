"""A small library, and kiosks that call central as an agent does."""

from __future__ import annotations

import gzip
import itertools
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import uuid4

import msgspec
from django.test import Client

from kiosk.central.fleet.models import Branch, Kiosk
from kiosk.central.sync.enrolment import enrol, make_code
from kiosk.central.workspaces.models import Desk
from kiosk.clock import now
from kiosk.wire import FEEDS, Change, Changes, Fact, Heads, Results, Sent, Snapshot, decode, encode
from kiosk.wire.digest import digest


def branch(id: str = "laak") -> Branch:
    """A branch that is there once."""
    known = Branch.objects.filter(pk=id).first()
    if known is None:
        known = Branch(id=id, name=f"Bibliotheek {id.title()}", short=id.title())
        known.save()
    return known


def desk(id: str = "laak-t4", of: str = "laak", kind: str = "table", **values: Any) -> Desk:
    """A desk in that branch."""
    row = Desk(id=id, branch=branch(of), name=id.title(), kind=kind, **values)
    row.save()
    return row


class FakeKiosk:
    """An enrolled kiosk: sends facts and reads feeds through the views of central."""

    def __init__(self, of: str = "laak", seat: Desk | None = None, name: str = "Kiosk") -> None:
        self.row = Kiosk(branch=branch(of), name=name, desk=seat)
        self.row.save()
        enrolled = enrol(make_code(self.row))
        assert enrolled is not None
        self.token = enrolled[1]
        self._seq = itertools.count(1)
        self._web = Client()

    def get(self, path: str, **headers: str) -> Any:
        """Whatever central answers."""
        return self._web.get(path, headers={"authorization": f"Bearer {self.token}", **headers})

    def heads(self) -> Heads:
        """The heads of its own branch."""
        return decode(self.get(f"/v1/branches/{self.row.branch_id}/heads").content, Heads)

    def head(self, feed: str) -> str:
        """The newest cursor of a feed."""
        return self.heads().heads[feed]

    def page(self, feed: str, since: str, to: str = "") -> Changes:
        """One page of what changed, up to the head unless said otherwise."""
        to = to or self.head(feed)
        reply = self.get(f"/v1/feeds/{feed}/changes?branch={self.row.branch_id}&since={since}&to={to}")
        assert reply.status_code == 200, reply.content
        return decode(reply.content, Changes)

    def snapshot(self, feed: str) -> Snapshot:
        """Where to begin."""
        reply = self.get(f"/v1/feeds/{feed}/snapshot?branch={self.row.branch_id}")
        assert reply.status_code == 200, reply.content
        return decode(reply.content, Snapshot)

    def file(self, snapshot: Snapshot, **headers: str) -> Any:
        """The answer with its file."""
        path = f"/v1/feeds/{snapshot.feed}/snapshots/{snapshot.at}"
        return self.get(f"{path}?branch={self.row.branch_id}", **headers)

    def changes(self, feed: str, since: str) -> dict[str, Change]:
        """All that changed, by id."""
        return {change.id: change for change in self.page(feed, since).changes}

    def everything(self, feed: str) -> tuple[str, dict[str, Change]]:
        """The head, and every record by id: as an agent gets them that has none, each digest checked."""
        first = self.snapshot(feed)
        body = self.file(first).getvalue()
        assert (len(body), sha256(body).hexdigest()) == (first.size, first.sha256)
        found = {change.id: change for change in map(_change, gzip.decompress(body).splitlines())}
        assert len(found) == first.count
        since, head = first.at, self.head(feed)
        while since != head:
            page = self.page(feed, since, head)
            for change in page.changes:
                found.pop(change.id, None)
                found |= {} if change.deleted else {change.id: change}
            assert page.digest in ("", digest((change.id, change.rev) for change in found.values()))
            since = page.to
        return head, found

    def records(self, feed: str) -> dict[str, Any]:
        """The records of a feed, by id."""
        return {id: decode(change.record, FEEDS[feed].record) for id, change in self.everything(feed)[1].items()}

    def sent(self, fact: Fact, age: timedelta | None = timedelta(), at: datetime | None = None) -> Sent:
        """A fact on its way that happened `age` ago; None: the computer restarted since."""
        return Sent(
            id=fact.id,
            seq=next(self._seq),
            kind=type(fact).__name__.lower(),
            age_ms=None if age is None else age // timedelta(milliseconds=1),
            at=at or now() - (age or timedelta()),
            data=msgspec.Raw(encode(fact)),
        )

    def post(self, body: bytes, **headers: str) -> Any:
        """Whatever central answers to these bytes."""
        return self._web.post(
            "/v1/facts",
            body,
            content_type="application/json",
            headers={"authorization": f"Bearer {self.token}", **headers},
        )

    def send(self, *facts: Any) -> Results:
        """Send these, as one batch; what is no fact goes as plain JSON."""
        reply = self.post(encode({"facts": facts}))
        assert reply.status_code == 200, reply.content
        return decode(reply.content, Results)

    def do(self, fact: Fact, age: timedelta | None = timedelta(), at: datetime | None = None) -> Any:
        """Send one fact; its result."""
        return self.send(self.sent(fact, age, at)).results[0]


def _change(line: bytes) -> Change:
    return decode(line, Change)


def new_id() -> str:
    """A fact's id."""
    return str(uuid4())


def soon(minutes: int = 60) -> datetime:
    """That many minutes from now."""
    return now() + timedelta(minutes=minutes)

"""A small library, and kiosks that call central as an agent does."""

from __future__ import annotations

import gzip
import itertools
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import uuid4

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.test import Client

from kiosk.central.fleet.models import Branch, Kiosk
from kiosk.central.sync.enrolment import make_code
from kiosk.central.workspaces.models import Desk
from kiosk.clock import now
from kiosk.wire import (
    FEEDS,
    Change,
    Changes,
    Enrol,
    Fact,
    Heads,
    Nonce,
    Proof,
    Results,
    Sent,
    Snapshot,
    Token,
    decode,
    encode,
    proof,
)
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


class Keyed:
    """A key that wants in, as an agent's. `generation`: the number of the last token that it wrote down."""

    def __init__(self) -> None:
        self._private = Ed25519PrivateKey.generate()
        self.public = self._private.public_key().public_bytes_raw()
        self.generation = 0
        self._web = Client()

    def enrol(self, code: str = "") -> Any:
        """Whatever central answers to this key, with that code or without."""
        return self._web.post("/v1/enrol", encode(Enrol(key=self.public, code=code)), content_type="application/json")

    def nonce(self) -> str:
        """A new one."""
        return decode(self._web.get("/v1/nonce").content, Nonce).nonce

    def proof(self, kiosk: str, nonce: str = "", generation: int | None = None) -> Proof:
        """Signed as it should be."""
        number, nonce = self.generation if generation is None else generation, nonce or self.nonce()
        signature = self._private.sign(proof(nonce, kiosk, number))
        return Proof(key=self.public, kiosk=kiosk, nonce=nonce, generation=number, signature=signature)

    def show(self, proof: Proof) -> Any:
        """Whatever central answers to this proof."""
        return self._web.post("/v1/tokens", encode(proof), content_type="application/json")

    def buy(self, kiosk: str) -> str:
        """A token; its number is written down."""
        reply = self.show(self.proof(kiosk))
        assert reply.status_code == 200, reply.content
        bought = decode(reply.content, Token)
        self.generation = bought.generation
        return bought.token


class FakeKiosk:
    """An enrolled kiosk: sends facts and reads feeds through the views of central."""

    def __init__(self, of: str = "laak", seat: Desk | None = None, name: str = "Kiosk") -> None:
        self.row = Kiosk(branch=branch(of), name=name, desk=seat)
        self.row.save()
        self.key = Keyed()
        assert self.key.enrol(make_code(self.row)).status_code == 200
        self.token = self.key.buy(self.row.pk)
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

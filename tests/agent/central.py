"""A scripted central that plays by the rules of `wire.sync`, for one kiosk, in memory."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Sequence
from hashlib import sha256
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, unquote, urlsplit

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kiosk import clock
from kiosk.wire import (
    SERVICE,
    AnyFact,
    Availability,
    Batch,
    Change,
    Changes,
    Claim,
    Copy,
    Enrol,
    Enrolled,
    Fact,
    Heads,
    Health,
    Heard,
    Kiosk,
    Nonce,
    Order,
    Practice,
    Practised,
    Proof,
    Record,
    Result,
    Results,
    Snapshot,
    Token,
    Visit,
    Waiting,
    decode,
    encode,
    proof,
)
from kiosk.wire.digest import digest
from tests.agent import scripted

KIOSK = Kiosk(id="k1", branch="laak", name="Computer 3", desk="laak-c3")
TOKEN = "a-token-of-the-tests-0123456789"
NONCE = "a-nonce-of-the-tests-0123456789"
CODE = "ABCDEFGH"


class Central:
    """Records by feed, with revisions; facts by id. `page`: the most changes in one answer.

    `keys`: which key is which kiosk; `code`: what makes a key `KIOSK` at once; `refuses`: by key, the name of the
    problem; `generation`: the number of the last token.
    """

    def __init__(self) -> None:
        self.epoch, self.rev, self.page = 1, 0, 1000
        self.feeds: dict[str, dict[str, Change]] = {}
        self.facts: dict[str, Fact] = {}
        self.rejects: set[str] = set()
        self.reason = "no such desk"
        self.cannot_read: set[str] = set()
        self.stumbles: set[str] = set()
        self.batches: list[list[str]] = []
        self.practised: list[list[Practised]] = []
        self.poll_after = 30.0
        #: A feed cannot go on from before this revision; what is wrong with digests and files.
        self.kept_since = 0
        self.wrong_digest = ""
        self.file = b""
        self.cut: int | None = None
        self.keys: dict[bytes, Kiosk] = {}
        self.code = "GOODCODE"
        self.refuses: dict[bytes, str] = {}
        self.token, self.generation = TOKEN, 0
        self.healths: list[Health] = []
        self.orders: list[Order] = []
        self.covers: dict[str, bytes] = {}
        #: Where titles can be had; what is called before that is told.
        self.available: dict[str, list[Copy]] = {}
        self.before: Callable[[str], object] = lambda title: None

    def publish(self, feed: str, records: Sequence[Record]) -> None:
        for record in records:
            self.rev += 1
            change = Change(id=record.id, rev=self.rev, record=msgspec.Raw(encode(record)))
            self.feeds.setdefault(feed, {})[record.id] = change

    def remove(self, feed: str, id: str) -> None:
        self.rev += 1
        self.feeds[feed][id] = Change(id=id, rev=self.rev, deleted=True)

    def __call__(self, handler: BaseHTTPRequestHandler, path: str, sent: bytes) -> None:
        if path in ("/v1/enrol", "/v1/nonce", "/v1/tokens"):
            return self._trust(handler, path, sent)
        if handler.headers.get("Authorization") != f"Bearer {self.token}":
            return scripted.problem(handler, 401, "unknown-token")
        if self.refuses:
            return scripted.problem(handler, 403, next(iter(self.refuses.values())))
        if path.startswith("/v1/covers/"):
            return self._cover(handler, path.rpartition("/")[2])
        if path.endswith("/heads"):
            return self._heads(handler)
        if path == "/v1/facts":
            return self._facts(handler, sent)
        if path == "/v1/practice":
            return self._practice(handler, sent)
        if path.partition("?")[0].endswith("/snapshot"):
            return self._snapshot(handler, path)
        if "/snapshots/" in path:
            return self._file(handler)
        if path == "/v1/health":
            return self._health(handler, sent)
        if path.startswith("/v1/availability/"):
            return self._availability(handler, unquote(path.removeprefix("/v1/availability/")))
        return self._changes(handler, path)

    def _trust(self, handler: BaseHTTPRequestHandler, path: str, sent: bytes) -> None:
        if path == "/v1/nonce":
            return scripted.say(handler, 200, encode(Nonce(service=SERVICE, nonce=NONCE)))
        return self._enrol(handler, sent) if path == "/v1/enrol" else self._sell(handler, sent)

    def _enrol(self, handler: BaseHTTPRequestHandler, sent: bytes) -> None:
        asked = decode(sent, Enrol)
        if asked.key in self.refuses:
            return scripted.problem(handler, 403, self.refuses[asked.key])
        if asked.code == self.code:
            self.keys[asked.key] = KIOSK
        elif asked.code:
            return scripted.problem(handler, 403, "wrong-code")
        if asked.key in self.keys:
            return scripted.say(handler, 200, encode(Enrolled(service=SERVICE, kiosk=self.keys[asked.key])))
        waiting = Waiting(service=SERVICE, code=CODE, ask_after=1, good_for=3600)
        return scripted.say(handler, 202, encode(waiting))

    def _sell(self, handler: BaseHTTPRequestHandler, sent: bytes) -> None:
        asked = decode(sent, Proof)
        kiosk = self.keys.get(asked.key)
        if kiosk is None or kiosk.id != asked.kiosk:
            return scripted.problem(handler, 401, "unknown-key")
        if asked.key in self.refuses:
            return scripted.problem(handler, 403, self.refuses[asked.key])
        signed = proof(NONCE, asked.kiosk, asked.generation)
        Ed25519PublicKey.from_public_bytes(asked.key).verify(asked.signature, signed)
        self.generation = asked.generation + 1
        body = encode(Token(service=SERVICE, token=self.token, generation=self.generation))
        return scripted.say(handler, 200, body)

    def _cursor(self, feed: str) -> str:
        return f"e{self.epoch}-{max((change.rev for change in self.feeds[feed].values()), default=0)}"

    def _heads(self, handler: BaseHTTPRequestHandler) -> None:
        heads = {feed: self._cursor(feed) for feed in self.feeds}
        etag = f'"{self.epoch}-{self.rev}"'
        if handler.headers.get("If-None-Match") == etag:
            return scripted.say(handler, 304, b"", ETag=etag)
        body = encode(Heads(service=SERVICE, now=clock.now(), heads=heads, poll_after=self.poll_after))
        return scripted.say(handler, 200, body, ETag=etag)

    def _changes(self, handler: BaseHTTPRequestHandler, path: str) -> None:
        feed = path.split("/")[3]
        query = parse_qs(urlsplit(path).query, keep_blank_values=True)
        (since,), (to,) = query["since"], query["to"]
        epoch, _, rev = since.removeprefix("e").partition("-")
        if int(epoch) != self.epoch or int(rev) < self.kept_since:
            return scripted.problem(handler, 410, "cursor-expired")
        found = sorted((c for c in self.feeds[feed].values() if c.rev > int(rev)), key=lambda c: c.rev)
        more = len(found) > self.page
        found = found[: self.page]
        end = f"e{self.epoch}-{found[-1].rev}" if more else to
        page = Changes(
            service=SERVICE, feed=feed, since=since, to=end, more=more, digest=self._digest(feed, more), changes=found
        )
        return scripted.say(handler, 200, encode(page))

    def _digest(self, feed: str, more: bool) -> str:
        there = (change for change in self.feeds[feed].values() if not change.deleted)
        return "" if more else self.wrong_digest or digest((change.id, change.rev) for change in there)

    def _snapshot(self, handler: BaseHTTPRequestHandler, path: str) -> None:
        feed = path.split("/")[3]
        there = [change for change in self.feeds[feed].values() if not change.deleted]
        self.file = gzip.compress(b"".join(encode(change) + b"\n" for change in there), mtime=0)
        found = Snapshot(
            service=SERVICE,
            feed=feed,
            at=self._cursor(feed),
            size=len(self.file),
            sha256=sha256(self.file).hexdigest(),
            count=len(there),
        )
        return scripted.say(handler, 200, encode(found))

    def _file(self, handler: BaseHTTPRequestHandler) -> None:
        tag, size = f'"{sha256(self.file).hexdigest()}"', len(self.file)
        start = int(handler.headers.get("Range", "bytes=0-").removeprefix("bytes=").removesuffix("-"))
        headers = {"ETag": tag} | ({"Content_Range": f"bytes {start}-{size - 1}/{size}"} if start else {})
        body = self.file[start:][: self.cut]
        handler.close_connection = self.cut is not None
        handler.send_response(206 if start else 200)
        for name, value in {"Content_Type": "application/gzip", "Content_Length": str(size - start), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    def _facts(self, handler: BaseHTTPRequestHandler, sent: bytes) -> None:
        batch = decode(sent, Batch)
        self.batches.append([fact.id for fact in batch.facts])
        if any(fact.id in self.cannot_read for fact in batch.facts):
            return scripted.problem(handler, 400, "bad-request")
        taken = [fact for fact in batch.facts if fact.id not in self.stumbles]
        results = [self._take(decode(fact.data, AnyFact)) for fact in taken]  # type: ignore[arg-type]
        return scripted.say(handler, 200, encode(Results(service=SERVICE, now=clock.now(), results=results)))

    def _practice(self, handler: BaseHTTPRequestHandler, sent: bytes) -> None:
        self.practised.append(decode(sent, Practice).practised)
        results = [Result(id=one.id, status="stored") for one in self.practised[-1]]
        return scripted.say(handler, 200, encode(Results(service=SERVICE, now=clock.now(), results=results)))

    def _health(self, handler: BaseHTTPRequestHandler, sent: bytes) -> None:
        self.healths.append(decode(sent, Health))
        return scripted.say(handler, 200, encode(Heard(service=SERVICE, now=clock.now(), orders=self.orders)))

    def _availability(self, handler: BaseHTTPRequestHandler, title: str) -> None:
        self.before(title)
        if title not in self.available:
            return scripted.problem(handler, 404, "no-such-title")
        copies = self.available[title]
        found = Availability(service=SERVICE, title=title, copies=copies, fetched=clock.now(), live=True)
        return scripted.say(handler, 200, encode(found))

    def _cover(self, handler: BaseHTTPRequestHandler, name: str) -> None:
        if name not in self.covers:
            return scripted.problem(handler, 404, "no-such-cover")
        return scripted.say(handler, 200, self.covers[name], "image/jpeg", ETag=f'"{name}"')

    def _take(self, fact: Fact) -> Result:
        if fact.id in self.rejects:
            return Result(id=fact.id, status="rejected", reason=self.reason)
        if fact.id in self.facts:
            return Result(id=fact.id, status="duplicate")
        self.facts[fact.id] = fact
        if isinstance(fact, Claim):
            visit = Visit(id=fact.id, branch="laak", desk=fact.desk, kiosk="k1", since=clock.now(), until=fact.until)
            self.publish("visits", [visit])
        return Result(id=fact.id, status="stored")

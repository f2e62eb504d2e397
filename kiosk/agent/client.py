"""Talking to central: the questions of `wire.sync`, each answered with a struct or an error of `trust`."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from kiosk import clock
from kiosk.agent import trust
from kiosk.agent.http import Http
from kiosk.errors import BadInput
from kiosk.http import ALTOGETHER, LARGEST, Answer
from kiosk.wire import (
    LARGEST_COVER,
    Availability,
    Batch,
    Changes,
    Enrol,
    Enrolled,
    Heads,
    Health,
    Heard,
    Nonce,
    Practice,
    Practised,
    Proof,
    Results,
    Sent,
    Snapshot,
    Token,
    Waiting,
    encode,
)

#: Bytes from which it is worth packing what we send.
WORTH_PACKING = 1024

_LOOPBACK = ("localhost", "127.0.0.1", "::1")


class Client:
    """`central`: its address. `https` is demanded unless central runs on this computer; certificates are verified.
    `renew` buys another token when central does not take the one we have."""

    def __init__(
        self, central: str, token: str = "", altogether: float = ALTOGETHER, renew: Callable[[], str] | None = None
    ) -> None:
        self.central = central.rstrip("/")
        local = _checked(self.central)
        self._http = Http(token, proxies=not local, altogether=altogether)
        self._renew = renew
        self._etag = ""

    @property
    def token(self) -> str:
        """What proves us; "" when we have none."""
        return self._http.token

    @token.setter
    def token(self, token: str) -> None:
        self._http.token = token

    def heads(self, branch: str) -> Heads | None:
        """The newest cursors, or None when nothing changed since the last time."""
        known = {"If-None-Match": self._etag} if self._etag else {}
        answer = self._known("GET", f"branches/{quote(branch, safe='')}/heads", headers=known)
        if answer.status == 304 and self._etag:
            return None
        found = trust.heads(self._ok(answer))
        self._etag = answer.headers.get("etag", "")
        return found

    def changes(self, feed: str, branch: str, since: str, to: str) -> Changes:
        """What changed in a feed, or the next page of it; `trust.Expired` when it must start anew."""
        query = urlencode({"branch": branch, "since": since, "to": to})
        answer = self._known("GET", f"feeds/{quote(feed, safe='')}/changes?{query}", most=LARGEST)
        return trust.changes(self._ok(answer), feed, since, to)

    def snapshot(self, feed: str, branch: str) -> Snapshot:
        """Where to begin with a feed."""
        query = urlencode({"branch": branch})
        answer = self._known("GET", f"feeds/{quote(feed, safe='')}/snapshot?{query}")
        return trust.snapshot(self._ok(answer), feed)

    def file(
        self,
        snapshot: Snapshot,
        branch: str,
        start: int,
        keep: Callable[[bytes], None],
        anew: Callable[[], object],
    ) -> None:
        """The file of a snapshot from that byte on, handed to `keep` as it comes; `anew` is called first when it comes
        from the beginning instead. `trust.Expired` when that snapshot is no longer there."""
        place = f"feeds/{quote(snapshot.feed, safe='')}/snapshots/{snapshot.at}?{urlencode({'branch': branch})}"
        range = {"Range": f"bytes={start}-", "If-Range": f'"{snapshot.sha256}"'} if start else {}

        def poured(answer: Answer) -> Callable[[bytes], None]:
            trust.file(answer, start, snapshot, clock.now())
            if answer.status == 200:
                anew()
            return keep

        self._http.pour(self._url(place), poured, range)

    def tell(self, facts: list[Sent]) -> Results:
        """What became of these facts; `trust.BadBatch` when central cannot read them together."""
        answer = self._known("POST", "facts", **_json(Batch(facts=facts)))
        return trust.results(self._ok(answer), {fact.id for fact in facts})

    def health(self, health: Health) -> Heard:
        """Say how this kiosk is; what comes back is what staff want it to do."""
        return trust.heard(self._ok(self._known("POST", "health", **_json(health))))

    def practise(self, practised: list[Practised]) -> Results:
        """What became of what was practised; `trust.BadBatch` when central cannot read it."""
        answer = self._known("POST", "practice", **_json(Practice(practised=practised)))
        return trust.results(self._ok(answer), {fact.id for fact in practised})

    def availability(self, title: str) -> Availability:
        """Where a title can be had now; central takes two seconds at most."""
        answer = self._known("GET", f"availability/{quote(title, safe='')}")
        return trust.availability(self._ok(answer), title)

    def cover(self, name: str) -> bytes:
        """What central has under that name; b"" when it has nothing."""
        answer = self._known("GET", f"covers/{name}", most=LARGEST_COVER)
        return b"" if answer.status == 404 else self._ok(answer).body

    def enrol(self, key: bytes, code: str = "") -> Enrolled | Waiting:
        """Which kiosk this public key is, or how it waits; with the code that staff made, it is one at once."""
        answer = self._http.ask("POST", self._url("enrol"), **_json(Enrol(key=key, code=code)))
        return trust.waiting(answer) if answer.status == 202 else trust.enrolled(self._ok(answer))

    def nonce(self) -> Nonce:
        """Something to sign."""
        return trust.nonce(self._ok(self._http.ask("GET", self._url("nonce"))))

    def buy(self, proof: Proof) -> Token:
        """A token with a higher number than the last."""
        answer = self._http.ask("POST", self._url("tokens"), **_json(proof))
        return trust.token(self._ok(answer), proof.generation)

    def abort(self) -> None:
        """End what is under way, from another thread."""
        self._http.abort()

    def close(self) -> None:
        """Hang up."""
        self._http.close()

    def _known(self, method: str, path: str, **more: Any) -> Answer:
        """The answer to who we are; with a new token, once, when ours is worth nothing any more."""
        answer = self._http.ask(method, self._url(path), **more)
        if self._renew is None or not trust.token_ended(answer):
            return answer
        self.token = ""
        self.token = self._renew()
        return self._http.ask(method, self._url(path), **more)

    def _url(self, path: str) -> str:
        return f"{self.central}/v1/{path}"

    @staticmethod
    def _ok(answer: Answer) -> Answer:
        trust.refuse(answer, clock.now())
        return answer


def _json(said: object) -> dict[str, Any]:
    """As what a request says; packed, if that is worth it."""
    body, headers = encode(said), {"Content-Type": "application/json"}
    if len(body) >= WORTH_PACKING:
        body, headers["Content-Encoding"] = gzip.compress(body, 6), "gzip"
    return {"data": body, "headers": headers}


def _checked(central: str) -> bool:
    """Whether that address is on this computer; `BadInput` when the token could be overheard on the way."""
    parts = urlsplit(central)
    local = parts.hostname in _LOOPBACK
    if parts.scheme == "https" or (parts.scheme == "http" and local):
        return local
    raise BadInput("Central's address must begin with https://", central, "Mend `central` in the settings.")

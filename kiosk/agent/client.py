"""Talking to central: the questions of `wire.sync`, each answered with a struct or an error of `trust`."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from urllib.parse import quote, urlencode, urlsplit

from kiosk import clock
from kiosk.agent import trust
from kiosk.agent.http import ALTOGETHER, Http
from kiosk.agent.trust import Answer
from kiosk.errors import BadInput
from kiosk.wire import Batch, Changes, Enrol, Enrolled, Heads, Practice, Practised, Results, Sent, Snapshot, encode

#: Bytes from which it is worth packing what we send.
WORTH_PACKING = 1024

_LOOPBACK = ("localhost", "127.0.0.1", "::1")


class Client:
    """`central`: its address. `https` is demanded unless central runs on this computer; certificates are verified."""

    def __init__(self, central: str, token: str = "", altogether: float = ALTOGETHER) -> None:
        self.central, self.token = central.rstrip("/"), token
        local = _checked(self.central)
        self._http = Http(token, proxies=not local, altogether=altogether)
        self._etag = ""

    def heads(self, branch: str) -> Heads | None:
        """The newest cursors, or None when nothing changed since the last time."""
        more = {"headers": {"If-None-Match": self._etag}} if self._etag else {}
        answer = self._http.ask("GET", self._url(f"branches/{quote(branch, safe='')}/heads"), **more)
        if answer.status == 304 and self._etag:
            return None
        found = trust.heads(self._ok(answer))
        self._etag = answer.headers.get("etag", "")
        return found

    def changes(self, feed: str, branch: str, since: str, to: str) -> Changes:
        """What changed in a feed, or the next page of it; `trust.Expired` when it must start anew."""
        query = urlencode({"branch": branch, "since": since, "to": to})
        answer = self._http.ask("GET", self._url(f"feeds/{quote(feed, safe='')}/changes?{query}"))
        return trust.changes(self._ok(answer), feed, since, to)

    def snapshot(self, feed: str, branch: str) -> Snapshot:
        """Where to begin with a feed."""
        query = urlencode({"branch": branch})
        answer = self._http.ask("GET", self._url(f"feeds/{quote(feed, safe='')}/snapshot?{query}"))
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
        answer = self._post("facts", encode(Batch(facts=facts)))
        return trust.results(answer, {fact.id for fact in facts})

    def practise(self, practised: list[Practised]) -> Results:
        """What became of what was practised; `trust.BadBatch` when central cannot read it."""
        answer = self._post("practice", encode(Practice(practised=practised)))
        return trust.results(answer, {fact.id for fact in practised})

    def enrol(self, code: str) -> Enrolled:
        """Trade the code that staff gave for a token."""
        return trust.enrolled(self._post("enrol", encode(Enrol(code=code))))

    def abort(self) -> None:
        """End what is under way, from another thread."""
        self._http.abort()

    def close(self) -> None:
        """Hang up."""
        self._http.close()

    def _post(self, path: str, body: bytes) -> Answer:
        headers = {"Content-Type": "application/json"}
        if len(body) >= WORTH_PACKING:
            body, headers["Content-Encoding"] = gzip.compress(body, 6), "gzip"
        return self._ok(self._http.ask("POST", self._url(path), data=body, headers=headers))

    def _url(self, path: str) -> str:
        return f"{self.central}/v1/{path}"

    @staticmethod
    def _ok(answer: Answer) -> Answer:
        trust.refuse(answer, clock.now())
        return answer


def _checked(central: str) -> bool:
    """Whether that address is on this computer; `BadInput` when the token could be overheard on the way."""
    parts = urlsplit(central)
    local = parts.hostname in _LOOPBACK
    if parts.scheme == "https" or (parts.scheme == "http" and local):
        return local
    raise BadInput("Central's address must begin with https://", central, "Mend `central` in the settings.")

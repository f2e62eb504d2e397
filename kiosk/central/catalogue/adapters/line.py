"""A line to one system of the library: bounded requests (`kiosk.http`), and what may be believed of an answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

import msgspec

from kiosk.errors import BadInput, Refused, Unreachable
from kiosk.http import LARGEST, Answer, Http
from kiosk.wire import decode

T = TypeVar("T")

#: Seconds for one answer of a harvest: some systems think long about a page.
PATIENCE = 60.0

_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_DO = "Look at the address of this source, and ask whoever keeps that system."


class Line:
    """`address` may have a query of its own, which is kept (KB: "?x-collection=GGC"). `seconds`: for each answer;
    `secret`: a key goes along, so the way there must be HTTPS."""

    def __init__(self, address: str, seconds: float = PATIENCE, most: int = LARGEST, secret: bool = False) -> None:
        self._parts = _checked(address, secret)
        self._most = most
        self._http = Http(proxies=self._parts.hostname not in _LOOPBACK, altogether=seconds, name="wegwijs-central")

    @property
    def place(self) -> str:
        """Where the line goes, for people."""
        return urlunsplit((self._parts.scheme, self._parts.netloc, self._parts.path, "", ""))

    def get(
        self,
        path: str = "",
        query: Mapping[str, str] | None = None,
        accept: str = "application/json",
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """The answer, whatever its status. `Unreachable`: none in time, or one that is longer than `most` (its cause is
        `kiosk.http.TooLong`)."""
        asked = [*parse_qsl(self._parts.query, keep_blank_values=True), *(query or {}).items()]
        place = self._parts.path.rstrip("/") + path if path else self._parts.path
        url = urlunsplit((self._parts.scheme, self._parts.netloc, place, urlencode(asked), ""))
        return self._http.ask("GET", url, self._most, headers={"Accept": accept, **(headers or {})})

    def body(self, answer: Answer) -> bytes:
        """What it says; `Refused` when we may not ask, `Unreachable` for any other status than 200."""
        match answer.status:
            case 200:
                return answer.body
            case 401 | 403:
                raise Refused(f"It does not let us in ({answer.status})", self.place, _DO)
            case status if 300 <= status < 400:
                raise Unreachable("It sends us elsewhere", self.place, "Use the address that it sends to.")
        raise Unreachable(f"It answers with {answer.status}", self.place, _DO)

    def json(self, answer: Answer, kind: type[T]) -> T:
        """What it says, as that struct."""
        try:
            return decode(self.body(answer), kind)
        except (msgspec.DecodeError, RecursionError) as error:
            raise Unreachable(f"What came is not as it should be: {error}", self.place, _DO) from error

    def close(self) -> None:
        """Hang up."""
        self._http.close()


@contextmanager
def line(address: str, **how: Any) -> Iterator[Line]:
    """A line that is hung up at the end."""
    made = Line(address, **how)
    try:
        yield made
    finally:
        made.close()


def _checked(address: str, secret: bool) -> SplitResult:
    try:
        parts = urlsplit(address)
        local, schemes = parts.hostname in _LOOPBACK, ("https",) if secret else ("https", "http")
        good = parts.hostname and (parts.port or 1) and not parts.username
    except ValueError:
        good = False
    if not good or not (parts.scheme in schemes or (local and parts.scheme == "http")):
        raise BadInput(f"This is no address of the kind {schemes[0]}://…", address, "Mend the address of this source.")
    return parts

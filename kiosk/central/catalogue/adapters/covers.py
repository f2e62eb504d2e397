"""Pictures of covers at an address that a library may ask ("https://…/{isbn}.jpg"), one by one and not too quickly."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from kiosk.central.catalogue.adapters.line import Line
from kiosk.central.catalogue.picture import LARGEST
from kiosk.errors import BadInput, Unreachable
from kiosk.http import Answer, TooLong

#: Seconds for one picture, and the longest that a busy site can make us wait.
PATIENCE, BUSY = 20.0, 120.0

#: Statuses that say: there is none; and: not so quickly.
_NONE, _BUSY = (204, 404, 410), (429, 503)

_ACCEPTED = "image/jpeg, image/png, image/webp, image/gif"

_wait = time.sleep


class Site:
    """`rate`: pictures a second, at most."""

    def __init__(self, address: str, rate: float) -> None:
        parts = urlsplit(address)
        self._path, self._query = parts.path, parse_qsl(parts.query, keep_blank_values=True)
        self._line = Line(urlunsplit((parts.scheme, parts.netloc, "", "", "")), seconds=PATIENCE, most=LARGEST)
        self._between, self._next = 1 / rate, 0.0

    def picture(self, isbn: str) -> bytes | None:
        """What it has for that number, or None. `BadInput` when that is too long; `Unreachable` or `Refused` when it
        does not say."""
        answer = self._answer(isbn)
        if answer.status in _BUSY:
            _wait(_seconds(answer.headers.get("retry-after", "")))
            answer = self._answer(isbn)
        return None if answer.status in _NONE else self._line.body(answer)

    def close(self) -> None:
        """Hang up."""
        self._line.close()

    def _answer(self, isbn: str) -> Answer:
        self._pace()
        query = {name: value.replace("{isbn}", isbn) for name, value in self._query}
        try:
            return self._line.get(self._path.replace("{isbn}", isbn), query, accept=_ACCEPTED)
        except Unreachable as error:
            if isinstance(error.__cause__, TooLong):
                raise BadInput(f"longer than {LARGEST} bytes") from error
            raise

    def _pace(self) -> None:
        now = time.monotonic()
        if self._next > now:
            _wait(self._next - now)
        self._next = max(now, self._next) + self._between


@contextmanager
def site(address: str, rate: float) -> Iterator[Site]:
    """A site that is hung up at the end."""
    made = Site(address, rate)
    try:
        yield made
    finally:
        made.close()


def _seconds(said: str) -> float:
    return min(float(said), BUSY) if said.isascii() and said.isdigit() and len(said) < 6 else BUSY / 4

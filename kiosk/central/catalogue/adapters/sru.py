"""SRU 1.1, 1.2 and 2.0 (Library of Congress; OASIS searchRetrieve): a client for servers as they are.

What they do: `nextRecordPosition` may never come; `maximumRecords` of explain may be false; each has index names of its
own. So: how many there are says when it is over, and what must not be too much is limited here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.catalogue.iso2709 import Unreadable
from kiosk.catalogue.record import MarcRecord
from kiosk.central.catalogue.adapters.envelope import Envelope, Payload
from kiosk.central.catalogue.adapters.line import Line, line
from kiosk.central.catalogue.adapters.sru_answers import Diagnostic as Diagnostic
from kiosk.central.catalogue.adapters.sru_answers import Server as Server
from kiosk.central.catalogue.adapters.sru_answers import ask, must_be_marc, unreadable, whole
from kiosk.errors import BadInput, KnownError, Unreachable
from kiosk.http import TooLong

#: Records asked for at once: what servers allow nearly everywhere.
PAGE = 50

#: Pages that cannot be read, one after the other, after which the server is taken for broken.
_PATIENCE = 5

_MASKS = re.compile(r"[*?^]")


@dataclass(frozen=True)
class Broken:
    """A record that could not be had. `position`: its place in the result, from 1."""

    position: int
    reason: str


@dataclass(frozen=True)
class Page:
    """Part of a result: `total` records fit, these are those from `first` on; `next`: where to go on, 0 at the end."""

    total: int
    first: int
    found: tuple[MarcRecord | Broken, ...]
    next: int


def records(address: str, query: str, schema: str = "marcxml", version: str = "1.2") -> Iterator[MarcRecord | Broken]:
    """Every record that fits the query. `Diagnostic` (a `Refused`) or `Unreachable` when it goes no further."""
    for page in pages(Server(address, version, schema), query):
        yield from page.found


def pages(server: Server, query: str, first: int = 1) -> Iterator[Page]:
    """The result from that position on, page by page; a page that cannot be read is asked for in smaller ones, until
    the record that spoils it is alone, and passed over."""
    with line(server.address) as to:
        reading = _Reading(server, query, to)
        while first:
            page = reading.page(first)
            yield page
            first = page.next


def record(server: Server, id: str, seconds: float) -> MarcRecord | None:
    """The record with that number (001), or None when there is none."""
    with line(server.address, seconds=seconds) as to:
        found = whole(server, to, clause(server.index, id), 5)
    # An index of words finds "12-3" for "12" too
    return next((each.record for each in found.payloads if each.record and each.record.data("001").strip() == id), None)


def clause(index: str, words: str, relation: str = "=") -> str:
    """A search clause of CQL for words as people type them, without masking: servers refuse that (diagnostic 28)."""
    plain = " ".join(_MASKS.sub(" ", words).split())
    if not plain:
        raise BadInput("There is nothing to search for", index)
    escaped = plain.replace("\\", "\\\\").replace('"', '\\"')
    return f'{index} {relation} "{escaped}"'


class _Reading:
    """One result. `_size`: how many we ask for now; `_bad`: pages in a row that could not be read."""

    def __init__(self, server: Server, query: str, to: Line) -> None:
        self._server, self._query, self._to = server, query, to
        self._size, self._bad, self._total = PAGE, 0, 0
        self._before: tuple[Payload, ...] = ()

    def page(self, first: int) -> Page:
        while True:
            try:
                answer = ask(self._server, self._to, self._query, first, self._size)
            except (Unreadable, Unreachable) as error:
                if not _is_broken(error):
                    raise
                if self._size == 1:
                    return self._passed_over(first, error)
                self._size = max(self._size // 4, 1)
            else:
                return self._taken(answer, first)

    def _passed_over(self, first: int, error: Exception) -> Page:
        self._bad += 1
        self._total = self._total or whole(self._server, self._to, self._query, 0).total or 0
        if self._bad >= _PATIENCE or not self._total:
            raise unreadable(error, self._to) from error
        self._size = PAGE
        return Page(self._total, first, (Broken(first, str(error)),), _next(first + 1, self._total))

    def _taken(self, answer: Envelope, first: int) -> Page:
        self._size, self._total = PAGE, answer.total or 0
        self._must_go_on(answer, first)
        if first == 1 or answer.payloads:
            must_be_marc(answer, self._to)
        found = tuple(_found(payload, first + place) for place, payload in enumerate(answer.payloads))
        self._bad = 0
        return Page(self._total, first, found, _next(first + len(found), self._total) if found else 0)

    def _must_go_on(self, answer: Envelope, first: int) -> None:
        if any(payload.record for payload in answer.payloads) and answer.payloads == self._before:
            raise Unreachable(f"Asked for the records from {first} on, it gives the same as before", self._to.place)
        if not answer.payloads and first <= self._total:
            raise Unreachable(f"It has {self._total} records, and gives none from {first} on", self._to.place)
        self._before = answer.payloads


def _found(payload: Payload, position: int) -> MarcRecord | Broken:
    if payload.record is not None:
        return payload.record
    if payload.complaint:
        return Broken(position, f"{payload.complaint.message} ({payload.complaint.code})")
    return Broken(position, f"<{payload.root[:40]}> and no MARC" if payload.root else "not XML")


def _is_broken(error: Exception) -> bool:
    """Whether fewer records at once may help."""
    return isinstance(error, Unreadable) or (isinstance(error, KnownError) and isinstance(error.__cause__, TooLong))


def _next(position: int, total: int) -> int:
    return position if position <= total else 0

"""OAI-PMH 2.0 (Open Archives Initiative Protocol for Metadata Harvesting): what changed since the last time.

What servers do: answer errors with status 200; call MARC "marc21", "marcxml" or something of their own; let tokens
expire; send a record that is no XML and spoil the page with it; be busy (503) and say how long; never come to an end.
A day is asked for twice, because a record that is changed while a page is made would be missed.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from xml.etree.ElementTree import Element

from kiosk.catalogue.iso2709 import Unreadable
from kiosk.catalogue.marcxml import record
from kiosk.catalogue.record import MarcRecord
from kiosk.catalogue.xmltree import children, find, text, tree
from kiosk.central.catalogue.adapters import Broken, Deleted, Found, Harvested, Place
from kiosk.central.catalogue.adapters.line import Line, line
from kiosk.central.catalogue.adapters.torn import Torn, mended
from kiosk.central.catalogue.site import Harvest
from kiosk.errors import Refused, Unreachable
from kiosk.http import Answer

#: Bytes of one answer, and characters of a token, which goes along in an address.
LONGEST, LONGEST_TOKEN = 64 << 20, 4_000

#: Seconds for one page.
PATIENCE = 120.0

#: How often a page is asked for when there is no answer, or one that is cut off; seconds between.
TRIES, BETWEEN = 4, 2.0

#: Seconds that we wait at most when a server is busy, each time; how often it may say so, for one page.
BUSY, BUSY_TIMES = 120.0, 10

#: Pages without a single record, one after the other, after which it is taken to go round in circles.
EMPTY = 20

#: How often a harvest may begin again because its token is not known any more.
AGAIN = 3

OVERLAP = timedelta(days=1)

#: The namespace of MARC 21 in XML, and names that servers have for it, the best first.
_MARC = "http://www.loc.gov/MARC21/slim"
_NAMES = ("marc21", "marcxml", "marc-xml", "marc", "unimarc")

_wait = time.sleep


class _BadToken(Exception):
    """The server does not know this resumption token (any more)."""


def harvest(
    address: str, how: Harvest, since: datetime | None, token: str, seconds: float | None = None
) -> Iterator[Harvested]:
    """As `adapters.Harvester`; it begins by asking what the server can."""
    with line(address, seconds=seconds or PATIENCE, most=LONGEST) as to:
        server = _Server(to, how, TRIES if seconds is None else 1)
        for _ in range(AGAIN):
            try:
                yield from server.pages(token) if token else server.begin(since)
                return
            except _BadToken:
                token = ""
        raise Unreachable("It forgets where we are", to.place, "Ask whoever keeps that system.")


class _Server:
    def __init__(self, to: Line, how: Harvest, tries: int) -> None:
        self._to, self._how, self._tries = to, how, tries

    def begin(self, since: datetime | None) -> Iterator[Harvested]:
        query = {"metadataPrefix": self._prefix(), **({"set": self._how.set} if self._how.set else {})}
        if since is not None:
            query["from"] = self._moment(since - OVERLAP)
        yield from self._go_on(self._page("ListRecords", query))

    def pages(self, token: str) -> Iterator[Harvested]:
        yield from self._go_on(self._page("ListRecords", {"resumptionToken": token}), token, resumed=True)

    def _go_on(self, page: Element | Torn, token: str = "", resumed: bool = False) -> Iterator[Harvested]:
        """The records of that page and of all that follow."""
        began, empty, before = None if resumed else _response_date(page), 0, {token}
        while True:
            found = list(_records(page))
            yield from found
            token, total = _token(page)
            yield Place(token, began, total)
            if not token:
                return
            empty = 0 if found else empty + 1
            if token in before or empty >= EMPTY or len(token) > LONGEST_TOKEN:
                raise Unreachable("It goes round in circles", self._to.place, "Ask whoever keeps that system.")
            before = {token}
            page = self._page("ListRecords", {"resumptionToken": token})

    def _prefix(self) -> str:
        """The name of the format to ask for."""
        page = self._page("ListMetadataFormats", {})
        formats = [] if isinstance(page, Torn) else list(children(find(page, "ListMetadataFormats"), "metadataFormat"))
        names = [text(each, "metadataPrefix") for each in formats]
        if self._how.prefix:
            wanted = [self._how.prefix]
        else:
            fitting = [text(each, "metadataPrefix") for each in formats if text(each, "metadataNamespace") == _MARC]
            wanted = [*(name for name in _NAMES if name in names), *fitting]
        if found := next((name for name in wanted if name in names), ""):
            return found
        raise Refused(
            f"It has no format {wanted[0] if wanted else 'for MARC'}, but {', '.join(names) or 'none'}",
            self._to.place,
            "Name one with MARC in the mapping: [harvest] prefix.",
        )

    def _moment(self, moment: datetime) -> str:
        """In the granularity of the server (OAI-PMH 2.0, 3.3.1)."""
        page = self._page("Identify", {})
        fine = not isinstance(page, Torn) and "hh" in text(page, "Identify", "granularity")
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ" if fine else "%Y-%m-%d")

    def _page(self, verb: str, query: dict[str, str]) -> Element | Torn:
        """One answer, asked for again while it may only be bad luck."""
        for trial in range(1, self._tries + 1):
            try:
                return self._read(self._answer({"verb": verb, **query}))
            except Unreachable:
                if trial == self._tries:
                    raise
                _wait(BETWEEN * trial)
        raise AssertionError("a loop that returns or raises")

    def _answer(self, query: dict[str, str]) -> bytes:
        for _ in range(BUSY_TIMES):
            answer = self._to.get(query=query, accept="text/xml, application/xml")
            if answer.status != 503 or "retry-after" not in answer.headers or self._tries == 1:
                break
            _wait(_seconds(answer))
        return self._to.body(answer)

    def _read(self, body: bytes) -> Element | Torn:
        try:
            page = tree([body])
        except Unreadable as error:
            torn = mended(body)
            if torn is None:
                raise Unreachable(f"What came is no answer of OAI-PMH: {error}", self._to.place) from error
            return torn
        if page.tag != "OAI-PMH":
            raise Unreachable(f"What came is no answer of OAI-PMH but <{page.tag[:40]}>", self._to.place)
        self._must_be_good(page)
        return page

    def _must_be_good(self, page: Element) -> None:
        for error in children(page, "error"):
            match code := error.get("code", ""):
                case "noRecordsMatch" | "noSetHierarchy":
                    continue
                case "badResumptionToken":
                    raise _BadToken
            raise Refused(f"The server says: {code}, {(error.text or '').strip()[:200]}", self._to.place, _do(code))


def _records(page: Element | Torn) -> Iterator[Harvested]:
    if isinstance(page, Torn):
        yield from (_harvested(each) for each in page.records)
        yield from (Broken(where, reason) for where, reason in page.lost)
    else:
        yield from (_harvested(each) for each in children(find(page, "ListRecords"), "record"))


def _harvested(element: Element) -> Harvested:
    header = find(element, "header")
    id = text(header, "identifier")
    if not id:
        return Broken("?", "a record without an identifier")
    if header is not None and header.get("status") == "deleted":
        return Deleted(number(id))
    found = _marc(element)
    return Broken(id, "there is no MARC in it") if found is None else Found(number(id), found)


def _marc(element: Element) -> MarcRecord | None:
    """The record in <metadata>, which may lie in a <collection>."""
    inside = find(element, "metadata")
    inner = () if inside is None else inside.iter("record")
    marked = next((each for each in inner if each.find("leader") is not None), None)
    found = None if marked is None else record(marked)
    return found if found is not None and found.fields else None


def number(identifier: str) -> str:
    """The record's own number in an identifier "oai:domain:number" (OAI Identifier Format 2.0) or, of Koha,
    "ARCHIVE:number": what the same record has in 001 of an export."""
    scheme, _, rest = identifier.partition(":")
    if scheme == "oai":
        rest = rest.partition(":")[2]
    return rest or identifier


def _token(page: Element | Torn) -> tuple[str, int | None]:
    if isinstance(page, Torn):
        return page.token, None
    found = find(page, "ListRecords", "resumptionToken")
    total = "" if found is None else found.get("completeListSize", "")
    return text(found), int(total) if total.isascii() and total.isdigit() and len(total) < 10 else None


def _response_date(page: Element | Torn) -> datetime | None:
    said = page.date if isinstance(page, Torn) else text(page, "responseDate")
    try:
        return datetime.strptime(said, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None


def _seconds(answer: Answer) -> float:
    said = answer.headers.get("retry-after", "")
    return min(float(said), BUSY) if said.isascii() and said.isdigit() and len(said) < 6 else BUSY / 4


def _do(code: str) -> str:
    if code in ("cannotDisseminateFormat", "badArgument"):
        return "Look at [harvest] in the mapping of this source."
    return "Ask whoever keeps that system."

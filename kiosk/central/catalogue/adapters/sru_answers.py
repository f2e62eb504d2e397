"""One answer of an SRU server: asked for, and judged.

What they do: errors come with status 200; a wrong operation is answered with an explain; a schema they do not know is
told inside each record.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.catalogue.iso2709 import Unreadable
from kiosk.central.catalogue.adapters.envelope import Complaint, Envelope, read
from kiosk.central.catalogue.adapters.line import Line
from kiosk.errors import Refused, Unreachable

#: More hits than any library has: whoever says so counts wrong.
MOST = 50_000_000

#: Diagnostics (info:srw/diagnostic/1/) by what they mean for us.
_NO_SUCH_POSITION, _NO_SUCH_SCHEMA = 61, (66, 67)
_OUR_FAULT, _NO_SUCH_INDEX = {1, 2, 3, 4, 5, 7, 8}, {10, 15, 16, 19, 28}


@dataclass(frozen=True)
class Server:
    """`address`: also with what it wants besides ("…?x-collection=GGC" at KB); `schema`: what it calls MARCXML;
    `index`: that of the numbers of records (Zebra, Library of Congress: rec.id)."""

    address: str
    version: str = "1.2"
    schema: str = "marcxml"
    index: str = "rec.id"


class Diagnostic(Refused):
    """The server says why not; `code`: the number of the diagnostic."""

    def __init__(self, complaint: Complaint, where: str) -> None:
        super().__init__(f"The server says: {complaint.message or 'no'} ({complaint.code})", where, _do(complaint.code))
        self.code = complaint.code


def ask(server: Server, to: Line, query: str, first: int, count: int) -> Envelope:
    """One answer. `Unreadable`: it is no XML."""
    old = not server.version.startswith("2")
    asked = {"version": server.version, **({"operation": "searchRetrieve"} if old else {}), "query": query}
    asked |= {"startRecord": str(first), "maximumRecords": str(count), "recordSchema": server.schema}
    asked["recordPacking" if old else "recordXMLEscaping"] = "xml"
    answer = read(to.body(to.get(query=asked, accept="text/xml, application/xml")))
    _must_be_sru(answer, to)
    return answer


def whole(server: Server, to: Line, query: str, count: int) -> Envelope:
    """One answer, of which all must be readable."""
    try:
        return ask(server, to, query, 1, count)
    except Unreadable as error:
        raise unreadable(error, to) from error


def unreadable(error: Exception, to: Line) -> Unreachable:
    return Unreachable(f"What it answers cannot be read: {error}", to.place, "Look at the address of this source.")


def _must_be_sru(answer: Envelope, to: Line) -> None:
    grave = [each for each in answer.complaints if each.code != _NO_SUCH_POSITION]
    if grave and not answer.payloads:
        raise Diagnostic(grave[0], to.place)
    if answer.root != "searchRetrieveResponse" or answer.total is None:
        raise Unreachable(
            f"What came is no answer of SRU but <{answer.root[:40]}>", to.place, "Look at the address of this source."
        )
    if answer.total > MOST:
        raise Unreachable(f"It says that it has {answer.total} records", to.place)


def must_be_marc(answer: Envelope, to: Line) -> None:
    """Whether any of it is. A whole page of something else is no fault of the records."""
    first = answer.payloads[0] if answer.payloads else None
    if first is None or any(payload.record for payload in answer.payloads):
        return
    if first.complaint and first.complaint.code in _NO_SUCH_SCHEMA:
        raise Diagnostic(first.complaint, to.place)
    if first.root and not first.complaint and len({payload.root for payload in answer.payloads}) == 1:
        raise Refused(f"It gives <{first.root[:40]}>, and no MARC", to.place, _do(_NO_SUCH_SCHEMA[0]))


def _do(code: int) -> str:
    if code in _OUR_FAULT:
        return "Look at the version of SRU in the settings of this source."
    if code in _NO_SUCH_INDEX:
        return "Look at the names of the indexes in the settings of this source; the server's explain names them."
    if code in _NO_SUCH_SCHEMA:
        return "Look at what the server calls MARCXML; its explain names it."
    return "Ask whoever keeps that system."

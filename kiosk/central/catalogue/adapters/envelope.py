"""What an SRU server answers: how many records there are, the records, and what it complains about.

Why by local names: each version of SRU has other namespaces, and servers mix them. Why the payload's own root counts,
and not `recordSchema`: Zebra says "dc" above MARCXML when its stylesheet cannot be loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from kiosk.catalogue.iso2709 import Unreadable
from kiosk.catalogue.marcxml import record
from kiosk.catalogue.record import MarcRecord
from kiosk.catalogue.xmltree import children, find, text, tree

#: Records in one answer, whatever was asked for.
MOST = 5000

#: Characters of one complaint.
_SAID = 300

_DECLARATION = re.compile(r"<\?xml[^>]*\?>")


@dataclass(frozen=True)
class Complaint:
    """A diagnostic (SRU 1.1, "Diagnostics"). `code`: the number at the end of its address, 0 when there is none."""

    code: int
    message: str


@dataclass(frozen=True)
class Payload:
    """One `recordData`. `root`: the name of what is inside, "" when that is no XML."""

    root: str = ""
    record: MarcRecord | None = None
    complaint: Complaint | None = None


@dataclass(frozen=True)
class Envelope:
    """`root`: what the answer calls itself; `total`: how many records fit the query, None when it does not say."""

    root: str
    total: int | None
    payloads: tuple[Payload, ...]
    complaints: tuple[Complaint, ...]


def read(body: bytes) -> Envelope:
    """The answer; `Unreadable` when it is no XML, declares entities, or is too deep or too long."""
    root = tree([body])
    records = [*children(find(root, "records"), "record")]
    if len(records) > MOST:
        raise Unreadable(f"more than {MOST} records")
    return Envelope(
        root=root.tag,
        total=_number(text(root, "numberOfRecords")),
        payloads=tuple(_payload(find(each, "recordData")) for each in records),
        complaints=tuple(_complaints(root)),
    )


def _payload(data: Element | None) -> Payload:
    inside = next(iter(data), None) if data is not None else None
    if inside is None and data is not None and data.text and data.text.strip():
        inside = _unpacked(data.text.strip())
    if inside is None:
        return Payload()
    if inside.tag in ("diagnostic", "diagnostics"):
        return Payload(inside.tag, complaint=next(_complaints(inside), None) or _complaint(inside))
    made = record(inside) if inside.tag == "record" else None
    return Payload(inside.tag, record=made if made and made.fields else None)


def _unpacked(packed: str) -> Element | None:
    """A record that came as a text (recordPacking=string)."""
    try:
        # The encoding that it declares is that of the file it came from
        return tree([_DECLARATION.sub("", packed, count=1).encode("utf-8", "replace")])
    except Unreadable:
        return None


def _complaints(root: Element) -> Iterator[Complaint]:
    """Beside the records, in an element of their own or bare."""
    for each in [*children(find(root, "diagnostics"), "diagnostic"), *children(root, "diagnostic")]:
        yield _complaint(each)


def _complaint(diagnostic: Element) -> Complaint:
    code = _number(text(diagnostic, "uri").rpartition("/")[2]) or 0
    words = [text(diagnostic, "message")[:_SAID], text(diagnostic, "details")[:_SAID]]
    return Complaint(code, ": ".join(word for word in words if word))


def _number(written: str) -> int | None:
    return int(written) if written.isascii() and written.isdigit() and len(written) <= 12 else None

"""A page of OAI-PMH that is no XML, because of one record in it: the others are saved.

Text is cut at the marks of records, and each piece read by itself. A page without its end is cut off, and not saved:
asking again may bring all of it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from kiosk.catalogue.iso2709 import Unreadable
from kiosk.catalogue.marcxml import legal
from kiosk.catalogue.xmltree import find, tree

_ROOT = re.compile(r"<(?:[\w.-]+:)?OAI-PMH\b[^<>]*>")
_RECORD = re.compile(r"<((?:[\w.-]+:)?)record>\s*(?=<(?:[\w.-]+:)?header\b)")
_TOKEN = re.compile(r"<(?:[\w.-]+:)?resumptionToken[^<>]*>([^<]*)<")
_DATE = re.compile(r"<(?:[\w.-]+:)?responseDate>([^<]*)<")
_IDENTIFIER = re.compile(r"<(?:[\w.-]+:)?identifier>([^<]{1,300})<")
_END = re.compile(r"</(?:[\w.-]+:)?OAI-PMH>\s*$")

#: Records in one page, whatever it says.
MOST = 20_000


@dataclass
class Torn:
    """What could be saved: `lost` has the identifier of each record that could not, and why."""

    token: str = ""
    date: str = ""
    records: list[Element] = field(default_factory=list)
    lost: list[tuple[str, str]] = field(default_factory=list)


def mended(body: bytes) -> Torn | None:
    """What can be saved of that page; None when it is no page, is cut off, or declares entities."""
    page = "".join(legal([body.decode("utf-8", "replace")]))
    root = _ROOT.search(page[:10_000])
    if root is None or not _END.search(page[-1_000:]) or "<!ENTITY" in page:
        return None
    token, date = _TOKEN.search(page, page.rfind("</record>") + 1), _DATE.search(page)
    torn = Torn(html.unescape(token[1]).strip() if token else "", date[1].strip() if date else "")
    for piece in _pieces(page, root.end()):
        try:
            torn.records.append(_read(root[0], piece))
        except Unreadable as error:
            named = _IDENTIFIER.search(piece)
            torn.lost.append((html.unescape(named[1]).strip() if named else "?", str(error)))
    return torn


def _pieces(page: str, start: int) -> Iterator[str]:
    marks = [found for _, found in zip(range(MOST), _RECORD.finditer(page, start), strict=False)]
    for place, mark in enumerate(marks):
        until = marks[place + 1].start() if place + 1 < len(marks) else len(page)
        end = page.rfind(f"</{mark[1]}record>", mark.end(), until)
        yield page[mark.start() : until if end < 0 else end + len(f"</{mark[1]}record>")]


def _read(root: str, piece: str) -> Element:
    name = root[1:].split()[0].rstrip(">")
    found = find(tree([f"{root}{piece}</{name}>".encode()]), "record")
    if found is None:
        raise Unreadable("no record")
    return found

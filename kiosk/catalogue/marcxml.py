"""Reads MARCXML (Library of Congress, MARC 21 XML Schema) as a stream, with or without its namespace.

Characters that XML forbids are left out first: one raw 0x1F among 436 records from a live system made the whole file
unreadable. Where a record is no XML all the same, reading goes on with the next one. Entities are refused, so that a
small file cannot grow without end (expat is used bare for that reason: ElementTree has no place to refuse them).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import BinaryIO
from xml.etree.ElementTree import Element
from xml.parsers import expat

from kiosk.catalogue.iso2709 import LONGEST, Unreadable
from kiosk.catalogue.record import Field, MarcRecord
from kiosk.catalogue.text import tidy

_BLOCK = 1 << 16
_ILLEGAL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&#(?:x0*(?:1[0-9a-f]|[0-8bcef])|0*(?:1[124-9]|2[0-9]|3[01]|[0-8]));", re.I
)
_DECLARED = re.compile(rb"""<\?xml[^>]*encoding=["']([\w.-]+)["']""")
_KNOWN = re.compile(r"utf-?(8|16)|us-ascii|iso-8859-([1-9]|1[0134-6])|windows-125[0-8]", re.I)

#: The longest reference to an illegal character, with some zeros ("&#x0000001f;").
_REFERENCE = 16

#: The longest beginning of a record ("<prefix:record ") that may be cut in two by a block's end.
_NAME = 64


#: Where a record begins, when all before it is lost.
_BEGINNING = re.compile(r"<((?:[A-Za-z_][\w.-]*:)?)record(?=[\s>])")

#: How deep elements may lie in each other: in an answer of OAI-PMH a subfield is the seventh.
DEEPEST = 60

#: A file that breaks more often than this is given up.
_BREAKS = 1_000


def parse(file: BinaryIO) -> Iterator[MarcRecord]:
    """Each record of the file; `Unreadable` where it stops being XML, or declares an entity."""
    for found in salvage(file):
        if isinstance(found, str):
            raise Unreadable(found)
        yield found


def salvage(file: BinaryIO) -> Iterator[MarcRecord | str]:
    """Each record of the file, and in place of those that are no XML the reason."""
    reader, breaks = _Reader(), 0
    try:
        for text in legal(decoded(iter(partial(file.read, _BLOCK), b""))):
            yield from reader.feed(text)
            while reader.broken:
                yield from _reason(reader)
                breaks += 1
                if breaks > _BREAKS:
                    raise Unreadable("too much of the rest is no XML")
                reader = _Reader(again=reader)
                yield from reader.feed("")
        yield from reader.feed("", last=True)
        yield from _reason(reader)
    except Unreadable as error:
        yield str(error)


def _reason(reader: _Reader) -> Iterator[str]:
    if reader.broken and (reader.inside or not reader.again):
        yield reader.broken


def record(element: Element) -> MarcRecord:
    """The record in a tree whose names are without namespace (`xmltree`)."""
    made = MarcRecord(tidy(next((each.text or "" for each in element if each.tag == "leader"), "")))
    for each in element:
        tag, indicators = each.get("tag", ""), (each.get("ind1") or " ")[:1] + (each.get("ind2") or " ")[:1]
        if each.tag == "controlfield":
            made.fields.append(Field(tag, data=tidy(each.text or "")))
        elif each.tag == "datafield":
            subfields = tuple((one.get("code", ""), tidy(one.text or "")) for one in each if one.tag == "subfield")
            made.fields.append(Field(tag, indicators=indicators, subfields=subfields))
    return made


def decoded(blocks: Iterator[bytes]) -> Iterator[str]:
    """The text of an XML document, in the encoding that it declares; `Unreadable` when we do not know that one."""
    block = next(blocks, b"")
    declared = _DECLARED.search(block[:200])
    name = "utf-16" if block[:2] in (b"\xff\xfe", b"\xfe\xff") else declared[1].decode() if declared else "utf-8"
    if not _KNOWN.fullmatch(name):
        raise Unreadable(f"an encoding that we do not read: {name}")
    decoder = codecs.getincrementaldecoder(name)("replace")
    yield decoder.decode(block)
    for block in blocks:
        yield decoder.decode(block)
    yield decoder.decode(b"", final=True)


def legal(blocks: Iterable[str]) -> Iterator[str]:
    """The same text without characters that XML forbids."""
    rest = ""
    for block in blocks:
        text = rest + block
        # A reference may be cut in two by the block's end
        cut = text.rfind("&", max(0, len(text) - _REFERENCE))
        cut = len(text) if cut < 0 else cut
        rest = text[cut:]
        yield _ILLEGAL.sub("", text[:cut])
    yield _ILLEGAL.sub("", rest)


class _Reader:
    """Gives the records of the text it is fed, until something is `broken`. `again`: it goes on after a break, where
    the next record begins; `inside`: it broke inside a record."""

    def __init__(self, again: _Reader | None = None) -> None:
        self.broken, self.again = "", again is not None
        self.inside = again is None
        self._ready: list[MarcRecord] = []
        self._record: MarcRecord | None = None
        self._tag, self._code, self._indicators = "", "", "  "
        self._text: list[str] = []
        self._subfields: list[tuple[str, str]] = []
        #: Bytes since the last record, and of all that was parsed.
        self._size, self._fed, self._depth = 0, 0, 0
        #: Text that is not parsed: after a break, until a record begins.
        self._rest: str = again._rest if again is not None else ""
        self._waits = self.again
        self._parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text.append
        self._parser.EntityDeclHandler = self._refuse

    def feed(self, text: str, last: bool = False) -> Iterator[MarcRecord]:
        if self._waits:
            text = self._begin(self._rest + text)
        if not self._waits and not self.broken:
            self._parse(text, last)
        # What was whole before it broke is read
        yield from self._ready
        self._ready.clear()

    def _begin(self, text: str) -> str:
        """The text from where a record begins; what may still be the first half of that is kept."""
        found = _BEGINNING.search(text)
        if found is None:
            self._rest = text[max(0, text.rfind("<", -_NAME)) :][-_NAME:]
            return ""
        self._waits, self._rest = False, ""
        prefix = found[1]
        space = f" xmlns:{prefix[:-1]}='x'" if prefix else ""
        return f"<{prefix}collection{space}>{text[found.start() :]}"

    def _parse(self, text: str, last: bool) -> None:
        data = text.lstrip("\ufeff").encode("utf-8", "replace")
        self._size += len(data)
        fed, self._fed = self._fed, self._fed + len(data)
        try:
            self._parser.Parse(data, last)
        except expat.ExpatError as error:
            self.broken, self.inside = f"not XML: {error}", self._record is not None
            self._rest = data[max(0, self._parser.ErrorByteIndex - fed) + 1 :].decode("utf-8", "replace")
        if self._size > LONGEST and not self._ready:
            raise Unreadable("no end of record for two million bytes")

    def _refuse(self, *_: object) -> None:
        raise Unreadable("the XML declares entities")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Unreadable("elements lie too deep in each other")
        self._text.clear()
        match name.rpartition(" ")[2]:
            case "record" if self._record is None or self._record.fields:
                self._never_ended()
                self._record = MarcRecord("")
            case "controlfield" | "datafield":
                self._tag, self._subfields = attributes.get("tag", ""), []
                self._indicators = (attributes.get("ind1") or " ")[:1] + (attributes.get("ind2") or " ")[:1]
            case "subfield":
                self._code = attributes.get("code", "")

    def _never_ended(self) -> None:
        """A record in a record: the first has no end."""
        if self._record is not None:
            self._record.damaged = True
            self._finish(self._record)

    def _end(self, name: str) -> None:
        text, record = tidy("".join(self._text)), self._record
        self._depth -= 1
        self._text.clear()
        if record is None:
            return
        match name.rpartition(" ")[2]:
            case "leader":
                record.leader = text
            case "controlfield":
                record.fields.append(Field(self._tag, data=text))
            case "subfield":
                self._subfields.append((self._code, text))
            case "datafield":
                record.fields.append(Field(self._tag, indicators=self._indicators, subfields=tuple(self._subfields)))
            case "record":
                self._finish(record)

    def _finish(self, record: MarcRecord) -> None:
        # OAI-PMH has a <record> of its own around ours, which ends without fields
        if record.fields:
            self._ready.append(record)
            self._size = 0
        self._record = None

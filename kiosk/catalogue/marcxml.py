"""Reads MARCXML (Library of Congress, MARC 21 XML Schema) as a stream, with or without its namespace.

Characters that XML forbids are left out first: one raw 0x1F among 436 records from a live system made the whole file
unreadable. Entities are refused, so that a small file cannot grow without end (expat is used bare for that reason:
ElementTree has no place to refuse them).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO
from xml.parsers import expat

from kiosk.catalogue.iso2709 import Unreadable
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


def parse(file: BinaryIO) -> Iterator[MarcRecord]:
    """Each record of the file; `Unreadable` where it stops being XML, or declares an entity."""
    reader = _Reader()
    for text in _legal(_decoded(file)):
        yield from reader.feed(text)
    yield from reader.feed("", last=True)


def _decoded(file: BinaryIO) -> Iterator[str]:
    block = file.read(_BLOCK)
    declared = _DECLARED.search(block[:200])
    name = "utf-16" if block[:2] in (b"\xff\xfe", b"\xfe\xff") else declared[1].decode() if declared else "utf-8"
    if not _KNOWN.fullmatch(name):
        raise Unreadable(f"an encoding that we do not read: {name}")
    decoder = codecs.getincrementaldecoder(name)("replace")
    while block:
        yield decoder.decode(block)
        block = file.read(_BLOCK)
    yield decoder.decode(b"", final=True)


def _legal(blocks: Iterable[str]) -> Iterator[str]:
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
    def __init__(self) -> None:
        self._ready: list[MarcRecord] = []
        self._record: MarcRecord | None = None
        self._tag, self._code, self._indicators = "", "", "  "
        self._text: list[str] = []
        self._subfields: list[tuple[str, str]] = []
        self._parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text.append
        self._parser.EntityDeclHandler = self._refuse

    def feed(self, text: str, last: bool = False) -> Iterator[MarcRecord]:
        try:
            self._parser.Parse(text.lstrip("\ufeff").encode("utf-8", "replace"), last)
        except expat.ExpatError as error:
            raise Unreadable(f"not XML: {error}") from error
        finally:
            # What was whole before it broke is read
            yield from self._ready
            self._ready.clear()

    def _refuse(self, *_: object) -> None:
        raise Unreadable("the XML declares entities")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._text.clear()
        match name.rpartition(" ")[2]:
            case "record" if self._record is None:
                self._record = MarcRecord("")
            case "controlfield" | "datafield":
                self._tag, self._subfields = attributes.get("tag", ""), []
                self._indicators = (attributes.get("ind1") or " ")[:1] + (attributes.get("ind2") or " ")[:1]
            case "subfield":
                self._code = attributes.get("code", "")

    def _end(self, name: str) -> None:
        text, record = tidy("".join(self._text)), self._record
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
        self._record = None

"""Reads a library's export: MARC 21 and UNIMARC, in ISO 2709 or MARCXML, compressed or not, as Titles.

Why so distrustful: each rule here stands for records met in real exports. What cannot be a title is refused with its
place in the file, and the rest goes on.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from kiosk.catalogue import iso2709, marcxml, unimarc
from kiosk.catalogue.form import holds_title
from kiosk.catalogue.iso2709 import FIELD_END, RECORD_END, SUBFIELD, Unreadable
from kiosk.catalogue.mapping import Untitled, named_by_content
from kiosk.catalogue.mapping import title as from_marc21
from kiosk.catalogue.record import MarcRecord
from kiosk.errors import BadInput
from kiosk.wire import Title

#: How much of a file tells what it is.
_START = 1 << 16

_GZIP = b"\x1f\x8b"


@dataclass(frozen=True)
class Refusal:
    """A record that became no Title. `position`: which record of the file, from 1."""

    position: int
    reason: str


def read(path: Path) -> Iterator[Title | Refusal]:
    """Each record of the file as a Title, or why not; records that describe no title (authorities) are passed over.

    `BadInput` when the file cannot be opened, or is no MARC at all.
    """
    named = namer()
    for position, record in enumerate(records(path), start=1):
        if isinstance(record, str):
            yield Refusal(position, record)
        elif holds_title(record):
            yield _title(record, position, named)


def records(path: Path, local: str = "", told: Callable[[int], None] = lambda _: None) -> Iterator[MarcRecord | str]:
    """Each record of the file, or why it cannot be read. `local`: as in `iso2709.parse`; `told`: gets the number of
    bytes of the file that were read so far. `BadInput` as in `read`."""
    try:
        with path.open("rb") as file, _uncompressed(file) as plain:
            for found in _whole(_records(plain, path, local)):
                yield found
                told(file.tell())
    except OSError as error:
        raise BadInput(
            f"The file cannot be read: {error.strerror or error}", str(path), "Look at its name and rights."
        ) from error


@contextmanager
def _uncompressed(file: BinaryIO) -> Iterator[BinaryIO]:
    packed = file.read(2) == _GZIP
    file.seek(0)
    if not packed:
        yield file
        return
    with gzip.GzipFile(fileobj=file) as plain:
        yield cast(BinaryIO, plain)


def _whole(found: Iterator[MarcRecord | str]) -> Iterator[MarcRecord | str]:
    """All that can be had of a compressed file that is cut off or damaged."""
    try:
        yield from found
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield f"the compressed file is damaged: {error}"


def _records(file: BinaryIO, path: Path, local: str) -> Iterator[MarcRecord | str]:
    start = file.read(_START)
    file.seek(0)
    head = start.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t\0")
    if head.startswith(b"<"):
        yield from marcxml.salvage(file)
        return
    marked = all(mark in start for mark in (RECORD_END, FIELD_END, SUBFIELD))
    if head and not marked and not head[:5].replace(b" ", b"0").isdigit():
        raise BadInput("This is not a file of MARC records.", str(path), "Export the titles as MARC 21 or MARCXML.")
    yield from _from_iso2709(file, local)


def _from_iso2709(file: BinaryIO, local: str) -> Iterator[MarcRecord | str]:
    for data in iso2709.split(file):
        try:
            yield iso2709.parse(data, local)
        except Unreadable as error:
            yield str(error)


def title(record: MarcRecord) -> Title:
    """The record as a Title; `Untitled` when there is nothing to call it by."""
    return unimarc.title(record) if record.unimarc else from_marc21(record)


def namer() -> Callable[[MarcRecord, Title], Title]:
    """Gives a title whose number was another's in the same file one of its own."""
    seen: set[str] = set()

    def named(record: MarcRecord, title: Title) -> Title:
        if title.id in seen:
            title = msgspec.structs.replace(title, id=named_by_content(record, title.work))
        seen.add(title.id)
        return title

    return named


def _title(record: MarcRecord, position: int, named: Callable[[MarcRecord, Title], Title]) -> Title | Refusal:
    try:
        return named(record, title(record))
    except Untitled:
        return Refusal(position, "without a title")

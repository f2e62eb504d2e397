"""Reads a library's export: MARC 21 and UNIMARC, in ISO 2709 or MARCXML, as Titles.

Why so distrustful: each rule here stands for records met in real exports. What cannot be a title is refused with its
place in the file, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import msgspec

from kiosk.catalogue import iso2709, marcxml, unimarc
from kiosk.catalogue.form import holds_title
from kiosk.catalogue.iso2709 import Unreadable
from kiosk.catalogue.mapping import Untitled, named_by_content
from kiosk.catalogue.mapping import title as from_marc21
from kiosk.catalogue.record import MarcRecord
from kiosk.errors import BadInput
from kiosk.wire import Title


@dataclass(frozen=True)
class Refusal:
    """A record that became no Title. `position`: which record of the file, from 1."""

    position: int
    reason: str


def read(path: Path) -> Iterator[Title | Refusal]:
    """Each record of the file as a Title, or why not; records that describe no title (authorities) are passed over.

    `BadInput` when the file cannot be opened, or is no MARC at all.
    """
    try:
        with path.open("rb") as file:
            yield from _titles(_records(file, path))
    except OSError as error:
        raise BadInput(
            f"The file cannot be read: {error.strerror}", str(path), "Look at its name and rights."
        ) from error


def _records(file: BinaryIO, path: Path) -> Iterator[MarcRecord | str]:
    start = file.read(64).lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t\0")
    file.seek(0)
    if start.startswith(b"<"):
        return _from_xml(file)
    if start and not start[:5].replace(b" ", b"0").isdigit():
        raise BadInput("This is not a file of MARC records.", str(path), "Export the titles as MARC 21 or MARCXML.")
    return _from_iso2709(file)


def _from_iso2709(file: BinaryIO) -> Iterator[MarcRecord | str]:
    for data in iso2709.split(file):
        try:
            yield iso2709.parse(data)
        except Unreadable as error:
            yield str(error)


def _from_xml(file: BinaryIO) -> Iterator[MarcRecord | str]:
    try:
        yield from marcxml.parse(file)
    except Unreadable as error:
        yield str(error)


def _titles(records: Iterator[MarcRecord | str]) -> Iterator[Title | Refusal]:
    seen: set[str] = set()
    for position, record in enumerate(records, start=1):
        if isinstance(record, str):
            yield Refusal(position, record)
        elif holds_title(record):
            yield _title(record, position, seen)


def _title(record: MarcRecord, position: int, seen: set[str]) -> Title | Refusal:
    try:
        title = unimarc.title(record) if record.unimarc else from_marc21(record)
    except Untitled:
        return Refusal(position, "without a title")
    if title.id in seen:
        title = msgspec.structs.replace(title, id=named_by_content(record, title.work))
    seen.add(title.id)
    return title

"""Splits a file of MARC records in the exchange format ISO 2709 without believing its lengths.

Records end with 0x1D, fields with 0x1E, subfields begin with 0x1F. The leader's length and the directory are written
by the exporter, before somebody else changes the encoding: in the wild 16 of 100 records were longer than they said,
and a reader that jumps by lengths loses everything after the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO, NamedTuple

from kiosk.catalogue.record import LEADER_LENGTH, Field, MarcRecord
from kiosk.catalogue.text import from_local, from_marc8, from_utf8, is_utf8, unwrapped

RECORD_END, FIELD_END, SUBFIELD = b"\x1d", b"\x1e", b"\x1f"

#: The most that one record may hold, in bytes; ISO 2709 itself can count to 99,999.
LONGEST = 2_000_000
_BLOCK = 1 << 16

#: What a block may be full of without any record in it.
_NOTHING = RECORD_END + b" \r\n\t\0"

_Read = Callable[[bytes], tuple[str, bool]]


class Unreadable(ValueError):
    """These bytes are not a record; the message says why."""


class _Entry(NamedTuple):
    """One entry of the directory; -1 for a number that is none."""

    tag: str
    length: int
    start: int


def split(file: BinaryIO) -> Iterator[bytes]:
    """The bytes of each record without its end mark; what is too long to be one comes in pieces too long to parse."""
    held: list[bytes] = []
    size = 0
    while block := file.read(_BLOCK):
        first, *others = block.split(RECORD_END) if block.strip(_NOTHING) else (b"",)
        held.append(first)
        size += len(first)
        if others:
            *whole, last = others
            yield from (each for each in [b"".join(held), *whole] if each.strip())
            held, size = [last], len(last)
        elif size > LONGEST:
            yield b"".join(held)
            held, size = [], 0
    if (rest := b"".join(held)).strip():
        yield rest


def parse(data: bytes, local: str = "") -> MarcRecord:
    """One record; `Unreadable` when there is nothing to save. `local`: the encoding of what is no UTF-8, if it is not
    MARC-8."""
    data = _restored(data.lstrip(b"\xef\xbb\xbf \r\n\t\0"))
    if len(data) > LONGEST:
        raise Unreadable("no end of record for two million bytes")
    head, _, body = data.partition(FIELD_END)
    if len(head) < LEADER_LENGTH:
        raise Unreadable("shorter than a leader")
    pieces = body.split(FIELD_END)
    ended = not pieces.pop().strip() if len(pieces) > 1 else False
    entries = _directory(head[LEADER_LENGTH:])
    record = MarcRecord(head[:LEADER_LENGTH].decode("ascii", "replace"))
    sound = (len(head) - LEADER_LENGTH) % 12 == 0 and all(min(entry[1:]) >= 0 for entry in entries)
    record.damaged = not (ended and sound and len(entries) == len(pieces))
    _fill(record, _paired(entries, pieces), _reader(record, data, local))
    return record


def _restored(data: bytes) -> bytes:
    """A record whose bytes were encoded twice has its own length again when that is undone."""
    if data.isascii() or not data[:5].isdigit() or int(data[:5]) == len(data) + 1:
        return data
    inner = unwrapped(data)
    return inner if int(data[:5]) == len(inner) + 1 else data


def _directory(data: bytes) -> list[_Entry]:
    """The entries in the order of their fields: a tag, four digits of length, five of start (ISO 2709, 4.4)."""
    entries = [_entry(data[at : at + 12]) for at in range(0, len(data) - 11, 12)]
    return sorted(entries, key=lambda entry: entry.start) if all(entry.start >= 0 for entry in entries) else entries


def _entry(data: bytes) -> _Entry:
    length, start = (int(part) if part.isdigit() else -1 for part in (data[3:7], data[7:]))
    return _Entry(data[:3].decode("ascii", "replace"), length, start)


def _paired(entries: list[_Entry], pieces: list[bytes]) -> list[tuple[str, bytes]]:
    """Each field with its tag. Where they differ in number a directory is broken somewhere: its head still holds."""
    pairs = [(entry, piece) for entry, piece in zip(entries, pieces, strict=False)]
    if len(entries) < len(pieces):
        place = 0
        for at, (entry, piece) in enumerate(pairs):
            if entry.start != place or entry.length != len(piece) + 1:
                pairs = pairs[:at]
                break
            place += entry.length
    return [(entry.tag, piece) for entry, piece in pairs]


def _reader(record: MarcRecord, data: bytes, local: str) -> _Read:
    if is_utf8(data):
        return from_utf8
    if local:
        return partial(from_local, encoding=local)
    return from_utf8 if record.at(9) == "a" else from_marc8


def _fill(record: MarcRecord, pairs: list[tuple[str, bytes]], read: _Read) -> None:
    for tag, piece in pairs:
        field, unreadable = _field(tag, piece, read)
        record.fields.append(field)
        record.damaged = record.damaged or unreadable


def _field(tag: str, piece: bytes, read: _Read) -> tuple[Field, bool]:
    head, *parts = piece.split(SUBFIELD)
    if tag < "010" and not parts:
        text, unreadable = read(head)
        return Field(tag, data=text), unreadable
    texts = [read(part) for part in parts if part]
    subfields = tuple((text[:1], text[1:]) for text, _ in texts if text)
    indicators = head.decode("ascii", "replace")[:2].ljust(2)
    return Field(tag, indicators=indicators, subfields=subfields), any(unreadable for _, unreadable in texts)

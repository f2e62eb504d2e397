"""Lines of text to take along on a phone, in as few QR codes as phones can read from a screen. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kiosk.catalogue.marking import shortened
from kiosk.screen.qr import qr

#: Bytes in one code: with more than about 90 modules a side, phones want to come too near.
ROOM = 500

#: Letters of one line.
LINE = 140


def codes(head: str, lines: Sequence[str]) -> list[dict[str, Any]]:
    """A code (`screen.qr`) for each part of the list, with `first` and `last`: which lines are in it, from 1. Each part
    begins with the head; a line is never split over two."""
    made, at = [], 1
    for part in parts(head, lines):
        made.append({**qr("\n".join([head, *part])), "first": at, "last": at + len(part) - 1})
        at += len(part)
    return made


def parts(head: str, lines: Iterable[str]) -> list[list[str]]:
    """The lines, shortened, in parts that fit in a code."""
    found: list[list[str]] = []
    free = 0
    for line in (shortened(" ".join(line.split()), LINE) for line in lines):
        size = len(line.encode()) + 1
        if size > free:
            found.append([])
            free = ROOM - len(head.encode())
        found[-1].append(line)
        free -= size
    return found

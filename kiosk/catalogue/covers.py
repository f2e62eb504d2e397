"""Covers on a kiosk: where each lies, and which are wanted first."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from kiosk.wire import Copy, Title

#: For how long a copy is new.
NEW = timedelta(days=31)

_NAME = re.compile("[0-9a-f]{32}", re.ASCII)

#: New here, how often lent, since when here, since when it is known.
Rank = tuple[bool, int, date, int]


def place(folder: Path, name: str) -> Path | None:
    """The file of the cover with that name; None when that is no name."""
    return folder / name[:2] / f"{name}.jpg" if is_name(name) else None


def named(body: bytes) -> str:
    """The name of the cover that is this JPEG: the first half of its SHA-256, in hexadecimal."""
    return sha256(body).hexdigest()[:32]


def is_name(name: str) -> bool:
    """Whether a cover can have that name."""
    return _NAME.fullmatch(name) is not None


def picture(folder: Path | None, name: str) -> str:
    """The address of that cover's file, or "" when it is not there, or not whole: then Qt would complain of it by its
    name, and nobody may read afterwards what was looked at."""
    if folder is None or not is_name(name):
        return ""
    # No `Path`: it takes longer than the disk, and a screenful of rows is drawn between two keys
    inside = f"/{name[:2]}/{name}.jpg"
    return _address(folder) + inside if _is_whole(f"{folder}{inside}") else ""


@lru_cache(maxsize=4)
def _address(folder: Path) -> str:
    return folder.absolute().as_uri()


def _is_whole(path: str) -> bool:
    """It begins and ends as a JPEG does (ITU-T T.81, B.1.1.3)."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            start = file.read(3)
            file.seek(-2, os.SEEK_END)
            return start == b"\xff\xd8\xff" and file.read(2) == b"\xff\xd9"
    except OSError:
        return False


def rank(title: Title, copies: Sequence[Copy], here: str, today: date) -> Rank | None:
    """How much a kiosk of that branch wants the cover of a title; None: not at all, it stands only elsewhere."""
    own = [copy for copy in copies if copy.branch == here]
    if copies and not own:
        return None
    added = max((copy.added for copy in own if copy.added), default=title.added or date.min)
    return added >= today - NEW, title.loans, added, title.year

"""Covers on a kiosk: where each lies, and which are wanted first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
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


def is_name(name: str) -> bool:
    """Whether a cover can have that name."""
    return _NAME.fullmatch(name) is not None


def rank(title: Title, copies: Sequence[Copy], here: str, today: date) -> Rank | None:
    """How much a kiosk of that branch wants the cover of a title; None: not at all, it stands only elsewhere."""
    own = [copy for copy in copies if copy.branch == here]
    if copies and not own:
        return None
    added = max((copy.added for copy in own if copy.added), default=title.added or date.min)
    return added >= today - NEW, title.loans, added, title.year

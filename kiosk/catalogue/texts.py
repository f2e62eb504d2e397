"""Many short texts in one file, each found by its place in it.

Why not in tantivy's own store: it unpacks a block for each, a tenth of a millisecond; here a text is a slice of a
mapped file. The file only grows; what a killed writer left at its end is never pointed to.
"""

from __future__ import annotations

import mmap
import os
from pathlib import Path
from types import TracebackType

from kiosk.errors import StoreDamaged


class Writing:
    """Adds texts (without line breaks) to the file; they are on disk after `sync`."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("ab")
        self._end = self._file.seek(0, os.SEEK_END)
        self.add("")  # a line that was cut off ends here

    def add(self, text: str) -> int:
        """The place where it stands from now on."""
        place, line = self._end, text.encode() + b"\n"
        self._file.write(line)
        self._end += len(line)
        return place

    def sync(self) -> None:
        """Whoever points to these texts may do so now."""
        self._file.flush()
        os.fsync(self._file.fileno())

    def __enter__(self) -> Writing:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


class Reading:
    """The texts that were there when it was opened. `StoreDamaged` for a place where none begins."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with path.open("rb") as file:
            self._texts = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def at(self, place: int) -> str:
        """The text that `Writing.add` put there."""
        end = self._texts.find(b"\n", place)
        if end < 0 or self._texts[place - 1 : place] != b"\n":
            raise StoreDamaged("The index points to a text that is not there.", str(self._path), "It is made anew.")
        return self._texts[place:end].decode(errors="replace")

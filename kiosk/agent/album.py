"""The covers that lie on this kiosk, as files that the screen reads along. Whatever has its name is whole."""

from __future__ import annotations

import shutil
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from kiosk.agent.download import RESERVE
from kiosk.catalogue.covers import named, place
from kiosk.errors import KnownError
from kiosk.failpoints import reach
from kiosk.store.files import SHARED, write_whole
from kiosk.wire import LARGEST_COVER


class Album:
    """`folder` is ours alone to write."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def sizes(self) -> dict[str, int]:
        """The covers that are here, each with its bytes. What else lies there, as a crash leaves it, is removed."""
        found: dict[str, int] = {}
        for path in self._folder.glob("*/*"):
            size = self._size(path)
            if size:
                found[path.stem] = size
            else:
                with suppress(OSError):
                    path.unlink()
        return found

    def spoilt(self, names: Collection[str]) -> set[str]:
        """Those of these that the disk has spoilt; they are removed."""
        found = {name for name in names if not self._is_itself(name)}
        self.remove(found)
        return found

    def put(self, name: str, body: bytes) -> None:
        """Keep a cover; `KnownError` when there is no room for it."""
        path = self._place(name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if shutil.disk_usage(self._folder).free < RESERVE + LARGEST_COVER:
                raise KnownError("The disk has no room for covers", str(self._folder), "Make room on it.")
            reach("before cover")
            write_whole(path, body, SHARED)
        except OSError as error:
            raise KnownError(f"A cover cannot be written: {error.strerror}", str(self._folder)) from error
        reach("after cover")

    def remove(self, names: Collection[str]) -> int:
        """Let go of these; the answer is how many went."""
        gone = 0
        for name in names:
            with suppress(OSError):
                self._place(name).unlink()
                gone += 1
        return gone

    def _place(self, name: str) -> Path:
        path = place(self._folder, name)
        if path is None:
            raise ValueError("no name of a cover")
        return path

    def _is_itself(self, name: str) -> bool:
        try:
            return is_cover(self._place(name).read_bytes(), name)
        except OSError:
            return False

    def _size(self, path: Path) -> int:
        """0 for what is no cover, and for a file that the disk lost."""
        if path != place(self._folder, path.stem) or not path.is_file():
            return 0
        with suppress(OSError):
            return path.stat().st_size
        return 0


def is_cover(body: bytes, name: str) -> bool:
    """Whether that is the JPEG that was asked for."""
    return body.startswith(b"\xff\xd8\xff") and named(body) == name

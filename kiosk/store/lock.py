"""Only one agent at a time on one state: two would send each other's facts and fight over the index."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO

from kiosk.errors import Refused


def lock(folder: Path, who: str = "agent") -> BinaryIO:
    """Held until the file that comes back is closed or the process ends, however it ends; `Refused` when taken."""
    path = folder / "lock"
    file = path.open("a+b")
    try:
        _take(file)
    except OSError as error:
        file.close()
        raise Refused(f"Another {who} runs on this state", str(path), "Stop that one first.") from error
    return file


def _take(file: BinaryIO) -> None:
    if sys.platform == "win32":
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    os.set_inheritable(file.fileno(), False)

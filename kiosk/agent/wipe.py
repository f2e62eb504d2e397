"""Removing what a visitor left on disk."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path


def wipe(turn: Path) -> int:
    """The folder is empty again, or new; what comes back is how many files and folders would not go: the folder itself
    is one when it could not be made, looked into or given its rights.

    Links are removed, never followed.
    """
    try:
        _make(turn)
        unfit = 0
    except OSError:
        unfit = 1
    try:
        there = list(turn.iterdir())
    except OSError:
        return 1
    for path in there:
        _remove(path)
    return unfit + sum(_left(path) for path in there)


def _left(path: Path) -> int:
    if not os.path.lexists(path):
        return 0
    return 1 + sum(len(folders) + len(files) for _, folders, files in os.walk(path))


def _make(turn: Path) -> None:
    if turn.is_symlink() or turn.is_file():
        turn.unlink()
    turn.mkdir(parents=True, exist_ok=True)
    if os.name == "posix":
        # The screen's user writes here through the group; what it makes belongs to that group too (setgid)
        turn.chmod(0o2770)


def _remove(path: Path) -> None:
    try:
        if path.is_dir() and not path.is_symlink():
            _open_up(path)
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink()
    except OSError:
        return


def _open_up(folder: Path) -> None:
    """A folder that may not be entered can't be emptied (rmdir(2)); its owner may change that."""
    for place, folders, _ in os.walk(folder):
        for inner in (Path(place), *(Path(place) / name for name in folders)):
            if not inner.is_symlink():
                with suppress(OSError):
                    inner.chmod(0o700)

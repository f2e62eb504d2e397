"""The most memory that this process ever had, in MB. Not `ru_maxrss`: a child inherits its parent's (getrusage(2))."""

from __future__ import annotations

import re
from pathlib import Path

_PROCESS = Path("/proc/self")


def megabytes() -> int:
    """Since the program began, or since `forget` (proc(5), VmHWM)."""
    found = re.search(r"VmHWM:\s+(\d+) kB", (_PROCESS / "status").read_text())
    assert found is not None
    return int(found[1]) // 1024


def forget() -> None:
    """Count from what it has now."""
    (_PROCESS / "clear_refs").write_text("5")

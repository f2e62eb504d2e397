"""Places where a test may kill the process, to see that nothing is lost there.

Why in the real code: a crash test that does not stop at the very step proves nothing about it. Without the variable
`WEGWIJS_FAILPOINT` this does nothing; with "name" the process dies (SIGKILL: no handler, no flush) at its first visit
to that step, with "name:3" at its third; its last word on stderr is that it was there.
"""

from __future__ import annotations

import os
import signal

VARIABLE = "WEGWIJS_FAILPOINT"

_name, _left = "", 1


def arm(step: str) -> None:
    """Die at that step ("name" or "name:3"); "" means none any more. For a process that is there already."""
    global _name, _left
    _name, _, count = step.partition(":")
    _left = int(count or 1)


def reach(name: str) -> None:
    """This step is reached."""
    global _left
    if name != _name:
        return
    _left -= 1
    if _left <= 0:
        _die()


def _die() -> None:
    os.write(2, f"failpoint: {_name}\n".encode())
    if os.name == "posix":
        os.kill(os.getpid(), signal.SIGKILL)
    os._exit(137)


arm(os.environ.get(VARIABLE, ""))

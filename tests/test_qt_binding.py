"""Qt's binding keeps count of what it borrows.

PySide6 6.12.0 gives away one reference to None with every call that returns nothing; CPython 3.11 and older then abort
after about five thousand. This runs in a process of its own, because it is the process that dies.
"""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
from PySide6.QtCore import Property, QCoreApplication, QObject, Signal

class Thing(QObject):
    textChanged = Signal()
    def _text(self) -> str: return "x"
    text = Property(str, _text, notify=textChanged)

app = QCoreApplication([])
thing, heard = Thing(), []
thing.textChanged.connect(lambda: heard.append(None))
for _ in range({times}):
    thing.textChanged.emit()
    thing.setObjectName("x")
    thing.signalsBlocked()
print(len(heard))
"""


def test_a_signal_can_be_emitted_more_often_than_none_has_references() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(times=12_000)], capture_output=True, text=True, timeout=60
    )
    assert (ran.returncode, ran.stdout.strip()) == (0, "12000"), ran.stderr[-2000:]

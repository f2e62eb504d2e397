"""What holds for all tests: no window opens, no clock is ahead, and the machine's own settings do not matter."""

from __future__ import annotations

import os

# Before anything imports Qt or kiosk.clock
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("QML_DISABLE_DISK_CACHE", "1")
for name in ("WEGWIJS_SETTINGS", "WEGWIJS_CLOCK_OFFSET", "WEGWIJS_SECRET_KEY", "DATABASE_URL", "QT_SCALE_FACTOR"):
    os.environ.pop(name, None)

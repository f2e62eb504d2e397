"""What holds for all tests: no window opens, no clock is ahead, the machine's own settings do not matter, and what Qt
made is thrown away by the thread that made it."""

from __future__ import annotations

import gc
import os
from collections import Counter
from collections.abc import Iterator

import pytest

# Before anything imports Qt or kiosk.clock
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("QML_DISABLE_DISK_CACHE", "1")
for name in ("WEGWIJS_SETTINGS", "WEGWIJS_CLOCK_OFFSET", "WEGWIJS_SECRET_KEY", "DATABASE_URL", "QT_SCALE_FACTOR"):
    os.environ.pop(name, None)

# Python collects in whatever thread allocates, which Qt objects do not bear: as in kiosk.screen.app, only when told
gc.disable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """Collect what a test leaves, and all that is left after a file of them; those for nights would fill the memory."""
    if item.get_closest_marker("long"):
        gc.enable()
    done = yield
    gc.disable()
    gc.collect(1 if nextitem is not None and nextitem.path == item.path else 2)
    return done


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Of tests with the same id, pytest-xdist would run one."""
    twice = [id for id, times in Counter(item.nodeid for item in items).items() if times > 1]
    if twice:
        raise pytest.UsageError(f"these tests are called the same: {', '.join(twice)}")

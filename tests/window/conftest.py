from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.window.desktop import Desktop, opened
from tests.window.running import Demo


@pytest.fixture(scope="session")
def desktop() -> Iterator[Desktop]:
    with tempfile.TemporaryDirectory(prefix="w", dir="/tmp") as folder, opened(Path(folder)) as desktop:
        yield desktop


@pytest.fixture(scope="session")
def made(desktop: Desktop, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo that was made once, and stopped."""
    demo = Demo(tmp_path_factory.mktemp("made") / "d", desktop.env)
    try:
        demo.start()
        demo.wait()
    finally:
        demo.stop()
    return demo.folder


@pytest.fixture
def demo(made: Path, desktop: Desktop) -> Iterator[Demo]:
    """A copy of it; not started."""
    with tempfile.TemporaryDirectory(prefix="d", dir="/tmp") as folder:
        shutil.copytree(made, Path(folder) / "d", ignore=shutil.ignore_patterns("link", "*.log"))
        demo = Demo(Path(folder) / "d", desktop.env)
        try:
            yield demo
        finally:
            demo.stop()


@pytest.fixture
def running(demo: Demo, desktop: Desktop) -> Demo:
    """It runs, and Start is there."""
    demo.start()
    demo.wait()
    desktop.find("Beginnen", "push button")
    return demo

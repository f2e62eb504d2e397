"""A disk without room, at every write: a real one of 512 KiB, mounted where only the tests see it (unshare(1))."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.paths import RESOURCES
from tests.peers import lack


def _apart() -> list[str]:
    """How to run something that may mount: as root, or as who the kernel lets be root among its own."""
    for words in (["unshare", "--mount"], ["unshare", "--map-root-user", "--mount"]):
        probe = [*words, "sh", "-c", "mount -t tmpfs -o size=64k small /mnt"]
        if shutil.which("unshare") and subprocess.run(probe, capture_output=True).returncode == 0:
            return words
    lack("no small disk can be mounted here (it needs root, or user namespaces)")


@pytest.mark.timeout(300)
@pytest.mark.skipif(sys.platform != "linux", reason="mount namespaces are Linux's")
def test_a_full_disk_loses_nothing_that_was_promised() -> None:
    file = Path(__file__).with_name("small_disk.py")
    command = [*_apart(), sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(file)]
    done = subprocess.run(command, cwd=RESOURCES.parent, capture_output=True, text=True, timeout=280, check=False)
    assert done.returncode == 0, done.stdout[-5000:]
    assert " passed" in done.stdout

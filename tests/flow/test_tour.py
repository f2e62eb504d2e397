"""A walk through every screen finds nothing that would trouble somebody, whoever looks at it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent.parent

#: Fewer would mean that the walk ended early.
PICTURES = 40


def tour(folder: Path, *wishes: str) -> str:
    """What a tour found, line by line; nothing is well."""
    command = [sys.executable, "-m", "kiosk", "tour", "--out", folder / "out", "--state", folder / "state", *wishes]
    ran = subprocess.run(command, cwd=HOUSE, env=dict(os.environ), capture_output=True, text=True, timeout=280)
    assert ran.returncode in (0, 1), ran.stderr[-4000:]
    assert len(list((folder / "out").glob("*.png"))) >= PICTURES
    return "\n".join(ran.stdout.splitlines()[:-1])


@pytest.mark.timeout(300)
def test_a_tour_in_dutch_finds_nothing(tmp_path: Path) -> None:
    assert tour(tmp_path) == ""


@pytest.mark.long
@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    "wishes",
    [
        "--locale en --scale 2.0",
        "--locale ar --theme high",
        "--locale nl --scale 2.0 --size 1024x768",
        "--locale ar --scale 1.5 --size 1366x768",
        "--locale nl --scale 1.25 --size 1080x1920",
        "--locale en --size 3840x2160",
    ],
)
def test_a_tour_by_somebody_else_finds_nothing(tmp_path: Path, wishes: str) -> None:
    assert tour(tmp_path, *wishes.split()) == ""

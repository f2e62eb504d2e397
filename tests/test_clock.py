"""One clock for all programs of a kiosk, on both nights that the clocks change too."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from kiosk import clock


def test_now_is_utc_to_the_millisecond():
    moment = clock.now()
    assert moment.tzinfo is UTC
    assert moment.microsecond % 1000 == 0


@pytest.mark.parametrize(
    ("utc", "wall"),
    [
        ("2026-11-18T13:07:00", "2026-11-18T14:07:00"),
        ("2026-07-01T12:00:00", "2026-07-01T14:00:00"),
        ("2026-03-29T00:59:59", "2026-03-29T01:59:59"),
        ("2026-03-29T01:00:00", "2026-03-29T03:00:00"),
        ("2026-10-25T00:30:00", "2026-10-25T02:30:00"),
        ("2026-10-25T01:30:00", "2026-10-25T02:30:00"),
    ],
)
def test_the_wall_clock_is_that_of_the_branch(utc, wall):
    moment = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert clock.wall(moment) == datetime.fromisoformat(wall)


def test_a_demo_can_be_ahead_of_the_real_time():
    ask = "from kiosk import clock; print(clock.now().isoformat())"
    environment = {**os.environ, clock.OFFSET_VARIABLE: "7200"}
    said = subprocess.run([sys.executable, "-c", ask], env=environment, capture_output=True, text=True, check=True)
    ahead = datetime.fromisoformat(said.stdout.strip()) - datetime.now(UTC)
    assert timedelta(minutes=119) < ahead < timedelta(minutes=121)

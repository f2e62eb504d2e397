"""Killed at every step, thousands of times: a fact that was promised is with central once, one that nobody asked never
(`tests.faults.kills` tells how)."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from kiosk.paths import RESOURCES
from tests.faults.kills import ANY_MOMENT, IN_AGENT, IN_CENTRAL
from tests.flow.house import with_us

HOUSE = RESOURCES.parent

#: Another number of kills in `make test` than this: WEGWIJS_KILLS.
KILLS, MANY = int(os.environ.get("WEGWIJS_KILLS") or 2_000), 100_000

#: So many houses at the same time.
SIDE_BY_SIDE = 2

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


def _killed(kills: int, seed: int) -> Counter[str]:
    """Kills by step; fails when a ledger and its central differ."""
    program = [sys.executable, "-m", "tests.faults.kills", str(kills // SIDE_BY_SIDE)]
    running = [
        subprocess.Popen([*program, str(seed + side)], cwd=HOUSE, stdout=-1, stderr=-1, text=True, preexec_fn=with_us)
        for side in range(SIDE_BY_SIDE)
    ]
    done: Counter[str] = Counter()
    ends = [(process.communicate(), process.returncode) for process in running]
    for (out, wrong), code in ends:
        assert code == 0, wrong[-3000:]
        found: dict[str, Any] = json.loads(out)
        print(out)
        done.update(found["by_step"])
    return done


def test_every_step_there_is_has_its_kills() -> None:
    here = {step.partition(":")[0] for step in (*IN_AGENT, *IN_CENTRAL)}
    steps = {step for source in _sources(HOUSE / "kiosk") for step in re.findall(r'reach\("(.+)"\)', source)}
    assert here <= steps
    # The road from an earlier shape of a file, tokens and backups have tests of their own
    tests = "".join(_sources(HOUSE / "tests"))
    assert [step for step in sorted(steps - here) if f'"{step}' not in tests] == []


def _sources(folder: Path) -> list[str]:
    return [path.read_text("utf-8") for path in folder.rglob("*.py")]


@pytest.mark.timeout(900)
def test_two_thousand_kills_lose_and_double_nothing() -> None:
    done = _killed(KILLS, seed=20261118)
    assert done.total() >= KILLS
    if KILLS >= 1000:
        assert set(done) == {*IN_AGENT, *IN_CENTRAL, ANY_MOMENT}


@pytest.mark.long
@pytest.mark.timeout(4 * 3600)
def test_a_night_of_kills_loses_and_doubles_nothing() -> None:
    assert _killed(MANY, seed=int.from_bytes(os.urandom(4), "big")).total() >= MANY

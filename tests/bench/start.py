"""How long until the first frame, and how much memory: `python -m tests.bench.start [--json] [--times 9]`."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import psutil

from kiosk.demo.house import House, opened

HOUSE = Path(__file__).parent.parent.parent
PROGRAM = Path(__file__).with_name("first_frame.py")

#: What we aim at (README.md).
AIMS = {"ratio": 1.5, "rss_mb": 110, "agent_rss_mb": 60}

WORDS = {
    "first_frame_ms": "Start on the screen, ms",
    "empty_ms": "an empty window, ms",
    "facts_ms": "Start with the library's facts, ms",
    "ratio": "the first in terms of the second",
    "rss_mb": "memory of the screen, MB",
    "agent_rss_mb": "memory of the agent, MB",
}

#: Seconds after which the screen has come to rest.
REST = 4.0


def main() -> int:
    parser = argparse.ArgumentParser("tests.bench.start", description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--times", type=int, default=9, help="starts of each, at least 7; one more warms up")
    wish = parser.parse_args()
    with opened(HOUSE / "build" / "bench-state") as house:
        figures = measure(house, max(7, wish.times))
    print(json.dumps(figures) if wish.json else table(figures))
    return 0


def measure(house: House, times: int) -> dict[str, float]:
    """Medians of so many starts of the screen and of an empty window, in turns."""
    wait_for_index(house)
    program = str(house.settings_file)
    starts: dict[str, list[list[float]]] = {program: [], "empty": []}
    for turn in range(times + 1):
        for what, taken in starts.items():
            painted, _ = start(what)
            if turn:
                taken.append(painted)
    first, facts = (statistics.median(times) for times in zip(*starts[program], strict=True))
    empty = statistics.median(times[0] for times in starts["empty"])
    _, memory = start(program, REST)
    agent = psutil.Process(house.agent_process).memory_info().rss / 2**20
    figures = {"first_frame_ms": first, "empty_ms": empty, "facts_ms": facts, "ratio": first / empty}
    return {name: round(value, 2) for name, value in {**figures, "rss_mb": memory, "agent_rss_mb": agent}.items()}


def start(what: str, stay: float = 0) -> tuple[list[float], float]:
    """One start: milliseconds to the first frame (and to the one with facts), and megabytes after `stay` seconds."""
    began = time.monotonic()
    with subprocess.Popen([sys.executable, str(PROGRAM), what], stdout=subprocess.PIPE, env=environment()) as process:
        assert process.stdout is not None
        frames = 1 if what == "empty" else 2
        painted = [1000 * (float(process.stdout.readline()) - began) for _ in range(frames)]
        time.sleep(stay)
        memory = psutil.Process(process.pid).memory_info().rss / 2**20
        process.kill()
    return painted, memory


def environment() -> dict[str, str]:
    """That of a kiosk, without a display. Its modules are compiled when it is installed."""
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**compiled, "PYTHONPATH": str(HOUSE), "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}


def wait_for_index(house: House) -> None:
    """The agent has fetched everything, and built what people search in."""
    until = time.monotonic() + 60
    while not (house.settings.index / "CURRENT").exists():
        if time.monotonic() > until:
            raise TimeoutError("The agent did not build the index within a minute.")
        time.sleep(0.1)
    time.sleep(REST)


def table(figures: dict[str, float]) -> str:
    """The figures for people, with the aim where there is one."""
    lines = [f"{WORDS[name]:36}{value:>8g}{aimed(name, value)}" for name, value in figures.items()]
    return "\n".join(lines)


def aimed(name: str, value: float) -> str:
    """What we aim at, and whether it was met."""
    if name not in AIMS:
        return ""
    return f"   at most {AIMS[name]:g}: {'yes' if value <= AIMS[name] else 'NO'}"


if __name__ == "__main__":
    sys.exit(main())

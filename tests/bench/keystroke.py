"""From key to painted titles: `python -m tests.bench.keystroke [--titles 250000 | --real] [--queries 500] [--json]`.

A made-up catalogue (`made`) or the demo's own, in a replica and an index as the agent makes them; then somebody
types in the real window (`typist`), once while nothing else happens and once while the index is brought up to changes.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kiosk.wire import Branch, Record
from tests import library
from tests.bench import made, titles

HOUSE = Path(__file__).parent.parent.parent

#: What we aim at (README.md); `painted_p99_ms` and `private_mb` at 250,000 titles, `search_p99_ms` at 1,000,000.
MOST = {"painted_p99_ms": 16.7, "search_p99_ms": 6.0, "private_mb": 120.0}
LEAST = {"recall_clean": 0.97, "recall_typo": 0.97}


def main() -> int:
    wish = wishes(None)
    figures = measure(wish)
    print(json.dumps(figures) if wish.json else table(figures))
    return 0


def wishes(arguments: list[str] | None) -> argparse.Namespace:
    """What is asked for on the command line."""
    parser = argparse.ArgumentParser("tests.bench.keystroke", description=__doc__)
    parser.add_argument("--titles", type=int, default=250_000, help="how many made-up titles")
    parser.add_argument("--real", action="store_true", help="the demo's catalogue instead")
    parser.add_argument("--queries", type=int, default=500, help="how many queries are typed")
    parser.add_argument("--updating", type=int, default=60, help="how many of them again while the index changes")
    parser.add_argument("--keep", action="store_true", help="keep the catalogue, or use the one that was kept")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(arguments)


def measure(wish: argparse.Namespace) -> dict[str, float]:
    """All figures."""
    state = HOUSE / "build" / f"keystroke-{'real' if wish.real else wish.titles}"
    if not (wish.keep and (state / "built.json").exists()):
        prepare(state, wish)
    built = json.loads((state / "built.json").read_text())
    asked = asked_of(wish)
    idle = typed(state, asked)
    busy = typed(state, asked[: wish.updating], "--updating")
    if not wish.keep:
        shutil.rmtree(state)
    return {**built, **figures_of(idle, asked), "updating_painted_p99_ms": at(busy["painted"], 0.99)}


def prepare(state: Path, wish: argparse.Namespace) -> None:
    """The replica, and the index in it, made as on a kiosk."""
    shutil.rmtree(state, ignore_errors=True)
    library.write(state, records(wish))
    began = time.monotonic()
    program = [sys.executable, "-m", "tests.bench.changing", str(state), "0"]
    subprocess.run(program, check=True, env=environment())
    took, peak = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    size = sum(path.stat().st_size for path in (state / "index").rglob("*") if path.is_file()) / 1e6
    built = {"titles": count(wish), "build_s": round(took, 1), "build_peak_mb": round(peak), "index_mb": round(size, 1)}
    (state / "built.json").write_text(json.dumps(built))


def records(wish: argparse.Namespace) -> Iterator[Record]:
    """What is in the replica: branches, titles and copies."""
    here = Branch(id=library.BRANCH, name=library.BRANCH, short=library.BRANCH)
    yield from [here, *(Branch(id=branch, name=branch, short=branch) for branch in made.BRANCHES)]
    if wish.real:
        yield from titles.catalogue()
        return
    for title, copies in made.shelves(wish.titles):
        yield title
        yield from copies


def count(wish: argparse.Namespace) -> int:
    """How many titles there are."""
    return len({title.id for title in titles.catalogue()}) if wish.real else wish.titles


def asked_of(wish: argparse.Namespace) -> list[made.Typed]:
    """What is typed."""
    return made.queries_of(titles.catalogue(), wish.queries) if wish.real else made.queries(wish.queries, wish.titles)


def typed(state: Path, asked: Iterable[made.Typed], *more: str) -> dict[str, Any]:
    """Let it be typed; what `typist` measured."""
    lines = state / "typed.txt"
    lines.write_text("\n".join(f"{one.text}\t{one.id}" for one in asked), "utf-8")
    program = [sys.executable, "-m", "tests.bench.typist", str(state), str(lines), *more]
    said = subprocess.run(program, check=True, stdout=subprocess.PIPE, env=environment()).stdout
    return dict(json.loads(said.splitlines()[-1]))


def environment() -> dict[str, str]:
    """That of a kiosk, without a display."""
    return {**os.environ, "PYTHONPATH": str(HOUSE), "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}


def figures_of(heard: dict[str, Any], asked: list[made.Typed]) -> dict[str, float]:
    """What is told of what was measured."""
    painted, search, busy = heard["painted"], heard["search"], heard["search_cpu"]
    found = list(zip(heard["found"], asked, strict=True))
    return {
        **{f"painted_p{part}_ms": at(painted, part / 100) for part in (50, 95, 99)},
        "painted_max_ms": at(painted, 1),
        **{f"painted_cpu_p{part}_ms": at(heard["painted_cpu"], part / 100) for part in (50, 99)},
        "search_p50_ms": at(search, 0.5),
        "search_p99_ms": at(search, 0.99),
        "search_cpu_p50_ms": at(busy, 0.5),
        "search_cpu_p99_ms": at(busy, 0.99),
        "recall_clean": share([so for so, one in found if not one.wrong]),
        "recall_typo": share([so for so, one in found if one.wrong]),
        "open_ms": round(statistics.median(heard["open"]), 1),
        "private_mb": heard["private_mb"],
        "keys": len(painted),
    }


def at(values: list[float], part: float) -> float:
    """The value below which that part of them is."""
    return round(sorted(values)[min(int(len(values) * part), len(values) - 1)], 2)


def share(found: list[bool]) -> float:
    """The part that was found; 1.0 of none."""
    return round(sum(found) / len(found), 4) if found else 1.0


def table(figures: dict[str, float]) -> str:
    """The figures for people, with the aim where there is one."""
    return "\n".join(f"{name:28}{value:>10g}{aimed(name, value)}" for name, value in figures.items())


def aimed(name: str, value: float) -> str:
    """What we aim at, and whether it was met."""
    if name in MOST:
        return f"   at most {MOST[name]:g}: {'yes' if value <= MOST[name] else 'NO'}"
    if name in LEAST:
        return f"   at least {LEAST[name]:g}: {'yes' if value >= LEAST[name] else 'NO'}"
    return ""


if __name__ == "__main__":
    sys.exit(main())

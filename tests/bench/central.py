"""How much central can do, beside Kinto: `python -m tests.bench.central [--json] [--short]`."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.errors import KnownError
from tests.bench import cluster, delta, fleet, loads, peer, running, wrk
from tests.bench.running import HOUSE, Central, Server

#: What we aim at (README.md): at least so much, or at most.
AT_LEAST = {"unchanged_polls_ratio": 10, "single_facts_ratio": 2, "batched_facts_ratio": 50}
AT_MOST = {
    "delta_to_gzip": 1.1,
    "fleet_cpu_percent": 10,
    "fleet_p99_ms": 100,
    "fleet_errors": 0,
    "herd_errors": 0,
}

WORDS = {
    "unchanged_polls": "polls with nothing new",
    "changed_polls": "polls with news",
    "single_facts": "single facts (hands)",
    "single_claims": "single facts (seats)",
    "batched_facts": "facts in batches of 50",
    "delta": "a delta of titles",
    "fleet": "a day of all kiosks",
    "herd": "all back at once",
}


@dataclass
class Wish:
    """How much is measured."""

    database: str = ""
    seconds: float = 5
    times: int = 3
    branches: int = 50
    kiosks: int = 20
    titles: int = 10_000
    day: float = 180
    workers: int = 2
    peer: bool = True
    only: list[str] = field(default_factory=lambda: ["loads", "delta", "fleet"])


def main() -> int:
    """Measure, and print the figures."""
    wish, as_json = wished()
    # Else its servers would go on without it
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        figures = measure(wish)
    except KnownError as error:
        print(error, file=sys.stderr)
        return 2
    print(json.dumps(figures) if as_json else table(figures))
    return 0


def wished() -> tuple[Wish, bool]:
    """What the command line asks for."""
    parser = argparse.ArgumentParser("tests.bench.central", description=__doc__)
    parser.add_argument("--json", action="store_true", help="the last line is one JSON object")
    parser.add_argument("--short", action="store_true", help="a try: 2 s a load, once; kiosks for 20 s")
    parser.add_argument("--no-kinto", action="store_true", help="do not measure the peer")
    parser.add_argument("--only", action="append", choices=Wish().only, help="may be repeated")
    parser.add_argument("--workers", type=int, default=Wish.workers, help="processes of central, and of Kinto")
    what = "`postgresql`: one that is started for this; or the address of an empty database; else SQLite"
    parser.add_argument("--database", default="", metavar="URL", help=what)
    given = parser.parse_args()
    short = {"seconds": 2, "times": 1, "day": 20} if given.short else {}
    only = given.only or Wish().only
    wish = Wish(database=given.database, workers=given.workers, peer=not given.no_kinto, only=only, **short)
    return wish, given.json


def measure(wish: Wish) -> dict[str, object]:
    """All figures; `notes` says what could not be measured, and why."""
    figures: dict[str, object] = {"workers": wish.workers, "database": wish.database.partition(":")[0] or "sqlite"}
    notes: list[str] = []
    with tempfile.TemporaryDirectory(prefix="bench") as folder, ExitStack() as open:
        base = _cluster(wish, open, notes)
        kinto = _kinto(wish, Path(folder), base, open, notes)
        central = open.enter_context(_central(wish, Path(folder), base))
        # First: the loads leave more calls for help open than a library has in years
        if "fleet" in wish.only:
            figures |= {"fleet_kiosks": len(central.kiosks), **fleet.measure(central, wish.day)}
        if "loads" in wish.only:
            figures |= _loads(wish, central, kinto, notes)
        if "delta" in wish.only:
            figures |= delta.measure(central, wish.titles)
            figures["delta_to_gzip"] = figures["delta_bytes"] / figures["delta_gzip_bytes"]  # type: ignore[operator]
    return {**{name: _rounded(value) for name, value in figures.items()}, "notes": notes}


def _cluster(wish: Wish, open: ExitStack, notes: list[str]) -> cluster.Cluster | None:
    """A PostgreSQL, when central or Kinto needs one."""
    needed = wish.database == "postgresql" or (wish.peer and "loads" in wish.only)
    try:
        return open.enter_context(cluster.started()) if needed else None
    except KnownError as error:
        if wish.database == "postgresql":
            raise
        notes.append(f"No Kinto: {error}")
        return None


def _kinto(wish: Wish, folder: Path, base: cluster.Cluster | None, open: ExitStack, notes: list[str]) -> Server | None:
    if base is None or not wish.peer or "loads" not in wish.only or not wrk.installed():
        return None
    try:
        python = peer.installed(HOUSE / "build" / "kinto")
        kinto = open.enter_context(peer.started(folder, python, base, wish.workers))
        peer.fill(kinto)
        return kinto
    except KnownError as error:
        notes.append(f"No Kinto: {error}")
        return None


@contextmanager
def _central(wish: Wish, folder: Path, base: cluster.Cluster | None) -> Iterator[Central]:
    own = wish.database == "postgresql" and base is not None
    database = base.django("central") if own and base else wish.database
    beside = [base.process] if own and base else []
    with running.central(folder, database, (wish.branches, wish.kiosks), wish.workers, beside) as central:
        yield central


def _loads(wish: Wish, central: Central, kinto: Server | None, notes: list[str]) -> dict[str, object]:
    if not wrk.installed():
        notes.append("No polls and facts per second: wrk is not installed. Install Debian's wrk.")
        return {}
    measured = loads.measure(central, kinto, wish.seconds, wish.times, len(central.kiosks))
    return {name: value for load in measured for name, value in loads.figures(load).items()}


def _rounded(value: object) -> object:
    return round(value, 2) if isinstance(value, float) else value


def table(figures: dict[str, object]) -> str:
    """The figures for people, with the aim where there is one."""
    lines = [
        f"{WORDS.get(_subject(name), ''):24}{name:32}{_shown(value):>12}{aimed(name, value)}"
        for name, value in figures.items()
        if name != "notes" and not isinstance(value, dict)
    ]
    notes = [str(note) for note in figures["notes"]]  # type: ignore[attr-defined]
    return "\n".join(lines + notes)


def _subject(name: str) -> str:
    return next((subject for subject in WORDS if name.startswith(subject)), "")


def _shown(value: object) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else f"{value}"


def aimed(name: str, value: object) -> str:
    """What we aim at, and whether it was met."""
    assert name not in AT_LEAST or isinstance(value, float)
    if name in AT_LEAST:
        return f"   at least {AT_LEAST[name]:g}: {'yes' if value >= AT_LEAST[name] else 'NO'}"  # type: ignore[operator]
    if name in AT_MOST:
        return f"   at most {AT_MOST[name]:g}: {'yes' if value <= AT_MOST[name] else 'NO'}"  # type: ignore[operator]
    return ""


if __name__ == "__main__":
    sys.exit(main())

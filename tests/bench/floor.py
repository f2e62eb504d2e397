"""What facts cost the database alone: `python -m tests.bench.floor [--json]`.

Groups of batches are taken in as central does; every statement that writes is noted, and then given to a bare sqlite3
with a copy of the database as it was, one commit for each group. Nobody takes facts in with less than that.

    taken_in_per_s, taken_in_cpu_us   facts taken in, in one process; microseconds of processor for each
    floor_per_s, floor_cpu_us         the same rows by sqlite3 alone
    ratio                             of the processor's time
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import quote

import django
from msgspec import Raw, Struct

from kiosk.clock import now
from kiosk.wire import decode

#: Requests that come together, as from sixteen threads of a worker; groups, of which the first few warm up.
TOGETHER, GROUPS, WARM = 16, 30, 5

_WRITES = ("INSERT", "UPDATE", "DELETE")


class _Facts(Struct):
    facts: list[Raw]


def main() -> int:
    """Measure, and print the figures."""
    with tempfile.TemporaryDirectory(prefix="bench") as folder:
        figures = measure(Path(folder))
    print(json.dumps(figures) if "--json" in sys.argv else "\n".join(f"{name:24}{figures[name]}" for name in figures))
    return 0


def measure(folder: Path) -> dict[str, float]:
    """Both, group by group in turns."""
    os.environ |= {
        "DATABASE_URL": f"sqlite:///{quote(str(folder / 'central.db'))}",
        "WEGWIJS_SECRET_KEY": "only-for-measuring-0123456789abcdef",
        "DJANGO_SETTINGS_MODULE": "kiosk.central.settings",
    }
    django.setup()
    from tests.bench import filling

    filling.fill("4", str(TOGETHER // 4))
    with closing(_bare(folder / "bare.db")) as bare:
        with closing(sqlite3.connect(folder / "central.db")) as central:
            central.backup(bare)
        ours, floor = zip(*_runs(bare), strict=True)
    return _figures(ours[WARM:], floor[WARM:])


def _figures(ours: tuple[_Took, ...], floor: tuple[_Took, ...]) -> dict[str, float]:
    (wall, cpu), (floor_wall, floor_cpu) = _medians(ours), _medians(floor)
    return {
        "taken_in_per_s": round(1e6 / wall),
        "taken_in_cpu_us": round(cpu, 1),
        "floor_per_s": round(1e6 / floor_wall),
        "floor_cpu_us": round(floor_cpu, 1),
        "ratio": round(cpu / floor_cpu, 2),
    }


#: Microseconds for each fact: on the wall, and of the processor.
_Took = tuple[float, float]


def _medians(runs: tuple[_Took, ...]) -> _Took:
    walls, cpus = zip(*runs, strict=True)
    return median(walls), median(cpus)


def _bare(file: Path) -> sqlite3.Connection:
    bare = sqlite3.connect(file, isolation_level=None)
    # As central's own are (`kiosk.central.environment`)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    return bare


def _runs(bare: sqlite3.Connection) -> Iterator[tuple[_Took, _Took]]:
    from django.db import connection

    from kiosk.central.fleet.models import Kiosk
    from kiosk.central.sync.receive import Request, at_once
    from tests.bench import shapes

    for _ in range(GROUPS):
        bodies = [
            (kiosk, shapes.batch(shapes.hour_alone(_ids(), kiosk.desk_id or ""))) for kiosk in Kiosk.objects.all()
        ]
        requests = [Request(kiosk, decode(body, _Facts).facts, now()) for kiosk, body in bodies]
        written: list[tuple[str, Any, bool]] = []
        with connection.execute_wrapper(_noting(written)):
            ours = _timed(lambda requests=requests: at_once(requests))  # type: ignore[misc]
        yield ours, _timed(lambda written=written: _written(bare, written))  # type: ignore[misc]


def _ids() -> list[str]:
    from tests.bench import shapes

    return [str(uuid.uuid4()) for _ in range(shapes.BATCH)]


def _noting(written: list[tuple[str, Any, bool]]) -> Any:
    def note(execute: Any, sql: str, parameters: Any, many: bool, context: Any) -> Any:
        if sql.startswith(_WRITES):
            written.append((sql.replace("%s", "?"), parameters, many))
        return execute(sql, parameters, many, context)

    return note


def _written(bare: sqlite3.Connection, written: list[tuple[str, Any, bool]]) -> None:
    bare.execute("BEGIN IMMEDIATE")
    for sql, parameters, many in written:
        (bare.executemany if many else bare.execute)(sql, parameters)
    bare.execute("COMMIT")


def _timed(work: Any) -> _Took:
    from tests.bench import shapes

    facts = TOGETHER * shapes.BATCH
    wall, cpu = time.perf_counter(), time.thread_time()
    work()
    return (time.perf_counter() - wall) / facts * 1e6, (time.thread_time() - cpu) / facts * 1e6


if __name__ == "__main__":
    sys.exit(main())

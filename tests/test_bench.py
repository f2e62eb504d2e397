"""The measurements of central work: each of their pieces once, with small numbers."""

from __future__ import annotations

import asyncio
import http.server
import os
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.catalogue import index
from kiosk.errors import Unreachable
from kiosk.store.replica import Replica
from kiosk.wire import encode
from tests import library
from tests.bench import central as bench
from tests.bench import changing, delta, fleet, keystroke, loads, made, peer, running, titles, wrk
from tests.bench.line import Broken, Line
from tests.peers import need

#: Titles, branches, kiosks in a branch.
FEW, BRANCHES, KIOSKS = 60, 2, 2


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[running.Central]:
    with running.central(tmp_path_factory.mktemp("bench"), "", (BRANCHES, KIOSKS), 1, catalogue=False) as central:
        yield central


def test_the_asks_of_unchanged_polls_are_answered_with_304(central: running.Central) -> None:
    asks = loads.unchanged(central)
    assert [central.ask(ask.path, ask.headers).status for ask in asks] == [304] * len(asks)


def test_the_asks_of_changed_polls_are_answered_with_heads(central: running.Central) -> None:
    assert {central.ask(ask.path, ask.headers).status for ask in loads.changed(central)} == {200}


def test_a_delta_is_weighed_on_the_line_and_beside_gzip(
    central: running.Central, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delta, "TIMES", 1)
    figures = delta.measure(central, FEW)
    assert figures["delta_xz_bytes"] < figures["delta_gzip_bytes"] < figures["delta_plain_bytes"]
    assert figures["delta_gzip_bytes"] / 2 < figures["delta_bytes"] < figures["delta_plain_bytes"]
    assert 0 < figures["delta_apply_ms"] < figures["delta_ms"]


def test_a_day_ends_with_every_fact_in_the_database(central: running.Central, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fleet, "EVERY", 0.2)
    monkeypatch.setattr(fleet, "LASTS", 0.2)
    monkeypatch.setattr(fleet, "POLL", 0.2)
    figures = fleet.measure(central, 2)
    assert (figures["fleet_errors"], figures["herd_errors"]) == (0, 0)
    assert figures["fleet_facts_per_s"] > 1  # type: ignore[operator]
    assert 0 < figures["fleet_cpu_percent"] < 100  # type: ignore[operator]


def test_a_fact_that_is_not_in_the_database_is_noticed(central: running.Central) -> None:
    seen = fleet.Seen(stored=1)
    with pytest.raises(Unreachable, match="stored 1 facts, as it says; it has 0"):
        fleet._check(central, seen)


@pytest.mark.peer
@pytest.mark.parametrize("name", ["unchanged_polls", "changed_polls", "single_facts", "single_claims", "batched_facts"])
def test_every_load_runs_and_its_ledger_holds(central: running.Central, name: str) -> None:
    need("wrk")
    load = next(load for load in loads.loads(BRANCHES * KIOSKS) if load.name == name)
    loads._measure_ours(central, load, 1, warm=False)
    figures = loads.figures(load)
    assert figures[f"{name}_per_s"] > 0
    assert f"{name}_ratio" not in figures


@pytest.mark.peer
def test_facts_without_an_answer_are_sent_again_before_they_are_counted(central: running.Central) -> None:
    need("wrk")
    asks = loads.hands(central)
    run = wrk.run(central, asks, 1, "0badcafe", ledger=True, connections=loads.FEW)
    assert run.unanswered
    loads.check(central, asks, run, "0badcafe")
    run.stored += 1
    with pytest.raises(Unreachable):
        loads.check(central, asks, run, "0badcafe")


def test_an_empty_database_is_demanded(central: running.Central, tmp_path: Path) -> None:
    with (
        pytest.raises(Unreachable, match="There are tables in this database"),
        running.central(tmp_path, central.environment["DATABASE_URL"], (1, 1), 1),
    ):
        pass


def test_titles_are_as_many_as_asked_for_and_each_is_another() -> None:
    found = titles.titles(len(titles.catalogue()) + FEW)
    assert len({title.id for title in found}) == len(found) == len(titles.catalogue()) + FEW
    assert len({encode(title) for title in found}) == len(found)
    assert found[0] == titles.titles(1)[0]


class _Odd(http.server.BaseHTTPRequestHandler):
    """Hangs up on a line after one answer without a word; and does not answer /never."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.close_connection = True
        if self.path == "/never":
            return
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def odd() -> Iterator[int]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Odd) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def test_a_line_that_was_hung_up_is_opened_again(odd: int) -> None:
    async def twice() -> int:
        line = Line(odd)
        for _ in range(2):
            assert (await line.ask("/", {})).body == b"ok"
            await asyncio.sleep(0.1)
        line.close()
        return line.opened

    assert asyncio.run(twice()) == 2


def test_an_answer_that_does_not_come_is_a_failure(odd: int) -> None:
    with pytest.raises(Broken, match="IncompleteReadError"):
        asyncio.run(Line(odd).ask("/never", {}))


def test_an_installed_kinto_is_not_installed_again(tmp_path: Path) -> None:
    (tmp_path / "ready").touch()
    assert peer.installed(tmp_path) == tmp_path / "bin" / "python"


def test_every_aim_has_a_figure_in_the_notes_on_measuring() -> None:
    told = (Path(bench.__file__).parent / "README.md").read_text("utf-8")
    for name, aim in {**bench.AT_LEAST, **bench.AT_MOST}.items():
        assert re.search(rf"^\| `{name}` \|.*[≥≤] {aim:g}\b", told, re.M), name


def test_the_table_says_whether_an_aim_was_met() -> None:
    lines = bench.table({"fleet_p99_ms": 101.0, "unchanged_polls_ratio": 10.0, "notes": ["No Kinto: …"]}).splitlines()
    assert lines[0].endswith("at most 100: NO")
    assert lines[1].endswith("at least 10: yes")
    assert lines[2] == "No Kinto: …"


def test_a_made_up_catalogue_is_the_same_each_time_and_what_is_typed_can_be_found() -> None:
    first, again = list(made.shelves(FEW)), list(made.shelves(FEW))
    assert first == again
    assert len({title.id for title, _ in first}) == FEW
    typed = made.queries(20, 2000)
    assert typed == made.queries(20, 2000)
    assert sum(one.wrong for one in typed) == 6
    assert {one.id for one in typed} <= {title.id for title, _ in made.shelves(2000)}


def test_a_key_is_measured_from_press_to_paint_also_while_the_index_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keystroke, "HOUSE", tmp_path)
    monkeypatch.setattr(keystroke, "environment", lambda: {**_kiosk(), "PYTHONPATH": str(Path(__file__).parent.parent)})
    wish = keystroke.wishes(["--titles", "900", "--queries", "3", "--updating", "2"])
    figures = keystroke.measure(wish)
    assert (figures["titles"], figures["recall_clean"], figures["keys"] > 30) == (900, 1.0, True)
    assert 0 < figures["search_p50_ms"] < figures["painted_p50_ms"] <= figures["painted_max_ms"]
    assert figures["updating_painted_p99_ms"] > 0
    assert not list((tmp_path / "build").iterdir())


def test_changed_titles_are_marked_and_indexed(tmp_path: Path) -> None:
    library.write(tmp_path, [title for title, _ in made.shelves(FEW)])
    changing.change(tmp_path / "replica.db", 5)
    changing.bring_up(tmp_path)
    known = Replica(tmp_path / "replica.db", tmp_path / "facts.db")
    assert (index.open(tmp_path / "index").size, known.unindexed(10**9)) == (FEW, [])


def _kiosk() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}

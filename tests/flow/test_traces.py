"""What a visitor types is nowhere afterwards: not in a database, a log, a cache or what central knows."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import paths
from tests.flow.house import House, wait

#: No word of any language, typed by nobody else.
WORD = "qxkanarievogelzw"

TITLES = paths.RESOURCES / "demo" / "catalogue" / "titles.xml"


def _holds(folder: Path, word: str) -> list[str]:
    """The files in which that word stands, in any of the ways a program might write it."""
    ways = [word.encode(code) for code in ("utf-8", "utf-16-le", "utf-32-le")]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [str(path.relative_to(folder)) for path in files if any(way in path.read_bytes() for way in ways)]


@pytest.mark.parametrize("how", ["done", "killed"])
def test_a_visit_leaves_no_word_behind(house: House, tmp_path: Path, how: str) -> None:
    kiosk = house.kiosks["c1"]
    house.run("kiosk.central.main", "catalogue", "import", str(TITLES))
    house.start_central()
    kiosk.agent.start()
    wait(lambda: (kiosk.settings.index / "CURRENT").exists(), "the index")
    inside = {"HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"}
    env = {**house.env, **dict.fromkeys(inside, str(tmp_path)), "QT_QPA_PLATFORM": "offscreen"}
    words = [sys.executable, "-m", "tests.flow.leaving_traces", str(kiosk.file), str(tmp_path / "out"), WORD, how]
    with (house.folder / "screen.log").open("wb") as log:
        done = subprocess.run(words, env=env, stdout=log, stderr=log, timeout=60)
    assert done.returncode == (-signal.SIGKILL if how == "killed" else 0), (house.folder / "screen.log").read_text()
    wait(lambda: not list(kiosk.settings.turn.iterdir()), "the wipe")
    wait(lambda: {"ask", "claim"} <= set(house.facts().values()), "what was asked for is with central")
    assert _holds(house.folder, WORD) == []
    assert _holds(tmp_path, WORD) == []
    assert "central.db" in " ".join(_holds(house.folder, "laak-t1")), "this is how one would find it"

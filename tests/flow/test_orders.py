"""Staff press a button on the fleet page, and a real kiosk does it: once."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Client
from pathlib import Path

import pytest
import requests

from kiosk.wire import Ask, encode
from kiosk.wire.link import Keep
from tests.flow.house import House, Kiosk, wait, with_us

PASSWORD = "a-password-of-the-tests"


class Supervised:
    """A program that is started anew whatever makes it end, as by systemd. `starts`: the processes that there were."""

    def __init__(self, words: list[str], env: dict[str, str], log: Path) -> None:
        self.starts: list[int] = []
        self._words, self._env, self._log = [sys.executable, "-m", *words], env, log
        self._over = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)

    def _run(self) -> None:
        while not self._over.is_set():
            with self._log.open("ab") as log:
                self._process = subprocess.Popen(self._words, env=self._env, stdout=log, stderr=log, preexec_fn=with_us)
            self.starts.append(self._process.pid)
            self._process.wait()
            time.sleep(0.2)

    def __enter__(self) -> Supervised:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End it for good."""
        self._over.set()
        if self._process is not None:
            self._process.kill()
        self._thread.join(10)


class Browser:
    """Somebody of the central team."""

    def __init__(self, house: House) -> None:
        self._url, self._tab = f"http://127.0.0.1:{house.port}", requests.Session()
        words = ["account", "create", "--name", "anna", "--role", "central", "--password-stdin"]
        subprocess.run(
            [sys.executable, "-m", "kiosk.central.main", *words], env=house.env, input=PASSWORD, text=True, check=True
        )
        self._post("in", username="anna", password=PASSWORD)

    def order(self, kiosk: str, what: str, **more: str) -> None:
        self._post(f"computers/{kiosk}/{what}", **more)

    def page(self, path: str = "") -> str:
        return self._tab.get(f"{self._url}/computers/{path}", timeout=20).text

    def _post(self, path: str, **fields: str) -> None:
        if "csrftoken" not in self._tab.cookies:
            self._tab.get(f"{self._url}/in", timeout=20)
        given = {"csrfmiddlewaretoken": self._tab.cookies["csrftoken"], **fields}
        assert self._tab.post(f"{self._url}/{path}", data=given, timeout=20).ok


@pytest.fixture
def kiosk(house: House) -> Kiosk:
    house.start_central()
    return house.kiosks["c1"]


def known(house: House, sql: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(house.folder / "central.db") as database:
        return database.execute(sql).fetchall()


def orders(house: House) -> list[tuple[object, ...]]:
    return known(house, "SELECT what, state, reason FROM fleet_order ORDER BY made")


def number_of(house: House) -> str:
    ((number,),) = known(house, "SELECT id FROM fleet_kiosk WHERE desk_id = 'laak-c1'")
    return str(number)


@contextmanager
def agent(kiosk: Kiosk, env: dict[str, str]) -> Iterator[Supervised]:
    """It runs, and looks every two seconds, since somebody there asked for help."""
    words = ["kiosk.agent.main", "--settings", str(kiosk.file), "run"]
    with Supervised(words, env, kiosk.settings.state.with_suffix(".log")) as running:
        wait(lambda: Path(kiosk.settings.link).exists(), "the agent listens")
        wait(lambda: _asked(kiosk), "the ask is handed over")
        yield running


def _asked(kiosk: Kiosk) -> bool:
    try:
        # Without a Hello this is no screen
        with Client(kiosk.settings.link) as connection:
            connection.send_bytes(encode(Keep(fact=Ask(id=str(uuid.uuid4()), seat="laak-c1", screen="home"))))
            connection.recv_bytes()
            return True
    except (OSError, EOFError):
        return False


def screen(kiosk: Kiosk, env: dict[str, str]) -> Supervised:
    words = ["kiosk.screen.app", "--settings", str(kiosk.file), "--window"]
    return Supervised(words, {**env, "QT_QPA_PLATFORM": "offscreen"}, kiosk.settings.state.with_name("screen.log"))


def test_a_real_screen_is_restarted_exactly_once_and_then_the_agent(house: House, kiosk: Kiosk) -> None:
    anna, number = Browser(house), number_of(house)
    with agent(kiosk, house.env) as running, screen(kiosk, house.env) as shown:
        wait(lambda: "screen" in _screen_of(house), "central hears of the screen")
        anna.order(number, "restart-screen")
        wait(lambda: orders(house) == [("restart-screen", "done", "")], "the screen is back")
        assert len(shown.starts) == 2
        anna.order(number, "restart-agent")
        wait(lambda: orders(house)[1:] == [("restart-agent", "done", "")], "the agent is back")
        time.sleep(3)  # a round more: nothing is done a second time
        assert (len(shown.starts), len(running.starts)) == (2, 2)
        wait(lambda: "Het scherm werkt niet." not in anna.page(f"{number}/"), "the screen is heard of again")
        assert re.search(r"Herstart het scherm\s*</th><td>gedaan", anna.page(f"{number}/"))


def _screen_of(house: House) -> str:
    return "".join(bytes(body).decode() for (body,) in known(house, "SELECT body FROM fleet_health"))  # type: ignore[call-overload]


def test_a_screen_with_a_visitor_is_restarted_when_they_are_gone(house: House, kiosk: Kiosk, tmp_path: Path) -> None:
    anna, number = Browser(house), number_of(house)
    words = ["tests.flow.visited_screen", kiosk.settings.link, str(tmp_path / "leave")]
    with agent(kiosk, house.env), Supervised(words, house.env, tmp_path / "screen.log") as shown:
        wait(lambda: "screen" in _screen_of(house), "central hears of the screen")
        anna.order(number, "restart-screen")
        wait(lambda: orders(house) == [("restart-screen", "waiting", "")], "it waits")
        assert len(shown.starts) == 1
        assert "wacht tot er niemand achter het scherm zit" in anna.page(f"{number}/")
        (tmp_path / "leave").touch()
        wait(lambda: orders(house) == [("restart-screen", "done", "")], "the screen is back")
        assert len(shown.starts) == 2


def test_a_refused_fact_and_a_screen_that_is_gone_are_seen_on_the_fleet_page(house: House, kiosk: Kiosk) -> None:
    anna, number = Browser(house), number_of(house)
    with agent(kiosk, house.env), screen(kiosk, house.env) as shown:
        wait(lambda: "screen" in _screen_of(house), "central hears of the screen")
        with Client(kiosk.settings.link) as connection:
            fact = Ask(id=str(uuid.uuid4()), seat="x" * 200, screen="home")
            connection.send_bytes(encode(Keep(fact=fact)))
            connection.recv_bytes()
        wait(lambda: "Central heeft berichten van deze computer geweigerd: 1." in anna.page(), "the refused fact")
        assert "Er staat iets in dat te lang of te groot is." in anna.page(f"{number}/")
        assert "xxx" not in _screen_of(house)
        shown.stop()
        wait(lambda: "Het scherm werkt niet." in anna.page(), "the screen that is gone")

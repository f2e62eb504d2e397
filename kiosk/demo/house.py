"""A demo without a screen: central and agent, for whoever brings a screen of their own (the tour, the measurements)."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import msgspec

from kiosk.demo import place
from kiosk.demo.family import Child
from kiosk.demo.place import ACCOUNT, Place, Stamp
from kiosk.errors import Unreachable
from kiosk.settings import Settings

#: Seconds that central has to answer for the first time, and then each time.
PATIENCE = 60.0

#: The name that the made-up volunteer chose.
VOLUNTEER = "Vera Voorbeeld"


class House:
    """`settings`: the kiosk's; `pin`: staff's; `url`: central's address."""

    def __init__(self, folder: Path) -> None:
        self._place = Place(folder)
        self._stamp: Stamp = place.made_up("")
        self._env = self._place.environment(self._stamp)
        self._port = place.free_port()
        self.url = f"http://127.0.0.1:{self._port}"
        self.settings: Settings
        self._held: BinaryIO | None = None
        self._central = self._child("kiosk.central.main", ["serve", "--port", str(self._port)], "central")
        self._agent = self._child("kiosk.agent.main", ["--settings", str(self._place.settings), "run"], "agent")

    @property
    def pin(self) -> str:
        return self._stamp.pin

    @property
    def settings_file(self) -> Path:
        return self._place.settings

    @property
    def agent_process(self) -> int:
        """The agent's process id."""
        assert self._agent.process is not None
        return self._agent.process.pid

    def open(self) -> None:
        """Fill central, enrol the kiosk, start both. Takes some seconds; `KnownError` when it cannot be done."""
        self._held = self._place.hold()
        self._place.empty()
        self.settings = self._place.write_settings(self.url, self._stamp.pin_hash, fullscreen=False)
        place.fill(self._place, self._stamp, self._env, lambda _: None)
        self.start_central()
        place.enrol(self._place, self._env, self.url)
        self._agent.start()

    def close(self) -> None:
        """End both, and keep nothing but the logs."""
        self._agent.end()
        self._central.end()
        if self._held is not None:
            self._held.close()
            shutil.rmtree(self._place.state, ignore_errors=True)

    def start_central(self) -> None:
        """Until it answers."""
        self._central.start_until("central http", PATIENCE)

    def stop_central(self) -> None:
        """From now on the kiosk is alone."""
        self._central.end()

    def somebody_sits_at(self, desk: str) -> None:
        """In the branch somebody took that desk half an hour ago, and nobody any other; central must not run."""
        library = msgspec.yaml.decode(place.LIBRARY.read_bytes())
        for branch in library["branches"]:
            if branch["id"] == place.BRANCH:
                branch["visits"] = [{"desk": desk, "ago": 30, "left": 60}]
        taken = self._place.state / "taken.yaml"
        taken.write_bytes(msgspec.yaml.encode(library))
        place.central(self._place, self._env, "library", "load", str(taken))

    def volunteer_comes(self) -> None:
        """On the staff pages, a volunteer says "I am coming" to the first who asked."""
        from requests import Session as Browser

        with Browser() as browser:
            self._post(browser, "in", username=ACCOUNT, password=self._stamp.password)
            self._post(browser, "hulp/naam", name=VOLUNTEER)
            page = browser.get(f"{self.url}/hulp/", timeout=PATIENCE).text
            asked = re.search(r"hulp/([^/\"]+)/kom", page)
            if asked is None:
                raise Unreachable("Nobody asks for help", f"{self.url}/hulp/", "Ask first.")
            self._post(browser, f"hulp/{asked[1]}/kom")

    def _post(self, browser: object, page: str, **fields: str) -> None:
        from requests import Session as Browser

        assert isinstance(browser, Browser)
        if "csrftoken" not in browser.cookies:
            browser.get(f"{self.url}/in", timeout=PATIENCE)
        given = {"csrfmiddlewaretoken": browser.cookies.get("csrftoken", ""), **fields}
        answer = browser.post(f"{self.url}/{page}", data=given, timeout=PATIENCE)
        if not answer.ok:
            raise Unreachable(f"Central answered {answer.status_code}", answer.url)

    def _child(self, module: str, words: list[str], name: str) -> Child:
        return Child(module, words, self._place.log(name), self._env)


@contextmanager
def opened(folder: Path) -> Iterator[House]:
    """A house that is closed again whatever happens."""
    house = House(folder)
    try:
        house.open()
        yield house
    finally:
        house.close()

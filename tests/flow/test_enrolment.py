"""A computer becomes a kiosk, is blocked, is let back in, and is copied: real programs, and staff in their browser."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from typing import Any

import requests

from tests.flow.house import House, Kiosk, wait


class Staff:
    """The central team, logged in."""

    def __init__(self, house: House) -> None:
        self._url, self._browser = f"http://127.0.0.1:{house.port}", requests.Session()
        word = house.run("kiosk.central.main", "account", "create", "--name", "beheer", "--role", "central")
        self._browser.get(f"{self._url}/in", timeout=30)
        self.post("/in", username="beheer", password=word)

    def post(self, page: str, **fields: str) -> str:
        given = {"csrfmiddlewaretoken": self._browser.cookies["csrftoken"], **fields}
        reply = self._browser.post(f"{self._url}{page}", data=given, timeout=30)
        assert reply.ok, reply.status_code
        return reply.text

    def approve(self, code: str, name: str) -> None:
        """Type the code, pick what is found, choose what it is."""
        found = self._browser.get(f"{self._url}/beheer/sync/waiting/", params={"q": code}, timeout=30).text
        (page,) = set(re.findall(r"/beheer/sync/waiting/\d+/change/", found))
        self.post(page, branch="laak", desk="", name=name)

    def choose(self, kiosk: str, action: str) -> None:
        """Something for that kiosk, in the list of kiosks."""
        self.post("/beheer/fleet/kiosk/", action=action, _selected_action=kiosk)


def status(house: House, kiosk: Kiosk) -> dict[str, Any]:
    """What its agent says of itself; nothing while it starts."""
    command = [sys.executable, "-m", "kiosk.agent.main", "--settings", str(kiosk.file), "status"]
    said = subprocess.run(command, env=house.env, capture_output=True, text=True, timeout=60).stdout
    return dict(json.loads(said or "{}"))


def comes(house: House, kiosk: Kiosk, state: str) -> dict[str, Any]:
    """Until the agent is in that state ("": with central)."""
    wait(lambda: (said := status(house, kiosk)) and said.get("state", "") == state, f"the state {state!r}")
    return status(house, kiosk)


def test_a_computer_is_let_in_blocked_let_back_in_and_copied(house: House) -> None:
    house.start_central()
    staff, url = Staff(house), f"http://127.0.0.1:{house.port}"
    kiosk, copy = (Kiosk(house.folder / name, url, house.env) for name in ("c3", "c4"))
    kiosk.agent.start()
    try:
        staff.approve(comes(house, kiosk, "waiting")["code"], "Zuil")
        id = comes(house, kiosk, "")["kiosk"]
        assert kiosk.replica.all("desks"), "it has all that the others have"

        staff.choose(id, "block_kiosks")
        kiosk.agent.kill()
        kiosk.agent.start()
        assert "code" not in comes(house, kiosk, "revoked")
        staff.choose(id, "let_back_in")
        assert comes(house, kiosk, "")["kiosk"] == id

        kiosk.agent.kill()
        shutil.copytree(
            kiosk.settings.state, copy.settings.state, ignore=shutil.ignore_patterns("link"), dirs_exist_ok=True
        )
        kiosk.agent.start()
        comes(house, kiosk, "")
        copy.agent.start()
        comes(house, copy, "cloned")
        kiosk.agent.kill()
        kiosk.agent.start()
        comes(house, kiosk, "cloned")
        wait(lambda: all(status(house, one).get("code") for one in (kiosk, copy)), "both show a code")
        codes = {status(house, one)["code"] for one in (kiosk, copy)}
        assert len(codes) == 2

        staff.approve(status(house, kiosk)["code"], "Zuil")
        staff.approve(status(house, copy)["code"], "Zuil twee")
        assert comes(house, kiosk, "")["kiosk"] == id
        assert comes(house, copy, "")["kiosk"] != id
    finally:
        kiosk.agent.kill()
        copy.agent.kill()

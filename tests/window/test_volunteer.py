"""A volunteer with a browser, and somebody at a kiosk who asks for help."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.store.replica import Replica
from kiosk.wire import Reply
from tests.flow.house import wait
from tests.window.browser import Browser, browsing
from tests.window.desktop import Desktop
from tests.window.running import Demo

pytestmark = pytest.mark.peer

NAME = "Vera Voorbeeld"


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    with browsing(tmp_path / "browser") as browser:
        yield browser


def test_who_asks_at_a_kiosk_is_seen_by_a_volunteer_and_reads_who_comes(
    running: Demo, desktop: Desktop, browser: Browser
) -> None:
    browser.open(f"{running.url}/hulp/")
    browser.type("#id_username", "demo")
    browser.type("#id_password", running.password)
    browser.click("Inloggen")
    browser.shows("Niemand wacht")
    browser.click("Bezoekers lezen")
    browser.run("document.querySelector('#id_name').select()")
    browser.type("#id_name", NAME)
    browser.click("Bewaar")
    browser.shows(f"“{NAME} komt eraan”")

    desktop.click("Beginnen")
    desktop.click("Hulp")
    desktop.find("Uw vraag is aangekomen", "heading")
    browser.shows("Computer 3", 10)
    browser.click("Ik kom")
    browser.shows(f"{NAME} is onderweg")
    wait(lambda: told(running.replica) == [("coming", NAME)], "who comes, in the kiosk's replica")
    desktop.find(f"{NAME} komt eraan", "heading")

    browser.click("Klaar")
    desktop.find("U bent geholpen", "heading")
    assert told(running.replica) == [("done", NAME)]
    assert browser.said == []


def told(replica: Replica) -> list[tuple[str, str]]:
    return [(reply.state, reply.helper) for reply in replica.all("replies") if isinstance(reply, Reply)]

"""Staff's pages in a real browser: they can be hit, read and used, at a desk and on a phone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.paths import RESOURCES
from tests.central.test_serving import Running, run_until_stopped
from tests.flow.house import wait
from tests.window.browser import Browser, browsing

pytestmark = pytest.mark.peer

MEASURES = (Path(__file__).parent / "measures.js").read_text("utf-8")

PAGES = [
    "/",
    "/beheer/",
    "/beheer/fleet/branch/",
    "/beheer/fleet/branch/laak/change/",
    "/beheer/workspaces/desk/",
    "/beheer/workspaces/desk/add/?branch=laak",
    "/beheer/workspaces/desk/laak-t4/change/",
    "/beheer/workspaces/desk/laak-t4/delete/",
    "/beheer/workspaces/desk/laak-t4/history/",
    "/beheer/workspaces/visit/",
    "/beheer/fleet/floor/",
    "/beheer/fleet/floor/1/change/",
    "/beheer/events/event/",
    "/beheer/events/event/add/",
    "/beheer/fleet/kiosk/",
    "/beheer/fleet/kiosk/add/",
    "/beheer/guided/account/",
    "/beheer/guided/account/add/",
    "/beheer/guided/account/1/change/",
    "/beheer/fleet/entry/",
    "/beheer/catalogue/title/",
    "/beheer/catalogue/source/",
    "/beheer/catalogue/source/add/",
    "/beheer/catalogue/source/den-haag/change/",
    "/beheer/catalogue/run/",
    "/beheer/catalogue/theme/",
    "/beheer/catalogue/theme/add/",
    "/beheer/catalogue/theme/over-den-haag/change/",
    "/beheer/sync/fact/",
    "/beheer/lessen/",
    "/beheer/lessen/toetsen/?in=ar",
    "/wachtwoord",
    "/hulp/",
]

PASSWORD = "een-lang-woord-99"


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    running = Running(f"sqlite:///{tmp_path_factory.mktemp('central')}/central.db")
    running.run("migrate")
    running.run("library", "load", str(RESOURCES / "demo" / "library.yaml"))
    running.run("catalogue", "source", "den-haag", "--kind", "oai", "--address", "http://127.0.0.1:9/oai")
    running.run("catalogue", "import", str(RESOURCES / "demo" / "catalogue" / "bu_bibs.mrc"), "--source", "den-haag")
    command = ["account", "create", "--name", "vera", "--role", "central", "--password-stdin"]
    words = [sys.executable, "-m", "kiosk.central.main", *command]
    subprocess.run(words, env=running.environment, input=PASSWORD, text=True, check=True)
    yield from run_until_stopped(running)


@pytest.fixture(scope="module")
def browser(central: Running, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browsing(tmp_path_factory.mktemp("browser")) as browser:
        browser.open(f"{central.address}/in")
        browser.type("#id_username", "vera")
        browser.type("#id_password", PASSWORD)
        browser.click("Inloggen")
        browser.shows("Uitloggen")
        yield browser


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("page", PAGES)
def test_all_can_be_hit_and_read(central: Running, browser: Browser, page: str, width: int) -> None:
    browser.resize(width, 900)
    browser.open(central.address + page)
    assert browser.run(MEASURES) == []
    assert [said for said in browser.said if not said.startswith("verbose")] == []


def value(browser: Browser, name: str) -> str:
    return str(browser.run(f"document.getElementsByName({name!r})[0].value"))


def test_a_click_on_the_plan_puts_the_desk_there(central: Running, browser: Browser) -> None:
    browser.resize(1280, 900)
    browser.open(f"{central.address}/beheer/workspaces/desk/laak-t4/change/")
    before = value(browser, "x")
    x, y = browser.run("""(() => {
        const svg = document.querySelector("#preview svg"), box = svg.getBoundingClientRect();
        return [box.x + box.width / 4, box.y + box.height / 2];
    })()""")
    browser.press(x, y)
    assert abs(float(value(browser, "x")) - 1072 / 4) < 3
    assert abs(float(value(browser, "y")) - 608 / 2) < 3
    assert value(browser, "x") != before
    place = f"translate({value(browser, 'x')}.0 {value(browser, 'y')}.0)"
    wait(lambda: browser.run("document.querySelector('.mine').getAttribute('transform')") == place, place)
    browser.click("Opslaan en hier blijven")
    browser.shows("met succes gewijzigd")
    assert abs(float(value(browser, "x")) - 1072 / 4) < 3


def test_a_piece_is_chosen_on_the_plan_and_moved_by_a_click(central: Running, browser: Browser) -> None:
    browser.resize(1280, 900)
    browser.open(f"{central.address}/beheer/fleet/floor/1/change/")
    plant = """(() => {
        const all = [...document.querySelectorAll("#preview [data-piece]")];
        const box = all.filter(one => one.querySelector("ellipse"))[1].getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2];
    })()"""
    x, y = browser.run(plant)
    browser.press(x, y)
    name = browser.run("document.querySelector('.chosen').dataset.piece")
    assert browser.run(f"document.querySelector('#{name} details').open") is True
    # Its form has come into view, and the plan has gone along
    x, y = browser.run(plant)
    browser.press(x - 60, y)
    wait(lambda: browser.run(plant)[0] < x - 20, "the plant, further to the left")


@pytest.mark.parametrize("page", ["/hulp/", "/computers/"])
def test_a_list_that_is_not_renewed_says_so_until_it_is(central: Running, browser: Browser, page: str) -> None:
    browser.open(central.address + page)
    hidden = "document.getElementById('alone').hidden"
    look = "document.dispatchEvent(new Event('visibilitychange'))"
    assert browser.run(hidden) is True
    browser.run("window.theirs = window.fetch; window.fetch = async () => new Response('', {status: 502}); " + look)
    wait(lambda: browser.run(hidden) is False, "that the list may be old")
    browser.run(
        "window.fetch = async (where, how) => { window.ends = !!how.signal; return theirs(where, how); }; " + look
    )
    wait(lambda: browser.run(hidden) is True, "that all is well again")
    assert browser.run("window.ends") is True


def test_the_hours_that_visitors_read_follow_what_is_typed(central: Running, browser: Browser) -> None:
    browser.open(f"{central.address}/beheer/fleet/branch/laak/change/")
    browser.run("""(() => {
        for (const one of document.querySelectorAll("[name^=week_]")) one.value = "";
        document.querySelector("[name=week_0]").dispatchEvent(new Event("input", {bubbles: true}));
    })()""")
    wait(
        lambda: browser.run("document.querySelector('#preview .today').innerText").endswith("gesloten"), "closed today"
    )


def test_a_piece_is_added_and_drawn_at_once(central: Running, browser: Browser) -> None:
    browser.resize(1280, 900)
    browser.open(f"{central.address}/beheer/fleet/floor/1/change/")
    count = "document.querySelectorAll('#preview [data-piece]').length"
    before = browser.run(count)
    browser.click("Voeg er een toe")
    browser.run("""(() => {
        const last = document.querySelector(".inline-related:not(.empty-form) details.folded[open]");
        const put = (name, value) => { last.querySelector(`[name$="-${name}"]`).value = value; };
        put("what", "table"); put("x", 300); put("y", 200); put("width", 90); put("height", 60);
        last.querySelector("[name$='-x']").dispatchEvent(new Event("input", {bubbles: true}));
    })()""")
    wait(lambda: browser.run(count) == before + 1, "one more piece")
    assert [said for said in browser.said if not said.startswith("verbose")] == []

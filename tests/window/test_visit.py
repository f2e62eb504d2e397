"""A whole visit in a real window, by somebody who has a mouse, and by somebody who has a keyboard."""

from __future__ import annotations

import pytest

from kiosk.wire import Reply, Visit
from tests.flow.house import wait
from tests.window.desktop import Desktop
from tests.window.running import Demo

pytestmark = pytest.mark.peer

HAVELAAR = "Max Havelaar. Multatuli. 1860. Boek, *"
DESK = "laak-t4"


def looks_alive(desktop: Desktop) -> bool:
    """The screen is neither blank nor of one colour."""
    picture = desktop.picture()
    seen = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}
    return len(seen) > 20


def held(demo: Demo) -> list[str]:
    """The desks that visitors of this kiosk hold, as it was told by central."""
    kiosk = demo.replica.known("kiosk")
    visits = [visit for visit in demo.replica.all("visits") if isinstance(visit, Visit)]
    return [visit.desk for visit in visits if visit.kiosk == kiosk and visit.state == "held"]


def asks(demo: Demo) -> list[tuple[str, str]]:
    """State and screen of each ask, as this kiosk was told by central."""
    rows = dict(demo.central("SELECT id, screen FROM guided_ask"))
    replies = [reply for reply in demo.replica.all("replies") if isinstance(reply, Reply)]
    return [(reply.state, str(rows[reply.id])) for reply in replies]


def test_a_whole_visit_with_the_mouse(running: Demo, desktop: Desktop) -> None:
    desktop.click("Beginnen")
    desktop.click("Zoeken. *", "push button")
    desktop.click("Zoek in de catalogus", "text")
    desktop.type("havelar")
    desktop.click(HAVELAAR)
    desktop.find("Waar staat dit boek?", "heading")
    assert looks_alive(desktop)
    desktop.click("Terug naar de lijst")
    desktop.find(HAVELAAR)
    desktop.click("Home")

    desktop.click("Werkplek. *", "push button")
    desktop.click("Tafel 4, vrij *", "radio button")
    desktop.click("Neem tafel 4")
    desktop.find("Tafel 4 is van u", "heading")
    wait(lambda: held(running) == [DESK], "the desk in the replica")
    assert looks_alive(desktop)
    desktop.click("Naar Home")

    desktop.click("Leren. *", "push button")
    desktop.click("Aanwijzen en klikken. *")
    desktop.click("Verder")
    desktop.find("Stap 2 van 8")
    desktop.click("Sla deze stap over")
    for book in (1, 2, 3):
        desktop.click(f"Geel boek {book} van 3")
        desktop.find(f"{book} van 3 gedaan")
    desktop.find("Heel goed! U kunt klikken.")
    assert looks_alive(desktop)

    desktop.click("Hulp")
    desktop.find("Uw vraag is aangekomen", "heading")
    wait(lambda: asks(running) == [("open", "lesson")], "the ask in the replica")
    desktop.click("Terug naar mijn les")
    desktop.find("Stap 3 van 8")

    desktop.click("Home")
    desktop.click("Ik ben klaar")
    receipt(running, desktop)
    desktop.click("Naar het begin")
    desktop.find("Beginnen", "push button")


def test_a_whole_visit_with_the_keyboard(running: Demo, desktop: Desktop) -> None:
    wait(lambda: (at := desktop.focused()) and at.name == "Beginnen", "the focus on the button")
    desktop.key("Return")
    desktop.find("Leren. *", "push button")
    desktop.key("Right", "Return")
    desktop.find("Zoek in de catalogus", "text")
    desktop.type("havelar")
    desktop.find(HAVELAAR)
    desktop.tab_to(HAVELAAR)
    desktop.key("Return")
    desktop.find("Waar staat dit boek?", "heading")
    desktop.key("Escape")
    desktop.find(HAVELAAR)
    desktop.key("Escape")

    desktop.find("Werkplek. *", "push button")
    desktop.tab_to("Werkplek. *")
    desktop.key("Return")
    desktop.tab_to("Tafel 4, vrij *", "Down")
    desktop.key("space")
    desktop.tab_to("Neem tafel 4")
    desktop.key("Return")
    desktop.find("Tafel 4 is van u", "heading")
    wait(lambda: held(running) == [DESK], "the desk in the replica")
    desktop.tab_to("Naar Home")
    desktop.key("Return")

    desktop.find("Leren. *", "push button")
    desktop.tab_to("Leren. *", "Up")
    desktop.key("Return")
    desktop.find("Aanwijzen en klikken. *")
    desktop.key("Return")
    desktop.find("Stap 1 van 8")
    desktop.key("Return")
    desktop.find("Stap 2 van 8")
    desktop.tab_to("Sla deze stap over")
    desktop.key("Return")
    desktop.find("Stap 3 van 8")
    for book in (1, 2, 3):
        desktop.tab_to(f"Geel boek {book} van 3")
        desktop.key("Return")
        desktop.find(f"{book} van 3 gedaan")
    desktop.key("Return")
    desktop.find("Stap 4 van 8")
    assert looks_alive(desktop)

    desktop.tab_to("Hulp")
    desktop.key("Return")
    desktop.find("Uw vraag is aangekomen", "heading")
    wait(lambda: asks(running) == [("open", "lesson")], "the ask in the replica")
    desktop.key("Escape")
    desktop.find("Stap 4 van 8")
    desktop.tab_to("Home")
    desktop.key("Return")
    desktop.find("Ik ben klaar")
    desktop.tab_to("Ik ben klaar")
    desktop.key("Return")
    receipt(running, desktop)
    desktop.key("Return")
    desktop.find("Beginnen", "push button")


def receipt(demo: Demo, desktop: Desktop) -> None:
    """The slip says what is gone, and so do the stores: the desk stays the visitor's, the ask does not stay open."""
    desktop.find("Uw sporen zijn gewist", "heading")
    for gone in ("Wat u zocht: gewist", "Wat u oefende: gewist", "Tafel 4: blijft van u"):
        desktop.find(gone)
    assert looks_alive(desktop)
    wait(lambda: asks(demo) == [("withdrawn", "lesson")], "the ask withdrawn, in the replica")
    assert held(demo) == [DESK]
    assert demo.facts() == ["claim", "ask", "withdraw"]
    assert not demo.replica.waiting()
    assert [path for path in (demo.folder / "kiosk" / "turn").rglob("*") if path.is_file()] == []

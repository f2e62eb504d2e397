"""What somebody hears and does who does not see the screen."""

from __future__ import annotations

from fnmatch import fnmatchcase

import pytest

from tests.flow.house import wait
from tests.window.desktop import Desktop, Node
from tests.window.running import Demo

pytestmark = pytest.mark.peer

#: Roles of what one can do something with.
CONTROLS = ("push button", "radio button", "check box", "text")

DOORS = ("Leren. *", "Zoeken. *", "Werkplek. *", "Meedoen. *")


def names(desktop: Desktop, role: str) -> list[str]:
    return [node.name for node in desktop.shown() if node.role == role]


def within(node: Node, other: Node) -> bool:
    return node.path[: len(other.path)] == other.path


def nameless(desktop: Desktop) -> list[Node]:
    return [node for node in desktop.shown() if node.role in CONTROLS and not node.name.strip()]


def test_start_and_home_have_roles_and_names_in_reading_order(running: Demo, desktop: Desktop) -> None:
    desktop.find("Bibliotheek Laak", "heading")
    assert names(desktop, "push button") == ["Beginnen", "Nederlands", "English", "العربية"]
    assert nameless(desktop) == []

    desktop.press(desktop.find("Beginnen", "push button"))
    doors = [desktop.find(door, "push button") for door in DOORS]
    assert doors == sorted(doors, key=lambda door: door.path)
    assert "Wat wilt u doen?" in names(desktop, "heading")
    assert {"Bovenbalk", "Onderbalk"} <= set(names(desktop, "tool bar"))
    assert nameless(desktop) == []


def test_begin_is_pressed_and_a_door_opens_without_a_hand_on_mouse_or_keys(running: Demo, desktop: Desktop) -> None:
    desktop.press(desktop.find("Beginnen", "push button"))
    desktop.press(desktop.find("Werkplek. *", "push button"))
    desk = desktop.find("Tafel 4, vrij tot *", "radio button")
    assert "checked" not in desk.states
    desktop.press(desk)
    wait(lambda: "checked" in desktop.find("Tafel 4, *").states, "the desk is chosen")
    desktop.press(desktop.find("Neem tafel 4", "push button"))
    desktop.find("Tafel 4 is van u", "heading")


def test_the_focus_is_where_the_new_screen_begins_and_stays_in_a_sheet(running: Demo, desktop: Desktop) -> None:
    desktop.press(desktop.find("Beginnen", "push button"))
    desktop.find("Leren. *", "push button")
    assert (at := desktop.focused()) is not None
    assert at.name.startswith("Leren. ")

    desktop.press(desktop.find("Weergave", "push button"))
    sheet = desktop.find("Hoe wilt u het zien?", "dialog")
    for _ in range(10):
        at = desktop.focused()
        assert at is not None
        assert within(at, sheet), f"{at.name} is not in the sheet"
        desktop.key("Tab")
    desktop.key("Escape")
    wait(lambda: (at := desktop.focused()) and at.name.startswith("Leren. "), "the focus is back where it was")


def test_another_language_changes_the_names(running: Demo, desktop: Desktop) -> None:
    desktop.press(desktop.find("Beginnen", "push button"))
    desktop.press(desktop.find("Nederlands", "push button"))
    desktop.press(desktop.find("English", "radio button"))
    desktop.find("Which language would you like?*", "dialog")
    desktop.key("Escape")
    desktop.find("Help", "push button")
    assert "Hulp" not in names(desktop, "push button")
    desktop.press(desktop.find("English", "push button"))
    desktop.press(desktop.find("العربية", "radio button"))
    desktop.key("Escape")
    home, ask = desktop.find("الرئيسية", "push button"), desktop.find("مساعدة", "push button")
    assert home.middle[0] > ask.middle[0], "an Arabic bar runs from right to left"


def below(desktop: Desktop) -> list[Node]:
    """Of Start and Home, which wait below the screen that is shown."""
    return [node for node in desktop.tree() if any(fnmatchcase(node.name, name) for name in ("Beginnen", *DOORS))]


def test_what_is_not_on_the_screen_cannot_be_reached(running: Demo, desktop: Desktop) -> None:
    desktop.press(desktop.find("Beginnen", "push button"))
    desktop.press(desktop.find("Zoeken. *", "push button"))
    desktop.find("Zoek in de catalogus", "text")
    out_of_reach = {"showing", "visible", "focused"}.isdisjoint
    wait(lambda: all(out_of_reach(node.states) for node in below(desktop)), "Start and Home are out of reach")
    reached = set()
    for _ in range(12):
        desktop.key("Tab")
        reached.add((at := desktop.focused()) and at.name)
    assert {"Home", "Hulp", "Terug"} <= reached
    assert reached.isdisjoint(node.name for node in below(desktop))

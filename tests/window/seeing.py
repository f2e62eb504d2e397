"""What a screen reader sees, through AT-SPI. Runs under the system's own Python, which has its bindings (python3-gi,
gir1.2-atspi-2.0), and answers one line of JSON for each that it reads:

    {}                 → {"seen": [node, …]}      everything on the screen of the program, in reading order
    {"press": path}    → {"pressed": true}        the first action of that node
    {"text": path}     → {"text": "…"}            what stands in that line

A node: path (numbers of children), role, name, described, states, box (x, y, width, height on the screen), actions.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

STATES = ("showing", "visible", "focused", "focusable", "enabled", "sensitive", "checked", "editable", "modal")


def wake() -> None:
    """Programs only speak to a screen reader when the bus says that there is one."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        call = ("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", value)
        bus.call_sync(*call, None, Gio.DBusCallFlags.NONE, 5000, None)


def program() -> Any:
    """The one program with a window, or None."""
    desktop = Atspi.get_desktop(0)
    programs = (desktop.get_child_at_index(number) for number in range(desktop.get_child_count()))
    return next((one for one in programs if one and one.get_child_count()), None)


def seen(node: Any, path: tuple[int, ...]) -> list[dict[str, Any]]:
    found = []
    for number in range(node.get_child_count()):
        child = node.get_child_at_index(number)
        if child is not None:
            # Else what was first seen while it was hidden has no box for ever: Qt gives none, and AT-SPI remembers that
            child.clear_cache()
            found += [told(child, (*path, number)), *seen(child, (*path, number))]
    return found


def told(node: Any, path: tuple[int, ...]) -> dict[str, Any]:
    states = node.get_state_set()
    box = node.get_component_iface().get_extents(Atspi.CoordType.SCREEN) if node.get_component_iface() else None
    action = node.get_action_iface()
    return {
        "path": path,
        "role": node.get_role_name(),
        "name": node.get_name() or "",
        "described": node.get_description() or "",
        "states": [name for name in STATES if states.contains(getattr(Atspi.StateType, name.upper()))],
        "box": [box.x, box.y, box.width, box.height] if box else [0, 0, 0, 0],
        "actions": [action.get_action_name(number) for number in range(action.get_n_actions())] if action else [],
    }


def at(path: list[int]) -> Any:
    node = program()
    for number in path:
        node = node.get_child_at_index(number)
    return node


def answer(asked: dict[str, Any]) -> dict[str, Any]:
    if "press" in asked:
        return {"pressed": at(asked["press"]).get_action_iface().do_action(0)}
    if "text" in asked:
        line = at(asked["text"]).get_text_iface()
        return {"text": line.get_text(0, line.get_character_count())}
    root = program()
    return {"seen": seen(root, ()) if root else []}


def main() -> None:
    wake()
    Atspi.init()
    for line in sys.stdin:
        # What went away between two calls is no longer there to ask
        try:
            said = answer(json.loads(line))
        except (GLib.Error, AttributeError) as error:
            said = {"gone": str(error)}
        print(json.dumps(said), flush=True)


main()

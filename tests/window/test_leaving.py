"""Who may leave the screen and how, and that nothing stays when the demo ends."""

from __future__ import annotations

import time

import psutil
import pytest

from tests.flow.house import wait
from tests.window.desktop import SIZE, Desktop
from tests.window.running import Demo

pytestmark = pytest.mark.peer

#: Seconds from the command to a window with Start in it, the second time; on two busy cores.
SOON = 4.0


def all_gone(processes: list[psutil.Process]) -> bool:
    return not any(one.is_running() and one.status() != psutil.STATUS_ZOMBIE for one in processes)


def ends(demo: Demo, everybody: list[psutil.Process]) -> None:
    wait(lambda: demo.ended() is not None, "the demo ends", 10)
    assert demo.ended() == 0, demo.said()
    wait(lambda: all_gone(everybody), f"nobody is left of {everybody}", 5)


def test_the_window_of_a_demo_is_on_the_screen_with_its_frame(running: Demo, desktop: Desktop) -> None:
    frame = desktop.find("Wegwijs", "frame")
    x, y, width, height = frame.box
    assert min(x, y) >= 0
    assert x + width <= SIZE[0]
    assert y + height <= SIZE[1]


def test_closing_the_window_of_a_demo_ends_all_of_it(running: Demo, desktop: Desktop) -> None:
    everybody = running.everybody()
    assert len(everybody) >= 4
    desktop.close_window()
    ends(running, everybody)
    assert desktop.windows() == []


def test_ctrl_c_ends_all_of_a_demo(running: Demo, desktop: Desktop) -> None:
    everybody = running.everybody()
    running.interrupt()
    ends(running, everybody)
    assert desktop.windows() == []


def test_in_the_library_the_window_does_not_close_but_staff_leave_with_their_pin(demo: Demo, desktop: Desktop) -> None:
    demo.start("--fullscreen")
    demo.wait()
    frame = desktop.find("Wegwijs", "frame")
    assert frame.box == (0, 0, *SIZE)
    everybody = demo.everybody()
    desktop.click("Beginnen")
    desktop.find("Leren. *", "push button")
    desktop.close_window()
    time.sleep(1)
    assert desktop.seen("Leren. *", "push button") is not None
    assert not all_gone([one for one in everybody if "kiosk.screen.app" in one.cmdline()])

    desktop.key("ctrl+alt+p")
    desktop.find("Typ de pincode van het personeel", "heading")
    desktop.type("000000" if demo.pin != "000000" else "111111")
    desktop.key("Return")
    desktop.find("De pincode klopt niet. *")
    desktop.type(demo.pin)
    desktop.key("Return")
    desktop.click("Verlaat het scherm")
    ends(demo, everybody)
    assert desktop.windows() == []


def test_the_second_start_shows_its_window_soon(demo: Demo, desktop: Desktop, capsys: pytest.CaptureFixture) -> None:
    ground = desktop.picture().pixelColor(40, 540).name()
    begun = time.monotonic()
    demo.start()
    wait(lambda: desktop.picture().pixelColor(40, 540).name() == "#faf6ee" != ground, "the window's paper", 20)
    took = time.monotonic() - begun
    with capsys.disabled():
        print(f"\nthe second start showed its window after {took:.2f} s")
    assert took < SOON
    demo.wait()

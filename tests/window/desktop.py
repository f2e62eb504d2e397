"""A desktop of others' programs, on which the real demo is looked at and used as people do: a screen (Xvfb), windows
(openbox), a mouse and a keyboard (xdotool), and what a screen reader sees (AT-SPI)."""

from __future__ import annotations

import json
import os
import signal
import struct
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import IO, Any

from PySide6.QtGui import QImage

from tests.flow.house import wait, with_us
from tests.peers import lack, need

SIZE = (1920, 1080)

#: Has python3-gi; ours has not.
SYSTEM_PYTHON = "/usr/bin/python3"

#: Of X11's XWD header (XWDFile.h), in 32-bit numbers: where these stand.
_HEADER_SIZE, _WIDTH, _HEIGHT, _LINE, _COLOURS = 0, 4, 5, 12, 19


@dataclass(frozen=True)
class Node:
    """Something on the screen, as a screen reader knows it."""

    path: tuple[int, ...]
    role: str
    name: str
    described: str
    states: frozenset[str]
    box: tuple[int, int, int, int]
    actions: tuple[str, ...]

    @property
    def middle(self) -> tuple[int, int]:
        x, y, width, height = self.box
        return x + width // 2, y + height // 2

    @property
    def shown(self) -> bool:
        return "showing" in self.states and min(self.box[2:]) > 0


class Desktop:
    """`env`: for a program that is to appear on it."""

    def __init__(self, env: dict[str, str], frame: Path, eyes: subprocess.Popen[str]) -> None:
        self.env, self._frame, self._eyes = env, frame, eyes

    # To look

    def tree(self) -> list[Node]:
        """All that the program tells a screen reader, shown or not."""
        return [
            Node(**{**node, "path": tuple(node["path"]), "box": tuple(node["box"])} | _frozen(node))
            for node in self._ask({}).get("seen", [])
        ]

    def shown(self) -> list[Node]:
        return [node for node in self.tree() if node.shown]

    def seen(self, name: str, role: str = "") -> Node | None:
        """The first that is shown with this name; in it * stands for anything."""
        fits = (node for node in self.shown() if fnmatchcase(node.name, name) and role in ("", node.role))
        return next(fits, None)

    def find(self, name: str, role: str = "", seconds: float = 20) -> Node:
        """Wait until it is shown, and stands still."""
        late, before = time.monotonic() + seconds, None
        while time.monotonic() < late:
            now = self.seen(name, role)
            if now and before and now.box == before.box:
                return now
            before = now
            time.sleep(0.02)
        raise AssertionError(f"“{name}” never came; there is {[node.name for node in self.shown() if node.name]}")

    def focused(self) -> Node | None:
        """What the keys go to: the innermost, for what it lies in says that it has the focus too."""
        focused = [node for node in self.shown() if "focused" in node.states]
        return max(focused, key=lambda node: len(node.path), default=None)

    def text(self, node: Node) -> str:
        """What stands in a line that one can type on."""
        return str(self._ask({"text": node.path}).get("text", ""))

    def picture(self) -> QImage:
        """The screen as it is now."""
        raw = self._frame.read_bytes()
        head = struct.unpack_from(">25I", raw)
        start = head[_HEADER_SIZE] + 12 * head[_COLOURS]
        size = head[_WIDTH], head[_HEIGHT]
        return QImage(raw[start:], *size, head[_LINE], QImage.Format.Format_RGB32).copy()

    # To act

    def press(self, node: Node) -> None:
        """As a screen reader does it."""
        assert self._ask({"press": node.path}).get("pressed"), f"{node} cannot be pressed"

    def click(self, name: str, role: str = "") -> None:
        self.click_at(*self.find(name, role).middle)

    def click_at(self, x: int, y: int) -> None:
        # People arrive before they press
        self._hands("mousemove", str(x), str(y), "sleep", "0.1", "click", "1")

    def key(self, *keys: str) -> None:
        self._hands("key", "--delay", "40", *keys)

    def type(self, text: str) -> None:
        self._hands("type", "--delay", "60", text)

    def tab_to(self, name: str, key: str = "Tab") -> None:
        """Press it until the focus is there."""
        on_the_way: list[str] = []
        while not ((at := self.focused()) and fnmatchcase(at.name, name)):
            assert len(on_the_way) < 60, f"no {key} leads to “{name}”: {on_the_way}"
            on_the_way.append(at.name if at else "")
            self.key(key)
            time.sleep(0.1)

    def windows(self) -> list[int]:
        """Those of ours that can be seen."""
        words = ["xdotool", "search", "--onlyvisible", "--name", "^Wegwijs$"]
        done = subprocess.run(words, env=self.env, capture_output=True, text=True)
        return [int(line) for line in done.stdout.split()]

    def close_window(self) -> None:
        """As the cross in its corner does (ICCCM, WM_DELETE_WINDOW); openbox does it for this key, to the window that
        it has made active: that may be later than a screen reader hears of the window."""
        wait(self._in_front, "our window is the active one", 20)
        self.key("alt+F4")

    def _in_front(self) -> bool:
        words = ["xdotool", "getactivewindow"]
        active = subprocess.run(words, env=self.env, capture_output=True, text=True).stdout.strip()
        return active.isdigit() and int(active) in self.windows()

    def _hands(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.env, check=True, capture_output=True, timeout=30)

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        assert self._eyes.stdin is not None
        assert self._eyes.stdout is not None
        print(json.dumps(question), file=self._eyes.stdin, flush=True)
        answer = self._eyes.stdout.readline()
        assert answer, "what sees the screen has ended"
        return dict(json.loads(answer))


def _frozen(node: dict[str, Any]) -> dict[str, Any]:
    return {"states": frozenset(node["states"]), "actions": tuple(node["actions"])}


@contextmanager
def opened(folder: Path) -> Iterator[Desktop]:
    """A desktop, and at the end nothing of it; `folder`: its path must be short, sockets lie in it."""
    for program in ("Xvfb", "openbox", "xdotool", "dbus-daemon"):
        need(program)
    with ExitStack() as stack:
        display = _line(stack, ["Xvfb", "-displayfd", "1", *_screen(folder)])
        env = {**os.environ, "DISPLAY": f":{display}", "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder)}
        env |= {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        for name in ("WAYLAND_DISPLAY", "XAUTHORITY"):
            env.pop(name, None)
        env["DBUS_SESSION_BUS_ADDRESS"] = _line(stack, ["dbus-daemon", "--session", "--nofork", "--print-address"], env)
        _running(stack, ["openbox"], env, stdout=subprocess.DEVNULL)
        yield Desktop(env, folder / "Xvfb_screen0", _eyes(stack, env))


def _screen(folder: Path) -> list[str]:
    return ["-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp", "-fbdir", str(folder)]


def _eyes(stack: ExitStack, env: dict[str, str]) -> subprocess.Popen[str]:
    """What asks AT-SPI."""
    asked = subprocess.run(
        [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"], env=_plain(env), capture_output=True
    )
    if asked.returncode:
        lack("python3-gi and gir1.2-atspi-2.0 are not installed")
    words = [SYSTEM_PYTHON, str(Path(__file__).with_name("seeing.py"))]
    return _running(stack, words, _plain(env), stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def _plain(env: dict[str, str]) -> dict[str, str]:
    """Without what points Python to our own packages."""
    return {name: value for name, value in env.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}


def _line(stack: ExitStack, words: Sequence[str], env: dict[str, str] | None = None) -> str:
    """Start it; the first line that it says."""
    said: IO[str] | None = _running(stack, words, env, stdout=subprocess.PIPE).stdout
    assert said is not None
    return said.readline().strip()


def _running(stack: ExitStack, words: Sequence[str], env: dict[str, str] | None, **pipes: Any) -> subprocess.Popen[str]:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        words, env=env, text=True, stderr=quiet, start_new_session=True, preexec_fn=with_us, **pipes
    )
    stack.callback(_end, process)
    return process


def _end(process: subprocess.Popen[str]) -> None:
    """With what it started itself: a bus starts those that are spoken to on it."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            pipe.close()

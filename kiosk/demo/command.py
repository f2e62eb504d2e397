"""`wegwijs demo`: start everything, watch it, end everything.

made ready (the first time) → screen, central → agent → until the window closes, Ctrl+C or SIGTERM
"""

from __future__ import annotations

import argparse
import os
import signal
import site
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from kiosk import clock
from kiosk.demo import afternoon, place
from kiosk.demo.family import Child
from kiosk.demo.place import ACCOUNT, BRANCH, LIBRARY, Place, Stamp
from kiosk.errors import KnownError

#: Seconds between two looks at the children.
LOOK = 0.1

#: Seconds that central has to say that it answers.
PATIENCE = 30.0

_WITHOUT_SCREEN = ("offscreen", "minimal")

_GUIDE = """
  Staff pages   {url}   log in as {account}, password {password}
  Staff PIN     {pin}   leaves the screen: press Ctrl+Alt+P
  Stop          Ctrl+C here{window}

All of it is made up and stays in {folder}.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when it was ended, 2 with a sentence when it cannot go on."""
    wish = _parser().parse_args(arguments)
    try:
        return Demo(Place(wish.state), wish.fullscreen).run(fresh=wish.fresh)
    except KnownError as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="wegwijs demo", description="The whole house on this computer: central, agent and screen, all made up."
    )
    parser.add_argument(
        "--fullscreen", action="store_true", help="as in the library: no window, leave with the staff PIN"
    )
    parser.add_argument("--fresh", action="store_true", help="forget an earlier demo and begin anew")
    parser.add_argument(
        "--state", type=Path, default=Path("build/demo"), metavar="DIR", help="where it keeps everything (%(default)s)"
    )
    return parser


class Demo:
    """One demo, from start to end."""

    def __init__(self, place: Place, fullscreen: bool) -> None:
        self._place, self._fullscreen = place, fullscreen
        self._children: list[Child] = []

    def run(self, fresh: bool) -> int:
        """Until somebody ends it."""
        _on_signals(_stop)
        today = self._set_clock()
        with self._place.hold():
            stamp = None if fresh else self._place.ready()
            if stamp is None:
                self._place.empty()
            try:
                return self._play(stamp, today)
            finally:
                _on_signals(signal.SIG_IGN)
                for child in reversed(self._children):
                    child.end()

    def _play(self, stamp: Stamp | None, today: str) -> int:
        port = place.free_port()
        url = f"http://127.0.0.1:{port}"
        known = stamp or place.made_up(today)
        env = self._place.environment(known)
        self._place.write_settings(url, known.pin_hash, self._fullscreen)
        if stamp is None:
            place.fill(self._place, known, env, _tell)
        elif _has_screen():
            # It shows what it knew; all else may come after
            self._start_screen(env)
        self._start_central(env, port)
        if stamp is None:
            place.enrol(self._place, env, url)
        self._start_agent(env)
        self._renew(known, env, today)
        if not _has_screen():
            return self._visit(env)
        if stamp is None:
            self._start_screen(env)
        _tell(self._guide(known, url))
        return self._watch()

    def _renew(self, stamp: Stamp, env: dict[str, str], today: str) -> None:
        """The programme is that of the days from today on."""
        if stamp.loaded != today:
            place.load(self._place, env)
            stamp.loaded = today
        self._place.stamp(stamp)

    def _start_screen(self, env: dict[str, str]) -> None:
        words = ["--settings", str(self._place.settings), *([] if self._fullscreen else ["--window"])]
        self._child("kiosk.screen.app", words, "screen", self._screen_env(env)).start()

    def _screen_env(self, env: dict[str, str]) -> dict[str, str]:
        """All that a visitor could leave goes into the folder that is wiped; central's secrets stay away."""
        turn = self._place.state / "turn"
        inside = {"TMPDIR", "HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"}
        own = _without_secrets(env)
        # Without HOME, X11 would no longer find its cookie, nor Python what was installed for this user
        own.setdefault("XAUTHORITY", str(Path.home() / ".Xauthority"))
        own.setdefault("PYTHONUSERBASE", site.getuserbase())
        return {**own, **dict.fromkeys(inside, str(turn))}

    def _start_central(self, env: dict[str, str], port: int) -> None:
        words = ["serve", "--port", str(port)]
        self._child("kiosk.central.main", words, "central", env).start_until("central http", PATIENCE)

    def _start_agent(self, env: dict[str, str]) -> None:
        words = ["--settings", str(self._place.settings), "run"]
        self._child("kiosk.agent.main", words, "agent", _without_secrets(env)).start()

    def _child(self, module: str, words: Sequence[str], name: str, env: dict[str, str]) -> Child:
        child = Child(module, words, self._place.log(name), env, hard=name in ("screen", "visit"))
        self._children.append(child)
        return child

    def _watch(self) -> int:
        """Until the screen was left; who dies before that is started anew."""
        while True:
            time.sleep(LOOK)
            for child in self._children:
                code = child.ended()
                if code == 0 and child.name == "screen":
                    return 0
                if code is not None:
                    child.again()

    def _visit(self, env: dict[str, str]) -> int:
        """Without a screen: a short visit by itself, with pictures."""
        out = self._place.folder.parent / "tour"
        _tell("There is no screen here, so a short visit plays by itself …")
        words = ["tour", "--visit", "--settings", str(self._place.settings), "--out", str(out)]
        child = self._child("kiosk", words, "visit", {**self._screen_env(env), "QT_QPA_PLATFORM": "offscreen"})
        child.start()
        while (code := child.ended()) is None:
            time.sleep(LOOK)
        if code:
            raise KnownError(f"The visit failed: {child.last_words()}", "", f"Look in {child.log}.")
        _tell(f"The pictures are in {out}")
        return 0

    def _set_clock(self) -> str:
        """Ahead, for all programs, when the library is closed now; the day it is then."""
        if clock.OFFSET_VARIABLE in os.environ:
            return f"{clock.here(clock.now()):%Y-%m-%d}"
        ahead = afternoon.ahead(LIBRARY, BRANCH, clock.now())
        moment = clock.here(clock.now() + ahead)
        if ahead:
            os.environ[clock.OFFSET_VARIABLE] = str(ahead.total_seconds())
            _tell(f"The library is closed now, so here it is {moment:%A %d %B, %H.%M}.")
        return f"{moment:%Y-%m-%d}"

    def _guide(self, stamp: Stamp, url: str) -> str:
        window = "" if self._fullscreen else ", or close the window"
        words = {"url": url, "account": ACCOUNT, "password": stamp.password, "pin": stamp.pin, "window": window}
        return _GUIDE.format(**words, folder=self._place.folder)


def _has_screen() -> bool:
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform or sys.platform != "linux":
        return platform not in _WITHOUT_SCREEN
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _without_secrets(env: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in env.items() if name not in ("DATABASE_URL", "WEGWIJS_SECRET_KEY")}


def _on_signals(do: Callable[..., None] | signal.Handlers) -> None:
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), do)


def _stop(*_: object) -> NoReturn:
    raise SystemExit(0)


def _tell(text: str) -> None:
    print(text, flush=True)

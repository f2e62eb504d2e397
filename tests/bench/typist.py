"""One screen as it is shipped, at which somebody types: `typist.py STATE QUERIES [--updating]`.

QUERIES is a file of lines: what is typed, and the id of the title that is looked for. Each key is an event to the real
window; it is painted when the first frame with its answer has been swapped. What was measured is printed as one JSON
object: milliseconds from key to paint and of the search call (by the clock, and of the processor, which other programs
do not lengthen), of opening the index; whether the first ten had the title; and private memory in megabytes.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

#: Milliseconds without an answer after which something is wrong, and that somebody takes for a key at least.
PATIENCE, PAUSE = 20_000, 15

ROWS = 10


def main() -> int:
    gc.disable()  # as `wegwijs` does (kiosk/__main__.py)
    os.environ["QML_DISABLE_DISK_CACHE"] = "1"
    state, asked = Path(sys.argv[1]), Path(sys.argv[2]).read_text("utf-8").splitlines()
    queries = [tuple(line.split("\t")) for line in asked]
    heard = Heard()
    heard.listen()
    screen = Screen(state)
    screen.go()
    update = Updating(state, screen) if "--updating" in sys.argv else None
    found = [screen.type(text, id) for text, id in queries]
    while update is not None and not update.done:
        found.append(screen.type(*queries[0]))
    if update is not None:
        heard.updates = update.end()
    print(
        json.dumps(
            {
                **vars(heard),
                "painted": screen.painted,
                "painted_cpu": screen.painted_cpu,
                "found": found,
                "private_mb": private(),
            }
        )
    )
    sys.stdout.flush()
    os._exit(0)


class Heard:
    """Milliseconds that the searching thread took."""

    def __init__(self) -> None:
        self.search: list[float] = []
        self.search_cpu: list[float] = []
        self.open: list[float] = []
        self.updates = 0

    def listen(self) -> None:
        """From now on."""
        from kiosk.catalogue import index

        ask, opened = index.Index.ask, index.open

        def asked(self_: Any, query: Any) -> Any:
            began, busy = time.perf_counter(), time.thread_time()
            answer = ask(self_, query)
            self.search.append(1000 * (time.perf_counter() - began))
            self.search_cpu.append(1000 * (time.thread_time() - busy))
            return answer

        def open_(folder: Path) -> Any:
            began = time.perf_counter()
            made = opened(folder)
            ask(made, index.Query("a"))
            self.open.append(1000 * (time.perf_counter() - began))
            return made

        index.Index.ask, index.open = asked, open_  # type: ignore[method-assign]


class Screen:
    """The window, and a hand at its keys."""

    def __init__(self, state: Path) -> None:
        from PySide6.QtGui import QGuiApplication

        from kiosk.screen import app, ending
        from kiosk.screen.display import Display
        from kiosk.screen.link import Link
        from kiosk.settings import Settings

        class Deaf(Link):
            """A link without an agent."""

            def open(self) -> None:
                self.up = True

        self.painted: list[float] = []
        self.painted_cpu: list[float] = []
        self._app = QGuiApplication([sys.argv[0]])
        ending.at_once()
        settings = Settings(state=state, fullscreen=False)
        self._display, self.link = Display(settings.languages), Deaf("nowhere")
        self._display.motion = False
        self._engine = app.open_window(self._display, free=True)
        gc.freeze()
        self.backend = app.furnish(self._engine, settings, self._display, self.link)
        app.live(self.backend, self.link)
        self.window: Any = self._engine.rootObjects()[0]
        self.window.resize(1920, 1080)
        self._answered = False
        self._painted_at = self._busy = 0.0
        self.window.frameSwapped.connect(self._swapped)
        self.catalogue = self.backend.catalogue
        self.catalogue.answered.connect(self._hear)

    def go(self) -> None:
        """To the search screen."""
        from PySide6.QtCore import Q_ARG, QMetaObject

        self.backend.turn.begin()
        self._until(lambda: self._screens() is not None)
        QMetaObject.invokeMethod(self._screens(), "open", Q_ARG(str, "search"), Q_ARG("QVariant", {}))
        self.window.requestActivate()
        self._until(lambda: self.catalogue.state == "" and self.window.activeFocusItem() is not None)
        self._rest(500)

    def type(self, text: str, id: str) -> bool:
        """Type it into the empty field, key by key; whether the first ten have that title."""
        self.catalogue.text = ""
        self._rest(30)
        for place, letter in enumerate(text):
            self._key(letter, text[: place + 1])
        return id in [one for hit in self.catalogue._hits[:ROWS] for one in (hit.id, *hit.others)]

    def _key(self, letter: str, typed: str) -> None:
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QGuiApplication, QKeyEvent

        none = Qt.KeyboardModifier.NoModifier
        began, busy = time.perf_counter(), time.thread_time()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QGuiApplication.sendEvent(self.window, QKeyEvent(kind, 0, none, letter))
        self._until(lambda: self._painted_at > began and self.catalogue.typed == typed)
        self.painted.append(1000 * (self._painted_at - began))
        self.painted_cpu.append(1000 * (self._busy - busy))
        self._rest(PAUSE)

    def _hear(self) -> None:
        self._answered = True
        # After a space the same words are asked again, and nothing on the screen but the field need change
        self.window.update()

    def _swapped(self) -> None:
        if self._answered:
            self._answered, self._painted_at, self._busy = False, time.perf_counter(), time.thread_time()

    def _screens(self) -> Any:
        items = _under(self.window.contentItem())
        return next((item for item in items if item.metaObject().className().startswith("Screens_QML")), None)

    def _until(self, so: Any) -> None:
        from PySide6.QtCore import QEventLoop

        end = time.monotonic() + PATIENCE / 1000
        while not so():
            if time.monotonic() > end:
                raise TimeoutError("The screen did not do what was waited for.")
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)

    def _rest(self, milliseconds: int) -> None:
        end = time.monotonic() + milliseconds / 1000
        while time.monotonic() < end:
            self._app.processEvents()
            time.sleep(0.001)


class Updating:
    """Lets the index be brought up to changes in another process, again and again, as the agent does."""

    def __init__(self, state: Path, screen: Screen) -> None:
        self._state, self._screen, self.done, self._ended = state, screen, 0, threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def end(self) -> int:
        """No more; how often it was done."""
        self._ended.set()
        self._thread.join()
        return self.done

    def _run(self) -> None:
        program = [sys.executable, "-m", "tests.bench.changing", str(self._state)]
        while not self._ended.is_set():
            with subprocess.Popen(program, stdout=subprocess.DEVNULL) as child:
                while child.poll() is None and not self._ended.wait(0.05):
                    pass
                child.kill()
            if self._ended.is_set():
                break
            self.done += 1
            self._screen.link._heard.emit(_changed())
            self._ended.wait(1)


def _changed() -> Any:
    from kiosk.wire.link import Changed

    return Changed(feeds=["titles"])


def _under(item: Any) -> Any:
    for child in item.childItems():
        yield child
        yield from _under(child)


def private() -> float:
    """Megabytes that are this process's alone, and cannot be dropped: not the pages of the index that it looked at
    (proc_pid_smaps(5), Private_Dirty)."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(round(int(line.split()[1]) / 1024, 1) for line in lines if line.startswith("Private_Dirty:"))


if __name__ == "__main__":
    sys.exit(main())

"""Somebody at the real screen who types a word wherever one can type, asks for help and takes a desk:
`python -m tests.flow.leaving_traces SETTINGS OUT WORD HOW`, where HOW is "done" (the Turn is ended) or "killed"."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from kiosk import settings
from kiosk.screen import walk
from kiosk.screen.visitor import Album, Visitor, Wish


def main(file: str, out: str, word: str, how: str) -> None:
    chosen, wish = settings.load(Path(file)), Wish(out=Path(out))
    album = Album(wish.out)
    application = walk._application(album)
    with walk._seated(chosen, wish, album) as visitor:
        visitor.wait("the agent", lambda: visitor.link.up)
        visitor.come()
        _visit(visitor, word)
        # As a program of others would, a spooler for one
        (chosen.turn / "letter.txt").write_text(word)
        if how == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        visitor.area("turn").end("done")
        visitor.wait("the wipe", lambda: visitor.get("turn", "wipe") == "done")
    application.processEvents()


def _visit(visitor: Visitor, word: str) -> None:
    visitor.open("search")
    visitor.type(word)
    visitor.wait("an answer", lambda: visitor.get("catalogue", "typed") == word)
    visitor.home()
    visitor.open("lesson", id="toetsen")
    visitor.get("lessons", "player").onward()
    visitor.type(word)
    visitor.open("help")
    visitor.area("workspaces").claim("laak-t1")
    visitor.wait("the desk", lambda: visitor.get("workspaces", "mineState") == "held")


if __name__ == "__main__":
    main(*sys.argv[1:])

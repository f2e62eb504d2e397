"""A walk through every screen of the real program, with a picture of each and an inspection: `wegwijs tour --out DIR`.

It is Wednesday 18 November 2026, 14.07, in a library that the real central published and the real agent fetched. The
walk ends with 1 and a list when the inspection finds something.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from kiosk import clock, settings
from kiosk.errors import KnownError
from kiosk.screen.display import SCALES

if TYPE_CHECKING:
    from kiosk.screen.visitor import Album

#: The moment at which every tour begins.
WHEN = datetime(2026, 11, 18, 14, 7, tzinfo=clock.HERE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Walk, and say what was found: 0 nothing, 1 something, 2 when the walk could not be made to its end."""
    given = _parser().parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    if not given.visit and clock.OFFSET_VARIABLE not in os.environ:
        _begin_at(WHEN, sys.argv[1:] if arguments is None else arguments)
    try:
        album = _walked(given)
    except KnownError as error:
        print(error, file=sys.stderr)
        return 2
    for picture, finding in album.found:
        print(f"{picture}: {finding}")
    print(f"{len(album.pictures)} pictures in {given.out}, {len(album.found)} findings")
    return 1 if album.found and not given.visit else 0


def _walked(given: argparse.Namespace) -> Album:
    from kiosk.screen import walk
    from kiosk.screen.visitor import Wish

    wish = Wish(given.out.absolute(), given.state, given.locale, given.scale, given.theme, given.size)
    return walk.visit(wish, given.settings) if given.visit else walk.tour(wish)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("wegwijs tour", description="A picture of every screen, looked at.")
    parser.add_argument("--out", type=Path, default=Path("build/tour"), metavar="DIR")
    parser.add_argument(
        "--state", type=Path, default=Path("build/tour-state"), metavar="DIR", help="made anew each time"
    )
    parser.add_argument("--locale", default="nl")
    parser.add_argument("--scale", type=float, default=1.0, choices=SCALES)
    parser.add_argument("--theme", default="light", choices=["light", "high"])
    parser.add_argument("--size", type=_size, default=(1920, 1080), metavar="WIDTHxHEIGHT")
    parser.add_argument("--visit", action="store_true", help="a short visit on a kiosk that runs (--settings)")
    parser.add_argument("--settings", type=Path, default=settings.DEFAULT, metavar="FILE")
    return parser


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


def _begin_at(moment: datetime, words: Sequence[str]) -> NoReturn:
    """Start anew: the clock is set before anything reads it, and for all programs that we start."""
    os.environ[clock.OFFSET_VARIABLE] = str((moment - datetime.now(UTC)).total_seconds())
    os.execv(sys.executable, [sys.executable, "-m", "kiosk", "tour", *words[words[:1] == ["tour"] :]])


if __name__ == "__main__":
    sys.exit(main())

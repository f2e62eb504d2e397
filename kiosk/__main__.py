"""The command `wegwijs`: the screen, and what goes with it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence

_HELP = """\
wegwijs [--settings FILE] [--window] …   the screen of a kiosk (wegwijs screen --help tells more)
wegwijs demo [--fullscreen] [--fresh]    the whole house on this computer, with a made-up library
wegwijs tour [--out DIR] …               a picture of every screen
wegwijs pin                              make the staff PIN's line for the settings

The agent and central have commands of their own: wegwijs-agent, wegwijs-central.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Hand over to the program that was asked for; without a word of ours that is the screen."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] in (["-h"], ["--help"], ["help"]):
        print(_HELP, end="")
        return 0
    program = _PROGRAMS.get(words[0]) if words else None
    return program(words[1:]) if program else _screen(words)


def _screen(words: Sequence[str]) -> int:
    # Nothing is thrown away until Start is seen (screen/app.py): looking for rubbish costs 5 % of the start
    gc.disable()
    from kiosk.screen.app import main

    return main(words)


def _demo(words: Sequence[str]) -> int:
    from kiosk.demo.command import main

    return main(words)


def _tour(words: Sequence[str]) -> int:
    from kiosk.screen.tour import main

    return main(words)


def _pin(_: Sequence[str]) -> int:
    """Ask for it twice, without showing it; what is printed goes into the settings."""
    from getpass import getpass

    from kiosk.errors import KnownError
    from kiosk.staff.rules import hash_pin

    try:
        first = getpass("New staff PIN: ")
        line = f'[staff]\npin = "{hash_pin(first)}"'
    except KnownError as error:
        print(error, file=sys.stderr)
        return 2
    except (EOFError, KeyboardInterrupt):
        return 2
    if getpass("Once more: ") != first:
        print("These two differ. Try again.", file=sys.stderr)
        return 2
    print(line)
    return 0


_PROGRAMS: dict[str, Callable[[Sequence[str]], int]] = {"screen": _screen, "demo": _demo, "tour": _tour, "pin": _pin}

if __name__ == "__main__":
    sys.exit(main())

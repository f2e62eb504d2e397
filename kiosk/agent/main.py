"""The command `wegwijs-agent`."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue

from kiosk import settings as settings_file
from kiosk.errors import BadInput, KnownError, Unreachable
from kiosk.settings import Settings

log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 0, or 2 with one sentence on stderr when something outside the program is wrong."""
    asked = _parser().parse_args(arguments)
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    os.umask(0o007)
    try:
        settings = settings_file.load(asked.settings)
        return int(asked.do(settings, asked) or 0)
    except KnownError as error:
        print(error, file=sys.stderr)
        return 2


def run(settings: Settings, _: argparse.Namespace) -> None:
    """Work until SIGTERM or SIGINT."""
    from kiosk.agent.engine import Engine
    from kiosk.agent.keep import Facts
    from kiosk.agent.link import Link
    from kiosk.store.lock import lock
    from kiosk.store.writer import Writer

    # A signal may come while the handler of another runs: the lock of an Event would then wait for itself for ever
    over: SimpleQueue[int] = SimpleQueue()
    _on_signals(lambda number, _: over.put(number))
    with lock(_own_folder(settings)):
        facts, writer = Facts(settings.facts), Writer(settings.replica)
        link = Link(
            settings,
            facts.keep,
            lambda: engine.wake(),
            lambda: engine.status(),
            damaged=lambda: engine.mend_index(),
            look=lambda title: engine.look(title),
        )
        engine = Engine(settings, facts, writer, link.say, link.screens)
        link.open()
        engine.open()
        log.info("the agent runs")
        _wait(over)
        _on_signals(signal.SIG_IGN)
        engine.close()
        link.close()
        facts.close()
        writer.close()
    log.info("the agent ends")


def _wait(over: SimpleQueue[int]) -> None:
    # Again and again: a signal that comes just before the wait begins is only heard when the wait ends
    while True:
        with suppress(Empty):
            over.get(timeout=0.5)
            return


def _on_signals(do: Callable[[int, object], None] | signal.Handlers) -> None:
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, do)


def enrol(settings: Settings, asked: argparse.Namespace) -> None:
    """Make this computer a kiosk, at once or after staff approved. A running agent notices by itself."""
    from kiosk.agent.joining import join
    from kiosk.wire import Enrolled

    _own_folder(settings)  # before the code is spent
    answer = join(settings, asked.url, asked.code)
    if isinstance(answer, Enrolled):
        print(f"This is kiosk {answer.kiosk.name} of branch {answer.kiosk.branch}.")
    else:
        code = f"{answer.code[:4]}-{answer.code[4:]}"
        print(f"This computer waits: type {code} in central, within {answer.good_for / 60:.0f} minutes.")
        print("The agent asks again by itself once it runs; the code of the moment is on the staff screen.")
    if settings.credential == "systemd":
        print("If it runs already, start it anew: systemctl restart wegwijs-agent")


def _own_folder(settings: Settings) -> Path:
    from kiosk.agent import credential

    try:
        folder = credential.folder(settings)
        (folder / "lock").touch()
    except OSError as error:
        what, do = f"The state cannot be written: {error.strerror}", "Give it to the agent's user, or name another."
        raise BadInput(what, str(settings.state), do) from error
    return folder


def status(settings: Settings, _: argparse.Namespace) -> None:
    """What the running agent says of itself, as JSON."""
    from multiprocessing.connection import Client as Connect

    from kiosk.agent.peer import LONGEST

    try:
        with Connect(settings.link) as agent:
            # Without a Hello we are no screen, and nothing is wiped when we go
            print(agent.recv_bytes(LONGEST).decode())
    except (OSError, EOFError) as error:
        raise Unreachable("The agent does not run", settings.link, "Start it: wegwijs-agent run.") from error


def update(settings: Settings, asked: argparse.Namespace) -> int:
    """Root's half of taking a new version."""
    from kiosk.agent import updating

    return updating.update(settings, asked)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="wegwijs-agent",
        description="Keeps a kiosk in touch with central: fetches what is shown, sends what was done, wipes.",
    )
    parser.add_argument(
        "--settings", type=Path, default=settings_file.DEFAULT, metavar="FILE", help="default: %(default)s"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    commands.add_parser("run", help="work until stopped").set_defaults(do=run)
    joining = commands.add_parser("enrol", help="make this computer a kiosk, with a code from staff or for staff")
    joining.add_argument("url", metavar="URL", help="the address of central, https://…")
    joining.add_argument(
        "code", metavar="CODE", nargs="?", default="", help="the code that staff made; without one staff approve later"
    )
    joining.set_defaults(do=enrol)
    commands.add_parser("update", help="as root: take the new version that staff ordered").set_defaults(do=update)
    commands.add_parser("status", help="what the running agent says of itself").set_defaults(do=status)
    return parser


if __name__ == "__main__":
    sys.exit(main())

"""Taking a new version, in two halves: the agent leaves an order in a file, and root carries it out.

Why a file and not a command: the agent may be reached from the network, so it may not install anything. Root's half
(`wegwijs-agent update`, started by `wegwijs-update.path`) believes nothing of the order but its id and its version.
What is installed comes from a folder that only root writes, and pip checks every file against the hashes in it.
"""

from __future__ import annotations

import argparse
import logging
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import msgspec

from kiosk import __version__, clock
from kiosk.errors import BadInput, KnownError
from kiosk.settings import Settings
from kiosk.store.files import write_whole
from kiosk.wire import Order, Updated, decode, encode
from kiosk.wire.health import VERSION, release

log = logging.getLogger(__name__)

#: Where who looks after the computers puts new versions: <version>/requirements.txt, with hashes, and the wheel.
RELEASES = Path("/opt/wegwijs-releases")

#: What root says of the last update (StateDirectory= of wegwijs-update.service).
RESULT = Path("/var/lib/wegwijs-update/result.json")

#: Bytes of an order or a result; seconds that pip has.
LARGEST, PATIENCE = 4096, 1800

_PIP = ["-m", "pip", "install", "--require-hashes", "--no-input", "--disable-pip-version-check", "--quiet"]


class Tray:
    """Where the agent leaves an order for an update, and reads what became of it."""

    def __init__(self, order: Path) -> None:
        self._order = order

    def put(self, order: Order) -> None:
        """Leave it."""
        write_whole(self._order, encode(order))

    def take_back(self) -> bool:
        """Whether it still lay there: nobody takes orders from here."""
        try:
            self._order.unlink()
        except FileNotFoundError:
            return False
        return True

    def result(self) -> Updated | None:
        """What root said last, if anything that can be read."""
        try:
            return decode(_small(RESULT), Updated)
        except (OSError, KnownError, msgspec.DecodeError):
            return None


def update(settings: Settings, _: argparse.Namespace) -> int:
    """Root's half: carry out the order that the agent left. 0 when the new version is there, else 1."""
    # Screen and agent read what root installs and says, under users of their own
    os.umask(0o022)
    order = _ordered(settings.state / "agent" / "update.json")
    reason = _carry_out(order.version)
    write_whole(RESULT, encode(Updated(order=order.id, version=order.version, at=clock.now(), reason=reason)), 0o644)
    log.info("update to %s: %s", order.version, reason or "done")
    return 1 if reason else 0


def _ordered(file: Path) -> Order:
    """What the agent left; it is taken away, whatever it says."""
    try:
        order = decode(_small(file), Order)
    except (OSError, msgspec.DecodeError) as error:
        raise BadInput(f"The order cannot be read: {error}", str(file), "Give it again on the fleet page.") from error
    finally:
        file.unlink(missing_ok=True)
    if not re.fullmatch(VERSION, order.version):
        raise BadInput("The order names no version", str(file), "Give it again on the fleet page.")
    return order


def _carry_out(version: str) -> str:
    """Why it could not be done, or ""."""
    if release(version) < release(__version__):
        # The agent asks for none, but it is the agent that may be somebody else's
        return "older"
    folder = RELEASES / version
    wanted = folder / "requirements.txt"
    if not wanted.is_file():
        return "no-such-version"
    if not all(_only_roots(path) for path in (RELEASES, folder, *folder.iterdir())):
        return "not-ours"
    command = [*_PIP, "--find-links", str(folder), "--requirement", str(wanted)]
    try:
        ran = _python(*command)
        installed = _python("-c", "import kiosk; print(kiosk.__version__)").stdout.strip()
    except (OSError, subprocess.TimeoutExpired) as error:
        log.error("pip did not end well: %s", error)
        return "failed"
    if ran.returncode:
        log.error("pip says: %s", ran.stderr.strip()[-2000:])
        return "not-verified" if "HASH" in ran.stderr.upper() else "failed"
    return "" if installed == version else "failed"


def _python(*words: str) -> subprocess.CompletedProcess[str]:
    # -I: nothing that lies about is imported (python(1))
    command = [sys.executable, "-I", *words]
    return subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=PATIENCE)


def _only_roots(path: Path) -> bool:
    """Whether nobody but the user that we are (root) can have written there."""
    found = path.lstat()
    return found.st_uid == os.geteuid() and not stat.S_ISLNK(found.st_mode) and not found.st_mode & 0o022


def _small(path: Path) -> bytes:
    """The bytes of an ordinary, small file; a link in its place is not followed."""
    with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)), "rb") as file:
        body = file.read(LARGEST + 1)
    if len(body) > LARGEST:
        raise BadInput(f"This file is longer than {LARGEST} bytes", str(path))
    return body

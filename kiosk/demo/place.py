"""The folder in which a demo lives, and making it ready the first time."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

import msgspec

from kiosk import __version__, paths, settings
from kiosk.errors import BadInput, KnownError
from kiosk.settings import Settings, Staff
from kiosk.store.lock import lock

#: The branch and the desk that the demo's kiosk is.
BRANCH, DESK = "laak", "laak-c3"

#: Who logs in to the staff pages.
ACCOUNT = "demo"

LIBRARY = paths.RESOURCES / "demo" / "library.yaml"

CATALOGUE = paths.RESOURCES / "demo" / "catalogue"

#: A folder with this file in it is ours to empty.
_OURS = "this-is-a-demo-of-wegwijs"


class Stamp(msgspec.Struct, kw_only=True):
    """Written when a demo was made ready in full. All made up; `loaded`: for which day the programme was."""

    version: str
    secret: str
    password: str
    pin: str
    pin_hash: str
    loaded: str


class Place:
    """`folder` holds everything: central's database, the kiosk's state, the logs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        self.state, self.settings = self.folder / "kiosk", self.folder / "kiosk.toml"
        self._stamp = self.folder / "ready.json"

    def log(self, name: str) -> Path:
        """Where that child's words go."""
        return self.folder / "log" / f"{name}.log"

    def ready(self) -> Stamp | None:
        """What was made up when this demo was made, or None when it was not made or not to the end."""
        try:
            stamp = msgspec.json.decode(self._stamp.read_bytes(), type=Stamp)
        except (OSError, msgspec.DecodeError):
            return None
        return stamp if stamp.version == _version() else None

    def hold(self) -> BinaryIO:
        """Make the folder, and keep other demos out of it until what comes back is closed; `BadInput` when it holds
        what is not ours."""
        if self.folder.exists() and any(self.folder.iterdir()) and not (self.folder / _OURS).exists():
            raise BadInput("There are other things in this folder", str(self.folder), "Choose another: --state.")
        (self.folder / "log").mkdir(parents=True, exist_ok=True)
        (self.folder / _OURS).touch()
        return lock(self.folder, "demo")

    def empty(self) -> None:
        """Begin with nothing but the logs."""
        self._stamp.unlink(missing_ok=True)
        for path in self.folder.glob("*"):
            if path.name == "kiosk":
                shutil.rmtree(path)
            elif path.name.startswith(("central.db", "kiosk.toml")):
                path.unlink()

    def stamp(self, stamp: Stamp) -> None:
        """From now on this demo is ready."""
        new = self._stamp.with_suffix(".new")
        new.touch(0o600)
        new.write_bytes(msgspec.json.encode(stamp))
        new.replace(self._stamp)

    def write_settings(self, central: str, pin: str, fullscreen: bool) -> Settings:
        """The kiosk's settings, as staff would write them."""
        made = Settings(
            state=self.state, central=central, credential="file", fullscreen=fullscreen, staff=Staff(pin=pin)
        )
        made.turn.mkdir(parents=True, exist_ok=True)
        self.settings.write_bytes(settings.dump(made))
        return made

    def environment(self, stamp: Stamp) -> dict[str, str]:
        """What central needs to know."""
        database = f"sqlite:///{quote(str(self.folder / 'central.db'))}"
        return {**os.environ, "DATABASE_URL": database, "WEGWIJS_SECRET_KEY": stamp.secret}


def made_up(day: str) -> Stamp:
    """New secrets, a password and a PIN that nobody chose."""
    from kiosk.staff.rules import DIGITS, hash_pin

    pin = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
    return Stamp(
        version=_version(),
        secret=secrets.token_urlsafe(48),
        password=secrets.token_urlsafe(9),
        pin=pin,
        pin_hash=hash_pin(pin),
        loaded=day,
    )


def fill(place: Place, stamp: Stamp, env: Mapping[str, str], tell: Callable[[str], None]) -> None:
    """Central's database, with the made-up library, the catalogue and somebody who may log in."""
    tell("Making the database …")
    central(place, env, "migrate")
    tell("Loading the library …")
    load(place, env)
    tell("Reading the catalogue …")
    files = sorted(path for path in CATALOGUE.iterdir() if path.suffix in (".mrc", ".xml"))
    central(place, env, "catalogue", "import", "--copies", "demo", *map(str, files))
    account = ["account", "create", "--name", ACCOUNT, "--role", "central", "--branch", BRANCH, "--password-stdin"]
    central(place, env, *account, said=stamp.password)


def load(place: Place, env: Mapping[str, str]) -> None:
    """The library, with the programme of the days from now on."""
    central(place, env, "library", "load", str(LIBRARY))


def enrol(place: Place, env: Mapping[str, str], url: str) -> None:
    """Make this computer a kiosk of that central."""
    code = central(place, env, "kiosk", "code", "--branch", BRANCH, "--desk", DESK).strip()
    run(place, env, "kiosk.agent.main", "--settings", str(place.settings), "enrol", url, code)


def central(place: Place, env: Mapping[str, str], *words: str, said: str = "") -> str:
    """A command of central; what it printed."""
    return run(place, env, "kiosk.central.main", *words, said=said)


def run(place: Place, env: Mapping[str, str], module: str, *words: str, said: str = "") -> str:
    """One of our commands to its end; `KnownError` with its own words when it fails."""
    command = [sys.executable, "-m", module, *words]
    done = subprocess.run(command, env=dict(env), input=said, text=True, capture_output=True)
    with place.log("making").open("a") as log:
        log.write(done.stderr)
    if done.returncode:
        why = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise KnownError(f"The demo could not be made: {why}", " ".join(words[:2]), f"Look in {place.log('making')}.")
    return done.stdout


def _version() -> str:
    """Ours, with the number of changes of central's tables: a demo with other tables is made anew."""
    return f"{__version__}+{len([*(paths.PACKAGE / 'central').glob('*/migrations/0*.py')])}"


def free_port() -> int:
    """A port of this computer that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

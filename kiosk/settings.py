"""What a library sets on a kiosk: one TOML file, read by screen and agent, written by staff or the installer.

Each setting's name, type, default and meaning stand together here; a wrong one stops the program with the place.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from .errors import BadInput

Seconds = Annotated[int, Meta(ge=1, le=86_400)]


class Idle(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """After how many seconds without a touch somebody is asked whether they are still there."""

    anywhere: Seconds = 90
    reading: Seconds = 300
    countdown: Seconds = 20


class Staff(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Leaving the kiosk. `pin`: the argon2id hash that `wegwijs pin` makes; without one nobody leaves by PIN."""

    pin: str = ""


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`state`: the folder that the agent writes; `central`: the address of central, with https:// unless on this
    computer; `credential`: where the kiosk's key is kept, the best first ("systemd": encrypted, and handed over in
    `$CREDENTIALS_DIRECTORY/key`; "keyring": the Secret Service, or Windows' Credential Locker, of the agent's user;
    "file": a file in `state` that only that user can read); `languages`: offered on Start, in this order;
    `covers_mb`: megabytes of covers that are kept at most, 0 for none."""

    state: Path
    central: str = ""
    credential: Literal["systemd", "keyring", "file"] = "systemd"
    languages: tuple[str, ...] = ("nl", "en", "ar")
    covers_mb: Annotated[int, Meta(ge=0, le=100_000)] = 300
    fullscreen: bool = True
    idle: Idle = Idle()
    staff: Staff = Staff()

    @property
    def replica(self) -> Path:
        """Records, as central published them."""
        return self.state / "replica.db"

    @property
    def facts(self) -> Path:
        """Facts that central has not dealt with."""
        return self.state / "facts.db"

    @property
    def index(self) -> Path:
        """The folder of the catalogue's index; `CURRENT` in it names the one to read."""
        return self.state / "index"

    @property
    def covers(self) -> Path:
        """The pictures of covers; `catalogue.covers.place` says where each lies."""
        return self.state / "covers"

    @property
    def coming(self) -> Path:
        """Snapshots that are being fetched."""
        return self.state / "coming"

    @property
    def turn(self) -> Path:
        """All that a visitor may leave on disk; emptied after each Turn."""
        return self.state / "turn"

    @property
    def link(self) -> str:
        """The address of the agent's socket: a pipe's name on Windows, a path elsewhere."""
        if os.name == "nt":
            return rf"\\.\pipe\wegwijs-{self.state.name}"
        return str(self.state / "link")


#: Where a kiosk looks when it is not told (`--settings FILE`).
DEFAULT = Path(os.environ.get("WEGWIJS_SETTINGS") or "/etc/wegwijs/kiosk.toml")


def _expect_path(kind: type, value: object) -> object:
    if kind is Path and isinstance(value, str):
        return Path(value)
    raise NotImplementedError


def load(path: Path = DEFAULT) -> Settings:
    """The settings in that file; `BadInput` names the line or the setting when there is something wrong with it."""
    try:
        text = path.read_bytes()
    except OSError as error:
        raise BadInput(
            f"The settings cannot be read: {error.strerror}", str(path), "Make the file, or name it: --settings FILE."
        ) from error
    try:
        return msgspec.toml.decode(text, type=Settings, dec_hook=_expect_path)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"A setting is wrong: {error}", str(path), "Mend that line and start again.") from error


def dump(settings: Settings) -> bytes:
    """The same settings as TOML; what is left at its default is written too, so that one can see it."""
    return msgspec.toml.encode(settings, enc_hook=str)

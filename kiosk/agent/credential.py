"""Which kiosk this is, and the key that proves it.

The key is a secret. On a real kiosk systemd hands it over (`LoadCredentialEncrypted=`, systemd.exec(5)); on a desktop
it is in the keyring of the agent's user (`vault`); else, when somebody chose so, it is a file that only that user can
read. Which kiosk it is, where central is and how many tokens it had (`wire.sync`) is no secret and stands beside it.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

import msgspec

from kiosk.agent import key as keys
from kiosk.agent import systemd, vault
from kiosk.agent.key import Key, KeyTrouble
from kiosk.errors import BadInput, KnownError
from kiosk.settings import Settings
from kiosk.store.files import write_whole
from kiosk.wire import Kiosk, decode, encode

#: The name of the file.
NAME = "key"


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """What central said of the computer with this (public) key. `kiosk`: None while it waits; `generation`: the number
    of the last token; `cloned`: central refuses this key for ever, since it was on two disks."""

    central: str
    key: bytes
    kiosk: Kiosk | None = None
    generation: int = 0
    cloned: bool = False


def folder(settings: Settings) -> Path:
    """The agent's own folder: nobody else may enter it. The screen's user may write beside it, so what that one could
    have put in its place is refused."""
    place = settings.state / "agent"
    if place.is_symlink():
        raise BadInput("The agent's folder is a link to another place", str(place), "Remove the link.")
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    if os.name == "posix" and place.lstat().st_uid not in (os.geteuid(), settings.state.stat().st_uid):
        raise BadInput("The agent's folder is somebody else's", str(place), "Remove it and enrol this kiosk anew.")
    _give(place, settings.state)
    return place


def identity(settings: Settings) -> Identity | None:
    """Which kiosk this is, or None before it asked to be one."""
    path = _identity_path(settings)
    try:
        return decode(path.read_bytes(), Identity)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError) as error:
        what, do = f"Which kiosk this is cannot be read: {error}", "Remove it and enrol this kiosk anew."
        raise BadInput(what, str(path), do) from error


def save_identity(settings: Settings, who: Identity) -> None:
    """On disk when this returns, the old one or the new one whenever we die."""
    path = _identity_path(settings)
    try:
        write_whole(path, encode(who))
    except OSError as error:
        what = f"Which kiosk this is cannot be written down: {error.strerror}"
        raise KnownError(what, str(path), "Is there room on the disk?") from error
    _give(path, settings.state)


def written(settings: Settings) -> int:
    """Another number when which kiosk this is was written down again."""
    try:
        return _identity_path(settings).stat().st_mtime_ns
    except (OSError, BadInput):
        return 0


def key(settings: Settings) -> Key | None:
    """The key, or None when there is none (yet, or any more); `KeyTrouble` when that cannot be told."""
    match settings.credential:
        case "keyring":
            text, where = vault.read(), vault.KIND
        case "file":
            text, where = _from_file(folder(settings) / NAME), str(folder(settings) / NAME)
        case "systemd":
            text, where = systemd.read(), str(systemd.STORE)
    return keys.read(text, where) if text else None


def can_save(settings: Settings) -> bool:
    """Whether we may make a new key; for systemd only root may, while enrolling."""
    return settings.credential != "systemd" or systemd.is_root()


def save_key(settings: Settings, made: Key) -> None:
    """Keep this key in place of what was kept."""
    match settings.credential:
        case "keyring":
            vault.write(made.text)
        case "file":
            write_whole(folder(settings) / NAME, made.text.encode())
            _give(folder(settings) / NAME, settings.state)
        case "systemd":
            systemd.write(made.text)


def _identity_path(settings: Settings) -> Path:
    return folder(settings) / "kiosk.json"


def _from_file(path: Path) -> str:
    try:
        if os.name == "posix" and (path.exists() or path.is_symlink()):
            _refuse_open_file(path)
        return path.read_text("ascii")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeError) as error:
        raise KeyTrouble(f"The kiosk's key cannot be read: {error}", str(path), "Enrol this kiosk anew.") from error


def _refuse_open_file(path: Path) -> None:
    found = path.lstat()
    if not stat.S_ISREG(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & 0o077:
        raise KeyTrouble("Others can read the kiosk's key", str(path), "Remove it and enrol this kiosk anew.")


def _give(path: Path, state: Path) -> None:
    """What root made while enrolling belongs to the agent's user, who owns the state."""
    if os.name == "posix" and os.geteuid() == 0:
        owner = state.stat()
        os.chown(path, owner.st_uid, owner.st_gid, follow_symlinks=False)

"""Which kiosk this is, and the token that proves it.

The token is a secret: on a real kiosk systemd hands it over (`LoadCredentialEncrypted=`, systemd.exec(5)), else it is a
file that only the agent's user can read. Which kiosk it is, and where central is, is no secret and stands beside it.
"""

from __future__ import annotations

import os
import stat
import subprocess
from pathlib import Path

import msgspec

from kiosk.errors import BadInput, KnownError
from kiosk.settings import Settings
from kiosk.store.files import sync_folder
from kiosk.wire import Enrolled, Kiosk, decode, encode

#: Where `enrol` leaves the token for systemd, encrypted; the unit says LoadCredentialEncrypted=token:<this>.
SYSTEMD_STORE = Path("/etc/credstore.encrypted/wegwijs.token")

#: The name of the credential, also inside its encryption.
NAME = "token"


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """What `enrol` learnt, except the secret."""

    central: str
    kiosk: Kiosk


def folder(settings: Settings) -> Path:
    """The agent's own folder: nobody else may enter it."""
    place = settings.state / "agent"
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    _give(place, settings.state)
    return place


def identity(settings: Settings) -> Identity | None:
    """Which kiosk this is, or None before `enrol`."""
    path = folder(settings) / "kiosk.json"
    try:
        return decode(path.read_bytes(), Identity)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError) as error:
        raise BadInput(
            f"Which kiosk this is cannot be read: {error}", str(path), "Enrol it with a new code."
        ) from error


def token(settings: Settings) -> str:
    """The secret, or "" before `enrol`; `BadInput` when others can read the file."""
    path = _token_path(settings)
    try:
        if path is None or not path.exists():
            return ""
        if settings.credential == "file":
            _refuse_open_file(path)
        return path.read_text("ascii").strip()
    except (OSError, UnicodeError) as error:
        raise BadInput(f"The kiosk's token cannot be read: {error}", str(path), "Enrol it with a new code.") from error


def save(settings: Settings, central: str, enrolled: Enrolled) -> None:
    """Write down what `enrol` brought; the token first, so that a kiosk never thinks it has one."""
    if settings.credential == "systemd":
        _encrypt(enrolled.token)
    else:
        _write(folder(settings) / NAME, enrolled.token.encode("ascii"))
    _write(folder(settings) / "kiosk.json", encode(Identity(central=central, kiosk=enrolled.kiosk)))
    for path in folder(settings).iterdir():
        _give(path, settings.state)


def _token_path(settings: Settings) -> Path | None:
    if settings.credential == "file":
        return folder(settings) / NAME
    given = os.environ.get("CREDENTIALS_DIRECTORY")
    return Path(given) / NAME if given else None


def _refuse_open_file(path: Path) -> None:
    if os.name != "posix":
        return
    found = path.lstat()
    if not stat.S_ISREG(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & 0o077:
        raise BadInput("Others can read the kiosk's token", str(path), "Remove it and enrol this kiosk anew.")


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all, and only for us."""
    new = path.with_name(f"{path.name}.new")
    new.unlink(missing_ok=True)
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    sync_folder(path.parent)


def _give(path: Path, state: Path) -> None:
    """What root made while enrolling belongs to the agent's user, who owns the state."""
    if os.name == "posix" and os.geteuid() == 0:
        owner = state.stat()
        os.chown(path, owner.st_uid, owner.st_gid)


def _encrypt(secret: str) -> None:
    """Hand the token to systemd; it is root's to do (systemd-creds(1))."""
    command = ["systemd-creds", "encrypt", f"--name={NAME}", "-", str(SYSTEMD_STORE)]
    try:
        SYSTEMD_STORE.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        subprocess.run(command, input=secret.encode("ascii"), check=True, capture_output=True, timeout=60)
    except (OSError, subprocess.SubprocessError) as error:
        said = getattr(error, "stderr", b"") or str(error).encode()
        raise KnownError(
            f"The token cannot be handed to systemd: {said.decode(errors='replace').strip()}",
            str(SYSTEMD_STORE),
            'Run this as root, or set credential = "file".',
        ) from error

"""The key in systemd's keeping: encrypted for this machine, handed over to the service alone (systemd-creds(1))."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from kiosk.agent.key import KeyTrouble
from kiosk.errors import KnownError

#: Where `enrol` leaves it, encrypted; the unit says LoadCredentialEncrypted=key:<this>.
STORE = Path("/etc/credstore.encrypted/wegwijs.key")

#: The name of the credential, also inside its encryption.
NAME = "key"


def is_root() -> bool:
    """Whether we may encrypt and decrypt it ourselves."""
    return os.name == "posix" and os.geteuid() == 0


def read() -> str:
    """What systemd handed over, or, for root who enrols, what is in the store; "" when there is nothing."""
    given = os.environ.get("CREDENTIALS_DIRECTORY")
    if given:
        return _handed_over(Path(given) / NAME)
    return _creds("decrypt", str(STORE), "-") if is_root() and STORE.exists() else ""


def write(secret: str) -> None:
    """Encrypt it into the store. The service gets it when it starts anew."""
    _creds("encrypt", "-", str(STORE), said=secret)


def _handed_over(path: Path) -> str:
    try:
        return path.read_text("ascii")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeError) as error:
        raise KeyTrouble(f"The kiosk's key cannot be read: {error}", str(path), "Enrol this kiosk anew.") from error


def _creds(do: str, *paths: str, said: str = "") -> str:
    command = ["systemd-creds", do, f"--name={NAME}", *paths]
    try:
        STORE.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return subprocess.run(command, input=said, text=True, check=True, capture_output=True, timeout=60).stdout
    except (OSError, subprocess.SubprocessError) as error:
        why = (getattr(error, "stderr", "") or str(error)).strip()
        how = 'Run this as root, or choose another `credential`: "keyring" or "file".'
        raise KnownError(f"systemd cannot {do} the kiosk's key: {why}", str(STORE), how) from error

"""The keyring of the user under whom the agent runs: the Secret Service of a desktop, or Windows' Credential Locker.

Why only these two, by name: left to itself the library `keyring` takes whatever is installed, `keyrings.alt` with its
plain files among it. Why a thread and a limit: a keyring that hangs never answers, and knows no timeout. Why nothing
is ever unlocked: that asks for a password, on a screen that the public sees.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from kiosk.agent.key import KeyTrouble

T = TypeVar("T")

#: Under what the key is kept.
SERVICE, NAME = "wegwijs-agent", "key"

#: Seconds that the keyring has to answer.
LIMIT = 3.0

#: The one kind of keyring that we trust on this system.
KIND = f"keyring.backends.{'Windows.WinVaultKeyring' if sys.platform == 'win32' else 'SecretService.Keyring'}"

_VARIABLE = "PYTHON_KEYRING_BACKEND"

_asking: threading.Thread | None = None


def read() -> str | None:
    """What is kept, or None when nothing is; `KeyTrouble` when the keyring does not say."""
    found: str | None = _limited(lambda ring: ring.get_password(SERVICE, NAME))
    return found


def write(secret: str) -> None:
    """Keep this in place of what was kept."""
    _limited(lambda ring: ring.set_password(SERVICE, NAME, secret))


def _limited(work: Callable[[Any], T]) -> T:
    global _asking
    if _asking is not None and _asking.is_alive():
        raise _trouble("It still does not answer an earlier question")
    done: list[T] = []
    failed: list[Exception] = []

    def ask() -> None:
        try:
            done.append(work(_ring()))
        except Exception as error:
            failed.append(error)

    _asking = threading.Thread(target=ask, name="keyring", daemon=True)
    _asking.start()
    _asking.join(LIMIT)
    if done:
        return done[0]
    raise _told(failed[0]) if failed else _trouble(f"It does not answer within {LIMIT:.0f} s")


def _told(error: Exception) -> KeyTrouble:
    return error if isinstance(error, KeyTrouble) else _trouble(str(error) or type(error).__name__)


def _trouble(what: str) -> KeyTrouble:
    do = "Log that user in so that its keyring is open, or choose another `credential`."
    return KeyTrouble(f"The keyring does not give the kiosk's key: {what}", KIND, do)


def _ring() -> Any:
    wanted = os.environ.get(_VARIABLE, KIND)
    if wanted != KIND:
        do = f"Take {_VARIABLE} away: only {KIND} is trusted here."
        raise KeyTrouble("This keyring does not keep a secret as it should", wanted, do)
    return _windows() if sys.platform == "win32" else _secret_service()


def _windows() -> Any:
    from keyring.backends.Windows import WinVaultKeyring

    ring: Any = WinVaultKeyring()  # type: ignore[no-untyped-call]
    # Its default travels with the user to other computers
    ring.persist = "local machine"
    return ring


def _secret_service() -> Any:
    import secretstorage
    from keyring.backends.SecretService import Keyring
    from keyring.errors import KeyringLocked

    class Unasked(Keyring):
        """Never opens a prompt."""

        def get_preferred_collection(self) -> Any:
            collection = secretstorage.get_default_collection(secretstorage.dbus_init())
            if collection.is_locked():
                collection.connection.close()
                raise KeyringLocked("It is locked")
            return collection

        def unlock(self, item: Any) -> None:
            if item.is_locked():
                raise KeyringLocked("It is locked")

    return Unasked()  # type: ignore[no-untyped-call]

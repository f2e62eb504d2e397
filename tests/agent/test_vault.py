"""The keyring, with one that the test plays; the real one: test_keyring_real.py."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
import types

import pytest

from kiosk.agent import key, vault
from kiosk.agent.key import KeyTrouble


class Ring:
    """A keyring that does as told."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.slow = threading.Event()
        self.slow.set()

    def get_password(self, service: str, name: str) -> str | None:
        self.slow.wait(20)
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, secret: str) -> None:
        self.slow.wait(20)
        self.kept[service, name] = secret


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    made = Ring()
    monkeypatch.setattr(vault, "_ring", lambda: made)
    return made


def test_what_is_kept_comes_back(ring: Ring) -> None:
    assert vault.read() is None
    vault.write("a secret")
    assert vault.read() == "a secret"


def test_a_keyring_that_hangs_costs_three_seconds_once(ring: Ring, monkeypatch: pytest.MonkeyPatch) -> None:
    assert vault.LIMIT == 3
    monkeypatch.setattr(vault, "LIMIT", 0.1)
    ring.slow.clear()
    with pytest.raises(KeyTrouble, match="does not answer within"):
        vault.read()
    before, begin = threading.active_count(), time.monotonic()
    for _ in range(50):
        with pytest.raises(KeyTrouble, match="still does not answer"):
            vault.read()
    assert time.monotonic() - begin < 1
    assert threading.active_count() == before, "no thread is added for each question"
    ring.slow.set()
    assert vault._asking is not None
    vault._asking.join(5)
    assert vault.read() is None


REFUSED = [
    "keyrings.alt.file.PlaintextKeyring",
    "keyring.backends.fail.Keyring",
    "keyring.backends.chainer.ChainerBackend",
    "keyring.backends.null.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
]


@pytest.mark.parametrize("backend", REFUSED)
def test_a_keyring_that_is_not_on_the_list_is_refused_by_name(backend: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", backend)
    with pytest.raises(KeyTrouble, match="does not keep a secret") as caught:
        vault.read()
    assert caught.value.where == backend
    with pytest.raises(KeyTrouble):
        vault.write("a secret")


def test_on_windows_the_key_stays_on_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows itself is not here: what we ask of the library is what its documentation wants."""
    backend = types.ModuleType("keyring.backends.Windows")
    backend.WinVaultKeyring = Ring  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring.backends.Windows", backend)
    assert vault._windows().persist == "local machine"
    assert len(key.made().text) < 1280, "the longest that the Credential Locker takes"


PLAIN = """
import keyring.backend
class Plain(keyring.backend.KeyringBackend):
    priority = 99
    def get_password(self, service, name): return "from a plain file"
    def set_password(self, service, name, secret): print("written in the clear")
import keyring
assert isinstance(keyring.get_keyring(), Plain), "left to itself, the library would take it"
from kiosk.agent import vault
from kiosk.agent.key import KeyTrouble
for ask in (vault.read, lambda: vault.write("secret")):
    try: print("asked", ask())
    except KeyTrouble as error: print(error.where)
"""


def test_what_else_is_installed_is_never_taken(tmp_path: object) -> None:
    """`keyrings.alt` offers itself like this one, and would be taken where there is no desktop."""
    env = {"PATH": "", "HOME": str(tmp_path), "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run([sys.executable, "-c", PLAIN], env=env, capture_output=True, text=True, timeout=30)
    assert (done.stdout.split("\n"), done.stderr) == ([vault.KIND, vault.KIND, ""], "")

"""A real gnome-keyring on a bus of its own, in a home of its own; each test runs its program beside it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.peers import need

pytestmark = pytest.mark.peer

#: Unlocked with the password "test-pass"; `printf`, since the newline of `echo` would become part of it.
AROUND = """
printf %s test-pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null
exec "$0" -c "$1"
"""

START = """
import os, subprocess, time
from pathlib import Path
import psutil, secretstorage
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
from kiosk.agent import vault
from kiosk.agent.key import KeyTrouble

file = Path(os.environ["HOME"], ".local/share/keyrings/login.keyring")

def wait_for(owner):
    # Who asks while nobody is there makes the bus start another, locked one
    with open_dbus_connection() as bus:
        asked = message_bus.NameHasOwner("org.freedesktop.secrets")
        while bool(bus.send_and_get_reply(asked).body[0]) != owner:
            time.sleep(0.02)

def daemon():
    running = [p for p in psutil.process_iter() if p.name().startswith("gnome-keyring")]
    running = [p for p in running if p.status() != psutil.STATUS_ZOMBIE]
    (mine,) = [p for p in running if p.environ().get("HOME") == os.environ["HOME"]]
    return mine

def begin_again(password, damage=None):
    old = daemon()
    old.kill()
    wait_for(False)
    if damage is not None:
        file.write_bytes(damage)
    command = ["gnome-keyring-daemon", "--unlock", "--components=secrets"]
    subprocess.run(command, input=password, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_for(True)

def tell(ask, *given):
    begin = time.monotonic()
    try:
        said = ask(*given)
    except KeyTrouble as error:
        said = error.what.rpartition(": ")[2]
    print(said, "soon" if time.monotonic() - begin < 2 else "late" if time.monotonic() - begin < 4 else "never")

wait_for(True)
tell(vault.read)
tell(vault.write, "the secret")
tell(vault.read)
"""

STARTED = ["None soon", "None soon", "the secret soon"]


def beside_a_keyring(program: str, home: Path) -> list[str]:
    """What that program printed after it wrote and read a secret."""
    bus = need("dbus-run-session")
    for name in ("gnome-keyring-daemon", "secret-tool"):
        need(name)
    hidden = {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "XDG_DATA_HOME"}
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    env |= {"HOME": str(home), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [bus, "--", "sh", "-c", AROUND, sys.executable, START + program]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    said = done.stdout.splitlines()
    assert said[:3] == STARTED
    return said[3:]


def test_what_is_kept_survives_a_killed_keyring(tmp_path: Path) -> None:
    assert beside_a_keyring('begin_again("test-pass")\ntell(vault.read)', tmp_path) == ["the secret soon"]
    assert b"the secret" not in (tmp_path / ".local/share/keyrings/login.keyring").read_bytes()


def test_a_locked_keyring_is_a_sentence_and_no_prompt(tmp_path: Path) -> None:
    program = """
collection = secretstorage.get_default_collection(secretstorage.dbus_init())
collection.lock()
tell(vault.read)
tell(vault.write, "another")
collection.connection.close()
"""
    assert beside_a_keyring(program, tmp_path) == ["It is locked soon"] * 2


def test_a_keyring_that_the_wrong_password_opened_is_locked(tmp_path: Path) -> None:
    program = 'begin_again("other-pass")\ntell(vault.read)\ntell(vault.write, "another")'
    assert beside_a_keyring(program, tmp_path) == ["It is locked soon"] * 2


def test_a_keyring_that_hangs_is_given_up_after_three_seconds(tmp_path: Path) -> None:
    program = """
daemon().suspend()
tell(vault.read)
tell(vault.read)
daemon().resume()
vault._asking.join(5)
tell(vault.read)
"""
    assert beside_a_keyring(program, tmp_path) == [
        "It does not answer within 3 s late",
        "It still does not answer an earlier question soon",
        "the secret soon",
    ]


@pytest.mark.parametrize("damage", ["b''", "bytes(100)", "file.read_bytes()[:60]"], ids=["empty", "zeros", "cut"])
def test_a_damaged_keyring_has_no_key_and_keeps_a_new_one(tmp_path: Path, damage: str) -> None:
    program = f'begin_again("test-pass", {damage})\ntell(vault.read)\ntell(vault.write, "new")\ntell(vault.read)'
    assert beside_a_keyring(program, tmp_path) == ["None soon", "None soon", "new soon"]


def test_other_programs_of_this_user_can_read_it(tmp_path: Path) -> None:
    """Why a kiosk's agent has a user of its own: a keyring keeps nothing from other programs of the same user."""
    program = """
asked = ["secret-tool", "lookup", "service", vault.SERVICE, "username", vault.NAME]
print(subprocess.run(asked, capture_output=True, text=True).stdout)
"""
    assert beside_a_keyring(program, tmp_path) == ["the secret"]

"""Who waits for the first answer imports nothing: a worker that is forked meanwhile would hang."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import socket, sys, threading

listening = socket.socket()
listening.bind(("127.0.0.1", 0))
listening.listen()

def answer():
    with listening.accept()[0] as line:
        line.recv(4096)
        line.sendall(b"HTTP/1.1 401 Who are you?\\r\\nContent-Length: 0\\r\\n\\r\\n")

import django
django.setup()
from kiosk.central import serving

threading.Thread(target=answer).start()
before = set(sys.modules)
assert serving._answers("127.0.0.1", listening.getsockname()[1])
assert not serving._answers("127.0.0.1", 1)
print(sorted(set(sys.modules) - before))
"""


def test_nothing_is_imported_while_workers_are_forked(tmp_path: Path) -> None:
    env = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{tmp_path / 'c.db'}",
        "WEGWIJS_SECRET_KEY": "x" * 60,
        "DJANGO_SETTINGS_MODULE": "kiosk.central.settings",
    }
    ran = subprocess.run([sys.executable, "-c", PROGRAM], env=env, capture_output=True, text=True, timeout=60)
    assert (ran.stdout, ran.returncode) == ("[]\n", 0), ran.stderr

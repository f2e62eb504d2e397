"""`wegwijs-agent enrol`: this computer becomes a kiosk by hand. What the agent does by itself is in `entrance`."""

from __future__ import annotations

from kiosk.agent import credential
from kiosk.agent import key as keys
from kiosk.agent.client import Client
from kiosk.agent.credential import Identity
from kiosk.agent.key import Key
from kiosk.agent.trust import NotWelcome
from kiosk.settings import Settings
from kiosk.wire import Enrolled, Waiting


def join(settings: Settings, central: str, code: str) -> Enrolled | Waiting:
    """At once with a code that staff made, else the answer has the code for them. The key is kept before the code is
    spent."""
    client = Client(central)
    try:
        key = credential.key(settings) or _kept(settings)
        try:
            answer = client.enrol(key.public, code)
        except NotWelcome as error:
            if error.state != "cloned":
                raise
            key = _kept(settings)
            answer = client.enrol(key.public, code)
    finally:
        client.close()
    _write_down(settings, client.central, key, answer)
    return answer


def _kept(settings: Settings) -> Key:
    key = keys.made()
    credential.save_key(settings, key)
    return key


def _write_down(settings: Settings, central: str, key: Key, answer: Enrolled | Waiting) -> None:
    who = credential.identity(settings)
    known = who.generation if who is not None and who.key == key.public else 0
    kiosk = answer.kiosk if isinstance(answer, Enrolled) else None
    credential.save_identity(settings, Identity(central=central, key=key.public, kiosk=kiosk, generation=known))

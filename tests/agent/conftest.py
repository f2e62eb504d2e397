from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.agent import credential, key
from kiosk.agent.credential import Identity
from kiosk.settings import Settings
from tests.agent import scripted
from tests.agent.central import KIOSK, Central


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(state=tmp_path / "s", credential="file")


@pytest.fixture
def central() -> Central:
    return Central()


@pytest.fixture
def peer(central: Central) -> Iterator[scripted.Peer]:
    with scripted.listening(central) as peer:
        yield peer


@pytest.fixture
def enrolled(settings: Settings, peer: scripted.Peer, central: Central) -> Settings:
    settings.state.mkdir(exist_ok=True)
    enrol(settings, peer.url, central)
    return settings


def enrol(settings: Settings, url: str, central: Central) -> None:
    """Central knows the key of this kiosk, and the kiosk what it is."""
    made = key.made()
    central.keys[made.public] = KIOSK
    credential.save_key(settings, made)
    credential.save_identity(settings, Identity(central=url, key=made.public, kiosk=KIOSK))


@pytest.fixture
def soon() -> Callable[[Callable[[], object]], None]:
    """Wait until it holds; fail when it never does."""

    def wait(holds: Callable[[], object], seconds: float = 20) -> None:
        end = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < end, "it never came"
            time.sleep(0.005)

    return wait

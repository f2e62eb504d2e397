"""The desks of the made-up library at 14.07, behind a link that only remembers what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from kiosk.store.replica import Replica
from kiosk.wire import Record
from kiosk.workspaces.viewmodel import Workspaces
from tests.fake_link import FakeLink
from tests.library import library, set_clock, write


@pytest.fixture
def link() -> FakeLink:
    return FakeLink()


@pytest.fixture
def publish(tmp_path: Path, link: FakeLink) -> Callable[..., None]:
    """Central has news, and the agent says so."""

    def news(*records: Record) -> None:
        write(tmp_path, records)
        link.changed.emit(["visits", "desks", "branches"])

    return news


@pytest.fixture
def workspaces(tmp_path: Path, link: FakeLink, monkeypatch: pytest.MonkeyPatch, qapp: QObject) -> Iterator[Workspaces]:
    set_clock(monkeypatch)
    write(tmp_path, library())
    replica = Replica(tmp_path / "replica.db", tmp_path / "facts.db")
    made = Workspaces(replica, link)  # type: ignore[arg-type]
    made.refresh()
    yield made
    replica.close()

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flow.house import House, furnish, open_house


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("furnished") / "h"
    folder.mkdir()
    furnish(folder)
    return folder


@pytest.fixture
def house(furnished: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    house = open_house(furnished, tmp_path_factory.mktemp("flow") / "h")
    yield house
    house.close()

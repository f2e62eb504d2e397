from __future__ import annotations

# Central's code in this process, on a database of its own
from tests.central.conftest import tables

# Real programs
from tests.flow.conftest import furnished, house

__all__ = ["furnished", "house", "tables"]

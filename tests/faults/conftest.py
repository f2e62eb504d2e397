from __future__ import annotations

# Central's code in this process, on a database of its own
from tests.central.conftest import tables

__all__ = ["tables"]

"""Central's settings for tools that read the models without running anything (mypy's plugin)."""

from __future__ import annotations

import os

os.environ.setdefault("WEGWIJS_SECRET_KEY", "only-for-reading-" + "x" * 32)
os.environ.setdefault("DATABASE_URL", "sqlite:///never-made.db")

from kiosk.central.settings import *  # noqa: F403

"""Programs of others that some tests need: skipped with the reason where one is missing, failed in CI."""

from __future__ import annotations

import os
import shutil
from typing import NoReturn

import pytest


def need(program: str) -> str:
    """The path of that program."""
    return shutil.which(program) or lack(f"{program} is not installed")


def lack(why: str) -> NoReturn:
    """Something is not there: no test here, but a failure where everything must be."""
    if os.environ.get("CI"):
        pytest.fail(f"CI must have everything: {why}")
    pytest.skip(why)

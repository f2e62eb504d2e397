"""A kiosk runs where nothing of central's is installed, and central where nothing of the kiosk's is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent

#: What only the other half asks for in pyproject.toml.
OF_CENTRAL = ["django", "granian", "whitenoise", "pymarc", "asgiref", "psycopg", "PIL", "tqdm"]
OF_KIOSK = ["PySide6", "shiboken6", "tantivy", "segno", "icalendar", "tomli_w"]

#: These stand on both halves: they make a whole house.
TOURS = {"kiosk.screen.tour", "kiosk.screen.walk", "kiosk.screen.itinerary"}

PROGRAM = """
import importlib, sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {absent}:
            raise ModuleNotFoundError(f"{{name}} is not installed here")

sys.meta_path.insert(0, Absent())
{first}
for name in {names}:
    importlib.import_module(name)
print("all of it")
"""


def _modules(*under: str) -> list[str]:
    paths = [path.relative_to(HOUSE).with_suffix("") for path in sorted((HOUSE / "kiosk").rglob("*.py"))]
    names = [".".join(path.parts).removesuffix(".__init__") for path in paths if "migrations" not in path.parts]
    return [name for name in names if not name.startswith(under) and name not in TOURS]


def _imports(absent: list[str], names: list[str], first: str = "", **env: str) -> None:
    program = PROGRAM.format(absent=absent, names=names, first=first)
    command = [sys.executable, "-c", program]
    ran = subprocess.run(command, cwd=HOUSE, env={**os.environ, **env}, capture_output=True, text=True, timeout=60)
    assert (ran.stdout, ran.returncode) == ("all of it\n", 0), ran.stderr


def test_a_kiosk_needs_nothing_of_central() -> None:
    _imports(OF_CENTRAL, _modules("kiosk.central", "kiosk.demo"))


def test_central_needs_nothing_of_a_kiosk(tmp_path: Path) -> None:
    names = [name for name in _modules() if name.startswith("kiosk.central.")]
    assert len(names) > 50
    env = {"DATABASE_URL": f"sqlite:///{tmp_path / 'c.db'}", "WEGWIJS_SECRET_KEY": "x" * 60}
    _imports(OF_KIOSK, names, "import django; django.setup()", DJANGO_SETTINGS_MODULE="kiosk.central.settings", **env)


@pytest.mark.parametrize("absent", [["django"], ["PySide6"]])
def test_what_is_not_installed_is_missed(absent: list[str]) -> None:
    with pytest.raises(AssertionError, match="is not installed here"):
        _imports(absent, absent)

"""Where our own files are: inside the package when installed, beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

#: The folder of this package.
PACKAGE = Path(__file__).resolve().parent


def _ours(name: str) -> Path:
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


#: The import path of our QML modules.
UI = _ours("ui")

#: Lessons, translations, fonts, icons, drawings, demo.
RESOURCES = _ours("resources")

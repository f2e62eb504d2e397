"""Where our own files are: inside the package when installed, beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _ours(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


#: The import path of our QML modules.
UI = _ours("ui")

#: Lessons, translations, fonts, icons, drawings, demo.
RESOURCES = _ours("resources")

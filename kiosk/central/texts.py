"""The staff's texts: English in the code, Dutch in `locale/nl`; compiled here, so that nobody needs GNU gettext."""

from __future__ import annotations

import os
from pathlib import Path

SOURCES = Path(__file__).resolve().parent / "locale"


def compiled() -> Path:
    """The folder in which Django finds the compiled texts; made or renewed where a source is newer."""
    stale = [source for source in SOURCES.glob("*/LC_MESSAGES/django.po") if _stale(source, _twin(source, SOURCES))]
    if not stale:
        return SOURCES
    folder = SOURCES if os.access(stale[0].parent, os.W_OK) else _cache()
    for source in stale:
        if _stale(source, _twin(source, folder)):
            _compile(source, _twin(source, folder))
    return folder


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "wegwijs" / "locale"


def _twin(source: Path, folder: Path) -> Path:
    return folder / source.relative_to(SOURCES).with_suffix(".mo")


def _stale(source: Path, twin: Path) -> bool:
    return not twin.exists() or twin.stat().st_mtime < source.stat().st_mtime


def _compile(source: Path, twin: Path) -> None:
    import polib

    twin.parent.mkdir(parents=True, exist_ok=True)
    # Two workers may do this at once: each replaces the file as a whole
    part = twin.with_name(f"{twin.name}.{os.getpid()}")
    polib.pofile(str(source)).save_as_mofile(str(part))
    part.replace(twin)

"""The catalogue's index: the agent builds it from the titles, the screen asks it while somebody types.

A folder holds one or more indexes and `CURRENT`, the name of the one to read; a new one is made beside it and then
named, so that a reader always finds a whole one. What a query may cost: one frame at a library's size.
"""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from kiosk.catalogue.answering import PAGE, Answer, Index, Query, sound
from kiosk.catalogue.schema import VERSION, document, register, schema
from kiosk.errors import StoreDamaged
from kiosk.wire import Title

__all__ = ["PAGE", "Answer", "Index", "Query", "build", "missing", "open", "update"]

#: Bytes that the writer may gather before it writes.
_HEAP = 30_000_000


def missing(folder: Path) -> bool:
    """Whether there is no index there that this version can read."""
    name = _current(folder)
    return not name.startswith(f"{VERSION}-") or not (folder / name / "meta.json").is_file()


def build(folder: Path, titles: Iterable[Title]) -> None:
    """Make the index of these titles, and name it; the ones before it are removed."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{VERSION}-{uuid.uuid4().hex[:8]}"
    (folder / name).mkdir()
    _write(folder / name, titles, ())
    _name(folder, name)
    for old in folder.iterdir():
        if old.is_dir() and old.name != name:
            # On Windows a reader may still hold its files; the next build removes them
            shutil.rmtree(old, ignore_errors=True)


def update(folder: Path, changed: Iterable[Title], gone: Iterable[str]) -> None:
    """Bring these titles up to date in the named index; a reader sees them when it opens it again. `StoreDamaged` when
    there is none."""
    changed = list(changed)
    if missing(folder):
        raise StoreDamaged("The catalogue has no index yet.", str(folder), "Build it from all titles.")
    with sound(folder):
        _write(folder / _current(folder), changed, [*gone, *(title.id for title in changed)])


def open(folder: Path) -> Index:
    """The named index; `StoreDamaged` when there is none, or it cannot be read."""
    from tantivy import Index as Tantivy

    with sound(folder):
        return Index(folder, register(Tantivy.open(str(folder / _current(folder)))))


def _current(folder: Path) -> str:
    try:
        return (folder / "CURRENT").read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _name(folder: Path, name: str) -> None:
    new = folder / "CURRENT.new"
    with new.open("w", encoding="ascii") as file:
        file.write(f"{name}\n")
        file.flush()
        os.fsync(file.fileno())
    new.replace(folder / "CURRENT")


def _write(folder: Path, titles: Iterable[Title], gone: Sequence[str]) -> None:
    from tantivy import Index as Tantivy

    index = register(Tantivy(schema(), str(folder), reuse=True))
    writer = index.writer(_HEAP, 1)
    for id in gone:
        writer.delete_documents_by_term("id", id)
    for title in titles:
        writer.add_document(document(title))
    writer.commit()
    writer.wait_merging_threads()
    # The reader is another user of the same group: tantivy writes these for its own user only, and locks the last one
    # also to read
    for name, mode in (("meta.json", 0o640), (".managed.json", 0o640), (".tantivy-meta.lock", 0o660)):
        with suppress(OSError):
            (folder / name).chmod(mode)

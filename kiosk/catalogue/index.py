"""The catalogue's index: the agent builds it from the titles, the screen asks it while somebody types.

A folder holds one or more indexes and `CURRENT`, the name of the one to read; a new one is made beside it and then
named, so that a reader always finds a whole one. What a query may cost: one frame at a library's size.
"""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from kiosk.catalogue.answering import Index, sound
from kiosk.catalogue.asking import NEW_FOR
from kiosk.catalogue.meaning import Meaning
from kiosk.catalogue.questions import PAGE, Answer, Facets, Filters, Hit, Query, Way
from kiosk.catalogue.schema import VERSION, document, register, schema, word_document, words_of, words_schema
from kiosk.catalogue.texts import Reading, Writing
from kiosk.errors import StoreDamaged
from kiosk.wire import Copy, Title

__all__ = [
    "NEW_FOR", "PAGE", "Answer", "Facets", "Filters", "Hit", "Index", "Query", "Way", "build", "missing", "open",
    "update",
]  # fmt: skip

#: The copies of a title, by its id.
Copies = Callable[[str], Sequence[Copy]]

#: Bytes that the writer may gather before it writes; of words and their places.
_HEAP, _WORDS_HEAP = 64_000_000, 15_000_000

_IDS, _WORDS = "ids.txt", "words"


def _none(_: str) -> Sequence[Copy]:
    return ()


def missing(folder: Path) -> bool:
    """Whether there is no index there that this version can read."""
    name = _current(folder)
    return not name.startswith(f"{VERSION}-") or not (folder / name / "meta.json").is_file()


def build(folder: Path, titles: Iterable[Title], copies: Copies = _none, here: str = "") -> None:
    """Make the index of these titles with their copies, and name it; the ones before it are removed. `here`: the branch
    it is for."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{VERSION}-{uuid.uuid4().hex[:8]}"
    (folder / name / _WORDS).mkdir(parents=True)
    _write(folder / name, titles, (), copies, here)
    _write_words(folder / name / _WORDS, _opened(folder / name).searcher().terms_with_prefix("all", ""))
    _name(folder, name)
    for old in folder.iterdir():
        if old.is_dir() and old.name != name:
            # On Windows a reader may still hold its files; the next build removes them
            shutil.rmtree(old, ignore_errors=True)


def update(folder: Path, changed: Iterable[Title], gone: Iterable[str], copies: Copies = _none, here: str = "") -> None:
    """Bring these titles up to date in the named index; a reader sees them when it opens it again. `StoreDamaged` when
    there is none."""
    changed = list(changed)
    if missing(folder):
        raise StoreDamaged("The catalogue has no index yet.", str(folder), "Build it from all titles.")
    whole = folder / _current(folder)
    with sound(folder):
        # A word more does no harm, should this be the last that is done
        _write_words(whole / _WORDS, ((word, 1) for word in sorted(set().union(*map(words_of, changed)))))
        _write(whole, changed, [*gone, *(title.id for title in changed)], copies, here)


def open(folder: Path) -> Index:
    """The named index; `StoreDamaged` when there is none, or it cannot be read."""
    with sound(folder):
        whole = folder / _current(folder)
        titles, words = _opened(whole), _opened(whole / _WORDS)
        return Index(folder, titles, Reading(whole / _IDS), Meaning(words, Reading(whole / _WORDS / _IDS)))


def _opened(folder: Path) -> Any:
    from tantivy import Index as Tantivy

    return register(Tantivy.open(str(folder)))


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


def _write(folder: Path, titles: Iterable[Title], gone: Sequence[str], copies: Copies, here: str) -> None:
    from tantivy import Index as Tantivy

    index = register(Tantivy(schema(), str(folder), reuse=True))
    places = _Places(index, "id")
    writer = index.writer(_HEAP, 1)
    for id in gone:
        writer.delete_documents_by_term("id", id)
    with Writing(folder / _IDS) as ids:
        for title in titles:
            writer.add_document(document(title, copies(title.id), here, places.of(title.id, ids)))
        ids.sync()
    writer.commit()
    writer.wait_merging_threads()
    _share(folder)


def _write_words(folder: Path, words: Iterable[tuple[str, int]]) -> None:
    """Add these words, each with how many titles have it, as far as they are new. A word that no title has any more
    stays: who corrects with it looks whether it finds something."""
    from tantivy import Index as Tantivy

    index = register(Tantivy(words_schema(), str(folder), reuse=True))
    known, writer = index.searcher(), index.writer(_WORDS_HEAP, 1)
    with Writing(folder / _IDS) as texts:
        for word, often in words:
            if not known.doc_freq("word", word):
                writer.add_document(word_document(word, often, texts.add(word)))
        texts.sync()
    writer.commit()
    writer.wait_merging_threads()
    _share(folder)


class _Places:
    """Where texts stand that the index points to already."""

    def __init__(self, index: Any, field: str) -> None:
        self._searcher, self._schema, self._field = index.searcher(), index.schema, field

    def of(self, text: str, texts: Writing) -> int:
        """The place of that text, where it is written if it is new."""
        from tantivy import Query

        if not self._searcher.doc_freq(self._field, text):
            return texts.add(text)
        found = self._searcher.search(Query.term_query(self._schema, self._field, text, "basic"), 1, count=False).hits
        (place,) = self._searcher.fast_field_values("place", [address for _, address in found]) or (None,)
        return texts.add(text) if place is None else int(place)


def _share(folder: Path) -> None:
    # The reader is another user of the same group: tantivy writes these for its own user only, and locks the last one
    # also to read
    for name, mode in (("meta.json", 0o640), (".managed.json", 0o640), (".tantivy-meta.lock", 0o660)):
        with suppress(OSError):
            (folder / name).chmod(mode)

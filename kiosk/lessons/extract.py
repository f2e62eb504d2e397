"""Brings the gettext file of a lesson up to date with its Dutch: `python -m kiosk.lessons.extract FOLDER LANGUAGE`.

What is translated stays; a text whose Dutch has changed keeps its old translation, marked fuzzy until somebody has
looked; a text that is gone goes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from kiosk.lessons.content import read_lesson
from kiosk.lessons.translation import texts


def extract(folder: Path, language: str) -> Path:
    """The file that was written, `<language>.po` in that folder."""
    import polib

    file = folder / f"{language}.po"
    old = {entry.msgctxt: entry for entry in polib.pofile(str(file))} if file.exists() else {}
    new = polib.POFile(wrapwidth=0)
    new.metadata = {"Language": language, "MIME-Version": "1.0", "Content-Type": "text/plain; charset=UTF-8"}
    for context, text in texts(read_lesson(folder)):
        new.append(_entry(context, text["nl"], old.get(context)))
    new.save(str(file))
    return file


def _entry(context: str, dutch: str, old: Any) -> Any:
    import polib

    entry = polib.POEntry(msgctxt=context, msgid=dutch, msgstr=old.msgstr if old else "")
    if old and old.msgstr and (old.msgid != dutch or "fuzzy" in old.flags):
        entry.flags.append("fuzzy")
    return entry


if __name__ == "__main__":
    print(extract(Path(sys.argv[1]), sys.argv[2]))

"""A small lesson in a folder, to be broken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

LESSON = """\
id: klein
version: 1
lang: nl
level: A2
title: Klein
goal: U probeert iets.
minutes: 3
track: proef
licence: EUPL-1.2
review_by: 2030-01-01
steps:
  - id: lezen
    say: Lees dit.
    how: [Kijk rustig.]
    picture: mouse-left
    alt: Een muis.
    coach: Wacht.
    card: Lees rustig.
    do: {kind: info}
  - id: kiezen
    say: Kies ja.
    hints: [Kijk naar ja.]
    coach: Wacht.
    do:
      kind: choose
      options:
        - {id: ja, text: Ja, reply: Goed zo!}
        - {id: nee, text: Nee, reply: Bijna.}
      expect: [ja]
"""

TRACKS = """\
- id: proef
  title: {nl: Proef}
  about: {nl: Om te proberen.}
  lessons: [klein]
"""

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes that lesson, with pieces of text exchanged, and gives its folder."""

    def write(*changes: tuple[str, str], name: str = "klein") -> Path:
        text = LESSON.replace("id: klein", f"id: {name}")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new)
        folder = tmp_path / "proef" / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "lesson.yaml").write_text(text, encoding="utf-8")
        (tmp_path / "tracks.yaml").write_text(TRACKS, encoding="utf-8")
        return folder

    return write

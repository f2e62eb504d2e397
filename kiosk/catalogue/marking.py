"""Showing where in a title the words were found, and cutting a long one to what a row can hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from html import escape
from itertools import groupby

from kiosk.catalogue.folding import words as folded

#: Letters that a row can hold, about.
ROW = 110


def marked(text: str, words: Sequence[str]) -> str:
    """The text as HTML with <b> around what was found: whole words that are one of `words`, or begin like the last."""
    return "".join(
        f"<b>{escape(part)}</b>" if is_word and _found(part, words) else escape(part) for is_word, part in _parts(text)
    )


def shortened(text: str, longest: int = ROW) -> str:
    """The text, cut between two words when it is longer."""
    if len(text) <= longest:
        return text
    return (text[:longest].rpartition(" ")[0] or text[:longest]).rstrip(" ,.;:") + "…"


def _parts(text: str) -> list[tuple[bool, str]]:
    return [(is_word, "".join(signs)) for is_word, signs in groupby(text, key=_in_word)]


def _in_word(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LNM"


def _found(part: str, words: Sequence[str]) -> bool:
    return any(word in words or (words and word.startswith(words[-1])) for word in folded(part))

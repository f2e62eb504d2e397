"""What the index holds of each title, and in which fields.

Words are folded here, before tantivy sees them, so that what is typed and what is indexed are folded alike. Each field
of words has a second one, "…_pre", with the first one, two and three letters of its words: at the first letters of a
word a search would else have to unite the lists of thousands of words.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kiosk.catalogue.folding import findable, fold
from kiosk.wire import Title, TitleKind

#: Changes with the fields or the folding: an index of another version is made anew.
VERSION = "1"

#: Fields of words, with the weight of a word found there; `start` holds whole titles.
WEIGHTS = {"title": 8.0, "author": 3.0, "subject": 1.0}
SHORT = 3

#: What people type to say which kind they want ("havelaar dvd").
_KIND_WORDS: dict[TitleKind, str] = {
    "book": "boek book", "audiobook": "luisterboek audiobook cd", "eaudiobook": "luisterboek audiobook",
    "ebook": "eboek ebook", "film": "film dvd movie", "music": "muziek music cd", "periodical": "tijdschrift magazine",
    "score": "bladmuziek score", "map": "kaart map", "game": "spel game",
}  # fmt: skip

_ARTICLES = {"de", "het", "een", "t", "the", "a", "an", "le", "la", "les", "l", "der", "die", "das", "el", "al"}


def schema() -> Any:
    """The fields. An id is text: a deletion by an unsigned number silently deletes nothing (tantivy-py 0.27)."""
    from tantivy import SchemaBuilder

    builder = SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("all", stored=True, tokenizer_name="spaced", index_option="basic")
    for field in ("title", "author", "subject"):
        builder.add_text_field(field, tokenizer_name="spaced", index_option="basic")
    for field in ("start", "isbn", "near"):
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
    for field in ("all", "title", "author", "subject", "start"):
        builder.add_text_field(f"{field}_pre", tokenizer_name="spaced", index_option="basic")
    return builder.build()


def register(index: Any) -> Any:
    """The index with the tokenizer that the fields name: words are already folded, so it only splits at spaces."""
    from tantivy import TextAnalyzerBuilder, Tokenizer

    index.register_tokenizer("spaced", TextAnalyzerBuilder(Tokenizer.whitespace()).build())
    return index


def document(title: Title) -> Any:
    """A title as tantivy takes it."""
    from tantivy import Document

    found = {
        "title": _words(title.title, title.subtitle, title.part, title.original),
        "author": _words(*title.authors, *title.original_authors),
        "subject": _words(*title.subjects, *title.genres, *(series.name for series in title.series)),
    }
    more = _words(_KIND_WORDS.get(title.kind, ""), str(title.year or ""))
    starts = {start for name in (title.title, title.original) for start in _starts(name)}
    found["all"] = set().union(*found.values(), more)
    made = Document()
    made.add_text("id", title.id)
    for field, words in found.items():
        made.add_text(field, " ".join(sorted(words)))
        made.add_text(f"{field}_pre", " ".join(sorted(_beginnings(words))))
    made.add_text("start_pre", " ".join(sorted(_beginnings(starts))))
    for field, values in (("start", starts), ("isbn", title.isbns), ("near", [title.kind, *title.languages[:1]])):
        for value in values:
            made.add_text(field, value)
    return made


def _words(*texts: str) -> set[str]:
    return {word for text in texts for word in findable(text)}


def _beginnings(words: Iterable[str]) -> set[str]:
    return {word[:length].strip() for word in words for length in range(1, SHORT + 1)}


def _starts(name: str) -> list[str]:
    """How the title may begin: as it is, and without its article."""
    whole = fold(name)
    article, _, rest = whole.partition(" ")
    return [start for start in ([whole, rest] if article in _ARTICLES else [whole]) if start]

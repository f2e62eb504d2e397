"""What the index holds of each title, and in which fields.

Words are folded here, before tantivy sees them, so that what is typed and what is indexed are folded alike. Each field
of words has a second one, "…_pre", with the first one, two and three letters of its words: at the first letters of a
word a search would else have to unite the lists of thousands of words.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from kiosk.catalogue.folding import findable, fold
from kiosk.catalogue.questions import YES
from kiosk.catalogue.sounding import sound
from kiosk.catalogue.stemming import stems
from kiosk.wire import Copy, Title, TitleKind

#: Changes with the fields or the folding: an index of another version is made anew.
VERSION = "2"

#: Fields of words, with the weight of a word found there; `start` holds whole titles.
WEIGHTS = {"title": 8.0, "author": 3.0, "subject": 1.0}
SHORT = 3

#: The most that standing breaks ties by, in parts of a score: less than any two places of a word differ.
_TIE = 0.004

#: What people type to say which kind they want ("havelaar dvd").
_KIND_WORDS: dict[TitleKind, str] = {
    "book": "boek book", "audiobook": "luisterboek audiobook cd", "eaudiobook": "luisterboek audiobook",
    "ebook": "eboek ebook", "film": "film dvd movie", "music": "muziek music cd", "periodical": "tijdschrift magazine",
    "score": "bladmuziek score", "map": "kaart map", "game": "spel game",
}  # fmt: skip

_ARTICLES = {"de", "het", "een", "t", "the", "a", "an", "le", "la", "les", "l", "der", "die", "das", "el", "al"}
_AUDIO, _EBOOK = {"audiobook", "eaudiobook"}, {"ebook", "eaudiobook"}


def schema() -> Any:
    """The fields. An id is text: a deletion by an unsigned number silently deletes nothing (tantivy-py 0.27). `place`:
    of the id among the texts."""
    from tantivy import SchemaBuilder

    builder = SchemaBuilder()
    builder.add_text_field("id", tokenizer_name="raw", index_option="basic")
    for field in ("all", "title", "author", "subject", "stem", "summary"):
        builder.add_text_field(field, tokenizer_name="spaced", index_option="basic")
    for field in ("start", "isbn", "like", "came"):
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
    for field in ("all", "title", "author", "subject", "start"):
        builder.add_text_field(f"{field}_pre", tokenizer_name="spaced", index_option="basic")
    for field in ("kind", "audience", "form", "language", "branch", "here"):
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_unsigned_field("work", indexed=True, fast=True)
    builder.add_unsigned_field("place", fast=True)
    builder.add_float_field("standing", fast=True)
    return builder.build()


def words_schema() -> Any:
    """A second index, of the words themselves: what was meant is looked up there when a word is not known."""
    from tantivy import SchemaBuilder

    builder = SchemaBuilder()
    for field in ("word", "sound"):
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
    for field in ("titles", "place"):
        builder.add_unsigned_field(field, fast=True)
    return builder.build()


def register(index: Any) -> Any:
    """The index with the tokenizer that the fields name: words are already folded, so it only splits at spaces."""
    from tantivy import TextAnalyzerBuilder, Tokenizer

    index.register_tokenizer("spaced", TextAnalyzerBuilder(Tokenizer.whitespace()).build())
    return index


def document(title: Title, copies: Sequence[Copy], here: str, place: int) -> Any:
    """A title as tantivy takes it, with its copies; `here`: the branch whose shelves come first; `place`: of its id."""
    from tantivy import Document

    found = _found(title)
    starts = {start for name in (title.title, title.original) for start in _starts(name)}
    made = Document()
    made.add_text("id", title.id)
    for field, words in found.items():
        made.add_text(field, " ".join(sorted(words)))
        made.add_text(f"{field}_pre", " ".join(sorted(_beginnings(words))))
    made.add_text("start_pre", " ".join(sorted(_beginnings(starts))))
    stemmed = {stem for word in found["all"] for stem in stems(word)}
    made.add_text("stem", " ".join(sorted(stemmed)))
    made.add_text("summary", " ".join(sorted(_words(title.summary) - found["all"])))
    for field, values in {
        "start": starts,
        "isbn": title.isbns,
        "like": likes(title),
        **_facets(title, copies, here),
    }.items():
        for value in values:
            made.add_text(field, value)
    made.add_unsigned("work", work(title))
    made.add_unsigned("place", place)
    made.add_float("standing", _standing(title, copies, here))
    return made


def words_of(title: Title) -> set[str]:
    """Every word that the title can be found by."""
    return _found(title)["all"]


def word_document(word: str, titles: int, place: int) -> Any:
    """A word as the second index takes it; `titles`: how many have it; `place`: of the word among the texts."""
    from tantivy import Document

    made = Document()
    made.add_text("word", word)
    made.add_text("sound", sound(word))
    made.add_unsigned("titles", titles)
    made.add_unsigned("place", place)
    return made


def work(title: Title) -> int:
    """A number for the work that a title is an edition of."""
    return int.from_bytes(hashlib.blake2b((title.work or f"\0{title.id}").encode(), digest_size=8).digest(), "big")


def likes(title: Title) -> dict[str, float]:
    """By what other titles are like this one, and how much each says: who made it, its series, what it is about."""
    likes = {f"a {fold(author)}": 3.0 for author in title.authors}
    likes |= {f"s {fold(series.name)}": 4.0 for series in title.series}
    likes |= {f"t {fold(subject)}": 2.0 for subject in title.subjects}
    return likes | {f"g {fold(genre)}": 1.0 for genre in title.genres}


def came(day: date, branch: str = "") -> str:
    """The term for "a copy came that day", anywhere or in a branch: by days, so that none is new for ever."""
    return f"{day.toordinal()} {branch}".strip()


def _found(title: Title) -> dict[str, set[str]]:
    found = {
        "title": _words(title.title, title.subtitle, title.part, title.original),
        "author": _words(*title.authors, *title.original_authors),
        "subject": _words(*title.subjects, *title.genres, *(series.name for series in title.series)),
    }
    return {
        **found,
        "all": set().union(*found.values(), _words(_KIND_WORDS.get(title.kind, ""), str(title.year or ""))),
    }


def _facets(title: Title, copies: Sequence[Copy], here: str) -> dict[str, Iterable[str]]:
    days = {came(copy.added, branch) for copy in copies if copy.added for branch in ("", copy.branch)}
    in_here = [copy for copy in copies if copy.branch == here]
    return {
        "kind": [title.kind],
        "language": set(title.languages),
        "audience": [title.audience] if title.audience else [],
        "form": _forms(title),
        "branch": {copy.branch for copy in copies},
        "here": [YES] if any(copy.status == "available" for copy in in_here) else [],
        "came": days,
    }


def _forms(title: Title) -> list[str]:
    forms = {
        "large": title.large_print,
        "audio": title.kind in _AUDIO,
        "ebook": title.kind in _EBOOK,
        "easy": title.easy,
    }
    return [form for form, is_so in forms.items() if is_so]


def _standing(title: Title, copies: Sequence[Copy], here: str) -> float:
    """What comes first among equals, from 0 to `_TIE`: books, Dutch, what is here, what is lent and had most."""
    wanted = min(math.log2(1 + title.loans + len(copies)) / 10, 1.0)
    at_hand = any(copy.branch == here and copy.status == "available" for copy in copies)
    parts = (0.3 * ("dut" in title.languages), 0.2 * (title.kind == "book"), 0.35 * wanted, 0.15 * at_hand)
    return _TIE * sum(parts)


def _words(*texts: str) -> set[str]:
    return {word for text in texts for word in findable(text)}


def _beginnings(words: Iterable[str]) -> set[str]:
    return {word[:length].strip() for word in words for length in range(1, SHORT + 1)}


def _starts(name: str) -> list[str]:
    """How the title may begin: as it is, and without its article."""
    whole = fold(name)
    article, _, rest = whole.partition(" ")
    return [start for start in ([whole, rest] if article in _ARTICLES else [whole]) if start]

"""What kind of thing a MARC 21 record describes, and for whom.

Rules from MARC 21 (007, 008, leader/06, RDA 336 to 338), in the order of how far they can be trusted in real files:
RDA carriers, then 007, then leader and 008, then words in 245 $h, 300 and 655. First match wins.
"""

from __future__ import annotations

from kiosk.catalogue.record import MarcRecord
from kiosk.wire import TitleKind

#: leader/06 of what is no title (MARC 21 formats for authorities, holdings, classification and community information).
NO_TITLES = {
    "z": "an authority record",
    "u": "a holdings record",
    "v": "a holdings record",
    "x": "a holdings record",
    "y": "a holdings record",
    "w": "a classification record",
    "q": "a community record",
}

_BY_LEADER: dict[str, TitleKind] = {
    "c": "score", "d": "score", "e": "map", "f": "map", "g": "film", "i": "audiobook", "j": "music", "k": "other",
    "m": "other", "o": "object", "p": "other", "r": "object",
}  # fmt: skip
_BY_WORD: list[tuple[str, TitleKind]] = [
    ("daisy", "audiobook"), ("luisterboek", "audiobook"), ("audiobook", "audiobook"), ("talking book", "audiobook"),
    ("videorecording", "film"), ("dvd", "film"), ("blu-ray", "film"), ("sound recording", "music"),
    ("compact disc", "music"), ("electronic resource", "ebook"), ("e-book", "ebook"), ("e-boek", "ebook"),
    ("microform", "other"), ("kaartspel", "game"), ("gezelschapsspel", "game"),
]  # fmt: skip


def holds_title(record: MarcRecord) -> bool:
    """Whether this is a bibliographic record."""
    return record.at(6) not in NO_TITLES


def deleted(record: MarcRecord) -> bool:
    """Whether its library has it no longer (leader/05)."""
    return record.at(5) == "d"


def kind(record: MarcRecord) -> TitleKind:
    """The kind of title."""
    for rule in (_by_carrier, _by_007, _by_leader, _by_words):
        found = rule(record)
        if found:
            return found
    return "book"


def fixed(record: MarcRecord) -> str:
    """008 when it has its forty characters; in the wild spaces fall out of it, and then no position can be trusted."""
    return next((each.data for each in record.of("008") if len(each.data) == 40 and each.data.strip()), " " * 40)


def is_book(record: MarcRecord) -> bool:
    """Whether 008 is laid out as for books."""
    return record.at(6) in "at" and record.at(7) not in "bis"


def large_print(record: MarcRecord) -> bool:
    """Large letters: 008/23, or the words for it."""
    spoken = " ".join(record.texts("abhnv", "245", "250", "300", "340", "655", "650")).casefold()
    marked = is_book(record) and fixed(record)[23] == "d"
    return marked or any(word in spoken for word in ("large print", "large type", "grote letter", "groteletter"))


def _online(record: MarcRecord) -> bool:
    marked = record.at(6) in "atcdefijkop" and fixed(record)[29 if record.at(6) in "efgk" else 23] in "os"
    return (
        marked
        or any(each.indicators == "40" for each in record.of("856"))
        or "online resource" in " ".join(record.texts("a", "300"))
    )


def _text_kind(record: MarcRecord) -> TitleKind:
    if record.at(7) in "bis":
        return "periodical"
    return "ebook" if _online(record) else "book"


def _by_carrier(record: MarcRecord) -> TitleKind | None:
    carriers, contents = set(record.texts("b", "338")), set(record.texts("b", "336"))
    if not carriers:
        return None
    if "cr" in carriers:
        return _online_kind(record, contents)
    if carriers & {"vd", "vf", "vr"}:
        return "film"
    if carriers & {"sd", "ss", "sb"} and "ntm" not in contents:
        return "audiobook" if "spw" in contents or record.at(6) == "i" else "music"
    if "crd" in contents or "cri" in contents:
        return "map"
    if "ntm" in contents:
        return "score"
    return _text_kind(record) if carriers <= {"nc", "nb"} and record.at(6) in "at " else None


def _online_kind(record: MarcRecord, contents: set[str]) -> TitleKind | None:
    if "spw" in contents or record.at(6) == "i":
        return "eaudiobook"
    if record.at(7) in "bis":
        return "periodical"
    return "ebook" if "txt" in contents or record.at(6) in "at" else None


def _by_007(record: MarcRecord) -> TitleKind | None:
    for field in record.of("007"):
        match field.data[:2]:
            case "sd" | "ss" if record.at(6) in "ij":
                return "audiobook" if record.at(6) == "i" else "music"
            case "vd" | "vf":
                return "film"
            case "cr" if record.at(6) in "ati":
                return _online_kind(record, set())
            case other if other[:1] == "h":
                return "other"
    return None


def _by_leader(record: MarcRecord) -> TitleKind | None:
    letter = record.at(6)
    if letter in "at":
        # What accompanies a book stands in 300 too, so here only 245 $h says what the thing itself is
        return _spoken(record.texts("h", "245")) or _text_kind(record)
    if (letter == "m" and fixed(record)[26] == "g") or (letter == "r" and fixed(record)[33] == "g"):
        return "game"
    if letter == "i" and _online(record):
        return "eaudiobook"
    return _BY_LEADER.get(letter)


def _by_words(record: MarcRecord) -> TitleKind | None:
    return _spoken([*record.texts("h", "245"), *record.texts("a", "300", "655")])


def _spoken(texts: list[str]) -> TitleKind | None:
    spoken = " ".join(texts).casefold()
    return next((kind for word, kind in _BY_WORD if word in spoken), None)

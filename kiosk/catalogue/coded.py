"""Language, audience and year of a record, mostly from its coded fields (MARC 21, 008 and 041)."""

from __future__ import annotations

import re
from typing import Literal

from kiosk import clock
from kiosk.catalogue.form import fixed, is_book
from kiosk.catalogue.record import Field, MarcRecord

Audience = Literal["", "children", "teen", "adult", "general"]

_AUDIENCES: dict[str, Audience] = {
    "a": "children", "b": "children", "c": "children", "j": "children",
    "d": "teen", "e": "adult", "f": "adult", "g": "general",
}  # fmt: skip
_CHILDREN = ("juvenile", "jeugd", "kinder", "children")
_TEENS = ("young adult", "jongeren", "teenage", "adolescen")
_EASY = ("makkelijk lezen", "eenvoudig nederlands", "eenvoudige taal", "nederlands voor anderstaligen")

#: Codes of languages that MARC has changed since (MARC Code List for Languages, discontinued codes).
_CODES = {
    "scr": "hrv",
    "scc": "srp",
    "iri": "gle",
    "gae": "gla",
    "esp": "epo",
    "fri": "fry",
    "tag": "tgl",
    "eth": "gez",
}
_NO_LANGUAGE = {"", "und", "zxx", "mul", "|||", "   "}

_YEAR = re.compile(r"(?<!\d)(1[0-9]{3}|20\d\d)(?!\d)")


def languages(record: MarcRecord) -> tuple[list[str], str]:
    """The languages it is in, and the one it was translated from (041, else 008)."""
    packed = list(record.texts("ad", "041"))
    codes = [text[at : at + 3] for text in packed for at in range(0, len(text) - 2, 3) if len(text) % 3 == 0]
    codes = codes or [fixed(record)[35:38]]
    known = [_CODES.get(code.lower(), code.lower()) for code in codes if code.lower() not in _NO_LANGUAGE]
    return list(dict.fromkeys(code for code in known if code.isalpha())), "".join(record.texts("h", "041")[:1])[:3]


def audience(record: MarcRecord) -> Audience:
    """For whom: 008/22, which is blank in most files, else what subjects and genres say."""
    if record.at(6) in "atgijcdm" and record.at(7) not in "bis":
        marked = _AUDIENCES.get(fixed(record)[22])
        if marked:
            return marked
    for_children = any(each.indicators[1] == "1" for each in record.of("650"))
    spoken = " ".join([*record.texts("a", "521", "385"), *record.texts("av", "650", "651", "655")]).casefold()
    if for_children or any(word in spoken for word in _CHILDREN):
        return "children"
    return "teen" if any(word in spoken for word in _TEENS) else ""


def fiction(record: MarcRecord) -> bool | None:
    """008/33 of a book; None when it does not say."""
    letter = fixed(record)[33]
    if not is_book(record) or letter in " |u":
        return None
    return letter not in "0eis"


def published(record: MarcRecord) -> list[Field]:
    """The fields with publisher and year."""
    modern = [each for each in record.of("264") if each.indicators[1] == "1"]
    return modern or [*record.of("260"), *record.of("264")]


def year(record: MarcRecord) -> int:
    """When it came out, or 0."""
    spoken = " ".join(text for each in published(record) for text in each.all("c"))
    return first_year(fixed(record)[7:11], spoken)


def first_year(coded: str, spoken: str) -> int:
    """The coded year when it is one ("19uu" and 9999 are not), else the first that is written out, else 0."""
    candidates = [coded, *_YEAR.findall(spoken)]
    latest = clock.now().year + 2
    return next((int(text) for text in candidates if _YEAR.fullmatch(text) and int(text) <= latest), 0)


def easy(record: MarcRecord) -> bool:
    """Whether its language is easy on purpose."""
    spoken = " ".join(record.texts("a", "521", "650", "655")).casefold()
    return any(word in spoken for word in _EASY)

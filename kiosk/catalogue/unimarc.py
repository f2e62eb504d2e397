"""A UNIMARC record as a Title (IFLA, UNIMARC Manual: Bibliographic Format): what one needs to find and know it by."""

from __future__ import annotations

from kiosk.catalogue.coded import Audience, first_year
from kiosk.catalogue.folding import distinct, fold
from kiosk.catalogue.isbn import isbn13
from kiosk.catalogue.mapping import Untitled, named_by_content
from kiosk.catalogue.record import Field, MarcRecord, plain
from kiosk.wire import Link, Series, Title, TitleKind

#: 100 $a/17-19, target audience.
_AUDIENCES: dict[str, Audience] = {
    "a": "children", "b": "children", "c": "children", "d": "children", "e": "teen", "k": "adult", "m": "adult",
}  # fmt: skip

#: 105 $a/11, literary form: what is no novel, story, poem or play.
_NO_FICTION = "ceghiy"

#: leader/06 (type of record).
_KINDS: dict[str, TitleKind] = {
    "c": "score", "d": "score", "e": "map", "f": "map", "g": "film", "i": "audiobook", "j": "music", "k": "other",
    "l": "ebook", "m": "other", "r": "object",
}  # fmt: skip


def title(record: MarcRecord) -> Title:
    """The Title; `Untitled` when 200 has no $a."""
    main = record.get("200") or Field("200")
    name = _shown(main.first("a"))
    if not name:
        raise Untitled
    authors = distinct(_person(each) for each in record.of("700", "701", "702", "710", "711", "712"))
    languages = list(dict.fromkeys(code.lower() for code in record.texts("a", "101") if len(code) == 3))
    work = "|".join([fold(name), fold(authors[0]) if authors else str(_year(record)), *languages[:1]])
    return Title(
        id=record.data("001").strip() or named_by_content(record, work),
        title=name,
        subtitle=", ".join(_shown(text) for text in main.all("e")),
        part=", ".join(_shown(text) for text in main.all("hi")),
        authors=authors,
        kind="periodical" if record.at(7) == "s" else _KINDS.get(record.at(6), "book"),
        languages=languages,
        original_language="".join(record.texts("c", "101")[:1]).lower(),
        audience=_audience(record),
        fiction=_fiction(record),
        large_print="".join(record.texts("a", "106")[:1])[:1] == "d",
        subjects=distinct(plain(text) for text in record.texts("a", "600", "601", "602", "605", "606", "607", "610")),
        genres=distinct(plain(text) for text in record.texts("a", "608")),
        summary=" ".join(record.texts("a", "330")),
        series=_series(record),
        isbns=distinct(isbn13(text) for text in record.texts("a", "010", "073")),
        publisher=plain("".join(record.texts("c", "214", "210")[:1])),
        year=_year(record),
        extent=plain("".join(record.texts("a", "215")[:1])),
        links=[Link(text) for text in record.texts("u", "856") if text.startswith(("http://", "https://"))],
        work=work,
        damaged=record.damaged,
    )


def _shown(text: str) -> str:
    """Without the marks around words that are not sorted by ("<<The >>sweetest fig")."""
    return plain(text.replace("<<", "").replace(">>", ""))


def _audience(record: MarcRecord) -> Audience:
    coded = "".join(record.texts("a", "100")[:1])[17:20]
    return next((_AUDIENCES[letter] for letter in coded if letter in _AUDIENCES), "")


def _fiction(record: MarcRecord) -> bool | None:
    letter = "".join(record.texts("a", "105")[:1])[11:12]
    return None if letter in ("", "|", "u", "#", " ") else letter not in _NO_FICTION


def _series(record: MarcRecord) -> list[Series]:
    found = [(_shown(each.first("a")), plain(each.first("v"))) for each in record.of("225")]
    return [Series(name, number) for name, number in dict.fromkeys(found) if name]


def _person(field: Field) -> str:
    """700 $a is the family name, $b the rest when the second indicator is 1."""
    # Italian libraries write the comma into $b
    last, first = plain(field.first("a")), plain(field.first("b").lstrip(" ,"))
    return f"{first} {last}".strip() if field.indicators[1] == "1" else " ".join(part for part in (last, first) if part)


def _year(record: MarcRecord) -> int:
    """100 $a/09-12, else the date beside the publisher."""
    coded = "".join(record.texts("a", "100")[:1])[9:13]
    return first_year(coded, " ".join(record.texts("d", "214", "210")))

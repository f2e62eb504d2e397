"""A UNIMARC record as a Title (IFLA, UNIMARC Manual: Bibliographic Format): what one needs to find and know it by."""

from __future__ import annotations

from kiosk.catalogue.coded import first_year
from kiosk.catalogue.folding import distinct, fold
from kiosk.catalogue.isbn import isbn13
from kiosk.catalogue.mapping import Untitled, named_by_content
from kiosk.catalogue.record import Field, MarcRecord, plain
from kiosk.wire import Title, TitleKind

#: leader/06 (type of record).
_KINDS: dict[str, TitleKind] = {
    "c": "score", "d": "score", "e": "map", "f": "map", "g": "film", "i": "audiobook", "j": "music", "k": "other",
    "l": "ebook", "m": "other", "r": "object",
}  # fmt: skip


def title(record: MarcRecord) -> Title:
    """The Title; `Untitled` when 200 has no $a."""
    main = record.get("200") or Field("200")
    name = plain(main.first("a"))
    if not name:
        raise Untitled
    authors = distinct(_person(each) for each in record.of("700", "701", "702", "710", "711", "712"))
    languages = list(dict.fromkeys(code.lower() for code in record.texts("a", "101") if len(code) == 3))
    work = "|".join([fold(name), fold(authors[0]) if authors else str(_year(record)), *languages[:1]])
    return Title(
        id=record.data("001").strip() or named_by_content(record, work),
        title=name,
        subtitle=", ".join(plain(text) for text in main.all("e")),
        part=", ".join(plain(text) for text in main.all("hi")),
        authors=authors,
        kind="periodical" if record.at(7) == "s" else _KINDS.get(record.at(6), "book"),
        languages=languages,
        original_language="".join(record.texts("c", "101")[:1]).lower(),
        subjects=distinct(plain(text) for text in record.texts("a", "600", "601", "602", "605", "606", "607", "610")),
        summary=" ".join(record.texts("a", "330")),
        isbns=distinct(isbn13(text) for text in record.texts("a", "010", "073")),
        publisher=plain("".join(record.texts("c", "214", "210")[:1])),
        year=_year(record),
        extent=plain("".join(record.texts("a", "215")[:1])),
        work=work,
        damaged=record.damaged,
    )


def _person(field: Field) -> str:
    """700 $a is the family name, $b the rest when the second indicator is 1."""
    last, first = plain(field.first("a")), plain(field.first("b"))
    return f"{first} {last}".strip() if field.indicators[1] == "1" else " ".join(part for part in (last, first) if part)


def _year(record: MarcRecord) -> int:
    """100 $a/09-12, else the date beside the publisher."""
    coded = "".join(record.texts("a", "100")[:1])[9:13]
    return first_year(coded, " ".join(record.texts("d", "214", "210")))

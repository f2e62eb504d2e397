"""A MARC 21 record as a Title: which field says what (MARC 21 Format for Bibliographic Data)."""

from __future__ import annotations

import hashlib

from kiosk.catalogue.coded import audience, easy, fiction, languages, published, year
from kiosk.catalogue.folding import distinct, fold, words
from kiosk.catalogue.form import kind, large_print
from kiosk.catalogue.isbn import isbn13
from kiosk.catalogue.people import authors, original_authors, original_title, spoken_name
from kiosk.catalogue.record import Field, MarcRecord, plain
from kiosk.wire import Link, Series, Title


class Untitled(ValueError):
    """A record without any title cannot be shown to anybody."""


def title(record: MarcRecord) -> Title:
    """The Title; `Untitled` when there is nothing to call it by."""
    main = record.get("245") or Field("245")
    name = plain(main.first("a")) or _other_name(record, main)
    if not name:
        raise Untitled
    spoken, translated_from = languages(record)
    makers = authors(record)
    published_in = year(record)
    work = _work(record, name, makers, spoken, published_in)
    return Title(
        id=number(record) or named_by_content(record, work),
        title=name,
        subtitle=", ".join(plain(text) for text in main.all("b")),
        part=", ".join(plain(text) for text in main.all("np")),
        original=original_title(record),
        authors=makers,
        original_authors=original_authors(record),
        kind=kind(record),
        languages=spoken,
        original_language=translated_from,
        audience=audience(record),
        fiction=fiction(record),
        easy=easy(record),
        large_print=large_print(record),
        subjects=distinct(_subject(each) for each in record.of("600", "610", "611", "630", "648", "650", "651", "653")),
        genres=distinct(plain(text) for text in record.texts("a", "655")),
        summary=" ".join(" ".join(record.texts("ab", "520")).split()),
        series=_series(record),
        isbns=distinct(isbn13(text) for text in [*record.texts("a", "020"), *_eans(record)]),
        publisher=plain(next((name for each in published(record) for name in each.all("b")), "")),
        year=published_in,
        extent=plain(" ".join(record.texts("a", "300")[:1])),
        links=_links(record),
        work=work,
        damaged=record.damaged,
    )


def _other_name(record: MarcRecord, main: Field) -> str:
    # A code that is none ("á" for "a") is a slip of the exporter's, and its text all there is
    strange = [text for code, text in main.subfields if not ("a" <= code <= "z" or code.isdigit())]
    names = [*main.all("kpnfb"), *record.texts("a", "240", "130", "246", "740"), *strange]
    return next((name for name in map(plain, names) if name), "")


def number(record: MarcRecord) -> str:
    """001 with the source it belongs to (003); "" for a record without one."""
    number, source = record.data("001").strip(), record.data("003").strip()
    return f"{source}:{number}" if number and source else number


def named_by_content(record: MarcRecord, work: str) -> str:
    """An id for a record whose 001 is missing, or was another's before."""
    content = repr([(each.tag, each.data, each.subfields) for each in record.fields if each.tag != "005"])
    return "x" + hashlib.blake2s(f"{work}\n{content}".encode(), digest_size=8).hexdigest()


def _work(record: MarcRecord, name: str, authors: list[str], languages: list[str], year: int) -> str:
    """What editions of one work share: folded uniform or main title, first author, language. Without an author titles
    are too often alike ("Verzamelde gedichten"), so the year stands for it."""
    uniform = "".join(record.texts("a", "130", "240")[:1])
    maker = " ".join(words(authors[0])) if authors else str(year or record.data("001"))
    return "|".join([fold(uniform or name), maker, *languages[:1]])


def _subject(field: Field) -> str:
    name = spoken_name(field) if field.tag == "600" else plain(" ".join(field.all("a")))
    return ", ".join([name, *(plain(text) for text in field.all("xyz"))]) if name else ""


def _series(record: MarcRecord) -> list[Series]:
    found = list(record.of("800", "810", "830")) or [*record.of("490", "440")]
    named = [(plain(each.first("t") or each.first("a")), plain(each.first("v"))) for each in found]
    return [Series(name, number) for name, number in dict.fromkeys(named) if name]


def _eans(record: MarcRecord) -> list[str]:
    return [text for each in record.of("024") if each.indicators[0] == "3" for text in each.all("a")]


def _links(record: MarcRecord) -> list[Link]:
    """Digital sources of the thing itself (856 with second indicator 0, 1 or blank; not a cover or a review)."""
    found = [
        (each.first("u").strip(), plain(each.first("y") or each.first("3") or each.first("z")))
        for each in record.of("856")
        if each.indicators[1] in "01 "
    ]
    return [Link(address, text) for address, text in found if address.startswith(("http://", "https://"))]

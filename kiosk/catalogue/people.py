"""Who made a title, and what it is called in its own script (MARC 21, 1XX, 7XX and 880)."""

from __future__ import annotations

import re

from kiosk.catalogue.folding import distinct
from kiosk.catalogue.record import Field, MarcRecord, plain

#: Relators (MARC Code List for Relators) that made nothing: owners, donors, printers, those it is dedicated to.
_NOT_MAKERS = {"fmo", "dnr", "pbl", "prt", "bsl", "own", "dst", "ant", "dte", "hst", "ins"}
_COMMA = re.compile(r" ?[,،] ?")


def authors(record: MarcRecord) -> list[str]:
    """Who made it, in the order of the record."""
    people = [each for each in record.of("100", "110", "111", "700", "710", "711") if not each.all("t") and _made(each)]
    return distinct(spoken_name(each) for each in people)


def _made(person: Field) -> bool:
    roles = set(person.all("4"))
    return not roles or not roles <= _NOT_MAKERS


def spoken_name(field: Field, tag: str = "") -> str:
    """A name as one says it: "Reve, Gerard" becomes "Gerard Reve"."""
    personal = (tag or field.tag).endswith("00")
    name = plain(" ".join(field.all("ab" if personal else "abn")))
    last, comma, first = _COMMA.sub(", ", name).partition(", ")
    if personal and field.indicators[0] in "1 " and comma:
        return f"{plain(first)} {last}"
    return name


def _in_own_script(record: MarcRecord, *tags: str) -> list[tuple[Field, str]]:
    """Fields 880 and the tag each stands for, by $6 ("245-01/(2/r"); those that belong to a field of ours first."""
    found = [(each, each.first("6")[:3]) for each in record.of("880") if each.first("6")[:3] in tags]
    return sorted(found, key=lambda pair: pair[0].first("6")[4:6] == "00")


def original_authors(record: MarcRecord) -> list[str]:
    """The authors in their own script."""
    return distinct(spoken_name(*pair) for pair in _in_own_script(record, "100", "110", "700", "710"))


def original_title(record: MarcRecord) -> str:
    """The title in its own script, or ""."""
    field = next((each for each, _ in _in_own_script(record, "245")), Field("880"))
    return ": ".join(name for name in (plain(text) for text in field.all("ab")[:2]) if name)

"""The copies that stand in a MARC record: which subfield says what, which every system decides for itself.

A `Layout` says it as data; `presets` has those of known systems.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

from kiosk.catalogue.record import Field, MarcRecord

#: As `wire.Copy.status`; "gone": the copy is not told of; "": the code says nothing.
Status = Literal["", "available", "on_loan", "reference", "on_order", "unavailable", "unknown", "gone"]

Tag = Annotated[str, Meta(pattern=r"^[0-9A-Za-z]{3}$")]
Codes = Annotated[str, Meta(pattern=r"^[0-9a-z]*$", max_length=12)]

#: Copies of one title that are taken; what has more is no title but a mistake.
MOST = 2_000

#: Any other text, in a rule.
ANY = "*"

_NUMBER = re.compile(r"\d{1,9}")


class Rule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the codes in one subfield say of a copy; "*" stands for any text that is not named."""

    subfield: Annotated[str, Meta(pattern=r"^[0-9a-z]$")]
    codes: dict[str, Status]


class Layout(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where copies stand. `fields`: the tags, each field one copy. Of several subfields the first that has text counts,
    in the order written here ("ba": $b, else $a); those of `call_number` are joined as they come.

    `id`: the number that only this copy has (a barcode); `kind`: the type of item; `loans`: how often it was lent;
    `due`, `added`: days, in one of the forms of `dates` (as in Python's strptime). A copy's status is what the first
    of `statuses` says that knows its code, else on loan when it is due, else `otherwise`.
    """

    fields: tuple[Tag, ...] = ()
    id: Codes = ""
    branch: Codes = ""
    shelf: Codes = ""
    call_number: Codes = ""
    kind: Codes = ""
    due: Codes = ""
    added: Codes = ""
    loans: Codes = ""
    statuses: tuple[Rule, ...] = ()
    otherwise: Status = "unknown"
    dates: tuple[str, ...] = ("%Y-%m-%d", "%Y%m%d")


class Item(Struct, frozen=True, kw_only=True):
    """A copy in its source's own codes. `id`: "" when it has no number of its own."""

    id: str = ""
    branch: str = ""
    shelf: str = ""
    call_number: str = ""
    kind: str = ""
    status: Status = "unknown"
    due: date | None = None
    added: date | None = None
    loans: int = 0


def items(record: MarcRecord, layout: Layout) -> tuple[Item, ...]:
    """The copies that the record tells of, at most `MOST`."""
    found = [_item(each, layout) for each in record.of(*layout.fields)]
    return tuple(item for item in found if item is not None and item.status != "gone")[:MOST]


def _item(field: Field, layout: Layout) -> Item | None:
    branch, call_number = _first(field, layout.branch), " ".join(" ".join(field.all(layout.call_number)).split())
    if not branch and not call_number:
        return None
    due = day(_first(field, layout.due), layout.dates)
    loans = _NUMBER.fullmatch(_first(field, layout.loans))
    return Item(
        id=_first(field, layout.id),
        branch=branch,
        shelf=_first(field, layout.shelf),
        call_number=call_number,
        kind=_first(field, layout.kind),
        status=_status(field, layout, due),
        due=due,
        added=day(_first(field, layout.added), layout.dates),
        loans=int(loans[0]) if loans else 0,
    )


def _first(field: Field, codes: str) -> str:
    return next((text.strip() for code in codes for text in field.all(code)), "")


def _status(field: Field, layout: Layout, due: date | None) -> Status:
    return next(_told(field, layout.statuses), "on_loan" if due else layout.otherwise)


def _told(field: Field, rules: tuple[Rule, ...]) -> Iterator[Status]:
    for rule in rules:
        for text in field.all(rule.subfield):
            if status := rule.codes.get(text.strip(), rule.codes.get(ANY, "")):
                yield status


def day(text: str, forms: tuple[str, ...]) -> date | None:
    """The day in that text, whatever time stands behind it; None when it is none."""
    head = re.split(r"[ T]", text.strip(), maxsplit=1)[0]
    for form in forms if head else ():
        try:
            return datetime.strptime(head, form).date()
        except (ValueError, re.error):
            # re.error: a form that names the same part twice
            continue
    return None

"""DAIA 1.0 (Document Availability Information API, GBV 2017): which copies of a document can be had, now.

Its terms are ours: a copy is available when it may be lent now, stays in the library when it may only be looked at
there, and is on loan when lending is expected again.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from kiosk.catalogue.holdings import MOST, Item, Status, day
from kiosk.central.catalogue.adapters.line import line
from kiosk.errors import Unreachable

#: Service types may be written as addresses (DAIA 1.0, "Services").
_ONTOLOGY = "http://purl.org/ontology/dso#"

#: What lets one take it along, or read it at home.
_TAKING = {"loan", "remote", "openaccess"}


Text = str | None


class Entity(Struct, frozen=True):
    """A department or a storage."""

    id: Text = None
    content: Text = None


class Service(Struct, frozen=True):
    """What can, or cannot, be done with a copy. `expected`: a day, a moment, "unknown", or "" for never."""

    service: Text = None
    expected: Text = None

    @property
    def kind(self) -> str:
        return (self.service or "").removeprefix(_ONTOLOGY).lower()


class Holding(Struct, frozen=True):
    """One copy. What is missing, null and empty mean the same."""

    id: Text = None
    label: Text = None
    department: Entity | None = None
    storage: Entity | None = None
    available: list[Service] | None = None
    unavailable: list[Service] | None = None


class Document(Struct, frozen=True):
    """What was asked for, by the server's name for it."""

    id: str
    requested: Text = None
    item: list[Holding] | None = None


class Response(Struct, frozen=True):
    """The whole answer."""

    document: list[Document] | None = None


def items(address: str, id: str, seconds: float) -> tuple[Item, ...] | None:
    """The copies of that document; None when the server knows no such document."""
    with line(address, seconds=seconds) as to:
        answer = to.get(query={"id": id, "format": "json"})
        if answer.status == 404:
            return None
        documents = to.json(answer, Response).document or []
        fitting = [each for each in documents if id in (each.id, each.requested)]
        if documents and not fitting:
            raise Unreachable("It answers about another document", to.place)
    return tuple(_item(each) for one in fitting for each in one.item or [])[:MOST] if fitting else None


def _item(holding: Holding) -> Item:
    status, due = _status(holding)
    department, storage = holding.department or Entity(), holding.storage or Entity()
    return Item(
        id=holding.id or "",
        branch=department.id or department.content or "",
        shelf=storage.content or "",
        call_number=holding.label or "",
        status=status,
        due=due,
    )


def _status(holding: Holding) -> tuple[Status, date | None]:
    can = {each.kind for each in holding.available or []}
    lent = next((each for each in holding.unavailable or [] if each.kind == "loan"), None)
    if can & _TAKING:
        return "available", None
    if "presentation" in can:
        return "reference", None
    if lent is not None and lent.expected:
        return "on_loan", day(lent.expected[:10], ("%Y-%m-%d",))
    return ("unavailable", None) if holding.unavailable else ("unknown", None)

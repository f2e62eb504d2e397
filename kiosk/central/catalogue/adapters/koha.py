"""Koha's public REST (Koha manual, "RESTful API"; `api/v1/swagger` of its source): a record and its copies, no key.

Traps: `checked_out_date` is the day on which the copy is due (Koha keeps that day in `items.onloan`), whatever its
description says; parameters of paging begin with "_"; a parameter that it does not know is refused; numbers may come
as texts.
"""

from __future__ import annotations

import io
from urllib.parse import quote

from msgspec import Struct

from kiosk.catalogue import marcxml
from kiosk.catalogue.holdings import MOST, Item, Status, day
from kiosk.catalogue.iso2709 import Unreadable
from kiosk.catalogue.record import MarcRecord
from kiosk.central.catalogue.adapters.line import PATIENCE, Line, line
from kiosk.errors import Unreachable

#: Copies asked for at once.
PAGE = 100

Number = int | str | None
Text = str | None


class Held(Struct, frozen=True):
    """A copy, as far as anybody may see it (`public_read_list` of Koha::Item). Statuses: 0 for none."""

    item_id: int | str
    home_library_id: Text = None
    holding_library_id: Text = None
    location: Text = None
    callnumber: Text = None
    item_type_id: Text = None
    effective_item_type_id: Text = None
    acquisition_date: Text = None
    checked_out_date: Text = None
    not_for_loan_status: Number = None
    effective_not_for_loan_status: Number = None
    lost_status: Number = None
    withdrawn: Number = None
    damaged_status: Number = None


def record(address: str, id: str, seconds: float = PATIENCE) -> MarcRecord | None:
    """The record, or None when there is none. `address`: up to and with "/api/v1"."""
    with line(address, seconds=seconds) as to:
        answer = to.get(f"/public/biblios/{quote(id, safe='')}", accept="application/marcxml+xml")
        if answer.status == 404:
            return None
        try:
            return next(iter(marcxml.parse(io.BytesIO(to.body(answer)))), None)
        except Unreadable as error:
            raise Unreachable(f"What came is no record: {error}", to.place) from error


def items(address: str, id: str, seconds: float = PATIENCE) -> tuple[Item, ...] | None:
    """The copies of that record, at most `MOST`; None when there is no such record. `seconds`: for each page."""
    found: list[Held] = []
    with line(address, seconds=seconds) as to:
        for page in range(1, MOST // PAGE + 1):
            more = _page(to, id, page)
            if more is None:
                return None
            found += more
            if len(more) < PAGE:
                break
    return tuple(_item(each) for each in found if not _set(each.withdrawn))


def _page(to: Line, id: str, page: int) -> list[Held] | None:
    how = {"_page": str(page), "_per_page": str(PAGE)}
    answer = to.get(f"/public/biblios/{quote(id, safe='')}/items", how)
    return None if answer.status == 404 else to.json(answer, list[Held])


def _item(held: Held) -> Item:
    due = day(held.checked_out_date or "", ("%Y-%m-%d",))
    return Item(
        id=str(held.item_id),
        branch=held.holding_library_id or held.home_library_id or "",
        shelf=held.location or "",
        call_number=held.callnumber or "",
        kind=held.effective_item_type_id or held.item_type_id or "",
        status=_status(held),
        due=due,
        added=day(held.acquisition_date or "", ("%Y-%m-%d",)),
    )


def _status(held: Held) -> Status:
    kept = str(held.effective_not_for_loan_status or held.not_for_loan_status or 0)
    if _set(held.lost_status) or _set(held.damaged_status):
        return "unavailable"
    if held.checked_out_date:
        return "on_loan"
    if kept == "-1":
        return "on_order"
    if kept.startswith("-"):
        return "unavailable"
    return "available" if kept == "0" else "reference"


def _set(status: Number) -> bool:
    return str(status or 0) != "0"

"""OCLC Wise's REST, its public part: the copies of a title. Unproved: built from what is documented, without a key.

Sources: OCLC's help pages "Wise Rest-API" (Concepts, Requirements, Discovery) for the key and the names of statuses;
the shape of `iteminformation` from two public clients. Each request carries WISE_KEY, made anew every day at midnight
UTC: a server whose clock is wrong is refused.
"""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from urllib.parse import quote

from msgspec import Struct
from msgspec.structs import replace

from kiosk import clock
from kiosk.catalogue.holdings import MOST, Item, Status, day
from kiosk.central.catalogue.adapters.line import Line, line
from kiosk.errors import KnownError

#: Copies whose state is asked for in one request.
AT_ONCE = 50

_EFFECTIVE: dict[str, Status] = {"AVAILABLE": "available", "ON_LOAN": "on_loan"}
_AVAILABILITY: dict[str, Status] = {
    "available": "available",
    "hold_allowed": "on_loan",
    "reference": "reference",
    "on_hold": "unavailable",
    "on_loan": "on_loan",
    "on_order": "on_order",
    "not_available": "unavailable",
}
_DAYS = ("%Y-%m-%d", "%d-%m-%Y")


@dataclass(frozen=True)
class Key:
    """What OCLC gives a library: the application's name and number, and the secret of this one system. `branch`: the
    branch as which we look."""

    application: str
    id: str
    secret: str
    branch: str

    def header(self, moment: datetime) -> str:
        """WISE_KEY of that day."""
        days = int(moment.astimezone(UTC).timestamp()) // 86_400
        made = hmac.new(self.secret.encode(), f"{days}{self.application}".encode(), sha256)
        return f"{self.id}:{made.hexdigest()}"


class Information(Struct, frozen=True, rename="camel"):
    """One copy (`iteminformation`)."""

    id: int | str
    branch_name: str | None = None
    sub_location: str | None = None
    call_number: str | None = None
    effective_status: str | None = None
    return_date: str | None = None


class Availability(Struct, frozen=True, rename="camel"):
    """The state of one copy (`item/…/availability`), which tells more of them apart."""

    item_id: int | str
    availability_status: str | None = None


class Branch(Struct, frozen=True):
    """A branch, as Wise names it."""

    id: int | str
    name: str | None = None


def items(address: str, key: Key, id: str, seconds: float) -> tuple[Item, ...] | None:
    """The copies of that title; None when there is no such title. `seconds`: for each of the two requests."""
    with line(address, seconds=seconds, secret=True) as to:
        where = {"branchId": key.branch, "branchCatGroups": "0", "clientType": "I"}
        answer = to.get(f"/restapi/title/{quote(id, safe='')}/iteminformation", where, headers=_headers(key))
        if answer.status == 404:
            return None
        found = [_item(each) for each in to.json(answer, list[Information])[:MOST]]
        # What the first answer says stands, if there is no second
        with suppress(KnownError):
            found = _told_apart(found, to, key)
    return tuple(found)


def branch(address: str, key: Key, id: str, seconds: float) -> Branch:
    """One branch: to see which number has which name."""
    with line(address, seconds=seconds, secret=True) as to:
        return to.json(to.get(f"/restapi/branch/{quote(id, safe='')}", headers=_headers(key)), Branch)


def _told_apart(found: Sequence[Item], to: Line, key: Key) -> list[Item]:
    ids = ",".join(quote(item.id, safe="") for item in found[:AT_ONCE])
    if not ids:
        return list(found)
    answer = to.get(f"/restapi/item/{ids}/availability", headers=_headers(key))
    states = {str(each.item_id): each.availability_status or "" for each in to.json(answer, list[Availability])}
    return [replace(item, status=_AVAILABILITY.get(states.get(item.id, "").lower(), item.status)) for item in found]


def _headers(key: Key) -> dict[str, str]:
    return {"WISE_KEY": key.header(clock.now())}


def _item(held: Information) -> Item:
    return Item(
        id=str(held.id),
        branch=held.branch_name or "",
        shelf=held.sub_location or "",
        call_number=held.call_number or "",
        status=_EFFECTIVE.get((held.effective_status or "").upper(), "unknown"),
        due=day(held.return_date or "", _DAYS),
    )

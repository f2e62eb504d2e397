"""Copies for a demo, made up from the id of the title: the same ones at every import."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta
from hashlib import sha256

from kiosk import wire
from kiosk.central.catalogue.models import Copy
from kiosk.central.catalogue.stock import Shelf, shelves, told
from kiosk.central.fleet.models import Branch
from kiosk.clock import here, now

#: Days that somebody may keep a thing.
LOAN = 28

#: Days after which a copy is followed by another: about one in twelve came in the last month.
LIFE = 365

#: What stands on no shelf.
DIGITAL = ("ebook", "eaudiobook")


def give_copies(titles: list[wire.Title]) -> int:
    """Give each of these titles about two copies; how many were new or changed."""
    on_plans, branches = shelves(), sorted(Branch.objects.values_list("pk", flat=True))
    rows = [row for title in titles for row in _copies(title, branches, on_plans)]
    known = {row.pk: row for row in Copy.objects.filter(pk__in=[row.pk for row in rows])}
    news = [row for row in rows if row.pk not in known or told(known[row.pk]) != told(row)]
    if news:
        Copy.objects.publish(news)
    return len(news)


def _copies(title: wire.Title, branches: list[str], shelves: list[Shelf]) -> list[Copy]:
    if title.kind in DIGITAL or not branches:
        return []
    dice = sha256(title.id.encode()).digest()
    count = min(len(branches), 1 + dice[0] % 3)
    first = dice[1] % len(branches)
    return [
        _copy(title, branches[(first + place) % len(branches)], dice[2 + place :], shelves) for place in range(count)
    ]


def _copy(title: wire.Title, branch: str, dice: bytes, shelves: list[Shelf]) -> Copy:
    number = call_number(title)
    shelf = next((shelf for shelf in shelves if shelf.branch == branch and shelf.holds(number)), None)
    lent = dice[0] % 10 < 3
    status = "on_loan" if lent else "reference" if title.kind in ("map", "periodical") else "available"
    return Copy(
        id=f"{sha256(title.id.encode()).hexdigest()[:20]}-{branch}",
        title_id=title.id,
        branch_id=branch,
        call_number=number,
        shelf=shelf.label if shelf else "",
        floor=shelf.floor if shelf else 0,
        status=status,
        due=_due(dice[1], here(now()).date()) if lent else None,
        added=_added(int.from_bytes(dice[2:4], "big"), here(now()).date()),
        fetched=now(),
    )


def _due(dice: int, today: date) -> date:
    """The same day until it has come; then the next reader has it."""
    return today + timedelta(days=1 + (dice - today.toordinal() - 1) % LOAN)


def _added(dice: int, today: date) -> date:
    """The same day until the copy is replaced."""
    return today - timedelta(days=(today.toordinal() + dice) % LIFE)


def call_number(title: wire.Title) -> str:
    """Fiction by the first letters of who made it; the rest by a number that its subject always gets."""
    # Authors are written as one says them, and stand on the shelf by their last name
    name = title.authors[0].split()[-1] if title.authors else title.title
    if title.fiction or not title.subjects:
        return _letters(name)[:4] or _letters(title.title)[:4] or "A"
    digits = int.from_bytes(sha256(title.subjects[0].casefold().encode()).digest()[:2], "big")
    return f"{digits % 900 + 100}.{digits // 900 % 9 + 1}"


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if letter.isascii() and letter.isalpha()).upper()

"""Where a title can be had, by its copies: which place to name first, and each branch's share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kiosk.wire import Copy, Theme, Title

PlaceCode = Literal["here", "online", "reference", "elsewhere", "on_loan", "on_order", "none"]

#: What a visitor can use at once on this computer or at home.
ONLINE = ("ebook", "eaudiobook")

#: From what helps most to what helps least.
_STATUSES = ("available", "reference", "on_loan", "on_order", "unavailable", "unknown")


@dataclass(frozen=True)
class Share:
    """What one branch has of a title. `status`: of its best copy; `count`: how many copies have that status; `due`:
    when the first one comes back; `call_number`, `shelf` and `floor`: where the best copy stands."""

    branch: str
    status: str
    count: int
    due: date | None
    call_number: str
    shelf: str
    floor: int


@dataclass(frozen=True)
class Place:
    """The one place to name in a list. `branches`: how many branches could be named with the same code."""

    code: PlaceCode
    share: Share | None = None
    branches: int = 0


def for_branch(themes: Iterable[Theme], here: str) -> list[Theme]:
    """The themed shelves of that branch and those of all, as they stand."""
    return sorted((theme for theme in themes if theme.branch in ("", here)), key=lambda theme: (theme.order, theme.id))


def shares(copies: Iterable[Copy], here: str, names: dict[str, str]) -> list[Share]:
    """Each branch's share: `here` first, then what can be taken, then by the branches' names."""
    by_branch: dict[str, list[Copy]] = {}
    for copy in copies:
        by_branch.setdefault(copy.branch, []).append(copy)
    found = [_share(branch, there) for branch, there in by_branch.items()]
    return sorted(found, key=lambda share: (share.branch != here, *_worth(share), names.get(share.branch, "")))


def place(title: Title, shares: Sequence[Share], here: str) -> Place:
    """What to say of the title in one line."""
    at_hand = shares[0] if shares and shares[0].branch == here else None
    if at_hand and at_hand.status == "available":
        return Place("here", at_hand, 1)
    if title.kind in ONLINE or any(title.links):
        return Place("online")
    if at_hand and at_hand.status == "reference":
        return Place("reference", at_hand, 1)
    for status, code in _ELSEWHERE:
        found = [share for share in shares if share.status == status]
        if found:
            return Place(code, _best(found), len(found))
    return Place("none")


_ELSEWHERE: list[tuple[str, PlaceCode]] = [
    ("available", "elsewhere"), ("on_loan", "on_loan"), ("reference", "elsewhere"), ("on_order", "on_order"),
]  # fmt: skip


def _best(found: Sequence[Share]) -> Share:
    """Where most can be taken, or whence one comes back first."""
    if found[0].status == "on_loan":
        return min(found, key=lambda share: share.due or date.max)
    return max(found, key=lambda share: share.count)


def _share(branch: str, copies: Sequence[Copy]) -> Share:
    best = min(copies, key=lambda copy: (_STATUSES.index(copy.status), copy.due or date.max))
    return Share(
        branch=branch,
        status=best.status,
        count=sum(copy.status == best.status for copy in copies),
        due=best.due if best.status == "on_loan" else None,
        call_number=best.call_number,
        shelf=best.shelf,
        floor=best.floor,
    )


def _worth(share: Share) -> tuple[int, int, date]:
    return _STATUSES.index(share.status), -share.count, share.due or date.max

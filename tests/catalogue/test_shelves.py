"""Where a title can be had, in one line."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kiosk.catalogue.shelves import place, shares
from kiosk.wire import Copy, Link, Title

BOOK = Title(id="t", title="Boek")
NAMES = {"laak": "Laak", "escamp": "Escamp", "zuid": "Zuid"}


def copy(branch: str, status: Any, **more: Any) -> Copy:
    return Copy(id=f"{branch}{status}{more}", title="t", branch=branch, status=status, **more)


def found(*copies: Copy, title: Title = BOOK) -> tuple[str, str, int]:
    best = place(title, shares(copies, "laak", NAMES), "laak")
    return best.code, best.share.branch if best.share else "", best.share.count if best.share else 0


def test_here_comes_before_anywhere_else() -> None:
    assert found(copy("escamp", "available"), copy("laak", "available"), copy("laak", "on_loan")) == ("here", "laak", 1)


def test_elsewhere_is_where_most_stand() -> None:
    copies = [copy("escamp", "available"), *(copy("zuid", "available", shelf=str(n)) for n in range(2))]
    assert found(copy("laak", "on_loan"), *copies) == ("elsewhere", "zuid", 2)


def test_on_loan_names_the_one_that_comes_back_first() -> None:
    late, soon = date(2026, 12, 20), date(2026, 12, 3)
    best = place(
        BOOK, shares([copy("laak", "on_loan", due=late), copy("zuid", "on_loan", due=soon)], "laak", NAMES), "laak"
    )
    assert best.code == "on_loan"
    assert best.share
    assert best.share.due == soon


@pytest.mark.parametrize(
    ("title", "code"),
    [
        (Title(id="t", title="E", kind="ebook"), "online"),
        (Title(id="t", title="E", links=[Link("https://example.org/a")]), "online"),
        (BOOK, "none"),
    ],
)
def test_what_has_no_copy_is_online_or_nowhere(title: Title, code: str) -> None:
    assert found(title=title)[0] == code


def test_reading_here_and_orders_have_their_own_words() -> None:
    assert found(copy("laak", "reference"))[0] == "reference"
    assert found(copy("escamp", "on_order"))[0] == "on_order"


def test_branches_stand_in_order_this_one_first() -> None:
    copies = [copy("zuid", "on_loan"), copy("escamp", "available"), copy("laak", "on_loan")]
    assert [share.branch for share in shares(copies, "laak", NAMES)] == ["laak", "escamp", "zuid"]

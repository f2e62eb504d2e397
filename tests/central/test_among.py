"""Many ids in one question."""

from __future__ import annotations

import pytest
from django.db import connection

from kiosk.central.guided.models import Withdraw
from tests.central.made_up import new_id

STRANGE = ["", "'", '"', "\\", "a,b", "[1]", "tafel ٤", "%s", "{x}", "\u2028"]


def known(asks: list[str]) -> None:
    Withdraw.objects.bulk_create([Withdraw(id=new_id(), ask=ask, branch="laak") for ask in asks])


@pytest.mark.parametrize("ask", STRANGE)
def test_the_same_is_found_as_one_by_one(ask: str) -> None:
    known([*STRANGE, "other"])
    found = Withdraw.objects.filter(ask__among=[ask, "never"])
    assert [row.ask for row in found] == [row.ask for row in Withdraw.objects.filter(ask=ask)] == [ask]


def test_nothing_is_among_nothing() -> None:
    known(["one"])
    assert not Withdraw.objects.filter(ask__among=[]).exists()


def test_thousands_are_one_parameter() -> None:
    known(["one", "two"])
    asked = Withdraw.objects.filter(ask__among=(f"n{place}" for place in range(5_000))).exclude(ask="x")
    with connection.cursor() as cursor:
        sql, parameters = asked.query.sql_with_params()
        cursor.execute(sql, parameters)
    assert len(parameters) == 2
    assert not asked.exists()
    assert Withdraw.objects.filter(ask__among={"one": 1, "two": 2}).count() == 2

"""The volunteers' page also says where two people have the same desk."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import User
from django.test import Client

from kiosk.central import accounts
from kiosk.wire import Claim
from tests.central.made_up import FakeKiosk, branch, desk, new_id, soon

MINUTES = timedelta(minutes=1)


def board(of: str = "laak") -> str:
    branch(of)
    accounts.create("marja", "volunteer", [of])
    web = Client(headers={"accept-language": "nl"})
    web.force_login(User.objects.get(username="marja"))
    return web.get("/hulp/").content.decode()


def both_take(table: str, first_age: timedelta, second_age: timedelta) -> None:
    for name, age in (("One", first_age), ("Two", second_age)):
        FakeKiosk(name=name).do(Claim(id=new_id(), desk=table, until=soon(60)), age=age)


def test_a_desk_that_two_took_offline_is_listed_with_a_free_one_nearby() -> None:
    table = desk("laak-t4", x=10)
    desk("laak-t5", x=20)
    both_take(table.pk, 8 * MINUTES, 5 * MINUTES)
    page = board()
    assert "Twee mensen hebben Laak-T4" in page
    assert "Laak-T5 is vrij voor de ander." in page
    assert "Alles is rustig" not in page


def test_without_a_free_desk_that_is_said() -> None:
    both_take(desk().pk, 8 * MINUTES, 5 * MINUTES)
    assert "Er is nu geen andere plek vrij." in board()


def test_who_was_told_no_at_once_needs_nobody() -> None:
    both_take(desk().pk, timedelta(), timedelta())
    assert "Twee mensen" not in board()


def test_an_old_conflict_is_left_alone() -> None:
    both_take(desk().pk, 50 * MINUTES, 45 * MINUTES)
    assert "Twee mensen" not in board()


def test_another_branch_is_none_of_this_volunteers_business() -> None:
    both_take(desk("escamp-t1", "escamp").pk, 8 * MINUTES, 5 * MINUTES)
    assert "Twee mensen" not in board("laak")

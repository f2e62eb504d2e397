from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client

from kiosk.central import accounts
from kiosk.central.guided import feed
from kiosk.central.sync.outlook import LATER, SOON
from kiosk.wire import Ask, Withdraw
from tests.central.made_up import FakeKiosk, branch, desk, new_id

MINUTES = timedelta(minutes=1)


def ask(seat: str = "") -> Ask:
    return Ask(id=new_id(), seat=seat, screen="lesson")


def volunteer(name: str = "marja", of: str = "laak", language: str = "nl") -> Client:
    branch(of)
    accounts.create(name, "volunteer", [of])
    web = Client(headers={"accept-language": language})
    web.force_login(User.objects.get(username=name))
    return web


def test_an_ask_comes_back_as_an_open_reply() -> None:
    kiosk, fact = FakeKiosk(), ask()
    assert kiosk.do(fact, age=2 * MINUTES).status == "stored"
    reply = kiosk.records("replies")[fact.id]
    assert (reply.kiosk, reply.state) == (kiosk.row.pk, "open")
    assert kiosk.heads().poll_after == SOON


def test_an_ask_that_arrives_after_a_quarter_is_history() -> None:
    kiosk, fact = FakeKiosk(), ask()
    kiosk.do(fact, age=16 * MINUTES)
    assert kiosk.records("replies")[fact.id].state == "withdrawn"
    assert "Niemand wacht." in volunteer().get("/hulp/").content.decode()


def test_a_hand_that_goes_down_leaves_the_board_even_if_it_is_heard_first() -> None:
    kiosk, first, second = FakeKiosk(), ask(), ask()
    kiosk.do(first)
    kiosk.do(Withdraw(id=new_id(), ask=first.id))
    kiosk.do(Withdraw(id=new_id(), ask=second.id))
    kiosk.do(second)
    replies = kiosk.records("replies")
    assert [replies[fact.id].state for fact in (first, second)] == ["withdrawn", "withdrawn"]


def test_a_kiosk_of_another_branch_takes_no_hand_down() -> None:
    kiosk, fact = FakeKiosk(), ask()
    kiosk.do(fact)
    FakeKiosk("escamp").do(Withdraw(id=new_id(), ask=fact.id))
    assert kiosk.records("replies")[fact.id].state == "open"


def test_closed_asks_are_forgotten_after_two_days(monkeypatch: pytest.MonkeyPatch) -> None:
    kiosk, old = FakeKiosk(), ask()
    kiosk.do(old, age=timedelta(hours=47))
    before = kiosk.head("replies")
    monkeypatch.setattr(feed, "REMEMBERED", timedelta(hours=46))
    kiosk.do(ask())
    assert kiosk.changes("replies", before)[old.id].deleted


def test_the_board_shows_who_waits_longest_first() -> None:
    seat = desk("laak-c1", kind="computer")
    FakeKiosk(seat=seat).do(ask("laak-c1"), age=2 * MINUTES)
    FakeKiosk(name="Zuil").do(ask(), age=7 * MINUTES)
    page = volunteer().get("/hulp/").content.decode()
    assert page.index("Zuil") < page.index("Laak-C1")
    assert "2 mensen wachten." in page
    assert "in een les" in page


def test_who_comes_is_told_by_the_name_they_chose() -> None:
    kiosk, fact, web = FakeKiosk(), ask(), volunteer()
    kiosk.do(fact)
    web.post("/hulp/naam", {"name": "Tante Marja"})
    assert web.post(f"/hulp/{fact.id}/kom").status_code == 302
    reply = kiosk.records("replies")[fact.id]
    assert (reply.state, reply.helper) == ("coming", "Tante Marja")
    assert reply.coming >= reply.asked
    assert "Tante Marja is onderweg" in web.get("/hulp/").content.decode()
    web.post(f"/hulp/{fact.id}/klaar")
    assert kiosk.records("replies")[fact.id].state == "done"
    assert kiosk.heads().poll_after == LATER


def test_the_second_who_comes_hears_that_somebody_else_is_on_the_way() -> None:
    kiosk, fact = FakeKiosk(), ask()
    kiosk.do(fact)
    volunteer("marja").post(f"/hulp/{fact.id}/kom")
    page = volunteer("ahmed").post(f"/hulp/{fact.id}/kom", follow=True).content.decode()
    assert "Iemand anders is al onderweg" in page
    assert kiosk.records("replies")[fact.id].helper == "Marja"


def test_a_volunteer_sees_only_their_own_branches() -> None:
    kiosk, fact = FakeKiosk("escamp", name="Geheime zuil"), ask()
    kiosk.do(fact)
    web = volunteer()
    assert "Geheime zuil" not in web.get("/hulp/").content.decode()
    assert web.post(f"/hulp/{fact.id}/kom").status_code == 403
    assert web.post(f"/hulp/{fact.id}/klaar").status_code == 403
    assert kiosk.records("replies")[fact.id].state == "open"


def test_the_list_alone_says_whether_it_changed() -> None:
    kiosk, web = FakeKiosk(), volunteer()

    def mark() -> str:
        found = re.search('data-mark="(.+?)"', web.get("/hulp/vragen").content.decode())
        assert found is not None
        return found[1]

    before = mark()
    assert mark() == before
    kiosk.do(ask())
    assert mark() != before


@pytest.mark.parametrize("path", ["/hulp/", "/hulp/vragen", "/", "/beheer/", "/beheer/login/"])
def test_without_logging_in_one_sees_the_way_in_and_nothing_else(path: str) -> None:
    reply = Client().get(path, follow=True)
    assert reply.redirect_chain[-1][0].startswith("/in?next=/")
    assert "Wachtwoord" in reply.content.decode()


def test_a_volunteer_gets_no_further_than_the_board() -> None:
    web = volunteer()
    assert web.get("/").url == "/hulp/"
    for path in ("/beheer/", "/beheer/fleet/kiosk/", "/beheer/login/"):
        reply = web.get(path, follow=True)
        assert reply.status_code == 403
        assert "niet voor uw account" in reply.content.decode()


def test_a_button_needs_the_pages_own_token() -> None:
    kiosk, fact = FakeKiosk(), ask()
    kiosk.do(fact)
    volunteer()
    web = Client(enforce_csrf_checks=True)
    web.force_login(User.objects.get(username="marja"))
    assert web.post(f"/hulp/{fact.id}/kom").status_code == 403


def test_a_name_that_is_no_name_is_refused_in_dutch() -> None:
    web = volunteer()
    page = web.post("/hulp/naam", {"name": "x" * 31}, follow=True).content.decode()
    assert "hoogstens 30 letters" in page


def test_the_page_speaks_english_to_who_asks_for_it() -> None:
    page = volunteer(language="en").get("/hulp/").content.decode()
    assert "Who asks for help?" in page
    assert '<html lang="en">' in page

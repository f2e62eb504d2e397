"""Staff let computers in, and out."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client

from kiosk.central import accounts
from kiosk.central.fleet.models import Kiosk
from kiosk.central.sync import enrolment
from kiosk.central.sync.models import Key, Waiting
from kiosk.wire import Enrolled, decode
from kiosk.wire import Waiting as Waits
from tests.central.made_up import FakeKiosk, Keyed, branch, desk

LIST = "/beheer/sync/waiting/"


@pytest.fixture
def web() -> Client:
    """The central team's browser, in Dutch."""
    accounts.create("beheer", "central", [])
    client = Client(headers={"accept-language": "nl"})
    client.force_login(User.objects.get(username="beheer"))
    return client


def waits() -> tuple[Keyed, str, str]:
    """A computer that waits, its code, and its page."""
    key = Keyed()
    code = decode(key.enrol().content, Waits).code
    return key, code, f"{LIST}{Waiting.objects.get(code=code).pk}/change/"


def approve(web: Client, page: str, **form: str) -> str:
    return web.post(page, {"branch": branch().pk, "desk": "", "name": "", **form}, follow=True).content.decode()


@pytest.mark.parametrize("typed", ["{0}", "{0[0]}-{0[1]}", " {0[0]} {0[1]} "])
def test_the_code_on_the_screen_finds_the_computer(web: Client, typed: str) -> None:
    waits()
    _, code, page = waits()
    text = typed.format(code if typed == "{0}" else (code[:4], code[4:])).lower()
    found = web.get(LIST, {"q": text}).content.decode()
    assert re.findall(rf"{LIST}\d+/change/", found) == [page]
    assert f"{code[:4]}-{code[4:]}" in found


def test_staff_choose_what_the_computer_is_and_it_is_that(web: Client) -> None:
    seat = desk("laak-c3", kind="computer", x=12, y=34)
    key, _, page = waits()
    assert "Laak: Laak-C3 is aangemeld" in approve(web, page, desk=seat.pk)
    kiosk = Kiosk.objects.get()
    assert (kiosk.desk, kiosk.name, kiosk.x, kiosk.y) == (seat, "Laak-C3", 12, 34)
    assert decode(key.enrol().content, Enrolled).kiosk.id == kiosk.pk
    assert key.buy(kiosk.pk)
    assert not Waiting.objects.exists()
    assert web.get(page).status_code == 302, "nobody approves twice"


def test_a_name_that_is_there_already_is_taken_over(web: Client) -> None:
    old = FakeKiosk(name="Zuil")
    key, _, page = waits()
    approve(web, page, name="Zuil")
    assert Kiosk.objects.count() == 1
    assert key.buy(old.row.pk)
    assert old.get("/v1/branches/laak/heads").status_code == 403


@pytest.mark.parametrize(
    ("form", "said"),
    [({}, "Kies een werkplek, of vul een naam in."), ({"desk": "escamp-c1"}, "in een andere vestiging.")],
)
def test_what_staff_forget_is_said_in_dutch(web: Client, form: dict[str, str], said: str) -> None:
    desk("escamp-c1", of="escamp", kind="computer")
    _, _, page = waits()
    assert said in approve(web, page, **form)
    assert not Kiosk.objects.exists()


def test_the_front_page_says_who_waits_and_whose_disk_was_copied(web: Client) -> None:
    assert LIST not in web.get("/").content.decode()
    waits()
    assert "1 computer wacht tot u hem aanmeldt." in web.get("/").content.decode()
    waits()
    assert "2 computers wachten" in web.get("/").content.decode()
    kiosk = FakeKiosk(name="Zuil")
    enrolment.clone_found(Key.objects.get(kiosk=kiosk.row))
    assert "De schijf van Laak: Zuil is gekopieerd" in web.get("/").content.decode()
    fleet = web.get("/beheer/fleet/kiosk/").content.decode()
    assert "Geen van beide computers" in fleet
    assert "schijf gekopieerd" in fleet


def test_a_block_is_taken_back_but_not_for_a_copied_disk(web: Client) -> None:
    kiosk = FakeKiosk(name="Zuil")
    chosen = {"_selected_action": kiosk.row.pk}
    web.post("/beheer/fleet/kiosk/", {"action": "block_kiosks", **chosen})
    assert kiosk.get("/v1/branches/laak/heads").status_code == 403
    page = web.post("/beheer/fleet/kiosk/", {"action": "let_back_in", **chosen}, follow=True).content.decode()
    assert "Laak: Zuil mag weer meedoen." in page
    assert kiosk.get("/v1/branches/laak/heads").status_code == 200
    enrolment.clone_found(Key.objects.get())
    page = web.post("/beheer/fleet/kiosk/", {"action": "let_back_in", **chosen}, follow=True).content.decode()
    assert "Laak: Zuil moet opnieuw worden aangemeld." in page
    assert kiosk.get("/v1/branches/laak/heads").status_code == 403


def test_who_may_not_change_it_approves_nobody() -> None:
    accounts.create("vera", "volunteer", [branch().pk])
    volunteer = Client()
    volunteer.force_login(User.objects.get(username="vera"))
    _, _, page = waits()
    assert volunteer.post(page, {"branch": "laak", "name": "Mine"}).status_code in (302, 403)
    assert not Kiosk.objects.exists()

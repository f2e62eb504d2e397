from __future__ import annotations

import ast
import re
from datetime import timedelta

import polib
import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client

from kiosk.central import accounts, texts
from kiosk.central.environment import HERE
from kiosk.central.events.models import Event
from kiosk.central.fleet.models import Branch, Health, Hours, Kiosk
from kiosk.central.guided.board import PICTURE_WORDS
from kiosk.central.sync.models import Key
from kiosk.clock import now
from kiosk.guided.rules import PICTURES
from tests.central.made_up import FakeKiosk, Keyed, branch, desk, soon
from tests.central.test_fleet_page import well
from tests.central.test_health import tell


@pytest.fixture
def web() -> Client:
    """The central team's browser, in Dutch."""
    accounts.create("beheer", "central", [])
    client = Client(headers={"accept-language": "nl"})
    client.force_login(User.objects.get(username="beheer"))
    return client


def test_the_tables_are_what_the_models_say() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_the_front_page_says_of_a_kiosk_what_the_page_of_computers_says(web: Client) -> None:
    heard, said = FakeKiosk(name="Spreekt"), "niet gehoord, terwijl de vestiging open is"
    tell(heard, well())
    page = web.get("/").content.decode()
    assert re.search(r"Spreekt.*?state heard.*?zojuist gehoord", page, re.DOTALL)
    for minutes, silent in ((7, False), (120, True)):
        Key.objects.filter(kiosk=heard.row).update(seen=now() - timedelta(minutes=minutes))
        Health.objects.update(received=now() - timedelta(minutes=minutes))
        page = web.get("/").content.decode()
        assert bool(re.search(r"Spreekt.*?state silent", page, re.DOTALL)) == silent
        assert (said in page) == (said in web.get("/computers/").content.decode()) == silent
    closed_today = (now().weekday() + 3) % 7
    Hours(branch=branch(), day=closed_today, opens="10:00", closes="10:01").save()
    page = web.get("/").content.decode()
    assert re.search(r"Spreekt.*?state heard.*?2\suur geleden gehoord", page, re.DOTALL)


def test_the_front_page_and_manage_lead_to_computers_that_wait(web: Client) -> None:
    assert "“Computers die wachten”" in web.get("/").content.decode()
    assert '/beheer/sync/waiting/"><strong>Computers die wachten</strong>' in web.get("/beheer/").content.decode()
    shown = HERE.parents[1] / "ui" / "Kiosk" / "Staff" / "StaffCode.qml"
    assert "bij “Computers die wachten”" in shown.read_text("utf-8")


@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model.__name__)
def test_every_page_of_the_admin_opens(web: Client, model: type) -> None:
    desk()
    FakeKiosk()
    Keyed().enrol()
    root = f"/beheer/{model._meta.app_label}/{model._meta.model_name}"  # type: ignore[attr-defined]
    assert web.get(f"{root}/").status_code == 200
    may_add = admin.site._registry[model].has_add_permission(web.get("/").wsgi_request)
    assert web.get(f"{root}/add/").status_code == (200 if may_add else 403)
    for row in model.objects.all()[:1]:  # type: ignore[attr-defined]
        assert web.get(f"{root}/{row.pk}/change/").status_code == 200


def test_no_page_may_load_or_frame_anything_of_others(web: Client) -> None:
    for path in ("/", "/hulp/", "/beheer/", "/in"):
        reply = web.get(path)
        assert "default-src 'none'" in reply["Content-Security-Policy"]
        assert "<script>" not in reply.content.decode()
        assert " style=" not in reply.content.decode()


def test_a_changed_closing_time_reaches_the_kiosk(web: Client) -> None:
    kiosk = FakeKiosk()
    form = {
        "name": "Bibliotheek Laak",
        "short": "Laak",
        "week_0": "10:00",
        "week_1": "17:30",
        "other_hours-TOTAL_FORMS": "1",
        "other_hours-INITIAL_FORMS": "0",
        "other_hours-0-date": "2026-12-25",
        "other_hours-0-reason_0": "Kerst",
        "other_hours-0-reason_1": "Christmas",
    }
    assert web.post("/beheer/fleet/branch/laak/change/", form).status_code == 302
    record = kiosk.records("branches")["laak"]
    assert record.hours[0].closes == "17:30"
    assert record.other_hours[0].reason == {"nl": "Kerst", "en": "Christmas"}


def event_form(**values: str) -> dict[str, str]:
    day = {"starts_0": "2026-12-01", "starts_1": "14:00", "ends_0": "2026-12-01", "ends_1": "15:00"}
    return {"branch": branch().pk, "title_0": "Taalcafé", "theme": "language", **day, **values}


def test_staff_make_an_activity_in_three_languages(web: Client) -> None:
    kiosk = FakeKiosk()
    assert web.post("/beheer/events/event/add/", event_form(title_2="مقهى", languages="ar")).status_code == 302
    (record,) = kiosk.records("events").values()
    assert record.languages == ["ar"]
    assert record.title == {"nl": "Taalcafé", "ar": "مقهى"}
    assert record.starts.hour == 13


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"title_0": ""}, "verplicht"),
        ({"title_0": "", "title_1": "x"}, "Het Nederlands ontbreekt."),
        ({"place_1": "Library"}, "Het Nederlands ontbreekt."),
        ({"title_3": "[broken"}, "niet te lezen"),
        ({"ends_1": "13:00"}, "later dan zij begint"),
        ({"languages": "klingon"}, "geldige keuze"),
    ],
)
def test_what_staff_forget_is_said_in_dutch(web: Client, values: dict[str, str], said: str) -> None:
    page = web.post("/beheer/events/event/add/", event_form(**values))
    assert page.status_code == 200
    assert said in page.content.decode()
    assert not Event.objects.exists()


def test_languages_that_staff_do_not_see_are_kept(web: Client) -> None:
    row = Event(branch=branch(), title={"nl": "Oud", "tr": "Eski"}, starts=soon(), ends=soon(90))
    row.save()
    page = web.get(f"/beheer/events/event/{row.pk}/change/").content.decode()
    rest = re.search(r'name="title_3" value="([^"]*)"', page)
    assert rest is not None
    form = event_form(title_0="Nieuw", title_3=rest[1].replace("&quot;", '"'))
    assert web.post(f"/beheer/events/event/{row.pk}/change/", form).status_code == 302
    row.refresh_from_db()
    assert row.title == {"nl": "Nieuw", "tr": "Eski"}


def test_staff_make_a_code_and_block_a_kiosk(web: Client) -> None:
    kiosk = FakeKiosk(name="Zuil")
    chosen = {"_selected_action": kiosk.row.pk}
    page = web.post("/beheer/fleet/kiosk/", {"action": "give_code", **chosen}, follow=True).content.decode()
    assert re.search(r"Zuil: typ de code [A-Z2-9]{4}-[A-Z2-9]{4} op het scherm", page)
    web.post("/beheer/fleet/kiosk/", {"action": "block_kiosks", **chosen})
    assert kiosk.get("/v1/branches/laak/heads").status_code == 403


def test_a_kiosk_cannot_be_a_desk_elsewhere(web: Client) -> None:
    desk("escamp-c1", of="escamp", kind="computer")
    form = {"branch": branch().pk, "name": "Zuil", "desk": "escamp-c1", "floor": "0", "x": "0", "y": "0"}
    assert "andere vestiging" in web.post("/beheer/fleet/kiosk/add/", form).content.decode()
    assert not Kiosk.objects.exists()


def test_a_branch_with_kiosks_is_not_deleted_by_accident(web: Client) -> None:
    FakeKiosk()
    web.post("/beheer/fleet/branch/laak/delete/", {"post": "yes"})
    assert Branch.objects.filter(pk="laak").exists()


def test_every_picture_of_the_screens_has_a_word_for_volunteers() -> None:
    assert set(PICTURE_WORDS) == set(PICTURES)


def said_in_code() -> set[str]:
    trees = [ast.parse(path.read_text()) for path in HERE.rglob("*.py") if "migrations" not in path.parts]
    said = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call) and _translates(node.func)]
    return {node.args[0].value for node in said if node.args and isinstance(node.args[0], ast.Constant)}


def _translates(function: ast.expr) -> bool:
    return isinstance(function, ast.Name) and function.id in ("_", "gettext", "gettext_lazy")


def said_on_pages() -> set[str]:
    pages = "\n".join(path.read_text() for path in HERE.rglob("*.html"))
    blocks = re.findall(r"{% blocktranslate[^%]*%}(.*?)(?:{% plural %}|{% endblocktranslate %})", pages, re.DOTALL)
    return {
        *re.findall(r'{% translate "([^"]*)" %}', pages),
        *(re.sub(r"{{ (\w+) }}", r"%(\1)s", text) for text in blocks),
    }


def test_all_that_staff_read_is_there_in_dutch() -> None:
    dutch = polib.pofile(str(texts.SOURCES / "nl" / "LC_MESSAGES" / "django.po"))
    known = {entry.msgid for entry in dutch if entry.translated()}
    assert said_in_code() | said_on_pages() == known
    assert len(known) > 150

"""Every address of the staff's pages, for every role: what one gets, and that nobody reaches another branch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver

from kiosk.central import roles
from kiosk.central.catalogue.models import Copy
from kiosk.central.events.models import Event
from kiosk.central.fleet.models import Branch, Entry, Floor, Hours, Kiosk, OtherHours, Piece
from kiosk.central.guided.models import Account
from kiosk.central.main import main
from kiosk.central.reached import ReachedAdmin
from kiosk.central.workspaces.models import Desk
from kiosk.wire import Ask
from tests.central.made_up import FakeKiosk, branch, desk, new_id
from tests.central.people import ROLES, ROWS, browser, event, floor, hours, person, title, volunteer_account

IN, GONE, NOT, NONE = "log in", "not there", 403, 404

#: What branch staff of that branch, branch staff of another and the central team get; who is not of the staff gets no
#: further than the way in. GONE: a message that there is no such thing.
PAGES: dict[str, dict[str, tuple[Any, Any, Any]]] = {
    "catalogue.run": {
        "changelist": (NOT, NOT, 200),
        "add": (NOT, NOT, NOT),
        "change": (NOT, NOT, 200),
        "delete": (NOT, NOT, NOT),
        "history": (NONE, NONE, 200),
    },
    "catalogue.source": {
        "changelist": (NOT, NOT, 200),
        "add": (NOT, NOT, 200),
        "change": (NOT, NOT, 200),
        "delete": (NOT, NOT, 200),
        "history": (NONE, NONE, 200),
        "try": (NONE, NONE, 200),
    },
    "catalogue.title": {
        "changelist": (200, 200, 200),
        "add": (NOT, NOT, NOT),
        "change": (200, 200, 200),
        "delete": (NOT, NOT, 200),
        "history": (200, 200, 200),
    },
    "catalogue.theme": {
        "changelist": (200, 200, 200),
        "add": (200, 200, 200),
        "change": (200, GONE, 200),
        "delete": (200, GONE, 200),
        "history": (200, NONE, 200),
        "preview": (200, NONE, 200),
        "preview_new": (200, 200, 200),
    },
    "events.event": {
        "changelist": (200, 200, 200),
        "add": (200, 200, 200),
        "change": (200, GONE, 200),
        "delete": (200, GONE, 200),
        "history": (200, NONE, 200),
        "preview": (200, NONE, 200),
        "preview_new": (200, 200, 200),
        "copy": (200, NONE, 200),
    },
    "fleet.branch": {
        "changelist": (200, 200, 200),
        "add": (NOT, NOT, 200),
        "change": (200, GONE, 200),
        "delete": (NOT, NOT, 200),
        "history": (200, NONE, 200),
        "preview": (200, NONE, 200),
        "preview_new": (NOT, NOT, 200),
    },
    "fleet.entry": {
        "changelist": (200, 200, 200),
        "add": (NOT, NOT, NOT),
        "change": (200, GONE, 200),
        "delete": (NOT, NOT, NOT),
        "history": (200, NONE, 200),
    },
    "fleet.floor": {
        "changelist": (200, 200, 200),
        "add": (200, 200, 200),
        "change": (200, GONE, 200),
        "delete": (200, GONE, 200),
        "history": (200, NONE, 200),
        "preview": (200, NONE, 200),
        # The central team has several branches, and names none
        "preview_new": (200, 200, NONE),
    },
    "fleet.kiosk": {
        "changelist": (200, 200, 200),
        "add": (200, 200, 200),
        "change": (200, GONE, 200),
        "delete": (NOT, NOT, 200),
        "history": (200, NONE, 200),
        "preview": (200, NONE, 200),
        "preview_new": (200, 200, 200),
    },
    "guided.account": {
        "changelist": (200, 200, 200),
        "add": (200, 200, 200),
        "change": (200, GONE, 200),
        "delete": (NOT, NOT, NOT),
        "history": (200, NONE, 200),
        "password": (200, NONE, 200),
    },
    "sync.fact": {
        "changelist": (NOT, NOT, 200),
        "add": (NOT, NOT, NOT),
        "change": (NOT, NOT, 200),
        "delete": (NOT, NOT, NOT),
        "history": (NONE, NONE, 200),
    },
    "sync.waiting": {
        "changelist": (200, 200, 200),
        "add": (NOT, NOT, NOT),
        "change": (200, 200, 200),
        "delete": (NOT, NOT, NOT),
        "history": (200, 200, 200),
    },
    "workspaces.desk": {
        "changelist": (200, 200, 200),
        "add": (200, 200, 200),
        "change": (200, GONE, 200),
        "delete": (200, GONE, 200),
        "history": (200, NONE, 200),
        "preview": (200, NONE, 200),
        "preview_new": (200, 200, NONE),
    },
    "workspaces.visit": {
        "changelist": (200, 200, 200),
        "add": (NOT, NOT, NOT),
        "change": (200, GONE, 200),
        "delete": (NOT, NOT, NOT),
        "history": (200, NONE, 200),
    },
}

#: What can be done to several rows at once, by who: staff of that branch, staff elsewhere, the central team.
ACTIONS: dict[str, tuple[set[str], set[str]]] = {
    "catalogue.run": (set(), set()),
    "catalogue.source": (set(), {"delete_selected"}),
    "catalogue.title": (set(), {"delete_selected"}),
    "catalogue.theme": ({"delete_selected"}, {"delete_selected"}),
    "events.event": ({"delete_selected", "copy_all"}, {"delete_selected", "copy_all"}),
    "fleet.branch": (set(), {"delete_selected"}),
    "fleet.entry": (set(), set()),
    "fleet.floor": ({"delete_selected"}, {"delete_selected"}),
    "fleet.kiosk": (
        {"give_code", "block_kiosks", "let_back_in"},
        {"give_code", "block_kiosks", "let_back_in", "delete_selected"},
    ),
    "guided.account": (set(), set()),
    "sync.fact": (set(), set()),
    "sync.waiting": (set(), set()),
    "workspaces.desk": ({"delete_selected"}, {"delete_selected"}),
    "workspaces.visit": (set(), set()),
}

#: Our own pages and those of the whole admin: what each role gets, in the order of ROLES.
OTHERS: dict[str, tuple[Any, ...]] = {
    "/": (IN, 200, 200, 200, 200),
    "/in": (IN, 200, 200, 200, 200),
    "/wachtwoord": (IN, 200, 200, 200, 200),
    "/uit": (405, 405, 405, 405, 405),
    "/taal/setlang/": (IN, 200, 200, 200, 200),
    "/hulp/": (IN, 200, 200, 200, 200),
    "/hulp/vragen": (IN, 200, 200, 200, 200),
    "/hulp/naam": (IN, 405, 405, 405, 405),
    "/hulp/<str:ask>/kom": (IN, 405, 405, 405, 405),
    "/hulp/<str:ask>/klaar": (IN, 405, 405, 405, 405),
    "/computers/": (IN, NOT, 200, 200, 200),
    "/computers/lijst": (IN, NOT, 200, 200, 200),
    "/computers/versie": (IN, NOT, 200, 200, 200),
    "/computers/<str:kiosk>/": (IN, NOT, NOT, NOT, NOT),  # also what is not there: nobody learns which there are
    "/computers/<str:kiosk>/<str:what>": (IN, NOT, NOT, NOT, NOT),
    "/beheer/": (IN, NOT, 200, 200, 200),
    "/beheer/lessen/": (IN, NOT, 200, 200, 200),
    "/beheer/lessen/<slug:lesson>/": (IN, NOT, 200, 200, 200),
    "/beheer/login/": (IN, NOT, NOT, NOT, NOT),
    "/beheer/logout/": (IN, NOT, 405, 405, 405),
    "/beheer/password_change/": (IN, 200, 200, 200, 200),
    "/beheer/password_change/done/": (IN, NOT, 200, 200, 200),
    "/beheer/autocomplete/": (IN, NOT, NOT, NOT, NOT),
    "/beheer/jsi18n/": (IN, NOT, 200, 200, 200),
    "/beheer/r/<path:content_type_id>/<path:object_id>/": (IN, NOT, NONE, NONE, NONE),
    "/beheer/{app}/": (IN, NOT, 200, 200, 200),
    "/beheer/{url}": (IN, NOT, NONE, NONE, NONE),
}

#: What is only done on purpose.
POSTED = ("preview", "preview_new", "copy", "password", "try")

#: Rows of no branch: of all of the library, or for the central team.
EVERYWHERE = ("catalogue.title", "catalogue.run", "catalogue.source", "sync.fact", "sync.waiting")

#: What is not for browsers, and is tested elsewhere.
KIOSKS = "/v1/"


def label(model: Any) -> str:
    return str(model._meta.label_lower)


def pages() -> Iterator[tuple[str, str, str]]:
    """Every page of every admin class: label, name, address in which PK stands for the row."""
    for model, page in admin.site._registry.items():
        root = f"/beheer/{model._meta.app_label}/{model._meta.model_name}"
        for pattern in page.get_urls():
            name = (pattern.name or "").removeprefix(f"{model._meta.app_label}_{model._meta.model_name}_")
            if name:
                yield label(model), name, f"{root}/{pattern.pattern}".replace("<path:object_id>", "PK")


def others(patterns: Any = None, before: str = "/") -> Iterator[str]:
    """Every other address, as it is written in the table of addresses."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        place = before + re.sub(r"\(\?P<(\w+)>.*?\)+|\((?:\w+\|)+\w+\)", _name, str(one.pattern)).strip("^$")
        if isinstance(one, URLResolver):
            yield from others(one.url_patterns, place)
        elif isinstance(one, URLPattern):
            yield place.replace("$", "")


def _name(found: re.Match[str]) -> str:
    # Django's page for each app lies behind ours
    return "{app}" if found[1] in (None, "app_label") else f"{{{found[1]}}}"


def got(web: Client, address: str, post: bool = False) -> Any:
    """What somebody ends up with, in one word."""
    reply = (web.post if post else web.get)(address, follow=True)
    end = reply.redirect_chain[-1][0] if reply.redirect_chain else address
    if reply.status_code == 200 and end.startswith("/in") and "id_password" in reply.content.decode():
        return IN
    return (
        GONE
        if end == "/beheer/" and address != "/beheer/" and "bestaat niet" in reply.content.decode()
        else reply.status_code
    )


def test_every_kind_of_page_has_its_row_in_these_tables() -> None:
    registered = {label(model) for model in admin.site._registry}
    assert registered == set(PAGES) == set(ACTIONS) == set(ROWS)
    assert all(isinstance(page, ReachedAdmin) for page in admin.site._registry.values())
    for of in registered:
        assert {name for page_of, name, _address in pages() if page_of == of} == set(PAGES[of])


def test_the_table_of_other_addresses_is_whole() -> None:
    models = tuple(f"/beheer/{model._meta.app_label}/{model._meta.model_name}/" for model in admin.site._registry)
    found = {place for place in others() if not place.startswith((KIOSKS, *models))}
    assert found == set(OTHERS)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("of", PAGES)
def test_each_role_gets_what_the_table_says(role: str, of: str) -> None:
    row, web = ROWS[of](), browser(role)
    found, expected = {}, {}
    for name, address in [(name, address) for page_of, name, address in pages() if page_of == of]:
        found[name] = got(web, address.replace("PK", str(row.pk)), post=name in POSTED)
        by_role = dict(zip(("staff", "elsewhere", "central"), PAGES[of][name], strict=True))
        expected[name] = {"anonymous": IN, "volunteer": NOT, **by_role}[role]
    assert found == expected


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_of_the_other_addresses_what_the_table_says(role: str) -> None:
    web = browser(role)
    found = {place: got(web, _real(place)) for place in OTHERS}
    assert found == {place: expected[ROLES.index(role)] for place, expected in OTHERS.items()}


def _real(place: str) -> str:
    """An address with something in its places."""
    ids = place.replace("<path:content_type_id>/<path:object_id>", "1/1").replace("<str:ask>", "x")
    ids = ids.replace("<str:kiosk>", "x").replace("<str:what>", "restart-screen")
    return ids.replace("<slug:lesson>", "toetsen").replace("{app}", "fleet").replace("{url}", "nowhere")


@pytest.mark.parametrize("role", ["staff", "elsewhere"])
@pytest.mark.parametrize("of", [name for name in PAGES if name not in EVERYWHERE])
def test_a_list_has_the_rows_of_ones_own_branches_only(role: str, of: str) -> None:
    row = ROWS[of]()
    page = next(page for model, page in admin.site._registry.items() if label(model) == of)
    root = f"/beheer/{of.replace('.', '/')}/"
    request = browser(role).get(root).wsgi_request
    shown = [one.pk for one in page.get_changelist_instance(request).result_list]
    assert (row.pk in shown) == (role == "staff")


@pytest.mark.parametrize("of", PAGES)
def test_each_role_has_the_actions_that_the_table_says(of: str) -> None:
    ROWS[of]()
    page = next(page for model, page in admin.site._registry.items() if label(model) == of)
    for role, allowed in (("staff", ACTIONS[of][0]), ("elsewhere", ACTIONS[of][0]), ("central", ACTIONS[of][1])):
        request = browser(role).get("/beheer/").wsgi_request
        assert set(page.get_actions(request)) == allowed


@pytest.mark.parametrize(
    ("of", "action"), [(of, action) for of, (staff, _all) in ACTIONS.items() for action in sorted(staff)]
)
def test_no_action_reaches_a_row_of_another_branch(of: str, action: str) -> None:
    row = ROWS[of]()
    before = Entry.objects.count()
    root = f"/beheer/{row._meta.app_label}/{row._meta.model_name}/"
    form = {"action": action, "_selected_action": row.pk, "post": "yes"}
    browser("elsewhere")
    before = Entry.objects.count()
    browser("elsewhere").post(root, form, follow=True)
    assert type(row).objects.filter(pk=row.pk).exists()
    assert Entry.objects.count() == before
    if of == "fleet.kiosk":
        assert row.keys.filter(revoked=None).exists()
        assert not row.codes.filter(used=None).exists()


@pytest.mark.parametrize("of", [of for of, row in PAGES.items() if row["delete"][0] == 200])
def test_staff_delete_in_their_own_branch_and_nowhere_else(of: str) -> None:
    row = ROWS[of]()
    address = f"/beheer/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/delete/"
    browser("elsewhere").post(address, {"post": "yes"})
    assert type(row).objects.filter(pk=row.pk).exists()
    browser("staff").post(address, {"post": "yes"})
    assert not type(row).objects.filter(pk=row.pk).exists()


def test_the_group_of_branch_staff_may_do_what_is_written_and_no_more() -> None:
    held = {
        (f"{permission.content_type.app_label}.{permission.content_type.model}", permission.codename.partition("_")[0])
        for permission in Group.objects.get(name=roles.STAFF).permissions.select_related("content_type")
    }
    assert held == {(label, verb) for label, verbs in roles.MAY.items() for verb in verbs}
    assert not Group.objects.get(name=roles.VOLUNTEERS).permissions.exists()
    assert set(roles.MAY) == {*roles.PATHS, *roles.SHARED}


def test_the_roles_come_to_a_database_that_has_people_already() -> None:
    them = volunteer_account("laak")
    Group.objects.get(name=roles.STAFF).delete()
    Permission.objects.filter(codename="view_account").delete()
    migration = import_module("kiosk.central.guided.migrations.0003_roles")
    migration.make_groups(apps, SimpleNamespace(connection=connection))
    later = import_module("kiosk.central.guided.migrations.0004_shelves")
    later.let_staff(apps, SimpleNamespace(connection=connection))
    test_the_group_of_branch_staff_may_do_what_is_written_and_no_more()
    assert [group.name for group in them.groups.all()] == [roles.VOLUNTEERS]


# Forms that name another branch


def event_form(of: str, **values: Any) -> dict[str, Any]:
    day = {"starts_0": "2026-12-01", "starts_1": "14:00", "ends_0": "2026-12-01", "ends_1": "15:00"}
    return {"branch": of, "title_0": "Taalcafé", "theme": "language", **day, **values}


def test_an_activity_is_not_made_in_or_moved_to_another_branch() -> None:
    row, web = event(), browser("staff")
    page = web.post("/beheer/events/event/add/", event_form("escamp"))
    assert "geldige keuze" in page.content.decode()
    web.post(f"/beheer/events/event/{row.pk}/change/", event_form("escamp"))
    assert [one.branch_id for one in Event.objects.all()] == ["laak"]
    assert web.post(f"/beheer/events/event/{row.pk}/change/", event_form("laak")).status_code == 302


def test_an_activity_is_not_moved_out_of_another_branch() -> None:
    row = event("escamp")
    browser("staff").post(f"/beheer/events/event/{row.pk}/change/", event_form("laak"))
    row.refresh_from_db()
    assert row.branch_id == "escamp"


def test_a_kiosk_is_not_moved_and_gets_no_desk_elsewhere() -> None:
    seat, kiosk, web = desk("escamp-c1", of="escamp"), FakeKiosk().row, browser("staff")
    form = {"branch": "laak", "name": "Zuil", "desk": "", "floor": "0", "x": "0", "y": "0"}
    address = f"/beheer/fleet/kiosk/{kiosk.pk}/change/"
    for wrong in ({"branch": "escamp"}, {"desk": seat.pk}):
        assert "geldige keuze" in web.post(address, {**form, **wrong}).content.decode()
    assert web.post(address, form).status_code == 302
    assert Kiosk.objects.get().branch_id == "laak"


def test_a_choice_names_no_other_branch() -> None:
    desk("escamp-c1", of="escamp")
    desk("laak-c1")
    for address in ("/beheer/events/event/add/", "/beheer/fleet/kiosk/add/", "/beheer/guided/account/add/"):
        page = browser("staff").get(address).content.decode()
        assert "Laak" in page
        assert "Escamp" not in page


@pytest.mark.parametrize("what", ["workspaces/desk", "fleet/floor"])
def test_what_is_new_gets_no_branch_that_is_not_ones_own(what: str) -> None:
    web = browser("staff")
    desk_form = {"name": "T9", "kind": "table", "floor": "0", "x": "1", "y": "2", "minutes": "0"}
    floor_form = {"number": "3", "name_0": "Zolder", "width": "500", "height": "400", **nothing("pieces")}
    form = {**desk_form, **floor_form, "branch": "escamp"}
    web.post(f"/beheer/{what}/add/?branch=escamp", form)
    assert not Desk.objects.exists()
    assert not Floor.objects.exists()
    assert web.post(f"/beheer/{what}/add/", form).status_code == 302
    assert {*Desk.objects.values_list("branch"), *Floor.objects.values_list("branch")} == {("laak",)}


def nothing(prefix: str) -> dict[str, str]:
    return {f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"}


def test_a_piece_of_another_floor_is_not_reached_through_ones_own() -> None:
    mine, theirs = floor("laak"), floor("escamp")
    piece = Piece.objects.get(floor=theirs)
    form = {
        "number": "0",
        "name_0": "Begane grond",
        "width": "1000",
        "height": "500",
        "pieces-TOTAL_FORMS": "1",
        "pieces-INITIAL_FORMS": "1",
        "pieces-0-id": str(piece.pk),
        "pieces-0-floor": str(mine.pk),
        "pieces-0-what": "plant",
        "pieces-0-x": "1",
        "pieces-0-y": "1",
        "pieces-0-width": "9",
        "pieces-0-height": "9",
        "pieces-0-radius": "0",
    }
    browser("staff").post(f"/beheer/fleet/floor/{mine.pk}/change/", form)
    piece.refresh_from_db()
    assert (piece.floor_id, piece.what) == (theirs.pk, "table")


def test_staff_change_the_hours_of_their_branch_but_not_its_name() -> None:
    row = hours()
    form = {"name": "Anders", "short": "Anders", "address": "Anders", "week_4": "09:00", "week_5": "12:00"}
    web = browser("staff")
    assert web.post("/beheer/fleet/branch/laak/change/", {**form, **nothing("other_hours")}).status_code == 302
    row.refresh_from_db()
    assert row.name == "Bibliotheek Laak"
    assert [(one.day, f"{one.opens:%H:%M}") for one in Hours.objects.filter(branch=row)] == [(1, "09:00")]
    browser("elsewhere").post("/beheer/fleet/branch/laak/change/", {**form, **nothing("other_hours")})
    assert OtherHours.objects.count() == 0


def test_of_a_title_staff_see_and_change_the_copies_of_their_branch_only() -> None:
    row, web = title(), browser("staff")
    page = web.get(f"/beheer/catalogue/title/{row.pk}/change/").content.decode()
    assert "MULT laak" in page
    assert "MULT escamp" not in page
    mine, theirs = row.copies.get(branch="laak"), row.copies.get(branch="escamp")
    form = {
        "copies-TOTAL_FORMS": "2",
        "copies-INITIAL_FORMS": "2",
        **copy_form(0, mine.pk, "laak", row.pk),
        **copy_form(1, theirs.pk, "laak", row.pk),
    }
    web.post(f"/beheer/catalogue/title/{row.pk}/change/", form)
    web.post(f"/beheer/catalogue/title/{row.pk}/change/", {**form, **copy_form(0, mine.pk, "escamp", row.pk)})
    theirs.refresh_from_db()
    mine.refresh_from_db()
    assert (theirs.branch_id, theirs.call_number, mine.branch_id) == ("escamp", "MULT escamp", "laak")


def copy_form(place: int, pk: str, of: str, title: str) -> dict[str, str]:
    values = {
        "id": pk,
        "title": title,
        "branch": of,
        "call_number": "X",
        "shelf": "",
        "floor": "0",
        "status": "unknown",
    }
    return {f"copies-{place}-{name}": value for name, value in values.items()}


def test_a_desk_of_another_branch_is_not_reached_through_the_list() -> None:
    row = desk("escamp-t1", of="escamp")
    desk("laak-t1")
    form = {
        "form-TOTAL_FORMS": "1",
        "form-INITIAL_FORMS": "1",
        "form-0-id": row.pk,
        "form-0-broken": "on",
        "_save": "x",
    }
    browser("staff").post("/beheer/workspaces/desk/", form)
    row.refresh_from_db()
    assert not row.broken


# Accounts


def account_form(**values: Any) -> dict[str, Any]:
    return {"username": "noor", "shown": "Noor", "branches": ["laak"], "is_active": "on", **values}


def test_branch_staff_make_volunteers_of_their_branch_and_nothing_more() -> None:
    web = browser("staff")
    wrong = account_form(role="central", is_superuser="on", is_staff="on", groups="1", branches=["laak", "escamp"])
    assert "geldige keuze" in web.post("/beheer/guided/account/add/", wrong).content.decode()
    page = web.post("/beheer/guided/account/add/", {**wrong, "branches": ["laak"]}, follow=True).content.decode()
    made = Account.objects.get(username="noor")
    assert (made.is_superuser, made.is_staff, roles.role_of(made)) == (False, False, "volunteer")
    assert [one.pk for one in made.helper.branches.all()] == ["laak"]
    said = re.search(r"wachtwoord van noor is ([\w-]+)\.", page)
    assert said is not None
    assert made.check_password(said[1])


@pytest.mark.parametrize("role", ["staff", "central"])
def test_nobody_raises_lowers_or_closes_themselves(role: str) -> None:
    me = person(role)
    form = account_form(username=me.username, role="central", branches=["laak", "escamp"])
    form.pop("is_active")
    browser(role).post(f"/beheer/guided/account/{me.pk}/change/", form)
    again = User.objects.get(pk=me.pk)
    assert (again.is_superuser, again.is_staff, again.is_active) == (role == "central", True, True)
    assert [one.pk for one in again.helper.branches.all()] == (["laak"] if role == "staff" else [])


@pytest.mark.parametrize("other", ["central", "elsewhere", "staff"])
def test_branch_staff_reach_no_account_but_volunteers(other: str) -> None:
    them = person(other)
    old = them.password
    web = browser("staff")
    assert got(web, f"/beheer/guided/account/{them.pk}/change/") == GONE
    web.post(f"/beheer/guided/account/{them.pk}/password/")
    web.post(f"/beheer/guided/account/{them.pk}/change/", account_form(username="anders"))
    again = User.objects.get(pk=them.pk)
    assert (again.password, again.username) == (old, them.username)


def test_of_a_volunteer_of_two_branches_staff_of_one_change_their_own_only() -> None:
    them, web = volunteer_account("laak", "escamp"), browser("staff")
    old = them.password
    assert web.post(f"/beheer/guided/account/{them.pk}/password/").status_code == 403
    form = account_form(username="anders", shown="Anders", branches=["laak"])
    form.pop("is_active")
    web.post(f"/beheer/guided/account/{them.pk}/change/", form)
    again = Account.objects.get(pk=them.pk)
    assert (again.username, again.is_active, again.helper.name, again.password) == ("noor", True, "Noor", old)
    assert {one.pk for one in again.helper.branches.all()} == {"laak", "escamp"}
    web.post(f"/beheer/guided/account/{them.pk}/change/", account_form(branches=[]))
    assert {one.pk for one in again.helper.branches.all()} == {"escamp"}


def test_the_central_team_gives_each_of_the_roles() -> None:
    web = browser()
    branch()
    for role, flags in {"volunteer": (False, False), "staff": (True, False), "central": (True, True)}.items():
        assert web.post("/beheer/guided/account/add/", account_form(username=role, role=role)).status_code == 302
        made = Account.objects.get(username=role)
        assert (made.is_staff, made.is_superuser, roles.role_of(made)) == (*flags, role)
    lowered = Account.objects.get(username="central")
    form = account_form(username="central", role="volunteer")
    assert web.post(f"/beheer/guided/account/{lowered.pk}/change/", form).status_code == 302
    assert roles.role_of(Account.objects.get(username="central")) == "volunteer"


def test_an_account_without_a_branch_is_refused_in_dutch() -> None:
    page = browser().post("/beheer/guided/account/add/", account_form(role="staff", branches=[]))
    assert "Kies minstens één vestiging." in page.content.decode()


def test_a_closed_account_is_out_at_once() -> None:
    them, theirs = volunteer_account("laak"), Client()
    theirs.force_login(User.objects.get(pk=them.pk))
    assert theirs.get("/hulp/").status_code == 200
    form = account_form()
    form.pop("is_active")
    assert browser("staff").post(f"/beheer/guided/account/{them.pk}/change/", form).status_code == 302
    assert got(theirs, "/hulp/") == IN


def test_who_gets_a_new_password_is_logged_out_and_the_old_one_is_worth_nothing() -> None:
    them, theirs = volunteer_account("laak"), Client()
    theirs.force_login(User.objects.get(pk=them.pk))
    page = browser("staff").post(f"/beheer/guided/account/{them.pk}/password/", follow=True).content.decode()
    said = re.search(r"wachtwoord van noor is ([\w-]+)\.", page)
    assert said is not None
    assert theirs.get("/hulp/").status_code == 302
    assert Client().login(username="noor", password=said[1])


@pytest.mark.parametrize("role", ["volunteer", "staff", "central"])
def test_everybody_changes_their_own_password_and_stays_logged_in(role: str) -> None:
    them, web = person(role), browser(role)
    them.set_password("een-lang-woord-99")
    them.save()
    web.force_login(them)
    assert 'href="/wachtwoord"' in web.get("/hulp/").content.decode()
    form = {"old_password": "een-lang-woord-99", "new_password1": "kort", "new_password2": "kort"}
    refused = web.post("/wachtwoord", form).content.decode()
    assert "te kort" in refused
    assert "Nog niet opgeslagen" in refused
    good = {**form, "new_password1": "nog-een-lang-woord-7", "new_password2": "nog-een-lang-woord-7"}
    assert web.post("/wachtwoord", {**good, "old_password": "anders"}).status_code == 200
    assert "Uw wachtwoord is gewijzigd." in web.post("/wachtwoord", good, follow=True).content.decode()
    them.refresh_from_db()
    assert them.check_password("nog-een-lang-woord-7")
    assert "nieuw wachtwoord" in Entry.objects.latest("pk").sentence()


def test_branch_staff_see_the_asks_and_kiosks_of_their_branch() -> None:
    FakeKiosk("escamp", name="Zuil van Escamp")
    FakeKiosk(name="Zuil van Laak")
    page = browser("staff").get("/").content.decode()
    assert "Zuil van Laak" in page
    assert "Zuil van Escamp" not in page


@pytest.mark.parametrize("role", ["staff", "central"])
@pytest.mark.parametrize(
    "address", ["guided/account/?password", "fleet/entry/?by__password", "guided/account/?helper__user__password"]
)
def test_nobody_finds_accounts_by_the_hash_of_a_password(role: str, address: str) -> None:
    volunteer_account("laak")
    reply = browser(role).get(f"/beheer/{address}__startswith=md5$")
    assert "noor" not in reply.content.decode()
    assert reply.status_code == 400


def test_an_account_of_branch_staff_is_made_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    branch()
    assert main(["account", "create", "--name", "bram", "--role", "staff", "--branch", "laak"]) == 0
    made = User.objects.get(username="bram")
    assert made.check_password(capsys.readouterr().out.strip())
    assert (made.is_staff, made.is_superuser, roles.role_of(made)) == (True, False, "staff")
    assert main(["account", "create", "--name", "anna", "--role", "staff"]) == 2
    assert "needs a branch" in capsys.readouterr().err


@pytest.mark.parametrize("of", ["events.event", "workspaces.desk", "fleet.kiosk", "fleet.floor", "guided.account"])
def test_a_list_asks_the_database_no_more_often_when_it_is_longer(of: str) -> None:
    makers = {
        "events.event": lambda place: event(),
        "workspaces.desk": lambda place: desk(f"laak-n{place}"),
        "fleet.kiosk": lambda place: FakeKiosk(name=f"Zuil {place}"),
        "fleet.floor": lambda place: floor(number=place),
        "guided.account": lambda place: volunteer_account("laak", name=f"n{place}"),
    }
    few, many = _queries(of, makers[of], 0, 2), _queries(of, makers[of], 2, 12)
    assert few == many
    assert max(many) <= 20


@pytest.mark.parametrize("of", ["fleet.entry", "catalogue.title", "workspaces.visit", "sync.fact", "fleet.branch"])
def test_the_other_lists_stay_within_twenty_queries(of: str) -> None:
    ROWS[of]()
    assert max(_queries(of, lambda place: Branch(name=f"B{place}", short=f"B{place}").save(), 0, 9)) <= 20


def test_the_page_of_a_title_asks_no_more_often_when_there_are_more_copies() -> None:
    row, counts = title(), []
    for more in (0, 10):
        for place in range(more):
            Copy(title=row, branch=branch(), call_number=f"N{place}").save()
        counts.append(
            [_count(browser(role), f"/beheer/catalogue/title/{row.pk}/change/") for role in ("central", "staff")]
        )
    assert counts[0] == counts[1]


def test_the_page_of_volunteers_asks_no_more_often_when_more_people_wait() -> None:
    counts = []
    for more in (1, 5):
        for place in range(more):
            FakeKiosk(name=f"Zuil {more} {place}").do(Ask(id=new_id(), seat="", screen="home"))
            FakeKiosk("escamp", name=f"Zuil {more} {place}").do(Ask(id=new_id(), seat="", screen="home"))
        counts.append(_count(browser("central"), "/hulp/vragen"))
    assert counts[0] == counts[1] <= 12


def _queries(of: str, make: Any, first: int, last: int) -> tuple[int, int]:
    """How often the list asks, for the central team and for branch staff, after so many rows were made."""
    for place in range(first, last):
        make(place)
    return _asked(of, "central"), _asked(of, "staff")


def _asked(of: str, role: str) -> int:
    return _count(browser(role), f"/beheer/{of.replace('.', '/')}/")


def _count(web: Client, address: str) -> int:
    web.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert web.get(address).status_code in (200, 403)
    return len(asked)

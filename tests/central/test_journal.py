"""The log: who changed what and when, in sentences, for who may read it; it is only added to."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db.models import ProtectedError
from django.test import Client

from kiosk.central.fleet.journal import note
from kiosk.central.fleet.models import Entry, OtherHours
from kiosk.central.main import main
from kiosk.central.sync.models import Epoch
from kiosk.wire import Ask
from tests.central.made_up import FakeKiosk, branch, desk, new_id
from tests.central.people import browser, event, person, title, volunteer_account


@pytest.fixture
def web() -> Client:
    """The browser of somebody of branch staff in Laak; what made them is not in the log."""
    client = browser("staff")
    _forget()
    return client


def _forget() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM fleet_entry")


def desk_form(**values: str) -> dict[str, str]:
    form = {"name": "Tafel 4", "kind": "table", "zone_0": "Leeszaal", "minutes": "0", "floor": "0", "x": "1", "y": "2"}
    return {**form, **values}


def sentences() -> list[str]:
    return [entry.sentence() for entry in Entry.objects.order_by("pk")]


def test_what_is_done_on_a_page_is_told_in_dutch_with_what_was_changed(web: Client) -> None:
    web.post("/beheer/workspaces/desk/add/", desk_form())
    pk = Entry.objects.get().row
    web.post(f"/beheer/workspaces/desk/{pk}/change/", desk_form(name="Tafel 5", minutes="60"))
    web.post(f"/beheer/workspaces/desk/{pk}/delete/", {"post": "yes"})
    assert sentences() == [
        "Bram voegde toe: werkplek “Tafel 4”.",
        "Bram wijzigde: werkplek “Tafel 5”. Naam en langste verblijf gewijzigd.",
        "Bram verwijderde: werkplek “Tafel 5”.",
    ]
    assert {(entry.by.username, entry.branch) for entry in Entry.objects.all() if entry.by} == {("bram", "laak")}


def test_what_our_own_buttons_do_is_in_it_too(web: Client) -> None:
    kiosk, row, them = FakeKiosk(name="Zuil").row, event(), volunteer_account("laak")
    _forget()
    web.post("/beheer/fleet/kiosk/", {"action": "give_code", "_selected_action": kiosk.pk})
    web.post("/beheer/fleet/kiosk/", {"action": "block_kiosks", "_selected_action": kiosk.pk})
    web.post(f"/beheer/events/event/{row.pk}/copy/")
    web.post(f"/beheer/guided/account/{them.pk}/password/")
    web.post("/hulp/naam", {"name": "Bram B."})
    web.post("/beheer/events/event/", {"action": "delete_selected", "_selected_action": row.pk, "post": "yes"})
    assert list(Entry.objects.order_by("pk").values_list("did", flat=True)) == [
        *("code", "block", "copy", "password", "change", "delete"),
    ]


def test_no_code_and_no_password_is_ever_in_it(web: Client) -> None:
    kiosk, them = FakeKiosk(name="Zuil").row, volunteer_account("laak")
    page = web.post("/beheer/fleet/kiosk/", {"action": "give_code", "_selected_action": kiosk.pk}, follow=True)
    told = web.post(f"/beheer/guided/account/{them.pk}/password/", follow=True).content.decode()
    log = " ".join(f"{entry.sentence()} {entry.details}" for entry in Entry.objects.all())
    for message in (page.content.decode(), told):
        secret = next(word for word in message.replace(".", " ").replace(",", " ").split() if word.count("-") in (1, 2))
        assert secret not in log


def test_the_command_line_leaves_its_mark(web: Client, capsys: pytest.CaptureFixture[str]) -> None:
    branch()
    desk("laak-c3", kind="computer")
    main(["account", "create", "--name", "anna", "--role", "central"])
    main(["kiosk", "code", "--branch", "laak", "--desk", "laak-c3"])
    Epoch.current()
    main(["epoch", "renew"])
    assert sentences() == [
        "De opdrachtregel voegde toe: account “anna”.",
        "De opdrachtregel maakte een aanmeldcode: kiosk “Laak: Laak-C3”.",
        "De opdrachtregel liet elke kiosk alles opnieuw ophalen.",
    ]
    assert "Anna" not in capsys.readouterr().err


def test_what_visitors_do_is_not_in_it(web: Client) -> None:
    kiosk = FakeKiosk(name="Zuil")
    ask = Ask(id=new_id(), seat="", screen="home")
    kiosk.do(ask)
    _forget()
    web.post(f"/hulp/{ask.id}/kom")
    web.post(f"/hulp/{ask.id}/klaar")
    assert not Entry.objects.exists()


def test_staff_read_of_their_branches_and_the_central_team_reads_all(web: Client) -> None:
    person("central")
    _forget()
    desk("escamp-t1", of="escamp")
    note(person("central"), "change", desk("laak-t1"))
    note(person("central"), "change", branch("escamp"))
    note(None, "load", name="library.yaml")
    ours, theirs = (browser(role).get("/beheer/fleet/entry/").content.decode() for role in ("staff", "elsewhere"))
    every = browser().get("/beheer/fleet/entry/").content.decode()
    assert ("“Laak-T1”" in ours, "“Escamp”" in ours, "library.yaml" in ours) == (True, False, False)
    assert ("“Laak-T1”" in theirs, "“Escamp”" in theirs) == (False, True)
    assert all(words in every for words in ("“Laak-T1”", "“Escamp”", "library.yaml", "de hele bibliotheek"))


def test_the_log_is_filtered_by_person_branch_and_date(web: Client) -> None:
    vera, bram = person("central"), person("staff")
    _forget()
    note(vera, "change", desk("laak-t1"))
    old = note(bram, "change", desk("laak-t2"))
    note(None, "change", desk("escamp-t1", of="escamp"))
    _age(old.pk)
    page = "/beheer/fleet/entry/?"
    for words, shown in (
        (f"who={vera.pk}", {"Laak-T1"}),
        ("who=nobody", {"Escamp-T1"}),
        ("branch=laak", {"Laak-T1", "Laak-T2"}),
        ("days=7", {"Laak-T1", "Escamp-T1"}),
        ("q=T2", {"Laak-T2"}),
        ("who=x", set()),
        ("days=x", {"Laak-T1", "Laak-T2", "Escamp-T1"}),
    ):
        text = browser().get(page + words).content.decode()
        assert {name for name in ("Laak-T1", "Laak-T2", "Escamp-T1") if f"“{name}”" in text} == shown, words


def _age(pk: int) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("UPDATE fleet_entry SET at = '2020-01-01 00:00:00+00:00' WHERE id = %s", [pk])


def test_an_entry_is_neither_changed_nor_deleted() -> None:
    entry = note(person("central"), "change", branch())
    entry.did = "add"
    for wrong in (
        entry.save,
        entry.delete,
        Entry.objects.all().delete,
        lambda: Entry.objects.update(did="add"),
        lambda: Entry.objects.bulk_update([entry], ["did"]),
    ):
        with pytest.raises(TypeError):
            wrong()
    web = browser()
    for path in (f"{entry.pk}/delete/", f"{entry.pk}/change/"):
        assert web.post(f"/beheer/fleet/entry/{path}", {"post": "yes", "did": "add"}).status_code == 403
    assert Entry.objects.get(pk=entry.pk).did == "change"


def test_an_account_that_did_something_is_closed_and_not_deleted() -> None:
    note(person("central"), "change", branch())
    with pytest.raises(ProtectedError):
        User.objects.get(username="vera").delete()


def test_what_became_of_a_row_stays_when_it_is_gone(web: Client) -> None:
    row = desk("laak-t1")
    web.post(f"/beheer/workspaces/desk/{row.pk}/delete/", {"post": "yes"})
    assert "verwijderde: werkplek “Laak-T1”" in web.get("/beheer/fleet/entry/").content.decode()


def test_the_history_of_one_row_is_on_a_page_of_its_own(web: Client) -> None:
    row = desk("laak-t1")
    assert "niets met de hand gewijzigd" in web.get(f"/beheer/workspaces/desk/{row.pk}/history/").content.decode()
    web.post(f"/beheer/workspaces/desk/{row.pk}/change/", desk_form())
    assert "Bram wijzigde" in web.get(f"/beheer/workspaces/desk/{row.pk}/history/").content.decode()


def test_a_mended_copy_is_in_the_log_of_its_branch_and_in_no_other(web: Client) -> None:
    row = title()
    copy = row.copies.get(branch="laak")
    values = {"id": copy.pk, "title": row.pk, "branch": "laak", "call_number": "N", "floor": "0", "status": "unknown"}
    form = {"copies-TOTAL_FORMS": "1", "copies-INITIAL_FORMS": "1"}
    form |= {f"copies-0-{name}": value for name, value in values.items()}
    web.post(f"/beheer/catalogue/title/{row.pk}/change/", form)
    told = "Bram wijzigde: titel “Max Havelaar”"
    for role, reads in (("staff", True), ("elsewhere", False), ("central", True)):
        history = browser(role).get(f"/beheer/catalogue/title/{row.pk}/history/").content.decode()
        assert (told in history) == (told in browser(role).get("/beheer/fleet/entry/").content.decode()) == reads


def test_the_rows_of_a_table_are_named_in_the_language_of_who_changed_them(web: Client) -> None:
    feast = {"date": "2026-12-25", "reason_0": "Kerst"}
    form = {"other_hours-TOTAL_FORMS": "1", "other_hours-INITIAL_FORMS": "0"}
    form |= {f"other_hours-0-{name}": value for name, value in feast.items()}
    assert web.post("/beheer/fleet/branch/laak/change/", form).status_code == 302
    assert "vrijdag 25 december 2026: gesloten" in sentences()[-1].lower()
    known = OtherHours.objects.get()
    form |= {"other_hours-INITIAL_FORMS": "1", "other_hours-0-id": str(known.pk), "other_hours-0-branch": "laak"}
    web.post("/beheer/fleet/branch/laak/change/", {**form, "other_hours-0-date": "2026-12-26"})
    assert "zaterdag 26 december 2026: gesloten" in sentences()[-1].lower()
    web.post("/beheer/fleet/branch/laak/change/", {**form, "other_hours-0-DELETE": "on"})
    assert "vrijdag 25 december 2026: gesloten’ verwijderd" in sentences()[-1].lower()


def test_the_log_speaks_english_to_who_asks_for_it(web: Client) -> None:
    row = desk("laak-t1")
    web.post(f"/beheer/workspaces/desk/{row.pk}/change/", desk_form(name="Tafel 9"))
    page = browser("central", "en").get("/beheer/fleet/entry/").content.decode()
    assert "Bram changed: desk “Tafel 9”. Changed name" in page

"""Themed shelves: what staff make of them, and what stands on them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from kiosk import wire
from kiosk.central.catalogue import filling
from kiosk.central.catalogue.models import Shelved, Theme, Title
from kiosk.central.loading import load
from kiosk.central.main import main
from tests.central.made_up import FakeKiosk, branch
from tests.central.people import browser
from tests.central.test_staff_forms import table

ROOT = "/beheer/catalogue/theme/"
LIBRARY = """
branches: [{id: laak, name: Bibliotheek Laak, short: Laak}]
themes: [{id: den-haag, name: {nl: Over Den Haag}, subjects: [Den Haag], order: 5}]
"""
RECORD = """<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader>
<controlfield tag="001">eline</controlfield>
<datafield tag="245" ind1="1" ind2="0"><subfield code="a">Eline Vere</subfield></datafield>
<datafield tag="650" ind1=" " ind2="0"><subfield code="a">Den Haag</subfield></datafield>
</record>"""


def title(id: str, **values: Any) -> Title:
    """A title as an import brings it."""
    record = wire.Title(id=id, title=id.title(), **values)
    row = Title(id=id, body=wire.encode(record), title=record.title, kind=record.kind, year=record.year)
    row.save()
    return row


def shelf(**values: Any) -> Theme:
    """Filled by its rule."""
    row = Theme(name={"nl": "Plank"}, **values)
    row.save()
    filling.fill(row)
    return row


@pytest.fixture
def titles() -> None:
    title("oud", year=1999, subjects=["Den Haag"], languages=["dut"], audience="adult")
    title("nieuw", year=2024, subjects=["den  haag"], languages=["dut", "ara"], easy=True)
    title("film", year=2020, genres=["Den Haag"], kind="film", languages=["dut"])
    title("kind", year=2021, subjects=["Konijnen"], audience="children", languages=["eng"])


@pytest.mark.parametrize(
    ("rule", "stands"),
    [
        ({}, []),
        ({"subjects": "Den Haag"}, ["nieuw", "film", "oud"]),
        ({"subjects": " konijnen , den haag,, "}, ["nieuw", "kind", "film", "oud"]),
        ({"subjects": "Den"}, []),
        ({"subjects": "Den Haag", "kind": "book"}, ["nieuw", "oud"]),
        ({"kind": "film"}, ["film"]),
        ({"audience": "children"}, ["kind"]),
        ({"language": "ara"}, ["nieuw"]),
        ({"easy": True}, ["nieuw"]),
        ({"easy": True, "audience": "children"}, []),
    ],
)
def test_a_rule_puts_the_newest_that_fit_all_of_it_on_the_shelf(
    titles: None, rule: dict[str, Any], stands: list[str]
) -> None:
    assert shelf(**rule).titles == stands


def test_what_staff_chose_stands_before_what_the_rule_finds_and_never_twice(titles: None) -> None:
    theme = shelf(subjects="Den Haag")
    for order, id in ((2, "oud"), (1, "kind")):
        Shelved.objects.create(theme=theme, title_id=id, order=order)
    assert filling.fill(theme)
    assert theme.titles == ["kind", "oud", "nieuw", "film"]
    assert not filling.fill(theme)


def test_a_shelf_has_room_for_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(30):
        title(f"t{number:02}", year=1990 + number, subjects=["Koken"])
    monkeypatch.setattr(filling, "_CHUNK", 7)
    assert shelf(subjects="Koken").titles == [f"t{number:02}" for number in range(29, 5, -1)]


def test_kiosks_get_a_shelf_and_hear_when_another_title_stands_there(titles: None) -> None:
    kiosk = FakeKiosk()
    theme = shelf(subjects="Den Haag", branch=branch("laak"), order=7)
    record = kiosk.records("themes")[theme.pk]
    assert record == wire.Theme(
        id=theme.pk, branch="laak", name={"nl": "Plank"}, titles=["nieuw", "film", "oud"], order=7
    )
    rev = theme.rev
    assert filling.renew() == 0
    assert Theme.objects.get().rev == rev  # nothing changed: nothing is sent
    title("nieuwst", year=2026, subjects=["Den Haag"])
    assert filling.renew() == 1
    assert kiosk.records("themes")[theme.pk].titles == ["nieuwst", "nieuw", "film", "oud"]


def test_after_an_import_the_shelves_are_filled_anew(tmp_path: Path) -> None:
    (tmp_path / "library.yaml").write_text(LIBRARY)
    (tmp_path / "records.xml").write_text(RECORD)
    assert "1 themes" in load(tmp_path / "library.yaml")
    assert Theme.objects.get().titles == []
    assert main(["catalogue", "import", "--dry-run", str(tmp_path / "records.xml")]) == 0
    assert Theme.objects.get().titles == []
    assert main(["catalogue", "import", str(tmp_path / "records.xml")]) == 0
    assert Theme.objects.get().titles == ["eline"]
    assert "themes" not in load(tmp_path / "library.yaml")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("{id: a, name: {en: A}}", "no Dutch name"),
        ("{id: a, name: {nl: A}, branch: nowhere}", "which is not there"),
        ("{id: a, name: {nl: A}}, {id: a, name: {nl: A}}", "2 with the theme id"),
        ("{id: a, name: {nl: A}, kind: boat}", "kind"),
    ],
)
def test_a_shelf_in_a_file_that_is_wrong_is_refused_with_its_place(
    tmp_path: Path, wrong: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "library.yaml").write_text(f"branches: []\nthemes: [{wrong}]")
    assert main(["library", "load", str(tmp_path / "library.yaml")]) == 2
    assert says in capsys.readouterr().err


# What staff do


def form(**values: Any) -> dict[str, Any]:
    return {"name_0": "Over Den Haag", "name_1": "", "name_2": "", "order": "10", **table("shelved"), **values}


def test_staff_make_a_shelf_in_their_branch_and_it_is_filled_at_once(titles: None) -> None:
    kiosk, web = FakeKiosk(), browser("staff")
    assert web.post(f"{ROOT}add/", form(branch="laak", subjects="Den Haag")).status_code == 302
    (record,) = kiosk.records("themes").values()
    assert (record.branch, record.titles) == ("laak", ["nieuw", "film", "oud"])


@pytest.mark.parametrize(("role", "of", "made"), [("staff", "", 0), ("staff", "escamp", 0), ("central", "", 1)])
def test_a_shelf_for_all_is_made_by_the_central_team_only(role: str, of: str, made: int) -> None:
    web = browser(role)
    web.post(f"{ROOT}add/", form(branch=of))
    assert Theme.objects.count() == made


def test_a_preview_shows_what_would_stand_there(titles: None) -> None:
    page = browser("staff").post(f"{ROOT}preview/", form(branch="laak", subjects="Den Haag")).content.decode()
    assert page.index("Nieuw") < page.index("Film") < page.index("Oud")
    assert not Theme.objects.exists()


def put(web: Client, theme: Theme, *ids: str) -> str:
    chosen = {"action": f"shelve-{theme.pk}", "_selected_action": ids}
    return web.post("/beheer/catalogue/title/", chosen, follow=True).content.decode()


def test_titles_are_chosen_where_one_can_search_for_them(titles: None) -> None:
    theme, web = shelf(branch=branch("laak")), browser("staff")
    assert f'value="shelve-{theme.pk}"' in web.get("/beheer/catalogue/title/?q=oud").content.decode()
    assert "Titels op “Plank” gezet: 2." in put(web, theme, "oud", "kind")
    put(web, theme, "film", "kind")
    assert Theme.objects.get().titles == ["kind", "oud", "film"] or Theme.objects.get().titles == [
        "oud",
        "kind",
        "film",
    ]
    assert len(Theme.objects.get().titles) == 3


def test_a_full_shelf_takes_no_more() -> None:
    theme, web = shelf(branch=branch("laak")), browser("staff")
    ids = [title(f"t{number:02}").pk for number in range(26)]
    assert "nog plaats voor 24 titels" in put(web, theme, *ids)
    assert Theme.objects.get().titles == []


def test_nobody_puts_a_title_on_a_shelf_of_another_branch(titles: None) -> None:
    mine, everybodys = shelf(branch=branch("laak")), shelf()
    for theme, role in ((mine, "elsewhere"), (everybodys, "staff"), (mine, "volunteer")):
        assert f"shelve-{theme.pk}" not in browser(role).get("/beheer/catalogue/title/").content.decode()
        put(browser(role), theme, "oud")
    assert not Shelved.objects.exists()
    put(browser("central"), everybodys, "oud")
    assert Theme.objects.get(pk=everybodys.pk).titles == ["oud"]


def test_a_title_is_taken_off_on_the_page_of_the_shelf(titles: None) -> None:
    theme, web = shelf(branch=branch("laak")), browser("staff")
    put(web, theme, "oud", "film")
    first, second = theme.shelved.all()
    rows = [{"id": first.pk, "theme": theme.pk, "order": 900}, {"id": second.pk, "theme": theme.pk, "order": 5}]
    web.post(f"{ROOT}{theme.pk}/change/", form(branch="laak", **table("shelved", *rows, kept=2)))
    assert Theme.objects.get().titles == [second.title_id, first.title_id]
    rows[0]["DELETE"] = "on"
    web.post(f"{ROOT}{theme.pk}/change/", form(branch="laak", **table("shelved", *rows, kept=2)))
    assert Theme.objects.get().titles == [second.title_id]

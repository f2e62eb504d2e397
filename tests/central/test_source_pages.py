"""The pages on which the central team keeps the sources of titles."""

from __future__ import annotations

import re

import pytest

from kiosk.central.catalogue.models import Run, Source, Title
from kiosk.central.catalogue.report import Report
from kiosk.central.catalogue.sources import REASONS
from kiosk.central.fleet.models import Entry
from tests.central.oai_server import serving
from tests.central.people import browser, source
from tests.central.test_harvest import XML, listed, page, record, scripted

ADD = "/beheer/catalogue/source/add/"


def form(**values: str) -> dict[str, str]:
    return {"slug": "den-haag", "name": "Den Haag", "kind": "file", "address": "", "mapping": "", **values}


def plain(page: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())


def test_the_central_team_adds_a_source_and_its_short_name_stays() -> None:
    web = browser()
    assert web.post(ADD, form(mapping='preset = "koha"')).status_code == 302
    web.post("/beheer/catalogue/source/den-haag/change/", form(slug="anders", name="Anders"))
    row = Source.objects.get()
    assert (row.slug, row.name, row.site().preset) == ("den-haag", "Anders", "marc21")
    assert [entry.did for entry in Entry.objects.filter(model="catalogue.source").order_by("pk")] == ["add", "change"]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"mapping": "[holdings]\nfields = 952"}, "Expected `array`, got `int` - at `$.holdings.fields`"),
        ({"mapping": "preset = koha"}, "at line 1"),
        ({"mapping": 'encoding = "utf-9"'}, "at `$.encoding`"),
        ({"slug": "Den Haag"}, "Alleen kleine letters"),
        ({"kind": "oai"}, "Het adres begint met"),
        ({"kind": "oai", "address": "file:///etc/passwd"}, "Het adres begint met"),
        ({"kind": "z3950"}, "geldige keuze"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(values: dict[str, str], said: str) -> None:
    page = browser().post(ADD, form(**values)).content.decode()
    assert said in page.replace("&#x27;", "'")
    assert not Source.objects.exists()


def test_a_try_shows_what_would_become_of_the_first_records_and_changes_nothing() -> None:
    row = source()
    records = [record(n, "" if n == 3 else "Titel") for n in range(1, 150)]
    with serving(scripted({"": page(listed(*records))})) as address:
        Source.objects.filter(pk=row.pk).update(address=address)
        said = plain(browser().post(f"/beheer/catalogue/source/{row.pk}/try/").content.decode())
    assert "gelezen records 100" in said
    assert "nieuwe titels 99" in said
    assert "3 geweigerd Het heeft geen titel." in said
    assert not Title.objects.exists()
    assert Run.objects.count() == 1
    row.refresh_from_db()
    assert (row.token, row.harvested, row.sweep) == ("", None, 0)


def test_a_try_says_why_it_broke_off_and_shows_no_more() -> None:
    row = source()
    with serving(lambda query: (200, XML, b"<html><body><script>alert(1)</script>")) as address:
        Source.objects.filter(pk=row.pk).update(address=address)
        page = browser().post(f"/beheer/catalogue/source/{row.pk}/try/").content.decode()
    assert "Het is afgebroken:" in page
    assert "<script>alert" not in page


def test_only_what_can_be_harvested_can_be_tried_and_only_by_pressing() -> None:
    row, web = source(), browser()
    address = f"/beheer/catalogue/source/{row.pk}/try/"
    assert web.get(address).status_code == 405
    assert "Proberen" in web.get(f"/beheer/catalogue/source/{row.pk}/change/").content.decode()
    Source.objects.filter(pk=row.pk).update(kind="file")
    assert web.post(address).status_code == 404
    assert "Proberen" not in web.get(f"/beheer/catalogue/source/{row.pk}/change/").content.decode()


def test_the_last_import_stands_beside_its_source_with_every_reason() -> None:
    row = source()
    said = plain(browser().get(f"/beheer/catalogue/source/{row.pk}/change/").content.decode())
    assert "gelezen records 9" in said
    assert "7 geweigerd Het heeft geen titel." in said
    assert "8 overgeslagen Een record over een naam" in said
    assert "CPL : 3" in said
    assert "9 gelezen, 7 nieuw" in plain(browser().get("/beheer/catalogue/run/").content.decode())


def test_a_source_whose_titles_are_here_is_not_deleted() -> None:
    row = source()
    Title(id="den-haag:1", body=b"{}", title="Max Havelaar", kind="book", source=row).save()
    browser().post(f"/beheer/catalogue/source/{row.pk}/delete/", {"post": "yes"})
    assert Source.objects.exists()
    Title.objects.all().delete()
    browser().post(f"/beheer/catalogue/source/{row.pk}/delete/", {"post": "yes"})
    assert not Source.objects.exists()


def test_every_reason_that_is_ours_is_told_in_the_readers_words() -> None:
    from kiosk.catalogue.form import NO_TITLES

    assert set(NO_TITLES.values()) <= set(REASONS)
    report = Report()
    report.refuse("without a title", 1)
    assert report.reasons[0].reason in REASONS

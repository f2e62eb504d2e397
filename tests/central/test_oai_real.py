"""Harvests of an OAI-PMH server that others wrote, with a thousand real records."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

import pymarc
import pytest

from kiosk import wire
from kiosk.central.catalogue.adapters import oai_pmh
from kiosk.central.catalogue.harvesting import first, harvest
from kiosk.central.catalogue.importing import import_files
from kiosk.central.catalogue.models import Copy, Run, Source, Title
from kiosk.central.catalogue.report import Report
from kiosk.errors import Refused
from kiosk.paths import RESOURCES
from tests.central.made_up import branch
from tests.central.oai_server import Repository, pyoai

UVA = RESOURCES / "demo" / "catalogue" / "uva_001_2000.mrc"
COUNT = 1_000

pytestmark = pytest.mark.skipif(sys.version_info >= (3, 13), reason="pyoai needs `cgi`, which Python 3.13 has no more")

#: The holdings of this export stand in 999, as Sirsi writes them.
MAPPING = """
preset = "sirsi"
[branches]
ALDERMAN = "laak"
CLEMONS = "escamp"
"""


def records() -> list[Any]:
    """The first thousand records of a real export, brought to XML by pymarc."""
    from lxml import etree

    made = []
    with UVA.open("rb") as file:
        for record in islice(pymarc.MARCReader(file, to_unicode=True), COUNT):
            made.append(etree.fromstring(pymarc.record_to_xml(record, namespace=True)))
    return made


@pytest.fixture(scope="module")
def elements() -> list[Any]:
    return records()


@pytest.fixture
def repository(elements: list[Any]) -> Repository:
    found = []
    for place, element in enumerate(elements):
        number = element.findtext("{*}controlfield[@tag='001']").strip()
        found.append((number, datetime(2026, 1 + place % 10, 1 + place % 28), element))
    return Repository(found)


@pytest.fixture
def source(repository: Repository) -> Iterator[Source]:
    branch("laak")
    branch("escamp")
    with pyoai(repository) as address:
        row = Source(slug="uva", name="UVA", kind="oai", address=address, mapping=MAPPING)
        row.save()
        yield row


def harvested(source: Source, **how: Any) -> Report:
    report = Report()
    source.refresh_from_db()
    harvest(source, report, **how)
    return report


def counts(report: Report) -> tuple[int, ...]:
    return (report.read, report.added, report.changed, report.deleted, report.skipped, report.refused)


def test_a_thousand_records_come_as_they_would_from_a_file(source: Source, repository: Repository) -> None:
    repository.gone = {number for number, _, _ in repository.records[49::50]}
    report = harvested(source)
    assert counts(report) == (1000, 980, 0, 0, 20, 0)
    assert {reason.reason for reason in report.reasons} == {"deleted at its source, and not here"}
    by_number = {row.number: wire.decode(bytes(row.body), wire.Title) for row in Title.objects.all()}
    Copy.objects.all().delete()
    Title.objects.all().delete()
    import_files([UVA], source)
    for number, title in by_number.items():
        assert wire.decode(bytes(Title.objects.get(pk=f"uva:{number}").body), wire.Title) == title


def test_copies_come_along_with_their_branch_and_call_number(source: Source) -> None:
    report = harvested(source)
    assert Copy.objects.count() == report.copies > 500
    copy = Copy.objects.filter(branch_id="laak", title__number="u4").get()
    assert copy.call_number
    assert copy.status == "available"
    assert "IVY" in report.astray


def test_a_second_harvest_brings_only_what_changed(source: Source, repository: Repository) -> None:
    harvested(source)
    before = dict(Title.objects.values_list("pk", "rev"))
    source.refresh_from_db()
    assert source.harvested is not None
    # Within the day that is asked for twice, and long before
    today = source.harvested.replace(tzinfo=None)
    one, two = repository.records[0][0], repository.records[1][0]
    repository.touch(one, today - timedelta(hours=20), repository.records[5][2])
    repository.touch(two, today - timedelta(hours=20))
    report = harvested(source)
    assert counts(report) == (2, 0, 1, 0, 1, 0)
    after = dict(Title.objects.values_list("pk", "rev"))
    assert {pk for pk, rev in after.items() if before[pk] != rev} == {f"uva:{one}"}


def test_nothing_new_is_no_error(source: Source) -> None:
    harvested(source)
    assert counts(harvested(source)) == (0, 0, 0, 0, 0, 0)
    assert Run.objects.filter(error="", ended__isnull=False).count() == 2


def test_what_is_deleted_there_goes_here_with_its_copies(source: Source, repository: Repository) -> None:
    harvested(source)
    source.refresh_from_db()
    gone = [number for number, _, _ in repository.records[:30]]
    for number in gone:
        repository.touch(number, source.harvested.replace(tzinfo=None))  # type: ignore[union-attr]
    repository.gone = set(gone)
    assert counts(harvested(source)) == (30, 0, 0, 30, 0, 0)
    assert not Title.objects.filter(number__in=gone).exists()
    assert not Copy.objects.filter(title__number__in=gone).exists()


def test_a_set_is_all_that_comes_when_one_is_named(source: Source) -> None:
    source.mapping += '[harvest]\nset = "odd"'
    source.save()
    assert counts(harvested(source))[:2] == (500, 500)


def test_a_set_that_is_not_there_brings_nothing(source: Source) -> None:
    source.mapping += '[harvest]\nprefix = "unimarc"'
    source.save()
    with pytest.raises(Refused, match="no format unimarc, but oai_dc, marc21"):
        harvested(source)
    assert Run.objects.get().error


def test_a_token_that_is_no_good_begins_again(source: Source) -> None:
    source.token, source.whole = "no such token", True
    source.save()
    assert counts(harvested(source))[:2] == (1000, 1000)


def test_a_full_harvest_lets_go_of_what_is_not_there(source: Source, repository: Repository) -> None:
    harvested(source)
    gone = {number for number, _, _ in repository.records[:50]}
    repository.records = repository.records[50:]
    assert counts(harvested(source))[3] == 0
    assert harvested(source, full=True, dry=True).deleted == 50
    report = harvested(source, full=True)
    assert counts(report) == (1000, 0, 0, 50, 950, 0)
    assert not Title.objects.filter(number__in=gone).exists()


def test_too_much_does_not_vanish_unless_somebody_says_so(source: Source, repository: Repository) -> None:
    harvested(source)
    repository.records = repository.records[200:]
    with pytest.raises(Refused, match="200 of 1000 titles are not there any more, which is more than 10%"):
        harvested(source, full=True)
    assert Title.objects.count() == 1000
    assert "200 of 1000" in Run.objects.order_by("-pk")[0].error
    harvested(source, full=True, vanish=0.5)
    assert Title.objects.count() == 800


def test_trying_a_source_reads_its_first_records_and_writes_nothing(source: Source) -> None:
    report = first(source, 100, 20)
    assert counts(report) == (100, 100, 0, 0, 0, 0)
    assert not Title.objects.exists()
    assert not Copy.objects.exists()


def test_a_dry_harvest_changes_nothing(source: Source) -> None:
    report = harvested(source, dry=True)
    assert counts(report)[:2] == (1000, 1000)
    assert report.copies > 500
    assert not Title.objects.exists()
    assert not Run.objects.exists()
    source.refresh_from_db()
    assert (source.harvested, source.token, source.sweep) == (None, "", 0)


def test_the_real_answers_of_a_server_are_read() -> None:
    assert oai_pmh.number("oai:test.local:a/b:c") == "a/b:c"
    assert oai_pmh.number("KOHA-OAI-TEST:7") == "7"
    assert oai_pmh.number("7") == "7"

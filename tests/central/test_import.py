"""`wegwijs-central catalogue import`: what becomes of every record, and that nothing is written that need not be."""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import pty
import subprocess
import sys
import termios
from pathlib import Path
from typing import Any

import pytest

from kiosk import wire
from kiosk.central.catalogue.bringing import Load
from kiosk.central.catalogue.importing import import_file, import_files
from kiosk.central.catalogue.models import Copy, Run, Source, Title
from kiosk.central.catalogue.report import Reason
from kiosk.central.fleet.models import Entry, Floor, Piece
from kiosk.central.main import main
from kiosk.central.sync.published import Head, Tombstone
from kiosk.paths import RESOURCES
from kiosk.wire.digest import EMPTY
from tests.central.made_up import FakeKiosk, branch
from tests.central.test_commands import RECORD

REAL = Path(__file__).parent.parent / "catalogue" / "data"
DEMO = RESOURCES / "demo" / "catalogue"

#: Real files: read, of which titles, passed over with a reason, refused; and those reasons by position.
COUNTS: dict[str, tuple[int, int, int, int, dict[int, str]]] = {
    "demo/titles.xml": (455, 455, 0, 0, {}),
    "demo/uva_001_2000.mrc": (2000, 2000, 0, 0, {}),
    "demo/bu_bibs.mrc": (100, 100, 0, 0, {}),
    "demo/eleven_scripts.mrc": (30, 29, 1, 0, {4: "deleted at its source, and not here"}),
    "bookops/bpl-sample.mrc": (5, 5, 0, 0, {}),
    "bookops/nyp-sample.mrc": (9, 9, 0, 0, {}),
    "pymarc/1251.dat": (6, 6, 0, 0, {}),
    # One of eight is cut off after its directory; the others are the same record with another leader
    "pymarc/bad_records.mrc": (8, 7, 0, 1, {7: "without a title"}),
    "pymarc/marc.dat": (20, 20, 0, 0, {}),
    "pymarc/regression45.dat": (12, 12, 0, 0, {}),
    # Made by their authors without any title
    "traject/bad_utf_byte.utf8.marc": (1, 0, 0, 1, {1: "without a title"}),
    "traject/escaped_character_reference.marc8.marc": (1, 0, 0, 1, {1: "without a title"}),
}


def real_files() -> list[Path]:
    return sorted([*REAL.rglob("*.dat"), *REAL.rglob("*.m*rc"), *DEMO.glob("*.mrc"), DEMO / "titles.xml"])


def named(path: Path) -> str:
    return f"{'demo' if path.parent == DEMO else path.parent.name}/{path.name}"


@pytest.mark.parametrize("path", real_files(), ids=named)
def test_every_real_file_comes_in_whole(path: Path) -> None:
    read, titles, skipped, refused, reasons = COUNTS.get(named(path), (1, 1, 0, 0, {}))
    load = Load()
    import_file(path, load)
    report = load.report
    passed_over = [reason for reason in report.reasons if reason.what == "skipped"]
    assert (report.read, len(passed_over), report.refused) == (read, skipped, refused)
    assert report.added + report.changed + report.skipped - len(passed_over) == titles
    assert {reason.position: reason.reason for reason in report.reasons} == reasons
    assert report.read == report.added + report.changed + report.deleted + report.skipped + report.refused
    again = Load()
    import_file(path, again)
    assert (again.report.added, again.report.deleted) == (0, 0)


def test_the_counts_name_only_files_that_are_there() -> None:
    assert set(COUNTS) <= {named(path) for path in real_files()}


def xml(folder: Path, *records: str, name: str = "titles.xml") -> Path:
    path = folder / name
    path.write_text(f'<collection xmlns="http://www.loc.gov/MARC21/slim">{"".join(records)}</collection>')
    return path


def record(id: str, title: str = "Max Havelaar", more: str = "", leader: str = "") -> str:
    text = RECORD.format(id=id, title=title).replace("</record>", f"{more}</record>")
    return text.replace("00000nam a2200000 a 4500", leader) if leader else text


def item(**subfields: str) -> str:
    inner = "".join(f'<subfield code="{code[-1]}">{text}</subfield>' for code, text in subfields.items())
    return f'<datafield tag="952" ind1=" " ind2=" ">{inner}</datafield>'


def heads() -> dict[str, tuple[int, str]]:
    return {f"{head.feed}/{head.scope}": (head.rev, head.digest) for head in Head.objects.all()}


def told(capsys: pytest.CaptureFixture[str], *words: str | Path) -> dict[str, Any]:
    """The object on the last line of what that import prints."""
    assert main(["catalogue", "import", *map(str, words), "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out.splitlines()[-1])
    return found


def koha(mapping: str = "") -> Source:
    row = Source(slug="koha", name="Koha", mapping=f'preset = "koha"\n{mapping}')
    row.save()
    return row


def test_the_report_is_one_object_with_every_reason(tmp_path: Path, capsys) -> None:
    path = xml(
        tmp_path,
        record("1"),
        record("2", ""),
        record("3", leader="00000nz  a2200000 a 4500"),
        record("4", "Jip & Janneke"),
        record("5", leader="00000nx  a2200000 a 4500"),
        record("6", "Woutertje"),
    )
    report = told(capsys, path)
    reasons = report.pop("reasons")
    assert report == {
        "read": 6, "added": 2, "changed": 0, "deleted": 0, "skipped": 2, "refused": 2, "copies": 0, "astray": {}
    }  # fmt: skip
    assert [(each["what"], each["position"], each["file"]) for each in reasons] == [
        ("refused", 2, "titles.xml"),
        ("skipped", 3, "titles.xml"),
        ("refused", 4, "titles.xml"),
        ("skipped", 5, "titles.xml"),
    ]
    assert [each["reason"].split(":")[0] for each in reasons] == [
        "without a title", "an authority record", "not XML", "a holdings record"
    ]  # fmt: skip
    assert told(capsys, path)["skipped"] == 4


def test_a_dry_run_changes_nothing_and_says_the_same(tmp_path: Path, capsys) -> None:
    branch("laak")
    koha()
    path = xml(tmp_path, record("1", more=item(_9="7", b="laak", o="MULT")), record("2"))
    before = heads()
    dry = told(capsys, path, "--source", "koha", "--dry-run")
    assert (heads(), Title.objects.count(), Copy.objects.count(), Run.objects.count()) == (before, 0, 0, 0)
    assert not Entry.objects.filter(did="import").exists()
    assert told(capsys, path, "--source", "koha") == dry
    assert (dry["added"], dry["copies"]) == (2, 1)
    assert Run.objects.get().report["added"] == 2


def test_the_same_again_takes_no_revision(tmp_path: Path, capsys) -> None:
    branch("laak")
    koha()
    path = xml(tmp_path, record("1", more=item(_9="7", b="laak", o="MULT", q="2026-12-24")))
    told(capsys, path, "--source", "koha")
    before, fetched = heads(), Copy.objects.get().fetched
    report = told(capsys, path, "--source", "koha")
    assert (report["skipped"], report["copies"], heads()) == (1, 0, before)
    # That it was seen again is known, and no kiosk has to fetch it
    assert Copy.objects.get().fetched > fetched  # type: ignore[operator]


def test_a_copy_that_changed_comes_alone_and_one_that_is_gone_goes(tmp_path: Path, capsys) -> None:
    branch("laak")
    koha()
    two = item(_9="7", b="laak", o="MULT") + item(_9="8", b="laak", o="MULT")
    told(capsys, xml(tmp_path, record("1", more=two)), "--source", "koha")
    staff = Copy(title_id="koha:1", branch_id="laak", call_number="Van staf")
    staff.save()
    titles = heads()["titles/"]
    one = item(_9="7", b="laak", o="MULT", q="2026-12-24")
    report = told(capsys, xml(tmp_path, record("1", more=one)), "--source", "koha")
    assert (report["changed"], report["skipped"], report["copies"]) == (0, 1, 2)
    assert heads()["titles/"] == titles
    assert sorted(Copy.objects.values_list("call_number", "status")) == [("MULT", "on_loan"), ("Van staf", "unknown")]
    assert Tombstone.objects.filter(feed="copies").count() == 1


def test_kiosks_get_copies_and_titles_that_stay_the_same_in_both_ways(tmp_path: Path, capsys) -> None:
    kiosk = FakeKiosk()
    koha()
    told(
        capsys,
        xml(tmp_path, record("1", more=item(_9="7", b="laak", o="MULT", d="2026-11-20", l="123"))),
        "--source",
        "koha",
    )
    [title], [copy] = kiosk.records("titles").values(), kiosk.records("copies").values()
    assert (title.id, title.loans) == ("koha:1", 120)
    assert (copy.title, copy.branch, str(copy.added)) == ("koha:1", "laak", "2026-11-20")


def test_a_record_that_is_marked_as_deleted_takes_its_title_and_copies_along(tmp_path: Path, capsys) -> None:
    branch("laak")
    koha()
    more = item(_9="7", b="laak", o="MULT")
    told(capsys, xml(tmp_path, record("1", more=more), record("2", more=more)), "--source", "koha")
    gone = record("1", leader="00000dam a2200000 a 4500")
    report = told(capsys, xml(tmp_path, gone, gone.replace(">1<", ">99<")), "--source", "koha")
    assert (report["deleted"], report["skipped"]) == (1, 1)
    assert report["reasons"][0]["reason"] == "deleted at its source, and not here"
    assert list(Title.objects.values_list("pk", flat=True)) == ["koha:2"]
    assert list(Copy.objects.values_list("title_id", flat=True)) == ["koha:2"]
    assert told(capsys, xml(tmp_path, record("1", leader="00000dam a2200000 a 4500"), record("2")))["added"] == 1


def test_all_gone_leaves_the_digest_of_nothing(tmp_path: Path, capsys) -> None:
    koha()
    told(capsys, xml(tmp_path, record("1"), record("2")), "--source", "koha")
    gone = [record(id, leader="00000dam a2200000 a 4500") for id in "12"]
    assert told(capsys, xml(tmp_path, *gone), "--source", "koha")["deleted"] == 2
    assert heads()["titles/"][1] == EMPTY


def test_two_sources_may_use_the_same_numbers_and_a_title_stays_that_of_its_own(tmp_path: Path, capsys) -> None:
    koha()
    path = xml(tmp_path, record("1"))
    told(capsys, path)
    told(capsys, path, "--source", "koha")
    assert {row.pk: row.source_id for row in Title.objects.all()} == {"1": None, "koha:1": "koha"}
    report = told(capsys, xml(tmp_path, record("koha:1", "Een ander"), record("2")))
    assert (report["refused"], report["added"]) == (1, 1)
    assert report["reasons"][0]["reason"] == "its number `koha:1` is that of a title from another source"
    assert Title.objects.get(pk="koha:1").title == "Max Havelaar"


def test_a_mapping_says_branches_shelves_readers_and_kinds(tmp_path: Path, capsys) -> None:
    branch("laak")
    koha(
        """
        [branches]
        FFL = "laak"
        DEPOT = ""
        [shelves]
        JEUGD = "Jeugdromans"
        [audience]
        shelves = {JEUGD = "children"}
        [kinds]
        types = {DVD = "film"}
        """
    )
    more = (
        item(_9="1", b="ffl", c="JEUGD", o="J MULT", y="DVD")
        + item(_9="2", b="DEPOT", o="MULT")
        + item(_9="3", b="XYZ", o="MULT")
        + item(_9="4", b="XYZ", o="MULT")
    )
    report = told(capsys, xml(tmp_path, record("1", more=more)), "--source", "koha")
    assert (report["copies"], report["astray"]) == (1, {"XYZ": 2})
    assert Copy.objects.get().shelf == "Jeugdromans"
    title = wire.decode(bytes(Title.objects.get().body), wire.Title)
    assert (title.kind, title.audience) == ("film", "children")
    main(["catalogue", "import", str(tmp_path / "titles.xml"), "--source", "koha"])
    assert "2 copies left out: no branch of ours for `XYZ`" in capsys.readouterr().out


def test_a_copy_stands_on_the_shelf_of_the_plan_that_holds_its_number(tmp_path: Path, capsys) -> None:
    for number, pieces in (
        (0, [("A", "Z", "")]),
        (2, [("J A", "J K", "Jeugd"), ("J L", "J Z", "Jeugd"), ("500", "599", "")]),
    ):
        floor = Floor(branch=branch("laak"), number=number, name={"nl": "Vloer"}, width=10, height=10, ground="M0 0")
        floor.save()
        for place, (first, last, label) in enumerate(pieces):
            Piece.objects.create(
                floor=floor, what="shelf", x=place, y=0, first=first, last=last, label={"nl": label} if label else {}
            )
    koha('[shelves]\nJ = "Jeugd"\nX = "Nieuw"')
    numbers = [("MULT", ""), ("J MULT", ""), ("j aba", "J"), ("512.3", ""), ("800", ""), ("900", "J"), ("MULT", "X")]
    more = "".join(item(_9=str(place), b="laak", o=number, c=shelf) for place, (number, shelf) in enumerate(numbers))
    told(capsys, xml(tmp_path, record("1", more=more)), "--source", "koha")
    found = {(row.call_number, row.shelf, row.floor) for row in Copy.objects.all()}
    assert found == {
        ("MULT", "", 0), ("J MULT", "Jeugd", 2), ("j aba", "Jeugd", 2), ("512.3", "", 2), ("800", "", 0),
        ("900", "Jeugd", 2), ("MULT", "Nieuw", 0),
    }  # fmt: skip


def test_a_copy_that_does_not_say_since_when_is_new_when_it_comes_later(tmp_path: Path, capsys) -> None:
    branch("laak")
    koha()
    one = item(_9="7", b="laak", o="MULT")
    told(capsys, xml(tmp_path, record("1", more=one)), "--source", "koha")
    assert Copy.objects.get().added is None
    told(
        capsys,
        xml(tmp_path, record("1", more=one), record("2", more=item(_9="8", b="laak", o="NIEUW"))),
        "--source",
        "koha",
    )
    assert {row.call_number: row.added is not None for row in Copy.objects.all()} == {"MULT": False, "NIEUW": True}
    added = Copy.objects.get(call_number="NIEUW").added
    told(capsys, xml(tmp_path, record("2", more=item(_9="8", b="laak", o="NIEUW", q="2026-12-24"))), "--source", "koha")
    assert Copy.objects.get(call_number="NIEUW").added == added


def test_texts_that_are_too_long_are_cut_and_many_alike_copies_are_told_apart(tmp_path: Path, capsys) -> None:
    branch("laak")
    koha(f"[shelves]\nX = '{'s' * 200}'")
    more = item(b="laak", o="N" * 300, c="X") * 30
    told(capsys, xml(tmp_path, record("n" * 500, "t" * 5000, more)), "--source", "koha")
    row = Title.objects.get()
    assert (len(row.pk) <= 100, len(row.title), len(row.number)) == (True, 300, 200)
    assert Copy.objects.count() == 30
    assert {(len(copy.call_number), len(copy.shelf)) for copy in Copy.objects.all()} == {(40, 80)}
    told(capsys, xml(tmp_path, record("n" * 500, "t" * 5000, more)), "--source", "koha")
    assert Copy.objects.count() == 30


def test_many_files_at_once_and_compressed_ones(tmp_path: Path, capsys) -> None:
    one = xml(tmp_path, record("1"), name="a.xml")
    two = tmp_path / "b.xml.gz"
    two.write_bytes(gzip.compress(xml(tmp_path, record("2"), record("3", ""), name="b.xml").read_bytes()))
    report = told(capsys, one, two)
    assert (report["read"], report["added"], report["refused"]) == (3, 2, 1)
    assert report["reasons"][0]["file"] == "b.xml.gz"
    assert Run.objects.get().what == "a.xml, b.xml.gz"


def test_people_read_what_was_refused_first_and_not_all_of_it(tmp_path: Path, capsys) -> None:
    passed = [record(str(n), leader="00000nz  a2200000 a 4500") for n in range(30)]
    main(["catalogue", "import", str(xml(tmp_path, *passed, record("a", ""), record("b")))])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "titles.xml: 32 read, 1 added, 0 changed, 30 skipped, 0 deleted, 1 refused"
    assert lines[1] == "  refused: record 31 of titles.xml: without a title"
    assert lines[-1] == "  and 11 more"


def test_no_bar_is_drawn_where_nobody_looks(tmp_path: Path, another: str) -> None:
    environment = {"WEGWIJS_SECRET_KEY": "s" * 40, "DATABASE_URL": another, "PATH": ""}
    path = xml(tmp_path, record("1"))
    for words in (["migrate"], ["catalogue", "import", str(path), "--json"]):
        command = [sys.executable, "-m", "kiosk.central.main", *words]
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=True)
    assert ran.stderr == ""
    assert json.loads(ran.stdout.splitlines()[-1])["added"] == 1


def test_a_bar_is_drawn_at_a_terminal(another: str) -> None:
    environment = {"WEGWIJS_SECRET_KEY": "s" * 40, "DATABASE_URL": another, "PATH": "", "TERM": "xterm"}
    words = [sys.executable, "-m", "kiosk.central.main"]
    subprocess.run([*words, "migrate"], env=environment, check=True, capture_output=True)
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    command = [*words, "catalogue", "import", str(DEMO / "uva_001_2000.mrc"), "--dry-run"]
    process = subprocess.Popen(command, env=environment, stderr=theirs, stdout=subprocess.PIPE)
    os.close(theirs)
    drawn = b""
    with contextlib.suppress(OSError):
        while piece := os.read(ours, 65536):
            drawn += piece
    assert process.wait(60) == 0
    assert b"uva_001_2000.mrc:" in drawn
    assert b"100%" in drawn or b"%|" in drawn


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["import", "FILE", "--source", "nowhere"], "There is no such source (nowhere). There are: koha."),
        (["harvest", "nowhere"], "There is no such source"),
        (["harvest", "koha"], "This source cannot be harvested (koha). Its kind is file"),
        (["source", "Not Good"], "Small letters, digits and - only (Not Good)."),
        (["source", "x", "--kind", "oai"], "Its address begins with https:// or http:// (x)."),
        (["source", "x", "--kind", "oai", "--address", "ftp://x"], "Its address begins with"),
        (["source", "x", "--mapping", "nowhere.toml"], "The mapping cannot be read"),
        (["source", "x", "--mapping", "BAD"], "Invalid enum value 'sold' - at `$.holdings.otherwise`"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(words: list[str], said: str, tmp_path: Path, capsys) -> None:
    koha()
    (tmp_path / "bad.toml").write_text('[holdings]\notherwise = "sold"')
    places = {"FILE": str(xml(tmp_path, record("1"))), "BAD": str(tmp_path / "bad.toml")}
    assert main(["catalogue", *(places.get(word, word) for word in words)]) == 2
    assert said in capsys.readouterr().err
    assert not Title.objects.exists()
    assert Source.objects.count() == 1


def test_a_source_is_added_and_changed_from_the_command_line(tmp_path: Path, capsys) -> None:
    (tmp_path / "koha.toml").write_text('preset = "koha"')
    add = ["catalogue", "source", "den-haag", "--kind", "koha", "--address", "https://catalogus.example.org"]
    assert main([*add, "--name", "Den Haag", "--mapping", str(tmp_path / "koha.toml")]) == 0
    assert main(["catalogue", "source", "den-haag", "--name", "Bibliotheek Den Haag"]) == 0
    row = Source.objects.get()
    assert (row.name, row.kind, row.site().preset) == ("Bibliotheek Den Haag", "koha", "koha")
    assert [entry.did for entry in Entry.objects.order_by("pk")] == ["add", "change"]


def test_reasons_are_kept_within_bounds() -> None:
    load = Load()
    for position in range(20_000):
        load.report.refuse("x", position)
    assert (load.report.refused, len(load.report.reasons)) == (20_000, 10_000)
    assert len(load.report.kept()["reasons"]) == 200  # type: ignore[arg-type]
    assert load.report.reasons[0] == Reason(what="refused", reason="x", position=0)


def test_only_the_last_runs_of_a_source_are_remembered(tmp_path: Path) -> None:
    path, source = xml(tmp_path, record("1")), koha()
    for _ in range(52):
        import_files([path], source)
    import_files([path])
    assert (source.runs.count(), Run.objects.filter(source=None).count()) == (50, 1)

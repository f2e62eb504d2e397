from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from kiosk.central import loading
from kiosk.central.catalogue.models import Copy, Title
from kiosk.central.events.models import Event
from kiosk.central.fleet.models import Branch, Kiosk
from kiosk.central.main import main
from kiosk.central.sync.enrolment import enrol
from kiosk.central.sync.models import Epoch
from kiosk.central.sync.published import Head
from kiosk.central.workspaces.models import Desk, Visit
from kiosk.clock import here, now
from kiosk.paths import RESOURCES
from tests.central.made_up import branch, desk
from tests.library import NOW, set_clock

LIBRARY = """
branches:
  - id: laak
    name: Bibliotheek Laak
    short: Laak
    hours: [{days}]
    other_hours:
      - {{yearly: "12-25", reason: {{nl: Eerste kerstdag}}}}
    floors:
      - number: 0
        name: {{nl: Begane grond}}
        width: 100
        height: 50
        ground: "M0 0H100V50H0Z"
        walls: ""
        pieces:
          - {{what: shelf, x: 1, y: 2, label: {{nl: Romans}}, first: A, last: Z}}
    desks:
      - {{id: laak-t4, name: Tafel 4, kind: table, x: 30}}
      - {{id: laak-t5, name: Tafel 5, kind: table, x: 40}}
    events:
      - {{id: taalcafe, day: 2, starts: "14:00", ends: "15:30", title: {{nl: Taalcafé}}}}
    visits:
      - {{desk: laak-t4, ago: 35, left: 45}}
"""

ALWAYS = ", ".join(f'{{day: {day}, opens: "00:00", closes: "23:59"}}' for day in range(7))

RECORD = """<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader>
<controlfield tag="001">{id}</controlfield>
<controlfield tag="008">010101s2001    ne            000 1 dut  </controlfield>
<datafield tag="100" ind1="1" ind2=" "><subfield code="a">Multatuli</subfield></datafield>
<datafield tag="245" ind1="1" ind2="0"><subfield code="a">{title}</subfield></datafield></record>"""


@pytest.fixture(autouse=True)
def _wednesday_afternoon(monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch)


def library(folder: Path, days: str = ALWAYS) -> Path:
    path = folder / "library.yaml"
    path.write_text(LIBRARY.format(days=days))
    return path


def marcxml(folder: Path, **titles: str) -> Path:
    records = "".join(RECORD.format(id=id, title=title) for id, title in titles.items())
    path = folder / "titles.xml"
    path.write_text(f'<collection xmlns="http://www.loc.gov/MARC21/slim">{records}</collection>')
    return path


def revisions() -> dict[str, int]:
    return {f"{head.feed}/{head.scope}": head.rev for head in Head.objects.all()}


def test_a_library_is_loaded_and_loading_it_again_changes_nothing(tmp_path: Path) -> None:
    path = library(tmp_path, days="")
    assert main(["library", "load", str(path)]) == 0
    assert list(Desk.objects.values_list("pk", flat=True)) == ["laak-t4", "laak-t5"]
    assert Event.objects.count() == 2
    assert Branch.objects.get().floors.get().pieces.get().first == "A"
    before = revisions()
    assert loading.load(path) == "1 branches read; changed: nothing."
    assert revisions() == before


def test_made_up_visitors_sit_where_the_file_says_and_only_while_it_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loading.load(library(tmp_path))
    visit = Visit.objects.get()
    assert (visit.desk_id, visit.state) == ("laak-t4", "held")
    assert timedelta(minutes=44) < visit.until - NOW < timedelta(minutes=46)
    loading.load(library(tmp_path))
    assert Visit.objects.count() == 1
    set_clock(monkeypatch, NOW.replace(hour=22, minute=59))
    loading.load(library(tmp_path))
    assert not Visit.objects.exists()


def test_activities_are_placed_in_this_week_and_the_next_by_the_branchs_own_clock(tmp_path: Path) -> None:
    loading.load(library(tmp_path))
    first, second = Event.objects.order_by("starts")
    assert (here(first.starts).weekday(), f"{here(first.starts):%H:%M}", f"{here(first.ends):%H:%M}") == (
        2,
        "14:00",
        "15:30",
    )
    year, week, _day = here(now()).isocalendar()
    assert first.pk == f"laak-taalcafe-{year}w{week:02}"
    assert here(second.starts).date() - here(first.starts).date() == timedelta(days=7)


def test_activities_of_earlier_weeks_go_but_those_of_staff_stay(tmp_path: Path) -> None:
    path = library(tmp_path)
    loading.load(path)
    old = Event.objects.order_by("starts")[0]
    Event(id="old", plan="library", branch=old.branch, title={"nl": "Oud"}, starts=old.starts, ends=old.ends).save()
    Event(id="ours", branch=old.branch, title={"nl": "Van ons"}, starts=old.starts, ends=old.ends).save()
    loading.load(path)
    assert set(Event.objects.values_list("pk", flat=True)) >= {"ours", old.pk}
    assert not Event.objects.filter(pk="old").exists()


def test_what_changed_in_the_file_gets_a_new_revision_and_the_rest_does_not(tmp_path: Path) -> None:
    path = library(tmp_path, days="")
    loading.load(path)
    kept = Desk.objects.get(pk="laak-t4").rev
    path.write_text(path.read_text().replace("x: 40", "x: 41"))
    assert loading.load(path) == "1 branches read; changed: 1 desks."
    assert Desk.objects.get(pk="laak-t4").rev == kept
    assert Desk.objects.get(pk="laak-t5").rev > kept


@pytest.mark.parametrize(
    ("was", "becomes", "place"),
    [
        ("kind: table", "kind: sofa", "$.branches[0].desks[0].kind"),
        ('"14:00"', "14:00", "$.branches[0].events[0].starts"),
        ("desk: laak-t4", "desk: laak-t9", "laak-t9"),
        ("short: Laak", "shot: Laak", "$.branches[0]"),
        ('yearly: "12-25"', 'yearly: "12-32"', "yearly"),
        ('ends: "15:30"', 'ends: "13:30"', "taalcafe"),
        ("title: {nl: Taal", "title: {en: Taal", "Dutch"),
        ("id: laak-t5", "id: laak-t4", "laak-t4"),
        ("branches:", "branches: [", "as it should be"),
        ("day: 2", "day: 7", "$.branches[0].events[0].day"),
    ],
)
def test_a_library_that_is_wrong_is_refused_whole_with_the_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], was: str, becomes: str, place: str
) -> None:
    path = library(tmp_path, days="")
    text = path.read_text()
    assert was in text
    path.write_text(text.replace(was, becomes, 1))
    assert main(["library", "load", str(path)]) == 2
    error = capsys.readouterr().err
    assert place in error
    assert str(path) in error
    assert error.count("\n") <= 4
    assert not Branch.objects.exists()


def test_the_librarys_own_example_is_right() -> None:
    assert main(["library", "load", str(RESOURCES / "demo" / "library.yaml")]) == 0
    assert Desk.objects.filter(branch="laak").exists()


def test_titles_are_imported_once_and_only_what_changed_again(tmp_path: Path, capsys) -> None:
    path = marcxml(tmp_path, one="Max Havelaar", two="Woutertje Pieterse")
    assert main(["catalogue", "import", str(path)]) == 0
    assert "2 read, 2 added, 0 changed, 0 skipped" in capsys.readouterr().out
    revs = dict(Title.objects.values_list("title", "rev"))
    marcxml(tmp_path, one="Max Havelaar", two="Woutertje Pieterse, herzien")
    main(["catalogue", "import", str(path)])
    assert "2 read, 0 added, 1 changed, 1 skipped" in capsys.readouterr().out
    assert Title.objects.get(title="Max Havelaar").rev == revs["Max Havelaar"]
    assert Title.objects.get(title__contains="herzien").rev > max(revs.values())


def test_made_up_copies_are_the_same_at_every_import(tmp_path: Path) -> None:
    loading.load(library(tmp_path))
    path = marcxml(tmp_path, **{f"t{n}": f"Titel {n}" for n in range(20)})
    main(["catalogue", "import", str(path), "--copies", "demo"])
    copies = list(Copy.objects.order_by("pk").values())
    assert len(copies) == 20
    assert {copy["status"] for copy in copies} == {"available", "on_loan"}
    assert all((copy["due"] is not None) == (copy["status"] == "on_loan") for copy in copies)
    assert {(copy["call_number"], copy["shelf"]) for copy in copies} == {("MULT", "Romans")}
    main(["catalogue", "import", str(path), "--copies", "demo"])
    assert list(Copy.objects.order_by("pk").values()) == copies


def test_a_code_for_a_desk_makes_the_kiosk_that_stands_there(capsys) -> None:
    desk("laak-c3", kind="computer", x=12, y=34)
    assert main(["kiosk", "code", "--branch", "laak", "--desk", "laak-c3"]) == 0
    enrolled = enrol(b"k" * 32, capsys.readouterr().out.strip(), "")
    kiosk = Kiosk.objects.get()
    assert (enrolled, kiosk.desk_id, kiosk.name, kiosk.x, kiosk.y) == (kiosk, "laak-c3", "Laak-C3", 12, 34)
    main(["kiosk", "code", "--branch", "laak", "--desk", "laak-c3"])
    assert Kiosk.objects.count() == 1


def test_a_kiosk_that_is_no_desk_stands_where_it_is_told(capsys) -> None:
    branch()
    main(["kiosk", "code", "--branch", "laak", "--name", "Zuil", "--floor", "1", "--x", "5", "--y", "6"])
    kiosk = Kiosk.objects.get()
    assert (kiosk.name, kiosk.desk, kiosk.floor, kiosk.x, kiosk.y) == ("Zuil", None, 1, 5, 6)
    main(["kiosk", "code", "--branch", "laak", "--name", "Zuil"])
    kiosk.refresh_from_db()
    assert (Kiosk.objects.count(), kiosk.floor) == (1, 1)


def test_an_account_gets_a_password_that_is_said_once(capsys) -> None:
    branch()
    assert main(["account", "create", "--name", "marja", "--role", "volunteer", "--branch", "laak"]) == 0
    user = User.objects.get(username="marja")
    assert user.check_password(capsys.readouterr().out.strip())
    assert (user.is_staff, user.helper.name, [row.pk for row in user.helper.branches.all()]) == (
        False,
        "Marja",
        ["laak"],
    )


def test_the_central_team_chooses_its_own_password(capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("een-lang-woord-99\n"))
    assert main(["account", "create", "--name", "beheer", "--role", "central", "--password-stdin"]) == 0
    assert User.objects.get().check_password("een-lang-woord-99")
    assert capsys.readouterr().out == ""


def test_a_restored_database_starts_another_life(capsys) -> None:
    before = Epoch.current()
    assert main(["epoch", "renew"]) == 0
    assert Epoch.current() > before


def test_a_file_without_a_single_title_is_refused_with_the_reason(tmp_path: Path, capsys) -> None:
    path = tmp_path / "page.xml"
    path.write_text("<html><body>log in")
    assert main(["catalogue", "import", str(path)]) == 2
    assert "no title in this file: not XML" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["library", "load", "nowhere.yaml"],
        ["library", "load", "."],
        ["catalogue", "import", "nowhere.mrc"],
        ["catalogue", "import", __file__],
        ["kiosk", "code", "--branch", "nowhere", "--desk", "x"],
        ["kiosk", "code", "--branch", "laak", "--desk", "nowhere"],
        ["kiosk", "code", "--branch", "laak"],
        ["account", "create", "--name", "x", "--role", "volunteer", "--branch", "nowhere"],
        ["account", "create", "--name", "x", "--role", "volunteer"],
        ["account", "create", "--name", "a b", "--role", "central"],
        ["account", "create", "--name", "taken", "--role", "central"],
        ["serve", "--workers", "0"],
        ["backup", "/nowhere/at/all.backup"],
        ["backup", ".", "--keep", "0"],
        ["restore", "nowhere.backup"],
        ["restore", __file__, "--check"],
        ["serve", "--port", "70000"],
        ["serve", "--host", "not an address"],
    ],
)
def test_a_command_that_cannot_be_done_says_so_in_a_sentence(words: list[str], capsys) -> None:
    branch()
    User.objects.create(username="taken")
    assert main(words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.strip().endswith(".")
    assert "Traceback" not in said.err


@pytest.mark.parametrize("words", [[], ["library"], ["kiosk", "code"], ["account", "create", "--role", "king"]])
def test_a_command_that_is_none_says_what_there_is(words: list[str], capsys) -> None:
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 2
    assert "usage: wegwijs-central" in capsys.readouterr().err


def test_other_words_go_to_django(capsys) -> None:
    assert main(["check"]) == 0
    assert "no issues" in capsys.readouterr().out

"""Covers: from a site or a folder into central, onto the titles, and to the kiosks."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
import time
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from kiosk.central.catalogue import album, covers
from kiosk.central.catalogue.adapters import covers as adapter
from kiosk.central.catalogue.importing import import_files
from kiosk.central.catalogue.models import Cover, Run, Source, Title
from kiosk.central.catalogue.picture import LARGEST, cover
from kiosk.central.main import main
from kiosk.clock import now
from tests.central.covers import Shop, open_shop, picture, shown, title
from tests.central.databases import rows
from tests.central.made_up import FakeKiosk, branch
from tests.central.test_serving import Running

#: ISBNs whose check digits are right.
ONE, TWO, THREE = "9789021402000", "9780306406157", "9783161484100"
TEN = "0306406152"


@pytest.fixture(autouse=True)
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that would have been waited."""
    found: list[float] = []
    monkeypatch.setattr(adapter, "_wait", found.append)
    return found


def source(shop: Shop, slug: str = "x", rate: float = 100, template: str = "/b/{isbn}.jpg") -> Source:
    row = Source(slug=slug, name=slug, mapping=f'covers = "{shop.address}{template}"\ncovers_rate = {rate}')
    row.full_clean()
    row.save()
    return row


def ran(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    """What the command reported."""
    capsys.readouterr()
    main(["catalogue", "covers", "--json", *words])
    said = capsys.readouterr()
    return {**json.loads(said.out.splitlines()[-1]), "error": said.err} if said.out else {"error": said.err}


def counts(report: dict[str, Any]) -> dict[str, int]:
    names = ("read", "added", "changed", "deleted", "skipped", "refused")
    assert report["read"] == sum(report[name] for name in names[1:])
    return {name: report[name] for name in names if report[name]}


def name(body: bytes) -> str:
    return sha256(cover(body)).hexdigest()[:32]


def test_a_title_shows_the_cover_that_a_site_has(capsys: pytest.CaptureFixture[str]) -> None:
    one = picture(seed=1)
    with open_shop(**{"i" + ONE: one}) as shop:
        x = source(shop)
        title("a", ONE, source=x)
        title("b", TEN, source=x)
        title("c", source=x)
        assert counts(ran(capsys)) == {"read": 2, "added": 1, "skipped": 1}
    assert shop.asked == [f"/b/{ONE}.jpg", f"/b/{TWO}.jpg"]
    assert (shown("a"), shown("b"), shown("c")) == (name(one), "", "")
    assert Cover.objects.get(pk=ONE).body == cover(one)
    assert bytes(Cover.objects.get(pk=TWO).body) == b""
    [run] = Run.objects.all()
    assert (run.what, run.error, run.report["added"]) == ("covers", "", 1)


def test_what_was_found_or_not_is_not_asked_again_before_its_time(capsys: pytest.CaptureFixture[str]) -> None:
    with open_shop(**{"i" + ONE: picture()}) as shop:
        x = source(shop)
        title("a", ONE, source=x)
        title("b", TWO, source=x)
        ran(capsys)
        revisions = set(Title.objects.values_list("pk", "rev"))
        shop.asked.clear()
        assert counts(ran(capsys)) == {}
        Cover.objects.all().update(looked=now() - timedelta(days=89))
        ran(capsys)
        assert shop.asked == []
        Cover.objects.all().update(looked=now() - timedelta(days=91))
        assert counts(ran(capsys)) == {"read": 1, "skipped": 1}
    assert shop.asked == [f"/b/{TWO}.jpg"]
    assert set(Title.objects.values_list("pk", "rev")) == revisions


def test_the_first_number_with_a_cover_is_enough(capsys: pytest.CaptureFixture[str]) -> None:
    with open_shop(**{"i" + TWO: picture()}) as shop:
        title("a", ONE, f"{TEN} (paperback)", "no number", THREE, source=source(shop))
        ran(capsys)
    assert shop.asked == [f"/b/{ONE}.jpg", f"/b/{TWO}.jpg"]
    assert shown("a") == name(picture())


def test_only_titles_of_sources_that_name_a_site_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    with open_shop() as shop:
        title("a", ONE, source=source(shop))
        title("b", TWO, source=source(shop, "y"))
        title("c", THREE, source=Source.objects.create(slug="z", name="z"))
        title("d", THREE)
        ran(capsys, "y")
        assert shop.asked == [f"/b/{TWO}.jpg"]
        ran(capsys)
        assert shop.asked == [f"/b/{TWO}.jpg", f"/b/{ONE}.jpg"]
    assert "It does not say (z)" in ran(capsys, "x", "z")["error"]
    assert "no such source" in ran(capsys, "q")["error"]
    Source.objects.all().update(mapping="")
    assert "No source says where covers are" in ran(capsys)["error"]


def test_a_dry_run_asks_nobody_and_writes_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / f"{TWO}.jpg").write_bytes(picture())
    with open_shop(**{"i" + ONE: picture()}) as shop:
        title("a", ONE, TWO, source=source(shop))
        report = ran(capsys, "--dry-run")
        assert counts(report) == {"read": 1, "skipped": 1}
        assert report["reasons"][0]["reason"] == "its cover would be asked for"
        assert counts(ran(capsys, "--dry-run", "--from", str(tmp_path))) == {"read": 1, "added": 1}
    assert (shop.asked, shown("a")) == ([], "")
    assert not Cover.objects.exists()
    assert not Run.objects.exists()


def test_a_site_is_asked_no_faster_than_its_mapping_says(waited: list[float]) -> None:
    with open_shop() as shop, adapter.site(f"{shop.address}/{{isbn}}", rate=4) as site:
        for isbn in (ONE, TWO, THREE):
            site.picture(isbn)
    # Nobody really waited, so each falls due later than the one before
    assert waited == [pytest.approx(0.25, abs=0.1), pytest.approx(0.5, abs=0.1)]


def test_a_number_may_stand_in_the_query(capsys: pytest.CaptureFixture[str]) -> None:
    with open_shop() as shop:
        title("a", ONE, source=source(shop, template="/get?size=M&isbn={isbn}&key=a%26b"))
        ran(capsys)
    assert shop.asked == [f"/get?size=M&isbn={ONE}&key=a%26b"]


@pytest.mark.parametrize(
    "address",
    ["https://x.org/cover.jpg", "https://{isbn}.x.org/", "ftp://x.org/{isbn}", "{isbn}", "https://[{isbn}"],
)
def test_an_address_without_a_place_for_the_number_is_no_mapping(address: str) -> None:
    row = Source(slug="x", name="x", mapping=f'covers = "{address}"')
    with pytest.raises(Exception, match=r"\$.covers"):
        row.full_clean()


def test_a_busy_site_is_waited_for_and_asked_once_more(capsys: pytest.CaptureFixture[str], waited: list[float]) -> None:
    with open_shop(**{"i" + ONE: picture()}) as shop:
        shop.replies = [(429, {"Retry-After": "7"}, b"")]
        title("a", ONE, source=source(shop))
        assert counts(ran(capsys)) == {"read": 1, "added": 1}
        assert 7.0 in waited
        shop.replies = [(503, {"Retry-After": "99999"}, b"")] * 2
        title("b", TWO, source=Source.objects.get())
        assert counts(ran(capsys)) == {"read": 1, "refused": 1}
    assert max(waited) == adapter.BUSY
    assert not Cover.objects.filter(pk=TWO).exists()


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ((200, {}, b"<html>Log in</html>"), "no picture that can be read"),
        ((200, {}, picture()[:3000]), "no picture that can be read"),
        ((200, {}, b"\xff\xd8\xff" + bytes(LARGEST)), "longer than"),
        ((200, {"Content-Encoding": "br"}, picture()), "an encoding that was not asked for"),
        ((302, {"Location": "http://169.254.169.254/"}, b""), "sends us elsewhere"),
        ((403, {}, b""), "does not let us in"),
        ((500, {}, b""), "answers with 500"),
    ],
    ids=["a page", "half", "long", "encoding", "redirect", "not let in", "fault"],
)
def test_what_is_no_picture_costs_only_itself(
    reply: tuple[int, dict[str, str], bytes], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_shop(**{"i" + TWO: picture()}) as shop:
        shop.replies = [reply]
        x = source(shop)
        title("a", ONE, source=x)
        title("b", TWO, source=x)
        report = ran(capsys)
    assert counts(report) == {"read": 2, "added": 1, "refused": 1}
    assert said in report["reasons"][0]["reason"]
    assert report["reasons"][0]["position"] == ONE
    assert (shown("a"), shown("b")) == ("", name(picture()))
    # What is no picture is none tomorrow either; a site that fails may be better then
    assert Cover.objects.filter(pk=ONE).exists() == (reply[0] == 200 and "Content-Encoding" not in reply[1])


def test_a_site_that_is_down_is_left_and_the_next_run_goes_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(covers, "FAILURES", 3)
    monkeypatch.setattr(covers, "CHUNK", 2)
    numbers = [ONE, TWO, THREE, "9780131103627", "9780201633610"]
    with open_shop(**{"i" + number: picture(seed=place) for place, number in enumerate(numbers)}) as shop:
        x, y = source(shop), source(shop, "y")
        for place, number in enumerate(numbers):
            title(f"t{place}", number, source=x)
        title("u", "9780262033848", source=y)
        shop.replies = [(200, {}, picture()), *[(500, {}, b"")] * 3]
        report = ran(capsys)
        # The other site was asked all the same
        assert counts(report) == {"read": 5, "added": 1, "skipped": 1, "refused": 3}
        assert "x: It answers with 500" in report["error"]
        assert len(shop.asked) == 5
        assert [run.error != "" for run in Run.objects.order_by("source")] == [True, False]
        assert counts(ran(capsys)) == {"read": 4, "added": 4}
    assert all(shown(f"t{place}") for place in range(5))


def test_a_folder_of_pictures_named_by_isbn(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = tmp_path / "covers"
    folder.mkdir()
    (folder / f"{ONE}.jpg").write_bytes(picture(seed=1))
    (folder / f"{TEN}.png").write_bytes(picture(seed=2, kind="PNG"))
    (folder / f"{THREE}.jpg").write_bytes(picture(seed=3))
    (folder / "Thumbs.db").write_bytes(b"")
    (folder / "sub").mkdir()
    title("a", ONE)
    title("b", TWO)
    report = ran(capsys, "--from", str(folder))
    assert counts(report) == {"read": 4, "added": 2, "skipped": 2}
    assert {(each["reason"], each["position"]) for each in report["reasons"]} == {
        ("its name is no ISBN", "Thumbs.db"),
        ("no title has this number", THREE),
    }
    assert (shown("a"), shown("b")) == (name(picture(seed=1)), name(picture(seed=2, kind="PNG")))
    assert counts(ran(capsys, "--from", str(folder))) == {"read": 4, "skipped": 4}
    (folder / f"{ONE}.jpg").write_bytes(picture(seed=7))
    (folder / f"{TEN}.png").write_bytes(b"no picture at all")
    assert counts(ran(capsys, "--from", str(folder))) == {"read": 4, "changed": 1, "refused": 1, "skipped": 2}
    assert (shown("a"), shown("b")) == (name(picture(seed=7)), name(picture(seed=2, kind="PNG")))
    assert "cannot be read" in ran(capsys, "--from", str(tmp_path / "nowhere"))["error"]


def test_a_blank_in_a_folder_takes_a_cover_away(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    album.keep(ONE, cover(picture()))
    title("a", ONE)
    (tmp_path / f"{ONE}.gif").write_bytes(picture(1, 1, kind="GIF", mode="P"))
    assert counts(ran(capsys, "--from", str(tmp_path))) == {"read": 1, "deleted": 1}
    assert shown("a") == ""


RECORD = """<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader>
<controlfield tag="001">{id}</controlfield><datafield tag="020" ind1=" " ind2=" "><subfield code="a">{isbn}</subfield>
</datafield><datafield tag="245" ind1="0" ind2="0"><subfield code="a">{name}</subfield></datafield></record>"""


def imported(folder: Path, name: str = "Een") -> None:
    file = folder / "titles.xml"
    records = RECORD.format(id="1", isbn=ONE, name=name)
    file.write_text(f'<collection xmlns="http://www.loc.gov/MARC21/slim">{records}</collection>')
    import_files([file])


def test_an_import_keeps_the_cover_of_a_title(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    imported(tmp_path)
    folder = tmp_path / "covers"
    folder.mkdir()
    (folder / f"{ONE}.jpg").write_bytes(picture())
    ran(capsys, "--from", str(folder))
    row = Title.objects.get()
    assert shown(row.pk) == name(picture())
    imported(tmp_path)
    assert Title.objects.get().rev == row.rev
    imported(tmp_path, "Twee")
    assert (Title.objects.get().title, shown(row.pk)) == ("Twee", name(picture()))


def test_a_title_that_comes_back_has_its_cover_at_once(tmp_path: Path) -> None:
    album.keep(ONE, cover(picture()))
    imported(tmp_path)
    assert shown(Title.objects.get().pk) == name(picture())


def test_kiosks_hear_of_a_cover_and_fetch_it(capsys: pytest.CaptureFixture[str]) -> None:
    branch("laak")
    kiosk = FakeKiosk()
    with open_shop(**{"i" + ONE: picture()}) as shop:
        title("a", ONE, source=source(shop))
        before = kiosk.head("titles")
        ran(capsys)
    assert [*kiosk.changes("titles", before)] == ["a"]
    told = kiosk.records("titles")["a"].cover
    reply = kiosk.get(f"/v1/covers/{told}")
    assert (reply.status_code, reply["Content-Type"], reply["ETag"]) == (200, "image/jpeg", f'"{told}"')
    assert "immutable" in reply["Cache-Control"]
    assert sha256(reply.content).hexdigest()[:32] == told
    again = kiosk.get(f"/v1/covers/{told}", **{"if-none-match": f'"other", "{told}"'})
    assert (again.status_code, again.content) == (304, b"")
    assert kiosk.get(f"/v1/covers/{told}", **{"if-none-match": '"other"'}).status_code == 200


def test_only_enrolled_kiosks_get_covers_and_only_those_that_are_there() -> None:
    kiosk = FakeKiosk()
    album.keep(ONE, b"")
    for wrong in ("0" * 32, "x", "%00", "..%2F..%2Fetc"):
        reply = kiosk.get(f"/v1/covers/{wrong}")
        assert (reply.status_code, reply["Content-Type"]) == (404, "application/problem+json"), wrong
    kiosk.token = "no-token"
    assert kiosk.get(f"/v1/covers/{'0' * 32}").status_code == 401


def test_a_run_that_is_killed_goes_on_with_what_is_unknown(another: str, tmp_path: Path) -> None:
    central = Running(another)
    central.run("migrate")
    reached, go_on = threading.Event(), threading.Event()
    numbers = [ONE, TWO, THREE]
    records = "".join(RECORD.format(id=n, isbn=isbn, name="Titel") for n, isbn in enumerate(numbers))
    file, mapping = tmp_path / "t.xml", tmp_path / "m.toml"
    file.write_text(f'<collection xmlns="http://www.loc.gov/MARC21/slim">{records}</collection>')
    with open_shop(**{"i" + isbn: picture(seed=n) for n, isbn in enumerate(numbers)}) as shop:
        answer = shop.answer

        def slow(path: str) -> Any:
            if len(shop.asked) == 2 and not go_on.is_set():
                reached.set()
                go_on.wait(30)
            return answer(path)

        shop.answer = slow  # type: ignore[method-assign]
        mapping.write_text(f'covers = "{shop.address}/{{isbn}}"\ncovers_rate = 100')
        central.run("catalogue", "source", "x", "--mapping", str(mapping))
        central.run("catalogue", "import", str(file), "--source", "x")
        command = [sys.executable, "-m", "kiosk.central.main", "catalogue", "covers"]
        process = subprocess.Popen(command, env=central.environment)
        assert reached.wait(60)
        process.send_signal(signal.SIGKILL)
        process.wait()
        go_on.set()
        assert rows(another, "SELECT count(*) FROM catalogue_cover") == [(2,)]
        time.sleep(0.1)
        shop.asked.clear()
        said = central.run("catalogue", "covers")
        assert len(shop.asked) == 1
    assert "1 read, 1 added" in said
    bodies = rows(another, "SELECT body FROM catalogue_title")
    assert sum(b'"cover":"' in bytes(body) for (body,) in bodies) == 3

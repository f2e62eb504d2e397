from __future__ import annotations

import gzip
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from kiosk.central.catalogue.models import Title
from kiosk.central.fleet.models import Branch, Hours
from kiosk.central.sync import areas, deltas, models, snapshots, views
from kiosk.central.sync.models import Epoch
from kiosk.central.sync.published import Head
from kiosk.central.workspaces.models import Desk
from kiosk.clock import now
from kiosk.wire import FEEDS, LANES, Problem, decode, encode
from kiosk.wire import Hours as HoursRecord
from kiosk.wire import Title as TitleRecord
from kiosk.wire.digest import digest
from tests.central.made_up import FakeKiosk, branch, desk


def titles(count: int) -> list[Title]:
    return [
        Title(id=f"t{n}", body=encode(TitleRecord(id=f"t{n}", title=f"Boek {n}")), title=f"Boek {n}", kind="book")
        for n in range(count)
    ]


def test_every_feed_has_a_source_and_every_fact_somebody_who_takes_it() -> None:
    assert set(areas.SOURCES) == set(FEEDS)
    assert set(areas.ACCEPTS) == set(LANES)
    assert {name: source.model.feed for name, source in areas.SOURCES.items()} == {name: name for name in FEEDS}


def test_a_kiosk_gets_what_changed_since_it_looked_and_nothing_else() -> None:
    desk("laak-t1")
    table = desk("laak-t2")
    kiosk = FakeKiosk()
    first, found = kiosk.everything("desks")
    assert set(found) == {"laak-t1", "laak-t2"}
    assert kiosk.changes("desks", first) == {}

    table.broken = True
    table.save()

    assert set(kiosk.changes("desks", first)) == {"laak-t2"}
    assert kiosk.records("desks")["laak-t2"].broken


def test_what_was_deleted_arrives_as_gone_but_not_from_the_beginning() -> None:
    table = desk("laak-t1")
    kiosk = FakeKiosk()
    before = kiosk.head("desks")
    table.delete()
    gone = kiosk.changes("desks", before)["laak-t1"]
    assert gone.deleted
    assert bytes(gone.record) == b"null"
    assert kiosk.records("desks") == {}


def test_what_comes_back_is_no_longer_gone() -> None:
    table = desk("laak-t1")
    kiosk = FakeKiosk()
    before = kiosk.head("desks")
    table.delete()
    desk("laak-t1")
    assert [change.deleted for change in kiosk.page("desks", before).changes] == [False]


def test_a_desk_that_moves_is_gone_from_its_old_branch() -> None:
    table = desk("t1")
    here, there = FakeKiosk(), FakeKiosk("escamp")
    before = here.head("desks")
    table.branch = branch("escamp")
    table.save()
    assert here.changes("desks", before)["t1"].deleted
    assert there.records("desks")["t1"].branch == "escamp"


def test_what_goes_along_with_a_branch_is_gone_too() -> None:
    desk("escamp-t1", of="escamp")
    kiosk = FakeKiosk()
    before = kiosk.head("branches")
    Branch.objects.filter(pk="escamp").delete()
    assert kiosk.changes("branches", before)["escamp"].deleted
    stone = areas.SOURCES["desks"].since("escamp", 1, 99, 10)
    assert [change.id for change in stone] == ["escamp-t1"]


def test_a_change_of_a_part_publishes_the_branch() -> None:
    kiosk = FakeKiosk()
    before = kiosk.head("branches")
    hours = Hours(branch=branch(), day=0, opens="10:00", closes="18:00")
    hours.save()
    between = kiosk.page("branches", before)
    assert [change.id for change in between.changes] == ["laak"]
    assert kiosk.records("branches")["laak"].hours == [HoursRecord(0, "10:00", "18:00")]
    hours.delete()
    assert [change.id for change in kiosk.page("branches", between.to).changes] == ["laak"]
    assert kiosk.records("branches")["laak"].hours == []


def test_a_branch_tells_where_its_titles_can_be_reserved_and_only_a_page_is_taken() -> None:
    laak = branch()
    laak.catalogue_page = "https://bieb.example/titel/{id}"
    laak.full_clean()
    laak.save()
    assert FakeKiosk().records("branches")["laak"].catalogue_page == "https://bieb.example/titel/{id}"
    for wrong in ("https://bieb.example/", "javascript:alert({id})", "{id}"):
        laak.catalogue_page = wrong
        with pytest.raises(ValidationError, match="id"):
            laak.full_clean()


def test_parts_saved_or_deleted_together_publish_the_branch_once() -> None:
    kiosk = FakeKiosk()
    rev = Head.objects.get(feed="branches").rev
    Hours.objects.bulk_create([Hours(branch=branch(), day=day, opens="10:00", closes="18:00") for day in range(5)])
    Hours.objects.filter(day__lt=3).delete()
    assert Head.objects.get(feed="branches").rev == rev + 2
    assert len(kiosk.records("branches")["laak"].hours) == 2


@pytest.mark.parametrize("way", ["update", "bulk_create", "bulk_update"])
def test_ways_round_the_revision_are_refused(way: str) -> None:
    table = desk()
    calls = {
        "update": lambda: Desk.objects.update(broken=True),
        "bulk_create": lambda: Desk.objects.bulk_create([table]),
        "bulk_update": lambda: Desk.objects.bulk_update([table], ["broken"]),
    }
    with pytest.raises(TypeError, match="no revision"):
        calls[way]()
    with pytest.raises(TypeError, match="publish"):
        Hours.objects.update(day=1)


def test_a_revision_is_given_back_when_the_transaction_fails() -> None:
    table = desk()
    kept = Head.objects.get(feed="desks", scope="laak").rev

    def save_and_stumble() -> None:
        with transaction.atomic():
            table.save()
            assert Head.objects.get(feed="desks", scope="laak").rev > kept
            raise KeyError

    with pytest.raises(KeyError):
        save_and_stumble()
    assert Head.objects.get(feed="desks", scope="laak").rev == kept


def test_many_changes_come_in_pages_and_are_complete(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deltas, "PAGE", 10)
    kiosk = FakeKiosk()
    Title.objects.publish(titles(1))
    first, head = kiosk.head("titles"), ""
    Title.objects.publish(titles(25))
    Title.objects.get(pk="t3").delete()
    seen: dict[str, bool] = {}
    pages, since, head = 0, first, kiosk.head("titles")
    while since != head:
        page = kiosk.page("titles", since, head)
        seen |= {change.id: change.deleted for change in page.changes}
        pages, since = pages + 1, page.to
        assert len(page.changes) <= 10
        assert page.more == (since != head)
        assert bool(page.digest) == (since == head)
    assert seen == {f"t{n}": n == 3 for n in range(25)}
    assert pages == 3


def test_what_changed_between_two_cursors_is_told_alike_at_every_time() -> None:
    kiosk = FakeKiosk()
    Title.objects.publish(titles(3))
    first = kiosk.head("titles")
    Title.objects.publish(titles(2))
    second = kiosk.head("titles")
    asked = f"/v1/feeds/titles/changes?since={first}&to={second}"
    before = kiosk.get(asked)
    Title.objects.publish(titles(3))
    Title.objects.get(pk="t0").delete()
    kiosk.head("titles")
    assert kiosk.get(asked).content == before.content
    assert "immutable" in before["Cache-Control"]
    assert "private" in before["Cache-Control"]


def test_several_steps_come_as_one_with_each_record_once() -> None:
    kiosk = FakeKiosk()
    table = desk("laak-t1")
    before = kiosk.head("desks")
    for name in ("Tafel 1", "Tafel 2"):
        table.name = name
        table.save()
        kiosk.head("desks")
    (change,) = kiosk.page("desks", before).changes
    assert b"Tafel 2" in bytes(change.record)


def test_a_cursor_that_was_never_told_starts_anew() -> None:
    kiosk = FakeKiosk()
    Title.objects.publish(titles(3))
    head = kiosk.head("titles")
    Title.objects.publish(titles(3))
    kiosk.head("titles")
    between = head.replace("-3", "-4")
    assert kiosk.get(f"/v1/feeds/titles/changes?since={between}&to={kiosk.head('titles')}").status_code == 410


def test_what_is_long_gone_starts_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    kiosk = FakeKiosk()
    Title.objects.publish(titles(3))
    before = kiosk.head("titles")
    Title.objects.publish(titles(3))
    kiosk.head("titles")
    monkeypatch.setattr(deltas, "KEPT", timedelta(seconds=-1))
    deltas.old(now()).delete()
    assert kiosk.get(f"/v1/feeds/titles/changes?since={before}&to={kiosk.head('titles')}").status_code == 410
    assert len(kiosk.records("titles")) == 3


def test_the_digest_is_kept_through_every_way_of_changing() -> None:
    kiosk = FakeKiosk()
    table, old = desk("laak-t1"), desk("laak-t2")
    Desk.objects.get(pk="laak-t1").save()  # what `table` holds is older now
    table.delete()
    old.branch = branch("escamp")
    old.save()
    Title.objects.publish(titles(5))
    Title.objects.publish(titles(2))
    Title.objects.filter(pk__in=["t1", "t4"]).delete()
    for feed in ("desks", "titles", "branches"):
        head = Head.objects.get(feed=feed, scope="laak" if feed == "desks" else "")
        rows = areas.SOURCES[feed].all(head.scope)
        assert head.digest == digest((change.id, change.rev) for change in rows), feed
    assert set(kiosk.records("titles")) == {"t0", "t2", "t3"}


def test_a_wrong_digest_is_mended_when_the_feed_is_read_as_a_whole(caplog: pytest.LogCaptureFixture) -> None:
    kiosk = FakeKiosk()
    desk()
    Head.objects.filter(feed="desks").update(digest="f" * 32)
    kiosk.snapshot("desks")
    assert Head.objects.get(feed="desks").digest != "f" * 32


def test_a_snapshot_is_used_until_it_is_far_from_the_head(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "FEW", 4)
    kiosk = FakeKiosk()
    Title.objects.publish(titles(5))
    first = kiosk.snapshot("titles")
    Title.objects.publish(titles(3))
    assert kiosk.snapshot("titles") == first
    assert len(kiosk.records("titles")) == 5
    Title.objects.publish(titles(3))
    second = kiosk.snapshot("titles")
    assert (second.at, second.count) == (kiosk.head("titles"), 5)
    assert kiosk.file(first).status_code == 200  # who was at it may finish


def test_a_new_snapshot_stays_though_the_clock_was_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    kiosk = FakeKiosk()
    for days in (0, 0, 1, 1):
        monkeypatch.setattr(snapshots, "now", lambda days=days: now() - timedelta(days=days))
        Title.objects.publish(titles(5))
        Epoch.renew()
        found = kiosk.snapshot("titles")
        assert kiosk.file(found).status_code == 200
    assert models.Snapshot.objects.filter(feed="titles").count() == snapshots.KEPT


def test_the_same_records_make_the_same_file() -> None:
    kiosk = FakeKiosk()
    Title.objects.publish(titles(5))
    first = kiosk.snapshot("titles")
    models.Snapshot.objects.all().delete()
    assert kiosk.snapshot("titles").sha256 == first.sha256


def test_a_download_goes_on_where_it_was_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "PART", 7)
    kiosk = FakeKiosk()
    Title.objects.publish(titles(20))
    found = kiosk.snapshot("titles")
    whole = kiosk.file(found)
    body = whole.getvalue()
    assert len(body) == found.size
    for start in (1, 6, 7, 8, 100, found.size - 1):
        rest = kiosk.file(found, range=f"bytes={start}-", **{"if-range": whole["ETag"]})
        assert (rest.status_code, rest.getvalue()) == (206, body[start:])
        assert rest["Content-Range"] == f"bytes {start}-{found.size - 1}/{found.size}"
    assert kiosk.file(found, range=f"bytes={found.size}-").status_code == 416
    other = kiosk.file(found, range="bytes=5-", **{"if-range": '"another"'})
    assert (other.status_code, other.getvalue()) == (200, body)


def test_a_snapshot_of_another_branch_or_another_life_is_refused() -> None:
    desk("escamp-t1", of="escamp")
    kiosk = FakeKiosk()
    assert kiosk.get("/v1/feeds/desks/snapshot?branch=escamp").status_code == 403
    desk()
    found = kiosk.snapshot("desks")
    assert kiosk.get(f"/v1/feeds/desks/snapshots/{found.at}?branch=escamp").status_code == 403
    Epoch.renew()
    assert kiosk.file(found).status_code == 410
    assert kiosk.snapshot("desks").at != found.at


def test_a_long_page_is_packed_for_who_can_unpack() -> None:
    kiosk = FakeKiosk()
    Title.objects.publish(titles(100))
    before = kiosk.head("titles")
    Title.objects.publish(titles(100))
    path = f"/v1/feeds/titles/changes?since={before}&to={kiosk.head('titles')}"
    packed, plain = kiosk.get(path, **{"accept-encoding": "gzip"}), kiosk.get(path)
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content


def test_heads_answer_304_until_something_changes() -> None:
    kiosk = FakeKiosk()
    first = kiosk.get("/v1/branches/laak/heads")
    again = kiosk.get("/v1/branches/laak/heads", **{"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    desk()
    third = kiosk.get("/v1/branches/laak/heads", **{"if-none-match": first["ETag"]})
    assert third.status_code == 200
    assert third["ETag"] != first["ETag"]


def test_another_branch_does_not_wake_this_one() -> None:
    kiosk = FakeKiosk()
    branch("escamp")
    first = kiosk.get("/v1/branches/laak/heads")
    desk("escamp-t1", of="escamp")
    assert kiosk.get("/v1/branches/laak/heads", **{"if-none-match": first["ETag"]}).status_code == 304


def test_a_cursor_of_another_life_is_answered_410() -> None:
    desk()
    kiosk = FakeKiosk()
    cursor = kiosk.head("desks")
    Epoch.renew()
    reply = kiosk.get(f"/v1/feeds/desks/changes?branch=laak&since={cursor}&to={kiosk.head('desks')}")
    problem = decode(reply.content, Problem)
    assert (reply.status_code, problem.status) == (410, 410)
    assert problem.type.endswith("/cursor-expired")
    assert reply["Content-Type"] == "application/problem+json"
    assert kiosk.heads().heads["desks"] != cursor


@pytest.mark.parametrize(("since", "status"), [("e1-999999", 410), ("{now}-99", 410), ("{now}-" + "9" * 40, 410)])
def test_a_cursor_that_cannot_be_ours_starts_anew(since: str, status: int) -> None:
    desk()
    kiosk = FakeKiosk()
    since = since.format(now=f"e{Epoch.current()}")
    path = f"/v1/feeds/desks/changes?branch=laak&since={since}&to={kiosk.head('desks')}"
    assert kiosk.get(path).status_code == status


@pytest.mark.parametrize("since", ["x", "e-", "e1", "1-2", "e1--2", "e²-1", "e1-2'; DROP"])
def test_a_cursor_that_is_none_is_a_bad_request(since: str) -> None:
    kiosk = FakeKiosk()
    reply = kiosk.get(f"/v1/feeds/desks/changes?branch=laak&since={since}&to={kiosk.head('desks')}")
    assert reply.status_code == 400
    assert decode(reply.content, Problem).status == 400


def test_a_kiosk_reads_only_its_own_branch() -> None:
    desk("escamp-t1", of="escamp")
    kiosk = FakeKiosk()
    for path in ("/v1/branches/escamp/heads", "/v1/feeds/desks/changes?branch=escamp"):
        reply = kiosk.get(path)
        assert reply.status_code == 403
        assert decode(reply.content, Problem).type.endswith("/other-branch")
    head = kiosk.head("branches")
    assert kiosk.get(f"/v1/feeds/branches/changes?branch=escamp&since={head}&to={head}").status_code == 200


def test_what_is_not_there_is_a_problem_too() -> None:
    kiosk = FakeKiosk()
    for path in ("/v1/feeds/secrets/changes?branch=laak", "/v1/nothing"):
        reply = kiosk.get(path)
        assert (reply.status_code, reply["Content-Type"]) == (404, "application/problem+json")
    assert kiosk.get("/v1/facts").status_code == 405


def test_where_central_stumbles_the_kiosk_gets_a_problem_and_the_log_no_word_of_it(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def stumble(*_what: object) -> None:
        raise RuntimeError("somebody's " + "secret")

    kiosk = FakeKiosk()
    monkeypatch.setattr(views, "outlook", stumble)
    monkeypatch.setattr("kiosk.central.sync.door.log.propagate", True)
    reply = kiosk.get("/v1/branches/laak/heads")
    assert (reply.status_code, reply["Content-Type"]) == (500, "application/problem+json")
    assert "RuntimeError" in caplog.text
    assert "somebody's secret" not in caplog.text

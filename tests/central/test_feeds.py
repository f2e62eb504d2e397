from __future__ import annotations

import gzip

import pytest
from django.db import transaction

from kiosk.central.catalogue.models import Title
from kiosk.central.fleet.models import Branch, Hours
from kiosk.central.sync import areas, views
from kiosk.central.sync.models import Epoch
from kiosk.central.sync.published import Head
from kiosk.central.workspaces.models import Desk
from kiosk.wire import FEEDS, LANES, Problem, decode, encode
from kiosk.wire import Hours as HoursRecord
from kiosk.wire import Title as TitleRecord
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
    first = kiosk.page("desks")
    assert set(kiosk.changes("desks")) == {"laak-t1", "laak-t2"}
    assert first.to == kiosk.heads().heads["desks"]
    assert kiosk.changes("desks", first.to) == {}

    table.broken = True
    table.save()

    assert set(kiosk.changes("desks", first.to)) == {"laak-t2"}
    assert kiosk.records("desks")["laak-t2"].broken


def test_what_was_deleted_arrives_as_gone_but_not_from_the_beginning() -> None:
    table = desk("laak-t1")
    kiosk = FakeKiosk()
    before = kiosk.page("desks").to
    table.delete()
    gone = kiosk.changes("desks", before)["laak-t1"]
    assert gone.deleted
    assert bytes(gone.record) == b"null"
    assert kiosk.changes("desks") == {}


def test_what_comes_back_is_no_longer_gone() -> None:
    table = desk("laak-t1")
    kiosk = FakeKiosk()
    before = kiosk.page("desks").to
    table.delete()
    desk("laak-t1")
    assert [change.deleted for change in kiosk.page("desks", before).changes] == [False]


def test_a_desk_that_moves_is_gone_from_its_old_branch() -> None:
    table = desk("t1")
    here, there = FakeKiosk(), FakeKiosk("escamp")
    before = here.page("desks").to
    table.branch = branch("escamp")
    table.save()
    assert here.changes("desks", before)["t1"].deleted
    assert there.records("desks")["t1"].branch == "escamp"


def test_what_goes_along_with_a_branch_is_gone_too() -> None:
    desk("escamp-t1", of="escamp")
    kiosk = FakeKiosk()
    before = kiosk.page("branches").to
    Branch.objects.filter(pk="escamp").delete()
    assert kiosk.changes("branches", before)["escamp"].deleted
    stone = areas.SOURCES["desks"].since("escamp", 1, 99, 10)
    assert [change.id for change in stone] == ["escamp-t1"]


def test_a_change_of_a_part_publishes_the_branch() -> None:
    kiosk = FakeKiosk()
    before = kiosk.page("branches").to
    hours = Hours(branch=branch(), day=0, opens="10:00", closes="18:00")
    hours.save()
    between = kiosk.page("branches", before)
    assert [change.id for change in between.changes] == ["laak"]
    assert kiosk.records("branches")["laak"].hours == [HoursRecord(0, "10:00", "18:00")]
    hours.delete()
    assert [change.id for change in kiosk.page("branches", between.to).changes] == ["laak"]
    assert kiosk.records("branches")["laak"].hours == []


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
    with pytest.raises(TypeError, match="one by one"):
        Desk.objects.publish([table])
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


def test_a_long_feed_comes_in_pages_and_is_complete(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "PAGE", 10)
    Title.objects.publish(titles(25))
    Title.objects.get(pk="t3").delete()
    kiosk = FakeKiosk()
    seen: dict[str, bool] = {}
    pages, since, more = 0, "", True
    while more:
        page = kiosk.page("titles", since)
        seen |= {change.id: change.deleted for change in page.changes}
        pages, since, more = pages + 1, page.to, page.more
        assert len(page.changes) <= 10
    assert {id for id, gone in seen.items() if not gone} == {f"t{n}" for n in range(25) if n != 3}
    assert pages == 3
    assert since == kiosk.heads().heads["titles"]


def test_a_row_that_changes_between_two_pages_is_not_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "PAGE", 10)
    rows = titles(15)
    Title.objects.publish(rows)
    kiosk = FakeKiosk()
    first = kiosk.page("titles")
    Title.objects.publish(rows[:1])
    second = kiosk.page("titles", first.to)
    assert [change.id for change in second.changes] == ["t10", "t11", "t12", "t13", "t14", "t0"]


def test_a_long_page_is_packed_for_who_can_unpack() -> None:
    Title.objects.publish(titles(100))
    kiosk = FakeKiosk()
    packed = kiosk.get("/v1/feeds/titles/changes", **{"accept-encoding": "gzip"})
    plain = kiosk.get("/v1/feeds/titles/changes")
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
    cursor = kiosk.page("desks").to
    Epoch.renew()
    reply = kiosk.get(f"/v1/feeds/desks/changes?branch=laak&since={cursor}")
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
    assert kiosk.get(f"/v1/feeds/desks/changes?branch=laak&since={since}").status_code == status


@pytest.mark.parametrize("since", ["x", "e-", "e1", "1-2", "e1--2", "e²-1", "e1-2'; DROP"])
def test_a_cursor_that_is_none_is_a_bad_request(since: str) -> None:
    kiosk = FakeKiosk()
    reply = kiosk.get("/v1/feeds/desks/changes?branch=laak&since=" + since)
    assert reply.status_code == 400
    assert decode(reply.content, Problem).status == 400


def test_a_kiosk_reads_only_its_own_branch() -> None:
    desk("escamp-t1", of="escamp")
    kiosk = FakeKiosk()
    for path in ("/v1/branches/escamp/heads", "/v1/feeds/desks/changes?branch=escamp"):
        reply = kiosk.get(path)
        assert reply.status_code == 403
        assert decode(reply.content, Problem).type.endswith("/other-branch")
    assert kiosk.get("/v1/feeds/branches/changes?branch=escamp").status_code == 200


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
    monkeypatch.setattr(views, "_cursors", stumble)
    monkeypatch.setattr("kiosk.central.sync.door.log.propagate", True)
    reply = kiosk.get("/v1/branches/laak/heads")
    assert (reply.status_code, reply["Content-Type"]) == (500, "application/problem+json")
    assert "RuntimeError" in caplog.text
    assert "somebody's secret" not in caplog.text

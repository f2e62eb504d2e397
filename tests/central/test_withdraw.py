"""Many rows go at once, and kiosks hear of each as if they had gone one by one."""

from __future__ import annotations

from kiosk.central.catalogue import stock
from kiosk.central.catalogue.models import Copy, Title
from kiosk.central.sync.published import Head, Tombstone
from kiosk.central.workspaces.models import Desk
from kiosk.wire import FEEDS
from tests.central.made_up import FakeKiosk, branch, desk


def filled() -> None:
    titles = [Title(id=f"t{n}", body=b'{"id":"t%d","title":"x"}' % n, title="x", kind="book") for n in range(5)]
    Title.objects.publish(titles)
    Copy.objects.publish([Copy(id=f"c{n}", title_id=f"t{n}", branch=branch()) for n in range(5)])


def heads() -> dict[str, tuple[int, str]]:
    return {head.feed: (head.rev, head.digest) for head in Head.objects.filter(feed__in=["titles", "copies"])}


def stones() -> set[tuple[str, str]]:
    return set(Tombstone.objects.values_list("feed", "record"))


def test_all_at_once_leaves_what_one_by_one_leaves() -> None:
    filled()
    before = heads()
    stock.withdraw(["t1", "t3", "nothing"])
    at_once, buried = heads(), stones()
    assert sorted(Title.objects.values_list("pk", flat=True)) == ["t0", "t2", "t4"]
    assert sorted(Copy.objects.values_list("pk", flat=True)) == ["c0", "c2", "c4"]
    Tombstone.objects.all().delete()
    Title.objects.all().delete()
    Head.objects.all().delete()
    Tombstone.objects.all().delete()
    filled()
    assert heads() == before
    for row in Title.objects.filter(pk__in=["t1", "t3"]):
        row.delete()
    assert (heads(), stones()) == (at_once, buried)


def test_a_kiosk_follows_and_what_comes_back_is_there_again() -> None:
    filled()
    kiosk = FakeKiosk()
    since = kiosk.head("titles")
    stock.withdraw(["t1", "t3"])
    gone = {id for id, change in kiosk.changes("titles", since).items() if change.deleted}
    assert gone == {"t1", "t3"}
    assert set(kiosk.records("titles")) == {"t0", "t2", "t4"}
    stock.withdraw(["t1"])
    Title.objects.publish([Title(id="t1", body=b'{"id":"t1","title":"x"}', title="x", kind="book")])
    assert set(kiosk.records("titles")) == {"t0", "t1", "t2", "t4"}
    assert not Tombstone.objects.filter(record="t1").exists()


def test_rows_of_several_branches_are_buried_each_in_its_own() -> None:
    for of in ("laak", "escamp"):
        for number in range(3):
            desk(f"{of}-t{number}", of=of)
    assert Desk.objects.filter(pk__endswith="-t1").withdraw() == 2
    found = set(Tombstone.objects.filter(feed="desks").values_list("scope", "record"))
    assert found == {("laak", "laak-t1"), ("escamp", "escamp-t1")}
    assert Desk.objects.none().withdraw() == 0
    assert FEEDS["desks"].scope == "branch"

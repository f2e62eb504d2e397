"""A desk is asked for, and what comes of it is shown as it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.wire import Branch, Claim, Hours, Leave, Result
from kiosk.workspaces import mine
from kiosk.workspaces.viewmodel import Workspaces
from tests.fake_link import FakeLink
from tests.library import local, set_clock, visit, write


def seen(workspaces: Workspaces, name: str):
    return workspaces.property(name)


def states(workspaces: Workspaces) -> dict[str, str]:
    return {row["deskId"]: row["stands"] for row in workspaces._desks.rows()}


def claimed(link: FakeLink) -> Claim:
    (claim,) = [fact for fact in link.facts if isinstance(fact, Claim)]
    return claim


def test_the_branch_says_its_name_and_hours_on_its_own_wall_clock(workspaces: Workspaces) -> None:
    assert (seen(workspaces, "branchName"), seen(workspaces, "branchShort")) == ("Bibliotheek Laak", "Laak")
    assert seen(workspaces, "open")
    assert seen(workspaces, "closes").toPython() == datetime(2026, 11, 18, 18, 0)
    assert seen(workspaces, "nextOpens").toPython() == datetime(2026, 11, 19, 10, 0)
    assert seen(workspaces, "nextCloses").toPython() == datetime(2026, 11, 19, 20, 0)


def test_what_is_free_is_counted_by_kind(workspaces: Workspaces) -> None:
    counts = [seen(workspaces, name) for name in ("freeTables", "freeComputers", "freeRooms")]
    assert counts == [3, 1, 1]


def test_the_short_list_has_something_of_everything_and_what_comes_free(workspaces: Workspaces) -> None:
    offered = [row["deskId"].removeprefix("laak-") for row in workspaces._offers.rows()]
    assert offered == ["t2", "t4", "c3", "zee", "t6", "t1", "c1"]
    assert seen(workspaces, "hidden") == 1
    workspaces.showAll()
    assert [row["deskId"] for row in workspaces._offers.rows()][-1] == "laak-c4"
    assert seen(workspaces, "hidden") == 0


def test_a_filter_leaves_one_kind(workspaces: Workspaces) -> None:
    workspaces.setProperty("filter", "computer")
    assert {row["kind"] for row in workspaces._offers.rows()} == {"computer"}


def test_what_was_chosen_stays_in_the_short_list(workspaces: Workspaces) -> None:
    workspaces.choose("laak-c4")
    rows = workspaces._offers.rows()
    assert rows[-1]["deskId"] == "laak-c4"
    assert [row["first"] for row in rows] == [True, False, False, False, False, True, True]


def test_a_claim_is_handed_over_till_closing_and_is_being_asked(workspaces: Workspaces, link: FakeLink) -> None:
    workspaces.claim("laak-t4")
    assert (claimed(link).desk, claimed(link).until) == ("laak-t4", local(18, 18))
    assert seen(workspaces, "mineState") == "asking"
    assert seen(workspaces, "mine")["deskId"] == "laak-t4"
    assert seen(workspaces, "mineUntil").toPython() == datetime(2026, 11, 18, 18, 0)


def test_it_is_mine_when_central_says_so_even_before_the_record_comes(workspaces: Workspaces, link: FakeLink) -> None:
    workspaces.claim("laak-t4")
    link.kept.emit(claimed(link).id)
    link.answered.emit(Result(id=claimed(link).id, status="stored"))
    assert seen(workspaces, "mineState") == "held"
    assert states(workspaces)["laak-t4"] == "yours"


def test_it_is_mine_when_the_record_comes_before_the_answer(
    workspaces: Workspaces, link: FakeLink, publish: Callable[..., None]
) -> None:
    workspaces.claim("laak-t4")
    publish(visit(claimed(link).id, "laak-t4", local(18, 14, 7), local(18, 18)))
    assert seen(workspaces, "mineState") == "held"


def test_without_an_answer_it_is_mine_for_now_and_says_so(
    workspaces: Workspaces, link: FakeLink, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    workspaces._mine._patience.setInterval(10)
    workspaces.claim("laak-t4")
    qtbot.waitUntil(lambda: seen(workspaces, "mineState") == "provisional", timeout=10_000)
    assert states(workspaces)["laak-t4"] == "provisional"
    link.answered.emit(Result(id=claimed(link).id, status="stored"))
    assert seen(workspaces, "mineState") == "held"


def test_patience_is_two_seconds() -> None:
    assert mine.PATIENCE == 2000


def test_who_lost_the_desk_hears_it_and_gets_another_offered(workspaces: Workspaces, link: FakeLink) -> None:
    workspaces.claim("laak-t4")
    link.answered.emit(Result(id=claimed(link).id, status="conflict", other="laak-t2"))
    assert seen(workspaces, "mineState") == "conflict"
    assert seen(workspaces, "otherDesk")["deskId"] == "laak-t2"


def test_taking_the_other_desk_lets_go_of_the_lost_one(workspaces: Workspaces, link: FakeLink) -> None:
    workspaces.claim("laak-t4")
    lost = claimed(link)
    link.answered.emit(Result(id=lost.id, status="conflict", other="laak-t2"))
    workspaces.claim("laak-t2")
    assert [fact.claim for fact in link.facts if isinstance(fact, Leave)] == [lost.id]
    assert seen(workspaces, "mineState") == "asking"
    assert seen(workspaces, "mine")["deskId"] == "laak-t2"


def test_a_taken_desk_is_refused_with_the_time_and_another_desk(workspaces: Workspaces, link: FakeLink) -> None:
    workspaces.claim("laak-t1")
    assert link.facts == []
    assert seen(workspaces, "refusalCode") == "taken"
    assert seen(workspaces, "refusalAt").toPython() == datetime(2026, 11, 18, 14, 30)
    assert seen(workspaces, "refusedDesk")["deskId"] == "laak-t1"
    assert seen(workspaces, "otherDesk")["deskId"] == "laak-t2"


def test_choosing_another_forgets_the_refusal(workspaces: Workspaces) -> None:
    workspaces.claim("laak-t1")
    workspaces.choose("laak-t2")
    assert seen(workspaces, "refusalCode") == ""


def test_what_could_not_be_written_down_is_not_mine(workspaces: Workspaces, link: FakeLink) -> None:
    workspaces.claim("laak-t4")
    link.notKept.emit(claimed(link).id, "disk full")
    assert (seen(workspaces, "mineState"), seen(workspaces, "refusalCode")) == ("", "not_kept")
    assert states(workspaces)["laak-t4"] == "free"


def test_what_central_can_never_use_is_not_mine(workspaces: Workspaces, link: FakeLink) -> None:
    workspaces.claim("laak-t4")
    link.answered.emit(Result(id=claimed(link).id, status="rejected", reason="unknown desk"))
    assert (seen(workspaces, "mineState"), seen(workspaces, "refusalCode")) == ("", "rejected")


def test_leaving_is_told_and_frees_the_desk_at_once(workspaces: Workspaces, link: FakeLink) -> None:
    workspaces.claim("laak-t4")
    workspaces.leave()
    assert isinstance(link.facts[-1], Leave)
    assert seen(workspaces, "mineState") == ""
    assert states(workspaces)["laak-t4"] == "free"


def test_a_turn_that_ends_forgets_who_had_the_desk_but_not_that_it_is_taken(
    workspaces: Workspaces, link: FakeLink
) -> None:
    workspaces.claim("laak-t4")
    workspaces.choose("laak-t4")
    workspaces.forget()
    assert [fact for fact in link.facts if isinstance(fact, Leave)] == []
    assert (seen(workspaces, "mineState"), seen(workspaces, "chosen"), seen(workspaces, "mine")) == ("", "", {})
    assert states(workspaces)["laak-t4"] == "taken"


def test_who_comes_next_cannot_take_a_desk_that_waits_to_be_told(
    workspaces: Workspaces, link: FakeLink, tmp_path: Path
) -> None:
    workspaces.claim("laak-t4")
    write(tmp_path, [], [claimed(link)])
    link.kept.emit(claimed(link).id)
    workspaces.forget()
    workspaces.claim("laak-t4")
    assert seen(workspaces, "refusalCode") == "pending"


def test_staff_may_end_my_visit(workspaces: Workspaces, link: FakeLink, publish: Callable[..., None]) -> None:
    workspaces.claim("laak-t4")
    publish(visit(claimed(link).id, "laak-t4", local(18, 14, 7), local(18, 14, 8), "ended"))
    assert seen(workspaces, "mineState") == ""


def test_my_time_runs_out(workspaces: Workspaces, monkeypatch: pytest.MonkeyPatch) -> None:
    workspaces.claim("laak-t6")
    assert seen(workspaces, "mineUntil").toPython() == datetime(2026, 11, 18, 16, 0)
    set_clock(monkeypatch, local(18, 16, 1))
    workspaces.refresh()
    assert seen(workspaces, "mineState") == ""


def test_a_closed_branch_says_when_it_opens(workspaces: Workspaces, monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, local(18, 20))
    workspaces.refresh()
    assert not seen(workspaces, "open")
    assert seen(workspaces, "opens").toPython() == datetime(2026, 11, 19, 10, 0)
    assert set(states(workspaces).values()) == {"closed", "broken"}


def test_new_hours_are_shown_when_they_come(workspaces: Workspaces, publish: Callable[..., None]) -> None:
    publish(Branch(id="laak", name="Bibliotheek Laak", short="Laak", hours=[Hours(2, "10:00", "17:00")]))
    assert seen(workspaces, "closes").toPython() == datetime(2026, 11, 18, 17, 0)


def test_a_kiosk_that_knows_nothing_yet_shows_nothing(tmp_path: Path, link: FakeLink, qtbot: QtBot) -> None:
    from kiosk.store.replica import Replica

    empty = Workspaces(Replica(tmp_path / "none.db", tmp_path / "none2.db"), link)  # type: ignore[arg-type]
    empty.refresh()
    assert (seen(empty, "branchName"), seen(empty, "floors"), states(empty)) == ("", [], {})
    empty.claim("laak-t4")
    assert link.facts == []

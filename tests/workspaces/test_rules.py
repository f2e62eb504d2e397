"""What is free and until when, and why not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosk.clock import HERE
from kiosk.wire import AnyFact, Branch, Claim, Desk, Hours, Leave, Visit
from kiosk.workspaces.rules import Refusal, Standing, board, may_claim, nearest_free, until

LAAK = Branch(id="laak", name="Bibliotheek Laak", short="Laak", hours=[Hours(2, "10:00", "18:00")])


def local(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-18T{text}").replace(tzinfo=HERE).astimezone(UTC)


NOW, CLOSES = local("14:07"), local("18:00")


def desk(id: str = "t4", kind: str = "table", **more: object) -> Desk:
    return Desk(id=id, branch="laak", name=id, kind=kind, **more)  # type: ignore[arg-type]


def visit(id: str = "v", desk: str = "t4", since: str = "13:00", till: str = "15:00", state: str = "held") -> Visit:
    return Visit(id=id, branch="laak", desk=desk, kiosk="k2", since=local(since), until=local(till), state=state)  # type: ignore[arg-type]


@dataclass
class At:
    """One question to the rules, as short as it can be asked."""

    visits: tuple[Visit, ...] = ()
    waiting: tuple[AnyFact, ...] = ()
    now: datetime = NOW
    mine: str = ""

    def refuses(self, wanted: Desk) -> Refusal | None:
        return may_claim(wanted, LAAK, self.visits, self.waiting, self.now, self.mine)

    def shows(self, shown: Desk) -> Standing:
        return board([shown], LAAK, self.visits, self.waiting, self.now, self.mine)[shown.id]


def test_a_free_desk_may_be_had_till_closing() -> None:
    assert At().refuses(desk()) is None
    assert At().shows(desk()) == Standing("free", CLOSES)


def test_a_desk_with_a_longest_stay_is_free_for_a_while() -> None:
    assert At().shows(desk(minutes=60)) == Standing("until", local("15:10"))
    assert At(now=local("14:10")).shows(desk(minutes=60)) == Standing("until", local("15:10"))


def test_a_longest_stay_does_not_outlast_closing() -> None:
    assert until(desk(minutes=60), LAAK, local("17:30")) == CLOSES


def test_a_taken_desk_says_until_when() -> None:
    assert At((visit(),)).refuses(desk()) == Refusal("taken", local("15:00"))
    assert At((visit(),)).shows(desk()) == Standing("taken", local("15:00"))


def test_a_visit_that_ran_out_ended_or_lost_takes_no_desk() -> None:
    over = (visit("a", till="14:07"), visit("b", state="ended"), visit("c", state="conflict"))
    assert At(over).refuses(desk()) is None


def test_a_visit_that_starts_a_little_later_on_another_clock_takes_the_desk() -> None:
    assert At((visit(since="14:10"),)).refuses(desk()) == Refusal("taken", local("15:00"))


def test_a_desk_kept_for_somebody_later_is_free_until_then() -> None:
    kept = At((visit(since="15:20", till="17:00"),))
    assert kept.refuses(desk()) is None
    assert kept.shows(desk()) == Standing("until", local("15:20"))


def test_a_broken_desk_is_refused_as_broken() -> None:
    assert At().refuses(desk(broken=True)) == Refusal("broken")
    assert At().shows(desk(broken=True)) == Standing("broken")


def test_a_closed_branch_says_when_it_opens() -> None:
    night = At(now=local("09:00"))
    assert night.refuses(desk()) == Refusal("closed", local("10:00"))
    assert night.shows(desk()) == Standing("closed", local("10:00"))


def test_just_before_closing_nothing_is_given_out() -> None:
    assert At(now=local("17:46")).refuses(desk()) == Refusal("closing_soon", CLOSES)
    assert At(now=local("17:45")).refuses(desk()) is None


def test_who_has_a_desk_gets_no_second_one() -> None:
    has = At((visit("m", desk="c3"),), mine="m")
    assert has.refuses(desk()) == Refusal("already_have", local("15:00"), "c3")


def test_a_claim_that_central_has_not_heard_of_counts_as_mine_for_now() -> None:
    asked = At(waiting=(Claim(id="m", desk="t4", until=CLOSES),), mine="m")
    assert asked.shows(desk()) == Standing("provisional", CLOSES)
    assert asked.refuses(desk("t5")) == Refusal("already_have", CLOSES, "t4")


def test_it_is_mine_once_central_says_so_even_if_the_fact_still_waits() -> None:
    told = At((visit("m"),), (Claim(id="m", desk="t4", until=local("15:00")),), mine="m")
    assert told.shows(desk()) == Standing("yours", local("15:00"))


def test_a_waiting_claim_of_somebody_before_me_takes_the_desk() -> None:
    before = At(waiting=(Claim(id="p", desk="t4", until=local("16:00")),))
    assert before.refuses(desk()) == Refusal("pending", local("16:00"))
    assert before.shows(desk()) == Standing("taken", local("16:00"))


def test_who_has_left_frees_the_desk_before_central_knows() -> None:
    gone = Leave(id="l", claim="v")
    assert At((visit(),), (gone,)).refuses(desk()) is None
    assert At((), (Claim(id="v", desk="t4", until=CLOSES), gone)).refuses(desk()) is None


def test_after_leaving_one_may_take_another() -> None:
    assert At((visit("m", desk="c3"),), (Leave(id="l", claim="m"),), mine="m").refuses(desk()) is None


DESKS = [
    desk("t4", x=0, y=0),
    desk("t5", x=10, y=0),
    desk("t6", x=5, y=0, floor=1),
    desk("c1", "computer", x=1, y=0),
    desk("t7", x=3, y=0, broken=True),
]


def test_the_nearest_free_desk_is_of_the_same_kind_and_floor_first() -> None:
    order, visits = [], []
    while found := nearest_free(DESKS[0], DESKS, visits, NOW):
        order.append(found.id)
        visits.append(visit(found.id, desk=found.id))
    assert order == ["t5", "t6", "c1"]


def test_a_desk_of_another_branch_is_not_near() -> None:
    elsewhere = Desk(id="e1", branch="escamp", name="Tafel 1", kind="table")
    assert nearest_free(DESKS[0], [elsewhere], [], NOW) is None


minutes = st.integers(-400, 400)
visits = st.lists(
    st.builds(
        lambda id, start, length, state: Visit(
            id=f"{id}",
            branch="laak",
            desk="t4",
            kiosk="k",
            since=NOW + timedelta(minutes=start),
            until=NOW + timedelta(minutes=start + length),
            state=state,
        ),
        st.integers(0, 99),
        minutes,
        st.integers(1, 300),
        st.sampled_from(["held", "ended", "conflict"]),
    ),
    max_size=5,
    unique_by=lambda made: made.id,
)


@given(visits, st.integers(0, 240), minutes)
def test_the_board_promises_what_the_rules_allow(seen: list[Visit], longest: int, shift: int) -> None:
    asked = At(tuple(seen), now=NOW + timedelta(minutes=shift))
    wanted = desk(minutes=longest)
    refusal, shown = asked.refuses(wanted), asked.shows(wanted)
    if refusal is None:
        assert shown.state in ("free", "until")
    elif refusal.code == "taken":
        assert shown == Standing("taken", refusal.at)
    else:
        assert refusal.code in ("closed", "closing_soon")


@given(visits, st.integers(0, 240))
def test_what_is_offered_is_never_promised_into_the_next_visit(seen: list[Visit], longest: int) -> None:
    shown = At(tuple(seen)).shows(desk(minutes=longest))
    if shown.state in ("free", "until") and shown.at is not None:
        assert NOW < shown.at <= CLOSES
        assert not any(v.state == "held" and v.since < shown.at and v.until > NOW for v in seen)

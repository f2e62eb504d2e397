"""Who holds a desk does not depend on the order in which anybody heard of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.workspaces.rules import ClaimSeen, settle

START = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)


def at(minutes: int) -> datetime:
    return START + timedelta(minutes=minutes)


def seen(id: str, start: int, until: int, *, bound: bool = False, confirmed: bool = False) -> ClaimSeen:
    return ClaimSeen(id, "t4", f"kiosk-{id}", bound, at(start), at(until), confirmed)


@st.composite
def claims(draw: st.DrawFn) -> list[ClaimSeen]:
    made = []
    for number in range(draw(st.integers(0, 7))):
        start, length = draw(st.integers(0, 40)), draw(st.integers(1, 30))
        desk = draw(st.sampled_from(["t4", "c3"]))
        bound, confirmed = draw(st.booleans()), draw(st.booleans())
        made.append(ClaimSeen(f"{number}", desk, "k", bound, at(start), at(start + length), confirmed))
    return made


@st.composite
def told_twice(draw: st.DrawFn) -> tuple[list[ClaimSeen], list[ClaimSeen], dict[str, datetime]]:
    once = draw(claims())
    again = draw(st.lists(st.sampled_from(once), max_size=5)) if once else []
    left = {claim.id: at(draw(st.integers(-5, 80))) for claim in once if draw(st.booleans())}
    return once, draw(st.permutations(once + again)), left


@given(told_twice())
def test_every_order_and_every_repetition_come_to_the_same(told: tuple) -> None:
    once, again, left = told
    assert settle(once, left) == settle(again, left)


@given(told_twice())
def test_no_two_held_claims_of_a_desk_overlap(told: tuple) -> None:
    once, _, left = told
    settled = settle(once, left)
    held = [claim for claim in once if settled[claim.id].state == "held"]
    for one, other in combinations(held, 2):
        assert one.desk != other.desk or one.until <= other.start or other.until <= one.start


@given(claims())
def test_a_claim_loses_only_to_one_that_holds(made: list[ClaimSeen]) -> None:
    settled = settle(made, {})
    for claim in made:
        if settled[claim.id].state == "conflict":
            rest = [other for other in made if settled[other.id].state == "held"]
            assert settle([claim, *rest], {})[claim.id].state == "conflict"


@given(claims(), st.integers(-5, 80))
def test_leaving_takes_the_desk_from_nobody_who_was_confirmed(made: list[ClaimSeen], minute: int) -> None:
    first = settle(made, {})
    # "Confirmed" means held at once, so no two of them overlap
    made = [replace(claim, confirmed=claim.confirmed and first[claim.id].state == "held") for claim in made]
    confirmed = {claim.id for claim in made if claim.confirmed}
    for leaver in made:
        after = settle(made, {leaver.id: at(minute)})
        assert all(after[id].state == "held" for id in confirmed - {leaver.id})


def test_what_was_confirmed_stands_against_an_earlier_claim_that_comes_late() -> None:
    late, confirmed = seen("a", 0, 60, bound=True), seen("b", 10, 60, confirmed=True)
    settled = settle([late, confirmed], {})
    assert (settled["a"].state, settled["b"].state) == ("conflict", "held")


def test_among_late_claims_the_desks_own_kiosk_comes_first() -> None:
    settled = settle([seen("a", 0, 60), seen("b", 10, 60, bound=True)], {})
    assert (settled["a"].state, settled["b"].state) == ("conflict", "held")


def test_among_other_late_claims_the_earlier_comes_first_and_then_the_lower_id() -> None:
    assert settle([seen("a", 5, 60), seen("b", 0, 60)], {})["a"].state == "conflict"
    assert settle([seen("b", 0, 60), seen("a", 0, 60)], {})["a"].state == "held"


def test_a_claim_after_another_has_run_out_is_held() -> None:
    settled = settle([seen("a", 0, 30), seen("b", 30, 60)], {})
    assert {held.state for held in settled.values()} == {"held"}


def test_a_late_word_of_leaving_makes_room() -> None:
    both = [seen("a", 0, 60, confirmed=True), seen("b", 20, 60)]
    assert settle(both, {})["b"].state == "conflict"
    settled = settle(both, {"a": at(15)})
    assert settled["b"].state == "held"
    assert (settled["a"].state, settled["a"].until) == ("ended", at(15))


def test_nobody_leaves_before_coming_or_after_the_end() -> None:
    assert settle([seen("a", 10, 60)], {"a": at(0)})["a"].until == at(10)
    assert settle([seen("a", 10, 60)], {"a": at(90)})["a"].until == at(60)

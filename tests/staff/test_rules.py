"""The PIN and the wait."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import BadInput
from kiosk.staff.rules import LONGEST, Tries, after_wrong, hash_pin, is_pin, matches, wait


def after(wrong: int, now: float = 1000.0) -> Tries:
    tries = Tries()
    for _ in range(wrong):
        tries = after_wrong(tries, now)
    return tries


@pytest.mark.parametrize("pin", ["", "1234567", "12345678a", "١٢٣٤٥٦٧٨", "1234 5678", "1" * 65])
def test_what_is_no_pin_is_refused(pin: str) -> None:
    assert not is_pin(pin)
    with pytest.raises(BadInput):
        hash_pin(pin)


def test_a_pin_matches_its_own_hash_only() -> None:
    hashed = hash_pin("20261118")
    assert hashed.startswith("$argon2id$")
    assert matches("20261118", hashed)
    assert not matches("20261119", hashed)


@pytest.mark.parametrize("hashed", ["", "x", "$argon2id$broken"])
def test_a_hash_that_cannot_be_read_matches_nothing(hashed: str) -> None:
    assert not matches("20261118", hashed)


def test_the_first_four_wrong_tries_cost_nothing() -> None:
    assert [wait(after(wrong), 1000.0) for wrong in range(5)] == [0, 0, 0, 0, 0]


def test_from_the_fifth_on_each_wait_is_twice_the_one_before() -> None:
    assert [wait(after(wrong), 1000.0) for wrong in range(5, 12)] == [30, 60, 120, 240, 480, 900, 900]


@given(wrong=st.integers(0, 200), later=st.floats(0, 10_000))
def test_a_wait_ends_and_is_never_longer_than_a_quarter(wrong: int, later: float) -> None:
    left = wait(after(wrong), 1000.0 + later)
    assert 0 <= left <= LONGEST
    assert left == 0 or later < LONGEST

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.wire.digest import EMPTY, digest, moved

records = st.dictionaries(st.text(max_size=8), st.integers(0, 2**40), max_size=12)


def test_it_is_the_same_number_everywhere() -> None:
    assert digest([]) == EMPTY
    assert digest([("t1", 1), ("t2", 7)]) == "f291667fd551d67d34160ed86dccecff"


@given(records, records)
def test_moving_from_one_set_to_another_is_the_same_as_adding_up(before: dict[str, int], after: dict[str, int]) -> None:
    assert moved(digest(before.items()), gone=before.items(), come=after.items()) == digest(after.items())


@given(records)
def test_the_order_does_not_matter(found: dict[str, int]) -> None:
    assert digest(found.items()) == digest(reversed(list(found.items())))


@given(records, st.text(max_size=8), st.integers(0, 2**40))
def test_another_revision_or_another_record_shows(found: dict[str, int], id: str, rev: int) -> None:
    other = found | {id: rev}
    assert (digest(other.items()) == digest(found.items())) == (other == found)

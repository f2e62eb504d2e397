"""Rows that come many at once are in the database as Django itself would have put them there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.db import IntegrityError, transaction
from django.forms.models import model_to_dict

from kiosk.central.guided.models import Ask
from kiosk.central.sync.models import Fact
from kiosk.central.sync.rows import insert
from tests.central.made_up import FakeKiosk, new_id

MOMENTS = [
    datetime(2026, 11, 18, 14, 7, tzinfo=UTC),
    datetime(2026, 11, 18, 14, 7, 0, 5, tzinfo=timezone(timedelta(hours=1))),
]


def fact(moment: datetime, age: int | None) -> Fact:
    return Fact(
        id=new_id(),
        kiosk="een'kiosk",
        seq=2**62,
        kind="ask",
        body=b"{\x00}",
        digest=bytes(range(32)),
        at=moment,
        age_ms=age,
        happened=moment,
        received=moment,
        status="stored",
        other="tafel ٤",
    )


@pytest.mark.parametrize("moment", MOMENTS, ids=str)
@pytest.mark.parametrize("age", [None, 0, 40])
def test_a_row_is_what_django_would_have_made_of_it(moment: datetime, age: int | None) -> None:
    ours, theirs = fact(moment, age), fact(moment, age)
    insert(Fact, [vars(ours)])
    Fact.objects.bulk_create([theirs])
    found, expected = (model_to_dict(Fact.objects.get(pk=one.pk), exclude=["id"]) for one in (ours, theirs))
    assert found == expected
    assert Fact.objects.filter(received=moment).count() == 2


def test_a_row_that_is_there_already_spoils_all_of_them() -> None:
    one, other = fact(MOMENTS[0], 0), fact(MOMENTS[0], 0)
    insert(Fact, [vars(one)])
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(Fact, [vars(other), vars(one)])
    assert [row.pk for row in Fact.objects.all()] == [one.pk]


def test_a_row_that_belongs_to_another_is_found_by_it() -> None:
    kiosk = FakeKiosk()
    row = Ask(id=new_id(), kiosk=kiosk.row, seat="", screen="home", asked=MOMENTS[0], scope="laak", rev=1)
    insert(Ask, [vars(row)])
    assert kiosk.row.asks.get() == row
    assert (kiosk.row.asks.get().coming, kiosk.row.asks.get().state) == (None, "open")


def test_no_rows_are_no_question() -> None:
    insert(Fact, [])

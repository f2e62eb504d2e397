"""Giving an order to a kiosk: once at a time, written down with who gave it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from kiosk.central.fleet.health import ORDERS, Order, open_orders
from kiosk.central.fleet.journal import note
from kiosk.central.fleet.models import Kiosk
from kiosk.central.fleet.watching import Row
from kiosk.central.sync.published import Head
from kiosk.wire.health import VERSION, release

WHAT = dict(ORDERS)


def is_version(text: str) -> bool:
    """Whether that can be ordered."""
    return re.fullmatch(VERSION, text) is not None


def lacking(rows: Iterable[Row], version: str) -> list[Row]:
    """Those that have an older version, and have not been asked to take another."""
    return [
        row
        for row in rows
        if row.sign.enrolled
        and row.sign.health is not None
        and release(row.sign.health.version) < release(version)
        and not any(order.what == "update" for order in row.orders)
    ]


def give_all(rows: Sequence[Row], by: User, moment: datetime, version: str) -> int:
    """Let all of these take that version, once nobody is at their screens; how many were asked."""
    with transaction.atomic():
        Head.lock(row.kiosk.branch_id for row in rows)
        given = [give(row.kiosk.pk, "update", by, moment, version) for row in rows]
    return sum(order is not None for order in given)


def give(kiosk: str, what: str, by: User, moment: datetime, version: str = "", at_once: bool = False) -> Order | None:
    """The order, or None when the same one is under way already. The kiosk hears of it at its next look."""
    with transaction.atomic():
        Head.lock(Kiosk.objects.filter(pk=kiosk).values_list("branch", flat=True))
        row = Kiosk.objects.select_for_update().get(pk=kiosk)
        if open_orders(moment).filter(kiosk=row, what=what).exists():
            return None
        order = Order.objects.create(
            kiosk=row, what=what, version=version, at_once=at_once, by=by, made=moment, state="given"
        )
        # Published anew: that makes its next look find something, and ask
        row.save(update_fields=[])
        said = " ".join([str(WHAT[what]), version]).strip()
        note(by, "order", row, name=f"{row}: {said}")
    return order

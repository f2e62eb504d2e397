"""`wegwijs-central forget`: letting go of what nobody needs any more."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from kiosk.central.sync import deltas
from kiosk.central.sync.accepting import OLDEST
from kiosk.central.sync.areas import FORGETS, TOLD
from kiosk.central.sync.models import Fact

#: Facts in one transaction, so that kiosks hardly wait for it.
AT_ONCE = 500


def forget(moment: datetime) -> Counter[str]:
    """How many rows are gone, by their table. A fact is kept for as long as a kiosk might say it again."""
    gone = Counter[str]()
    while ids := list(Fact.objects.filter(received__lt=moment - OLDEST).values_list("pk", flat=True)[:AT_ONCE]):
        with transaction.atomic():
            for rows in (*TOLD, Fact.objects.all()):
                gone.update(_deleted(rows.filter(pk__in=ids)))
    for old in (*FORGETS, deltas.old):
        gone.update(_deleted(old(moment)))
    return gone


def _deleted(rows: QuerySet) -> dict[str, int]:
    with transaction.atomic():
        return {rows.model._meta.db_table: rows.delete()[0]}

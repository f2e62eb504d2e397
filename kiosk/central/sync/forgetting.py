"""`wegwijs-central forget`: letting go of what nobody needs any more."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from django.db import transaction

from kiosk.central.sync import deltas
from kiosk.central.sync.accepting import OLDEST
from kiosk.central.sync.areas import FORGETS, TOLD
from kiosk.central.sync.models import Fact

#: Rows in one transaction, so that kiosks hardly wait for it.
AT_ONCE = 500


def forget(moment: datetime) -> Counter[str]:
    """How many rows are gone, by their table. A fact is kept for as long as a kiosk might say it again."""
    gone = Counter[str]()
    for old in (Fact.objects.filter(received__lt=moment - OLDEST), *(rows(moment) for rows in (*FORGETS, deltas.old))):
        # With a fact goes what it became, which has its id
        along = TOLD if old.model is Fact else ()
        while ids := list(old.values_list("pk", flat=True)[:AT_ONCE]):
            with transaction.atomic():
                for rows in (*along, old):
                    gone[rows.model._meta.db_table] += rows.filter(pk__in=ids).delete()[0]
    return gone

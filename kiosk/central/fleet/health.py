"""What kiosks last said of themselves, and what staff ordered them to do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kiosk import wire
from kiosk.central.sync.published import new_id

if TYPE_CHECKING:
    from kiosk.central.fleet.models import Kiosk

#: An order that was not carried out within this is given up.
LIFE = timedelta(days=1)

#: Orders of which no outcome is known.
OPEN = ("given", "waiting", "begun")

#: Moments outside these years are nonsense, and no page could show them. A kiosk without a battery starts in 1970.
FIRST, LAST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)

ORDERS = [
    ("restart-screen", _("Restart the screen")),
    ("restart-agent", _("Restart the agent")),
    ("update", _("Take the new version")),
]

STATES = [
    ("given", _("on its way")),
    ("waiting", _("waits until nobody is at the screen")),
    ("begun", _("is being done")),
    ("done", _("done")),
    ("failed", _("failed")),
    ("expired", _("given up after a day")),
]


class Health(models.Model):
    """The last word of a kiosk; `ahead_ms`: how far its clock was ahead of ours then; `body`: a `wire.Health`."""

    kiosk = models.OneToOneField("fleet.Kiosk", models.CASCADE, primary_key=True, related_name="health")
    received = models.DateTimeField(_("received"))
    ahead_ms = models.BigIntegerField()
    body = models.BinaryField()

    def told(self) -> wire.Health | None:
        """What it said; None when it was said to a newer central than this one."""
        try:
            return wire.decode(bytes(self.body), wire.Health)
        except msgspec.DecodeError:
            return None


class Order(models.Model):
    """Something that a kiosk is to do once."""

    id = models.CharField(primary_key=True, max_length=36, default=new_id)
    kiosk = models.ForeignKey("fleet.Kiosk", models.CASCADE, related_name="orders", verbose_name=_("kiosk"))
    what = models.CharField(_("what"), max_length=20, choices=ORDERS)
    version = models.CharField(_("version"), max_length=40, blank=True)
    at_once = models.BooleanField(_("at once"), default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, verbose_name=_("by"))
    made = models.DateTimeField(_("made"))
    state = models.CharField(_("state"), max_length=10, choices=STATES, default="given")
    reason = models.CharField(_("reason"), max_length=40, blank=True)
    answered = models.DateTimeField(_("answered"), null=True)

    class Meta:
        verbose_name, verbose_name_plural = _("order"), _("orders")
        ordering = ["-made"]
        indexes = [models.Index(fields=["kiosk", "state"], name="order_open")]

    def state_at(self, moment: datetime) -> str:
        """One of `STATES`."""
        return "expired" if self.state in OPEN and moment - self.made >= LIFE else self.state

    def sent(self) -> wire.Order:
        """As it travels."""
        return wire.Order(
            id=self.pk, what=self.what, at=self.made, until=self.made + LIFE, now=self.at_once, version=self.version
        )


def makes_sense(health: wire.Health) -> bool:
    """Whether every moment in it is one that a page can show."""
    moments = [health.at, health.wipes.hour, *(refused.at for refused in health.refused)]
    moments.append(health.updated.at if health.updated else None)
    return all(FIRST <= moment <= LAST for moment in moments if moment is not None)


def hear(kiosk: Kiosk, health: wire.Health, received: datetime) -> list[wire.Order]:
    """Keep the last word of a kiosk and what became of its orders; what comes back is what it still has to do."""
    ahead = (health.at - received) // timedelta(milliseconds=1)
    row = Health(kiosk=kiosk, received=received, ahead_ms=ahead, body=wire.encode(health))
    Health.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["kiosk"], update_fields=["received", "ahead_ms", "body"]
    )
    _note(kiosk, health.outcomes, received)
    todo = open_orders(received).filter(kiosk=kiosk).order_by("made")
    return [order.sent() for order in todo]


def open_orders(moment: datetime) -> models.QuerySet[Order]:
    """Those that may still be carried out."""
    return Order.objects.filter(state__in=OPEN, made__gt=moment - LIFE)


def _note(kiosk: Kiosk, outcomes: Iterable[wire.Outcome], received: datetime) -> None:
    """Only of its own orders, and only while they are open: what was once done stays done."""
    said = {outcome.id: outcome for outcome in outcomes}
    if not said:
        return
    for order in Order.objects.filter(kiosk=kiosk, pk__in=list(said), state__in=OPEN):
        outcome = said[order.pk]
        if (order.state, order.reason) != (outcome.state, outcome.reason):
            changed = {"state": outcome.state, "reason": outcome.reason, "answered": received}
            Order.objects.filter(pk=order.pk, state__in=OPEN).update(**changed)

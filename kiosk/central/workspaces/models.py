"""Desks, what was claimed, and who holds them."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kiosk.central.sync.published import Published
from kiosk.central.words import WordsField
from kiosk.clock import here, now

KINDS = [("table", _("table")), ("computer", _("computer")), ("room", _("room"))]
STATES = [("held", _("held")), ("ended", _("ended")), ("conflict", _("somebody else was first"))]


class Desk(Published):
    """Anything one can check in to."""

    feed = "desks"

    branch = models.ForeignKey("fleet.Branch", models.CASCADE, related_name="desks", verbose_name=_("branch"))
    name = models.CharField(_("name"), max_length=60, help_text=_('As on its sign: "Table 4".'))
    kind = models.CharField(_("kind"), max_length=10, choices=KINDS)
    floor = models.SmallIntegerField(_("floor"), default=0)
    x = models.FloatField(default=0, help_text=_("Its middle on the plan."))
    y = models.FloatField(default=0)
    word_above = models.BooleanField(_("word above"), default=False, help_text=_("Where a table lies below the seat."))
    minutes = models.PositiveSmallIntegerField(_("longest stay"), default=0, help_text=_("Minutes; 0: until closing."))
    broken = models.BooleanField(_("out of order"), default=False)
    zone = WordsField(_("zone"), blank=True)

    class Meta(Published.Meta):
        verbose_name, verbose_name_plural = _("desk"), _("desks")
        ordering = ["branch", "name"]

    def __str__(self) -> str:
        return self.name

    def scope_now(self) -> str:
        return self.branch_id


class Claim(models.Model):
    """What somebody at a kiosk said; never changed, but that `confirmed` is set when it is held at once. `start` and
    `until` are by central's clock; without a kiosk: made up for a demo."""

    id = models.CharField(primary_key=True, max_length=36)
    desk = models.ForeignKey(Desk, models.CASCADE, related_name="claims")
    kiosk = models.CharField(max_length=100, blank=True)
    bound = models.BooleanField()
    start = models.DateTimeField()
    until = models.DateTimeField()
    late = models.BooleanField()
    confirmed = models.BooleanField(default=False)
    received = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["received"], name="claim_received")]


class Leave(models.Model):
    """That whoever made a claim has left. It may come before the claim, so it holds on to none."""

    id = models.CharField(primary_key=True, max_length=36)
    claim = models.CharField(max_length=36, db_index=True)
    branch = models.CharField(max_length=100)
    at = models.DateTimeField()


class Visit(Published):
    """A desk held by somebody; derived, with the id of its claim. That no two held ones of a desk overlap is a
    constraint of the database (migration 0002)."""

    feed = "visits"

    desk = models.ForeignKey(Desk, models.CASCADE, related_name="visits", verbose_name=_("desk"))
    kiosk = models.CharField(_("kiosk"), max_length=100, blank=True)
    since = models.DateTimeField(_("since"))
    until = models.DateTimeField(_("until"))
    state = models.CharField(_("state"), max_length=10, choices=STATES, default="held")
    other = models.CharField(_("free instead"), max_length=100, blank=True)

    class Meta(Published.Meta):
        verbose_name, verbose_name_plural = _("visit"), _("visits")
        ordering = ["-since"]
        constraints = [
            models.CheckConstraint(condition=Q(until__gt=F("since")) | ~Q(state="held"), name="visit_until_after_since")
        ]

    def __str__(self) -> str:
        return f"{self.desk} {here(self.since):%H.%M}"

    def scope_now(self) -> str:
        return self.desk.branch_id


def past_visits(visits: models.QuerySet[Visit]) -> set[Any]:
    """What visits are called, if nobody sits at a desk by one of these any more: then they go when the desk does."""
    return set() if visits.filter(state="held", until__gt=now()).exists() else {Visit._meta.verbose_name}

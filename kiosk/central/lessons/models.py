"""How much is practised."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kiosk.central.fleet.models import Branch


class Practised(models.Model):
    """Of one lesson in one Turn: how many of its steps were done. Neither the kiosk nor the moment is known, and the
    key is random, so that the order of the rows tells nothing either."""

    id = models.CharField(primary_key=True, max_length=36)
    branch = models.ForeignKey(Branch, models.CASCADE, related_name="practised", verbose_name=_("branch"))
    lesson = models.CharField(_("lesson"), max_length=60)
    steps = models.PositiveSmallIntegerField(_("steps"))
    done = models.PositiveSmallIntegerField(_("steps done"))
    day = models.DateField(_("day"))

    class Meta:
        verbose_name, verbose_name_plural = _("practised lesson"), _("practised lessons")
        indexes = [models.Index(fields=["branch", "day"], name="practised_branch_day")]

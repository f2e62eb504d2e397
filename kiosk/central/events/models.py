"""The programme."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from kiosk.central.fleet.models import Branch
from kiosk.central.sync.published import Published
from kiosk.central.words import WordsField, dutch

THEMES = [
    ("language", _("language")),
    ("digital", _("computers")),
    ("children", _("children")),
    ("forms", _("letters and forms")),
    ("meeting", _("meeting")),
    ("culture", _("culture")),
]


class Event(Published):
    """An activity in a branch. `plan`: what placed it here, if it was a file and not a person."""

    feed = "events"

    branch = models.ForeignKey(Branch, models.CASCADE, related_name="events", verbose_name=_("branch"))
    title = WordsField(_("title"))
    starts = models.DateTimeField(_("starts"))
    ends = models.DateTimeField(_("ends"))
    summary = WordsField(_("summary"), blank=True, block=True)
    place = WordsField(_("place"), blank=True)
    theme = models.CharField(_("theme"), max_length=10, choices=THEMES, default="meeting")
    languages = models.JSONField(_("languages"), default=list, blank=True)
    audience = WordsField(_("for whom"), blank=True)
    cancelled = models.BooleanField(_("cancelled"), default=False)
    plan = models.CharField(max_length=40, blank=True, editable=False)

    class Meta(Published.Meta):
        verbose_name, verbose_name_plural = _("activity"), _("activities")
        ordering = ["starts"]

    def __str__(self) -> str:
        return dutch(self.title)

    def clean(self) -> None:
        if self.starts and self.ends and not self.starts < self.ends:
            raise ValidationError({"ends": _("An activity ends after it starts.")})

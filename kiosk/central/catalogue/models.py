"""Titles and copies."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kiosk.central.fleet.models import Branch
from kiosk.central.sync.published import Published

STATUSES = [
    ("available", _("available")),
    ("on_loan", _("on loan")),
    ("reference", _("stays in the library")),
    ("on_order", _("on order")),
    ("unavailable", _("not available")),
    ("unknown", _("unknown")),
]


class Title(Published):
    """One edition: `body` is the record as it travels; the other columns are for staff who search."""

    feed = "titles"

    body = models.BinaryField()
    title = models.CharField(_("title"), max_length=300)
    authors = models.CharField(_("authors"), max_length=300, blank=True)
    kind = models.CharField(_("kind"), max_length=16)
    year = models.SmallIntegerField(_("year"), default=0)

    class Meta(Published.Meta):
        verbose_name, verbose_name_plural = _("title"), _("titles")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title


class Copy(Published):
    """One thing on a shelf."""

    feed = "copies"

    title = models.ForeignKey(Title, models.CASCADE, related_name="copies", verbose_name=_("title"))
    branch = models.ForeignKey(Branch, models.CASCADE, related_name="copies", verbose_name=_("branch"))
    call_number = models.CharField(_("call number"), max_length=40, blank=True)
    shelf = models.CharField(_("shelf"), max_length=80, blank=True)
    floor = models.SmallIntegerField(_("floor"), default=0)
    status = models.CharField(_("status"), max_length=12, choices=STATUSES, default="unknown")
    due = models.DateField(_("due"), null=True, blank=True)
    fetched = models.DateTimeField(_("known since"), null=True, blank=True)
    added = models.DateField(_("in the library since"), null=True, blank=True)

    class Meta(Published.Meta):
        verbose_name, verbose_name_plural = _("copy"), _("copies")

    def __str__(self) -> str:
        return f"{self.call_number} ({self.branch})"

"""Titles and copies, the library systems they come from, and what was brought when."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kiosk.central.catalogue import site
from kiosk.central.catalogue.themes import Shelved as Shelved
from kiosk.central.catalogue.themes import Theme as Theme
from kiosk.central.fleet.models import Branch
from kiosk.central.sync.published import Published
from kiosk.clock import now
from kiosk.errors import BadInput

STATUSES = [
    ("available", _("available")),
    ("on_loan", _("on loan")),
    ("reference", _("stays in the library")),
    ("on_order", _("on order")),
    ("unavailable", _("not available")),
    ("unknown", _("unknown")),
]


#: What a source can be: the kinds of `adapters.ADAPTERS`, those that only tell whether a copy is in, and files.
SOURCE_KINDS = [
    ("file", _("files, imported by hand")),
    ("oai", _("OAI-PMH: records are harvested")),
    ("sru", _("SRU: records are asked for")),
    ("koha", _("Koha: OAI-PMH for records, its own REST for copies")),
    ("wise", _("OCLC Wise: only whether copies are in")),
]


class Source(models.Model):
    """A library system that titles come from. `mapping`: a `site.Site` in TOML.

    `harvested`: up to when, by its own clock, all it has is here. While a harvest is under way, or after one that broke
    off: `token`, from where to go on; `began`, what `harvested` becomes at its end; `whole`: it fetches everything.
    `sweep`: the number of the last harvest of everything; `Title.seen` holds it for each title that came along.
    """

    slug = models.CharField(
        _("short name"),
        max_length=32,
        primary_key=True,
        validators=[RegexValidator(r"^[a-z0-9][a-z0-9-]*$", _("Small letters, digits and - only."))],
    )
    name = models.CharField(_("name"), max_length=100)
    kind = models.CharField(_("kind"), max_length=8, choices=SOURCE_KINDS, default="file")
    address = models.CharField(_("address"), max_length=300, blank=True)
    mapping = models.TextField(_("mapping"), blank=True)
    harvested = models.DateTimeField(_("up to date until"), null=True, blank=True, editable=False)
    token = models.TextField(blank=True, editable=False)
    began = models.DateTimeField(null=True, blank=True, editable=False)
    whole = models.BooleanField(default=False, editable=False)
    sweep = models.BigIntegerField(default=0, editable=False)

    class Meta:
        verbose_name, verbose_name_plural = _("source of titles"), _("sources of titles")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        try:
            self.site()
        except BadInput as error:
            raise ValidationError({"mapping": str(error)}) from error
        if self.kind != "file" and not _is_address(self.address):
            raise ValidationError({"address": _("Its address begins with https:// or http://.")})

    def site(self) -> site.Site:
        """What differs in its records; `BadInput` when the mapping is wrong."""
        return site.read(self.mapping, self.slug)


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return (
            parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0 and not parts.username
        )
    except ValueError:
        return False


class Run(models.Model):
    """One import or harvest. `report`: an `importing.Report` as JSON; `ended`: None while it goes on, or when it was
    killed; `error`: why it broke off."""

    source = models.ForeignKey(
        Source, models.CASCADE, null=True, related_name="runs", editable=False, verbose_name=_("source of titles")
    )
    what = models.CharField(_("what was read"), max_length=300, blank=True, editable=False)
    began = models.DateTimeField(_("began"), default=now, db_index=True, editable=False)
    ended = models.DateTimeField(_("ended"), null=True, editable=False)
    report = models.JSONField(_("report"), default=dict, editable=False)
    error = models.TextField(_("why it broke off"), blank=True, editable=False)

    class Meta:
        verbose_name, verbose_name_plural = _("import"), _("imports")
        ordering = ["-began", "-pk"]

    def __str__(self) -> str:
        return self.what

    def summary(self) -> str:
        """In one line, for people."""
        if self.error:
            return gettext("It broke off.")
        if self.ended is None:
            return gettext("It goes on, or was ended from outside.")
        said = gettext("%(read)s read, %(added)s new, %(changed)s changed, %(deleted)s gone, %(refused)s refused")
        return said % {name: self.report.get(name, 0) for name in ("read", "added", "changed", "deleted", "refused")}


class Cover(models.Model):
    """A picture that was found for an ISBN, made small. `name`: as in `wire.Title.cover`; `body`: the JPEG, empty when
    there was none for it at the last look."""

    isbn = models.CharField(max_length=13, primary_key=True)
    name = models.CharField(max_length=32, blank=True, db_index=True)
    body = models.BinaryField()
    looked = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return self.isbn


class Title(Published):
    """One edition: `body` is the record as it travels; the other columns are for staff who search.

    `source` and `number`: whence it came, and its id there; `seen`: the last harvest of everything that had it.
    """

    feed = "titles"

    body = models.BinaryField()
    title = models.CharField(_("title"), max_length=300)
    authors = models.CharField(_("authors"), max_length=300, blank=True)
    kind = models.CharField(_("kind"), max_length=16)
    year = models.SmallIntegerField(_("year"), default=0)
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, editable=False, related_name="titles", verbose_name=_("source of titles")
    )
    number = models.CharField(_("its number there"), max_length=200, blank=True, editable=False)
    seen = models.BigIntegerField(default=0, editable=False)

    class Meta(Published.Meta):
        verbose_name, verbose_name_plural = _("title"), _("titles")
        ordering = ["title"]
        indexes = [*Published.Meta.indexes, models.Index(fields=["source", "seen"], name="title_source_seen")]

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

"""What central remembers about talking with kiosks."""

from __future__ import annotations

import time

from django.db import models
from django.utils.translation import gettext_lazy as _

from .published import Head, Tombstone

__all__ = ["Code", "Delta", "Epoch", "Fact", "Head", "Snapshot", "SnapshotPart", "Token", "Tombstone", "Try"]


class Epoch(models.Model):
    """The life of this database: another number after it was restored, so that kiosks start anew."""

    number = models.BigIntegerField()

    @classmethod
    def current(cls) -> int:
        """The number that cursors carry. A new database gets one that no earlier one had."""
        number = cls.objects.filter(pk=1).values_list("number", flat=True).first()
        if number is None:
            number = cls.objects.get_or_create(pk=1, defaults={"number": int(time.time())})[0].number
        return number

    @classmethod
    def renew(cls) -> int:
        """Another life: every kiosk fetches everything again."""
        number = max(cls.current() + 1, int(time.time()))
        cls.objects.filter(pk=1).update(number=number)
        return number


class Delta(models.Model):
    """What changed in a feed after one revision, up to another: written once, and never again.

    `body`: a JSON list of `wire.Change`, packed with gzip. `digest`: that of the feed at `to`, or "" inside a long one.
    """

    feed = models.CharField(max_length=32)
    scope = models.CharField(max_length=100, blank=True)
    after = models.BigIntegerField()
    to = models.BigIntegerField()
    count = models.IntegerField()
    digest = models.CharField(max_length=32, blank=True)
    body = models.BinaryField()
    made = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["feed", "scope", "after"], name="delta_once")]


class Snapshot(models.Model):
    """A whole feed as a file (`wire.Snapshot`), of one epoch, from whose revision the deltas go on."""

    epoch = models.BigIntegerField()
    feed = models.CharField(max_length=32)
    scope = models.CharField(max_length=100, blank=True)
    rev = models.BigIntegerField()
    count = models.IntegerField()
    size = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    made = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["epoch", "feed", "scope", "rev"], name="snapshot_once")]


class SnapshotPart(models.Model):
    """So many bytes of a snapshot's file (`snapshots.PART`, the last one fewer), so that none is read as a whole."""

    snapshot = models.ForeignKey(Snapshot, models.CASCADE, related_name="parts")
    number = models.IntegerField()
    body = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["snapshot", "number"], name="snapshot_part_once")]


class Fact(models.Model):
    """Something a kiosk did, kept as it came: the guarantee that saying it again is harmless."""

    id = models.CharField(primary_key=True, max_length=36)
    kiosk = models.CharField(_("kiosk"), max_length=100, db_index=True)
    seq = models.BigIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=32)
    body = models.BinaryField()
    digest = models.BinaryField()
    at = models.DateTimeField(_("kiosk's clock"))
    age_ms = models.BigIntegerField(null=True)
    happened = models.DateTimeField(_("happened"))
    received = models.DateTimeField(_("received"), db_index=True)
    status = models.CharField(_("status"), max_length=10)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    other = models.CharField(max_length=100, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("fact"), _("facts")


class Token(models.Model):
    """What a kiosk proves itself with: only its SHA-256 is here."""

    kiosk = models.ForeignKey("fleet.Kiosk", models.CASCADE, related_name="tokens", verbose_name=_("kiosk"))
    digest = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField(_("made"))
    seen = models.DateTimeField(_("last seen"), null=True)
    revoked = models.DateTimeField(_("blocked"), null=True)

    class Meta:
        verbose_name, verbose_name_plural = _("token"), _("tokens")


class Code(models.Model):
    """A one-time enrolment code: only its keyed hash is here."""

    kiosk = models.ForeignKey("fleet.Kiosk", models.CASCADE, related_name="codes", verbose_name=_("kiosk"))
    digest = models.CharField(max_length=64, unique=True)
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True)


class Try(models.Model):
    """A guess that was wrong, for a short while: `what` ("enrol", "login"), and the address it came from."""

    what = models.CharField(max_length=16)
    address = models.CharField(max_length=64)
    at = models.DateTimeField(db_index=True)

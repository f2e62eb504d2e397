"""What central remembers about talking with kiosks."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from kiosk.clock import now

from .published import Head, Tombstone

if TYPE_CHECKING:
    from kiosk.central.fleet.models import Kiosk

__all__ = [
    "Code",
    "Delta",
    "Epoch",
    "Fact",
    "Head",
    "Key",
    "Snapshot",
    "SnapshotPart",
    "Token",
    "Tombstone",
    "Try",
    "Waiting",
]


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


class Key(models.Model):
    """The public half of a computer's key: it waits with a code until it is approved, and is a kiosk's from then on.

    `generation`: the number of the last token; `used`: whether that token was (`kiosk.wire.sync`); `proved`: when the
    nonce was made with which it was bought, in nanoseconds.
    """

    public = models.CharField(max_length=44, unique=True)
    kiosk = models.ForeignKey("fleet.Kiosk", models.CASCADE, null=True, related_name="keys", verbose_name=_("kiosk"))
    code = models.CharField(_("code on the screen"), max_length=8, null=True, unique=True)
    address = models.CharField(_("network address"), max_length=64)
    asked = models.DateTimeField(_("asked"))
    expires = models.DateTimeField(_("code is good until"))
    approved = models.DateTimeField(_("approved"), null=True)
    seen = models.DateTimeField(_("last seen"), null=True)
    revoked = models.DateTimeField(_("blocked"), null=True)
    cloned = models.DateTimeField(_("a copied disk was noticed"), null=True)
    generation = models.BigIntegerField(default=0)
    used = models.BooleanField(default=False)
    proved = models.BigIntegerField(default=0)

    class Meta:
        verbose_name, verbose_name_plural = _("key"), _("keys")


class _NotApproved(models.Manager["Waiting"]):
    def get_queryset(self) -> models.QuerySet[Waiting]:
        return super().get_queryset().filter(kiosk=None, expires__gt=now())


class Waiting(Key):
    """A computer that wants to be a kiosk, for as long as its code is good."""

    objects = _NotApproved()  # type: ignore[misc]

    class Meta:
        proxy = True
        verbose_name, verbose_name_plural = _("computer that waits"), _("computers that wait")
        ordering = ["asked"]

    def __str__(self) -> str:
        return f"{self.code[:4]}-{self.code[4:]}" if self.code else self.public


class Token(models.Model):
    """What a kiosk proves itself with for an hour: only its SHA-256 is here, and that of the nonce it was bought with.
    It stays a while after `expires`, so that no nonce buys twice."""

    key = models.ForeignKey(Key, models.CASCADE, related_name="tokens")
    digest = models.CharField(max_length=64, unique=True)
    nonce = models.CharField(max_length=64, unique=True)
    generation = models.BigIntegerField()
    expires = models.DateTimeField(db_index=True)

    @property
    def kiosk(self) -> Kiosk:
        """Whose it is; only keys that were approved have tokens."""
        assert self.key.kiosk is not None
        return self.key.kiosk


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

"""Raised hands, and who may answer them."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from kiosk.central.fleet.models import Branch, Kiosk
from kiosk.central.sync.published import Head, Published
from kiosk.clock import here

STATES = [("open", _("waiting")), ("coming", _("on the way")), ("done", _("helped")), ("withdrawn", _("withdrawn"))]


class Helper(models.Model):
    """What an account is to visitors: the name it chose, and the branches it may see."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="helper", verbose_name=_("account")
    )
    name = models.CharField(_("name on the screens"), max_length=30, help_text=_("Visitors read: … is coming."))
    branches = models.ManyToManyField(Branch, blank=True, verbose_name=_("branches"))

    class Meta:
        verbose_name, verbose_name_plural = _("helper"), _("helpers")

    def __str__(self) -> str:
        return self.name


class Account(User):
    """Somebody who may log in, as staff manage them."""

    class Meta:
        proxy = True
        verbose_name, verbose_name_plural = _("account"), _("accounts")
        ordering = ["username"]


class Ask(Published):
    """Somebody at a seat raised a hand. Kiosks get it as a Reply."""

    feed = "replies"

    kiosk = models.ForeignKey(Kiosk, models.CASCADE, related_name="asks", verbose_name=_("kiosk"))
    seat = models.CharField(_("seat"), max_length=100)
    screen = models.CharField(_("screen"), max_length=60)
    asked = models.DateTimeField(_("asked"), db_index=True)
    state = models.CharField(_("state"), max_length=10, choices=STATES, default="open")
    helper = models.CharField(_("helper"), max_length=30, blank=True)
    coming = models.DateTimeField(_("on the way since"), null=True)

    class Meta(Published.Meta):
        verbose_name, verbose_name_plural = _("question for help"), _("questions for help")
        ordering = ["asked"]

    def __str__(self) -> str:
        return f"{self.kiosk} {here(self.asked):%H.%M}"

    def scope_now(self) -> str:
        return self.kiosk.branch_id

    def place(self) -> str:
        """Where to walk to."""
        desk = self.kiosk.desk
        return desk.name if desk is not None and self.seat in ("", desk.pk) else self.seat or self.kiosk.name

    @classmethod
    def move(cls, pk: str, states: tuple[str, ...], to: str, helper: str = "", coming: datetime | None = None) -> bool:
        """Bring an ask from one of these states to another; False when it is in none of them (any more)."""
        with transaction.atomic():
            Head.lock(cls.objects.filter(pk=pk).values_list("scope", flat=True))
            ask = cls.objects.select_for_update().filter(pk=pk, state__in=states).first()
            if ask is None:
                return False
            ask.state = to
            ask.helper, ask.coming = (helper, coming) if helper else (ask.helper, ask.coming)
            ask.save()
            return True


class Withdraw(models.Model):
    """That a hand is down again. It may come before the ask, so it holds on to none."""

    id = models.CharField(primary_key=True, max_length=36)
    ask = models.CharField(max_length=36, db_index=True)
    branch = models.CharField(max_length=100)

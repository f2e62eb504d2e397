"""Branches with their parts, and kiosks."""

from __future__ import annotations

from django.core import validators
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from kiosk.central.fleet.journal import Entry
from kiosk.central.sync.parts import Part
from kiosk.central.sync.published import Published
from kiosk.central.words import WordsField, dutch

from .health import Health, Order

__all__ = [
    "DAYS",
    "PIECES",
    "Branch",
    "Entry",
    "Floor",
    "Health",
    "Hours",
    "Kiosk",
    "Order",
    "OtherHours",
    "Piece",
]

DAYS = [
    (0, _("Monday")),
    (1, _("Tuesday")),
    (2, _("Wednesday")),
    (3, _("Thursday")),
    (4, _("Friday")),
    (5, _("Saturday")),
    (6, _("Sunday")),
]

PIECES = [
    ("room", _("room")),
    ("wall", _("wall")),
    ("table", _("table")),
    ("shelf", _("shelf")),
    ("plant", _("plant")),
    ("counter", _("counter")),
    ("window", _("window")),
    ("monitor", _("screen on a table")),
    ("zone", _("zone")),
    ("entrance", _("entrance")),
]


class Branch(Published):
    """One building of the library."""

    feed = "branches"

    name = models.CharField(_("name"), max_length=100, help_text=_("As on the front of the building."))
    short = models.CharField(_("short name"), max_length=40, help_text=_('In lists: "Laak".'))
    address = models.CharField(_("address"), max_length=200, blank=True)
    catalogue_page = models.CharField(
        _("page of a title"),
        max_length=300,
        blank=True,
        validators=[
            validators.RegexValidator(r"^https?://\S*\{(id|isbn)\}\S*$", _("A web address with {id} or {isbn} in it."))
        ],
        help_text=_("On your own site, to reserve or renew. {id} or {isbn} is filled in. Empty: no code for it."),
    )

    class Meta(Published.Meta):
        verbose_name, verbose_name_plural = _("branch"), _("branches")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.short


class Hours(Part):
    """When a branch is open on a weekday."""

    branch = models.ForeignKey(Branch, models.CASCADE, related_name="hours")
    day = models.PositiveSmallIntegerField(_("day"), choices=DAYS)
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"))

    class Meta:
        verbose_name, verbose_name_plural = _("opening hours"), _("opening hours")
        ordering = ["day", "opens"]

    def __str__(self) -> str:
        return f"{self.get_day_display()} {self.opens:%H:%M}"

    def whole(self) -> Branch:
        return self.branch

    def clean(self) -> None:
        _must_follow(self.opens, self.closes)


class OtherHours(Part):
    """One date that differs from the week; without times the branch is closed."""

    branch = models.ForeignKey(Branch, models.CASCADE, related_name="other_hours")
    date = models.DateField(_("date"))
    opens = models.TimeField(_("opens"), null=True, blank=True, help_text=_("Empty: closed all day."))
    closes = models.TimeField(_("closes"), null=True, blank=True)
    reason = WordsField(_("reason"), blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("other hours"), _("other hours")
        ordering = ["date", "opens"]

    def __str__(self) -> str:
        day = date_format(self.date, "l j F Y")
        times = f"{self.opens:%H.%M} – {self.closes:%H.%M}" if self.opens and self.closes else _("closed")
        return f"{day}: {times}"

    def whole(self) -> Branch:
        return self.branch

    def clean(self) -> None:
        if (self.opens is None) != (self.closes is None):
            raise ValidationError(_("Fill in both times, or neither."))
        _must_follow(self.opens, self.closes)


def _must_follow(opens: object, closes: object) -> None:
    if opens is not None and closes is not None and not opens < closes:  # type: ignore[operator]
        raise ValidationError(_("The branch must close later than it opens."))


class Floor(Part):
    """One storey as a plan. Its measures are plan units: any, as long as all of a floor use the same."""

    branch = models.ForeignKey(Branch, models.CASCADE, related_name="floors", verbose_name=_("branch"))
    number = models.SmallIntegerField(_("number"), help_text=_("0 is the ground floor."))
    name = WordsField(_("name"))
    width = models.FloatField(_("width"))
    height = models.FloatField(_("height"))
    ground = models.TextField(_("ground"), help_text=_("The outline, as an SVG path."))
    walls = models.TextField(_("walls"), blank=True, help_text=_("Drawn over the ground, as an SVG path."))

    class Meta:
        verbose_name, verbose_name_plural = _("floor"), _("floors")
        ordering = ["branch", "number"]
        constraints = [models.UniqueConstraint(fields=["branch", "number"], name="floor_once")]

    def __str__(self) -> str:
        return f"{self.branch} {self.number}: {dutch(self.name)}"

    def whole(self) -> Branch:
        return self.branch


class Piece(Part):
    """Something drawn on a floor."""

    floor = models.ForeignKey(Floor, models.CASCADE, related_name="pieces")
    what = models.CharField(_("what"), max_length=16, choices=PIECES)
    x = models.FloatField()
    y = models.FloatField()
    width = models.FloatField(_("width"), default=0)
    height = models.FloatField(_("height"), default=0)
    radius = models.FloatField(_("corner"), default=0)
    label = WordsField(_("label"), blank=True)
    first = models.CharField(_("from"), max_length=40, blank=True, help_text=_("The first call number on this shelf."))
    last = models.CharField(_("to"), max_length=40, blank=True)
    path = models.TextField(_("path"), blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("piece"), _("pieces")
        ordering = ["pk"]

    def __str__(self) -> str:
        label = dutch(self.label)
        return f"{self.get_what_display()}: {label}" if label else str(self.get_what_display())

    def whole(self) -> Branch:
        return self.floor.branch


class Kiosk(Published):
    """One of our screens."""

    feed = "kiosks"

    branch = models.ForeignKey(Branch, models.PROTECT, related_name="kiosks", verbose_name=_("branch"))
    name = models.CharField(_("name"), max_length=100)
    desk = models.OneToOneField(
        "workspaces.Desk",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="screen",
        verbose_name=_("desk"),
        help_text=_("The desk that this screen is, if one can take a seat at it."),
    )
    floor = models.SmallIntegerField(_("floor"), default=0)
    x = models.FloatField(default=0)
    y = models.FloatField(default=0)

    class Meta(Published.Meta):
        verbose_name, verbose_name_plural = _("kiosk"), _("kiosks")
        ordering = ["branch", "name"]

    def __str__(self) -> str:
        return f"{self.branch}: {self.name}"

    def scope_now(self) -> str:
        return self.branch_id

    def clean(self) -> None:
        if self.desk is not None and self.desk.branch_id != self.branch_id:
            raise ValidationError({"desk": _("This desk is in another branch.")})

"""Themed shelves: what kiosks show before anybody types."""

from __future__ import annotations

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from kiosk.central.fleet.models import Branch
from kiosk.central.sync.published import Published
from kiosk.central.words import WordsField, dutch

KINDS = [
    ("book", _("book")),
    ("ebook", _("e-book")),
    ("audiobook", _("audiobook")),
    ("eaudiobook", _("online audiobook")),
    ("film", _("film")),
    ("music", _("music")),
    ("periodical", _("magazine")),
    ("game", _("game")),
    ("object", _("object to borrow")),
]
AUDIENCES = [("children", _("children")), ("teen", _("teenagers")), ("adult", _("adults"))]

#: ISO 639-2 (B), as in MARC 21: what branches in the Netherlands have most of.
LANGUAGES = [
    ("dut", _("Dutch")),
    ("eng", _("English")),
    ("ara", _("Arabic")),
    ("tur", _("Turkish")),
    ("ukr", _("Ukrainian")),
    ("pol", _("Polish")),
    ("fre", _("French")),
    ("ger", _("German")),
    ("spa", _("Spanish")),
    ("per", _("Persian")),
    ("rus", _("Russian")),
    ("chi", _("Chinese")),
]


class Theme(Published):
    """A shelf. Without a branch it is for all of them. `titles`: what stands on it now (`filling`): what staff chose,
    and then what fits the rule, if one is set."""

    feed = "themes"

    branch = models.ForeignKey(
        Branch, models.CASCADE, null=True, blank=True, related_name="themes", verbose_name=_("branch")
    )
    name = WordsField(_("name"))
    order = models.PositiveSmallIntegerField(_("place"), default=10, validators=[MaxValueValidator(999)])
    kind = models.CharField(_("kind"), max_length=12, choices=KINDS, blank=True)
    audience = models.CharField(_("for whom"), max_length=8, choices=AUDIENCES, blank=True)
    language = models.CharField(_("language"), max_length=3, choices=LANGUAGES, blank=True)
    subjects = models.CharField(_("subjects"), max_length=300, blank=True)
    easy = models.BooleanField(_("easy to read"), default=False)
    titles = models.JSONField(_("titles"), default=list, editable=False)

    class Meta(Published.Meta):
        verbose_name, verbose_name_plural = _("themed shelf"), _("themed shelves")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return dutch(self.name)


class Shelved(models.Model):
    """A title that staff put on a shelf."""

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="shelved")
    title = models.ForeignKey("catalogue.Title", models.CASCADE, related_name="shelved", verbose_name=_("title"))
    order = models.PositiveSmallIntegerField(_("place"), default=10, validators=[MaxValueValidator(999)])

    class Meta:
        verbose_name, verbose_name_plural = _("chosen title"), _("chosen titles")
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["theme", "title"], name="shelved_once")]

    def __str__(self) -> str:
        return str(self.title)

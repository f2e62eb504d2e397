"""What was changed, by whom and when. Only added to: no page, command or query of ours changes or deletes an entry.

Why not Django's own log: that one knows no branch, forgets what is deleted together with an account, and has no place
for what is done from the command line. An entry names rows and members of staff; no visitor is ever in it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NoReturn

from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kiosk.clock import now

#: What can be done to a row. `%(who)s`, `%(what)s` ("desk") and `%(name)s` ("Table 4").
DONE = {
    "add": _("%(who)s added: %(what)s “%(name)s”"),
    "copy": _("%(who)s copied to next week: %(what)s “%(name)s”"),
    "change": _("%(who)s changed: %(what)s “%(name)s”"),
    "delete": _("%(who)s deleted: %(what)s “%(name)s”"),
    "code": _("%(who)s made an enrolment code: %(what)s “%(name)s”"),
    "let": _("%(who)s let in: %(what)s “%(name)s”"),
    "order": _("%(who)s gave an order: %(what)s “%(name)s”"),
    "block": _("%(who)s blocked: %(what)s “%(name)s”"),
    "password": _("%(who)s gave a new password: %(what)s “%(name)s”"),
    "load": _("%(who)s loaded the library's file: %(name)s"),
    "import": _("%(who)s imported titles: %(name)s"),
    "epoch": _("%(who)s let every kiosk fetch everything again"),
}


class EntrySet(models.QuerySet["Entry"]):
    """Entries to read."""

    def update(self, **values: Any) -> NoReturn:
        raise TypeError("what was done stays as it was noted")

    def bulk_update(self, *rows: Any, **how: Any) -> NoReturn:
        raise TypeError("what was done stays as it was noted")

    def delete(self) -> NoReturn:
        raise TypeError("what was noted is not forgotten")


class Entry(models.Model):
    """Something that was done. `by`: None for the command line; `model` and `row`: to what ("fleet.desk"), if to one
    row; `name`: how that was called then; `branch`: "" for all of the library; `details`: Django's change message."""

    at = models.DateTimeField(_("when"), default=now, db_index=True, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="entries",
        verbose_name=_("who"),
    )
    did = models.CharField(_("what was done"), max_length=12, editable=False)
    model = models.CharField(max_length=60, blank=True, editable=False)
    row = models.CharField(max_length=100, blank=True, editable=False)
    name = models.CharField(_("name"), max_length=200, blank=True, editable=False)
    branch = models.CharField(_("branch"), max_length=100, blank=True, db_index=True, editable=False)
    details = models.TextField(blank=True, editable=False)

    objects = EntrySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("entry in the log"), _("entries in the log")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["model", "row"], name="entry_model_row")]

    def __str__(self) -> str:
        return self.sentence()

    def save(self, *args: Any, **how: Any) -> None:
        if not self._state.adding:
            raise TypeError("what was done stays as it was noted")
        super().save(*args, **{**how, "force_insert": True})

    def delete(self, *args: Any, **how: Any) -> NoReturn:
        raise TypeError("what was noted is not forgotten")

    def who(self) -> str:
        """The account, with the name that visitors read if it has one."""
        if self.by is None:
            return str(_("The command line"))
        login = self.by.get_username()
        name = self.by.helper.name if hasattr(self.by, "helper") else ""
        return f"{name} ({login})" if name and name.lower() != login.lower() else name or login

    def sentence(self) -> str:
        """All of it in the reader's language."""
        words = {"who": self.who(), "what": _called(self.model), "name": self.name}
        text = str(DONE.get(self.did, DONE["change"])) % words
        more = _in_words(self.details) if self.details else ""
        return f"{text}. {more}" if more else f"{text}."


def _in_words(details: str) -> str:
    """Which fields were changed. Django keeps their labels in English, with a capital."""
    parts = json.loads(details)
    for part in (part for change in parts for part in change.values()):
        part["fields"] = [_field(label) for label in part.get("fields", [])]
    return LogEntry(change_message=json.dumps(parts)).get_change_message()


def _field(label: str) -> str:
    small = label[:1].lower() + label[1:]
    return next((text for text in (gettext(small), gettext(label)) if text not in (label, small)), small)


def _called(label: str) -> str:
    from django.apps import apps

    try:
        return str(apps.get_model(label)._meta.verbose_name)
    except (LookupError, ValueError):
        return label


def note(user: Any, did: str, row: Any = None, name: str = "", branch: str = "", details: Sequence[Any] = ()) -> Entry:
    """Note what somebody did (None: from the command line); `row`: to what. Call it inside the same transaction."""
    made = Entry(by_id=getattr(user, "pk", None), did=did, name=name[:200], branch=branch)
    if row is not None:
        made.model, made.row = row._meta.label_lower, str(row.pk)[:100]
        made.name, made.branch = (name or str(row))[:200], branch or branch_of(row)
    made.details = json.dumps(list(details), ensure_ascii=False, default=str) if details else ""
    made.save()
    return made


def branch_of(row: Any) -> str:
    """The id of the branch that a row belongs to; "" when to none or to several."""
    match row._meta.label_lower:
        case "fleet.branch":
            return str(row.pk)
        case "guided.account":
            found = list(row.helper.branches.values_list("pk", flat=True)[:2]) if hasattr(row, "helper") else []
            return found[0] if len(found) == 1 else ""
    return str(getattr(row, "branch_id", "") or "")

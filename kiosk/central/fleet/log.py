"""The page that shows the log: to each of the staff what is of their branches, filtered by person, branch and date."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kiosk.central.fleet.models import Branch, Entry
from kiosk.central.reached import BranchFilter, LookedAt
from kiosk.clock import here, now


class WhoFilter(admin.SimpleListFilter):
    """Somebody who did something that one may see."""

    title = gettext_lazy("person")
    parameter_name = "who"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        seen = model_admin.get_queryset(request).order_by().values("by")
        known = User.objects.filter(pk__in=seen).order_by("username")
        names = [(str(user.pk), user.get_username()) for user in known]
        return [*names, ("nobody", _("The command line"))] if request.user.is_superuser else names

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        match self.value():
            case None:
                return queryset
            case "nobody":
                return queryset.filter(by=None)
            case who:
                return queryset.filter(by=who) if who.isdigit() else queryset.none()


class WhenFilter(admin.SimpleListFilter):
    """How long ago."""

    title = gettext_lazy("date")
    parameter_name = "days"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("1", _("Today")), ("7", _("In 7 days")), ("31", _("In 31 days")), ("365", _("In a year"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        chosen = self.value()
        if chosen not in ("1", "7", "31", "365"):
            return queryset
        midnight = here(now()).replace(hour=0, minute=0, second=0, microsecond=0)
        return queryset.filter(at__gte=midnight - timedelta(days=int(chosen) - 1))


class EntryAdmin(LookedAt):
    """The log, to read."""

    list_display = ["at", "told", "where"]
    list_display_links = None
    list_filter = [BranchFilter, WhoFilter, WhenFilter]
    list_select_related = ["by__helper"]
    search_fields = ["name"]
    search_help_text = gettext_lazy("The name of what was changed.")
    date_hierarchy = "at"
    fields = ["at", "told", "where"]
    readonly_fields = ["at", "told", "where"]

    @admin.display(description=gettext_lazy("what was done"))
    def told(self, entry: Entry) -> str:
        return entry.sentence()

    @admin.display(description=gettext_lazy("branch"), ordering="branch")
    def where(self, entry: Entry) -> str:
        return getattr(entry, "short", None) or entry.branch or str(_("all of the library"))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Entry]:
        short = Branch.objects.filter(pk=OuterRef("branch")).values("short")[:1]
        rows: QuerySet[Entry] = super().get_queryset(request)
        return rows.annotate(short=Subquery(short))

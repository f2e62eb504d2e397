"""The programme for staff."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.formats import date_format
from django.utils.translation import get_language_info, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kiosk.central.events.copying import copy_to_next_week
from kiosk.central.events.models import Event
from kiosk.central.reached import BranchFilter, PlacedForm, ReachedAdmin, press
from kiosk.central.words import SHOWN
from kiosk.clock import here, now

#: Languages that are spoken at activities; others that came with a file are kept.
SPOKEN = ["nl", "en", "ar", "tr", "pl", "uk", "es", "fr", "de"]


class EventForm(PlacedForm):
    """Languages as boxes to tick."""

    languages = forms.MultipleChoiceField(
        label=gettext_lazy("languages"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("The languages that are spoken there."),
    )

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        codes = list(dict.fromkeys([*SPOKEN, *self.instance.languages]))
        if "languages" in self.fields:
            self.fields["languages"].choices = [(code, _named(code)) for code in codes]  # type: ignore[attr-defined]


def _named(code: str) -> str:
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


class UpcomingFilter(admin.SimpleListFilter):
    """What is over is only shown to who asks for it."""

    title = gettext_lazy("when")
    parameter_name = "when"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("all", _("Also what is over"))]

    def choices(self, changelist: Any) -> Iterator[Any]:
        first, *others = super().choices(changelist)
        yield {**first, "display": _("From today on")}
        yield from others

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        midnight = here(now()).replace(hour=0, minute=0, second=0, microsecond=0)
        return queryset if self.value() == "all" else queryset.filter(ends__gte=midnight)


@admin.register(Event)
class EventAdmin(ReachedAdmin):
    form = EventForm
    list_display = ["title_shown", "when", "branch", "theme", "off"]
    list_filter = [UpcomingFilter, BranchFilter, "theme", "cancelled"]
    list_select_related = ["branch"]
    actions = ["copy_all"]
    preview = "previews/event.html"
    change_form_template = "admin/event_form.html"
    fields = [
        *("branch", "title", "starts", "ends", "place", "theme", "summary", "audience", "languages", "cancelled"),
    ]
    helps = {
        "branch": gettext_lazy("Where it takes place."),
        "title": gettext_lazy("Short: a few words that say what one can do there."),
        "starts": gettext_lazy("The day and the time it begins."),
        "ends": gettext_lazy("The day and the time it is over."),
        "place": gettext_lazy('Where in the branch: "At the long table".'),
        "theme": gettext_lazy("Visitors can choose by theme; each has its colour and its sign."),
        "summary": gettext_lazy("Two or three short sentences. Must one sign up? Does it cost anything?"),
        "audience": gettext_lazy('Who it is meant for: "For everybody", "From 4 to 8 years".'),
        "cancelled": gettext_lazy("It stays in the programme, and visitors read that it is called off."),
    }

    @admin.display(description=gettext_lazy("activity"), ordering="title")
    def title_shown(self, event: Event) -> str:
        return str(event)

    @admin.display(description=gettext_lazy("when"), ordering="starts")
    def when(self, event: Event) -> str:
        starts, ends = here(event.starts), here(event.ends)
        last = "" if ends.date() == starts.date() else f"{_day(ends)}, "
        return f"{_day(starts)}, {starts:%H.%M} – {last}{ends:%H.%M}"

    @admin.display(description=gettext_lazy("state"), ordering="cancelled")
    def off(self, event: Event) -> str:
        return _("called off") if event.cancelled else ""

    def pictured(self, request: HttpRequest, form: Any, formsets: Sequence[Any]) -> dict[str, Any]:
        event = form.instance
        return {"event": event, "shown": [_shown(event, code, name) for code, name in SHOWN.items()]}

    def get_urls(self) -> list[Any]:
        view = require_POST(self.admin_site.admin_view(self.copy_view))
        return [path("<path:object_id>/copy/", view, name="events_event_copy"), *super().get_urls()]

    def copy_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The same a week later; its page opens."""
        event = self._row(request, object_id)
        if not self.has_add_permission(request):
            raise PermissionDenied
        made, _new = self._copy(request, event)
        return redirect("admin:events_event_change", made.pk)

    @press(description=gettext_lazy("Copy to next week"))
    def copy_all(self, request: HttpRequest, events: QuerySet[Event]) -> None:
        for event in events:
            self._copy(request, event)

    def _copy(self, request: HttpRequest, event: Event) -> tuple[Event, bool]:
        made, new = copy_to_next_week(event, request.user)
        text = _("“%(name)s” is now also on %(day)s.") if new else _("“%(name)s” was already there on %(day)s.")
        day = f"{here(made.starts):%d-%m-%Y, %H.%M}"
        self.message_user(request, text % {"name": made, "day": day}, messages.SUCCESS if new else messages.WARNING)
        return made, new


def _day(moment: datetime) -> str:
    return date_format(moment, "D j M" if moment.year == here(now()).year else "D j M Y")


def _shown(event: Event, code: str, name: str) -> dict[str, Any]:
    """What readers of one language get; `lacks`: the fields that are Dutch for want of a translation."""
    fields = {field: getattr(event, field) or {} for field in ("title", "place", "audience", "summary")}
    texts = {field: words.get(code) or words.get("nl", "") for field, words in fields.items()}
    lacking = [field for field, words in fields.items() if words and code not in words]
    labels = [str(Event._meta.get_field(field).verbose_name) for field in lacking]  # type: ignore[union-attr]
    where = " · ".join(text for text in (texts["place"], texts["audience"]) if text)
    return {**texts, "code": code, "name": name, "where": where, "lacks": labels, "language": _named(code)}

"""The catalogue for staff: titles come from imports and are looked at; copies of one's own branches may be mended."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from kiosk.central.catalogue.models import Copy, Title
from kiosk.central.reached import ReachedAdmin, ReachedInline


class CopyInline(ReachedInline, admin.StackedInline):
    model = Copy
    extra = 0
    fields = ["branch", ("call_number", "shelf", "floor"), ("status", "due")]
    helps = {
        "branch": gettext_lazy("Where it stands."),
        "call_number": gettext_lazy('As on its back: "MULT", "512.3".'),
        "shelf": gettext_lazy('The name of the shelf: "Novels".'),
        "floor": gettext_lazy("The floor of that shelf."),
        "status": gettext_lazy("Whether one can take it along now."),
        "due": gettext_lazy("When it is on loan: the day it must be back."),
    }


@admin.register(Title)
class TitleAdmin(ReachedAdmin):
    list_display = ["title", "authors", "kind", "year"]
    list_filter = ["kind"]
    search_fields = ["title", "authors"]
    search_help_text = gettext_lazy("Words of the title, or the author.")
    fields = ["title", "authors", "kind", "year"]
    readonly_fields = ["title", "authors", "kind", "year"]
    inlines = [CopyInline]
    helps = {
        "title": gettext_lazy("Titles come with an import; only copies can be mended here."),
        "authors": gettext_lazy("Who made it."),
        "kind": gettext_lazy("What it is."),
        "year": gettext_lazy("When it came out."),
    }

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        how = super().get_formset_kwargs(request, obj, inline, prefix)
        return {**how, "queryset": how["queryset"].select_related("branch")}

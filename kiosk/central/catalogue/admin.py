"""The catalogue for staff: titles come from imports and are looked at; copies of one's own branches may be mended."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from kiosk.central.catalogue import theming
from kiosk.central.catalogue.models import Copy, Title
from kiosk.central.catalogue.sources import RunAdmin, SourceAdmin
from kiosk.central.fleet.journal import note
from kiosk.central.reached import ReachedAdmin, ReachedInline
from kiosk.central.roles import homes

__all__ = ["CopyInline", "KindFilter", "RunAdmin", "SourceAdmin", "TitleAdmin"]

#: What a title can be (`wire.TitleKind`), in words.
KINDS = {
    "book": gettext_lazy("book"),
    "ebook": gettext_lazy("e-book"),
    "audiobook": gettext_lazy("audiobook"),
    "eaudiobook": gettext_lazy("online audiobook"),
    "film": gettext_lazy("film"),
    "music": gettext_lazy("music"),
    "periodical": gettext_lazy("magazine"),
    "score": gettext_lazy("sheet music"),
    "map": gettext_lazy("map"),
    "game": gettext_lazy("game"),
    "object": gettext_lazy("object to borrow"),
    "other": gettext_lazy("something else"),
}


class KindFilter(admin.SimpleListFilter):
    """One kind of title."""

    title = gettext_lazy("kind")
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[Any]:
        return list(KINDS.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(kind=self.value()) if self.value() else queryset


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

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **how: Any) -> Any:
        field = super().formfield_for_foreignkey(db_field, request, **how)
        if db_field.name == "branch":
            # Looked up once, and not for every copy again
            field.choices = list(field.choices)
        return field


@admin.register(Title)
class TitleAdmin(ReachedAdmin):
    list_display = ["title", "authors", "kind_shown", "year"]
    list_filter = [KindFilter]
    search_fields = ["title", "authors"]
    search_help_text = gettext_lazy("Words of the title, or the author.")
    fields = ["title", "authors", "kind_shown", "year", "source", "number"]
    readonly_fields = ["title", "authors", "kind_shown", "year", "source", "number"]
    inlines = [CopyInline]
    helps = {
        "title": gettext_lazy("Titles come with an import; only copies can be mended here."),
        "authors": gettext_lazy("Who made it."),
        "kind_shown": gettext_lazy("What it is."),
        "year": gettext_lazy("When it came out."),
        "source": gettext_lazy("The system that it came from. What you mend, its next import may set back."),
        "number": gettext_lazy("What that system calls it."),
    }

    @admin.display(description=gettext_lazy("kind"), ordering="kind")
    def kind_shown(self, title: Title) -> str:
        return str(KINDS.get(title.kind, title.kind))

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        # A title is of all the library; what branch staff changed of it is a copy of theirs
        own = [] if request.user.is_superuser else list(homes(request.user)[:2])
        branch = own[0].pk if len(own) == 1 else ""
        return note(request.user, "change", obj, branch=branch, details=message)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        return {**super().get_actions(request), **theming.actions(request.user)}

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        how = super().get_formset_kwargs(request, obj, inline, prefix)
        return {**how, "queryset": how["queryset"].select_related("branch")}

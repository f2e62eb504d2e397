"""Themed shelves for staff: a name, a rule, and titles that are chosen in the list of titles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import admin, messages
from django.db.models import Max, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kiosk.central.catalogue.filling import GLANCE, ROOM, fill, filled
from kiosk.central.catalogue.models import Shelved, Theme, Title
from kiosk.central.fleet.journal import note
from kiosk.central.reached import BranchFilter, PlacedForm, ReachedAdmin, ReachedInline
from kiosk.central.reached import filled as kept
from kiosk.central.roles import narrowed
from kiosk.central.words import SHOWN

#: Shelves that can be chosen in the list of titles.
_CHOICES = 40


class ThemeForm(PlacedForm):
    """Only the central team makes shelves for all branches."""

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        if "branch" in self.fields:
            self.fields["branch"].required = not self.viewer.is_superuser


class ShelvedInline(ReachedInline, admin.StackedInline):
    model = Shelved
    extra = 0
    fields = ["title", "order"]
    readonly_fields = ["title"]
    helps = {"order": gettext_lazy("The lowest number stands first.")}

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        # They are chosen where one can search for them: in the list of titles
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Shelved]:
        return super().get_queryset(request).select_related("title")


@admin.register(Theme)
class ThemeAdmin(ReachedAdmin):
    form = ThemeForm
    list_display = ["name_shown", "branch_shown", "count", "order"]
    list_filter = [BranchFilter]
    list_select_related = ["branch"]
    inlines = [ShelvedInline]
    preview = "previews/theme.html"
    fields = ["name", "branch", "order", "kind", "audience", "language", "subjects", "easy"]
    helps = {
        "name": gettext_lazy('What stands above the shelf: "About The Hague".'),
        "branch": gettext_lazy("Where kiosks show it; empty: everywhere."),
        "order": gettext_lazy("The lowest number stands first."),
        "kind": gettext_lazy("The newest titles that fit all you choose from here on are put on the shelf."),
        "audience": gettext_lazy("For whom the titles are."),
        "language": gettext_lazy("The language that they are in."),
        "subjects": gettext_lazy('One or more, with commas: "Learning Dutch, Language courses". One is enough.'),
        "easy": gettext_lazy("Only titles in easy language."),
    }

    @admin.display(description=gettext_lazy("themed shelf"), ordering="name")
    def name_shown(self, theme: Theme) -> str:
        return str(theme)

    @admin.display(description=gettext_lazy("branch"), ordering="branch")
    def branch_shown(self, theme: Theme) -> str:
        return theme.branch.short if theme.branch else str(_("all"))

    @admin.display(description=gettext_lazy("titles"))
    def count(self, theme: Theme) -> int:
        return len(theme.titles)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        fill(form.instance)

    def pictured(self, request: HttpRequest, form: Any, formsets: Sequence[Any]) -> dict[str, Any]:
        theme, name = form.instance, form.instance.name or {}
        chosen = [row.title_id for formset in formsets for row in sorted(kept(formset), key=lambda row: row.order or 0)]
        ids = filled(theme, chosen, most=GLANCE)
        known = Title.objects.only("title", "authors").in_bulk(ids)
        shown = [
            {"code": code, "name": of, "title": name.get(code) or name.get("nl", "")} for code, of in SHOWN.items()
        ]
        return {"shown": shown, "titles": [known[id] for id in ids if id in known]}


Put = Callable[[admin.ModelAdmin, HttpRequest, QuerySet[Title]], None]


def actions(user: Any) -> dict[str, tuple[Put, str, str]]:
    """What somebody can do with titles: put them on each of the shelves that are theirs."""
    if not user.has_perm("catalogue.change_theme"):
        return {}
    return {f"shelve-{theme.pk}": _action(theme) for theme in narrowed(Theme.objects.all(), user)[:_CHOICES]}


def _action(theme: Theme) -> tuple[Put, str, str]:
    def put(page: admin.ModelAdmin, request: HttpRequest, titles: QuerySet[Title]) -> None:
        _put(theme, titles, request)

    return put, f"shelve-{theme.pk}", _("Put on the shelf “%(name)s”") % {"name": theme}


def _put(theme: Theme, titles: QuerySet[Title], request: HttpRequest) -> None:
    ids = list(titles.exclude(shelved__theme=theme).values_list("pk", flat=True)[: ROOM + 1])
    room = ROOM - theme.shelved.count()
    if len(ids) > room:
        text = _("There is room for %(room)s more titles on “%(name)s”. Choose fewer, or take some off there.")
        messages.error(request, text % {"room": room, "name": theme})
        return
    last = theme.shelved.aggregate(last=Max("order"))["last"] or 0
    Shelved.objects.bulk_create(
        [Shelved(theme=theme, title_id=id, order=min(last + 10 * place, 999)) for place, id in enumerate(ids, 1)]
    )
    fill(theme)
    note(request.user, "change", theme)
    text = _("Titles put on “%(name)s”: %(count)s.")
    messages.success(request, text % {"count": len(ids), "name": theme})

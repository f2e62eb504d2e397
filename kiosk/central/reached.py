"""What every page for staff shares: only rows and choices of one's own branches, help on every field, the browser's own
pickers for days and times, a preview beside the form, and an entry in the log for all that is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from kiosk.central.fleet.journal import Entry, note
from kiosk.central.fleet.models import Branch
from kiosk.central.pickers import Clock, Day, Measure, Moment
from kiosk.central.roles import homes, narrowed


class Reached:
    """For pages and for the tables in them: rows and choices of one's own branches. `helps`, `labels`: by field."""

    helps: ClassVar[Mapping[str, Any]] = {}
    labels: ClassVar[Mapping[str, Any]] = {}
    formfield_overrides: ClassVar[Mapping[Any, Any]] = {
        models.DateField: {"widget": Day},
        models.TimeField: {"widget": Clock},
        models.FloatField: {"widget": Measure(attrs={"step": "any"})},
        models.DateTimeField: {"form_class": forms.SplitDateTimeField, "widget": Moment},
    }

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return narrowed(super().get_queryset(request), request.user)  # type: ignore[misc]

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **how: Any) -> Any:
        how["queryset"] = narrowed(db_field.remote_field.model._default_manager.all(), request.user)
        return super().formfield_for_foreignkey(db_field, request, **how)  # type: ignore[misc]

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **how: Any) -> Any:
        how["queryset"] = narrowed(db_field.remote_field.model._default_manager.all(), request.user)
        return super().formfield_for_manytomany(db_field, request, **how)  # type: ignore[misc]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **how: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **how)  # type: ignore[misc]
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            # Without the small signs that open other pages in new windows
            field.widget = field.widget.widget
        return field

    def _said(self, how: dict[str, Any]) -> dict[str, Any]:
        return {"help_texts": dict(self.helps), "labels": dict(self.labels), **how}


class ReachedInline(Reached):
    """The mixin for tables in a page."""

    def get_formset(self, request: HttpRequest, obj: Any = None, **how: Any) -> Any:
        return super().get_formset(request, obj, **self._said(how))  # type: ignore[misc]


class PlacedForm(forms.ModelForm):
    """A form that knows who fills it in and, for what is new, in which branch."""

    viewer: ClassVar[Any] = None
    home: ClassVar[Branch | None] = None

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        if self.home is not None and self.instance._state.adding:
            self.instance.branch = self.home


class ReachedAdmin(Reached, admin.ModelAdmin):
    """A page for staff. `branch_first`: what is new gets its branch before the form opens, and keeps it; `preview`: the
    template that shows how visitors will see it."""

    form: type[forms.ModelForm] = PlacedForm
    branch_first: ClassVar[bool] = False
    preview: ClassVar[str] = ""
    save_on_top = False
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    object_history_template = "admin/history.html"

    class Media:
        js = ("central/preview.js",)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **how: Any) -> Any:
        made = super().get_form(request, obj, change, **self._said(how))
        home = self._chosen(request) if self.branch_first and obj is None else None
        return type(made.__name__, (made,), {"viewer": request.user, "home": home})

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        # Rows that come or stay away would tell a hash letter by letter
        return "password" not in lookup.split("__") and super().lookup_allowed(lookup, value, request)

    # The branch of what is new

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        if self.branch_first and self.has_add_permission(request) and self._chosen(request) is None:
            title = _("Add: %(what)s") % {"what": self.opts.verbose_name}
            about = {**self.admin_site.each_context(request), "opts": self.opts, "title": title}
            return render(request, "admin/which_branch.html", {**about, "branches": homes(request.user)})
        return super().add_view(request, form_url, extra_context)

    def _chosen(self, request: HttpRequest) -> Branch | None:
        """The branch in the address, or the only one."""
        named = request.GET.get("branch")
        found = homes(request.user).filter(pk=named) if named else homes(request.user)[:2]
        return found[0] if len(found) == 1 else None

    # How visitors will see it

    def get_urls(self) -> list[Any]:
        if not self.preview:
            return super().get_urls()
        name = f"{self.opts.app_label}_{self.opts.model_name}_preview"
        view = require_POST(self.admin_site.admin_view(self.preview_view))
        ours = [path("preview/", view, name=f"{name}_new"), path("<path:object_id>/preview/", view, name=name)]
        return [*ours, *super().get_urls()]

    def preview_view(self, request: HttpRequest, object_id: str | None = None) -> HttpResponse:
        """The preview of a form as it is filled in now; nothing is saved."""
        row = None if object_id is None else self._row(request, object_id)
        may = self.has_add_permission(request) if row is None else self.has_change_permission(request, row)
        if not may:
            raise PermissionDenied
        if row is None and self.branch_first and self._chosen(request) is None:
            raise Http404
        form = self.get_form(request, row, change=row is not None)(request.POST, instance=row)
        form.is_valid()
        formsets, _inlines = self._create_formsets(  # type: ignore[attr-defined]
            request, form.instance, change=row is not None
        )
        for formset in formsets:
            formset.is_valid()
        return render(request, self.preview, self.pictured(request, form, formsets))

    def _row(self, request: HttpRequest, object_id: str) -> Any:
        row = self.get_object(request, unquote(object_id))
        if row is None:
            raise Http404
        return row

    def pictured(self, request: HttpRequest, form: Any, formsets: Sequence[Any]) -> dict[str, Any]:
        """What the preview's template needs; the form may be half filled in."""
        raise LookupError(f"{type(self).__name__} has a preview, and must say what is in it")

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **how: Any) -> HttpResponse:
        row = how.get("obj")
        if self.preview and (row is None or self.has_change_permission(request, row)):
            formsets = [inline.formset for inline in context["inline_admin_formsets"]]
            pictured = self.pictured(request, context["adminform"].form, formsets)
            context.update(pictured, preview=self.preview)
        return super().render_change_form(request, context, *args, **how)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What goes along, without what staff have never heard of (tokens, codes)."""
        rows, counts, lacking, protected = super().get_deleted_objects(objs, request)
        known = {str(model._meta.verbose_name_plural) for model in self.admin_site._registry}
        shown = {name: count for name, count in counts.items() if str(name) in known}
        return rows, shown, lacking - self.goes_along(objs), protected

    def goes_along(self, rows: Any) -> set[Any]:
        """Kinds of rows that nobody deletes by themselves, but that may go along with these."""
        return set()

    # The log

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> Any:
        """As Django's, but the rows of a table are named in the language of who changed them, as all rows are."""
        message: list[dict[str, dict[str, Any]]] = super().construct_change_message(request, form, formsets, add)
        told = [about for part in message for about in part.values() if "object" in about]
        for about, row in zip(told, _touched(formsets or ()), strict=True):
            about["object"] = str(row)
        return message

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return note(request.user, "add", obj)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return note(request.user, "change", obj, details=message if isinstance(message, list) else ())

    def log_deletions(self, request: HttpRequest, queryset: Iterable[Any]) -> Any:
        return [note(request.user, "delete", row) for row in queryset]

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        row = self._row(request, object_id)
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        seen = narrowed(Entry.objects.all(), request.user)
        entries = seen.filter(model=self.opts.label_lower, row=row.pk).select_related("by__helper")
        title = _("What was changed: %(name)s") % {"name": row}
        about = {**self.admin_site.each_context(request), "opts": self.opts, "title": title, "original": row}
        return TemplateResponse(request, self.object_history_template, {**about, "entries": entries[:200]})


class LookedAt(ReachedAdmin):
    """A page to look at: nothing is added, changed or deleted there."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class BranchFilter(admin.SimpleListFilter):
    """One of somebody's own branches; nothing to choose when there is one."""

    title = gettext_lazy("branch")
    parameter_name = "branch"
    along = "branch"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        found = [(branch.pk, branch.short) for branch in homes(request.user)]
        return found if len(found) > 1 else []

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(**{self.along: self.value()}) if self.value() else queryset


def by_branch(along: str) -> type[BranchFilter]:
    """The filter for rows that reach their branch along another way than `branch`."""
    return type("BranchFilter", (BranchFilter,), {"along": along})


def filled(formset: Any) -> list[Any]:
    """The rows of a table in a page as they would be saved, without those that are deleted or left empty."""
    gone = set(formset.deleted_forms) if formset.is_bound and formset.is_valid() else set()
    return [
        form.instance
        for form in formset.forms
        if form not in gone and not _struck(formset, form) and (not form.instance._state.adding or form.has_changed())
    ]


def _touched(formsets: Iterable[Any]) -> Iterator[Any]:
    """In the order in which Django tells of them."""
    for formset in formsets:
        yield from formset.new_objects
        yield from (row for row, _fields in formset.changed_objects)
        yield from formset.deleted_objects


def _struck(formset: Any, form: Any) -> bool:
    return bool(form.is_bound and formset.can_delete and form.data.get(f"{form.prefix}-DELETE"))


press = partial(admin.action, permissions=["change"])

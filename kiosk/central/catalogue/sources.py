"""Where titles come from, for the central team: the systems of the library, what was brought when, and a try."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import path
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from kiosk.central.catalogue.adapters import ADAPTERS
from kiosk.central.catalogue.harvesting import first
from kiosk.central.catalogue.models import Run, Source
from kiosk.central.catalogue.report import Report
from kiosk.central.reached import LookedAt, PlacedForm, ReachedAdmin
from kiosk.clock import here
from kiosk.errors import KnownError

#: How many records a try reads, and how many seconds it waits for an answer.
TRIED, PATIENCE = 100, 20.0

#: Why a record was refused or passed over, in words for people; others are about the file itself, and told as they are.
REASONS = {
    "without a title": gettext_lazy("It has no title."),
    "an authority record": gettext_lazy("An authority record: it names a person or a subject, and is no title."),
    "a holdings record": gettext_lazy("A holdings record: it says where copies stand, and is no title."),
    "a classification record": gettext_lazy("A classification record, and no title."),
    "a community record": gettext_lazy("A community record, and no title."),
    "deleted, and it has no number": gettext_lazy("It was deleted there, and has no number to know it by."),
    "deleted at its source, and not here": gettext_lazy("It was deleted there, and was never here."),
    "there is no MARC in it": gettext_lazy("There is no MARC in it."),
    "a record without an identifier": gettext_lazy("It has no identifier."),
    "shorter than a leader": gettext_lazy("It is too short to be a record."),
    "no end of record for two million bytes": gettext_lazy("It has no end."),
}

EXAMPLE = """preset = "koha"

[branches]
CPL = "centraal"
LAAK = "laak"

[shelves]
JEUGD = "Jeugd"
"""


def shown(report: dict[str, Any]) -> dict[str, Any]:
    """What the template `report.html` needs of a report."""
    reasons = [{**each, "said": REASONS.get(each["reason"], each["reason"])} for each in report.get("reasons", [])]
    reasons.sort(key=lambda each: each["what"])
    return {"report": report, "reasons": reasons[:50], "more": max(0, len(reasons) - 50)}


class SourceForm(PlacedForm):
    """A source; a mapping that is wrong is refused with its place."""

    class Meta:
        model = Source
        fields = ["slug", "name", "kind", "address", "mapping"]
        widgets = {
            "mapping": forms.Textarea(attrs={"rows": 16, "spellcheck": "false", "lang": "en", "placeholder": EXAMPLE})
        }


@admin.register(Source)
class SourceAdmin(ReachedAdmin):
    form = SourceForm
    list_display = ["name", "kind", "harvested", "last"]
    fields = ["slug", "name", "kind", "address", "mapping", "harvested", "last_run"]
    change_form_template = "admin/source_form.html"
    helps = {
        "slug": gettext_lazy('Stands before the number of each title, and in commands: "den-haag". It stays as it is.'),
        "name": gettext_lazy('How colleagues call this system: "Koha of Bibliotheek Den Haag".'),
        "kind": gettext_lazy("How titles come from it. Whoever keeps the system knows this."),
        "address": gettext_lazy(
            "The address for OAI-PMH or SRU, or that of the public catalogue of Koha. Leave it empty for files."
        ),
        "mapping": gettext_lazy(
            "What is different in the records of this system: where copies stand, which code is which branch. "
            "Leave it empty to begin with, and look at what a try says."
        ),
        "harvested": gettext_lazy("What changed there before that moment is here."),
        "last_run": gettext_lazy("What became of the records the last time."),
    }

    def get_readonly_fields(self, request: HttpRequest, obj: Source | None = None) -> list[str]:
        return ["harvested", "last_run"] if obj is None else ["slug", "harvested", "last_run"]

    def get_fields(self, request: HttpRequest, obj: Source | None = None) -> Any:
        return self.fields[:5] if obj is None else self.fields

    @admin.display(description=gettext_lazy("last import"))
    def last(self, source: Source) -> str:
        run = source.runs.first()
        return str(run.summary()) if run else ""

    @admin.display(description=gettext_lazy("last import"))
    def last_run(self, source: Source) -> str:
        run = source.runs.first()
        return _told(run) if run else str(_("Nothing yet."))

    def save_model(self, request: HttpRequest, obj: Source, form: Any, change: bool) -> None:
        # A harvest may be under way, and has its own part of the row
        obj.save(update_fields=["name", "kind", "address", "mapping"] if change else None)

    def goes_along(self, rows: Any) -> set[Any]:
        return {Run._meta.verbose_name}

    def get_urls(self) -> list[Any]:
        view = require_POST(self.admin_site.admin_view(self.try_view))
        return [path("<path:object_id>/try/", view, name="catalogue_source_try"), *super().get_urls()]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **how: Any) -> HttpResponse:
        row = how.get("obj")
        context["may_try"] = row is not None and row.kind in ADAPTERS
        return super().render_change_form(request, context, *args, **how)

    def try_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Read the first records, and say what would become of them; nothing is saved."""
        row = self._row(request, object_id)
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        if row.kind not in ADAPTERS:
            raise Http404
        report, error = Report(), ""
        try:
            report = first(row, TRIED, PATIENCE)
        except KnownError as trouble:
            error = str(trouble)
        title = _("A try: %(name)s") % {"name": row}
        about = {**self.admin_site.each_context(request), "opts": self.opts, "title": title, "original": row}
        return render(request, "admin/source_try.html", {**about, **shown(report.kept()), "error": error})


@admin.register(Run)
class RunAdmin(LookedAt):
    list_display = ["began", "source", "what", "summary"]
    list_filter = ["source"]
    fields = ["source", "what", "began", "ended", "told"]

    @admin.display(description=gettext_lazy("what became of it"))
    def summary(self, run: Run) -> str:
        return str(run.summary())

    @admin.display(description=gettext_lazy("what became of it"))
    def told(self, run: Run) -> str:
        return _told(run)


def _told(run: Run) -> str:
    moment = date_format(here(run.began), "j F Y, H:i")
    return render_to_string("report.html", {**shown(run.report), "error": run.error, "moment": moment})

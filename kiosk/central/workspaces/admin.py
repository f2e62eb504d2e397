"""Desks and visits for staff."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kiosk.central.fleet.admin import plan_with
from kiosk.central.fleet.forms import choose_floor
from kiosk.central.fleet.plan import Spot
from kiosk.central.reached import BranchFilter, LookedAt, PlacedForm, ReachedAdmin, by_branch
from kiosk.central.workspaces.models import Desk, Visit, past_visits


class DeskForm(PlacedForm):
    """A desk on one of the floors of its branch."""

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        choose_floor(self, self.instance.branch_id)


class DeskRow(forms.ModelForm):
    """A desk in the list: one can say there that it is out of order."""

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        if "broken" in self.fields:
            said = _("%(name)s is out of order") % {"name": self.instance.name}
            self.fields["broken"].widget.attrs["aria-label"] = said


@admin.register(Desk)
class DeskAdmin(ReachedAdmin):
    form = DeskForm
    list_display = ["name", "branch", "kind", "floor", "stay", "broken"]
    list_filter = [BranchFilter, "kind", "broken"]
    list_editable = ["broken"]
    search_fields = ["name"]
    list_select_related = ["branch"]
    branch_first = True
    preview = "previews/place.html"
    # Its visits belong to this branch
    readonly_fields = ["branch"]
    fields = ["branch", "name", "kind", "zone", "minutes", "broken", "floor", ("x", "y"), "word_above"]
    labels = {"x": gettext_lazy("from the left"), "y": gettext_lazy("from the top")}
    helps = {
        "branch": gettext_lazy("A desk stays in its branch."),
        "name": gettext_lazy('As on its sign: "Table 4".'),
        "kind": gettext_lazy("What one sits at. Visitors can look for it."),
        "zone": gettext_lazy('The part of the branch it stands in: "Reading room".'),
        "minutes": gettext_lazy("How many minutes somebody may stay. 0: until the branch closes."),
        "broken": gettext_lazy("Nobody can take it; visitors read that it is out of order."),
        "floor": gettext_lazy("The floor it stands on."),
        "x": gettext_lazy("Its middle on the plan. Or click on the plan."),
        "y": gettext_lazy("Its middle on the plan. Or click on the plan."),
        "word_above": gettext_lazy('Where a table is drawn below the seat: then "free" stands above it.'),
    }

    @admin.display(description=gettext_lazy("longest stay"), ordering="minutes")
    def stay(self, desk: Desk) -> str:
        return _("%(count)s minutes") % {"count": desk.minutes} if desk.minutes else _("until closing")

    def get_changelist_form(self, request: HttpRequest, **how: Any) -> Any:
        return super().get_changelist_form(request, **{**how, "form": DeskRow})

    def goes_along(self, rows: Any) -> set[Any]:
        return past_visits(Visit.objects.filter(desk__in=rows))

    def pictured(self, request: HttpRequest, form: Any, formsets: Sequence[Any]) -> dict[str, Any]:
        row = form.instance
        return plan_with(row, Spot(row.x or 0, row.y or 0, row.name or "?", mine=True))


@admin.register(Visit)
class VisitAdmin(LookedAt):
    """To look at: visits are derived from what was claimed."""

    list_display = ["desk", "since", "until", "state", "instead"]
    list_filter = [by_branch("desk__branch"), "state"]
    list_select_related = ["desk"]
    fields = ["desk", "since", "until", "state", "instead"]
    readonly_fields = ["instead"]
    helps = {
        "desk": gettext_lazy("The desk that somebody took."),
        "since": gettext_lazy("From when."),
        "until": gettext_lazy("Till when at most."),
        "state": gettext_lazy("What became of it."),
        "instead": gettext_lazy("The desk that was offered instead."),
    }

    @admin.display(description=gettext_lazy("free instead"))
    def instead(self, visit: Visit) -> str:
        return getattr(visit, "offered", None) or visit.other

    def get_queryset(self, request: HttpRequest) -> QuerySet[Visit]:
        offered = Desk.objects.filter(pk=OuterRef("other")).values("name")[:1]
        rows: QuerySet[Visit] = super().get_queryset(request)
        return rows.annotate(offered=Subquery(offered))

"""Branches, floors, kiosks and the log, for staff."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import admin, messages
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kiosk.central.fleet.days import days
from kiosk.central.fleet.forms import BranchForm, FloorForm, PieceForm, choose_floor
from kiosk.central.fleet.journal import note
from kiosk.central.fleet.log import EntryAdmin
from kiosk.central.fleet.models import Branch, Entry, Floor, Hours, Kiosk, OtherHours, Piece
from kiosk.central.fleet.plan import Spot, drawn
from kiosk.central.reached import BranchFilter, PlacedForm, ReachedAdmin, ReachedInline, filled, press
from kiosk.central.sync import enrolment
from kiosk.clock import here, now

admin.site.site_header = admin.site.site_title = "Wegwijs"
admin.site.index_title = gettext_lazy("Manage")
admin.site.enable_nav_sidebar = False
admin.site.empty_value_display = "–"

STATES = {
    "new": gettext_lazy("not enrolled"),
    "enrolled": gettext_lazy("enrolled"),
    "blocked": gettext_lazy("blocked"),
    "cloned": gettext_lazy("disk was copied"),
}

CLONED = gettext_lazy("%(kiosk)s: its disk was copied. Neither computer is let in until you enrol it anew.")


class OtherHoursInline(ReachedInline, admin.StackedInline):
    model = OtherHours
    extra = 0
    template = "admin/folded.html"
    intro = gettext_lazy("Feasts, works, late openings. Each goes before the week on that one day.")
    fields = ["date", ("opens", "closes"), "reason"]
    verbose_name = gettext_lazy("day that differs")
    verbose_name_plural = gettext_lazy("Days that differ")
    helps = {
        "date": gettext_lazy("One day: a feast, a works day, a late opening. It goes before the week."),
        "opens": gettext_lazy("Empty: closed all day."),
        "closes": gettext_lazy("Empty: closed all day."),
        "reason": gettext_lazy('Visitors read it beside the hours: "Christmas Day".'),
    }


@admin.register(Branch)
class BranchAdmin(ReachedAdmin):
    form = BranchForm
    list_display = ["name", "short", "address"]
    search_fields = ["name", "short"]
    inlines = [OtherHoursInline]
    preview = "previews/hours.html"
    fieldsets = [
        (None, {"fields": ["name", "short", "address", "catalogue_page"]}),
        (gettext_lazy("Opening hours"), {"fields": ["week"]}),
    ]
    helps = {
        "name": gettext_lazy("As on the front of the building."),
        "short": gettext_lazy('In lists: "Laak".'),
        "address": gettext_lazy("Street and number. Visitors read it where the branch is named."),
    }

    def get_fieldsets(self, request: HttpRequest, obj: Branch | None = None) -> Any:
        # What one can change stands first
        return self.fieldsets if self.has_add_permission(request) else self.fieldsets[::-1]

    def get_readonly_fields(self, request: HttpRequest, obj: Branch | None = None) -> list[str]:
        # The names of branches are for the central team
        return [] if self.has_add_permission(request) else ["name", "short", "address", "catalogue_page"]

    def goes_along(self, rows: Any) -> set[Any]:
        from kiosk.central.workspaces.models import Visit, past_visits

        return past_visits(Visit.objects.filter(desk__branch__in=rows))

    def pictured(self, request: HttpRequest, form: Any, formsets: Sequence[Any]) -> dict[str, Any]:
        others = [row for formset in formsets for row in filled(formset)]
        return {"days": days(form.week_now(), others, here(now()).date())}

    def save_model(self, request: HttpRequest, obj: Branch, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if "week" in form.changed_data:
            obj.hours.all().delete()
            periods = [(day, *period) for day, periods in form.week_now().items() for period in periods]
            rows = [Hours(branch=obj, day=day, opens=opens, closes=closes) for day, opens, closes in periods]
            Hours.objects.bulk_create(rows)


class PieceInline(ReachedInline, admin.StackedInline):
    model = Piece
    form = PieceForm
    extra = 0
    template = "admin/folded.html"
    intro = gettext_lazy("Open a piece by its name, or click it on the plan. Then click on the plan where it goes.")
    fields = ["what", "label", ("x", "y"), ("width", "height", "radius"), ("first", "last")]
    verbose_name_plural = gettext_lazy("What stands on it")
    labels = {"x": gettext_lazy("from the left"), "y": gettext_lazy("from the top")}
    helps = {
        "what": gettext_lazy("How it is drawn."),
        "label": gettext_lazy("Written on it, if anything: the name of a room, what stands on a shelf."),
        "x": gettext_lazy("Where it begins. Or click on the plan."),
        "y": gettext_lazy("Where it begins. Or click on the plan."),
        "width": gettext_lazy("From left to right. A wall: how far it runs across."),
        "height": gettext_lazy("From top to bottom. A wall: how far it runs down."),
        "radius": gettext_lazy("How round its corners are. 0: square."),
        "first": gettext_lazy("For a shelf: the first call number on it."),
        "last": gettext_lazy("For a shelf: the last call number on it."),
    }


@admin.register(Floor)
class FloorAdmin(ReachedAdmin):
    form = FloorForm
    list_display = ["title", "branch", "number"]
    list_filter = [BranchFilter]
    list_select_related = ["branch"]
    inlines = [PieceInline]
    branch_first = True
    preview = "previews/floor.html"
    fieldsets = [
        (None, {"fields": ["branch", "number", "name", ("width", "height")]}),
        (gettext_lazy("An outline that is no rectangle"), {"fields": ["ground", "walls"], "classes": ["collapse"]}),
    ]
    helps = {
        "branch": gettext_lazy("A floor stays in its branch."),
        "number": gettext_lazy("0 is the ground floor, 1 the first floor, -1 the basement."),
        "name": gettext_lazy('As visitors call it: "Ground floor".'),
        "width": gettext_lazy("In units of the plan; one is about 1.5 centimetres. A room of 15 metres: 1000."),
        "height": gettext_lazy("In the same units, from top to bottom."),
        "ground": gettext_lazy("Only for who draws: the outline, as an SVG path. Empty: a rectangle."),
        "walls": gettext_lazy("Only for who draws: the outer walls, as an SVG path. Empty: all around."),
    }

    def get_readonly_fields(self, request: HttpRequest, obj: Floor | None = None) -> list[str]:
        # Desks, kiosks and copies name their floor by its number
        return ["branch"] if obj is None else ["branch", "number"]

    @admin.display(description=gettext_lazy("floor"), ordering="branch")
    def title(self, floor: Floor) -> str:
        return str(floor)

    def pictured(self, request: HttpRequest, form: Any, formsets: Sequence[Any]) -> dict[str, Any]:
        return {"plan": _floor_plan(form, formsets)}


def _floor_plan(form: Any, formsets: Sequence[Any]) -> str:
    floor = form.instance
    if not floor.width or not floor.height or not floor.ground:
        return ""
    forms = [(row, formset) for formset in formsets for row in filled(formset)]
    whole = [(row, formset) for row, formset in forms if row.what and None not in (row.x, row.y, row.width, row.height)]
    names = [next(one.prefix for one in formset.forms if one.instance is row) for row, formset in whole]
    desks = [] if floor.number is None else desks_on(floor.branch_id, floor.number)
    return drawn(floor, [row for row, _formset in whole], desks, names)


def desks_on(branch: str, number: int, mine: str = "") -> list[Spot]:
    """The desks of a floor, but for one."""
    from kiosk.central.workspaces.models import Desk

    rows = Desk.objects.filter(branch=branch, floor=number).exclude(pk=mine)
    return [Spot(row.x, row.y, row.name) for row in rows]


def plan_with(row: Any, own: Spot) -> dict[str, Any]:
    """For previews: the floor that a desk or a kiosk stands on, with its place marked."""
    floor = Floor.objects.filter(branch=row.branch_id, number=row.floor).prefetch_related("pieces").first()
    if floor is None:
        return {"plan": "", "has_branch": bool(row.branch_id)}
    spots = desks_on(row.branch_id, row.floor, mine=str(row.pk))
    return {"plan": drawn(floor, list(floor.pieces.all()), [*spots, own]), "outside": not _within(floor, own)}


def _within(floor: Floor, spot: Spot) -> bool:
    return 0 <= spot.x <= floor.width and 0 <= spot.y <= floor.height


class KioskForm(PlacedForm):
    """A kiosk; a desk of its own branch at most."""

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        choose_floor(self, self.instance.branch_id)
        if "desk" in self.fields:
            desks = self.fields["desk"].queryset.select_related("branch")  # type: ignore[attr-defined]
            self.fields["desk"].queryset = desks  # type: ignore[attr-defined]
            self.fields["desk"].label_from_instance = lambda desk: f"{desk.branch}: {desk}"  # type: ignore[attr-defined]


@admin.register(Kiosk)
class KioskAdmin(ReachedAdmin):
    form = KioskForm
    list_display = ["name", "branch", "desk", "seen", "state"]
    list_filter = [BranchFilter]
    search_fields = ["name"]
    list_select_related = ["branch", "desk"]
    actions = ["give_code", "block_kiosks", "let_back_in"]
    preview = "previews/place.html"
    fields = ["branch", "name", "desk", "floor", ("x", "y")]
    labels = {"x": gettext_lazy("from the left"), "y": gettext_lazy("from the top")}
    helps = {
        "branch": gettext_lazy("Where this screen stands."),
        "name": gettext_lazy('How staff and volunteers call it: "Computer 3", "Pillar at the entrance".'),
        "desk": gettext_lazy("The desk that this screen is, if one can take a seat at it."),
        "floor": gettext_lazy("The floor it stands on."),
        "x": gettext_lazy("Where it stands on the plan. Or click on the plan."),
        "y": gettext_lazy("Where it stands on the plan. Or click on the plan."),
    }

    def get_queryset(self, request: HttpRequest) -> QuerySet[Kiosk]:
        rows: QuerySet[Kiosk] = super().get_queryset(request)
        return rows.annotate(last=Max("keys__seen")).prefetch_related("keys")

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        for kiosk in self.get_queryset(request).filter(keys__cloned__isnull=False):
            if request.method == "GET" and enrolment.state(kiosk) == "cloned":
                self.message_user(request, CLONED % {"kiosk": kiosk}, messages.WARNING)
        return super().changelist_view(request, extra_context)

    @admin.display(description=gettext_lazy("last seen"), ordering="last")
    def seen(self, kiosk: Any) -> Any:
        return kiosk.last

    @admin.display(description=gettext_lazy("state"))
    def state(self, kiosk: Kiosk) -> str:
        return str(STATES[enrolment.state(kiosk)])

    def pictured(self, request: HttpRequest, form: Any, formsets: Sequence[Any]) -> dict[str, Any]:
        row = form.instance
        return plan_with(row, Spot(row.x or 0, row.y or 0, row.name, mine=True, screen=True))

    @press(description=gettext_lazy("Make an enrolment code"))
    def give_code(self, request: HttpRequest, kiosks: QuerySet[Kiosk]) -> None:
        for kiosk in kiosks:
            text = _("%(kiosk)s: type the code %(code)s at the screen, within 24 hours. It is shown only now.")
            self.message_user(request, text % {"kiosk": kiosk, "code": enrolment.make_code(kiosk)}, messages.SUCCESS)
            note(request.user, "code", kiosk)

    @press(description=gettext_lazy("Block: lost, stolen or gone"))
    def block_kiosks(self, request: HttpRequest, kiosks: QuerySet[Kiosk]) -> None:
        for kiosk in kiosks:
            enrolment.block(kiosk)
            text = _("%(kiosk)s is blocked. You can let it back in, or make a new code for another computer.")
            self.message_user(request, text % {"kiosk": kiosk}, messages.SUCCESS)
            note(request.user, "block", kiosk)

    @press(description=gettext_lazy("Let back in: it was found"))
    def let_back_in(self, request: HttpRequest, kiosks: QuerySet[Kiosk]) -> None:
        for kiosk in kiosks:
            good = enrolment.let_back_in(kiosk)
            text = _("%(kiosk)s is let in again.") if good else _("%(kiosk)s has to be enrolled anew.")
            self.message_user(request, text % {"kiosk": kiosk}, messages.SUCCESS if good else messages.WARNING)
            note(request.user, "let", kiosk)


admin.site.register(Entry, EntryAdmin)

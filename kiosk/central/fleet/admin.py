"""Branches and kiosks for staff."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kiosk.central.fleet.models import Branch, Floor, Hours, Kiosk, OtherHours, Piece
from kiosk.central.sync import enrolment

admin.site.site_header = admin.site.site_title = "Wegwijs"
admin.site.index_title = gettext_lazy("Manage")

STATES = {
    "new": gettext_lazy("not enrolled"),
    "enrolled": gettext_lazy("enrolled"),
    "blocked": gettext_lazy("blocked"),
    "cloned": gettext_lazy("disk was copied"),
}

CLONED = gettext_lazy("%(kiosk)s: its disk was copied. Neither computer is let in until you enrol it anew.")


class HoursInline(admin.TabularInline):
    model = Hours
    extra = 0


class OtherHoursInline(admin.TabularInline):
    model = OtherHours
    extra = 0


class PieceInline(admin.TabularInline):
    model = Piece
    extra = 0


@admin.register(Branch)
class BranchAdmin(admin.ModelAdmin):
    list_display = ["name", "short", "address"]
    search_fields = ["name", "short"]
    inlines = [HoursInline, OtherHoursInline]


@admin.register(Floor)
class FloorAdmin(admin.ModelAdmin):
    list_display = ["branch", "number", "__str__"]
    list_filter = ["branch"]
    inlines = [PieceInline]

    def get_readonly_fields(self, request: HttpRequest, obj: Floor | None = None) -> list[str]:
        return ["branch"] if obj else []


@admin.register(Kiosk)
class KioskAdmin(admin.ModelAdmin):
    list_display = ["name", "branch", "desk", "seen", "state"]
    list_filter = ["branch"]
    search_fields = ["name"]
    autocomplete_fields = ["desk"]
    list_select_related = ["branch", "desk"]
    actions = ["give_code", "block_kiosks", "let_back_in"]

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

    @admin.action(description=gettext_lazy("Make an enrolment code"))
    def give_code(self, request: HttpRequest, kiosks: QuerySet[Kiosk]) -> None:
        for kiosk in kiosks:
            text = _("%(kiosk)s: type the code %(code)s at the screen, within 24 hours. It is shown only now.")
            self.message_user(request, text % {"kiosk": kiosk, "code": enrolment.make_code(kiosk)}, messages.SUCCESS)

    @admin.action(description=gettext_lazy("Block: lost, stolen or gone"))
    def block_kiosks(self, request: HttpRequest, kiosks: QuerySet[Kiosk]) -> None:
        for kiosk in kiosks:
            enrolment.block(kiosk)
            text = _("%(kiosk)s is blocked. You can let it back in, or make a new code for another computer.")
            self.message_user(request, text % {"kiosk": kiosk}, messages.SUCCESS)

    @admin.action(description=gettext_lazy("Let back in: it was found"))
    def let_back_in(self, request: HttpRequest, kiosks: QuerySet[Kiosk]) -> None:
        for kiosk in kiosks:
            good = enrolment.let_back_in(kiosk)
            text = _("%(kiosk)s is let in again.") if good else _("%(kiosk)s has to be enrolled anew.")
            self.message_user(request, text % {"kiosk": kiosk}, messages.SUCCESS if good else messages.WARNING)

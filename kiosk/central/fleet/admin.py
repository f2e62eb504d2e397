"""Branches and kiosks for staff."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import Max, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kiosk.central.fleet.models import Branch, Floor, Hours, Kiosk, OtherHours, Piece
from kiosk.central.sync.enrolment import block, make_code

admin.site.site_header = admin.site.site_title = "Wegwijs"
admin.site.index_title = gettext_lazy("Manage")


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
    actions = ["give_code", "block_kiosks"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Kiosk]:
        rows: QuerySet[Kiosk] = super().get_queryset(request)
        return rows.annotate(last=Max("tokens__seen"))

    @admin.display(description=gettext_lazy("last seen"), ordering="last")
    def seen(self, kiosk: Any) -> Any:
        return kiosk.last

    @admin.display(description=gettext_lazy("state"))
    def state(self, kiosk: Kiosk) -> str:
        if kiosk.tokens.filter(revoked=None).exists():
            return _("enrolled")
        return _("blocked") if kiosk.tokens.exists() else _("not enrolled")

    @admin.action(description=gettext_lazy("Make an enrolment code"))
    def give_code(self, request: HttpRequest, kiosks: QuerySet[Kiosk]) -> None:
        for kiosk in kiosks:
            text = _("%(kiosk)s: type the code %(code)s at the screen, within 24 hours. It is shown only now.")
            self.message_user(request, text % {"kiosk": kiosk, "code": make_code(kiosk)}, messages.SUCCESS)

    @admin.action(description=gettext_lazy("Block: lost, stolen or gone"))
    def block_kiosks(self, request: HttpRequest, kiosks: QuerySet[Kiosk]) -> None:
        for kiosk in kiosks:
            block(kiosk)
            text = _("%(kiosk)s is blocked. A new code lets it back in.")
            self.message_user(request, text % {"kiosk": kiosk}, messages.SUCCESS)

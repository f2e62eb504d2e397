"""What kiosks sent, to look at."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from kiosk.central.sync.models import Fact


@admin.register(Fact)
class FactAdmin(admin.ModelAdmin):
    list_display = ["kind", "kiosk", "happened", "received", "status"]
    list_filter = ["kind", "status"]
    fields = ["kind", "kiosk", "seq", "at", "happened", "received", "status"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Fact | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Fact | None = None) -> bool:
        return False

"""Desks and visits for staff."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from kiosk.central.workspaces.models import Desk, Visit


@admin.register(Desk)
class DeskAdmin(admin.ModelAdmin):
    list_display = ["name", "branch", "kind", "floor", "minutes", "broken"]
    list_filter = ["branch", "kind", "broken"]
    list_editable = ["broken"]
    search_fields = ["name"]
    list_select_related = ["branch"]

    def get_readonly_fields(self, request: HttpRequest, obj: Desk | None = None) -> list[str]:
        # Its visits belong to this branch
        return ["branch"] if obj else []


@admin.register(Visit)
class VisitAdmin(admin.ModelAdmin):
    """To look at: visits are derived from what was claimed."""

    list_display = ["desk", "since", "until", "state", "other"]
    list_filter = ["desk__branch", "state"]
    list_select_related = ["desk"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Visit | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Visit | None = None) -> bool:
        return False

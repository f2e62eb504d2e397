"""The catalogue for staff: titles come from imports and are looked at; copies may be mended."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from kiosk.central.catalogue.models import Copy, Title


class CopyInline(admin.TabularInline):
    model = Copy
    extra = 0


@admin.register(Title)
class TitleAdmin(admin.ModelAdmin):
    list_display = ["title", "authors", "kind", "year"]
    list_filter = ["kind"]
    search_fields = ["title", "authors"]
    readonly_fields = ["title", "authors", "kind", "year"]
    inlines = [CopyInline]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

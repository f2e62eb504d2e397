"""Helpers for the central team."""

from __future__ import annotations

from django.contrib import admin

from kiosk.central.guided.models import Helper


@admin.register(Helper)
class HelperAdmin(admin.ModelAdmin):
    list_display = ["name", "user"]
    filter_horizontal = ["branches"]

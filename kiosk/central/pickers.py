"""Form controls that use what the browser has: its calendar, its clock, its numbers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy


class Day(forms.DateInput):
    """A day, by the browser's own calendar."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"type": "date", **(attrs or {})}, format="%Y-%m-%d")


class Clock(forms.TimeInput):
    """A time, by the browser's own clock."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"type": "time", **(attrs or {})}, format="%H:%M")


class Moment(forms.SplitDateTimeWidget):
    """A day and a time."""

    def __init__(self) -> None:
        forms.MultiWidget.__init__(
            self, [Day({"aria-label": gettext_lazy("day")}), Clock({"aria-label": gettext_lazy("time")})]
        )


class Measure(forms.NumberInput):
    """A measure of a plan, without digits that say nothing."""

    def format_value(self, value: Any) -> str | None:
        return f"{value:g}" if isinstance(value, float) else super().format_value(value)

"""The opening hours of a week as one field: a row for each day, up to two periods in it."""

from __future__ import annotations

from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kiosk.central.fleet.models import DAYS
from kiosk.central.pickers import Clock

#: Periods of a day that staff fill in.
PER_DAY = 2

#: When a day opens and closes.
Period = tuple[time, time]

#: The periods of each day that has any; Monday is 0. Not a list: Django takes those for what the browser sent.
Week = dict[int, list[Period]]

_EDGES = (
    gettext_lazy("%(day)s opens"),
    gettext_lazy("%(day)s closes"),
    gettext_lazy("%(day)s opens again"),
    gettext_lazy("%(day)s closes again"),
)


class WeekWidget(forms.MultiWidget):
    """Four times for each day."""

    template_name = "week.html"

    def __init__(self) -> None:
        named = [(edge, day) for _number, day in DAYS for edge in _EDGES]
        super().__init__([Clock({"aria-label": _Named(edge, day)}) for edge, day in named])

    def decompress(self, value: Any) -> list[time | None]:
        return [edge for day, _name in DAYS for edge in _edges((value or {}).get(day, []))]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        cells = context["widget"]["subwidgets"]
        wide = 2 * PER_DAY
        context["days"] = [(day, cells[number * wide : (number + 1) * wide]) for number, day in DAYS]
        return context


class _Named:
    """ "Monday opens", in the language of whoever reads it."""

    def __init__(self, edge: Any, day: Any) -> None:
        self._edge, self._day = edge, day

    def __str__(self) -> str:
        return str(self._edge) % {"day": str(self._day).capitalize()}


def _edges(periods: list[Period]) -> list[time | None]:
    found: list[time | None] = [edge for period in periods for edge in period]
    return (found + [None] * 2 * PER_DAY)[: 2 * PER_DAY]


class WeekField(forms.MultiValueField):
    """A `Week`. A day without times is closed."""

    def __init__(self, **how: Any) -> None:
        parts = [forms.TimeField(required=False) for _ in range(len(DAYS) * 2 * PER_DAY)]
        super().__init__(parts, require_all_fields=False, required=False, widget=WeekWidget(), **how)

    def compress(self, parts: list[time | None]) -> Week:
        wide = 2 * PER_DAY
        days = {day: _day(str(name), parts[day * wide : (day + 1) * wide]) for day, name in DAYS}
        return {day: periods for day, periods in days.items() if periods}

    def has_changed(self, initial: Any, data: Any) -> bool:
        shown = [f"{edge:%H:%M}" if edge else "" for edge in self.widget.decompress(initial)]
        return not self.disabled and shown != [str(part or "")[:5] for part in data or []]


def _day(name: str, edges: list[time | None]) -> list[Period]:
    found: list[Period] = []
    for opens, closes in zip(edges[::2], edges[1::2], strict=True):
        if opens is None and closes is None:
            continue
        if opens is None or closes is None:
            raise forms.ValidationError(_("%(day)s: fill in both times, or neither.") % {"day": name})
        if opens >= closes or (found and opens < found[-1][1]):
            raise forms.ValidationError(_("%(day)s: each time must be later than the one before it.") % {"day": name})
        found.append((opens, closes))
    return found

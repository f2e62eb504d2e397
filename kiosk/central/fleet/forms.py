"""Forms for branches, floors and what is drawn on them: nobody types a path of a drawing."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kiosk.central.fleet.models import Floor, Piece
from kiosk.central.fleet.week import PER_DAY, Week, WeekField
from kiosk.central.reached import PlacedForm
from kiosk.central.words import dutch

#: Letters of a path (SVG 1.1, 8.3), numbers, and what stands between them.
_PATH = re.compile(r"[MmLlHhVvCcSsQqTtAaZz0-9eE.,+\-\s]*")

#: How far the outline of a floor lies within its edge.
_EDGE = 4

#: How wide and high a new floor is, till somebody says otherwise.
_NEW = (1000.0, 600.0)


class BranchForm(PlacedForm):
    """A branch with the hours of its week."""

    week = WeekField(
        label=gettext_lazy("The week"),
        help_text=gettext_lazy(
            "From when to when the doors are open. A day without times is closed. Closed over lunch? "
            "Use the second pair."
        ),
    )

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        rows = [] if self.instance._state.adding else self.instance.hours.all()
        week: Week = {}
        for row in rows:
            week.setdefault(row.day, []).append((row.opens, row.closes))
        self.initial["week"] = week
        if "week" in self.fields:
            # What has more periods in a day came from a file, and would be cut here
            self.fields["week"].disabled = any(len(periods) > PER_DAY for periods in week.values())

    def week_now(self) -> Week:
        """As it is filled in, or as it was if that cannot be read."""
        found: Week | None = getattr(self, "cleaned_data", {}).get("week")
        return self.initial["week"] if found is None else found


class FloorForm(PlacedForm):
    """A floor. Without an outline of its own it is a rectangle."""

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        if "ground" not in self.fields:
            return
        if self.instance._state.adding:
            self._begin()
        self.fields["ground"].required = False
        if self.instance.ground in ("", _rectangle(self.instance.width, self.instance.height)):
            # Made anew from the measures
            self.initial["ground"] = self.initial["walls"] = ""

    def _begin(self) -> None:
        """With something to draw on."""
        floor = self.instance
        floor.width, floor.height = _NEW
        floor.ground = floor.walls = _rectangle(*_NEW)
        numbers = Floor.objects.filter(branch=floor.branch_id).values_list("number", flat=True)
        self.initial = {
            "number": max(numbers, default=-1) + 1,
            "width": floor.width,
            "height": floor.height,
            **self.initial,
        }

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("width") and given.get("height") and not given.get("ground") and not self.errors.get("ground"):
            given["ground"] = _rectangle(given["width"], given["height"])
            given["walls"] = given.get("walls") or given["ground"]
        same = Floor.objects.filter(branch=self.instance.branch_id, number=given.get("number") or 0)
        if self.instance._state.adding and same.exists():
            self.add_error("number", _("This branch has a floor with that number already."))
        return given

    def clean_width(self) -> float:
        return _measure(self.cleaned_data["width"])

    def clean_height(self) -> float:
        return _measure(self.cleaned_data["height"])

    def clean_ground(self) -> str:
        return _path(self.cleaned_data["ground"])

    def clean_walls(self) -> str:
        return _path(self.cleaned_data["walls"])


def _measure(size: float) -> float:
    if not 50 <= size <= 10_000:
        raise forms.ValidationError(_("Choose a measure between 50 and 10,000."))
    return size


def _path(text: str) -> str:
    if not _PATH.fullmatch(text):
        raise forms.ValidationError(_("This is not a path of an SVG drawing. Leave it empty for a rectangle."))
    return text


def _rectangle(width: float | None, height: float | None) -> str:
    if not width or not height:
        return ""
    return f"M{_EDGE} {_EDGE}H{width - _EDGE:g}V{height - _EDGE:g}H{_EDGE}Z"


class PieceForm(forms.ModelForm):
    """Something on a floor. A wall runs from its corner as far as it is wide and high; one that has a path of its own,
    from a file, keeps it."""

    class Meta:
        model = Piece
        fields = ["what", "label", "x", "y", "width", "height", "radius", "first", "last"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        width, height = given.get("width") or 0, given.get("height") or 0
        if given.get("what") == "wall":
            if not (width or height or self.instance.path):
                self.add_error("width", _("A wall needs a width (across) or a height (down)."))
        elif min(width, height) < 0 or (given.get("what") not in ("zone", None) and not (width and height)):
            self.add_error("width", _("Fill in how wide and how high it is."))
        return given

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        piece = self.instance
        if None in (piece.x, piece.y, piece.width, piece.height):
            return
        if piece.what != "wall":
            piece.path = ""
        elif piece.width or piece.height:
            piece.path = f"M{piece.x:g} {piece.y:g}L{piece.x + piece.width:g} {piece.y + piece.height:g}"


def floors_of(branch: str | None) -> list[tuple[int, str]]:
    """The floors of a branch to choose from."""
    return [(floor.number, f"{floor.number}: {dutch(floor.name)}") for floor in Floor.objects.filter(branch=branch)]


def choose_floor(form: forms.ModelForm, branch: str | None) -> None:
    """Let somebody choose among the floors that are drawn; a number when none is."""
    found = floors_of(branch)
    old = form.fields.get("floor")
    if found and old is not None:
        known = {number for number, _name in found}
        now = form.instance.floor
        extra = [] if form.instance._state.adding or now in known else [(now, str(now))]
        form.fields["floor"] = forms.TypedChoiceField(
            label=old.label, help_text=old.help_text, choices=[*found, *extra], coerce=int
        )

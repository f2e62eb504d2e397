"""The programme for staff."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.utils.translation import get_language_info, gettext_lazy

from kiosk.central.events.models import Event

#: Languages that are spoken at activities; others that came with a file are kept.
SPOKEN = ["nl", "en", "ar", "tr", "pl", "uk", "es", "fr", "de"]


class EventForm(forms.ModelForm):
    """Languages as boxes to tick."""

    languages = forms.MultipleChoiceField(
        label=gettext_lazy("languages"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        codes = list(dict.fromkeys([*SPOKEN, *self.instance.languages]))
        self.fields["languages"].choices = [(code, _named(code)) for code in codes]  # type: ignore[attr-defined]


def _named(code: str) -> str:
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


@admin.register(Event)
class EventAdmin(admin.ModelAdmin):
    form = EventForm
    list_display = ["__str__", "branch", "starts", "ends", "theme", "cancelled"]
    list_filter = ["branch", "theme", "cancelled"]
    list_select_related = ["branch"]
    date_hierarchy = "starts"

"""A text in several languages (`wire.Words`) as a column and as a form field."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

#: The languages that staff fill in; others that came with an import are kept as they are.
SHOWN = {"nl": "Nederlands", "en": "English", "ar": "العربية"}


class WordsWidget(forms.MultiWidget):
    """One line, or one block, for each language."""

    template_name = "words.html"

    def __init__(self, block: bool = False) -> None:
        line: type[forms.Widget] = forms.Textarea if block else forms.TextInput
        look: dict[str, Any] = {"rows": 3} if block else {}
        # A placeholder that shows nothing lets the style sheet tell which language is empty
        look |= {"dir": "auto", "placeholder": " "}
        marks = [{**look, "lang": code, "title": name} for code, name in SHOWN.items()]
        super().__init__([*(line(attrs=mark) for mark in marks), forms.HiddenInput()])

    def decompress(self, value: Any) -> list[str]:
        words = json.loads(value) if isinstance(value, str) else value or {}
        rest = {code: text for code, text in words.items() if code not in SHOWN}
        return [*(words.get(code, "") for code in SHOWN), json.dumps(rest) if rest else ""]


class WordsFormField(forms.MultiValueField):
    """Dutch is always asked for; the other languages may stay empty."""

    def __init__(self, *, block: bool = False, required: bool = True, **how: Any) -> None:
        # The last one Django asks for when a default is made anew each time; it compares what was never shown
        for name in ("encoder", "decoder", "widget", "show_hidden_initial"):
            how.pop(name, None)
        parts = [forms.CharField(required=required and code == "nl") for code in SHOWN] + [
            forms.CharField(required=False)
        ]
        how["error_messages"] = {"incomplete": _("Dutch is missing."), **how.get("error_messages", {})}
        super().__init__(parts, require_all_fields=False, required=required, widget=WordsWidget(block), **how)

    def compress(self, parts: list[str]) -> dict[str, str]:
        if not parts:
            return {}
        *shown, rest = parts
        words = {code: text for code, text in zip(SHOWN, shown, strict=True) if text}
        if words and "nl" not in words:
            raise forms.ValidationError(self.error_messages["incomplete"], code="incomplete")
        return {**_rest(rest), **words}

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.widget.decompress(initial) != [part or "" for part in data or []])


def _rest(text: str) -> dict[str, str]:
    try:
        rest = json.loads(text or "{}")
    except ValueError as error:
        raise forms.ValidationError(_("This text cannot be read.")) from error
    return {code: words for code, words in rest.items() if isinstance(words, str)} if isinstance(rest, dict) else {}


class WordsField(models.JSONField):
    """`wire.Words` in a column; `block`: a longer text."""

    def __init__(self, *args: Any, block: bool = False, **how: Any) -> None:
        self.block = block
        how.setdefault("default", dict)
        super().__init__(*args, **how)

    def deconstruct(self) -> Any:
        name, path, args, how = super().deconstruct()
        return name, path, args, {**how, "block": True} if self.block else how

    def formfield(self, **how: Any) -> Any:
        how.pop("form_class", None)
        return super().formfield(**{**how, "form_class": WordsFormField, "block": self.block})


def dutch(words: dict[str, str]) -> str:
    """The text for lists that staff read."""
    return words.get("nl") or next(iter(words.values()), "")

"""Texts of a lesson in other languages, from gettext files beside it.

An entry's msgctxt is the step's id and the field ("klikken.how.2", counted from 1), its msgid the Dutch as it was when
it was translated: when the Dutch has changed since, the translation no longer counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from kiosk.errors import BadInput
from kiosk.lessons.kinds import AnyStep, Text


def texts(lesson: Any) -> Iterator[tuple[str, Text]]:
    """Every text of a lesson with its msgctxt, in the order in which people meet them."""
    yield "title", lesson.title
    yield "goal", lesson.goal
    for step in lesson.steps:
        yield from _texts(step, step.id)


def translate(lesson: Any, language: str, entries: Mapping[str, tuple[str, str]]) -> None:
    """Add a language to every text of the lesson; `BadInput` names the first that lacks it."""
    for context, text in texts(lesson):
        dutch, translated = entries.get(context, ("", ""))
        if dutch != text["nl"]:
            state = "was translated from other words" if dutch else "is not translated"
            raise BadInput(f"'{text['nl']}' {state}", f'msgctxt "{context}"', "Translate it, or remove the file.")
        text[language] = translated


def _texts(thing: AnyStep | Any, place: str) -> Iterator[tuple[str, Text]]:
    if isinstance(thing, Text):
        yield place, thing
    elif isinstance(thing, Struct):
        for name in thing.__struct_fields__:
            yield from _texts(getattr(thing, name), f"{place}.{name}")
    elif isinstance(thing, list):
        for number, one in enumerate(thing, 1):
            yield from _texts(one, f"{place}.{number}")

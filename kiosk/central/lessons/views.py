"""The lessons that the screens come with, to read: how complete each language is, and every step in words.

Why there is nothing to change: a lesson is a folder that travels with the program, checked and tested as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

from django.contrib import admin
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kiosk.central.words import SHOWN
from kiosk.errors import BadInput
from kiosk.lessons.content import Lesson, load_all
from kiosk.lessons.kinds import AnyStep
from kiosk.lessons.source import read_po
from kiosk.lessons.translation import texts
from kiosk.paths import RESOURCES

ROOT = RESOURCES / "lessons"

#: What one does in a step, by kind.
KIND_WORDS = {
    "info": gettext_lazy("to read"),
    "choose": gettext_lazy("to choose"),
    "target": gettext_lazy("to point at or click"),
    "keys": gettext_lazy("to type"),
}

View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Spoken:
    """How complete a lesson is in a language. `checked`: a native speaker has read it."""

    code: str
    name: str
    done: int
    of: int
    checked: bool

    @property
    def complete(self) -> bool:
        return self.done == self.of


@dataclass(frozen=True)
class Said:
    """A text with the language that it is really in: Dutch where a translation is missing."""

    text: str
    code: str


@dataclass(frozen=True)
class Line:
    """Something said in a step; `missing`: in Dutch, since the language lacks it."""

    label: str
    text: str
    missing: bool


@dataclass(frozen=True)
class StepShown:
    """A step as one reads it."""

    kind: str
    say: Said
    lines: list[Line]
    picture: str


def _for_staff(view: View) -> View:
    @login_required
    @wraps(view)
    def only(request: HttpRequest, **named: Any) -> HttpResponse:
        if not request.user.is_staff:
            raise PermissionDenied
        return view(request, **named)

    return only


@_for_staff
def listed(request: HttpRequest) -> HttpResponse:
    """Every track with its lessons; a lesson that cannot be read is named with the reason."""
    library = load_all(ROOT)
    language = request.LANGUAGE_CODE
    tracks = [
        (
            track.title.get(language, track.title["nl"]),
            track.about.get(language, track.about["nl"]),
            [(library.lessons[id], spoken(library.lessons[id])) for id in track.lessons],
        )
        for track in library.tracks
    ]
    about = {**admin.site.each_context(request), "title": _("Lessons"), "tracks": tracks, "broken": library.broken}
    return render(request, "lessons.html", about)


@_for_staff
def read(request: HttpRequest, lesson: str) -> HttpResponse:
    """One lesson, every step in words, in the language that was asked for."""
    found = load_all(ROOT).lessons.get(lesson)
    if found is None:
        raise Http404
    language = request.GET.get("in", "nl")
    code = language if language in found.languages else "nl"
    steps = [_step(step, code) for step in found.steps]
    name, goal = _in(found.title, code), _in(found.goal, code)
    about = {**admin.site.each_context(request), "title": name.text, "lesson": found, "steps": steps}
    return render(request, "lesson.html", {**about, "name": name, "goal": goal, "code": code, "spoken": spoken(found)})


def _in(text: Mapping[str, str], code: str) -> Said:
    shown = code if code in text else "nl"
    return Said(text[shown], shown)


def spoken(lesson: Lesson) -> list[Spoken]:
    """How complete a lesson is in each language that staff know, and in others it has."""
    folder = ROOT / lesson.track / lesson.id
    codes = list(dict.fromkeys([*SHOWN, *lesson.languages]))
    return [_spoken(lesson, folder, code) for code in codes]


def _spoken(lesson: Lesson, folder: Path, code: str) -> Spoken:
    wanted = list(texts(lesson))
    file = folder / f"{code}.po"
    if code == "nl":
        done = len(wanted)
    else:
        entries = _entries(file)
        done = sum(entries.get(place, ("", ""))[0] == text["nl"] for place, text in wanted)
    return Spoken(code, SHOWN.get(code, code), done, len(wanted), code == "nl" or lesson.checked.get(code, True))


def _entries(file: Path) -> dict[str, tuple[str, str]]:
    if not file.is_file():
        return {}
    try:
        return read_po(file)
    except BadInput:
        return {}


def _step(step: AnyStep, code: str) -> StepShown:
    picture = step.picture or getattr(step.do, "drawing", "")
    return StepShown(
        kind=str(KIND_WORDS.get(step.do.kind, step.do.kind)),
        say=_in(step.say, code),
        lines=list(_lines(step, code)),
        picture=f"drawings/{picture}.svg" if picture else "",
    )


def _lines(step: AnyStep, code: str) -> Iterator[Line]:
    labelled = [
        *((_("How"), text) for text in step.how),
        *((_("Choice"), option.text) for option in getattr(step.do, "options", [])),
        *((_("Hint"), text) for text in step.hints),
        (_("When it is right"), step.right),
        (_("When it is not"), step.wrong),
        *(
            (_("Reply to “%(choice)s”") % {"choice": option.text.get(code, option.text["nl"])}, option.reply)
            for option in getattr(step.do, "options", [])
        ),
        (_("To type"), _typed(step)),
        (_("What is on the picture"), step.alt),
        (_("On the card to take home"), step.card),
        (_("For the volunteer"), step.coach),
    ]
    for label, text in labelled:
        if text:
            yield Line(label, text.get(code, text["nl"]), code not in text)


def _typed(step: AnyStep) -> dict[str, str] | None:
    keys = getattr(step.do, "expect", []) if step.do.kind == "keys" else []
    text = " ".join("␣" if key == " " else key for key in keys)
    return dict.fromkeys(SHOWN, text) if text else None

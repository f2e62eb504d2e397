"""Reading a lesson's folder: `lesson.yaml`, and beside it one gettext file for each other language.

A lesson is read whole or not at all: `BadInput` names the file and the place in it, so that whoever wrote it can mend
it, and `load_all` goes on with the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field, structs

from kiosk import paths
from kiosk.errors import BadInput
from kiosk.lessons.kinds import KINDS, AnyStep, Text
from kiosk.lessons.kinds.step import Name, decoded, demand, twice
from kiosk.lessons.source import read_po, read_yaml
from kiosk.lessons.translation import translate

DRAWINGS = paths.RESOURCES / "drawings"
ICONS = paths.RESOURCES / "icons"

#: Steps in a lesson; who has done ten has earned a break.
LONGEST = 20


class About(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a lesson says about itself. `minutes`: how long most people take; `frameworks`: the competences it serves,
    with the version of the framework; `review_by`: when somebody must look whether it still holds; `checked`: for a
    translation, whether a native speaker has read it."""

    id: Name
    version: Annotated[int, Meta(ge=1)]
    lang: Literal["nl"]
    level: Literal["A2", "B1"]
    title: Text
    goal: Text
    minutes: Annotated[int, Meta(ge=1, le=30)]
    track: Name
    frameworks: list[str] = []
    prerequisites: list[Name] = []
    licence: str
    review_by: date
    checked: dict[str, bool] = {}


class Lesson(About, frozen=True, kw_only=True):
    """A lesson, with the words of every language it has."""

    steps: list[AnyStep]
    languages: list[str] = field(default_factory=lambda: ["nl"])


class Track(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Lessons that belong together, in the order to take them; `title` and `about` by language."""

    id: Name
    title: dict[str, str]
    about: dict[str, str]
    lessons: list[Name]


class Library(Struct, frozen=True):
    """All there is to learn; `broken` says why a lesson is not among them."""

    tracks: list[Track]
    lessons: dict[str, Lesson]
    broken: list[BadInput]


def load(folder: Path) -> Lesson:
    """The lesson in that folder; `BadInput` names the file and the place ("lesson.yaml: $.steps[2].do.kind")."""
    lesson = read_lesson(folder)
    for translation in sorted(folder.glob("*.po")):
        with _in_file(translation):
            translate(lesson, translation.stem, read_po(translation))
        lesson.languages.append(translation.stem)
    return lesson


def read_lesson(folder: Path) -> Lesson:
    """The lesson in that folder, in Dutch only."""
    file = folder / "lesson.yaml"
    data = read_yaml(file, dict)
    with _in_file(file):
        lesson = _lesson(data)
        _check(lesson, folder)
    return lesson


def load_all(root: Path) -> Library:
    """Every track and lesson under `root`; what is broken is left out and named."""
    broken: list[BadInput] = []
    folders = sorted(file.parent for file in root.glob("*/*/lesson.yaml"))
    lessons: dict[str, Lesson] = {}
    for folder in folders:
        try:
            lesson = load(folder)
            _check_neighbours(lesson, folders)
            lessons[lesson.id] = lesson
        except BadInput as error:
            broken.append(error)
    return Library(_tracks(root / "tracks.yaml", lessons, broken), lessons, broken)


@contextmanager
def _in_file(file: Path) -> Iterator[None]:
    try:
        yield
    except BadInput as error:
        raise BadInput(error.what, f"{file}: {error.where}", error.do) from error


def _lesson(data: dict) -> Lesson:
    steps = data.pop("steps", None)
    demand(isinstance(steps, list) and 0 < len(steps) <= LONGEST, f"Expected 1 to {LONGEST} steps", "$.steps")
    about = decoded(data, About)
    return Lesson(**structs.asdict(about), steps=[_step(step, place) for place, step in enumerate(steps)])


def _step(data: Any, place: int) -> AnyStep:
    do = data.get("do") if isinstance(data, dict) else None
    kind = do.get("kind") if isinstance(do, dict) else None
    rules = KINDS.get(str(kind))
    if rules is None:
        raise BadInput(f"There is no kind '{kind}'", f"$.steps[{place}].do.kind", f"Kinds are: {', '.join(KINDS)}.")
    try:
        return rules.parse(data)
    except BadInput as error:
        raise BadInput(error.what, f"$.steps[{place}]{error.where[1:]}", error.do) from error


def _check(lesson: Lesson, folder: Path) -> None:
    """What one field alone cannot tell."""
    demand(lesson.id == folder.name, f"The folder is called '{folder.name}'", "$.id")
    demand(lesson.track == folder.parent.name, f"The folder is in '{folder.parent.name}'", "$.track")
    again = twice([step.id for step in lesson.steps])
    demand(not again, f"The step '{again}' is there twice", "$.steps")
    for place, step in enumerate(lesson.steps):
        here = f"$.steps[{place}]"
        _check_there(DRAWINGS, step.picture, f"{here}.picture")
        _check_there(DRAWINGS, getattr(step.do, "drawing", ""), f"{here}.do.drawing")
        for number, option in enumerate(getattr(step.do, "options", [])):
            _check_there(ICONS, option.icon, f"{here}.do.options[{number}].icon")
        demand(bool(step.alt) or not step.picture, "A picture needs words for who cannot see it", f"{here}.alt")


def _check_there(folder: Path, name: str, place: str) -> None:
    there = not name or (name.replace("-", "").isalnum() and (folder / f"{name}.svg").is_file())
    demand(there, f"There is no '{name}' in {folder.name}", place)


def _check_neighbours(lesson: Lesson, folders: list[Path]) -> None:
    names = [folder.name for folder in folders]
    file = f"{lesson.track}/{lesson.id}/lesson.yaml"
    demand(names.count(lesson.id) == 1, f"There are two lessons '{lesson.id}'", f"{file}: $.id")
    for place, name in enumerate(lesson.prerequisites):
        demand(name in names, f"There is no lesson '{name}'", f"{file}: $.prerequisites[{place}]")


def _tracks(file: Path, lessons: dict[str, Lesson], broken: list[BadInput]) -> list[Track]:
    """The tracks with the lessons that are there; a lesson that no track names comes last in its own."""
    try:
        with _in_file(file):
            tracks = [decoded(track, Track) for track in read_yaml(file, list)]
    except BadInput as error:
        broken.append(error)
        return []
    return [_filled(track, lessons) for track in tracks]


def _filled(track: Track, lessons: dict[str, Lesson]) -> Track:
    named = [name for name in track.lessons if name in lessons]
    others = [lesson.id for lesson in lessons.values() if lesson.track == track.id and lesson.id not in track.lessons]
    return structs.replace(track, lessons=named + others)

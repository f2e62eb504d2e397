"""A whole library in one YAML file: what `wegwijs-central library load` reads.

Close to the records of `kiosk.wire`; what a file cannot know (today's date) stands relative to the moment of loading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct, field

from kiosk import wire
from kiosk.errors import BadInput

Id = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=64)]
Day = Annotated[int, Meta(ge=0, le=6)]
Time = Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Minutes = Annotated[int, Meta(ge=0, le=24 * 60)]
Texts = dict[Annotated[str, Meta(pattern=r"^[a-z]{2,3}$")], str]


class Hours(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When a branch is open on a weekday; Monday is 0."""

    day: Day
    opens: Time
    closes: Time


class OtherHours(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A date that differs: `date`, or `yearly` ("12-25") for the next such day; without times: closed."""

    date: date | None = None
    yearly: Annotated[str, Meta(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")] | None = None
    opens: Time | Literal[""] = ""
    closes: Time | Literal[""] = ""
    reason: Texts = field(default_factory=dict)


class Piece(wire.Piece, frozen=True, forbid_unknown_fields=True):
    """Something drawn on a floor (`wire.Piece`)."""


class Floor(wire.Floor, frozen=True, forbid_unknown_fields=True):
    """One storey (`wire.Floor`)."""

    pieces: list[Piece] = field(default_factory=list)  # type: ignore[assignment]


class Desk(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One desk (`wire.Desk`) of the branch it stands under."""

    id: Id
    name: str
    kind: Literal["table", "computer", "room"]
    floor: int = 0
    x: float = 0
    y: float = 0
    word_above: bool = False
    minutes: Minutes = 0
    broken: bool = False
    zone: Texts = field(default_factory=dict)


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An activity (`wire.Event`) on a weekday, in the weeks after the one of loading (0: this week)."""

    id: Id
    day: Day
    starts: Time
    ends: Time
    title: Texts
    weeks: list[Annotated[int, Meta(ge=0, le=52)]] = field(default_factory=lambda: [0, 1])
    summary: Texts = field(default_factory=dict)
    place: Texts = field(default_factory=dict)
    theme: Literal["language", "digital", "children", "forms", "meeting", "culture"] = "meeting"
    languages: list[str] = field(default_factory=list)
    audience: Texts = field(default_factory=dict)
    cancelled: bool = False


class Visit(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody made up who sits at a desk: came `ago` minutes before loading, has `left` minutes to go."""

    desk: Id
    ago: Minutes
    left: Annotated[int, Meta(ge=1, le=24 * 60)]


class Branch(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One building, with all that is in it."""

    id: Id
    name: str
    short: str
    address: str = ""
    catalogue_page: str = ""
    hours: list[Hours] = field(default_factory=list)
    other_hours: list[OtherHours] = field(default_factory=list)
    floors: list[Floor] = field(default_factory=list)
    desks: list[Desk] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)


class Theme(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A themed shelf with its rule: the newest titles that fit all of it, of the subjects and genres one. `branch`: ""
    for all of them."""

    id: Id
    name: Texts
    branch: str = ""
    order: Annotated[int, Meta(ge=0, le=999)] = 10
    kind: wire.TitleKind | Literal[""] = ""
    audience: Literal["", "children", "teen", "adult"] = ""
    language: Annotated[str, Meta(pattern=r"^([a-z]{3})?$")] = ""
    subjects: list[str] = field(default_factory=list)
    easy: bool = False


class Library(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file: every branch, and the themed shelves. What is not in it stays in central as it is."""

    branches: list[Branch]
    themes: list[Theme] = field(default_factory=list)


def read(path: Path) -> Library:
    """The library in that file; `BadInput` names the place of what is wrong ("$.branches[0].desks[2].kind")."""
    import yaml

    try:
        library = msgspec.yaml.decode(path.read_bytes(), type=Library)
    except OSError as error:
        raise BadInput(
            f"The library cannot be read: {error.strerror}", str(path), "Name a file that is there."
        ) from error
    except (msgspec.DecodeError, yaml.YAMLError, UnicodeDecodeError) as error:
        hint = 'Mend that line. Times stand between quotes: "10:00".'
        raise BadInput(f"The library is not as it should be: {error}", str(path), hint) from error
    for fault in _faults(library):
        raise BadInput(f"The library is not as it should be: {fault}", str(path), "Mend that line.")
    return library


def _faults(library: Library) -> Iterator[str]:
    """What the types cannot say."""
    yield from _twice("branch", [branch.id for branch in library.branches])
    yield from _twice("desk", [desk.id for branch in library.branches for desk in branch.desks])
    for place, branch in enumerate(library.branches):
        for fault in _branch_faults(branch):
            yield f"{fault} - at `$.branches[{place}]` ({branch.id})"
    yield from _theme_faults(library)


def _theme_faults(library: Library) -> Iterator[str]:
    yield from _twice("theme", [theme.id for theme in library.themes])
    branches = {"", *(branch.id for branch in library.branches)}
    for theme in library.themes:
        if theme.branch not in branches:
            yield f"theme `{theme.id}` is for the branch `{theme.branch}`, which is not there"
        if "nl" not in theme.name:
            yield f"theme `{theme.id}` has no Dutch name"


def _twice(what: str, ids: list[str]) -> Iterator[str]:
    for id, times in Counter(ids).items():
        if times > 1:
            yield f"there are {times} with the {what} id `{id}`"


def _branch_faults(branch: Branch) -> Iterator[str]:
    yield from _twice("event", [event.id for event in branch.events])
    yield from _floor_faults(branch)
    for hours in branch.hours:
        if hours.closes <= hours.opens:
            yield f"day {hours.day} closes at {hours.closes}, before it opens at {hours.opens}"
    for other in branch.other_hours:
        yield from _date_faults(other)
    for event in branch.events:
        if event.ends <= event.starts:
            yield f"event `{event.id}` ends at {event.ends}, before it starts at {event.starts}"
        if "nl" not in event.title:
            yield f"event `{event.id}` has no Dutch title"


def _floor_faults(branch: Branch) -> Iterator[str]:
    yield from _twice("floor", [str(floor.number) for floor in branch.floors])
    floors = {floor.number for floor in branch.floors}
    for desk in branch.desks:
        if floors and desk.floor not in floors:
            yield f"desk `{desk.id}` is on floor {desk.floor}, which is not there"
    desks = {desk.id for desk in branch.desks}
    for visit in branch.visits:
        if visit.desk not in desks:
            yield f"a visit names the desk `{visit.desk}`, which is not there"


def _date_faults(other: OtherHours) -> Iterator[str]:
    if (other.date is None) == (other.yearly is None):
        yield "other hours need either `date` or `yearly`"
    if bool(other.opens) != bool(other.closes) or other.opens > other.closes:
        yield f"other hours need both `opens` and a later `closes`, or neither ({other.date or other.yearly})"

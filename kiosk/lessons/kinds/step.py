"""What every kind of step shares: its words, what was done in it, and the verdict on that.

The answer to a step is the list of everything done in it so far, oldest first, each as a short text: an option that
was chosen, a target that was hit ("" is a miss), a key that was pressed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct

from kiosk.errors import BadInput

#: What was done in a step, oldest first.
Answer = Sequence[str]

State = Literal["open", "right", "wrong"]

#: A stable name inside a lesson; translations hang on it.
Name = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]

S = TypeVar("S")


class Text(dict[str, str]):
    """Something said, by language. "nl" comes with the lesson; `content` adds the translations beside it."""


class AnyStep(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing to do.

    `say`: the task; `how`: its parts, numbered; `hints`: words, then a ring on the spot, then the way there; `right`
    and `wrong`: said after the deed; `coach`: for the volunteer beside the visitor; `card`: a line to take home;
    `picture`: a drawing, `alt`: what is on it. Each kind adds its own `do`.
    """

    id: Name
    say: Text
    how: Annotated[list[Text], Meta(max_length=3)] = []
    picture: str = ""
    alt: Text | None = None
    hints: Annotated[list[Text], Meta(max_length=3)] = []
    right: Text | None = None
    wrong: Text | None = None
    coach: Text
    card: Text | None = None
    do: Any


class Verdict(Struct, frozen=True, kw_only=True):
    """What to make of an answer. `reply`: the words for it, if any; `done` of `of`: how far; `next`: the deeds that
    would be right now; `misses`: those that were not, since the last that was; `written` and `cursor`: what stands in
    the practice field, and before which character one types."""

    state: State
    reply: Text | None = None
    done: int = 0
    of: int = 0
    next: list[str] = []
    misses: int = 0
    written: str = ""
    cursor: int = 0


def _expect_text(kind: type, value: object) -> object:
    if kind is Text and isinstance(value, str) and value.strip():
        return Text(nl=value.strip())
    raise ValueError("Expected words")


def decoded(data: object, kind: type[S]) -> S:
    """`data` as that struct; `BadInput` says where it is not one ("$.do.options[1]")."""
    try:
        return msgspec.convert(data, kind, dec_hook=_expect_text)
    except msgspec.ValidationError as error:
        what, _, place = str(error).rpartition(" - at ")
        raise BadInput(what or place, place.strip("`") if what else "$", "Mend that line of the lesson.") from error


def demand(fair: bool, what: str, place: str) -> None:
    """`BadInput` with that sentence and place, unless `fair`."""
    if not fair:
        raise BadInput(what, place, "Mend that line of the lesson.")


def demand_words(step: AnyStep, *fields: str) -> None:
    """`BadInput` unless the step has hints, and words in those fields."""
    demand(bool(step.hints), "A step to do needs one to three hints", "$.hints")
    for name in fields:
        demand(getattr(step, name) is not None, f"This kind of step needs '{name}'", "$")


def twice(names: Sequence[str]) -> str:
    """The first name that stands there a second time, or ""."""
    return next((name for place, name in enumerate(names) if name in names[:place]), "")


def state(left: Sequence[str], missed: int) -> State:
    """Right when nothing is left to do; wrong when the last deeds were."""
    if not left:
        return "right"
    return "wrong" if missed else "open"


def misses(answer: Answer, good: Callable[[str], bool]) -> int:
    """How many deeds at the end of `answer` were not good."""
    count = 0
    for deed in reversed(answer):
        if good(deed):
            break
        count += 1
    return count

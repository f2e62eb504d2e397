"""Things to point at or to click, smaller and smaller; misses are counted, and the screen grows more generous."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from kiosk.lessons.kinds.step import Answer, AnyStep, Verdict, decoded, demand_words, misses, state

#: Pixels at text scale 1.0; nothing that one must hit is smaller (look.md, "Space").
Size = Annotated[int, Meta(ge=64, le=320)]


class Do(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`sizes`: the width of each target, which are called "1", "2" …; on a shelf (as yellow books among others) all
    are there at once, in a plain field one after the other. `act`: a click, or only the pointer on it."""

    kind: Literal["target"]
    scene: Literal["shelf", "plain"] = "plain"
    act: Literal["click", "point"] = "click"
    sizes: Annotated[list[Size], Meta(min_length=1, max_length=6)]


class Step(AnyStep, frozen=True, kw_only=True):
    """Targets to hit."""

    do: Do


def parse(data: object) -> Step:
    """The step in `data`; `BadInput` when there is none."""
    found = decoded(data, Step)
    demand_words(found, "right", "wrong")
    return found


def judge(step: Step, answer: Answer) -> Verdict:
    """Right once every target was hit; a target counts once, and anything else is a miss."""
    names = [str(number) for number in range(1, len(step.do.sizes) + 1)]
    left = [name for name in names if name not in answer]
    missed = misses(answer, names.__contains__)
    now = state(left, missed)
    return Verdict(
        state=now,
        reply={"right": step.right, "wrong": step.wrong}.get(now),
        done=len(names) - len(left),
        of=len(names),
        next=left if step.do.scene == "shelf" else left[:1],
        misses=missed if left else 0,
    )

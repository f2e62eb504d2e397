"""Something to read; there is nothing to get wrong."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from kiosk.lessons.kinds.step import Answer, AnyStep, Verdict, decoded


class Do(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`drawing`: what fills the practice area."""

    kind: Literal["info"]
    drawing: str = ""


class Step(AnyStep, frozen=True, kw_only=True):
    """A step to read."""

    do: Do


def parse(data: object) -> Step:
    """The step in `data`; `BadInput` when there is none."""
    return decoded(data, Step)


def judge(step: Step, answer: Answer) -> Verdict:
    """Whoever reads has done it."""
    return Verdict(state="right")

"""The kinds of step: what one can do in a lesson.

Why a table of modules: a kind is two pure functions, `parse` and `judge`, so that a new one is a file here, its name
in `KINDS` and a QML twin; nothing else knows them apart.
"""

from __future__ import annotations

from typing import Any, Protocol

from kiosk.lessons.kinds import choose, info, keys, target
from kiosk.lessons.kinds.step import Answer, AnyStep, Text, Verdict

__all__ = ["KINDS", "Answer", "AnyStep", "Kind", "Text", "Verdict"]


class Kind(Protocol):
    """What a module in this folder offers."""

    def parse(self, data: object) -> AnyStep:
        """The step in `data`; `BadInput` names the place."""

    def judge(self, step: Any, answer: Answer) -> Verdict:
        """What to make of all that was done in this step so far."""


KINDS: dict[str, Kind] = {"info": info, "choose": choose, "target": target, "keys": keys}

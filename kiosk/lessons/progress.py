"""How far a visitor is in one lesson. It lives as long as the Turn; only numbers without a name outlive it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import uuid4

from kiosk.lessons.content import Lesson
from kiosk.lessons.kinds import KINDS, Answer, AnyStep, Verdict
from kiosk.wire import Practised


def judged(step: AnyStep, answer: Answer) -> Verdict:
    """What the step's kind makes of that answer."""
    return KINDS[step.do.kind].judge(step, answer)


@dataclass
class Progress:
    """The step one is at (from 0; past the last: at the end), what was done in each, and which were skipped."""

    lesson: Lesson
    now: int = 0
    answers: dict[str, list[str]] = field(default_factory=dict)
    hints: dict[str, int] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    skipped: set[str] = field(default_factory=set)

    @property
    def step(self) -> AnyStep | None:
        """The step one is at, or None at the end."""
        return self.lesson.steps[self.now] if self.now < len(self.lesson.steps) else None

    @property
    def verdict(self) -> Verdict:
        """On what was done in this step."""
        return judged(self.step, self.answers.get(self.step.id, [])) if self.step else Verdict(state="right")

    def did(self, deed: str) -> None:
        """One more deed in this step; after the right one the rest is play."""
        if self.step and self.verdict.state != "right":
            self.answers.setdefault(self.step.id, []).append(deed)

    def hint(self) -> None:
        """One more hint, if there is one."""
        if self.step:
            self.hints[self.step.id] = min(self.hints.get(self.step.id, 0) + 1, len(self.step.hints))

    def onward(self) -> None:
        """To the next step, if this one is done."""
        if self.step and self.verdict.state == "right":
            self.seen.add(self.step.id)
            self.skipped.discard(self.step.id)
            self.now += 1

    def skip(self) -> None:
        """To the next step, whatever was done in this one."""
        if self.step:
            self.skipped.add(self.step.id)
            self.now += 1

    def back(self) -> None:
        """To the step before."""
        self.now = max(self.now - 1, 0)

    def again(self) -> None:
        """From the first step, with nothing answered; what was seen stays seen."""
        self.now = 0
        self.answers.clear()
        self.hints.clear()
        self.skipped.clear()

    @property
    def stage(self) -> str:
        """ "new", "begun", or "done" once nothing is left unseen."""
        if len(self.seen) == len(self.lesson.steps):
            return "done"
        return "begun" if self.seen or self.now else "new"

    def practised(self, day: date) -> Practised:
        """What may be told of it."""
        return Practised(
            id=str(uuid4()), lesson=self.lesson.id, steps=len(self.lesson.steps), done=len(self.seen), day=day
        )

    def state(self, step: AnyStep) -> str:
        """ "done", "skipped" or "open"."""
        if step.id in self.skipped:
            return "skipped"
        return "done" if step.id in self.seen else "open"

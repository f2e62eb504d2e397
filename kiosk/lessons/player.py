"""The running lesson, as QML sees it. Texts go to QML in all their languages; it shows one, or two side by side."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.lessons.kinds import AnyStep, Verdict
from kiosk.lessons.progress import Progress

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

#: Misses after which the stork offers a hint by itself.
PATIENCE = 3


@QmlElement
@QmlUncreatable("made by the lessons' view-model")
class Player(QObject):
    """One lesson at one step. `now` counts from 1 and is `count` + 1 at the end; without a lesson, `lesson` is ""."""

    changed = Signal()
    stepChanged = Signal()
    secondChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._progress: Progress | None = None
        self._second = ""

    def start(self, progress: Progress | None) -> None:
        """Go on with this lesson where it was left; None: with none."""
        self._progress = progress
        self._tell_step()

    def forget(self) -> None:
        """The Turn is over."""
        self.start(None)
        self.showAlso("")

    @Slot(str)
    def did(self, deed: str) -> None:
        """The visitor did this in the practice area (see `kinds.step`)."""
        if self._progress:
            self._progress.did(deed)
            self.changed.emit()

    @Slot()
    def hint(self) -> None:
        """Show one more hint."""
        if self._progress:
            self._progress.hint()
            self.changed.emit()

    @Slot()
    def onward(self) -> None:
        """To the next step; nothing happens before the deed is done."""
        self._walk("onward")

    @Slot()
    def skip(self) -> None:
        """To the next step all the same."""
        self._walk("skip")

    @Slot()
    def back(self) -> None:
        """To the step before."""
        self._walk("back")

    @Slot()
    def again(self) -> None:
        """The whole lesson once more; what was done counts."""
        if self._progress:
            self._progress.again()
            self._tell_step()

    @Slot(str)
    def showAlso(self, language: str) -> None:
        """Show the texts in this language too; "": only in the visitor's own."""
        if language != self._second:
            self._second = language
            self.secondChanged.emit()

    def _walk(self, way: str) -> None:
        if self._progress:
            getattr(self._progress, way)()
            self._tell_step()

    def _tell_step(self) -> None:
        self.stepChanged.emit()
        self.changed.emit()

    def _of_step(self, field: str) -> Any:
        return getattr(self._step(), field, None)

    def _step(self) -> AnyStep | None:
        return self._progress.step if self._progress else None

    def _verdict(self) -> Verdict:
        return self._progress.verdict if self._progress else Verdict(state="open")

    def _lesson(self) -> str:
        return self._progress.lesson.id if self._progress else ""

    def _title(self) -> dict:
        return dict(self._progress.lesson.title) if self._progress else {}

    def _languages(self) -> list:
        return self._progress.lesson.languages if self._progress else []

    def _count(self) -> int:
        return len(self._progress.lesson.steps) if self._progress else 0

    def _now(self) -> int:
        return self._progress.now + 1 if self._progress else 0

    def _finished(self) -> bool:
        return self._progress is not None and self._progress.step is None

    def _states(self) -> list:
        return [self._progress.state(step) for step in self._progress.lesson.steps] if self._progress else []

    def _cards(self) -> list:
        steps = self._progress.lesson.steps if self._progress else []
        seen = self._progress.seen if self._progress else set()
        return [{"words": dict(step.card), "done": step.id in seen} for step in steps if step.card]

    def _step_id(self) -> str:
        return self._of_step("id") or ""

    def _kind(self) -> str:
        step = self._step()
        return step.do.kind if step else ""

    def _do(self) -> dict:
        step = self._step()
        return msgspec.to_builtins(step.do, enc_hook=dict) if step else {}

    def _say(self) -> dict:
        return dict(self._of_step("say") or {})

    def _how(self) -> list:
        return [dict(sentence) for sentence in self._of_step("how") or []]

    def _picture(self) -> str:
        return self._of_step("picture") or ""

    def _alt(self) -> dict:
        return dict(self._of_step("alt") or {})

    def _coach(self) -> dict:
        return dict(self._of_step("coach") or {})

    def _hint_count(self) -> int:
        return len(self._of_step("hints") or [])

    def _hint_level(self) -> int:
        return self._progress.hints.get(self._step_id(), 0) if self._progress else 0

    def _hint_words(self) -> dict:
        return dict(self._of_step("hints")[self._hint_level() - 1]) if self._hint_level() else {}

    def _state(self) -> str:
        return self._verdict().state

    def _reply(self) -> dict:
        return dict(self._verdict().reply or {})

    def _done(self) -> int:
        return self._verdict().done

    def _of(self) -> int:
        return self._verdict().of

    def _next(self) -> list:
        return self._verdict().next

    def _misses(self) -> int:
        return self._verdict().misses

    def _offers_hint(self) -> bool:
        return self._misses() >= PATIENCE and self._hint_level() < self._hint_count()

    def _deeds(self) -> list:
        return self._progress.answers.get(self._step_id(), []) if self._progress else []

    def _written(self) -> str:
        return self._verdict().written

    def _cursor(self) -> int:
        return self._verdict().cursor

    def _pose(self) -> str:
        if self._state() == "right" and self._kind() != "info":
            return "well-done"
        if self._state() == "wrong" or self._hint_level():
            return "think"
        return "hello" if self._now() == 1 else "point"

    def _second_language(self) -> str:
        return self._second

    lesson = Property(str, _lesson, notify=stepChanged)
    title = Property(dict, _title, notify=stepChanged)
    languages = Property(list, _languages, notify=stepChanged)
    count = Property(int, _count, notify=stepChanged)
    now = Property(int, _now, notify=stepChanged)
    finished = Property(bool, _finished, notify=stepChanged)
    states = Property(list, _states, notify=stepChanged)
    cards = Property(list, _cards, notify=stepChanged)
    stepId = Property(str, _step_id, notify=stepChanged)
    kind = Property(str, _kind, notify=stepChanged)
    do = Property(dict, _do, notify=stepChanged)
    say = Property(dict, _say, notify=stepChanged)
    how = Property(list, _how, notify=stepChanged)
    picture = Property(str, _picture, notify=stepChanged)
    alt = Property(dict, _alt, notify=stepChanged)
    coach = Property(dict, _coach, notify=stepChanged)
    hintCount = Property(int, _hint_count, notify=stepChanged)
    hintLevel = Property(int, _hint_level, notify=changed)
    hintWords = Property(dict, _hint_words, notify=changed)
    deeds = Property(list, _deeds, notify=changed)
    state = Property(str, _state, notify=changed)
    reply = Property(dict, _reply, notify=changed)
    done = Property(int, _done, notify=changed)
    of = Property(int, _of, notify=changed)
    next = Property(list, _next, notify=changed)
    misses = Property(int, _misses, notify=changed)
    offersHint = Property(bool, _offers_hint, notify=changed)
    written = Property(str, _written, notify=changed)
    cursor = Property(int, _cursor, notify=changed)
    pose = Property(str, _pose, notify=changed)
    second = Property(str, _second_language, notify=secondChanged)

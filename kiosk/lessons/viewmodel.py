"""What there is to learn, how far this visitor is with it, and the lesson that is open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk import paths
from kiosk.clock import here, now
from kiosk.lessons.content import Lesson, Library, Track, load_all
from kiosk.lessons.player import Player
from kiosk.lessons.progress import Progress
from kiosk.screen.link import Link
from kiosk.screen.recordlist import RecordList, Row
from kiosk.store.replica import Replica

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

LESSON_FIELDS = ("lesson", "title", "goal", "minutes", "level", "count", "done", "stage", "languages", "unchecked")


@QmlElement
@QmlUncreatable("made by screen/app.py")
class Lessons(QObject):
    """Lessons come with the program, so the replica is not asked. They are read at the first `refresh`, and not again:
    a kiosk is restarted to get new ones. At the end of a Turn it is told how much of each lesson was done, not by whom.
    """

    followingChanged = Signal()
    #: A `BadInput` for each lesson that is left out.
    failed = Signal(object)

    def __init__(
        self,
        replica: Replica,
        link: Link,
        parent: QObject | None = None,
        *,
        root: Path = paths.RESOURCES / "lessons",
    ) -> None:
        super().__init__(parent)
        self._link, self._root = link, root
        self._library: Library | None = None
        self._progress: dict[str, Progress] = {}
        self._tracks = RecordList(("track", "title", "about", "lessons"), self)
        self._of_track: dict[str, RecordList] = {}
        self._opened = ""
        self._player = Player(self)
        self._player.stepChanged.connect(self._show)

    @Slot()
    def refresh(self) -> None:
        """Read the lessons, the first time."""
        if self._library is None:
            self._library = load_all(self._root)
            for error in self._library.broken:
                self.failed.emit(error)
            self._show()

    @Slot(str)
    def open(self, lesson: str) -> None:
        """Start that lesson, or go on where the visitor left it (from the beginning, if that was the end); one that
        is not there leaves the player empty."""
        self.refresh()
        found = self._library.lessons.get(lesson) if self._library else None
        self._opened = lesson
        progress = self._progress.setdefault(found.id, Progress(found)) if found else None
        if progress and not progress.step:
            progress.again()
        self._player.start(progress)

    @Slot()
    def forget(self) -> None:
        """The Turn is over: nobody has done anything."""
        today = here(now()).date()
        for progress in self._progress.values():
            if progress.seen:
                self._link.keep(progress.practised(today))
        self._progress.clear()
        self._player.forget()

    @Slot()
    def _show(self) -> None:
        if self._library is None:
            return
        for track in self._library.tracks:
            rows = self._of_track.setdefault(track.id, RecordList(LESSON_FIELDS, self))
            rows.show([self._lesson_row(self._library.lessons[lesson]) for lesson in track.lessons])
        self._tracks.show([self._track_row(track) for track in self._library.tracks if track.lessons])
        self.followingChanged.emit()

    def _track_row(self, track: Track) -> Row:
        return {"track": track.id, "title": track.title, "about": track.about, "lessons": self._of_track[track.id]}

    def _lesson_row(self, lesson: Lesson) -> Row:
        progress = self._progress.get(lesson.id)
        return {
            "lesson": lesson.id,
            "title": dict(lesson.title),
            "goal": dict(lesson.goal),
            "minutes": lesson.minutes,
            "level": lesson.level,
            "count": len(lesson.steps),
            "done": len(progress.seen) if progress else 0,
            "stage": progress.stage if progress else "new",
            "languages": lesson.languages,
            "unchecked": [language for language, read in lesson.checked.items() if not read],
        }

    def _following_row(self) -> dict[str, Any]:
        """The lesson after the one that is open, or {}."""
        if self._library is None:
            return {}
        order = [lesson for track in self._library.tracks for lesson in track.lessons]
        place = order.index(self._opened) + 1 if self._opened in order else len(order)
        ahead = [lesson for lesson in order[place:] if lesson not in self._finished()]
        return dict(self._lesson_row(self._library.lessons[ahead[0]])) if ahead else {}

    def _finished(self) -> list[str]:
        return [lesson for lesson, progress in self._progress.items() if progress.stage == "done"]

    def _get_tracks(self) -> RecordList:
        return self._tracks

    def _get_player(self) -> Player:
        return self._player

    tracks = Property(QObject, _get_tracks, constant=True)
    player = Property(QObject, _get_player, constant=True)
    following = Property(dict, _following_row, notify=followingChanged)

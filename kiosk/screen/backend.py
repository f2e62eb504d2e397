"""The one object that QML gets: a property for each area, and the time."""

from __future__ import annotations

from PySide6.QtCore import Property, QDateTime, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk import clock
from kiosk.catalogue.viewmodel import Catalogue
from kiosk.errors import KnownError
from kiosk.events.viewmodel import Events
from kiosk.guided.viewmodel import Guided
from kiosk.lessons.viewmodel import Lessons
from kiosk.screen.display import Display
from kiosk.screen.turn import Turn
from kiosk.staff.viewmodel import Staff
from kiosk.workspaces.viewmodel import Workspaces

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by screen/app.py")
class Backend(QObject):
    """Nothing but its parts; App/Screens.qml hands each screen what it needs. `now`: the wall clock of the branch, to
    the minute."""

    nowChanged = Signal()
    #: Staff leave the kiosk.
    left = Signal()

    def __init__(
        self,
        *,
        turn: Turn,
        display: Display,
        catalogue: Catalogue,
        lessons: Lessons,
        workspaces: Workspaces,
        events: Events,
        guided: Guided,
        staff: Staff,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._turn, self._display = turn, display
        self._catalogue, self._lessons, self._workspaces = catalogue, lessons, workspaces
        self._events, self._guided, self._staff = events, guided, staff
        self._now = _this_minute()
        second = QTimer(self, interval=1000)
        second.timeout.connect(self._tick)
        second.start()
        turn.traces = self._traces
        staff.left.connect(self.left)
        lessons.failed.connect(staff.tell)
        turn.began.connect(self.refresh)
        for part in self.areas():
            turn.ended.connect(part.forget)
        turn.cleared.connect(display.reset)

    def areas(self) -> tuple[Catalogue, Lessons, Workspaces, Events, Guided, Staff]:
        """All that is refreshed while time goes by, and forgets when a Turn ends."""
        return self._catalogue, self._lessons, self._workspaces, self._events, self._guided, self._staff

    def watch(self, window: QObject) -> None:
        """What happens in this window shows that somebody is there."""
        window.installEventFilter(self._turn)

    def tell(self, error: KnownError) -> None:
        """Let staff read what went wrong."""
        self._staff.tell(error)

    def refresh_start(self) -> None:
        """Read what Start shows; the rest has time until somebody begins."""
        self._renew(self._workspaces, self._events)

    @Slot()
    def refresh(self) -> None:
        """Let every area read again what depends on the clock or the replica."""
        self._renew(*self.areas())

    def _renew(self, *parts: Catalogue | Lessons | Workspaces | Events | Guided | Staff) -> None:
        # What one area cannot read must not keep the others, nor the screen, from starting
        for part in parts:
            try:
                part.refresh()
            except KnownError as error:
                self.tell(error)

    def _traces(self) -> list[dict[str, str]]:
        traces = [{"code": "searched"}, {"code": "typed"}, {"code": "practised"}]
        if self._display.differs():
            traces.append({"code": "display"})
        mine: dict[str, str] = self._workspaces.property("mine")
        desk = {part: mine.get(part, "") for part in ("name", "kind", "label")}
        return [*traces, {"code": "desk", **desk}] if desk["name"] else traces

    @Slot()
    def _tick(self) -> None:
        minute = _this_minute()
        if minute != self._now:
            self._now = minute
            self.nowChanged.emit()

    def _get_now(self) -> QDateTime:
        return self._now

    def _get_turn(self) -> Turn:
        return self._turn

    def _get_display(self) -> Display:
        return self._display

    def _get_catalogue(self) -> Catalogue:
        return self._catalogue

    def _get_lessons(self) -> Lessons:
        return self._lessons

    def _get_workspaces(self) -> Workspaces:
        return self._workspaces

    def _get_events(self) -> Events:
        return self._events

    def _get_guided(self) -> Guided:
        return self._guided

    def _get_staff(self) -> Staff:
        return self._staff

    now = Property(QDateTime, _get_now, notify=nowChanged)
    turn = Property(Turn, _get_turn, constant=True)
    display = Property(Display, _get_display, constant=True)
    catalogue = Property(Catalogue, _get_catalogue, constant=True)
    lessons = Property(Lessons, _get_lessons, constant=True)
    workspaces = Property(Workspaces, _get_workspaces, constant=True)
    events = Property(Events, _get_events, constant=True)
    guided = Property(Guided, _get_guided, constant=True)
    staff = Property(Staff, _get_staff, constant=True)


def _this_minute() -> QDateTime:
    now = clock.wall(clock.now())
    minute: QDateTime = QDateTime(now.replace(second=0, microsecond=0))  # type: ignore[call-overload]
    return minute

"""The desk that whoever is at the screen has, or has asked for."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.screen.link import Link
from kiosk.wire import AnyFact, Claim, Leave, Result
from kiosk.workspaces.place import Place

State = Literal["", "asking", "held", "provisional", "conflict"]

#: How long central may take, in milliseconds, before one is told that it could not be asked.
PATIENCE = 2000


class Mine(QObject):
    """One claim on its way: `state`, and `other`, the desk that central proposes when another was first.

    `handed` are the facts of which the agent, or for claims central, has not yet said that it has them. `failed`
    carries why the claim came to nothing, and its desk.
    """

    changed = Signal()
    failed = Signal(str, str)

    def __init__(self, link: Link, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.claim: Claim | None = None
        self.state: State = ""
        self.other = ""
        self.handed: dict[str, AnyFact] = {}
        self._link = link
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._lose_patience)
        link.kept.connect(self._on_kept)
        link.notKept.connect(self._on_not_kept)
        link.answered.connect(self._on_answered)

    @property
    def id(self) -> str:
        """Of the claim, or ""."""
        return self.claim.id if self.claim else ""

    @property
    def desk(self) -> str:
        """Its desk, or ""."""
        return self.claim.desk if self.claim else ""

    def take(self, desk: str, until: datetime) -> None:
        """Ask for it; the rules have agreed."""
        self.claim = Claim(id=str(uuid4()), desk=desk, until=until)
        self._patience.start()
        self._hand_over(self.claim)
        self._turn("asking")

    def leave(self) -> None:
        """Give it back."""
        if self.claim is not None:
            self._hand_over(Leave(id=str(uuid4()), claim=self.claim.id))
            self.forget()

    def forget(self) -> None:
        """Nobody here has a desk; what was taken stays taken."""
        self._patience.stop()
        self.claim = None
        self._turn("")

    def follow(self, place: Place) -> None:
        """What central says comes before what was assumed."""
        for known in place.visits:
            self.handed.pop(known.id, None)
        visit = place.visit(self.id)
        if self.claim is None or self.claim.until <= place.now or (visit and visit.state == "ended"):
            self.forget()
        elif visit is not None:
            self._turn("conflict" if visit.state == "conflict" else "held", visit.other)

    def _hand_over(self, fact: AnyFact) -> None:
        self.handed[fact.id] = fact
        self._link.keep(fact)

    @Slot(str)
    def _on_kept(self, id: str) -> None:
        # From here on it is among the waiting facts that the replica reads
        self.handed.pop(id, None)

    @Slot(str, str)
    def _on_not_kept(self, id: str, _reason: str) -> None:
        self.handed.pop(id, None)
        if id == self.id:
            self._fail("not_kept")

    @Slot(object)
    def _on_answered(self, result: Result) -> None:
        if self.claim is None or result.id != self.id:
            return
        match result.status:
            case "stored" | "duplicate":
                # The answer comes before the record: until that is here, this kiosk vouches for the claim
                self.handed[result.id] = self.claim
                self._turn("held")
            case "conflict":
                self._turn("conflict", result.other)
            case "rejected":
                self._fail("rejected")

    @Slot()
    def _lose_patience(self) -> None:
        if self.state == "asking":
            self._turn("provisional")

    def _fail(self, reason: str) -> None:
        desk = self.desk
        self.forget()
        self.failed.emit(reason, desk)

    def _turn(self, state: State, other: str = "") -> None:
        if state != "asking":
            self._patience.stop()
        if (state, other) != (self.state, self.other):
            self.state, self.other = state, other
            self.changed.emit()

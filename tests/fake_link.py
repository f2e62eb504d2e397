"""A link to no agent: it remembers what it is given, and says what a test makes it say."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kiosk.wire import AnyFact, Practised
from kiosk.wire.link import Status


class FakeLink(QObject):
    """What `screen.link.Link` says and hears, without an agent."""

    kept = Signal(str)
    notKept = Signal(str, str)
    answered = Signal(object)
    changed = Signal(list)
    said = Signal(object)
    looked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.status = Status(online=True)
        self.facts: list[AnyFact | Practised] = []
        self.titles: list[str] = []

    def look(self, title: str) -> None:
        self.titles.append(title)

    def keep(self, fact: AnyFact | Practised) -> None:
        self.facts.append(fact)

"""What is known about this branch at one moment, read in one go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from kiosk.store.replica import Replica
from kiosk.wire import AnyFact, Branch, Desk, Kiosk, Visit
from kiosk.workspaces.hours import Opening, following, opening
from kiosk.workspaces.rules import Standing, board


@dataclass(frozen=True)
class Place:
    """The branch, this kiosk in it, its desks and visits, and the facts that central has not dealt with."""

    now: datetime
    branch: Branch | None = None
    here: Kiosk | None = None
    desks: Sequence[Desk] = ()
    visits: Sequence[Visit] = ()
    waiting: Sequence[AnyFact] = ()
    opening: Opening = field(default_factory=lambda: Opening(False))
    following: Opening = field(default_factory=lambda: Opening(False))

    @classmethod
    def read(cls, replica: Replica, handed: Sequence[AnyFact], now: datetime) -> Place:
        """As the replica has it now; `handed`: facts that the agent may not have written down yet."""
        branch = cast(Branch | None, replica.get("branches", replica.known("branch")))
        if branch is None:
            return cls(now)
        waiting = {fact.id: fact for fact in [*replica.waiting(), *handed]}
        hours = opening(branch, now)
        return cls(
            now,
            branch,
            cast(Kiosk | None, replica.get("kiosks", replica.known("kiosk"))),
            cast(list[Desk], replica.by("desks", branch.id)),
            cast(list[Visit], replica.all("visits")),
            list(waiting.values()),
            hours,
            following(branch, hours),
        )

    def desk(self, id: str) -> Desk | None:
        """That desk, if it is of this branch."""
        return next((desk for desk in self.desks if desk.id == id), None)

    def visit(self, id: str) -> Visit | None:
        """What central made of that claim, if it has said so."""
        return next((visit for visit in self.visits if visit.id == id), None)

    def board(self, mine: str) -> dict[str, Standing]:
        """How every desk stands for whoever made the claim `mine`."""
        return board(self.desks, self.branch, self.visits, self.waiting, self.now, mine) if self.branch else {}

    def free(self, mine: str) -> Counter[str]:
        """How many desks of each kind can be had now."""
        standings = self.board(mine)
        return Counter(desk.kind for desk in self.desks if standings[desk.id].state in ("free", "until"))

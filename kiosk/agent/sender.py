"""Telling central what was done here, until it has dealt with all of it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date

from kiosk.agent import reasons
from kiosk.agent.client import Client
from kiosk.agent.keep import Facts
from kiosk.agent.trust import BadBatch, NoAnswer
from kiosk.failpoints import reach
from kiosk.wire import Result, Sent

log = logging.getLogger(__name__)

#: Facts in one batch.
BATCH = 100


class Sender:
    """`answered` gets the result of each fact, once it is settled on disk."""

    def __init__(self, facts: Facts, answered: Callable[[Result], None]) -> None:
        self._facts = facts
        self._answered = answered

    def send(self, client: Client) -> int:
        """Send all that waits, each fact once; how many were settled. What central said nothing about waits for the
        next time and holds up nobody. Errors of `trust` when central has no ear for any of it."""
        settled: int = 0
        passed: set[str] = set()
        while batch := [fact for fact in self._facts.to_send(BATCH + len(passed)) if fact.id not in passed]:
            settled += self._send(client, batch[:BATCH])
            passed |= {fact.id for fact in batch[:BATCH]}
        return settled

    def send_practised(self, client: Client, today: date) -> None:
        """Send what was practised before today; what central cannot use is forgotten, since it tells staff nothing."""
        while batch := self._facts.practised(today, BATCH):
            try:
                done = [result.id for result in client.practise(batch).results]
            except BadBatch as bad:
                if not bad.final:
                    raise NoAnswer("unreachable", f"What was practised does not get through: {bad.what}") from bad
                done = [fact.id for fact in batch]
            self._facts.forget_practised(done)
            if len(done) < len(batch):
                return

    def _send(self, client: Client, batch: list[Sent]) -> int:
        reach("before post")
        try:
            results = client.tell(batch).results
        except BadBatch as bad:
            return self._apart(client, batch, bad)
        reach("after post")
        self._settle(results)
        return len(results)

    def _apart(self, client: Client, batch: list[Sent], bad: BadBatch) -> int:
        """One of these cannot be read: find it by halves, so that the others arrive."""
        if len(batch) > 1:
            half = len(batch) // 2
            return self._send(client, batch[:half]) + self._send(client, batch[half:])
        if not bad.final:
            raise NoAnswer("unreachable", f"A fact does not get through: {bad.what}", client.central)
        self._settle([Result(id=batch[0].id, status="rejected", reason=bad.what)])
        return 1

    def _settle(self, results: list[Result]) -> None:
        self._facts.settle(results)
        reach("after settle")
        for result in results:
            if result.status == "rejected":
                log.warning("central will never take fact %s: %s", result.id, reasons.code(result.reason))
            self._answered(result)

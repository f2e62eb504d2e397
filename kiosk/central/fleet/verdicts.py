"""What is wrong with a kiosk. Pure: what it said, when it was last heard, the time, the branch's hours in; codes out.

A kiosk that is silent while its branch is closed is switched off, and that is as it should be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from kiosk.wire import Health
from kiosk.wire.health import release

#: A kiosk in an open branch that was not heard for longer needs a look.
SILENT = timedelta(minutes=10)

#: A kiosk that is heard, but said nothing about itself for longer.
STALE = timedelta(minutes=30)

#: Seconds that a fact may wait on a kiosk that is in touch.
STUCK = 600

#: A clock that is wrong by more: lessons and help calls get the wrong time.
CLOCK = timedelta(minutes=2)

#: Bytes that are free: the kiosk soon stops keeping facts; somebody should look.
FULL, LOW = 200 << 20, 2 << 30

#: What needs somebody now, this week, or nobody.
Severity = Literal["alarm", "warning", "note"]

SEVERITIES: tuple[Severity, ...] = ("alarm", "warning", "note")


@dataclass(frozen=True)
class Sign:
    """What central has of a kiosk. `seen`: its last call; `received`: its last word of itself; `ahead`: its clock."""

    enrolled: bool = True
    seen: datetime | None = None
    health: Health | None = None
    received: datetime | None = None
    ahead: timedelta = timedelta()


@dataclass(frozen=True)
class Ours:
    """What central itself is: kiosks should be the same."""

    version: str
    lessons: str


@dataclass(frozen=True)
class Problem:
    """Something that is wrong; `wording` has the sentences. `count`, `since` and `text` fill them in."""

    code: str
    severity: Severity
    count: int = 0
    since: datetime | None = None
    text: str = ""


def problems(sign: Sign, now: datetime, open_since: datetime | None, ours: Ours) -> list[Problem]:
    """The worst first. `open_since`: when the branch opened, or None while it is closed."""
    found = [*_contact(sign, now, open_since)]
    if sign.health is not None and sign.enrolled:
        found += [*_visitors(sign.health), *_facts(sign.health), *_computer(sign, sign.health)]
        found += [*_programs(sign.health, open_since), *_versions(sign.health, ours)]
    return sorted(found, key=lambda problem: SEVERITIES.index(problem.severity))


def _contact(sign: Sign, now: datetime, open_since: datetime | None) -> Iterator[Problem]:
    if not sign.enrolled:
        yield Problem("blocked" if sign.seen else "never", "note")
        return
    if open_since is not None and now - max(open_since, sign.seen or open_since) > SILENT:
        yield Problem("silent", "alarm", since=sign.seen)
    elif sign.seen is not None and sign.health is None and now - sign.seen < SILENT:
        yield Problem("tells-nothing", "warning")
    elif sign.seen is not None and sign.received is not None and sign.seen - sign.received > STALE:
        yield Problem("stale", "warning", since=sign.received)


def _visitors(health: Health) -> Iterator[Problem]:
    if health.wipes.left:
        yield Problem("traces", "alarm", count=health.wipes.left)


def _facts(health: Health) -> Iterator[Problem]:
    if health.quarantined:
        yield Problem("quarantined", "warning", count=health.quarantined)
    if health.waiting and health.oldest > STUCK:
        yield Problem("stuck", "warning", count=health.waiting)


def _computer(sign: Sign, health: Health) -> Iterator[Problem]:
    if abs(sign.ahead) > CLOCK:
        yield Problem("clock", "warning", count=int(abs(sign.ahead).total_seconds() // 60))
    elif health.synchronised is False:
        yield Problem("clock-loose", "note")
    if health.free is not None and health.free < LOW:
        full = health.free < FULL
        yield Problem("disk-full" if full else "disk-low", "alarm" if full else "warning", count=health.free >> 20)


def _programs(health: Health, open_since: datetime | None) -> Iterator[Problem]:
    if open_since is not None and not health.screen:
        yield Problem("no-screen", "alarm")
    if health.screen and health.screen != health.version:
        yield Problem("other-screen", "warning", text=health.screen)
    if health.index == "failed":
        yield Problem("index", "warning")
    if health.notes:
        yield Problem("mended", "note", count=len(health.notes))


def _versions(health: Health, ours: Ours) -> Iterator[Problem]:
    if release(health.version) < release(ours.version):
        yield Problem("old-version", "note", text=ours.version)
    elif health.version == ours.version and health.lessons != ours.lessons:
        yield Problem("other-lessons", "warning")
    if health.updated is not None and health.updated.reason:
        yield Problem("update-failed", "warning", text=health.updated.reason)

"""What agent and central say to each other over HTTP, in JSON.

    GET  /v1/branches/{branch}/heads                                         → Heads, ETag; 304 when nothing changed
    GET  /v1/feeds/{feed}/changes?branch={branch}&since={cursor}&to={cursor} → Changes; 410 when there is no way on
    GET  /v1/feeds/{feed}/snapshot?branch={branch}                           → Snapshot
    GET  /v1/feeds/{feed}/snapshots/{cursor}?branch={branch}                 → its file, also in part (Range, If-Range)
    POST /v1/facts                                       Batch               → Results
    POST /v1/practice                                    Practice            → Results
    POST /v1/enrol                                       Enrol               → Enrolled

A kiosk looks at the heads. Of a feed that it does not have it fetches the snapshot, then what changed since; every
answer about changes between two cursors is the same for ever. Where there is no way on from its cursor (the backup of
a database was restored, or the kiosk was off for long), it fetches the snapshot anew.

Every answer names `service`: whatever else answers in central's place (a captive portal) does not. A refusal is a
`Problem` (RFC 9457). A cursor is "e<epoch>-<revision>".
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from msgspec import Raw, Struct, field

from .facts import Practised
from .records import Kiosk

Service = Literal["wegwijs"]

#: What central says it is; required, so that nothing else can be mistaken for it.
SERVICE: Service = "wegwijs"


class Heads(Struct, frozen=True, kw_only=True):
    """The newest cursor of every feed, and the seconds after which to ask again."""

    service: Service
    now: datetime
    heads: dict[str, str]
    poll_after: float


def _nothing() -> Raw:
    return Raw(b"null")


class Change(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A record as it is now, or the word that it is gone."""

    id: str
    rev: int
    record: Raw = field(default_factory=_nothing)
    deleted: bool = False


class Changes(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What changed after `since`, up to and including `to`; `more`: ask again from there. `digest`: that of the whole
    feed at `to` (`wire.digest`), or "" when that is not known there."""

    service: Service
    feed: str
    since: str
    to: str
    more: bool = False
    digest: str = ""
    changes: list[Change]


class Snapshot(Struct, frozen=True, kw_only=True):
    """A whole feed as a file: a `Change` a line (NDJSON), packed with gzip. `at`: the cursor from which to go on;
    `size`: bytes; `sha256`: of the file, in hexadecimal; `count`: lines."""

    service: Service
    feed: str
    at: str
    size: int
    sha256: str
    count: int


class Sent(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A fact under way. `age_ms`: how long ago by the kiosk's monotonic clock, or null when the computer restarted
    since; `at`: the kiosk's wall clock then, which may be wrong; `data`: the fact itself."""

    id: str
    seq: int
    kind: str
    age_ms: int | None
    at: datetime
    data: Raw


class Batch(Struct, frozen=True, kw_only=True):
    """Facts of one kiosk, in the order in which they were kept."""

    facts: list[Sent]


class Practice(Struct, frozen=True, kw_only=True):
    """What was practised on earlier days. Central keeps the branch with it, and neither the kiosk nor the moment."""

    practised: list[Practised]


class Result(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of one fact. `conflict`: kept, but somebody else has the desk, and `other` is a free one nearby.
    `rejected`: central cannot use it, ever; `reason` is for staff."""

    id: str
    status: Literal["stored", "duplicate", "conflict", "rejected"]
    reason: str = ""
    other: str = ""


class Results(Struct, frozen=True, kw_only=True):
    """One result for each fact that central has dealt with; a fact without one is sent again."""

    service: Service
    now: datetime
    results: list[Result]


class Enrol(Struct, frozen=True, kw_only=True):
    """A new kiosk shows the code that staff gave it."""

    code: str


class Enrolled(Struct, frozen=True, kw_only=True):
    """Central's answer: which kiosk it is, and the token that proves it from now on."""

    service: Service
    kiosk: Kiosk
    token: str


class Problem(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Why not (RFC 9457, application/problem+json)."""

    type: str
    title: str
    status: int
    detail: str = ""

"""What agent and central say to each other over HTTP, in JSON.

    GET  /v1/branches/{branch}/heads                                         → Heads, ETag; 304 when nothing changed
    GET  /v1/feeds/{feed}/changes?branch={branch}&since={cursor}&to={cursor} → Changes; 410 when there is no way on
    GET  /v1/feeds/{feed}/snapshot?branch={branch}                           → Snapshot
    GET  /v1/feeds/{feed}/snapshots/{cursor}?branch={branch}                 → its file, also in part (Range, If-Range)
    POST /v1/facts                                       Batch               → Results
    POST /v1/practice                                    Practice            → Results
    POST /v1/enrol                                       Enrol               → Enrolled; 202 Waiting
    POST /v1/health                                      Health              → Heard (`wire.health`)
    GET  /v1/availability/{title}                                            → Availability
    GET  /v1/covers/{cover}                                                  → a JPEG, ETag; the same for ever
    GET  /v1/nonce                                                           → Nonce
    POST /v1/tokens                                      Proof               → Token

A kiosk looks at the heads. Of a feed that it does not have it fetches the snapshot, then what changed since; every
answer about changes between two cursors is the same for ever. Where there is no way on from its cursor (the backup of
a database was restored, or the kiosk was off for long), it fetches the snapshot anew.

Every answer names `service`: whatever else answers in central's place (a captive portal) does not. A refusal is a
`Problem` (RFC 9457). A cursor is "e<epoch>-<revision>". Bytes are base64 (RFC 4648, 4).

Becoming a kiosk (after RFC 8628): a computer makes an Ed25519 key (RFC 8032) and shows its public half. With the code
that staff made for a kiosk it is that kiosk at once. Without one it gets a code to show, and asks again until staff
have typed that code in central and chosen what it is; the same key gets the same code for as long as that is good.

Coming in: a nonce, signed by the key (`proof`), buys a token that lives for about an hour. `heads`, `changes` and
`facts` want `Authorization: Bearer <token>`; 401 "unknown-token": buy another, once. 401 "unknown-key": enrol.
403 "revoked": staff blocked this kiosk; it keeps its facts and asks now and then. 403 "clone-detected": see below.

A copied disk is noticed by the number that every token has. A kiosk says the number of the last token it wrote down,
and writes down the next before it uses that. Central gives the next number, and the same one again for as long as the
token of that number was not used: whichever side dies at whatever moment, both go on. A number from before the last
used token can only come from another disk: central then refuses that key for ever, on both disks; each makes a new key
and waits for staff. A number higher than central's own means that central was restored from a backup, and is taken.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Raw, Struct, field

from .facts import Practised
from .records import Copy, Kiosk

Service = Literal["wegwijs"]

#: What central says it is; required, so that nothing else can be mistaken for it.
SERVICE: Service = "wegwijs"

#: Bytes of a cover, at most.
LARGEST_COVER = 200_000

#: Facts in one batch, at most.
MOST_FACTS = 500


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

    facts: Annotated[list[Sent], Meta(max_length=MOST_FACTS)]


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


#: The public half of an Ed25519 key.
PublicKey = Annotated[bytes, Meta(min_length=32, max_length=32)]

#: The number of a token; 0 before the first.
Number = Annotated[int, Meta(ge=0, le=1 << 53)]


class Enrol(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A computer wants to be a kiosk. `code`: the one that staff made for it beforehand, if they did."""

    key: PublicKey
    code: str = ""


class Waiting(Struct, frozen=True, kw_only=True):
    """Not yet (202): staff have to type this code ("ABCDEFGH") in central. Ask again after `ask_after` seconds; the
    code is good for another `good_for` seconds."""

    service: Service
    code: str
    ask_after: float
    good_for: float


class Enrolled(Struct, frozen=True, kw_only=True):
    """Central's answer: which kiosk this is from now on."""

    service: Service
    kiosk: Kiosk


class Nonce(Struct, frozen=True, kw_only=True):
    """Something to sign, once, within a minute."""

    service: Service
    nonce: str


class Proof(Struct, frozen=True, kw_only=True):
    """The kiosk wants a token. `generation`: the number of the last token that it wrote down; `signature`: that of
    `proof(nonce, kiosk, generation)` by `key`."""

    key: PublicKey
    kiosk: str
    nonce: str
    generation: Number
    signature: Annotated[bytes, Meta(min_length=64, max_length=64)]


class Token(Struct, frozen=True, kw_only=True):
    """The token that proves the kiosk for about an hour, and its number."""

    service: Service
    token: str
    generation: Number


class Availability(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a title can be had. `live`: the library's own system said so, at `fetched`; else these are the copies as
    the feed has them, each with its own `fetched`. Asked by the id of a title only; nobody writes down which."""

    service: Service
    title: str
    copies: list[Copy]
    fetched: datetime | None = None
    live: bool = False


def proof(nonce: str, kiosk: str, generation: int) -> bytes:
    """What is signed to buy a token; its first line keeps the signature from being of use for anything else."""
    return f"wegwijs token 1\n{nonce}\n{kiosk}\n{generation}".encode()


class Problem(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Why not (RFC 9457, application/problem+json)."""

    type: str
    title: str
    status: int
    detail: str = ""

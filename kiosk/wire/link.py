"""What screen and agent of one kiosk say to each other over the local socket: one message, one JSON object.

A fact is kept once `Kept` has come back: then it is on disk. Saying `Keep` again with the same id is harmless, so a
screen that lost its agent repeats what it has no `Kept` for.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from msgspec import Struct, field

from .facts import AnyFact, Practised
from .health import Quarantined, Wipes
from .sync import Availability, Result


class Message(Struct, frozen=True, kw_only=True, tag_field="say", tag=str.lower, omit_defaults=True):
    """Anything said over the link."""


class Hello(Message, frozen=True, kw_only=True):
    """The screen is there; `turn` tells whether somebody is at it (after an agent's restart)."""

    pid: int
    version: str
    turn: bool = False


class Keep(Message, frozen=True, kw_only=True):
    """Keep this fact, and tell central when you can."""

    fact: AnyFact | Practised


class Ended(Message, frozen=True, kw_only=True):
    """The Turn is over: wipe."""


class Alive(Message, frozen=True, kw_only=True):
    """The screen still draws; said every few seconds, and when a Turn begins. `turn`: whether somebody is at it."""

    turn: bool | None = None


class Look(Message, frozen=True, kw_only=True):
    """Somebody looks at this title: ask where it can be had now. A later question takes the place of an earlier one."""

    title: str


class Damaged(Message, frozen=True, kw_only=True):
    """What the screen reads cannot be read; `store` says what: the catalogue's "index"."""

    store: Literal["index"]


class Kept(Message, frozen=True, kw_only=True):
    """That fact is on disk."""

    id: str


class NotKept(Message, frozen=True, kw_only=True):
    """That fact could not be written down (the disk is full, the facts' file is damaged)."""

    id: str
    reason: str


class Answered(Message, frozen=True, kw_only=True):
    """Central has dealt with that fact."""

    result: Result


class Changed(Message, frozen=True, kw_only=True):
    """The replica has news in these feeds ("titles" once its index can be searched)."""

    feeds: list[str]


class Wiped(Message, frozen=True, kw_only=True):
    """Every trace is gone; `left` counts the files that would not go."""

    left: int = 0


class Status(Message, frozen=True, kw_only=True):
    """How it is with central. `synced`: the moment of the last good answer; `reason` is for staff; `code`: what staff
    type in central to let this kiosk in; `credential`: where its key is kept (`kiosk.settings`); `refused`: the newest
    of those that are quarantined."""

    online: bool
    synced: datetime | None = None
    waiting: int = 0
    quarantined: int = 0
    state: Literal["", "unenrolled", "waiting", "revoked", "cloned", "keyless", "portal", "unreachable", "damaged"] = ""
    reason: str = ""
    kiosk: str = ""
    branch: str = ""
    notes: list[str] = field(default_factory=list)
    code: str = ""
    credential: str = ""
    refused: list[Quarantined] = field(default_factory=list)
    wipes: Wipes = Wipes()


class Looked(Message, frozen=True, kw_only=True):
    """The answer to `Look`; nothing when central cannot say. It is shown, and kept nowhere."""

    title: str
    found: Availability | None = None


FromScreen = Hello | Keep | Ended | Alive | Damaged | Look
FromAgent = Kept | NotKept | Answered | Changed | Wiped | Status | Looked

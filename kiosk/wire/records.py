"""What central knows and kiosks show: one struct per thing, and the table of feeds.

Only central changes a record. Times are UTC, ids are opaque. A new field has a default, so that old kiosks and old
centrals go on reading each other; what a reader does not know it leaves alone.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from msgspec import Struct, field

#: Text by language ("nl", "en", "ar" …). "nl" is always there; who lacks a language reads Dutch.
Words = dict[str, str]


class Record(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Anything that a feed carries."""

    id: str


class Hours(Struct, frozen=True, omit_defaults=True):
    """One weekday, in the branch's own time ("10:00"); a day without hours is closed. Monday is 0."""

    day: int
    opens: str
    closes: str


class OtherHours(Struct, frozen=True, omit_defaults=True):
    """One date that differs from the week; without times the branch is closed that day."""

    date: date
    opens: str = ""
    closes: str = ""
    reason: Words = field(default_factory=dict)


class Piece(Struct, frozen=True, omit_defaults=True):
    """Something drawn on a floor, in plan units, so that people recognise the room."""

    what: Literal["room", "wall", "table", "shelf", "plant", "counter", "window", "monitor", "zone", "entrance"]
    x: float
    y: float
    width: float = 0
    height: float = 0
    radius: float = 0
    label: Words = field(default_factory=dict)
    #: For a shelf: the call numbers that stand on it, from and to ("MULT", "512.3").
    first: str = ""
    last: str = ""
    #: For a wall: an SVG path (SVG 1.1, 8.3) in plan units.
    path: str = ""


class Floor(Struct, frozen=True, omit_defaults=True):
    """One storey: its outline as SVG paths in plan units, and what stands on it."""

    number: int
    name: Words
    width: float
    height: float
    ground: str
    walls: str
    pieces: list[Piece] = field(default_factory=list)


class Branch(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One building of the library."""

    name: str
    short: str
    address: str = ""
    hours: list[Hours] = field(default_factory=list)
    other_hours: list[OtherHours] = field(default_factory=list)
    floors: list[Floor] = field(default_factory=list)
    #: Where a title stands on the library's own site, to reserve or renew it; `{id}` or `{isbn}` is filled in.
    catalogue_page: str = ""


class Kiosk(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One of our screens: where it stands, and the desk that it is (a computer one can sit at), if any."""

    branch: str
    name: str
    desk: str = ""
    floor: int = 0
    x: float = 0
    y: float = 0


class Desk(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Anything one can check in to. `x`, `y`: its middle on the floor; `minutes`: the longest stay (0: closing)."""

    branch: str
    name: str
    kind: Literal["table", "computer", "room"]
    floor: int = 0
    x: float = 0
    y: float = 0
    #: The state is written above the seat, since a table lies below it.
    word_above: bool = False
    minutes: int = 0
    broken: bool = False
    zone: Words = field(default_factory=dict)


class Visit(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A desk held by somebody, as central sees it; its id is that of the Claim. Nobody's name is in it.

    `conflict`: another held the desk first; `other` is then a desk nearby that was free, if there was one.
    """

    branch: str
    desk: str
    kiosk: str
    since: datetime
    until: datetime
    state: Literal["held", "ended", "conflict"] = "held"
    other: str = ""


class Event(Record, frozen=True, kw_only=True, omit_defaults=True):
    """An activity in a branch."""

    branch: str
    title: Words
    starts: datetime
    ends: datetime
    summary: Words = field(default_factory=dict)
    place: Words = field(default_factory=dict)
    theme: Literal["language", "digital", "children", "forms", "meeting", "culture"] = "meeting"
    languages: list[str] = field(default_factory=list)
    audience: Words = field(default_factory=dict)
    cancelled: bool = False


class Reply(Record, frozen=True, kw_only=True, omit_defaults=True):
    """What central says to an Ask; its id is that of the Ask. `helper` is the name the volunteer chose."""

    branch: str
    kiosk: str
    seat: str
    asked: datetime
    state: Literal["open", "coming", "done", "withdrawn"] = "open"
    helper: str = ""
    coming: datetime | None = None


class Link(Struct, frozen=True, omit_defaults=True):
    """A digital source of a title (MARC 856)."""

    url: str
    text: str = ""


class Series(Struct, frozen=True, omit_defaults=True):
    """A series a title is part of, and its number in it (MARC 830, 800, 490)."""

    name: str
    number: str = ""


TitleKind = Literal[
    "book", "audiobook", "ebook", "eaudiobook", "film", "music", "periodical", "score", "map", "game", "object", "other"
]


class Title(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One edition in the catalogue, as found in MARC. Languages are ISO 639-2 codes ("dut", "eng")."""

    title: str
    subtitle: str = ""
    part: str = ""
    original: str = ""
    authors: list[str] = field(default_factory=list)
    #: The authors in their own script, like `original` the title (MARC 880).
    original_authors: list[str] = field(default_factory=list)
    kind: TitleKind = "book"
    languages: list[str] = field(default_factory=list)
    original_language: str = ""
    audience: Literal["", "children", "teen", "adult", "general"] = ""
    fiction: bool | None = None
    easy: bool = False
    large_print: bool = False
    subjects: list[str] = field(default_factory=list)
    genres: list[str] = field(default_factory=list)
    summary: str = ""
    series: list[Series] = field(default_factory=list)
    isbns: list[str] = field(default_factory=list)
    publisher: str = ""
    year: int = 0
    extent: str = ""
    links: list[Link] = field(default_factory=list)
    work: str = ""
    added: date | None = None
    #: How often it was lent lately, as far as its source says.
    loans: int = 0
    #: The name of its cover: the first 32 hexadecimal digits of the SHA-256 of the JPEG; "" when there is none.
    cover: str = ""
    #: The source was broken here, and some of the record may be missing.
    damaged: bool = False


class Copy(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One thing on a shelf. `status` in DAIA's sense (DAIA 1.0, services): may one take it now, and if not, why."""

    title: str
    branch: str
    call_number: str = ""
    shelf: str = ""
    floor: int = 0
    status: Literal["available", "on_loan", "reference", "on_order", "unavailable", "unknown"] = "unknown"
    due: date | None = None
    fetched: datetime | None = None
    #: When it came to the library: "new" is what a copy is, not its title.
    added: date | None = None


class Theme(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A shelf that is shown before anybody types, with the ids of its titles in their order. Without a branch it is for
    all of them; shelves stand in the order of `order`."""

    branch: str = ""
    name: Words
    titles: list[str] = field(default_factory=list)
    order: int = 0


class Feed(Struct, frozen=True):
    """How a kind of record travels: to all kiosks, or to those of its branch; `by` is the field one looks it up by."""

    record: type[Record]
    scope: Literal["library", "branch"]
    by: str = "branch"


FEEDS: dict[str, Feed] = {
    "branches": Feed(Branch, "library", by="id"),
    "kiosks": Feed(Kiosk, "branch"),
    "desks": Feed(Desk, "branch"),
    "visits": Feed(Visit, "branch", by="desk"),
    "replies": Feed(Reply, "branch", by="kiosk"),
    "events": Feed(Event, "library"),
    "titles": Feed(Title, "library", by="work"),
    "copies": Feed(Copy, "library", by="title"),
    "themes": Feed(Theme, "library"),
}

"""A small made-up library, as central would publish it, for tests: two branches, eight desks, a programme, some books.

    write(folder, library())                      replica.db and facts.db, as the agent leaves them
    write(folder, library(), [Claim(…)])          … with facts that central has not dealt with
    set_clock(monkeypatch)                        it is Wednesday 18 November 2026, 14.07 in Laak (NOW)

It is 14.07 in Laak, and: tables 2 and 4 and room Zee are free till closing, table 6 for a while, table 1 and computer 1
are taken, computer 4 is broken, computer 3 is this kiosk and free.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk import clock, store
from kiosk.wire import (
    FEEDS,
    LANES,
    AnyFact,
    Branch,
    Copy,
    Desk,
    Event,
    Floor,
    Hours,
    Kiosk,
    OtherHours,
    Piece,
    Record,
    Title,
    Visit,
    Words,
    encode,
)

#: Wednesday 18 November 2026, 14.07 in Laak.
NOW = datetime(2026, 11, 18, 13, 7, tzinfo=UTC)

KIOSK = "kiosk-laak-c3"
BRANCH = "laak"


def set_clock(monkeypatch: pytest.MonkeyPatch, moment: datetime = NOW) -> None:
    """From now on it is that moment, and the clock runs."""
    monkeypatch.setattr(clock, "_offset", moment - datetime.now(UTC))


def write(folder: Path, records: Iterable[Record], facts: Sequence[AnyFact] = ()) -> None:
    """Make `replica.db` and `facts.db` in that folder, or bring them up to date with these records and facts."""
    folder.mkdir(parents=True, exist_ok=True)
    schemas = Path(store.__file__).parent
    with _database(folder / "replica.db", schemas / "schema.sql") as replica:
        replica.executemany("INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?, ?)", map(_row, records))
        known = {"kiosk": KIOSK, "branch": BRANCH, "synced": NOW.isoformat()}
        replica.executemany("INSERT OR REPLACE INTO known VALUES (?, ?)", known.items())
    replica.close()
    with _database(folder / "facts.db", schemas / "facts.sql") as kept:
        kept.executemany(
            "INSERT INTO facts (id, lane, kind, body, at, boot, ticks) VALUES (?, ?, ?, ?, ?, 'boot', 0)",
            [(fact.id, LANES[type(fact)], _kind(fact), encode(fact), NOW.isoformat()) for fact in facts],
        )
    kept.close()


def _database(path: Path, schema: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.executescript(schema.read_text(encoding="utf-8"))
    return connection


def _row(record: Record) -> tuple[str, str, str, int, bytes]:
    name, feed = next((name, feed) for name, feed in FEEDS.items() if feed.record is type(record))
    return name, record.id, str(getattr(record, feed.by)), 1, encode(record)


def _kind(fact: AnyFact) -> str:
    return type(fact).__name__.lower()


def library() -> list[Record]:
    """Every record of it."""
    return [*branches(), kiosk(), *desks(), *visits(), *events(), *titles(), *copies()]


def words(nl: str, en: str = "", ar: str = "") -> Words:
    """The same in up to three languages."""
    return {language: text for language, text in (("nl", nl), ("en", en), ("ar", ar)) if text}


def local(day: int, hour: int, minute: int = 0) -> datetime:
    """That day of November 2026, on the wall clock of the branch, in UTC."""
    return datetime(2026, 11, day, hour, minute, tzinfo=clock.HERE).astimezone(UTC)


def branches() -> list[Branch]:
    """Laak, with a drawn floor, and Escamp."""
    week = [Hours(day, "10:00", "20:00" if day == 3 else "18:00") for day in range(6)]
    feast = OtherHours(date(2026, 12, 25), reason=words("Eerste kerstdag", "Christmas Day"))
    laak = Branch(
        id="laak", name="Bibliotheek Laak", short="Laak", hours=week, other_hours=[feast], floors=[_ground_floor()]
    )
    return [laak, Branch(id="escamp", name="Bibliotheek Escamp", short="Escamp", hours=week)]


def _ground_floor() -> Floor:
    return Floor(
        number=0,
        name=words("Begane grond", "Ground floor", "الطابق الأرضي"),
        width=1072,
        height=608,
        ground="M4 4H1068V604H124A120 120 0 0 1 4 484Z",
        walls="M4 4H1068V604H984M864 604H124A120 120 0 0 1 4 484V4",
        pieces=[
            Piece(what="room", x=864, y=8, width=200, height=198, label=words("Kamer Zee", "Room Sea", "غرفة البحر")),
            Piece(what="wall", x=0, y=0, path="M1066 206H864V160M864 96V6"),
            Piece(what="zone", x=36, y=28, label=words("Computers", "Computers", "الحواسيب")),
            Piece(what="zone", x=36, y=262, label=words("Leeszaal", "Reading room", "قاعة القراءة")),
            Piece(what="table", x=36, y=66, width=556, height=44),
            Piece(what="table", x=44, y=378, width=376, height=72),
            Piece(what="shelf", x=640, y=64, width=176, height=30, first="500", last="599"),
            Piece(what="shelf", x=640, y=116, width=176, height=30, first="MULT", last="NEDE"),
            Piece(what="plant", x=446, y=536, width=44, height=44),
            Piece(what="counter", x=840, y=452, width=140, height=44, label=words("Balie", "Desk", "المكتب")),
            Piece(what="entrance", x=864, y=572, width=120, height=28, label=words("Ingang", "Entrance", "المدخل")),
            Piece(what="window", x=150, y=0, width=180, height=8),
            Piece(what="monitor", x=73, y=75, width=26, height=26),
        ],
    )


def kiosk() -> Kiosk:
    """This kiosk: computer 3 in Laak."""
    return Kiosk(id=KIOSK, branch="laak", name="Computer 3", desk="laak-c3", x=302, y=142)


def desks() -> list[Desk]:
    """Eight desks in Laak: every kind, and by `visits` every state."""
    reading, computers = words("Leeszaal", "Reading room", "قاعة القراءة"), words("Computers", "Computers", "الحواسيب")
    return [
        _desk("t1", "Tafel 1", 104, 362, reading, word_above=True),
        _desk("t2", "Tafel 2", 232, 362, reading, word_above=True),
        _desk("t4", "Tafel 4", 232, 466, reading),
        _desk("t6", "Tafel 6", 360, 466, reading, minutes=110),
        _desk("c1", "Computer 1", 86, 142, computers),
        _desk("c3", "Computer 3", 302, 142, computers),
        _desk("c4", "Computer 4", 410, 142, computers, broken=True),
        _desk("zee", "Kamer Zee", 965, 134, words("Kamers", "Rooms", "الغرف")),
    ]


def _desk(id: str, name: str, x: float, y: float, zone: Words, **more: object) -> Desk:
    kind = {"t": "table", "c": "computer"}.get(id[0], "room")
    return Desk(id=f"laak-{id}", branch="laak", name=name, kind=kind, x=x, y=y, zone=zone, **more)  # type: ignore[arg-type]


def visits() -> list[Visit]:
    """Somebody at table 1 until 14.30 and at computer 1 until 15.00; table 2 was left."""
    return [
        visit("visit-1", "laak-t1", local(18, 13), local(18, 14, 30)),
        visit("visit-2", "laak-c1", local(18, 12), local(18, 15)),
        visit("visit-3", "laak-t2", local(18, 11), local(18, 12), "ended"),
    ]


def visit(id: str, desk: str, since: datetime, until: datetime, state: str = "held", kiosk: str = "kiosk-2") -> Visit:
    """A visit in Laak, made at another kiosk unless said otherwise."""
    return Visit(id=id, branch="laak", desk=desk, kiosk=kiosk, since=since, until=until, state=state)  # type: ignore[arg-type]


def events() -> list[Event]:
    """Three activities today in Laak, one tomorrow, one that was called off, one in Escamp, one that is over."""
    return [
        _event("laak-taal", "Taalcafé: samen Nederlands praten", "Language café: speak Dutch together", 18, 15, 90),
        _event("laak-voor", "Voorlezen voor kinderen", "Reading aloud for children", 18, 16, 45, theme="children"),
        _event("laak-brief", "Hulp bij brieven", "Help with letters", 18, 17, 60, theme="forms"),
        _event("laak-digi", "Digitaal café", "Digital café", 19, 14, 120, theme="digital"),
        _event("laak-af", "Schrijfclub", "Writing club", 19, 10, 60, cancelled=True),
        _event("escamp-film", "Film kijken", "Watching a film", 18, 16, 120, branch="escamp", theme="culture"),
        _event("laak-oud", "Ontbijt", "Breakfast", 18, 10, 60),
    ]


def _event(id: str, nl: str, en: str, day: int, hour: int, minutes: int, branch: str = "laak", **more: object) -> Event:
    starts = local(day, hour)
    return Event(
        id=id,
        branch=branch,
        title=words(nl, en, "مقهى اللغة" if id == "laak-taal" else ""),
        starts=starts,
        ends=starts + timedelta(minutes=minutes),
        summary=words(f"{nl}. Kom erbij, het is gratis.", f"{en}. Join us, it is free."),
        place=words("Aan de lange tafel", "At the long table"),
        audience=words("Voor iedereen", "For everybody"),
        languages=["nl"],
        **more,  # type: ignore[arg-type]
    )


def titles() -> list[Title]:
    """Max Havelaar in two editions, and two others."""
    multatuli = "Multatuli"
    havelaar = Title(
        id="t-havelaar",
        title="Max Havelaar",
        subtitle="of De koffij-veilingen der Nederlandsche Handel-Maatschappy",
        authors=[multatuli],
        languages=["dut"],
        audience="adult",
        fiction=True,
        subjects=["Nederlands-Indië", "Kolonialisme"],
        genres=["Klassieken"],
        summary="Een ambtenaar komt op voor de bevolking van Java.",
        isbns=["9789025368241"],
        publisher="Voorbeeld",
        year=2010,
        extent="349 p.",
        work="w-havelaar",
    )
    return [
        havelaar,
        Title(id="t-havelaar-cd", title="Max Havelaar", authors=[multatuli], kind="audiobook", work="w-havelaar"),
        Title(
            id="t-fiets", title="De fiets", authors=["Anna Voorbeeld"], audience="children", easy=True, work="w-fiets"
        ),
        Title(id="t-cooking", title="Cooking together", authors=["Sam Example"], languages=["eng"], work="w-cooking"),
    ]


def copies() -> list[Copy]:
    """Max Havelaar is in here and on loan in Escamp; The bicycle is in Escamp; the others are nowhere."""
    return [
        Copy(id="c-1", title="t-havelaar", branch="laak", call_number="MULT", status="available", fetched=NOW),
        Copy(
            id="c-2",
            title="t-havelaar",
            branch="escamp",
            call_number="MULT",
            status="on_loan",
            due=date(2026, 12, 1),
            fetched=NOW,
        ),
        Copy(id="c-3", title="t-fiets", branch="escamp", call_number="J 629.2", status="available", fetched=NOW),
    ]

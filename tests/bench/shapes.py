"""What a kiosk says to central, as it goes over the line: the one place of these measurements that knows addresses,
headers and bodies (`kiosk.wire.sync`)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from urllib.parse import quote, urlencode

from msgspec import Raw

from kiosk.wire import Ask, Batch, Claim, Fact, Leave, Sent, Withdraw, encode

#: Where facts go.
FACTS = "/v1/facts"

#: Facts in one batch.
BATCH = 50

#: Seconds between two facts that a kiosk kept while it was alone.
APART = 20


def heads(branch: str) -> str:
    """The poll."""
    return f"/v1/branches/{quote(branch, safe='')}/heads"


def changes(feed: str, branch: str, since: str, to: str) -> str:
    """What changed from one cursor to another."""
    query = urlencode({"branch": branch, "since": since, "to": to})
    return f"/v1/feeds/{quote(feed, safe='')}/changes?{query}"


def snapshot(feed: str, branch: str, at: str = "") -> str:
    """Where to begin with a feed; with a cursor: the file of that snapshot."""
    place = f"snapshots/{at}" if at else "snapshot"
    return f"/v1/feeds/{quote(feed, safe='')}/{place}?{urlencode({'branch': branch})}"


def headers(token: str, etag: str = "", body: bool = False, packed: bool = True) -> dict[str, str]:
    """What goes along, as the agent sends it; not `packed`: the answer is wanted as it is."""
    encoding = "gzip" if packed else "identity"
    said = {"Authorization": f"Bearer {token}", "Accept-Encoding": encoding, "User-Agent": "wegwijs-agent/bench"}
    if etag:
        said["If-None-Match"] = etag
    return {**said, "Content-Type": "application/json"} if body else said


def batch(facts: Iterable[tuple[Fact, float]]) -> bytes:
    """These facts, each with the seconds since it happened."""
    now = datetime.now(UTC)
    return encode(Batch(facts=[_sent(seq, fact, age, now) for seq, (fact, age) in enumerate(facts, 1)]))


def _sent(seq: int, fact: Fact, age: float, now: datetime) -> Sent:
    return Sent(
        id=fact.id,
        seq=seq,
        kind=type(fact).__name__.lower(),
        age_ms=int(age * 1000),
        at=now - timedelta(seconds=age),
        data=Raw(encode(fact)),
    )


def asked(id: str, desk: str) -> Ask:
    """A hand goes up."""
    return Ask(id=id, seat=desk, screen="lessons")


def withdrawn(id: str, ask: str) -> Withdraw:
    """And down."""
    return Withdraw(id=id, ask=ask)


def claimed(id: str, desk: str, age: float = 0, minutes: float = 60) -> Claim:
    """Somebody takes a seat for so long."""
    return Claim(id=id, desk=desk, until=datetime.now(UTC) + timedelta(minutes=minutes, seconds=-age))


def left(id: str, claim: str) -> Leave:
    """And leaves it."""
    return Leave(id=id, claim=claim)


def hour_alone(ids: list[str], desk: str) -> list[tuple[Fact, float]]:
    """Hands that went up and down while the kiosk was alone, the last one just now; as many facts as ids."""
    pairs = zip(ids[::2], ids[1::2], strict=True)
    facts = [fact for up, down in pairs for fact in (asked(up, desk), withdrawn(down, up))]
    return [(fact, (len(facts) - place) * APART) for place, fact in enumerate(facts, 1)]

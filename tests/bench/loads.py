"""The five loads under which central is measured by wrk, and Kinto under what is most like them."""

from __future__ import annotations

import secrets
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.errors import Unreachable
from kiosk.wire import Fact, Result, Results, decode
from tests.bench import peer, shapes, wrk
from tests.bench.running import Central, Kiosk, Server
from tests.bench.wrk import CONNECTIONS, Ask, Run

#: A cursor's tag that no central ever gave.
OLD_TAG = '"h-0000000000000000"'

#: Seconds of a load before the measured ones, so that caches and connections are warm.
WARM = 1

#: Connections for Kinto's batches: with 32 it does less than half as much.
FEW = 4

#: How often what was not answered is sent again, a second apart.
AGAIN = 60


@dataclass
class Load:
    """`ours`, `theirs`: what is asked of central and of Kinto (None: nothing is like it); `each`: things in a request;
    `ledger`: every fact is looked for in the database; `their_connections`: with which Kinto does the most."""

    name: str
    ours: Callable[[Central], list[Ask]]
    theirs: Callable[[Server], list[Ask]] | None
    each: int = 1
    ledger: bool = False
    their_connections: int = CONNECTIONS
    runs: dict[str, list[Run]] = field(default_factory=lambda: {"ours": [], "theirs": []})


def loads(kiosks: int) -> list[Load]:
    """All of them; half of the branches poll, the others tell."""
    body = _batch(1)
    return [
        Load("unchanged_polls", unchanged, lambda kinto: peer.polls(kinto, kiosks, changed=False)),
        Load("changed_polls", changed, lambda kinto: peer.polls(kinto, kiosks, changed=True)),
        Load("single_facts", hands, lambda kinto: peer.singles(kiosks, body), ledger=True),
        Load("single_claims", seats, None, ledger=True),
        Load(
            "batched_facts",
            kept,
            lambda kinto: peer.batches(kiosks, _batch(shapes.BATCH)),
            each=shapes.BATCH,
            ledger=True,
            their_connections=FEW,
        ),
    ]


def quiet(central: Central) -> list[Kiosk]:
    """Kiosks of branches where nothing happens."""
    return [kiosk for kiosk in central.kiosks if kiosk.branch < _middle(central)]


def busy(central: Central) -> list[Kiosk]:
    """Kiosks of the other branches."""
    return [kiosk for kiosk in central.kiosks if kiosk.branch >= _middle(central)]


def _middle(central: Central) -> str:
    return central.kiosks[len(central.kiosks) // 2].branch


def unchanged(central: Central) -> list[Ask]:
    """Polls that are answered with 304."""
    tags: dict[str, str] = {}
    asks = []
    for kiosk in quiet(central):
        if kiosk.branch not in tags:
            tags[kiosk.branch] = tag(central, kiosk)
        asks.append(Ask(shapes.heads(kiosk.branch), shapes.headers(kiosk.token, tags[kiosk.branch])))
    return asks


def tag(central: Central, kiosk: Kiosk) -> str:
    """What the heads of its branch are now."""
    answer = central.ask(shapes.heads(kiosk.branch), shapes.headers(kiosk.token))
    if answer.status != 200:
        raise Unreachable(f"Central answers a poll with {answer.status}: {answer.body[:200]!r}")
    return answer.headers["etag"]


def changed(central: Central) -> list[Ask]:
    """Polls that are answered with all heads."""
    return [Ask(shapes.heads(kiosk.branch), shapes.headers(kiosk.token, OLD_TAG)) for kiosk in quiet(central)]


def hands(central: Central) -> list[Ask]:
    """A hand up, then down, one request each."""
    return [_telling(kiosk, shapes.asked("@1@", kiosk.desk), shapes.withdrawn("@1@", "@0@")) for kiosk in busy(central)]


def seats(central: Central) -> list[Ask]:
    """A seat taken, then left, one request each."""
    return [_telling(kiosk, shapes.claimed("@1@", kiosk.desk), shapes.left("@1@", "@0@")) for kiosk in busy(central)]


def _telling(kiosk: Kiosk, *facts: Fact) -> Ask:
    bodies = tuple(shapes.batch([(fact, 0)]) for fact in facts)
    return Ask(shapes.FACTS, _headers(kiosk), bodies)


def _headers(kiosk: Kiosk) -> dict[str, str]:
    # wrk reads what central says of each fact, and unpacks nothing
    return shapes.headers(kiosk.token, body=True, packed=False)


def kept(central: Central) -> list[Ask]:
    """What a kiosk kept while it was alone, all at once."""
    return [Ask(shapes.FACTS, _headers(kiosk), (_batch(shapes.BATCH, kiosk.desk),)) for kiosk in busy(central)]


def _batch(count: int, desk: str = "b00-c1") -> bytes:
    if count == 1:
        return shapes.batch([(shapes.asked("@1@", desk), 0)])
    return shapes.batch(shapes.hour_alone([f"@{place}@" for place in range(1, count + 1)], desk))


def measure(central: Central, kinto: Server | None, seconds: float, times: int, kiosks: int) -> list[Load]:
    """Each load so often, ours and the kinto's in turns."""
    all_of_them = loads(kiosks)
    for turn in range(times):
        for load in all_of_them:
            _measure_ours(central, load, seconds, warm=not turn)
            if kinto is not None and load.theirs is not None:
                asks = load.theirs(kinto)
                if not turn:
                    wrk.run(kinto, asks, WARM, connections=load.their_connections)
                load.runs["theirs"].append(wrk.run(kinto, asks, seconds, connections=load.their_connections))
                _say(load, "theirs", "Kinto")
    return all_of_them


def _measure_ours(central: Central, load: Load, seconds: float, warm: bool) -> None:
    asks = load.ours(central)
    if warm:
        wrk.run(central, asks, WARM, secrets.token_hex(4))
    prefix = secrets.token_hex(4)
    run = wrk.run(central, asks, seconds, prefix, load.ledger)
    load.runs["ours"].append(run)
    _say(load, "ours", "central")
    if run.refused or run.broken:
        raise Unreachable(f"Central refused {run.refused} of {load.name}, and {run.broken} broke off")
    if load.ledger:
        check(central, asks, run, prefix)
    if load.name == "unchanged_polls" and asks[0] != load.ours(central)[0]:
        raise Unreachable("Something changed while unchanged polls were measured; try again")


def check(central: Central, asks: list[Ask], run: Run, prefix: str) -> None:
    """Exactly what central said it stored is in its database. What was not answered when time was up is sent again, as
    kiosks do."""
    stored, refused = run.stored + run.conflict, run.other
    for place, body in run.unanswered:
        said = [result.status for result in _again(central, asks[place], body)]
        # Stored before, though we did not hear it, or now
        stored, refused = stored + len(said) - said.count("rejected"), refused + said.count("rejected")
    found = central.facts(prefix)
    if refused or stored != found:
        raise Unreachable(f"Central stored {stored} facts, as it says, and refused {refused}; it has {found}")


def _again(central: Central, ask: Ask, body: bytes) -> list[Result]:
    """What central says of these facts now; it may still be busy with what wrk left behind."""
    for _ in range(AGAIN):
        answer = central.ask(ask.path, ask.headers, body)
        if answer.status == 200:
            return decode(answer.body, Results).results
        time.sleep(1)
    raise Unreachable(f"Central answers facts with {answer.status}: {answer.body[:200]!r}")


def _say(load: Load, whose: str, name: str) -> None:
    run = load.runs[whose][-1]
    print(f"{load.name:18}{name:>8}: {run.rate(load.each):9.0f}/s {run.cost(load.each):6.0f} µs", file=sys.stderr)


def figures(load: Load) -> dict[str, float]:
    """Medians of one load, and how often ours goes into theirs."""
    ours, theirs = load.runs["ours"], load.runs["theirs"]
    found = {
        f"{load.name}_per_s": _median(run.rate(load.each) for run in ours),
        f"{load.name}_cpu_us": _median(run.cost(load.each) for run in ours),
        f"{load.name}_p99_ms": _median(run.p99_ms for run in ours),
    }
    if theirs:
        found[f"{load.name}_kinto_per_s"] = _median(run.rate(load.each) for run in theirs)
        found[f"{load.name}_kinto_cpu_us"] = _median(run.cost(load.each) for run in theirs)
        found[f"{load.name}_kinto_refused"] = float(sum(run.refused for run in theirs))
        # None in time is less than one request
        least = load.each / theirs[0].seconds
        found[f"{load.name}_ratio"] = found[f"{load.name}_per_s"] / max(found[f"{load.name}_kinto_per_s"], least)
    return found


def _median(values: object) -> float:
    return statistics.median(values)  # type: ignore[call-overload]

"""The four things that a kiosk calls (`kiosk.wire.sync`)."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from msgspec import Raw, Struct

from kiosk.central.fleet.feed import kiosk as kiosk_record
from kiosk.central.fleet.models import Kiosk
from kiosk.central.sync import tries
from kiosk.central.sync.answers import Stop, answer, api, caller, said
from kiosk.central.sync.areas import SOURCES, WAITING
from kiosk.central.sync.enrolment import enrol as enrol_kiosk
from kiosk.central.sync.models import Epoch, Head
from kiosk.central.sync.receive import receive
from kiosk.clock import now
from kiosk.failpoints import reach
from kiosk.wire import FEEDS, SERVICE, Changes, Enrol, Enrolled, Heads, Results

#: The most changes in one answer.
PAGE = 1000

#: Seconds until the next look: while somebody waits for an answer, and otherwise.
SOON, LATER = 2.0, 30.0


class _Facts(Struct):
    """A `wire.Batch` whose facts are looked at one by one: a bad one does not spoil the others."""

    facts: list[Raw]


@api("GET")
def heads(request: HttpRequest, branch: str) -> HttpResponse:
    """The newest cursor of every feed."""
    kiosk = caller(request).kiosk
    _must_stand_in(kiosk, branch)
    moment = now()
    cursors, pause = _cursors(branch), _pause(kiosk, moment)
    tag = _tag(cursors, pause)
    if tag in [known.strip() for known in request.headers.get("If-None-Match", "").split(",")]:
        reply = HttpResponse(status=304)
        del reply["Content-Type"]
    else:
        reply = answer(request, Heads(service=SERVICE, now=moment, heads=cursors, poll_after=pause))
    reply["ETag"] = tag
    return reply


@api("GET")
def changes(request: HttpRequest, feed: str) -> HttpResponse:
    """What changed in a feed after a cursor."""
    kiosk = caller(request).kiosk
    if feed not in FEEDS:
        raise Stop("no-such-feed")
    branch = request.GET.get("branch", kiosk.branch_id)
    if FEEDS[feed].scope == "branch":
        _must_stand_in(kiosk, branch)
    since, epoch = request.GET.get("since", ""), Epoch.current()
    scope = branch if FEEDS[feed].scope == "branch" else ""
    # Read before the rows: everything up to it is committed
    head = Head.objects.filter(feed=feed, scope=scope).values_list("rev", flat=True).first() or 0
    found = SOURCES[feed].since(scope, _revision(since, epoch, head), head, PAGE + 1)
    more = len(found) > PAGE
    to = found[PAGE - 1].rev if more else head
    page = Changes(service=SERVICE, feed=feed, since=since, to=f"e{epoch}-{to}", more=more, changes=found[:PAGE])
    return answer(request, page)


@api("POST")
def facts(request: HttpRequest) -> HttpResponse:
    """What a kiosk did. By the time of the answer it is on disk."""
    kiosk = caller(request).kiosk
    batch: _Facts = said(request, _Facts)
    moment = now()
    results = receive(kiosk, batch.facts, moment)
    reach("after commit")
    return answer(request, Results(service=SERVICE, now=moment, results=results))


@api("POST")
def enrol(request: HttpRequest) -> HttpResponse:
    """A token for a one-time code."""
    place = tries.address(request)
    if tries.too_many("enrol", place):
        raise Stop("too-many-tries")
    enrolled = enrol_kiosk(said(request, Enrol).code)
    if enrolled is None:
        tries.wrong("enrol", place)
        raise Stop("wrong-code")
    reply = answer(request, Enrolled(service=SERVICE, kiosk=kiosk_record(enrolled[0]), token=enrolled[1]))
    reply["Cache-Control"] = "no-store"
    return reply


def _must_stand_in(kiosk: Kiosk, branch: str) -> None:
    if branch != kiosk.branch_id:
        raise Stop("other-branch")


def _cursors(branch: str) -> dict[str, str]:
    epoch = Epoch.current()
    rows = Head.objects.filter(scope__in=["", branch]).values_list("feed", "scope", "rev")
    revisions = {
        feed: rev for feed, scope, rev in rows if feed in FEEDS and (FEEDS[feed].scope == "branch") == bool(scope)
    }
    return {feed: f"e{epoch}-{revisions.get(feed, 0)}" for feed in FEEDS}


def _pause(kiosk: Kiosk, moment: datetime) -> float:
    return SOON if any(waiting(kiosk, moment) for waiting in WAITING) else LATER


def _tag(cursors: dict[str, str], pause: float) -> str:
    text = f"{sorted(cursors.items())} {pause}"
    return f'"h-{sha256(text.encode()).hexdigest()[:16]}"'


def _revision(since: str, epoch: int, head: int) -> int:
    if since == "":
        return 0
    life, dash, rev = since.partition("-")
    if not (dash and life[:1] == "e" and life[1:].isascii() and life[1:].isdigit() and rev.isascii() and rev.isdigit()):
        raise Stop("bad-request", "the cursor cannot be read")
    if len(rev) > 18 or life != f"e{epoch}" or int(rev) > head:
        raise Stop("cursor-expired")
    return int(rev)

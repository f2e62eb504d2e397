"""What a kiosk calls (`kiosk.wire.sync`)."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from msgspec import Meta, Raw, Struct

from kiosk.central.fleet.feed import kiosk as kiosk_record
from kiosk.central.fleet.models import Kiosk
from kiosk.central.lessons import feed as lessons
from kiosk.central.sync import deltas, enrolment, models, quick, snapshots, tokens, tries
from kiosk.central.sync.answers import Body, Stop, answer, api, body_of, caller, for_ever, said
from kiosk.central.sync.cursors import Place, cursor, place, revision
from kiosk.central.sync.outlook import outlook
from kiosk.central.sync.ranges import file
from kiosk.central.sync.receive import receive
from kiosk.clock import here, now
from kiosk.failpoints import reach
from kiosk.wire import FEEDS, MOST_FACTS, SERVICE, Changes, Enrol, Enrolled, Practice, Proof, Results, Snapshot, Waiting

#: Seconds until a computer asks again whether staff approved it.
ASK_AFTER = 5.0


class _Facts(Struct):
    """A `wire.Batch` whose facts are looked at one by one: a bad one does not spoil the others."""

    facts: Annotated[list[Raw], Meta(max_length=MOST_FACTS)]


@api("GET")
def heads(request: HttpRequest, branch: str) -> HttpResponse:
    """The newest cursor of every feed."""
    who = caller(request)
    kiosk = who.kiosk
    _must_stand_in(kiosk, branch)
    moment = now()
    found, tag = outlook(moment, [branch]).heads(branch, kiosk.pk, moment)
    if tag in [known.strip() for known in request.headers.get("If-None-Match", "").split(",")]:
        reply = HttpResponse(status=304)
        del reply["Content-Type"]
    else:
        reply = answer(request, found)
    reply["ETag"] = tag
    quick.let_in(request.headers["Authorization"], who.key, kiosk.pk, request.path_info, branch)
    return reply


@api("GET")
def changes(request: HttpRequest, feed: str) -> HttpResponse:
    """What changed in a feed from one cursor to another: the same at every time."""
    asked = _place(request, feed)
    return for_ever(answer(request, _page(asked, request.GET.get("since", ""), request.GET.get("to", ""))))


@api("GET")
def snapshot(request: HttpRequest, feed: str) -> HttpResponse:
    """Where to begin with a feed."""
    row = snapshots.newest(_place(request, feed))
    return answer(
        request,
        Snapshot(service=SERVICE, feed=feed, at=cursor(row.rev), size=row.size, sha256=row.sha256, count=row.count),
    )


@api("GET")
def snapshot_file(request: HttpRequest, feed: str, at: str) -> HttpResponseBase:
    """The file of a snapshot, or the rest of it."""
    asked, rev = _place(request, feed), revision(at)
    row = models.Snapshot.objects.filter(epoch=models.Epoch.current(), feed=feed, scope=asked.scope, rev=rev).first()
    if row is None:
        raise Stop("cursor-expired")
    return for_ever(file(request, row.sha256, row.size, lambda start: snapshots.read(row, start)))


@api("POST")
def facts(request: HttpRequest) -> HttpResponse:
    """What a kiosk did. By the time of the answer it is on disk."""
    kiosk = caller(request).kiosk
    batch: _Facts = said(request, _Facts)
    moment = now()
    results = receive(kiosk, batch.facts, moment)
    quick.look_again()
    reach("after commit")
    return answer(request, Results(service=SERVICE, now=moment, results=results))


@api("POST")
def practice(request: HttpRequest) -> HttpResponse:
    """What was practised on earlier days."""
    branch = caller(request).kiosk.branch_id
    batch: Practice = said(request, Practice)
    moment = now()
    with transaction.atomic():
        results = lessons.take(branch, batch.practised, here(moment).date())
    return answer(request, Results(service=SERVICE, now=moment, results=results))


@api("POST")
def enrol(request: HttpRequest) -> HttpResponse:
    """Which kiosk a key is: by the code that staff made, or once they approved the code on its screen."""
    asked: Enrol = said(request, Enrol)
    found = _by_code(request, asked) if asked.code else enrolment.ask(asked.key, tries.address(request))
    if isinstance(found, Kiosk):
        return _unstored(answer(request, Enrolled(service=SERVICE, kiosk=kiosk_record(found))))
    left = (found.expires - now()).total_seconds()
    waiting = Waiting(service=SERVICE, code=found.code or "", ask_after=ASK_AFTER, good_for=left)
    reply = _unstored(answer(request, waiting))
    reply.status_code = 202
    return reply


@api("GET")
def nonce(request: HttpRequest) -> HttpResponse:
    """Something to sign."""
    return _unstored(answer(request, tokens.nonce()))


@api("POST")
def token(request: HttpRequest) -> HttpResponse:
    """A token for a signed nonce."""
    return _unstored(answer(request, tokens.sell(said(request, Proof))))


def _by_code(request: HttpRequest, asked: Enrol) -> Kiosk:
    place = tries.address(request)
    if tries.too_many("enrol", place):
        raise Stop("too-many-tries")
    kiosk = enrolment.enrol(asked.key, asked.code, place)
    if kiosk is None:
        tries.wrong("enrol", place)
        raise Stop("wrong-code")
    return kiosk


def _unstored(reply: HttpResponse) -> HttpResponse:
    reply["Cache-Control"] = "no-store"
    return reply


@lru_cache(maxsize=64)
def _page(asked: Place, since: str, to: str) -> Body:
    # Kept, because it never changes, and all kiosks ask for the same when something did
    page = deltas.between(asked, revision(since), revision(to))
    end = cursor(page.to)
    return body_of(
        Changes(
            service=SERVICE,
            feed=asked.feed,
            since=since,
            to=end,
            more=end != to,
            digest=page.digest,
            changes=page.changes,
        )
    )


def _must_stand_in(kiosk: Kiosk, branch: str) -> None:
    if branch != kiosk.branch_id:
        raise Stop("other-branch")


def _place(request: HttpRequest, feed: str) -> Place:
    kiosk = caller(request).kiosk
    if feed not in FEEDS:
        raise Stop("no-such-feed")
    branch = request.GET.get("branch", kiosk.branch_id)
    if FEEDS[feed].scope == "branch":
        _must_stand_in(kiosk, branch)
    return place(feed, branch)

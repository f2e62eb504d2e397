"""The outer side of what kiosks call: who asks, what they sent, and how an answer looks."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from hashlib import sha256
from typing import Any, TypeVar

import msgspec
from django.db import OperationalError, connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt

from kiosk.central.fleet.models import Kiosk
from kiosk.central.sync import presence
from kiosk.central.sync.models import Key, Token
from kiosk.clock import now
from kiosk.wire import Problem, decode, encode

#: The most that somebody may send, in bytes, as it comes and unpacked.
LONGEST, LONGEST_UNPACKED = 1 << 20, 4 << 20

#: Shorter answers are not worth packing.
WORTH_PACKING = 1024

TITLES = {
    "bad-request": (400, "This cannot be read"),
    "unknown-token": (401, "Who are you?"),
    "unknown-key": (401, "This kiosk is not enrolled"),
    "revoked": (403, "This kiosk is blocked"),
    "clone-detected": (403, "The disk of this kiosk was copied"),
    "wrong-proof": (403, "The signature is not that of this kiosk"),
    "other-branch": (403, "This kiosk stands in another branch"),
    "wrong-code": (403, "This code is not valid, or no longer"),
    "no-such-feed": (404, "There is no such feed"),
    "no-such-title": (404, "There is no such title"),
    "no-such-cover": (404, "There is no such cover"),
    "no-such-address": (404, "There is nothing here"),
    "wrong-method": (405, "Not in this way"),
    "stale-nonce": (409, "This nonce is too old, or was used"),
    "cursor-expired": (410, "Start again from the beginning"),
    "too-large": (413, "This is too much at once"),
    "wrong-encoding": (415, "Only JSON, as it is or in gzip"),
    "too-many-tries": (429, "Too many wrong codes; wait ten minutes"),
    "too-many-wait": (429, "Too many computers wait for approval; try again later"),
    "stumbled": (500, "Central stumbled; try again later"),
    "busy": (503, "Central is busy; try again in a moment"),
}


class Stop(Exception):
    """The answer is this problem."""

    def __init__(self, name: str, detail: str = "") -> None:
        super().__init__(name)
        self.name, self.detail = name, detail


View = Callable[..., HttpResponseBase]


def api(method: str) -> Callable[[View], View]:
    """A view for kiosks: one method, and every refusal a `Problem` (RFC 9457)."""

    def wrap(view: View) -> View:
        @csrf_exempt
        @wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **named: Any) -> HttpResponseBase:
            try:
                if request.method != method:
                    raise Stop("wrong-method")
                return view(request, *args, **named)
            except Stop as stop:
                return problem(stop, method)
            except OperationalError:
                return problem(Stop("busy"), method)

        return wrapped

    return wrap


def problem(stop: Stop, method: str = "GET, POST") -> HttpResponse:
    """A refusal; 405 also says what is allowed."""
    status, title = TITLES[stop.name]
    body = Problem(type=f"/problems/{stop.name}", title=title, status=status, detail=stop.detail)
    answer = HttpResponse(encode(body), status=status, content_type="application/problem+json")
    answer["Cache-Control"] = "no-store"
    extra = {401: ("WWW-Authenticate", "Bearer"), 405: ("Allow", method), 429: ("Retry-After", "600")}
    extra[503] = ("Retry-After", "5")
    if status in extra:
        answer[extra[status][0]] = extra[status][1]
    return answer


@dataclass(frozen=True)
class Body:
    """An answer as JSON, and as gzip of that if it is long enough."""

    plain: bytes
    packed: bytes = b""


def body_of(thing: msgspec.Struct) -> Body:
    """That struct, ready to be sent."""
    plain = encode(thing)
    return Body(plain, gzip.compress(plain, 6, mtime=0) if len(plain) >= WORTH_PACKING else b"")


def answer(request: HttpRequest, thing: msgspec.Struct | Body) -> HttpResponse:
    """A struct as JSON, packed if it is long and the other side can unpack."""
    found = thing if isinstance(thing, Body) else body_of(thing)
    packed = found.packed and "gzip" in request.headers.get("Accept-Encoding", "")
    reply = HttpResponse(found.packed if packed else found.plain, content_type="application/json")
    if packed:
        reply["Content-Encoding"] = "gzip"
    reply["Cache-Control"] = "private, no-cache"
    reply["Vary"] = "Accept-Encoding, Authorization"
    return reply


Reply = TypeVar("Reply", bound=HttpResponseBase)


def for_ever(reply: Reply) -> Reply:
    """Say that this answer never changes (RFC 8246); it is for kiosks only, so no shared cache may keep it."""
    reply["Cache-Control"] = "private, max-age=31536000, immutable"
    reply["Vary"] = "Accept-Encoding, Authorization"
    return reply


def sent(request: HttpRequest) -> bytes:
    """What was sent, unpacked, within bounds."""
    try:
        length = int(request.headers.get("Content-Length") or 0)
    except ValueError:
        raise Stop("bad-request") from None
    if length > LONGEST:
        raise Stop("too-large")
    read = request.read(LONGEST + 1)
    if len(read) > LONGEST:
        raise Stop("too-large")
    encoding = request.headers.get("Content-Encoding", "identity")
    if encoding not in ("identity", "gzip"):
        raise Stop("wrong-encoding")
    return _unpacked(read) if encoding == "gzip" else read


def _unpacked(sent: bytes) -> bytes:
    unpacker = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    try:
        plain = unpacker.decompress(sent, LONGEST_UNPACKED + 1)
    except zlib.error:
        raise Stop("bad-request", "the gzip is damaged") from None
    if len(plain) > LONGEST_UNPACKED:
        raise Stop("too-large")
    if not unpacker.eof:
        raise Stop("bad-request", "the gzip is not complete")
    return plain


def said(request: HttpRequest, kind: type[msgspec.Struct]) -> Any:
    """What was sent, as that struct."""
    try:
        return decode(sent(request), kind)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Stop("bad-request", str(error)) from None


@dataclass(frozen=True)
class Caller:
    """Who asks: the kiosk, and the number of its key's row."""

    kiosk: Kiosk
    key: int


#: Written out, since every call begins with this: Django takes six times as long to put the same question into SQL.
_CALLER = """SELECT fleet_kiosk.*, sync_key.id AS key, sync_key.used AS used, sync_key.cloned AS cloned,
    sync_key.revoked AS revoked, sync_token.generation AS generation, sync_token.expires > %s AS good
    FROM sync_token JOIN sync_key ON sync_key.id = sync_token.key_id
    JOIN fleet_kiosk ON fleet_kiosk.id = sync_key.kiosk_id WHERE sync_token.digest = %s"""


def caller(request: HttpRequest) -> Caller:
    """The kiosk that asks: the one place that lets one in. Whatever staff refuse is refused from here on at once."""
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    moment = now()
    asked = connection.ops.adapt_datetimefield_value(moment), token_digest(secret)
    found: Any = next(iter(Kiosk.objects.raw(_CALLER, asked)), None)
    if scheme.lower() != "bearer" or found is None:
        raise Stop("unknown-token")
    if found.cloned is not None:
        raise Stop("clone-detected")
    if found.revoked is not None:
        raise Stop("revoked")
    if not found.good:
        raise Stop("unknown-token")
    if not found.used:
        _first(found.key, found.generation, moment)
    presence.saw(found.key)
    presence.note()
    return Caller(found, found.key)


def token_digest(token: str) -> str:
    """What central keeps of a token. It has 256 random bits, so a plain hash is enough."""
    return sha256(token.encode()).hexdigest()


def _first(key: int, generation: int, moment: datetime) -> None:
    """The last token of a key is used, which ends those before it."""
    with transaction.atomic():
        if Key.objects.filter(pk=key, generation=generation).update(used=True, seen=moment):
            earlier = Token.objects.filter(key=key, generation__lt=generation, expires__gt=moment)
            earlier.update(expires=moment)

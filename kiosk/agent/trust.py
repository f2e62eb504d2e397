"""What may be believed of an answer. Pure: bytes in, a struct of `wire` or an error out.

Whoever answers in central's place (the log-in page of a network, a proxy's error) must neither be mistaken for central
nor make the agent forget a fact: only JSON that names the service counts, and it must answer what was asked.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Literal, NoReturn, TypeVar

import msgspec
from msgspec.structs import replace

from kiosk.errors import Refused, Unreachable
from kiosk.http import Answer
from kiosk.wire import (
    Availability,
    Change,
    Changes,
    Enrolled,
    Heads,
    Heard,
    Nonce,
    Problem,
    Results,
    Snapshot,
    Token,
    Waiting,
    decode,
)

T = TypeVar("T")

#: Seconds: the longest that central can make us wait, and how soon we ask again at the earliest.
LONGEST, SHORTEST = 3600.0, 1.0

#: Bytes of a snapshot's file: a million titles take some 60 MB.
LARGEST_FILE = 1 << 30

#: Changes in one page: central says a thousand at once.
MOST = 10_000

#: Copies of one title: no library has more, and they are to fit in one message to the screen.
MOST_COPIES = 1000

_CURSOR = re.compile(r"e(\d{1,18})-(\d{1,18})")


class NoAnswer(Unreachable):
    """Central cannot be reached now. `state` as in `wire.link.Status`; `after`: seconds that it asked us to wait."""

    def __init__(self, state: Literal["portal", "unreachable"], what: str, where: str = "", after: float = 0) -> None:
        super().__init__(what, where)
        self.state, self.after = state, after


class NotWelcome(Refused):
    """Central does not know this kiosk, or no longer lets it in. `state` and `after` as in `NoAnswer`."""

    def __init__(
        self,
        state: Literal["unenrolled", "waiting", "revoked", "cloned"],
        what: str,
        where: str = "",
        do: str = "",
        after: float = 0,
    ) -> None:
        super().__init__(what, where, do)
        self.state, self.after = state, after


class UnknownKey(NotWelcome):
    """This key is no kiosk's: ask to be one."""


class OtherBranch(NotWelcome):
    """Staff moved this kiosk to another branch: ask which it is now."""


class BadBatch(Refused):
    """Central cannot read what was sent. `final`: it says so itself, so a fact sent alone fares no better."""

    def __init__(self, what: str, final: bool) -> None:
        super().__init__(what)
        self.final = final


class Expired(Refused):
    """From our cursor there is no way on: the feed starts anew."""


def heads(answer: Answer) -> Heads:
    """The heads, or the reason why not."""
    found = _read(answer, Heads)
    wrong = [feed for feed, cursor in found.heads.items() if not _CURSOR.fullmatch(cursor)]
    return found if not wrong else _nonsense(answer, f"the cursor of {wrong[0]!r}")


def changes(answer: Answer, feed: str, since: str, to: str) -> Changes:
    """The page that was asked for, and no other."""
    # Counted before it is read: of the least there can be, many would take a lot of memory
    if answer.body.count(b'"rev"') > MOST:
        _nonsense(answer, "so many changes at once")
    page = _read(answer, Changes)
    if (page.feed, page.since) != (feed, since):
        _nonsense(answer, "a page that was not asked for")
    if not _between(since, page.to, to) or page.more != (page.to != to):
        _nonsense(answer, "where the page ends")
    if not all(_is_itself(change.id, change.record) for change in page.changes if not change.deleted):
        _nonsense(answer, "a record under another id")
    return page


def snapshot(answer: Answer, feed: str) -> Snapshot:
    """Where to begin with a feed."""
    found = _read(answer, Snapshot)
    if found.feed != feed or not _CURSOR.fullmatch(found.at) or not re.fullmatch("[0-9a-f]{64}", found.sha256):
        _nonsense(answer, "a snapshot that was not asked for")
    if not (0 < found.size <= LARGEST_FILE and found.count >= 0):
        _nonsense(answer, "the size of the snapshot")
    return found


def file(answer: Answer, start: int, snapshot: Snapshot, now: datetime) -> None:
    """Whether what follows is the file that was asked for, from that byte on (206) or from the beginning (200)."""
    if answer.status not in (200, 206):
        refuse(answer, now)
    if _media_type(answer) != "application/gzip" or answer.headers.get("etag") != f'"{snapshot.sha256}"':
        raise NoAnswer("portal", "What answers in central's place is not central", answer.where)
    expected = f"bytes {start}-{snapshot.size - 1}/{snapshot.size}"
    if answer.status == 206 and answer.headers.get("content-range") != expected:
        _nonsense(answer, "another part of the file")


def change(line: bytes, where: str) -> Change:
    """One line of a snapshot's file."""
    try:
        found = decode(line, Change)
    except (msgspec.DecodeError, RecursionError) as error:
        raise NoAnswer("unreachable", f"A line of the snapshot makes no sense: {error}", where) from error
    if found.deleted or not _is_itself(found.id, found.record):
        raise NoAnswer("unreachable", "A line of the snapshot makes no sense", where)
    return found


def results(answer: Answer, ids: Collection[str]) -> Results:
    """What became of the facts that were sent; no other fact may be named."""
    found = _read(answer, Results)
    if any(result.id not in ids for result in found.results):
        _nonsense(answer, "a fact that was not sent")
    return found


def heard(answer: Answer) -> Heard:
    """What central says to our health; whether its orders make sense is for `orders` to judge, one by one."""
    return _read(answer, Heard)


def availability(answer: Answer, title: str) -> Availability:
    """Where that title can be had, and no other."""
    found = _read(answer, Availability)
    if found.title != title or any(copy.title != title for copy in found.copies) or len(found.copies) > MOST_COPIES:
        _nonsense(answer, "the title")
    return found


def enrolled(answer: Answer) -> Enrolled:
    """Which kiosk we are."""
    found = _read(answer, Enrolled)
    return found if found.kiosk.id and found.kiosk.branch else _nonsense(answer, "the kiosk")


def waiting(answer: Answer) -> Waiting:
    """The code for staff, which we show; how soon we ask again, and how long the code is good, within reason."""
    found = _read(answer, Waiting)
    if not re.fullmatch(r"[A-Z0-9]{4,16}", found.code) or not found.good_for > 0:
        _nonsense(answer, "the code")
    return replace(found, ask_after=poll_after(found.ask_after), good_for=min(found.good_for, 86_400))


def nonce(answer: Answer) -> Nonce:
    """What is to be signed: one line of ASCII."""
    found = _read(answer, Nonce)
    return found if re.fullmatch(r"[\x21-\x7e]{16,512}", found.nonce) else _nonsense(answer, "the nonce")


def token(answer: Answer, last: int) -> Token:
    """A token, which goes into a header (RFC 6750, 2.1), and its number, higher than that of the last."""
    found = _read(answer, Token)
    if not re.fullmatch(r"[A-Za-z0-9._~+/-]{16,512}=*", found.token) or found.generation <= last:
        _nonsense(answer, "the token or its number")
    return found


def further(one: str, other: str) -> str:
    """The further of two cursors of one epoch; of two epochs the second."""
    (epoch, rev), (other_epoch, other_rev) = _parts(one), _parts(other)
    return one if epoch == other_epoch and rev > other_rev else other


def token_ended(answer: Answer) -> bool:
    """Whether central itself says that our token is worth nothing any more."""
    problem = _problem(answer) if answer.status == 401 else None
    return problem is not None and problem.type.endswith("/unknown-token")


def poll_after(seconds: float) -> float:
    """How long to wait until the next look, within reason."""
    return min(max(seconds, SHORTEST), LONGEST) if seconds == seconds else 30.0


def retry_after(header: str, now: datetime) -> float:
    """`Retry-After` (RFC 9110, 10.2.3) as seconds, an hour at most; 0 when there is none or it makes no sense."""
    if header.strip().isdecimal():
        return min(float(header), LONGEST)
    try:
        return min(max((parsedate_to_datetime(header) - now).total_seconds(), 0.0), LONGEST)
    except (TypeError, ValueError):
        return 0.0


def refuse(answer: Answer, now: datetime) -> None:
    """Raises what an answer means that is not a 200; a refusal counts only when central itself says it."""
    status, problem = answer.status, _problem(answer)
    if status == 200:
        return
    if status in (401, 403, 410) and problem:
        _refused(answer, problem)
    if status == 413 or (status in (400, 415, 422) and problem):
        raise BadBatch(problem.title if problem else "too large for something on the way", final=problem is not None)
    if status >= 500 and status != 511:
        after = retry_after(answer.headers.get("retry-after", ""), now)
        raise NoAnswer("unreachable", f"Central has a fault of its own ({status})", answer.where, after)
    if status == 429 or problem:
        after = retry_after(answer.headers.get("retry-after", ""), now)
        said = problem.title if problem else "too many questions"
        raise NoAnswer("unreachable", f"Central says: {said} ({status})", answer.where, after)
    raise NoAnswer("portal", f"Something else answers in central's place ({status})", answer.where)


def _refused(answer: Answer, problem: Problem) -> NoReturn:
    if answer.status == 410:
        raise Expired(problem.title, answer.where)
    if problem.type.endswith("/revoked"):
        raise NotWelcome("revoked", "Central no longer lets this kiosk in", answer.where, "Let it back in there.")
    if problem.type.endswith("/clone-detected"):
        raise NotWelcome("cloned", "The disk of this kiosk was copied", answer.where, "Enrol it anew.")
    if problem.type.endswith("/unknown-key"):
        raise UnknownKey("unenrolled", "Central does not know this kiosk", answer.where, "Enrol it anew.")
    if problem.type.endswith("/other-branch"):
        raise OtherBranch("unenrolled", "This kiosk stands in another branch now", answer.where, after=SHORTEST)
    if answer.status == 401:
        raise NotWelcome("unenrolled", "Central does not know this kiosk", answer.where, "Enrol it with a new code.")
    raise NotWelcome("unenrolled", f"Central says: {problem.title}", answer.where, "Enrol it with a new code.")


def _problem(answer: Answer) -> Problem | None:
    if _media_type(answer) != "application/problem+json":
        return None
    try:
        return decode(answer.body, Problem)
    except (msgspec.DecodeError, RecursionError):
        return None


def _read(answer: Answer, kind: type[T]) -> T:
    if _media_type(answer) != "application/json":
        raise NoAnswer("portal", "What answers in central's place is not central", answer.where)
    try:
        return decode(answer.body, kind)
    except (msgspec.DecodeError, RecursionError) as error:
        raise NoAnswer("portal", f"What answers in central's place is not central: {error}", answer.where) from error


def _media_type(answer: Answer) -> str:
    return answer.headers.get("content-type", "").partition(";")[0].strip().lower()


def _nonsense(answer: Answer, what: str) -> NoReturn:
    raise NoAnswer("unreachable", f"Central's answer makes no sense: {what}", answer.where)


def _between(since: str, end: str, to: str) -> bool:
    """Whether a page that ends there leads from `since` towards `to`, all of one epoch."""
    (epoch, first), (of_end, last), (of_to, goal) = map(_parts, (since, end, to))
    return epoch == of_end == of_to >= 0 and (first < last <= goal or first == last == goal)


def _parts(cursor: str) -> tuple[int, int]:
    """Epoch and revision; -1 for what is no cursor."""
    found = _CURSOR.fullmatch(cursor)
    return (int(found[1]), int(found[2])) if found else (-1, -1)


def _is_itself(id: str, record: msgspec.Raw) -> bool:
    try:
        return bool(id) and decode(record, _Named).id == id
    except (msgspec.DecodeError, RecursionError):
        return False


class _Named(msgspec.Struct):
    id: str

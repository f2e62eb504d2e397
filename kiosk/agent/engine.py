"""When to send and when to pull. One thread; without central everything else goes on."""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Literal

from kiosk import clock
from kiosk.agent import credential, when
from kiosk.agent.client import Client
from kiosk.agent.covering import Covering
from kiosk.agent.entrance import Entrance
from kiosk.agent.health import Reporting
from kiosk.agent.indexing import Indexing
from kiosk.agent.keep import Facts
from kiosk.agent.key import KeyTrouble
from kiosk.agent.looking import Looking
from kiosk.agent.network import way_out
from kiosk.agent.puller import POLL, Pressing, Puller
from kiosk.agent.screens import Screens
from kiosk.agent.sender import Sender
from kiosk.agent.trust import NoAnswer, NotWelcome
from kiosk.errors import BadInput, KnownError, Refused, StoreDamaged
from kiosk.settings import Settings
from kiosk.store.replica import Replica
from kiosk.store.writer import Writer
from kiosk.wire import Branch, Change, Kiosk, Result
from kiosk.wire.link import Answered, Changed, FromAgent, Status
from kiosk.workspaces.hours import Opening, opening

log = logging.getLogger(__name__)

State = Literal["", "unenrolled", "waiting", "revoked", "cloned", "keyless", "portal", "unreachable", "damaged"]

#: Seconds: the longest pause after failures (they double from the first), and how often we look at the network then.
LONGEST_PAUSE, FIRST_PAUSE, GLANCE = 900.0, 2.0, 5.0

#: Seconds: how often we look at the wall clock else, and how far it must have been set to look at central again: what
#: the pause was reckoned from (opening hours) is then not so any more. A computer that slept shows the same.
SLICE, LEAP = 60.0, 60.0

#: Seconds: the longest pause while somebody's fact waits to be sent.
PRESSING = 30.0

#: Seconds until we look again after central took facts and had nothing new to show yet.
SOON = 1.0


class Engine:
    """`say` hands a message to the screen; `screens` are those at the link."""

    def __init__(
        self,
        settings: Settings,
        facts: Facts,
        writer: Writer,
        say: Callable[[FromAgent], None],
        screens: Screens | None = None,
    ) -> None:
        self._settings, self._facts, self._writer, self._say = settings, facts, writer, say
        self._indexing = Indexing(settings, writer, lambda: say(Changed(feeds=["titles"])))
        self._screens = screens or Screens(set())
        self._reporting = Reporting(settings, facts, writer, self._indexing, self._screens, self.status, self.wake)
        self._sender = Sender(facts, self._answered)
        self._puller = Puller(writer, settings.coming, self._pace, self._changed)
        self._entrance = Entrance(settings)
        self._looking = Looking(lambda: self._entrance.badge, say)
        self._covering = Covering(
            settings, writer, lambda: self._entrance.badge, self.wake, lambda: when.speed(self._opening)
        )
        self._state: State = "unreachable"
        self._reason = "not asked yet"
        self._said: Status | None = None
        self._failures, self._not_before, self._poll, self._unshown = 0, 0.0, POLL, 0
        self._replica, self._opening = Replica(settings.replica, settings.facts), Opening(False)
        self._wake, self._stopping = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name="engine", daemon=True)

    def open(self) -> None:
        """Begin."""
        try:
            self._indexing.open()
        except StoreDamaged as damage:
            self._mended(damage)
            self._indexing.open()
        self._reporting.open()
        self._looking.open()
        self._covering.open()
        self._thread.start()

    def close(self) -> None:
        """Stop, and cut off what is under way."""
        self._stopping.set()
        self._wake.set()
        self._entrance.abort()
        self._looking.close()
        self._covering.close()
        self._indexing.close()
        self._reporting.close()
        if self._thread.is_alive():
            self._thread.join(1)

    def wake(self) -> None:
        """There is a new fact: send it now, whatever pause there is (but never before the moment central named)."""
        self._wake.set()

    def look(self, title: str) -> None:
        """Somebody looks at this title ("": no longer): ask where it can be had now. `Looked` follows."""
        self._looking.ask(title)

    def mend_index(self) -> None:
        """The screen cannot read the catalogue's index."""
        self._indexing.mend()

    def status(self) -> Status:
        """How it is with central."""
        failed = f"The catalogue's index: {self._indexing.failed}" if self._indexing.failed else ""
        return Status(
            online=not self._state,
            synced=_moment(self._writer.known("synced")),
            waiting=self._facts.waiting(),
            quarantined=self._facts.quarantined(),
            state=self._state,
            reason=self._reason,
            kiosk=self._writer.known("kiosk"),
            branch=self._writer.known("branch"),
            notes=[*self._facts.notes, *self._writer.notes, *filter(None, [failed])],
            code=self._entrance.code,
            credential=self._settings.credential,
            refused=self._facts.refused(),
            wipes=self._screens.wipes.told(clock.now()),
        )

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._turn()
            except Exception:
                log.exception("a mistake of our own")
                self._wake.wait(LONGEST_PAUSE)
        self._entrance.close()

    def _turn(self) -> None:
        pause = self._round()
        # Facts that cannot be read now are said in the next round
        with suppress(KnownError):
            self._tell_status()
        self._rest(pause)

    def _round(self) -> float:
        """One exchange with central; the seconds until the next."""
        self._wake.clear()
        try:
            with self._covering.aside():
                self._exchange()
        except Pressing:
            # Central answered all this time
            self._failures, self._state, self._reason = 0, "", ""
            return 0.0
        except NotWelcome as error:
            return self._turned_away(error)
        except NoAnswer as error:
            return self._failed(error, error.state, error.after)
        except KeyTrouble as error:
            return self._failed(error, "keyless")
        except StoreDamaged as error:
            return self._failed(self._mended(error), "damaged")
        except KnownError as error:
            return self._failed(error, "unreachable" if isinstance(error, Refused | BadInput) else "damaged")
        except Exception:
            log.exception("a mistake of our own")
            return self._failed(KnownError("The agent has a fault of its own"), "unreachable")
        self._failures, self._state, self._reason = 0, "", ""
        return SOON if self._unshown else self._until_look()

    def _mended(self, damage: StoreDamaged) -> KnownError:
        """The replica is put aside; what comes back is what staff should know: the damage, or why that did not work."""
        try:
            self._writer.mend(str(damage))
        except KnownError as error:
            return error
        return damage

    def _exchange(self) -> None:
        client, kiosk = self._entrance.enter()
        try:
            self._talk(client, kiosk)
        except (NoAnswer, NotWelcome):
            raise
        except (KnownError, Pressing):
            # Central answers: what is wrong is on this side (a full disk), and should be heard there
            self._reporting.report(client)
            raise
        self._reporting.report(client)

    def _talk(self, client: Client, kiosk: Kiosk) -> None:
        self._writer.belong(kiosk.id, kiosk.branch)
        self._opening = self._hours(kiosk.branch)
        self._unshown = 3 if self._sender.send(client) else max(self._unshown - 1, 0)
        self._facts.forget_refused()
        self._sender.send_practised(client, clock.here(clock.now()).date())
        try:
            self._puller.pull(client, kiosk.branch)
        finally:
            self._poll = self._puller.poll_after

    def _until_look(self) -> float:
        who = when.share(self._writer.known("kiosk"))
        return when.until_look(clock.now(), self._poll, self._opening, who) * random.uniform(0.8, 1.0)

    def _hours(self, branch: str) -> Opening:
        found = self._replica.get("branches", branch)
        return opening(found, clock.now()) if isinstance(found, Branch) else Opening(False)

    def _pace(self, came: int) -> None:
        """Take the time that so many bytes should have; `Pressing` when there is something that cannot wait so long."""
        if self._wake.is_set() or self._stopping.is_set() or time.monotonic() > self._puller.look_again:
            raise Pressing
        speed = when.speed(self._opening)
        if speed:
            self._stopping.wait(came / speed)

    def _turned_away(self, error: NotWelcome) -> float:
        try:
            self._entrance.refused(error)
        except (KnownError, OSError) as trouble:
            log.error("that central refuses us cannot be written down: %s", trouble)
        return self._failed(error, error.state, error.after)

    def _failed(self, error: KnownError, state: State, after: float = 0.0) -> float:
        news = str(error) != self._reason
        self._state, self._reason, self._unshown = state, str(error), 0
        self._not_before = time.monotonic() + after
        pressing = not isinstance(error, NotWelcome) and self._somebody_waits()
        longest = PRESSING if pressing else LONGEST_PAUSE
        pause = after or random.uniform(0, min(longest, FIRST_PAUSE * 2 ** min(self._failures, 16)))
        self._failures += 1
        # A kiosk that waits for approval asks every few seconds, for days perhaps
        log.log(logging.INFO if news else logging.DEBUG, "%s Again in %.0f s.", error, pause)
        return pause

    def _somebody_waits(self) -> bool:
        with suppress(KnownError):
            return self._facts.waiting() > 0
        return False

    def _rest(self, seconds: float) -> None:
        """Wait that long, or until there is reason to believe that it is worth trying."""
        end, before, ahead = time.monotonic() + seconds, self._situation(), _ahead()
        while (left := end - time.monotonic()) > 0 and not self._stopping.is_set():
            woken = self._wake.wait(min(left, GLANCE if self._failures else SLICE))
            if woken or abs(_ahead() - ahead) > LEAP or (self._failures and self._situation() != before):
                break
        self._stopping.wait(max(self._not_before - time.monotonic(), 0))

    def _situation(self) -> object:
        """What makes a failed exchange worth trying again at once: another way out, another credential."""
        return way_out(), credential.written(self._settings)

    def _changed(self, feed: str, changes: list[Change] | None) -> None:
        self._unshown = 0
        if feed == "kiosks":
            # An order is said by publishing its kiosk anew
            self._reporting.soon()
        if feed in ("titles", "copies"):
            self._indexing.follow(pressing=feed == "titles" or changes is None)
            self._covering.follow()
        if feed != "titles":
            self._say(Changed(feeds=[feed]))

    def _answered(self, result: Result) -> None:
        self._say(Answered(result=result))

    def _tell_status(self) -> None:
        now = self.status()
        if now != self._said:
            self._said = now
            self._say(now)


def _ahead() -> float:
    """Seconds that the wall clock is ahead of the monotonic one: the same until somebody sets it."""
    return clock.now().timestamp() - time.monotonic()


def _moment(text: str) -> datetime | None:
    # What the disk spoilt is no moment any more
    with suppress(ValueError):
        return datetime.fromisoformat(text)
    return None

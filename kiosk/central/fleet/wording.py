"""The sentences for codes: what is wrong with a kiosk and what to do, why a fact was refused, how an order went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.functional import Promise
from django.utils.timesince import timesince
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kiosk.central.fleet.verdicts import Problem

Text = str | Promise

#: What is wrong, and what to do about it.
PROBLEMS: dict[str, tuple[Text, Text]] = {
    "silent": (
        _("Not heard for %(time)s, while the branch is open."),
        _("See whether the computer is on and has a network."),
    ),
    "never": (_("Not enrolled yet."), _("Make a code under Manage, and type it at the computer.")),
    "blocked": (_("Blocked."), _("Is it back? Make a new code under Manage, and type it at the computer.")),
    "tells-nothing": (_("It works, but says nothing about itself."), _("Its version is too old for that: renew it.")),
    "stale": (_("It has said nothing about itself for %(time)s."), _("Restart the agent. Does it stay? Call support.")),
    "traces": (
        _("Files of a visitor could not be removed: %(count)s."),
        _("Take it out of use, restart it, and call support if this stays."),
    ),
    "quarantined": (
        _("Central refused messages of this computer: %(count)s."),
        _("Tell support. They are kept on the computer; its page here says why."),
    ),
    "stuck": (_("Messages that do not get through: %(count)s."), _("Tell support: central stumbles over them.")),
    "clock": (_("Its clock is wrong by %(count)s minutes."), _("Set its clock, and see why nothing keeps it right.")),
    "clock-loose": (_("Nothing keeps its clock right."), _("Turn on the time service of the computer.")),
    "disk-full": (_("The disk is full: %(count)s MB left."), _("Make room now: it cannot keep what visitors ask.")),
    "disk-low": (_("The disk is filling up: %(count)s MB left."), _("Make room this week.")),
    "no-screen": (_("The screen does not run."), _("Go and see. Staff may have left it: then start it again.")),
    "other-screen": (_("The screen still runs version %(text)s."), _("Restart the screen.")),
    "index": (_("The catalogue cannot be searched there."), _("It tries again by itself. Does it stay? Call support.")),
    "mended": (
        _("It mended its own data: %(count)s times."),
        _("Nothing to do. Does it happen often? The disk may be bad."),
    ),
    "old-version": (_("There is a newer version: %(text)s."), _("Let it take the new version.")),
    "other-lessons": (
        _("Its lessons are not ours, though its version is."),
        _("Install it again: files were changed."),
    ),
    "update-failed": (_("The last update failed: %(text)s"), _("See the log of wegwijs-update on the computer.")),
}

#: Kinds of facts, for staff who never see what was in them.
KINDS: dict[str, Text] = {
    "claim": _("taking a desk"),
    "leave": _("leaving a desk"),
    "ask": _("a question for help"),
    "withdraw": _("a question taken back"),
}

#: Why central refused a fact (`kiosk.agent.reasons`).
REASONS: dict[str, Text] = {
    "no-such-desk": _("The desk is not in this branch (any more)."),
    "impossible-time": _("Its time cannot be right."),
    "out-of-bounds": _("Something in it is too long or too large."),
    "too-long": _("It is too long as a whole."),
    "unreadable": _("Central cannot read it."),
    "other-fact": _("Another message has the same number."),
    "unknown-kind": _("Central does not know this kind: central is older than the computer."),
    "other": _("For another reason; the screen for staff and the log of the computer tell more."),
}

#: Why an order was not carried out.
FAILURES: dict[str, Text] = {
    "no-screen": _("There was no screen to restart."),
    "did-not-return": _("The screen did not come back within a minute."),
    "interrupted": _("The agent was interrupted; it is not known whether it was done."),
    "disk": _("The computer cannot write to its disk."),
    "expired": _("There was somebody at the screen all day."),
    "older": _("That version is older than the one it has."),
    "no-updater": _("No updater is installed there (wegwijs-update)."),
    "no-word": _("The updater never said how it went."),
    "no-such-version": _("That version is not on the computer (/opt/wegwijs-releases)."),
    "not-ours": _("Others than root can write that version on the computer."),
    "not-verified": _("The files are not those that were announced (their hashes differ)."),
    "failed": _("The installation failed."),
}


@dataclass(frozen=True)
class Said:
    """A problem in words."""

    code: str
    severity: str
    what: str
    do: str


def said(problem: Problem, now: datetime) -> Said:
    """That problem as staff read it, in the language of this moment."""
    what, do = PROBLEMS[problem.code]
    text = str(FAILURES.get(problem.text, problem.text)) if problem.code == "update-failed" else problem.text
    time = timesince(problem.since, now) if problem.since else str(_("a day or more"))
    values = {"count": problem.count, "time": time, "text": text}
    return Said(problem.code, problem.severity, str(what) % values, str(do))


def heard(minutes: int, now: datetime) -> str:
    """How long ago a kiosk was heard."""
    if minutes < 1:
        return gettext("heard just now")
    return gettext("heard %(time)s ago") % {"time": timesince(now - timedelta(minutes=minutes), now)}


def kind(code: str) -> str:
    """A kind of fact."""
    return str(KINDS.get(code, code))


def reason(code: str) -> str:
    """Why a fact was refused."""
    return str(REASONS.get(code, REASONS["other"]))


def failure(code: str) -> str:
    """Why an order failed; "" when it did not."""
    return str(FAILURES.get(code, code))

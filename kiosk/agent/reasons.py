"""Why central will never take a fact, as a code that screens and staff pages have a sentence for."""

from __future__ import annotations

#: What central says (and what the agent says when something on the way refuses) → our code.
CODES = {
    "no such desk in this branch": "no-such-desk",
    "the end has no zone": "impossible-time",
    "the end is not within a day after the start": "impossible-time",
    "the time has no zone": "impossible-time",
    "the age is impossible": "impossible-time",
    "the seat or the screen has too long a name": "out-of-bounds",
    "a value is out of bounds": "out-of-bounds",
    "the id is no UUID, or the number is too large": "out-of-bounds",
    "a text holds a NUL, which no database keeps": "out-of-bounds",
    "the fact is too long": "too-long",
    "too large for something on the way": "too-long",
    "This is too much at once": "too-long",
    "the fact cannot be read": "unreadable",
    "the data cannot be read": "unreadable",
    "This cannot be read": "unreadable",
    "Only JSON, as it is or in gzip": "unreadable",
    "this fact was damaged on the kiosk": "unreadable",
    "id-reuse": "other-fact",
    "the data is of another fact": "other-fact",
    "unknown-kind": "unknown-kind",
}


def code(reason: str) -> str:
    """The code of a reason; what follows ": " may repeat what a visitor did, and is left out. "other": a reason that
    we do not know."""
    return CODES.get(reason.partition(": ")[0], "other")

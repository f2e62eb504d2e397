"""The PIN with which staff leave the kiosk, and how long one waits after wrong ones.

The count lives as long as the screen does: the screen writes nothing, so a screen that starts anew starts the count
anew. Starting it takes somebody at the power plug or a crash, and ends the visitor's Turn; with eight digits five tries
at each start get nobody in. `now` is in seconds of a monotonic clock, so that setting the clock shortens no wait.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kiosk.errors import BadInput

#: A PIN has at least this many digits.
DIGITS = 8

#: Wrong tries that cost nothing, the first wait and the longest, in seconds.
FREE, FIRST, LONGEST = 5, 30.0, 900.0


@dataclass(frozen=True)
class Tries:
    """How often in a row it was wrong, and until when nobody may try."""

    wrong: int = 0
    until: float = 0.0


def after_wrong(tries: Tries, now: float) -> Tries:
    """One more wrong PIN: from the fifth on a wait, each twice the one before."""
    wrong = tries.wrong + 1
    wait = min(FIRST * 2 ** (wrong - FREE), LONGEST) if wrong >= FREE else 0.0
    return Tries(wrong, now + wait)


def wait(tries: Tries, now: float) -> float:
    """The seconds that are left to wait, or 0."""
    return max(0.0, tries.until - now)


def is_pin(pin: str) -> bool:
    """Whether it could be a PIN at all."""
    return re.fullmatch(rf"[0-9]{{{DIGITS},64}}", pin) is not None


def hash_pin(pin: str) -> str:
    """What goes into the settings (argon2id, RFC 9106); `BadInput` when it is not a PIN."""
    from argon2 import PasswordHasher

    if not is_pin(pin):
        raise BadInput("That is no PIN", "", f"Take at least {DIGITS} digits, and nothing but digits.")
    return PasswordHasher().hash(pin)


def matches(pin: str, hashed: str) -> bool:
    """Whether that PIN was hashed so; takes a tenth of a second on purpose. A hash that cannot be read matches
    nothing."""
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return is_pin(pin) and PasswordHasher().verify(hashed, pin)
    except (VerificationError, InvalidHashError):
        return False

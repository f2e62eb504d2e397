"""The few ways in which things outside the program go wrong.

Why so few: each is consumed in one place, and says one sentence to a person: what, where, what to do. Any other
exception is our own mistake: it is logged, the visit is wiped and the program starts anew.
"""

from __future__ import annotations


class KnownError(Exception):
    """Something outside the program is wrong, and somebody can mend it.

    `what` is a whole sentence, `where` a file, an address or a place in it, `do` a whole sentence.
    """

    def __init__(self, what: str, where: str = "", do: str = "") -> None:
        super().__init__(what, where, do)
        self.what, self.where, self.do = what, where, do

    def __str__(self) -> str:
        place = f" ({self.where})" if self.where else ""
        return f"{self.what.rstrip('.')}{place}." + (f" {self.do}" if self.do else "")


class BadInput(KnownError):
    """A file, setting, lesson or record that does not say what it should."""


class Unreachable(KnownError):
    """Central, or another program that should answer, does not, or answers nonsense."""


class Refused(KnownError):
    """The other side understood, and said no; asking again changes nothing."""


class StoreDamaged(KnownError):
    """A database or an index on this computer cannot be read."""

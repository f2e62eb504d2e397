"""What became of the records of an import or a harvest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct, field, to_builtins

#: Reasons that are told one by one; of the rest only the number.
TOLD = 10_000

#: Of these, what is kept with a run, and what is printed for people.
KEPT, PRINTED = 200, 20


class Reason(Struct, frozen=True, kw_only=True):
    """Why a record was refused, or passed over. `position`: which one of its file, from 1, or its id at its source."""

    what: Literal["refused", "skipped"]
    reason: str
    position: int | str
    file: str = ""


class Report(Struct, kw_only=True):
    """`read` records are as many as `added`, `changed`, `deleted`, `skipped` (the same as before, or no title) and
    `refused` together. `copies`: new, changed or gone; `astray`: copies that were left out, by the code of their
    branch, because the mapping names no branch of ours for it."""

    read: int = 0
    added: int = 0
    changed: int = 0
    deleted: int = 0
    skipped: int = 0
    refused: int = 0
    copies: int = 0
    reasons: list[Reason] = field(default_factory=list)
    astray: dict[str, int] = field(default_factory=dict)

    def refuse(self, reason: str, position: int | str, file: str = "") -> None:
        """A record that cannot be taken."""
        self.read += 1
        self.refused += 1
        self._tell(Reason(what="refused", reason=reason, position=position, file=file))

    def skip(self, reason: str, position: int | str, file: str = "") -> None:
        """A record that is none of ours to take."""
        self.read += 1
        self.skipped += 1
        self._tell(Reason(what="skipped", reason=reason, position=position, file=file))

    def _tell(self, reason: Reason) -> None:
        if len(self.reasons) < TOLD:
            self.reasons.append(reason)

    def stray(self, code: str) -> None:
        """A copy of a branch that the mapping does not know."""
        if code in self.astray or len(self.astray) < KEPT:
            self.astray[code] = self.astray.get(code, 0) + 1

    def add(self, other: Report) -> None:
        """What became of more records."""
        for name in ("read", "added", "changed", "deleted", "skipped", "refused", "copies"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.reasons.extend(other.reasons[: TOLD - len(self.reasons)])
        self.astray = dict(Counter(self.astray) + Counter(other.astray))

    def kept(self) -> dict[str, object]:
        """As much of it as is kept with a run."""
        found: dict[str, object] = to_builtins(self)
        found["reasons"] = to_builtins(self.reasons[:KEPT])
        return found

    def lines(self, what: str) -> Iterator[str]:
        """As staff read it."""
        copies = f"; {self.copies} copies new, changed or gone" if self.copies else ""
        yield (
            f"{what}: {self.read} read, {self.added} added, {self.changed} changed, {self.skipped} skipped, "
            f"{self.deleted} deleted, {self.refused} refused{copies}"
        )
        # What was refused is what somebody should look at
        told = sorted(self.reasons, key=lambda each: each.what)
        for each in told[:PRINTED]:
            yield f"  {each.what}: record {each.position}{f' of {each.file}' if each.file else ''}: {each.reason}"
        if len(told) > PRINTED:
            yield f"  and {len(told) - PRINTED} more"
        for code, count in sorted(self.astray.items()):
            yield f"  {count} copies left out: no branch of ours for `{code}` in the mapping"

"""A MARC record as plain text, whatever file it came from: what the mappings read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

LEADER_LENGTH = 24


@dataclass(frozen=True, slots=True)
class Field:
    """One field. Below 010 `data` holds it all; above, the subfields do, each a code and its text. There are always two
    indicators."""

    tag: str
    data: str = ""
    indicators: str = "  "
    subfields: tuple[tuple[str, str], ...] = ()

    def all(self, codes: str) -> list[str]:
        """The texts of these subfields, in the field's own order."""
        return [text for code, text in self.subfields if len(code) == 1 and code in codes and text.strip()]

    def first(self, code: str) -> str:
        """The first text of that subfield, or ""."""
        return next(iter(self.all(code)), "")


@dataclass(slots=True)
class MarcRecord:
    """Leader and fields in the order of the source. `damaged`: part of the source could not be read."""

    leader: str
    fields: list[Field] = field(default_factory=list)
    damaged: bool = False

    def of(self, *tags: str) -> Iterator[Field]:
        """Every field with one of these tags, in the order of the tags."""
        for tag in tags:
            yield from (each for each in self.fields if each.tag == tag)

    def get(self, *tags: str) -> Field | None:
        """The first such field."""
        return next(self.of(*tags), None)

    def data(self, tag: str) -> str:
        """The first control field with that tag, or ""."""
        found = self.get(tag)
        return found.data if found else ""

    def texts(self, codes: str, *tags: str) -> list[str]:
        """These subfields of all these fields."""
        return [text for each in self.of(*tags) for text in each.all(codes)]

    def at(self, position: int) -> str:
        """One letter of the leader, or " "."""
        return self.leader[position : position + 1] or " "

    @property
    def unimarc(self) -> bool:
        """UNIMARC keeps the title in 200; what calls itself UNIMARC may still be MARC 21."""
        return self.get("200") is not None and self.get("245") is None


_ISBD = re.compile(r"[\s/:;,=／，．]+$")
_LAST_DOT = re.compile(r"(?<=\w\w[\w\])])\.$")


def plain(text: str) -> str:
    """Without the punctuation that ISBD puts at the end of a subfield (" /", " :", ";"), and the cataloguer's brackets
    around a whole text."""
    text = _LAST_DOT.sub("", _ISBD.sub("", " ".join(text.split())))
    return text[1:-1] if text.startswith("[") and text.find("]") == len(text) - 1 else text

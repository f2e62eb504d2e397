"""As many titles as are asked for, from the demo's catalogue: as long and as varied as real ones, the same each time.

Why words are exchanged: a catalogue that is multiplied as it is would be packed far too small.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from itertools import cycle, islice
from pathlib import Path

import msgspec

from kiosk.catalogue import marc
from kiosk.demo.place import CATALOGUE
from kiosk.wire import Title

#: The part of the words that is exchanged for others of the catalogue, each as often as the catalogue has it.
OTHERS = 0.5

#: The first year of a title that has none.
YEAR = 1950


def titles(count: int) -> list[Title]:
    """So many, each with an id of its own."""
    dice = random.Random(7)
    return [_varied(title, place, dice) for place, title in enumerate(islice(cycle(catalogue()), count))]


@cache
def catalogue() -> list[Title]:
    """The titles of the demo."""
    return [title for path in files() for title in marc.read(path) if isinstance(title, Title)]


def files() -> list[Path]:
    """Where they are."""
    return sorted(path for path in CATALOGUE.iterdir() if path.suffix in (".mrc", ".xml"))


@cache
def words(name: str) -> list[str]:
    """All words of that field in the catalogue, as often as they are there."""
    return [word for title in catalogue() for text in _texts(getattr(title, name)) for word in text.split()]


def _texts(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _varied(title: Title, place: int, dice: random.Random) -> Title:
    texts = {name: _exchanged(getattr(title, name), name, dice) for name in ("title", "subtitle", "summary")}
    lists = {name: [_exchanged(text, name, dice) for text in getattr(title, name)] for name in ("authors", "subjects")}
    return msgspec.structs.replace(
        title,
        id=f"OCOLC:{dice.randrange(10**5):05}{place}",
        isbns=[f"9789{dice.randrange(10**9):09}" for _ in title.isbns],
        year=title.year and dice.randrange(YEAR, 2027),
        work="|".join([texts["title"], *lists["authors"][:1], *title.languages[:1]]).lower(),
        **texts,
        **lists,
    )


def _exchanged(text: str, name: str, dice: random.Random) -> str:
    return " ".join(_others(text, name, dice))


def _others(text: str, name: str, dice: random.Random) -> Iterator[str]:
    stock = words(name)
    for word in text.split():
        yield dice.choice(stock) if dice.random() < OTHERS else word

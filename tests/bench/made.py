"""A made-up catalogue of any size, always the same, and what people type to find a title of it.

Why made up: no library's records may be copied in such numbers. Words are Dutch and English ones of the demo, most of
them joined in pairs as Dutch does, and as unevenly frequent as words are (Zipf); names are of syllables.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, product

from kiosk.catalogue.folding import words
from kiosk.wire import Copy, Title, TitleKind
from tests.bench import titles

SEED = 20240607

BRANCHES = [f"branch-{number:02}" for number in range(40)]

#: The day on which the catalogue is as it is.
TODAY = date(2026, 11, 18)

_LITTLE = {
    "dut": words("de het een van en in op met voor aan uit over door bij naar om als mijn haar zijn"),
    "eng": words("the of and a in to for on with from at by my his her after into under between"),
}
_FIRST = (
    "Jan Pieter Anna Maria Johan Willem Sophie Emma Lotte Daan Bram Eva Thomas Karel Hendrik Els Marie Noor Fatima"
    " Mohammed José René Zoë Chloë André Ingrid Søren Jürgen Åsa James Mary Robert Linda John Susan David Karen Paul"
)
_SURNAMES = (
    "Ba Be Bo Bra Broe Da De Dij Do Ge Goo Groe Ha He Hoe Ja Ka Kei Klee Kra La Lee Ma Mei Mul Na Noo Pe Pie Ra Roe Ru"
    " Schou Smi Sta Ste Ta Ten Ver Vis Vo Wa We Wil Zee Zwa Ö Mü É Bjö",
    " ber den der ken ler man mer nen ring sel ser ten ver voor zer gel har len min rik las",
    "s sen stra sma man dijk berg veld huis burg horst kamp laar meer donk ink t ek els son ley field wood",
)
_KINDS: list[TitleKind] = ["book", "ebook", "audiobook", "film", "music", "periodical", "score", "game", "map"]
_OF_KIND = [60, 14, 6, 7, 7, 3, 1, 1, 1]
_LETTERS = "etaoinrsdlkgvmbpuhw"


class Stock:
    """Things to choose from, the first ones most often."""

    def __init__(self, things: Sequence[str], steep: float = 0.92, flat: float = 8) -> None:
        self._things = things
        self._weights = list(accumulate(1 / (place + flat) ** steep for place in range(len(things))))

    def some(self, dice: random.Random, count: int) -> list[str]:
        """So many of them."""
        return dice.choices(self._things, cum_weights=self._weights, k=count)


@dataclass(frozen=True)
class Typed:
    """What somebody types, and the title they have in mind; `clean`: without the typing error, if there is one."""

    text: str
    clean: str
    id: str

    @property
    def wrong(self) -> bool:
        """Whether there is an error in it."""
        return self.text != self.clean


def shelves(count: int) -> Iterator[tuple[Title, list[Copy]]]:
    """So many titles, each with its copies."""
    dice, stocks, authors, subjects = random.Random(SEED), _stocks(), _authors(count), _subjects()
    before: Title | None = None
    for place in range(count):
        title = _title(place, dice, stocks, authors, subjects)
        # Every ninth is another edition of the one before
        if place % 9 == 8 and before is not None:
            title = _edition(place, before, dice)
        before = title
        yield title, _copies(title, dice)


def queries(count: int, of: int) -> list[Typed]:
    """So many things that people type when there are `of` titles, three in ten with a typing error."""
    every = max(1, of // (8 * count))
    return queries_of((title for place, (title, _) in enumerate(shelves(of)) if place % every == 0), count)


def queries_of(found: Iterable[Title], count: int) -> list[Typed]:
    """So many things that people type to find one of these titles."""
    dice = random.Random(7)
    typed = [typed for title in found for typed in _typed(title, dice)]
    dice.shuffle(typed)
    return [_mistyped(one, dice) if place % 10 < 3 else one for place, one in enumerate(typed[:count])]


@cache
def _stocks() -> dict[str, Stock]:
    dice = random.Random(SEED)
    base = {language: _base(language) for language in ("dut", "eng")}
    pairs = ["".join(pair) for pair in product(base["dut"][:600], base["dut"][:600])]
    ends = ["".join(pair) for pair in product(base["eng"], ("s", "ing", "ed", "er"))]
    dutch = [*base["dut"], *dice.sample(pairs, 120_000)]
    english = [*base["eng"], *dice.sample(ends, min(len(ends), 30_000))]
    for stock in (dutch, english):
        # Short words are the frequent ones
        stock.sort(key=lambda word: len(word) + dice.gauss(0, 3))
    return {"dut": Stock(dutch), "eng": Stock(english)}


def _base(language: str) -> list[str]:
    found = [title for title in titles.catalogue() if title.languages[:1] == [language]]
    texts = " ".join(" ".join([title.title, title.subtitle, title.summary, *title.subjects]) for title in found)
    return sorted({word for word in words(texts) if 3 < len(word) < 11 and word.isalpha() and word.isascii()})


def _authors(count: int) -> Stock:
    dice = random.Random(SEED)
    surnames = dice.sample(["".join(parts) for parts in product(*(part.split(" ") for part in _SURNAMES))], 20_000)
    names = Stock(surnames, 0.8, 20).some(dice, max(2_000, count // 3))
    return Stock([f"{dice.choice(_FIRST.split())} {name}" for name in names], 0.75, 50)


@cache
def _subjects() -> Stock:
    dice, stocks = random.Random(SEED), _stocks()
    return Stock([" ".join(stocks["dut"].some(dice, dice.randint(1, 2))).capitalize() for _ in range(12_000)], 0.9, 10)


def _title(place: int, dice: random.Random, stocks: dict[str, Stock], authors: Stock, subjects: Stock) -> Title:
    language = "dut" if dice.random() < 0.7 else "eng"
    stock, little = stocks[language], _LITTLE[language]
    name = [dice.choice(little) if dice.random() < 0.3 else word for word in stock.some(dice, dice.randint(1, 9))]
    name[-1:] = stock.some(dice, 1)
    return Title(
        id=f"t{place:07}",
        title=" ".join(name).capitalize(),
        authors=authors.some(dice, dice.choice((0, 1, 1, 1, 1, 2))),
        kind=dice.choices(_KINDS, _OF_KIND)[0],
        languages=[language],
        audience=dice.choice(("adult", "adult", "adult", "children", "teen", "")),
        easy=dice.random() < 0.02,
        large_print=dice.random() < 0.03,
        subjects=subjects.some(dice, dice.randint(1, 4)),
        # As in real records, one in four has a summary
        summary=" ".join(stock.some(dice, 40)).capitalize() + "." if dice.random() < 0.25 else "",
        isbns=[f"978{dice.randrange(10**10):010}"],
        publisher="Voorbeeld",
        year=TODAY.year - min(int(dice.expovariate(1 / 18)), 120),
        extent=f"{dice.randint(40, 900)} p.",
        work=f"w{place:07}",
        loans=min(int(dice.paretovariate(1.3)) - 1, 50_000),
    )


def _edition(place: int, of: Title, dice: random.Random) -> Title:
    from msgspec.structs import replace

    return replace(
        of, id=f"t{place:07}", kind=dice.choice(_KINDS[:3]), year=min(of.year + dice.randint(0, 20), TODAY.year)
    )


def _copies(title: Title, dice: random.Random) -> list[Copy]:
    branches = dice.sample(BRANCHES, dice.randint(1, 4)) if title.kind not in ("ebook", "eaudiobook") else []
    return [
        Copy(
            id=f"{title.id}-{branch[-2:]}",
            title=title.id,
            branch=branch,
            call_number=title.title[:4].upper(),
            status="available" if dice.random() < 0.7 else "on_loan",
            added=TODAY - timedelta(days=dice.randrange(4000)),
        )
        for branch in branches
    ]


def _typed(title: Title, dice: random.Random) -> list[Typed]:
    """How somebody may look for it: it must be possible to tell it from others by these words."""
    name = words(title.title)
    telling = [word for word in name if word not in _LITTLE["dut"] + _LITTLE["eng"]]
    if len(telling) < 3 or len(name) < 3:
        return []
    ways = [name[:4], dice.sample(telling, 3)]
    if title.authors:
        ways.append([words(title.authors[0])[-1], *dice.sample(telling, 2)])
    text = " ".join(dice.choice(ways))
    return [Typed(text, text, title.id)]


def _mistyped(typed: Typed, dice: random.Random) -> Typed:
    """With one letter wrong, left out, too many or swapped, in one word of five letters or more; the first one too."""
    all_words = typed.clean.split()
    long = [place for place, word in enumerate(all_words) if len(word) > 4]
    if not long:
        return typed
    place = dice.choice(long)
    all_words[place] = _spoilt(all_words[place], dice)
    return Typed(" ".join(all_words), typed.clean, typed.id)


def _spoilt(word: str, dice: random.Random) -> str:
    at = dice.randrange(len(word) - 1)
    other = dice.choice([letter for letter in _LETTERS if letter != word[at]])
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    ways = [word[:at] + other + word[at + 1 :], word[:at] + word[at + 1 :], word[:at] + other + word[at:], swapped]
    return dice.choice([way for way in ways if way != word])

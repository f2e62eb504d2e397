"""Which word somebody meant: how far two words are apart, and the likeliest words among titles that nearly match."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

#: A word shorter than this is never corrected; one as long as that may have two errors.
_ONE, _TWO = 4, 6


def allowed(word: str, at_most: int) -> int:
    """How many errors a word may have."""
    return min(at_most, 0 if len(word) < _ONE or word.isdigit() else 1 if len(word) < _TWO else 2)


def distance(typed: str, word: str, limit: int, beginning: bool = False) -> int:
    """Letters left out, added, changed, or swapped with their neighbour (optimal string alignment); more than `limit`
    is `limit + 1`. `beginning`: `typed` may be only the beginning of the word."""
    if len(typed) - len(word) > limit or (not beginning and len(word) - len(typed) > limit):
        return limit + 1
    word = word[: len(typed) + limit]
    before: list[int] = []
    row = list(range(len(word) + 1))
    for place, letter in enumerate(typed, start=1):
        two_before, before, row = before, row, [place]
        for at, other in enumerate(word, start=1):
            cost = min(before[at] + 1, row[at - 1] + 1, before[at - 1] + (letter != other))
            if place > 1 and at > 1 and letter == word[at - 2] and typed[place - 2] == other:
                cost = min(cost, two_before[at - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(limit + 1, min(row) if beginning else row[-1])


def meant(typed: Sequence[str], limits: Sequence[int], found: Sequence[set[str]]) -> list[str]:
    """The words meant, by the titles found (the words of each): the nearest, all from one title; among equals what
    most of these titles have. Words with limit 0 stay as they are."""
    choices: Counter[tuple[str, ...]] = Counter()
    nearest = sum(limits)
    known: dict[tuple[int, str], int] = {}
    for words in found:
        picked = [_nearest(place, typed, limits, words, known) for place in range(len(typed))]
        total = sum(away for away, _ in picked)
        if any(away > limit for (away, _), limit in zip(picked, limits, strict=True)):
            continue
        if total < nearest:
            choices.clear()
            nearest = total
        if total == nearest:
            choices[tuple(word for _, word in picked)] += 1
    return list(choices.most_common(1)[0][0]) if choices else []


def _nearest(
    place: int, typed: Sequence[str], limits: Sequence[int], words: set[str], known: dict[tuple[int, str], int]
) -> tuple[int, str]:
    limit, last = limits[place], place == len(typed) - 1
    if not limit:
        return 0, typed[place]
    for word in words:
        if (place, word) not in known:
            known[place, word] = distance(typed[place], word, limit, beginning=last)
    return min((known[place, word], abs(len(word) - len(typed[place])), word) for word in words)[::2]  # type: ignore[return-value]

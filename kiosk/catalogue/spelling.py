"""How far two words are apart."""

from __future__ import annotations

#: How long a word is that may have one error, and two.
_ONE, _TWO = 4, 5


def allowed(word: str, at_most: int) -> int:
    """How many errors a word may have."""
    return min(at_most, 0 if len(word) < _ONE or word.isdigit() else 1 if len(word) < _TWO else 2)


def distance(typed: str, word: str, limit: int, beginning: bool = False) -> int:
    """Letters left out, added, changed, or swapped with their neighbour (optimal string alignment); more than `limit`
    is `limit + 1`. `beginning`: `typed` may be only the beginning of the word."""
    return distances(typed, word, limit)[beginning]


def distances(typed: str, word: str, limit: int) -> tuple[int, int]:
    """`distance` to the whole word, and to the beginning of it that is nearest."""
    far = limit + 1
    if len(typed) - len(word) > limit:
        return far, far
    longer, word = len(word) - len(typed) > limit, word[: len(typed) + limit]
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
            return far, far
    return far if longer else min(far, row[-1]), min(far, min(row))

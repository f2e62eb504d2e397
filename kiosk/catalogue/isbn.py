"""ISBN (ISO 2108): the same number with ten or thirteen digits, with hyphens or a price beside it."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(?<![\dX])(97[89](?:[ -]?\d){10}|\d(?:[ -]?\d){8}[ -]?[\dX])(?![\dX])", re.I)


def isbn13(text: str) -> str:
    """The first number in that text whose check digit is right, as thirteen digits, or ""."""
    for found in _NUMBER.finditer(text):
        number = re.sub(r"[ -]", "", found[0]).upper()
        if len(number) == 13 and _check13(number[:12]) == number[12]:
            return number
        if len(number) == 10 and _check10(number[:9]) == number[9]:
            return "978" + number[:9] + _check13("978" + number[:9])
    return ""


def _check13(digits: str) -> str:
    return str(-sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10)


def _check10(digits: str) -> str:
    rest = -sum(int(digit) * (10 - place) for place, digit in enumerate(digits)) % 11
    return "X" if rest == 10 else str(rest)

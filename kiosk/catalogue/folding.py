"""Words as they are compared: without case, accents and punctuation, in their own script.

The same folding is done to what stands in a record and to what a visitor types, so it may lose what it likes as long
as it loses it on both sides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

_SPELLED = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i", "ŋ": "n",
    "ə": "e", "ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي", "ٱ": "ا", "ـ": "",
}  # fmt: skip
#: Scripts that write no space between words: each sign is a word.
_UNSPACED = re.compile(r"([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])")
#: Letters that other keyboards write with two ("Muller", "Mueller").
_WITH_E = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_AND = {"&": ("en", "and"), "+": ("plus",)}
_INSIDE = r"'’ʼ`´‐‑.\-"
_INSIDE_SIGN = re.compile(f"[{_INSIDE}]")
_JOINED = re.compile(rf"\w+(?:[{_INSIDE}]\w+)+")


class _Letters(dict[int, str]):
    """What becomes of each character, worked out when first met."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        self[code] = folded = self._fold(sign)
        return folded

    @staticmethod
    def _fold(sign: str) -> str:
        if sign in _SPELLED:
            return _SPELLED[sign]
        category, accent = unicodedata.category(sign), unicodedata.combining(sign)
        # Accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic; not the vowels of Indic scripts
        if accent >= 202 or 10 <= accent <= 36:
            return ""
        if category == "Nd":
            return str(unicodedata.digit(sign))
        # Marks that join letters, and the half rings and primes of romanised Arabic, Hebrew and Cyrillic
        if category == "Cf" or "\u02b0" <= sign <= "\u02ff":
            return ""
        return sign if category[0] in "LNM" else " "


_letters = _Letters()


def fold(text: str) -> str:
    """Folded words with one space between them: "Škvorecký & l’été" is "skvorecky l ete"."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        text = unicodedata.normalize("NFC", text.translate(_letters))
        return " ".join(_UNSPACED.sub(r" \1 ", text).split())
    return " ".join(text.lower().translate(_letters).split())


def distinct(texts: Iterable[str]) -> list[str]:
    """The texts that are not empty, each once, as it was first spelled."""
    return list({fold(text): text for text in reversed([text for text in texts if text])}.values())[::-1]


def words(text: str) -> list[str]:
    """The folded words in their order."""
    return fold(text).split()


def findable(text: str) -> set[str]:
    """Every word by which this text should be found: also joined ("e-boek": e, boek, eboek) and spelled otherwise."""
    found = words(text)
    return {*found, *_spellings(text, found)}


def spelled(text: str) -> dict[str, list[str]]:
    """How what is typed may stand in the index besides, by its folded words: "Müller" is also "mueller", "leijden"
    "leyden"."""
    typed = words(text)
    with_e = words(unicodedata.normalize("NFC", text.casefold()).translate(_WITH_E))
    also = {
        word: [other] for word, other in zip(typed, with_e, strict=False) if len(typed) == len(with_e) and word != other
    }
    for word in typed:
        if "ij" in word:
            also.setdefault(word, []).append(word.replace("ij", "y"))
    return also


def _spellings(text: str, found: list[str]) -> Iterator[str]:
    for sign, spoken in _AND.items():
        if sign in text:
            yield from spoken
    for joined in _JOINED.findall(text) if _INSIDE_SIGN.search(text) else ():
        yield fold(re.sub(rf"[{_INSIDE}]", "", joined)).replace(" ", "")
    yield from (word.replace("ij", "y") for word in found if "ij" in word)
    if not text.isascii():
        yield from words(unicodedata.normalize("NFC", text.casefold()).translate(_WITH_E))
        # The Arabic article is written to its word, and people look for the word
        yield from (word[2:] for word in found if word.startswith("ال") and len(word) > 4)

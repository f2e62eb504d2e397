"""Bytes of a MARC record as text: which encoding it really has.

The leader (position 09) says MARC-8 or UTF-8, and is often wrong: 52 of 52 Armenian and Russian records in a set from
the wild were UTF-8 marked as MARC-8. Valid UTF-8 that is not ASCII is practically never anything else, so it wins.
"""

from __future__ import annotations

import contextlib
import io
import re
import unicodedata

#: Control characters, MARC's marks around words not sorted by (U+0098, U+009C), and marks of direction: the screen
#: sets the direction of each text itself.
_INVISIBLE = dict.fromkeys(
    [*range(0x20), *range(0x7F, 0xA0), 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF]
)
_INVISIBLE.update(dict.fromkeys((0x09, 0x0A, 0x0D), 0x20))

#: How a character beyond MARC-8 is written in it ("&#x0259;", and "{u0259}" by older systems).
_ESCAPED = re.compile(r"&#x([0-9a-f]{4,6});|\{u([0-9a-f]{4})\}", re.IGNORECASE)


def is_utf8(data: bytes) -> bool:
    """Whether these bytes are strictly valid UTF-8 (RFC 3629)."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def tidy(text: str) -> str:
    """In NFC, without what cannot be seen."""
    return text if text.isascii() and text.isprintable() else unicodedata.normalize("NFC", text.translate(_INVISIBLE))


def from_utf8(data: bytes) -> tuple[str, bool]:
    """The text, and whether something in it was unreadable (it shows as U+FFFD)."""
    text = data.decode("utf-8", "replace")
    return tidy(_encoded_once(text)), "\ufffd" in text


def from_marc8(data: bytes) -> tuple[str, bool]:
    """MARC-8 (Library of Congress, MARC 21 Specifications, MARC-8) as text, and whether some of it was unreadable."""
    if data.isascii() and not any(sign in data for sign in (b"\x1b", b"&#x", b"{u")):
        return tidy(data.decode("ascii")), False
    from pymarc.marc8 import marc8_to_unicode

    complaints = io.StringIO()
    try:
        with contextlib.redirect_stderr(complaints):
            text = marc8_to_unicode(data)
    except (UnicodeError, ValueError, IndexError):
        return tidy(data.decode("ascii", "replace")), True
    # A space between Hebrew words is no letter of the Hebrew set, and pymarc complains of it
    unreadable = any(" 0x20 " not in line for line in complaints.getvalue().splitlines())
    return tidy(_ESCAPED.sub(_character, text)), unreadable


def from_local(data: bytes, encoding: str) -> tuple[str, bool]:
    """An encoding that a library says it has (Windows-1251, Latin-1)."""
    text = data.decode(encoding, "replace")
    return tidy(text), "\ufffd" in text


def unwrapped(data: bytes) -> bytes:
    """The same bytes with one encoding less, when text was encoded twice; else as they are."""
    try:
        inner = data.decode("utf-8").encode("latin-1")
    except UnicodeError:
        return data
    return inner if is_utf8(inner) else data


def _encoded_once(text: str) -> str:
    """Undo an encoding done twice or more ("PeÌ\\x81tain"): such text is Latin-1 whose bytes are again valid UTF-8."""
    while not text.isascii():
        inner = unwrapped(text.encode("utf-8")).decode("utf-8")
        if inner == text:
            break
        text = inner
    return text


def _character(escaped: re.Match[str]) -> str:
    code = int(escaped[1] or escaped[2], 16)
    return chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd"

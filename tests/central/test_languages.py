"""Every page for staff in Dutch and in English: what is the same in both was not translated."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import polib
import pytest

from kiosk.central import texts
from tests.central.made_up import FakeKiosk, desk
from tests.central.people import ROWS, browser, event, floor, hours, title, volunteer_account
from tests.central.test_roles import pages

#: Words that are the same in Dutch and English, names of languages, of the program and of those who are made up.
SAME = {
    *("Wegwijs", "Nederlands", "English", "العربية", "Account", "Accounts", "Computer", "Computers", "Filter", "Film"),
    *(
        "computer",
        "computers",
        "film",
        "Zone",
        "zone",
        "Open",
        "Status",
        "plant",
        "kiosk",
        "Kiosk",
        "account",
        "accounts",
    ),
    *("Laak", "Escamp", "Bibliotheek Laak", "Bibliotheek Escamp", "Zuil", "Laak: Zuil", "Zuil laak", "Lange tafel"),
    *("Laak-T", "Laak-V", "Taalcafé laak", "Vloer laak", "Max Havelaar", "Multatuli", "MULT laak (Laak)"),
    *("MULT escamp (Escamp)", "noor", "Noor", "vera", "Vera", "wil"),
    # What a source is called, and what stood in its files
    *("Koha Den Haag", "titels.mrc", "den-haag", "CPL"),
    # What kiosks send is shown in the program's own words
    *("claim", "stored"),
}

#: Signs and digits alone are no words; nor are ids.
_MARKS = re.compile(r"[\W\d_]*|[0-9a-f-]{20,}")


class _Words(HTMLParser):
    """All that is read aloud or shown."""

    def __init__(self) -> None:
        super().__init__()
        self.said: set[str] = set()
        self._skip = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._skip += tag in ("script", "style", "svg", "textarea")
        given = dict(attrs)
        names = ["aria-label", "alt"] + (["value"] if given.get("type") == "submit" else [])
        self.said |= {str(given[name]).strip() for name in names if given.get(name)}

    def handle_endtag(self, tag: str) -> None:
        self._skip -= tag in ("script", "style", "svg", "textarea")

    def handle_data(self, data: str) -> None:
        if not self._skip:
            self.said.add(" ".join(data.split()))


#: What stands around words: signs and numbers.
_AROUND = ":‹›✓ 0123456789"


def words(page: str) -> set[str]:
    parser = _Words()
    parser.feed(page)
    return {text.strip(_AROUND) for text in parser.said if not _MARKS.fullmatch(text)}


def untranslated(address: str) -> set[str]:
    """What an address says in the same words to who reads Dutch and to who reads English."""
    dutch, english = (browser(language=code).get(address, follow=True) for code in ("nl", "en"))
    assert '<html lang="nl">' in dutch.content.decode()
    assert '<html lang="en">' in english.content.decode()
    return {text for text in words(dutch.content.decode()) & words(english.content.decode()) if text not in SAME}


@pytest.mark.parametrize("of", ROWS)
def test_no_page_of_a_kind_has_a_string_that_is_not_translated(of: str) -> None:
    row = ROWS[of]()
    left = {}
    for page_of, name, address in pages():
        if page_of == of and name not in ("preview", "preview_new", "copy", "password", "try"):
            query = "?branch=laak" if name == "add" else ""
            left[name] = untranslated(address.replace("PK", str(row.pk)) + query)
    assert {name: texts - _data(row) for name, texts in left.items() if texts - _data(row)} == {}


def _data(row: object) -> set[str]:
    """What the row itself says."""
    said = (row, getattr(row, "pk", ""), getattr(row, "kiosk", ""), getattr(row, "desk", ""))
    return {text for one in said for text in (str(one), str(one).strip(_AROUND))}


@pytest.mark.parametrize("address", ["/", "/in", "/hulp/", "/beheer/", "/beheer/lessen/", "/wachtwoord"])
def test_no_other_page_has_a_string_that_is_not_translated(address: str) -> None:
    for make in (hours, floor, event, title, desk, FakeKiosk):
        make()
    volunteer_account("laak")
    lessons = {"Toetsen", "Aanwijzen en klikken", "Klopt dit?"}
    counts = {text for text in untranslated(address) if re.fullmatch(r"(Nederlands|English|العربية) \d+/", text)}
    assert untranslated(address) - lessons - counts == set()


#: Words that staff stumble over, or that are said in another way elsewhere.
AVOIDED = r"\b(plaatsnummer|boekenkast|plank|stuk|men|de dienst|root|struikelt)\b"


def test_one_thing_has_one_plain_word_in_dutch() -> None:
    dutch = polib.pofile(str(texts.SOURCES / "nl" / "LC_MESSAGES" / "django.po"))
    said = [text for entry in dutch for text in (entry.msgstr, *entry.msgstr_plural.values())]
    assert [text for text in said if re.search(AVOIDED, text, re.IGNORECASE)] == []

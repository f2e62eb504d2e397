"""What goes along on a phone says the same as the screen, and can be read."""

from __future__ import annotations

from datetime import UTC

import icalendar
import msgspec

from kiosk.events.take_along import calendar
from kiosk.screen.qr import qr
from kiosk.wire import Event
from tests.library import branches, events, local

TAAL, LAAK = events()[0], branches()[0]


def entry(text: str) -> icalendar.Event:
    (found,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return found


def test_another_program_reads_the_same_activity() -> None:
    read = entry(calendar(TAAL, LAAK, "nl"))
    assert read["SUMMARY"] == "Taalcafé: samen Nederlands praten"
    assert read["LOCATION"] == "Aan de lange tafel, Bibliotheek Laak"
    assert read.start.astimezone(UTC) == TAAL.starts
    assert read.end.astimezone(UTC) == TAAL.ends


def test_its_moments_are_in_utc_so_that_no_zone_has_to_come_along() -> None:
    text = calendar(TAAL, LAAK, "nl")
    assert "DTSTART:20261118T140000Z" in text.splitlines()
    assert "DTEND:20261118T153000Z" in text.splitlines()
    assert icalendar.Calendar.from_ical(text).walk("VTIMEZONE") == []


def test_it_keeps_its_uid_so_that_a_second_time_replaces_the_first() -> None:
    later = msgspec.structs.replace(TAAL, starts=local(18, 16), ends=local(18, 17))
    assert entry(calendar(TAAL, LAAK, "nl"))["UID"] == entry(calendar(later, LAAK, "en"))["UID"]


def test_it_speaks_the_language_it_has_and_else_dutch() -> None:
    assert entry(calendar(TAAL, LAAK, "ar"))["SUMMARY"] == "مقهى اللغة"
    assert entry(calendar(TAAL, LAAK, "pl"))["SUMMARY"] == TAAL.title["nl"]


def test_what_was_called_off_says_so() -> None:
    called_off = next(event for event in events() if event.cancelled)
    assert entry(calendar(called_off, LAAK, "nl"))["STATUS"] == "CANCELLED"


def test_the_code_fits_a_screen_even_with_long_words() -> None:
    long = Event(
        id="centraal-hulp-bij-brieven-en-formulieren-2026w47",
        branch="laak",
        title={"nl": "Hulp bij brieven en formulieren van de gemeente en het Rijk"},
        place={"nl": "Kamer Spui op de eerste verdieping, naast de lift"},
        starts=TAAL.starts,
        ends=TAAL.ends,
    )
    assert qr(calendar(long, LAAK, "nl"))["size"] <= 73


def test_the_modules_of_a_usual_activity_are_large() -> None:
    assert qr(calendar(TAAL, LAAK, "nl"))["size"] <= 61


def test_the_path_draws_exactly_the_dark_modules() -> None:
    import segno

    text = calendar(TAAL, LAAK, "nl")
    matrix = segno.make(text, error="l", micro=False, boost_error=True).matrix
    drawn = [[0] * len(matrix) for _ in matrix]
    for run in qr(text)["path"].split("z")[:-1]:
        x, y = map(int, run[1 : run.index("h")].split())
        wide = int(run[run.index("h") + 1 : run.index("v")])
        drawn[y][x : x + wide] = [1] * wide
    assert drawn == [[int(dark) for dark in row] for row in matrix]

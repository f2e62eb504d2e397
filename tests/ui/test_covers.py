"""Covers that are here are shown; where one is not here, or is spoilt, its title has the drawn one."""

from __future__ import annotations

import io
from collections.abc import Sequence
from hashlib import sha256

import pytest
from PIL import Image
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.catalogue import index
from kiosk.catalogue.covers import place
from kiosk.settings import Settings
from kiosk.wire import Copy, Record, Title
from tests import library
from tests.ui.conftest import House

#: One of them is spoilt in its middle, of which Qt may complain.
pytestmark = pytest.mark.qt_log_ignore("JPEG", "Error decoding")

RED = (200, 30, 30)


def jpeg(seed: int) -> bytes:
    """Red, as a book stands."""
    out = io.BytesIO()
    Image.new("RGB", (304, 456), (RED[0], RED[1], RED[2] + 10 * seed)).save(out, "JPEG")
    return out.getvalue()


WHOLE, CUT, SPOILT, LACKING = (jpeg(seed) for seed in range(4))

#: What lies on this kiosk under the name of each.
FILES = {WHOLE: WHOLE, CUT: CUT[:200], SPOILT: SPOILT[:20] + bytes(500) + SPOILT[-2:]}


def name(body: bytes) -> str:
    return sha256(body).hexdigest()[:32]


@pytest.fixture
def records() -> Sequence[Record]:
    covers = {"whole": WHOLE, "cut": CUT, "spoilt": SPOILT, "lacking": LACKING}
    titles = [Title(id=id, title=f"Kleur {id}", authors=["Verf"], cover=name(body)) for id, body in covers.items()]
    copies = [Copy(id=f"c-{title.id}", title=title.id, branch="laak", status="available") for title in titles]
    return [*library.library(), *titles, Title(id="none", title="Kleur none", authors=["Verf"]), *copies]


@pytest.fixture
def settings(settings: Settings, records: Sequence[Record]) -> Settings:
    index.build(settings.index, (record for record in records if isinstance(record, Title)))
    for body, file in FILES.items():
        path = place(settings.covers, name(body))
        assert path is not None
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file)
    return settings


def covers(house: House) -> dict[str, QQuickItem]:
    """The covers that are on the screen, by title."""
    found = [item for item in house.items() if house.kind(item) == "Cover"]
    return {item.property("title"): item for item in found}


def colour(house: House, cover: QQuickItem) -> QColor:
    """In its middle."""
    picture = house.window.grabWindow()
    middle = cover.mapToScene(cover.boundingRect().center()) * picture.devicePixelRatio()
    return picture.pixelColor(middle.toPoint())


def is_red(seen: QColor) -> bool:
    return all(abs(one - other) < 40 for one, other in zip((seen.red(), seen.green(), seen.blue()), RED, strict=True))


def searched(house: House) -> dict[str, QQuickItem]:
    house.begin("search")
    house.type("kleur")
    catalogue = house.backend.catalogue
    house.wait(lambda: catalogue.typed == "kleur" and not catalogue.busy)
    house.rest()
    return covers(house)


@pytest.mark.parametrize("theme", ["light", "high"])
def test_the_list_shows_covers_and_draws_those_that_are_not_there(house: House, theme: str) -> None:
    house.backend.display.theme = theme
    found = searched(house)
    assert set(found) == {f"Kleur {id}" for id in ("whole", "cut", "spoilt", "lacking", "none")}
    house.wait(lambda: is_red(colour(house, found["Kleur whole"])))
    for id in ("cut", "spoilt", "lacking", "none"):
        assert not is_red(colour(house, found[f"Kleur {id}"])), id
        assert f"Kleur {id}" in [item.property("text") for item in house.items(found[f"Kleur {id}"])], id


def test_only_a_whole_file_is_read(house: House) -> None:
    searched(house)
    rows = {row["titleId"]: row["cover"] for row in house.backend.catalogue.results.rows()}
    assert {id: bool(cover) for id, cover in rows.items()} == {
        "whole": True, "cut": False, "spoilt": True, "lacking": False, "none": False,
    }  # fmt: skip


def test_a_screen_reader_says_the_same_with_a_cover_and_without(house: House) -> None:
    searched(house)
    said = {str(item.property("says")) for item in house.items() if house.kind(item) == "ResultRow"}
    assert len(said) == 5
    about = {text.replace(text.split(".")[0], "", 1) for text in said if "none" not in text}
    assert len(about) == 1


def test_a_title_shows_its_cover_large(house: House) -> None:
    house.begin("title", {"titleId": "whole"})
    cover = max(covers(house).values(), key=lambda each: each.height())
    house.wait(lambda: is_red(colour(house, cover)))
    QGuiApplication.processEvents()
    assert cover.height() > 400


def test_a_cover_that_comes_while_somebody_looks_is_there_at_the_next_search(house: House, settings: Settings) -> None:
    found = searched(house)
    house.backend.catalogue.forget()
    path = place(settings.covers, name(LACKING))
    assert path is not None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(LACKING)
    found = searched(house)
    house.wait(lambda: is_red(colour(house, found["Kleur lacking"])))

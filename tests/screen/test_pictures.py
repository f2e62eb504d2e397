"""Icons and drawings, in the colours asked for."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from kiosk.paths import RESOURCES
from kiosk.screen.pictures import PARTNERS, Drawings, Icons, drawing_svg, icon_svg

DRAWINGS = sorted(path.stem for path in (RESOURCES / "drawings").glob("*.svg"))
ICONS = sorted(path.stem for path in (RESOURCES / "icons").glob("*.svg"))


def drawn(provider: Icons | Drawings, id: str, size: QSize):
    return provider.requestImage(id, QSize(), size)


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_has_a_twin_in_high_contrast(name: str) -> None:
    twin = set(re.findall("#[0-9A-Fa-f]{6}", drawing_svg(name, high=True)))
    assert twin <= set(PARTNERS.values())


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_is_drawn_within_its_room(qapp: object, name: str) -> None:
    image = drawn(Drawings(), name, QSize(300, 90))
    assert not image.isNull()
    assert (image.width(), image.height()) <= (300, 90)
    assert 90 in (image.height(),) or image.width() == 300


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_takes_the_colour_asked_for(qapp: object, name: str) -> None:
    image = drawn(Icons(), f"{name}/ff1e6b45/2", QSize(48, 48))
    colours = [image.pixelColor(x, y) for x in range(48) for y in range(48)]
    inked = [colour for colour in colours if colour.alpha() == 255]
    wanted = QColor("#1e6b45")
    assert inked
    assert all(abs(colour.red() - wanted.red()) + abs(colour.green() - wanted.green()) < 5 for colour in inked)


def test_the_stroke_can_be_thinner() -> None:
    assert 'stroke-width="1.75"' in icon_svg("house", "000000", "1.75")


def test_what_has_no_name_is_no_picture(qapp: object) -> None:
    assert drawn(Icons(), "no-such-icon/000000/2", QSize(10, 10)).isNull()
    assert drawn(Drawings(), "no-such-drawing", QSize(10, 10)).isNull()


def test_the_shadow_of_a_card_is_there(qapp: object) -> None:
    assert drawn(Drawings(), "card-shadow", QSize()).width() > 112

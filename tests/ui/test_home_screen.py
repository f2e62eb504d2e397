"""Home and the bars around every screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMetaObject, QPointF, Qt
from PySide6.QtQuick import QQuickItem

from tests.ui.conftest import House

DOORS = ["Leren", "Zoeken", "Werkplek", "Meedoen"]


def doors(house: House) -> list[str]:
    return [house.says(item) for item in house.items() if house.kind(item) == "Door"]


def test_four_doors_and_a_way_out(house: House) -> None:
    house.begin()
    assert [says.partition(".")[0] for says in doors(house)] == DOORS
    assert house.find("Ik ben klaar")


def test_the_first_door_has_the_focus(house: House) -> None:
    house.begin()
    assert house.focus == doors(house)[0]


def test_arrows_go_from_door_to_door(house: House) -> None:
    house.begin()
    first, second, third, fourth = doors(house)
    for key, there in [("Right", second), ("Down", fourth), ("Left", third), ("Up", first), ("Up", first)]:
        house.key(getattr(Qt.Key, f"Key_{key}"))
        assert house.focus == there


def test_arrows_follow_the_eye_in_arabic(house: House) -> None:
    house.backend.display.locale = "ar"
    house.begin()
    first, second = doors(house)[:2]
    house.key(Qt.Key.Key_Left)
    assert house.focus == second
    house.key(Qt.Key.Key_Right)
    assert house.focus == first


def test_tab_goes_round_the_bars_and_the_doors(house: House) -> None:
    house.begin()
    said = house.tab_round()
    assert said[:5] == [*doors(house), "Ik ben klaar"]
    assert set(said[5:]) == {"Home", "Nederlands", "Weergave", "Hulp"}


@pytest.mark.parametrize("name", ["lessons", "search", "desks", "events"])
def test_a_door_opens_and_back_leads_to_where_one_was(house: House, name: str) -> None:
    house.begin()
    place = ["lessons", "search", "desks", "events"].index(name)
    door = doors(house)[place]
    house.click(door)
    assert house.screens().property("currentName") == name
    assert house.screen().property("title")
    QMetaObject.invokeMethod(house.screen(), "back")
    house.rest()
    assert house.screens().property("currentName") == "home"
    assert house.focus == door


def test_escape_leads_back(house: House) -> None:
    house.begin("lessons")
    house.key(Qt.Key.Key_Escape)
    assert house.screens().property("currentName") == "home"


def test_home_closes_everything_between(house: House) -> None:
    house.begin("lessons")
    house.go("search")
    house.click("Home")
    assert house.screens().property("currentName") == "home"


def test_escape_at_home_does_not_end_the_visit(house: House) -> None:
    house.begin()
    house.key(Qt.Key.Key_Escape)
    assert house.backend.turn.phase == "here"


def test_help_opens_once(house: House) -> None:
    house.begin()
    house.click("Hulp")
    assert house.screens().property("currentName") == "help"
    QMetaObject.invokeMethod(house.screens(), "help")
    house.rest()
    QMetaObject.invokeMethod(house.screens(), "back")
    house.rest()
    assert house.screens().property("currentName") == "home"


def test_done_ends_the_turn(house: House) -> None:
    house.begin()
    house.click("Ik ben klaar")
    assert house.backend.turn.phase == "end"


def test_the_screen_below_is_out_of_reach(house: House) -> None:
    house.begin("lessons")
    assert not set(doors(house)) & set(house.tab_round())


def test_an_area_that_reads_gives_the_long_time(house: House) -> None:
    house.begin()
    assert house.backend.turn.reading is False
    house.screen().setProperty("reading", True)
    assert house.backend.turn.reading is True
    house.click("Home")


@pytest.mark.parametrize("locale", ["nl", "ar"])
@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080), (1080, 1920), (3840, 2160)], ids=str)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_home_fits_every_screen(house: House, size: tuple[int, int], scale: float, locale: str) -> None:
    house.backend.display.locale, house.backend.display.scale = locale, scale
    house.resize(*size)
    house.begin()
    house.rest()
    for item in house.items():
        if house.says(item):
            left, right = item.mapToScene(QPointF(0, 0)).x(), item.mapToScene(QPointF(item.width(), 0)).x()
            assert left >= 0, house.says(item)
            assert right <= size[0], house.says(item)
            assert item.height() >= 64, house.says(item)


def test_all_four_doors_are_seen_with_the_largest_letters(house: House) -> None:
    house.backend.display.scale = 2.0
    house.begin()
    house.rest()
    plank = next(item for item in house.items() if house.kind(item) == "BottomBar").mapToScene(QPointF(0, 0)).y()
    for item in house.items():
        if house.kind(item) == "Door":
            assert item.mapToScene(QPointF(0, item.height())).y() <= plank, house.says(item)


@pytest.mark.parametrize("locale", ["nl", "ar"])
def test_home_and_the_title_keep_apart(house: House, locale: str) -> None:
    house.backend.display.locale = locale
    house.begin("search")
    (bar,) = [item for item in house.items() if house.kind(item) == "TopBar"]
    button = next(item for item in house.items(bar) if item.property("icon") == "house")
    (spine,) = [item for item in house.items(bar) if house.kind(item) == "Spine"]
    one, other = sorted([edges(button), edges(spine)])
    assert other[0] - one[1] >= 16


def edges(item: QQuickItem) -> tuple[float, float]:
    left = item.mapToScene(QPointF(0, 0)).x()
    return left, left + item.width()


def test_what_does_not_fit_is_joined_behind_one_button(house: House) -> None:
    house.begin()
    house.backend.display.scale = 1.25
    house.rest()
    assert house.find("Instellen")
    assert not [item for item in house.items() if house.says(item) == "Weergave"]


@pytest.mark.parametrize("locale", ["nl", "ar"])
def test_what_does_not_fit_beside_home_and_help_moves_to_a_row_below(house: House, locale: str) -> None:
    house.backend.display.locale = locale
    house.begin("search")
    house.backend.display.scale = 2.0
    house.resize(1024, 768)
    (bar,) = [item for item in house.items() if house.kind(item) == "TopBar"]
    bar.setProperty("minutesLeft", 233)
    bar.setProperty("help", "asked")
    house.rest()
    parts = [item for item in house.items(bar) if house.kind(item) in ("BarButton", "Press", "TimeLeft")]
    assert len(parts) == 4
    for part in parts:
        left, right = edges(part)
        assert left >= 0, house.says(part)
        assert right <= 1024, house.says(part)
        assert part.mapToScene(QPointF(0, part.height())).y() <= bar.height(), house.says(part)
    assert bar.height() > parts[0].height() * 2

"""A lesson on the screen: by mouse, by keyboard alone, and at every size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.lessons.player import Player
from tests.ui.conftest import House
from tests.ui.test_desks_screen import findings

TAB, ENTER, SHIFT = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Shift
NAMED = {
    "Backspace": Qt.Key.Key_Backspace,
    "Enter": ENTER,
    "Left": Qt.Key.Key_Left,
    " ": Qt.Key.Key_Space,
}


def opened(house: House, lesson: str, step: int = 1) -> Player:
    """That lesson, at that step."""
    house.begin("lesson", {"lesson": lesson})
    player: Player = house.backend.lessons.property("player")
    for _ in range(step - 1):
        player.skip()
    house.rest()
    return player


def kinds(house: House, name: str) -> list[QQuickItem]:
    return [item for item in house.items() if house.kind(item) == name]


def target(house: House, name: str) -> QQuickItem:
    """The book or circle of that name."""
    found = kinds(house, "Book") + kinds(house, "Round")
    return next(item for item in found if item.property("name") == name)


def option(house: House, name: str) -> QQuickItem:
    return next(item for item in kinds(house, "Option") if item.property("given")["id"] == name)


def hover(house: House, item: QQuickItem) -> None:
    middle = item.mapToScene(item.boundingRect().center()).toPoint()
    QTest.mouseMove(house.window, middle - QPoint(3, 3))
    QTest.mouseMove(house.window, middle)


def test_a_lesson_is_done_by_mouse(house: House) -> None:
    player = opened(house, "aanwijzen-en-klikken")
    while not player.property("finished"):
        while player.property("state") != "right":
            before, name = player.property("done"), player.property("next")[0]
            if player.property("kind") == "choose":
                house.click(option(house, name))
            elif player.property("do")["act"] == "point":
                hover(house, target(house, name))
            else:
                house.click(target(house, name))
            house.wait(lambda before=before: player.property("done") > before)
            house.rest()
        house.click("Verder", "Press")
    assert "De les is klaar" in house.texts()
    assert "De pijl doet wat uw hand doet." in house.texts()
    assert player.property("states") == ["done"] * 8


@pytest.mark.parametrize("lesson", ["aanwijzen-en-klikken", "toetsen", "klopt-dit"])
def test_a_lesson_is_done_by_keyboard_alone(house: House, lesson: str) -> None:
    player = opened(house, lesson)
    while not player.property("finished"):
        step = player.property("stepId")
        for _ in range(60):
            if player.property("state") == "right":
                break
            press_next(house, player)
        assert player.property("state") == "right", step
        if step == player.property("stepId"):
            house.reach("Verder")
            house.key(ENTER)
        assert player.property("stepId") != step or player.property("finished")
    assert player.property("states") == ["done"] * player.property("count")


def press_next(house: House, player: Player) -> None:
    """One more key, as somebody without a mouse would."""
    wanted = player.property("next")[0]
    match player.property("kind"):
        case "keys":
            press_key(house, wanted)
        case "target":
            before = player.property("done")
            if house.kind(house.window.activeFocusItem()) not in ("Book", "Round"):
                house.key(TAB)
            house.key(ENTER)
            house.wait(lambda: player.property("done") > before or player.property("state") == "right")
            house.rest()
        case "choose":
            house.reach(house.says(option(house, wanted)))
            house.key(ENTER)


def press_key(house: House, wanted: str) -> None:
    if wanted in NAMED:
        house.key(NAMED[wanted])
    elif wanted == "@":
        # One key after the other
        house.key(SHIFT)
        house.key(Qt.Key.Key_2)
    else:
        house.type(wanted)


def test_verder_waits_for_the_deed_and_the_stork_says_so(house: House) -> None:
    player = opened(house, "aanwijzen-en-klikken", 3)
    assert house.find("Verder", "Press").property("off")
    house.click("Verder", "Press")
    assert player.property("now") == 3
    assert "Neem rustig de tijd. Daarna kunt u verder." in house.texts()
    house.click("Sla deze stap over", "Press")
    assert player.property("now") == 4


def test_a_click_beside_the_books_is_a_miss_with_a_kind_word(house: House) -> None:
    player = opened(house, "aanwijzen-en-klikken", 3)
    white = next(book for book in kinds(house, "Book") if not book.property("name") and not book.property("drawing"))
    house.click(white)
    assert player.property("misses") == 1
    assert "Dat was net ernaast. Probeer het rustig nog eens." in house.texts()


def test_a_circle_grows_after_a_miss(house: House) -> None:
    player = opened(house, "aanwijzen-en-klikken", 5)
    before = target(house, "1").width()
    player.did("")
    house.rest()
    assert target(house, "1").width() > before


def test_no_target_is_smaller_than_a_finger(house: House) -> None:
    house.resize(1024, 768)
    opened(house, "aanwijzen-en-klikken", 8)
    assert [book.width() >= 64 for book in kinds(house, "Book") if book.property("name")] == [True] * 4


def test_hints_come_in_three_stages(house: House) -> None:
    player = opened(house, "aanwijzen-en-klikken", 3)
    house.click("Geef een hint", "Press")
    assert "<b>Hint 1 van 3.</b> Een geel boek is breed. Er staat een ster op." in house.texts()
    assert not target(house, "1").property("marked")
    house.click("Nog een hint", "Press")
    assert target(house, "1").property("marked")
    assert kinds(house, "Lead") == []
    house.click("Nog een hint", "Press")
    (lead,) = kinds(house, "Lead")
    spot, tip = target(house, "1"), lead.mapToScene(QPoint(0, 0))
    assert spot.contains(spot.mapFromScene(tip))
    assert house.find("Laatste hint", "Press").property("off")
    assert player.property("hintLevel") == 3


def test_a_second_language_stands_beside_the_first_until_it_is_put_away(house: House) -> None:
    opened(house, "toetsen", 2)
    house.click("Toon ook in een andere taal", "Press")
    house.click("English", "Press")
    assert {"Typ het woord boek.", "Type the word boek."} <= set(house.texts())
    house.click("Sla deze stap over", "Press")
    assert "Type a space and then the word dag." in house.texts()
    house.click("Toon alleen in één taal", "Press")
    assert "Type a space and then the word dag." not in house.texts()


def test_the_drawn_keyboard_can_be_clicked_shift_first_and_then_the_letter(house: House) -> None:
    player = opened(house, "toetsen", 5)
    for deed in ("Shift", "n", "o", "o", "r"):
        cap = next(cap for cap in kinds(house, "KeyCap") if cap.property("deed") == deed)
        assert cap.property("lit")
        house.click(cap)
    assert player.property("state") == "right"
    assert "Noor" in house.texts()


def test_the_lit_key_is_the_one_that_helps(house: House) -> None:
    player = opened(house, "toetsen", 6)
    lit = lambda: {cap.property("deed") for cap in kinds(house, "KeyCap") if cap.property("lit")}  # noqa: E731
    assert lit() == {"Shift"}
    house.key(SHIFT)
    assert lit() == {"2"}
    house.key(Qt.Key.Key_2)
    assert (player.property("state"), lit()) == ("right", set())


def test_tab_and_escape_go_on_working_while_keys_are_practised(house: House) -> None:
    player = opened(house, "toetsen", 2)
    house.key(TAB)
    assert house.focus == "Geef een hint"
    house.key(Qt.Key.Key_Escape)
    assert (player.property("now"), player.property("deeds")) == (1, [])


def test_a_wrong_option_is_never_only_a_colour(house: House) -> None:
    opened(house, "klopt-dit", 2)
    house.click(option(house, "link"))
    assert "Kies iets anders" in house.texts()
    assert "Liever niet. Die link kan van een dief zijn." in house.texts()
    house.click(option(house, "bellen"))
    assert "Goed" in house.texts()


def test_practice_is_not_mirrored(house: House) -> None:
    opened(house, "toetsen", 2)
    caps = {cap.property("deed"): cap.mapToScene(QPoint(0, 0)).x() for cap in kinds(house, "KeyCap")}
    assert caps["q"] < caps["w"]
    house.backend.display.locale = "ar"
    house.rest()
    caps = {cap.property("deed"): cap.mapToScene(QPoint(0, 0)).x() for cap in kinds(house, "KeyCap")}
    assert caps["q"] < caps["w"]
    (practice,) = kinds(house, "Practice")
    assert practice.mapToScene(QPoint(0, 0)).x() > 600


def test_back_leads_to_the_step_before_and_from_the_first_to_the_lessons(house: House) -> None:
    house.begin("lessons")
    house.key(ENTER)
    player: Player = house.backend.lessons.property("player")
    house.click("Verder", "Press")
    house.click("Terug", "Press")
    assert player.property("now") == 1
    house.click("Terug", "Press")
    assert house.screen().property("title") == "Leren"


def test_the_next_lesson_is_offered_at_the_end(house: House) -> None:
    player = opened(house, "aanwijzen-en-klikken", 9)
    house.click("Volgende les", "Press")
    assert (player.property("lesson"), player.property("now")) == ("toetsen", 1)


def end(house: House, done: int) -> tuple[list[str], str]:
    """Texts and the stork's pose at the end of the first lesson; that many steps were done, the rest was skipped."""
    player = opened(house, "aanwijzen-en-klikken")
    while not player.property("finished"):
        if player.property("now") > done:
            player.skip()
        while not player.property("finished") and player.property("now") <= done:
            while player.property("state") != "right":
                player.did(player.property("next")[0])
            player.onward()
    house.rest()
    (stork,) = kinds(house, "Stork")
    return house.texts(), stork.property("pose")


def test_who_did_everything_is_praised(house: House) -> None:
    texts, pose = end(house, 8)
    assert {"De les is klaar", "Wat hebt u dat goed gedaan!"} <= set(texts)
    assert pose == "well-done"


def test_who_skipped_a_little_is_praised_for_the_rest(house: House) -> None:
    texts, _ = end(house, 6)
    assert {"De les is klaar", "Goed gedaan!\nDe rest kan later."} <= set(texts)


@pytest.mark.parametrize("done", [0, 3])
def test_who_skipped_most_is_thanked_for_looking_and_not_praised(house: House, done: int) -> None:
    texts, pose = end(house, done)
    assert {"U bent aan het eind", "Fijn dat u kwam kijken.\nOefenen kan altijd nog."} <= set(texts)
    assert not {"De les is klaar", "Wat hebt u dat goed gedaan!"} & set(texts)
    assert pose == "hello"


def rings(house: House) -> int:
    return len(kinds(house, "Ring"))


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1024, 768)])
@pytest.mark.parametrize(("lesson", "step"), [("aanwijzen-en-klikken", 1), ("aanwijzen-en-klikken", 2), ("toetsen", 2)])
def test_a_step_begins_with_a_focus_that_can_be_seen(
    house: House, lesson: str, step: int, size: tuple[int, int]
) -> None:
    house.resize(*size)
    opened(house, lesson, step)
    house.wait(lambda: rings(house) == 1)


def test_where_keys_are_smaller_than_a_finger_only_the_lit_one_can_be_pressed(house: House) -> None:
    house.resize(1366, 768)
    player = opened(house, "toetsen", 2)
    caps = {cap.property("deed"): cap for cap in kinds(house, "KeyCap")}
    assert caps["n"].height() < 64
    assert min(caps["b"].width(), caps["b"].height()) >= 64
    assert findings(house, "small") == []
    house.click(caps["n"])
    assert player.property("deeds") == []
    house.click(caps["b"])
    assert player.property("deeds") == ["b"]


def test_where_all_is_under_each_other_the_practice_begins_in_sight(house: House) -> None:
    house.backend.display.scale = 2.0
    opened(house, "aanwijzen-en-klikken", 3)
    (practice,) = kinds(house, "Practice")
    (aids,) = kinds(house, "Aids")
    top = practice.mapToScene(QPoint(0, 0)).y()
    assert top < house.window.height() - 112
    assert aids.mapToScene(QPoint(0, 0)).y() > top + practice.height()


def test_a_lesson_that_is_not_there_says_so(house: House) -> None:
    opened(house, "nergens")
    assert "Deze les is er niet" in house.texts()


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1024, 768)), (2.0, (1920, 1080)), (1.0, (1920, 1080))])
@pytest.mark.parametrize("locale", ["nl", "en", "ar"])
def test_no_words_are_cut(house: House, locale: str, scale: float, size: tuple[int, int]) -> None:
    house.backend.display.locale = locale
    house.backend.display.scale = scale
    house.resize(*size)
    player = opened(house, "klopt-dit")
    while not player.property("finished"):
        player.hint()
        house.rest()
        for item in house.items(house.screen()):
            if item.inherits("QQuickText") and item.property("text"):
                left = item.mapToScene(QPoint(0, 0)).x()
                assert not item.property("truncated")
                assert left >= -1, item.property("text")
                assert left + item.property("contentWidth") <= size[0] + 1, item.property("text")
        player.skip()
